package dev.gomem.escape;

/** The rule that decides stack or heap for each site. */
public enum Placement {
  /**
   * What the usual introductions say: written new, make, &T{}, slice and map literals and growth by
   * append are heap.
   */
  SIMPLE,
  /** What gc's escape analysis says. */
  GC
}

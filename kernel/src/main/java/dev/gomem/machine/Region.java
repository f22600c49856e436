package dev.gomem.machine;

/** What an address lies in. */
public enum Region {
  /** Below 4096: nil and small offsets from it. */
  NIL,
  TEXT,
  /** String constants, type descriptors, itabs, static closures. */
  READ_ONLY,
  /** Package variables. */
  DATA,
  HEAP,
  STACK,
  /** No page is there. */
  NOTHING
}

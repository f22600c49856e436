package dev.gomem.machine;

/** A machine's whole state at one time, for {@link Machine#restore}. */
public final class Checkpoint {
  Checkpoint() {}
}

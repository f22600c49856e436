package dev.gomem.machine;

/**
 * What a run may use at most.
 *
 * @param memoryBytes heap, stacks and data together
 * @param stackBytes of one goroutine (Go: 1,000,000,000); the number that a stack overflow prints
 * @param events counted events (back-edges and calls) of one run; {@link Long#MAX_VALUE} for none
 * @param outputBytes of one run; {@link Long#MAX_VALUE} for none
 */
public record Limits(long memoryBytes, long stackBytes, long events, long outputBytes) {
  /**
   * A quarter of a GiB, stacks of 67 MB, no other bound. The host's heap of 1 GiB then has room for
   * a state to go back to and for the larger array while the memory grows.
   */
  public static final Limits DEFAULT =
      new Limits(256L << 20, 67_000_000, Long.MAX_VALUE, Long.MAX_VALUE);

  /** A memory bound, with the stack bound that suits it; no others. */
  public static Limits ofMemory(long bytes) {
    return new Limits(
        bytes,
        Math.min(1_000_000_000, bytes / 8_000_000 * 1_000_000),
        Long.MAX_VALUE,
        Long.MAX_VALUE);
  }

  public Limits withEvents(long most) {
    return new Limits(memoryBytes, stackBytes, most, outputBytes);
  }

  public Limits withOutput(long most) {
    return new Limits(memoryBytes, stackBytes, events, most);
  }
}

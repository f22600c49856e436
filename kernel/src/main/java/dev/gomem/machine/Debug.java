package dev.gomem.machine;

/**
 * The machine's stress and self-check switches. With any of them a program must print the same and
 * end with the same memory graph as without.
 *
 * @param moveStacksAtCalls every call moves its goroutine's stack to other pages
 * @param collectAtAllocations a collection runs at the first safepoint after each allocation
 * @param preemptAtSafepoints every counted safepoint yields to the next runnable goroutine
 * @param checkPointers every pointer store outside the frame is checked for invariant I: no word of
 *     heap or data points into a stack
 */
public record Debug(
    boolean moveStacksAtCalls,
    boolean collectAtAllocations,
    boolean preemptAtSafepoints,
    boolean checkPointers) {
  public static final Debug OFF = new Debug(false, false, false, false);
  public static final Debug STRESS = new Debug(true, true, true, true);
}

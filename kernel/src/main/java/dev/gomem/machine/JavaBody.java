package dev.gomem.machine;

/**
 * The body in Java of a library function. A leaf: it never calls Go, never parks and never moves a
 * stack, so addresses it has read stay right until it returns. Arrays taken from the machine do not
 * survive an allocation; addresses do.
 */
public interface JavaBody {
  /**
   * @param block address of the call's argument words; the results stand behind them, each value
   *     rounded up to words
   */
  void call(Machine machine, long block);
}

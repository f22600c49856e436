package dev.gomem.jupyter;

/**
 * What the adapter has to say outside of any cell, on standard error: Jupyter's servers keep that
 * in their own log.
 */
final class Log {
  private Log() {}

  static void note(String text) {
    System.err.println("gomem: " + text);
  }

  /** A fault of ours that was survived. */
  static void problem(String where, Throwable fault) {
    System.err.println("gomem: internal error in " + where + ": " + fault);
    fault.printStackTrace(System.err);
  }
}

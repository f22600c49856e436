package dev.gomem.jupyter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the adapter has to say outside of any cell, on standard error: Jupyter's servers keep that
 * in their own log.
 */
final class Log {
  private static final int FRAMES = 12;

  private Log() {}

  static void note(String text) {
    System.err.println("gomem: " + text);
  }

  /** A fault of ours that was survived. */
  static void problem(String where, Throwable fault) {
    System.err.println("gomem: internal error in " + where);
    lines(fault).forEach(System.err::println);
  }

  /**
   * What a fault is and where it arose: its first frames, for an overflowed stack has thousands.
   */
  static List<String> lines(Throwable fault) {
    List<String> lines = new ArrayList<>();
    lines.add(String.valueOf(fault));
    Arrays.stream(fault.getStackTrace())
        .limit(FRAMES)
        .forEach(frame -> lines.add("    at " + frame));
    return lines;
  }
}

package dev.gomem.trace;

import dev.gomem.code.Function;
import dev.gomem.source.Pos;

/** Names as the tables write them: functions and types of package main without their package. */
final class Names {
  private Names() {}

  static String function(Function f) {
    return shorten(f.name());
  }

  static String shorten(String name) {
    return name.startsWith("main.") ? name.substring("main.".length()) : name;
  }

  /** A local's name; of what has none, its type: {@code ([3]int)}. */
  static String local(Function.Local l) {
    return l.name().isEmpty() ? "(" + type(l.type().name()) + ")" : l.name();
  }

  /** {@code *main.T} → {@code *T}: the learner writes no package either. */
  static String type(String name) {
    return name.replace("main.", "");
  }

  /** Line of an instruction's statement, 0 if unknown. */
  static int line(Function f, int pc) {
    int[] offsets = f.offsets();
    if (f.source() == null || offsets.length == 0) {
      return 0;
    }
    int off = offsets[Math.min(Math.max(pc, 0), offsets.length - 1)];
    return off < 0 ? 0 : f.source().line(off);
  }

  static int line(Pos pos) {
    return pos.line();
  }
}

package dev.gomem.library;

import dev.gomem.machine.JavaBody;
import dev.gomem.machine.Machine;
import dev.gomem.source.Pos;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bodies of package runtime that ask the machine for frames, functions and lines. */
final class CallersBodies {
  private CallersBodies() {}

  static void add(Map<String, JavaBody> to) {
    to.put(
        "runtime.callers",
        (m, b) -> m.put64(b + 32, m.callers(m.get64(b), m.get64(b + 8), m.get64(b + 16))));
    to.put("runtime.findfunc", (m, b) -> m.put64(b + 8, m.functionAt(m.get64(b))));
    to.put("runtime.funcname", (m, b) -> text(m, b + 8, m.functionName(m.get64(b))));
    to.put(
        "runtime.funcstart", (m, b) -> m.put64(b + 8, m.functionStart(m.get64(b)).relativeLine()));
    to.put(
        "runtime.funcline",
        (m, b) -> {
          Pos at = m.placeAt(m.get64(b));
          text(m, b + 8, at.compiledName());
          m.put64(b + 24, at.isKnown() ? at.relativeLine() : 1);
        });
  }

  private static void text(Machine m, long header, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    m.put64(header, m.constant(bytes));
    m.put64(header + 8, bytes.length);
  }
}

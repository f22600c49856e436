package dev.gomem.library;

import dev.gomem.machine.JavaBody;
import java.util.Map;

/** Bodies of package unicode. */
final class UnicodeBodies {
  private UnicodeBodies() {}

  static void add(Map<String, JavaBody> to) {
    to.put(
        "unicode.is",
        (m, b) ->
            m.put64(
                b + 16,
                (UnicodeTables.get().category((int) m.get64(b)) & (int) m.get64(b + 8)) != 0
                    ? 1
                    : 0));
    to.put(
        "unicode.to",
        (m, b) -> m.put64(b + 16, UnicodeTables.get().to((int) m.get64(b), (int) m.get64(b + 8))));
    to.put("unicode.fold", (m, b) -> m.put64(b + 8, UnicodeTables.get().fold((int) m.get64(b))));
  }
}

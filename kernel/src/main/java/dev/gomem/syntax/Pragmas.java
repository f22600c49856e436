package dev.gomem.syntax;

import dev.gomem.source.Pos;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which {@code //go:} comments gc knows as directives of a declaration, and its complaint where
 * none follows.
 */
final class Pragmas {
  private static final Set<String> KNOWN =
      Set.of(
          "//go:build",
          "//go:noescape",
          "//go:norace",
          "//go:nosplit",
          "//go:noinline",
          "//go:nocheckptr",
          "//go:systemstack",
          "//go:nowritebarrier",
          "//go:nowritebarrierrec",
          "//go:yeswritebarrierrec",
          "//go:uintptrkeepalive",
          "//go:uintptrescapes",
          "//go:registerparams");

  private Pragmas() {}

  /** Reports those of {@code pragmas} that gc would not accept where no declaration follows. */
  static void misplaced(List<Node.Pragma> pragmas, BiConsumer<Pos, String> report) {
    for (Node.Pragma p : pragmas) {
      int blank = p.text().indexOf(' ');
      String verb = blank < 0 ? p.text() : p.text().substring(0, blank);
      Pos at = new Pos(p.pos().source(), p.pos().offset() + 2); // gc skips the slashes
      if (KNOWN.contains(verb)) {
        report.accept(at, "misplaced compiler directive");
      } else if (verb.equals("//go:embed")) {
        report.accept(at, "misplaced go:embed directive");
      }
    }
  }
}

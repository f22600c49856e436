package dev.gomem.syntax;

import dev.gomem.source.Pos;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which {@code //go:} comments gc knows as directives of a declaration, and its complaint where
 * none follows.
 */
public final class Pragmas {
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

  private static final Set<String> RUNTIME =
      Set.of(
          "//go:systemstack",
          "//go:nowritebarrier",
          "//go:nowritebarrierrec",
          "//go:yeswritebarrierrec");

  private Pragmas() {}

  /** Whether it is one of gc's marks for a function, or {@code //go:build}. */
  public static boolean isFlag(Node.Pragma p) {
    return KNOWN.contains(p.verb());
  }

  /** What gc says of a directive wherever it stands. */
  static void anywhere(Node.Pragma p, BiConsumer<Pos, String> report) {
    Pos at = new Pos(p.pos().source(), p.pos().offset() + 2);
    String verb = p.verb();
    if (RUNTIME.contains(verb)) {
      report.accept(at, verb + " only allowed in runtime");
    } else if (verb.equals("//go:uintptrkeepalive")) {
      report.accept(at, verb + " is only allowed in the standard library");
    } else if (verb.startsWith("//go:cgo_") && !verb.equals("//go:cgo_import_dynamic")) {
      report.accept(at, p.text() + " only allowed in cgo-generated code");
    } else if (verb.equals("//go:linkname") && !p.text().equals(verb)) {
      int words = p.text().trim().split("\\s+").length;
      if (words < 2 || words > 3) {
        report.accept(at, "usage: //go:linkname localname [linkname]");
      }
    }
  }

  /** Reports those of {@code pragmas} that gc would not accept where no declaration follows. */
  static void misplaced(List<Node.Pragma> pragmas, BiConsumer<Pos, String> report) {
    for (Node.Pragma p : pragmas) {
      Pos at = new Pos(p.pos().source(), p.pos().offset() + 2); // gc skips the slashes
      if (isFlag(p)) {
        report.accept(at, "misplaced compiler directive");
      } else if (p.verb().equals("//go:embed")) {
        report.accept(at, "misplaced go:embed directive");
      }
    }
  }
}

package dev.gomem.escape;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.library.Library;
import dev.gomem.session.Toolchain;
import dev.gomem.source.Diagnostic;
import dev.gomem.syntax.Node;
import dev.gomem.types.CheckResult;
import dev.gomem.types.Checker;
import dev.gomem.types.Config;
import dev.gomem.types.GoSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Real packages of Go's library as if they were the user's own: read in place, generic functions
 * and iterators included, every line and column compared with {@code go build -gcflags='-m -l'}.
 * Printed beside it: which of them check against the imports a learner has.
 */
final class PackagesEscapeTest {
  private static final List<String> PACKAGES =
      List.of(
          "sort",
          "container/heap",
          "container/list",
          "container/ring",
          "errors",
          "slices",
          "maps",
          "strings",
          "strconv");

  /** Of all lines, per cent; only rises. */
  private static final double FLOOR = 97;

  private final GoSources go = new GoSources();
  private final NativeTags tags = new NativeTags();

  @Test
  void linesAreThoseOfGc() {
    Map<String, List<NativeEscape.Message>> gc = NativeEscape.packages("-m -l", PACKAGES);
    PACKAGES.forEach(go::check);
    int lines = 0;
    int same = 0;
    int surplus = 0;
    int exact = 0;
    StringBuilder wrong = new StringBuilder();
    for (String path : PACKAGES) {
      CheckResult checked = go.check(path);
      assertTrue(checked.ok(), () -> path + ": " + checked.diagnostics());
      List<String> want = new ArrayList<>();
      for (NativeEscape.Message m : gc.getOrDefault(path, List.of())) {
        want.add(m.toString());
      }
      List<String> have = new ArrayList<>();
      for (EscapeResult.Line l : analyze(path, checked).lines()) {
        have.add(l.toString());
      }
      int common = EscapeCorpusTest.common(want, have);
      lines += want.size();
      same += common;
      surplus += have.size() - common;
      if (want.equals(have)) {
        exact++;
      } else {
        wrong.append("%s %d/%d:%n".formatted(path, common, want.size()));
        wrong.append(EscapeCorpusTest.difference(want, have));
      }
    }
    System.out.printf(
        "real packages: %d, %d exact and in order, %d lines, %d the same (%.2f %%), %d surplus%n%s",
        PACKAGES.size(), exact, lines, same, 100.0 * same / lines, surplus, wrong);
    assertTrue(lines > 600, "hardly anything was compared");
    assertTrue(100.0 * same >= FLOOR * lines && 100.0 * surplus <= (100 - FLOOR) * lines, "less");
  }

  /** A package with bodies of other packages' generic functions at hand, as gc has them. */
  private EscapeResult analyze(String path, CheckResult checked) {
    Generics generics = new Generics();
    for (String other : go.checkedPaths()) {
      if (!other.equals(path)) {
        CheckResult c = go.check(other);
        generics.declare(
            EscapeCorpusTest.functions(go.files(other)), c.info(), c.pkg(), Escape.Author.LIBRARY);
      }
    }
    return Escape.analyze(
        EscapeCorpusTest.functions(go.files(path)),
        checked.info(),
        checked.pkg(),
        generics,
        (f, p) -> f.pkg() == checked.pkg() ? null : tags.tags(f, p),
        Escape.Author.LEARNER);
  }

  /** What stops them where only our library can be imported: printed. */
  @Test
  void whichCheckWithALearnersImports() {
    Toolchain ours = new Toolchain(new Library());
    int ok = 0;
    for (String path : PACKAGES) {
      go.check(path);
      List<Node.File> files = go.files(path);
      List<Diagnostic> said =
          Checker.checkFiles(path, files, new Config(ours::importPackage)).diagnostics();
      ok += said.isEmpty() ? 1 : 0;
      said.stream().limit(3).forEach(d -> System.out.println("  " + path + ": " + d));
    }
    System.out.println("real packages that check with a learner's imports: " + ok);
    assertTrue(ok >= 3, "only " + ok);
  }
}

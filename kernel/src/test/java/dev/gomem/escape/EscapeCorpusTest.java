package dev.gomem.escape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import dev.gomem.types.CheckResult;
import dev.gomem.types.Checker;
import dev.gomem.types.Config;
import dev.gomem.types.GoSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Programs of our own, each line of messages compared with those of {@code go build -gcflags='-m
 * -l'}, in order. A new case is a new file in {@code resources/escape}.
 */
final class EscapeCorpusTest {
  private final GoSources library = new GoSources();
  private final NativeTags tags = new NativeTags();

  @Test
  void messagesAreThoseOfGc() {
    Map<String, String> sources = sources();
    assertTrue(sources.size() >= 100, "corpus is missing");
    Map<String, List<NativeEscape.Message>> gc = NativeEscape.programs(sources);
    int lines = 0;
    int same = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> e : sources.entrySet()) {
      List<String> want = here(gc.getOrDefault(e.getKey(), List.of()));
      List<String> have = ours(e.getKey(), e.getValue());
      lines += want.size();
      same += common(want, have);
      boolean known = KNOWN_DIFFERENCES.contains(e.getKey());
      if (known == want.equals(have)) {
        wrong.add(e.getKey() + ":\n" + (known ? "the same by now" : difference(want, have)));
      }
    }
    System.out.printf(
        "escape corpus: %d programs, %d lines, %d the same (%.2f %%), %d programs differ%n",
        sources.size(), lines, same, 100.0 * same / Math.max(1, lines), wrong.size());
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(20, wrong.size()))));
  }

  /**
   * Not gc's yet: how calls of the library's generic functions are named (with shapes and
   * dictionary), and what slices.Grow and its like leak.
   */
  private static final Set<String> KNOWN_DIFFERENCES =
      Set.of("run_append-caps", "run_cleanups", "run_stack-text", "run_weak-pointers");

  /** gc makes closures of method values of shaped types; ours stay method values. */
  private static final Set<String> OTHER_CLOSURES = Set.of("run_generics_values");

  /** A chain through a local that is returned: gc's goes to the result. */
  private static final Set<String> OTHER_CHAINS = Set.of("run_finalizers");

  /**
   * The chains of flows that say why, compared with those of {@code -m=2}. gc names things before
   * it puts constants for operands, so only places and flows are compared.
   */
  @Test
  void reasonsAreThoseOfGc() {
    Map<String, String> sources = sources();
    Map<String, List<String>> gc = NativeEscape.reasons(sources);
    sources.keySet().removeAll(OTHER_CLOSURES);
    sources.keySet().removeAll(OTHER_CHAINS);
    sources.keySet().removeAll(KNOWN_DIFFERENCES);
    int total = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> e : sources.entrySet()) {
      Map<String, List<String>> want = new TreeMap<>();
      for (String line : gc.getOrDefault(e.getKey(), List.of())) {
        String at = line.substring(0, line.indexOf(' '));
        // "subject: &{storage for subject} -> ...": the flows begin at the first "&".
        String flows = line.substring(line.indexOf(": &") + 1);
        want.computeIfAbsent(at, k -> new ArrayList<>()).add(flows);
      }
      for (AllocSite s : analyze(e.getKey(), e.getValue()).sites()) {
        String at = s.pos().line() + ":" + s.pos().column();
        List<String> there = want.get(at);
        boolean wrapped = s.kind() == AllocSite.Kind.GO || s.kind() == AllocSite.Kind.DEFER;
        if (!s.gc().heap() || there == null || wrapped) {
          continue;
        }
        StringBuilder b = new StringBuilder();
        s.gc()
            .chain()
            .forEach(f -> b.append(' ').append(f.from()).append(" -> ").append(f.to()).append(';'));
        total++;
        if (!there.remove(b.toString())) {
          wrong.add(e.getKey() + " " + at + " " + s.subject() + ":" + b + "  gc: " + there);
        }
      }
    }
    System.out.printf("escape reasons: %d, %d differ%n", total, wrong.size());
    assertTrue(total > 200, "hardly anything was compared");
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(20, wrong.size()))));
  }

  /** They go by bodies of generic functions of other packages, which are not read here. */
  private static final Set<String> BODIES_ELSEWHERE = Set.of("escape_unique", "devirtualization");

  /** Files of Go's own tests, in place; those with what is not there yet are counted. */
  @Test
  void goTestsOfEscapeAnalysis() {
    assertEquals("", goTests("escape", NativeEscape.goTests()).wrong());
  }

  /** Lines about generic code that are the same; only rises. */
  private static final int GENERIC_LINES = 1907;

  /** Not all is gc's yet: closures that it makes for method values, above all. */
  @Test
  void goTestsOfGenericCode() {
    Compared c = goTests("generic code", NativeEscape.goGenerics());
    System.out.println(c.wrong());
    assertTrue(c.files() == 0 || c.same() >= GENERIC_LINES, c.same() + " lines are the same");
  }

  private record Compared(int files, int same, String wrong) {}

  private Compared goTests(String what, Map<String, String> sources) {
    if (sources.isEmpty()) {
      System.out.println(what + ": this Go has no test folder, 0 files compared");
      return new Compared(0, 0, "");
    }
    Map<String, List<NativeEscape.Message>> gc = NativeEscape.programs(sources);
    int lines = 0;
    int same = 0;
    int files = 0;
    int later = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> e : sources.entrySet()) {
      List<String> want = here(gc.getOrDefault(e.getKey(), List.of()));
      List<String> have;
      try {
        have = ours(e.getKey(), e.getValue());
      } catch (UnsupportedOperationException x) {
        later++;
        System.out.println("  " + e.getKey() + ": " + x.getMessage());
        continue;
      }
      files++;
      lines += want.size();
      same += common(want, have);
      if (!want.equals(have) && !BODIES_ELSEWHERE.contains(e.getKey())) {
        wrong.add(e.getKey() + ":\n" + difference(want, have));
      }
    }
    System.out.printf(
        "%s, GOROOT/test: %d files (%d more not supported yet), %d lines, %d the same (%.2f"
            + " %%), %d files differ%n",
        what, files, later, lines, same, 100.0 * same / Math.max(1, lines), wrong.size());
    return new Compared(
        files, same, String.join("\n", wrong.subList(0, Math.min(20, wrong.size()))));
  }

  /** Lines about the program itself: bodies of other packages' generic functions are not read. */
  private static List<String> here(List<NativeEscape.Message> list) {
    return list.stream()
        .filter(m -> m.file().equals("main.go") || !m.file().endsWith(".go"))
        .map(Object::toString)
        .toList();
  }

  private List<String> ours(String name, String text) {
    return analyze(name, text).lines().stream().map(EscapeResult.Line::toString).toList();
  }

  private EscapeResult analyze(String name, String text) {
    Source source = new Source("main.go", text);
    ParseResult<Node.File> parsed = Parser.parseFile(source);
    assertTrue(parsed.diagnostics().isEmpty(), () -> name + ": " + parsed.diagnostics());
    CheckResult checked = Checker.checkFiles("main", List.of(parsed.tree()), new Config(library));
    assertTrue(checked.ok(), () -> name + ": " + checked.diagnostics());
    return Escape.analyze(
        functions(List.of(parsed.tree())),
        checked.info(),
        checked.pkg(),
        tags,
        Escape.Author.LEARNER);
  }

  static List<Decl.FuncDecl> functions(List<Node.File> files) {
    List<Decl.FuncDecl> out = new ArrayList<>();
    for (Node.File f : files) {
      for (Decl d : f.decls()) {
        if (d instanceof Decl.FuncDecl fd) {
          out.add(fd);
        }
      }
    }
    return out;
  }

  static int common(List<String> want, List<String> have) {
    List<String> rest = new ArrayList<>(have);
    int n = 0;
    for (String w : want) {
      if (rest.remove(w)) {
        n++;
      }
    }
    return n;
  }

  static String difference(List<String> want, List<String> have) {
    List<String> missing = new ArrayList<>(want);
    have.forEach(missing::remove);
    List<String> surplus = new ArrayList<>(have);
    want.forEach(surplus::remove);
    StringBuilder b = new StringBuilder();
    missing.forEach(s -> b.append("  - ").append(s).append('\n'));
    surplus.forEach(s -> b.append("  + ").append(s).append('\n'));
    if (missing.isEmpty() && surplus.isEmpty()) {
      b.append("  other order:\n");
      for (int i = 0; i < want.size(); i++) {
        if (!want.get(i).equals(have.get(i))) {
          b.append("  ").append(want.get(i)).append("   |   ").append(have.get(i)).append('\n');
        }
      }
    }
    return b.toString();
  }

  /** Our own cases, and the programs of the corpus that is run. */
  private static Map<String, String> sources() {
    Map<String, String> map = new TreeMap<>();
    for (String folder : List.of("escape", "run")) {
      try {
        Path dir = Path.of(EscapeCorpusTest.class.getResource("/" + folder).toURI());
        try (Stream<Path> files = Files.list(dir)) {
          for (Path p : files.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
            String name = p.getFileName().toString();
            map.put(folder + "_" + name.substring(0, name.length() - 3), Files.readString(p));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return map;
  }
}

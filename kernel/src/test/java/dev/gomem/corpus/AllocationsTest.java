package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.machine.Counters;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What code allocates, natively and here: the number of objects and the bytes of their slots
 * (runtime.MemStats' Mallocs and TotalAlloc). Each function without parameters and results of a
 * program in {@code alloc/} is a case of its own, and so is the main of those programs of {@code
 * run/} that import nothing and end by themselves. Natively the least of five runs counts, without
 * collections and on one P. A case must not depend on others, or on having run before; of one whose
 * name begins with {@code fresh} the first run counts: the runtime keeps records of deferred calls
 * in loops for the next ones, which we do not.
 */
final class AllocationsTest {
  private static final Pattern CASE = Pattern.compile("(?m)^func (\\w+)\\(\\) \\{");

  private static final String HARNESS =
      """

      var gomemBefore, gomemAfter gomemRuntime.MemStats

      func gomemMeasure(name string, runs int, f func()) {
      	mallocs, bytes := ^uint64(0), ^uint64(0)
      	for i := 0; i < runs; i++ {
      		gomemRuntime.GC()
      		gomemRuntime.ReadMemStats(&gomemBefore)
      		f()
      		gomemRuntime.ReadMemStats(&gomemAfter)
      		mallocs = min(mallocs, gomemAfter.Mallocs-gomemBefore.Mallocs)
      		bytes = min(bytes, gomemAfter.TotalAlloc-gomemBefore.TotalAlloc)
      	}
      	gomemOs.Stdout.WriteString(name + " ")
      	gomemOs.Stdout.WriteString(gomemStrconv.Itoa(int(mallocs)) + " objects, ")
      	gomemOs.Stdout.WriteString(gomemStrconv.Itoa(int(bytes)) + " bytes\\n")
      }

      func main() {
      	gomemRuntime.GOMAXPROCS(1)
      	gomemDebug.SetGCPercent(-1)
      """;

  private final Runner runner = new Runner();

  /** A program and its cases; the text has no main of that name. */
  private record Measured(String text, List<String> cases) {
    static Measured of(String program) {
      String text = program.replace("func main() {", "func gomemMain() {");
      List<String> cases = new ArrayList<>();
      Matcher m = CASE.matcher(text);
      while (m.find()) {
        cases.add(m.group(1));
      }
      return new Measured(text, cases.contains("gomemMain") ? List.of("gomemMain") : cases);
    }

    String natively() {
      StringBuilder b = new StringBuilder(text);
      int at = b.indexOf("package main\n") + "package main\n".length();
      b.insert(
          at,
          """
          import gomemRuntime "runtime"
          import gomemDebug "runtime/debug"
          import gomemOs "os"
          import gomemStrconv "strconv"
          """);
      b.append(HARNESS);
      for (String c : cases) {
        int runs = c.startsWith("fresh") ? 1 : 5;
        b.append("\tgomemMeasure(\"%s\", %d, %s)\n".formatted(c, runs, c));
      }
      return b.append("}\n").toString();
    }
  }

  private static Map<String, Measured> programs() throws IOException {
    Map<String, Measured> all = new LinkedHashMap<>();
    for (String dir : List.of("alloc", "run")) {
      List<Path> files = new ArrayList<>();
      try (var list = Files.list(Path.of("src/test/resources", dir))) {
        list.filter(p -> p.toString().endsWith(".go")).sorted().forEach(files::add);
      }
      for (Path p : files) {
        String text = Files.readString(p);
        String name = p.getFileName().toString();
        boolean imports = Pattern.compile("(?m)^import ").matcher(text).find();
        boolean ends = !name.matches("(panic|deadlock)-.*") && !text.contains("chan ");
        if (dir.equals("alloc") || !imports && ends) {
          all.put(dir + "/" + name, Measured.of(text));
        }
      }
    }
    return all;
  }

  @TestFactory
  List<DynamicTest> asManyAsNatively() throws IOException {
    Map<String, Measured> programs = programs();
    assertTrue(programs.size() >= 8, "the corpus is there");
    Map<String, String> texts = new LinkedHashMap<>();
    programs.forEach((name, m) -> texts.put(name, m.natively()));
    Map<String, NativeGo.Result> wanted = new NativeGo().run(texts);
    List<DynamicTest> tests = new ArrayList<>();
    programs.forEach((name, m) -> {
      NativeGo.Result r = wanted.get(name);
      List<String> lines = r == null ? List.of() : r.stdout().lines().toList();
      assertEquals(m.cases.size(), lines.size(), name);
      for (int i = 0; i < lines.size(); i++) {
        String want = lines.get(i);
        String which = m.cases.get(i);
        tests.add(
            DynamicTest.dynamicTest(
                name + " " + which, () -> assertEquals(want, which + " " + here(m.text, which))));
      }
    });
    return tests;
  }

  /** What a run with the case as main allocates more than one with an empty main. */
  private String here(String text, String which) {
    Counters with = count(text + "\nfunc main() { " + which + "() }\n");
    Counters without = count(text + "\nfunc main() {}\n");
    long mallocs = with.mallocs() - without.mallocs();
    long bytes = with.givenBytes() - without.givenBytes();
    return mallocs + " objects, " + bytes + " bytes";
  }

  private Counters count(String text) {
    Runner.Ended e = runner.end("main.go", text, true, Debug.OFF);
    assertInstanceOf(Outcome.Done.class, e.outcome(), e.result().stderr());
    return e.machine().counters();
  }
}

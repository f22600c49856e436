package dev.gomem.corpus;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What code allocates, natively and here: the number of objects and the bytes of their slots
 * (runtime.MemStats' Mallocs and TotalAlloc). Each function without parameters and results of a
 * program in {@code alloc/} is a case of its own, and so is the main of those programs of {@code
 * run/} that import nothing and end by themselves, and a call of each function of the programs of
 * {@code escape/} that import nothing, with arguments made for it. Natively the least of five runs
 * counts, without collections and on one P. A case must not depend on others, or on having run
 * before; of one whose name begins with {@code fresh} the first run counts: the runtime keeps
 * records of deferred calls in loops for the next ones, which we do not.
 */
final class AllocationsTest {
  private static final Pattern CASE = Pattern.compile("(?m)^func (\\w+)\\(\\) \\{");

  private static final Pattern FUNCTION = Pattern.compile("(?m)^func (\\w+)\\(([^()]*)\\) ");

  private static final String MERGED =
      "what small pointer-free variables of one block take, gc asks for in one call";

  private static final String POOLED = "the runtime keeps records of deferred calls in loops";

  /** Cases that differ, each with its reason. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "escape/reason_forms.go byPair", MERGED,
          "escape/reason_forms.go call_byPair", MERGED,
          "escape/go_defer_devirtualized.go call_one", POOLED);

  /** Programs with a function that would not end. */
  private static final Set<String> ENDLESS = Set.of("escape/recursion.go");

  /** Variables that functions of {@code escape/} get, by the type of the parameter. */
  private static final Map<String, String> ARGUMENTS = arguments();

  private static Map<String, String> arguments() {
    Map<String, String> m = new LinkedHashMap<>();
    m.put("int", "3");
    m.put("uint", "3");
    m.put("int64", "3");
    m.put("byte", "3");
    m.put("uint8", "3");
    m.put("float64", "3");
    m.put("bool", "true");
    m.put("string", "\"three\"");
    m.put("any", "&[3]int{}");
    m.put("*int", "new(int)");
    m.put("**int", "new(*int)");
    m.put("*string", "new(string)");
    m.put("[]int", "make([]int, 9)");
    m.put("[]byte", "make([]byte, 9)");
    m.put("[]string", "make([]string, 9)");
    m.put("[]*int", "[]*int{new(int), new(int), new(int), new(int)}");
    m.put("...int", "3");
    m.put("...any", "&[3]int{}");
    m.put("...*int", "new(int)");
    m.put("map[string]int", "map[string]int{}");
    m.put("map[int]int", "map[int]int{}");
    m.put("chan int", "make(chan int, 99)");
    m.put("func()", "func() {}");
    return m;
  }

  /** Calls of a program's functions, each a function of its own, as cases. */
  private static String calls(String text) {
    StringBuilder variables = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    List<String> types = List.copyOf(ARGUMENTS.keySet());
    ARGUMENTS.forEach((type, value) -> {
      String of = type.startsWith("...") ? type.substring(3) : type;
      variables.append("var gomem%d %s = %s\n".formatted(types.indexOf(type), of, value));
    });
    Matcher m = FUNCTION.matcher(text);
    while (m.find()) {
      List<Integer> given = new ArrayList<>();
      String type = "";
      String[] parameters = m.group(2).isEmpty() ? new String[0] : m.group(2).split(", *");
      for (int i = parameters.length - 1; i >= 0; i--) {
        String[] words = parameters[i].split(" ", 2);
        type = words.length == 2 ? words[1] : type;
        given.addFirst(types.indexOf(type));
      }
      if (!given.contains(-1) && !m.group(1).equals("main") && !m.group(1).equals("init")) {
        String arguments = given.stream().map(i -> "gomem" + i).collect(joining(", "));
        calls.append("func call_%1$s() {\n%1$s(%2$s) }\n".formatted(m.group(1), arguments));
      }
    }
    return text.replaceFirst("(?s)func main\\(\\) \\{.*", "") + variables + calls;
  }

  private static final String HARNESS =
      """

      var gomemBefore, gomemAfter gomemRuntime.MemStats

      func gomemTry(f func()) (ended bool) {
      	defer func() { recover() }()
      	f()
      	return true
      }

      func gomemMeasure(name string, runs int, f func()) {
      	mallocs, bytes := ^uint64(0), ^uint64(0)
      	for i := 0; i < runs; i++ {
      		gomemRuntime.GC()
      		gomemRuntime.ReadMemStats(&gomemBefore)
      		ended := gomemTry(f)
      		gomemRuntime.ReadMemStats(&gomemAfter)
      		if !ended {
      			gomemOs.Stdout.WriteString(name + " panics\\n")
      			return
      		}
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
    for (String dir : List.of("alloc", "run", "escape")) {
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
          all.put(dir + "/" + name, Measured.of(dir.equals("escape") ? calls(text) : text));
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
      for (String dead : m.cases.subList(lines.size(), m.cases.size())) {
        tests.add(
            DynamicTest.dynamicTest(
                name + " " + dead, () -> assertTrue(ENDLESS.contains(name), "dies natively")));
      }
      for (int i = 0; i < lines.size(); i++) {
        String want = lines.get(i);
        String which = m.cases.get(i);
        if (want.endsWith(" panics")) {
          continue;
        }
        boolean differs = EXCEPTIONS.containsKey(name + " " + which);
        tests.add(
            DynamicTest.dynamicTest(
                name + " " + which,
                () -> {
                  String here = which + " " + here(m.text, which);
                  if (differs) {
                    assertNotEquals(want, here, "no exception any more");
                  } else {
                    assertEquals(want, here);
                  }
                }));
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

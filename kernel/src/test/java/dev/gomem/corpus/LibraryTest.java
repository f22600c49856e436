package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.machine.Debug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The library against Go's: every program of {@code library/} calls one package on values from a
 * seeded generator of its own and prints what comes back, the same as natively. {@code
 * -Dgomem.seed=N} starts the generators elsewhere, {@code -Dgomem.rounds=N} does N times as much. A
 * new test is a new file there.
 */
final class LibraryTest {
  private final Runner runner = new Runner();

  @TestFactory
  List<DynamicTest> answersAsGoDoes() throws IOException {
    String seed = System.getProperty("gomem.seed", "1");
    String rounds = System.getProperty("gomem.rounds", "1");
    Map<String, String> programs = new LinkedHashMap<>();
    try (var list = Files.list(Path.of("src/test/resources/library"))) {
      for (Path p : list.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
        programs.put(
            p.getFileName().toString(),
            Files.readString(p)
                .replace("const seed = 1\n", "const seed = " + seed + "\n")
                .replace("const rounds = 1\n", "const rounds = " + rounds + "\n"));
      }
    }
    assertTrue(programs.size() >= 3, "the programs are there");
    Map<String, NativeGo.Result> wanted = new NativeGo().run(programs);
    List<DynamicTest> tests = new ArrayList<>();
    programs.forEach((name, text) ->
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () -> {
                  NativeGo.Result want = wanted.get(name);
                  NativeGo.Result got = runner.run(name, text, true, Debug.OFF);
                  assertEquals("", difference(want.stdout(), got.stdout()), got.stderr());
                  Runner.compare(want, got);
                })));
    return tests;
  }

  /** The first line that differs, with its number. */
  private static String difference(String want, String got) {
    String[] w = want.split("\n", -1);
    String[] g = got.split("\n", -1);
    int i = 0;
    while (i < w.length && i < g.length && w[i].equals(g[i])) {
      i++;
    }
    return i == w.length && i == g.length
        ? ""
        : "line %d: want %s, got %s"
            .formatted(i + 1, i < w.length ? w[i] : "no more", i < g.length ? g[i] : "no more");
  }
}

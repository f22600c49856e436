package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.machine.Debug;
import dev.gomem.session.Compiled;
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
 * Every program of {@code run/}: all stages in a row print what native Go prints and end as it
 * ends. A new test is a new file there.
 */
final class RunCorpusTest {
  private final Runner runner = new Runner();

  private static Map<String, String> programs() throws IOException {
    Path dir = Path.of("src/test/resources/run");
    List<Path> files = new ArrayList<>();
    try (var list = Files.list(dir)) {
      list.filter(p -> p.toString().endsWith(".go")).sorted().forEach(files::add);
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (Path p : files) {
      all.put(p.getFileName().toString(), Files.readString(p));
    }
    return all;
  }

  @TestFactory
  List<DynamicTest> printAsNativeGo() throws IOException {
    Map<String, String> programs = programs();
    assertTrue(programs.size() >= 30, "the corpus is there");
    Map<String, NativeGo.Result> wanted = new NativeGo().run(programs);
    List<DynamicTest> tests = new ArrayList<>();
    programs.forEach((name, text) ->
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () -> Runner.compare(wanted.get(name), runner.run(name, text, true, Debug.OFF)))));
    return tests;
  }

  /** As shipped: with the library that the build has compiled. */
  @TestFactory
  List<DynamicTest> printTheSameWithTheCompiledLibrary() throws IOException {
    Runner compiled = new Runner(Compiled.library());
    List<DynamicTest> tests = new ArrayList<>();
    programs()
        .forEach((name, text) ->
            tests.add(
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertEquals(
                            runner.run(name, text, true, Debug.OFF),
                            compiled.run(name, text, true, Debug.OFF)))));
    return tests;
  }

  /**
   * The same under stress: stacks move at every call, a collection at every allocation. Programs
   * with a line {@code //pacing} are about when collections come without that.
   */
  @TestFactory
  List<DynamicTest> printTheSameUnderStress() throws IOException {
    Map<String, String> programs = programs();
    programs.values().removeIf(text -> text.contains("\n//pacing\n"));
    Map<String, NativeGo.Result> wanted = new NativeGo().run(programs);
    List<DynamicTest> tests = new ArrayList<>();
    programs.forEach((name, text) ->
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () ->
                    Runner.compare(wanted.get(name), runner.run(name, text, true, Debug.STRESS)))));
    return tests;
  }
}

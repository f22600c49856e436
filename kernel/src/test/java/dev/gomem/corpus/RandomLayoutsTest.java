package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.machine.Debug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sizes, alignments and offsets of 500 random types are those of native Go. {@code
 * -Dgomem.layouts=FROM-TO} tries other seeds; one that failed becomes one of {@link #KEPT}.
 */
final class RandomLayoutsTest {
  private static final long[] KEPT = {};

  @TestFactory
  List<DynamicTest> asNatively() {
    Map<String, String> programs = new LinkedHashMap<>();
    for (long seed : KEPT) {
      programs.put("seed " + seed, RandomLayouts.of(seed));
    }
    String[] range = System.getProperty("gomem.layouts", "1-11").split("-");
    for (long seed = Long.parseLong(range[0]); seed < Long.parseLong(range[1]); seed++) {
      programs.put("seed " + seed, RandomLayouts.of(seed));
    }
    Map<String, NativeGo.Result> wanted = new NativeGo().together(programs);
    Runner runner = new Runner();
    List<DynamicTest> tests = new ArrayList<>();
    programs.forEach((name, text) -> {
      NativeGo.Result want = wanted.get(name);
      tests.add(
          DynamicTest.dynamicTest(
              name,
              () -> {
                assertTrue(want.stderr().lines().count() > 3 * RandomLayouts.TYPES, want.stderr());
                Runner.compare(want, runner.run(name, text, true, Debug.OFF));
              }));
    });
    return tests;
  }
}

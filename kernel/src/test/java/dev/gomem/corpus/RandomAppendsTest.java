package dev.gomem.corpus;

import dev.gomem.machine.Debug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Slices of random programs grow as in native Go: capacities, and whether an array stands on the
 * stack. Under the simple rule they always grow on the heap, as without optimisations. {@code
 * -Dgomem.appends=FROM-TO} tries other seeds; one that failed becomes one of {@link #KEPT}.
 */
final class RandomAppendsTest {
  private static final long[] KEPT = {};

  @TestFactory
  List<DynamicTest> growAsInNativeGo() {
    Map<String, String> programs = new LinkedHashMap<>();
    for (long seed : KEPT) {
      programs.put("seed " + seed, RandomAppends.of(seed));
    }
    String[] range = System.getProperty("gomem.appends", "1-17").split("-");
    for (long seed = Long.parseLong(range[0]); seed < Long.parseLong(range[1]); seed++) {
      programs.put("seed " + seed, RandomAppends.of(seed));
    }
    Map<String, NativeGo.Result> wanted = new NativeGo().run(programs);
    Map<String, String> anywhere = new LinkedHashMap<>();
    programs.forEach((name, text) ->
        anywhere.put(name, text.replace("return d >= 0 && d < 1500", "return d == 1")));
    Map<String, NativeGo.Result> unoptimised = new NativeGo("-gcflags=-N -l").run(anywhere);
    Runner runner = new Runner();
    List<DynamicTest> tests = new ArrayList<>();
    programs.forEach((name, text) -> {
      NativeGo.Result want = wanted.get(name);
      tests.add(
          DynamicTest.dynamicTest(
              name, () -> Runner.compare(want, runner.run(name, text, true, Debug.OFF))));
      tests.add(
          DynamicTest.dynamicTest(
              name + ", stress",
              () -> Runner.compare(want, runner.run(name, text, true, Debug.STRESS))));
      tests.add(
          DynamicTest.dynamicTest(
              name + ", simple",
              () ->
                  Runner.compare(
                      unoptimised.get(name),
                      runner.run(name, anywhere.getOrDefault(name, ""), false, Debug.OFF))));
    });
    return tests;
  }
}

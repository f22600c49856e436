package dev.gomem.corpus;

import dev.gomem.machine.Debug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random programs print what native Go prints. The seed is the test's name; {@code
 * -Dgomem.seeds=FROM-TO} tries others. A seed that failed becomes one of {@link #KEPT}.
 */
final class RandomProgramTest {
  /** Words of eight bytes at odd multiples of four (232, 283); {@code p, p = x, p} (303). */
  private static final long[] KEPT = {232, 283, 303};

  @TestFactory
  List<DynamicTest> printAsNativeGo() {
    Map<String, String> programs = new LinkedHashMap<>();
    for (long seed : KEPT) {
      programs.put("seed " + seed, RandomProgram.of(seed));
    }
    String[] range = System.getProperty("gomem.seeds", "140-152").split("-");
    for (long seed = Long.parseLong(range[0]); seed < Long.parseLong(range[1]); seed++) {
      programs.put("seed " + seed, RandomProgram.of(seed));
    }
    Map<String, NativeGo.Result> wanted = new NativeGo().run(programs);
    Runner runner = new Runner();
    List<DynamicTest> tests = new ArrayList<>();
    programs.forEach((name, text) -> {
      NativeGo.Result want = wanted.get(name);
      tests.add(
          DynamicTest.dynamicTest(
              name, () -> Runner.compare(want, runner.run(name, text, true, Debug.OFF))));
      tests.add(
          DynamicTest.dynamicTest(
              name + ", stress, simple",
              () -> Runner.compare(want, runner.run(name, text, false, Debug.STRESS))));
    });
    return tests;
  }
}

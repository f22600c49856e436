package dev.gomem;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How much of a large population a test looks at: a seeded tenth, or with {@code GOMEM_TEST_ALL=1}
 * ({@code install/test --all}, or {@code -Dgomem.all=true}) everything. {@code -Dgomem.seed} takes
 * another tenth.
 */
public final class Sampling {
  private Sampling() {}

  /** Whether everything is asked for. */
  public static boolean all() {
    return "1".equals(System.getenv("GOMEM_TEST_ALL")) || Boolean.getBoolean("gomem.all");
  }

  /** The seed of everything that is chosen. */
  public static long seed() {
    return Long.getLong("gomem.seed", 1);
  }

  /** All of them, or a tenth, in their order. */
  public static <T> List<T> of(List<T> population) {
    if (all()) {
      return population;
    }
    SplittableRandom random = new SplittableRandom(seed());
    List<T> out = new ArrayList<>();
    for (T t : population) {
      if (random.nextInt(10) == 0) {
        out.add(t);
      }
    }
    return out;
  }
}

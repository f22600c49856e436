package dev.gomem.types;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Checks every package of Go's own library, bodies and all, and compares what is known of every
 * expression with gc's checker: mode, type, value, object, selection, instance, order of
 * initialisation.
 */
final class StdTest {
  @Test
  void theLibraryIsCheckedAsByGc() {
    GoSources std = new GoSources();
    List<String> wrong = new ArrayList<>();
    int packages = 0;
    long facts = 0;
    long nanos = 0;
    String only = System.getProperty("gomem.std", "");
    try (TypesOracle gc = new TypesOracle(std.listing())) {
      for (String path : std.paths()) {
        if (path.equals("unsafe") || !only.isEmpty() && !path.equals(only)) {
          continue;
        }
        packages++;
        long start = System.nanoTime();
        CheckResult r = std.check(path);
        nanos += System.nanoTime() - start;
        String ours = TypesOracle.ours(std.files(path), r);
        facts += ours.lines().count();
        String diff = TypesOracle.difference(path, gc.askPackage(path), ours);
        if (!diff.isEmpty()) {
          wrong.add(diff);
        }
      }
    }
    System.out.printf(
        "std: %d packages, %d lines, %d facts, %d ms (parsing %d), %d packages differ%n",
        packages,
        std.lines(),
        facts,
        nanos / 1_000_000,
        std.parseNanos() / 1_000_000,
        wrong.size());
    assertTrue(
        wrong.isEmpty(),
        () ->
            wrong.size()
                + " packages differ\n"
                + String.join("\n", wrong.subList(0, Math.min(60, wrong.size()))));
  }
}

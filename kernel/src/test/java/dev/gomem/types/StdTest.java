package dev.gomem.types;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks every package of Go's own library, bodies and all: there is no error in any of them. */
final class StdTest {
  @Test
  void theLibraryHasNoErrors() {
    GoSources std = new GoSources();
    List<String> wrong = new ArrayList<>();
    int packages = 0;
    long start = System.nanoTime();
    String only = System.getProperty("gomem.std", "");
    for (String path : std.paths()) {
      if (!only.isEmpty() && !path.equals(only)) {
        continue;
      }
      try {
        packages++;
        for (Diagnostic d : std.check(path).diagnostics()) {
          wrong.add(d.toString());
        }
      } catch (RuntimeException | StackOverflowError e) {
        StackTraceElement[] st = e.getStackTrace();
        StringBuilder sb = new StringBuilder("crash in " + path + ": " + e);
        for (int i = 0; i < Math.min(8, st.length); i++) {
          sb.append("\n    ").append(st[i]);
        }
        wrong.add(sb.toString());
      }
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        "std: %d packages, %d lines, %d ms (parsing %d), %d errors%n",
        packages, std.lines(), millis, std.parseNanos() / 1_000_000, wrong.size());
    assertTrue(
        wrong.isEmpty(),
        () -> wrong.size() + " errors\n" + String.join("\n", wrong.subList(0, Math.min(60, wrong.size()))));
  }
}

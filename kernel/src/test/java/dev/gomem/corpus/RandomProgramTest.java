package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gomem.Sampling;
import dev.gomem.machine.Debug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Random programs print what native Go prints and die as they die natively: a hundred, or 1,000 if
 * all is asked for, under gc's placement, and every tenth also under the simple rule and stress.
 * {@code -Dgomem.seeds=FROM-TO} tries others, {@code -Dgomem.keep=FOLDER} writes what fails there.
 * A program that failed is kept in the folder of resources {@code run}, as a file of its own.
 */
final class RandomProgramTest {
  /** Under the simple rule no slice grows in the frame, as capacities show. */
  private static final String NO_BUFFERS = "-gcflags=-l -d=variablemakethreshold=0";

  private Runner runner = new Runner();
  private final List<String> faults = new ArrayList<>();

  @Test
  void printAsNativeGo() throws IOException {
    long first = Sampling.seed() * 10_000;
    String given = System.getProperty("gomem.seeds", "");
    String[] range =
        (given.isEmpty() ? first + "-" + (first + (Sampling.all() ? 1_000 : 100)) : given)
            .split("-");
    Map<Long, String> programs = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (long seed = Long.parseLong(range[0]); seed < Long.parseLong(range[1]); seed++) {
      programs.put(seed, RandomProgram.of(seed));
      texts.put("seed " + seed, RandomProgram.of(seed));
    }
    Map<String, NativeGo.Result> wanted = new NativeGo().together(texts);
    Map<String, String> every10th = new LinkedHashMap<>();
    programs.forEach((seed, text) -> {
      if (seed % 10 == 3) {
        every10th.put("seed " + seed, text);
      }
    });
    Map<String, NativeGo.Result> withoutBuffers = new NativeGo(NO_BUFFERS).together(every10th);
    long start = System.nanoTime();
    int died = 0;
    long bytes = 0;
    for (Map.Entry<Long, String> p : programs.entrySet()) {
      if (p.getKey() % 100 == 0) {
        runner = new Runner(); // the types of all programs of one add up
      }
      String name = "seed " + p.getKey();
      NativeGo.Result want = wanted.get(name);
      died += want.exit() == 0 ? 0 : 1;
      bytes += want.stdout().length();
      compare(name, p.getValue(), want, true, Debug.OFF);
      if (every10th.containsKey(name)) {
        NativeGo.Result plain = Objects.requireNonNull(withoutBuffers.get(name));
        compare(name + ", stress, simple", p.getValue(), plain, false, Debug.STRESS);
      }
    }
    System.out.printf(
        "%d random programs, seeds %s to %s: %d bytes printed, %d died, %d differ, %d s%n",
        programs.size(),
        range[0],
        range[1],
        bytes,
        died,
        faults.size(),
        (System.nanoTime() - start) / 1_000_000_000);
    assertEquals("", String.join("\n", faults));
  }

  private void compare(String name, String text, NativeGo.Result want, boolean gc, Debug debug)
      throws IOException {
    try {
      Runner.compareWithoutFrames(want, runner.run(name, text, gc, debug));
    } catch (AssertionError | RuntimeException | StackOverflowError e) {
      StackTraceElement[] at = e.getStackTrace();
      String said = String.valueOf(e.getMessage());
      faults.add(
          name
              + ": "
              + e.getClass().getSimpleName()
              + " "
              + said.substring(0, Math.min(400, said.length()))
              + (e instanceof AssertionError ? "" : " at " + List.of(at).subList(0, 3)));
      String keep = System.getProperty("gomem.keep", "");
      if (!keep.isEmpty()) {
        Files.writeString(Path.of(keep).resolve(name.replaceAll("\\W+", "-") + ".go"), text);
      }
    }
  }
}

package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.Sampling;
import dev.gomem.escape.Placement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A seeded tenth, or all, of the programs of {@code $GOROOT/test} that check themselves end as Go
 * says, or are rejected with a message; none is run wrongly, none meets a fault of ours.
 */
final class GorootRunTest {
  /** How many of all pass; only rises. */
  private static final int FLOOR = 831;

  /** Those that end otherwise, each with its reason; only shrinks. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "nilptr_aix.go", "is about another system",
          "unsafebuiltins.go", "wants the addresses of package unsafe's view of a whole process",
          "env.go", "wants a PATH: programs here have an empty environment",
          "issue24187.go", "gives a slice a length beyond the memory",
          "issue29190.go", "append to a slice of as many elements of size 0 as there can be");

  @Test
  void programsThatCheckThemselves() throws IOException, InterruptedException {
    Process p = new ProcessBuilder("go", "env", "GOROOT").start();
    String root = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    p.waitFor();
    Path test = Path.of(root, "test");
    if (!Files.isDirectory(test)) {
      System.out.println("$GOROOT/test is not there: 0 of its programs were run");
      return;
    }
    Programs programs = new Programs();
    List<String> wrong = new ArrayList<>();
    List<String> slow = new ArrayList<>();
    int passed = 0;
    int rejected = 0;
    for (Path file : Sampling.of(GorootRuns.programs(test))) {
      GorootRuns.Result r = GorootRuns.run(programs, file, Placement.GC);
      switch (r.verdict()) {
        case PASSED -> passed++;
        case REJECTED -> rejected++;
        case SLOW -> slow.add(test.relativize(file).toString());
        case FAILED, BROKEN -> {
          if (!KNOWN.containsKey(file.getFileName().toString())) {
            wrong.add(test.relativize(file) + ": " + r.why());
          }
        }
      }
    }
    System.out.println(
        "$GOROOT/test: " + passed + " programs pass, " + rejected + " need what is not there yet");
    System.out.println("stopped for their time: " + slow);
    assertEquals(List.of(), wrong);
    assertTrue(!Sampling.all() || passed >= FLOOR, passed + " pass, " + FLOOR + " did");
  }
}

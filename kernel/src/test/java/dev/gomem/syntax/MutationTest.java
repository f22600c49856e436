package dev.gomem.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gomem.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Broken programs: Go's test programs with tokens or bytes deleted, doubled, moved, replaced. gc's
 * parser and ours must report the same errors at the same places (or build the same tree); the cell
 * parser must end without an exception. {@code -Dgomem.mutants} sets how many; a failure prints
 * seed and number of the mutant.
 */
class MutationTest {
  private static final long SEED = 0x60_3e3;
  private static final int MUTANTS = Integer.getInteger("gomem.mutants", 5_000);

  @Test
  void brokenProgramsGiveTheErrorsOfGc() throws IOException {
    List<Path> files =
        new ArrayList<>(Go.filesBelow(Go.root("src/cmd/compile/internal/syntax/testdata")));
    Path tests = Go.root("test");
    if (Files.isDirectory(tests)) {
      files.addAll(Go.filesBelow(tests));
    }
    List<byte[]> seeds = new ArrayList<>();
    for (Path f : files) {
      if (Files.size(f) < 6_000) {
        seeds.add(Files.readAllBytes(f));
      }
    }
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> faults = new ArrayList<>();
    int broken = 0;
    try (Oracle oracle = new Oracle()) {
      for (int i = 0; i < MUTANTS && faults.size() < 20; i++) {
        byte[] mutant = seeds.get(random.nextInt(seeds.size()));
        mutant = TextMutations.mutate(mutant, random);
        byte[] text = mutant;
        String name = "mutant " + i + " of seed " + SEED;
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> {
              Source source = new Source("x.go", text);
              FileHeader.read(source);
              return CellKind.of(source);
            },
            name);
        String difference = oracle.difference(name, text);
        if (!difference.isEmpty()) {
          faults.add(difference);
          if (Boolean.getBoolean("gomem.keep")) {
            Files.write(Path.of(System.getProperty("java.io.tmpdir"), "mutant" + i + ".go"), text);
          }
        }
        broken += Parser.parseFile(new Source("x.go", text)).diagnostics().isEmpty() ? 0 : 1;
      }
    }
    System.out.println(
        MUTANTS + " mutants of " + seeds.size() + " files, " + broken + " with errors");
    assertEquals("", String.join("\n", faults));
  }
}

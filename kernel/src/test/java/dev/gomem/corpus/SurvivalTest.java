package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.Sampling;
import dev.gomem.session.Toolchain;
import dev.gomem.source.Source;
import dev.gomem.syntax.CellKind;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import dev.gomem.syntax.TextMutations;
import dev.gomem.types.CellScope;
import dev.gomem.types.Checker;
import dev.gomem.types.Config;
import dev.gomem.types.GoSources;
import dev.gomem.types.Mutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Scanner, parser and checker survive whatever they are given: programs of Go's test folder with
 * tokens, bytes, names, types, operands or lines lost, doubled, moved or exchanged, as files and as
 * lesson cells. The number of a mutant is its seed and all that is needed to have it again ({@code
 * -Dgomem.mutant=N}); one that failed becomes one of {@link #KEPT}. A sample, or 100,000.
 */
class SurvivalTest {
  private static final long[] KEPT = {};

  private static final int ALL = 100_000;
  private static final int SAMPLE = 1_000;

  /** As much as the thread has that runs cells and commands. */
  private static final long STACK_BYTES = 64L << 20;

  private final Config config = new Config(new GoSources(false)).forPrograms();
  private final List<byte[]> texts = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int wrong;
  private long slowest;
  private long slowestNanos;

  @Test
  void nothingIsThrown() throws IOException, InterruptedException {
    Path root = Path.of(GoSources.go("env", "GOROOT").strip());
    for (String folder : List.of("test", "src/internal/types/testdata")) {
      if (Files.isDirectory(root.resolve(folder))) {
        read(root.resolve(folder));
      }
    }
    assertTrue(texts.size() > 300, texts.size() + " texts");
    List<Long> seeds = new ArrayList<>();
    Long only = Long.getLong("gomem.mutant");
    if (only != null) {
      seeds.add(only);
    } else {
      for (long kept : KEPT) {
        seeds.add(kept);
      }
      int count = Integer.getInteger("gomem.mutants", Sampling.all() ? ALL : SAMPLE);
      for (long i = 0; i < count; i++) {
        seeds.add(Sampling.seed() * 1_000_000 + i);
      }
    }
    Thread thread = new Thread(null, () -> seeds.forEach(this::survive), "mutants", STACK_BYTES);
    long start = System.nanoTime();
    thread.start();
    thread.join();
    System.out.printf(
        "%d mutants from seed %d of %d programs, %d with messages, in %d s; slowest %d: %d ms%n",
        seeds.size(),
        seeds.getFirst(),
        texts.size(),
        wrong,
        (System.nanoTime() - start) / 1_000_000_000,
        slowest,
        slowestNanos / 1_000_000);
    assertEquals("", String.join("\n", faults));
  }

  private void read(Path folder) throws IOException {
    try (Stream<Path> s = Files.walk(folder)) {
      for (Path p : s.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
        if (Files.size(p) < 20_000) {
          texts.add(Files.readAllBytes(p));
        }
      }
    }
  }

  private void survive(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] text = texts.get(random.nextInt(texts.size()));
    if (random.nextInt(3) > 0) {
      String mutant = Mutations.mutate(new String(text, StandardCharsets.UTF_8), random);
      text = mutant.getBytes(StandardCharsets.UTF_8);
    }
    if (random.nextInt(3) == 0) {
      text = TextMutations.mutate(text, random);
    }
    long nanos = once(seed, text);
    if (nanos > slowestNanos) {
      nanos = once(seed, text); // now without what was imported for the first time
    }
    if (nanos > slowestNanos) {
      slowestNanos = nanos;
      slowest = seed;
    }
  }

  private long once(long seed, byte[] text) {
    long start = System.nanoTime();
    try {
      Source source = new Source("main.go", text);
      wrong += Toolchain.build(List.of(source), config).result().ok() ? 0 : 1;
      ParseResult<Node.Cell> cell = Parser.parseCell(new Source("In [1]", text));
      if (cell.canCheck()) {
        Checker.checkCell(CellScope.empty(), cell.tree(), config);
      }
      CellKind.of(source);
    } catch (RuntimeException | Error e) {
      StackTraceElement[] at = e.getStackTrace();
      faults.add(
          "mutant " + seed + ": " + e + " at " + List.of(at).subList(0, Math.min(5, at.length)));
    }
    return System.nanoTime() - start;
  }
}

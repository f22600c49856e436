package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.Sampling;
import dev.gomem.escape.NativeEscape;
import dev.gomem.session.FileRunner;
import dev.gomem.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Random programs: every line of {@code go build -gcflags='-m -l'} about them, its place and its
 * words, against those of {@code gomem escape}. Fifty of them, or 500 if all is asked for; {@code
 * -Dgomem.seeds=FROM-TO} tries others. A hundred are built at a time.
 */
final class RandomEscapeTest {
  /** Of all lines, per cent; only rises. */
  private static final double FLOOR = 99.9;

  private static final int AT_ONCE = 100;

  private FileRunner gomem = new FileRunner();
  private final StringBuilder wrong = new StringBuilder();
  private int lines;
  private int same;
  private int surplus;
  private int exact;
  private int rejected;

  @Test
  void linesAreThoseOfGc() {
    long first = Sampling.seed() * 10_000;
    String given = System.getProperty("gomem.seeds", "");
    String[] range =
        (given.isEmpty() ? first + "-" + (first + (Sampling.all() ? 500 : 50)) : given).split("-");
    long end = Long.parseLong(range[1]);
    int programs = 0;
    for (long from = Long.parseLong(range[0]); from < end; from += AT_ONCE) {
      gomem = new FileRunner(); // the types of all programs of one add up
      Map<String, String> texts = new LinkedHashMap<>();
      for (long seed = from; seed < Math.min(end, from + AT_ONCE); seed++) {
        texts.put("seed" + seed, RandomProgram.of(seed));
      }
      Map<String, List<NativeEscape.Message>> gc = NativeEscape.programs(texts);
      texts.forEach((name, text) -> compare(name, text, gc.getOrDefault(name, List.of())));
      programs += texts.size();
    }
    System.out.printf(
        "escape of random programs, seeds %s to %s: %d (%d rejected by both), %d exact and"
            + " in order, %d lines, %d the"
            + " same (%.2f %%), %d surplus%n%s",
        range[0],
        range[1],
        programs,
        rejected,
        exact,
        lines,
        same,
        100.0 * same / Math.max(1, lines),
        surplus,
        wrong);
    assertTrue(rejected * 50 <= programs, rejected + " programs do not compile");
    assertTrue(lines > 10 * programs, "hardly anything was compared");
    assertTrue(100.0 * same >= FLOOR * lines && 100.0 * surplus <= (100 - FLOOR) * lines, "less");
  }

  private void compare(String name, String text, List<NativeEscape.Message> gc) {
    List<String> want = new ArrayList<>();
    for (NativeEscape.Message m : gc) {
      if (m.file().equals("main.go") || !m.file().endsWith(".go")) {
        want.add(m.toString());
      }
    }
    Source source = new Source("main.go", text);
    FileRunner.Escapes found = gomem.escape(source);
    if (!found.wrong().isEmpty()) { // a slip of the generator's: then gc must say the same
      String said = found.wrong().get(0).toString();
      assertTrue(want.contains(said), () -> name + ": " + said);
      rejected++;
      return;
    }
    List<String> have = found.lines();
    lines += want.size();
    List<String> missing = new ArrayList<>(want);
    List<String> more = new ArrayList<>(have);
    have.forEach(missing::remove);
    want.forEach(more::remove);
    same += want.size() - missing.size();
    surplus += more.size();
    if (want.equals(have)) {
      exact++;
      return;
    }
    wrong.append("  ").append(name).append(":\n");
    missing.forEach(l -> wrong.append("    - ").append(l).append('\n'));
    more.forEach(l -> wrong.append("    + ").append(l).append('\n'));
  }
}

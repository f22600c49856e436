package dev.gomem.corpus;

import dev.gomem.escape.Placement;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The programs of Go's own test folder that check themselves ({@code // run}), run in place: those
 * that use only what gomem has must end as Go says. By hand: {@code GorootRuns FOLDER [-v]
 * [SUBSTRING]}.
 */
final class GorootRuns {
  private static final long SECONDS = 20;

  private GorootRuns() {}

  /** What became of a program. */
  enum Verdict {
    PASSED,
    FAILED,
    /** Needs what gomem does not have, and says so. */
    REJECTED,
    /** Was stopped after {@link #SECONDS}. */
    SLOW,
    /** A fault of ours. */
    BROKEN
  }

  record Result(Path file, Verdict verdict, String why) {}

  static List<Path> programs(Path test) throws IOException {
    List<Path> out = new ArrayList<>();
    try (Stream<Path> s = Files.walk(test)) {
      for (Path p : s.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
        String first;
        try (Stream<String> lines = Files.lines(p, java.nio.charset.StandardCharsets.ISO_8859_1)) {
          first =
              lines.filter(l -> !l.startsWith("//go:build") && !l.isBlank()).findFirst().orElse("");
        }
        if (first.strip().equals("// run")) {
          out.add(p);
        }
      }
    }
    return out;
  }

  static Result run(Programs programs, Path file, Placement placement) {
    try {
      Programs.Built b =
          programs.build(
              new Source(file.getFileName().toString(), Files.readAllBytes(file)), placement);
      if (b.unit() == null) {
        return new Result(file, Verdict.REJECTED, b.diagnostics().get(0).message());
      }
      // Far beyond what any of them needs that ends.
      Limits limits =
          new Limits(
              512L << 20,
              64L << 20,
              Boolean.getBoolean("stress") ? 200_000L : 400_000_000L,
              1 << 22);
      Programs.Ran r =
          programs.run(
              b.unit(), Boolean.getBoolean("stress") ? Debug.STRESS : Debug.OFF, limits, SECONDS);
      if (r.outcome() instanceof dev.gomem.machine.Outcome.Interrupted) {
        return new Result(file, Verdict.SLOW, "");
      }
      Path out = Path.of(file.toString().replaceAll("\\.go$", ".out"));
      String all = r.both();
      if (r.outcome() instanceof dev.gomem.machine.Outcome.Limited
          && Boolean.getBoolean("stress")) {
        return new Result(file, Verdict.PASSED, "cut");
      }
      if (r.code() != 0) {
        return new Result(file, Verdict.FAILED, r.outcome() + " " + head(all));
      }
      // As Go's own runner has it: what has no such file prints nothing.
      String expected = Files.exists(out) ? Files.readString(out) : "";
      if (!expected.equals(all)) {
        return new Result(file, Verdict.FAILED, "output differs: " + head(all));
      }
      return new Result(file, Verdict.PASSED, "");
    } catch (Throwable e) { // NOPMD: whatever happens is the result
      StackTraceElement[] st = e.getStackTrace();
      return new Result(file, Verdict.BROKEN, e + (st.length > 0 ? " at " + st[0] : ""));
    }
  }

  private static String head(String s) {
    return s.length() > 300 ? s.substring(0, 300) : s;
  }

  public static void main(String[] args) throws IOException {
    String only = args.length > 1 ? args[1] : "";
    Programs programs = new Programs();
    Map<Verdict, Integer> counts = new TreeMap<>();
    for (Path p : programs(Path.of(args[0]))) {
      if (!p.toString().contains(only)) {
        continue;
      }
      Result r = run(programs, p, Boolean.getBoolean("simple") ? Placement.SIMPLE : Placement.GC);
      counts.merge(r.verdict(), 1, Integer::sum);
      if (r.verdict() != Verdict.PASSED) {
        System.out.println(
            r.verdict()
                + " "
                + Path.of(args[0]).relativize(p)
                + ": "
                + r.why().replace("\n", " | "));
      }
      System.out.flush();
    }
    System.out.println(counts);
  }
}

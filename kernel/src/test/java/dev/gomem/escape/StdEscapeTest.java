package dev.gomem.escape;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.CheckResult;
import dev.gomem.types.GoSources;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Go's own library, every package with the tags found for those it imports, compared line by line
 * with {@code go build -gcflags='all=-m -l' std}. Floors only rise.
 */
final class StdEscapeTest {
  /** Packages to build, with all they import; {@code -Dgomem.std.roots=std} for all there are. */
  private static final List<String> ROOTS =
      List.of(
          System.getProperty(
                  "gomem.std.roots",
                  "bufio,container/list,encoding/csv,fmt,regexp,sort,strings,text/tabwriter")
              .split(","));

  private static final double FLOOR = 90;

  @Test
  void theLibrarysMessagesAreThoseOfGc() {
    GoSources std = new GoSources();
    Map<String, List<NativeEscape.Message>> gc = NativeEscape.library("all", "-m -l", ROOTS);
    Map<Obj.Func, List<Tag>> known = new IdentityHashMap<>();
    String only = System.getProperty("gomem.std", "");
    long total = 0;
    long same = 0;
    long surplus = 0;
    int failed = 0;
    int exact = 0;
    int packages = 0;
    long nanos = 0;
    Map<String, Integer> failures = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    for (String path : ordered(std)) {
      if (path.equals("unsafe") || path.equals("runtime")) { // pointers out of the heap's reach
        continue;
      }
      CheckResult checked = std.check(path);
      List<String> have = new ArrayList<>();
      long start = System.nanoTime();
      try {
        List<Decl.FuncDecl> functions =
            EscapeCorpusTest.functions(std.files(path)).stream()
                .filter(d -> supported(d, checked.info()))
                .toList();
        EscapeResult r =
            Escape.analyze(
                functions,
                checked.info(),
                checked.pkg(),
                (f, p) -> known.get(f.origin()),
                Escape.Author.LIBRARY);
        for (Decl.FuncDecl d : functions) {
          Obj.Func f = checked.info().func(d);
          List<Tag> tags = f == null ? null : r.tags(f, Placement.GC);
          if (f != null && tags != null) {
            known.put(f.origin(), tags);
          }
        }
        for (EscapeResult.Line l : r.lines()) {
          String line = l.toString();
          have.add(line.substring(line.lastIndexOf('/', line.indexOf(':')) + 1));
        }
      } catch (RuntimeException | StackOverflowError e) {
        failed++;
        StackTraceElement at = e.getStackTrace()[0];
        failures.merge(e + " at " + at, 1, Integer::sum);
        if (!only.isEmpty() && path.equals(only)) {
          e.printStackTrace(System.out);
        }
      }
      nanos += System.nanoTime() - start;
      List<String> want = new ArrayList<>();
      for (NativeEscape.Message m : gc.getOrDefault(path, List.of())) {
        if (!m.file().startsWith("<")) {
          want.add(m.toString());
        }
      }
      have.removeIf(s -> s.startsWith("<"));
      packages++;
      total += want.size();
      int common = common(want, have);
      same += common;
      surplus += have.size() - common;
      if (want.equals(have)) {
        exact++;
      } else if (only.isEmpty() || path.equals(only)) {
        wrong.add(
            path
                + " "
                + common
                + "/"
                + want.size()
                + ":\n"
                + EscapeCorpusTest.difference(want, have));
      }
    }
    System.out.printf(
        "std: %d packages (%d exact, in order; %d failed), %d lines, %d the same (%.2f %%), %d"
            + " surplus, %d ms%n",
        packages, exact, failed, total, same, 100.0 * same / total, surplus, nanos / 1_000_000);
    failures.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .limit(30)
        .forEach(e -> System.out.println("  " + e.getValue() + " x " + e.getKey()));
    String out = System.getProperty("gomem.out", "");
    if (!out.isEmpty()) {
      try {
        java.nio.file.Files.writeString(java.nio.file.Path.of(out), String.join("\n", wrong));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    double share = 100.0 * same / total;
    assertTrue(share >= FLOOR, () -> "only " + share + " %");
  }

  /** Generic functions and ranges over functions are not there yet. */
  private static boolean supported(Decl.FuncDecl d, Info info) {
    Obj.Func f = info.func(d);
    boolean generic =
        f == null
            || !f.signature().typeParams().isEmpty()
            || !f.signature().recvTypeParams().isEmpty();
    boolean[] iterates = new boolean[1];
    dev.gomem.syntax.Walk.preorder(
        d,
        n -> {
          iterates[0] |=
              n instanceof Stmt.RangeClause r
                  && info.typeOf(r.x()).underlying() instanceof Signature;
          return !iterates[0];
        });
    return !generic && !iterates[0];
  }

  private static int common(List<String> want, List<String> have) {
    Map<String, Integer> count = new HashMap<>();
    have.forEach(s -> count.merge(s, 1, Integer::sum));
    int n = 0;
    for (String w : want) {
      Integer c = count.get(w);
      if (c != null && c > 0) {
        count.put(w, c - 1);
        n++;
      }
    }
    return n;
  }

  /** Imported packages first. */
  private static List<String> ordered(GoSources std) {
    List<String> out = new ArrayList<>();
    for (String path : ROOTS.equals(List.of("std")) ? std.paths() : ROOTS) {
      std.check(path); // checks what it imports before
    }
    out.addAll(std.checkedPaths());
    return out;
  }
}

package dev.gomem.types;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.source.Source;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
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
 * Compares our messages with gc's checker's on Go's own test programs, as they are and with seeded
 * mistakes: names, literals, operators and types exchanged, arguments, lines and fields lost or
 * doubled. System properties: {@code gomem.seed}, {@code gomem.mutants} (how many of each file),
 * {@code gomem.only} (part of a file's name).
 */
final class WrongProgramsTest {
  private final List<String> wrong = new ArrayList<>();
  private int texts;
  private int faulty;
  private int skipped;

  @Test
  void messagesAreGcs() throws IOException {
    long seed = Long.getLong("gomem.seed", 1);
    int mutants = Integer.getInteger("gomem.mutants", 1);
    String only = System.getProperty("gomem.only", "");
    GoSources std = new GoSources();
    Path root = Path.of(GoSources.go("env", "GOROOT").strip());
    List<Path> files = new ArrayList<>();
    for (String dir : List.of("test", "src/internal/types/testdata")) {
      try (Stream<Path> s = Files.walk(root.resolve(dir))) {
        files.addAll(
            s.filter(p -> p.toString().endsWith(".go") && p.toString().contains(only))
                .sorted()
                .toList());
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    try (TypesOracle gc = new TypesOracle(std.listing())) {
      for (Path file : files) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String name = root.relativize(file).toString();
        // Language versions of single files and cgo are beyond us.
        if (text.length() > 60_000
            || text.contains("//go:build go1.")
            || name.endsWith("importC.go")) {
          continue;
        }
        compare(gc, std, name, text);
        SplittableRandom r = random.split();
        for (int i = 0; i < mutants; i++) {
          String mutant = Mutations.mutate(text, r);
          compare(gc, std, name + " mutant " + i, mutant);
        }
      }
    }
    System.out.printf(
        "wrong programs: %d texts, %d with errors, %d not checked (syntax), %d differ%n",
        texts, faulty, skipped, wrong.size());
    assertTrue(
        wrong.isEmpty(),
        () ->
            "seed "
                + seed
                + ": "
                + wrong.size()
                + " texts differ\n"
                + String.join(
                    "\n",
                    wrong.subList(
                        0, Math.min(Integer.getInteger("gomem.show", 60), wrong.size()))));
  }

  private void compare(TypesOracle gc, GoSources std, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ParseResult<Node.File> parsed = Parser.parseFile(new Source("x.go", bytes));
    if (!parsed.diagnostics().isEmpty()) {
      skipped++;
      return;
    }
    String theirs = gc.askText(bytes);
    if (theirs.startsWith("!syntax error")) {
      skipped++;
      return;
    }
    boolean gcPanics = theirs.startsWith("!gc itself panics");
    texts++;
    if (theirs.startsWith("!")) {
      faulty++;
    }
    String ours;
    try {
      CheckResult r = Checker.checkFiles("main", List.of(parsed.tree()), new Config(std));
      ours = TypesOracle.ours(List.of(parsed.tree()), r);
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] st = e.getStackTrace();
      ours =
          "crash " + e + " at " + (st.length > 0 ? st[0] : "") + " " + (st.length > 1 ? st[1] : "");
    }
    if (gcPanics && !ours.startsWith("crash")) {
      return;
    }
    if (ours.contains("anonymous interface refers to itself")) {
      return; // gc says so after its checker has found nothing
    }
    if (theirs.contains(" redeclared in this block") && sameButForDotImports(theirs, ours)) {
      return;
    }
    String diff = TypesOracle.difference(name, theirs, ours);
    if (!diff.isEmpty()) {
      String keep = System.getProperty("gomem.keep", "");
      if (!keep.isEmpty()) {
        Files.writeString(Path.of(keep).resolve("w" + wrong.size() + ".go"), text);
        diff = "w" + wrong.size() + " " + diff;
      }
      wrong.add(diff);
    }
  }

  /** Of the names that a dot import declares again, gc's checker reports any one first. */
  private static boolean sameButForDotImports(String theirs, String ours) {
    String pattern = "\\d: \\w+ redeclared in this block.*";
    return theirs.replaceAll(pattern, "").equals(ours.replaceAll(pattern, ""));
  }
}

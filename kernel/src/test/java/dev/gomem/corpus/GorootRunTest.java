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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A seeded tenth, or all, of the programs of {@code $GOROOT/test} that check themselves end and
 * print as Go says. {@code goroot-run.txt} has them all by name, those that do not with the reason;
 * a program must do what its line says, so the reasons can only become fewer. All of them with
 * {@code -Dgomem.rewrite=true} write the list anew, to be read as a diff.
 */
final class GorootRunTest {
  private static final Path LIST = Path.of("src/test/resources/goroot-run.txt");

  /** A library that is enough for most. */
  private static final Set<String> CORE =
      Set.of("fmt", "strings", "strconv", "errors", "math", "unsafe", "os", "sort");

  private static final Pattern IMPORTS =
      Pattern.compile("(?m)^import\\s*(?:\\(([^)]*)\\)|(?:[\\w.]+\\s+)?(\"[^\"]*\"))");

  /** Passes where there is time. */
  private static final String LONG = "takes long";

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

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
    boolean rewrite = Boolean.getBoolean("gomem.rewrite");
    Map<String, String> listed = listed();
    Map<String, String> found = new TreeMap<>();
    Programs programs = new Programs();
    List<String> wrong = new ArrayList<>();
    List<String> slow = new ArrayList<>();
    int passed = 0;
    int core = 0;
    int coreNot = 0;
    for (Path file : Sampling.of(GorootRuns.programs(test))) {
      GorootRuns.Result r = GorootRuns.run(programs, file, Placement.GC);
      String name = test.relativize(file).toString();
      String why =
          switch (r.verdict()) {
            case PASSED -> "";
            case SLOW -> LONG;
            case REJECTED, FAILED, BROKEN -> r.why().replaceAll("(?s)\\n.*", "");
          };
      boolean isCore = CORE.containsAll(imports(file));
      passed += why.isEmpty() ? 1 : 0;
      core += isCore ? 1 : 0;
      coreNot += isCore && !why.isEmpty() ? 1 : 0;
      // How far a program gets in its time says nothing about it.
      if (r.verdict() == GorootRuns.Verdict.SLOW) {
        slow.add(name);
      } else if (!rewrite
          && !listed.getOrDefault(name, "").equals(LONG)
          && why.isEmpty() != listed.getOrDefault(name, "").isEmpty()) {
        wrong.add(name + ": " + (why.isEmpty() ? "passes, and the list says it cannot" : why));
      }
      // A reason that somebody wrote says more than a message.
      found.put(
          name,
          why.isEmpty() || !listed.containsKey(name) || listed.get(name).isEmpty()
              ? why
              : listed.get(name));
    }
    System.out.printf(
        "$GOROOT/test: %d of %d programs pass; of those that import little %d of %d%n",
        passed, found.size(), core - coreNot, core);
    System.out.println("stopped for their time: " + slow);
    if (rewrite && Sampling.all()) {
      StringBuilder text = new StringBuilder();
      found.forEach(
          (name, why) -> text.append(name).append(why.isEmpty() ? "" : ": " + why).append('\n'));
      Files.writeString(LIST, text);
    }
    assertEquals(List.of(), wrong);
    assertTrue(!Sampling.all() || coreNot * 50 <= core, coreNot + " of " + core + " do not pass");
  }

  private static Map<String, String> listed() throws IOException {
    Map<String, String> out = new TreeMap<>();
    for (String line : Files.exists(LIST) ? Files.readAllLines(LIST) : List.<String>of()) {
      int colon = line.indexOf(": ");
      out.put(
          colon < 0 ? line : line.substring(0, colon), colon < 0 ? "" : line.substring(colon + 2));
    }
    return out;
  }

  private static Set<String> imports(Path file) throws IOException {
    Set<String> out = new HashSet<>();
    Matcher each = IMPORTS.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    while (each.find()) {
      Matcher path = QUOTED.matcher(each.group());
      while (path.find()) {
        out.add(path.group(1));
      }
    }
    return out;
  }
}

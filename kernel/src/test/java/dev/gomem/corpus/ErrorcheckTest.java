package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gomem.Differences;
import dev.gomem.Sampling;
import dev.gomem.library.Library;
import dev.gomem.session.Toolchain;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import dev.gomem.types.Checker;
import dev.gomem.types.Config;
import dev.gomem.types.GoSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The files of Go's test folder whose first line is {@code // errorcheck}, by the suite's own rule:
 * every quoted text after {@code // ERROR} is a regular expression for messages of that line, needs
 * at least one, and takes all that match; what is left over fails. What the files expect is blanked
 * out before our checker sees them; what is to come of the compiler alone, without go's own look at
 * the file. Files that fail stand, with the reason, in {@code differences/errorcheck.txt}.
 */
class ErrorcheckTest {
  private record Want(int line, String pattern) {}

  private static final Pattern ERROR = Pattern.compile("// (?:GC_)?ERROR (.*)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern LINE = Pattern.compile("LINE(([+-])([0-9]+))?");

  private final Config config = new Config(new StdImporter()).forPrograms();
  private final Toolchain library = new Toolchain(new Library());

  @Test
  void filesPassByTheSuitesRule() throws IOException {
    String only = System.getProperty("gomem.only", "");
    List<GoTestdata.Unit> units =
        GoTestdata.errorcheck(Path.of(GoSources.go("env", "GOROOT").strip()).resolve("test"));
    units =
        only.isEmpty()
            ? Sampling.of(units)
            : units.stream().filter(u -> u.name().contains(only)).toList();
    Map<String, String> known = Differences.in("errorcheck.txt");
    List<String> failures = new ArrayList<>();
    int wanted = 0;
    int met = 0;
    int passed = 0;
    for (GoTestdata.Unit u : units) {
      List<Want> wants = wants(u);
      List<String> faults = new ArrayList<>();
      int unmet = 0;
      try {
        unmet = match(wants, messages(u), faults);
      } catch (RuntimeException | StackOverflowError e) {
        faults.add("thrown: " + e);
        unmet = wants.size();
      }
      wanted += wants.size();
      met += wants.size() - unmet;
      if (faults.isEmpty()) {
        passed++;
        if (known.containsKey(u.name())) {
          failures.add(u.name() + " passes now: take it from the list");
        }
      } else if (!known.containsKey(u.name())) {
        faults.forEach(f -> failures.add(u.name() + ": " + f));
      }
    }
    System.out.printf(
        "errorcheck files of Go's test folder: %d of %d patterns met (%.1f %%), %d of %d files pass"
            + " (%.1f %%)%n",
        met,
        wanted,
        100.0 * met / Math.max(1, wanted),
        passed,
        units.size(),
        100.0 * passed / Math.max(1, units.size()));
    assertEquals("", String.join("\n", failures));
  }

  private static String file(GoTestdata.Unit u) {
    return u.name().substring(u.name().lastIndexOf('/') + 1);
  }

  private static List<Want> wants(GoTestdata.Unit u) {
    List<Want> out = new ArrayList<>();
    String text = new String(u.raw().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher m = ERROR.matcher(lines[i]);
      if (lines[i].contains("////") || !m.find()) {
        continue;
      }
      int line = i + 1;
      Matcher q = QUOTED.matcher(m.group(1));
      while (q.find()) {
        String pattern =
            LINE.matcher(q.group(1))
                .replaceAll(r ->
                    file(u)
                        + ":"
                        + (r.group(1) == null
                            ? line
                            : line
                                + Integer.parseInt(r.group(3))
                                    * (r.group(2).equals("-") ? -1 : 1)));
        out.add(new Want(line, asJava(pattern)));
      }
    }
    return out;
  }

  /** Go's regular expressions take braces and, in classes, brackets as they stand. */
  private static String asJava(String pattern) {
    StringBuilder b = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        b.append(c).append(pattern.charAt(++i));
        continue;
      }
      if (c == '[' && inClass || c == '{' && !Character.isDigit((pattern + " ").charAt(i + 1))) {
        b.append('\\');
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']'
          && inClass
          && !b.toString().endsWith("[")
          && !b.toString().endsWith("[^")) {
        inClass = false;
      }
      b.append(c);
    }
    return b.toString();
  }

  /** Texts by line. */
  private Map<Integer, List<String>> messages(GoTestdata.Unit u) {
    Map<Integer, List<String>> out = new LinkedHashMap<>();
    Source source = new Source(file(u), u.files().getOrDefault(NativeBuild.MAIN, new byte[0]));
    ParseResult<Node.File> parsed = Parser.parseFile(source);
    List<Diagnostic> all = new ArrayList<>(parsed.diagnostics());
    if (parsed.canCheck()) {
      List<Node.File> files = List.of(parsed.tree());
      all.addAll(library.honest(Checker.checkFiles("p", files, config).diagnostics()));
    }
    for (Diagnostic d : all) {
      // The suite does not say that functions are all here.
      if (!d.message().equals("missing function body")) {
        out.computeIfAbsent(d.pos().relativeLine(), _ -> new ArrayList<>()).add(d.message());
      }
    }
    return out;
  }

  /** How many wants are not met. */
  private static int match(
      List<Want> wants, Map<Integer, List<String>> messages, List<String> faults) {
    int unmet = 0;
    for (Want w : wants) {
      Pattern p = Pattern.compile(w.pattern);
      List<String> here = messages.getOrDefault(w.line, new ArrayList<>());
      if (!here.removeIf(m -> p.matcher(m).find())) {
        faults.add(w.line + ": missing: " + w.pattern + " in " + here);
        unmet++;
      }
    }
    messages.forEach((line, left) -> left.forEach(m -> faults.add(line + ": surplus: " + m)));
    return unmet;
  }
}

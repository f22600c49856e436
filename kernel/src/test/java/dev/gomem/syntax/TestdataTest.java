package dev.gomem.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The test files of gc's own syntax package, read where they lie and matched by their own rules: a
 * general comment {@code ERROR rx} stands before the token at which an error is expected, a line
 * comment on its line.
 */
class TestdataTest {
  @Test
  void reportsWhatTheFilesExpect() throws IOException {
    List<String> faults = new ArrayList<>();
    int files = 0;
    int expectations = 0;
    for (Path path : Go.filesBelow(Go.root("src/cmd/compile/internal/syntax/testdata"))) {
      files++;
      Source source = new Source(path.getFileName().toString(), Files.readAllBytes(path));
      TreeMap<String, String> expected = expected(source);
      expectations += expected.size();
      for (Diagnostic d : Parser.parseFile(source, false).diagnostics()) {
        String exact = d.pos().line() + ":" + d.pos().column();
        String line = d.pos().line() + ":0";
        String key = expected.containsKey(exact) ? exact : line;
        String pattern = expected.get(key);
        if (pattern == null) {
          faults.add(d + ": not expected");
        } else if (!Pattern.compile(pattern.replaceAll("(?<!\\\\)\\{(?![0-9])", "\\\\{"))
            .matcher(d.message())
            .find()) {
          faults.add(d + ": does not match " + pattern);
        } else {
          expected.remove(key);
        }
      }
      expected.forEach((at, pattern) -> faults.add(source + ":" + at + ": missing: " + pattern));
    }
    assertTrue(
        files >= 30 && expectations >= 100, files + " files, " + expectations + " expectations");
    assertEquals(List.of(), faults);
  }

  private static TreeMap<String, String> expected(Source source) {
    TreeMap<String, String> expected = new TreeMap<>();
    Scanner scanner = new Scanner(source, Scanner.SILENT);
    int last = 0;
    do {
      scanner.next();
      comments(source, last, scanner.start, expected);
      last = scanner.end;
    } while (scanner.token != Token.EOF);
    return expected;
  }

  /** Collects the comments between two tokens, the second of which starts at {@code to}. */
  private static void comments(Source source, int from, int to, TreeMap<String, String> expected) {
    String gap = source.text(from, to);
    int i = 0;
    while ((i = gap.indexOf('/', i)) >= 0) {
      boolean general = gap.startsWith("/*", i);
      int end = general ? gap.indexOf("*/", i + 2) + 2 : gap.indexOf('\n', i);
      if (end < i) {
        end = gap.length();
      }
      String comment = gap.substring(i, end);
      if (comment.startsWith("// ERROR ")) {
        int at =
            from + gap.substring(0, i).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        expected.put(source.line(at) + ":0", comment.substring(9).strip());
      } else if (comment.startsWith("/* ERROR ")) {
        expected.put(
            source.line(to) + ":" + source.column(to),
            comment.substring(9, comment.length() - 2).strip());
      }
      i = end;
    }
  }
}

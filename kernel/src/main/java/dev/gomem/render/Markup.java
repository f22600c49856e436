package dev.gomem.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the marks of catalogue sentences into runs: {@code *strong*}, {@code `code`}, {@code
 * _emphasis_}.
 */
final class Markup {
  private Markup() {}

  /**
   * Parameters were filled in before, so a learner's name with such a mark in it could open one; a
   * mark without its partner stays as it is, and names are never longer than what the tables show
   * anyway.
   */
  static List<Doc.Run> runs(String sentence) {
    List<Doc.Run> out = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < sentence.length()) {
      char c = sentence.charAt(i);
      int close = c == '*' || c == '`' || c == '\u0001' ? sentence.indexOf(c, i + 1) : -1;
      if (close > i + 1) {
        flush(plain, out);
        String inner = sentence.substring(i + 1, close);
        out.add(
            c == '*' ? new Doc.Strong(inner) : c == '`' ? new Doc.Code(inner) : new Doc.Em(inner));
        i = close + 1;
      } else {
        plain.append(c);
        i++;
      }
    }
    flush(plain, out);
    return out;
  }

  private static void flush(StringBuilder plain, List<Doc.Run> out) {
    if (!plain.isEmpty()) {
      out.add(new Doc.Text(plain.toString()));
      plain.setLength(0);
    }
  }
}

package dev.gomem.session;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages with their source line and a caret below the column; wide characters and tabs keep the
 * caret in place.
 */
public final class Excerpts {
  /** gc prints so many and then "too many errors". */
  public static final int MOST = 10;

  private Excerpts() {}

  /** At most {@link #MOST} messages, one on a line, each with its excerpt. */
  public static List<String> lines(List<Diagnostic> diagnostics) {
    List<String> out = new ArrayList<>();
    int n = 0;
    for (Diagnostic d : diagnostics) {
      if (n++ == MOST) {
        out.add("too many errors");
        break;
      }
      out.add(d.toString());
      excerpt(d.pos(), d.length(), out);
    }
    return out;
  }

  static void excerpt(Pos pos, int length, List<String> out) {
    if (!pos.isKnown()) {
      return;
    }
    String line = pos.source().lineText(pos.line());
    int column = pos.column() - 1;
    byte[] bytes = line.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    StringBuilder pad = new StringBuilder();
    int end = Math.min(column, bytes.length);
    new String(bytes, 0, end, java.nio.charset.StandardCharsets.UTF_8)
        .codePoints()
        .forEach(c -> pad.append(c == '\t' ? "\t" : c >= 0x1100 && isWide(c) ? "  " : " "));
    out.add("    " + line);
    out.add(
        "    "
            + pad
            + "^".repeat(Math.max(1, Math.min(length, Math.max(1, bytes.length - column)))));
  }

  private static boolean isWide(int c) {
    Character.UnicodeScript s = Character.UnicodeScript.of(c);
    return s == Character.UnicodeScript.HAN
        || s == Character.UnicodeScript.HIRAGANA
        || s == Character.UnicodeScript.KATAKANA
        || s == Character.UnicodeScript.HANGUL
        || c >= 0x1f300 && c <= 0x1faff;
  }
}

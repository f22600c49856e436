package dev.gomem.library;

import java.nio.charset.StandardCharsets;

/**
 * Strings as Go literals, as {@code strconv.Quote} and its relatives. Works on bytes: a string need
 * not be UTF-8.
 */
final class Quotes {
  private Quotes() {}

  static String quote(byte[] s, boolean ascii) {
    StringBuilder b = new StringBuilder("\"");
    int i = 0;
    while (i < s.length) {
      int size = runeSize(s, i);
      if (size == 0) {
        b.append(String.format("\\x%02x", s[i] & 0xff));
        i++;
        continue;
      }
      escape(new String(s, i, size, StandardCharsets.UTF_8).codePointAt(0), '"', ascii, b);
      i += size;
    }
    return b.append('"').toString();
  }

  static String quoteRune(int r, boolean ascii) {
    int rune = r < 0 || r > 0x10ffff || r >= 0xd800 && r <= 0xdfff ? 0xfffd : r;
    StringBuilder b = new StringBuilder("'");
    escape(rune, '\'', ascii, b);
    return b.append('\'').toString();
  }

  private static void escape(int r, char quote, boolean ascii, StringBuilder b) {
    if (r == quote || r == '\\') {
      b.append('\\').appendCodePoint(r);
      return;
    }
    if (r < 0x80 && isPrint(r) || !ascii && isPrint(r)) {
      b.appendCodePoint(r);
      return;
    }
    switch (r) {
      case 7 -> b.append("\\a");
      case '\b' -> b.append("\\b");
      case '\f' -> b.append("\\f");
      case '\n' -> b.append("\\n");
      case '\r' -> b.append("\\r");
      case '\t' -> b.append("\\t");
      case 11 -> b.append("\\v");
      default ->
          b.append(
              r < ' ' || r == 0x7f
                  ? String.format("\\x%02x", r)
                  : r < 0x10000 ? String.format("\\u%04x", r) : String.format("\\U%08x", r));
    }
  }

  /** Bytes of the valid UTF-8 sequence at i, 0 if there is none. */
  static int runeSize(byte[] s, int i) {
    return runeSize(s, i, s.length);
  }

  static int runeSize(byte[] s, int i, int end) {
    int c = s[i] & 0xff;
    if (c < 0x80) {
      return 1;
    }
    int n =
        c >= 0xc2 && c <= 0xdf ? 2 : c >= 0xe0 && c <= 0xef ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 0;
    if (n == 0 || i + n > end) {
      return 0;
    }
    int second = s[i + 1] & 0xff;
    int low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
    int high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) {
      return 0;
    }
    for (int k = 2; k < n; k++) {
      if ((s[i + k] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return n;
  }

  static boolean canBackquote(byte[] s) {
    int i = 0;
    while (i < s.length) {
      int size = runeSize(s, i);
      if (size == 0) {
        return false;
      }
      int r = new String(s, i, size, StandardCharsets.UTF_8).codePointAt(0);
      if (r == 0xfeff || size == 1 && (r < ' ' && r != '\t' || r == '`' || r == 0x7f)) {
        return false;
      }
      i += size;
    }
    return true;
  }

  /** Letters, marks, numbers, punctuation, symbols and the ASCII space (unicode.IsPrint). */
  static boolean isPrint(int r) {
    return r < 0x80
        ? r >= ' ' && r < 0x7f
        : (UnicodeTables.get().category(r) & UnicodeTables.PRINT) != 0;
  }
}

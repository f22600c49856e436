package dev.gomem.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The {@code ERROR} comments of Go's own checker tests: each stands behind the token it is about.
 * Gives them by line, and the text with them blanked out.
 */
public final class Annotations {
  /** An expected message: a part of it, or a regular expression. */
  record Want(int line, int col, boolean regexp, String text) {
    boolean matches(String message) {
      return regexp
          ? Pattern.compile(text.replaceAll("(?<!\\\\)\\{(?!\\d)", "\\\\{")).matcher(message).find()
          : message.contains(text);
    }
  }

  final Map<Integer, List<Want>> byLine = new LinkedHashMap<>();
  private final String blanked;
  int count;
  private final StringBuilder out;

  public Annotations(String src) {
    out = new StringBuilder(src);
    scan(src);
    blanked = out.toString();
  }

  /** The text without them. */
  public String blanked() {
    return blanked;
  }

  private void scan(String s) {
    int line = 1;
    int start = 0;
    int prevLine = 0;
    int prevCol = 0;
    int i = 0;
    while (i < s.length()) {
      char c = s.charAt(i);
      if (c == '\n') {
        line++;
        start = ++i;
        continue;
      }
      if (c == ' ' || c == '\t' || c == '\r') {
        i++;
        continue;
      }
      if (s.startsWith("//", i) || s.startsWith("/*", i)) {
        boolean block = s.charAt(i + 1) == '*';
        int end = block ? s.indexOf("*/", i + 2) : s.indexOf('\n', i);
        int stop = end < 0 ? s.length() : block ? end + 2 : end;
        String body = s.substring(i + 2, end < 0 ? s.length() : end);
        if (body.startsWith(" ERROR ") || body.startsWith(" ERRORx ")) {
          boolean rx = body.startsWith(" ERRORx ");
          String text = unquote(body.substring(rx ? 8 : 7).trim());
          byLine
              .computeIfAbsent(prevLine, k -> new ArrayList<>())
              .add(new Want(prevLine, prevCol, rx, text));
          count++;
          for (int k = i; k < stop; k++) {
            if (out.charAt(k) != '\n') {
              out.setCharAt(k, ' ');
            }
          }
        }
        for (; i < stop; i++) {
          if (s.charAt(i) == '\n') {
            line++;
            start = i + 1;
          }
        }
        continue;
      }
      prevLine = line;
      prevCol = s.substring(start, i).getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1;
      if (c == '`') {
        int end = s.indexOf('`', i + 1);
        end = end < 0 ? s.length() : end + 1;
        for (; i < end; i++) {
          if (s.charAt(i) == '\n') {
            line++;
            start = i + 1;
          }
        }
      } else if (c == '"' || c == '\'') {
        int j = i + 1;
        while (j < s.length() && s.charAt(j) != c && s.charAt(j) != '\n') {
          j += s.charAt(j) == '\\' ? 2 : 1;
        }
        i = Math.min(s.length(), j < s.length() && s.charAt(j) == '\n' ? j : j + 1);
      } else if (Character.isLetterOrDigit(c) || c == '_') {
        while (i < s.length() && (Character.isLetterOrDigit(s.charAt(i)) || s.charAt(i) == '_')) {
          i++;
        }
      } else {
        i++;
        while (i < s.length()
            && "<>=&|+-:.^!*%".indexOf(c) >= 0
            && "<>=&|+-:.^-".indexOf(s.charAt(i)) >= 0
            && Pattern.matches(
                "<<=?|>>=?|&&|\\|\\||\\+\\+|--|[-+*/%&|^<>=!:]=|<-|&\\^=?|\\.\\.\\.?",
                s.substring(i - 1, i + 1))) {
          i++;
        }
      }
    }
  }

  static String unquote(String q) {
    if (q.startsWith("`")) {
      return q.substring(1, q.length() - 1);
    }
    StringBuilder b = new StringBuilder();
    for (int i = 1; i < q.length() - 1; i++) {
      char c = q.charAt(i);
      if (c != '\\') {
        b.append(c);
        continue;
      }
      c = q.charAt(++i);
      switch (c) {
        case 'n' -> b.append('\n');
        case 't' -> b.append('\t');
        case 'x' -> {
          b.append((char) Integer.parseInt(q.substring(i + 1, i + 3), 16));
          i += 2;
        }
        case 'u' -> {
          b.append((char) Integer.parseInt(q.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> b.append(c);
      }
    }
    return b.toString();
  }
}

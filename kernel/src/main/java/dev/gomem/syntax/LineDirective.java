package dev.gomem.syntax;

import dev.gomem.source.PosBase;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a comment {@code //line …} or {@code /*line …*}{@code /} says: {@code file:line} or {@code
 * file:line:col}, where files may have colons too. Two readers of Go's read them, each with its own
 * idea of files. Source: updateBase in cmd/compile/internal/syntax/parser.go, updateLineInfo in
 * go/scanner/scanner.go.
 *
 * @param name of the file as written; empty with a column: the file that was named before
 * @param line from 1
 * @param column from 1; 0 if there is none
 * @param wrong what is wrong with it, or empty
 * @param wrongAt offset of that in the comment, in bytes
 */
record LineDirective(String name, int line, int column, String wrong, int wrongAt) {
  private static final String OPENING = "//line ";

  /** The largest number that is one to gc; more digits belong to the name of a file. */
  private static final BigInteger MOST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  /**
   * Reads a comment.
   *
   * @param column where it stands: a line comment must begin its line
   * @return null if it is no directive
   */
  static @Nullable LineDirective of(String comment, int column) {
    boolean general = isGeneral(comment);
    String text = comment.substring(OPENING.length(), comment.length() - (general ? 2 : 0));
    int colon = text.lastIndexOf(':');
    if (colon < 0 || (!general && column != 1)) {
      return null;
    }
    BigInteger last = number(text, colon + 1);
    if (last == null) {
      return wrong("invalid line number: ", text, colon + 1);
    }
    int before = text.lastIndexOf(':', colon - 1);
    BigInteger line = before < 0 ? null : number(text.substring(0, colon), before + 1);
    if (line == null) {
      return inRange(last)
          ? new LineDirective(text.substring(0, colon), last.intValue(), 0, "", 0)
          : wrong("invalid line number: ", text, colon + 1);
    }
    if (!inRange(last)) {
      return wrong("invalid column number: ", text, colon + 1);
    }
    return inRange(line)
        ? new LineDirective(text.substring(0, before), line.intValue(), last.intValue(), "", 0)
        : wrong("invalid line number: ", text.substring(0, colon), before + 1);
  }

  static boolean isGeneral(String comment) {
    return comment.startsWith("/*");
  }

  private static LineDirective wrong(String message, String text, int at) {
    int bytes = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    return new LineDirective("", 0, 0, message + text.substring(at), OPENING.length() + bytes);
  }

  private static @Nullable BigInteger number(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return null;
      }
    }
    // No number of this many digits is in range, but for zeros nobody writes.
    if (start == text.length() || text.length() - start > 1000) {
      return null;
    }
    BigInteger n = new BigInteger(text.substring(start));
    return n.compareTo(MOST) <= 0 ? n : null;
  }

  private static boolean inRange(BigInteger n) {
    return n.signum() > 0 && n.compareTo(BigInteger.valueOf(PosBase.MAX)) <= 0;
  }
}

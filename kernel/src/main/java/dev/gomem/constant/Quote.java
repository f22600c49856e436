package dev.gomem.constant;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts of constants as Go's {@code strconv} and {@code fmt} write them: quoted strings, {@code
 * %.6g} and {@code %g}.
 */
public final class Quote {
  private Quote() {}

  /** A Go string literal of the bytes, as {@code %q} writes it. */
  public static String quote(byte[] s) {
    StringBuilder sb = new StringBuilder("\"");
    int i = 0;
    while (i < s.length) {
      int n = utf8Length(s, i);
      if (n == 0) {
        sb.append("\\x").append(hex(s[i] & 0xff, 2));
        i++;
        continue;
      }
      rune(sb, decode(s, i, n), '"');
      i += n;
    }
    return sb.append('"').toString();
  }

  /** A Go rune literal, as {@code %q} writes it. */
  public static String quoteRune(int rune) {
    StringBuilder sb = new StringBuilder("'");
    boolean valid = Character.isValidCodePoint(rune) && (rune < 0xd800 || rune > 0xdfff);
    rune(sb, valid ? rune : 0xfffd, '\'');
    return sb.append('\'').toString();
  }

  private static void rune(StringBuilder sb, int r, char quote) {
    if (r == quote || r == '\\') {
      sb.append('\\').append((char) r);
    } else if (isPrint(r)) {
      sb.appendCodePoint(r);
    } else {
      switch (r) {
        case 7 -> sb.append("\\a");
        case '\b' -> sb.append("\\b");
        case '\f' -> sb.append("\\f");
        case '\n' -> sb.append("\\n");
        case '\r' -> sb.append("\\r");
        case '\t' -> sb.append("\\t");
        case 11 -> sb.append("\\v");
        default -> {
          if (r < ' ' || r == 0x7f) {
            sb.append("\\x").append(hex(r, 2));
          } else if (r < 0x10000) {
            sb.append("\\u").append(hex(r, 4));
          } else {
            sb.append("\\U").append(hex(r, 8));
          }
        }
      }
    }
  }

  /** Letters, marks, numbers, punctuation, symbols, and of all spaces the plain one. */
  public static boolean isPrint(int r) {
    return switch (Character.getType(r)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> r == ' ';
      default -> true;
    };
  }

  private static String hex(int x, int width) {
    String s = Integer.toHexString(x);
    return "0".repeat(width - s.length()) + s;
  }

  /** Bytes of the rune at {@code i}, or 0 if it is no UTF-8. */
  private static int utf8Length(byte[] s, int i) {
    int b = s[i] & 0xff;
    if (b < 0x80) {
      return 1;
    }
    int n = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
    if (b < 0xc2 || b > 0xf4 || i + n > s.length) {
      return 0;
    }
    for (int k = 1; k < n; k++) {
      if ((s[i + k] & 0xc0) != 0x80) {
        return 0;
      }
    }
    int r = decode(s, i, n);
    boolean shortest = r >= (n == 2 ? 0x80 : n == 3 ? 0x800 : 0x10000);
    return shortest && r <= 0x10ffff && (r < 0xd800 || r > 0xdfff) ? n : 0;
  }

  /** The runes of UTF-8; a byte that is none begins U+FFFD, as for a range loop. */
  static int[] runes(byte[] s) {
    int[] out = new int[s.length];
    int count = 0;
    for (int i = 0; i < s.length; count++) {
      int n = utf8Length(s, i);
      out[count] = n == 0 ? 0xfffd : decode(s, i, n);
      i += Math.max(1, n);
    }
    return Arrays.copyOf(out, count);
  }

  private static int decode(byte[] s, int i, int n) {
    if (n == 1) {
      return s[i];
    }
    int r = s[i] & (0xff >> (n + 1));
    for (int k = 1; k < n; k++) {
      r = r << 6 | s[i + k] & 0x3f;
    }
    return r;
  }

  /**
   * A short decimal form for messages: six digits, more if an inexact integer would look like an
   * exact one.
   */
  static String approximate(BigFloat f) {
    double x = f.toDouble();
    if ((f.signum() == 0) == (x == 0) && !Double.isInfinite(x)) {
      String s = general(x, 6);
      return !f.isInt() && s.indexOf('.') < 0 ? general(x, null) : s;
    }
    // Out of range of a double: x is m * 10^d for some m and d that are found by logarithms, not
    // exactly.
    long exp = f.binaryExponent();
    double m =
        BigFloat.round(f.mant(), -f.mant().abs().bitLength(), 512, BigFloat.Rounding.NEAREST_EVEN)
            .toDouble();
    double d = (double) exp * 0.3010299956639812;
    long e = (long) d;
    m *= power10(d - (double) e);
    double am = Math.abs(m);
    if (am < 1 - 0.5e-6) {
      m *= 10;
      e--;
    } else if (am >= 10) {
      m /= 10;
      e++;
    }
    return general(m, 6) + "e" + (e < 0 ? "" : "+") + e;
  }

  /**
   * {@code 10^y} for {@code |y| < 1} in Go's own way, since the sixth digit of a message can depend
   * on it.
   */
  private static double power10(double y) {
    double a = Math.abs(y);
    double z = a > 0.5 ? Math.exp((a - 1) * Math.log(10)) * 0.625 * 16 : Math.exp(a * Math.log(10));
    return y < 0 ? 1 / z : z;
  }

  /**
   * {@code %.<precision>g} of a finite number, or {@code %g} (as few digits as identify it) without
   * a precision.
   */
  public static String general(double x, @Nullable Integer precision) {
    if (x == 0) {
      return 1 / x < 0 ? "-0" : "0";
    }
    BigDecimal d;
    if (precision != null) {
      d = new BigDecimal(Math.abs(x)).round(new MathContext(precision, RoundingMode.HALF_EVEN));
    } else {
      d = new BigDecimal(Double.toString(Math.abs(x)));
      // Java always writes two digits, and may need only one.
      BigDecimal one =
          new BigDecimal(Math.abs(x)).round(new MathContext(1, RoundingMode.HALF_EVEN));
      if (one.doubleValue() == Math.abs(x)) {
        d = one;
      }
    }
    d = d.stripTrailingZeros();
    String digits = d.unscaledValue().toString();
    int exp = digits.length() - d.scale() - 1;
    StringBuilder sb = new StringBuilder(x < 0 ? "-" : "");
    if (exp < -4 || exp >= (precision != null ? precision : 6)) {
      sb.append(digits.charAt(0));
      if (digits.length() > 1) {
        sb.append('.').append(digits, 1, digits.length());
      }
      int a = Math.abs(exp);
      return sb.append(exp < 0 ? "e-" : "e+").append(a < 10 ? "0" : "").append(a).toString();
    }
    if (exp < 0) {
      return sb.append("0.").repeat("0", -exp - 1).append(digits).toString();
    }
    if (digits.length() <= exp + 1) {
      return sb.append(digits).repeat("0", exp + 1 - digits.length()).toString();
    }
    return sb.append(digits, 0, exp + 1)
        .append('.')
        .append(digits, exp + 1, digits.length())
        .toString();
  }
}

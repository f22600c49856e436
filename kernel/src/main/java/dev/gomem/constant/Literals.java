package dev.gomem.constant;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Literals as written to constants. The scanner has reported what is malformed; here such a literal
 * is unknown. Decimal literals stay exact fractions unless their magnitude is beyond {@code
 * 2^±4096}; then they are rounded as Go's {@code big.Float} scanner rounds them (twice: that is
 * visible only in the last of 512 bits, but products can be compared).
 */
final class Literals {
  private Literals() {}

  static Constant integer(String lit) {
    String s = lit.replace("_", "");
    int base = 10;
    if (s.length() > 1 && s.charAt(0) == '0') {
      switch (Character.toLowerCase(s.charAt(1))) {
        case 'x' -> {
          base = 16;
          s = s.substring(2);
        }
        case 'b' -> {
          base = 2;
          s = s.substring(2);
        }
        case 'o' -> {
          base = 8;
          s = s.substring(2);
        }
        default -> base = 8;
      }
    }
    if (!isDigits(s, base)) {
      return Constant.unknown();
    }
    return s.length() < 16
        ? Constant.of(Long.parseLong(s, base))
        : Constant.of(new BigInteger(s, base));
  }

  private static boolean isDigits(String s, int base) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) > 'f' || Character.digit(s.charAt(i), base) < 0) {
        return false;
      }
    }
    return !s.isEmpty();
  }

  static Constant floating(String lit) {
    Number n = Number.scan(lit);
    if (n == null) {
      return Constant.unknown();
    }
    BigFloat f = n.toBigFloat();
    if (f == null) {
      return Constant.unknown();
    }
    if (f.isSmall()) {
      if (f.signum() == 0) {
        return new Constant.Rat(BigInteger.ZERO, BigInteger.ONE);
      }
      Constant r = n.toRat();
      if (r != null) {
        return r;
      }
    }
    return Constants.makeFloat(f);
  }

  static Constant imaginary(String lit) {
    if (!lit.endsWith("i")) {
      return Constant.unknown();
    }
    Constant im = floating(lit.substring(0, lit.length() - 1));
    return Constants.makeComplex(Constant.of(0), im);
  }

  /** A number's digits without point and signs: {@code mant * 2^exp2 * 5^exp5}. */
  private record Number(BigInteger mant, long exp2, long exp5) {
    static @Nullable Number scan(String lit) {
      String s = lit.replace("_", "").toLowerCase(java.util.Locale.ROOT);
      int base = 10;
      if (s.length() > 1 && s.charAt(0) == '0') {
        base =
            switch (s.charAt(1)) {
              case 'x' -> 16;
              case 'b' -> 2;
              case 'o' -> 8;
              default -> 10;
            };
        s = base == 10 ? s : s.substring(2);
      }
      int e = s.indexOf('p');
      boolean decimalExponent = e < 0;
      if (decimalExponent) {
        e = base == 16 ? -1 : s.indexOf('e');
      }
      long exp = 0;
      if (e >= 0) {
        try {
          exp = Long.parseLong(s.substring(e + 1));
        } catch (NumberFormatException overflow) {
          return null;
        }
        s = s.substring(0, e);
      }
      int point = s.indexOf('.');
      long fraction = 0;
      if (point >= 0) {
        fraction = s.length() - point - 1L;
        s = s.substring(0, point) + s.substring(point + 1);
      }
      if (!isDigits(s, base)) {
        return null;
      }
      long exp2 =
          switch (base) {
            case 16 -> -4 * fraction;
            case 8 -> -3 * fraction;
            default -> -fraction;
          };
      long exp5 = base == 10 ? -fraction : 0;
      // A wrapped sum is far out of range both ways; the callers' limits see a sane one.
      if (Math.abs(exp) > Long.MAX_VALUE / 2) {
        return null;
      }
      return new Number(new BigInteger(s, base), exp2 + exp, decimalExponent ? exp5 + exp : exp5);
    }

    /** Rounded to 512 bits as Go's scanner does it, or null beyond the range of exponents. */
    @Nullable BigFloat toBigFloat() {
      if (mant.signum() == 0) {
        return BigFloat.ZERO;
      }
      long top = exp2 + mant.bitLength();
      if (top < Integer.MIN_VALUE || top > Integer.MAX_VALUE) {
        return null;
      }
      if (exp5 == 0) {
        return BigFloat.round(mant, exp2, BigFloat.PRECISION, BigFloat.Rounding.NEAREST_EVEN);
      }
      BigFloat p = pow5(Math.abs(exp5), BigFloat.PRECISION + 64);
      BigFloat m = new BigFloat(mant, exp2);
      return exp5 < 0 ? m.divide(p) : m.multiply(p);
    }

    /** {@code 5^n} with Go's intermediate roundings. */
    private static BigFloat pow5(long n, int precision) {
      int exact = 27;
      BigFloat z = BigFloat.of(BigInteger.valueOf(5).pow((int) Math.min(n, exact)));
      n -= Math.min(n, exact);
      BigFloat f = BigFloat.of(BigInteger.valueOf(5));
      while (n > 0) {
        if ((n & 1) != 0) {
          z = z.multiply(f, precision);
        }
        f = f.multiply(f, precision + 64);
        n >>= 1;
      }
      return z;
    }

    /** Exact, or null if that would be unreasonably large. */
    @Nullable Constant toRat() {
      if (Math.abs(exp5) > 1_000_000 || Math.abs(exp2) > 10_000_000) {
        return null;
      }
      BigInteger num = mant;
      BigInteger den = BigInteger.ONE;
      BigInteger p = BigInteger.valueOf(5).pow((int) Math.abs(exp5));
      if (exp5 > 0) {
        num = num.multiply(p);
      } else {
        den = p;
      }
      if (exp2 > 0) {
        num = num.shiftLeft((int) exp2);
      } else {
        den = den.shiftLeft((int) -exp2);
      }
      return Constant.Rat.of(num, den);
    }
  }

  static Constant rune(String lit) {
    if (lit.length() < 2) {
      return Constant.unknown();
    }
    Unquoter u = new Unquoter(lit.substring(1, lit.length() - 1), '\'');
    return u.next() ? Constant.of(u.value) : Constant.unknown();
  }

  static Constant string(String lit) {
    int n = lit.length();
    if (n < 2 || lit.charAt(0) != lit.charAt(n - 1)) {
      return Constant.unknown();
    }
    String body = lit.substring(1, n - 1);
    if (lit.charAt(0) == '`') {
      return Constant.of(body.replace("\r", ""));
    }
    if (body.indexOf('\\') < 0) {
      return Constant.of(body);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(n);
    Unquoter u = new Unquoter(body, '"');
    while (!u.atEnd()) {
      if (!u.next()) {
        return Constant.unknown();
      }
      if (u.isByte) {
        bytes.write(u.value);
      } else {
        bytes.writeBytes(Character.toString(u.value).getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Constant.Str(bytes.toString(StandardCharsets.ISO_8859_1));
  }

  /** Reads characters and escapes of a literal's body. */
  private static final class Unquoter {
    private final String s;
    private final char quote;
    private int i;
    private int value;
    private boolean isByte;

    Unquoter(String s, char quote) {
      this.s = s;
      this.quote = quote;
    }

    boolean atEnd() {
      return i >= s.length();
    }

    /** Reads one character into {@code value}; false if there is none or it is malformed. */
    boolean next() {
      if (atEnd()) {
        return false;
      }
      isByte = false;
      value = s.codePointAt(i);
      i += Character.charCount(value);
      if (value != '\\') {
        return value != quote;
      }
      if (atEnd()) {
        return false;
      }
      char c = s.charAt(i++);
      switch (c) {
        case 'a' -> value = 7;
        case 'b' -> value = '\b';
        case 'f' -> value = '\f';
        case 'n' -> value = '\n';
        case 'r' -> value = '\r';
        case 't' -> value = '\t';
        case 'v' -> value = 11;
        case '\\' -> value = '\\';
        case 'x' -> {
          isByte = true;
          return digits(2, 16) && value <= 0xff;
        }
        case 'u' -> {
          return digits(4, 16) && isRune();
        }
        case 'U' -> {
          return digits(8, 16) && isRune();
        }
        case '0', '1', '2', '3', '4', '5', '6', '7' -> {
          i--;
          isByte = true;
          return digits(3, 8) && value <= 0xff;
        }
        default -> {
          value = c;
          return c == quote;
        }
      }
      return true;
    }

    private boolean digits(int n, int base) {
      if (i + n > s.length() || !isDigits(s.substring(i, i + n), base)) {
        return false;
      }
      value = (int) Math.min(Long.parseLong(s.substring(i, i + n), base), Integer.MAX_VALUE);
      i += n;
      return true;
    }

    private boolean isRune() {
      return value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
    }
  }
}

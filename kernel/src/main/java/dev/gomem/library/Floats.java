package dev.gomem.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floats as decimal text, as {@code strconv.FormatFloat}: formats b e E f g G x X, exact decimals,
 * ties to even, and with precision -1 the shortest that reads back. Values are exact ({@link
 * BigDecimal}); no double arithmetic is done.
 */
final class Floats {
  private Floats() {}

  /** The float nearest to a text that is one in Go (strconv.ParseFloat); infinite if too large. */
  static double parse(String text, int bits) {
    String t = text.replace("_", "").toLowerCase(java.util.Locale.ROOT);
    if (t.endsWith("nan")) {
      return Double.longBitsToDouble(0x7ff8000000000001L);
    }
    if (t.contains("inf")) {
      return t.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return bits == 32 ? Float.parseFloat(t) : Double.parseDouble(t);
  }

  static String format(double value, char fmt, int prec, int bits) {
    double d = bits == 32 ? (float) value : value;
    if (Double.isNaN(d)) {
      return "NaN";
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? "+Inf" : "-Inf";
    }
    if ("beEfgGxX".indexOf(fmt) < 0) {
      return "%" + fmt;
    }
    boolean neg = Double.doubleToRawLongBits(d) < 0;
    String sign = neg ? "-" : "";
    double abs = Math.abs(d);
    if (fmt == 'b') {
      return sign + binary(abs, bits);
    }
    if (fmt == 'x' || fmt == 'X') {
      return sign + hex(abs, fmt, prec, bits);
    }
    Digits digs = prec < 0 ? shortest(abs, bits) : rounded(abs, fmt, prec);
    if (prec < 0) {
      prec =
          switch (fmt) {
            case 'e', 'E' -> digs.text.length() - 1;
            case 'f' -> Math.max(digs.text.length() - digs.point, 0);
            default -> digs.text.length();
          };
      if (fmt == 'g' || fmt == 'G') {
        return sign + general(digs, digs.text.length(), true, fmt);
      }
    } else if (fmt == 'g' || fmt == 'G') {
      return sign + general(digs, prec == 0 ? 1 : prec, false, fmt);
    }
    return sign + (fmt == 'f' ? plain(digs, prec) : exponent(digs, prec, fmt));
  }

  /**
   * Decimal digits without leading or trailing zeros ("" for zero): the value is 0.text × 10^point.
   */
  private record Digits(String text, int point) {}

  private static Digits digits(BigDecimal b) {
    if (b.signum() == 0) {
      return new Digits("", 0);
    }
    BigDecimal s = b.stripTrailingZeros();
    String t = s.unscaledValue().toString();
    return new Digits(t, t.length() - s.scale());
  }

  private static Digits shortest(double abs, int bits) {
    if (abs == 0) {
      return new Digits("", 0);
    }
    BigDecimal two =
        new BigDecimal(bits == 32 ? Float.toString((float) abs) : Double.toString(abs));
    Digits d = digits(two);
    return d.text.length() == 2 ? oneDigit(two, abs, bits, d) : d;
  }

  /** Java always gives two digits at least, though one may do (5e-324). */
  private static Digits oneDigit(BigDecimal two, double abs, int bits, Digits otherwise) {
    BigDecimal near = two.round(new MathContext(1, RoundingMode.HALF_EVEN));
    boolean same = bits == 32 ? near.floatValue() == (float) abs : near.doubleValue() == abs;
    return same ? digits(near) : otherwise;
  }

  private static Digits rounded(double abs, char fmt, int prec) {
    BigDecimal exact = new BigDecimal(abs);
    if (exact.signum() == 0) {
      return new Digits("", 0);
    }
    return digits(
        switch (fmt) {
          case 'f' -> exact.setScale(prec, RoundingMode.HALF_EVEN);
          case 'e', 'E' -> exact.round(new MathContext(prec + 1, RoundingMode.HALF_EVEN));
          default -> exact.round(new MathContext(prec == 0 ? 1 : prec, RoundingMode.HALF_EVEN));
        });
  }

  private static String general(Digits d, int prec, boolean shortest, char fmt) {
    int eprec = prec;
    if (eprec > d.text.length() && d.text.length() >= d.point) {
      eprec = d.text.length();
    }
    if (shortest) {
      eprec = 6;
    }
    int exp = d.point - 1;
    if (exp < -4 || exp >= eprec) {
      int p = Math.min(prec, d.text.length());
      return exponent(d, p - 1, fmt == 'g' ? 'e' : 'E');
    }
    return plain(d, Math.max(d.text.length() - d.point, 0));
  }

  private static String plain(Digits d, int prec) {
    StringBuilder b = new StringBuilder();
    if (d.point > 0) {
      for (int i = 0; i < d.point; i++) {
        b.append(i < d.text.length() ? d.text.charAt(i) : '0');
      }
    } else {
      b.append('0');
    }
    if (prec > 0) {
      b.append('.');
      for (int i = 0; i < prec; i++) {
        int j = d.point + i;
        b.append(j >= 0 && j < d.text.length() ? d.text.charAt(j) : '0');
      }
    }
    return b.toString();
  }

  private static String exponent(Digits d, int prec, char fmt) {
    StringBuilder b = new StringBuilder();
    b.append(d.text.isEmpty() ? '0' : d.text.charAt(0));
    if (prec > 0) {
      b.append('.');
      for (int i = 1; i <= prec; i++) {
        b.append(i < d.text.length() ? d.text.charAt(i) : '0');
      }
    }
    int exp = d.text.isEmpty() ? 0 : d.point - 1;
    b.append(fmt).append(exp < 0 ? '-' : '+');
    exp = Math.abs(exp);
    return b.append(exp < 10 ? "0" : "").append(exp).toString();
  }

  private static String binary(double abs, int bits) {
    int mant = bits == 32 ? 23 : 52;
    long raw = bits == 32 ? Float.floatToRawIntBits((float) abs) : Double.doubleToRawLongBits(abs);
    long m = raw & (1L << mant) - 1;
    int e = (int) (raw >>> mant);
    if (e == 0) {
      e = 1;
    } else {
      m |= 1L << mant;
    }
    e -= (bits == 32 ? 127 : 1023) + mant;
    return m + "p" + (e >= 0 ? "+" : "") + e;
  }

  private static String hex(double abs, char fmt, int prec, int bits) {
    String digits = fmt == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
    long raw = Double.doubleToRawLongBits(abs);
    long m = raw & (1L << 52) - 1;
    int e = (int) (raw >>> 52);
    if (abs == 0) {
      e = 0;
    } else if (e == 0) {
      int shift = Long.numberOfLeadingZeros(m) - 11;
      m <<= shift;
      e = 1 - shift - 1023;
    } else {
      m |= 1L << 52;
      e -= 1023;
    }
    if (prec >= 0 && prec < 13) {
      BigInteger unit = BigInteger.ONE.shiftLeft(52 - 4 * prec);
      BigInteger[] qr = BigInteger.valueOf(m).divideAndRemainder(unit);
      int half = qr[1].shiftLeft(1).compareTo(unit);
      BigInteger q = half > 0 || half == 0 && qr[0].testBit(0) ? qr[0].add(BigInteger.ONE) : qr[0];
      m = q.multiply(unit).longValue();
      if (m >>> 53 != 0) {
        m >>>= 1;
        e++;
      }
    }
    StringBuilder b = new StringBuilder("0").append(fmt).append(m >>> 52);
    long frac = m << 12;
    if (prec < 0 && frac != 0) {
      b.append('.');
      while (frac != 0) {
        b.append(digits.charAt((int) (frac >>> 60)));
        frac <<= 4;
      }
    } else if (prec > 0) {
      b.append('.');
      for (int i = 0; i < prec; i++) {
        b.append(digits.charAt((int) (frac >>> 60)));
        frac <<= 4;
      }
    }
    b.append(fmt == 'x' ? 'p' : 'P').append(e < 0 ? '-' : '+');
    e = Math.abs(e);
    return b.append(e < 10 ? "0" : "").append(e).toString();
  }
}

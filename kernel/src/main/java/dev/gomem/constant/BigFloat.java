package dev.gomem.constant;

import java.math.BigInteger;

/**
 * A binary floating-point number {@code mant * 2^exp} of 512 bits of precision, as Go's {@code
 * big.Float} set to that precision and rounding to nearest even: every operation here is rounded
 * correctly, once. The mantissa is odd, or zero with exponent zero. Exponents have the range of
 * Go's (the number's magnitude is below {@code 2^(2^31-1)}); beyond it there is infinity, below it
 * zero.
 */
public record BigFloat(BigInteger mant, long exp) implements Comparable<BigFloat> {
  static final int PRECISION = 512;
  static final BigFloat ZERO = new BigFloat(BigInteger.ZERO, 0);
  private static final BigFloat POSITIVE_INFINITY = new BigFloat(BigInteger.ONE, Long.MAX_VALUE);
  private static final BigFloat NEGATIVE_INFINITY =
      new BigFloat(BigInteger.ONE.negate(), Long.MAX_VALUE);

  /** What happens to digits that do not fit. */
  enum Rounding {
    NEAREST_EVEN,
    TO_ZERO,
    AWAY_FROM_ZERO
  }

  static BigFloat of(BigInteger x) {
    return round(x, 0, PRECISION, Rounding.NEAREST_EVEN);
  }

  static BigFloat of(double x) {
    if (x == 0) {
      return ZERO;
    }
    int e = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
    return round(BigInteger.valueOf((long) Math.scalb(x, -e)), e, PRECISION, Rounding.NEAREST_EVEN);
  }

  /** {@code num/den}, rounded once; {@code den} is not zero. */
  static BigFloat quotient(BigInteger num, BigInteger den) {
    return quotient(num, den, 0, PRECISION);
  }

  private static BigFloat quotient(BigInteger num, BigInteger den, long exp, int precision) {
    if (num.signum() == 0) {
      return ZERO;
    }
    // Two bits more than asked for, and a last one that tells whether anything was left over.
    int shift = Math.max(0, precision + 3 - num.bitLength() + den.bitLength());
    BigInteger[] qr = num.shiftLeft(shift).divideAndRemainder(den);
    BigInteger q = qr[0].shiftLeft(1);
    if (qr[1].signum() != 0) {
      int sign = num.signum() * den.signum();
      q = q.add(BigInteger.valueOf(sign));
    }
    return round(q, exp - shift - 1, precision, Rounding.NEAREST_EVEN);
  }

  /** {@code mant * 2^exp} rounded to {@code precision} bits. */
  static BigFloat round(BigInteger mant, long exp, int precision, Rounding mode) {
    if (mant.signum() == 0) {
      return ZERO;
    }
    boolean negative = mant.signum() < 0;
    BigInteger m = mant.abs();
    int drop = m.bitLength() - precision;
    if (drop > 0) {
      BigInteger kept = m.shiftRight(drop);
      boolean up =
          switch (mode) {
            case TO_ZERO -> false;
            case AWAY_FROM_ZERO -> m.getLowestSetBit() < drop;
            case NEAREST_EVEN ->
                m.testBit(drop - 1) && (m.getLowestSetBit() < drop - 1 || kept.testBit(0));
          };
      m = up ? kept.add(BigInteger.ONE) : kept;
      exp += drop;
    }
    int zeros = m.getLowestSetBit();
    m = m.shiftRight(zeros);
    exp += zeros;
    long top = exp + m.bitLength();
    if (top > Integer.MAX_VALUE) {
      return negative ? NEGATIVE_INFINITY : POSITIVE_INFINITY;
    }
    if (top < Integer.MIN_VALUE) {
      return ZERO;
    }
    return new BigFloat(negative ? m.negate() : m, exp);
  }

  boolean isInfinite() {
    return exp == Long.MAX_VALUE;
  }

  int signum() {
    return mant.signum();
  }

  boolean isInt() {
    return exp >= 0 && !isInfinite();
  }

  /** The exponent {@code e} for which {@code |x| / 2^e} is in [½, 1); 0 for zero. */
  long binaryExponent() {
    return mant.signum() == 0 ? 0 : exp + mant.abs().bitLength();
  }

  /** Permits fractions of components of a reasonable size. */
  boolean isSmall() {
    long e = binaryExponent();
    return !isInfinite() && -Constants.MAX_EXPONENT < e && e < Constants.MAX_EXPONENT;
  }

  BigFloat negate() {
    return new BigFloat(mant.negate(), exp);
  }

  BigFloat add(BigFloat y) {
    if (signum() == 0 || y.isInfinite()) {
      return y;
    }
    if (y.signum() == 0 || isInfinite()) {
      return this;
    }
    BigFloat hi = this;
    BigFloat lo = y;
    if (hi.binaryExponent() < lo.binaryExponent()) {
      hi = y;
      lo = this;
    }
    if (hi.binaryExponent() - lo.binaryExponent() > 2L * PRECISION) {
      // lo only decides a tie, so any number of its sign so far down does as well.
      lo = new BigFloat(BigInteger.valueOf(lo.signum()), hi.binaryExponent() - 2L * PRECISION);
    }
    long e = Math.min(hi.exp, lo.exp);
    BigInteger sum =
        hi.mant.shiftLeft((int) (hi.exp - e)).add(lo.mant.shiftLeft((int) (lo.exp - e)));
    return round(sum, e, PRECISION, Rounding.NEAREST_EVEN);
  }

  BigFloat subtract(BigFloat y) {
    return add(y.negate());
  }

  BigFloat multiply(BigFloat y) {
    return multiply(y, PRECISION);
  }

  BigFloat multiply(BigFloat y, int precision) {
    if (isInfinite() || y.isInfinite()) {
      return signum() * y.signum() < 0 ? NEGATIVE_INFINITY : POSITIVE_INFINITY;
    }
    return round(mant.multiply(y.mant), exp + y.exp, precision, Rounding.NEAREST_EVEN);
  }

  /** {@code y} is not zero. */
  BigFloat divide(BigFloat y) {
    if (y.isInfinite()) {
      return ZERO;
    }
    return isInfinite() ? this : quotient(mant, y.mant, exp - y.exp, PRECISION);
  }

  /** The value rounded to fewer bits. */
  BigFloat rounded(int precision, Rounding mode) {
    return round(mant, exp, precision, mode);
  }

  /** The integer; only for {@link #isInt}. */
  BigInteger toBigInteger() {
    return mant.shiftLeft((int) exp);
  }

  double toDouble() {
    return Rounded.toDouble(mant, exp);
  }

  float toFloat() {
    return Rounded.toFloat(mant, exp);
  }

  @Override
  public int compareTo(BigFloat y) {
    if (signum() != y.signum() || signum() == 0) {
      return Integer.compare(signum(), y.signum());
    }
    if (binaryExponent() != y.binaryExponent()) {
      boolean larger = binaryExponent() > y.binaryExponent();
      return larger == signum() > 0 ? 1 : -1;
    }
    long e = Math.min(exp, y.exp);
    return mant.shiftLeft((int) (exp - e)).compareTo(y.mant.shiftLeft((int) (y.exp - e)));
  }

  /** {@code 0x.8p+1}: a hexadecimal fraction in [½, 1) and a binary exponent. */
  String hexString() {
    if (signum() == 0) {
      return "0";
    }
    BigInteger m = mant.abs();
    int pad = (4 - m.bitLength() % 4) % 4;
    String digits = m.shiftLeft(pad).toString(16);
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    long e = binaryExponent();
    return (signum() < 0 ? "-" : "")
        + "0x."
        + digits.substring(0, end)
        + "p"
        + (e >= 0 ? "+" : "")
        + e;
  }

  /**
   * Rounding of {@code mant * 2^exp} to the machine's formats, to nearest even, with subnormal
   * numbers.
   */
  static final class Rounded {
    private Rounded() {}

    static double toDouble(BigInteger mant, long exp) {
      return toBinary(mant, exp, 53, Double.MIN_EXPONENT, Double.MAX_EXPONENT);
    }

    static float toFloat(BigInteger mant, long exp) {
      return (float) toBinary(mant, exp, 24, Float.MIN_EXPONENT, Float.MAX_EXPONENT);
    }

    private static double toBinary(
        BigInteger mant, long exp, int precision, int minExp, int maxExp) {
      if (mant.signum() == 0) {
        return 0;
      }
      double sign = mant.signum();
      BigInteger m = mant.abs();
      long top = exp + m.bitLength() - 1;
      if (top > maxExp) {
        return sign * Double.POSITIVE_INFINITY;
      }
      long kept = top >= minExp ? precision : precision - (minExp - top);
      if (kept < 0) {
        return sign * 0.0;
      }
      int drop = m.bitLength() - (int) kept;
      if (drop > 0) {
        BigInteger q = m.shiftRight(drop);
        if (m.testBit(drop - 1) && (m.getLowestSetBit() < drop - 1 || q.testBit(0))) {
          q = q.add(BigInteger.ONE);
        }
        m = q;
        exp += drop;
      }
      // At most 53 bits and in range: both steps are exact, or overflow to infinity as they should.
      double x = Math.scalb(m.doubleValue(), (int) exp);
      return sign * (x >= Math.scalb(1.0, maxExp) * 2 ? Double.POSITIVE_INFINITY : x);
    }

    /** {@code num/den} rounded once. */
    static double toDouble(BigInteger num, BigInteger den) {
      Scaled q = Scaled.of(num, den);
      return toDouble(q.mant, q.exp);
    }

    static float toFloat(BigInteger num, BigInteger den) {
      Scaled q = Scaled.of(num, den);
      return toFloat(q.mant, q.exp);
    }

    /**
     * A quotient with more bits than any machine format has, the last one standing for all that
     * follow.
     */
    private record Scaled(BigInteger mant, long exp) {
      static Scaled of(BigInteger num, BigInteger den) {
        int shift = Math.max(0, 65 - num.bitLength() + den.bitLength());
        BigInteger[] qr = num.shiftLeft(shift).divideAndRemainder(den);
        BigInteger q = qr[0].shiftLeft(1);
        if (qr[1].signum() != 0) {
          q = q.add(BigInteger.valueOf(num.signum()));
        }
        return new Scaled(q, -shift - 1L);
      }
    }
  }
}

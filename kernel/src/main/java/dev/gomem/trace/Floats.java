package dev.gomem.trace;

import java.math.BigDecimal;

/**
 * Floats as fmt prints them with %v: the shortest decimal that reads back, with an exponent below
 * 1e-4 and from 1e6 on.
 */
final class Floats {
  private Floats() {}

  static String text(double d, boolean single) {
    if (Double.isNaN(d)) {
      return "NaN";
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? "+Inf" : "-Inf";
    }
    if (d == 0) {
      return 1 / d < 0 ? "-0" : "0";
    }
    BigDecimal b =
        new BigDecimal(single ? Float.toString((float) d) : Double.toString(d))
            .stripTrailingZeros();
    int exponent = b.precision() - b.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return b.toPlainString();
    }
    String digits = b.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    int e = Math.abs(exponent);
    return (d < 0 ? "-" : "")
        + mantissa
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (e < 10 ? "0" : "")
        + e;
  }
}

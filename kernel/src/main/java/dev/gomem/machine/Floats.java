package dev.gomem.machine;

/**
 * Conversions between floats and integers as amd64 and gc make them. (ssagen: floatToUint,
 * uint64Tofloat.)
 */
final class Floats {
  private static final double TWO_63 = 0x1p63;

  private Floats() {}

  /** Halves, keeping the lost bit so that rounding stays right. */
  private static long half(long x) {
    return x >>> 1 | x & 1;
  }

  static double unsignedToDouble(long x) {
    return x >= 0 ? x : 2 * (double) half(x);
  }

  static float unsignedToFloat(long x) {
    return x >= 0 ? x : 2 * (float) half(x);
  }

  /** CVTTSD2SQ: the least number for what does not fit. */
  static long toInt64(double d) {
    return d >= -TWO_63 && d < TWO_63 ? (long) d : Long.MIN_VALUE;
  }

  static int toInt32(double d) {
    return d > -2147483649.0 && d < 2147483648.0 ? (int) d : Integer.MIN_VALUE;
  }

  static long toUint64(double d) {
    return d < TWO_63 ? toInt64(d) : toInt64(d - TWO_63) | Long.MIN_VALUE;
  }
}

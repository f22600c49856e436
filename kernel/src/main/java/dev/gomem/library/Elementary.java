package dev.gomem.library;

/**
 * The elementary functions to the last bit of Go's on linux/amd64. The host's own would differ in
 * the last place: so the approximations are those that Go uses (the coefficients of Cephes and of
 * FreeBSD's msun), with the operations in the same order, and fused where the processor's are.
 */
final class Elementary {
  private Elementary() {}

  static final double NAN = Double.longBitsToDouble(0x7ff8000000000001L);
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double LN2_HIGH = 6.93147180369123816490e-01;
  private static final double LN2_LOW = 1.90821492927058770002e-10;
  private static final double LN2 = 0.693147180559945309417232121458176568;
  private static final double HALF_PI = Math.PI / 2;

  /** (c[0] x + c[1]) x + … */
  private static double horner(double x, double... c) {
    double sum = c[0];
    for (int i = 1; i < c.length; i++) {
      sum = sum * x + c[i];
    }
    return sum;
  }

  private static boolean finite(double x) {
    return Double.isFinite(x);
  }

  // exponentials and logarithms

  private static final double[] EXP = {
    2.4801587301587301587e-5,
    1.9841269841269841270e-4,
    1.3888888888888888889e-3,
    8.3333333333333333333e-3,
    4.1666666666666666667e-2,
    1.6666666666666666667e-1,
    0.5,
    1.0
  };

  static double exp(double x) {
    if (!finite(x)) {
      return x == -INF ? 0 : x;
    }
    if (x > 7.09782712893384e+02) {
      return INF;
    }
    // The processor rounds to an int32, and gives the least one for what is none.
    double scaled = 1.4426950408889634073599246810018920 * x;
    int k = Math.abs(scaled) < 0x1p31 ? (int) Math.rint(scaled) : Integer.MIN_VALUE;
    double t = Math.fma(-(double) k, 0.69314718055966295651160180568695068359375, x);
    t = Math.fma(-(double) k, 0.28235290563031577122588448175013436025525412068e-12, t);
    t *= 0.0625;
    double sum = EXP[0];
    for (int i = 1; i < EXP.length; i++) {
      sum = Math.fma(sum, t, EXP[i]);
    }
    t *= sum;
    for (int i = 0; i < 3; i++) {
      t *= t + 2;
    }
    t = Math.fma(t, t + 2, 1);
    int biased = k + 0x3ff;
    if (biased <= 0) {
      if (biased < -52) {
        return 0;
      }
      return t * power(biased + 0x3fe) * power(1);
    }
    return biased >= 0x7ff ? INF : t * power(biased);
  }

  /** 2^(biased - 1023). */
  private static double power(int biased) {
    return Double.longBitsToDouble((long) biased << 52);
  }

  static double exp2(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x > 1.0239999999999999e+03) {
      return INF;
    }
    if (x < -1.0740e+03) {
      return 0;
    }
    int k = x > 0 ? (int) (x + 0.5) : x < 0 ? (int) (x - 0.5) : 0;
    double t = x - k;
    double high = t * LN2_HIGH;
    double low = -t * LN2_LOW;
    double r = high - low;
    double s = r * r;
    double c =
        r
            - s
                * horner(
                    s,
                    4.13813679705723846039e-08,
                    -1.65339022054652515390e-06,
                    6.61375632143793436117e-05,
                    -2.77777777770155933842e-03,
                    1.66666666666666657415e-01);
    return ldexp(1 - ((low - (r * c) / (2 - c)) - high), k);
  }

  private static final double[] LOG_ODD = {
    1.479819860511658591e-01,
    1.818357216161805012e-01,
    2.857142874366239149e-01,
    6.666666666666735130e-01
  };
  private static final double[] LOG_EVEN = {
    1.531383769920937332e-01, 2.222219843214978396e-01, 3.999999999940941908e-01
  };

  static double log(double x) {
    if (x == 0) {
      return -INF;
    }
    if (x < 0) {
      return NAN;
    }
    if (!finite(x)) {
      return x;
    }
    // The processor's code takes the exponent's bits as they are, also of a subnormal.
    long bits = Double.doubleToRawLongBits(x);
    double f = Double.longBitsToDouble(bits & 0x000fffffffffffffL | 0x3fe0000000000000L);
    double k = (int) (bits >>> 52 & 0x7ff) - 0x3fe;
    if (f <= 7.07106781186547524401e-01) {
      k -= 1;
      f *= 2;
    }
    f -= 1;
    double s = f / (2 + f);
    double s2 = s * s;
    double s4 = s2 * s2;
    double r = s2 * horner(s4, LOG_ODD) + s4 * horner(s4, LOG_EVEN);
    double half = 0.5 * f * f;
    return k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f);
  }

  static double log10(double x) {
    return log(x) * 0.434294481903251827651128918916605082;
  }

  static double log2(double x) {
    double fraction = fraction(x);
    int exponent = exponent(x);
    return fraction == 0.5
        ? exponent - 1
        : log(fraction) * 1.44269504088896340735992468100189214 + exponent;
  }

  // parts of floats

  /** x = fraction · 2^exponent, ½ ≤ |fraction| < 1; zeros, infinities and NaN as they are. */
  static double fraction(double x) {
    if (x == 0 || !finite(x)) {
      return x;
    }
    long bits = Double.doubleToRawLongBits(normal(x));
    return Double.longBitsToDouble(bits & ~(0x7ffL << 52) | 0x3feL << 52);
  }

  static int exponent(double x) {
    return x == 0 || !finite(x) ? 0 : Math.getExponent(normal(x)) + 1 - (x == normal(x) ? 0 : 52);
  }

  private static double normal(double x) {
    return Math.abs(x) < 0x1p-1022 ? x * 0x1p52 : x;
  }

  static double ldexp(double x, long exponent) {
    if (x == 0 || !finite(x)) {
      return x;
    }
    double n = normal(x);
    long e = exponent + Math.getExponent(n) - (x == n ? 0 : 52);
    if (e < -1075) {
      return Math.copySign(0.0, x);
    }
    if (e > 1023) {
      return x < 0 ? -INF : INF;
    }
    double scale = 1;
    if (e < -1022) {
      e += 53;
      scale = 0x1p-53;
    }
    long bits = Double.doubleToRawLongBits(n);
    return scale * Double.longBitsToDouble(bits & ~(0x7ffL << 52) | (e + 1023) << 52);
  }

  static double trunc(double x) {
    return Double.doubleToRawLongBits(x) < 0 ? Math.ceil(x) : Math.floor(x);
  }

  static double hypot(double p, double q) {
    double a = Math.abs(p);
    double b = Math.abs(q);
    if (!finite(a) || !finite(b)) {
      return a == INF || b == INF ? INF : NAN;
    }
    double most = Math.max(a, b);
    if (most == 0) {
      return 0;
    }
    double ratio = Math.min(a, b) / most;
    return most * Math.sqrt(ratio * ratio + 1);
  }

  static double cbrt(double x) {
    if (x == 0 || !finite(x)) {
      return x;
    }
    double a = Math.abs(x);
    double t =
        a < 0x1p-1022
            ? Double.longBitsToDouble(
                Double.doubleToRawLongBits(0x1p54 * a) / 3 + (696219795L << 32))
            : Double.longBitsToDouble(Double.doubleToRawLongBits(a) / 3 + (715094163L << 32));
    // to 23 bits
    double r = t * t / a;
    double s = 5.42857142857142815906e-01 + r * t;
    t *=
        3.57142857142857150787e-01
            + 1.60714285714285720630e+00
                / (s + 1.41428571428571436819e+00 + -7.05306122448979611050e-01 / s);
    t = Double.longBitsToDouble((Double.doubleToRawLongBits(t) & 0xFFFFFFFFCL << 28) + (1L << 30));
    // and one step of Newton's
    s = t * t;
    r = a / s;
    r = (r - t) / (t + t + r);
    return Math.copySign(t + t * r, x);
  }

  // powers

  private static boolean odd(double x) {
    return Math.abs(x) < 0x1p53 && trunc(x) == x && ((long) x & 1) == 1;
  }

  static double pow(double x, double y) {
    if (y == 0 || x == 1) {
      return 1;
    }
    if (y == 1) {
      return x;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return NAN;
    }
    boolean negative = Double.doubleToRawLongBits(x) < 0;
    if (x == 0) {
      double to = y < 0 ? INF : 0;
      return negative && odd(y) ? -to : to;
    }
    if (Double.isInfinite(y)) {
      return x == -1 ? 1 : Math.abs(x) < 1 == y > 0 ? 0 : INF;
    }
    if (Double.isInfinite(x)) {
      double to = y < 0 ? 0 : INF;
      return negative && odd(y) ? -to : to;
    }
    if (y == 0.5) {
      return Math.sqrt(x);
    }
    if (y == -0.5) {
      return 1 / Math.sqrt(x);
    }
    double whole = trunc(Math.abs(y));
    double part = Math.abs(y) - whole;
    if (part != 0 && x < 0) {
      return NAN;
    }
    if (whole >= 0x1p63) {
      return x == -1 ? 1 : Math.abs(x) < 1 == y > 0 ? 0 : INF;
    }
    double a = 1;
    long ae = 0;
    if (part != 0) {
      if (part > 0.5) {
        part--;
        whole++;
      }
      a = exp(part * log(x));
    }
    double square = fraction(x);
    long se = exponent(x);
    for (long i = (long) whole; i != 0; i >>= 1) {
      if (se < -1 << 12 || 1 << 12 < se) {
        ae += se; // beyond all exponents
        break;
      }
      if ((i & 1) == 1) {
        a *= square;
        ae += se;
      }
      square *= square;
      se <<= 1;
      if (square < .5) {
        square += square;
        se--;
      }
    }
    return y < 0 ? ldexp(1 / a, -ae) : ldexp(a, ae);
  }

  // circular functions

  private static final double[] SIN = {
    1.58962301576546568060e-10,
    -2.50507477628578072866e-8,
    2.75573136213857245213e-6,
    -1.98412698295895385996e-4,
    8.33333333332211858878e-3,
    -1.66666666666666307295e-1
  };
  private static final double[] COS = {
    -1.13585365213876817300e-11,
    2.08757008419747316778e-9,
    -2.75573141792967388112e-7,
    2.48015872888517045348e-5,
    -1.38888888888730564116e-3,
    4.16666666666665929218e-2
  };

  /** Bits of 4/π, the first word before the point. */
  private static final long[] FOUR_OVER_PI = {
    0x0000000000000001L, 0x45f306dc9c882a53L, 0xf84eafa3ea69bb81L, 0xb6c52b3278872083L,
    0xfca2c757bd778ac3L, 0x6e48dc74849ba5c0L, 0x0c925dd413a32439L, 0xfc3bd63962534e7dL,
    0xd1046bea5d768909L, 0xd338e04d68befc82L, 0x7323ac7306a673e9L, 0x3908bf177bf25076L,
    0x3ff12fffbc0b301fL, 0xde5e2316b414da3eL, 0xda6cfd9e4f96136eL, 0x9e8c7ecd3cbfd45aL,
    0xea4f758fd7cbe2f6L, 0x7a0e73ef14a525d4L, 0xd7f6bf623f1aba10L, 0xac06608df8f6d757L
  };

  /** An angle ≥ 0 as {@code octant}·π/4 + {@code rest}, the octant made even. */
  private record Reduced(int octant, double rest) {
    static Reduced of(double x) {
      if (x >= 1 << 29) {
        return large(x);
      }
      long j = (long) (x * 1.27323954473516268615107010698011489628);
      double y = j;
      if ((j & 1) == 1) {
        j++;
        y++;
      }
      double z =
          ((x - y * 7.85398125648498535156e-1) - y * 3.77489470793079817668e-8)
              - y * 2.69515142907905952645e-15;
      return new Reduced((int) (j & 7), z);
    }

    /** Payne and Hanek: only those bits of 4/π are looked at that matter. */
    private static Reduced large(double x) {
      long bits = Double.doubleToRawLongBits(x);
      int exponent = (int) (bits >>> 52 & 0x7ff) - 1023 - 52;
      long mantissa = bits & 0x000fffffffffffffL | 1L << 52;
      long z0 = window(exponent + 61);
      long z1 = window(exponent + 61 + 64);
      long z2 = window(exponent + 61 + 128);
      long middle = z1 * mantissa;
      long low = middle + Math.unsignedMultiplyHigh(z2, mantissa);
      long carry = Long.compareUnsigned(low, middle) < 0 ? 1 : 0;
      long high = z0 * mantissa + Math.unsignedMultiplyHigh(z1, mantissa) + carry;
      int octant = (int) (high >>> 61);
      high = high << 3 | low >>> 61;
      int zeros = Long.numberOfLeadingZeros(high) + 1;
      high = (zeros == 64 ? 0 : high << zeros) | low >>> 64 - zeros;
      double z = Double.longBitsToDouble(high >>> 12 | (long) (1023 - zeros) << 52);
      if ((octant & 1) == 1) {
        octant = octant + 1 & 7;
        z--;
      }
      return new Reduced(octant, z * (Math.PI / 4));
    }

    private static long window(int bit) {
      int word = bit / 64;
      int shift = bit % 64;
      return shift == 0
          ? FOUR_OVER_PI[word]
          : FOUR_OVER_PI[word] << shift | FOUR_OVER_PI[word + 1] >>> 64 - shift;
    }
  }

  private static double sinPart(double z) {
    double zz = z * z;
    return z + z * zz * horner(zz, SIN);
  }

  private static double cosPart(double z) {
    double zz = z * z;
    return 1.0 - 0.5 * zz + zz * zz * horner(zz, COS);
  }

  static double sin(double x) {
    if (x == 0 || Double.isNaN(x)) {
      return x;
    }
    if (!finite(x)) {
      return NAN;
    }
    Reduced r = Reduced.of(Math.abs(x));
    double y = (r.octant & 3) == 2 ? cosPart(r.rest) : sinPart(r.rest);
    return x < 0 != r.octant > 3 ? -y : y;
  }

  static double cos(double x) {
    if (!finite(x)) {
      return NAN;
    }
    Reduced r = Reduced.of(Math.abs(x));
    double y = (r.octant & 3) == 2 ? sinPart(r.rest) : cosPart(r.rest);
    return r.octant == 2 || r.octant == 4 ? -y : y;
  }

  static double tan(double x) {
    if (x == 0 || Double.isNaN(x)) {
      return x;
    }
    if (!finite(x)) {
      return NAN;
    }
    Reduced r = Reduced.of(Math.abs(x));
    double z = r.rest;
    double zz = z * z;
    double y = z;
    if (zz > 1e-14) {
      double p =
          horner(
              zz, -1.30936939181383777646e4, 1.15351664838587416140e6, -1.79565251976484877988e7);
      double q =
          horner(
              zz,
              1,
              1.36812963470692954678e4,
              -1.32089234440210967447e6,
              2.50083801823357915839e7,
              -5.38695755929454629881e7);
      y = z + z * (zz * p / q);
    }
    if ((r.octant & 2) == 2) {
      y = -1 / y;
    }
    return x < 0 ? -y : y;
  }

  private static double arc(double x) {
    double z = x * x;
    double p =
        horner(
            z,
            -8.750608600031904122785e-01,
            -1.615753718733365076637e+01,
            -7.500855792314704667340e+01,
            -1.228866684490136173410e+02,
            -6.485021904942025371773e+01);
    double q =
        horner(
            z,
            1,
            2.485846490142306297962e+01,
            1.650270098316988542046e+02,
            4.328810604912902668951e+02,
            4.853903996359136964868e+02,
            1.945506571482613964425e+02);
    return x * (z * p / q) + x;
  }

  /** Of x ≥ 0. */
  private static double arcOf(double x) {
    final double more = 6.123233995736765886130e-17;
    if (x <= 0.66) {
      return arc(x);
    }
    return x > 2.41421356237309504880
        ? HALF_PI - arc(1 / x) + more
        : Math.PI / 4 + arc((x - 1) / (x + 1)) + 0.5 * more;
  }

  static double atan(double x) {
    return x == 0 ? x : x > 0 ? arcOf(x) : -arcOf(-x);
  }

  static double asin(double x) {
    if (x == 0) {
      return x;
    }
    double a = Math.abs(x);
    if (a > 1) {
      return NAN;
    }
    double root = Math.sqrt(1 - a * a);
    double y = a > 0.7 ? HALF_PI - arcOf(root / a) : arcOf(a / root);
    return x < 0 ? -y : y;
  }

  static double acos(double x) {
    return HALF_PI - asin(x);
  }

  static double atan2(double y, double x) {
    if (Double.isNaN(y) || Double.isNaN(x)) {
      return NAN;
    }
    boolean left = Double.doubleToRawLongBits(x) < 0;
    if (y == 0) {
      return Math.copySign(left ? Math.PI : 0, y);
    }
    if (x == 0) {
      return Math.copySign(HALF_PI, y);
    }
    if (Double.isInfinite(x)) {
      return Math.copySign(
          Double.isInfinite(y)
              ? (left ? 2.35619449019234492884698253745962716 : Math.PI / 4)
              : left ? Math.PI : 0,
          y);
    }
    if (Double.isInfinite(y)) {
      return Math.copySign(HALF_PI, y);
    }
    double q = atan(y / x);
    return x < 0 ? (q <= 0 ? q + Math.PI : q - Math.PI) : q;
  }

  // hyperbolic functions

  static double sinh(double x) {
    double a = x < 0 ? -x : x;
    double y;
    if (a > 21) {
      y = exp(a) * 0.5;
    } else if (a > 0.5) {
      double e = exp(a);
      y = (e - 1 / e) * 0.5;
    } else {
      double s = a * a;
      y =
          horner(
                  s,
                  -0.2630563213397497062819489e+2,
                  -0.2894211355989563807284660366e+4,
                  -0.8991272022039509355398013511e+5,
                  -0.6307673640497716991184787251e+6)
              * a;
      y =
          y
              / horner(
                  s,
                  1,
                  -0.173678953558233699533450911e+3,
                  0.1521517378790019070696485176e+5,
                  -0.6307673640497716991212077277e+6);
    }
    return x < 0 ? -y : y;
  }

  static double cosh(double x) {
    double a = Math.abs(x);
    double e = exp(a);
    return a > 21 ? e * 0.5 : (e + 1 / e) * 0.5;
  }

  static double tanh(double x) {
    double a = Math.abs(x);
    if (a > 0.5 * 8.8029691931113054295988e+01) {
      return x < 0 ? -1 : 1;
    }
    if (a >= 0.625) {
      double y = 1 - 2 / (exp(2 * a) + 1);
      return x < 0 ? -y : y;
    }
    if (x == 0) {
      return x;
    }
    double s = x * x;
    double p =
        horner(s, -9.64399179425052238628e-1, -9.92877231001918586564e1, -1.61468768441708447952e3);
    double q =
        horner(s, 1, 1.12811678491632931402e2, 2.23548839060100448583e3, 4.84406305325125486048e3);
    return x + x * s * p / q;
  }

  private static final double FAR = 1 << 28;

  static double asinh(double x) {
    if (!finite(x)) {
      return x;
    }
    double a = x < 0 ? -x : x;
    double y;
    if (a > FAR) {
      y = log(a) + LN2;
    } else if (a > 2) {
      y = log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
    } else if (a < 1 / FAR) {
      y = a;
    } else {
      y = log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
    }
    return x < 0 ? -y : y;
  }

  static double acosh(double x) {
    if (x < 1 || Double.isNaN(x)) {
      return NAN;
    }
    if (x == 1) {
      return 0;
    }
    if (x >= FAR) {
      return log(x) + LN2;
    }
    if (x > 2) {
      return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double t = x - 1;
    return log1p(t + Math.sqrt(2 * t + t * t));
  }

  static double atanh(double x) {
    if (x < -1 || x > 1 || Double.isNaN(x)) {
      return NAN;
    }
    if (Math.abs(x) == 1) {
      return x * INF;
    }
    double a = x < 0 ? -x : x;
    double y = a;
    if (a >= 0.5) {
      y = 0.5 * log1p((a + a) / (1 - a));
    } else if (a >= 1 / FAR) {
      double d = a + a;
      y = 0.5 * log1p(d + d * a / (1 - a));
    }
    return x < 0 ? -y : y;
  }

  /** fdlibm's, as the host's StrictMath has it and Go too. */
  static double log1p(double x) {
    return x < -1 || Double.isNaN(x) ? NAN : StrictMath.log1p(x);
  }

  static double expm1(double x) {
    return StrictMath.expm1(x);
  }

  /** x - y·n for the integer n nearest to x/y, the even one of two. */
  static double remainder(double x, double y) {
    return Double.isNaN(x) || Double.isNaN(y) || Double.isInfinite(x) || y == 0
        ? NAN
        : StrictMath.IEEEremainder(x, y);
  }

  // gamma

  private static double stirlingFactor(double x) {
    double w = 1 / x;
    w =
        1
            + w
                * horner(
                    w,
                    7.87311395793093628397e-04,
                    -2.29549961613378126380e-04,
                    -2.68132617805781232825e-03,
                    3.47222221605458667310e-03,
                    8.33333333333482257126e-02);
    return 2.506628274631000502417 * w;
  }

  /** Two factors of gamma, that it may be had where it overflows. */
  private static double[] stirling(double x) {
    if (x > 200) {
      return new double[] {INF, 1};
    }
    double s = stirlingFactor(x);
    double e = exp(x);
    if (x > 143.01608) {
      double v = pow(x, 0.5 * x - 0.25);
      return new double[] {v, s * (v / e)};
    }
    return new double[] {pow(x, x - 0.5) / e, s * 1.0};
  }

  static double gamma(double x) {
    if (Double.isNaN(x) || x == -INF || x < 0 && trunc(x) == x) {
      return NAN;
    }
    if (x == INF) {
      return INF;
    }
    if (x == 0) {
      return Math.copySign(INF, x);
    }
    double q = Math.abs(x);
    if (q > 33) {
      double[] s = stirling(q);
      if (x >= 0) {
        return s[0] * s[1];
      }
      double p = Math.floor(q);
      int sign = ((long) p & 1) == 0 ? -1 : 1;
      double z = q - p;
      if (z > 0.5) {
        z = q - (p + 1);
      }
      z = q * sin(Math.PI * z);
      if (z == 0) {
        return sign * INF;
      }
      double a = Math.abs(z);
      double d = a * s[0] * s[1];
      return sign * (Double.isInfinite(d) ? Math.PI / a / s[0] / s[1] : Math.PI / d);
    }
    double z = 1;
    double t = x;
    while (t >= 3) {
      t -= 1;
      z *= t;
    }
    while (t < 2) {
      if (t < 0 ? t > -1e-09 : t < 1e-09) {
        return t == 0 ? INF : z / ((1 + 0.57721566490153286060651209008240243 * t) * t);
      }
      z /= t;
      t += 1;
    }
    if (t == 2) {
      return z;
    }
    t -= 2;
    double p =
        horner(
            t,
            1.60119522476751861407e-04,
            1.19135147006586384913e-03,
            1.04213797561761569935e-02,
            4.76367800457137231464e-02,
            2.07448227648435975150e-01,
            4.94214826801497100753e-01,
            9.99999999999999996796e-01);
    double d =
        horner(
            t,
            -2.31581873324120129819e-05,
            5.39605580493303397842e-04,
            -4.45641913851797240494e-03,
            1.18139785222060435552e-02,
            3.58236398605498653373e-02,
            -2.34591795718243348568e-01,
            7.14304917030273074085e-02,
            1.00000000000000000320e+00);
    return z * p / d;
  }

  // error function

  private static final double[] ERF_P = {
    -2.37630166566501626084e-05,
    -5.77027029648944159157e-03,
    -2.84817495755985104766e-02,
    -3.25042107247001499370e-01,
    1.28379167095512558561e-01
  };
  private static final double[] ERF_Q = {
    -3.96022827877536812320e-06,
    1.32494738004321644526e-04,
    5.08130628187576562776e-03,
    6.50222499887672944485e-02,
    3.97917223959155352819e-01,
    1
  };
  private static final double[] NEAR_P = {
    -2.16637559486879084300e-03,
    3.54783043256182359371e-02,
    -1.10894694282396677476e-01,
    3.18346619901161753674e-01,
    -3.72207876035701323847e-01,
    4.14856118683748331666e-01,
    -2.36211856075265944077e-03
  };
  private static final double[] NEAR_Q = {
    1.19844998467991074170e-02,
    1.36370839120290507362e-02,
    1.26171219808761642112e-01,
    7.18286544141962662868e-02,
    5.40397917702171048937e-01,
    1.06420880400844228286e-01,
    1
  };
  private static final double[] FAR_P = {
    -9.81432934416914548592e+00,
    -8.12874355063065934246e+01,
    -1.84605092906711035994e+02,
    -1.62396669462573470355e+02,
    -6.23753324503260060396e+01,
    -1.05586262253232909814e+01,
    -6.93858572707181764372e-01,
    -9.86494403484714822705e-03
  };
  private static final double[] FAR_Q = {
    -6.04244152148580987438e-02,
    6.57024977031928170135e+00,
    1.08635005541779435134e+02,
    4.29008140027567833386e+02,
    6.45387271733267880336e+02,
    4.34565877475229228821e+02,
    1.37657754143519042600e+02,
    1.96512716674392571292e+01,
    1
  };
  private static final double[] FARTHER_P = {
    -4.83519191608651397019e+02,
    -1.02509513161107724954e+03,
    -6.37566443368389627722e+02,
    -1.60636384855821916062e+02,
    -1.77579549177547519889e+01,
    -7.99283237680523006574e-01,
    -9.86494292470009928597e-03
  };
  private static final double[] FARTHER_Q = {
    -2.24409524465858183362e+01,
    4.74528541206955367215e+02,
    2.55305040643316442583e+03,
    3.19985821950859553908e+03,
    1.53672958608443695994e+03,
    3.25792512996573918826e+02,
    3.03380607434824582924e+01,
    1
  };
  private static final double ERX = 8.45062911510467529297e-01;

  /** erfc(x) for x ≥ 1.25. */
  private static double tail(double x) {
    double s = 1 / (x * x);
    double ratio =
        x < 1 / 0.35
            ? horner(s, FAR_P) / horner(s, FAR_Q)
            : horner(s, FARTHER_P) / horner(s, FARTHER_Q);
    double z = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffffffff00000000L);
    return exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio) / x;
  }

  static double erf(double x) {
    if (Double.isNaN(x)) {
      return NAN;
    }
    double a = x < 0 ? -x : x;
    double y;
    if (a < 0.84375) {
      if (a < 0x1p-28) {
        y =
            a < 2.848094538889218e-306
                ? 0.125 * (8.0 * a + 1.02703333676410069053e+00 * a)
                : a + 1.28379167095512586316e-01 * a;
      } else {
        double z = a * a;
        y = a + a * (horner(z, ERF_P) / horner(z, ERF_Q));
      }
    } else if (a < 1.25) {
      y = ERX + horner(a - 1, NEAR_P) / horner(a - 1, NEAR_Q);
    } else {
      y = a >= 6 ? 1 : 1 - tail(a);
    }
    return x < 0 ? -y : y;
  }

  static double erfc(double x) {
    if (Double.isNaN(x)) {
      return NAN;
    }
    boolean negative = x < 0;
    double a = negative ? -x : x;
    if (a < 0.84375) {
      double y = a;
      if (a >= 0x1p-56) {
        double z = a * a;
        double q = horner(z, ERF_P) / horner(z, ERF_Q);
        y = a < 0.25 ? a + a * q : 0.5 + (a * q + (a - 0.5));
      }
      return negative ? 1 + y : 1 - y;
    }
    if (a < 1.25) {
      double q = horner(a - 1, NEAR_P) / horner(a - 1, NEAR_Q);
      return negative ? 1 + ERX + q : 1 - ERX - q;
    }
    if (a >= 28 || negative && a > 6) {
      return negative ? 2 : 0;
    }
    return negative ? 2 - tail(a) : tail(a);
  }

  private static final double[][] ERFINV = {
    {
      8.8709406962545514830200e2,
      1.1819493347062294404278e4,
      2.3782041382114385731252e4,
      1.6235862515167575384252e4,
      4.8548868893843886794648e3,
      6.9706266534389598238465e2,
      4.7072688112383978012285e1,
      1.1975323115670912564578e0
    },
    {
      5.2264952788528545610e3,
      2.8729085735721942674e4,
      3.9307895800092710610e4,
      2.1213794301586595867e4,
      5.3941960214247511077e3,
      6.8718700749205790830e2,
      4.2313330701600911252e1,
      1.0
    },
    {
      7.74545014278341407640e-4,
      2.27238449892691845833e-2,
      2.41780725177450611770e-1,
      1.27045825245236838258e0,
      3.64784832476320460504e0,
      5.76949722146069140550e0,
      4.63033784615654529590e0,
      1.42343711074968357734e0
    },
    {
      1.4859850019840355905497876e-9,
      7.7441459065157709165577218e-4,
      2.1494160384252876777097297e-2,
      2.0945065210512749128288442e-1,
      9.7547832001787427186894837e-1,
      2.3707661626024532365971225e0,
      2.9036514445419946173133295e0,
      1.4142135623730950488016887e0
    },
    {
      2.01033439929228813265e-7,
      2.71155556874348757815e-5,
      1.24266094738807843860e-3,
      2.65321895265761230930e-2,
      2.96560571828504891230e-1,
      1.78482653991729133580e0,
      5.46378491116411436990e0,
      6.65790464350110377720e0
    },
    {
      2.891024605872965461538222e-15,
      2.010321207683943062279931e-7,
      2.611088405080593625138020e-5,
      1.112800997078859844711555e-3,
      2.103693768272068968719679e-2,
      1.936480946950659106176712e-1,
      8.482908416595164588112026e-1,
      1.414213562373095048801689e0
    }
  };

  static double erfinv(double x) {
    double a = x < 0 ? -x : x;
    if (Double.isNaN(x) || a > 1) {
      return NAN;
    }
    if (a == 1) {
      return x * INF;
    }
    double y;
    if (a <= 0.85) {
      double r = 0.180625 - 0.25 * a * a;
      y = (a * horner(r, ERFINV[0])) / horner(r, ERFINV[1]);
    } else {
      double r = Math.sqrt(LN2 - log(1.0 - a));
      boolean near = r <= 5;
      r -= near ? 1.6 : 5;
      y = horner(r, ERFINV[near ? 2 : 4]) / horner(r, ERFINV[near ? 3 : 5]);
    }
    return x < 0 ? -y : y;
  }
}

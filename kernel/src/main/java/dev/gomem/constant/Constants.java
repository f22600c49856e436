package dev.gomem.constant;

import dev.gomem.constant.Constant.Bool;
import dev.gomem.constant.Constant.Complex;
import dev.gomem.constant.Constant.Float;
import dev.gomem.constant.Constant.Int;
import dev.gomem.constant.Constant.Kind;
import dev.gomem.constant.Constant.Rat;
import dev.gomem.constant.Constant.Str;
import dev.gomem.constant.Constant.Unknown;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Operations on constants, as those of {@code go/constant}. An operation on an unknown value gives
 * an unknown one; operands must be of kinds that the operation is defined for (the checker sees to
 * it), else {@link IllegalArgumentException}. Division by zero is the caller's to prevent.
 */
public final class Constants {
  /** Components of fractions have fewer bits than this. */
  static final int MAX_EXPONENT = 4096;

  private Constants() {}

  // ---- literals and other sources

  public static Constant intLiteral(String lit) {
    return Literals.integer(lit);
  }

  public static Constant floatLiteral(String lit) {
    return Literals.floating(lit);
  }

  public static Constant imaginaryLiteral(String lit) {
    return Literals.imaginary(lit);
  }

  /** An integer, the rune's code. */
  public static Constant runeLiteral(String lit) {
    return Literals.rune(lit);
  }

  public static Constant stringLiteral(String lit) {
    return Literals.string(lit);
  }

  /** A string of arbitrary bytes. */
  public static Constant makeString(byte[] bytes) {
    return new Str(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  /** The integer that the bits mean unsigned. */
  public static Constant makeUint64(long bits) {
    return bits >= 0
        ? Constant.of(bits)
        : Constant.of(BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(64)));
  }

  /** Unknown if not finite; negative zero becomes zero. */
  public static Constant makeFloat64(double x) {
    if (Double.isInfinite(x) || Double.isNaN(x)) {
      return Constant.unknown();
    }
    return toRat(BigFloat.of(x));
  }

  /** {@code x} as an imaginary part. */
  public static Constant makeImag(Constant x) {
    return makeComplex(Constant.of(0), x);
  }

  public static Constant makeComplex(Constant re, Constant im) {
    return re.kind() == Kind.UNKNOWN || im.kind() == Kind.UNKNOWN
        ? Constant.unknown()
        : new Complex(re, im);
  }

  private static Rat toRat(BigFloat f) {
    return f.exp() >= 0
        ? new Rat(f.toBigInteger(), BigInteger.ONE)
        : new Rat(f.mant(), BigInteger.ONE.shiftLeft((int) -f.exp()));
  }

  private static Constant makeRat(BigInteger num, BigInteger den) {
    Rat r = Rat.of(num, den);
    return isSmall(r.num()) && isSmall(r.den()) ? r : new Float(r.toBigFloat());
  }

  static Constant makeFloat(BigFloat f) {
    return f.isInfinite() ? Constant.unknown() : new Float(f);
  }

  private static boolean isSmall(BigInteger x) {
    return x.abs().bitLength() < MAX_EXPONENT;
  }

  // ---- what is in a constant

  /** False if unknown. */
  public static boolean boolValue(Constant x) {
    return switch (x) {
      case Bool b -> b.value();
      case Unknown u -> false;
      case Str s -> throw not("a bool", x);
      case Int i -> throw not("a bool", x);
      case Rat r -> throw not("a bool", x);
      case Float f -> throw not("a bool", x);
      case Complex c -> throw not("a bool", x);
    };
  }

  /**
   * The text of a string constant, "" if unknown; see {@link Str} for strings that are not UTF-8.
   */
  public static String stringValue(Constant x) {
    return x instanceof Str s ? s.text() : "";
  }

  /** The value of an integer that fits an int64, else null. */
  public static @Nullable Long int64Value(Constant x) {
    return x instanceof Int i && i.isLong() ? i.small() : null;
  }

  /** The bits of an integer that fits an uint64, else null. */
  public static @Nullable Long uint64Value(Constant x) {
    if (!(x instanceof Int i)) {
      return null;
    }
    BigInteger big = i.big();
    if (big == null) {
      return i.small() >= 0 ? i.small() : null;
    }
    return big.signum() > 0 && big.bitLength() <= 64 ? big.longValue() : null;
  }

  /**
   * The nearest double of an integer or float: infinite if too large, 0 if too small or unknown.
   */
  public static double float64Value(Constant x) {
    return switch (x) {
      case Int i -> i.big() == null ? (double) i.small() : BigFloat.of(i.value()).toDouble();
      case Rat r -> BigFloat.Rounded.toDouble(r.num(), r.den());
      case Float f -> f.value().toDouble();
      case Unknown u -> 0;
      case Bool b -> throw not("a float", x);
      case Str s -> throw not("a float", x);
      case Complex c -> throw not("a float", x);
    };
  }

  /** The nearest float of an integer or float; not always that of {@link #float64Value}. */
  public static float float32Value(Constant x) {
    return switch (x) {
      case Int i -> i.big() == null ? (float) i.small() : BigFloat.of(i.value()).toFloat();
      case Rat r -> BigFloat.Rounded.toFloat(r.num(), r.den());
      case Float f -> f.value().toFloat();
      case Unknown u -> 0;
      case Bool b -> throw not("a float", x);
      case Str s -> throw not("a float", x);
      case Complex c -> throw not("a float", x);
    };
  }

  /** Bits of an integer's magnitude; 0 if unknown. */
  public static int bitLen(Constant x) {
    return x instanceof Int i ? i.value().abs().bitLength() : 0;
  }

  /**
   * -1, 0 or 1; of a complex number, zero or not; 1 if unknown, so that nothing looks like a
   * division by zero.
   */
  public static int sign(Constant x) {
    return switch (x) {
      case Int i -> i.value().signum();
      case Rat r -> r.num().signum();
      case Float f -> f.value().signum();
      case Complex c -> sign(c.re()) | sign(c.im());
      case Unknown u -> 1;
      case Bool b -> throw not("a number", x);
      case Str s -> throw not("a number", x);
    };
  }

  public static Constant real(Constant x) {
    return x instanceof Complex c ? c.re() : x;
  }

  public static Constant imag(Constant x) {
    return switch (x) {
      case Complex c -> c.im();
      case Unknown u -> u;
      case Int i -> Constant.of(0);
      case Rat r -> Constant.of(0);
      case Float f -> Constant.of(0);
      case Bool b -> throw not("a number", x);
      case Str s -> throw not("a number", x);
    };
  }

  // ---- conversions between kinds of numbers

  /**
   * The integer that {@code x} is, forgiving an error in the last bits of a rounded float; else
   * unknown.
   */
  public static Constant toInt(Constant x) {
    return switch (x) {
      case Int i -> i;
      case Rat r -> r.isInt() ? Int.of(r.num()) : Constant.unknown();
      case Float f -> toInt(f.value());
      case Complex c -> sign(c.im()) == 0 ? toInt(toFloat(c)) : Constant.unknown();
      case Unknown u -> u;
      case Bool b -> Constant.unknown();
      case Str s -> Constant.unknown();
    };
  }

  private static Constant toInt(BigFloat f) {
    if (!f.isSmall()) {
      return Constant.unknown();
    }
    if (f.isInt()) {
      return Int.of(f.toBigInteger());
    }
    int fewerBits = BigFloat.PRECISION - 4;
    BigFloat down = f.rounded(fewerBits, BigFloat.Rounding.TO_ZERO);
    if (down.isInt()) {
      return Int.of(down.toBigInteger());
    }
    BigFloat up = f.rounded(fewerBits, BigFloat.Rounding.AWAY_FROM_ZERO);
    return up.isInt() ? Int.of(up.toBigInteger()) : Constant.unknown();
  }

  /** The float that {@code x} is, else unknown. */
  public static Constant toFloat(Constant x) {
    return switch (x) {
      case Int i ->
          isSmall(i.value())
              ? new Rat(i.value(), BigInteger.ONE)
              : new Float(BigFloat.of(i.value()));
      case Rat r -> r;
      case Float f -> f;
      case Complex c -> sign(c.im()) == 0 ? toFloat(c.re()) : Constant.unknown();
      case Unknown u -> u;
      case Bool b -> Constant.unknown();
      case Str s -> Constant.unknown();
    };
  }

  /** {@code x} as a complex number, else unknown. */
  public static Constant toComplex(Constant x) {
    return switch (x) {
      case Int i -> toComplexOf(i);
      case Rat r -> toComplexOf(r);
      case Float f -> toComplexOf(f);
      case Complex c -> c;
      case Unknown u -> u;
      case Bool b -> Constant.unknown();
      case Str s -> Constant.unknown();
    };
  }

  private static Complex toComplexOf(Constant re) {
    return new Complex(re, Constant.of(0));
  }

  // ---- operations

  /**
   * {@code op y} for {@code + - ^ !}. {@code bits} above 0 limits the result of {@code ^} (for
   * unsigned types).
   */
  public static Constant unaryOp(Op op, Constant y, int bits) {
    if (y instanceof Unknown) {
      return y;
    }
    switch (op) {
      case ADD -> {
        if (isNumber(y)) {
          return y;
        }
      }
      case SUB -> {
        return negate(y);
      }
      case XOR -> {
        if (y instanceof Int i) {
          BigInteger z = i.value().not();
          return Int.of(
              bits > 0 ? z.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE)) : z);
        }
      }
      case NOT -> {
        if (y instanceof Bool b) {
          return Constant.of(!b.value());
        }
      }
      default -> {}
    }
    throw new IllegalArgumentException("invalid unary operation " + op + y);
  }

  private static Constant negate(Constant y) {
    return switch (y) {
      case Int i -> Int.of(i.value().negate());
      case Rat r -> new Rat(r.num().negate(), r.den());
      case Float f -> new Float(f.value().negate());
      case Complex c -> makeComplex(negate(c.re()), negate(c.im()));
      case Unknown u -> u;
      case Bool b -> throw not("a number", y);
      case Str s -> throw not("a number", y);
    };
  }

  private static boolean isNumber(Constant x) {
    return x.kind().compareTo(Kind.INT) >= 0;
  }

  /** Order of the representations: of two numbers the lower is converted to the higher. */
  private static int rank(Constant x) {
    return switch (x) {
      case Unknown u -> 0;
      case Bool b -> 1;
      case Str s -> 1;
      case Int i -> 2;
      case Rat r -> 4;
      case Float f -> 5;
      case Complex c -> 6;
    };
  }

  /** {@code x} in the representation of {@code y}, which is of no lower rank. */
  private static Constant match(Constant x, Constant y) {
    if (rank(x) >= rank(y)) {
      return x;
    }
    return switch (y) {
      case Rat r -> x instanceof Int i ? new Rat(i.value(), BigInteger.ONE) : x;
      case Float f ->
          switch (x) {
            case Int i -> new Float(BigFloat.of(i.value()));
            case Rat r -> new Float(r.toBigFloat());
            case Unknown u -> x;
            case Bool b -> x;
            case Str s -> x;
            case Float g -> x;
            case Complex c -> x;
          };
      case Complex c -> isNumber(x) ? toComplexOf(x) : x;
      case Unknown u -> x;
      case Bool b -> x;
      case Str s -> x;
      case Int i -> x;
    };
  }

  /** {@code x op y}, without comparisons and shifts. */
  public static Constant binaryOp(Constant x0, Op op, Constant y0) {
    Constant x = match(x0, y0);
    Constant y = match(y0, x0);
    if (x instanceof Unknown || y instanceof Unknown) {
      return Constant.unknown();
    }
    Constant z =
        switch (x) {
          case Bool a when y instanceof Bool b -> logic(a.value(), op, b.value());
          case Int a when y instanceof Int b -> integers(a, op, b);
          case Rat a when y instanceof Rat b -> fractions(a, op, b);
          case Float a when y instanceof Float b -> floats(a.value(), op, b.value());
          case Complex a when y instanceof Complex b -> complexes(a, op, b);
          case Str a when y instanceof Str b -> op == Op.ADD ? new Str(a, b) : null;
          default -> null;
        };
    if (z == null) {
      throw new IllegalArgumentException("invalid binary operation " + x0 + " " + op + " " + y0);
    }
    return z;
  }

  private static @Nullable Constant logic(boolean a, Op op, boolean b) {
    return switch (op) {
      case LAND -> Constant.of(a && b);
      case LOR -> Constant.of(a || b);
      default -> null;
    };
  }

  private static @Nullable Constant integers(Int x, Op op, Int y) {
    if (x.isLong() && y.isLong()) {
      long a = x.small();
      long b = y.small();
      switch (op) {
        case ADD -> {
          long c = a + b;
          if (((a ^ c) & (b ^ c)) >= 0) {
            return Int.of(c);
          }
        }
        case SUB -> {
          long c = a - b;
          if (((a ^ b) & (a ^ c)) >= 0) {
            return Int.of(c);
          }
        }
        case MUL -> {
          if (a == (int) a && b == (int) b) {
            return Int.of(a * b);
          }
        }
        case AND -> {
          return Int.of(a & b);
        }
        case OR -> {
          return Int.of(a | b);
        }
        case XOR -> {
          return Int.of(a ^ b);
        }
        case AND_NOT -> {
          return Int.of(a & ~b);
        }
        case REM -> {
          return Int.of(a % b);
        }
        default -> {}
      }
    }
    BigInteger a = x.value();
    BigInteger b = y.value();
    return switch (op) {
      case ADD -> Int.of(a.add(b));
      case SUB -> Int.of(a.subtract(b));
      case MUL -> Int.of(a.multiply(b));
      case QUO -> makeRat(a, b);
      case INT_QUO -> Int.of(a.divide(b));
      case REM -> Int.of(a.remainder(b));
      case AND -> Int.of(a.and(b));
      case OR -> Int.of(a.or(b));
      case XOR -> Int.of(a.xor(b));
      case AND_NOT -> Int.of(a.andNot(b));
      default -> null;
    };
  }

  private static @Nullable Constant fractions(Rat a, Op op, Rat b) {
    return switch (op) {
      case ADD ->
          makeRat(
              a.num().multiply(b.den()).add(b.num().multiply(a.den())), a.den().multiply(b.den()));
      case SUB ->
          makeRat(
              a.num().multiply(b.den()).subtract(b.num().multiply(a.den())),
              a.den().multiply(b.den()));
      case MUL -> makeRat(a.num().multiply(b.num()), a.den().multiply(b.den()));
      case QUO -> makeRat(a.num().multiply(b.den()), a.den().multiply(b.num()));
      default -> null;
    };
  }

  private static @Nullable Constant floats(BigFloat a, Op op, BigFloat b) {
    return switch (op) {
      case ADD -> makeFloat(a.add(b));
      case SUB -> makeFloat(a.subtract(b));
      case MUL -> makeFloat(a.multiply(b));
      case QUO -> makeFloat(a.divide(b));
      default -> null;
    };
  }

  private static @Nullable Constant complexes(Complex x, Op op, Complex y) {
    Constant a = x.re();
    Constant b = x.im();
    Constant c = y.re();
    Constant d = y.im();
    return switch (op) {
      case ADD -> makeComplex(add(a, c), add(b, d));
      case SUB -> makeComplex(subtract(a, c), subtract(b, d));
      case MUL ->
          makeComplex(
              subtract(multiply(a, c), multiply(b, d)), add(multiply(b, c), multiply(a, d)));
      case QUO -> {
        Constant s = add(multiply(c, c), multiply(d, d));
        Constant re = add(multiply(a, c), multiply(b, d));
        Constant im = subtract(multiply(b, c), multiply(a, d));
        yield makeComplex(binaryOp(re, Op.QUO, s), binaryOp(im, Op.QUO, s));
      }
      default -> null;
    };
  }

  private static Constant add(Constant x, Constant y) {
    return binaryOp(x, Op.ADD, y);
  }

  private static Constant subtract(Constant x, Constant y) {
    return binaryOp(x, Op.SUB, y);
  }

  private static Constant multiply(Constant x, Constant y) {
    return binaryOp(x, Op.MUL, y);
  }

  /** {@code x << s} or {@code x >> s} of an integer; the caller bounds {@code s}. */
  public static Constant shift(Constant x, Op op, int s) {
    if (x instanceof Unknown) {
      return x;
    }
    if (x instanceof Int i && op == Op.SHL) {
      return Int.of(i.value().shiftLeft(s));
    }
    if (x instanceof Int i && op == Op.SHR) {
      return Int.of(i.value().shiftRight(s));
    }
    throw new IllegalArgumentException("invalid shift " + x + " " + op + " " + s);
  }

  /** {@code x op y} for comparisons; false if one is unknown. */
  public static boolean compare(Constant x0, Op op, Constant y0) {
    Constant x = match(x0, y0);
    Constant y = match(y0, x0);
    if (x instanceof Unknown || y instanceof Unknown) {
      return false;
    }
    return switch (x) {
      case Bool a when y instanceof Bool b -> equality(a.value() == b.value(), op);
      case Int a when y instanceof Int b ->
          ordered(
              a.isLong() && b.isLong()
                  ? Long.compare(a.small(), b.small())
                  : a.value().compareTo(b.value()),
              op);
      case Rat a when y instanceof Rat b ->
          ordered(a.num().multiply(b.den()).compareTo(b.num().multiply(a.den())), op);
      case Float a when y instanceof Float b -> ordered(a.value().compareTo(b.value()), op);
      case Complex a when y instanceof Complex b ->
          equality(compare(a.re(), Op.EQL, b.re()) && compare(a.im(), Op.EQL, b.im()), op);
      case Str a when y instanceof Str b -> ordered(a.latin1().compareTo(b.latin1()), op);
      default ->
          throw new IllegalArgumentException("invalid comparison " + x0 + " " + op + " " + y0);
    };
  }

  private static boolean equality(boolean equal, Op op) {
    return switch (op) {
      case EQL -> equal;
      case NEQ -> !equal;
      default -> throw new IllegalArgumentException("not an equality: " + op);
    };
  }

  private static boolean ordered(int c, Op op) {
    return switch (op) {
      case EQL -> c == 0;
      case NEQ -> c != 0;
      case LSS -> c < 0;
      case LEQ -> c <= 0;
      case GTR -> c > 0;
      case GEQ -> c >= 0;
      default -> throw new IllegalArgumentException("not a comparison: " + op);
    };
  }

  private static IllegalArgumentException not(String what, Constant x) {
    return new IllegalArgumentException(x + " is not " + what);
  }
}

package dev.gomem.constant;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The value of a Go constant, with the representations of {@code go/constant}: integers are exact;
 * fractions are exact while numerator and denominator stay below 4096 bits and from then on rounded
 * to 512 bits, and what was once rounded never pretends to be exact again. Values are immutable;
 * operations are in {@link Constants}.
 */
public sealed interface Constant {
  /** Kinds; {@link Rat} and {@link Float} are both floats. */
  enum Kind {
    UNKNOWN,
    BOOL,
    STRING,
    INT,
    FLOAT,
    COMPLEX
  }

  Kind kind();

  /** Every digit, while {@link Object#toString} may shorten. */
  String exactString();

  /** The value of a constant whose expression is wrong. */
  static Constant unknown() {
    return Unknown.INSTANCE;
  }

  static Constant of(boolean b) {
    return b ? Bool.TRUE : Bool.FALSE;
  }

  static Constant of(long x) {
    return Int.of(x);
  }

  static Constant of(BigInteger x) {
    return Int.of(x);
  }

  /** A string constant of a text's UTF-8 bytes. */
  static Constant of(String text) {
    return new Str(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  /** No value. */
  enum Unknown implements Constant {
    INSTANCE;

    @Override
    public Kind kind() {
      return Kind.UNKNOWN;
    }

    @Override
    public String exactString() {
      return "unknown";
    }

    @Override
    public String toString() {
      return "unknown";
    }
  }

  /** true or false. */
  record Bool(boolean value) implements Constant {
    static final Bool TRUE = new Bool(true);
    static final Bool FALSE = new Bool(false);

    @Override
    public Kind kind() {
      return Kind.BOOL;
    }

    @Override
    public String exactString() {
      return Boolean.toString(value);
    }

    @Override
    public String toString() {
      return exactString();
    }
  }

  /**
   * A string of bytes, which need not be UTF-8. The bytes are kept as the characters of a Latin-1
   * Java string, so that comparison and equality are Java's. A concatenation is joined when it is
   * first looked at: a long chain of {@code +} does not build every prefix.
   */
  final class Str implements Constant {
    private @Nullable String joined;
    private @Nullable Str left;
    private @Nullable Str right;

    Str(String latin1) {
      this.joined = latin1;
    }

    Str(Str left, Str right) {
      this.left = left;
      this.right = right;
    }

    /** One character a byte. */
    public String latin1() {
      String s = joined;
      if (s == null) {
        s = join();
        joined = s;
        left = null;
        right = null;
      }
      return s;
    }

    private String join() {
      StringBuilder sb = new StringBuilder();
      ArrayDeque<Str> todo = new ArrayDeque<>();
      todo.push(this);
      while (!todo.isEmpty()) {
        Str x = todo.pop();
        Str l = x.left;
        Str r = x.right;
        if (l != null && r != null) {
          todo.push(r);
          todo.push(l);
        } else {
          sb.append(x.joined);
        }
      }
      return sb.toString();
    }

    public byte[] bytes() {
      return latin1().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes as text; what is not UTF-8 becomes U+FFFD. */
    public String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** As {@code []rune(s)} has them. */
    public int[] runes() {
      return Quote.runes(bytes());
    }

    /** Number of bytes. */
    public int length() {
      return latin1().length();
    }

    @Override
    public Kind kind() {
      return Kind.STRING;
    }

    @Override
    public String exactString() {
      return Quote.quote(bytes());
    }

    /** Quoted, and cut after 72 characters. */
    @Override
    public String toString() {
      String s = exactString();
      int max = 72;
      if (s.codePointCount(0, s.length()) > max) {
        s = s.substring(0, s.offsetByCodePoints(0, max - 3)) + "...";
      }
      return s;
    }

    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Str s && latin1().equals(s.latin1());
    }

    @Override
    public int hashCode() {
      return latin1().hashCode();
    }
  }

  /** An integer: {@code big} is present only if it does not fit {@code small}. */
  record Int(long small, @Nullable BigInteger big) implements Constant {
    public Int {
      if (big != null && big.bitLength() <= 63) {
        throw new IllegalArgumentException("not a big integer: " + big);
      }
    }

    static Int of(long x) {
      return new Int(x, null);
    }

    static Int of(BigInteger x) {
      return x.bitLength() <= 63 ? new Int(x.longValue(), null) : new Int(0, x);
    }

    /** The value, whichever way it is kept. */
    public BigInteger value() {
      return big != null ? big : BigInteger.valueOf(small);
    }

    public boolean isLong() {
      return big == null;
    }

    @Override
    public Kind kind() {
      return Kind.INT;
    }

    @Override
    public String exactString() {
      return big != null ? big.toString() : Long.toString(small);
    }

    @Override
    public String toString() {
      return exactString();
    }
  }

  /** An exact fraction in lowest terms; the denominator is positive. */
  record Rat(BigInteger num, BigInteger den) implements Constant {
    /** Reduces. */
    static Rat of(BigInteger num, BigInteger den) {
      if (den.signum() < 0) {
        num = num.negate();
        den = den.negate();
      }
      BigInteger gcd = num.gcd(den);
      if (!gcd.equals(BigInteger.ONE)) {
        num = num.divide(gcd);
        den = den.divide(gcd);
      }
      return new Rat(num, den);
    }

    boolean isInt() {
      return den.equals(BigInteger.ONE);
    }

    BigFloat toBigFloat() {
      return BigFloat.quotient(num, den);
    }

    @Override
    public Kind kind() {
      return Kind.FLOAT;
    }

    @Override
    public String exactString() {
      return isInt() ? num.toString() : num + "/" + den;
    }

    @Override
    public String toString() {
      return Quote.approximate(toBigFloat());
    }
  }

  /** A fraction rounded to 512 bits. */
  record Float(BigFloat value) implements Constant {
    @Override
    public Kind kind() {
      return Kind.FLOAT;
    }

    @Override
    public String exactString() {
      return value.hexString();
    }

    @Override
    public String toString() {
      return Quote.approximate(value);
    }
  }

  /** Both parts are integers or floats. */
  record Complex(Constant re, Constant im) implements Constant {
    @Override
    public Kind kind() {
      return Kind.COMPLEX;
    }

    @Override
    public String exactString() {
      return "(" + re.exactString() + " + " + im.exactString() + "i)";
    }

    @Override
    public String toString() {
      return "(" + re + " + " + im + "i)";
    }
  }
}

package dev.gomem.machine;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.machine.memory.Memory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** How the built-in print and uncaught panics write basic values (gc: runtime/print.go). */
final class Printing {
  private Printing() {}

  /** strconv's format 'g' with the fewest digits. */
  static String float64(double v) {
    if (Double.isNaN(v)) {
      return "NaN";
    }
    if (Double.isInfinite(v)) {
      return v > 0 ? "+Inf" : "-Inf";
    }
    boolean negative = Double.doubleToRawLongBits(v) < 0;
    return (negative ? "-" : "") + (v == 0 ? "0" : shortest(Double.toString(Math.abs(v))));
  }

  static String float32(float v) {
    if (Float.isNaN(v) || Float.isInfinite(v) || v == 0) {
      return float64(v);
    }
    return (v < 0 ? "-" : "") + shortest(Float.toString(Math.abs(v)));
  }

  /** Exponent form below 1e-4 and from 1e+06 on. */
  private static String shortest(String javas) {
    BigDecimal d = new BigDecimal(javas).stripTrailingZeros();
    String digits = d.unscaledValue().toString();
    int exp = digits.length() - d.scale() - 1;
    if (exp < -4 || exp >= 6) {
      StringBuilder b = new StringBuilder().append(digits.charAt(0));
      if (digits.length() > 1) {
        b.append('.').append(digits, 1, digits.length());
      }
      b.append('e').append(exp < 0 ? '-' : '+');
      int e = Math.abs(exp);
      return b.append(e < 10 ? "0" : "").append(e).toString();
    }
    return d.toPlainString();
  }

  static String complex(String re, String im) {
    return "(" + re + (im.startsWith("+") || im.startsWith("-") ? "" : "+") + im + "i)";
  }

  static String complexAt(Memory m, long address, Kind kind) {
    if (kind == Kind.COMPLEX64) {
      return complex(
          float32(Float.intBitsToFloat((int) m.get(address, 4))),
          float32(Float.intBitsToFloat((int) m.get(address + 4, 4))));
    }
    return complex(
        float64(Double.longBitsToDouble(m.get64(address))),
        float64(Double.longBitsToDouble(m.get64(address + 8))));
  }

  /** A bool, integer or float in memory. */
  static String basicAt(Memory m, long address, RType t) {
    int size = (int) t.size();
    long v = m.get(address, size);
    return switch (t.kind()) {
      case BOOL -> v != 0 ? "true" : "false";
      case FLOAT32 -> float32(Float.intBitsToFloat((int) v));
      case FLOAT64 -> float64(Double.longBitsToDouble(v));
      default -> t.isSigned() ? Long.toString(signExtended(v, size)) : Long.toUnsignedString(v);
    };
  }

  static long signExtended(long v, int size) {
    int shift = 64 - 8 * size;
    return v << shift >> shift;
  }

  static byte[] ascii(String s) {
    return s.getBytes(StandardCharsets.UTF_8);
  }
}

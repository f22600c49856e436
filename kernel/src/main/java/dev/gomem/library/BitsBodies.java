package dev.gomem.library;

import dev.gomem.machine.JavaBody;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Bodies of math/bits: what processors have instructions for. */
final class BitsBodies {
  private BitsBodies() {}

  static void add(Map<String, JavaBody> to) {
    unary(to, "leadingZeros", Long::numberOfLeadingZeros);
    unary(to, "trailingZeros", Long::numberOfTrailingZeros);
    unary(to, "onesCount", Long::bitCount);
    unary(to, "reverse", Long::reverse);
    unary(to, "reverseBytes", Long::reverseBytes);
    to.put(
        "math/bits.high",
        (m, b) -> m.put64(b + 16, Math.unsignedMultiplyHigh(m.get64(b), m.get64(b + 8))));
    to.put(
        "math/bits.divide",
        (m, b) -> {
          BigInteger n = unsigned(m.get64(b)).shiftLeft(64).or(unsigned(m.get64(b + 8)));
          BigInteger[] q = n.divideAndRemainder(unsigned(m.get64(b + 16)));
          m.put64(b + 24, q[0].longValue());
          m.put64(b + 32, q[1].longValue());
        });
    to.put(
        "math/bits.overflow",
        (m, b) -> {
          throw m.panic("integer overflow", false);
        });
  }

  private static BigInteger unsigned(long x) {
    return new BigInteger(Long.toUnsignedString(x));
  }

  private static void unary(Map<String, JavaBody> to, String name, LongUnaryOperator f) {
    to.put("math/bits." + name, (m, b) -> m.put64(b + 8, f.applyAsLong(m.get64(b))));
  }
}

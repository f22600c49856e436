package dev.gomem.library;

import dev.gomem.machine.JavaBody;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Bodies of package math: only functions whose results IEEE 754 fixes, so that Java's are Go's to
 * the last bit.
 */
final class MathBodies {
  private MathBodies() {}

  static void add(Map<String, JavaBody> to) {
    unary(to, "math.sqrt", Math::sqrt);
    unary(to, "math.Floor", Math::floor);
    unary(to, "math.Ceil", Math::ceil);
    unary(to, "math.Trunc", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
    to.put(
        "math.Mod",
        (m, b) ->
            m.put64(
                b + 16,
                bits(
                    Double.longBitsToDouble(m.get64(b))
                        % Double.longBitsToDouble(m.get64(b + 8)))));
    JavaBody same = (m, b) -> m.put64(b + 8, m.get64(b));
    to.put("math.Float64bits", same);
    to.put("math.Float64frombits", same);
    to.put("math.Float32bits", same);
    to.put("math.Float32frombits", same);
  }

  private static void unary(Map<String, JavaBody> to, String symbol, DoubleUnaryOperator f) {
    to.put(
        symbol,
        (m, b) -> m.put64(b + 8, bits(f.applyAsDouble(Double.longBitsToDouble(m.get64(b))))));
  }

  /** Raw: a NaN keeps its bits. */
  private static long bits(double d) {
    return Double.doubleToRawLongBits(d);
  }
}

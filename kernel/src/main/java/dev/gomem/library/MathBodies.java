package dev.gomem.library;

import dev.gomem.machine.JavaBody;
import dev.gomem.machine.Machine;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Bodies of package math: what IEEE 754 fixes is the host's, the rest is {@link Elementary}'s, so
 * that all results are Go's to the last bit.
 */
final class MathBodies {
  private MathBodies() {}

  static void add(Map<String, JavaBody> to) {
    unary(to, "sqrt", Math::sqrt);
    unary(to, "Floor", Math::floor);
    unary(to, "Ceil", Math::ceil);
    unary(to, "Trunc", Elementary::trunc);
    unary(to, "Exp", Elementary::exp);
    unary(to, "Exp2", Elementary::exp2);
    unary(to, "Expm1", Elementary::expm1);
    unary(to, "Log", Elementary::log);
    unary(to, "Log2", Elementary::log2);
    unary(to, "Log10", Elementary::log10);
    unary(to, "Log1p", Elementary::log1p);
    unary(to, "Cbrt", Elementary::cbrt);
    unary(to, "Sin", Elementary::sin);
    unary(to, "Cos", Elementary::cos);
    unary(to, "Tan", Elementary::tan);
    unary(to, "Asin", Elementary::asin);
    unary(to, "Acos", Elementary::acos);
    unary(to, "Atan", Elementary::atan);
    unary(to, "Sinh", Elementary::sinh);
    unary(to, "Cosh", Elementary::cosh);
    unary(to, "Tanh", Elementary::tanh);
    unary(to, "Asinh", Elementary::asinh);
    unary(to, "Acosh", Elementary::acosh);
    unary(to, "Atanh", Elementary::atanh);
    unary(to, "Gamma", Elementary::gamma);
    unary(to, "Erf", Elementary::erf);
    unary(to, "Erfc", Elementary::erfc);
    unary(to, "Erfinv", Elementary::erfinv);
    binary(to, "Mod", (x, y) -> canonical(x % y));
    binary(to, "Remainder", Elementary::remainder);
    binary(to, "Pow", Elementary::pow);
    binary(to, "Atan2", Elementary::atan2);
    binary(to, "Hypot", Elementary::hypot);
    to.put(
        "math.FMA",
        (m, b) -> m.put64(b + 24, bits(Math.fma(at(m, b), at(m, b + 8), at(m, b + 16)))));
    to.put(
        "math.Ldexp", (m, b) -> m.put64(b + 16, bits(Elementary.ldexp(at(m, b), m.get64(b + 8)))));
    to.put(
        "internal/rt.Ldexp",
        (m, b) -> m.put64(b + 16, bits(Elementary.ldexp(at(m, b), m.get64(b + 8)))));
    to.put(
        "math.Frexp",
        (m, b) -> {
          double x = at(m, b);
          m.put64(b + 8, bits(Elementary.fraction(x)));
          m.put64(b + 16, Elementary.exponent(x));
        });
    JavaBody same = (m, b) -> m.put64(b + 8, m.get64(b));
    to.put("math.Float64bits", same);
    to.put("math.Float64frombits", same);
    to.put("math.Float32bits", same);
    to.put("math.Float32frombits", same);
  }

  private static void unary(Map<String, JavaBody> to, String name, DoubleUnaryOperator f) {
    to.put("math." + name, (m, b) -> m.put64(b + 8, bits(f.applyAsDouble(at(m, b)))));
  }

  private static void binary(Map<String, JavaBody> to, String name, DoubleBinaryOperator f) {
    to.put(
        "math." + name, (m, b) -> m.put64(b + 16, bits(f.applyAsDouble(at(m, b), at(m, b + 8)))));
  }

  private static double at(Machine m, long address) {
    return Double.longBitsToDouble(m.get64(address));
  }

  private static double canonical(double x) {
    return Double.isNaN(x) ? Elementary.NAN : x;
  }

  /** Raw: a NaN keeps its bits. */
  private static long bits(double d) {
    return Double.doubleToRawLongBits(d);
  }
}

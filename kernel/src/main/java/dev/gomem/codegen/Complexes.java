package dev.gomem.codegen;

import dev.gomem.code.Op;
import dev.gomem.ir.IrExpr;
import dev.gomem.ir.IrExpr.BinaryOp;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.RuntimeFn;

/**
 * Complex numbers as pairs of float words. As gc does, complex64 products are computed in float64
 * and rounded, and quotients always by the runtime in complex128.
 */
final class Complexes {
  private final FunctionGenerator g;
  private final Emitter out;

  Complexes(FunctionGenerator g) {
    this.g = g;
    this.out = g.out;
  }

  private static boolean wide(IrExpr e) {
    return e.type().kind() == Kind.COMPLEX128;
  }

  private int temp() {
    return out.frame.word(false);
  }

  private int emit(Op op, int x, int y) {
    int t = temp();
    out.emit(op, t, x, y);
    return t;
  }

  /** Frame words of real and imaginary part (float32 bits for complex64). */
  int[] parts(IrExpr e) {
    return switch (e) {
      case IrExpr.Compose c -> {
        int re = g.values.operand(c.words().get(0));
        int im = g.values.operand(c.words().get(1));
        yield new int[] {re, im};
      }
      case IrExpr.Zero _ -> {
        int z = out.constantWord(0);
        yield new int[] {z, z};
      }
      case IrExpr.Unary u -> {
        int[] x = parts(u.x());
        Op op = wide(u) ? Op.FNEG : Op.GNEG;
        yield new int[] {emit(op, x[0], 0), emit(op, x[1], 0)};
      }
      case IrExpr.Binary b -> binary(b);
      case IrExpr.Convert c when c.x().type().size() != c.type().size() -> {
        int[] x = parts(c.x());
        Op op = wide(c) ? Op.G2F : Op.F2G;
        yield new int[] {emit(op, x[0], 0), emit(op, x[1], 0)};
      }
      case IrExpr.Convert c -> parts(c.x());
      default -> stored(e);
    };
  }

  private int[] stored(IrExpr e) {
    int at = g.values.memory(e);
    if (wide(e)) {
      return new int[] {at, at + 8};
    }
    return new int[] {emit(Op.LF32U, at, 0), emit(Op.LF32U, at + 4, 0)};
  }

  private int[] binary(IrExpr.Binary b) {
    int[] x = parts(b.x());
    int[] y = parts(b.y());
    boolean wide = wide(b);
    return switch (b.op()) {
      case ADD -> {
        Op op = wide ? Op.FADD : Op.GADD;
        yield new int[] {emit(op, x[0], y[0]), emit(op, x[1], y[1])};
      }
      case SUB -> {
        Op op = wide ? Op.FSUB : Op.GSUB;
        yield new int[] {emit(op, x[0], y[0]), emit(op, x[1], y[1])};
      }
      case MUL -> rounded(product(widened(x, wide), widened(y, wide)), wide);
      case DIV -> rounded(quotient(widened(x, wide), widened(y, wide)), wide);
      default -> throw new IllegalArgumentException("complex " + b.op());
    };
  }

  private int[] widened(int[] x, boolean wide) {
    return wide ? x : new int[] {emit(Op.G2F, x[0], 0), emit(Op.G2F, x[1], 0)};
  }

  private int[] rounded(int[] x, boolean wide) {
    return wide ? x : new int[] {emit(Op.F2G, x[0], 0), emit(Op.F2G, x[1], 0)};
  }

  private int[] product(int[] x, int[] y) {
    int re = emit(Op.FSUB, emit(Op.FMUL, x[0], y[0]), emit(Op.FMUL, x[1], y[1]));
    int im = emit(Op.FADD, emit(Op.FMUL, x[0], y[1]), emit(Op.FMUL, x[1], y[0]));
    return new int[] {re, im};
  }

  /** The block is a temporary: the outgoing area may already hold arguments of a call. */
  private int[] quotient(int[] x, int[] y) {
    int block = out.frame.room(48, false);
    out.move(block, x[0], 8);
    out.move(block + 8, x[1], 8);
    out.move(block + 16, y[0], 8);
    out.move(block + 24, y[1], 8);
    out.emit(Op.RT, RuntimeFn.COMPLEX_DIV.ordinal(), block, -1, -1, 4, 2);
    return new int[] {block + 32, block + 40};
  }

  void into(IrExpr e, int dst) {
    int[] p = parts(e);
    if (wide(e)) {
      out.move(dst, p[0], 8);
      out.move(dst + 8, p[1], 8);
    } else {
      out.emit(Op.SF32, dst, p[0], 0);
      out.emit(Op.SF32, dst + 4, p[1], 0);
    }
  }

  /** R[dst] = x == y, or x != y. */
  void equal(IrExpr.Binary b, int dst) {
    int[] x = parts(b.x());
    int[] y = parts(b.y());
    Op op = wide(b.x()) ? Op.FEQ : Op.GEQ;
    int re = emit(op, x[0], y[0]);
    int im = emit(op, x[1], y[1]);
    out.emit(Op.AND, dst, re, im);
    if (b.op() == BinaryOp.NE) {
      out.emit(Op.NOT, dst, dst, 0);
    }
  }
}

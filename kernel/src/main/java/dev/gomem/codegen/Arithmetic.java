package dev.gomem.codegen;

import dev.gomem.code.Op;
import dev.gomem.ir.IrExpr;
import dev.gomem.ir.IrExpr.BinaryOp;
import dev.gomem.ir.IrStmt.Label;
import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Scalar operators and conversions. Integers are 64-bit words; operations whose result could leave
 * the narrower type are followed by an extension. Conversions out of range give what gc gives on
 * amd64 (cmd/compile ssagen: fpConvOpToSSA): 32-bit and smaller targets but uint32 go through
 * CVTTSD2SL.
 */
final class Arithmetic {
  private final FunctionGenerator g;
  private final Emitter out;

  Arithmetic(FunctionGenerator g) {
    this.g = g;
    this.out = g.out;
  }

  void unary(IrExpr.Unary u, int dst) {
    RType t = u.type();
    int x = g.values.operand(u.x());
    switch (u.op()) {
      case NOT -> out.emit(Op.NOT, dst, x, 0);
      case COM -> {
        out.emit(Op.COM, dst, x, 0);
        if (!t.isSigned()) {
          extend(t, dst);
        }
      }
      case NEG -> {
        if (t.kind() == Kind.FLOAT64) {
          out.emit(Op.FNEG, dst, x, 0);
        } else if (t.kind() == Kind.FLOAT32) {
          out.emit(Op.GNEG, dst, x, 0);
        } else {
          out.emit(Op.NEG, dst, x, 0);
          extend(t, dst);
        }
      }
    }
  }

  void binary(IrExpr.Binary b, int dst) {
    RType operands = b.x().type();
    if (Trees.isComparison(b.op())) {
      compare(b, dst);
    } else if (operands.isFloat()) {
      floats(b, operands.kind() == Kind.FLOAT64, dst);
    } else {
      integers(b, dst);
    }
  }

  private void floats(IrExpr.Binary b, boolean wide, int dst) {
    int x = g.values.operand(b.x());
    int y = g.values.operand(b.y());
    Op op =
        switch (b.op()) {
          case ADD -> wide ? Op.FADD : Op.GADD;
          case SUB -> wide ? Op.FSUB : Op.GSUB;
          case MUL -> wide ? Op.FMUL : Op.GMUL;
          case DIV -> wide ? Op.FDIV : Op.GDIV;
          default -> throw new IllegalArgumentException("float " + b.op());
        };
    out.emit(op, dst, x, y);
  }

  private void integers(IrExpr.Binary b, int dst) {
    RType t = b.type();
    switch (b.op()) {
      case ADD -> sum(b.x(), b.y(), t, dst);
      case SUB -> {
        Integer k = Trees.immediate(b.y());
        if (k != null && k != Integer.MIN_VALUE) {
          out.emit(Op.ADDI, dst, g.values.operand(b.x()), -k);
          extend(t, dst);
        } else {
          registers(b, three(t, Op.SUB, Op.SUB32S, Op.SUB32U), dst);
          extendNarrow(t, dst);
        }
      }
      case MUL -> product(b.x(), b.y(), t, dst);
      case DIV -> divide(b, Op.DIV, Op.DIVU, Op.DIVI, dst);
      case REM -> divide(b, Op.REM, Op.REMU, Op.REMI, dst);
      case AND -> withImmediate(b, Op.AND, Op.ANDI, dst);
      case OR -> withImmediate(b, Op.OR, Op.ORI, dst);
      case XOR -> withImmediate(b, Op.XOR, Op.XORI, dst);
      case ANDNOT -> {
        Long k = Trees.constant(b.y());
        if (k != null && ~k == (int) ~(long) k) {
          out.emit(Op.ANDI, dst, g.values.operand(b.x()), (int) ~(long) k);
        } else {
          registers(b, Op.ANDNOT, dst);
        }
      }
      case SHL, SHR -> shift(b, dst);
      default -> throw new IllegalArgumentException(b.op().name());
    }
  }

  private void registers(IrExpr.Binary b, Op op, int dst) {
    int x = g.values.operand(b.x());
    int y = g.values.operand(b.y());
    out.emit(op, dst, x, y);
  }

  private void sum(IrExpr x, IrExpr y, RType t, int dst) {
    Integer k = Trees.immediate(y);
    IrExpr other = x;
    if (k == null) {
      k = Trees.immediate(x);
      other = y;
    }
    if (k != null) {
      out.emit(Op.ADDI, dst, g.values.operand(other), k);
      extend(t, dst);
      return;
    }
    int rx = g.values.operand(x);
    int ry = g.values.operand(y);
    out.emit(three(t, Op.ADD, Op.ADD32S, Op.ADD32U), dst, rx, ry);
    extendNarrow(t, dst);
  }

  private void product(IrExpr x, IrExpr y, RType t, int dst) {
    Integer k = Trees.immediate(y);
    IrExpr other = x;
    if (k == null) {
      k = Trees.immediate(x);
      other = y;
    }
    if (k != null) {
      out.emit(Op.MULI, dst, g.values.operand(other), k);
      extend(t, dst);
      return;
    }
    int rx = g.values.operand(x);
    int ry = g.values.operand(y);
    out.emit(three(t, Op.MUL, Op.MUL32S, Op.MUL32U), dst, rx, ry);
    extendNarrow(t, dst);
  }

  /** 64-bit form, or the one that extends a 32-bit result. */
  private static Op three(RType t, Op wide, Op signed32, Op unsigned32) {
    return t.size() == 4 ? (t.isSigned() ? signed32 : unsigned32) : wide;
  }

  /** Narrower unsigned types divide as signed words: they never reach the sign bit. */
  private void divide(IrExpr.Binary b, Op signed, Op unsigned, Op immediate, int dst) {
    RType t = b.type();
    int x = g.values.operand(b.x());
    boolean asSigned = Words.comparesSigned(t);
    Integer k = Trees.immediate(b.y());
    Long full = Trees.constant(b.y());
    if (k != null && k != 0 && asSigned) {
      out.emit(immediate, dst, x, k);
    } else if (!asSigned && full != null && Long.bitCount(full) == 1) {
      int log = Long.numberOfTrailingZeros(full);
      if (signed == Op.DIV) {
        out.emit(Op.SHRUI, dst, x, log);
      } else if (log < 31) {
        out.emit(Op.ANDI, dst, x, (1 << log) - 1);
      } else {
        out.emit(Op.AND, dst, x, out.constantWord(full - 1));
      }
      return;
    } else {
      out.emit(asSigned ? signed : unsigned, dst, x, g.values.operand(b.y()));
    }
    if (signed == Op.DIV && t.isSigned() && (k == null || k == -1)) {
      extend(t, dst); // the least value divided by -1
    }
  }

  private void withImmediate(IrExpr.Binary b, Op op, Op immediate, int dst) {
    Integer k = Trees.immediate(b.y());
    IrExpr other = b.x();
    if (k == null) {
      k = Trees.immediate(b.x());
      other = b.y();
    }
    if (k != null) {
      out.emit(immediate, dst, g.values.operand(other), k);
    } else {
      registers(b, op, dst);
    }
  }

  private void shift(IrExpr.Binary b, int dst) {
    RType t = b.type();
    boolean left = b.op() == BinaryOp.SHL;
    int x = g.values.operand(b.x());
    Long k = Trees.constant(b.y());
    if (k != null && !(b.y().type().isSigned() && k < 0)) {
      boolean beyond = k < 0 || k > 63;
      if (left) {
        if (beyond) {
          out.constant(dst, 0);
        } else {
          out.emit(Op.SHLI, dst, x, (int) (long) k);
          extend(t, dst);
        }
      } else if (t.isSigned()) {
        out.emit(Op.SHRI, dst, x, beyond ? 63 : (int) (long) k);
      } else if (beyond) {
        out.constant(dst, 0);
      } else {
        out.emit(Op.SHRUI, dst, x, (int) (long) k);
      }
      return;
    }
    int y = g.values.operand(b.y());
    if (b.y().type().isSigned() && !neverNegative(b.y())) {
      out.emit(Op.SHIFTCHK, y, 0, 0);
    }
    out.emit(left ? Op.SHL : t.isSigned() ? Op.SHR : Op.SHRU, dst, x, y);
    if (left) {
      extend(t, dst);
    }
  }

  /** A masked count, or one converted from a narrower unsigned type. */
  private static boolean neverNegative(IrExpr e) {
    return switch (e) {
      case IrExpr.Binary b when b.op() == BinaryOp.AND -> {
        Long x = Trees.constant(b.x());
        Long y = Trees.constant(b.y());
        yield x != null && x >= 0 || y != null && y >= 0;
      }
      case IrExpr.Convert c ->
          !c.x().type().isSigned()
              && c.x().type().isInteger()
              && c.x().type().size() < c.type().size();
      default -> false;
    };
  }

  private void extend(RType t, int dst) {
    Op op = Words.extend(t);
    if (op != null) {
      out.emit(op, dst, dst, 0);
    }
  }

  /** After operations that have 32-bit forms of their own. */
  private void extendNarrow(RType t, int dst) {
    if (t.size() < 4) {
      extend(t, dst);
    }
  }

  // comparisons

  private void compare(IrExpr.Binary b, int dst) {
    RType t = b.x().type();
    if (t.isComplex()) {
      g.complexes.equal(b, dst);
      return;
    }
    if (t.isFloat()) {
      compareFloats(b, t.kind() == Kind.FLOAT64, dst);
      return;
    }
    IrExpr x = b.x();
    IrExpr y = b.y();
    BinaryOp op = b.op();
    if (Trees.immediate(x) != null && Trees.immediate(y) == null) {
      x = b.y();
      y = b.x();
      op = Trees.swapped(op);
    }
    Integer k = Trees.immediate(y);
    Op immediate = immediateCompare(op, t, k);
    if (k != null && immediate != null) {
      out.emit(immediate, dst, g.values.operand(x), k);
      return;
    }
    int rx = g.values.operand(x);
    int ry = g.values.operand(y);
    boolean signed = Words.comparesSigned(t);
    switch (op) {
      case EQ -> out.emit(Op.EQ, dst, rx, ry);
      case NE -> out.emit(Op.NE, dst, rx, ry);
      case LT -> out.emit(signed ? Op.LT : Op.LTU, dst, rx, ry);
      case LE -> out.emit(signed ? Op.LE : Op.LEU, dst, rx, ry);
      case GT -> out.emit(signed ? Op.LT : Op.LTU, dst, ry, rx);
      case GE -> out.emit(signed ? Op.LE : Op.LEU, dst, ry, rx);
      default -> throw new IllegalArgumentException(op.name());
    }
  }

  private static @Nullable Op immediateCompare(BinaryOp op, RType t, @Nullable Integer k) {
    if (k == null) {
      return null;
    }
    boolean signed = Words.comparesSigned(t);
    return switch (op) {
      case EQ -> Op.EQI;
      case NE -> Op.NEI;
      case LT -> signed ? Op.LTI : null;
      case LE -> signed ? Op.LEI : null;
      case GT -> signed ? Op.GTI : k == 0 ? Op.NEI : null;
      case GE -> signed ? Op.GEI : null;
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  private void compareFloats(IrExpr.Binary b, boolean wide, int dst) {
    int x = g.values.operand(b.x());
    int y = g.values.operand(b.y());
    switch (b.op()) {
      case EQ -> out.emit(wide ? Op.FEQ : Op.GEQ, dst, x, y);
      case NE -> out.emit(wide ? Op.FNE : Op.GNE, dst, x, y);
      case LT -> out.emit(wide ? Op.FLT : Op.GLT, dst, x, y);
      case LE -> out.emit(wide ? Op.FLE : Op.GLE, dst, x, y);
      case GT -> out.emit(wide ? Op.FLT : Op.GLT, dst, y, x);
      case GE -> out.emit(wide ? Op.FLE : Op.GLE, dst, y, x);
      default -> throw new IllegalArgumentException(b.op().name());
    }
  }

  // conditional jumps

  /**
   * Jumps to {@code yes} or {@code no}; the one that follows at once is reached by falling through.
   */
  void branch(IrExpr cond, Label yes, Label no, boolean yesFollows, boolean noFollows) {
    if (yesFollows) {
      jumpIf(cond, false, no);
    } else {
      jumpIf(cond, true, yes);
      if (!noFollows) {
        out.jump(Op.JMP, 0, 0, no);
      }
    }
  }

  /** Jumps if {@code cond} has the wanted value, else falls through. */
  private void jumpIf(IrExpr cond, boolean want, Label target) {
    switch (cond) {
      case IrExpr.Unary u when Trees.isNot(u) -> jumpIf(u.x(), !want, target);
      case IrExpr.Convert c when c.x().type().kind() == Kind.BOOL -> jumpIf(c.x(), want, target);
      case IrExpr.Const c -> {
        if (c.bits() != 0 == want) {
          out.jump(Op.JMP, 0, 0, target);
        }
      }
      case IrExpr.Binary b when Trees.isComparison(b.op()) && !b.x().type().isComplex() -> {
        if (b.x().type().isFloat()) {
          jumpFloats(b, want, target);
        } else {
          jumpIntegers(b, want ? b.op() : Trees.negated(b.op()), target);
        }
      }
      default -> out.jump(want ? Op.JT : Op.JF, g.values.operand(cond), 0, target);
    }
  }

  private void jumpIntegers(IrExpr.Binary b, BinaryOp op, Label target) {
    IrExpr x = b.x();
    IrExpr y = b.y();
    if (Trees.immediate(x) != null && Trees.immediate(y) == null) {
      x = b.y();
      y = b.x();
      op = Trees.swapped(op);
    }
    boolean signed = Words.comparesSigned(x.type());
    Integer k = Trees.immediate(y);
    if (k != null) {
      Op immediate =
          switch (op) {
            case EQ -> Op.JEQI;
            case NE -> Op.JNEI;
            case LT -> signed ? Op.JLTI : null;
            case LE -> signed ? Op.JLEI : k == 0 ? Op.JEQI : null;
            case GT -> signed ? Op.JGTI : k == 0 ? Op.JNEI : null;
            case GE -> signed ? Op.JGEI : null;
            default -> throw new IllegalArgumentException(op.name());
          };
      if (immediate != null) {
        out.jump(immediate, g.values.operand(x), k, target);
        return;
      }
    }
    int rx = g.values.operand(x);
    int ry = g.values.operand(y);
    switch (op) {
      case EQ -> out.jump(Op.JEQ, rx, ry, target);
      case NE -> out.jump(Op.JNE, rx, ry, target);
      case LT -> out.jump(signed ? Op.JLT : Op.JLTU, rx, ry, target);
      case LE -> out.jump(signed ? Op.JLE : Op.JLEU, rx, ry, target);
      case GT -> out.jump(signed ? Op.JLT : Op.JLTU, ry, rx, target);
      case GE -> out.jump(signed ? Op.JLE : Op.JLEU, ry, rx, target);
      default -> throw new IllegalArgumentException(op.name());
    }
  }

  private void jumpFloats(IrExpr.Binary b, boolean want, Label target) {
    BinaryOp op = b.op();
    if (b.x().type().kind() != Kind.FLOAT64 || op == BinaryOp.EQ || op == BinaryOp.NE) {
      int t = out.frame.word(false);
      compareFloats(b, b.x().type().kind() == Kind.FLOAT64, t);
      out.jump(want ? Op.JT : Op.JF, t, 0, target);
      return;
    }
    int x = g.values.operand(b.x());
    int y = g.values.operand(b.y());
    switch (op) {
      case LT -> out.jump(want ? Op.JFLT : Op.JFNLT, x, y, target);
      case LE -> out.jump(want ? Op.JFLE : Op.JFNLE, x, y, target);
      case GT -> out.jump(want ? Op.JFLT : Op.JFNLT, y, x, target);
      case GE -> out.jump(want ? Op.JFLE : Op.JFNLE, y, x, target);
      default -> throw new IllegalArgumentException(op.name());
    }
  }

  // conversions between scalars of different representation

  void convert(IrExpr.Convert c, int dst) {
    RType from = c.x().type();
    RType to = c.type();
    int x = g.values.operand(c.x());
    if (from.isFloat()) {
      fromFloat(from, to, x, dst);
    } else if (to.isFloat()) {
      boolean single = to.kind() == Kind.FLOAT32;
      boolean signed = Words.comparesSigned(from);
      out.emit(signed ? (single ? Op.I2G : Op.I2F) : single ? Op.U2G : Op.U2F, dst, x, 0);
    } else {
      integerToInteger(from, to, x, dst);
    }
  }

  private void integerToInteger(RType from, RType to, int x, int dst) {
    Op op = Words.extend(to);
    boolean fits =
        op == null
            || from.size() < to.size() && (!from.isSigned() || to.isSigned())
            || from.size() == to.size() && from.isSigned() == to.isSigned()
            || from.kind() == Kind.BOOL;
    if (op == null || fits) {
      out.move(dst, x, 8);
    } else {
      out.emit(op, dst, x, 0);
    }
  }

  private void fromFloat(RType from, RType to, int x, int dst) {
    boolean single = from.kind() == Kind.FLOAT32;
    if (to.kind() == Kind.FLOAT64) {
      out.emit(Op.G2F, dst, x, 0);
      return;
    }
    if (to.kind() == Kind.FLOAT32) {
      out.emit(Op.F2G, dst, x, 0);
      return;
    }
    boolean unsigned64 = to.size() == 8 && !to.isSigned();
    if (to.size() == 8) {
      out.emit(unsigned64 ? (single ? Op.G2U : Op.F2U) : single ? Op.G2I : Op.F2I, dst, x, 0);
      return;
    }
    int f = x;
    if (single) {
      f = out.frame.word(false);
      out.emit(Op.G2F, f, x, 0);
    }
    if (to.kind() == Kind.UINT32) {
      out.emit(Op.F2I, dst, f, 0);
      extend(to, dst);
    } else {
      out.emit(Op.F2I32, dst, f, 0);
      if (to.kind() != Kind.INT32) {
        extend(to, dst);
      }
    }
  }
}

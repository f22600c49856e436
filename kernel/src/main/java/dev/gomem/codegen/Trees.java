package dev.gomem.codegen;

import dev.gomem.ir.IrExpr;
import dev.gomem.ir.IrExpr.BinaryOp;
import dev.gomem.ir.IrExpr.UnaryOp;
import dev.gomem.ir.Var;
import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an expression before code is made for it. */
final class Trees {
  private Trees() {}

  /** Subexpressions, in order of evaluation. */
  static List<IrExpr> children(IrExpr e) {
    return switch (e) {
      case IrExpr.Const _,
          IrExpr.StringConst _,
          IrExpr.Zero _,
          IrExpr.VarRef _,
          IrExpr.GlobalRef _,
          IrExpr.FuncValue _,
          IrExpr.CodeAddr _,
          IrExpr.ReadOnly _,
          IrExpr.TypeWord _,
          IrExpr.ItabWord _,
          IrExpr.Context _ ->
          List.of();
      case IrExpr.Deref d -> List.of(d.ptr());
      case IrExpr.Field f -> List.of(f.x());
      case IrExpr.Index i -> List.of(i.x(), i.index());
      case IrExpr.PtrIndex p -> List.of(p.ptr(), p.index());
      case IrExpr.AddrOf a -> List.of(a.place());
      case IrExpr.Unary u -> List.of(u.x());
      case IrExpr.Binary b -> List.of(b.x(), b.y());
      case IrExpr.Convert c -> List.of(c.x());
      case IrExpr.Word w -> List.of(w.x());
      case IrExpr.Compose c -> c.words();
      case IrExpr.SliceOf s -> {
        List<IrExpr> l = new ArrayList<>();
        l.add(s.x());
        add(l, s.lo());
        add(l, s.hi());
        add(l, s.max());
        yield l;
      }
      case IrExpr.Intrinsic i -> List.of(i.x());
    };
  }

  private static void add(List<IrExpr> l, @Nullable IrExpr e) {
    if (e != null) {
      l.add(e);
    }
  }

  /** Number of nodes. */
  static int size(IrExpr e) {
    int n = 1;
    for (IrExpr c : children(e)) {
      n += size(c);
    }
    return n;
  }

  static boolean mentions(IrExpr e, @Nullable Var v) {
    if (e instanceof IrExpr.VarRef r) {
      return r.v() == v;
    }
    for (IrExpr c : children(e)) {
      if (mentions(c, v)) {
        return true;
      }
    }
    return false;
  }

  static boolean mentionsContext(IrExpr e) {
    if (e instanceof IrExpr.Context) {
      return true;
    }
    for (IrExpr c : children(e)) {
      if (mentionsContext(c)) {
        return true;
      }
    }
    return false;
  }

  /** It reads memory outside the frame, or the frame through a pointer. */
  static boolean readsMemory(IrExpr e) {
    switch (e) {
      case IrExpr.Deref _, IrExpr.GlobalRef _, IrExpr.PtrIndex _, IrExpr.Index _ -> {
        return true;
      }
      case IrExpr.AddrOf a -> {
        for (IrExpr c : children(a.place())) {
          if (readsMemory(c)) {
            return true;
          }
        }
        return false;
      }
      default -> {}
    }
    for (IrExpr c : children(e)) {
      if (readsMemory(c)) {
        return true;
      }
    }
    return false;
  }

  /** Its evaluation may panic. */
  static boolean canTrap(IrExpr e) {
    boolean self =
        switch (e) {
          case IrExpr.Deref d -> !nonNil(d.ptr());
          case IrExpr.Index _, IrExpr.PtrIndex _, IrExpr.SliceOf _ -> true;
          case IrExpr.Binary b ->
              switch (b.op()) {
                case DIV, REM -> b.type().isInteger() && !isConstant(b.y());
                case SHL, SHR -> b.y().type().isSigned() && !isConstant(b.y());
                default -> false;
              };
          default -> false;
        };
    if (self) {
      return true;
    }
    for (IrExpr c : children(e)) {
      if (canTrap(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConstant(IrExpr e) {
    Long v = constant(e);
    return v != null && v != 0;
  }

  /** A pointer that is certainly not nil. */
  static boolean nonNil(IrExpr ptr) {
    return switch (ptr) {
      case IrExpr.AddrOf _, IrExpr.Context _, IrExpr.ReadOnly _ -> true;
      case IrExpr.VarRef r -> r.v().boxed();
      case IrExpr.Convert c -> nonNil(c.x());
      default -> false;
    };
  }

  /** The canonical word of an integer, bool or nil constant; null for all else (floats too). */
  static @Nullable Long constant(IrExpr e) {
    return switch (e) {
      case IrExpr.Const c -> c.type().isFloat() ? null : Words.canonical(c.type(), c.bits());
      case IrExpr.Zero z -> z.type().isScalar() && !z.type().isFloat() ? 0L : null;
      case IrExpr.Convert c -> {
        Long v = c.type().isScalar() && !c.type().isFloat() ? constant(c.x()) : null;
        yield v == null ? null : Words.canonical(c.type(), v);
      }
      default -> null;
    };
  }

  /** {@link #constant} if it fits an immediate operand. */
  static @Nullable Integer immediate(IrExpr e) {
    Long v = constant(e);
    return v != null && v == (int) (long) v ? (Integer) (int) (long) v : null;
  }

  static boolean isComparison(BinaryOp op) {
    return switch (op) {
      case EQ, NE, LT, LE, GT, GE -> true;
      default -> false;
    };
  }

  /** {@code !(x op y)} for ordered operands (not floats). */
  static BinaryOp negated(BinaryOp op) {
    return switch (op) {
      case EQ -> BinaryOp.NE;
      case NE -> BinaryOp.EQ;
      case LT -> BinaryOp.GE;
      case LE -> BinaryOp.GT;
      case GT -> BinaryOp.LE;
      case GE -> BinaryOp.LT;
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  /** {@code y op' x} that equals {@code x op y}. */
  static BinaryOp swapped(BinaryOp op) {
    return switch (op) {
      case LT -> BinaryOp.GT;
      case LE -> BinaryOp.GE;
      case GT -> BinaryOp.LT;
      case GE -> BinaryOp.LE;
      default -> op;
    };
  }

  static boolean isNot(IrExpr e) {
    return e instanceof IrExpr.Unary u && u.op() == UnaryOp.NOT;
  }

  /** Conversion between types of one representation: the bytes stay as they are. */
  static boolean sameRepresentation(RType a, RType b) {
    if (a.isScalar() != b.isScalar() || a.isComplex() != b.isComplex()) {
      return false;
    }
    if (!a.isScalar()) {
      return a.size() == b.size();
    }
    return a.size() == b.size()
        && a.isFloat() == b.isFloat()
        && (a.size() == 8 || a.isSigned() == b.isSigned());
  }

  static boolean isString(RType t) {
    return t.kind() == Kind.STRING;
  }
}

package dev.gomem.ir;

import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.types.Type;
import java.util.List;

/**
 * Comparisons: one word against another where the type allows it, else by the runtime (strings,
 * interfaces, structs and arrays). An interface is compared with a concrete value by its type word
 * first; neither is boxed (gc: walk/compare.go).
 */
final class CompareBuilder {
  private final FuncBuilder f;

  CompareBuilder(FuncBuilder f) {
    this.f = f;
  }

  Ordered compare(Expr.Operation o, Expr right) {
    RType result = f.rtype(o);
    boolean equality = o.op() == Operator.EQL || o.op() == Operator.NEQ;
    if (equality && (f.exprs.isNil(o.x()) || f.exprs.isNil(right))) {
      return nil(o, f.exprs.isNil(right) ? o.x() : right, result);
    }
    Type tx = f.type(o.x());
    Type ty = f.type(right);
    Ordered left = operand(o.x(), tx);
    Ordered other = operand(right, ty);
    // Both are ordered before either is fixed; it goes by the left one's type (gc: order).
    boolean whole = isWhole(tx);
    Ordered x = whole ? f.addressable(left, o.x()) : left;
    Ordered y = whole ? f.addressable(other, right) : other;
    if (!equality) {
      return () -> {
        f.readsMemory();
        List<IrExpr> xs = f.inOrder(List.of(x, y));
        return ordered(ExprBuilder.op(o.op()), xs.get(0), xs.get(1), result);
      };
    }
    return () -> {
      f.readsMemory();
      boolean faces = InterfaceBuilder.isInterface(f.env.apply(tx));
      faces &= InterfaceBuilder.isInterface(f.env.apply(ty));
      // What calls leave of two interfaces is evaluated from the right (gc: walkCompareInterface).
      IrExpr eq;
      if (faces) {
        IrExpr b = f.cheap(y.get());
        eq = equal(f.cheap(x.get()), tx, b, ty);
      } else {
        List<IrExpr> xs = f.inOrder(List.of(x, y));
        eq = equal(xs.get(0), tx, xs.get(1), ty);
      }
      return IrExprs.retype(o.op() == Operator.EQL ? eq : not(eq), result);
    };
  }

  private Ordered operand(Expr e, Type t) {
    boolean string = f.rtype(t).kind() == RType.Kind.STRING;
    return string ? f.conversions.temporary(e) : f.exprs.order(e);
  }

  /** The runtime gets the addresses of structs and arrays. */
  private boolean isWhole(Type t) {
    RType.Kind k = f.rtype(t).kind();
    return k == RType.Kind.STRUCT || k == RType.Kind.ARRAY;
  }

  IrExpr not(IrExpr e) {
    if (e instanceof IrExpr.Binary b && b.op() == IrExpr.BinaryOp.EQ) {
      return new IrExpr.Binary(IrExpr.BinaryOp.NE, b.x(), b.y(), b.type());
    }
    return new IrExpr.Unary(IrExpr.UnaryOp.NOT, e, e.type());
  }

  private Ordered nil(Expr.Operation o, Expr operand, RType result) {
    Ordered x = f.exprs.order(operand);
    IrExpr.BinaryOp op = ExprBuilder.op(o.op());
    return () -> {
      f.readsMemory();
      return new IrExpr.Binary(op, nilWord(x.get()), new IrExpr.Const(f.rt.uintptr, 0), result);
    };
  }

  /** The word that is 0 exactly if the value is nil. */
  private IrExpr nilWord(IrExpr x) {
    return switch (x.type().kind()) {
      case SLICE, INTERFACE -> f.word(x, 0, f.rt.uintptr);
      case BOOL,
          INT,
          INT8,
          INT16,
          INT32,
          INT64,
          UINT,
          UINT8,
          UINT16,
          UINT32,
          UINT64,
          UINTPTR,
          FLOAT32,
          FLOAT64 ->
          x;
      case CHAN, FUNC, MAP, POINTER, UNSAFE_POINTER -> new IrExpr.Convert(x, f.rt.uintptr);
      case COMPLEX64, COMPLEX128, ARRAY, STRING, STRUCT, INVALID ->
          throw new IllegalStateException("nil " + x.type());
    };
  }

  private IrExpr ordered(IrExpr.BinaryOp op, IrExpr x, IrExpr y, RType result) {
    if (x.type().kind() == RType.Kind.STRING) {
      IrExpr c = f.runtime(RuntimeFn.STRING_COMPARE, List.of(x, y), f.rt.intType, null, null);
      return new IrExpr.Binary(op, c, f.intConst(0), result);
    }
    return new IrExpr.Binary(op, x, y, result);
  }

  /** {@code x == y}; one may be an interface and the other not. */
  IrExpr equal(IrExpr x, Type tx, IrExpr y, Type ty) {
    boolean ix = InterfaceBuilder.isInterface(f.env.apply(tx));
    boolean iy = InterfaceBuilder.isInterface(f.env.apply(ty));
    if (ix && iy) {
      return interfaces(x, tx, y, ty);
    }
    if (ix) {
      return mixed(x, f.rtype(tx), y, f.rtype(ty));
    }
    if (iy) {
      return mixed(y, f.rtype(ty), x, f.rtype(tx));
    }
    return equal(x, y);
  }

  /** Of one concrete type. */
  IrExpr equal(IrExpr x, IrExpr y) {
    return switch (x.type().kind()) {
      case STRING -> strings(x, y);
      case STRUCT, ARRAY -> {
        if (x.type().size() == 0) {
          f.assigns.discard(x);
          f.assigns.discard(y);
          yield f.boolConst(true);
        }
        yield f.runtime(
            RuntimeFn.VALUE_EQ, List.of(f.addressOf(x), f.addressOf(y)), f.rt.bool, x.type(), null);
      }
      case INTERFACE -> {
        RuntimeFn fn = x.type().isEmptyInterface() ? RuntimeFn.EFACE_EQ : RuntimeFn.IFACE_EQ;
        yield f.runtime(fn, List.of(x, y), f.rt.bool, null, null);
      }
      case BOOL,
          INT,
          INT8,
          INT16,
          INT32,
          INT64,
          UINT,
          UINT8,
          UINT16,
          UINT32,
          UINT64,
          UINTPTR,
          FLOAT32,
          FLOAT64,
          COMPLEX64,
          COMPLEX128,
          CHAN,
          POINTER,
          UNSAFE_POINTER,
          FUNC,
          MAP ->
          f.compare(IrExpr.BinaryOp.EQ, x, IrExprs.retype(y, x.type()));
      case SLICE, INVALID -> throw new IllegalStateException("== of " + x.type());
    };
  }

  private IrExpr strings(IrExpr x, IrExpr y) {
    if (y instanceof IrExpr.StringConst c && c.bytes().length == 0) {
      return f.compare(IrExpr.BinaryOp.EQ, f.len(x), f.intConst(0));
    }
    if (x instanceof IrExpr.StringConst c && c.bytes().length == 0) {
      return f.compare(IrExpr.BinaryOp.EQ, f.len(y), f.intConst(0));
    }
    return f.runtime(RuntimeFn.STRING_EQ, List.of(x, y), f.rt.bool, null, null);
  }

  private IrExpr interfaces(IrExpr x, Type tx, IrExpr y, Type ty) {
    RType rx = f.rtype(tx);
    RType ry = f.rtype(ty);
    // If the types differ, one is assignable to the other: the one with fewer methods. (Itabs of
    // two interface types
    // differ even if their methods are the same.)
    if (rx.methods().size() <= ry.methods().size()) {
      return equal(x, f.interfaces.toInterface(y, ry, rx));
    }
    return equal(f.interfaces.toInterface(x, rx, ry), y);
  }

  private IrExpr mixed(IrExpr iface, RType it, IrExpr value, RType vt) {
    IrExpr i = f.cheap(iface);
    IrExpr v = f.cheap(value);
    Var r = f.temp(f.rt.bool);
    f.assign(f.ref(r), f.boolConst(false));
    IrStmt.Label same = new IrStmt.Label("same");
    IrStmt.Label end = new IrStmt.Label("end");
    f.branch(
        f.compare(IrExpr.BinaryOp.EQ, f.word(i, 0, f.rt.uintptr), f.interfaces.tabWord(it, vt)),
        same,
        end);
    f.label(same);
    f.assign(f.ref(r), equal(f.interfaces.unbox(i, vt), v));
    f.label(end);
    return f.ref(r);
  }
}

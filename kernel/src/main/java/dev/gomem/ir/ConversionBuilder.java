package dev.gomem.ir;

import dev.gomem.constant.Constant;
import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Written conversions {@code T(x)} (gc: walk/convert.go), and string concatenation, whose operands
 * are gathered into one call however they are parenthesised.
 */
final class ConversionBuilder {
  private final FuncBuilder f;

  ConversionBuilder(FuncBuilder f) {
    this.f = f;
  }

  Ordered convert(Expr.CallExpr c) {
    Type to = f.type(c);
    Expr arg = c.args().get(0);
    RType rt = f.rtype(to);
    if (InterfaceBuilder.isInterface(to) || f.exprs.isNil(arg)) {
      return f.exprs.converted(arg, to);
    }
    Constant k = f.constant(arg);
    if (k != null && (rt.isInteger() || rt.isFloat() || rt.isComplex())) {
      // To a type parameter's type: no constant in Go, but its value is known.
      IrExpr v = f.exprs.constant(k, rt);
      return () -> v;
    }
    RType rf = f.rtype(arg);
    Ordered x = f.exprs.order(arg);
    RType.Kind from = rf.kind();
    switch (rt.kind()) {
      case STRING -> {
        if (rf.isInteger()) {
          return () ->
              string(c, RuntimeFn.INT_TO_STRING, new IrExpr.Convert(x.get(), f.rt.int64), rt);
        }
        if (from == RType.Kind.SLICE) {
          RuntimeFn fn =
              rf.elem().kind() == RType.Kind.UINT8
                  ? RuntimeFn.BYTES_TO_STRING
                  : RuntimeFn.RUNES_TO_STRING;
          return () -> string(c, fn, x.get(), rt);
        }
      }
      case SLICE -> {
        if (from == RType.Kind.STRING) {
          RuntimeFn fn =
              rt.elem().kind() == RType.Kind.UINT8
                  ? RuntimeFn.STRING_TO_BYTES
                  : RuntimeFn.STRING_TO_RUNES;
          IrExpr v = string(c, fn, x.get(), rt);
          return () -> v;
        }
      }
      case ARRAY -> {
        if (from == RType.Kind.SLICE) {
          return () -> toArray(x.get(), rt);
        }
      }
      case POINTER -> {
        if (from == RType.Kind.SLICE) {
          return () -> toArrayPointer(x.get(), rt);
        }
      }
      default -> {}
    }
    boolean numeric = (rt.isInteger() || rt.isFloat() || rt.isComplex()) && from != rt.kind();
    boolean pointer = rt.isScalar() && rt.kind() != from;
    return () -> numeric || pointer ? new IrExpr.Convert(x.get(), rt) : IrExprs.retype(x.get(), rt);
  }

  private IrExpr string(Expr.CallExpr c, RuntimeFn fn, IrExpr x, RType t) {
    AllocSite site = f.site(c, AllocSite.Kind.CONVERSION, t.name() + "(...)");
    return f.runtime(fn, List.of(x), t, null, site);
  }

  private IrExpr toArray(IrExpr slice, RType t) {
    IrExpr p = toArrayPointer(slice, f.rt.pointerTo(t));
    return t.size() == 0 ? f.zero(t) : new IrExpr.Deref(p, 0, t);
  }

  private IrExpr toArrayPointer(IrExpr slice, RType p) {
    IrExpr s = f.cheap(slice);
    IrExpr want = f.intConst(p.elem().len());
    IrStmt.Label ok = new IrStmt.Label("long");
    IrStmt.Label bad = new IrStmt.Label("short");
    f.branch(f.compare(IrExpr.BinaryOp.GE, f.len(s), want), ok, bad);
    f.label(bad);
    f.runtime(RuntimeFn.PANIC_SLICE_CONVERT, List.of(f.len(s), want), null);
    f.emit(new IrStmt.Unreachable(f.pos));
    f.label(ok);
    return f.word(s, 0, p);
  }

  // concatenation

  Ordered concat(Expr.Operation o) {
    List<Expr> operands = new ArrayList<>();
    flatten(o, operands);
    List<Ordered> xs = f.exprs.orderAll(operands);
    RType t = f.rtype(o);
    return () -> {
      List<IrExpr> args = new ArrayList<>();
      for (Ordered x : xs) {
        args.add(x.get());
      }
      return concat(args, t, f.site(o, AllocSite.Kind.CONCAT, "string concatenation"));
    };
  }

  IrExpr concat(List<IrExpr> args, RType t, AllocSite site) {
    return f.runtime(RuntimeFn.CONCAT, args, t, null, site);
  }

  private void flatten(Expr e, List<Expr> out) {
    Expr x = ExprBuilder.unparen(e);
    Expr y = x instanceof Expr.Operation o ? o.y() : null;
    if (x instanceof Expr.Operation o
        && y != null
        && o.op() == Operator.ADD
        && f.constant(x) == null
        && f.given(x) == null) {
      flatten(o.x(), out);
      flatten(y, out);
    } else {
      out.add(x);
    }
  }
}

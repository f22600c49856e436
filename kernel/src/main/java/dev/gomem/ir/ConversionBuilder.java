package dev.gomem.ir;

import dev.gomem.constant.Constant;
import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.types.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Written conversions {@code T(x)} (gc: walk/convert.go), and string concatenation, whose operands
 * are gathered into one call however they are parenthesised.
 */
final class ConversionBuilder {
  /** Bytes, or runes, of a buffer for a short result. */
  private static final int BUFFER = 32;

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
          if (fn == RuntimeFn.STRING_TO_RUNES && k instanceof Constant.Str s) {
            return () -> constantRunes(s, rt, f.site(c, AllocSite.Kind.CONVERSION, "[]rune{...}"));
          }
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
    f.readsMemory();
    AllocSite site = f.site(c, AllocSite.Kind.CONVERSION, t.name() + "(...)");
    if (fn == RuntimeFn.STRING_TO_BYTES && x instanceof IrExpr.StringConst k) {
      return constantElements(k.bytes(), k.bytes().length, t, site);
    }
    if (fn == RuntimeFn.STRING_TO_BYTES && f.shares() && f.escape.zeroCopied(c)) {
      IrExpr s = f.cheap(x);
      return new IrExpr.Compose(
          List.of(f.word(s, 0, f.rt.pointerTo(t.elem())), f.len(s), f.len(s)), t);
    }
    return f.inFrame(site)
        ? f.runtime(buffered(fn), List.of(buffer(fn, site), x), t, null, site)
        : f.runtime(fn, List.of(x), t, null, site);
  }

  /** {@code []rune("…")} is the slice literal of the constant's runes for gc. */
  private IrExpr constantRunes(Constant.Str k, RType t, AllocSite site) {
    int[] runes = k.runes();
    ByteBuffer image = ByteBuffer.allocate(4 * runes.length).order(ByteOrder.LITTLE_ENDIAN);
    image.asIntBuffer().put(runes);
    return constantElements(image.array(), runes.length, t, site);
  }

  /** The slice of an array of exactly the constant's elements, filled from read-only data. */
  private IrExpr constantElements(byte[] image, int count, RType t, AllocSite site) {
    RType array = f.rt.arrayOf(count, t.elem());
    IrExpr place = f.composites.backing(array, site, false);
    if (count > 0) {
      IrExpr from = new IrExpr.ReadOnly(array, image, f.rt.pointerTo(array));
      f.assign(place, new IrExpr.Deref(from, 0, array));
    }
    return f.composites.sliceOf(place, t, count);
  }

  private static RuntimeFn buffered(RuntimeFn fn) {
    return switch (fn) {
      case CONCAT -> RuntimeFn.CONCAT_BUF;
      case STRING_TO_BYTES -> RuntimeFn.STRING_TO_BYTES_BUF;
      case BYTES_TO_STRING -> RuntimeFn.BYTES_TO_STRING_BUF;
      case STRING_TO_RUNES -> RuntimeFn.STRING_TO_RUNES_BUF;
      case RUNES_TO_STRING -> RuntimeFn.RUNES_TO_STRING_BUF;
      case INT_TO_STRING -> RuntimeFn.INT_TO_STRING_BUF;
      default -> throw new IllegalArgumentException(fn.name());
    };
  }

  /** The address of room in the frame for a short result (gc: runtime.tmpBuf). */
  private IrExpr buffer(RuntimeFn fn, AllocSite site) {
    RType t =
        fn == RuntimeFn.STRING_TO_RUNES
            ? f.rt.arrayOf(BUFFER, f.rt.int32)
            : f.rt.arrayOf(fn == RuntimeFn.INT_TO_STRING ? 4 : BUFFER, f.rt.uint8);
    return new IrExpr.AddrOf(f.ref(f.frameTemp(t, site)), f.rt.pointer);
  }

  /**
   * A string that is only looked at now: {@code string(b)} shares the bytes of {@code b} (gc:
   * OBYTES2STRTMP); anything else as usual.
   */
  Ordered temporary(Expr e) {
    Expr x = ExprBuilder.unparen(e);
    if (!f.shares() || !isOfBytes(x)) {
      return f.exprs.order(e);
    }
    Ordered b = f.exprs.order(((Expr.CallExpr) x).args().get(0));
    RType t = f.rtype(x);
    return () -> {
      IrExpr v = f.cheap(b.get());
      return new IrExpr.Compose(List.of(f.word(v, 0, f.rt.pointer), f.len(v)), t);
    };
  }

  /** {@code string(b)}. */
  boolean isOfBytes(Expr x) {
    return x instanceof Expr.CallExpr c
        && f.constant(x) == null
        && f.given(x) == null
        && f.operand(x) == null
        && f.calls.isConversion(c)
        && f.rtype(c).kind() == RType.Kind.STRING
        && f.rtype(c.args().get(0)).kind() == RType.Kind.SLICE
        && f.rtype(c.args().get(0)).elem().kind() == RType.Kind.UINT8;
  }

  /**
   * The bytes that {@code for range []byte(s)} goes through: those of {@code s}; null for others.
   */
  @Nullable IrExpr rangedBytes(Expr e) {
    Expr x = ExprBuilder.unparen(e);
    if (!(x instanceof Expr.CallExpr c)
        || !f.shares()
        || !f.calls.isConversion(c)
        || f.rtype(c).kind() != RType.Kind.SLICE
        || f.rtype(c).elem().kind() != RType.Kind.UINT8
        || f.rtype(c.args().get(0)).kind() != RType.Kind.STRING) {
      return null;
    }
    IrExpr s = f.copy(f.exprs.expr(c.args().get(0)));
    RType t = f.rtype(c);
    return new IrExpr.Compose(
        List.of(f.word(s, 0, f.rt.pointerTo(t.elem())), f.len(s), f.len(s)), t);
  }

  private IrExpr toArray(IrExpr slice, RType t) {
    IrExpr p = toArrayPointer(slice, f.rt.pointerTo(t));
    return t.size() == 0 ? f.zero(t) : new IrExpr.Deref(p, 0, t);
  }

  private IrExpr toArrayPointer(IrExpr slice, RType p) {
    f.readsMemory();
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
    // With something that is not empty beside it, no operand can be the result itself.
    boolean literal =
        operands.stream().anyMatch(x -> f.constant(x) instanceof Constant.Str k && k.length() > 0);
    List<Ordered> xs = new ArrayList<>();
    for (Expr e : operands) {
      xs.add(literal ? temporary(e) : f.exprs.order(e));
    }
    RType t = f.rtype(o);
    return () -> {
      f.readsMemory();
      return concat(f.inOrder(xs), t, f.site(o, AllocSite.Kind.CONCAT, "string concatenation"));
    };
  }

  IrExpr concat(List<IrExpr> args, RType t, AllocSite site) {
    long known = 0;
    for (IrExpr a : args) {
      known += a instanceof IrExpr.StringConst k ? k.bytes().length : 0;
    }
    if (!f.inFrame(site) || known > BUFFER) {
      return f.runtime(RuntimeFn.CONCAT, args, t, null, site);
    }
    List<IrExpr> all = new ArrayList<>();
    all.add(buffer(RuntimeFn.CONCAT, site));
    all.addAll(args);
    return f.runtime(RuntimeFn.CONCAT_BUF, all, t, null, site);
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

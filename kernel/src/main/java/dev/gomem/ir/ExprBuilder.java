package dev.gomem.ir;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.layout.RType;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.Info;
import dev.gomem.types.MapType;
import dev.gomem.types.Obj;
import dev.gomem.types.Pointer;
import dev.gomem.types.Selection;
import dev.gomem.types.Signature;
import dev.gomem.types.Struct;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions by kind, in gc's two steps (see {@link Ordered}): names, constants, selectors,
 * indices, slices, operators; the rest is handed to the builders of their notions. What is
 * addressable in Go comes out as a place.
 */
final class ExprBuilder {
  private final FuncBuilder f;

  ExprBuilder(FuncBuilder f) {
    this.f = f;
  }

  IrExpr expr(Expr e) {
    return order(e).get();
  }

  List<Ordered> orderAll(List<Expr> list) {
    List<Ordered> out = new ArrayList<>();
    for (Expr e : list) {
      out.add(order(e));
    }
    return out;
  }

  Ordered order(Expr e) {
    return order(e, false);
  }

  /**
   * @param direct the value goes straight into a variable, so that slicing and the like need no
   *     temporary
   */
  Ordered order(Expr e, boolean direct) {
    IrExpr given = f.given(e) != null ? f.given(e) : f.operand(e);
    if (given != null) {
      return () -> given;
    }
    Constant c = f.constant(e);
    if (c != null) {
      IrExpr k = constant(c, f.rtype(e));
      return () -> k;
    }
    return switch (e) {
      case Expr.Name n -> name(n);
      case Expr.ParenExpr p -> order(p.x(), direct);
      case Expr.SelectorExpr s -> selector(s);
      case Expr.IndexExpr i -> index(i);
      case Expr.SliceExpr s -> slice(s, direct);
      case Expr.Operation o -> operation(o);
      case Expr.CallExpr c1 -> f.calls.order(c1, direct);
      case Expr.CompositeLit l -> f.composites.order(l);
      case Expr.FuncLit l -> f.closures.literal(l);
      case Expr.AssertExpr a -> f.interfaces.assertion(a);
      case Expr.BasicLit _,
          Expr.KeyValueExpr _,
          Expr.ListExpr _,
          Expr.TypeSwitchGuard _,
          Expr.BadExpr _ ->
          no(e);
      case Expr.ArrayType _,
          Expr.SliceType _,
          Expr.DotsType _,
          Expr.StructType _,
          Expr.InterfaceType _ ->
          no(e);
      case Expr.FuncType _, Expr.MapType _, Expr.ChanType _ -> no(e);
    };
  }

  private static Ordered no(Expr e) {
    throw new IllegalStateException(
        "not a value: " + e.getClass().getSimpleName() + " at " + e.pos());
  }

  static Expr unparen(Expr e) {
    Expr x = e;
    while (x instanceof Expr.ParenExpr p) {
      x = p.x();
    }
    return x;
  }

  /** The elements of a list, or the one expression; none for null. */
  static List<Expr> list(@Nullable Expr e) {
    return e == null ? List.of() : e instanceof Expr.ListExpr l ? l.elems() : List.of(e);
  }

  // values assigned to a type

  /**
   * {@code e} as a value of the type it is assigned to: conversion to an interface, nil, other
   * names of the type.
   */
  Ordered converted(Expr e, Type to, boolean direct) {
    IrExpr given = f.given(e);
    if (given != null) {
      return () -> given; // converted where it was evaluated
    }
    Type from = f.type(e);
    if (isNil(e)) {
      IrExpr z = f.zero(f.rtype(to));
      return () -> z;
    }
    return convert(order(e, direct), from, to, e);
  }

  Ordered converted(Expr e, Type to) {
    return converted(e, to, false);
  }

  Ordered convert(Ordered x, Type from, Type to, @Nullable Expr operand) {
    return convert(x, from, to, operand, 0);
  }

  /**
   * @param operand the node by which escape analysis knows the conversion, if any
   * @param value which of its values
   */
  Ordered convert(Ordered x, Type from, Type to, @Nullable Expr operand, int value) {
    Type target = f.env.apply(to);
    if (InterfaceBuilder.isInterface(target)) {
      return f.interfaces.toInterface(x, f.env.apply(from), target, operand, value);
    }
    return retyped(x, f.rtype(target));
  }

  /** Seen as a type of equal representation; a literal of that type stays one. */
  static Ordered retyped(Ordered x, RType t) {
    return x instanceof CompositeBuilder.Parts p && p.rtype() == t
        ? x
        : () -> IrExprs.retype(x.get(), t);
  }

  boolean isNil(Expr e) {
    Info.TypeAndValue tv = f.info.typeAndValue(e);
    if (tv != null && tv.mode() == Info.Mode.NIL_VALUE) {
      return true;
    }
    return unparen(e) instanceof Expr.Name n && f.info.use(n) instanceof Obj.Nil;
  }

  /** It denotes a place in memory: no element of a map or string, nothing converted. */
  boolean isAddressable(@Nullable Expr e) {
    Info.TypeAndValue tv = e == null ? null : f.info.typeAndValue(e);
    return tv != null && tv.mode() == Info.Mode.VARIABLE;
  }

  /** A variable by name, or a part of one: found without following pointers. */
  boolean isNamed(Expr e) {
    return switch (unparen(e)) {
      case Expr.Name n -> true;
      case Expr.SelectorExpr s ->
          f.info.selection(s) == null || (!(f.under(s.x()) instanceof Pointer) && isNamed(s.x()));
      case Expr.IndexExpr i -> f.under(i.x()) instanceof Array && isNamed(i.x());
      default -> false;
    };
  }

  // constants

  IrExpr constant(Constant c, RType t) {
    return switch (t.kind()) {
      case BOOL -> new IrExpr.Const(t, Constants.boolValue(c) ? 1 : 0);
      case INT,
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
          UNSAFE_POINTER ->
          new IrExpr.Const(t, integer(c));
      case FLOAT64 ->
          new IrExpr.Const(
              t, Double.doubleToRawLongBits(Constants.float64Value(Constants.toFloat(c))));
      case FLOAT32 ->
          new IrExpr.Const(
              t,
              Float.floatToRawIntBits(Constants.float32Value(Constants.toFloat(c))) & 0xffffffffL);
      case COMPLEX64, COMPLEX128 -> {
        RType part = t.kind() == RType.Kind.COMPLEX64 ? f.rt.float32 : f.rt.float64;
        Constant z = Constants.toComplex(c);
        yield new IrExpr.Compose(
            List.of(constant(Constants.real(z), part), constant(Constants.imag(z), part)), t);
      }
      case STRING -> new IrExpr.StringConst(t, ((Constant.Str) c).bytes());
      case INTERFACE -> f.interfaces.boxedConstant(c, t);
      case ARRAY, CHAN, FUNC, MAP, POINTER, SLICE, STRUCT, INVALID ->
          throw new IllegalStateException("constant " + c + " of type " + t);
    };
  }

  private static long integer(Constant c) {
    Constant i = Constants.toInt(c);
    Long s = Constants.int64Value(i);
    if (s != null) {
      return s;
    }
    Long u = Constants.uint64Value(i);
    if (u == null) {
      throw new IllegalStateException("constant overflows: " + c);
    }
    return u;
  }

  // names

  private Ordered name(Expr.Name n) {
    Obj o = f.info.objectOf(n);
    return switch (o) {
      case Obj.Var v -> {
        IrExpr place = variable(v);
        yield () -> place;
      }
      case Obj.Func fn -> {
        IrExpr value = new IrExpr.FuncValue(f.calls.functionSymbol(fn, n), f.rtype(n));
        yield () -> value;
      }
      case Obj.Nil nil -> {
        IrExpr z = f.zero(f.rtype(n));
        yield () -> z;
      }
      case null ->
          throw new IllegalStateException("unresolved name " + n.value() + " at " + n.pos());
      default -> throw new IllegalStateException("not a value: " + o);
    };
  }

  IrExpr variable(Obj.Var v) {
    Var local = f.find(v);
    if (local != null) {
      return f.place(local);
    }
    RType t = f.rtype(v.type());
    return new IrExpr.GlobalRef(f.unit.global(v, t), t);
  }

  // selectors

  private Ordered selector(Expr.SelectorExpr s) {
    Selection sel = f.info.selection(s);
    if (sel == null) {
      return name(s.sel()); // of another package
    }
    return switch (sel.kind()) {
      case FIELD_VAL -> {
        Ordered x = order(s.x());
        Type t = f.type(s.x());
        yield () -> IrExprs.retype(path(x.get(), t, sel.index(), sel.index().size()), f.rtype(s));
      }
      case METHOD_VAL -> f.closures.methodValue(s, sel);
      case METHOD_EXPR -> {
        IrExpr v = new IrExpr.FuncValue(f.calls.methodExprSymbol(s, sel), f.rtype(s));
        yield () -> v;
      }
    };
  }

  /** The first {@code n} fields of a path, following pointers. */
  IrExpr path(IrExpr x, Type type, List<Integer> index, int n) {
    IrExpr cur = x;
    Type t = f.env.apply(type);
    for (int k = 0; k < n; k++) {
      if (t.underlying() instanceof Pointer p) {
        t = f.env.apply(p.elem());
        cur = IrExprs.deref(cur, f.rtype(t));
      }
      Struct s = (Struct) t.underlying();
      int i = index.get(k);
      RType.Field field = f.rtype(t).fields().get(i);
      if (!(IrExprs.isPlace(cur) || cur instanceof IrExpr.Zero)) {
        cur = f.copy(cur);
      }
      cur = IrExprs.field(cur, field.offset(), field.type());
      t = f.env.apply(s.field(i).type());
    }
    return cur;
  }

  /** The type at the end of such a path. */
  Type pathType(Type type, List<Integer> index, int n) {
    Type t = f.env.apply(type);
    for (int k = 0; k < n; k++) {
      if (t.underlying() instanceof Pointer p) {
        t = f.env.apply(p.elem());
      }
      t = f.env.apply(((Struct) t.underlying()).field(index.get(k)).type());
    }
    return t;
  }

  // indices and slices

  private Ordered index(Expr.IndexExpr e) {
    Type xt = f.type(e.x());
    if (xt.underlying() instanceof Signature) {
      return genericFunction(e);
    }
    if (xt.underlying() instanceof MapType) {
      return f.maps.read(e);
    }
    Ordered x = order(e.x());
    Ordered i = order(e.index());
    RType t = f.rtype(elem(xt));
    return () -> {
      List<IrExpr> xs = f.inOrder(List.of(x, i));
      return index(xs.get(0), xt, xs.get(1), t);
    };
  }

  private static Type elem(Type t) {
    return switch (t.underlying()) {
      case Array a -> a.elem();
      case dev.gomem.types.Slice s -> s.elem();
      case Pointer p -> ((Array) p.elem().underlying()).elem();
      case Basic b -> dev.gomem.types.Universe.UINT8;
      default -> throw new IllegalStateException("not indexed: " + t);
    };
  }

  private IrExpr index(IrExpr x, Type xt, IrExpr i, RType t) {
    return switch (xt.underlying()) {
      case Pointer p -> {
        long len = ((Array) f.under(p.elem())).len();
        if (i instanceof IrExpr.Const c && c.bits() >= 0 && c.bits() < len) {
          yield new IrExpr.Deref(x, c.bits() * t.size(), t);
        }
        yield new IrExpr.PtrIndex(x, len, i, t);
      }
      case Array a -> {
        IrExpr place = IrExprs.isPlace(x) ? x : f.copy(x);
        if (i instanceof IrExpr.Const c && c.bits() >= 0 && c.bits() < a.len()) {
          yield IrExprs.field(place, c.bits() * t.size(), t);
        }
        yield new IrExpr.Index(place, i, t);
      }
      case Basic b -> new IrExpr.Index(x instanceof IrExpr.StringConst ? f.copy(x) : x, i, t);
      default -> new IrExpr.Index(x, i, t);
    };
  }

  private Ordered genericFunction(Expr.IndexExpr e) {
    Expr fun = unparen(e.x());
    Expr.Name n = fun instanceof Expr.SelectorExpr s ? s.sel() : (Expr.Name) fun;
    if (!(f.info.objectOf(n) instanceof Obj.Func generic)) {
      throw new IllegalStateException("no function " + n.value());
    }
    IrExpr value = new IrExpr.FuncValue(f.calls.functionSymbol(generic, n), f.rtype(e));
    return () -> value;
  }

  private Ordered slice(Expr.SliceExpr s, boolean direct) {
    Type xt = f.type(s.x());
    Ordered x = order(s.x());
    IrExpr lo = bound(s.lo());
    IrExpr hi = bound(s.hi());
    IrExpr max = bound(s.max());
    Ordered result =
        () -> {
          IrExpr v = x.get();
          if (xt.underlying() instanceof Array) {
            v = new IrExpr.AddrOf(v, f.rt.pointerTo(v.type()));
          }
          return new IrExpr.SliceOf(v, lo, hi, max, f.rtype(s));
        };
    if (direct) {
      return result;
    }
    IrExpr t = f.copy(result.get());
    return () -> t;
  }

  private @Nullable IrExpr bound(@Nullable Expr e) {
    return e == null ? null : f.cheap(expr(e));
  }

  // operators

  private Ordered operation(Expr.Operation o) {
    Expr y = o.y();
    return y == null ? unary(o) : binary(o, y);
  }

  private Ordered unary(Expr.Operation o) {
    return switch (o.op()) {
      case MUL -> {
        Ordered x = order(o.x());
        yield () -> IrExprs.deref(x.get(), f.rtype(o));
      }
      case AND -> address(o);
      case ADD -> order(o.x());
      case SUB -> unary(o, IrExpr.UnaryOp.NEG);
      case XOR -> unary(o, IrExpr.UnaryOp.COM);
      case NOT -> unary(o, IrExpr.UnaryOp.NOT);
      case RECV -> f.channels.receive(o);
      case DEF, TILDE, OROR, ANDAND, EQL, NEQ, LSS, LEQ, GTR, GEQ, OR, DIV, REM, ANDNOT, SHL, SHR ->
          throw new IllegalStateException("unary " + o.op());
    };
  }

  private Ordered unary(Expr.Operation o, IrExpr.UnaryOp op) {
    Ordered x = order(o.x());
    RType t = f.rtype(o);
    return () -> {
      if (op == IrExpr.UnaryOp.NOT) {
        f.readsMemory();
      }
      return new IrExpr.Unary(op, x.get(), t);
    };
  }

  private Ordered address(Expr.Operation o) {
    if (unparen(o.x()) instanceof Expr.CompositeLit l) {
      return f.composites.pointer(l, f.rtype(o));
    }
    Ordered x = order(o.x());
    RType t = f.rtype(o);
    return () -> {
      IrExpr place = x.get();
      // A boxed variable's address is what its slot holds.
      return place instanceof IrExpr.Deref d
              && d.offset() == 0
              && d.ptr() instanceof IrExpr.VarRef v
              && v.v().boxed()
          ? IrExprs.retype(d.ptr(), t)
          : new IrExpr.AddrOf(place, t);
    };
  }

  private Ordered binary(Expr.Operation o, Expr y) {
    return switch (o.op()) {
      case OROR, ANDAND -> logical(o, y);
      case EQL, NEQ, LSS, LEQ, GTR, GEQ -> f.compares.compare(o, y);
      case SHL, SHR -> shift(o, y);
      case ADD, SUB, OR, XOR, MUL, DIV, REM, AND, ANDNOT ->
          f.under(o) instanceof Basic b && b.isString()
              ? f.conversions.concat(o)
              : arithmetic(o, y);
      case DEF, NOT, RECV, TILDE -> throw new IllegalStateException("binary " + o.op());
    };
  }

  private Ordered arithmetic(Expr.Operation o, Expr y) {
    Ordered a = order(o.x());
    Ordered b = order(y);
    RType t = f.rtype(o);
    return () -> {
      List<IrExpr> xs = f.inOrder(List.of(a, b));
      IrExpr x = IrExprs.retype(xs.get(0), t);
      return new IrExpr.Binary(op(o.op()), x, IrExprs.retype(xs.get(1), t), t);
    };
  }

  private Ordered shift(Expr.Operation o, Expr y) {
    Ordered a = order(o.x());
    Ordered b = count(y);
    RType t = f.rtype(o);
    return () -> {
      List<IrExpr> xs = f.inOrder(List.of(a, b));
      return new IrExpr.Binary(op(o.op()), IrExprs.retype(xs.get(0), t), xs.get(1), t);
    };
  }

  /** A shift count; a constant one may be written as a float. */
  Ordered count(Expr y) {
    Constant c = f.constant(y);
    if (c != null) {
      IrExpr k = constant(c, f.unit.layouts.table().basic(RType.Kind.UINT));
      return () -> k;
    }
    return order(y);
  }

  /**
   * As a value: the left side goes to a temporary, the right side overwrites it if it is evaluated.
   */
  private Ordered logical(Expr.Operation o, Expr y) {
    Var r = f.temp(f.rtype(o));
    f.assign(f.ref(r), IrExprs.retype(expr(o.x()), r.type()));
    IrStmt.Label more = new IrStmt.Label("more");
    IrStmt.Label end = new IrStmt.Label("end");
    if (o.op() == Operator.ANDAND) {
      f.branch(f.ref(r), more, end);
    } else {
      f.branch(f.ref(r), end, more);
    }
    f.label(more);
    f.assign(f.ref(r), IrExprs.retype(expr(y), r.type()));
    f.label(end);
    return () -> f.ref(r);
  }

  static IrExpr.BinaryOp op(Operator o) {
    return switch (o) {
      case ADD -> IrExpr.BinaryOp.ADD;
      case SUB -> IrExpr.BinaryOp.SUB;
      case MUL -> IrExpr.BinaryOp.MUL;
      case DIV -> IrExpr.BinaryOp.DIV;
      case REM -> IrExpr.BinaryOp.REM;
      case AND -> IrExpr.BinaryOp.AND;
      case OR -> IrExpr.BinaryOp.OR;
      case XOR -> IrExpr.BinaryOp.XOR;
      case ANDNOT -> IrExpr.BinaryOp.ANDNOT;
      case SHL -> IrExpr.BinaryOp.SHL;
      case SHR -> IrExpr.BinaryOp.SHR;
      case EQL -> IrExpr.BinaryOp.EQ;
      case NEQ -> IrExpr.BinaryOp.NE;
      case LSS -> IrExpr.BinaryOp.LT;
      case LEQ -> IrExpr.BinaryOp.LE;
      case GTR -> IrExpr.BinaryOp.GT;
      case GEQ -> IrExpr.BinaryOp.GE;
      case DEF, NOT, RECV, TILDE, OROR, ANDAND -> throw new IllegalArgumentException(o.text());
    };
  }

  /** Jumps to {@code yes} or {@code no}. */
  void cond(Expr e, IrStmt.Label yes, IrStmt.Label no) {
    Expr x = unparen(e);
    Constant c = f.constant(x);
    if (c != null) {
      f.jump(Constants.boolValue(c) ? yes : no);
      return;
    }
    if (x instanceof Expr.Operation o) {
      Expr y = o.y();
      if (o.op() == Operator.NOT && y == null) {
        cond(o.x(), no, yes);
        return;
      }
      if (o.op() == Operator.ANDAND && y != null) {
        IrStmt.Label more = new IrStmt.Label("and");
        cond(o.x(), more, no);
        f.label(more);
        cond(y, yes, no);
        return;
      }
      if (o.op() == Operator.OROR && y != null) {
        IrStmt.Label more = new IrStmt.Label("or");
        cond(o.x(), yes, more);
        f.label(more);
        cond(y, yes, no);
        return;
      }
    }
    f.branch(IrExprs.retype(expr(x), f.rt.bool), yes, no);
  }
}

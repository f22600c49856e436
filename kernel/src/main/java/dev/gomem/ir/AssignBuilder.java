package dev.gomem.ir;

import dev.gomem.constant.Constant;
import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import dev.gomem.types.BuiltinId;
import dev.gomem.types.MapType;
import dev.gomem.types.Obj;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assignments and variable declarations (gc: walk/assign.go). Operands on the left are evaluated
 * first, then all values, then the stores happen left to right; a value is copied early only if an
 * earlier store of the same statement could change it.
 */
final class AssignBuilder {
  private final FuncBuilder f;

  AssignBuilder(FuncBuilder f) {
    this.f = f;
  }

  /** Where a value goes. */
  sealed interface Dest {
    /** {@code _}; {@code type} is what the value is converted to, or null for its own. */
    record Blank(@Nullable Type type) implements Dest {}

    record Place(Ordered place, Type type) implements Dest {}

    record Element(MapBuilder.Element element, Type type) implements Dest {}

    default @Nullable Type target() {
      return switch (this) {
        case Blank b -> b.type();
        case Place p -> p.type();
        case Element e -> e.type();
      };
    }
  }

  void statement(Stmt.AssignStmt s) {
    f.builtins.moveOut(s);
    Operator op = s.op();
    Expr rhs = s.rhs();
    if (op == Operator.DEF) {
      define(ExprBuilder.list(s.lhs()), ExprBuilder.list(rhs));
    } else if (op == null) {
      assign(ExprBuilder.list(s.lhs()), ExprBuilder.list(rhs));
    } else {
      opAssign(s, op, s.lhs(), rhs);
    }
  }

  static boolean isBlank(Expr e) {
    return e instanceof Expr.Name n && n.value().equals("_");
  }

  // declarations

  private void define(List<Expr> lhs, List<Expr> rhs) {
    List<Var> fresh = new ArrayList<>();
    List<Dest> dests = new ArrayList<>();
    for (Expr e : lhs) {
      if (!isBlank(e) && f.info.def((Expr.Name) e) instanceof Obj.Var o) {
        Var v = f.declare(o, Var.Kind.LOCAL);
        fresh.add(v);
        dests.add(place(v, o.type()));
      } else {
        dests.add(dest(e));
      }
    }
    if (lhs.size() == 1 && rhs.size() == 1 && fresh.size() == 1) {
      initialise(fresh.get(0), Objects.requireNonNull(dests.get(0).target()), rhs.get(0));
    } else {
      store(dests, rhs);
    }
    fresh.forEach(f.stmts::started);
  }

  Dest place(Var v, Type type) {
    return new Dest.Place(() -> f.place(v), type);
  }

  /** The first value of a new variable, straight into its slot or box. */
  void initialise(Var v, Type type, Expr e) {
    if (f.composites.fills(e) && f.rtype(e) == v.type()) {
      Expr.CompositeLit l = (Expr.CompositeLit) ExprBuilder.unparen(e);
      f.composites.fill(l, f.type(l)).into(f.place(v), v.boxed());
      return;
    }
    single(v.boxed() ? null : v, place(v, type), e, true);
  }

  void declare(Decl.VarDecl d) {
    f.mark(d.pos());
    f.builtins.moveOut(d);
    List<Expr> values = ExprBuilder.list(d.values());
    List<Var> fresh = new ArrayList<>();
    List<Dest> dests = new ArrayList<>();
    for (Expr.Name n : d.names()) {
      Obj o = f.info.def(n);
      if (isBlank(n)) {
        dests.add(
            new Dest.Blank(d.type() == null ? null : f.type(Objects.requireNonNull(d.type()))));
        continue;
      }
      Var v = f.declare((Obj.Var) Objects.requireNonNull(o), Var.Kind.LOCAL);
      fresh.add(v);
      dests.add(place(v, o.type()));
      if (values.isEmpty() && !v.boxed()) {
        f.assign(f.place(v), f.zero(v.type()));
      }
    }
    if (!values.isEmpty()) {
      if (dests.size() == 1 && values.size() == 1 && fresh.size() == 1) {
        initialise(fresh.get(0), Objects.requireNonNull(dests.get(0).target()), values.get(0));
      } else {
        store(dests, values);
      }
    }
    fresh.forEach(f.stmts::started);
  }

  // plain assignment

  Dest dest(Expr lhs) {
    Expr e = ExprBuilder.unparen(lhs);
    if (isBlank(e)) {
      return new Dest.Blank(null);
    }
    if (e instanceof Expr.IndexExpr i && f.under(i.x()) instanceof MapType m) {
      return new Dest.Element(f.maps.element(i), m.elem());
    }
    return new Dest.Place(f.exprs.order(e), f.type(e));
  }

  void assign(List<Expr> lhs, List<Expr> rhs) {
    if (lhs.size() == 1 && rhs.size() == 1) {
      Expr l = ExprBuilder.unparen(lhs.get(0));
      Expr.IndexExpr old = l instanceof Expr.IndexExpr i ? f.maps.appended(i, rhs.get(0)) : null;
      if (old != null) {
        MapType m = (MapType) f.under(old.x());
        MapBuilder.Element el = f.maps.safe(f.maps.element((Expr.IndexExpr) l));
        f.giveOperand(old.x(), el.map().get(), f.type(old.x()));
        f.giveOperand(old.index(), el.key().get(), m.key());
        single(null, new Dest.Element(el, m.elem()), rhs.get(0), false);
        return;
      }
      Var plain =
          l instanceof Expr.Name n && f.info.objectOf(n) instanceof Obj.Var o ? f.find(o) : null;
      single(
          plain == null || plain.boxed() ? null : plain,
          dest(l),
          rhs.get(0),
          l instanceof Expr.Name);
      return;
    }
    List<Dest> dests = new ArrayList<>();
    for (Expr e : lhs) {
      dests.add(dest(e));
    }
    store(dests, rhs);
  }

  /**
   * @param plain the destination if it is an unboxed variable
   * @param direct the destination is a name
   */
  void single(@Nullable Var plain, Dest d, Expr rhs, boolean direct) {
    if (plain != null
        && ExprBuilder.unparen(rhs) instanceof Expr.CallExpr c
        && f.given(c) == null) {
      Type t = Objects.requireNonNull(d.target());
      if (f.constant(c) == null
          && f.calls.isPlain(c)
          && f.rtype(f.calls.signature(c).results().at(0).type()) == plain.type()
          && f.rtype(t) == plain.type()) {
        f.calls.callInto(c, plain);
        return;
      }
      Obj.Builtin b = f.calls.builtin(c);
      if (b != null
          && b.id() == BuiltinId.APPEND
          && f.rtype(c) == plain.type()
          && names(c.args().get(0), plain)) {
        f.builtins.append(c, plain);
        return;
      }
    }
    Type t = d.target();
    Ordered value = t == null ? own(rhs) : f.exprs.converted(rhs, t, direct);
    store(d, value);
  }

  private boolean names(Expr e, Var v) {
    return ExprBuilder.unparen(e) instanceof Expr.Name n
        && f.info.objectOf(n) instanceof Obj.Var o
        && f.find(o) == v;
  }

  /** A value for {@code _}: in its own type. */
  private Ordered own(Expr e) {
    if (f.exprs.isNil(e)) {
      return () -> f.intConst(0);
    }
    return f.exprs.order(e);
  }

  private void store(Dest d, Ordered value) {
    switch (d) {
      case Dest.Blank b -> discard(value.get());
      case Dest.Place p -> {
        IrExpr place = settled(p.place().get());
        if (value instanceof CompositeBuilder.Parts q && new Written().allows(q, place)) {
          q.into(place);
        } else {
          f.assign(place, value.get());
        }
      }
      case Dest.Element e -> {
        // The value first: if it panics, the map has no new entry.
        IrExpr v = f.cheap(value.get());
        f.assign(f.maps.assign(e.element()), v);
      }
    }
  }

  /** Evaluates for the traps. */
  void discard(IrExpr e) {
    if (e instanceof IrExpr.Deref d && traps(d)) {
      discard(d.ptr());
      f.calls.nilCheck(new IrExpr.Convert(d.ptr(), f.rt.pointer));
    } else if (IrExprs.any(e, x -> traps(x))) {
      f.copy(e);
    }
  }

  static boolean traps(IrExpr e) {
    return switch (e) {
      case IrExpr.Deref d -> !(d.ptr() instanceof IrExpr.VarRef v && v.v().boxed());
      case IrExpr.Index _, IrExpr.PtrIndex _, IrExpr.SliceOf _ -> true;
      case IrExpr.Binary b ->
          switch (b.op()) {
            case DIV, REM, SHL, SHR -> true;
            case ADD, SUB, MUL, AND, OR, XOR, ANDNOT, EQ, NE, LT, LE, GT, GE -> false;
          };
      case IrExpr.Const _,
          IrExpr.StringConst _,
          IrExpr.Zero _,
          IrExpr.VarRef _,
          IrExpr.GlobalRef _ ->
          false;
      case IrExpr.FuncValue _,
          IrExpr.CodeAddr _,
          IrExpr.ReadOnly _,
          IrExpr.TypeWord _,
          IrExpr.ItabWord _ ->
          false;
      case IrExpr.Context _,
          IrExpr.Field _,
          IrExpr.AddrOf _,
          IrExpr.Unary _,
          IrExpr.Convert _,
          IrExpr.Word _ ->
          false;
      case IrExpr.Compose _, IrExpr.Intrinsic _ -> false;
    };
  }

  // several values

  /** Values into destinations: one for one, the results of a call, or a comma-ok form. */
  void store(List<Dest> dests, List<Expr> rhs) {
    if (dests.size() == rhs.size()) {
      List<Ordered> values = new ArrayList<>();
      for (int i = 0; i < rhs.size(); i++) {
        Type t = dests.get(i).target();
        values.add(t == null ? own(rhs.get(i)) : f.exprs.converted(rhs.get(i), t));
      }
      parallel(dests, values);
      return;
    }
    Expr e = ExprBuilder.unparen(rhs.get(0));
    if (dests.size() == 2 && !(e instanceof Expr.CallExpr)) {
      commaOk(dests, e);
      return;
    }
    tuple(dests, f.calls.call((Expr.CallExpr) e), ((Tuple) f.type(e)).vars(), e);
  }

  void tuple(List<Dest> dests, List<Var> results, List<Obj.Var> types, Expr call) {
    List<Ordered> values = new ArrayList<>();
    for (int i = 0; i < dests.size(); i++) {
      Var r = results.get(i);
      values.add(value(dests.get(i), f.ref(r), types.get(i).type(), call, i));
    }
    parallel(dests, values);
  }

  private Ordered value(Dest d, IrExpr v, Type type, Expr operand, int i) {
    Type t = d.target();
    return t == null ? () -> v : f.exprs.convert(() -> v, type, t, operand, i);
  }

  private void commaOk(List<Dest> dests, Expr e) {
    Type vt;
    InterfaceBuilder.Asserted r;
    switch (e) {
      case Expr.IndexExpr i -> {
        vt = ((MapType) f.under(i.x())).elem();
        r = f.maps.commaOk(f.maps.element(i, true));
      }
      case Expr.AssertExpr a -> {
        vt = f.type(a.type());
        r = f.interfaces.commaOk(f.exprs.expr(a.x()), f.rtype(a.x()), f.rtype(vt));
      }
      case Expr.Operation o when o.op() == Operator.RECV -> {
        vt = ((dev.gomem.types.Chan) f.under(o.x())).elem();
        r = f.channels.commaOk(o);
      }
      default -> throw new IllegalStateException("two values from " + e);
    }
    // Into temporaries first: the stores may change what the value is read from.
    IrExpr value = dests.get(0) instanceof Dest.Blank ? r.value() : f.cheap(r.value());
    parallel(
        dests,
        List.of(
            dests.get(0) instanceof Dest.Blank
                ? () -> f.intConst(0)
                : value(dests.get(0), value, vt, e, 0),
            ok(dests.get(1), r.ok(), e)));
  }

  private Ordered ok(Dest d, IrExpr ok, Expr operand) {
    Type t = d.target();
    if (t == null) {
      return () -> ok;
    }
    // The untyped bool takes the destination's type if that is a boolean one.
    return InterfaceBuilder.isInterface(f.env.apply(t))
        ? f.exprs.convert(() -> ok, Universe.BOOL, t, operand, 1)
        : () -> IrExprs.retype(ok, f.rtype(t));
  }

  /**
   * gc: ascompatee. What an earlier store may change is evaluated early, in order; all else is done
   * late, each assignment with what its place and value still need, also what of it may panic.
   */
  void parallel(List<Dest> dests, List<Ordered> values) {
    Written written = new Written();
    List<Runnable> late = new ArrayList<>();
    for (int i = 0; i < dests.size(); i++) {
      Ordered value = values.get(i);
      switch (dests.get(i)) {
        case Dest.Blank b -> {
          Operand v = early(operand(value), written);
          late.add(() -> {
            f.emitAll(v.before());
            discard(v.rest());
          });
        }
        case Dest.Place p -> {
          Operand place = operands(operand(p.place()), written);
          if (value instanceof CompositeBuilder.Parts q && written.allows(q, place.rest())) {
            late.add(() -> q.into(place.rest()));
            written.add(place.rest());
            continue;
          }
          Operand v = operand(value);
          if (sameName(place.rest(), v.rest()) && !affects(v, written)) {
            continue; // p, p = x, p gives p its old value
          }
          Operand x = early(v, written);
          late.add(() -> {
            f.emitAll(place.before());
            IrExpr to = settled(place.rest());
            f.emitAll(x.before());
            f.assign(to, x.rest());
          });
          written.add(place.rest());
        }
        case Dest.Element e -> {
          Operand map = early(operand(e.element().map()), written);
          Operand key = early(operand(e.element().key()), written);
          Operand v = early(operand(value), written);
          late.add(() -> {
            MapBuilder.Element el =
                new MapBuilder.Element(ordered(map), ordered(key), e.element().type());
            IrExpr to = f.maps.assign(el);
            f.emitAll(v.before());
            f.assign(to, v.rest());
          });
          written.memory = true;
        }
      }
    }
    late.forEach(Runnable::run);
  }

  /**
   * An operand, not evaluated yet.
   *
   * @param before what it takes
   * @param reads it counts as reading memory ({@link FuncBuilder#readsMemory})
   */
  private record Operand(List<IrStmt> before, IrExpr rest, boolean reads) {}

  private Operand operand(Ordered o) {
    List<IrExpr> rest = new ArrayList<>();
    List<IrStmt> before = new ArrayList<>();
    boolean reads = f.readsMemory(() -> before.addAll(f.collect(() -> rest.add(o.get()))));
    return new Operand(before, rest.get(0), reads);
  }

  private Ordered ordered(Operand p) {
    return () -> {
      f.emitAll(p.before());
      return p.rest();
    };
  }

  private static boolean affects(Operand p, Written w) {
    return (w.memory && p.reads()) || w.affects(p.rest()) || changes(p.before(), w);
  }

  private static boolean changes(List<IrStmt> list, Written w) {
    return list.stream().anyMatch(s -> IrExprs.of(s).stream().anyMatch(w::affects));
  }

  /** An affected one is evaluated now. */
  private Operand early(Operand p, Written w) {
    if (!affects(p, w)) {
      return p;
    }
    f.emitAll(p.before());
    return new Operand(List.of(), f.copy(p.rest()), false);
  }

  private static boolean sameName(IrExpr place, IrExpr v) {
    return place instanceof IrExpr.VarRef a && v instanceof IrExpr.VarRef b && a.v() == b.v();
  }

  /** What the stores of a statement so far can have changed. */
  private final class Written {
    private final Set<Var> vars = Collections.newSetFromMap(new IdentityHashMap<>());
    boolean memory;
    private boolean deferred;

    void add(IrExpr place) {
      switch (place) {
        case IrExpr.VarRef v -> {
          if (v.v().kind() == Var.Kind.RESULT && f.hasDefer) {
            deferred = true; // a deferred call could see it after a panic of a later value
          } else if (v.v().addressed()) {
            memory = true;
          } else {
            vars.add(v.v());
          }
        }
        case IrExpr.Field x -> add(x.x());
        case IrExpr.Index x when x.x().type().kind() == RType.Kind.ARRAY -> add(x.x());
        default -> memory = true;
      }
    }

    /**
     * A literal goes straight into a result, part by part, if nothing in it can have changed (gc:
     * oaslit). What is seen of that: deferred calls that stop a panic return the parts so far.
     */
    boolean allows(CompositeBuilder.Parts literal, IrExpr place) {
      if (!f.hasDefer
          || memory
          || deferred
          || !(place instanceof IrExpr.VarRef r)
          || r.v().kind() != Var.Kind.RESULT
          || r.v().addressed()) {
        return false;
      }
      boolean[] uses = {false};
      Walk.preorder(
          literal.literal,
          n -> {
            if (n instanceof Expr.Name x && f.info.objectOf(x) instanceof Obj.Var o) {
              Var v = f.find(o);
              uses[0] |= v != null && (v == r.v() || vars.contains(v));
            }
            return true;
          });
      return !uses[0];
    }

    boolean affects(IrExpr e) {
      if (IrExprs.isFixed(e)) {
        return false;
      }
      return deferred
          || IrExprs.any(
              e,
              x ->
                  (x instanceof IrExpr.VarRef v && vars.contains(v.v()))
                      || (memory && readsMemory(x)));
    }
  }

  private static boolean readsMemory(IrExpr e) {
    return switch (e) {
      case IrExpr.Deref _, IrExpr.GlobalRef _, IrExpr.PtrIndex _, IrExpr.Index _ -> true;
      case IrExpr.VarRef v ->
          v.v().kind() == Var.Kind.CAPTURE || (v.v().addressed() && v.v().kind() != Var.Kind.TEMP);
      case IrExpr.Const _,
          IrExpr.StringConst _,
          IrExpr.Zero _,
          IrExpr.FuncValue _,
          IrExpr.CodeAddr _ ->
          false;
      case IrExpr.ReadOnly _,
          IrExpr.TypeWord _,
          IrExpr.ItabWord _,
          IrExpr.Context _,
          IrExpr.Field _ ->
          false;
      case IrExpr.AddrOf _, IrExpr.Unary _, IrExpr.Binary _, IrExpr.Convert _, IrExpr.Word _ ->
          false;
      case IrExpr.Compose _, IrExpr.SliceOf _, IrExpr.Intrinsic _ -> false;
    };
  }

  /** A place; its operands are evaluated now where an earlier store could change them. */
  private Operand operands(Operand place, Written w) {
    boolean now =
        (w.memory && place.reads())
            || changes(place.before(), w)
            || operandsAffected(place.rest(), w);
    if (!now) {
      return place;
    }
    f.emitAll(place.before());
    return new Operand(List.of(), operands(place.rest(), w), false);
  }

  private static boolean operandsAffected(IrExpr place, Written w) {
    return switch (place) {
      case IrExpr.Deref d -> w.affects(d.ptr());
      case IrExpr.Field x -> operandsAffected(x.x(), w);
      case IrExpr.PtrIndex i -> w.affects(i.ptr()) || w.affects(i.index());
      case IrExpr.Index i ->
          w.affects(i.index())
              || (i.x().type().kind() == RType.Kind.ARRAY
                  ? operandsAffected(i.x(), w)
                  : w.affects(i.x()));
      default -> false;
    };
  }

  private IrExpr operands(IrExpr place, Written w) {
    return switch (place) {
      case IrExpr.Deref d -> new IrExpr.Deref(keep(d.ptr(), w), d.offset(), d.type());
      case IrExpr.Field x -> new IrExpr.Field(operands(x.x(), w), x.offset(), x.type());
      case IrExpr.PtrIndex i ->
          new IrExpr.PtrIndex(keep(i.ptr(), w), i.len(), keep(i.index(), w), i.type());
      case IrExpr.Index i ->
          new IrExpr.Index(
              i.x().type().kind() == RType.Kind.ARRAY ? operands(i.x(), w) : keep(i.x(), w),
              keep(i.index(), w),
              i.type());
      default -> place;
    };
  }

  private IrExpr keep(IrExpr e, Written w) {
    return w.affects(e) ? f.copy(e) : e;
  }

  /**
   * A place before the value that goes there is evaluated: what is no place in it and may panic
   * does so now (gc: safeExpr of walk).
   */
  private IrExpr settled(IrExpr e) {
    return switch (e) {
      case IrExpr.Deref d -> new IrExpr.Deref(settled(d.ptr()), d.offset(), d.type());
      case IrExpr.Field x -> new IrExpr.Field(settled(x.x()), x.offset(), x.type());
      case IrExpr.PtrIndex i ->
          new IrExpr.PtrIndex(settled(i.ptr()), i.len(), settled(i.index()), i.type());
      case IrExpr.Index i -> new IrExpr.Index(settled(i.x()), settled(i.index()), i.type());
      default -> f.settled(e);
    };
  }

  // x op= y

  private void opAssign(Stmt.AssignStmt s, Operator op, Expr lhs, @Nullable Expr rhs) {
    Dest d = dest(lhs);
    Type type = Objects.requireNonNull(d.target());
    RType t = f.rtype(type);
    Ordered y =
        rhs == null
            ? () -> f.exprs.constant(Constant.of(1), t)
            : op.isShift() ? f.exprs.count(rhs) : f.exprs.order(rhs);
    switch (d) {
      case Dest.Place p -> {
        IrExpr place = safe(p.place().get());
        List<IrExpr> xs = f.inOrder(List.of(() -> place, y));
        f.assign(place, operate(s, op, xs.get(0), xs.get(1), t));
      }
      case Dest.Element e -> {
        if (op == Operator.DIV || op == Operator.REM) {
          // A division by zero must not leave an entry behind.
          MapBuilder.Element el = f.maps.safe(e.element());
          IrExpr old = f.copy(f.maps.commaOk(el).value());
          IrExpr neu = f.copy(operate(s, op, old, y.get(), t));
          f.assign(f.maps.assign(el), neu);
        } else {
          IrExpr v = f.cheap(y.get());
          IrExpr place = f.maps.assign(e.element());
          f.assign(place, operate(s, op, place, v, t));
        }
      }
      case Dest.Blank b -> throw new IllegalStateException("_ " + op);
    }
  }

  private IrExpr operate(Stmt.AssignStmt s, Operator op, IrExpr x, IrExpr y, RType t) {
    if (t.kind() == RType.Kind.STRING) {
      AllocSite site = f.site(s, AllocSite.Kind.CONCAT, "string concatenation");
      return f.conversions.concat(List.of(x, IrExprs.retype(y, t)), t, site);
    }
    IrExpr right = op.isShift() ? y : IrExprs.retype(y, t);
    return new IrExpr.Binary(ExprBuilder.op(op), x, right, t);
  }

  /** A place that can be evaluated twice (gc: safeExpr). */
  IrExpr safe(IrExpr place) {
    return switch (place) {
      case IrExpr.Deref d -> new IrExpr.Deref(f.cheap(d.ptr()), d.offset(), d.type());
      case IrExpr.Field x -> new IrExpr.Field(safe(x.x()), x.offset(), x.type());
      case IrExpr.PtrIndex i ->
          new IrExpr.PtrIndex(f.cheap(i.ptr()), i.len(), f.cheap(i.index()), i.type());
      case IrExpr.Index i -> new IrExpr.Index(safe(i.x()), f.cheap(i.index()), i.type());
      default -> place;
    };
  }
}

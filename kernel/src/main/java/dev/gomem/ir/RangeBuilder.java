package dev.gomem.ir;

import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.Chan;
import dev.gomem.types.MapType;
import dev.gomem.types.Obj;
import dev.gomem.types.Pointer;
import dev.gomem.types.Slice;
import dev.gomem.types.Type;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Range loops but those over functions, which the checker has written out (gc: walk/range.go): the
 * operand is evaluated once, and copied if its elements are used; hidden variables count; key and
 * value are assigned, or declared anew, at the start of each iteration.
 */
final class RangeBuilder {
  private static final int RUNE_SELF = 0x80;

  private final FuncBuilder f;

  RangeBuilder(FuncBuilder f) {
    this.f = f;
  }

  /** The labels and the body that all kinds share. */
  private final class Loop {
    final Stmt.ForStmt stmt;
    final Stmt.RangeClause clause;
    final @Nullable String label;
    final @Nullable Expr key;
    final @Nullable Expr value;
    final List<Var> shared = new ArrayList<>();
    final IrStmt.Label body = new IrStmt.Label("body");
    final IrStmt.Label next = new IrStmt.Label("next");
    final IrStmt.Label test = new IrStmt.Label("test");
    final IrStmt.Label end = new IrStmt.Label("endrange");

    Loop(Stmt.ForStmt stmt, Stmt.RangeClause clause, @Nullable String label) {
      this.stmt = stmt;
      this.clause = clause;
      this.label = label;
      List<Expr> lhs = ExprBuilder.list(clause.lhs());
      key = lhs.size() > 0 && !AssignBuilder.isBlank(lhs.get(0)) ? lhs.get(0) : null;
      value = lhs.size() > 1 && !AssignBuilder.isBlank(lhs.get(1)) ? lhs.get(1) : null;
      if (clause.def()) {
        share(key);
        share(value);
      }
    }

    /** Before Go 1.22 all iterations have one variable; and later where nobody can tell. */
    private void share(@Nullable Expr name) {
      if (name instanceof Expr.Name n
          && f.info.def(n) instanceof Obj.Var o
          && (!f.info.newInEachIteration(stmt.pos())
              || f.heap(o) && f.escape.oneForAllIterations(o))) {
        Var v = f.declare(o, Var.Kind.LOCAL);
        f.assign(f.place(v), f.zero(v.type()));
        f.stmts.started(v);
        shared.add(v);
      }
    }

    /** Key and value of this iteration, then the body. */
    void iteration(@Nullable IrExpr k, @Nullable Type kt, @Nullable IrExpr v, @Nullable Type vt) {
      f.stmts.open();
      f.loopDepth++;
      List<Var> fresh = new ArrayList<>();
      List<AssignBuilder.Dest> dests = new ArrayList<>();
      List<Ordered> values = new ArrayList<>();
      bind(key, k, kt, fresh, dests, values);
      bind(value, v, vt, fresh, dests, values);
      f.assigns.parallel(dests, values);
      fresh.forEach(f.stmts::started);
      f.stmts.enter(label, end, next);
      f.stmts.block(stmt.body().list());
      f.stmts.exit();
      f.loopDepth--;
      f.stmts.close();
    }

    private void bind(
        @Nullable Expr lhs,
        @Nullable IrExpr v,
        @Nullable Type type,
        List<Var> fresh,
        List<AssignBuilder.Dest> dests,
        List<Ordered> values) {
      if (lhs == null || v == null || type == null) {
        return;
      }
      Expr e = ExprBuilder.unparen(lhs);
      AssignBuilder.Dest d;
      if (clause.def() && f.info.def((Expr.Name) e) instanceof Obj.Var o) {
        Var old = f.find(o);
        old = old != null && shared.contains(old) ? old : null;
        Var x = old != null ? old : f.declare(o, Var.Kind.LOCAL);
        if (old == null) {
          fresh.add(x);
        }
        d = f.assigns.place(x, o.type());
      } else {
        d = f.assigns.dest(e);
      }
      dests.add(d);
      Type to = d.target();
      values.add(to == null ? () -> v : f.exprs.convert(() -> v, type, to, null));
    }
  }

  void loop(Stmt.ForStmt s, Stmt.RangeClause r, @Nullable String label) {
    f.mark(s.pos());
    f.stmts.open();
    Loop l = new Loop(s, r, label);
    Type t = f.type(r.x());
    switch (t.underlying()) {
      case Basic b when b.isString() -> string(l, r.x());
      case Basic b -> integer(l, r.x(), t);
      case Slice x -> slice(l, r.x(), x);
      case Array a -> array(l, r.x(), a);
      case Pointer p -> arrayPointer(l, r.x(), (Array) f.under(p.elem()));
      case MapType m -> map(l, r.x(), m);
      case Chan c -> channel(l, r.x(), c);
      default -> throw new IllegalStateException("range over " + t);
    }
    f.stmts.close();
  }

  private IrExpr hidden(RType t, long init) {
    Var v = f.temp(t);
    f.assign(f.ref(v), new IrExpr.Const(t, init));
    return f.ref(v);
  }

  private void increment(IrExpr v) {
    f.assign(v, f.binary(IrExpr.BinaryOp.ADD, v, new IrExpr.Const(v.type(), 1)));
  }

  /** Counts {@code i} from 0 below {@code n}. */
  private void count(Loop l, IrExpr i, IrExpr n, Runnable iteration) {
    f.jump(l.test);
    f.label(l.body);
    iteration.run();
    f.label(l.next);
    increment(i);
    f.label(l.test);
    f.mark(l.clause.pos());
    f.branch(f.compare(IrExpr.BinaryOp.LT, i, n), l.body, l.end);
    f.label(l.end);
  }

  private void integer(Loop l, Expr x, Type t) {
    IrExpr v = f.exprs.expr(x);
    RType r = f.rtype(t);
    IrExpr n = IrExprs.isFixed(v) ? v : f.copy(IrExprs.retype(v, r));
    IrExpr i = hidden(r, 0);
    count(l, i, n, () -> l.iteration(i, t, null, null));
  }

  private void slice(Loop l, Expr x, Slice s) {
    IrExpr bytes = f.conversions.rangedBytes(x);
    IrExpr v = bytes != null ? bytes : f.exprs.expr(x);
    IrExpr a = l.value != null ? f.copy(v) : v;
    IrExpr n = f.copy(f.len(a));
    IrExpr i = hidden(f.rt.intType, 0);
    RType elem = f.rtype(s.elem());
    count(
        l,
        i,
        n,
        () ->
            l.iteration(i, Universe.INT, element(l, () -> new IrExpr.Index(a, i, elem)), s.elem()));
  }

  private static @Nullable IrExpr element(Loop l, Ordered value) {
    return l.value == null ? null : value.get();
  }

  private void array(Loop l, Expr x, Array a) {
    RType elem = f.rtype(a.elem());
    IrExpr i = hidden(f.rt.intType, 0);
    if (l.value == null) {
      f.assigns.discard(f.exprs.expr(x));
      count(l, i, f.intConst(a.len()), () -> l.iteration(i, Universe.INT, null, null));
      return;
    }
    IrExpr copy = f.copy(f.exprs.expr(x));
    count(
        l,
        i,
        f.intConst(a.len()),
        () -> l.iteration(i, Universe.INT, new IrExpr.Index(copy, i, elem), a.elem()));
  }

  private void arrayPointer(Loop l, Expr x, Array a) {
    RType elem = f.rtype(a.elem());
    IrExpr p = f.copy(f.exprs.expr(x));
    IrExpr i = hidden(f.rt.intType, 0);
    count(
        l,
        i,
        f.intConst(a.len()),
        () ->
            l.iteration(
                i,
                Universe.INT,
                element(l, () -> new IrExpr.PtrIndex(p, a.len(), i, elem)),
                a.elem()));
  }

  private void string(Loop l, Expr x) {
    IrExpr s = f.copy(f.exprs.expr(x));
    IrExpr i = hidden(f.rt.intType, 0);
    Var start = f.temp(f.rt.intType);
    Var rune = f.temp(f.rt.int32);
    f.jump(l.test);
    f.label(l.body);
    f.assign(f.ref(start), i);
    f.assign(f.ref(rune), new IrExpr.Convert(new IrExpr.Index(s, i, f.rt.uint8), f.rt.int32));
    IrStmt.Label one = new IrStmt.Label("ascii");
    IrStmt.Label more = new IrStmt.Label("rune");
    IrStmt.Label have = new IrStmt.Label("have");
    f.branch(
        f.compare(IrExpr.BinaryOp.LT, f.ref(rune), new IrExpr.Const(f.rt.int32, RUNE_SELF)),
        one,
        more);
    f.label(one);
    increment(i);
    f.jump(have);
    f.label(more);
    Var at = ((IrExpr.VarRef) i).v();
    f.emit(
        new IrStmt.Runtime(
            RuntimeFn.DECODE_RUNE,
            List.of(s, i),
            List.of(rune, at),
            List.of(f.rt.int32, f.rt.intType),
            null,
            null,
            f.pos));
    f.label(have);
    l.iteration(f.ref(start), Universe.INT, f.ref(rune), Universe.RUNE);
    f.label(l.next);
    f.label(l.test);
    f.mark(l.clause.pos());
    f.branch(f.compare(IrExpr.BinaryOp.LT, i, f.len(s)), l.body, l.end);
    f.label(l.end);
  }

  private void map(Loop l, Expr x, MapType m) {
    IrExpr map = f.copy(f.exprs.expr(x));
    Var it = f.frameTemp(f.rt.mapIterator(), null);
    f.assign(f.ref(it), f.zero(it.type()));
    IrExpr iter = new IrExpr.AddrOf(f.ref(it), f.rt.pointer);
    f.runtime(RuntimeFn.MAP_ITER_INIT, List.of(map, iter), map.type());
    RType kt = f.rtype(m.key());
    RType et = f.rtype(m.elem());
    f.label(l.next);
    f.mark(l.clause.pos());
    List<Var> p =
        f.runtime2(
            RuntimeFn.MAP_ITER_NEXT,
            List.of(iter),
            f.rt.pointerTo(kt),
            f.rt.pointerTo(et),
            map.type());
    IrExpr more =
        f.compare(
            IrExpr.BinaryOp.NE,
            new IrExpr.Convert(f.ref(p.get(0)), f.rt.uintptr),
            new IrExpr.Const(f.rt.uintptr, 0));
    f.branch(more, l.body, l.end);
    f.label(l.body);
    l.iteration(
        new IrExpr.Deref(f.ref(p.get(0)), 0, kt),
        m.key(),
        new IrExpr.Deref(f.ref(p.get(1)), 0, et),
        m.elem());
    f.jump(l.next);
    f.label(l.end);
  }

  private void channel(Loop l, Expr x, Chan c) {
    IrExpr ch = f.copy(f.exprs.expr(x));
    f.label(l.next);
    f.mark(l.clause.pos());
    InterfaceBuilder.Asserted r = f.channels.receive(ch, f.rtype(c.elem()));
    f.branch(r.ok(), l.body, l.end);
    f.label(l.body);
    // The only variable a channel loop has is the value.
    l.iteration(r.value(), c.elem(), null, null);
    f.jump(l.next);
    f.label(l.end);
  }
}

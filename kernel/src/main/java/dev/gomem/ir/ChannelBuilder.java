package dev.gomem.ir;

import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Chan;
import dev.gomem.types.Type;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Channels and select (gc: walk/select.go). Values travel by address: what is sent stands in a
 * frame temporary, what is received arrives in one.
 */
final class ChannelBuilder {
  private final FuncBuilder f;

  ChannelBuilder(FuncBuilder f) {
    this.f = f;
  }

  IrExpr make(Expr.CallExpr c, RType t) {
    IrExpr n = f.intConst(0);
    if (c.args().size() > 1) {
      n = f.exprs.expr(c.args().get(1));
      n = n.type().kind() == RType.Kind.INT ? n : new IrExpr.Convert(n, f.rt.intType);
    }
    AllocSite site = f.site(c, AllocSite.Kind.MAKE_CHAN, "make(" + t.name() + ")");
    return f.runtime(RuntimeFn.MAKE_CHAN, List.of(n), t, t, site);
  }

  Ordered length(Ordered x, boolean len) {
    IrExpr n =
        f.runtime(
            len ? RuntimeFn.CHAN_LEN : RuntimeFn.CHAN_CAP,
            List.of(x.get()),
            f.rt.intType,
            null,
            null);
    return () -> n;
  }

  void close(Expr.CallExpr c) {
    f.runtime(RuntimeFn.CHAN_CLOSE, List.of(f.exprs.expr(c.args().get(0))), null);
  }

  void send(Stmt.SendStmt s) {
    RType elem = f.rtype(((Chan) f.under(s.chan())).elem());
    Ordered ch = f.exprs.order(s.chan());
    Ordered v = f.exprs.converted(s.value(), ((Chan) f.under(s.chan())).elem());
    Var tmp = f.frameTemp(elem, null);
    f.assign(f.ref(tmp), v.get());
    f.runtime(
        RuntimeFn.CHAN_SEND,
        List.of(ch.get(), new IrExpr.AddrOf(f.ref(tmp), f.rt.pointerTo(elem))),
        elem);
  }

  Ordered receive(Expr.Operation o) {
    IrExpr v = receive(f.exprs.expr(o.x()), f.rtype(((Chan) f.under(o.x())).elem())).value();
    return () -> v;
  }

  InterfaceBuilder.Asserted commaOk(Expr.Operation o) {
    return receive(f.exprs.expr(o.x()), f.rtype(((Chan) f.under(o.x())).elem()));
  }

  InterfaceBuilder.Asserted receive(IrExpr ch, RType elem) {
    Var tmp = f.frameTemp(elem, null);
    f.assign(f.ref(tmp), f.zero(elem));
    IrExpr p = new IrExpr.AddrOf(f.ref(tmp), f.rt.pointerTo(elem));
    IrExpr ok = f.runtime(RuntimeFn.CHAN_RECV, List.of(ch, p), f.rt.bool, elem, null);
    return new InterfaceBuilder.Asserted(f.ref(tmp), ok);
  }

  // select

  /**
   * A case other than default: the channel, the temporary its value goes through, its direction.
   */
  private record Case(
      IrExpr chan, Var value, boolean send, IrStmt.Label body, Stmt.CommClause clause) {}

  void select(Stmt.SelectStmt s, @Nullable String label) {
    f.mark(s.pos());
    IrStmt.Label end = new IrStmt.Label("endselect");
    List<Case> cases = new ArrayList<>();
    Stmt.CommClause otherwise = null;
    for (Stmt.CommClause c : s.body()) {
      Stmt.SimpleStmt comm = c.comm();
      if (comm == null) {
        otherwise = c;
      } else {
        cases.add(operands(c, comm));
      }
    }
    if (cases.isEmpty() && otherwise == null) {
      f.runtime(RuntimeFn.BLOCK_FOREVER, List.of(), null);
      f.emit(new IrStmt.Unreachable(f.pos));
      return;
    }
    Var table = f.frameTemp(f.rt.selectCases(cases.size()), null);
    RType one = table.type().elem();
    for (int i = 0; i < cases.size(); i++) {
      Case c = cases.get(i);
      IrExpr slot = IrExprs.field(f.ref(table), i * one.size(), one);
      f.assign(IrExprs.field(slot, 0, f.rt.pointer), new IrExpr.Convert(c.chan(), f.rt.pointer));
      f.assign(
          IrExprs.field(slot, 8, f.rt.pointer), new IrExpr.AddrOf(f.ref(c.value()), f.rt.pointer));
      f.assign(
          IrExprs.field(slot, 16, f.rt.uintptr), new IrExpr.Const(f.rt.uintptr, c.send() ? 1 : 0));
    }
    List<Var> r =
        f.runtime2(
            RuntimeFn.SELECT,
            List.of(
                new IrExpr.AddrOf(f.ref(table), f.rt.pointer),
                f.intConst(cases.size()),
                f.boolConst(otherwise == null)),
            f.rt.intType,
            f.rt.bool,
            null);
    IrStmt.Label none = new IrStmt.Label("default");
    for (int i = 0; i < cases.size(); i++) {
      IrStmt.Label next = new IrStmt.Label("next");
      f.branch(
          f.compare(IrExpr.BinaryOp.EQ, f.ref(r.get(0)), f.intConst(i)), cases.get(i).body(), next);
      f.label(next);
    }
    f.jump(otherwise == null ? end : none);
    f.stmts.enter(label, end, null);
    for (Case c : cases) {
      f.label(c.body());
      f.stmts.open();
      received(c, f.ref(r.get(1)));
      f.stmts.clause(c.clause().body(), null);
      f.stmts.close();
      f.jump(end);
    }
    if (otherwise != null) {
      f.label(none);
      f.stmts.clause(otherwise.body(), null);
    }
    f.stmts.exit();
    f.label(end);
  }

  private Case operands(Stmt.CommClause c, Stmt.SimpleStmt comm) {
    IrStmt.Label body = new IrStmt.Label("case");
    if (comm instanceof Stmt.SendStmt s) {
      Type elem = ((Chan) f.under(s.chan())).elem();
      IrExpr ch = f.copy(f.exprs.expr(s.chan()));
      Var v = f.frameTemp(f.rtype(elem), null);
      f.assign(f.ref(v), f.exprs.converted(s.value(), elem).get());
      return new Case(ch, v, true, body, c);
    }
    Expr.Operation op = receiveOf(comm);
    IrExpr ch = f.copy(f.exprs.expr(op.x()));
    Var v = f.frameTemp(f.rtype(((Chan) f.under(op.x())).elem()), null);
    f.assign(f.ref(v), f.zero(v.type()));
    return new Case(ch, v, false, body, c);
  }

  private static Expr.Operation receiveOf(Stmt.SimpleStmt comm) {
    Expr e =
        switch (comm) {
          case Stmt.ExprStmt x -> x.x();
          case Stmt.AssignStmt a -> Objects.requireNonNull(a.rhs());
          default -> throw new IllegalStateException("case of select: " + comm);
        };
    return (Expr.Operation) ExprBuilder.unparen(e);
  }

  /** {@code v, ok := <-c}: the stores of the chosen case. */
  private void received(Case c, IrExpr ok) {
    if (!(c.clause().comm() instanceof Stmt.AssignStmt a)) {
      return;
    }
    Type elem = ((Chan) f.under(receiveOf(a).x())).elem();
    List<Expr> lhs = ExprBuilder.list(a.lhs());
    List<AssignBuilder.Dest> dests = new ArrayList<>();
    List<Ordered> values = new ArrayList<>();
    List<Var> fresh = new ArrayList<>();
    for (int i = 0; i < lhs.size(); i++) {
      Expr e = lhs.get(i);
      AssignBuilder.Dest d;
      if (a.op() == Operator.DEF
          && !AssignBuilder.isBlank(e)
          && f.info.def((Expr.Name) e) instanceof dev.gomem.types.Obj.Var o) {
        Var v = f.declare(o, Var.Kind.LOCAL);
        fresh.add(v);
        d = f.assigns.place(v, o.type());
      } else {
        d = f.assigns.dest(e);
      }
      dests.add(d);
      IrExpr v = i == 0 ? f.ref(c.value()) : ok;
      Type t = d.target();
      values.add(
          t == null ? () -> v : f.exprs.convert(() -> v, i == 0 ? elem : Universe.BOOL, t, null));
    }
    f.assigns.parallel(dests, values);
    fresh.forEach(f.stmts::started);
  }
}

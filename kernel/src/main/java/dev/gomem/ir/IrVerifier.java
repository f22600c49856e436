package dev.gomem.ir;

import dev.gomem.layout.RType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Checks a unit's invariants: every variable read or written belongs to its function, labels are
 * defined once and jumped to only if defined, places are places, and the two sides of an assignment
 * have the same size and kind. A violation is a fault of the builders.
 */
public final class IrVerifier {
  private final IrFunc func;
  private final Set<Var> vars = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<IrStmt.Label> labels = Collections.newSetFromMap(new IdentityHashMap<>());

  private IrVerifier(IrFunc func) {
    this.func = func;
    vars.addAll(func.params());
    vars.addAll(func.results());
    vars.addAll(func.locals());
  }

  public static void verify(IrUnit unit) {
    for (IrFunc f : unit.functions()) {
      new IrVerifier(f).verify();
    }
  }

  private void verify() {
    for (IrStmt s : func.body()) {
      if (s instanceof IrStmt.LabelDef l && !labels.add(l.label())) {
        throw fault("label defined twice: " + l.label(), s);
      }
    }
    for (IrStmt s : func.body()) {
      statement(s);
    }
    if (func.javaBody() == null) {
      IrStmt last = null;
      for (IrStmt s : func.body()) {
        last = s instanceof IrStmt.VarEnd ? last : s;
      }
      if (!(last instanceof IrStmt.Return
          || last instanceof IrStmt.Jump
          || last instanceof IrStmt.Unreachable)) {
        throw fault("control falls off the end", String.valueOf(last));
      }
    }
  }

  private IllegalStateException fault(String what, Object at) {
    return new IllegalStateException("ir of " + func.symbol() + ": " + what + " in " + at);
  }

  private void statement(IrStmt s) {
    switch (s) {
      case IrStmt.Mark _,
          IrStmt.LabelDef _,
          IrStmt.Return _,
          IrStmt.RunDefers _,
          IrStmt.Unreachable _ -> {}
      case IrStmt.VarStart v -> variable(v.v(), s);
      case IrStmt.VarEnd v -> variable(v.v(), s);
      case IrStmt.Assign a -> {
        expr(a.place(), s);
        expr(a.value(), s);
        boolean slot = a.place() instanceof IrExpr.VarRef;
        if (!slot && !IrExprs.isPlace(a.place())) {
          throw fault("not a place", s);
        }
        fits(a.place().type(), a.value().type(), s);
      }
      case IrStmt.New n -> variable(n.dst(), s);
      case IrStmt.Call c -> {
        switch (c.target()) {
          case IrStmt.Target.Static t -> {}
          case IrStmt.Target.Closure t -> expr(t.fn(), s);
          case IrStmt.Target.Method t -> expr(t.itab(), s);
        }
        c.args().forEach(a -> expr(a, s));
        results(c.results(), c.resultTypes(), s);
      }
      case IrStmt.Runtime r -> {
        r.args().forEach(a -> expr(a, s));
        results(r.results(), r.resultTypes(), s);
      }
      case IrStmt.Jump j -> label(j.target(), s);
      case IrStmt.Branch b -> {
        expr(b.cond(), s);
        if (b.cond().type().kind() != RType.Kind.BOOL) {
          throw fault("condition is no bool", s);
        }
        label(b.yes(), s);
        label(b.no(), s);
      }
      case IrStmt.Defer d -> expr(d.fn(), s);
      case IrStmt.Go g -> expr(g.fn(), s);
    }
  }

  private void results(
      List<? extends @org.jspecify.annotations.Nullable Var> vars, List<RType> types, IrStmt s) {
    for (int i = 0; i < vars.size(); i++) {
      Var v = vars.get(i);
      if (v != null) {
        variable(v, s);
        fits(v.type(), types.get(i), s);
      }
    }
  }

  private void fits(RType to, RType from, IrStmt s) {
    boolean words = to.isScalar() && from.isScalar();
    boolean same = to.kind() == from.kind() && to.size() == from.size();
    boolean pointers =
        words && to.size() == 8 && from.size() == 8 && to.isFloat() == from.isFloat();
    if (!(same || pointers)) {
      throw fault("a " + from + " does not fit a " + to, s);
    }
  }

  private void label(IrStmt.Label l, IrStmt s) {
    if (!labels.contains(l)) {
      throw fault("label not defined: " + l, s);
    }
  }

  private void variable(Var v, IrStmt s) {
    if (!vars.contains(v)) {
      throw fault("foreign variable " + v, s);
    }
  }

  private void expr(IrExpr e, IrStmt s) {
    for (IrExpr c : IrExprs.children(e)) {
      expr(c, s);
    }
    switch (e) {
      case IrExpr.VarRef r -> {
        variable(r.v(), s);
        if (r.v().boxed() && r.type().kind() != RType.Kind.POINTER) {
          throw fault("boxed variable " + r.v() + " read as " + r.type(), s);
        }
      }
      case IrExpr.AddrOf a -> {
        if (!IrExprs.isPlace(a.place())) {
          throw fault("address of no place", s);
        }
        IrExpr root = a.place();
        while (root instanceof IrExpr.Field
            || (root instanceof IrExpr.Index i && i.x().type().kind() == RType.Kind.ARRAY)) {
          root = root instanceof IrExpr.Field x ? x.x() : ((IrExpr.Index) root).x();
        }
        if (root instanceof IrExpr.VarRef r && !r.v().addressed()) {
          throw fault("address of variable " + r.v() + " that has none", s);
        }
      }
      case IrExpr.Binary b -> {
        if (b.op() != IrExpr.BinaryOp.SHL && b.op() != IrExpr.BinaryOp.SHR) {
          fits(b.x().type(), b.y().type(), s);
        }
      }
      case IrExpr.Context c -> {
        if (!func.closure()) {
          throw fault("context of no closure", s);
        }
      }
      case IrExpr.Const _,
          IrExpr.StringConst _,
          IrExpr.Zero _,
          IrExpr.GlobalRef _,
          IrExpr.FuncValue _ -> {}
      case IrExpr.CodeAddr _,
          IrExpr.ReadOnly _,
          IrExpr.TypeWord _,
          IrExpr.ItabWord _,
          IrExpr.Deref _ -> {}
      case IrExpr.Field _, IrExpr.Index _, IrExpr.PtrIndex _, IrExpr.Unary _, IrExpr.Convert _ -> {}
      case IrExpr.Word _, IrExpr.Compose _, IrExpr.SliceOf _, IrExpr.Intrinsic _ -> {}
    }
  }
}

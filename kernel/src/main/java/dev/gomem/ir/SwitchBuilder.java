package dev.gomem.ir;

import dev.gomem.layout.RType;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Obj;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Switches: the tag once, then the cases one after the other until one fits; all tests first, then
 * the bodies.
 */
final class SwitchBuilder {
  private final FuncBuilder f;

  SwitchBuilder(FuncBuilder f) {
    this.f = f;
  }

  void statement(Stmt.SwitchStmt s, @Nullable String label) {
    f.mark(s.pos());
    f.stmts.open();
    f.stmts.simple(s.init());
    f.pos = s.pos();
    IrStmt.Label end = new IrStmt.Label("endswitch");
    f.stmts.enter(label, end, null);
    if (s.tag() instanceof Expr.TypeSwitchGuard g) {
      types(s, g, end);
    } else {
      expressions(s, end);
    }
    f.stmts.exit();
    f.label(end);
    f.stmts.close();
  }

  private static List<IrStmt.Label> labels(int n) {
    List<IrStmt.Label> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(new IrStmt.Label("case"));
    }
    return out;
  }

  private void expressions(Stmt.SwitchStmt s, IrStmt.Label end) {
    Expr tag = s.tag();
    IrExpr value = null;
    Type type = null;
    if (tag != null) {
      type = f.type(tag);
      // The tag is only compared, unless a case has calls that could see it change.
      boolean constant =
          s.body().stream()
              .flatMap(c -> ExprBuilder.list(c.cases()).stream())
              .allMatch(c -> f.constant(c) != null);
      IrExpr v = (constant ? f.conversions.temporary(tag) : f.exprs.order(tag)).get();
      value = IrExprs.isFixed(v) ? v : f.copy(v);
    }
    List<IrStmt.Label> bodies = labels(s.body().size());
    IrStmt.Label otherwise = end;
    for (int i = 0; i < bodies.size(); i++) {
      Expr cases = s.body().get(i).cases();
      if (cases == null) {
        otherwise = bodies.get(i);
        continue;
      }
      f.pos = s.body().get(i).pos();
      for (Expr c : ExprBuilder.list(cases)) {
        IrStmt.Label next = new IrStmt.Label("next");
        if (value == null || type == null) {
          f.exprs.cond(c, bodies.get(i), next);
        } else {
          f.branch(test(value, type, c), bodies.get(i), next);
        }
        f.label(next);
      }
    }
    f.jump(otherwise);
    for (int i = 0; i < bodies.size(); i++) {
      f.label(bodies.get(i));
      f.stmts.clause(s.body().get(i).body(), i + 1 < bodies.size() ? bodies.get(i + 1) : null);
      f.jump(end);
    }
  }

  private IrExpr test(IrExpr value, Type type, Expr c) {
    if (f.exprs.isNil(c)) {
      RType.Kind k = value.type().kind();
      IrExpr word =
          k == RType.Kind.INTERFACE || k == RType.Kind.SLICE
              ? f.word(value, 0, f.rt.uintptr)
              : new IrExpr.Convert(value, f.rt.uintptr);
      return f.compare(IrExpr.BinaryOp.EQ, word, new IrExpr.Const(f.rt.uintptr, 0));
    }
    Type ct = f.type(c);
    return IrExprs.retype(f.compares.equal(value, type, f.exprs.expr(c), ct), f.rt.bool);
  }

  private void types(Stmt.SwitchStmt s, Expr.TypeSwitchGuard g, IrStmt.Label end) {
    RType it = f.rtype(g.x());
    IrExpr x = f.copy(f.exprs.expr(g.x()));
    List<IrStmt.Label> bodies = labels(s.body().size());
    List<@Nullable IrExpr> values = new ArrayList<>();
    IrStmt.Label otherwise = end;
    for (int i = 0; i < bodies.size(); i++) {
      Stmt.CaseClause clause = s.body().get(i);
      List<Expr> cases = ExprBuilder.list(clause.cases());
      if (clause.cases() == null) {
        otherwise = bodies.get(i);
      }
      f.pos = clause.pos();
      IrExpr value = null;
      for (Expr c : cases) {
        IrStmt.Label next = new IrStmt.Label("next");
        if (f.exprs.isNil(c)) {
          f.branch(
              f.compare(
                  IrExpr.BinaryOp.EQ,
                  f.word(x, 0, f.rt.uintptr),
                  new IrExpr.Const(f.rt.uintptr, 0)),
              bodies.get(i),
              next);
        } else {
          value = f.interfaces.test(x, it, f.rtype(f.type(c)), bodies.get(i), next);
        }
        f.label(next);
      }
      values.add(cases.size() == 1 ? value : null);
    }
    f.jump(otherwise);
    for (int i = 0; i < bodies.size(); i++) {
      Stmt.CaseClause clause = s.body().get(i);
      f.label(bodies.get(i));
      f.stmts.open();
      if (f.info.implicit(clause) instanceof Obj.Var o) {
        f.pos = clause.pos();
        Var v = f.declare(o, Var.Kind.LOCAL);
        IrExpr value = values.get(i);
        boolean concrete = v.type().kind() != RType.Kind.INTERFACE;
        f.assign(
            f.place(v),
            concrete
                ? f.interfaces.unbox(x, v.type())
                : IrExprs.retype(value == null ? x : value, v.type()));
        f.stmts.started(v);
      }
      f.stmts.clause(clause.body(), null);
      f.stmts.close();
      f.jump(end);
    }
  }
}

package dev.gomem.session.whatif;

import dev.gomem.escape.AllocSite;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Leaves out the statement that keeps the address. */
record DropStore() implements Strategy {
  @Override
  public String key() {
    return "drop";
  }

  @Override
  public List<Edits> candidates(Case c) {
    List<Edits> out = new ArrayList<>();
    if (c.site.kind() == AllocSite.Kind.BOX) {
      return out; // it exists for the statement alone
    }
    c.each(n -> {
      if (!(n instanceof Stmt s) || c.statement(s) != s || !c.decides(s)) {
        return;
      }
      Edits e = c.edits();
      switch (s) {
        case Stmt.AssignStmt a when a.op() == null && a.rhs() != null && appends(a.rhs()) ->
            c.delete(e, a);
        case Stmt.AssignStmt a
            when a.op() == null && a.rhs() != null && !(a.lhs() instanceof Expr.ListExpr) ->
            e.replace(c.start(a.lhs()), c.end(a.lhs()), "_");
        case Stmt.SendStmt send -> c.delete(e, send);
        case Stmt.ExprStmt x
            when Expr.unparen(x.x()) instanceof Expr.CallExpr call
                && WithoutInterface.fmt(c, call).isEmpty() ->
            c.delete(e, x);
        default -> {}
      }
      if (!e.unusable()) {
        out.add(e);
      }
    });
    return out;
  }

  private static boolean appends(Expr x) {
    return Expr.unparen(x) instanceof Expr.CallExpr call
        && call.fun() instanceof Expr.Name n
        && n.value().equals("append");
  }
}

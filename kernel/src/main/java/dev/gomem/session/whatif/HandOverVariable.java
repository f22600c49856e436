package dev.gomem.session.whatif;

import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Obj;
import java.util.List;

/**
 * Lets the caller declare the variable and hand over its address: the function works on {@code *n}
 * of a new first parameter {@code n}.
 */
record HandOverVariable() implements Strategy {
  @Override
  public String key() {
    return "hand-over-variable";
  }

  @Override
  public boolean moves() {
    return true;
  }

  @Override
  public boolean callers() {
    return true;
  }

  @Override
  public List<Edits> candidates(Case c) {
    Obj.Var v = c.variable;
    Node declared = c.node();
    if (v == null
        || declared == null
        || !(c.function(declared) instanceof Decl.FuncDecl f)
        || !f.tparams().isEmpty()
        || c.repeated(declared)) {
      return List.of();
    }
    Stmt s = c.statement(declared);
    Edits e = c.edits();
    switch (s) {
      case Stmt.AssignStmt a
          when a.op() == Operator.DEF && a.lhs() == declared && a.rhs() != null ->
          e.replace(c.start(a), c.start(a.rhs()), "*" + v.name() + " = ");
      case Stmt.DeclStmt d
          when d.decls().size() == 1
              && d.decls().get(0) instanceof Decl.VarDecl one
              && one.names().size() == 1
              && one.values() == null ->
          c.delete(e, d);
      case null, default -> {
        return List.of();
      }
    }
    String type = c.typeText(v.type());
    HandOver.parameter(c, f, v.name() + " *" + type, e);
    HandOver.calls(c, f, "new(" + type + ")", call -> "new(" + type + ")", e);
    for (Expr.Name use : c.uses(v)) {
      Node at = c.outer(use);
      if (at != null && Case.isAddress(at)) {
        e.delete(at.pos().offset(), at.pos().offset() + 1);
      } else if (at instanceof Expr.IndexExpr || at instanceof Expr.SliceExpr) {
        e.insert(c.start(use), "(*").insert(c.end(use), ")");
      } else if (!(at instanceof Expr.SelectorExpr)) {
        boolean slash = c.start(use) > 0 && c.source.at(c.start(use) - 1) == '/';
        if (slash) { // a slash and a star would begin a comment
          e.insert(c.start(use), "(*").insert(c.end(use), ")");
        } else {
          e.insert(c.start(use), "*");
        }
      }
    }
    return List.of(e);
  }
}

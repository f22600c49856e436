package dev.gomem.session.whatif;

import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;

/**
 * Returns the value instead of its address: the result's type loses its star, every return gives
 * the value. Callers either keep a variable of their own, or take the address of a copy: {@code
 * new(f())}.
 *
 * @param copies callers get {@code new(f())}, whatever they do with it
 */
record ReturnValue(boolean copies) implements Strategy {
  @Override
  public String key() {
    return copies ? "return-value-new" : "return-value";
  }

  @Override
  public boolean callers() {
    return true;
  }

  @Override
  public boolean copiesValue() {
    return true;
  }

  @Override
  public List<Edits> candidates(Case c) {
    Node at = c.node();
    Node around = at == null ? null : c.function(at);
    if (!(around instanceof Decl.FuncDecl f) || f.type().results().isEmpty()) {
      return List.of();
    }
    List<Expr.Field> results = f.type().results();
    List<Edits> out = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Expr type = Expr.unparen(results.get(i).type());
      if (Case.isDeref(type) && results.get(i).name() == null) {
        Edits e = c.edits();
        e.delete(type.pos().offset(), type.pos().offset() + 1);
        if (returns(c, f, i, e) && callers(c, f, results.size(), e)) {
          out.add(e);
        }
      }
    }
    return out;
  }

  private static boolean returns(Case c, Decl.FuncDecl f, int i, Edits e) {
    boolean[] ok = {true};
    c.each(n -> {
      if (n instanceof Stmt.ReturnStmt r && c.function(r) == f) {
        List<Expr> values = Expr.unpack(r.results());
        ok[0] &= values.size() == f.type().results().size() && value(c, values.get(i), e);
      }
    });
    return ok[0];
  }

  /** Edits a pointer expression into what it points to. */
  static boolean value(Case c, Expr x, Edits e) {
    Expr p = Expr.unparen(x);
    Info.TypeAndValue tv = c.info.typeAndValue(p);
    if (tv == null
        || tv.type() == Universe.UNTYPED_NIL
        || p instanceof Expr.Name n && n.value().equals("nil")) {
      return false;
    }
    if (Case.isAddress(p)) {
      e.delete(p.pos().offset(), p.pos().offset() + 1);
    } else {
      e.insert(c.start(p), "*");
    }
    return true;
  }

  private boolean callers(Case c, Decl.FuncDecl f, int results, Edits e) {
    Obj.Func fn = c.info.func(f);
    boolean[] ok = {fn != null};
    c.each(n -> {
      if (n instanceof Expr.CallExpr call && c.calls(call, fn)) {
        ok[0] &= caller(c, call, results, e);
      }
    });
    return ok[0];
  }

  private boolean caller(Case c, Expr.CallExpr call, int results, Edits e) {
    Node p = c.outer(call);
    if (p instanceof Stmt.ExprStmt) {
      return true;
    }
    if (results != 1) {
      return false;
    }
    if (copies) {
      e.insert(c.start(call), "new(").insert(c.end(call), ")");
      return true;
    }
    if (p != null && Case.isDeref(p)) {
      e.delete(p.pos().offset(), p.pos().offset() + 1);
      return true;
    }
    if (p instanceof Expr.SelectorExpr) {
      return true;
    }
    if (!(p instanceof Stmt.AssignStmt a && a.op() == Operator.DEF)
        || !(a.lhs() instanceof Expr.Name name)) {
      return false;
    }
    if (!(c.info.def(name) instanceof Obj.Var v)) {
      return false;
    }
    for (Expr.Name use : c.uses(v)) {
      Node at = c.outer(use);
      if (at != null && Case.isDeref(at)) {
        e.delete(at.pos().offset(), at.pos().offset() + 1);
      } else if (!(at instanceof Expr.SelectorExpr)
          && !(at instanceof Stmt.ExprStmt && c.tree instanceof Node.Cell)) {
        e.insert(c.start(use), "&");
      }
    }
    return true;
  }
}

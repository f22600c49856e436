package dev.gomem.session.whatif;

import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Obj;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of the variable before the statement whose function literal uses it: {@code n := n}. */
record CopyBeforeCapture() implements Strategy {
  @Override
  public String key() {
    return "copy";
  }

  /** The copy is another variable, which must stay too. */
  @Override
  public boolean moves() {
    return true;
  }

  @Override
  public boolean copiesValue() {
    return true;
  }

  @Override
  public List<Edits> candidates(Case c) {
    Obj.Var v = c.variable;
    Node declared = c.node();
    if (v == null || declared == null) {
      return List.of();
    }
    List<Edits> out = new ArrayList<>();
    Node own = c.function(declared);
    Stmt last = null;
    for (Expr.Name use : c.uses(v)) {
      Node lit = outermost(c, use, own);
      Stmt s = lit == null ? null : c.statement(lit);
      if (s != null && s != last && s != c.statement(declared)) {
        Edits e = c.edits();
        c.before(e, s, v.name() + " := " + v.name());
        out.add(e);
        last = s;
      }
    }
    return out;
  }

  /** The literal that captures a use: the outermost inside the variable's function. */
  static @Nullable Node outermost(Case c, Node use, @Nullable Node own) {
    Node found = null;
    for (Node f = c.function(use); f != null && f != own; f = c.function(f)) {
      found = f;
    }
    return found;
  }
}

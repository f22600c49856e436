package dev.gomem.session.whatif;

import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Obj;
import java.util.List;

/** Declares the variable before the loop: one for all rounds. */
record DeclareOutside() implements Strategy {
  @Override
  public String key() {
    return "outside";
  }

  @Override
  public List<Edits> candidates(Case c) {
    Obj.Var v = c.variable;
    Node at = c.node();
    Stmt.ForStmt loop = at == null ? null : c.loop(at);
    if (v == null || loop == null || at == null) {
      return List.of();
    }
    Edits e = c.edits();
    Node p = c.outer(at);
    int define;
    if (p instanceof Stmt.AssignStmt a && a.op() == Operator.DEF && a.lhs() == at) {
      define = c.end(a.lhs());
    } else if (p instanceof Stmt.RangeClause r && r.def() && r.lhs() == at) {
      define = c.end(r.lhs());
    } else {
      return List.of();
    }
    int colon = c.source.text(define, c.source.length()).indexOf(":=");
    e.delete(define + colon, define + colon + 1);
    c.before(e, loop, "var " + v.name() + " " + c.typeText(v.type()));
    return List.of(e);
  }
}

package dev.gomem.session.whatif;

import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Obj;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Declares the holder inside the loop, so that it does not outlive the round. */
record DeclareInside() implements Strategy {
  @Override
  public String key() {
    return "inside";
  }

  @Override
  public List<Edits> candidates(Case c) {
    Node at = c.node();
    Stmt.ForStmt loop = at == null ? null : c.loop(at);
    List<Edits> out = new ArrayList<>();
    if (loop == null) {
      return out;
    }
    Set<Obj> assigned = assigned(c, loop);
    c.each(n -> {
      if (n instanceof Stmt s
          && c.function(s) == c.function(loop)
          && c.start(s) < c.start(loop)
          && c.statement(s) == s
          && declared(s) instanceof Expr.Name name
          && c.info.def(name) instanceof Obj.Var v
          && assigned.contains(v)) {
        Edits e = c.edits();
        String text = c.source.text(c.startOf(s), c.end(s));
        c.delete(e, s);
        e.insert(loop.body().pos().offset() + 1, "\n" + c.indent(loop) + "\t" + text);
        out.add(e);
      }
    });
    return out;
  }

  private static Expr.@Nullable Name declared(Stmt s) {
    if (s instanceof Stmt.DeclStmt d
        && d.decls().size() == 1
        && d.decls().get(0) instanceof Decl.VarDecl v
        && v.names().size() == 1) {
      return v.names().get(0);
    }
    return s instanceof Stmt.AssignStmt a
            && a.op() == Operator.DEF
            && a.lhs() instanceof Expr.Name n
        ? n
        : null;
  }

  /** Variables that a statement in the loop assigns to. */
  private static Set<Obj> assigned(Case c, Stmt.ForStmt loop) {
    Set<Obj> out = Collections.newSetFromMap(new IdentityHashMap<>());
    c.each(n -> {
      if (n instanceof Stmt.AssignStmt a && a.op() == null && c.loop(a) == loop) {
        for (Expr x : Expr.unpack(a.lhs())) {
          Obj o = x instanceof Expr.Name name ? c.info.use(name) : null;
          if (o != null) {
            out.add(o);
          }
        }
      }
    });
    return out;
  }
}

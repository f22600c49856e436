package dev.gomem.session.whatif;

import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.types.Obj;
import java.util.ArrayList;
import java.util.List;

/** Gives the variable to a function literal as an argument where that is called at once. */
record PassAsArgument() implements Strategy {
  @Override
  public String key() {
    return "argument";
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
    Node last = null;
    for (Expr.Name use : c.uses(v)) {
      Node lit = CopyBeforeCapture.outermost(c, use, own);
      if (lit instanceof Expr.FuncLit f
          && lit != last
          && c.outer(f) instanceof Expr.CallExpr call
          && Expr.unparen(call.fun()) == f) {
        List<Expr.Field> params = f.type().params();
        int close =
            params.isEmpty()
                ? c.closing(f.pos().offset() + "func".length()) - 1
                : c.end(params.get(params.size() - 1).type());
        String comma = params.isEmpty() ? "" : ", ";
        Edits e = c.edits();
        e.insert(close, comma + v.name() + " " + c.typeText(v.type()));
        e.insert(c.end(call) - 1, (call.args().isEmpty() ? "" : ", ") + v.name());
        out.add(e);
        last = lit;
      }
    }
    return out;
  }
}

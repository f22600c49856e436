package dev.gomem.session.whatif;

import dev.gomem.syntax.Expr;
import dev.gomem.types.Interface;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.List;

/** Hands a function the value instead of its address, where it takes values of any type. */
record PassValue() implements Strategy {
  @Override
  public String key() {
    return "print-value";
  }

  @Override
  public boolean copiesValue() {
    return true;
  }

  @Override
  public List<Edits> candidates(Case c) {
    List<Edits> out = new ArrayList<>();
    Edits all = c.edits();
    c.each(n -> {
      if (n instanceof Expr.CallExpr call && !c.isType(call.fun())) {
        for (int i = 0; i < call.args().size(); i++) {
          Expr arg = Expr.unparen(call.args().get(i));
          if (any(c, call, i) && c.pointee(arg) != null && ours(c, arg)) {
            ReturnValue.value(c, arg, all);
          }
        }
      }
    });
    out.add(all);
    return out;
  }

  /** The address of the variable, or a variable that holds what the site made. */
  private static boolean ours(Case c, Expr arg) {
    if (Case.isAddress(arg)) {
      return c.variable != null && arg instanceof Expr.Operation o && c.names(o.x(), c.variable);
    }
    return arg instanceof Expr.Name && c.decides(arg);
  }

  private static boolean any(Case c, Expr.CallExpr call, int i) {
    Type t = c.parameter(call, i);
    return t != null && t.underlying() instanceof Interface;
  }
}

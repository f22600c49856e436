package dev.gomem.session;

import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import dev.gomem.types.CellResult;
import dev.gomem.types.Obj;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which variables a cell's statements name. */
final class Uses {
  private final Set<Obj.Var> variables = Collections.newSetFromMap(new IdentityHashMap<>());

  Uses(CellResult cell) {
    for (Stmt s : cell.statements()) {
      Walk.preorder(
          s,
          n -> {
            if (n instanceof Expr.Name name && cell.info().use(name) instanceof Obj.Var v) {
              variables.add(v);
            }
            return true;
          });
    }
  }

  Set<Obj.Var> variables() {
    return variables;
  }
}

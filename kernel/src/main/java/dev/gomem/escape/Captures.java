package dev.gomem.escape;

import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The variables that a function literal uses and does not declare, for literals in code that gc
 * drops because it can't be reached: whoever compiles it all the same needs them.
 */
final class Captures {
  private Captures() {}

  private static final class Found {
    final Set<Obj.Var> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    final Set<Obj.Var> used = Collections.newSetFromMap(new IdentityHashMap<>());
    final List<Obj.Var> order = new ArrayList<>();

    void use(Obj.Var v) {
      if (used.add(v)) {
        order.add(v);
      }
    }
  }

  /** In order of first use. */
  static List<Obj.Var> of(Expr.FuncLit lit, Info info) {
    Found found = new Found();
    if (info.typeOf(lit) instanceof Signature sig) {
      found.inside.addAll(sig.params().vars()); // of the body of a loop over a function
    }
    look(lit, info, found);
    found.order.removeIf(found.inside::contains);
    return found.order;
  }

  private static void look(Node root, Info info, Found found) {
    Walk.preorder(
        root,
        n -> {
          if (n instanceof Stmt s && info.statement(s) != s) {
            look(info.statement(s), info, found);
            return false;
          }
          if (n instanceof Stmt.CallStmt c) {
            Obj.Var at = info.deferAt(c);
            if (at != null) {
              found.use(at);
            }
          }
          if (info.implicit(n) instanceof Obj.Var v) {
            found.inside.add(v);
          }
          if (n instanceof Expr.Name name) {
            if (info.def(name) instanceof Obj.Var v) {
              found.inside.add(v);
            } else if (info.use(name) instanceof Obj.Var v && isLocal(v)) {
              found.use(v);
            }
          }
          return true;
        });
  }

  private static boolean isLocal(Obj.Var v) {
    return v.kind() != Obj.VarKind.PACKAGE_VAR && v.kind() != Obj.VarKind.FIELD_VAR;
  }
}

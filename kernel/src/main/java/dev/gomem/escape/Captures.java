package dev.gomem.escape;

import dev.gomem.syntax.Expr;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
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

  /** In order of first use. */
  static List<Obj.Var> of(Expr.FuncLit lit, Info info) {
    Set<Obj.Var> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Obj.Var> used = new ArrayList<>();
    dev.gomem.syntax.Walk.preorder(
        lit,
        n -> {
          if (info.implicit(n) instanceof Obj.Var v) {
            inside.add(v);
          }
          if (n instanceof Expr.Name name) {
            if (info.def(name) instanceof Obj.Var v) {
              inside.add(v);
            } else if (info.use(name) instanceof Obj.Var v && isLocal(v) && !used.contains(v)) {
              used.add(v);
            }
          }
          return true;
        });
    used.removeIf(inside::contains);
    return used;
  }

  private static boolean isLocal(Obj.Var v) {
    return v.kind() != Obj.VarKind.PACKAGE_VAR && v.kind() != Obj.VarKind.FIELD_VAR;
  }
}

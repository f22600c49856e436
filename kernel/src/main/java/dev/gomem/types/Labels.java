package dev.gomem.types;

import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records which labels a function declares and which one a branch refers to. Their mistakes are
 * reported by the parser (as in gc, which has types2 ignore them), so that nothing is reported
 * here. Source: types2's labels.go.
 */
final class Labels {
  private final Checker check;

  Labels(Checker check) {
    this.check = check;
  }

  void labels(Stmt.BlockStmt body) {
    Map<String, Obj.Label> all = new HashMap<>();
    declare(body, all);
    use(body, all);
  }

  private void declare(@Nullable Stmt s, Map<String, Obj.Label> all) {
    if (s instanceof Stmt.LabeledStmt l) {
      String name = l.label().value();
      Obj.Label label = new Obj.Label(l.label().pos(), check.pkg, name);
      if (!name.equals("_") && all.putIfAbsent(name, label) == null) {
        check.recording.recordDef(l.label(), label);
      }
    }
    for (Stmt inner : children(s)) {
      declare(inner, all);
    }
  }

  private void use(@Nullable Stmt s, Map<String, Obj.Label> all) {
    if (s instanceof Stmt.BranchStmt b) {
      Expr.Name name = b.label();
      Obj.Label label = name != null ? all.get(name.value()) : null;
      if (name != null && label != null) {
        label.used = true;
        check.recording.recordUse(name, label);
      }
    }
    for (Stmt inner : children(s)) {
      use(inner, all);
    }
  }

  /** The statements directly inside; function literals have labels of their own. */
  static List<Stmt> children(@Nullable Stmt s) {
    return switch (s) {
      case Stmt.LabeledStmt l -> List.of(l.stmt());
      case Stmt.BlockStmt b -> b.list();
      case Stmt.IfStmt i -> i.els() != null ? List.of(i.then(), i.els()) : List.of(i.then());
      case Stmt.ForStmt f -> List.of(f.body());
      case Stmt.SwitchStmt sw -> sw.body().stream().flatMap(c -> c.body().stream()).toList();
      case Stmt.SelectStmt sel -> sel.body().stream().flatMap(c -> c.body().stream()).toList();
      case null, default -> List.of();
    };
  }
}

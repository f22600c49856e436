package dev.gomem.types;

import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which statements are terminating, so that no return is missing behind them. Source:
 * types2's return.go.
 */
final class Returns {
  private final Checker check;

  Returns(Checker check) {
    this.check = check;
  }

  /** {@code label} is the statement's, or "". */
  boolean isTerminating(Stmt s, String label) {
    return switch (s) {
      case Stmt.DeclStmt d -> false;
      case Stmt.EmptyStmt e -> false;
      case Stmt.SendStmt e -> false;
      case Stmt.AssignStmt a -> false;
      case Stmt.CallStmt c -> false;
      case Stmt.RangeClause r -> false;
      case Stmt.LabeledStmt l -> isTerminating(l.stmt(), l.label().value());
      case Stmt.ExprStmt e ->
          Exprs.unparen(e.x()) instanceof Expr.CallExpr call
              && check.env.isPanic != null
              && check.env.isPanic.contains(call);
      case Stmt.ReturnStmt r -> true;
      case Stmt.BranchStmt b ->
          b.kind() == Stmt.BranchKind.GOTO || b.kind() == Stmt.BranchKind.FALLTHROUGH;
      case Stmt.BlockStmt b -> isTerminatingList(b.list());
      case Stmt.IfStmt i ->
          i.els() != null && isTerminating(i.then(), "") && isTerminating(i.els(), "");
      case Stmt.SwitchStmt sw -> isTerminatingSwitch(sw.body(), label);
      case Stmt.SelectStmt sel -> {
        for (Stmt.CommClause c : sel.body()) {
          if (!isTerminatingList(c.body()) || hasBreakList(c.body(), label, true)) {
            yield false;
          }
        }
        yield true;
      }
      case Stmt.ForStmt f ->
          !(f.init() instanceof Stmt.RangeClause)
              && f.cond() == null
              && !hasBreak(f.body(), label, true);
    };
  }

  private boolean isTerminatingList(List<Stmt> list) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (!(list.get(i) instanceof Stmt.EmptyStmt)) {
        return isTerminating(list.get(i), "");
      }
    }
    return false;
  }

  private boolean isTerminatingSwitch(List<Stmt.CaseClause> body, String label) {
    boolean hasDefault = false;
    for (Stmt.CaseClause c : body) {
      if (c.cases() == null) {
        hasDefault = true;
      }
      if (!isTerminatingList(c.body()) || hasBreakList(c.body(), label, true)) {
        return false;
      }
    }
    return hasDefault;
  }

  /**
   * A break out of the statement labelled {@code label}, or, if {@code implicit}, one without a
   * label.
   */
  private static boolean hasBreak(@Nullable Stmt s, String label, boolean implicit) {
    return switch (s) {
      case null -> false;
      case Stmt.DeclStmt d -> false;
      case Stmt.EmptyStmt e -> false;
      case Stmt.ExprStmt e -> false;
      case Stmt.SendStmt e -> false;
      case Stmt.AssignStmt a -> false;
      case Stmt.CallStmt c -> false;
      case Stmt.ReturnStmt r -> false;
      case Stmt.RangeClause r -> false;
      case Stmt.LabeledStmt l -> hasBreak(l.stmt(), label, implicit);
      case Stmt.BranchStmt b ->
          b.kind() == Stmt.BranchKind.BREAK
              && (b.label() == null ? implicit : b.label().value().equals(label));
      case Stmt.BlockStmt b -> hasBreakList(b.list(), label, implicit);
      case Stmt.IfStmt i ->
          hasBreak(i.then(), label, implicit) || hasBreak(i.els(), label, implicit);
      case Stmt.SwitchStmt sw -> {
        boolean found = false;
        for (Stmt.CaseClause c : sw.body()) {
          found = found || !label.isEmpty() && hasBreakList(c.body(), label, false);
        }
        yield found;
      }
      case Stmt.SelectStmt sel -> {
        boolean found = false;
        for (Stmt.CommClause c : sel.body()) {
          found = found || !label.isEmpty() && hasBreakList(c.body(), label, false);
        }
        yield found;
      }
      case Stmt.ForStmt f -> !label.isEmpty() && hasBreak(f.body(), label, false);
    };
  }

  private static boolean hasBreakList(List<Stmt> list, String label, boolean implicit) {
    for (Stmt s : list) {
      if (hasBreak(s, label, implicit)) {
        return true;
      }
    }
    return false;
  }
}

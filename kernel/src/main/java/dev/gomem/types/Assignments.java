package dev.gomem.types;

import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** To be written. */
final class Assignments {
  private final Checker check;

  Assignments(Checker check) {
    this.check = check;
  }

  void initConst(Obj.Const lhs, Operand x) {
    throw new UnsupportedOperationException();
  }

  void initVar(Obj.Var lhs, Operand x, String context) {
    throw new UnsupportedOperationException();
  }

  void initVars(List<Obj.Var> lhs, List<Expr> rhs, @Nullable Stmt returnStmt) {
    throw new UnsupportedOperationException();
  }

  /** "1 variable", "2 variables". */
  static String measure(int x, String unit) {
    throw new UnsupportedOperationException();
  }
}

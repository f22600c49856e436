package dev.gomem.types;

import dev.gomem.syntax.Expr;

/** To be written. */
final class Calls {
  private final Checker check;

  Calls(Checker check) {
    this.check = check;
  }

  /** Evaluates expressions so that what they mention counts as used; false if one has an error. */
  boolean use(Expr... args) {
    throw new UnsupportedOperationException();
  }

  void selector(Operand x, Expr.SelectorExpr e, boolean wantType) {
    throw new UnsupportedOperationException();
  }
}

package dev.gomem.types;

import dev.gomem.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** To be written. */
final class Exprs {
  private final Checker check;

  Exprs(Checker check) {
    this.check = check;
  }

  /** What a generic function is assigned to: its signature helps to infer type arguments. */
  record Target(Signature sig, String desc) {}

  /** Null unless {@code typ} is a function type. */
  static @Nullable Target newTarget(@Nullable Type typ, String desc) {
    throw new UnsupportedOperationException();
  }

  void expr(@Nullable Target T, Operand x, Expr e) {
    throw new UnsupportedOperationException();
  }
}

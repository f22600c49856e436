package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** To be written. */
final class Operand {
  Info.Mode mode = Info.Mode.INVALID;
  @Nullable Expr expr;
  Type type = Universe.INVALID;
  @Nullable Constant val;
  @Nullable BuiltinId id;

  static String operandString(Operand x, @Nullable Qualifier qf) {
    throw new UnsupportedOperationException();
  }
}

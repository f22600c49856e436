package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Infers type arguments. Source: go/types' infer.go. */
final class Infer {
  private final Checker check;

  Infer(Checker check) {
    this.check = check;
  }

  /** Type parameters under new names, and a type that mentions them. */
  record Renamed(List<TypeParam> tparams, Type type) {}

  /**
   * All type arguments, or null with {@code err} set.
   *
   * @param targs those written; as long as {@code tparams} or shorter, null where unknown
   * @param reverse the roles of parameters and arguments in the message are exchanged
   */
  @Nullable List<Type> infer(
      Pos pos,
      List<TypeParam> tparams,
      List<@Nullable Type> targs,
      Tuple params,
      List<Operand> args,
      boolean reverse,
      ErrorDesc err) {
    throw new UnsupportedOperationException();
  }

  Renamed renameTParams(Pos pos, List<TypeParam> tparams, Type typ) {
    throw new UnsupportedOperationException();
  }

  /** Whether {@code typ} mentions one of {@code tparams}. */
  static boolean isParameterized(List<TypeParam> tparams, Type typ) {
    throw new UnsupportedOperationException();
  }
}

package dev.gomem.types;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import java.util.List;

/** Checks that instantiation ends. Source: go/types' mono.go. */
final class Mono {
  private final Checker check;

  Mono(Checker check) {
    this.check = check;
  }

  void recordCanon(TypeParam mpar, TypeParam tpar) {}

  void recordInstance(Package pkg, Pos pos, List<TypeParam> tparams, List<Type> targs, List<Expr> xlist) {}

  /** Reports an instantiation without end. */
  void monomorph() {}
}

package dev.gomem.types;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import java.util.List;

/** Collects package-level objects and imports. Source: go/types' resolver.go. */
final class Resolver {
  private final Checker check;

  Resolver(Checker check) {
    this.check = check;
  }

  void arity(Pos pos, List<Expr.Name> names, List<Expr> inits, boolean constDecl, boolean inherited) {
    throw new UnsupportedOperationException();
  }
}

package dev.gomem.types;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks declarations. Source: go/types' decl.go. */
final class Decls {
  private final Checker check;

  Decls(Checker check) {
    this.check = check;
  }

  void declare(Scope scope, Expr.@Nullable Name id, Obj obj, Pos pos) {
    throw new UnsupportedOperationException();
  }

  void objDecl(Obj obj) {
    throw new UnsupportedOperationException();
  }

  /** A constraint expression of a type parameter. */
  Type bound(Expr x) {
    throw new UnsupportedOperationException();
  }

  void declStmt(List<Decl> list) {
    throw new UnsupportedOperationException();
  }
}

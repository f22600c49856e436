package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/** To be written. */
final class Stmts {
  private final Checker check;

  Stmts(Checker check) {
    this.check = check;
  }

  void funcBody(@Nullable DeclInfo decl, String name, Signature sig, Stmt.BlockStmt body, @Nullable Constant iota) {
    throw new UnsupportedOperationException();
  }

  void openScope(Node node, String comment) {
    throw new UnsupportedOperationException();
  }

  void closeScope() {
    throw new UnsupportedOperationException();
  }
}

package dev.gomem.syntax;

import dev.gomem.source.Pos;

/**
 * The tree. Shapes, names and positions are those of gc's own tree
 * (cmd/compile/internal/syntax/nodes.go), so that every message can stand where gc puts it: {@link
 * #pos} is the position gc calls {@code n.Pos()} (the operator of a binary operation, the opening
 * parenthesis of a call, the dot-selected name's dot as gc has it, the assignment sign).
 *
 * <p>Nodes are records for their patterns, but they are compared by identity: side tables are
 * {@link java.util.IdentityHashMap}s, and {@code equals}/{@code hashCode} of a node must never be
 * called (they walk the subtree).
 */
public sealed interface Node
    permits Decl, Expr, Stmt, Node.File, Node.Cell, Node.Clause, Expr.Field {
  Pos pos();

  /** A parsed file. {@code eof} is the position of its end. */
  record File(
      Pos pos,
      java.util.List<Pragma> pragmas,
      Expr.Name pkgName,
      java.util.List<Decl> decls,
      Pos eof)
      implements Node {}

  /**
   * A parsed lesson cell: declarations and statements as they stand, in order. A declaration is a
   * {@link Stmt.DeclStmt} (import, const, type, var, and func, whose {@link Decl.FuncDecl} only
   * cells have there); everything else is a statement of {@code main}.
   */
  record Cell(
      Pos pos,
      java.util.List<Pragma> pragmas,
      java.util.List<Stmt> items,
      java.util.List<Pos> starts,
      Pos eof)
      implements Node {}

  /**
   * A comment that means something: {@code //go:noinline}, {@code //memory:show x}, {@code //? n:
   * heap}.
   */
  record Pragma(Pos pos, String text) {
    /** Its first word: {@code //go:noinline}. */
    public String verb() {
      int blank = text.indexOf(' ');
      return blank < 0 ? text : text.substring(0, blank);
    }
  }

  /** A case of a switch, or of a select. */
  sealed interface Clause extends Node permits Stmt.CaseClause, Stmt.CommClause {}
}

package dev.gomem.syntax;

import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declarations. Those of one parenthesised group share a {@link Group} (compared by identity). */
public sealed interface Decl extends Node {
  @Nullable Group group();

  List<Node.Pragma> pragmas();

  /** A parenthesised group; no content. */
  final class Group {}

  record ImportDecl(
      Pos pos,
      @Nullable Group group,
      List<Node.Pragma> pragmas,
      Expr.@Nullable Name localName,
      Expr.BasicLit path)
      implements Decl {}

  /**
   * {@code values} absent: repeats the previous one of its group; several values are a ListExpr.
   */
  record ConstDecl(
      Pos pos,
      @Nullable Group group,
      List<Node.Pragma> pragmas,
      List<Expr.Name> names,
      @Nullable Expr type,
      @Nullable Expr values)
      implements Decl {}

  record TypeDecl(
      Pos pos,
      @Nullable Group group,
      List<Node.Pragma> pragmas,
      Expr.Name name,
      List<Expr.Field> tparams,
      boolean alias,
      Expr type)
      implements Decl {}

  record VarDecl(
      Pos pos,
      @Nullable Group group,
      List<Node.Pragma> pragmas,
      List<Expr.Name> names,
      @Nullable Expr type,
      @Nullable Expr values)
      implements Decl {}

  /** {@code body} absent: declared elsewhere (library only). */
  record FuncDecl(
      Pos pos,
      List<Node.Pragma> pragmas,
      Expr.@Nullable Field recv,
      Expr.Name name,
      List<Expr.Field> tparams,
      Expr.FuncType type,
      Stmt.@Nullable BlockStmt body)
      implements Decl {
    @Override
    public @Nullable Group group() {
      return null;
    }
  }
}

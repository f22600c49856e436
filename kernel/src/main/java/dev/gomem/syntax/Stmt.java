package dev.gomem.syntax;

import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements, as in gc's tree. */
public sealed interface Stmt extends Node {
  /** What may stand before the semicolon of an if, for or switch, and as a whole statement. */
  sealed interface SimpleStmt extends Stmt {}

  record EmptyStmt(Pos pos) implements SimpleStmt {}

  record LabeledStmt(Pos pos, Expr.Name label, Stmt stmt) implements Stmt {}

  record BlockStmt(Pos pos, List<Stmt> list, Pos rbrace) implements Stmt {}

  record ExprStmt(Pos pos, Expr x) implements SimpleStmt {}

  record SendStmt(Pos pos, Expr chan, Expr value) implements SimpleStmt {}

  record DeclStmt(Pos pos, List<Decl> decls) implements Stmt {}

  /**
   * {@code lhs op= rhs}. {@code op} absent: plain assignment; DEF: {@code :=}. {@code x++} and
   * {@code x--} have ADD or SUB and no {@code rhs}.
   */
  record AssignStmt(Pos pos, @Nullable Operator op, Expr lhs, @Nullable Expr rhs)
      implements SimpleStmt {}

  record BranchStmt(Pos pos, BranchKind kind, Expr.@Nullable Name label) implements Stmt {}

  enum BranchKind {
    BREAK,
    CONTINUE,
    FALLTHROUGH,
    GOTO
  }

  /** {@code go} or {@code defer}; {@code call} is whatever expression the program wrote. */
  record CallStmt(Pos pos, boolean isDefer, Expr call) implements Stmt {}

  record ReturnStmt(Pos pos, @Nullable Expr results) implements Stmt {}

  /** {@code els} is an IfStmt, a BlockStmt or absent. */
  record IfStmt(Pos pos, @Nullable SimpleStmt init, Expr cond, BlockStmt then, @Nullable Stmt els)
      implements Stmt {}

  /** A range loop has a {@link RangeClause} as {@code init} and neither condition nor post. */
  record ForStmt(
      Pos pos,
      @Nullable SimpleStmt init,
      @Nullable Expr cond,
      @Nullable SimpleStmt post,
      BlockStmt body)
      implements Stmt {}

  /** {@code tag} may be a TypeSwitchGuard. */
  record SwitchStmt(
      Pos pos, @Nullable SimpleStmt init, @Nullable Expr tag, List<CaseClause> body, Pos rbrace)
      implements Stmt {}

  record SelectStmt(Pos pos, List<CommClause> body, Pos rbrace) implements Stmt {}

  /** {@code lhs} absent: {@code range x}. */
  record RangeClause(Pos pos, @Nullable Expr lhs, boolean def, Expr x) implements SimpleStmt {}

  /** {@code cases} absent: default. */
  record CaseClause(Pos pos, @Nullable Expr cases, List<Stmt> body, Pos colon)
      implements Node.Clause {}

  /** {@code comm} absent: default; else a SendStmt, ExprStmt or AssignStmt. */
  record CommClause(Pos pos, @Nullable SimpleStmt comm, List<Stmt> body, Pos colon)
      implements Node.Clause {}
}

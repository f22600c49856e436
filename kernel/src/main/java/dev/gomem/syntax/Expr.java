package dev.gomem.syntax;

import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions and types; one grammar, as in gc's tree. */
public sealed interface Expr extends Node {
  /** {@code x} without the parentheses around it. */
  static Expr unparen(Expr x) {
    Expr inner = x;
    while (inner instanceof ParenExpr p) {
      inner = p.x();
    }
    return inner;
  }

  /** The elements of a list, the expression itself, or nothing. */
  static List<Expr> unpack(@Nullable Expr x) {
    return switch (x) {
      case null -> List.of();
      case ListExpr list -> list.elems();
      default -> List.of(x);
    };
  }

  /** What the parser leaves where it reported an error. */
  record BadExpr(Pos pos) implements Expr {}

  record Name(Pos pos, String value) implements Expr {}

  /** {@code value} is the literal as written; {@code bad} if the scanner reported it. */
  record BasicLit(Pos pos, String value, LitKind kind, boolean bad) implements Expr {}

  enum LitKind {
    INT,
    FLOAT,
    IMAG,
    RUNE,
    STRING
  }

  /**
   * {@code Type{elems}}; type absent inside an outer literal. {@code nkeys} elements are {@link
   * KeyValueExpr}.
   */
  record CompositeLit(Pos pos, @Nullable Expr type, List<Expr> elems, int nkeys, Pos rbrace)
      implements Expr {}

  record KeyValueExpr(Pos pos, Expr key, Expr value) implements Expr {}

  record FuncLit(Pos pos, FuncType type, Stmt.BlockStmt body) implements Expr {}

  record ParenExpr(Pos pos, Expr x) implements Expr {}

  /** {@code x.sel}. */
  record SelectorExpr(Pos pos, Expr x, Name sel) implements Expr {}

  /** {@code x[index]}; several indices or type arguments are a {@link ListExpr}. */
  record IndexExpr(Pos pos, Expr x, Expr index) implements Expr {}

  /** {@code x[lo:hi:max]}; {@code full} if there are two colons. */
  record SliceExpr(
      Pos pos, Expr x, @Nullable Expr lo, @Nullable Expr hi, @Nullable Expr max, boolean full)
      implements Expr {}

  /** {@code x.(type)} with a written type. */
  record AssertExpr(Pos pos, Expr x, Expr type) implements Expr {}

  /** {@code lhs := x.(type)}; only as the tag of a switch. */
  record TypeSwitchGuard(Pos pos, @Nullable Name lhs, Expr x) implements Expr {}

  /** Unary if {@code y} is absent: {@code op x}; {@code *x} and {@code &x} are MUL and AND. */
  record Operation(Pos pos, Operator op, Expr x, @Nullable Expr y) implements Expr {}

  record CallExpr(Pos pos, Expr fun, List<Expr> args, boolean hasDots) implements Expr {}

  record ListExpr(Pos pos, List<Expr> elems) implements Expr {}

  /** {@code len} absent stands for {@code [...]}. */
  record ArrayType(Pos pos, @Nullable Expr len, Expr elem) implements Expr {}

  record SliceType(Pos pos, Expr elem) implements Expr {}

  /** {@code ...elem}, the last parameter's type. */
  record DotsType(Pos pos, Expr elem) implements Expr {}

  /** {@code tags.get(i)} is field i's tag or null; as long as {@code fields} or empty. */
  record StructType(Pos pos, List<Field> fields, List<@Nullable BasicLit> tags) implements Expr {}

  /**
   * A parameter, result, struct field, interface element or type parameter. Fields declared
   * together share the type node (identity tells). An embedded field or an anonymous parameter has
   * no name.
   */
  record Field(Pos pos, @Nullable Name name, Expr type) implements Node {}

  /** Methods have a name and a {@link FuncType}; embedded elements and unions have no name. */
  record InterfaceType(Pos pos, List<Field> methods) implements Expr {}

  record FuncType(Pos pos, List<Field> params, List<Field> results) implements Expr {}

  record MapType(Pos pos, Expr key, Expr value) implements Expr {}

  record ChanType(Pos pos, ChanDir dir, Expr elem) implements Expr {}

  enum ChanDir {
    BOTH,
    SEND_ONLY,
    RECV_ONLY
  }
}

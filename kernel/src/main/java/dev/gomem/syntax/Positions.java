package dev.gomem.syntax;

import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a node starts and about where it ends. {@link Node#pos} is the place gc reports a node at,
 * often its operator; these two are the ones gc takes for scopes and for whole operands
 * (cmd/compile/internal/syntax/positions.go), with the same roughness: the end of a parenthesised
 * expression is that of the inner one, the end of a slice expression that of the sliced operand.
 */
public final class Positions {
  private Positions() {}

  /** The position of the leftmost token of {@code n}; of a file its very beginning. */
  public static Pos start(Node n) {
    Node m = n;
    while (true) {
      @Nullable Node left =
          switch (m) {
            case Expr.CompositeLit x -> x.type();
            case Expr.KeyValueExpr x -> x.key();
            case Expr.SelectorExpr x -> x.x();
            case Expr.IndexExpr x -> x.x();
            case Expr.AssertExpr x -> x.x();
            case Expr.TypeSwitchGuard x -> x.lhs() != null ? x.lhs() : x.x();
            case Expr.Operation x -> x.y() != null ? x.x() : null;
            case Expr.CallExpr x -> x.fun();
            case Expr.ListExpr x -> first(x.elems());
            case Stmt.SendStmt x -> x.chan();
            case Stmt.AssignStmt x -> x.lhs();
            case Stmt.RangeClause x -> x.lhs() != null ? x.lhs() : x.x();
            case Expr.BadExpr _, Expr.Name _, Expr.BasicLit _, Expr.FuncLit _, Expr.ParenExpr _ ->
                null;
            case Expr.SliceExpr _ -> null; // the bracket, as in gc
            case Expr.ArrayType _, Expr.SliceType _, Expr.DotsType _, Expr.StructType _ -> null;
            case Expr.InterfaceType _, Expr.FuncType _, Expr.MapType _, Expr.ChanType _ -> null;
            case Stmt.EmptyStmt _, Stmt.LabeledStmt _, Stmt.BlockStmt _, Stmt.ExprStmt _ -> null;
            case Stmt.DeclStmt _, Stmt.BranchStmt _, Stmt.CallStmt _, Stmt.ReturnStmt _ -> null;
            case Stmt.IfStmt _, Stmt.ForStmt _, Stmt.SwitchStmt _, Stmt.SelectStmt _ -> null;
            case Decl _, Node.Clause _, Expr.Field _ -> null;
            case Node.File _, Node.Cell _ -> null;
          };
      if (left == null) {
        return m instanceof Node.File || m instanceof Node.Cell ? beginning(m.pos()) : m.pos();
      }
      m = left;
    }
  }

  private static Pos beginning(Pos pos) {
    return pos.isKnown() ? new Pos(pos.source(), 0) : pos;
  }

  /**
   * About the end of {@code n}; exact only for names, literals, and what ends in a brace (its
   * position).
   */
  public static Pos end(Node n) {
    Node m = n;
    while (true) {
      @Nullable Node right;
      switch (m) {
        case Node.File x -> {
          return x.eof();
        }
        case Node.Cell x -> {
          return x.eof();
        }
        case Expr.Name x -> {
          return after(x.pos(), utf8Length(x.value()));
        }
        case Expr.BasicLit x -> {
          return after(x.pos(), utf8Length(x.value()));
        }
        case Expr.CompositeLit x -> {
          return x.rbrace();
        }
        case Stmt.BlockStmt x -> {
          return x.rbrace();
        }
        case Stmt.SwitchStmt x -> {
          return x.rbrace();
        }
        case Stmt.SelectStmt x -> {
          return x.rbrace();
        }
        case Stmt.AssignStmt x -> {
          if (x.rhs() == null) {
            return after(end(x.lhs()), 2);
          }
          right = x.rhs();
        }
        case Decl.ImportDecl x -> right = x.path();
        case Decl.ConstDecl x -> right = lastOf(x.values(), x.type(), x.names());
        case Decl.VarDecl x -> right = lastOf(x.values(), x.type(), x.names());
        case Decl.TypeDecl x -> right = x.type();
        case Decl.FuncDecl x -> right = x.body() != null ? x.body() : x.type();
        case Expr.BadExpr _ -> right = null;
        case Expr.KeyValueExpr x -> right = x.value();
        case Expr.FuncLit x -> right = x.body();
        case Expr.ParenExpr x -> right = x.x();
        case Expr.SelectorExpr x -> right = x.sel();
        case Expr.IndexExpr x -> right = x.index();
        case Expr.SliceExpr x -> right = x.x();
        case Expr.AssertExpr x -> right = x.type();
        case Expr.TypeSwitchGuard x -> right = x.x();
        case Expr.Operation x -> right = x.y() != null ? x.y() : x.x();
        case Expr.CallExpr x -> right = x.args().isEmpty() ? x.fun() : x.args().getLast();
        case Expr.ListExpr x -> right = last(x.elems());
        case Expr.ArrayType x -> right = x.elem();
        case Expr.SliceType x -> right = x.elem();
        case Expr.DotsType x -> right = x.elem();
        case Expr.StructType x -> right = last(x.fields());
        case Expr.Field x -> right = x.type();
        case Expr.InterfaceType x -> right = last(x.methods());
        case Expr.FuncType x ->
            right = x.results().isEmpty() ? last(x.params()) : x.results().getLast();
        case Expr.MapType x -> right = x.value();
        case Expr.ChanType x -> right = x.elem();
        case Stmt.EmptyStmt _ -> right = null;
        case Stmt.LabeledStmt x -> right = x.stmt();
        case Stmt.ExprStmt x -> right = x.x();
        case Stmt.SendStmt x -> right = x.value();
        case Stmt.DeclStmt x -> right = last(x.decls());
        case Stmt.BranchStmt x -> right = x.label();
        case Stmt.CallStmt x -> right = x.call();
        case Stmt.ReturnStmt x -> right = x.results();
        case Stmt.IfStmt x -> right = x.els() != null ? x.els() : x.then();
        case Stmt.ForStmt x -> right = x.body();
        case Stmt.RangeClause x -> right = x.x();
        case Stmt.CaseClause x -> {
          if (x.body().isEmpty()) {
            return x.colon();
          }
          right = x.body().getLast();
        }
        case Stmt.CommClause x -> {
          if (x.body().isEmpty()) {
            return x.colon();
          }
          right = x.body().getLast();
        }
      }
      if (right == null) {
        return m.pos();
      }
      m = right;
    }
  }

  private static @Nullable Node lastOf(
      @Nullable Expr values, @Nullable Expr type, List<Expr.Name> names) {
    return values != null ? values : type != null ? type : last(names);
  }

  private static @Nullable Node first(List<? extends Node> list) {
    return list.isEmpty() ? null : list.getFirst();
  }

  private static @Nullable Node last(List<? extends Node> list) {
    return list.isEmpty() ? null : list.getLast();
  }

  private static Pos after(Pos pos, int bytes) {
    return pos.isKnown() ? new Pos(pos.source(), pos.offset() + bytes) : pos;
  }

  private static int utf8Length(String s) {
    int n = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      n += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
    }
    return n;
  }
}

package dev.gomem.types;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where nodes begin and end in the text. A node's own position is often in its middle (an operator, a dot), and
 * messages stand at its beginning. Ends are approximate: closing parentheses are not in the tree. Source: gc's
 * syntax/positions.go.
 */
final class Positions {
  private Positions() {}

  /** The position of the leftmost token of {@code n}. */
  static Pos startPos(Node n) {
    Node m = n;
    while (true) {
      Node next =
          switch (m) {
            case Expr.CompositeLit x -> x.type();
            case Expr.KeyValueExpr x -> x.key();
            case Expr.SelectorExpr x -> x.x();
            case Expr.IndexExpr x -> x.x();
            case Expr.AssertExpr x -> x.x();
            case Expr.TypeSwitchGuard x -> x.lhs() != null ? x.lhs() : x.x();
            case Expr.Operation x -> x.y() != null ? x.x() : null;
            case Expr.CallExpr x -> x.fun();
            case Expr.ListExpr x -> x.elems().isEmpty() ? null : x.elems().getFirst();
            case Stmt.SendStmt x -> x.chan();
            case Stmt.AssignStmt x -> x.lhs();
            case Stmt.RangeClause x -> x.lhs() != null ? x.lhs() : x.x();
            default -> null;
          };
      if (next == null) {
        return m instanceof Node.File f && f.pos().isKnown() ? new Pos(f.pos().source(), 0) : m.pos();
      }
      m = next;
    }
  }

  /** The position just behind the last token of {@code n} that the tree knows. */
  static Pos endPos(Node n) {
    Node m = n;
    while (true) {
      switch (m) {
        case Expr.Name x -> {
          return after(x.pos(), x.value());
        }
        case Expr.BasicLit x -> {
          return after(x.pos(), x.value());
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
        case Node.File x -> {
          return x.eof();
        }
        case Node.Cell x -> {
          return x.eof();
        }
        default -> {}
      }
      Node next =
          switch (m) {
            case Decl.ImportDecl x -> x.path();
            case Decl.ConstDecl x -> valuesOrNames(x.values(), x.type(), x.names());
            case Decl.VarDecl x -> valuesOrNames(x.values(), x.type(), x.names());
            case Decl.TypeDecl x -> x.type();
            case Decl.FuncDecl x -> x.body() != null ? x.body() : x.type();
            case Expr.KeyValueExpr x -> x.value();
            case Expr.FuncLit x -> x.body();
            case Expr.ParenExpr x -> x.x();
            case Expr.SelectorExpr x -> x.sel();
            case Expr.IndexExpr x -> x.index();
            case Expr.SliceExpr x ->
                x.max() != null ? x.max() : x.hi() != null ? x.hi() : x.lo() != null ? x.lo() : x.x();
            case Expr.AssertExpr x -> x.type();
            case Expr.TypeSwitchGuard x -> x.x();
            case Expr.Operation x -> x.y() != null ? x.y() : x.x();
            case Expr.CallExpr x -> x.args().isEmpty() ? x.fun() : x.args().getLast();
            case Expr.ListExpr x -> last(x.elems());
            case Expr.ArrayType x -> x.elem();
            case Expr.SliceType x -> x.elem();
            case Expr.DotsType x -> x.elem();
            case Expr.StructType x -> last(x.fields());
            case Expr.Field x -> x.type();
            case Expr.InterfaceType x -> last(x.methods());
            case Expr.FuncType x -> x.results().isEmpty() ? last(x.params()) : x.results().getLast();
            case Expr.MapType x -> x.value();
            case Expr.ChanType x -> x.elem();
            case Stmt.LabeledStmt x -> x.stmt();
            case Stmt.ExprStmt x -> x.x();
            case Stmt.SendStmt x -> x.value();
            case Stmt.DeclStmt x -> last(x.decls());
            case Stmt.AssignStmt x -> x.rhs() != null ? x.rhs() : x.lhs();
            case Stmt.BranchStmt x -> x.label();
            case Stmt.CallStmt x -> x.call();
            case Stmt.ReturnStmt x -> x.results();
            case Stmt.IfStmt x -> x.els() != null ? x.els() : x.then();
            case Stmt.ForStmt x -> x.body();
            case Stmt.RangeClause x -> x.x();
            case Stmt.CaseClause x -> last(x.body());
            case Stmt.CommClause x -> last(x.body());
            default -> null;
          };
      if (next == null) {
        return m.pos();
      }
      m = next;
    }
  }

  private static @Nullable Node valuesOrNames(
      @Nullable Expr values, @Nullable Expr type, List<Expr.Name> names) {
    return values != null ? values : type != null ? type : last(names);
  }

  private static @Nullable Node last(List<? extends Node> list) {
    return list.isEmpty() ? null : list.getLast();
  }

  private static Pos after(Pos p, String text) {
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      n += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return new Pos(p.source(), p.offset() + n);
  }
}

package dev.gomem.syntax;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The children of every kind of node, in source order as gc's walk has them. A type that several
 * fields share is a child of each of them. Stages that treat every kind of node alike use this; all
 * others switch over the kinds.
 */
public final class Walk {
  private Walk() {}

  /**
   * Visits {@code root} and what is below it, parents first, leaving out what is below a node that
   * gives false.
   */
  public static void preorder(Node root, Predicate<? super Node> visit) {
    if (visit.test(root)) {
      children(root, child -> preorder(child, visit));
    }
  }

  /** Calls {@code visit} for each child of {@code n}. */
  public static void children(Node n, Consumer<? super Node> visit) {
    switch (n) {
      case Node.File x -> {
        visit.accept(x.pkgName());
        all(x.decls(), visit);
      }
      case Node.Cell x -> all(x.items(), visit);
      case Node.Clause x -> clause(x, visit);
      case Decl x -> decl(x, visit);
      case Expr x -> expr(x, visit);
      case Stmt x -> stmt(x, visit);
      case Expr.Field x -> {
        one(x.name(), visit);
        one(x.type(), visit);
      }
    }
  }

  private static void one(@Nullable Node n, Consumer<? super Node> visit) {
    if (n != null) {
      visit.accept(n);
    }
  }

  private static void all(List<? extends @Nullable Node> list, Consumer<? super Node> visit) {
    for (Node n : list) {
      one(n, visit);
    }
  }

  private static void decl(Decl n, Consumer<? super Node> visit) {
    switch (n) {
      case Decl.ImportDecl x -> {
        one(x.localName(), visit);
        one(x.path(), visit);
      }
      case Decl.ConstDecl x -> {
        all(x.names(), visit);
        one(x.type(), visit);
        one(x.values(), visit);
      }
      case Decl.VarDecl x -> {
        all(x.names(), visit);
        one(x.type(), visit);
        one(x.values(), visit);
      }
      case Decl.TypeDecl x -> {
        one(x.name(), visit);
        all(x.tparams(), visit);
        one(x.type(), visit);
      }
      case Decl.FuncDecl x -> {
        one(x.recv(), visit);
        one(x.name(), visit);
        all(x.tparams(), visit);
        one(x.type(), visit);
        one(x.body(), visit);
      }
    }
  }

  private static void expr(Expr n, Consumer<? super Node> visit) {
    switch (n) {
      case Expr.BadExpr _, Expr.Name _, Expr.BasicLit _ -> {}
      case Expr.CompositeLit x -> {
        one(x.type(), visit);
        all(x.elems(), visit);
      }
      case Expr.KeyValueExpr x -> {
        one(x.key(), visit);
        one(x.value(), visit);
      }
      case Expr.FuncLit x -> {
        one(x.type(), visit);
        one(x.body(), visit);
      }
      case Expr.ParenExpr x -> one(x.x(), visit);
      case Expr.SelectorExpr x -> {
        one(x.x(), visit);
        one(x.sel(), visit);
      }
      case Expr.IndexExpr x -> {
        one(x.x(), visit);
        one(x.index(), visit);
      }
      case Expr.SliceExpr x -> {
        one(x.x(), visit);
        one(x.lo(), visit);
        one(x.hi(), visit);
        one(x.max(), visit);
      }
      case Expr.AssertExpr x -> {
        one(x.x(), visit);
        one(x.type(), visit);
      }
      case Expr.TypeSwitchGuard x -> {
        one(x.lhs(), visit);
        one(x.x(), visit);
      }
      case Expr.Operation x -> {
        one(x.x(), visit);
        one(x.y(), visit);
      }
      case Expr.CallExpr x -> {
        one(x.fun(), visit);
        all(x.args(), visit);
      }
      case Expr.ListExpr x -> all(x.elems(), visit);
      case Expr.ArrayType x -> {
        one(x.len(), visit);
        one(x.elem(), visit);
      }
      case Expr.SliceType x -> one(x.elem(), visit);
      case Expr.DotsType x -> one(x.elem(), visit);
      case Expr.StructType x -> {
        all(x.fields(), visit);
        all(x.tags(), visit);
      }
      case Expr.InterfaceType x -> all(x.methods(), visit);
      case Expr.FuncType x -> {
        all(x.params(), visit);
        all(x.results(), visit);
      }
      case Expr.MapType x -> {
        one(x.key(), visit);
        one(x.value(), visit);
      }
      case Expr.ChanType x -> one(x.elem(), visit);
    }
  }

  private static void stmt(Stmt n, Consumer<? super Node> visit) {
    switch (n) {
      case Stmt.EmptyStmt _ -> {}
      case Stmt.LabeledStmt x -> {
        one(x.label(), visit);
        one(x.stmt(), visit);
      }
      case Stmt.BlockStmt x -> all(x.list(), visit);
      case Stmt.ExprStmt x -> one(x.x(), visit);
      case Stmt.SendStmt x -> {
        one(x.chan(), visit);
        one(x.value(), visit);
      }
      case Stmt.DeclStmt x -> all(x.decls(), visit);
      case Stmt.AssignStmt x -> {
        one(x.lhs(), visit);
        one(x.rhs(), visit);
      }
      case Stmt.BranchStmt x -> one(x.label(), visit);
      case Stmt.CallStmt x -> one(x.call(), visit);
      case Stmt.ReturnStmt x -> one(x.results(), visit);
      case Stmt.IfStmt x -> {
        one(x.init(), visit);
        one(x.cond(), visit);
        one(x.then(), visit);
        one(x.els(), visit);
      }
      case Stmt.ForStmt x -> {
        one(x.init(), visit);
        one(x.cond(), visit);
        one(x.post(), visit);
        one(x.body(), visit);
      }
      case Stmt.SwitchStmt x -> {
        one(x.init(), visit);
        one(x.tag(), visit);
        all(x.body(), visit);
      }
      case Stmt.SelectStmt x -> all(x.body(), visit);
      case Stmt.RangeClause x -> {
        one(x.lhs(), visit);
        one(x.x(), visit);
      }
    }
  }

  private static void clause(Node.Clause n, Consumer<? super Node> visit) {
    switch (n) {
      case Stmt.CaseClause x -> {
        one(x.cases(), visit);
        all(x.body(), visit);
      }
      case Stmt.CommClause x -> {
        one(x.comm(), visit);
        all(x.body(), visit);
      }
    }
  }
}

package dev.gomem.syntax;

import dev.gomem.source.Pos;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree as text, node by node with all positions, in the form the oracle writes gc's trees. */
final class TreeDump {
  private final StringBuilder out = new StringBuilder();
  private final Map<Decl.Group, Integer> groups = new IdentityHashMap<>();
  private @Nullable Expr last;

  static String of(Node n) {
    TreeDump d = new TreeDump();
    d.node(n);
    return d.out.toString();
  }

  private void node(Node n) {
    out.append(n.getClass().getSimpleName());
    word(at(n.pos()));
    word(at(Positions.start(n)));
    word(Positions.end(n).offset());
    switch (n) {
      case Node.File x -> word(at(x.eof()));
      case Decl.ImportDecl x -> word(group(x));
      case Decl.ConstDecl x -> {
        word(group(x));
        word(text(x.type()));
        word(text(x.values()));
      }
      case Decl.VarDecl x -> {
        word(group(x));
        word(text(x.type()));
        word(text(x.values()));
      }
      case Decl.TypeDecl x -> {
        word(group(x));
        word(x.alias());
        word(text(x.type()));
      }
      case Expr.Name x -> word(x.value());
      case Expr.BasicLit x -> {
        word(x.value());
        word(x.kind().ordinal());
        word(x.bad());
      }
      case Expr.CompositeLit x -> {
        word(x.nkeys());
        word(at(x.rbrace()));
      }
      case Expr.SliceExpr x -> {
        word(x.full());
        word(x.lo() != null);
        word(x.hi() != null);
        word(x.max() != null);
      }
      case Expr.Operation x -> {
        word(x.op().text());
        word(x.y() != null);
      }
      case Expr.CallExpr x -> word(x.hasDots());
      case Expr.ChanType x -> word(x.dir().ordinal());
      case Expr.Field x -> {
        word(x.type() == last);
        word(text(x.type()));
        last = x.type();
      }
      case Stmt.BlockStmt x -> word(at(x.rbrace()));
      case Stmt.SwitchStmt x -> word(at(x.rbrace()));
      case Stmt.SelectStmt x -> word(at(x.rbrace()));
      case Stmt.CaseClause x -> {
        word(at(x.colon()));
        word(text(x.cases()));
      }
      case Stmt.CommClause x -> word(at(x.colon()));
      case Stmt.ExprStmt x -> word(text(x.x()));
      case Stmt.AssignStmt x -> word(text(x));
      case Stmt.BranchStmt x -> word(x.kind().name().toLowerCase(java.util.Locale.ROOT));
      case Stmt.CallStmt x -> word(x.isDefer() ? "defer" : "go");
      case Stmt.ReturnStmt x -> word(text(x.results()));
      case Stmt.RangeClause x -> word(x.def());
      default -> {}
    }
    out.append(" {\n");
    Walk.children(n, this::node);
    out.append("}\n");
  }

  private void word(Object word) {
    out.append(' ').append(word);
  }

  private static String at(Pos pos) {
    return pos.line() + ":" + pos.column();
  }

  private static String text(@Nullable Node n) {
    return n == null ? "-" : Printer.shortForm(n);
  }

  private int group(Decl d) {
    Decl.Group g = d.group();
    return g == null ? 0 : groups.computeIfAbsent(g, _ -> groups.size() + 1);
  }
}

package dev.gomem.ir;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.Stage;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import dev.gomem.types.BuiltinId;
import dev.gomem.types.Chan;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What correct Go the later stages can't do yet, said at its place: to be asked between the checker
 * and escape analysis. Each word goes when its issue is done.
 */
public final class Subset {
  private final Info info;
  private final List<Diagnostic> found = new ArrayList<>();

  private Subset(Info info) {
    this.info = info;
  }

  /**
   * @param roots files of a program, or a cell
   * @return in source order, one a line
   */
  public static List<Diagnostic> check(List<? extends Node> roots, Info info) {
    Subset s = new Subset(info);
    for (Node n : roots) {
      Walk.preorder(
          n,
          x -> {
            s.visit(x);
            return true;
          });
    }
    s.found.sort((a, b) -> a.pos().compareTo(b.pos()));
    List<Diagnostic> out = new ArrayList<>();
    for (Diagnostic d : s.found) {
      if (out.isEmpty() || out.get(out.size() - 1).pos().line() != d.pos().line()) {
        out.add(d);
      }
    }
    return List.copyOf(out);
  }

  private void no(Pos pos, String what) {
    found.add(Diagnostic.of(pos, "NotSupportedYet", "not supported yet: " + what, Stage.IR));
  }

  private void visit(Node n) {
    switch (n) {
      case Stmt.CallStmt c when !c.isDefer() -> no(c.pos(), "goroutines");
      case Stmt.SelectStmt s -> no(s.pos(), "select");
      case Stmt.SendStmt s -> no(s.pos(), "channels");
      case Stmt.RangeClause r -> range(r);
      case Expr.Operation o when o.op() == Operator.RECV && o.y() == null ->
          no(o.pos(), "channels");
      case Expr.CallExpr c -> call(c);
      default -> {}
    }
  }

  private void range(Stmt.RangeClause r) {
    if (info.typeOf(r.x()).underlying() instanceof Signature) {
      no(r.pos(), "range over functions");
    } else if (info.typeOf(r.x()).underlying() instanceof Chan) {
      no(r.pos(), "channels");
    }
  }

  private void call(Expr.CallExpr c) {
    BuiltinId id = builtin(c);
    if (id == BuiltinId.CLOSE) {
      no(c.pos(), "channels");
    } else if ((id == BuiltinId.MAKE || id == BuiltinId.LEN || id == BuiltinId.CAP)
        && !c.args().isEmpty()) {
      Info.TypeAndValue tv = info.typeAndValue(c.args().get(0));
      if (tv != null && tv.type().underlying() instanceof Chan) {
        no(c.pos(), "channels");
      }
    }
  }

  private @Nullable BuiltinId builtin(Expr.CallExpr c) {
    return ExprBuilder.unparen(c.fun()) instanceof Expr.Name n
            && info.use(n) instanceof Obj.Builtin b
        ? b.id()
        : null;
  }
}

package dev.gomem.ir;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.Stage;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import dev.gomem.types.Info;
import dev.gomem.types.Signature;
import java.util.ArrayList;
import java.util.List;

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
      case Stmt.RangeClause r -> range(r);
      default -> {}
    }
  }

  private void range(Stmt.RangeClause r) {
    if (info.typeOf(r.x()).underlying() instanceof Signature) {
      no(r.pos(), "range over functions");
    }
  }
}

package dev.gomem.session;

import dev.gomem.escape.AllocSite;
import dev.gomem.escape.CellGraph;
import dev.gomem.escape.EscapeResult;
import dev.gomem.escape.Placement;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cell whose decisions can be asked about: its tree and what escape analysis found.
 *
 * @param tree a file or a lesson cell
 * @param before lesson cells before it in the session; -1 for a program
 * @param placement the rule it ran under
 * @param run the machine's number of its first run
 * @param made what a program's sites made; a lesson's machine is there to be asked
 */
record Explained(
    Source source,
    Node tree,
    Info info,
    EscapeResult escape,
    int before,
    Placement placement,
    int run,
    List<Made> made) {

  /** What a site made in one run. */
  record Made(Pos pos, String kind, long count, long bytes) {}

  boolean program() {
    return before < 0;
  }

  /**
   * Something a learner can ask about.
   *
   * @param site null for a variable whose address nobody takes
   */
  record Subject(
      String name,
      String function,
      Pos pos,
      Obj.@Nullable Var variable,
      @Nullable AllocSite site) {}

  /** All of them in order of place: sites, then variables that need none. */
  List<Subject> subjects(CellGraph main) {
    List<Subject> out = new ArrayList<>();
    List<AllocSite> rest = new ArrayList<>(escape.sites());
    rest.removeIf(s -> s.pos().source() != source);
    Map<Pos, AllocSite> instances = new HashMap<>(); // variables of generic functions
    for (AllocSite s : rest) {
      if (s.kind() == AllocSite.Kind.VARIABLE) {
        instances.putIfAbsent(s.pos(), s);
      }
    }
    Walk.preorder(
        tree,
        n -> {
          Obj o = n instanceof Expr.Name name ? info.def(name) : info.implicit(n);
          if (o instanceof Obj.Var v && local(v)) {
            AllocSite own = program() ? null : main.variable(v);
            AllocSite site = own != null ? own : escape.variable(v);
            site = site != null ? site : instances.get(v.pos());
            out.add(new Subject(v.name(), function(v.pos()), v.pos(), v, site));
          }
          return true;
        });
    Set<List<Object>> seen = new HashSet<>();
    for (AllocSite s : rest) {
      // Instances of a generic function mostly agree.
      boolean fresh =
          seen.add(
              List.of(s.pos().offset(), s.kind(), s.subject(), s.gc().heap(), s.simple().heap()));
      if (fresh && s.kind() != AllocSite.Kind.VARIABLE) {
        out.add(new Subject(s.subject(), s.function(), s.pos(), null, s));
      }
    }
    out.sort((a, b) -> Integer.compare(a.pos().offset(), b.pos().offset()));
    return out;
  }

  private static boolean local(Obj.Var v) {
    return !v.name().isEmpty()
        && !v.name().equals("_")
        && v.kind() != Obj.VarKind.PACKAGE_VAR
        && v.kind() != Obj.VarKind.FIELD_VAR;
  }

  /** The package variable of that name that the cell declares, or null. */
  Obj.@Nullable Var packageVariable(String name) {
    Obj.Var[] found = new Obj.Var[1];
    Walk.preorder(
        tree,
        n -> {
          if (n instanceof Expr.Name e
              && info.def(e) instanceof Obj.Var v
              && v.kind() == Obj.VarKind.PACKAGE_VAR
              && v.name().equals(name)) {
            found[0] = v;
          }
          return !(n instanceof Expr.FuncLit);
        });
    return found[0];
  }

  /** The declared function around a place; {@code main} for lines of a lesson cell. */
  String function(Pos pos) {
    Decl.FuncDecl f = enclosing(pos);
    return f == null ? "main" : f.name().value();
  }

  Decl.@Nullable FuncDecl enclosing(Pos pos) {
    for (Decl d : decls()) {
      if (d instanceof Decl.FuncDecl f
          && f.body() != null
          && f.pos().offset() <= pos.offset()
          && pos.offset() <= f.body().rbrace().offset()) {
        return f;
      }
    }
    return null;
  }

  List<Decl> decls() {
    return switch (tree) {
      case Node.File f -> f.decls();
      case Node.Cell c -> {
        List<Decl> out = new ArrayList<>();
        for (Stmt s : c.items()) {
          if (s instanceof Stmt.DeclStmt d) {
            out.addAll(d.decls());
          }
        }
        yield out;
      }
      default -> List.of();
    };
  }
}

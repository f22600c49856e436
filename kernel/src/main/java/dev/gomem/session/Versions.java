package dev.gomem.session;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.source.Words;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import dev.gomem.types.CellResult;
import dev.gomem.types.CellScope;
import dev.gomem.types.Checker;
import dev.gomem.types.Config;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Predicates;
import dev.gomem.types.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cell that declares a name anew takes along what earlier cells declared with the older meaning:
 * functions, methods, types and constants that depend on it, directly or through one another, are
 * checked and compiled again with the cell, as new versions; values, closures and live frames keep
 * theirs. Variables are never taken along: they have a value, and it has its type. A declaration
 * that does not check any more stays behind, and each use of it is an error from then on.
 *
 * <p>Dependence goes by name, as binding does: {@code f} for what is declared at package level,
 * {@code .m} for anything selected as {@code m}, {@code T.m} for T's method itself.
 */
final class Versions {
  /**
   * A declaration of an earlier cell, checked again.
   *
   * @param decl what is checked: the declaration itself, or a line of a group of constants in which
   *     names that are not taken along are blank
   * @param item where it stands
   * @param tree the cell that it stands in
   */
  record Carried(Decl decl, Stmt.DeclStmt item, Node.Cell tree) {}

  /**
   * @param cell the cell with what it takes along
   * @param carried what it takes along
   * @param notes what no longer checks, told to the learner
   */
  record Checked(CellResult cell, List<Carried> carried, List<String> notes) {}

  /** A declaration in force, and the names it was bound to. */
  private record Current(
      Decl decl,
      Stmt.DeclStmt item,
      Node.Cell tree,
      List<String> keys,
      List<Obj> objects,
      Set<String> needs) {}

  private final CellScope before;
  private final Node.Cell tree;
  private final Config config;
  private final Words words;

  /** Keys of all that the cell declares itself. */
  private final Set<String> own = new HashSet<>();

  /** By key, in order of declaration; null for what is in force but never taken along. */
  private final Map<String, @Nullable Current> inForce = new LinkedHashMap<>();

  private Versions(CellScope before, Node.Cell tree, Config config, Words words) {
    this.before = before;
    this.tree = tree;
    this.config = config;
    this.words = words;
  }

  /** Checks a cell, with all it takes along. */
  static Checked check(
      CellScope before, Node.Cell tree, List<CellRecord> cells, Config config, Words words) {
    CellResult alone = Checker.checkCell(before, tree, config);
    Versions v = new Versions(before, tree, config, words);
    Set<String> anew = v.declaredAnew(alone);
    if (anew.isEmpty() || cells.isEmpty()) {
      return new Checked(alone, List.of(), List.of());
    }
    cells.forEach(v::declare);
    List<Current> dependants = v.dependants(anew);
    if (dependants.isEmpty()) {
      return new Checked(alone, List.of(), List.of());
    }
    alone.undo().run();
    return v.together(dependants);
  }

  // ---- what the cell declares

  /** Keys that mean something else from this cell on. */
  private Set<String> declaredAnew(CellResult alone) {
    Set<String> anew = new HashSet<>();
    for (Stmt s : tree.items()) {
      if (s instanceof Stmt.DeclStmt d) {
        for (Decl decl : d.decls()) {
          if (!(decl instanceof Decl.VarDecl)) {
            for (String key : keys(decl)) {
              own.add(key);
              anew.add(key);
              anew.add(selector(key));
            }
          }
        }
      }
    }
    for (Obj o : alone.packageObjects()) {
      if (o instanceof Obj.Var) {
        Obj old = before.packageLevel().get(o.name());
        own.add(o.name());
        if (!(old instanceof Obj.Var && Predicates.identical(old.type(), o.type()))) {
          anew.add(o.name());
        }
      }
    }
    for (Obj.PkgName p : alone.imports()) {
      Obj old = before.packageLevel().get(p.name());
      own.add(p.name());
      if (!(old instanceof Obj.PkgName q && q.imported() == p.imported())) {
        anew.add(p.name());
      }
    }
    return anew;
  }

  /** {@code T.m} is seen as {@code .m} where it is selected; another key is as it is. */
  private static String selector(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(dot);
  }

  /** What a declaration declares; nothing for {@code init} and blank names. */
  private static List<String> keys(Decl d) {
    List<Expr.Name> names =
        switch (d) {
          case Decl.ImportDecl i -> List.of();
          case Decl.ConstDecl c -> c.names();
          case Decl.VarDecl v -> v.names();
          case Decl.TypeDecl t -> List.of(t.name());
          case Decl.FuncDecl f -> List.of(f.name());
        };
    List<String> out = new ArrayList<>();
    for (Expr.Name n : names) {
      Expr.Field recv = d instanceof Decl.FuncDecl f ? f.recv() : null;
      boolean init = d instanceof Decl.FuncDecl && recv == null && n.value().equals("init");
      if (!n.value().equals("_") && !init) {
        out.add(recv == null ? n.value() : base(recv.type()) + "." + n.value());
      }
    }
    return out;
  }

  /** The name of a receiver's type. */
  private static String base(Expr type) {
    Expr t = type;
    while (true) {
      if (t instanceof Expr.ParenExpr p) {
        t = p.x();
      } else if (t instanceof Expr.Operation o) {
        t = o.x();
      } else if (t instanceof Expr.IndexExpr i) {
        t = i.x();
      } else {
        return t instanceof Expr.Name n ? n.value() : "";
      }
    }
  }

  // ---- what earlier cells declared

  private void declare(CellRecord c) {
    Info info = c.result().info();
    for (Obj.PkgName p : c.result().imports()) {
      inForce.put(p.name(), null);
    }
    Set<Decl> level = Collections.newSetFromMap(new IdentityHashMap<>());
    level.addAll(c.result().packageDecls());
    for (Carried again : c.carried()) {
      declare(again.decl(), again.item(), again.tree(), info);
    }
    for (Stmt s : c.tree().items()) {
      if (s instanceof Stmt.DeclStmt item) {
        for (Decl d : item.decls()) {
          if (level.contains(d)) {
            declare(d, item, c.tree(), info);
          }
        }
      }
    }
  }

  private void declare(Decl d, Stmt.DeclStmt item, Node.Cell tree, Info info) {
    List<String> keys = keys(d);
    List<Obj> objects = new ArrayList<>();
    if (d instanceof Decl.FuncDecl f) {
      add(info.func(f), objects);
    } else if (d instanceof Decl.TypeDecl t) {
      add(info.def(t.name()), objects);
    } else if (d instanceof Decl.ConstDecl k) {
      k.names().forEach(n -> add(info.def(n), objects));
    }
    Current now =
        objects.isEmpty() ? null : new Current(d, item, tree, keys, objects, needs(d, info));
    for (String key : keys) {
      inForce.remove(key);
      inForce.put(key, now);
    }
  }

  private static void add(@Nullable Obj o, List<Obj> objects) {
    if (o != null) {
      objects.add(o);
    }
  }

  private static Set<String> needs(Decl d, Info info) {
    Set<String> out = new HashSet<>();
    Walk.preorder(
        d,
        n -> {
          if (n instanceof Expr.SelectorExpr s) {
            out.add("." + s.sel().value());
          }
          if (n instanceof Expr.Name name) {
            Obj o = info.use(name);
            // Predeclared names too: a cell may give one of them another meaning.
            if (o != null && outermost(o)) {
              out.add(o.name());
            }
          }
          return true;
        });
    if (d instanceof Decl.FuncDecl f && f.recv() != null) {
      out.add(base(f.recv().type()));
    }
    return out;
  }

  /** Declared at package level, imported or predeclared; false for locals, parameters, fields. */
  private static boolean outermost(Obj o) {
    boolean method = o instanceof Obj.Func f && f.type() instanceof Signature s && s.recv() != null;
    return o instanceof Obj.PkgName || o.pkg() == null || o.atPackageLevel() && !method;
  }

  /** What is bound to a name declared anew, and in turn what is bound to that. */
  private List<Current> dependants(Set<String> anew) {
    Set<Current> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<String> changed = new HashSet<>(anew);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<String, @Nullable Current> e : inForce.entrySet()) {
        Current c = e.getValue();
        if (c == null
            || taken.contains(c)
            || own.contains(e.getKey())
            || Collections.disjoint(c.needs(), changed)) {
          continue;
        }
        taken.add(c);
        grown = true;
        for (String key : c.keys()) {
          if (inForce.get(key) == c && !own.contains(key)) {
            changed.add(key);
            changed.add(selector(key));
          }
        }
      }
    }
    List<Current> out = new ArrayList<>();
    Set<Current> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    inForce
        .values()
        .forEach(c -> {
          if (c != null && taken.contains(c) && seen.add(c)) {
            out.add(c);
          }
        });
    return out;
  }

  // ---- the check

  /** Checks the cell with its dependants, without those that do not check. */
  private Checked together(List<Current> dependants) {
    Source here = tree.pos().source();
    List<Current> left = new ArrayList<>(dependants);
    Map<Obj, String> unusable = new IdentityHashMap<>();
    List<String> notes = new ArrayList<>();
    while (true) {
      List<Carried> carried = new ArrayList<>();
      for (Current c : left) {
        carried.addAll(carry(c, left));
      }
      CellResult r =
          Checker.checkCell(
              before.withUnusable(unusable),
              tree,
              carried.stream().map(Carried::decl).toList(),
              config);
      List<Diagnostic> elsewhere =
          r.diagnostics().stream().filter(d -> d.pos().source() != here).toList();
      if (elsewhere.isEmpty()) {
        return new Checked(r, carried, r.ok() ? notes : List.of());
      }
      r.undo().run();
      for (Diagnostic d : elsewhere) {
        Current c = owner(d.pos(), dependants);
        if (c == null) {
          // Nothing to leave behind: it is the cell's fault, and told as such.
          return new Checked(r, List.of(), List.of());
        }
        if (left.removeIf(l -> l == c)) {
          String what = d.message().lines().findFirst().orElse("");
          String name = c.keys().get(0);
          String cell = c.item().pos().source().name();
          notes.add(words.say("note.unusable", name, cell, d.pos().line(), what));
          String since = " (" + cell + ") no longer compiles since " + here.name();
          String why = name + since + ": " + what;
          c.objects().forEach(o -> unusable.put(o, why));
        }
      }
    }
  }

  /**
   * A dependant as it is checked again. Lines of constants come with their whole group, for iota's
   * sake; the group comes with the first of them.
   */
  private List<Carried> carry(Current c, List<Current> left) {
    if (!(c.decl() instanceof Decl.ConstDecl k)) {
      return List.of(new Carried(c.decl(), c.item(), c.tree()));
    }
    for (Current l : left) {
      if (l == c) {
        break;
      }
      if (l.item() == c.item()) {
        return List.of();
      }
    }
    List<Carried> out = new ArrayList<>();
    for (Decl d : c.item().decls()) {
      if (d instanceof Decl.ConstDecl line) {
        List<Expr.Name> names = new ArrayList<>();
        for (Expr.Name n : line.names()) {
          names.add(taken(n, c.item(), left) ? n : new Expr.Name(n.pos(), "_"));
        }
        Decl again =
            new Decl.ConstDecl(
                line.pos(), line.group(), line.pragmas(), names, line.type(), line.values());
        out.add(new Carried(again, c.item(), c.tree()));
      }
    }
    return out;
  }

  private boolean taken(Expr.Name n, Stmt.DeclStmt item, List<Current> left) {
    Current now = inForce.get(n.value());
    return now != null
        && now.item() == item
        && !own.contains(n.value())
        && left.stream().anyMatch(l -> l == now)
        && now.decl() instanceof Decl.ConstDecl k
        && k.names().stream().anyMatch(m -> m.pos().equals(n.pos()));
  }

  /** The declaration that a place is in: of those in its text, the last that begins before it. */
  private static @Nullable Current owner(Pos pos, List<Current> dependants) {
    Current best = null;
    int at = -1;
    for (Current c : dependants) {
      int start = c.decl().pos().offset();
      if (c.decl().pos().source() == pos.source() && start <= pos.offset() && start > at) {
        best = c;
        at = start;
      }
    }
    return best;
  }
}

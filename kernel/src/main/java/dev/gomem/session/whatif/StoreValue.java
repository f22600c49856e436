package dev.gomem.session.whatif;

import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import dev.gomem.types.Obj;
import dev.gomem.types.Pointer;
import dev.gomem.types.Predicates;
import dev.gomem.types.Selection;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores, sends or appends the value instead of its address: a variable or field, or the elements
 * of a slice, map or channel that one holds, are {@code T} instead of {@code *T}.
 */
record StoreValue() implements Strategy {
  /** Each is tried with a walk of the whole text. */
  private static final int MOST = 10;

  @Override
  public String key() {
    return "value";
  }

  @Override
  public boolean copiesValue() {
    return true;
  }

  @Override
  public List<Edits> candidates(Case c) {
    Type t = c.held();
    List<Edits> out = new ArrayList<>();
    if (t != null) {
      for (Obj.Var v : variables(c, t)) {
        Edits e = c.edits();
        if (types(c, v, t, e)) {
          uses(c, v, t, e);
          out.add(e);
        }
      }
    }
    return out;
  }

  /** Those in whose declarations the type {@code *T} is written. */
  private static Set<Obj.Var> variables(Case c, Type t) {
    Set<Obj.Var> all = new LinkedHashSet<>();
    c.each(n -> {
      if (all.size() < MOST
          && n instanceof Expr.Operation o
          && Case.isDeref(o)
          && c.isType(o)
          && points(c.info.typeOf(o), t)) {
        Node at = c.parent(o);
        while (at instanceof Expr && !(at instanceof Expr.FuncLit)) {
          at = c.parent(at);
        }
        List<? extends Expr> names =
            switch (at) {
              case Decl.VarDecl d -> d.names();
              case Stmt.AssignStmt a -> Expr.unpack(a.lhs());
              case Expr.Field f when f.name() != null && c.parent(f) instanceof Expr.StructType ->
                  List.of(f.name());
              case null, default -> List.of();
            };
        for (Expr x : names) {
          if (x instanceof Expr.Name name && c.info.objectOf(name) instanceof Obj.Var v) {
            all.add(v);
          }
        }
      }
    });
    return all;
  }

  private static boolean points(@Nullable Type t, Type to) {
    return t != null && t.underlying() instanceof Pointer p && Predicates.identical(p.elem(), to);
  }

  /** Takes the star from types where the variable is declared or given a value. */
  private static boolean types(Case c, Obj.Var v, Type t, Edits e) {
    boolean[] any = new boolean[1];
    c.each(n -> {
      boolean own =
          n instanceof Decl.VarDecl d && d.names().stream().anyMatch(name -> c.info.def(name) == v)
              || n instanceof Expr.Field f && f.name() != null && c.info.def(f.name()) == v
              || n instanceof Stmt.AssignStmt a && is(c, a.lhs(), v);
      if (own) {
        Walk.preorder(
            n,
            x -> {
              if (x instanceof Expr.Operation o
                  && Case.isDeref(o)
                  && c.isType(o)
                  && points(c.info.typeOf(o), t)) {
                any[0] = true;
                e.delete(o.pos().offset(), o.pos().offset() + 1);
              }
              return !(x instanceof Expr.FuncLit);
            });
      }
    });
    return any[0];
  }

  private static boolean is(Case c, Expr x, Obj.Var v) {
    return switch (x) {
      case Expr.Name n -> c.info.def(n) == v || c.info.use(n) == v;
      case Expr.SelectorExpr s -> field(c, s) == v;
      default -> false;
    };
  }

  /** The field that is selected, or null. */
  private static @Nullable Obj field(Case c, Expr.SelectorExpr s) {
    Selection sel = c.info.selection(s);
    return sel == null ? null : sel.obj();
  }

  private static void uses(Case c, Obj.Var v, Type t, Edits e) {
    Set<Obj.Var> read = Collections.newSetFromMap(new IdentityHashMap<>());
    read.add(v);
    c.each(n -> derived(c, n, read));
    c.each(n -> {
      if (!(n instanceof Expr.Operation o) || c.isType(o)) {
        return;
      }
      boolean stored = Case.isAddress(o) && points(c.info.typeOf(o), t) && givenTo(c, o, v);
      boolean loaded = Case.isDeref(o) && points(c.info.typeOf(o.x()), t) && from(c, o.x(), read);
      if (stored || loaded) {
        e.delete(o.pos().offset(), o.pos().offset() + 1);
      }
    });
  }

  /** Variables that are declared with an element. */
  private static void derived(Case c, Node n, Set<Obj.Var> read) {
    if (n instanceof Stmt.RangeClause r && r.lhs() != null && from(c, r.x(), read)) {
      Expr.unpack(r.lhs()).forEach(x -> add(c, x, read));
    }
    if (n instanceof Stmt.AssignStmt a
        && a.op() == Operator.DEF
        && a.rhs() != null
        && !(Expr.unparen(a.rhs()) instanceof Expr.Name)
        && from(c, a.rhs(), read)) {
      Expr.unpack(a.lhs()).forEach(x -> add(c, x, read));
    }
  }

  private static void add(Case c, Expr x, Set<Obj.Var> read) {
    if (x instanceof Expr.Name n && c.info.def(n) instanceof Obj.Var v) {
      read.add(v);
    }
  }

  private static boolean from(Case c, Expr x, Set<Obj.Var> read) {
    return switch (Expr.unparen(x)) {
      case Expr.Name n -> c.info.use(n) instanceof Obj.Var v && read.contains(v);
      case Expr.SelectorExpr s -> field(c, s) instanceof Obj.Var v && read.contains(v);
      case Expr.IndexExpr i -> from(c, i.x(), read);
      case Expr.SliceExpr s -> from(c, s.x(), read);
      case Expr.Operation o -> o.op() == Operator.RECV && from(c, o.x(), read);
      default -> false;
    };
  }

  private static boolean givenTo(Case c, Node address, Obj.Var v) {
    Node at = c.outer(address);
    while (at instanceof Expr.KeyValueExpr
        || at instanceof Expr.CompositeLit
        || at instanceof Expr.ListExpr) {
      if (at instanceof Expr.KeyValueExpr kv
          && kv.key() instanceof Expr.Name n
          && c.info.use(n) == v) {
        return true;
      }
      at = c.outer(at);
    }
    Set<Obj.Var> one = Collections.newSetFromMap(new IdentityHashMap<>());
    one.add(v);
    return switch (at) {
      case Stmt.SendStmt s -> from(c, s.chan(), one);
      case Stmt.AssignStmt a ->
          Expr.unpack(a.lhs()).stream().anyMatch(x -> is(c, x, v) || from(c, x, one));
      case Decl.VarDecl d -> d.names().stream().anyMatch(n -> c.info.def(n) == v);
      case Expr.CallExpr call ->
          call.fun() instanceof Expr.Name n
              && n.value().equals("append")
              && from(c, call.args().get(0), one);
      case null, default -> false;
    };
  }
}

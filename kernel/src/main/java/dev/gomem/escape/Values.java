package dev.gomem.escape;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a variable always holds: the value it is declared with, if nothing else is ever assigned to
 * it and its address is not taken. One walk of a function finds all that are reassigned. Source:
 * cmd/compile/internal/ir's StaticValue, reassignment.go.
 */
final class Values {
  private final Map<Func, Map<Tree.Name, Boolean>> reassigned = new IdentityHashMap<>();

  /** The expression whose value {@code t} always has; {@code t} itself if none is known. */
  Tree staticValue(Tree t) {
    Tree n = t;
    while (true) {
      if (n instanceof Tree.Conv c && c.op == Op.CONVNOP) {
        n = c.x;
        continue;
      }
      Tree v = n instanceof Tree.Name name ? definition(name) : null;
      if (v == null) {
        return n;
      }
      n = v;
    }
  }

  private @Nullable Tree definition(Tree.Name n) {
    Func f = n.func;
    Tree defn = n.defn;
    if (n.storage != Tree.Storage.AUTO || f == null || defn == null || n.addrtaken) {
      return null;
    }
    if (f.open && !n.temporary) {
      return null;
    }
    Tree rhs = null;
    if (defn instanceof Tree.Assign as) {
      rhs = as.y;
    } else if (defn instanceof Tree.AssignList as && as.op == Op.AS2) {
      int i = as.lhs.indexOf(n);
      rhs = i < 0 ? null : as.rhs.get(i);
    }
    if (rhs == null || reassigned(f).containsKey(n)) {
      return null;
    }
    return rhs;
  }

  private Map<Tree.Name, Boolean> reassigned(Func f) {
    Func outermost = f.outermost();
    Map<Tree.Name, Boolean> names = reassigned.get(outermost);
    if (names == null) {
      Map<Tree.Name, Boolean> found = new IdentityHashMap<>();
      outermost.body.forEach(t -> collect(t, found));
      reassigned.put(outermost, found);
      names = found;
    }
    return names;
  }

  void clear() {
    reassigned.clear();
  }

  private void collect(Tree t, Map<Tree.Name, Boolean> found) {
    switch (t) {
      case Tree.Assign as -> note(as.x, as, found);
      case Tree.AssignList as -> as.lhs.forEach(x -> note(x, as, found));
      case Tree.AssignOp as -> note(as.x, as, found);
      case Tree.Range r -> {
        note(r.key, null, found);
        note(r.value, null, found);
      }
      case Tree.Closure c -> c.func.body.forEach(s -> collect(s, found));
      default -> {}
    }
    t.children(c -> collect(c, found));
  }

  private static void note(
      @Nullable Tree x, @Nullable Tree statement, Map<Tree.Name, Boolean> found) {
    if (x != null
        && TreeExprs.outer(x) instanceof Tree.Name n
        && (statement == null || n.defn != statement || statement instanceof Tree.AssignOp)) {
      found.put(n, true);
    }
  }
}

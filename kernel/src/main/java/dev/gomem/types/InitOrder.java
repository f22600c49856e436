package dev.gomem.types;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The order in which package variables are initialised: repeatedly the first in the source that
 * depends on no variable still to come, functions' references counting as those of whoever calls
 * them. Source: go/types' initorder.go, spec section "Package initialization".
 */
final class InitOrder {
  private final Checker check;

  InitOrder(Checker check) {
    this.check = check;
  }

  /**
   * An object with those that depend on it ({@code pred}) and those that it depends on ({@code
   * succ}).
   */
  private static final class Node {
    final Obj obj;
    // Insertion order, so that nothing depends on identity hashes.
    final Set<Node> pred = new LinkedHashSet<>();
    final Set<Node> succ = new LinkedHashSet<>();
    int ndeps;

    Node(Obj obj) {
      this.obj = obj;
    }
  }

  /**
   * Constants first: they don't take part but may be in the way. Then by number of dependencies,
   * then by source.
   */
  private static final Comparator<Node> ORDER =
      Comparator.<Node, Boolean>comparing(n -> !(n.obj instanceof Obj.Const))
          .thenComparingInt(n -> n.ndeps)
          .thenComparingInt(n -> n.obj.order);

  void initOrder() {
    TreeSet<Node> queue = new TreeSet<>(ORDER);
    queue.addAll(dependencyGraph());
    Set<DeclInfo> emitted = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!queue.isEmpty()) {
      Node n = queue.pollFirst();
      if (n.ndeps > 0) {
        // A cycle, or something behind one.
        List<Obj> cycle =
            findPath(n.obj, n.obj, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (cycle != null) {
          reportCycle(cycle);
        }
        // Go on: there may be other cycles, and those that don't depend on this one have an order.
      }
      for (Node p : n.pred) {
        boolean queued = queue.remove(p);
        p.ndeps--;
        if (queued) {
          queue.add(p);
        }
      }
      DeclInfo d = check.objMap.get(n.obj);
      if (!(n.obj instanceof Obj.Var v) || d == null || !d.hasInitializer() || d.init == null) {
        continue;
      }
      if (emitted.add(d)) {
        List<Obj.Var> lhs = d.lhs != null ? List.copyOf(d.lhs) : List.of(v);
        check.info.initOrder.add(new Info.Initializer(lhs, d.init));
      }
    }
  }

  /** Path from {@code from} to {@code to}, last step first, or null. */
  private @Nullable List<Obj> findPath(Obj from, Obj to, Set<Obj> seen) {
    if (!seen.add(from)) {
      return null;
    }
    DeclInfo info = check.objMap.get(from);
    if (info == null) {
      return null;
    }
    List<Obj> deps = new ArrayList<>(info.deps);
    deps.sort(Comparator.comparingInt(o -> o.order));
    for (Obj d : deps) {
      if (d == to) {
        List<Obj> path = new ArrayList<>();
        path.add(d);
        return path;
      }
      List<Obj> path = findPath(d, to, seen);
      if (path != null) {
        path.add(d);
        return path;
      }
    }
    return null;
  }

  private void reportCycle(List<Obj> cycle) {
    Obj obj = cycle.getFirst();
    if (cycle.size() == 1) {
      check.errorf(
          obj, Code.INVALID_INIT_CYCLE, "initialization cycle: %s refers to itself", obj.name());
      return;
    }
    ErrorDesc err = check.newError(Code.INVALID_INIT_CYCLE);
    err.addf(obj, "initialization cycle for %s", obj.name());
    for (int j = cycle.size() - 1; j >= 0; j--) {
      Obj next = cycle.get(j);
      err.addf(obj, "%s refers to %s", obj.name(), next.name());
      obj = next;
    }
    err.report();
  }

  private List<Node> dependencyGraph() {
    Map<Obj, Node> nodes = new IdentityHashMap<>();
    List<Node> all = new ArrayList<>();
    for (Obj obj : check.objList) {
      if (obj.isDependency()) {
        Node n = new Node(obj);
        nodes.put(obj, n);
        all.add(n);
      }
    }
    for (Node n : all) {
      DeclInfo info = check.objMap.get(n.obj);
      if (info == null) {
        continue;
      }
      List<Obj> deps = new ArrayList<>(info.deps);
      deps.sort(Comparator.comparingInt(o -> o.order));
      for (Obj d : deps) {
        Node m = nodes.get(d);
        if (m != null) {
          n.succ.add(m);
          m.pred.add(n);
        }
      }
    }
    // Take out the functions, cheapest first, connecting their callers with what they depend on.
    List<Node> funcs = new ArrayList<>();
    List<Node> rest = new ArrayList<>();
    for (Node n : all) {
      (n.obj instanceof Obj.Func ? funcs : rest).add(n);
    }
    funcs.sort(Comparator.comparingLong(n -> (long) n.pred.size() * n.succ.size()));
    for (Node n : funcs) {
      for (Node p : n.pred) {
        if (p == n) {
          continue;
        }
        for (Node s : n.succ) {
          if (s != n) {
            p.succ.add(s);
            s.pred.add(p);
          }
        }
        p.succ.remove(n);
      }
      for (Node s : n.succ) {
        s.pred.remove(n);
      }
    }
    for (Node n : rest) {
      n.ndeps = n.succ.size();
    }
    return rest;
  }
}

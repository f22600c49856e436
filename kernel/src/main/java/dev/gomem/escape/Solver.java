package dev.gomem.escape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds what escapes: from each location backwards over its incoming flows, with the least number
 * of dereferences, until nothing changes. An address that reaches something which outlives its
 * location makes that location escape; each one is walked from again when it begins to. Source:
 * cmd/compile/internal/escape/solve.go.
 */
final class Solver {
  private final Graph graph;
  private final Deque<Location> todo = new ArrayDeque<>();
  private int walk;

  Solver(Graph graph) {
    this.graph = graph;
  }

  void solve() {
    for (Location l : graph.all) {
      l.walk = 0;
      l.queuedInWalk = 0;
      push(l, true);
    }
    push(graph.mutator, true);
    push(graph.callee, true);
    push(graph.heap, true);
    for (Location root = todo.pollFirst(); root != null; root = todo.pollFirst()) {
      root.queued = false;
      walk++;
      walkFrom(root);
    }
  }

  private void push(Location l, boolean front) {
    l.queued = true;
    if (front) {
      todo.addFirst(l);
    } else {
      todo.addLast(l);
    }
  }

  private void enqueue(Location l) {
    if (!l.queued) {
      push(l, l.escapes());
    }
  }

  private void walkFrom(Location root) {
    root.walk = walk;
    root.derefs = 0;
    root.dst = null;
    if (root.has(Location.CALLS) && root.node instanceof Tree.Closure c) {
      loseResults(c.func);
    }
    Deque<Location> queue = new ArrayDeque<>();
    queue.addFirst(root);
    for (Location l = queue.pollFirst(); l != null; l = queue.pollFirst()) {
      l.queuedInWalk = 0;
      int derefs = l.derefs;
      int attrs = 0;
      if (derefs < 0) {
        // The address of l flows to root. What flows into l does not: the next steps start at 0.
        derefs = 0;
        if (outlives(root, l)) {
          if (!l.escapes()) {
            List<Because.Step> steps = path(root, l);
            l.chain =
                steps.stream()
                    .map(s -> graph.step(s.dst(), s.src(), s.derefs(), s.notes()))
                    .toList();
            l.why = graph.because.heap(l, steps, root);
          }
          attrs |= Location.ESCAPES | Location.PERSISTS | Location.MUTATES | Location.CALLS;
        } else if (root.has(Location.PERSISTS)) {
          attrs |= Location.PERSISTS;
        }
      }
      if (derefs == 0) {
        attrs |= root.attrs & (Location.MUTATES | Location.CALLS);
      }
      if (l.param) {
        leak(root, l, derefs);
      }
      if ((attrs & ~l.attrs) != 0) {
        l.attrs |= attrs;
        enqueue(l);
        if (l.escapes()) {
          continue;
        }
      }
      for (int i = 0; i < l.edges.size(); i++) {
        Location.Edge e = l.edges.get(i);
        Location src = e.src();
        if (src.escapes()) {
          continue;
        }
        int d = derefs + e.derefs();
        if (src.walk != walk || src.derefs > d) {
          src.walk = walk;
          src.derefs = d;
          src.dst = l;
          src.dstEdge = i;
          if (src.queuedInWalk != walk) {
            src.queuedInWalk = walk;
            queue.addLast(src);
          }
        }
      }
    }
  }

  /** A closure is called out of sight: its results flow on from now on. */
  private void loseResults(Func f) {
    if (f.isClosure() && graph.resultsLost.put(f, true) == null) {
      for (Tree.Name r : f.results) {
        Location l = graph.names.get(r);
        if (l != null) {
          enqueue(l);
        }
      }
    }
  }

  private void leak(Location root, Location param, int derefs) {
    if (outlives(root, param)) {
      boolean result =
          !root.escapes()
              && root.result
              && root.func == param.func
              && root.resultIndex <= Tag.RESULTS;
      Tag more = param.leaks.with(result ? Tag.RESULT + root.resultIndex - 1 : Tag.HEAP, derefs);
      if (!result && more != param.leaks) {
        param.leak = graph.because.leak(param, path(root, param), root, derefs);
      }
      param.leaks = more;
    }
    if (root.has(Location.MUTATES)) {
      param.leaks = param.leaks.with(Tag.MUTATOR, derefs);
    }
    if (root.has(Location.CALLS)) {
      param.leaks = param.leaks.with(Tag.CALLEE, derefs);
    }
  }

  /**
   * The steps by which the walk came from {@code root} to {@code src}, in the order of the flow.
   */
  private List<Because.Step> path(Location root, Location src) {
    List<Because.Step> steps = new ArrayList<>();
    Set<Location> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Location l = src;
    while (seen.add(l)) {
      Location dst = l.dst;
      if (dst == null) {
        break;
      }
      Location.Edge e = dst.edges.get(l.dstEdge);
      steps.add(new Because.Step(dst, l, e.derefs(), e.notes()));
      if (dst == root) {
        break;
      }
      l = dst;
    }
    return List.copyOf(steps);
  }

  /** Whether what {@code l} holds may be used when {@code other}, were it on the stack, is gone. */
  private boolean outlives(Location l, Location other) {
    if (l.escapes()) {
      return true;
    }
    if (l == graph.mutator || l == graph.callee) {
      return false;
    }
    Func lf = l.func;
    Func of = other.func;
    if (l.result) {
      // A closure all of whose calls are known may return what belongs to the function around it.
      return !(of != null && of.contains(lf) && lf != null && !graph.resultsLost.containsKey(lf));
    }
    if (lf == of && l.loopDepth < other.loopDepth) {
      return true;
    }
    return lf != null && lf.contains(of);
  }
}

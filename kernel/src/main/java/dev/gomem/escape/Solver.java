package dev.gomem.escape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what escapes: from each location backwards over its incoming flows, with the least number
 * of dereferences, until nothing changes. An address that reaches something which outlives its
 * location makes that location escape; each one is walked from again when it begins to, unless it
 * has no {@link Prospects}. Source: cmd/compile/internal/escape/solve.go.
 */
final class Solver {
  private final Graph graph;
  private final Deque<Location> todo = new ArrayDeque<>();
  private int walk;

  /** Flows walked over since the prospects were last looked at. */
  private int steps;

  private @Nullable Prospects prospects;

  /** How many times the graph's size the walks may take before the prospects are looked at. */
  private final int patience;

  Solver(Graph graph) {
    this(graph, 8);
  }

  Solver(Graph graph, int patience) {
    this.graph = graph;
    this.patience = patience;
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
      if (prospects == null || prospects.has(root)) {
        walk++;
        walkFrom(root);
        look();
      }
    }
  }

  /** Looks at the prospects again whenever the walks have cost some times as much. */
  private void look() {
    if (steps >= (long) patience * (graph.all.size() + 8)) {
      if (prospects == null) {
        prospects = new Prospects(graph);
      }
      prospects.update();
      steps = 0;
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
      int past = 0;
      for (Location.Edge e : l.edges) {
        Location src = e.src();
        steps++;
        if (src.escapes()) {
          past++;
          continue;
        }
        int d = derefs + e.derefs();
        if (src.walk != walk || src.derefs > d) {
          src.walk = walk;
          src.derefs = d;
          src.dst = l;
          src.dstEdge = e;
          src.entry = l == root ? src : l.entry;
          if (src.queuedInWalk != walk) {
            src.queuedInWalk = walk;
            queue.addLast(src);
          }
        }
      }
      if (past > l.edges.size() / 2) {
        l.edges.removeIf(e -> e.src().escapes()); // they are passed over for ever
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
   * The steps by which the walk came from {@code root} to {@code src}, in the order of the flow. Of
   * a path longer than {@link AllocSite#LONGEST_CHAIN} the middle is left out.
   */
  private List<Because.Step> path(Location root, Location src) {
    List<Because.Step> steps = new ArrayList<>();
    Set<Location> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Location l = src;
    while (seen.add(l)) {
      Location entry = l.entry;
      if (steps.size() == AllocSite.LONGEST_CHAIN - 1 && entry != null && entry.dst == root) {
        l = entry;
      }
      Location dst = l.dst;
      Location.Edge e = l.dstEdge;
      if (dst == null || e == null) {
        break;
      }
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

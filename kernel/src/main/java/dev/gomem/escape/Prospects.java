package dev.gomem.escape;

import java.util.Arrays;
import java.util.List;

/**
 * From which locations a walk of {@link Solver} can still find anything: a bound from above, by
 * reachability alone, in time linear in the graph. gc walks from every location, which takes time
 * quadratic in a chain of assignments; what is left out here would have changed nothing. Ours.
 */
final class Prospects {
  private final List<Location> all;

  /** The flows out of location i: {@code flows[starts[i]] … flows[starts[i + 1] - 1]}. */
  private final int[] starts;

  private final int[] flows;

  /** The highest {@link #rank} of what a walk can reach and has not found to escape. */
  private final int[] highest;

  /** Not negative if it can reach what has an address and does not persist yet. */
  private final int[] fresh;

  /** Not negative if it can reach what may still escape or, a parameter, leak more. */
  private final int[] open;

  private final int[] queue;

  Prospects(Graph graph) {
    all = graph.all;
    int n = all.size();
    starts = new int[n + 1];
    highest = new int[n];
    fresh = new int[n];
    open = new int[n];
    queue = new int[n];
    for (int i = 0; i < n; i++) {
      all.get(i).index = i;
    }
    int count = 0;
    for (Location l : all) {
      for (Location.Edge e : l.edges) {
        if (isOf(e.src())) {
          starts[e.src().index + 1]++;
          count++;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      starts[i + 1] += starts[i];
    }
    flows = new int[count];
    int[] next = Arrays.copyOf(starts, n);
    for (Location l : all) {
      for (Location.Edge e : l.edges) {
        if (isOf(e.src())) {
          flows[next[e.src().index]++] = l.index;
        }
      }
    }
  }

  private boolean isOf(Location l) {
    return l.index < all.size() && all.get(l.index) == l;
  }

  /** Looks anew, after some walks: what has been found is no prospect any more. */
  void update() {
    Arrays.fill(highest, -1);
    Arrays.fill(fresh, -1);
    Arrays.fill(open, -1);
    long[] ranked = new long[all.size()];
    int count = 0;
    for (Location l : all) {
      int rank = l.param ? rank(l) : -1;
      boolean isOpen = l.param && l.leaks.heap() != 0;
      boolean isFresh = false;
      for (Location.Edge e : l.edges) {
        Location src = e.src();
        if (e.derefs() < 0 && !src.escapes()) {
          rank = Math.max(rank, rank(src));
          isOpen = true;
          isFresh |= !src.has(Location.PERSISTS);
        }
      }
      if (rank >= 0) {
        ranked[count++] = (long) rank << 32 | l.index;
      }
      if (isFresh) {
        spread(l.index, fresh, 0);
      }
      if (isOpen) {
        spread(l.index, open, 0);
      }
    }
    Arrays.sort(ranked, 0, count);
    while (--count >= 0) {
      spread((int) ranked[count], highest, (int) (ranked[count] >> 32));
    }
  }

  /** What is reached from a location is reached from all that its value flows to. */
  private void spread(int seed, int[] reached, int value) {
    if (reached[seed] >= 0) {
      return;
    }
    reached[seed] = value;
    queue[0] = seed;
    for (int head = 0, end = 1; head < end; head++) {
      for (int i = starts[queue[head]]; i < starts[queue[head] + 1]; i++) {
        if (reached[flows[i]] < 0) {
          reached[flows[i]] = value;
          queue[end++] = flows[i];
        }
      }
    }
  }

  /** Higher than that of all that would outlive it; see {@link Solver}. */
  private static int rank(Location l) {
    int nesting = 0;
    for (Func f = l.func; f != null; f = f.parent) {
      nesting++;
    }
    return nesting << 16 | Math.min(l.loopDepth, 0xffff);
  }

  /** Whether a walk from a location may change anything. */
  boolean has(Location root) {
    if (!isOf(root) || root.escapes() || root.result && open[root.index] >= 0) {
      return true;
    }
    if (root.has(Location.CALLS) && root.node instanceof Tree.Closure) {
      return true;
    }
    // MUTATES and CALLS come by walks that found all that one from here would.
    return highest[root.index] > rank(root)
        || root.has(Location.PERSISTS) && fresh[root.index] >= 0;
  }
}

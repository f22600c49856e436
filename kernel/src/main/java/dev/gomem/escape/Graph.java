package dev.gomem.escape;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Locations and the flows between them, of functions that are analysed together. {@link Walk}
 * builds it, {@link Solver} solves it. A session keeps that of {@code main}. Source:
 * cmd/compile/internal/escape/graph.go.
 */
final class Graph {
  final Format format;
  final List<Location> all = new ArrayList<>();
  final Map<Tree.Name, Location> names = new IdentityHashMap<>();

  final Location heap = new Location(null, null, 0);
  final Location mutator = new Location(null, null, 0);
  final Location callee = new Location(null, null, 0);
  final Location blank = new Location(null, null, 0);

  /** Closures whose results may be used where nobody looks. */
  final Map<Func, Boolean> resultsLost = new IdentityHashMap<>();

  /** Says why; the batch at work sets its own. */
  Because because;

  Graph(Format format) {
    this.format = format;
    this.because = new Because(format, (c, i) -> null, false);
    heap.attrs = Location.ESCAPES | Location.PERSISTS | Location.MUTATES | Location.CALLS;
    mutator.attrs = Location.MUTATES;
    callee.attrs = Location.CALLS;
  }

  /** The same graph, to be added to without changing this one. */
  Graph copy(Format format) {
    Graph g = new Graph(format);
    Map<Location, Location> copies = new IdentityHashMap<>();
    copies.put(heap, g.heap);
    copies.put(mutator, g.mutator);
    copies.put(callee, g.callee);
    copies.put(blank, g.blank);
    for (Location l : all) {
      Location c = l.copy();
      copies.put(l, c);
      g.all.add(c);
      if (l.node instanceof Tree.Name n) {
        g.names.put(n, c);
      }
    }
    copyEdges(heap, g.heap, copies);
    copyEdges(mutator, g.mutator, copies);
    copyEdges(callee, g.callee, copies);
    for (int i = 0; i < all.size(); i++) {
      Location l = all.get(i);
      copyEdges(l, g.all.get(i), copies);
      Location dst = l.use == null ? null : copies.get(l.use.dst());
      if (l.use != null && dst != null) {
        g.all.get(i).use = new Location.Use(dst, l.use.notes());
      }
    }
    g.resultsLost.putAll(resultsLost);
    return g;
  }

  private static void copyEdges(Location from, Location to, Map<Location, Location> copies) {
    for (Location.Edge e : from.edges) {
      Location src = copies.get(e.src());
      if (src != null) {
        to.edges.add(new Location.Edge(src, e.derefs(), e.notes()));
      }
    }
  }

  Location location(Tree.Name n) {
    Location l = names.get(n);
    if (l == null) {
      throw new IllegalStateException("no location: " + n.name);
    }
    return l;
  }

  Location add(@Nullable Tree node, Func func, int loopDepth, boolean persists) {
    Location l = new Location(node, func, loopDepth);
    if (node instanceof Tree.Name n) {
      l.param = n.storage == Tree.Storage.PARAM;
      l.result = n.storage == Tree.Storage.RESULT;
      names.put(n, l);
    }
    if (persists) {
      l.attrs |= Location.PERSISTS;
    }
    all.add(l);
    return l;
  }

  /** {@code k = src}. */
  void flow(Hole k, Location src) {
    if (k.addrtaken()) {
      src.addrtaken = true;
    }
    Location dst = k.dst();
    if (k.derefs() < 0 && (src.use == null || passed(k.notes()) && !passed(src.use.notes()))) {
      src.use = new Location.Use(dst, k.notes());
    }
    if (dst == blank || (dst == src && k.derefs() >= 0)) {
      return;
    }
    if (dst.escapes() && k.derefs() < 0) {
      if (!src.escapes()) {
        src.chain = List.of(step(dst, src, k.derefs(), k.notes()));
        src.why =
            because.heap(src, List.of(new Because.Step(dst, src, k.derefs(), k.notes())), dst);
      }
      src.attrs |= Location.ESCAPES | Location.PERSISTS | Location.MUTATES | Location.CALLS;
      return;
    }
    dst.edges.add(new Location.Edge(src, k.derefs(), k.notes()));
  }

  /** One flow in gc's words; the reason is the outermost that says more than that a value moves. */
  AllocSite.Flow step(Location dst, Location src, int derefs, Location.@Nullable Note notes) {
    String ops = derefs < 0 ? "&" : "*".repeat(derefs);
    Location.Note best = Because.lead(notes);
    String why = best == null ? "assign" : best.why();
    return new AllocSite.Flow(
        ops + describe(src), describe(dst), why, best == null ? null : best.where().pos);
  }

  private static boolean passed(Location.@Nullable Note notes) {
    Location.Note n = Because.lead(notes);
    return n != null && n.why().equals("call parameter");
  }

  String describe(Location l) {
    if (l == heap) {
      return "{heap}";
    }
    if (l.node == null) {
      return "{temp}";
    }
    return l.node instanceof Tree.Name n ? n.name : "{storage for " + format.of(l.node) + "}";
  }

  /** Where the value of an expression goes: {@code dst = *…*value}. */
  record Hole(Location dst, int derefs, Location.@Nullable Note notes, boolean addrtaken) {
    static Hole of(Location dst) {
      return new Hole(dst, 0, null, false);
    }

    Hole note(Tree where, String why) {
      return new Hole(dst, derefs, new Location.Note(notes, where, why, -1), addrtaken);
    }

    Hole argument(Tree call, int index) {
      return new Hole(
          dst, derefs, new Location.Note(notes, call, "call parameter", index), addrtaken);
    }

    Hole shift(int delta) {
      int d = derefs + delta;
      if (d < -1) {
        throw new IllegalStateException("address of an address");
      }
      return new Hole(dst, d, notes, delta < 0);
    }

    Hole deref(Tree where, String why) {
      return shift(1).note(where, why);
    }

    Hole addr(Tree where, String why) {
      return shift(-1).note(where, why);
    }
  }
}

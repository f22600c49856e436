package dev.gomem.escape;

import dev.gomem.source.Pos;
import dev.gomem.types.Obj;
import dev.gomem.types.Signature;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a session keeps of {@code main}: its locals, and the graph of all its lines so far under
 * both placements. {@code main} is open-ended: its locals count as reassigned and observed, since
 * later lines may do both. A cell makes a new graph of it ({@link Escape#analyzeCell}); to
 * outsiders one never changes.
 */
public final class CellGraph {
  private final Func main;
  private final int literals;
  private final int ranges;
  private final int wrappers;
  private final int declared;
  private final Map<Obj.Var, Tree.Name> names;
  private final Graph gc;
  private final Graph simple;

  private CellGraph(Func main, Map<Obj.Var, Tree.Name> names, Graph gc, Graph simple) {
    this.main = main;
    this.literals = main.literals;
    this.ranges = main.ranges;
    this.wrappers = main.wrappers;
    this.declared = main.dcl.size();
    this.names = names;
    this.gc = gc;
    this.simple = simple;
  }

  /** Of a session without lines. */
  public static CellGraph empty() {
    Func main = new Func(Pos.NONE, "main", null, new Signature(), null, false);
    main.open = true;
    Format format = new Format(null);
    return new CellGraph(main, new IdentityHashMap<>(), new Graph(format), new Graph(format));
  }

  /**
   * The site of a local of {@code main}, by all lines so far: null if it needs none, as {@link
   * EscapeResult#variable}.
   */
  public @Nullable AllocSite variable(Obj.Var v) {
    Tree.Name n = names.get(v);
    Location g = n == null ? null : gc.names.get(n);
    Location s = n == null ? null : simple.names.get(n);
    if (n == null || g == null || s == null || !(addressed(v) || g.escapes() || s.escapes())) {
      return null;
    }
    AllocSite.Verdict gcVerdict = gc.because.verdict(g, false);
    AllocSite.Verdict simpleVerdict =
        gcVerdict.heap() ? gcVerdict : simple.because.verdict(s, false);
    return new AllocSite(
        n.pos,
        AllocSite.Kind.VARIABLE,
        n.name,
        main.name,
        n.name.startsWith("#"),
        gcVerdict,
        simpleVerdict);
  }

  /** Whether it is a local of {@code main} that the analysis met. */
  boolean has(Obj.Var v) {
    Tree.Name n = names.get(v);
    return n != null && gc.names.get(n) != null;
  }

  /** Whether the address of a local of {@code main} is taken, by all lines so far. */
  public boolean addressed(Obj.Var v) {
    Tree.Name n = names.get(v);
    Location l = n == null ? null : gc.names.get(n);
    return n != null && l != null && (n.addrtaken || l.addrtaken);
  }

  /**
   * Analyses something else in place of the next cell, and leaves {@code main} and its variables as
   * they were: several cells may have come since.
   */
  public <T> T aside(Supplier<T> analysis) {
    List<Tree.Name> dcl = List.copyOf(main.dcl);
    int literalsNow = main.literals;
    int wrappersNow = main.wrappers;
    List<Tree.Name> taken = names.values().stream().filter(n -> n.addrtaken).toList();
    try {
      return analysis.get();
    } finally {
      main.dcl.clear();
      main.dcl.addAll(dcl);
      main.literals = literalsNow;
      main.wrappers = wrappersNow;
      names.values().forEach(n -> n.addrtaken = false);
      taken.forEach(n -> n.addrtaken = true);
    }
  }

  /**
   * A working copy for a cell. {@code main} itself is one function for all cells, so its numbers of
   * temporaries and literals are set back to what they were, in case another cell was tried since.
   */
  Draft draft(Format format) {
    main.literals = literals;
    main.ranges = ranges;
    main.wrappers = wrappers;
    main.dcl.subList(declared, main.dcl.size()).clear();
    return new Draft(
        main, new IdentityHashMap<>(names), gc.copy(format), simple.copy(format), this, format);
  }

  /** The graphs while a cell is added. */
  record Draft(
      Func main,
      Map<Obj.Var, Tree.Name> names,
      Graph gc,
      Graph simple,
      CellGraph before,
      Format format) {
    CellGraph done() {
      Map<Obj.Var, Tree.Name> locals = new IdentityHashMap<>();
      names.forEach((v, n) -> {
        if (n.func == main) {
          locals.put(v, n);
        }
      });
      return new CellGraph(main, locals, gc, simple);
    }

    /** What earlier cells put on the stack and this one forces to the heap. */
    List<CellResult.Repair> repairs() {
      Sites sites = new Sites();
      collect(sites, before.gc, gc, Placement.GC);
      collect(sites, before.simple, simple, Placement.SIMPLE);
      return sites.repairs();
    }

    private void collect(Sites sites, Graph old, Graph now, Placement p) {
      Because because = now.because;
      for (int i = 0; i < old.all.size(); i++) {
        Location l = now.all.get(i);
        if (l.escapes() && !old.all.get(i).escapes()) {
          sites.put(l, p, format, because.verdict(l, false));
        }
      }
    }
  }
}

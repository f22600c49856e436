package dev.gomem.escape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.Sampling;
import dev.gomem.source.Pos;
import dev.gomem.types.Pointer;
import dev.gomem.types.Signature;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The solver on graphs made by hand. */
final class SolverTest {
  private final Graph graph = new Graph(new Format(null));
  private final Func func = func("f", null);

  private static Func func(String name, Func parent) {
    return new Func(Pos.NONE, name, null, new Signature(), parent, false);
  }

  private Location variable(String name, Tree.Storage storage, Func f, int depth) {
    Tree.Name n = new Tree.Name(Pos.NONE, name, new Pointer(Universe.INT), storage, f, null, false);
    return graph.add(n, f, depth, true);
  }

  private Location local(String name) {
    return variable(name, Tree.Storage.AUTO, func, 1);
  }

  private Location param(String name) {
    return variable(name, Tree.Storage.PARAM, func, 1);
  }

  private Location result(String name, int index) {
    Location l = variable(name, Tree.Storage.RESULT, func, 1);
    l.resultIndex = index;
    return l;
  }

  /** dst = *…*src, or &src for -1. */
  private void flow(Location dst, int derefs, Location src) {
    Graph.Hole k = Graph.Hole.of(dst);
    graph.flow(derefs < 0 ? k.shift(-1) : new Graph.Hole(dst, derefs, null, false), src);
  }

  private void solve() {
    new Solver(graph).solve();
  }

  @Test
  void anAddressInALocalStays() {
    Location x = local("x");
    Location p = local("p");
    flow(p, -1, x);
    solve();
    assertFalse(x.escapes());
  }

  @Test
  void anAddressInAResultEscapes() {
    Location x = local("x");
    Location p = local("p");
    Location r = result("r", 1);
    flow(p, -1, x);
    flow(r, 0, p);
    solve();
    assertTrue(x.escapes());
    assertFalse(p.escapes());
    assertEquals(2, x.chain.size());
    assertEquals("&x", x.chain.get(0).from());
    assertEquals("r", x.chain.get(1).to());
  }

  @Test
  void aDereferenceUndoesAnAddress() {
    Location x = local("x");
    Location p = local("p");
    Location r = result("r", 1);
    flow(p, -1, x);
    flow(r, 1, p); // r = *p: x's value, not its address
    solve();
    assertFalse(x.escapes());
  }

  @Test
  void valuesOfEscapingVariablesFlowOn() {
    // q = &x; global = &q: x is reachable from the heap.
    Location x = local("x");
    Location q = local("q");
    flow(q, -1, x);
    flow(graph.heap, -1, q);
    solve();
    assertTrue(q.escapes());
    assertTrue(x.escapes());
  }

  @Test
  void anOuterLoopsVariableOutlivesAnInnerOnes() {
    Location last = local("last");
    Location y = variable("y", Tree.Storage.AUTO, func, 2);
    Location z = variable("z", Tree.Storage.AUTO, func, 1);
    flow(last, -1, y);
    flow(last, -1, z);
    solve();
    assertTrue(y.escapes());
    assertFalse(z.escapes());
  }

  @Test
  void tagsHaveTheLeastNumberOfDereferences() {
    Location p = param("p");
    Location r = result("r", 1);
    Location t = local("t");
    flow(r, 2, p);
    flow(t, 1, p);
    flow(r, 0, t);
    flow(graph.heap, 3, p);
    solve();
    assertEquals(1, p.leaks.result(0));
    assertEquals(3, p.leaks.heap());
    assertEquals(-1, p.leaks.result(1));
    assertEquals(1, p.leaks.optimized().result(0));
  }

  @Test
  void flowsBelowTheHeapsAreDroppedFromTags() {
    Location p = param("p");
    Location r = result("r", 1);
    flow(r, 1, p);
    flow(graph.heap, 1, p);
    solve();
    assertEquals(-1, p.leaks.optimized().result(0));
    assertEquals(1, p.leaks.optimized().heap());
  }

  @Test
  void theSixthResultCountsAsHeap() {
    Location p = param("p");
    Location r = result("r", 6);
    flow(r, 0, p);
    solve();
    assertEquals(0, p.leaks.heap());
  }

  @Test
  void writesAndCallsAreTracked() {
    Location p = param("p");
    Location f = param("f");
    flow(graph.mutator, 0, p);
    flow(graph.callee, 1, f);
    solve();
    assertEquals(0, p.leaks.mutator());
    assertEquals(-1, p.leaks.heap());
    assertEquals(1, f.leaks.callee());
  }

  @Test
  void aClosureMayReturnWhatIsOutsideItWhileItsCallsAreKnown() {
    Func inner = func("f.func1", func);
    Location u = local("u");
    Location r = variable("r", Tree.Storage.RESULT, inner, 1);
    r.resultIndex = 1;
    flow(r, -1, u);
    solve();
    assertFalse(u.escapes());
    graph.resultsLost.put(inner, true);
    solve();
    assertTrue(u.escapes());
  }

  @Test
  void whatAClosureMakesDoesNotOutliveIt() {
    Func inner = func("f.func1", func);
    Location outer = local("outer");
    Location x = variable("x", Tree.Storage.AUTO, inner, 1);
    flow(outer, -1, x);
    solve();
    assertTrue(x.escapes());
  }

  @Test
  void cyclesEnd() {
    Location a = local("a");
    Location b = local("b");
    Location c = local("c");
    flow(a, 0, b);
    flow(b, 1, c);
    flow(c, -1, a);
    flow(a, 0, c);
    flow(graph.heap, 2, a);
    solve();
    assertFalse(b.escapes());
  }

  @Test
  void aCopyOfAGraphIsItsOwn() {
    Location x = local("x");
    Location p = local("p");
    flow(p, -1, x);
    Graph copy = graph.copy(graph.format);
    copy.flow(Graph.Hole.of(copy.heap), copy.all.get(1));
    new Solver(copy).solve();
    solve();
    assertTrue(copy.all.get(0).escapes());
    assertFalse(x.escapes());
  }

  @Test
  void tagsAreReadBack() {
    Tag t = Tag.NONE.with(Tag.HEAP, 2).with(Tag.RESULT + 1, 0).with(Tag.MUTATOR, 7);
    assertEquals(t, Tag.decode(t.encode()));
    assertEquals(Tag.NONE, Tag.decode(""));
    assertEquals(Tag.LEAKS, Tag.decode(Tag.LEAKS.encode()));
    assertTrue(Tag.LEAKS.covers(t));
    assertFalse(t.covers(Tag.LEAKS));
    assertTrue(t.covers(Tag.NONE));
  }

  /** Graphs of all sorts: what has no prospects would have found nothing. */
  @Test
  void walksThatAreLeftOutChangeNothing() {
    long first = Sampling.seed() * 10_000;
    int escaped = 0;
    for (long seed = first; seed < first + (Sampling.all() ? 50_000 : 5_000); seed++) {
      Graph all = random(new Random(seed));
      Graph few = all.copy(all.format);
      new Solver(all, Integer.MAX_VALUE).solve();
      new Solver(few, 0).solve();
      for (int i = 0; i < all.all.size(); i++) {
        Location a = all.all.get(i);
        Location b = few.all.get(i);
        String where = "seed " + seed + ", location " + i;
        assertEquals(a.attrs, b.attrs, where);
        assertEquals(a.leaks.optimized(), b.leaks.optimized(), where);
        assertEquals(a.chain, b.chain, where);
        escaped += a.escapes() ? 1 : 0;
      }
    }
    assertTrue(escaped > 10_000, "escaped: " + escaped);
  }

  private static Graph random(Random random) {
    Graph g = new Graph(new Format(null));
    List<Func> funcs = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      boolean inside = i > 0 && random.nextBoolean();
      funcs.add(func("f" + i, inside ? funcs.get(random.nextInt(i)) : null));
    }
    int n = 3 + random.nextInt(random.nextInt(10) == 0 ? 60 : 12);
    for (int i = 0; i < n; i++) {
      Func f = funcs.get(random.nextInt(funcs.size()));
      int kind = random.nextInt(8);
      Tree.Storage storage =
          kind == 0 ? Tree.Storage.PARAM : kind == 1 ? Tree.Storage.RESULT : Tree.Storage.AUTO;
      int depth = storage == Tree.Storage.AUTO ? 1 + random.nextInt(3) : 1;
      Tree.Name name =
          new Tree.Name(Pos.NONE, "v" + i, new Pointer(Universe.INT), storage, f, null, false);
      Location l =
          kind == 2 || kind == 3
              ? g.add(null, f, depth, random.nextBoolean())
              : g.add(name, f, depth, true);
      l.resultIndex = l.result ? 1 + random.nextInt(6) : 0;
    }
    for (int i = 0; i < n + random.nextInt(n); i++) {
      int to = random.nextInt(n + 1);
      Location dst =
          to < n ? g.all.get(to) : List.of(g.heap, g.mutator, g.callee).get(random.nextInt(3));
      int derefs = Math.max(-1, random.nextInt(5) - 2);
      Graph.Hole k = new Graph.Hole(dst, derefs, null, derefs < 0);
      g.flow(k, g.all.get(random.nextInt(n)));
    }
    return g;
  }
}

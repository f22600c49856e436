package dev.gomem.escape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import dev.gomem.types.CellScope;
import dev.gomem.types.Checker;
import dev.gomem.types.Config;
import dev.gomem.types.Obj;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Lesson cells: main is open-ended, what escapes later is repaired, the simple rule and gc's
 * verdicts side by side.
 */
final class CellEscapeTest {
  private CellScope scope = CellScope.empty();
  private CellGraph graph = CellGraph.empty();
  private Tags tags = Tags.UNKNOWN;
  private int count;
  private Node.@Nullable Cell tree;

  /** Runs the analysis of a cell after those before it. */
  private CellResult cell(String text) {
    Source source = new Source("In [" + ++count + "]", text);
    ParseResult<Node.Cell> parsed = Parser.parseCell(source);
    assertTrue(parsed.diagnostics().isEmpty(), () -> parsed.diagnostics().toString());
    tree = parsed.tree();
    dev.gomem.types.CellResult checked =
        Checker.checkCell(scope, parsed.tree(), new Config(p -> null));
    assertTrue(checked.ok(), () -> checked.diagnostics().toString());
    List<Decl.FuncDecl> functions = new ArrayList<>();
    for (Decl d : checked.packageDecls()) {
      if (d instanceof Decl.FuncDecl f) {
        functions.add(f);
      }
    }
    CellResult r =
        Escape.analyzeCell(
            graph,
            functions,
            checked.statements(),
            checked.info(),
            checked.after().pkg(),
            new Generics(),
            tags);
    scope = checked.after();
    graph = r.after();
    tags = r.result().or(tags);
    return r;
  }

  private Obj.Var local(String name) {
    return (Obj.Var) assertNotNull2(scope.lookup(name));
  }

  private static <T> T assertNotNull2(@Nullable T t) {
    assertNotNull(t);
    return t;
  }

  private static AllocSite only(CellResult r, AllocSite.Kind kind) {
    List<AllocSite> found = r.result().sites().stream().filter(s -> s.kind() == kind).toList();
    assertEquals(1, found.size(), () -> kind + ": " + r.result().sites());
    return found.get(0);
  }

  private static String both(AllocSite s) {
    return (s.gc().heap() ? "heap" : "stack") + "/" + (s.simple().heap() ? "heap" : "stack");
  }

  private boolean heap(CellResult r, String name, Placement p) {
    return r.result().heap(local(name), p);
  }

  @Test
  void addressPassedDownStaysOnTheStack() {
    cell("func add(i *int) int { result := *i + 10; return result }");
    CellResult r = cell("num := 2\nx := add(&num)\n_ = x");
    assertFalse(heap(r, "num", Placement.GC));
    assertFalse(heap(r, "num", Placement.SIMPLE));
    assertTrue(r.result().addressed(local("num")));
    assertFalse(r.result().addressed(local("x")));
  }

  @Test
  void addressPassedUpIsOnTheHeapWithItsReason() {
    CellResult r =
        cell("func getNum() *int {\n\tnumber := 7\n\treturn &number\n}\nnum := getNum()\n_ = num");
    AllocSite number = only(r, AllocSite.Kind.VARIABLE);
    assertEquals("number", number.subject());
    assertEquals("heap/heap", both(number));
    AllocSite.Flow last = number.gc().chain().get(number.gc().chain().size() - 1);
    assertEquals("return", last.why());
    assertEquals("&number", last.from());
    assertEquals("~r0", last.to());
    assertEquals(3, assertNotNull2(last.pos()).line());
    assertEquals(number.gc(), number.simple());
  }

  @Test
  void whatIsWrittenAsNewIsHeapUnderTheSimpleRuleOnly() {
    CellResult r =
        cell(
            """
            type T struct{ a int }
            func f() int {
              s := []int{1, 2}
              t := &T{1}
              p := new(int)
              m := map[int]int{1: 2}
              k := make([]int, 3)
              n := make(map[int]int)
              s = append(s, *p)
              return s[0] + t.a + m[1] + k[0] + n[2]
            }
            """);
    for (AllocSite.Kind k :
        List.of(
            AllocSite.Kind.SLICE_LITERAL,
            AllocSite.Kind.COMPOSITE,
            AllocSite.Kind.NEW,
            AllocSite.Kind.MAP_LITERAL,
            AllocSite.Kind.MAKE_SLICE,
            AllocSite.Kind.MAKE_MAP,
            AllocSite.Kind.APPEND)) {
      AllocSite s = only(r, k);
      assertEquals("stack/heap", both(s), k.toString());
      assertEquals(1, s.simple().chain().size());
      assertEquals("simple rule", s.simple().chain().get(0).why());
      assertFalse(s.implicit());
    }
  }

  @Test
  void whatIsStoredInASimpleObjectEscapesToo() {
    CellResult r =
        cell(
            """
            func f() int {
              x := 1
              s := []*int{&x}
              return *s[0]
            }
            func g(p *int) int {
              s := []*int{p}
              return *s[0]
            }
            func h() int {
              y := 2
              return g(&y)
            }
            """);
    List<AllocSite> vars =
        r.result().sites().stream().filter(s -> s.kind() == AllocSite.Kind.VARIABLE).toList();
    assertEquals(List.of("x", "y"), vars.stream().map(AllocSite::subject).toList());
    assertEquals("stack/heap", both(vars.get(0)));
    // g's tag differs between the placements: under simple its parameter leaks.
    assertEquals("stack/heap", both(vars.get(1)));
  }

  @Test
  void implicitThingsFollowGcUnderBothPlacements() {
    CellResult r =
        cell(
            """
            func v(xs ...int) int { return len(xs) }
            func f(x int) int {
              g := func() int { return x }
              var i any = x
              _, ok := i.(int)
              _ = ok
              return v(1, 2) + g()
            }
            """);
    assertEquals("stack/stack", both(only(r, AllocSite.Kind.VARIADIC)));
    assertEquals("stack/stack", both(only(r, AllocSite.Kind.CLOSURE)));
    assertEquals("stack/stack", both(only(r, AllocSite.Kind.BOX)));
  }

  @Test
  void localsOfMainAreReassignedAndObserved() {
    CellResult r =
        cell(
            "n := 10\n"
                + "s := make([]int, n)\n"
                + "f := func() int { return n }\n"
                + "var i any = n\n"
                + "_, _, _ = s, f, i");
    // No constant comes from n, and the closure takes its address.
    assertEquals("make([]int, n)", only(r, AllocSite.Kind.MAKE_SLICE).subject());
    assertEquals("n", only(r, AllocSite.Kind.BOX).subject());
    assertTrue(r.result().addressed(local("n")));
    assertFalse(heap(r, "n", Placement.GC));
    CellResult inFunction =
        cell("func g() int {\n\tn := 10\n\ts := make([]int, n)\n\treturn len(s)\n}");
    assertEquals("make([]int, 10)", only(inFunction, AllocSite.Kind.MAKE_SLICE).subject());
  }

  @Test
  void bytesHeldInMainAreCopied() {
    CellResult r = cell("s := \"abc\"\nb := []byte(s)\n_ = b");
    assertEquals("stack/heap", both(only(r, AllocSite.Kind.CONVERSION)));
    assertFalse(r.result().lines().stream().anyMatch(l -> l.text().startsWith("zero-copy")));
  }

  @Test
  void aLaterCellMakesALocalEscape() {
    cell("var sink *int\nfunc keep(p *int) { sink = p }");
    CellResult first = cell("x := 1\np := &x\n*p = 2");
    assertFalse(heap(first, "x", Placement.GC));
    CellGraph before = graph;
    CellResult second = cell("keep(p)");
    assertEquals(1, second.repairs(Placement.GC).size());
    CellResult.Repair repair = second.repairs(Placement.GC).get(0);
    assertEquals(local("x"), repair.variable());
    assertEquals("call parameter", lastWhy(repair.site().gc()));
    assertTrue(heap(second, "x", Placement.GC));
    assertTrue(heap(second, "x", Placement.SIMPLE));
    assertFalse(heap(second, "p", Placement.GC));
    // The graph before is unchanged, so the cell can be undone.
    assertNotNull(before.variable(local("x")));
    assertFalse(assertNotNull2(before.variable(local("x"))).gc().heap());
  }

  private static String lastWhy(AllocSite.Verdict v) {
    return v.chain().get(v.chain().size() - 1).why();
  }

  @Test
  void aLaterCellMakesNamelessThingsEscape() {
    cell("var sink []*int\nfunc keep(s []*int) { sink = s }");
    cell("x := 1\ns := []*int{&x}\nf := func() { s[0] = nil }\n_ = f");
    CellResult r = cell("keep(s)");
    List<String> gc = r.repairs(Placement.GC).stream().map(k -> k.site().subject()).toList();
    // x too: what a slice on the heap points to must be there.
    assertEquals(List.of("x", "[]*int{...}"), gc);
    CellResult.Repair array = r.repairs(Placement.GC).get(1);
    assertNull(array.variable());
    assertNotNull(array.node());
    // Under the simple rule the array was on the heap from the start, and x with it.
    assertEquals(List.of(), r.repairs(Placement.SIMPLE));
    assertEquals(List.of(), cell("keep(s)").repairs());
  }

  @Test
  void aTriedCellLeavesNothingBehind() {
    cell("x := 1\np := &x");
    CellGraph before = graph;
    CellScope scopeBefore = scope;
    CellResult a = cell("q := func() *int { return p }\n_ = q");
    graph = before;
    scope = scopeBefore;
    count--;
    CellResult b = cell("q := func() *int { return p }\n_ = q");
    assertEquals(
        a.result().sites().toString().replaceAll("Source@\\w+", ""),
        b.result().sites().toString().replaceAll("Source@\\w+", ""));
    assertEquals("main", only(b, AllocSite.Kind.CLOSURE).function());
  }

  @Test
  void callsThroughLocalsOfMainAreUnknown() {
    CellResult r = cell("f := func(p *int) {}\nx := 1\nf(&x)");
    assertTrue(heap(r, "x", Placement.GC));
    assertFalse(heap(r, "f", Placement.GC));
  }

  @Test
  void deferAndGoHaveSites() {
    CellResult r =
        cell(
            "func g(x int) {}\n"
                + "func f() {\n"
                + "\tdefer g(1)\n"
                + "\tfor i := range 2 {\n"
                + "\t\tdefer g(i)\n"
                + "\t}\n"
                + "\tgo g(3)\n"
                + "}");
    List<String> defers =
        r.result().sites().stream()
            .filter(s -> s.kind() == AllocSite.Kind.DEFER || s.kind() == AllocSite.Kind.GO)
            .map(s -> s.kind() + " " + both(s))
            .toList();
    assertEquals(List.of("DEFER stack/stack", "DEFER heap/heap", "GO heap/heap"), defers);
  }

  @Test
  void capturesAreInOrderOfFirstUse() {
    CellResult r =
        cell(
            """
            func f(a, b int) func() int {
              c := 3
              b++
              return func() int {
                x := b
                return func() int { return c + x }() + a
              }
            }
            """);
    List<String> captures = new ArrayList<>();
    dev.gomem.syntax.Walk.preorder(
        assertNotNull2(tree),
        n -> {
          if (n instanceof Expr.FuncLit lit) {
            for (Obj.Var v : r.result().captures(lit)) {
              boolean value = r.result().capturedByValue(lit, v);
              captures.add(v.name() + (value ? "" : "&"));
            }
            captures.add(";");
          }
          return true;
        });
    // What the inner one takes from outside, the outer one takes too, where the inner one ends.
    assertEquals(List.of("b", "c", "a", ";", "c", "x", ";"), captures);
    AllocSite outer =
        r.result().sites().stream().filter(s -> s.kind() == AllocSite.Kind.CLOSURE).toList().get(0);
    assertEquals("f", outer.function());
    assertEquals("heap/heap", both(outer));
  }

  @Test
  void codeThatIsNeverReachedHasAnswersToo() {
    CellResult r =
        cell(
            """
            const debug = false
            func f(n int) int {
              if debug {
                x := n
                p := &x
                g := func() int { return x + n + *p }
                return g()
              }
              return n
            }
            """);
    List<String> names = new ArrayList<>();
    dev.gomem.syntax.Walk.preorder(
        assertNotNull2(tree),
        n -> {
          if (n instanceof Expr.FuncLit lit) {
            r.result().captures(lit).forEach(v -> names.add(v.name() + r.result().addressed(v)));
            assertNull(r.result().site(lit, AllocSite.Kind.CLOSURE));
          }
          return true;
        });
    // x may be addressed for all that is known; n was looked at.
    assertEquals(List.of("xtrue", "nfalse", "ptrue"), names);
  }
}

package dev.gomem.corpus;

import static dev.gomem.corpus.Growth.chain;
import static dev.gomem.corpus.Growth.main;
import static dev.gomem.corpus.Growth.repeat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gomem.library.Library;
import dev.gomem.session.Toolchain;
import dev.gomem.source.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * Escape analysis takes time linear in the text, whatever there is much of, both placements
 * together: see {@link Growth}. gc's own is quadratic for some of these shapes.
 */
class EscapeGrowthTest {
  private static final String SINK = "var sink *int\nvar any1 any\n";

  private static Map<String, IntFunction<String>> shapes() {
    Map<String, IntFunction<String>> m = new LinkedHashMap<>();
    m.put("functions", Growth::functions);
    m.put("a chain of pointers", n -> pointers(n, "p%d := p%d", "_ = p%d"));
    m.put("a chain of pointers that leaks", n -> pointers(n, "p%d := p%d", "sink = p%d"));
    m.put(
        "a chain through memory",
        n -> pointers(n / 2, "q%1$d := &p%2$d\np%1$d := *q%1$d", "_ = p%d"));
    m.put(
        "a chain through memory that leaks",
        n -> pointers(n / 2, "q%1$d := &p%2$d\np%1$d := *q%1$d", "sink = p%d"));
    m.put(
        "a chain in a loop",
        n -> pointers(n / 2, "p%d := p%d", "for i := range 9 { y := i\np%1$d = &y }\n_ = p%1$d"));
    m.put("a ring of pointers", n -> pointers(n, "p%d := p%d", "p0 = p%d"));
    m.put("pointers to one variable", n -> SINK + main(repeat(n, "p%d := &x; _ = p%d", 2, "")));
    m.put(
        "one pointer to many variables",
        n -> SINK + main("p := &x\n" + repeat(n / 2, "x%d := %d\np = &x%d", 3, "sink = p")));
    m.put(
        "one slice of many pointers",
        n ->
            SINK
                + main(
                    "var s []*int\n"
                        + repeat(n / 2, "x%d := %d\ns = append(s, &x%d)", 3, "_ = s")));
    m.put(
        "one interface of many values",
        n -> SINK + main("var s any\n" + repeat(n, "s = x + %d", 1, "_ = s")));
    m.put(
        "a map of many pointers",
        n -> SINK + main("m := map[int]*int{}\n" + repeat(n / 2, "x%d := %d\nm[1] = &x%d", 3, "")));
    m.put(
        "literals",
        n ->
            SINK + main("type T struct { p *T }\nvar t *T\n" + repeat(n, "t = &T{t}", 0, "_ = t")));
    m.put(
        "a literal of literals",
        n ->
            "type T struct { p *int; n string }\nvar i int\n"
                + main("s := []*T{\n" + repeat(n, "{&i, \"%d\"},", 1, "}") + "_ = s"));
    m.put(
        "closures",
        n -> SINK + main(repeat(n / 3, "f%d := func() int { x++\nreturn x }\n_ = f%d()", 2, "")));
    m.put(
        "closures by reference that leak",
        n ->
            "var f func()\n" + main(repeat(n / 3, "x%d := 1\nf = func() { x%d++ }\nx%d++", 3, "")));
    m.put("nested closures", n -> main(lists(n)));
    m.put(
        "loops",
        n ->
            SINK
                + main(
                    "var p *int\n"
                        + repeat(n / 4, "for i := range 3 {\ny := i\np = &y\n}", 0, "_ = p")));
    m.put(
        "calls",
        n ->
            "func id(p *int) *int { return p }\n"
                + main("p := &x\n" + repeat(n, "p = id(p)", 0, "")));
    m.put(
        "a chain of calls",
        n ->
            "func f0(p *int) *int { return p }\n"
                + chain(n, "func f%d(p *int) *int { return f%d(p) }")
                + Growth.MAIN);
    m.put("functions that call each other", n -> ring(n));
    m.put("functions that call each other with pointers", n -> ringOfPointers(n));
    m.put("deferred calls", n -> main(repeat(n, "defer func() { x++ }()", 0, "")));
    m.put("goroutines", n -> main(repeat(n / 2, "y%d := &x\ngo func() { *y%d++ }()", 2, "")));
    m.put(
        "package variables",
        n -> repeat(n, "var v%d = &struct{ a, b *int }{}", 1, "") + Growth.MAIN);
    m.put(
        "assigned package variables",
        n -> repeat(n / 2, "var v%d *int", 1, "") + main(repeat(n / 2, "v%d = &x", 1, "")));
    m.put(
        "methods",
        n ->
            "type T struct{ p *int }\n"
                + repeat(n, "func (t *T) m%d() *int { return t.p }", 1, "")
                + Growth.MAIN);
    m.put(
        "interface calls",
        n ->
            "type I interface{ m(p *int) }\ntype T struct{}\nfunc (T) m(p *int) {}\n"
                + main("var i I = T{}\n" + repeat(n / 2, "x%d := 1\ni.m(&x%d)", 2, "")));
    m.put(
        "instances",
        n ->
            "func id[T any](x *T) *T { return x }\n"
                + repeat(n / 2, "type T%d int", 1, "")
                + main(repeat(n / 2, "_ = id(new(T%d))", 1, "")));
    m.put(
        "results",
        n ->
            "func f(p *int) ("
                + results(n)
                + ") { return "
                + "p, ".repeat(99)
                + "p }\n"
                + main(repeat(n, "f(&x)", 0, "")));
    m.put("prints", n -> "import \"fmt\"\n" + main(repeat(n, "fmt.Println(x, \"%d\", &x)", 1, "")));
    return m;
  }

  @Test
  void tenTimesTheTextTakesTenTimesTheTime() throws InterruptedException {
    Toolchain toolchain = new Toolchain(new Library());
    Growth growth =
        new Growth(
            "escape analysis",
            text -> {
              Toolchain.Checked c =
                  toolchain.check(List.of(new Source("main.go", "package main\n" + text)));
              assertEquals(List.of(), c.result().diagnostics());
              return () -> toolchain.escape(c);
            });
    assertEquals("", growth.faults(shapes()));
  }

  private static String pointers(int count, String line, String end) {
    return SINK + main("p0 := &x\n" + chain(count, line) + String.format(end, count - 1));
  }

  private static String results(int n) {
    return "*int, ".repeat(99) + "*int";
  }

  private static String lists(int n) {
    return repeat(
        n / 4,
        "f%d := func() func() *int {\ny := %d\nreturn func() *int { return &y } }\n_ = f%d",
        3,
        "");
  }

  /** Each function calls the next one, and the last one the first. */
  private static String ring(int n) {
    return repeat(n - 1, "func f%d(x int) int { return g(x) }", 1, "") + calls(n);
  }

  private static String calls(int n) {
    return "func g(x int) int {\nswitch x {\n"
        + repeat(n / 2, "case %d: return f%d(x - 1)", 2, "}\nreturn 0 }")
        + Growth.MAIN;
  }

  private static String ringOfPointers(int n) {
    return "func f0(p *int) *int { return f"
        + (n - 1)
        + "(p) }\n"
        + chain(n, "func f%d(p *int) *int { q := new(int)\nif *p > 3 { return q }\nreturn f%d(p) }")
        + Growth.MAIN;
  }
}

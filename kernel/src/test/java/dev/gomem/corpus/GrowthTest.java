package dev.gomem.corpus;

import static dev.gomem.corpus.Growth.MAIN;
import static dev.gomem.corpus.Growth.chain;
import static dev.gomem.corpus.Growth.lists;
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
 * Scanning, parsing and checking take time linear in the text, whatever there is much of: see
 * {@link Growth}.
 */
class GrowthTest {
  /** Programs of about so many lines, by what there is much of in them. */
  private static Map<String, IntFunction<String>> shapes() {
    Map<String, IntFunction<String>> m = new LinkedHashMap<>();
    m.put("functions", Growth::functions);
    m.put(
        "statements of one function",
        n ->
            main(
                repeat(
                    n / 3, "x%d := %d\nif x%d > 7 { x%d += 2 }\n_ = x%d * 3", 5, "println(x0)")));
    m.put("types", n -> repeat(n / 4, "type T%d struct {\n\ta, b int\n\tc *T%d\n}", 2, "") + MAIN);
    m.put(
        "methods of one type",
        n -> "type T struct{}\n" + repeat(n, "func (t T) m%d() int { return %d }", 2, "") + MAIN);
    m.put(
        "methods of an interface",
        n ->
            "type I interface {\n"
                + repeat(n / 2, "m%d() int", 1, "}")
                + "type T struct{}\n"
                + repeat(n / 2, "func (t T) m%d() int { return 0 }", 1, "")
                + "func main() { var i I = T{}; i.m0() }\n");
    m.put("fields", n -> "type T struct {\n" + repeat(n, "f%d int", 1, "}") + MAIN);
    m.put("constants", n -> "const (\n_ = iota\n" + repeat(n, "c%d", 1, ")") + MAIN);
    m.put("a chain of constants", n -> "const c0 = 1\n" + chain(n, "const c%d = c%d ^ 3") + MAIN);
    m.put("a chain of variables", n -> "var c0 = 1\n" + chain(n, "var c%d = c%d + 1") + MAIN);
    m.put(
        "variables through functions",
        n ->
            "var v0 = 1\n"
                + chain(n / 2, "var v%d = f%d()")
                + repeat(n / 2, "func f%d() int { return v%d }", 2, "")
                + MAIN);
    m.put("a chain of types", n -> "type c0 int\n" + chain(n, "type c%d c%d") + MAIN);
    m.put("a chain of aliases", n -> "type c0 = int\n" + chain(n, "type c%d = c%d") + MAIN);
    m.put("elements", n -> "var s = []int{\n" + repeat(n, "%d,", 1, "}") + MAIN);
    m.put("keys", n -> "var s = map[string]int{\n" + repeat(n, "\"k%d\": %d,", 2, "}") + MAIN);
    m.put("cases", n -> main("switch 2 * x {\n" + repeat(n / 2, "case %d:\nx++", 1, "}")));
    m.put(
        "cases of types",
        n ->
            repeat(n / 3, "type T%d int", 1, "")
                + main(
                    "var i any = x\nswitch i.(type) {\n"
                        + repeat(n / 3, "case T%d:\nx++", 1, "}")));
    m.put("labels", n -> main(repeat(n / 2, "L%d:\nif x > %d { goto L%d }", 3, "")));
    m.put(
        "closures",
        n -> main(repeat(n / 2, "f%d := func() int { return x + %d }\n_ = f%d", 3, "")));
    m.put(
        "instances",
        n ->
            "type G[T any] struct{ x T }\nfunc (g G[T]) m() T { return g.x }\nfunc id[T any](x T) T { return x }\n"
                + repeat(n / 2, "type T%d int\nvar v%d = id(G[T%d]{}.m())", 3, "")
                + MAIN);
    m.put("undefined names", n -> main(repeat(n, "undefined%d()", 1, "")));
    m.put("unused variables", n -> main(repeat(n, "v%d := x", 1, "")));
    m.put("redeclared names", n -> "var v int\n".repeat(n) + MAIN);
    m.put("syntax errors", n -> main(repeat(n, "x = = %d", 1, "")));
    m.put("a long string", n -> "var s = `" + repeat(n, "line %d", 1, "`") + MAIN);
    m.put("comments", n -> repeat(n, "// line %d", 1, "") + MAIN);
    m.put(
        "a long sum of strings",
        n -> "var s = \"\"" + lists(n, 1000, " +\n\"s%d\"", "\nvar s%d = \"\""));
    return m;
  }

  @Test
  void tenTimesTheTextTakesTenTimesTheTime() throws InterruptedException {
    Toolchain toolchain = new Toolchain(new Library());
    Growth growth =
        new Growth(
            "checking",
            text -> () -> toolchain.check(List.of(new Source("main.go", "package main\n" + text))));
    assertEquals("", growth.faults(shapes()));
  }
}

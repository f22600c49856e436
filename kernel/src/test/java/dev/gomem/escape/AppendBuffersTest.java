package dev.gomem.escape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.source.Source;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import dev.gomem.types.CheckResult;
import dev.gomem.types.Checker;
import dev.gomem.types.Config;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Buffers of appends and moves to the heap, as observed from capacities that native Go prints. */
final class AppendBuffersTest {
  /** Buffers in source order ("-" for none), then moves with "!" where capacity is preserved. */
  private static String of(String body) {
    String text =
        "package main\n"
            + "var sink []int\n"
            + "func use(s []int) int { return len(s) }\n"
            + "func keep(s []int) { sink = s }\n"
            + body;
    ParseResult<Node.File> parsed = Parser.parseFile(new Source("main.go", text));
    assertTrue(parsed.diagnostics().isEmpty(), () -> parsed.diagnostics().toString());
    CheckResult checked = Checker.checkFiles("main", List.of(parsed.tree()), new Config(p -> null));
    assertTrue(checked.ok(), () -> checked.diagnostics().toString());
    EscapeResult r =
        Escape.analyze(
            EscapeCorpusTest.functions(List.of(parsed.tree())),
            checked.info(),
            checked.pkg(),
            Tags.UNKNOWN,
            Escape.Author.LEARNER);
    List<String> out = new ArrayList<>();
    dev.gomem.syntax.Walk.preorder(
        parsed.tree(),
        n -> {
          if (n instanceof Expr.CallExpr c
              && c.fun() instanceof Expr.Name f
              && f.value().equals("append")) {
            EscapeResult.AppendBuffer b = r.appendBuffer(c);
            out.add(b == null ? "-" : b.toString());
          }
          for (EscapeResult.MoveToHeap m : r.movesBefore(n)) {
            out.add("move " + m.slice().name() + (m.preserveCapacity() ? "!" : ""));
          }
          return true;
        });
    return String.join(" ", out);
  }

  @Test
  void aSliceThatStaysTakesTheWholeBufferAtOnce() {
    assertEquals(
        "WHOLE",
        of("func f() int { var s []int; for i := range 9 { s = append(s, i) }; return cap(s) }"));
    assertEquals(
        "WHOLE -",
        of("func f() int { var s []int; s = append(s, 1); s = append(s, 2); return s[0] }"));
  }

  @Test
  void aSliceThatIsReturnedIsMovedBefore() {
    assertEquals(
        "WHOLE move s",
        of("func f() []int { var s []int; for i := range 9 { s = append(s, i) }; return s }"));
    assertEquals(
        "WHOLE move s", of("func f() (s []int) { for i := range 9 { s = append(s, i) }; return }"));
  }

  @Test
  void aUsedCapacityGrowsStepByStep() {
    assertEquals(
        "LADDER move s!",
        of(
            "func f() []int { var s []int; for i := range 9 { s = append(s, i) }; println(cap(s));"
                + " return s }"));
    assertEquals(
        "LADDER move s!",
        of(
            "func f() []int { var s []int; for i := range 9 { s = append(s, i); use(s) }; return s"
                + " }"));
  }

  @Test
  void otherwiseItGrowsOnTheHeap() {
    assertEquals(
        "-",
        of(
            "func f(b bool) []int { var s []int; for i := range 9 { s = append(s, i) }; if b {"
                + " return s }; return s }"));
    assertEquals(
        "-", of("func f() { var s []int; for i := range 9 { s = append(s, i) }; keep(s) }"));
    assertEquals(
        "-",
        of("func f() *int { var s []int; for i := range 9 { s = append(s, i) }; return &s[0] }"));
    assertEquals("-", of("func f() []int { var s []int; s = append(s, 1); return s }"));
    assertEquals("-", of("func f(t []int) int { var s []int; s = append(s, t...); return s[0] }"));
    assertEquals(
        "-", of("func f(t [5]int) int { var s [][5]int; s = append(s, t); return len(s) }"));
    assertEquals(
        "-", of("func f() int { var s []int; p := &s; s = append(s, 1); return len(*p) }"));
  }
}

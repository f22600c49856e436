package dev.gomem.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.gomem.source.Source;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Big inputs: time linear in the text, and nesting that a small part of a session's stack holds.
 */
class LimitsTest {
  private static String lines(int n) {
    StringBuilder b = new StringBuilder("package p\n");
    for (int i = 0; b.length() > 0 && i < n / 10; i++) {
      b.append("func f").append(i).append("(a, b int) (int, error) {\n");
      b.append("\tx := []int{a, b, ").append(i).append("}\n");
      b.append("\tfor i, v := range x {\n");
      b.append("\t\tif v > b*(a+1) && i != 3 || x[i] == v {\n");
      b.append("\t\t\tx = append(x[:i], x[i+1:]...)\n");
      b.append("\t\t}\n");
      b.append("\t}\n");
      b.append("\tdefer func() { recover() }()\n");
      b.append("\treturn len(x), nil\n");
      b.append("}\n");
    }
    return b.toString();
  }

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * Allocated bytes and, at best of three, CPU time in nanoseconds of a parse: neither counts other
   * processes.
   */
  private record Cost(long bytes, long nanos) {}

  private static Cost cost(String text, boolean cell) {
    Source source = new Source("p.go", cell ? text.substring(text.indexOf('\n')) : text);
    long nanos = Long.MAX_VALUE;
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long cpu = THREADS.getCurrentThreadCpuTime();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      ParseResult<?> r = cell ? Parser.parseCell(source) : Parser.parseFile(source);
      bytes = Math.min(bytes, THREADS.getCurrentThreadAllocatedBytes() - allocated);
      nanos = Math.min(nanos, THREADS.getCurrentThreadCpuTime() - cpu);
      assertTrue(r.diagnostics().isEmpty());
    }
    return new Cost(bytes, nanos);
  }

  @Test
  void workIsLinear() {
    cost(lines(20_000), false); // warm up
    Cost small = cost(lines(20_000), false);
    Cost big = cost(lines(200_000), false);
    Cost cell = cost(lines(100_000), true);
    System.out.println(
        "20,000 lines " + small + "; 200,000 " + big + "; a cell of 100,000 " + cell);
    assertTrue(big.bytes < 11 * small.bytes, big.bytes + " bytes against " + small.bytes);
    assertTrue(big.nanos < 60 * small.nanos, big.nanos + " ns against " + small.nanos);
  }

  @Test
  void errorsKeepItLinear() {
    String unit = "func ( 1\n x := := ( ] } else {\n goto L\n \"\n type [ T\n";
    assertTrue(repeated(unit, 40_000) < 40 * repeated(unit, 4_000) + 200_000_000);
  }

  private static long repeated(String unit, int n) {
    Source source = new Source("p.go", unit.repeat(n));
    long start = System.nanoTime();
    Parser.parseCell(source);
    return System.nanoTime() - start;
  }

  /** Parses in a thread with a stack of 16 MiB, a small part of what a session's thread has. */
  private static ParseResult<Node.Cell> onSmallStack(String text) {
    AtomicReference<ParseResult<Node.Cell>> result = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread t =
        new Thread(
            null, () -> result.set(Parser.parseCell(new Source("c", text))), "small", 16 << 20);
    t.setUncaughtExceptionHandler((_, e) -> failure.set(e));
    t.start();
    try {
      t.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertEquals(null, failure.get(), text.substring(0, 20));
    return result.get();
  }

  private static void nests(String open, String inner, String close) {
    int n = Parser.MAX_NESTING / 3;
    assertEquals(
        "",
        onSmallStack(open.repeat(n) + inner + close.repeat(n))
            .diagnostics()
            .toString()
            .replace("[]", ""));
    ParseResult<Node.Cell> r = onSmallStack(open.repeat(100_000) + inner + close.repeat(100_000));
    assertTrue(
        r.diagnostics().getFirst().message().startsWith("not supported yet: "),
        r.diagnostics().getFirst().toString());
    assertEquals(false, r.canCheck());
  }

  @Test
  void nestingIsBounded() {
    nests("(", "x()", ")");
    nests("- ", "x()", "");
    nests("f(", "x", ")");
    nests("{", "x()", "}");
    nests("if a { ", "x()", "}");
    nests("func() { ", "x()", "}()");
    nests("for { ", "x()", "}");
    nests("switch { case a: ", "x()", "}");
    assertTrue(
        onSmallStack("var x " + "[]".repeat(100_000) + "int")
            .diagnostics()
            .toString()
            .contains("not supported"));
    assertTrue(
        onSmallStack("var x = []T{" + "{".repeat(100_000))
            .diagnostics()
            .toString()
            .contains("not supported"));
    assertTrue(
        onSmallStack("if a {} " + "else if a {}".repeat(100_000))
            .diagnostics()
            .toString()
            .contains("not supported"));
    assertTrue(
        onSmallStack("x = 1" + "+1".repeat(100_000))
            .diagnostics()
            .toString()
            .contains("not supported"));
    assertTrue(
        onSmallStack("x" + ".a".repeat(100_000))
            .diagnostics()
            .toString()
            .contains("not supported"));
    assertEquals("[]", onSmallStack("x = 1" + "+1".repeat(9_900)).diagnostics().toString());
  }
}

package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.gomem.Sampling;
import dev.gomem.library.Library;
import dev.gomem.session.Toolchain;
import dev.gomem.source.Source;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Scanning, parsing and checking take time linear in the text, whatever there is much of: generated
 * programs of 1,000, 10,000 and (if all is asked for) 100,000 lines. What is held is what a busy
 * machine cannot blur: ten times the text may take no more than {@link #BYTES} times the memory
 * and, of the processor's time and not the clock's, {@link #TIMES} times, at the best of three
 * tries; a quadratic step takes a hundred. {@code -Dgomem.only} takes some shapes.
 */
class GrowthTest {
  private static final double BYTES = 14;
  private static final double TIMES = 35;

  /** So much more than the smaller text's, in milliseconds, is noise. */
  private static final double FREE = 150;

  private static final long STACK_BYTES = 64L << 20;

  private final ThreadMXBean clock =
      (ThreadMXBean) ManagementFactory.getPlatformMXBean(java.lang.management.ThreadMXBean.class);
  private final Toolchain toolchain = new Toolchain(new Library());
  private final List<String> faults = new ArrayList<>();

  /** Programs of about so many lines, by what there is much of in them. */
  private static Map<String, IntFunction<String>> shapes() {
    Map<String, IntFunction<String>> m = new LinkedHashMap<>();
    m.put("functions", GrowthTest::functions);
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

  private static final String MAIN = "func main() {}\n";

  private static String main(String body) {
    return "func main() {\nx := 1\n" + body + "\n_ = x\n}\n";
  }

  /** A line so many times, its number put in {@code times} times. */
  private static String repeat(int count, String line, int times, String end) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < count; i++) {
      Object[] args = new Object[times];
      java.util.Arrays.fill(args, i);
      b.append(String.format(line, args)).append('\n');
    }
    return b.append(end).append('\n').toString();
  }

  /** Each line uses the name of the one before it. */
  private static String chain(int count, String line) {
    StringBuilder b = new StringBuilder();
    for (int i = 1; i < count; i++) {
      b.append(String.format(line, i, i - 1)).append('\n');
    }
    return b.toString();
  }

  /** Lists of limited length, one after the other. */
  private static String lists(int count, int length, String item, String begin) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < count; i++) {
      b.append(i % length == 0 ? String.format(begin, i) : String.format(item, i));
    }
    return b.append('\n').append(MAIN).toString();
  }

  /** What programs are mostly made of. */
  private static String functions(int lines) {
    StringBuilder b = new StringBuilder("import \"fmt\"\n");
    for (int i = 0; i < lines / 14; i++) {
      b.append(
          String.format(
              """
              type S%1$d struct {
              	name  string
              	count int
              }

              func (s *S%1$d) add(n int) *S%1$d {
              	for i := 0; i < n; i++ {
              		s.count += i %% 3
              	}
              	return s
              }

              func f%1$d(xs []int, m map[string]*S%1$d) (sum int, err error) {
              	for i, x := range xs {
              		if s, ok := m[fmt.Sprint(i)]; ok && x > 0 { sum += s.add(x).count }
              	}
              	return sum, nil
              }
              """,
              i));
    }
    return b.append(MAIN).toString();
  }

  private record Cost(int lines, double millis, double megabytes) {
    Cost least(Cost other) {
      return new Cost(lines, Math.min(millis, other.millis), Math.min(megabytes, other.megabytes));
    }

    @Override
    public String toString() {
      return String.format("%d lines %.0f ms %.1f MB", lines, millis, megabytes);
    }
  }

  @Test
  void tenTimesTheTextTakesTenTimesTheTime() throws InterruptedException {
    Thread thread = new Thread(null, this::measure, "growth", STACK_BYTES);
    thread.start();
    thread.join();
    assertEquals("", String.join("\n", faults));
  }

  private void measure() {
    String only = System.getProperty("gomem.only", "");
    check(functions(10_000)); // warms up
    check(functions(10_000));
    shapes()
        .forEach((name, shape) -> {
          if (name.contains(only)) {
            shape(name, shape);
          }
        });
  }

  private void shape(String name, IntFunction<String> shape) {
    StringBuilder told = new StringBuilder();
    Cost before = null;
    int[] sizes = Sampling.all() ? new int[] {1_000, 10_000, 100_000} : new int[] {1_000, 10_000};
    for (int size : sizes) {
      String text = shape.apply(size);
      Cost cost = cost(text);
      for (int again = 0; again < 2 && tooMuch(before, cost); again++) {
        cost = cost.least(cost(text));
      }
      if (tooMuch(before, cost)) {
        faults.add(name + ": " + before + ", " + cost);
      }
      told.append(told.isEmpty() ? "" : ", ").append(cost);
      before = cost;
    }
    System.out.println("growth, " + name + ": " + told);
  }

  private static boolean tooMuch(@Nullable Cost before, Cost cost) {
    if (before == null) {
      return false;
    }
    double factor = cost.lines / (10.0 * before.lines);
    return cost.megabytes > before.megabytes * BYTES * factor + 5
        || cost.millis > before.millis * TIMES * factor + FREE;
  }

  private Cost cost(String text) {
    long start = clock.getCurrentThreadCpuTime();
    long allocated = clock.getCurrentThreadAllocatedBytes();
    check(text);
    double bytes = clock.getCurrentThreadAllocatedBytes() - allocated;
    double millis = (clock.getCurrentThreadCpuTime() - start) / 1e6;
    return new Cost((int) text.lines().count(), millis, bytes / 1e6);
  }

  private void check(String text) {
    toolchain.check(List.of(new Source("main.go", "package main\n" + text)));
  }
}

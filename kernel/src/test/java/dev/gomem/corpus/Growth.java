package dev.gomem.corpus;

import com.sun.management.ThreadMXBean;
import dev.gomem.Sampling;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures how a stage's cost grows with its text: programs of 1,000, 10,000 and (if all is asked
 * for) 100,000 lines. What is held is what a busy machine cannot blur: ten times the text may take
 * no more than {@link #BYTES} times the memory and, of the processor's time and not the clock's,
 * {@link #TIMES} times, at the best of three tries; a quadratic step takes a hundred. {@code
 * -Dgomem.only} takes some shapes.
 */
final class Growth {
  private static final double BYTES = 14;
  private static final double TIMES = 35;

  /** So much more than the smaller text's, in milliseconds, is noise. */
  private static final double FREE = 150;

  private static final long STACK_BYTES = 64L << 20;

  private final ThreadMXBean clock =
      (ThreadMXBean) ManagementFactory.getPlatformMXBean(java.lang.management.ThreadMXBean.class);
  private final List<String> faults = new ArrayList<>();
  private final String stage;
  private final Function<String, Runnable> work;

  /**
   * @param stage its name, for what is printed
   * @param work does with a program's text (without package clause) what comes before the stage,
   *     and gives what is to be measured
   */
  Growth(String stage, Function<String, Runnable> work) {
    this.stage = stage;
    this.work = work;
  }

  static final String MAIN = "func main() {}\n";

  static String main(String body) {
    return "func main() {\nx := 1\n" + body + "\n_ = x\n}\n";
  }

  /** A line so many times, its number put in {@code times} times. */
  static String repeat(int count, String line, int times, String end) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < count; i++) {
      Object[] args = new Object[times];
      java.util.Arrays.fill(args, i);
      b.append(String.format(line, args)).append('\n');
    }
    return b.append(end).append('\n').toString();
  }

  /** Each line uses the name of the one before it. */
  static String chain(int count, String line) {
    StringBuilder b = new StringBuilder();
    for (int i = 1; i < count; i++) {
      b.append(String.format(line, i, i - 1)).append('\n');
    }
    return b.toString();
  }

  /** Lists of limited length, one after the other. */
  static String lists(int count, int length, String item, String begin) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < count; i++) {
      b.append(i % length == 0 ? String.format(begin, i) : String.format(item, i));
    }
    return b.append('\n').append(MAIN).toString();
  }

  /** What programs are mostly made of. */
  static String functions(int lines) {
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

  /**
   * Measures all shapes, each a program of about so many lines by its name; gives what grew too
   * much, a line each.
   */
  String faults(Map<String, IntFunction<String>> shapes) throws InterruptedException {
    Thread thread = new Thread(null, () -> measure(shapes), "growth", STACK_BYTES);
    thread.setUncaughtExceptionHandler((t, e) -> faults.add("thrown: " + e));
    thread.start();
    thread.join();
    return String.join("\n", faults);
  }

  private void measure(Map<String, IntFunction<String>> shapes) {
    String only = System.getProperty("gomem.only", "");
    for (int i = 0; i < 3; i++) {
      work.apply(functions(10_000)).run(); // warms up
    }
    shapes.forEach((name, shape) -> {
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
    System.out.println("growth of " + stage + ", " + name + ": " + told);
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
    Runnable measured = work.apply(text);
    long start = clock.getCurrentThreadCpuTime();
    long allocated = clock.getCurrentThreadAllocatedBytes();
    measured.run();
    double bytes = clock.getCurrentThreadAllocatedBytes() - allocated;
    double millis = (clock.getCurrentThreadCpuTime() - start) / 1e6;
    return new Cost((int) text.lines().count(), millis, bytes / 1e6);
  }
}

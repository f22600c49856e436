package dev.gomem.library;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.machine.JavaBody;
import dev.gomem.machine.Machine;
import dev.gomem.machine.MemoryStats;
import dev.gomem.machine.memory.Pacer;
import dev.gomem.machine.memory.SizeClasses;
import dev.gomem.machine.memory.Specials.Cleanup;
import dev.gomem.machine.memory.Specials.Due;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of packages runtime, runtime/debug and weak that ask the collector or steer it:
 * finalizers, cleanups, weak pointers, pacing and counters; and the goroutines' stacks as text.
 */
final class CollectorBodies {
  private CollectorBodies() {}

  // How a finalizer is called, as package runtime numbers it.
  private static final int POINTER = 1;
  private static final int INTERFACE = 2;
  private static final int MANY = 2;

  static void add(Map<String, JavaBody> to) {
    to.put("runtime.collect", (m, b) -> m.collect());
    finalizers(to);
    cleanups(to);
    to.put("weak.handle", (m, b) -> m.put64(b + 8, m.finalizers().weakHandle(m.get64(b))));
    to.put("weak.register", (m, b) -> m.finalizers().weakHandle(m.get64(b), m.get64(b + 8)));
    to.put("runtime.count", CollectorBodies::count);
    to.put("runtime/debug.release", (m, b) -> m.release());
    to.put(
        "runtime/debug.setGCPercent",
        (m, b) -> m.put64(b + 8, m.pacer().percent((int) m.get64(b))));
    to.put("runtime/debug.SetMemoryLimit", (m, b) -> m.put64(b + 8, m.pacer().limit(m.get64(b))));
    to.put(
        "runtime.Stack",
        (m, b) -> {
          byte[] text = m.stacks(m.get(b + 24, 1) != 0).getBytes(StandardCharsets.UTF_8);
          int n = (int) Math.min(text.length, m.get64(b + 8));
          m.putBytes(m.get64(b), Arrays.copyOf(text, n));
          m.put64(b + 32, n);
        });
    to.put("runtime/debug.SetMaxStack", (m, b) -> m.put64(b + 8, m.maxStack(m.get64(b))));
  }

  /** Fills in a struct of words, then the ends of collections, then uses of size classes. */
  private static void count(Machine m, long b) {
    MemoryStats s = m.memoryStats();
    long to = m.get64(b);
    long[] words = {
      s.mallocs(),
      s.objects(),
      s.total(),
      s.alloc(),
      s.sys(),
      s.inUse(),
      s.idle(),
      s.released(),
      s.stacks(),
      s.goal(),
      s.lastEnd(),
      s.collections(),
      s.forced()
    };
    for (int i = 0; i < words.length; i++) {
      m.put64(to + 8L * i, words[i]);
    }
    long ends = m.get64(b + 8);
    for (int i = 0; i < Pacer.HISTORY; i++) {
      m.put64(ends + 8L * i, m.pacer().end(i));
    }
    long sizes = m.get64(b + 16);
    for (int i = 0; i < m.get64(b + 24); i++) {
      m.put64(sizes + 24L * i, SizeClasses.bytes(i));
      m.put64(sizes + 24L * i + 8, i == 0 ? 0 : s.sizes().get(i).given());
      m.put64(sizes + 24L * i + 16, i == 0 ? 0 : s.sizes().get(i).freed());
    }
  }

  private static void finalizers(Map<String, JavaBody> to) {
    to.put(
        "runtime.setFinalizer",
        (m, b) ->
            m.finalizers()
                .set(
                    m.typeAt(m.get64(b)),
                    m.get64(b + 8),
                    m.typeAt(m.get64(b + 16)),
                    m.get64(b + 24),
                    m.get64(b + 32)));
    to.put(
        "runtime.nextFinalizer",
        (m, b) -> {
          Due d = m.finalizers().nextFinalizer();
          long how = 0;
          if (d != null) {
            how = d.finalizer().word() == 0 ? POINTER : INTERFACE;
            how += d.finalizer().results() > m.get64(b) ? MANY : 0;
          }
          m.put64(b + 8, how);
        });
    to.put("runtime.pointerFinalizer", CollectorBodies::pointer);
    to.put("runtime.pointerManyFinalizer", CollectorBodies::pointer);
    to.put("runtime.interFinalizer", CollectorBodies::inter);
    to.put("runtime.interManyFinalizer", CollectorBodies::inter);
  }

  private static void pointer(Machine m, long b) {
    Due d = m.finalizers().finalizer();
    m.put64(b, d.finalizer().fn());
    m.put64(b + 8, d.object());
  }

  private static void inter(Machine m, long b) {
    Due d = m.finalizers().finalizer();
    m.put64(b, d.finalizer().fn());
    m.put64(b + 8, d.finalizer().word());
    m.put64(b + 16, d.object());
  }

  private static void cleanups(Map<String, JavaBody> to) {
    to.put("runtime.checkArgument", (m, b) -> m.put64(b + 24, checkArgument(m, b)));
    to.put(
        "runtime.pointerFree",
        (m, b) -> {
          RType t = m.typeAt(m.get64(b));
          m.put64(b + 16, t != null && !t.hasPointers() ? 1 : 0);
        });
    to.put(
        "runtime.isObject", (m, b) -> m.put64(b + 8, m.finalizers().isObject(m.get64(b)) ? 1 : 0));
    to.put(
        "runtime.isStatic", (m, b) -> m.put64(b + 8, m.finalizers().isStatic(m.get64(b)) ? 1 : 0));
    to.put(
        "runtime.closesOver",
        (m, b) -> m.put64(b + 16, m.finalizers().closesOver(m.get64(b), m.get64(b + 8)) ? 1 : 0));
    to.put(
        "runtime.addCleanup",
        (m, b) ->
            m.put64(
                b + 24, m.finalizers().addCleanup(m.get64(b), m.get64(b + 8), m.get64(b + 16))));
    to.put("runtime.stopCleanup", (m, b) -> m.finalizers().stopCleanup(m.get64(b), m.get64(b + 8)));
    to.put(
        "runtime.nextCleanup",
        (m, b) -> {
          Cleanup c = m.finalizers().nextCleanup();
          m.put64(b, c == null ? 0 : c.call());
          m.put64(b + 8, c == null ? 0 : c.fn());
        });
  }

  /** 1 if the argument is the pointer, 2 if it leads into the same object, but not a shared one. */
  private static int checkArgument(Machine m, long b) {
    long p = m.get64(b);
    @Nullable RType t = m.typeAt(m.get64(b + 8));
    if (t == null || t.kind() != Kind.POINTER && t.kind() != Kind.UNSAFE_POINTER) {
      return 0;
    }
    long argument = m.get64(b + 16);
    if (argument == p) {
      return 1;
    }
    return m.finalizers().sameObject(p, argument) && !m.finalizers().isTiny(p) ? 2 : 0;
  }
}

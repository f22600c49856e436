package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put64;

import dev.gomem.code.Function.Local;
import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.Specials;
import dev.gomem.machine.memory.TypeInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The garbage collector: precise mark and sweep, the world stopped. Roots are package variables by
 * type, the live words of every frame, defer records, panics in progress, what goroutines wait
 * with, and what finalizers and cleanups need. Objects in frames are reached as gc reaches stack
 * objects: through pointers to them.
 *
 * <p>Pointer slots in scope that are no roots keep showing what they hold until it is freed; then
 * they are cleared.
 */
final class Collector {
  private final Interp s;

  Collector(Interp s) {
    this.s = s;
  }

  /** Marks and sweeps; the running goroutine stands at {@code s.at}. */
  void collect() {
    s.scheduler.save(s.at, s.g.resume);
    World w = s.machine.world();
    Marker m = new Marker(w);
    m.mark();
    s.heap.specials().sweep(s.heap);
    m.clearDeadSlots();
    s.heap.sweep(stackBytes(w) + s.data.scannedBytes());
    s.heap.pacer().ended(s.machine.unixTime());
    s.finalizers.wake();
  }

  /** Bytes of stacks between their innermost frames and their ends: what is scanned. */
  private static long stackBytes(World w) {
    long n = 0;
    for (Goroutine g : w.goroutines()) {
      n += g.empty ? 0 : g.top() - g.fp;
    }
    return n;
  }

  /** Marks what is reachable in a world. */
  static final class Marker implements Specials.Roots {
    private final World w;
    private final Heap heap;
    private final byte[] mem;
    private long[] stack = new long[256];
    private int depth;

    /** Goroutine whose frames are being marked, with all its frames. */
    private Goroutine g;

    private List<Place> places = List.of();
    private Set<Long> scanned = new TreeSet<>();

    /** A frame of the goroutine. */
    private record Place(Code code, int pc, int fp, BitSet live) {}

    Marker(World w) {
      this.w = w;
      heap = w.heap;
      mem = w.memory.bytes();
      g = w.main();
    }

    void mark() {
      heap.clearMarks();
      for (int i : w.globals().pointers()) {
        reach(get64(mem, i));
        drain();
      }
      for (Goroutine each : w.goroutines()) {
        goroutine(each);
      }
      heap.specials().roots(this);
      drain();
    }

    private void goroutine(Goroutine each) {
      g = each;
      places = new ArrayList<>();
      scanned = new TreeSet<>();
      if (!each.empty) {
        for (Frames f = new Frames(mem, w.text, each, each.at, each.fp); f.valid(); f.next()) {
          places.add(new Place(f.code, f.pc, f.fp, f.live()));
        }
      }
      for (Place p : places) {
        for (int i = p.live.nextSetBit(0); i >= 0; i = p.live.nextSetBit(i + 1)) {
          reach(get64(mem, p.fp + 8 * i));
        }
        drain();
      }
      reach(each.ctx);
      for (long d = each.deferHead; d != 0; d = w.memory.get64(d + DeferNodes.LINK)) {
        heap.mark(d);
        reach(w.memory.get64(d + DeferNodes.FN));
        reach(w.memory.get64(d + DeferNodes.HEAD));
      }
      for (Panicking p = each.panics; p != null; p = p.link) {
        reach(p.data);
      }
      each.waitRoots(this::reach);
      drain();
    }

    /** A value at an address. */
    private void words(long address, TypeInfo t) {
      for (int off : t.pointers) {
        reach(w.memory.get64(address + off));
      }
    }

    @Override
    public void contents(long p) {
      if (heap.base(p) != 0) {
        heap.scan(p, this::object);
        drain();
      }
    }

    @Override
    public void reach(long p) {
      if (heap.mark(p)) {
        push(p);
      } else if (g.onStack(p) && scanned.add(p)) {
        push(p);
      }
    }

    private void push(long p) {
      if (depth == stack.length) {
        stack = Arrays.copyOf(stack, 2 * depth);
      }
      stack[depth++] = p;
    }

    private void drain() {
      while (depth > 0) {
        long p = stack[--depth];
        if (g.onStack(p)) {
          stackObject(p);
        } else {
          heap.scan(p, this::object);
        }
      }
    }

    private void object(long address, long size, TypeInfo t) {
      int[] pointers = t.pointers;
      int from = Memory.index(address);
      for (int off = 0; off < size; off += (int) t.size) {
        for (int w : pointers) {
          reach(get64(mem, from + off + w));
        }
      }
    }

    /**
     * A live pointer leads into a frame: the variable there is live as a whole; without one, all of
     * the frame.
     */
    private void stackObject(long p) {
      int i = Memory.index(p);
      Place place = placeOf(i);
      if (place == null) {
        return;
      }
      int off = i - place.fp;
      for (Local l : place.code.function.locals()) {
        long size = l.boxed() ? 8 : Math.max(1, l.type().size());
        if (off >= l.offset() && off < l.offset() + size) {
          if (l.boxed()) {
            reach(get64(mem, place.fp + l.offset()));
          } else {
            words(Memory.arena(place.fp + l.offset()), heap.info(l.type()));
          }
          return;
        }
      }
      BitSet slots = place.code.pointerSlots;
      int most = place.code.frameSize / 8;
      for (int b = slots.nextSetBit(0); b >= 0 && b < most; b = slots.nextSetBit(b + 1)) {
        reach(get64(mem, place.fp + 8 * b));
      }
    }

    /** The frame an index lies in; arguments are the callee's, not the caller's outgoing area. */
    private @Nullable Place placeOf(int i) {
      int low = 0;
      int high = places.size();
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (places.get(mid).fp <= i) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      for (int at = Math.max(0, low - 2); at < low; at++) {
        Place p = places.get(at);
        var f = p.code.function;
        if (i < p.fp + p.code.step + f.argSize() + f.resultSize()) {
          return p;
        }
      }
      return null;
    }

    /** Before objects are freed: clears frame words that are no roots and lead to one of them. */
    void clearDeadSlots() {
      for (Goroutine each : w.goroutines()) {
        if (each.empty) {
          continue;
        }
        for (Frames f = new Frames(mem, w.text, each, each.at, each.fp); f.valid(); f.next()) {
          BitSet slots = f.code.pointerSlots;
          for (int i = slots.nextSetBit(0); i >= 0; i = slots.nextSetBit(i + 1)) {
            if (!heap.isMarked(get64(mem, f.fp + 8 * i))) {
              put64(mem, f.fp + 8 * i, 0);
            }
          }
        }
      }
    }
  }
}

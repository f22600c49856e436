package dev.gomem.codegen;

import dev.gomem.ir.IrFunc;
import dev.gomem.ir.Var;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives every slot its place. From high to low: results and arguments (in the caller's frame),
 * return address, saved frame pointer, named variables in order of declaration, temporaries,
 * outgoing area. Locals of a session's main keep the distance from the saved frame pointer that the
 * session chose. Temporaries reuse places, but a place holds either pointers or scalars, word for
 * word, for the whole function.
 */
final class FrameLayout {
  private final VirtualFrame frame;
  private final int frameSize;
  private final int argSize;
  private final int resultSize;

  /** Pointer words of temporaries that are live at some safepoint, as tracked words. */
  private final BitSet rooted;

  private final Map<Slot, int[]> taken = new IdentityHashMap<>();

  /**
   * @param rooted tracked words that are live at some safepoint
   */
  FrameLayout(IrFunc func, VirtualFrame frame, Flow flow, BitSet rooted) {
    this.frame = frame;
    this.rooted = rooted;
    int args = arguments(func.params(), 0);
    int results = arguments(func.results(), args) - args;
    this.argSize = args;
    this.resultSize = results;
    int named = namedFromTop();
    List<Slot> shared = new ArrayList<>();
    int below =
        temporaries(flow, shared, named); // distances from the saved frame pointer, downwards
    this.frameSize = (frame.outgoing() + 7) / 8 * 8 + below;
    for (Slot s : frame.slots()) {
      if (s.area == Slot.Area.NAMED || s.area == Slot.Area.TEMP) {
        s.offset = s.offset < 0 ? -1 : frameSize - s.offset;
      } else {
        s.offset += frameSize + 16;
      }
    }
  }

  int frameSize() {
    return frameSize;
  }

  int argSize() {
    return argSize;
  }

  int resultSize() {
    return resultSize;
  }

  private int arguments(List<Var> vars, int at) {
    for (Var v : vars) {
      Slot s = frame.of(v);
      s.offset = at;
      at += 8 * s.words;
    }
    return at;
  }

  /**
   * Until the frame's size is known, an offset counts down from the saved frame pointer to the low
   * end.
   */
  private int namedFromTop() {
    int depth = 0;
    for (Slot s : frame.slots()) {
      if (s.var != null && s.area == Slot.Area.NAMED && s.var.fixedSlot() >= 0) {
        s.offset = s.var.fixedSlot();
        depth = Math.max(depth, s.offset);
      }
    }
    for (Slot s : frame.slots()) {
      if (s.area == Slot.Area.NAMED && s.offset < 0) {
        depth += 8 * s.words;
        s.offset = depth;
      }
    }
    return depth;
  }

  /** Places of one pattern of pointers: when each is free again. */
  private record Free(int offset, int until) {}

  private int temporaries(Flow flow, List<Slot> shared, int depth) {
    int[] first = new int[flow.trackedWords()];
    int[] last = new int[flow.trackedWords()];
    flow.ranges(first, last);
    for (Slot s : frame.slots()) {
      if (s.area == Slot.Area.TEMP && !s.shares() && s.words > 0) {
        depth += 8 * s.words;
        s.offset = depth;
      } else if (s.area == Slot.Area.TEMP && s.words > 0) {
        shared.add(s);
      }
    }
    Map<Slot, int[]> ranges = new IdentityHashMap<>();
    for (Slot s : shared) {
      int from = Integer.MAX_VALUE;
      int to = -1;
      for (int w = s.firstTracked; w < s.firstTracked + s.words; w++) {
        from = Math.min(from, first[w]);
        to = Math.max(to, last[w]);
      }
      ranges.put(s, new int[] {from, to});
    }
    shared.removeIf(s -> range(ranges, s)[1] < 0);
    taken.putAll(ranges);
    shared.sort(
        Comparator.comparingInt((Slot s) -> range(ranges, s)[0]).thenComparingInt(s -> s.base));
    Map<String, List<Free>> places = new TreeMap<>();
    for (Slot s : shared) {
      int[] r = range(ranges, s);
      List<Free> free = places.computeIfAbsent(pattern(s), _ -> new ArrayList<>());
      int found = -1;
      for (int k = 0; k < free.size() && found < 0; k++) {
        if (free.get(k).until < r[0]) {
          found = k;
        }
      }
      if (found < 0) {
        depth += 8 * s.words;
        s.offset = depth;
        free.add(new Free(depth, r[1]));
      } else {
        s.offset = free.get(found).offset;
        free.set(found, new Free(s.offset, r[1]));
      }
    }
    return depth;
  }

  /** First and last entry where a shared slot has its place; null for others. */
  int @Nullable [] entries(Slot s) {
    int[] r = s.shares() ? taken.get(s) : null;
    return r == null || r[1] < 0 ? null : new int[] {r[0] / 2, r[1] / 2};
  }

  private static int[] range(Map<Slot, int[]> ranges, Slot s) {
    int[] r = ranges.get(s);
    return r == null ? new int[] {0, -1} : r;
  }

  /** Which words of the place hold pointers that the collector sees. */
  private String pattern(Slot s) {
    StringBuilder b = new StringBuilder();
    for (int w = 0; w < s.words; w++) {
      b.append(s.pointers.get(w) && rooted.get(s.firstTracked + w) ? 'p' : '.');
    }
    return b.toString();
  }

  /** A virtual offset's real one. */
  int real(int virtual) {
    if (!VirtualFrame.isSlot(virtual)) {
      return virtual;
    }
    Slot s = frame.at(virtual);
    if (s.offset < 0) {
      throw new IllegalStateException("slot without a place");
    }
    return s.offset + (virtual - s.base);
  }
}

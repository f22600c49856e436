package dev.gomem.codegen;

import dev.gomem.code.Operands;
import dev.gomem.ir.IrStmt.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Control flow and liveness of a function's entries: a backward data-flow over the words that are
 * tracked (temporaries, results, and named slots with pointers). An exposed slot is live where it
 * is read or a pointer to it may be. Where the function defers calls, everything that may panic has
 * an edge to the place where a recovered panic resumes.
 */
final class Flow {
  /**
   * Slots of more words than this are not tracked: they have a place of their own and are live
   * throughout.
   */
  static final int TRACKED_WORDS = 64;

  private final List<Insn> insns;
  private final VirtualFrame frame;
  private final @Nullable Insn deferReturn;
  private final boolean defers;

  /** First entry of each block, and the end. */
  private final int[] starts;

  private final int[][] successors;
  private final BitSet[] liveIn;
  private final @Nullable Effects[] effects;
  private int tracked;
  private final BitSet results = new BitSet();
  private BitSet recovered = new BitSet();
  private final Pointees pointees;

  /** Slots that may hold addresses: their words, and the words that live with them. */
  private final List<Holder> holders = new ArrayList<>();

  /** For each tracked word the holder it is part of. */
  private @Nullable Holder[] holderOf = {};

  /** Words that live with some holder. */
  private final BitSet pointed = new BitSet();

  private record Holder(int from, int to, BitSet pointees) {
    boolean in(BitSet live) {
      for (int w = from; w < to; w++) {
        if (live.get(w)) {
          return true;
        }
      }
      return false;
    }
  }

  Flow(
      List<Insn> insns,
      VirtualFrame frame,
      Pointees pointees,
      @Nullable Insn deferReturn,
      boolean defers) {
    this.insns = insns;
    this.frame = frame;
    this.deferReturn = deferReturn;
    this.defers = defers;
    this.pointees = pointees;
    Map<Label, Integer> labels = labels(insns);
    this.starts = blocks();
    this.successors = new int[starts.length - 1][];
    for (int b = 0; b < successors.length; b++) {
      successors[b] = successorsOf(b, labels);
    }
    this.liveIn = new BitSet[successors.length];
    this.effects = new Effects[insns.size()];
    track();
    solve();
  }

  /** Where each label stands. */
  static Map<Label, Integer> labels(List<Insn> insns) {
    Map<Label, Integer> m = new IdentityHashMap<>();
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.isLabel() && n.label != null) {
        m.put(n.label, i);
      }
    }
    return m;
  }

  private int[] blocks() {
    BitSet leaders = new BitSet();
    leaders.set(0);
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.isLabel() || n == deferReturn) {
        leaders.set(i);
      }
      if ((n.jumps() || n.ends()) && i + 1 < insns.size()) {
        leaders.set(i + 1);
      }
    }
    int[] s = Arrays.copyOf(leaders.stream().toArray(), leaders.cardinality() + 1);
    s[s.length - 1] = insns.size();
    return s;
  }

  private int[] successorsOf(int b, Map<Label, Integer> labels) {
    List<Integer> to = new ArrayList<>();
    int end = starts[b + 1];
    Insn last = insns.get(end - 1);
    if (last.jumps() && last.label != null) {
      Integer target = labels.get(last.label);
      if (target == null) {
        throw new IllegalStateException("jump to undefined label " + last.label);
      }
      to.add(blockOf(target));
    }
    if (!last.ends() && b + 1 < successors.length) {
      to.add(b + 1);
    }
    return to.stream().mapToInt(Integer::intValue).toArray();
  }

  private int blockOf(int entry) {
    int k = Arrays.binarySearch(starts, entry);
    return k >= 0 ? k : -k - 2;
  }

  private void track() {
    for (Slot s : frame.slots()) {
      boolean wanted =
          s.area == Slot.Area.TEMP || s.area == Slot.Area.RESULT || !s.pointers.isEmpty();
      if (wanted && !pointees.always(s) && s.words > 0 && s.words <= TRACKED_WORDS) {
        s.firstTracked = tracked;
        if (s.area == Slot.Area.RESULT) {
          results.set(tracked, tracked + s.words);
        }
        tracked += s.words;
      } else {
        s.firstTracked = -1;
      }
    }
    holderOf = new Holder[tracked];
    for (Slot s : frame.slots()) {
      if (s.firstTracked >= 0) {
        BitSet words = words(pointees.reachedFrom(s));
        if (!words.isEmpty()) {
          Holder h = new Holder(s.firstTracked, s.firstTracked + s.words, words);
          holders.add(h);
          Arrays.fill(holderOf, h.from, h.to, h);
          pointed.or(words);
        }
      }
    }
  }

  /** The tracked words of slots, given by index. */
  private BitSet words(BitSet slots) {
    BitSet words = new BitSet();
    for (int i = slots.nextSetBit(0); i >= 0; i = slots.nextSetBit(i + 1)) {
      Slot s = frame.slots().get(i);
      if (s.firstTracked >= 0) {
        words.set(s.firstTracked, s.firstTracked + s.words);
      }
    }
    return words;
  }

  /** What the pointers in these live words may point to is live. */
  private void expand(BitSet live, int from, int to) {
    for (int w = from; w < to; w++) {
      Holder h = holderOf[w];
      if (h != null) {
        live.or(h.pointees);
      }
    }
  }

  /** Of these words, just written, those are live that a live pointer may point to. */
  private void revive(BitSet live, int from, int to) {
    for (int w = pointed.nextSetBit(from); w >= 0 && w < to; w = pointed.nextSetBit(w + 1)) {
      for (Holder h : holders) {
        if (h.pointees.get(w) && h.in(live)) {
          live.set(w);
          break;
        }
      }
    }
  }

  /** Words of exposed slots that a call or runtime function may use. */
  BitSet passed(Insn call) {
    return words(pointees.passed(call));
  }

  private void solve() {
    for (int i = 0; i < insns.size(); i++) {
      if (insns.get(i).op != null) {
        effects[i] = new Effects(insns.get(i));
      }
    }
    for (int b = 0; b < liveIn.length; b++) {
      liveIn[b] = new BitSet();
    }
    int resume = -1;
    if (defers && deferReturn != null) {
      for (int b = 0; b < liveIn.length; b++) {
        if (insns.get(starts[b]) == deferReturn) {
          resume = b;
        }
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int b = liveIn.length - 1; b >= 0; b--) {
        BitSet live = liveOut(b);
        for (int i = starts[b + 1] - 1; i >= starts[b]; i--) {
          step(i, live);
        }
        if (!live.equals(liveIn[b])) {
          liveIn[b] = live;
          changed = true;
        }
        if (b == resume && !recovered.equals(live)) {
          recovered = (BitSet) live.clone();
          changed = true;
        }
      }
    }
  }

  private BitSet liveOut(int b) {
    BitSet live = new BitSet();
    for (int s : successors[b]) {
      live.or(liveIn[s]);
    }
    return live; // expanded, as its parts are
  }

  /** From live after to live before; both are expanded. */
  private void step(int i, BitSet live) {
    Effects e = effects[i];
    if (e != null) {
      e.before(live);
    }
  }

  /**
   * The tracked words an instruction reads, those it writes completely, and all it touches, as
   * pairs from-to.
   */
  private final class Effects implements Operands.Sink {
    private int[] read = NONE;
    private int[] killed = NONE;
    private int[] touched = NONE;
    private final boolean returns;
    private final boolean panics;
    private final BitSet passed;

    Effects(Insn n) {
      n.visit(this);
      passed = words(pointees.passed(n));
      returns = n.op == dev.gomem.code.Op.RET;
      panics = defers && n.op != null && Operands.mayPanic(n.op);
    }

    void before(BitSet live) {
      for (int k = 0; k < killed.length; k += 2) {
        live.clear(killed[k], killed[k + 1]);
      }
      for (int k = 0; k < read.length; k += 2) {
        live.set(read[k], read[k + 1]);
        expand(live, read[k], read[k + 1]);
      }
      live.or(passed); // all that it reaches is in it, as in what is live where a panic resumes
      if (returns) {
        live.or(results);
        for (int w = results.nextSetBit(0); w >= 0; w = results.nextSetBit(w + 1)) {
          expand(live, w, w + 1);
        }
      }
      if (panics) {
        live.or(recovered);
      }
      for (int k = 0; k < killed.length; k += 2) {
        revive(live, killed[k], killed[k + 1]);
      }
    }

    @Override
    public void reads(int offset, int bytes) {
      if (!VirtualFrame.isSlot(offset) || bytes == 0) {
        return;
      }
      Slot s = frame.at(offset);
      if (s.firstTracked >= 0) {
        int from = s.firstTracked + (offset - s.base) / 8;
        int to = s.firstTracked + Math.min(s.words, (offset - s.base + bytes + 7) / 8);
        read = with(read, from, to);
        touched = with(touched, from, to);
      }
    }

    @Override
    public void writes(int offset, int bytes) {
      if (!VirtualFrame.isSlot(offset) || bytes == 0) {
        return;
      }
      Slot s = frame.at(offset);
      if (s.firstTracked < 0) {
        return;
      }
      int start = offset - s.base;
      int end = start + bytes;
      touched =
          with(
              touched,
              s.firstTracked + start / 8,
              s.firstTracked + Math.min(s.words, (end + 7) / 8));
      int from = (start + 7) / 8;
      int to = end >= s.size ? s.words : end / 8;
      if (from < to) {
        killed = with(killed, s.firstTracked + from, s.firstTracked + to);
      }
    }

    @Override
    public void address(int offset) {}
  }

  private static final int[] NONE = {};

  private static int[] with(int[] pairs, int from, int to) {
    int[] more = Arrays.copyOf(pairs, pairs.length + 2);
    more[pairs.length] = from;
    more[pairs.length + 1] = to;
    return more;
  }

  /**
   * Told about each instruction, last first: what is live after and before it. The sets are valid
   * during the call only.
   */
  interface Visitor {
    void after(int index, Insn n, BitSet live);

    void before(int index, Insn n, BitSet live);
  }

  void forEach(Visitor v) {
    for (int b = liveIn.length - 1; b >= 0; b--) {
      BitSet live = liveOut(b);
      for (int i = starts[b + 1] - 1; i >= starts[b]; i--) {
        Insn n = insns.get(i);
        if (n.op != null) {
          v.after(i, n, live);
          step(i, live);
          v.before(i, n, live);
        }
      }
    }
  }

  /**
   * For each tracked word the first and last entry where its place is taken. Entry i counts as 2i
   * before, 2i+1 after it: what it reads last may make room for what it writes.
   */
  void ranges(int[] first, int[] last) {
    Arrays.fill(first, Integer.MAX_VALUE);
    Arrays.fill(last, -1);
    for (int b = 0; b < liveIn.length; b++) {
      span(liveIn[b], 2 * starts[b], first, last);
      span(liveOut(b), 2 * starts[b + 1] - 1, first, last);
      for (int i = starts[b]; i < starts[b + 1]; i++) {
        Effects e = effects[i];
        if (e == null) {
          continue;
        }
        span(e.passed, 2 * i, first, last);
        for (int k = 0; k < e.touched.length; k += 2) {
          boolean read = k < e.read.length; // reads come first
          for (int w = e.touched[k]; w < e.touched[k + 1]; w++) {
            int at = read ? 2 * i : 2 * i + 1;
            first[w] = Math.min(first[w], at);
            last[w] = Math.max(last[w], at);
          }
        }
      }
    }
    for (Holder h : holders) {
      int from = Integer.MAX_VALUE;
      int to = -1;
      for (int w = h.from; w < h.to; w++) {
        from = Math.min(from, first[w]);
        to = Math.max(to, last[w]);
      }
      if (to >= 0) {
        span(h.pointees, from, first, last);
        span(h.pointees, to, first, last);
      }
    }
  }

  private static void span(BitSet words, int at, int[] first, int[] last) {
    for (int w = words.nextSetBit(0); w >= 0; w = words.nextSetBit(w + 1)) {
      first[w] = Math.min(first[w], at);
      last[w] = Math.max(last[w], at);
    }
  }

  /** Live when the function begins. */
  BitSet atEntry() {
    return liveIn.length == 0 ? new BitSet() : liveIn[0];
  }

  /** Live where a recovered panic resumes. */
  BitSet recovered() {
    return recovered;
  }

  int trackedWords() {
    return tracked;
  }
}

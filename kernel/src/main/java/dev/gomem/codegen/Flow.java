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
 * Control flow and liveness of a function's entries: a backward data-flow over the words that are tracked (temporaries,
 * results, and named slots with pointers, none of them exposed). Where the function defers calls, everything that may
 * panic has an edge to the place where a recovered panic resumes.
 */
final class Flow {
  /** Slots of more words than this are not tracked: they have a place of their own and are live throughout. */
  static final int TRACKED_WORDS = 64;

  private final List<Insn> insns;
  private final VirtualFrame frame;
  private final @Nullable Insn deferReturn;
  private final boolean defers;
  /** First entry of each block, and the end. */
  private final int[] starts;
  private final int[][] successors;
  private final BitSet[] liveIn;
  private int tracked;
  private final BitSet results = new BitSet();
  private BitSet recovered = new BitSet();

  Flow(List<Insn> insns, VirtualFrame frame, @Nullable Insn deferReturn, boolean defers) {
    this.insns = insns;
    this.frame = frame;
    this.deferReturn = deferReturn;
    this.defers = defers;
    Map<Label, Integer> labels = labels(insns);
    this.starts = blocks();
    this.successors = new int[starts.length - 1][];
    for (int b = 0; b < successors.length; b++) {
      successors[b] = successorsOf(b, labels);
    }
    this.liveIn = new BitSet[successors.length];
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
      boolean wanted = s.area == Slot.Area.TEMP || s.area == Slot.Area.RESULT || !s.pointers.isEmpty();
      if (wanted && !s.exposed && s.words > 0 && s.words <= TRACKED_WORDS) {
        s.firstTracked = tracked;
        if (s.area == Slot.Area.RESULT) {
          results.set(tracked, tracked + s.words);
        }
        tracked += s.words;
      } else {
        s.firstTracked = -1;
      }
    }
  }

  private void solve() {
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
          step(insns.get(i), live);
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
    return live;
  }

  /** From live after to live before. */
  private void step(Insn n, BitSet live) {
    if (n.op == null) {
      return;
    }
    Effects e = new Effects();
    n.visit(e);
    live.andNot(e.killed);
    live.or(e.read);
    if (n.op == dev.gomem.code.Op.RET) {
      live.or(results);
    }
    if (defers && Operands.mayPanic(n.op)) {
      live.or(recovered);
    }
  }

  /** The tracked words an instruction reads, and those it writes completely. */
  private final class Effects implements Operands.Sink {
    final BitSet read = new BitSet();
    final BitSet killed = new BitSet();
    final BitSet touched = new BitSet();

    @Override
    public void reads(int offset, int bytes) {
      if (!VirtualFrame.isSlot(offset) || bytes == 0) {
        return;
      }
      Slot s = frame.at(offset);
      if (s.firstTracked >= 0) {
        int from = (offset - s.base) / 8;
        int to = Math.min(s.words, (offset - s.base + bytes + 7) / 8);
        read.set(s.firstTracked + from, s.firstTracked + to);
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
      touched.set(s.firstTracked + start / 8, s.firstTracked + Math.min(s.words, (end + 7) / 8));
      int from = (start + 7) / 8;
      int to = end >= s.size ? s.words : end / 8;
      if (from < to) {
        killed.set(s.firstTracked + from, s.firstTracked + to);
      }
    }

    @Override
    public void address(int offset) {}
  }

  /** Told about each instruction, last first: what is live before and after it, and the tracked words it touches. */
  interface Visitor {
    void visit(int index, Insn n, BitSet before, BitSet after, BitSet touched);
  }

  void forEach(Visitor v) {
    for (int b = liveIn.length - 1; b >= 0; b--) {
      BitSet live = liveOut(b);
      for (int i = starts[b + 1] - 1; i >= starts[b]; i--) {
        Insn n = insns.get(i);
        if (n.op == null) {
          continue;
        }
        BitSet after = (BitSet) live.clone();
        step(n, live);
        Effects e = new Effects();
        n.visit(e);
        e.touched.or(e.read);
        v.visit(i, n, live, after, e.touched);
      }
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

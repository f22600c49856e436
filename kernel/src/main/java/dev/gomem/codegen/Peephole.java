package dev.gomem.codegen;

import dev.gomem.code.Op;
import dev.gomem.code.Operands;
import dev.gomem.ir.IrStmt.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Improves a function's entries before they are laid out, in this order: jumps to jumps, copies of
 * slots that stay as they are, results straight into their destination, temporaries that can stay
 * where calls leave and want them, constants out of loops, dead temporaries. Each pass keeps what a
 * trap could show: a named slot is never written earlier than before.
 */
final class Peephole {
  private final List<Insn> insns;
  private final VirtualFrame frame;
  private final @Nullable Insn deferReturn;

  Peephole(List<Insn> insns, VirtualFrame frame, @Nullable Insn deferReturn) {
    this.insns = insns;
    this.frame = frame;
    this.deferReturn = deferReturn;
  }

  void run() {
    threadJumps();
    propagateCopies();
    retarget();
    shareLoopIndices();
    keepResultsOutgoing();
    computeArgumentsInPlace();
    hoistConstants();
    dropDead();
    fuseLoopEnds();
  }

  // jumps

  private void threadJumps() {
    Map<Label, Integer> labels = Flow.labels(insns);
    for (Insn n : insns) {
      if (!n.jumps()) {
        continue;
      }
      for (int hops = 0; hops < 8 && n.label != null; hops++) {
        Integer at = labels.get(n.label);
        if (at == null) {
          break;
        }
        int next = nextReal(at);
        if (next >= insns.size()) {
          break;
        }
        Insn t = insns.get(next);
        // A marked jump is a step of its own; a jump to itself is a loop.
        if (t.op != Op.JMP || t.mark || t == n || t.label == n.label) {
          break;
        }
        n.label = t.label;
      }
    }
    removeUnreachable();
    dropJumpsToNext();
  }

  private int nextReal(int i) {
    while (i < insns.size() && insns.get(i).op == null) {
      i++;
    }
    return i;
  }

  /** Code that no jump leads to any more; scopes stay where they are. */
  private void removeUnreachable() {
    Map<Label, Integer> labels = Flow.labels(insns);
    boolean[] seen = new boolean[insns.size() + 1];
    List<Integer> work = new ArrayList<>();
    work.add(0);
    if (deferReturn != null) {
      work.add(insns.indexOf(deferReturn));
    }
    while (!work.isEmpty()) {
      int i = work.remove(work.size() - 1);
      while (i < insns.size() && !seen[i]) {
        seen[i] = true;
        Insn n = insns.get(i);
        if (n.jumps() && n.label != null) {
          Integer at = labels.get(n.label);
          if (at != null) {
            work.add(at);
          }
        }
        if (n.ends()) {
          break;
        }
        i++;
      }
    }
    List<Insn> kept = new ArrayList<>();
    for (int i = 0; i < insns.size(); i++) {
      if (seen[i] || insns.get(i).op == null) {
        kept.add(insns.get(i));
      }
    }
    replace(kept);
  }

  private void dropJumpsToNext() {
    List<Insn> kept = new ArrayList<>();
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.op == Op.JMP && !n.mark && leadsOnTo(i + 1, n.label)) {
        continue;
      }
      kept.add(n);
    }
    replace(kept);
  }

  private boolean leadsOnTo(int i, @Nullable Label label) {
    for (; i < insns.size() && insns.get(i).op == null; i++) {
      if (insns.get(i).isLabel() && insns.get(i).label == label) {
        return true;
      }
    }
    return false;
  }

  private void replace(List<Insn> kept) {
    if (kept.size() != insns.size()) {
      insns.clear();
      insns.addAll(kept);
    }
  }

  /** Removes entries set to null in {@code list}; a lost mark moves to the next instruction. */
  private void compact(List<@Nullable Insn> list) {
    List<Insn> kept = new ArrayList<>();
    for (Insn n : list) {
      if (n != null) {
        kept.add(n);
      }
    }
    replace(kept);
  }

  // definitions and uses of temporaries

  /** Where a temporary is defined and used; entries are indices in {@link #insns}. */
  private static final class Uses {
    int defs;
    int uses;
    int def = -1;
    int firstUse = -1;
    int lastUse = -1;
    boolean whole = true;
  }

  private final class Collector implements Operands.Sink {
    final Map<Slot, Uses> bySlot = new java.util.IdentityHashMap<>();
    int at;

    private @Nullable Uses of(int offset) {
      if (!VirtualFrame.isSlot(offset)) {
        return null;
      }
      Slot s = frame.at(offset);
      if (s.area != Slot.Area.TEMP || s.exposed) {
        return null;
      }
      return bySlot.computeIfAbsent(s, _ -> new Uses());
    }

    @Override
    public void reads(int offset, int bytes) {
      Uses u = of(offset);
      if (u != null) {
        u.uses++;
        if (u.firstUse < 0) {
          u.firstUse = at;
        }
        u.lastUse = at;
      }
    }

    @Override
    public void writes(int offset, int bytes) {
      Uses u = of(offset);
      if (u != null) {
        Slot s = frame.at(offset);
        u.defs++;
        u.def = at;
        u.whole &= offset == s.base && bytes >= Math.min(s.size, 8 * s.words);
      }
    }

    @Override
    public void address(int offset) {
      Uses u = of(offset);
      if (u != null) {
        u.defs += 2; // out of our hands
        u.uses += 2;
      }
    }
  }

  private Map<Slot, Uses> collect() {
    Collector c = new Collector();
    for (int i = 0; i < insns.size(); i++) {
      c.at = i;
      insns.get(i).visit(c);
    }
    return c.bySlot;
  }

  /** The number of the basic block of each entry. */
  private int[] blocks() {
    int[] block = new int[insns.size()];
    int b = 0;
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.isLabel() || n == deferReturn) {
        b++;
      }
      block[i] = b;
      if (n.jumps() || n.ends()) {
        b++;
      }
    }
    return block;
  }

  private @Nullable Uses usesOf(Map<Slot, Uses> all, int offset) {
    return VirtualFrame.isSlot(offset) ? all.get(frame.at(offset)) : null;
  }

  private static boolean overlap(int a, int an, int b, int bn) {
    return a < b + bn && b < a + an;
  }

  /** Whether an instruction writes, or reads, some of the bytes. */
  private static final class Touch implements Operands.Sink {
    final int offset;
    final int bytes;
    boolean read;
    boolean written;

    Touch(int offset, int bytes) {
      this.offset = offset;
      this.bytes = bytes;
    }

    @Override
    public void reads(int o, int n) {
      read |= overlap(offset, bytes, o, n);
    }

    @Override
    public void writes(int o, int n) {
      written |= overlap(offset, bytes, o, n);
    }

    @Override
    public void address(int o) {}
  }

  private static Touch touch(Insn n, int offset, int bytes) {
    Touch t = new Touch(offset, bytes);
    n.visit(t);
    return t;
  }

  // passes

  /** {@code t = s} where both stay as they are while t is used: use s. */
  private void propagateCopies() {
    Map<Slot, Uses> all = collect();
    int[] block = blocks();
    List<@Nullable Insn> list = new ArrayList<>(insns);
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      int bytes = n.copied();
      if (bytes == 0 || !VirtualFrame.isSlot(n.a) || !VirtualFrame.isSlot(n.b)) {
        continue;
      }
      Uses u = usesOf(all, n.a);
      Slot from = frame.at(n.b);
      if (u == null || u.defs != 1 || !u.whole || u.uses == 0 || from.exposed) {
        continue;
      }
      Slot to = frame.at(n.a);
      int src = n.b;
      if (u.firstUse <= i || block[u.firstUse] != block[i] || block[u.lastUse] != block[i]) {
        continue;
      }
      if (!pointersAgree(from, src, to) || src + 8 * to.words > from.end()) {
        continue;
      }
      boolean stays = true;
      for (int k = i + 1; k < u.lastUse && stays; k++) {
        stays = !touch(insns.get(k), src, bytes).written;
      }
      if (!stays || insns.get(u.lastUse).op == Op.RT && insns.get(u.lastUse).b == to.base) {
        continue;
      }
      for (int k = i + 1; k <= u.lastUse; k++) {
        insns.get(k).mapFrame(o -> o >= to.base && o < to.end() ? src + (o - to.base) : o);
      }
      drop(list, i);
      Uses fu = usesOf(all, src);
      if (fu != null) {
        fu.uses += u.uses - 1;
        fu.lastUse = Math.max(fu.lastUse, u.lastUse);
      }
    }
    compact(list);
  }

  /** Source words that stand for pointers of the target are known as pointers too. */
  private static boolean pointersAgree(Slot from, int src, Slot to) {
    int shift = (src - from.base) / 8;
    for (int w = to.pointers.nextSetBit(0); w >= 0; w = to.pointers.nextSetBit(w + 1)) {
      if (!from.pointers.get(shift + w)) {
        return false;
      }
    }
    return (src - from.base) % 8 == 0;
  }

  /** Takes an entry out; its mark goes to the next instruction of the list. */
  private void drop(List<@Nullable Insn> list, int i) {
    Insn gone = insns.get(i);
    list.set(i, null);
    if (gone.mark) {
      for (int k = i + 1; k < insns.size(); k++) {
        Insn n = list.get(k);
        if (n != null && n.op != null) {
          n.mark = true;
          return;
        }
      }
    }
  }

  /** {@code t = a op b; v = t} with no other use of t: {@code v = a op b}. */
  private void retarget() {
    Map<Slot, Uses> all = collect();
    List<@Nullable Insn> list = new ArrayList<>(insns);
    int previous = -1;
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.op == null) {
        if (n.isLabel()) {
          previous = -1;
        }
        continue;
      }
      int bytes = n.copied();
      if (bytes > 0 && previous >= 0 && !n.mark) {
        Insn p = insns.get(previous);
        Uses u = usesOf(all, n.b);
        if (u != null
            && u.defs == 1
            && u.uses == 1
            && u.def == previous
            && u.whole
            && p.op != null
            && p.op.format().charAt(0) == 'D'
            && p.a == n.b
            && sameWidth(p, n)) {
          p.a = n.a;
          list.set(i, null);
          continue; // p may be the source of another copy
        }
      }
      previous = n.jumps() || n.ends() ? -1 : i;
    }
    compact(list);
  }

  /** The copy takes exactly what the instruction writes. */
  private boolean sameWidth(Insn p, Insn copy) {
    int[] width = {0};
    p.visit(
        new Operands.Sink() {
          @Override
          public void reads(int offset, int bytes) {}

          @Override
          public void writes(int offset, int bytes) {
            width[0] = bytes;
          }

          @Override
          public void address(int offset) {}
        });
    return width[0] == copy.copied();
  }

  /**
   * {@code i = t} at the head of each turn of a range loop, where i is not assigned and t stays the
   * same while i is in scope: i and t are one. Out of its scope i may hold what t holds.
   */
  private void shareLoopIndices() {
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.op != Op.MOV || !VirtualFrame.isSlot(n.a) || !VirtualFrame.isSlot(n.b)) {
        continue;
      }
      Slot v = frame.at(n.a);
      Slot t = frame.at(n.b);
      if (v.area != Slot.Area.NAMED
          || v.exposed
          || v.words != 1
          || !v.pointers.isEmpty()
          || v.var == null
          || v.var.fixedSlot() >= 0) {
        continue;
      }
      if (t.area != Slot.Area.TEMP || t.exposed || t.words != 1 || !sharable(i, v, t)) {
        continue;
      }
      for (Insn m : insns) {
        m.mapFrame(o -> o == t.base ? v.base : o);
      }
      List<@Nullable Insn> list = new ArrayList<>(insns);
      drop(list, i);
      compact(list);
      i--;
    }
  }

  /**
   * The copy at {@code i} is v's only definition, v is read in its scope only, and t is not written
   * there.
   */
  private boolean sharable(int i, Slot v, Slot t) {
    int start = -1;
    int end = -1;
    for (int k = 0; k < insns.size(); k++) {
      Insn m = insns.get(k);
      if (m.op == null && m.var != null && m.var == v.var) {
        if (m.starts ? start >= 0 : end >= 0) {
          return false;
        }
        if (m.starts) {
          start = k;
        } else {
          end = k;
        }
      }
    }
    if (start < i || end < start) {
      return false;
    }
    for (int k = 0; k < insns.size(); k++) {
      Insn m = insns.get(k);
      Touch tv = touch(m, v.base, 8);
      if (k != i && tv.written || tv.read && (k < i || k > end)) {
        return false;
      }
      if (k > i && k < end && touch(m, t.base, 8).written) {
        return false;
      }
      if (k > i && k < start && m.op != null) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code i++} followed by {@code if i < n goto}: one instruction, where no other jump leads
   * between them.
   */
  private void fuseLoopEnds() {
    java.util.Set<Label> targets =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    for (Insn n : insns) {
      if (n.jumps() && n.label != null) {
        targets.add(n.label);
      }
    }
    List<@Nullable Insn> list = new ArrayList<>(insns);
    int previous = -1;
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.op == null) {
        // Where a scope begins or ends two instructions must stay two.
        if (!n.isLabel() || n.label != null && targets.contains(n.label)) {
          previous = -1;
        }
        continue;
      }
      // Two steps stay two instructions.
      boolean steps = previous >= 0 && n.mark && insns.get(previous).mark;
      Op fused = previous < 0 || steps ? null : fused(insns.get(previous), n);
      if (fused != null) {
        Insn p = insns.get(previous);
        Insn both = new Insn(fused, null, false);
        both.a = n.a;
        both.b = n.b;
        both.label = n.label;
        both.mark = p.mark || n.mark;
        both.pos = n.mark ? n.pos : p.pos;
        list.set(previous, both);
        list.set(i, null);
      }
      previous = i;
    }
    compact(list);
  }

  private static @Nullable Op fused(Insn inc, Insn jump) {
    if (inc.op != Op.ADDI || inc.c != 1 || inc.a != inc.b || jump.a != inc.a || jump.op == null) {
      return null;
    }
    return switch (jump.op) {
      case JLT -> jump.b == inc.a ? null : Op.INCJLT;
      case JLE -> jump.b == inc.a ? null : Op.INCJLE;
      case JLTI -> Op.INCJLTI;
      default -> null;
    };
  }

  private boolean usesOutgoing(Insn n) {
    return n.op != null && (n.isSafepoint() || Operands.isCall(n.op));
  }

  /** A call's result that is only read before the next call stays in the outgoing area. */
  private void keepResultsOutgoing() {
    Map<Slot, Uses> all = collect();
    int[] block = blocks();
    List<@Nullable Insn> list = new ArrayList<>(insns);
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      int bytes = n.copied();
      if (bytes == 0 || VirtualFrame.isSlot(n.b)) {
        continue;
      }
      Uses u = usesOf(all, n.a);
      if (u == null || u.defs != 1 || !u.whole || u.uses == 0 || n.a != frame.at(n.a).base) {
        continue;
      }
      if (u.firstUse <= i || block[u.lastUse] != block[i] || block[u.firstUse] != block[i]) {
        continue;
      }
      Slot t = frame.at(n.a);
      int src = n.b;
      boolean stays = true;
      for (int k = i + 1; k < u.lastUse && stays; k++) {
        Insn m = insns.get(k);
        stays = !usesOutgoing(m) && !touch(m, src, 8 * t.words).written;
      }
      if (!stays || insns.get(u.lastUse).op == Op.RT) {
        continue;
      }
      for (int k = i + 1; k <= u.lastUse; k++) {
        insns.get(k).mapFrame(o -> o >= t.base && o < t.end() ? src + (o - t.base) : o);
      }
      drop(list, i);
    }
    compact(list);
    dropSelfMoves();
  }

  private void dropSelfMoves() {
    List<@Nullable Insn> list = new ArrayList<>(insns);
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.copied() > 0 && n.a == n.b) {
        drop(list, i);
      }
    }
    compact(list);
  }

  /** A temporary that only becomes an argument is computed in the argument's place. */
  private void computeArgumentsInPlace() {
    Map<Slot, Uses> all = collect();
    int[] block = blocks();
    List<@Nullable Insn> list = new ArrayList<>(insns);
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      int bytes = n.copied();
      if (bytes == 0 || VirtualFrame.isSlot(n.a)) {
        continue;
      }
      Uses u = usesOf(all, n.b);
      if (u == null
          || u.defs != 1
          || u.uses != 1
          || !u.whole
          || u.def >= i
          || block[u.def] != block[i]
          || n.mark) {
        continue;
      }
      Insn p = insns.get(u.def);
      if (p.op == null || p.op.format().charAt(0) != 'D' || p.a != n.b || !sameWidth(p, n)) {
        continue;
      }
      boolean free = true;
      for (int k = u.def + 1; k < i && free; k++) {
        Insn m = insns.get(k);
        Touch t = touch(m, n.a, bytes);
        free = !usesOutgoing(m) && !t.written && !t.read;
      }
      if (free && list.get(u.def) != null) {
        p.a = n.a;
        list.set(i, null);
      }
    }
    compact(list);
    dropSelfMoves();
  }

  /** How many constants may get a slot of their own. */
  private static final int HOISTED = 8;

  /** Constants that a loop loads again and again are loaded once, at the start. */
  private void hoistConstants() {
    int[] depth = loopDepth();
    Map<Slot, Uses> all = collect();
    List<@Nullable Insn> list = new ArrayList<>(insns);
    Map<List<Integer>, Integer> slots = new HashMap<>();
    List<Insn> head = new ArrayList<>();
    for (int want = Arrays.stream(depth).max().orElse(0); want > 0; want--) {
      for (int i = 0; i < insns.size(); i++) {
        Insn n = insns.get(i);
        if (depth[i] != want || n.op != Op.CONST && n.op != Op.CONSTI) {
          continue;
        }
        Uses u = usesOf(all, n.a);
        if (u == null || u.defs != 1 || !u.whole || frame.at(n.a).words != 1) {
          continue;
        }
        List<Integer> key = List.of(n.op.ordinal(), n.b);
        Integer slot = slots.get(key);
        if (slot == null) {
          if (slots.size() == HOISTED) {
            continue;
          }
          slot = frame.word(false);
          slots.put(key, slot);
          Insn load = new Insn(n.op, null, false);
          load.a = slot;
          load.b = n.b;
          head.add(load);
        }
        int t = n.a;
        int s = slot;
        for (Insn m : insns) {
          if (m != n) {
            m.mapFrame(o -> o == t ? s : o);
          }
        }
        drop(list, i);
      }
    }
    if (head.isEmpty()) {
      return;
    }
    compact(list);
    int at = !insns.isEmpty() && insns.get(0).op == Op.CTX ? 1 : 0;
    insns.addAll(at, head);
  }

  /** By how many loops (backward jumps) each entry is enclosed. */
  private int[] loopDepth() {
    Map<Label, Integer> labels = Flow.labels(insns);
    int[] depth = new int[insns.size()];
    Map<Integer, Integer> ends = new HashMap<>();
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.jumps() && n.label != null) {
        Integer at = labels.get(n.label);
        if (at != null && at <= i) {
          ends.merge(at, i, Math::max);
        }
      }
    }
    for (Map.Entry<Integer, Integer> e : ends.entrySet()) {
      for (int i = e.getKey(); i <= e.getValue(); i++) {
        depth[i]++;
      }
    }
    return depth;
  }

  /** Temporaries that are computed without effect and never read. */
  private void dropDead() {
    boolean changed = true;
    while (changed) {
      changed = false;
      Map<Slot, Uses> all = collect();
      List<@Nullable Insn> list = new ArrayList<>(insns);
      for (int i = 0; i < insns.size(); i++) {
        Insn n = insns.get(i);
        if (n.op == null
            || n.op.format().charAt(0) != 'D'
            || Operands.mayPanic(n.op)
            || n.op == Op.NEW
            || n.op == Op.CTX) {
          continue;
        }
        Uses u = usesOf(all, n.a);
        if (u != null && u.uses == 0) {
          drop(list, i);
          changed = true;
        }
      }
      compact(list);
    }
  }
}

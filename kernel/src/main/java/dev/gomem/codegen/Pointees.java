package dev.gomem.codegen;

import dev.gomem.code.Op;
import dev.gomem.code.Operands;
import dev.gomem.layout.RuntimeFn;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which slots may hold the address of which exposed slots, without regard to order (gc: stack
 * objects). What is reached through a pointer lives as long as the pointer may be used: {@link
 * Flow} makes an exposed slot live where a slot that may hold its address is. A call may put any
 * address it can reach into any slot it can reach, and return it; by escape analysis no address of
 * this frame is anywhere but in this frame, and in frames it called. Computed from code as it was
 * selected, where every call's arguments are written after the call before it.
 */
final class Pointees {
  private final List<Insn> insns;
  private final VirtualFrame frame;
  private final BitSet[] holds;
  private final Map<Insn, BitSet> passed = new IdentityHashMap<>();
  private final BitSet always = new BitSet();
  private boolean any;
  private boolean changed;

  Pointees(List<Insn> insns, VirtualFrame frame) {
    this.insns = insns;
    this.frame = frame;
    this.holds = new BitSet[frame.slots().size()];
    for (int i = 0; i < holds.length; i++) {
      holds[i] = new BitSet();
      Slot s = frame.slots().get(i);
      any |= s.exposed || s.var != null && s.var.fixedSlot() >= 0;
    }
    if (!any) {
      return;
    }
    do {
      changed = false;
      pass();
    } while (changed);
    for (int i = 0; i < holds.length; i++) {
      Slot s = frame.slots().get(i);
      boolean fixed = s.var != null && s.var.fixedSlot() >= 0;
      if (fixed || s.exposed && s.words > Flow.TRACKED_WORDS) {
        always.set(i);
      }
    }
    always.or(reach(always));
  }

  /**
   * The slot is live throughout: a later cell, or a deferred call, may use it, or it is too big to
   * follow.
   */
  boolean always(Slot s) {
    return always.get(s.index);
  }

  /** Indices of all slots whose addresses can be reached from the slot. */
  BitSet reachedFrom(Slot s) {
    return any && s.index < holds.length ? reach(holds[s.index]) : new BitSet();
  }

  /** Indices of the slots that a call can reach. */
  BitSet passed(Insn call) {
    BitSet b = passed.get(call);
    return b == null ? new BitSet() : b;
  }

  /** Whole sets at a time: where many slots hold many addresses, one by one would be cubic. */
  private BitSet reach(BitSet from) {
    BitSet all = (BitSet) from.clone();
    BitSet work = (BitSet) from.clone();
    BitSet fresh = new BitSet();
    for (int i = work.nextSetBit(0); i >= 0; i = work.nextSetBit(0)) {
      work.clear(i);
      fresh.clear();
      fresh.or(holds[i]);
      fresh.andNot(all);
      all.or(fresh);
      work.or(fresh);
    }
    return all;
  }

  private void add(BitSet to, BitSet what) {
    if (changed) {
      to.or(what);
      return;
    }
    int before = to.cardinality();
    to.or(what);
    changed = to.cardinality() != before;
  }

  /**
   * What the words of the outgoing area hold that were written since the last call; and what that
   * call may return.
   */
  private final Map<Integer, BitSet> arguments = new java.util.TreeMap<>();

  private BitSet returned = new BitSet();

  private BitSet held(int offset) {
    if (VirtualFrame.isSlot(offset)) {
      return holds[frame.at(offset).index];
    }
    BitSet all = (BitSet) returned.clone();
    arguments.values().forEach(all::or);
    return all;
  }

  private void hold(int offset, BitSet what) {
    if (!VirtualFrame.isSlot(offset)) {
      arguments.put(offset, (BitSet) what.clone());
      return;
    }
    Slot s = frame.at(offset);
    // A scalar of the program's holds no address; our own temporaries do whatever they are said to
    // be.
    if (!s.pointers.isEmpty() || s.var == null) {
      add(holds[s.index], what);
    }
  }

  /** What stands in the memory that the word may point to. */
  private BitSet behind(int pointer) {
    BitSet all = new BitSet();
    BitSet targets = held(pointer);
    for (int t = targets.nextSetBit(0); t >= 0; t = targets.nextSetBit(t + 1)) {
      all.or(holds[t]);
    }
    return all;
  }

  private void store(int pointer, BitSet what) {
    BitSet targets = held(pointer);
    for (int t = targets.nextSetBit(0); t >= 0; t = targets.nextSetBit(t + 1)) {
      add(holds[t], what);
    }
  }

  private void pass() {
    arguments.clear();
    returned = new BitSet();
    for (Insn n : insns) {
      if (n.op != null) {
        instruction(n, n.op);
      }
    }
  }

  private void instruction(Insn n, Op op) {
    switch (op) {
      case LEA, FXADDR -> {
        BitSet t = new BitSet();
        t.set(frame.at(n.b).index);
        hold(n.a, t);
      }
      case LD64, LDN, IXLD64, IXLDN -> hold(n.a, behind(n.b));
      case LD8U, LD8S, LD16U, LD16S, LD32U, LD32S, STRIX, CONST, CONSTI, ZERO, CTX, NEW -> {}
      case ST64, STP, STN -> store(n.a, held(n.b));
      case IXST64, IXSTP -> store(n.a, held(n.c));
      case COPY -> store(n.a, behind(n.b));
      case CALL, CALLI, RUNDEFERS -> call(n, new BitSet());
      case CALLC -> call(n, held(n.a));
      case RT -> runtime(n);
      case DEFER, GO -> {
        BitSet kept = reach(held(n.a));
        kept.or(reach(kept));
        add(always, kept);
      }
      default -> copy(n);
    }
  }

  private void runtime(Insn n) {
    BitSet block = VirtualFrame.isSlot(n.b) ? held(n.b) : new BitSet();
    switch (RuntimeFn.values()[n.a]) {
      case COMPLEX_DIV -> {}
      // These keep the addresses they get, in the header or the iterator.
      case MAKE_MAP_AT, MAP_ITER_INIT, SELECT -> call(n, block);
      default -> {
        // The others copy at most what stands there, and return addresses inside it.
        BitSet all = passing(n, block);
        BitSet contents = new BitSet();
        all.stream().forEach(t -> contents.or(holds[t]));
        all.stream().forEach(t -> add(holds[t], contents));
      }
    }
  }

  /** What the call can reach; that it may return. */
  private BitSet passing(Insn n, BitSet more) {
    BitSet from = (BitSet) more.clone();
    arguments.values().forEach(from::or);
    BitSet all = reach(from);
    passed.put(n, all);
    arguments.clear();
    returned = all;
    return all;
  }

  private void call(Insn n, BitSet more) {
    BitSet all = passing(n, more);
    all.stream().forEach(t -> add(holds[t], all));
  }

  /** The rest computes what it writes from the words it reads. */
  private void copy(Insn n) {
    BitSet from = new BitSet();
    n.visit(
        new Operands.Sink() {
          @Override
          public void reads(int offset, int bytes) {
            if (bytes >= 8) {
              from.or(held(offset));
            }
          }

          @Override
          public void writes(int offset, int bytes) {
            if (bytes >= 8 && !from.isEmpty()) {
              hold(offset, from);
            }
          }

          @Override
          public void address(int offset) {}
        });
  }
}

package dev.gomem.codegen;

import dev.gomem.code.Function;
import dev.gomem.ir.Var;
import dev.gomem.layout.RType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * All slots of a function before they have places. Virtual offsets below {@link #FIRST} are the
 * outgoing area, which is real from the start: calls and runtime blocks are laid out there
 * directly.
 */
final class VirtualFrame {
  /** Virtual offsets of slots begin here; the outgoing area is below. */
  static final int FIRST = 1 << 28;

  private final List<Slot> slots = new ArrayList<>();
  private final Map<Var, Slot> byVar = new IdentityHashMap<>();
  private int next = FIRST;
  private int outgoing;

  /** Slots in order of creation, which is the order of their virtual offsets. */
  List<Slot> slots() {
    return slots;
  }

  private Slot add(
      Slot.Area area,
      @org.jspecify.annotations.Nullable Var v,
      long size,
      int words,
      BitSet pointers) {
    if (size > 1 << 26 || next > Integer.MAX_VALUE - (1 << 27)) {
      throw new FrameTooLarge(size);
    }
    Slot s = new Slot(slots.size(), area, v, next, (int) size, words, pointers);
    next += 8 * Math.max(1, words); // a slot without bytes still has a virtual offset of its own
    slots.add(s);
    if (v != null) {
      byVar.put(v, s);
    }
    return s;
  }

  /**
   * A frame that no stack could hold; ir moves such variables to the heap, so this is a fault of
   * ours.
   */
  static final class FrameTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    FrameTooLarge(long size) {
      super("frame slot of " + size + " bytes");
    }
  }

  Slot variable(Var v, Slot.Area area) {
    long size = v.boxed() ? 8 : v.type().size();
    int words = v.slotSize() / 8;
    boolean argument = area == Slot.Area.ARGUMENT || area == Slot.Area.RESULT;
    if (words == 0 && !argument) {
      words = 1; // so that its address is its own
    }
    Slot s = add(area, v, size, words, v.boxed() ? oneWord() : v.type().pointers());
    s.exposed = v.addressed() && !v.boxed();
    return s;
  }

  static BitSet oneWord() {
    BitSet b = new BitSet();
    b.set(0);
    return b;
  }

  /** The slot of a variable; temporaries that stand in no list get theirs at the first mention. */
  Slot of(Var v) {
    Slot s = byVar.get(v);
    return s != null
        ? s
        : variable(v, v.kind() == Var.Kind.TEMP ? Slot.Area.TEMP : Slot.Area.NAMED);
  }

  /** A new temporary word. */
  int word(boolean pointer) {
    return add(Slot.Area.TEMP, null, 8, 1, pointer ? oneWord() : new BitSet()).base;
  }

  /** A new temporary for a value of a type. */
  int value(RType t) {
    return add(Slot.Area.TEMP, null, t.size(), (int) ((t.size() + 7) / 8), t.pointers()).base;
  }

  /** A new temporary for pointer and length of a slice or string. */
  int header() {
    return add(Slot.Area.TEMP, null, 16, 2, oneWord()).base;
  }

  /** Room whose address the machine keeps (defer records), or scalar words that stand together. */
  int room(int bytes, boolean exposed) {
    Slot s = add(Slot.Area.TEMP, null, bytes, bytes / 8, new BitSet());
    s.exposed = exposed;
    return s.base;
  }

  /** The slot a virtual offset lies in. */
  Slot at(int virtual) {
    int lo = 0;
    int hi = slots.size() - 1;
    while (lo < hi) {
      int mid = (lo + hi + 1) >>> 1;
      if (slots.get(mid).base <= virtual) {
        lo = mid;
      } else {
        hi = mid - 1;
      }
    }
    return slots.get(lo);
  }

  static boolean isSlot(int virtual) {
    return virtual >= FIRST;
  }

  /** The outgoing area has at least this many bytes. */
  void needOutgoing(int bytes) {
    outgoing = Math.max(outgoing, bytes);
  }

  int outgoing() {
    return outgoing;
  }

  static Function.LocalKind kind(Var.Kind k) {
    return switch (k) {
      case RECEIVER -> Function.LocalKind.RECEIVER;
      case PARAM -> Function.LocalKind.PARAM;
      case RESULT -> Function.LocalKind.RESULT;
      case LOCAL -> Function.LocalKind.LOCAL;
      case CAPTURE -> Function.LocalKind.CAPTURE;
      case TEMP -> Function.LocalKind.TEMP;
    };
  }
}

package dev.gomem.machine;

import dev.gomem.code.Function;
import dev.gomem.code.Function.Safepoint;
import dev.gomem.source.Pos;
import java.util.BitSet;
import java.util.List;

/**
 * A loaded function: its place in the text, its frame's figures ready for calls, and its decoded
 * instructions.
 */
final class Code {
  /** Owner of nodes that are not linked yet. */
  static final Code NONE = new Code(stub("", 0), 0);

  /** First text address; instruction i of the text has address {@code TEXT + 4 * i}. */
  static final long TEXT = 0x401000;

  final Function function;

  /** Of its first instruction in the text. */
  final int index;

  final int frameSize;

  /** Caller's frame pointer minus callee's. */
  final int step;

  /** Caller's frame pointer minus what gc's prologue compares with the guard. */
  final int check;

  /** Pairs of frame offsets: words from the first up to the second are zeroed at entry. */
  final int[] zero;

  final BitSet pointerSlots;

  /** One of the learner's frames: counts for the deepest call. */
  final boolean user;

  final boolean wrapper;

  /** It gives package variables their first values: compiler-made, but a frame of Go's. */
  final boolean initialiser;

  /** The function that all others of a goroutine are called from: no frame of Go's. */
  boolean base;

  /** It is runtime.gopanic: its caller never goes on at its call. */
  boolean panics;

  /** It is a session's or program's main. */
  final boolean main;

  /** First instruction; decodes the rest when it is reached for the first time. */
  Node entry;

  /** Where a goroutine stands that was stopped before the first instruction. */
  final Node entryStop;

  /** Number of its first site among all. */
  int siteBase;

  /** Static closure object, 0 if none was asked for. */
  long closure;

  Code(Function f, int index) {
    function = f;
    this.index = index;
    frameSize = f.frameSize();
    step = frameSize + 16;
    check = step - Math.min(128, frameSize + 8);
    pointerSlots = f.pointerSlots();
    zero = zeroRuns(pointerSlots, frameSize);
    user = f.kind() == Function.Kind.USER;
    main = f.kind() == Function.Kind.MAIN;
    wrapper = f.kind() == Function.Kind.WRAPPER;
    String name = f.name().substring(f.name().lastIndexOf('/') + 1);
    initialiser = wrapper && name.endsWith(".init") && name.indexOf('.') == name.length() - 5;
    entryStop = new EntryStop(this);
    entry = entryStop;
  }

  private static int[] zeroRuns(BitSet slots, int frameSize) {
    BitSet below = slots.get(0, frameSize / 8);
    int[] runs = new int[2 * below.cardinality()];
    int n = 0;
    for (int i = below.nextSetBit(0); i >= 0; ) {
      int end = below.nextClearBit(i);
      runs[n++] = 8 * i;
      runs[n++] = 8 * end;
      i = below.nextSetBit(end);
    }
    return java.util.Arrays.copyOf(runs, n);
  }

  /** A function of the runtime that has a frame but no code of Go's. */
  static Function stub(String name, int frameSize) {
    return new Function(
        name,
        name,
        null,
        Pos.NONE,
        Pos.NONE,
        Function.Kind.LIBRARY,
        frameSize,
        0,
        0,
        new int[0],
        List.of(),
        new int[0],
        new BitSet(),
        new BitSet(),
        List.of(),
        new BitSet(),
        List.of(),
        List.of(),
        -1);
  }

  /** Text address of an instruction. */
  long address(int pc) {
    return TEXT + 4L * (index + pc);
  }

  /**
   * Words that are roots when a frame stands at {@code pc}; all pointer slots if nothing is said of
   * it.
   */
  BitSet live(int pc) {
    List<Safepoint> points = function.safepoints();
    int low = 0;
    int high = points.size() - 1;
    while (low <= high) {
      int mid = (low + high) >>> 1;
      int at = points.get(mid).pc();
      if (at == pc) {
        return points.get(mid).live();
      }
      if (at < pc) {
        low = mid + 1;
      } else {
        high = mid - 1;
      }
    }
    return pointerSlots;
  }

  /** Words of the arguments that hold pointers: what is live before the first instruction. */
  BitSet arguments() {
    int from = (frameSize + 16) / 8;
    BitSet live = (BitSet) pointerSlots.clone();
    live.clear(0, from);
    live.clear(
        from + (function.argSize() + 7) / 8,
        Math.max(live.length(), from + (function.argSize() + 7) / 8));
    return live;
  }

  /** Position of an instruction's statement. */
  Pos position(int pc) {
    int[] offsets = function.offsets();
    if (function.source() == null || pc >= offsets.length || offsets[pc] < 0) {
      return function.pos();
    }
    return new Pos(function.source(), offsets[pc]);
  }

  /** Stands for the state between a call and the callee's first instruction. */
  static final class EntryStop extends Node {
    EntryStop(Code c) {
      code = c;
    }

    @Override
    Node exec(Interp s) {
      if (code.entry == this) {
        s.decode(code);
      }
      return code.entry;
    }
  }
}

package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.arena;
import static dev.gomem.machine.memory.Memory.get64;

import dev.gomem.machine.CallNodes.Call;

/**
 * Deferred calls. Records are gc's _defer in simulated memory, in the frame or on the heap: {heap,
 * rangefunc, sp, pc, fn, link, head}; {@code sp} is the frame's address. RUNDEFERS and panics run
 * them from frames of the runtime's own, runtime.deferreturn and runtime.gopanic, whose
 * instructions are here.
 */
final class DeferNodes {
  static final int SIZE = 48;
  static final int SP = 8;
  static final int PC = 16;
  static final int FN = 24;
  static final int LINK = 32;
  static final int HEAD = 40;

  /** First word of a record that stands for the calls that a loop over a function defers. */
  private static final long HEAP_RANGEFUNC = 0x101;

  /** What the list of such a record holds once its function runs its deferred calls. */
  private static final long BAD = 1;

  private DeferNodes() {}

  static final class Defer extends Node.Abc {
    Defer(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      long fn = get64(s.mem, s.fp + a);
      long d = b >= 0 ? arena(s.fp + b) : s.heap.allocate(s.heap.info(s.errors.deferType), 0);
      var memory = s.memory;
      memory.put64(d, b >= 0 ? 0 : 1);
      memory.put64(d + SP, arena(s.fp));
      memory.put64(d + PC, code.address(pc));
      memory.put64(d + FN, fn);
      memory.put64(d + LINK, s.g.deferHead);
      memory.put64(d + HEAD, 0);
      s.g.deferHead = d;
      return next;
    }
  }

  /** runtime.deferrangefunc: a record in whose place others will be put, and its list. */
  static final class RangeFunc extends Node {
    private final int block;

    RangeFunc(int block) {
      this.block = block;
    }

    @Override
    Node exec(Interp s) {
      s.at = this;
      long d = s.heap.allocate(s.heap.info(s.errors.deferType), 0);
      var memory = s.memory;
      memory.put64(d, HEAP_RANGEFUNC);
      memory.put64(d + SP, arena(s.fp));
      memory.put64(d + PC, code.address(pc));
      memory.put64(d + LINK, s.g.deferHead);
      s.g.deferHead = d;
      long head = s.heap.allocate(s.heap.info(s.errors.deferList), 0);
      memory.put64(d + HEAD, head);
      memory.put64(arena(s.fp) + block, s.errors.deferListWord());
      memory.put64(arena(s.fp) + block + 8, head);
      return next;
    }
  }

  /** runtime.deferprocat: defers a call for the frame that the list was made for. */
  static final class DeferAt extends Node {
    private final int block;

    DeferAt(int block) {
      this.block = block;
    }

    @Override
    Node exec(Interp s) {
      s.at = this;
      var memory = s.memory;
      long head = s.word(block + 16);
      long link = memory.get64(head);
      if (link == BAD) {
        throw new Ending.Fatal("", "defer after range func returned");
      }
      long d = s.heap.allocate(s.heap.info(s.errors.deferType), 0);
      memory.put64(d, 1);
      memory.put64(d + FN, s.word(block));
      memory.put64(d + LINK, link);
      memory.put64(head, d);
      return next;
    }
  }

  /** The newest record's list takes its place (deferconvert). */
  private static void convert(Interp s, long d0) {
    var memory = s.memory;
    long head = memory.get64(d0 + HEAD);
    long first = memory.get64(head);
    memory.put64(head, BAD);
    long rest = memory.get64(d0 + LINK);
    if (first == 0) {
      s.g.deferHead = rest;
      return;
    }
    long d = first;
    while (true) {
      memory.put64(d + SP, memory.get64(d0 + SP));
      memory.put64(d + PC, memory.get64(d0 + PC));
      long link = memory.get64(d + LINK);
      if (link == 0) {
        break;
      }
      d = link;
    }
    memory.put64(d + LINK, rest);
    s.g.deferHead = first;
  }

  private static boolean isRangeFunc(Interp s, long d) {
    return s.memory.get(d + 1, 1) != 0;
  }

  /** Takes the newest record off the goroutine's list and calls its function from {@code at}. */
  private static Node callNewest(Interp s, Call at) {
    long d = s.g.deferHead;
    var memory = s.memory;
    long fn = memory.get64(d + FN);
    s.g.deferHead = memory.get64(d + LINK);
    memory.put64(d + FN, 0);
    memory.put64(d + LINK, 0);
    long text = memory.get64(fn);
    s.ctx = fn;
    return at.enter(s, s.text.owners[Text.index(text)]);
  }

  private static boolean has(Interp s, long frame) {
    long d = s.g.deferHead;
    while (d != 0 && s.memory.get64(d + SP) == frame) {
      if (!isRangeFunc(s, d)) {
        return true;
      }
      convert(s, d);
      d = s.g.deferHead;
    }
    return false;
  }

  /** Runs this frame's deferred calls from a frame of runtime.deferreturn, if there are any. */
  static final class RunDefers extends Call {
    RunDefers(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      return has(s, arena(s.fp)) ? enter(s, s.stubs.deferReturn) : next;
    }
  }

  /**
   * Instruction of runtime.deferreturn: calls the next, or returns. A nil function panics only now.
   */
  static final class NextDefer extends Call {
    NextDefer() {
      super(0, 0, 0);
    }

    @Override
    long faultAddress(Interp s) {
      return 0; // of a nil function
    }

    @Override
    Node exec(Interp s) {
      int caller = s.fp + code.step;
      if (has(s, arena(caller))) {
        return callNewest(s, this);
      }
      s.fp = caller;
      return s.text.nodes[Text.index(get64(s.mem, caller - 8))];
    }
  }

  /** Instruction of runtime.gopanic: calls the next deferred function of any frame, or gives up. */
  static final class NextPanicDefer extends Call {
    NextPanicDefer() {
      super(0, 0, 0);
    }

    @Override
    long faultAddress(Interp s) {
      return 0; // of a nil function
    }

    @Override
    Node exec(Interp s) {
      while (s.g.deferHead != 0 && isRangeFunc(s, s.g.deferHead)) {
        convert(s, s.g.deferHead);
      }
      if (s.g.deferHead != 0) {
        long sp = s.memory.get64(s.g.deferHead + SP);
        s.panics.top().frame = (int) (s.g.high() - sp);
        return callNewest(s, this);
      }
      return s.panics.noDefersLeft(this);
    }
  }

  /** Stands behind {@link NextPanicDefer}: the deferred function has returned. */
  static final class AfterPanicDefer extends Node {
    @Override
    Node exec(Interp s) {
      return s.panics.top().recovered ? s.panics.recovery(this) : s.stubs.nextPanicDefer;
    }
  }

  /** Turns the values of the panics in progress into text, by calling Error or String. */
  static final class PrintPanic extends Call {
    PrintPanic() {
      super(0, 0, 0);
    }

    @Override
    Node exec(Interp s) {
      return s.panics.print(this);
    }
  }

  /** Stands behind {@link PrintPanic}: the method has returned. */
  static final class AfterPrintPanic extends Node {
    @Override
    Node exec(Interp s) {
      return s.panics.printed(this);
    }
  }
}

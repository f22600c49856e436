package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.NIL;
import static dev.gomem.machine.memory.Memory.arena;
import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put64;

import java.util.Arrays;

/**
 * Calls and returns. The caller's outgoing area is where the callee's arguments begin; a call
 * pushes return address and saved frame pointer (the address of the caller's own saved frame
 * pointer, as RBP chains on amd64).
 */
final class CallNodes {
  private CallNodes() {}

  /** What all calls share. */
  abstract static class Call extends Node.Abc {
    Call(int a, int b, int c) {
      super(a, b, c);
    }

    /** Makes the callee's frame and goes to its first instruction. */
    final Node enter(Interp s, Code callee) {
      if (s.fp - callee.check <= s.limit) {
        s.grow(this, callee);
      }
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f - 16, arena(f + code.frameSize));
      put64(m, f - 8, code.address(pc + 1));
      int nf = f - callee.step;
      int[] zero = callee.zero;
      for (int i = 0; i < zero.length; i += 2) {
        int from = nf + zero[i];
        int to = nf + zero[i + 1];
        if (to - from <= 64) {
          for (; from < to; from += 8) {
            put64(m, from, 0);
          }
        } else {
          Arrays.fill(m, from, to, (byte) 0);
        }
      }
      s.fp = nf;
      if (callee.user) {
        s.userDepth++;
      }
      if (--s.budget < 0) {
        return s.poll(callee.entryStop, callee.entryStop);
      }
      return callee.entry;
    }
  }

  static final class Static extends Call {
    private final Code callee;

    Static(Code callee) {
      super(0, 0, 0);
      this.callee = callee;
    }

    @Override
    Node exec(Interp s) {
      return enter(s, callee);
    }
  }

  /** R[a] is a func value: the address of an object whose first word is the text address. */
  static final class Closure extends Call {
    Closure(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    long faultAddress(Interp s) {
      return s.word(a);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      long closure = get64(m, s.fp + a);
      long text = get64(m, (int) closure - NIL);
      s.ctx = closure;
      return enter(s, s.text.owners[Text.index(text)]);
    }
  }

  /** R[a] is an itab; b numbers its method. */
  static final class Interface extends Call {
    Interface(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    long faultAddress(Interp s) {
      return s.word(a) + DataSegment.ITAB_FUN + 8L * b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      long itab = get64(m, s.fp + a);
      long text = get64(m, (int) itab - NIL + DataSegment.ITAB_FUN + 8 * b);
      return enter(s, s.text.owners[Text.index(text)]);
    }
  }

  static final class Return extends Node {
    private final int size;

    Return(int size) {
      this.size = size;
    }

    @Override
    Node exec(Interp s) {
      int top = s.fp + size;
      s.fp = top + 16;
      return s.text.nodes[Text.index(get64(s.mem, top + 8))];
    }
  }

  /** Return of one of the learner's functions: the watched moment when it was the deepest call. */
  static final class UserReturn extends Node {
    private final int size;

    UserReturn(int size) {
      this.size = size;
    }

    @Override
    Node exec(Interp s) {
      if (s.userDepth > s.watchDepth) {
        s.deepest(this);
      }
      s.userDepth--;
      int top = s.fp + size;
      s.fp = top + 16;
      return s.text.nodes[Text.index(get64(s.mem, top + 8))];
    }
  }

  /** Return of main: a session's frame stays where it is. */
  static final class MainReturn extends Node {
    @Override
    Node exec(Interp s) {
      int top = s.fp + code.frameSize;
      Node to = s.text.nodes[Text.index(get64(s.mem, top + 8))];
      if (to == s.stubs.baseReturn) {
        return s.mainReturns(this);
      }
      s.fp = top + 16;
      return to;
    }
  }

  static final class Java extends Node {
    private final JavaBody body;

    Java(JavaBody body) {
      this.body = body;
    }

    @Override
    Node exec(Interp s) {
      s.at = this;
      body.call(s.machine, arena(s.fp + code.frameSize + 16));
      return s.scheduler.asked ? s.scheduler.answer(this) : next;
    }
  }

  static final class Context extends Node.Abc {
    Context(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      put64(s.mem, s.fp + a, s.ctx);
      return next;
    }
  }
}

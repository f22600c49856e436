package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.NIL;
import static dev.gomem.machine.memory.Memory.get16;
import static dev.gomem.machine.memory.Memory.get32;
import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put16;
import static dev.gomem.machine.memory.Memory.put32;
import static dev.gomem.machine.memory.Memory.put64;

import java.util.Arrays;

/** Loads and stores through addresses. A nil base makes a negative index, which the host finds. */
final class MemoryNodes {
  private MemoryNodes() {}

  static final class Ld8U extends Node.Access {
    Ld8U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, m[(int) get64(m, f + b) - NIL + c] & 0xff);
      return next;
    }
  }

  static final class Ld8S extends Node.Access {
    Ld8S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, m[(int) get64(m, f + b) - NIL + c]);
      return next;
    }
  }

  static final class Ld16U extends Node.Access {
    Ld16U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get16(m, (int) get64(m, f + b) - NIL + c) & 0xffff);
      return next;
    }
  }

  static final class Ld16S extends Node.Access {
    Ld16S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get16(m, (int) get64(m, f + b) - NIL + c));
      return next;
    }
  }

  static final class Ld32U extends Node.Access {
    Ld32U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get32(m, (int) get64(m, f + b) - NIL + c) & 0xffffffffL);
      return next;
    }
  }

  static final class Ld32S extends Node.Access {
    Ld32S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get32(m, (int) get64(m, f + b) - NIL + c));
      return next;
    }
  }

  static final class Ld64 extends Node.Access {
    Ld64(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, (int) get64(m, f + b) - NIL + c));
      return next;
    }
  }

  static final class St8 extends Node.Access {
    St8(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return a;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      m[(int) get64(m, f + a) - NIL + c] = (byte) get64(m, f + b);
      return next;
    }
  }

  static final class St16 extends Node.Access {
    St16(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return a;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put16(m, (int) get64(m, f + a) - NIL + c, (short) get64(m, f + b));
      return next;
    }
  }

  static final class St32 extends Node.Access {
    St32(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return a;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put32(m, (int) get64(m, f + a) - NIL + c, (int) get64(m, f + b));
      return next;
    }
  }

  static final class St64 extends Node.Access {
    St64(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return a;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, (int) get64(m, f + a) - NIL + c, get64(m, f + b));
      return next;
    }
  }

  static final class Ldn16 extends Node.Access {
    Ldn16(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      int i = (int) get64(m, f + b) - NIL + c;
      long lo = get64(m, i);
      long hi = get64(m, i + 8);
      put64(m, f + a, lo);
      put64(m, f + a + 8, hi);
      return next;
    }
  }

  static final class Ldn24 extends Node.Access {
    Ldn24(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      int i = (int) get64(m, f + b) - NIL + c;
      long x = get64(m, i);
      long y = get64(m, i + 8);
      long z = get64(m, i + 16);
      put64(m, f + a, x);
      put64(m, f + a + 8, y);
      put64(m, f + a + 16, z);
      return next;
    }
  }

  static final class Stn16 extends Node.Access {
    Stn16(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return a;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      int i = (int) get64(m, f + a) - NIL + c;
      long lo = get64(m, f + b);
      long hi = get64(m, f + b + 8);
      put64(m, i, lo);
      put64(m, i + 8, hi);
      return next;
    }
  }

  static final class Stn24 extends Node.Access {
    Stn24(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    int base() {
      return a;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      int i = (int) get64(m, f + a) - NIL + c;
      long x = get64(m, f + b);
      long y = get64(m, f + b + 8);
      long z = get64(m, f + b + 16);
      put64(m, i, x);
      put64(m, i + 8, y);
      put64(m, i + 16, z);
      return next;
    }
  }

  static final class Ldn extends Node.Access {
    private final int size;

    Ldn(int a, int b, int c, int size) {
      super(a, b, c);
      this.size = size;
    }

    @Override
    int base() {
      return b;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long from = get64(m, f + b);
      if (from == 0) {
        throw s.nilAccess();
      }
      System.arraycopy(m, (int) from - NIL + c, m, f + a, size);
      return next;
    }
  }

  static final class Stn extends Node.Access {
    private final int size;

    Stn(int a, int b, int c, int size) {
      super(a, b, c);
      this.size = size;
    }

    @Override
    int base() {
      return a;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long to = get64(m, f + a);
      if (to == 0) {
        throw s.nilAccess();
      }
      System.arraycopy(m, f + b, m, (int) to - NIL + c, size);
      return next;
    }
  }

  /** memmove between two addresses; {@code c} is the size. */
  static final class Copy extends Node.Abc {
    Copy(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    long faultAddress(Interp s) {
      return 0;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long to = get64(m, f + a);
      long from = get64(m, f + b);
      if (to == 0 || from == 0) {
        throw s.nilAccess();
      }
      System.arraycopy(m, (int) from - NIL, m, (int) to - NIL, c);
      return next;
    }
  }

  static final class Clear extends Node.Abc {
    Clear(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    long faultAddress(Interp s) {
      return 0;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      long at = get64(m, s.fp + a);
      if (at == 0) {
        throw s.nilAccess();
      }
      int i = (int) at - NIL;
      Arrays.fill(m, i, i + c, (byte) 0);
      return next;
    }
  }

  static final class NilCheck extends Node.Abc {
    NilCheck(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    long faultAddress(Interp s) {
      return 0;
    }

    @Override
    Node exec(Interp s) {
      if (get64(s.mem, s.fp + a) == 0) {
        throw s.nilAccess();
      }
      return next;
    }
  }

  /**
   * Stands before an access whose offset is beyond the page at nil, so that the host's bounds check
   * would not find a nil base; {@code a} is the base.
   */
  static final class FarCheck extends Node.Abc {
    FarCheck(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    long faultAddress(Interp s) {
      return 0;
    }

    @Override
    Node exec(Interp s) {
      if (get64(s.mem, s.fp + a) == 0) {
        throw s.nilAccess();
      }
      return next;
    }
  }

  /**
   * Stands before a pointer store when invariant I is checked: the words of a value at frame {@code
   * b} (or at the address in it, if {@code indirect}) that are pointers must not point into a
   * stack, if address R[a] does not.
   */
  static final class CheckPointers extends Node.Abc {
    private final int[] words;
    private final boolean indirect;

    CheckPointers(int a, int b, int c, int[] words, boolean indirect) {
      super(a, b, c);
      this.words = words;
      this.indirect = indirect;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long to = get64(m, f + a);
      int from = indirect ? (int) get64(m, f + b) - NIL : f + b;
      if (to != 0 && from >= 0) {
        for (int w : words) {
          s.checkStore(this, to + c + w, get64(m, from + w));
        }
      }
      return next;
    }
  }
}

package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.arena;
import static dev.gomem.machine.memory.Memory.get16;
import static dev.gomem.machine.memory.Memory.get32;
import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put16;
import static dev.gomem.machine.memory.Memory.put32;
import static dev.gomem.machine.memory.Memory.put64;

import java.util.Arrays;

/** Moves within the frame, constants, and the bytes of the frame at their own size. */
final class MoveNodes {
  private MoveNodes() {}

  static final class Mov extends Node.Abc {
    Mov(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b));
      return next;
    }
  }

  static final class Mov16 extends Node.Abc {
    Mov16(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long lo = get64(m, f + b);
      long hi = get64(m, f + b + 8);
      put64(m, f + a, lo);
      put64(m, f + a + 8, hi);
      return next;
    }
  }

  static final class Mov24 extends Node.Abc {
    Mov24(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long x = get64(m, f + b);
      long y = get64(m, f + b + 8);
      long z = get64(m, f + b + 16);
      put64(m, f + a, x);
      put64(m, f + a + 8, y);
      put64(m, f + a + 16, z);
      return next;
    }
  }

  static final class Movn extends Node.Abc {
    Movn(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      System.arraycopy(m, f + b, m, f + a, c);
      return next;
    }
  }

  static final class Zero8 extends Node.Abc {
    Zero8(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, 0);
      return next;
    }
  }

  static final class Zero extends Node.Abc {
    Zero(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      int at = s.fp + a;
      Arrays.fill(s.mem, at, at + c, (byte) 0);
      return next;
    }
  }

  /** A number known at decoding: a constant, or an address that never moves. */
  static final class Const extends Node {
    private final int a;
    private final long value;

    Const(int a, long value) {
      this.a = a;
      this.value = value;
    }

    @Override
    Node exec(Interp s) {
      put64(s.mem, s.fp + a, value);
      return next;
    }
  }

  static final class Lea extends Node.Abc {
    Lea(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      int f = s.fp;
      put64(s.mem, f + a, arena(f + b));
      return next;
    }
  }

  static final class Lf8U extends Node.Abc {
    Lf8U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, m[f + b] & 0xff);
      return next;
    }
  }

  static final class Lf8S extends Node.Abc {
    Lf8S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, m[f + b]);
      return next;
    }
  }

  static final class Lf16U extends Node.Abc {
    Lf16U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get16(m, f + b) & 0xffff);
      return next;
    }
  }

  static final class Lf16S extends Node.Abc {
    Lf16S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get16(m, f + b));
      return next;
    }
  }

  static final class Lf32U extends Node.Abc {
    Lf32U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get32(m, f + b) & 0xffffffffL);
      return next;
    }
  }

  static final class Lf32S extends Node.Abc {
    Lf32S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get32(m, f + b));
      return next;
    }
  }

  static final class Sf8 extends Node.Abc {
    Sf8(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      m[f + a] = (byte) get64(m, f + b);
      return next;
    }
  }

  static final class Sf16 extends Node.Abc {
    Sf16(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put16(m, f + a, (short) get64(m, f + b));
      return next;
    }
  }

  static final class Sf32 extends Node.Abc {
    Sf32(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put32(m, f + a, (int) get64(m, f + b));
      return next;
    }
  }
}

package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.ARENA;
import static dev.gomem.machine.memory.Memory.NIL;
import static dev.gomem.machine.memory.Memory.arena;
import static dev.gomem.machine.memory.Memory.get16;
import static dev.gomem.machine.memory.Memory.get32;
import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put16;
import static dev.gomem.machine.memory.Memory.put32;
import static dev.gomem.machine.memory.Memory.put64;

/** Elements and slices of slices, strings and arrays, bounds checked. */
final class IndexNodes {
  private IndexNodes() {}

  static final class Ld8U extends Node.Abc {
    Ld8U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      long n = get64(m, f + b + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + b) - NIL + (int) i;
      put64(m, f + a, m[at] & 0xff);
      return next;
    }
  }

  static final class Ld8S extends Node.Abc {
    Ld8S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      long n = get64(m, f + b + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + b) - NIL + (int) i;
      put64(m, f + a, m[at]);
      return next;
    }
  }

  static final class Ld16U extends Node.Abc {
    Ld16U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      long n = get64(m, f + b + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + b) - NIL + (int) i * 2;
      put64(m, f + a, get16(m, at) & 0xffff);
      return next;
    }
  }

  static final class Ld16S extends Node.Abc {
    Ld16S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      long n = get64(m, f + b + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + b) - NIL + (int) i * 2;
      put64(m, f + a, get16(m, at));
      return next;
    }
  }

  static final class Ld32U extends Node.Abc {
    Ld32U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      long n = get64(m, f + b + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + b) - NIL + (int) i * 4;
      put64(m, f + a, get32(m, at) & 0xffffffffL);
      return next;
    }
  }

  static final class Ld32S extends Node.Abc {
    Ld32S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      long n = get64(m, f + b + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + b) - NIL + (int) i * 4;
      put64(m, f + a, get32(m, at));
      return next;
    }
  }

  static final class Ld64 extends Node.Abc {
    Ld64(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      long n = get64(m, f + b + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + b) - NIL + (int) i * 8;
      put64(m, f + a, get64(m, at));
      return next;
    }
  }

  static final class St8 extends Node.Abc {
    St8(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + b);
      long n = get64(m, f + a + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + a) - NIL + (int) i;
      m[at] = (byte) get64(m, f + c);
      return next;
    }
  }

  static final class St16 extends Node.Abc {
    St16(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + b);
      long n = get64(m, f + a + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + a) - NIL + (int) i * 2;
      put16(m, at, (short) get64(m, f + c));
      return next;
    }
  }

  static final class St32 extends Node.Abc {
    St32(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + b);
      long n = get64(m, f + a + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + a) - NIL + (int) i * 4;
      put32(m, at, (int) get64(m, f + c));
      return next;
    }
  }

  static final class St64 extends Node.Abc {
    St64(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + b);
      long n = get64(m, f + a + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + a) - NIL + (int) i * 8;
      put64(m, at, get64(m, f + c));
      return next;
    }
  }

  static final class StCheckedPointer extends Node.Abc {
    StCheckedPointer(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + b);
      long n = get64(m, f + a + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + a) - NIL + (int) i * 8;
      s.checkStore(this, at + ARENA + NIL, get64(m, f + c));
      put64(m, at, get64(m, f + c));
      return next;
    }
  }

  static final class Addr extends Node.Abc {
    private final int size;

    Addr(int a, int b, int c, int size) {
      super(a, b, c);
      this.size = size;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      long n = get64(m, f + b + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      put64(m, f + a, get64(m, f + b) + i * size);
      return next;
    }
  }

  /** Part of an element: {@code bytes} at {@code offset} of an element of {@code size} bytes. */
  static final class Ldn extends Node.Abc {
    private final int bytes;
    private final int size;
    private final int offset;

    Ldn(int a, int b, int c, int bytes, int size, int offset) {
      super(a, b, c);
      this.bytes = bytes;
      this.size = size;
      this.offset = offset;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      long n = get64(m, f + b + 8);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      int at = (int) get64(m, f + b) - NIL + (int) (i * size) + offset;
      if (bytes == 16) {
        long lo = get64(m, at);
        long hi = get64(m, at + 8);
        put64(m, f + a, lo);
        put64(m, f + a + 8, hi);
      } else {
        System.arraycopy(m, at, m, f + a, bytes);
      }
      return next;
    }
  }

  /** Address of an element of an array in the frame. */
  static final class FrameAddr extends Node.Abc {
    private final int size;
    private final int length;

    FrameAddr(int a, int b, int c, int size, int length) {
      super(a, b, c);
      this.size = size;
      this.length = length;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      if (i < 0 || i >= length) {
        throw s.errors.index(this, i, length);
      }
      put64(m, f + a, arena(f + b) + i * size);
      return next;
    }
  }

  /** Address of an element of an array behind a pointer. */
  static final class PointerAddr extends Node.Abc {
    private final int size;
    private final int length;

    PointerAddr(int a, int b, int c, int size, int length) {
      super(a, b, c);
      this.size = size;
      this.length = length;
    }

    @Override
    long faultAddress(Interp s) {
      return 0;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + c);
      long base = get64(m, f + b);
      if (base == 0) {
        throw s.nilAccess();
      }
      if (i < 0 || i >= length) {
        throw s.errors.index(this, i, length);
      }
      put64(m, f + a, base + i * size);
      return next;
    }
  }

  static final class Bound extends Node.Abc {
    Bound(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long i = get64(m, f + a);
      long n = get64(m, f + b);
      if (i < 0 || i >= n) {
        throw s.errors.index(this, i, n);
      }
      return next;
    }
  }

  static final class BoundI extends Node.Abc {
    BoundI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      long i = get64(s.mem, s.fp + a);
      if (i < 0 || i >= b) {
        throw s.errors.index(this, i, b);
      }
      return next;
    }
  }

  /**
   * Slice expressions. The operand is a slice header, a string header or an array's address; bounds
   * that are not written have frame offset -1. A result without room keeps the operand's pointer,
   * so that none points past an object.
   */
  static final class Slice extends Node.Abc {
    /** What is sliced. */
    enum Of {
      SLICE,
      STRING,
      ARRAY
    }

    private final Of of;
    private final int high;
    private final int max;
    private final long size;
    private final long length;

    Slice(Of of, int a, int b, int low, int high, int max, long size, long length) {
      super(a, b, low);
      this.of = of;
      this.high = high;
      this.max = max;
      this.size = size;
      this.length = length;
    }

    @Override
    long faultAddress(Interp s) {
      return of == Of.ARRAY ? 0 : -1;
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long base = get64(m, f + b);
      if (of == Of.ARRAY && base == 0) {
        throw s.nilAccess();
      }
      long len = of == Of.ARRAY ? length : get64(m, f + b + 8);
      long cap = of == Of.SLICE ? get64(m, f + b + 16) : len;
      long i = c < 0 ? 0 : get64(m, f + c);
      long j = high < 0 ? len : get64(m, f + high);
      long k = cap;
      if (max >= 0) {
        k = get64(m, f + max);
        if (k < 0 || k > cap) {
          throw s.errors.bounds(
              this, 2, of == Of.SLICE ? Errors.SLICE3_CAP : Errors.SLICE3_LEN, k, cap);
        }
        if (j < 0 || j > k) {
          throw s.errors.bounds(this, 1, Errors.SLICE3_B, j, k);
        }
      } else if (high >= 0 && (j < 0 || j > cap)) {
        throw s.errors.bounds(
            this, 1, of == Of.SLICE ? Errors.SLICE_CAP : Errors.SLICE_LEN, j, cap);
      }
      if (i < 0 || i > j) {
        throw s.errors.bounds(this, 0, max >= 0 ? Errors.SLICE3_C : Errors.SLICE_B, i, j);
      }
      long room = of == Of.STRING ? j - i : k - i;
      put64(m, f + a, room == 0 ? base : base + i * size);
      put64(m, f + a + 8, j - i);
      if (of != Of.STRING) {
        put64(m, f + a + 16, room);
      }
      return next;
    }
  }
}

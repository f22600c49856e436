package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put64;
import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;
import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;

/**
 * float64 and float32 arithmetic, comparisons and conversions; float32 bits are kept zero-extended.
 */
final class FloatNodes {
  private FloatNodes() {}

  static final class FAdd extends Node.Abc {
    FAdd(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          doubleToRawLongBits(
              longBitsToDouble(get64(m, f + b)) + longBitsToDouble(get64(m, f + c))));
      return next;
    }
  }

  static final class FSub extends Node.Abc {
    FSub(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          doubleToRawLongBits(
              longBitsToDouble(get64(m, f + b)) - longBitsToDouble(get64(m, f + c))));
      return next;
    }
  }

  static final class FMul extends Node.Abc {
    FMul(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          doubleToRawLongBits(
              longBitsToDouble(get64(m, f + b)) * longBitsToDouble(get64(m, f + c))));
      return next;
    }
  }

  static final class FDiv extends Node.Abc {
    FDiv(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          doubleToRawLongBits(
              longBitsToDouble(get64(m, f + b)) / longBitsToDouble(get64(m, f + c))));
      return next;
    }
  }

  static final class FNeg extends Node.Abc {
    FNeg(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) ^ Long.MIN_VALUE);
      return next;
    }
  }

  static final class FSqrt extends Node.Abc {
    FSqrt(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, doubleToRawLongBits(Math.sqrt(longBitsToDouble(get64(m, f + b)))));
      return next;
    }
  }

  static final class FAbs extends Node.Abc {
    FAbs(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) & Long.MAX_VALUE);
      return next;
    }
  }

  static final class FEq extends Node.Abc {
    FEq(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m, f + a, longBitsToDouble(get64(m, f + b)) == longBitsToDouble(get64(m, f + c)) ? 1 : 0);
      return next;
    }
  }

  static final class FNe extends Node.Abc {
    FNe(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m, f + a, longBitsToDouble(get64(m, f + b)) != longBitsToDouble(get64(m, f + c)) ? 1 : 0);
      return next;
    }
  }

  static final class FLt extends Node.Abc {
    FLt(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m, f + a, longBitsToDouble(get64(m, f + b)) < longBitsToDouble(get64(m, f + c)) ? 1 : 0);
      return next;
    }
  }

  static final class FLe extends Node.Abc {
    FLe(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m, f + a, longBitsToDouble(get64(m, f + b)) <= longBitsToDouble(get64(m, f + c)) ? 1 : 0);
      return next;
    }
  }

  static final class GAdd extends Node.Abc {
    GAdd(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          floatToRawIntBits(
                  intBitsToFloat((int) get64(m, f + b)) + intBitsToFloat((int) get64(m, f + c)))
              & 0xffffffffL);
      return next;
    }
  }

  static final class GSub extends Node.Abc {
    GSub(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          floatToRawIntBits(
                  intBitsToFloat((int) get64(m, f + b)) - intBitsToFloat((int) get64(m, f + c)))
              & 0xffffffffL);
      return next;
    }
  }

  static final class GMul extends Node.Abc {
    GMul(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          floatToRawIntBits(
                  intBitsToFloat((int) get64(m, f + b)) * intBitsToFloat((int) get64(m, f + c)))
              & 0xffffffffL);
      return next;
    }
  }

  static final class GDiv extends Node.Abc {
    GDiv(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          floatToRawIntBits(
                  intBitsToFloat((int) get64(m, f + b)) / intBitsToFloat((int) get64(m, f + c)))
              & 0xffffffffL);
      return next;
    }
  }

  static final class GNeg extends Node.Abc {
    GNeg(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) ^ 0x80000000L);
      return next;
    }
  }

  static final class GEq extends Node.Abc {
    GEq(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          intBitsToFloat((int) get64(m, f + b)) == intBitsToFloat((int) get64(m, f + c)) ? 1 : 0);
      return next;
    }
  }

  static final class GNe extends Node.Abc {
    GNe(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          intBitsToFloat((int) get64(m, f + b)) != intBitsToFloat((int) get64(m, f + c)) ? 1 : 0);
      return next;
    }
  }

  static final class GLt extends Node.Abc {
    GLt(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          intBitsToFloat((int) get64(m, f + b)) < intBitsToFloat((int) get64(m, f + c)) ? 1 : 0);
      return next;
    }
  }

  static final class GLe extends Node.Abc {
    GLe(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(
          m,
          f + a,
          intBitsToFloat((int) get64(m, f + b)) <= intBitsToFloat((int) get64(m, f + c)) ? 1 : 0);
      return next;
    }
  }

  static final class I2F extends Node.Abc {
    I2F(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, doubleToRawLongBits((double) get64(m, f + b)));
      return next;
    }
  }

  static final class U2F extends Node.Abc {
    U2F(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, doubleToRawLongBits(Floats.unsignedToDouble(get64(m, f + b))));
      return next;
    }
  }

  static final class I2G extends Node.Abc {
    I2G(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, floatToRawIntBits((float) get64(m, f + b)) & 0xffffffffL);
      return next;
    }
  }

  static final class U2G extends Node.Abc {
    U2G(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, floatToRawIntBits(Floats.unsignedToFloat(get64(m, f + b))) & 0xffffffffL);
      return next;
    }
  }

  static final class F2I extends Node.Abc {
    F2I(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, Floats.toInt64(longBitsToDouble(get64(m, f + b))));
      return next;
    }
  }

  static final class F2I32 extends Node.Abc {
    F2I32(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, Floats.toInt32(longBitsToDouble(get64(m, f + b))));
      return next;
    }
  }

  static final class F2U extends Node.Abc {
    F2U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, Floats.toUint64(longBitsToDouble(get64(m, f + b))));
      return next;
    }
  }

  static final class G2I extends Node.Abc {
    G2I(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, Floats.toInt64(intBitsToFloat((int) get64(m, f + b))));
      return next;
    }
  }

  static final class G2U extends Node.Abc {
    G2U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, Floats.toUint64(intBitsToFloat((int) get64(m, f + b))));
      return next;
    }
  }

  static final class F2G extends Node.Abc {
    F2G(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, floatToRawIntBits((float) longBitsToDouble(get64(m, f + b))) & 0xffffffffL);
      return next;
    }
  }

  static final class G2F extends Node.Abc {
    G2F(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, doubleToRawLongBits((double) intBitsToFloat((int) get64(m, f + b))));
      return next;
    }
  }
}

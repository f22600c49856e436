package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put64;

/** Integer arithmetic in 64 bits, extensions, and comparisons that give 0 or 1. */
final class IntNodes {
  private IntNodes() {}

  static final class Add extends Node.Abc {
    Add(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) + get64(m, f + c));
      return next;
    }
  }

  static final class Sub extends Node.Abc {
    Sub(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) - get64(m, f + c));
      return next;
    }
  }

  static final class Mul extends Node.Abc {
    Mul(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) * get64(m, f + c));
      return next;
    }
  }

  static final class Div extends Node.Abc {
    Div(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) / get64(m, f + c));
      return next;
    }
  }

  static final class DivU extends Node.Abc {
    DivU(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, Long.divideUnsigned(get64(m, f + b), get64(m, f + c)));
      return next;
    }
  }

  static final class Rem extends Node.Abc {
    Rem(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) % get64(m, f + c));
      return next;
    }
  }

  static final class RemU extends Node.Abc {
    RemU(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, Long.remainderUnsigned(get64(m, f + b), get64(m, f + c)));
      return next;
    }
  }

  static final class And extends Node.Abc {
    And(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) & get64(m, f + c));
      return next;
    }
  }

  static final class Or extends Node.Abc {
    Or(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) | get64(m, f + c));
      return next;
    }
  }

  static final class Xor extends Node.Abc {
    Xor(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) ^ get64(m, f + c));
      return next;
    }
  }

  static final class AndNot extends Node.Abc {
    AndNot(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) & ~get64(m, f + c));
      return next;
    }
  }

  static final class Shl extends Node.Abc {
    Shl(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long x = get64(m, f + b);
      long n = get64(m, f + c);
      put64(m, f + a, (n & ~63L) == 0 ? x << n : 0);
      return next;
    }
  }

  static final class Shr extends Node.Abc {
    Shr(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long x = get64(m, f + b);
      long n = get64(m, f + c);
      put64(m, f + a, (n & ~63L) == 0 ? x >> n : x >> 63);
      return next;
    }
  }

  static final class ShrU extends Node.Abc {
    ShrU(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long x = get64(m, f + b);
      long n = get64(m, f + c);
      put64(m, f + a, (n & ~63L) == 0 ? x >>> n : 0);
      return next;
    }
  }

  static final class ShlI extends Node.Abc {
    ShlI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long x = get64(m, f + b);
      put64(m, f + a, (c & ~63) == 0 ? x << c : 0);
      return next;
    }
  }

  static final class ShrI extends Node.Abc {
    ShrI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long x = get64(m, f + b);
      put64(m, f + a, (c & ~63) == 0 ? x >> c : x >> 63);
      return next;
    }
  }

  static final class ShrUI extends Node.Abc {
    ShrUI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long x = get64(m, f + b);
      put64(m, f + a, (c & ~63) == 0 ? x >>> c : 0);
      return next;
    }
  }

  static final class ShiftCheck extends Node.Abc {
    ShiftCheck(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      if (get64(s.mem, s.fp + a) < 0) {
        throw s.errors.error("negative shift amount");
      }
      return next;
    }
  }

  static final class AddI extends Node.Abc {
    AddI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) + c);
      return next;
    }
  }

  static final class MulI extends Node.Abc {
    MulI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) * c);
      return next;
    }
  }

  static final class DivI extends Node.Abc {
    DivI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) / c);
      return next;
    }
  }

  static final class RemI extends Node.Abc {
    RemI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) % c);
      return next;
    }
  }

  static final class AndI extends Node.Abc {
    AndI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) & c);
      return next;
    }
  }

  static final class OrI extends Node.Abc {
    OrI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) | c);
      return next;
    }
  }

  static final class XorI extends Node.Abc {
    XorI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) ^ c);
      return next;
    }
  }

  static final class Neg extends Node.Abc {
    Neg(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, -get64(m, f + b));
      return next;
    }
  }

  static final class Com extends Node.Abc {
    Com(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, ~get64(m, f + b));
      return next;
    }
  }

  static final class Not extends Node.Abc {
    Not(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, 1 - get64(m, f + b));
      return next;
    }
  }

  static final class Sx8 extends Node.Abc {
    Sx8(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, (byte) get64(m, f + b));
      return next;
    }
  }

  static final class Sx16 extends Node.Abc {
    Sx16(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, (short) get64(m, f + b));
      return next;
    }
  }

  static final class Sx32 extends Node.Abc {
    Sx32(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, (int) get64(m, f + b));
      return next;
    }
  }

  static final class Zx8 extends Node.Abc {
    Zx8(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) & 0xff);
      return next;
    }
  }

  static final class Zx16 extends Node.Abc {
    Zx16(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) & 0xffff);
      return next;
    }
  }

  static final class Zx32 extends Node.Abc {
    Zx32(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) & 0xffffffffL);
      return next;
    }
  }

  static final class Add32S extends Node.Abc {
    Add32S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, (int) (get64(m, f + b) + get64(m, f + c)));
      return next;
    }
  }

  static final class Sub32S extends Node.Abc {
    Sub32S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, (int) (get64(m, f + b) - get64(m, f + c)));
      return next;
    }
  }

  static final class Mul32S extends Node.Abc {
    Mul32S(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, (int) (get64(m, f + b) * get64(m, f + c)));
      return next;
    }
  }

  static final class Add32U extends Node.Abc {
    Add32U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, (get64(m, f + b) + get64(m, f + c)) & 0xffffffffL);
      return next;
    }
  }

  static final class Sub32U extends Node.Abc {
    Sub32U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, (get64(m, f + b) - get64(m, f + c)) & 0xffffffffL);
      return next;
    }
  }

  static final class Mul32U extends Node.Abc {
    Mul32U(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, (get64(m, f + b) * get64(m, f + c)) & 0xffffffffL);
      return next;
    }
  }

  static final class Eq extends Node.Abc {
    Eq(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) == get64(m, f + c) ? 1 : 0);
      return next;
    }
  }

  static final class Ne extends Node.Abc {
    Ne(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) != get64(m, f + c) ? 1 : 0);
      return next;
    }
  }

  static final class Lt extends Node.Abc {
    Lt(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) < get64(m, f + c) ? 1 : 0);
      return next;
    }
  }

  static final class Le extends Node.Abc {
    Le(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) <= get64(m, f + c) ? 1 : 0);
      return next;
    }
  }

  static final class LtU extends Node.Abc {
    LtU(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, Long.compareUnsigned(get64(m, f + b), get64(m, f + c)) < 0 ? 1 : 0);
      return next;
    }
  }

  static final class LeU extends Node.Abc {
    LeU(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, Long.compareUnsigned(get64(m, f + b), get64(m, f + c)) <= 0 ? 1 : 0);
      return next;
    }
  }

  static final class EqI extends Node.Abc {
    EqI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) == c ? 1 : 0);
      return next;
    }
  }

  static final class NeI extends Node.Abc {
    NeI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) != c ? 1 : 0);
      return next;
    }
  }

  static final class LtI extends Node.Abc {
    LtI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) < c ? 1 : 0);
      return next;
    }
  }

  static final class LeI extends Node.Abc {
    LeI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) <= c ? 1 : 0);
      return next;
    }
  }

  static final class GtI extends Node.Abc {
    GtI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) > c ? 1 : 0);
      return next;
    }
  }

  static final class GeI extends Node.Abc {
    GeI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      put64(m, f + a, get64(m, f + b) >= c ? 1 : 0);
      return next;
    }
  }
}

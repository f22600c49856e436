package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put64;
import static java.lang.Double.longBitsToDouble;

/** Jumps; a comparison and its jump are one instruction. */
final class BranchNodes {
  private BranchNodes() {}

  static final class Jump extends Node.Branch {
    Jump(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      return jump(s);
    }
  }

  static final class IfTrue extends Node.Branch {
    IfTrue(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) != 0 ? jump(s) : next;
    }
  }

  static final class IfFalse extends Node.Branch {
    IfFalse(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) == 0 ? jump(s) : next;
    }
  }

  static final class IfEq extends Node.Branch {
    IfEq(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) == get64(m, f + b) ? jump(s) : next;
    }
  }

  static final class IfNe extends Node.Branch {
    IfNe(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) != get64(m, f + b) ? jump(s) : next;
    }
  }

  static final class IfLt extends Node.Branch {
    IfLt(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) < get64(m, f + b) ? jump(s) : next;
    }
  }

  static final class IfLe extends Node.Branch {
    IfLe(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) <= get64(m, f + b) ? jump(s) : next;
    }
  }

  static final class IfLtU extends Node.Branch {
    IfLtU(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return Long.compareUnsigned(get64(m, f + a), get64(m, f + b)) < 0 ? jump(s) : next;
    }
  }

  static final class IfLeU extends Node.Branch {
    IfLeU(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return Long.compareUnsigned(get64(m, f + a), get64(m, f + b)) <= 0 ? jump(s) : next;
    }
  }

  static final class IncIfLt extends Node.Branch {
    IncIfLt(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long v = get64(m, f + a) + 1;
      put64(m, f + a, v);
      return v < get64(m, f + b) ? jump(s) : next;
    }
  }

  static final class IncIfLe extends Node.Branch {
    IncIfLe(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long v = get64(m, f + a) + 1;
      put64(m, f + a, v);
      return v <= get64(m, f + b) ? jump(s) : next;
    }
  }

  static final class IncIfLtI extends Node.Branch {
    IncIfLtI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      long v = get64(m, f + a) + 1;
      put64(m, f + a, v);
      return v < b ? jump(s) : next;
    }
  }

  static final class IfEqI extends Node.Branch {
    IfEqI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) == b ? jump(s) : next;
    }
  }

  static final class IfNeI extends Node.Branch {
    IfNeI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) != b ? jump(s) : next;
    }
  }

  static final class IfLtI extends Node.Branch {
    IfLtI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) < b ? jump(s) : next;
    }
  }

  static final class IfLeI extends Node.Branch {
    IfLeI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) <= b ? jump(s) : next;
    }
  }

  static final class IfGtI extends Node.Branch {
    IfGtI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) > b ? jump(s) : next;
    }
  }

  static final class IfGeI extends Node.Branch {
    IfGeI(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return get64(m, f + a) >= b ? jump(s) : next;
    }
  }

  static final class IfFLt extends Node.Branch {
    IfFLt(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return longBitsToDouble(get64(m, f + a)) < longBitsToDouble(get64(m, f + b)) ? jump(s) : next;
    }
  }

  static final class IfFNotLt extends Node.Branch {
    IfFNotLt(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return !(longBitsToDouble(get64(m, f + a)) < longBitsToDouble(get64(m, f + b)))
          ? jump(s)
          : next;
    }
  }

  static final class IfFLe extends Node.Branch {
    IfFLe(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return longBitsToDouble(get64(m, f + a)) <= longBitsToDouble(get64(m, f + b))
          ? jump(s)
          : next;
    }
  }

  static final class IfFNotLe extends Node.Branch {
    IfFNotLe(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      byte[] m = s.mem;
      int f = s.fp;
      return !(longBitsToDouble(get64(m, f + a)) <= longBitsToDouble(get64(m, f + b)))
          ? jump(s)
          : next;
    }
  }

  /** Jump table: R[a] unsigned below the number of targets, else {@link #target}. */
  static final class Table extends Node.Branch {
    Node[] targets = new Node[0];

    Table(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    Node exec(Interp s) {
      long x = get64(s.mem, s.fp + a);
      return x >= 0 && x < targets.length ? targets[(int) x] : jump(s);
    }
  }
}

package dev.gomem.code;

import dev.gomem.layout.RuntimeFn;

/**
 * Which bytes of the frame an instruction reads and writes, and what it may do besides: the facts
 * of {@link Op}'s comments in a form that programs can ask. Verifier, liveness and later the
 * compiled tier rest on it.
 */
public final class Operands {
  private Operands() {}

  /** Told about each operand; reads come first. */
  public interface Sink {
    void reads(int offset, int bytes);

    void writes(int offset, int bytes);

    /** The address of the frame byte is taken: what is read or written through it is not told. */
    void address(int offset);
  }

  /** Bytes of a slice or string header that index instructions read. */
  private static final int INDEXED = 16;

  /** Bytes of a defer record in the frame. */
  public static final int DEFER_RECORD = 48;

  /** Reports the frame operands of one instruction; calls' outgoing areas are not among them. */
  public static void visit(Op op, int a, int b, int c, int x, int y, int z, Sink sink) {
    switch (op) {
      case MOVN -> {
        sink.reads(b, c);
        sink.writes(a, c);
      }
      case ZERO -> sink.writes(a, c);
      case LF8U, LF8S -> narrowLoad(a, b, 1, sink);
      case LF16U, LF16S -> narrowLoad(a, b, 2, sink);
      case LF32U, LF32S -> narrowLoad(a, b, 4, sink);
      case SF8 -> narrowStore(a, b, 1, sink);
      case SF16 -> narrowStore(a, b, 2, sink);
      case SF32 -> narrowStore(a, b, 4, sink);
      case LDN -> {
        sink.reads(b, 8);
        sink.writes(a, x);
      }
      case STN -> {
        sink.reads(a, 8);
        sink.reads(b, x);
      }
      case IXLD8U, IXLD8S, IXLD16U, IXLD16S, IXLD32U, IXLD32S, IXLD64, IXADDR, STRIX -> {
        sink.reads(b, INDEXED);
        sink.reads(c, 8);
        sink.writes(a, 8);
      }
      case IXLDN -> {
        sink.reads(b, INDEXED);
        sink.reads(c, 8);
        sink.writes(a, x);
      }
      case IXST8, IXST16, IXST32, IXST64, IXSTP -> {
        sink.reads(a, INDEXED);
        sink.reads(b, 8);
        sink.reads(c, 8);
      }
      case SLICE -> {
        sink.reads(b, 24);
        optional(c, sink);
        optional(x, sink);
        optional(y, sink);
        sink.writes(a, 24);
      }
      case SLICESTR -> {
        sink.reads(b, 16);
        optional(c, sink);
        optional(x, sink);
        sink.writes(a, 16);
      }
      case SLICEARR -> {
        sink.reads(b, 8);
        optional(c, sink);
        optional(x, sink);
        optional(y, sink);
        sink.writes(a, 24);
      }
      case RT -> {
        if (y > 0) {
          sink.reads(b, 8 * y);
        }
        if (z > 0) {
          sink.writes(b + 8 * y, 8 * z);
        }
      }
      case DEFER -> {
        sink.reads(a, 8);
        if (b >= 0) {
          sink.address(b);
        }
      }
      default -> byFormat(op, a, b, c, sink);
    }
  }

  private static void narrowLoad(int a, int b, int bytes, Sink sink) {
    sink.reads(b, bytes);
    sink.writes(a, 8);
  }

  private static void narrowStore(int a, int b, int bytes, Sink sink) {
    sink.reads(b, 8);
    sink.writes(a, bytes);
  }

  private static void optional(int offset, Sink sink) {
    if (offset != -1) {
      sink.reads(offset, 8);
    }
  }

  /** The rest: every frame operand is a word. */
  private static void byFormat(Op op, int a, int b, int c, Sink sink) {
    String f = op.format();
    int[] v = {a, b, c};
    for (int i = 0; i < 3; i++) {
      switch (f.charAt(i)) {
        case 'S', 'W' -> sink.reads(v[i], 8);
        case 'A' -> sink.address(v[i]);
        default -> {}
      }
    }
    if (f.charAt(0) == 'D' || f.charAt(0) == 'W') {
      sink.writes(a, 8);
    }
  }

  /** It calls Go code, whose frame overlaps the outgoing area. */
  public static boolean isCall(Op op) {
    return switch (op) {
      case CALL, CALLC, CALLI, RUNDEFERS -> true;
      default -> false;
    };
  }

  /** The machine may stop, collect or move the stack in it (besides entry and back-edges). */
  public static boolean isSafepoint(Op op) {
    return switch (op) {
      case CALL, CALLC, CALLI, RUNDEFERS, RT, NEW, DEFER, GO -> true;
      default -> false;
    };
  }

  /** It may raise a Go panic itself. */
  public static boolean mayPanic(Op op) {
    return switch (op) {
      case LD8U,
          LD8S,
          LD16U,
          LD16S,
          LD32U,
          LD32S,
          LD64,
          ST8,
          ST16,
          ST32,
          ST64,
          STP,
          LDN,
          STN,
          COPY,
          CLEAR,
          NILCHK ->
          true;
      case DIV, DIVU, REM, REMU, SHIFTCHK -> true;
      case IXLD8U,
          IXLD8S,
          IXLD16U,
          IXLD16S,
          IXLD32U,
          IXLD32S,
          IXLD64,
          IXST8,
          IXST16,
          IXST32,
          IXST64,
          IXSTP ->
          true;
      case IXADDR, IXLDN, FXADDR, STRIX, PXADDR, BOUND, BOUNDI, SLICE, SLICESTR, SLICEARR -> true;
      case CALL, CALLC, CALLI, RUNDEFERS, RT, GO, JAVA -> true;
      default -> false;
    };
  }

  /** Control does not reach the next instruction. {@code a} is its first operand. */
  public static boolean ends(Op op, int a) {
    return switch (op) {
      case JMP, RET -> true;
      case RT -> neverReturns(RuntimeFn.values()[a]);
      default -> false;
    };
  }

  /** The runtime function always panics or blocks for ever. */
  public static boolean neverReturns(RuntimeFn fn) {
    return switch (fn) {
      case PANIC, PANIC_ASSERT, PANIC_UNREACHABLE, PANIC_WRAP, PANIC_RANGE_STATE, BLOCK_FOREVER ->
          true;
      default -> false;
    };
  }

  /**
   * Index (0 to 3) of the operand that is a jump target: 0 a, 1 b, 2 c; -1 if the instruction does
   * not jump.
   */
  public static int target(Op op) {
    return op.format().indexOf('T');
  }
}

package dev.gomem.codegen;

import dev.gomem.code.Op;
import dev.gomem.code.Operands;
import dev.gomem.ir.IrStmt.Label;
import dev.gomem.ir.Var;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An instruction while code is being made: operands are virtual frame offsets (see {@link Slot}), a
 * jump names its label. Labels and the ends of scopes stand in the same list as entries without
 * {@link #op}.
 */
final class Insn {
  /** Null for a label or scope entry. */
  final @Nullable Op op;

  int a;
  int b;
  int c;
  int x;
  int y;
  int z;

  /** Where a jump goes, or what this entry defines. */
  @Nullable Label label;

  /** Of a scope entry. */
  final @Nullable Var var;

  /** Of a scope entry: it begins. */
  final boolean starts;

  /** Which of its index (bit 0) or low, high and max bounds have an unsigned type of 8 bytes. */
  int unsigned;

  /** A statement begins here. */
  boolean mark;

  /** Byte offset in the function's source, or -1. */
  int pos = -1;

  /** Of RT: the words of its argument block (from b) that are pointers, bit i: word i. */
  long pointerArgs;

  Insn(@Nullable Op op, @Nullable Var var, boolean starts) {
    this.op = op;
    this.var = var;
    this.starts = starts;
  }

  static Insn label(Label l) {
    Insn i = new Insn(null, null, false);
    i.label = l;
    return i;
  }

  static Insn scope(Var v, boolean starts) {
    return new Insn(null, v, starts);
  }

  boolean isLabel() {
    return op == null && label != null;
  }

  /** Replaces every frame operand. */
  void mapFrame(IntUnaryOperator f) {
    if (op == null) {
      return;
    }
    String s = op.format();
    a = mapped(s.charAt(0), a, f);
    b = mapped(s.charAt(1), b, f);
    c = mapped(s.charAt(2), c, f);
    if (op.wide()) {
      String e = op.ext();
      x = mapped(e.charAt(0), x, f);
      y = mapped(e.charAt(1), y, f);
      z = mapped(e.charAt(2), z, f);
    }
  }

  private static int mapped(char letter, int operand, IntUnaryOperator f) {
    return switch (letter) {
      case 'D', 'S', 'W' -> f.applyAsInt(operand);
      case 'A', 'O' -> operand == -1 ? -1 : f.applyAsInt(operand);
      default -> operand;
    };
  }

  /** Tells its frame operands. */
  void visit(Operands.Sink sink) {
    if (op != null) {
      Operands.visit(op, a, b, c, x, y, z, sink);
    }
  }

  /** It jumps (with or without a condition). */
  boolean jumps() {
    return op != null && label != null;
  }

  /** Control does not go on to the next entry. */
  boolean ends() {
    return op != null && Operands.ends(op, a);
  }

  /**
   * The machine may collect or move the stack while it runs; the quotient of complex numbers only
   * computes.
   */
  boolean isSafepoint() {
    return op != null
        && Operands.isSafepoint(op)
        && !(op == Op.RT && a == dev.gomem.layout.RuntimeFn.COMPLEX_DIV.ordinal());
  }

  /** A copy of {@code bytes} words of the frame to another place of it, or 0. */
  int copied() {
    return op == Op.MOV ? 8 : op == Op.MOVN ? c : 0;
  }
}

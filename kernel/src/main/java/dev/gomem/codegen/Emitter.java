package dev.gomem.codegen;

import dev.gomem.code.Op;
import dev.gomem.code.Operands;
import dev.gomem.code.Pool;
import dev.gomem.ir.IrStmt.Label;
import dev.gomem.ir.Var;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Appends instructions to a function in the making, with the position and mark of the statement
 * they belong to, and keeps its constant pool. Code that cannot be reached (after a jump, without a
 * label) is not appended.
 */
final class Emitter {
  final List<Insn> insns = new ArrayList<>();
  final VirtualFrame frame = new VirtualFrame();
  private final Map<Pool, Integer> pool = new LinkedHashMap<>();
  private final @Nullable Source source;
  private int pos = -1;
  private boolean marked;
  private boolean reachable = true;

  Emitter(@Nullable Source source) {
    this.source = source;
  }

  /** What follows belongs to this place, if it is one of the function's source. */
  void at(Pos p) {
    if (p.isKnown() && p.source() == source) {
      pos = p.offset();
    }
  }

  /** The next instruction begins a statement. */
  void mark(Pos p) {
    pos = p.isKnown() && p.source() == source ? p.offset() : -1;
    marked = true;
  }

  boolean reachable() {
    return reachable;
  }

  void label(Label l) {
    insns.add(Insn.label(l));
    reachable = true;
  }

  void scope(Var v, boolean starts) {
    insns.add(Insn.scope(v, starts));
  }

  Insn emit(Op op, int a, int b, int c) {
    return emit(op, a, b, c, 0, 0, 0);
  }

  Insn emit(Op op, int a, int b, int c, int x, int y, int z) {
    Insn i = new Insn(op, null, false);
    i.a = a;
    i.b = b;
    i.c = c;
    i.x = x;
    i.y = y;
    i.z = z;
    i.pos = pos;
    if (!reachable) {
      marked = false; // the statement cannot be reached
    } else {
      i.mark = marked;
      marked = false;
      insns.add(i);
      if (Operands.ends(op, a)) {
        reachable = false;
      }
    }
    return i;
  }

  /** A jump: {@code a} and {@code b} are its operands besides the target. */
  void jump(Op op, int a, int b, Label target) {
    emit(op, a, b, 0).label = target;
  }

  int pool(Pool p) {
    Integer old = pool.get(p);
    if (old == null) {
      old = pool.size();
      pool.put(p, old);
    }
    return old;
  }

  List<Pool> pool() {
    return List.copyOf(pool.keySet());
  }

  /** R[dst] = value. */
  void constant(int dst, long value) {
    if (value == (int) value) {
      emit(Op.CONSTI, dst, (int) value, 0);
    } else {
      emit(Op.CONST, dst, pool(new Pool.Bits(value)), 0);
    }
  }

  void constant(int dst, Pool p) {
    emit(Op.CONST, dst, pool(p), 0);
  }

  /** A word of its own that holds a constant. */
  int constantWord(long value) {
    int t = frame.word(false);
    constant(t, value);
    return t;
  }

  /** Copies {@code bytes} within the frame. */
  void move(int dst, int src, long bytes) {
    if (dst == src || bytes == 0) {
      return;
    }
    if (bytes == 8 && aligned(dst) && aligned(src)) {
      emit(Op.MOV, dst, src, 0);
    } else {
      emit(Op.MOVN, dst, src, (int) bytes);
    }
  }

  /** A word can stand there; eight bytes of small parts of a struct need not. */
  static boolean aligned(int offset) {
    return offset % 8 == 0;
  }

  static List<Byte> bytes(byte[] b) {
    List<Byte> l = new ArrayList<>(b.length);
    for (byte x : b) {
      l.add(x);
    }
    return List.copyOf(l);
  }
}

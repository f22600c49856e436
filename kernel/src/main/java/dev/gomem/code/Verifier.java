package dev.gomem.code;

import dev.gomem.code.Function.Local;
import dev.gomem.code.Function.Safepoint;
import dev.gomem.layout.RuntimeFn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Whether a function's code fits its own facts: operands inside the frame, targets at instructions,
 * pool entries of the kind the opcode wants, wide instructions followed by their extension, no path
 * off the end, words aligned, maps in range. Reports what is wrong as sentences; an empty list is a
 * sound function.
 */
public final class Verifier {
  private final Function f;
  private final List<String> faults = new ArrayList<>();

  /** Bytes from the frame pointer to the end of the results. */
  private final int top;

  private Verifier(Function f) {
    this.f = f;
    this.top = f.frameSize() + 16 + f.argSize() + f.resultSize();
  }

  public static List<String> verify(Function f) {
    return new Verifier(f).run();
  }

  /** All functions of a unit. */
  public static List<String> verify(CodeUnit u) {
    List<String> all = new ArrayList<>();
    for (Function f : u.functions()) {
      for (String s : verify(f)) {
        all.add(f.symbol() + ": " + s);
      }
    }
    return all;
  }

  private List<String> run() {
    int n = f.instructions();
    if (f.code().length % 4 != 0 || n == 0) {
      fault(0, "code is no whole number of instructions");
      return faults;
    }
    if (f.frameSize() % 8 != 0 || f.argSize() % 8 != 0 || f.resultSize() % 8 != 0) {
      fault(0, "frame, argument or result size is no multiple of 8");
    }
    if (f.offsets().length != n) {
      fault(0, f.offsets().length + " positions for " + n + " instructions");
    }
    boolean extension = false;
    for (int pc = 0; pc < n; pc++) {
      Op op = op(pc);
      if (op == Op.EXT != extension) {
        fault(pc, extension ? "wide instruction without extension" : "extension alone");
      }
      extension = op.wide();
      if (op != Op.EXT) {
        instruction(pc, op);
      }
    }
    Op last = op(n - 1) == Op.EXT && n > 1 ? op(n - 2) : op(n - 1);
    int lastPc = op(n - 1) == Op.EXT ? n - 2 : n - 1;
    if (extension || !Operands.ends(last, f.code()[4 * lastPc + 1])) {
      fault(lastPc, "control runs off the end");
    }
    maps(n);
    return faults;
  }

  private Op op(int pc) {
    int i = f.code()[4 * pc];
    return i >= 0 && i < Op.values().length ? Op.values()[i] : Op.NOP;
  }

  private void fault(int pc, String what) {
    faults.add("at " + pc + ": " + what);
  }

  private void instruction(int pc, Op op) {
    int[] c = f.code();
    int k = 4 * pc;
    int[] v = {c[k + 1], c[k + 2], c[k + 3], 0, 0, 0};
    if (op.wide() && k + 7 < c.length) {
      System.arraycopy(c, k + 5, v, 3, 3);
    }
    String format = op.format() + op.ext();
    for (int i = 0; i < format.length(); i++) {
      operand(pc, op, format.charAt(i), v[i], i);
    }
    if (op == Op.RT && (v[0] < 0 || v[0] >= RuntimeFn.values().length)) {
      fault(pc, "no runtime function " + v[0]);
      return;
    }
    Operands.visit(
        op,
        v[0],
        v[1],
        v[2],
        v[3],
        v[4],
        v[5],
        new Operands.Sink() {
          @Override
          public void reads(int offset, int bytes) {
            inFrame(pc, offset, bytes);
          }

          @Override
          public void writes(int offset, int bytes) {
            inFrame(pc, offset, bytes);
          }

          @Override
          public void address(int offset) {
            inFrame(pc, offset, 0);
          }
        });
    if (op == Op.CTX && pc != 0) {
      fault(pc, "CTX is not the first instruction");
    }
    if ((op == Op.NEW && v[2] >= 0 && v[2] >= f.sites().size())
        || (op == Op.RT && v[3] >= f.sites().size())) {
      fault(pc, "no such site");
    }
  }

  private void operand(int pc, Op op, char letter, int v, int index) {
    switch (letter) {
      case 'T' -> {
        if (v < 0 || v >= f.instructions() || op(v) == Op.EXT) {
          fault(pc, "target " + v + " is no instruction");
        }
      }
      case 'P' -> pool(pc, op, v, index);
      case 'Q' -> {
        if (v != -1) {
          pool(pc, op, v, index);
        }
      }
      case 'N' -> {
        if (v < 0) {
          fault(pc, "negative size");
        }
      }
      default -> {}
    }
  }

  private void pool(int pc, Op op, int v, int index) {
    if (v < 0 || v >= f.pool().size()) {
      fault(pc, "pool index " + v);
      return;
    }
    Pool p = f.pool().get(v);
    boolean fits =
        switch (op) {
          case CALL -> p instanceof Pool.Func;
          case JAVA -> p instanceof Pool.Java;
          case CONST -> !(p instanceof Pool.Java);
          default -> p instanceof Pool.Type;
        };
    if (!fits) {
      fault(pc, "operand " + index + " of " + op + " is " + p.getClass().getSimpleName());
    }
  }

  private void inFrame(int pc, int offset, int bytes) {
    if (offset < 0 || offset + bytes > top) {
      fault(pc, "frame offset " + offset + " (" + bytes + " bytes) of " + top);
    } else if (overlapsLink(offset, bytes)) {
      fault(pc, "frame offset " + offset + " is the saved frame pointer or return address");
    } else if (bytes == 8 && offset % 8 != 0 && !oddWord(pc)) {
      fault(pc, "word at " + offset + " is not aligned");
    }
  }

  private boolean overlapsLink(int offset, int bytes) {
    return offset < f.frameSize() + 16 && offset + bytes > f.frameSize() && bytes > 0;
  }

  /** Runs of bytes may stand anywhere. */
  private boolean oddWord(int pc) {
    return switch (op(pc)) {
      case MOVN, LDN, STN, IXLDN, ZERO -> true;
      default -> false;
    };
  }

  private void maps(int n) {
    int before = -1;
    for (Safepoint s : f.safepoints()) {
      if (s.pc() <= before || s.pc() >= n) {
        fault(s.pc(), "safepoints are not sorted or beyond the end");
      }
      before = s.pc();
      BitSet beyond = (BitSet) s.live().clone();
      beyond.andNot(f.pointerSlots());
      int odd = beyond.nextSetBit(0);
      if (odd >= 0 && op(s.pc()) != Op.RT) {
        fault(s.pc(), "live word " + 8 * odd + " is no pointer slot");
      }
    }
    if (f.pointerSlots().length() * 8 > top) {
      fault(0, "pointer slot beyond the frame");
    }
    for (int pc = 0; pc < n; pc++) {
      if (Operands.isCall(op(pc)) && safepoint(pc) == null) {
        fault(pc, "call without safepoint");
      }
    }
    for (Local l : f.locals()) {
      local(l, n);
    }
    if (f.deferReturn() >= n || f.deferReturn() >= 0 && op(f.deferReturn()) != Op.RUNDEFERS) {
      fault(f.deferReturn(), "deferReturn is no RUNDEFERS");
    }
  }

  private @org.jspecify.annotations.Nullable Safepoint safepoint(int pc) {
    for (Safepoint s : f.safepoints()) {
      if (s.pc() == pc) {
        return s;
      }
    }
    return null;
  }

  private void local(Local l, int n) {
    long size = l.boxed() ? 8 : l.type().size();
    if (l.offset() < 0
        || l.offset() % 8 != 0
        || l.offset() + size > top
        || overlapsLink(l.offset(), (int) size)) {
      fault(0, "variable " + l.name() + " at " + l.offset());
    }
    int end = 0;
    for (int i = 0; i + 1 < l.scopes().length; i += 2) {
      if (l.scopes()[i] < end || l.scopes()[i + 1] <= l.scopes()[i] || l.scopes()[i + 1] > n) {
        fault(l.scopes()[i], "scope of " + l.name());
      }
      end = l.scopes()[i + 1];
    }
    if (l.site() >= f.sites().size()) {
      fault(0, "site of " + l.name());
    }
  }
}

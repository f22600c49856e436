package dev.gomem.code;

import dev.gomem.code.Function.Local;
import dev.gomem.code.Function.Safepoint;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Code as text, for people and golden files: one line an instruction, its index, {@code *} where a
 * statement begins, line and column, mnemonic, operands. A frame operand is the name of the
 * variable that has the slot, or {@code [offset]}; a target is {@code →index}; after {@code ;} the
 * live words of a safepoint.
 */
public final class Disassembler {
  private Disassembler() {}

  public static String unit(CodeUnit u) {
    StringBuilder b = new StringBuilder();
    for (CodeUnit.Global g : u.globals()) {
      b.append("var ").append(g.symbol()).append(' ').append(g.type().name()).append('\n');
    }
    for (CodeUnit.MethodSet s : u.methodSets()) {
      b.append("methods ").append(s.type().name()).append(':');
      for (CodeUnit.Method m : s.methods()) {
        b.append(' ').append(m.name()).append('=').append(m.symbol());
      }
      b.append('\n');
    }
    if (!u.init().isEmpty()) {
      b.append("init ").append(String.join(" ", u.init())).append('\n');
    }
    if (!u.entry().isEmpty()) {
      b.append("entry ").append(u.entry()).append('\n');
    }
    for (Function f : u.functions()) {
      b.append(b.isEmpty() ? "" : "\n").append(function(f));
    }
    return b.toString();
  }

  public static String function(Function f) {
    StringBuilder b = new StringBuilder();
    b.append("func ").append(f.symbol());
    b.append("  frame ").append(f.frameSize()).append(" args ").append(f.argSize());
    b.append(" results ").append(f.resultSize()).append('\n');
    for (Local l : f.locals()) {
      b.append(String.format(Locale.ROOT, "  %4d %s", l.offset(), local(l))).append('\n');
    }
    if (!f.pointerSlots().isEmpty()) {
      b.append("  pointers ").append(words(f.pointerSlots())).append('\n');
    }
    if (f.deferReturn() >= 0) {
      b.append("  recovers at ").append(f.deferReturn()).append('\n');
    }
    int[] code = f.code();
    for (int pc = 0; pc < f.instructions(); pc++) {
      Op op = Op.values()[code[4 * pc]];
      if (op == Op.EXT) {
        continue;
      }
      b.append(line(f, pc, op).stripTrailing()).append('\n');
    }
    return b.toString();
  }

  private static String local(Local l) {
    StringBuilder b = new StringBuilder();
    b.append(l.name().isEmpty() ? "_" : l.name()).append(' ').append(l.type().name());
    b.append(' ').append(l.kind().name().toLowerCase(Locale.ROOT));
    b.append(l.boxed() ? " boxed" : "").append(l.addressed() ? " addressed" : "");
    if (l.site() >= 0) {
      b.append(" site ").append(l.site());
    }
    for (int i = 0; i < l.scopes().length; i += 2) {
      b.append(' ').append(l.scopes()[i]).append("..").append(l.scopes()[i + 1]);
    }
    return b.toString();
  }

  private static String words(BitSet words) {
    StringJoiner j = new StringJoiner(" ");
    words.stream().forEach(w -> j.add(Integer.toString(8 * w)));
    return j.toString();
  }

  private static String line(Function f, int pc, Op op) {
    StringBuilder b = new StringBuilder();
    b.append(
        String.format(
            Locale.ROOT, "  %4d %s %-6s ", pc, f.marks().get(pc) ? "*" : " ", place(f, pc)));
    b.append(String.format(Locale.ROOT, "%-8s ", op.name())).append(operands(f, pc, op));
    for (Safepoint s : f.safepoints()) {
      if (s.pc() == pc) {
        b.append("  ; ").append(words(s.live()));
      }
    }
    return b.toString();
  }

  private static String place(Function f, int pc) {
    Source s = f.source();
    int at = f.offsets()[pc];
    return s == null || at < 0 ? "" : s.line(at) + ":" + s.column(at);
  }

  /** The operands of one instruction as text. */
  private static String operands(Function f, int pc, Op op) {
    int[] code = f.code();
    List<String> out = new ArrayList<>();
    String format = op.format() + op.ext();
    for (int i = 0; i < format.length(); i++) {
      int v = i < 3 ? code[4 * pc + 1 + i] : code[4 * pc + 5 + i - 3];
      switch (format.charAt(i)) {
        case 'D', 'S', 'W' -> out.add(slot(f, v));
        case 'A', 'O' ->
            out.add(
                v == -1 ? "-" : op.format().charAt(i % 3) == 'A' ? "&" + slot(f, v) : slot(f, v));
        case 'T' -> out.add("→" + v);
        case 'P', 'Q' -> out.add(v == -1 ? "-" : pool(f.pool().get(v)));
        case 'I', 'N' ->
            out.add(op == Op.RT && i == 0 ? RuntimeFn.values()[v].name() : Integer.toString(v));
        default -> {}
      }
    }
    return String.join(", ", out);
  }

  private static String slot(Function f, int offset) {
    for (Local l : f.locals()) {
      int size = l.boxed() ? 8 : (int) Math.max(8, (l.type().size() + 7) / 8 * 8);
      if (!l.name().isEmpty() && offset >= l.offset() && offset < l.offset() + size) {
        return offset == l.offset() ? l.name() : l.name() + "+" + (offset - l.offset());
      }
    }
    return "[" + offset + "]";
  }

  private static String pool(Pool p) {
    return switch (p) {
      case Pool.Bits b ->
          "#"
              + b.value()
              + (looksFloat(b.value()) ? "(" + Double.longBitsToDouble(b.value()) + ")" : "");
      case Pool.Bytes b -> quoted(b.bytes());
      case Pool.Func f -> f.symbol();
      case Pool.FuncValue f -> "func " + f.symbol();
      case Pool.Global g -> "&" + g.symbol();
      case Pool.Type t -> "type " + t.type().name();
      case Pool.Itab i -> "itab " + i.iface().name() + "," + i.concrete().name();
      case Pool.ReadOnly r -> "readonly " + r.of().name() + " " + quoted(r.bytes());
      case Pool.Java j -> "java " + j.symbol();
    };
  }

  private static boolean looksFloat(long bits) {
    int exponent = (int) (bits >>> 52) & 0x7ff;
    return exponent > 0x300 && exponent < 0x500;
  }

  private static String quoted(List<Byte> bytes) {
    StringBuilder b = new StringBuilder("\"");
    for (byte x : bytes) {
      if (x == '\n') {
        b.append("\\n");
      } else if (x >= 0x20 && x < 0x7f && x != '"' && x != '\\') {
        b.append((char) x);
      } else {
        b.append(String.format(Locale.ROOT, "\\x%02x", x & 0xff));
      }
    }
    return b.append('"').toString();
  }
}

package dev.gomem.machine;

import dev.gomem.code.Function;
import dev.gomem.code.Op;
import dev.gomem.code.Pool;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small assembler for tests: instructions in order, labels by name, pointer words by frame
 * offset.
 */
final class Asm {
  private final String symbol;
  private final int frame;
  private final int args;
  private final int results;
  private int[] code = new int[64];
  private int n;
  private final List<Pool> pool = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final Map<Integer, String> uses = new HashMap<>();
  private final BitSet pointers = new BitSet();
  private final List<Function.Safepoint> safepoints = new ArrayList<>();
  private final List<Function.Local> locals = new ArrayList<>();
  private Function.Kind kind = Function.Kind.USER;
  private int deferReturn = -1;

  Asm(String symbol, int frame, int args, int results) {
    this.symbol = symbol;
    this.frame = frame;
    this.args = args;
    this.results = results;
  }

  /** Frame offset of argument word i. */
  int arg(int i) {
    return frame + 16 + 8 * i;
  }

  /** Frame offset of result word i. */
  int result(int i) {
    return frame + 16 + args + 8 * i;
  }

  Asm kind(Function.Kind k) {
    kind = k;
    return this;
  }

  Asm pointers(int... offsets) {
    for (int o : offsets) {
      pointers.set(o / 8);
    }
    return this;
  }

  Asm local(Function.Local l) {
    locals.add(l);
    return this;
  }

  int pool(Pool p) {
    pool.add(p);
    return pool.size() - 1;
  }

  int pc() {
    return n / 4;
  }

  private Asm put(int... four) {
    if (n + 4 > code.length) {
      code = Arrays.copyOf(code, 2 * code.length);
    }
    System.arraycopy(four, 0, code, n, 4);
    n += 4;
    return this;
  }

  Asm op(Op op, int a, int b, int c) {
    return put(op.ordinal(), a, b, c);
  }

  Asm op(Op op, int a, int b) {
    return op(op, a, b, 0);
  }

  Asm op(Op op) {
    return op(op, 0, 0, 0);
  }

  Asm wide(Op op, int a, int b, int c, int x, int y, int z) {
    return op(op, a, b, c).put(Op.EXT.ordinal(), x, y, z);
  }

  Asm rt(RuntimeFn fn, int block, int aux, int words) {
    return wide(Op.RT, fn.ordinal(), block, aux, -1, words, 0);
  }

  Asm label(String name) {
    labels.put(name, pc());
    return this;
  }

  /** A jump: {@code a, b} as the format has them before the target. */
  Asm jump(Op op, String to, int... operands) {
    int[] four = {op.ordinal(), 0, 0, 0};
    int at = op.format().indexOf('T') + 1;
    for (int i = 0, k = 1; i < operands.length; i++, k++) {
      four[k] = operands[i];
    }
    uses.put(n + at, to);
    return put(four);
  }

  Asm call(String to) {
    return op(Op.CALL, pool(new Pool.Func(to)), 0, 0);
  }

  /** Says what is live at the next instruction: frame offsets. */
  Asm live(int... offsets) {
    BitSet b = new BitSet();
    for (int o : offsets) {
      b.set(o / 8);
    }
    safepoints.add(new Function.Safepoint(pc(), b));
    return this;
  }

  Asm deferReturn() {
    deferReturn = pc();
    return this;
  }

  Function build() {
    int[] ints = Arrays.copyOf(code, n);
    uses.forEach((at, label) -> ints[at] = labels.get(label));
    int[] offsets = new int[n / 4];
    Arrays.fill(offsets, -1);
    return new Function(
        symbol,
        symbol,
        null,
        Pos.NONE,
        Pos.NONE,
        kind,
        frame,
        args,
        results,
        ints,
        List.copyOf(pool),
        offsets,
        new BitSet(),
        new BitSet(),
        List.copyOf(locals),
        pointers,
        List.copyOf(safepoints),
        List.of(),
        deferReturn);
  }
}

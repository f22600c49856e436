package dev.gomem.codegen;

import dev.gomem.code.Function;
import dev.gomem.code.Function.Local;
import dev.gomem.code.Function.Safepoint;
import dev.gomem.code.Op;
import dev.gomem.code.Operands;
import dev.gomem.ir.IrFunc;
import dev.gomem.ir.IrStmt.Label;
import dev.gomem.ir.Var;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From entries over virtual offsets to a finished function: final instruction indices, real frame
 * offsets, and the maps: positions, marks, scopes, pointer slots and the live words of every
 * safepoint.
 */
final class FunctionWriter {
  private final FunctionGenerator g;
  private final IrFunc func;
  private final VirtualFrame frame;
  private final List<Insn> insns;
  private final Sites sites;
  private final @Nullable Insn deferReturn;
  private final boolean defers;

  private FunctionWriter(
      FunctionGenerator g, Sites sites, @Nullable Insn deferReturn, boolean defers) {
    this.g = g;
    this.func = g.func;
    this.frame = g.out.frame;
    this.insns = g.out.insns;
    this.sites = sites;
    this.deferReturn = deferReturn;
    this.defers = defers;
  }

  static Function write(
      FunctionGenerator g, Sites sites, @Nullable Insn deferReturn, boolean defers) {
    return new FunctionWriter(g, sites, deferReturn, defers).write();
  }

  private Function write() {
    Pointees pointees = new Pointees(insns, frame);
    new Peephole(insns, frame, deferReturn).run();
    Flow flow = new Flow(insns, frame, pointees, deferReturn, defers);
    if (zeroResults(flow)) {
      flow = new Flow(insns, frame, pointees, deferReturn, defers);
    }
    int[] pcs = indices();
    List<Pending> pending = new ArrayList<>();
    BitSet rooted = safepoints(flow, pcs, pending);
    FrameLayout layout = new FrameLayout(func, frame, flow, rooted);
    int[] code = encode(pcs, layout);
    int n = code.length / 4;
    int[] offsets = new int[n];
    BitSet marks = new BitSet();
    BitSet unsigned = new BitSet();
    for (int i = 0; i < insns.size(); i++) {
      Insn in = insns.get(i);
      if (in.op != null) {
        offsets[pcs[i]] = in.pos;
        if (in.op.wide()) {
          offsets[pcs[i] + 1] = in.pos;
        }
        if (in.mark) {
          marks.set(pcs[i]);
        }
        for (int k = 0; k < 3; k++) {
          if ((in.unsigned >> k & 1) != 0) {
            unsigned.set(3 * pcs[i] + k);
          }
        }
      }
    }
    return new Function(
        func.symbol(),
        func.name(),
        func.source(),
        func.pos(),
        func.end(),
        kind(func.kind()),
        layout.frameSize(),
        layout.argSize(),
        layout.resultSize(),
        code,
        g.out.pool(),
        offsets,
        marks,
        unsigned,
        locals(pcs, n, layout),
        pointerSlots(rooted),
        realSafepoints(pending),
        sites.all(),
        deferReturn == null || !defers ? -1 : pcs[insns.indexOf(deferReturn)]);
  }

  private static Function.Kind kind(IrFunc.Kind k) {
    return switch (k) {
      case USER -> Function.Kind.USER;
      case MAIN -> Function.Kind.MAIN;
      case WRAPPER -> Function.Kind.WRAPPER;
      case LIBRARY -> Function.Kind.LIBRARY;
    };
  }

  /**
   * Result slots come as the caller left them. They are zeroed where that could be seen: read
   * before written (also after a recovered panic), or held by a pointer while the function runs.
   */
  private boolean zeroResults(Flow flow) {
    List<Slot> needy = new ArrayList<>();
    for (Var v : func.results()) {
      Slot s = frame.of(v);
      boolean live =
          s.firstTracked >= 0
              && flow.atEntry().nextSetBit(s.firstTracked) >= 0
              && flow.atEntry().nextSetBit(s.firstTracked) < s.firstTracked + s.words;
      if (live || s.words > 0 && s.firstTracked < 0) {
        needy.add(s);
      }
    }
    if (needy.isEmpty() || func.javaBody() != null) {
      return false;
    }
    List<Insn> rest = new ArrayList<>(insns);
    insns.clear();
    int at = !rest.isEmpty() && rest.get(0).op == Op.CTX ? 1 : 0;
    insns.addAll(rest.subList(0, at));
    for (Slot s : needy) {
      insns.add(zeroing(s));
    }
    insns.addAll(rest.subList(at, rest.size()));
    return true;
  }

  private static Insn zeroing(Slot s) {
    Insn i = new Insn(s.words == 1 ? Op.CONSTI : Op.ZERO, null, false);
    i.a = s.base;
    i.c = s.words == 1 ? 0 : 8 * s.words;
    return i;
  }

  /** Final instruction index of each entry (of what follows, for labels and scopes). */
  private int[] indices() {
    int[] pcs = new int[insns.size() + 1];
    int pc = 0;
    for (int i = 0; i < insns.size(); i++) {
      pcs[i] = pc;
      Op op = insns.get(i).op;
      if (op != null) {
        pc += op.wide() ? 2 : 1;
      }
    }
    pcs[insns.size()] = pc;
    return pcs;
  }

  private int[] encode(int[] pcs, FrameLayout layout) {
    Map<Label, Integer> labels = Flow.labels(insns);
    int[] code = new int[4 * pcs[insns.size()]];
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.op == null) {
        continue;
      }
      n.mapFrame(layout::real);
      int target = Operands.target(n.op);
      if (target >= 0 && n.label != null) {
        Integer at = labels.get(n.label);
        int pc = pcs[at == null ? insns.size() : at];
        switch (target) {
          case 0 -> n.a = pc;
          case 1 -> n.b = pc;
          default -> n.c = pc;
        }
      }
      int k = 4 * pcs[i];
      code[k] = n.op.ordinal();
      code[k + 1] = n.a;
      code[k + 2] = n.b;
      code[k + 3] = n.c;
      if (n.op.wide()) {
        code[k + 4] = Op.EXT.ordinal();
        code[k + 5] = n.x;
        code[k + 6] = n.y;
        code[k + 7] = n.z;
      }
    }
    return code;
  }

  // safepoints

  /** A safepoint in tracked words, until the layout is known. */
  private record Pending(int pc, BitSet tracked, int block, long blockWords) {}

  /** Collects the safepoints; returns all tracked words live at one of them. */
  private BitSet safepoints(Flow flow, int[] pcs, List<Pending> into) {
    BitSet rooted = new BitSet();
    Map<Label, Integer> labels = Flow.labels(insns);
    int[] lowest = {Integer.MAX_VALUE};
    flow.forEach(
        new Flow.Visitor() {
          @Override
          public void after(int i, Insn n, BitSet live) {
            if (n.isSafepoint() && n.op != Op.DEFER && n.op != Op.GO) {
              add(safepoint(i, n, live));
            }
          }

          @Override
          public void before(int i, Insn n, BitSet live) {
            if (n.op == Op.DEFER || n.op == Op.GO) {
              add(safepoint(i, n, live));
            } else if (isBackEdge(i, n, labels)) {
              add(new Pending(pcs[i], (BitSet) live.clone(), 0, 0));
            } else if (defers && !n.isSafepoint() && n.op != null && Operands.mayPanic(n.op)) {
              add(new Pending(pcs[i], flow.recovered(), 0, 0));
            }
          }

          private void add(Pending p) {
            into.add(p);
            rooted.or(p.tracked);
            lowest[0] = Math.min(lowest[0], p.pc);
          }

          private Pending safepoint(int i, Insn n, BitSet around) {
            BitSet live = (BitSet) around.clone();
            if (n.op == Op.NEW) {
              clear(live, n.a);
            }
            live.or(flow.passed(n));
            if (defers) {
              live.or(flow.recovered());
            }
            return new Pending(pcs[i], live, n.b, n.pointerArgs);
          }
        });
    if (lowest[0] > 0) {
      into.add(new Pending(0, flow.atEntry(), 0, 0));
      rooted.or(flow.atEntry());
    }
    into.sort(Comparator.comparingInt(Pending::pc));
    return rooted;
  }

  private static boolean isBackEdge(int i, Insn n, Map<Label, Integer> labels) {
    Integer target = n.jumps() && n.label != null ? labels.get(n.label) : null;
    return target != null && target <= i;
  }

  private void clear(BitSet live, int virtual) {
    if (VirtualFrame.isSlot(virtual)) {
      Slot s = frame.at(virtual);
      if (s.firstTracked >= 0) {
        live.clear(s.firstTracked + (virtual - s.base) / 8);
      }
    }
  }

  private List<Safepoint> realSafepoints(List<Pending> pending) {
    List<Slot> exposed = new ArrayList<>();
    List<Slot> tracked = new ArrayList<>();
    for (Slot s : frame.slots()) {
      if (s.pointers.isEmpty() || s.offset < 0) {
        continue;
      }
      if (s.firstTracked < 0) {
        exposed.add(s);
      } else {
        tracked.add(s);
      }
    }
    List<Safepoint> all = new ArrayList<>();
    BitSet previous = null;
    for (Pending p : pending) {
      BitSet live = new BitSet();
      for (Slot s : exposed) {
        for (int w = s.pointers.nextSetBit(0); w >= 0; w = s.pointers.nextSetBit(w + 1)) {
          live.set(s.offset / 8 + w);
        }
      }
      for (Slot s : tracked) {
        for (int w = s.pointers.nextSetBit(0); w >= 0; w = s.pointers.nextSetBit(w + 1)) {
          if (p.tracked.get(s.firstTracked + w)) {
            live.set(s.offset / 8 + w);
          }
        }
      }
      for (int w = 0; w < 64; w++) {
        if ((p.blockWords >>> w & 1) != 0) {
          live.set(p.block / 8 + w);
        }
      }
      if (previous != null && live.equals(previous)) {
        live = previous; // most neighbours are alike: share
      }
      previous = live;
      all.add(new Safepoint(p.pc, live));
    }
    return List.copyOf(all);
  }

  private BitSet pointerSlots(BitSet rooted) {
    BitSet words = new BitSet();
    for (Slot s : frame.slots()) {
      if (s.offset < 0) {
        continue;
      }
      for (int w = s.pointers.nextSetBit(0); w >= 0; w = s.pointers.nextSetBit(w + 1)) {
        boolean shared = s.shares();
        if (!shared || rooted.get(s.firstTracked + w)) {
          words.set(s.offset / 8 + w);
        }
      }
    }
    return words;
  }

  // names

  private List<Local> locals(int[] pcs, int end, FrameLayout layout) {
    Map<Var, List<Integer>> scopes = new IdentityHashMap<>();
    for (int i = 0; i < insns.size(); i++) {
      Insn n = insns.get(i);
      if (n.var != null) {
        List<Integer> l = scopes.computeIfAbsent(n.var, _ -> new ArrayList<>());
        boolean open = l.size() % 2 == 1;
        if (n.starts != open) {
          l.add(pcs[i]);
        }
      }
    }
    List<Local> all = new ArrayList<>();
    for (Var v : g.variables()) {
      Slot s = frame.of(v);
      boolean shown = v.kind() != Var.Kind.TEMP || s.exposed || v.site() != null;
      if (!shown || s.offset < 0) {
        continue;
      }
      boolean addressed = v.addressed() && !v.boxed();
      all.add(
          new Local(
              v.name(),
              v.type(),
              VirtualFrame.kind(v.kind()),
              s.offset,
              v.boxed(),
              addressed,
              v.pos(),
              sites.index(v.site()),
              scope(v, scopes.get(v), pcs, end, layout)));
    }
    return List.copyOf(all);
  }

  private int[] scope(
      Var v, @Nullable List<Integer> events, int[] pcs, int end, FrameLayout layout) {
    if (events == null) {
      return switch (v.kind()) {
        case RECEIVER, PARAM -> new int[] {0, end};
        case RESULT -> v.name().isEmpty() ? new int[0] : new int[] {0, end};
        case LOCAL -> new int[0];
        case CAPTURE -> firstWrite(frame.of(v), pcs, end);
        case TEMP -> {
          int[] taken = layout.entries(frame.of(v));
          yield taken == null
              ? firstWrite(frame.of(v), pcs, end)
              : new int[] {pcs[taken[0]], pcs[Math.min(taken[1] + 1, insns.size())]};
        }
      };
    }
    if (events.size() % 2 == 1) {
      events.add(end);
    }
    List<Integer> kept = new ArrayList<>();
    for (int k = 0; k < events.size(); k += 2) {
      if (events.get(k) < events.get(k + 1)) {
        kept.add(events.get(k));
        kept.add(events.get(k + 1));
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  /** In scope from after the first instruction that writes it. */
  private int[] firstWrite(Slot s, int[] pcs, int end) {
    int[] at = {-1};
    for (int i = 0; i < insns.size() && at[0] < 0; i++) {
      int next = pcs[i + 1];
      // Operands are real by now.
      insns
          .get(i)
          .visit(
              new Operands.Sink() {
                @Override
                public void reads(int offset, int bytes) {}

                @Override
                public void writes(int offset, int bytes) {
                  if (offset >= s.offset && offset < s.offset + 8 * s.words) {
                    at[0] = next;
                  }
                }

                @Override
                public void address(int offset) {
                  if (offset >= s.offset && offset < s.offset + 8 * s.words) {
                    at[0] = next;
                  }
                }
              });
    }
    return at[0] < 0 || at[0] >= end ? new int[0] : new int[] {at[0], end};
  }
}

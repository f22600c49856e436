package dev.gomem.codegen;

import dev.gomem.code.Function;
import dev.gomem.code.Op;
import dev.gomem.code.Operands;
import dev.gomem.code.Pool;
import dev.gomem.ir.IrExpr;
import dev.gomem.ir.IrFunc;
import dev.gomem.ir.IrStmt;
import dev.gomem.ir.IrStmt.Label;
import dev.gomem.ir.Var;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One function: walks its statements and appends instructions over virtual frame offsets, then has
 * them improved ({@link Peephole}), laid out ({@link FrameLayout}) and written down with their maps
 * ({@link FunctionWriter}).
 *
 * <p>A statement evaluates its value completely before it touches the place it assigns to, as gc
 * does; the operands of the place (nil, bounds) come after the value.
 */
final class FunctionGenerator {
  final IrFunc func;
  final Emitter out;
  final Values values;
  final Places places;
  final Arithmetic arithmetic;
  final Complexes complexes;
  private final Sites sites;
  private final Map<Label, Integer> labelIndex = new IdentityHashMap<>();
  private int context = -1;
  private Pos lastMark = Pos.NONE;
  private boolean defers;
  private @Nullable Insn deferReturn;

  FunctionGenerator(IrFunc func) {
    this.func = func;
    this.out = new Emitter(func.source());
    this.places = new Places(this);
    this.values = new Values(this);
    this.arithmetic = new Arithmetic(this);
    this.complexes = new Complexes(this);
    this.sites = new Sites(func.sites());
  }

  Function generate() {
    declare();
    if (func.javaBody() != null) {
      out.emit(Op.JAVA, out.pool(new Pool.Java(func.javaBody())), 0, 0);
      out.emit(Op.RET, 0, 0, 0);
    } else {
      body();
    }
    return FunctionWriter.write(this, sites, deferReturn, defers);
  }

  private void declare() {
    for (Var v : func.params()) {
      out.frame.variable(v, Slot.Area.ARGUMENT);
    }
    for (Var v : func.results()) {
      out.frame.variable(v, Slot.Area.RESULT);
    }
    for (Var v : func.locals()) {
      // What has a fixed place in a session's main is never shared, with a name or without.
      boolean temp = v.kind() == Var.Kind.TEMP && v.fixedSlot() < 0;
      Slot s = out.frame.variable(v, temp ? Slot.Area.TEMP : Slot.Area.NAMED);
      if (v.fixedSlot() >= 0) {
        s.exposed = true; // later cells may still use it
      }
    }
  }

  private void body() {
    List<IrStmt> body = Forwarding.run(func);
    int first = takeContext(body);
    for (IrStmt s : body) {
      defers |=
          s instanceof IrStmt.Defer
              || s instanceof IrStmt.Runtime r && r.fn() == RuntimeFn.DEFER_RANGE_FUNC;
    }
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i) instanceof IrStmt.LabelDef l) {
        labelIndex.put(l.label(), i);
      }
    }
    zeroNewSessionLocals(body);
    zeroNamedResults(body);
    for (int i = first; i < body.size(); i++) {
      statement(body, i);
    }
    if (out.reachable()) {
      unreachable();
    }
  }

  /** CTX can only be the first instruction; returns the index of the first statement left to do. */
  private int takeContext(List<IrStmt> body) {
    if (!body.isEmpty()
        && body.get(0) instanceof IrStmt.Assign a
        && a.value() instanceof IrExpr.Context
        && a.place() instanceof IrExpr.VarRef r) {
      context = out.frame.of(r.v()).base;
      out.emit(Op.CTX, context, 0, 0);
      return 1;
    }
    for (IrStmt s : func.closure() ? body : List.<IrStmt>of()) {
      if (s instanceof IrStmt.Assign a
          && (Trees.mentionsContext(a.value()) || Trees.mentionsContext(a.place()))) {
        context = out.frame.word(true);
        out.emit(Op.CTX, context, 0, 0);
        break;
      }
    }
    return 0;
  }

  /** The slot that holds the closure object. */
  int context() {
    if (context < 0) {
      throw new IllegalStateException("context outside a closure's first statements");
    }
    return context;
  }

  /**
   * A fixed slot may have belonged to a variable of an earlier cell: its pointers must be valid
   * from the start.
   */
  private void zeroNewSessionLocals(List<IrStmt> body) {
    int leading = 0;
    while (leading < body.size() && body.get(leading) instanceof IrStmt.VarStart) {
      leading++;
    }
    for (Var v : func.locals()) {
      if (v.fixedSlot() < 0 || !hasPointers(v)) {
        continue;
      }
      boolean earlier = false;
      for (IrStmt s : body.subList(0, leading)) {
        earlier |= s instanceof IrStmt.VarStart start && start.v() == v;
      }
      if (!earlier) {
        zero(out.frame.of(v));
      }
    }
  }

  private static boolean hasPointers(Var v) {
    return v.boxed() || v.type().hasPointers();
  }

  /**
   * Named results are zero from the start, in the tables too, unless the first statements set them.
   */
  private void zeroNamedResults(List<IrStmt> body) {
    for (Var v : func.results()) {
      boolean named = !v.name().isEmpty() && !v.name().equals("_") && !v.name().startsWith("~");
      // Exposed ones are zeroed in any case (FunctionWriter).
      if (named && !out.frame.of(v).exposed && !setAtOnce(body, v)) {
        zero(out.frame.of(v));
      }
    }
  }

  private static boolean setAtOnce(List<IrStmt> body, Var v) {
    for (IrStmt s : body) {
      switch (s) {
        case IrStmt.VarStart _ -> {}
        case IrStmt.Assign a
            when a.place() instanceof IrExpr.VarRef r
                && (a.value() instanceof IrExpr.Zero
                    || a.value() instanceof IrExpr.Const
                    || a.value() instanceof IrExpr.Context) -> {
          if (r.v() == v) {
            return true;
          }
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** Emits the zeroing of a whole slot. */
  void zero(Slot s) {
    if (s.words == 1) {
      out.constant(s.base, 0);
    } else if (s.words > 1) {
      out.emit(Op.ZERO, s.base, 0, 8 * s.words);
    }
  }

  private void statement(List<IrStmt> body, int i) {
    switch (body.get(i)) {
      case IrStmt.Mark m -> mark(m);
      case IrStmt.VarStart v -> out.scope(v.v(), true);
      case IrStmt.VarEnd v -> out.scope(v.v(), false);
      case IrStmt.Assign a -> {
        out.at(a.pos());
        assign(a.place(), a.value());
      }
      case IrStmt.New n -> {
        out.at(n.pos());
        int slot = out.frame.of(n.dst()).base;
        out.emit(Op.NEW, slot, out.pool(new Pool.Type(n.type())), sites.index(n.site()));
      }
      case IrStmt.Call c -> call(c);
      case IrStmt.Runtime r -> runtime(r);
      case IrStmt.LabelDef l -> out.label(l.label());
      case IrStmt.Jump j -> jump(body, i, j);
      case IrStmt.Branch b -> {
        out.at(b.pos());
        branch(body, i, b);
      }
      case IrStmt.Return r -> {
        out.at(r.pos());
        normaliseResults();
        out.emit(Op.RET, 0, 0, 0);
      }
      case IrStmt.Defer d -> {
        out.at(d.pos());
        int fn = values.operand(d.fn());
        int room = d.onHeap() ? -1 : out.frame.room(Operands.DEFER_RECORD, true);
        out.emit(Op.DEFER, fn, room, 0);
      }
      case IrStmt.RunDefers r -> {
        out.at(r.pos());
        if (!out.reachable()) {
          out.label(new Label("recovered")); // the machine resumes here
        }
        deferReturn = out.emit(Op.RUNDEFERS, 0, 0, 0);
      }
      case IrStmt.Go s -> {
        out.at(s.pos());
        out.emit(Op.GO, values.operand(s.fn()), 0, 0);
      }
      case IrStmt.Unreachable u -> {
        out.at(u.pos());
        if (out.reachable()) {
          unreachable();
        }
      }
    }
  }

  private void unreachable() {
    out.emit(Op.RT, RuntimeFn.PANIC_UNREACHABLE.ordinal(), 0, -1, -1, 0, 0);
  }

  /**
   * A narrow result whose address was taken has only its own bytes valid; callers read whole words.
   */
  private void normaliseResults() {
    for (Var v : func.results()) {
      Slot s = out.frame.of(v);
      if (s.exposed && v.type().isScalar() && !Words.wide(v.type())) {
        out.emit(Words.frameLoad(v.type()), s.base, s.base, 0);
      }
    }
  }

  // assignments

  private void assign(IrExpr place, IrExpr value) {
    RType t = place.type();
    if (t.isScalar()) {
      assignScalar(place, value, t);
    } else {
      assignBytes(place, value, t);
    }
  }

  private void assignScalar(IrExpr place, IrExpr value, RType t) {
    if (inFrame(place)) {
      Place p = places.of(place);
      if (p instanceof Place.InFrame f && (f.word() || Words.wide(t))) {
        values.into(value, f.offset());
      } else {
        places.store(p, t, values.operand(value));
      }
      return;
    }
    int v = values.operand(value);
    places.store(places.of(place), t, v);
  }

  /** A variable's slot or a constant part of it: reaching it takes no code. */
  private static boolean inFrame(IrExpr place) {
    return switch (place) {
      case IrExpr.VarRef _ -> true;
      case IrExpr.Field f -> inFrame(f.x());
      case IrExpr.Word w -> inFrame(w.x());
      case IrExpr.Index i -> {
        Long k = Trees.constant(i.index());
        yield i.x().type().kind() == RType.Kind.ARRAY
            && inFrame(i.x())
            && k != null
            && k >= 0
            && k < i.x().type().len();
      }
      default -> false;
    };
  }

  /** Values of this many bytes and more are not carried through the frame. */
  private static final int BIG = 64;

  private void assignBytes(IrExpr place, IrExpr value, RType t) {
    if (inFrame(place)) {
      int dst = ((Place.InFrame) places.of(place)).offset();
      if (values.direct(value, out.frame.at(dst))) {
        values.into(value, dst);
      } else {
        int tmp = out.frame.value(t);
        values.into(value, tmp);
        out.move(dst, tmp, t.size());
      }
      return;
    }
    if (value instanceof IrExpr.Zero) {
      places.clear(places.of(place), t);
      return;
    }
    if (t.size() > BIG && Places.isPlace(value)) {
      Place from = places.of(value);
      if (!(from instanceof Place.InFrame)) {
        places.copy(places.of(place), from, t);
        return;
      }
    }
    int v = values.memory(value);
    places.storeBytes(places.of(place), t, v);
  }

  // control

  /** A loop's condition of at most so many nodes is tested where a jump to it would stand. */
  private static final int SMALL = 8;

  private void jump(List<IrStmt> body, int i, IrStmt.Jump j) {
    out.at(j.pos());
    Integer target = labelIndex.get(j.target());
    if (target != null && out.reachable() && !follows(body, i, j.target())) {
      // To a loop's condition: test it here, so that a turn of the loop takes one jump.
      int k = target + 1;
      while (k < body.size()
          && (body.get(k) instanceof IrStmt.Mark || body.get(k) instanceof IrStmt.LabelDef)) {
        k++;
      }
      if (k < body.size()
          && body.get(k) instanceof IrStmt.Branch b
          && Trees.size(b.cond()) <= SMALL) {
        for (IrStmt s : body.subList(target, k)) {
          if (s instanceof IrStmt.Mark m) {
            mark(m);
          }
        }
        out.at(b.pos());
        branch(body, i, b);
        return;
      }
    }
    if (!follows(body, i, j.target())) {
      out.jump(Op.JMP, 0, 0, j.target());
    }
  }

  /**
   * A statement begins. The condition that follows a loop's body or post statement on the same line
   * is no step of its own: it belongs to what came before.
   */
  private void mark(IrStmt.Mark m) {
    Pos p = m.pos();
    Pos before = lastMark;
    boolean back =
        before.isKnown()
            && p.isKnown()
            && before.source() == p.source()
            && p.offset() < before.offset()
            && before.line() == p.line();
    lastMark = p;
    if (back && out.reachable()) {
      out.at(p);
    } else {
      out.mark(p);
    }
  }

  private void branch(List<IrStmt> body, int i, IrStmt.Branch b) {
    arithmetic.branch(
        b.cond(), b.yes(), b.no(), follows(body, i, b.yes()), follows(body, i, b.no()));
  }

  /** The label is defined before the next instruction. */
  private static boolean follows(List<IrStmt> body, int i, Label label) {
    for (int k = i + 1; k < body.size(); k++) {
      switch (body.get(k)) {
        case IrStmt.LabelDef l -> {
          if (l.label() == label) {
            return true;
          }
        }
        case IrStmt.VarStart _, IrStmt.VarEnd _, IrStmt.Mark _ -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  // calls

  private static int slotSize(RType t) {
    return (int) ((t.size() + 7) / 8 * 8);
  }

  private void call(IrStmt.Call c) {
    out.at(c.pos());
    int target =
        switch (c.target()) {
          case IrStmt.Target.Static _ -> -1;
          case IrStmt.Target.Closure f -> values.operand(f.fn());
          case IrStmt.Target.Method m -> values.operand(m.itab());
        };
    int at = arguments(c.args());
    switch (c.target()) {
      case IrStmt.Target.Static s -> out.emit(Op.CALL, out.pool(new Pool.Func(s.symbol())), 0, 0);
      case IrStmt.Target.Closure _ -> out.emit(Op.CALLC, target, 0, 0);
      case IrStmt.Target.Method m -> out.emit(Op.CALLI, target, m.index(), 0);
    }
    results(c.results(), c.resultTypes(), at);
  }

  /** Evaluates arguments into the outgoing area; returns where the results begin. */
  private int arguments(List<IrExpr> args) {
    int at = 0;
    for (IrExpr e : args) {
      int size = slotSize(e.type());
      out.frame.needOutgoing(at + size);
      if (size == 0) {
        values.memory(e); // may panic
      } else {
        values.into(e, at);
      }
      at += size;
    }
    return at;
  }

  private void results(List<@Nullable Var> results, List<RType> types, int at) {
    int end = at;
    for (RType t : types) {
      end += slotSize(t);
    }
    out.frame.needOutgoing(end);
    for (int i = 0; i < types.size(); i++) {
      RType t = types.get(i);
      Var v = i < results.size() ? results.get(i) : null;
      if (v != null) {
        Slot s = out.frame.of(v);
        boolean narrow = s.exposed && t.isScalar() && !Words.wide(t);
        if (narrow) {
          out.emit(Words.frameStore(t), s.base, at, 0);
        } else {
          out.move(s.base, at, t.isScalar() ? 8 : t.size());
        }
      }
      at += slotSize(t);
    }
  }

  private void runtime(IrStmt.Runtime r) {
    out.at(r.pos());
    int at = arguments(r.args());
    int resultBytes = 0;
    for (RType t : r.resultTypes()) {
      resultBytes += slotSize(t);
    }
    out.frame.needOutgoing(at + resultBytes);
    int aux = r.aux() == null ? -1 : out.pool(new Pool.Type(r.aux()));
    Insn rt =
        out.emit(Op.RT, r.fn().ordinal(), 0, aux, sites.index(r.site()), at / 8, resultBytes / 8);
    rt.pointerArgs = pointerWords(r.args());
    results(r.results(), r.resultTypes(), at);
  }

  private static long pointerWords(List<IrExpr> args) {
    long words = 0;
    int w = 0;
    for (IrExpr e : args) {
      for (int p = e.type().pointers().nextSetBit(0);
          p >= 0;
          p = e.type().pointers().nextSetBit(p + 1)) {
        if (w + p < 64) {
          words |= 1L << (w + p);
        }
      }
      w += slotSize(e.type()) / 8;
    }
    return words;
  }

  /** All variables that have a place, in the order the tables show them. */
  List<Var> variables() {
    List<Var> all = new ArrayList<>(func.params());
    all.addAll(func.results());
    all.addAll(func.locals());
    return all;
  }
}

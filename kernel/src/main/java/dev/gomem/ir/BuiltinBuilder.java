package dev.gomem.ir;

import dev.gomem.constant.Constant;
import dev.gomem.escape.AllocSite;
import dev.gomem.escape.EscapeResult;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.types.Basic;
import dev.gomem.types.BuiltinId;
import dev.gomem.types.Chan;
import dev.gomem.types.GcSizes;
import dev.gomem.types.Info;
import dev.gomem.types.MapType;
import dev.gomem.types.Pointer;
import dev.gomem.types.Slice;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls of predeclared functions (gc: walk/builtin.go). Those with a result leave it in a temporary
 * when they are ordered, as gc copies them out; {@code append} to a plain local slice works on its
 * header in place.
 */
final class BuiltinBuilder {
  /**
   * A make of variable size that does not escape gets this many bytes of frame, used if they
   * suffice.
   */
  private static final long STACK_MAKE_BYTES = 32;

  /** Bytes of an append's array in the frame. */
  private static final long BUFFER_BYTES = 32;

  private final FuncBuilder f;

  /** Calls made by {@link #spread}: what they stand for. */
  private final Map<Expr.CallExpr, Expr.CallExpr> spread = new IdentityHashMap<>();

  /** Arrays of the frame in which slices grow step by step. */
  private final Map<Var, Var> ladders = new IdentityHashMap<>();

  BuiltinBuilder(FuncBuilder f) {
    this.f = f;
  }

  Ordered order(Expr.CallExpr c, BuiltinId id, boolean direct) {
    return switch (id) {
      case LEN, CAP -> length(c, id == BuiltinId.LEN);
      case APPEND -> {
        IrExpr v = append(c, null);
        yield () -> v;
      }
      case COPY -> {
        IrExpr n = copy(c);
        yield () -> n;
      }
      case MAKE -> {
        IrExpr v = f.copy(make(c));
        yield () -> v;
      }
      case NEW -> {
        IrExpr v = newObject(c);
        yield () -> v;
      }
      case MIN, MAX -> {
        IrExpr v = minMax(c, id == BuiltinId.MIN);
        yield () -> v;
      }
      case COMPLEX -> complex(c);
      case REAL -> part(c, 0);
      case IMAG -> part(c, 1);
      case RECOVER -> {
        IrExpr v = f.runtime(RuntimeFn.RECOVER, List.of(), f.rt.any, null, null);
        yield () -> IrExprs.retype(v, f.rtype(c));
      }
      case UNSAFE_ADD, UNSAFE_SLICE, UNSAFE_SLICE_DATA, UNSAFE_STRING, UNSAFE_STRING_DATA ->
          unsafe(c, id);
      // Constants, unless a type parameter is in it.
      case UNSAFE_SIZEOF -> size(GcSizes.sizeof(f.type(arg(c, 0))));
      case UNSAFE_ALIGNOF -> size(GcSizes.alignof(f.type(arg(c, 0))));
      case UNSAFE_OFFSETOF -> {
        Expr.SelectorExpr s = (Expr.SelectorExpr) ExprBuilder.unparen(arg(c, 0));
        Type t = f.type(s.x());
        t = t.underlying() instanceof Pointer p ? p.elem() : t;
        yield size(GcSizes.offsetof(t, Objects.requireNonNull(f.info.selection(s)).index()));
      }
      case CLEAR, CLOSE, DELETE, PANIC, PRINT, PRINTLN, ASSERT, TRACE ->
          throw new IllegalStateException("no value: " + id);
    };
  }

  private Ordered size(long n) {
    return () -> new IrExpr.Const(f.rt.uintptr, n);
  }

  /** {@code append(f())}: the results of the call as operands of their own. */
  Expr.CallExpr spread(Expr.CallExpr c) {
    if (c.args().size() != 1 || !(f.type(arg(c, 0)) instanceof Tuple t) || t.size() < 2) {
      return c;
    }
    List<Expr> args = new ArrayList<>();
    List<Var> values = f.calls.call((Expr.CallExpr) ExprBuilder.unparen(arg(c, 0)));
    for (int i = 0; i < values.size(); i++) {
      Expr e = new Expr.Name(arg(c, 0).pos(), "");
      f.giveOperand(e, f.ref(values.get(i)), t.at(i).type());
      args.add(e);
    }
    Expr.CallExpr made = new Expr.CallExpr(c.pos(), c.fun(), args, false);
    f.giveType(made, f.info.typeOf(c));
    spread.put(made, c);
    return made;
  }

  /** The call as it stands in the tree. */
  Expr.CallExpr written(Expr.CallExpr c) {
    return spread.getOrDefault(c, c);
  }

  /** As a statement. */
  void statement(Expr.CallExpr call, BuiltinId id) {
    Expr.CallExpr c = spread(call);
    switch (id) {
      case CLEAR -> clear(c);
      case CLOSE -> f.channels.close(c);
      case DELETE -> delete(c);
      case PANIC -> panic(c);
      case PRINT, PRINTLN -> print(c, id == BuiltinId.PRINTLN);
      case COPY -> copy(c);
      case RECOVER -> f.runtime(RuntimeFn.RECOVER, List.of(), f.rt.any, null, null);
      case LEN, CAP, APPEND, MAKE, NEW, MIN, MAX, COMPLEX, REAL, IMAG -> order(c, id, false).get();
      case UNSAFE_ADD, UNSAFE_SLICE, UNSAFE_SLICE_DATA, UNSAFE_STRING, UNSAFE_STRING_DATA ->
          order(c, id, false).get();
      case UNSAFE_ALIGNOF, UNSAFE_OFFSETOF, UNSAFE_SIZEOF, ASSERT, TRACE -> {}
    }
  }

  private static Expr arg(Expr.CallExpr c, int i) {
    return c.args().get(i);
  }

  // len, cap

  private Ordered length(Expr.CallExpr c, boolean len) {
    Expr a = arg(c, 0);
    Type t = f.type(a);
    long fixed = CallBuilder.arrayLen(t);
    Ordered x = f.exprs.order(a);
    if (fixed >= 0) {
      // The operand has calls or receives, or len would be constant; it is evaluated for them.
      f.assigns.discard(x.get());
      return () -> f.intConst(fixed);
    }
    if (t.underlying() instanceof MapType) {
      IrExpr n = mapLength(x.get());
      return () -> n;
    }
    if (t.underlying() instanceof Chan) {
      return f.channels.length(x, len);
    }
    IrExpr v = f.cheap(f.word(x.get(), len ? 1 : 2, f.rt.intType));
    return () -> v;
  }

  /** The count in a map's header; 0 for nil. */
  private IrExpr mapLength(IrExpr m) {
    IrExpr map = f.cheap(m);
    Var n = f.temp(f.rt.intType);
    f.assign(f.ref(n), f.intConst(0));
    IrStmt.Label some = new IrStmt.Label("map");
    IrStmt.Label end = new IrStmt.Label("end");
    IrExpr zero = new IrExpr.Const(f.rt.uintptr, 0);
    f.branch(f.compare(IrExpr.BinaryOp.NE, new IrExpr.Convert(map, f.rt.uintptr), zero), some, end);
    f.label(some);
    f.assign(f.ref(n), new IrExpr.Deref(new IrExpr.Convert(map, f.rt.pointer), 0, f.rt.intType));
    f.label(end);
    return f.ref(n);
  }

  // append

  /**
   * {@code append(s, …)}.
   *
   * @param into a plain local variable that {@code s} names and the result goes to, or null
   */
  IrExpr append(Expr.CallExpr c, @Nullable Var into) {
    RType t = f.rtype(c);
    Type elem = ((Slice) f.under(c)).elem();
    Ordered s = f.exprs.isNil(arg(c, 0)) ? () -> f.zero(t) : f.exprs.order(arg(c, 0));
    List<Expr> rest = c.args().subList(1, c.args().size());
    if (c.hasDots()) {
      return appendSlice(c, s, t, rest.get(0), into);
    }
    List<Ordered> ordered = new ArrayList<>();
    for (Expr e : rest) {
      ordered.add(f.exprs.converted(e, elem));
    }
    IrExpr base = into == null ? s.get() : f.ref(into);
    if (rest.isEmpty()) {
      return f.copy(IrExprs.retype(base, t));
    }
    // The header is read before the elements are evaluated; they have no calls left, but may name
    // the slice.
    Var x = into;
    if (x == null) {
      x = f.temp(t);
      f.assign(f.ref(x), IrExprs.retype(base, t));
    }
    Var head = x;
    List<IrExpr> values = new ArrayList<>();
    for (Ordered o : ordered) {
      IrExpr v = o.get();
      boolean plain = IrExprs.isFixed(v) || (v instanceof IrExpr.VarRef r && r.v() != head);
      values.add(plain ? v : f.copy(v));
    }
    grow(head, f.intConst(values.size()), t, c);
    for (int i = 0; i < values.size(); i++) {
      IrExpr index =
          f.binary(IrExpr.BinaryOp.SUB, f.len(f.ref(head)), f.intConst(values.size() - i));
      f.assign(new IrExpr.Index(f.ref(head), index, t.elem()), values.get(i));
    }
    return f.ref(head);
  }

  /** Makes room for {@code more} elements and counts them in. */
  private void grow(Var s, IrExpr more, RType t, Expr.CallExpr c) {
    AllocSite site = f.site(written(c), AllocSite.Kind.APPEND, "append");
    f.addSite(site);
    IrStmt.Label full = new IrStmt.Label("full");
    IrStmt.Label room = new IrStmt.Label("room");
    IrExpr n = f.copy(f.binary(IrExpr.BinaryOp.ADD, f.len(f.ref(s)), more));
    // Unsigned, as gc's: only elements of size 0 can be so many that the length overflows.
    RType word = t.elem().size() == 0 ? f.rt.uint64 : f.rt.intType;
    IrExpr length = IrExprs.retype(n, word);
    f.branch(f.compare(IrExpr.BinaryOp.GT, length, f.word(f.ref(s), 2, word)), full, room);
    f.label(full);
    switch (f.gc() ? f.escape.appendBuffer(written(c)) : null) {
      case null -> grow(s, List.of(f.ref(s), n), RuntimeFn.GROW_SLICE, site);
      case WHOLE -> {
        inBuffer(s, n, site, room);
        grow(s, List.of(f.ref(s), n), RuntimeFn.GROW_SLICE, site);
      }
      case LADDER -> {
        Var store = ladder(f.variable(arg(c, 0)), t.elem(), site);
        IrExpr address = new IrExpr.AddrOf(f.ref(store), f.rt.pointer);
        List<IrExpr> args =
            List.of(f.ref(s), n, address, f.intConst(BUFFER_BYTES / t.elem().size()));
        grow(s, args, RuntimeFn.GROW_SLICE_BUF, site);
      }
    }
    f.label(room);
    f.assign(IrExprs.field(f.ref(s), 8, f.rt.intType), n);
  }

  private void grow(Var s, List<IrExpr> args, RuntimeFn fn, AllocSite site) {
    f.emit(
        new IrStmt.Runtime(fn, args, List.of(s), List.of(s.type()), s.type().elem(), site, f.pos));
  }

  /**
   * An empty slice's first growth takes an array of the frame with all of its capacity, if that
   * suffices and was not taken before; then on at {@code room}.
   */
  private void inBuffer(Var s, IrExpr n, AllocSite site, IrStmt.Label room) {
    RType elem = s.type().elem();
    long k = BUFFER_BYTES / elem.size();
    Var store = f.frameTemp(f.rt.arrayOf(k, elem), onStack(site));
    Var used = f.temp(f.rt.bool);
    f.prologue(() -> f.assign(f.ref(used), f.boolConst(false)));
    IrStmt.Label fits = new IrStmt.Label("fits");
    IrStmt.Label unused = new IrStmt.Label("unused");
    IrStmt.Label take = new IrStmt.Label("take");
    IrStmt.Label not = new IrStmt.Label("heap");
    f.branch(f.compare(IrExpr.BinaryOp.LE, n, f.intConst(k)), fits, not);
    f.label(fits);
    f.branch(f.compare(IrExpr.BinaryOp.EQ, f.ref(used), f.boolConst(false)), unused, not);
    f.label(unused);
    f.branch(f.compare(IrExpr.BinaryOp.EQ, f.len(f.ref(s)), f.intConst(0)), take, not);
    f.label(take);
    f.assign(f.ref(store), f.zero(store.type()));
    IrExpr p = new IrExpr.AddrOf(f.ref(store), f.rt.pointerTo(elem));
    f.assign(f.ref(s), new IrExpr.Compose(List.of(p, f.intConst(0), f.intConst(k)), s.type()));
    f.assign(f.ref(used), f.boolConst(true));
    f.jump(room);
    f.label(not);
  }

  /** The array of the frame in which a variable's slice grows: one for all its appends. */
  private Var ladder(Var slice, RType elem, AllocSite site) {
    Var store = ladders.get(slice);
    if (store == null) {
      store = f.frameTemp(f.rt.arrayOf(BUFFER_BYTES / elem.size(), elem), onStack(site));
      ladders.put(slice, store);
      // gc clears it at once only if it holds pointers; what nobody reads is zero in the tables.
      Var s = store;
      f.prologue(() -> f.assign(f.ref(s), f.zero(s.type())));
    }
    return store;
  }

  /** The site of the array in the frame: one of its own if the append's objects escape. */
  private static AllocSite onStack(AllocSite s) {
    return s.gc().heap()
        ? new AllocSite(
            s.pos(),
            AllocSite.Kind.APPEND_BUFFER,
            s.subject(),
            s.function(),
            s.implicit(),
            AllocSite.Verdict.STACK,
            s.simple())
        : s;
  }

  /** Slices that a statement gives away leave the frame first. */
  void moveOut(Node statement) {
    if (!f.gc()) {
      return;
    }
    for (EscapeResult.MoveToHeap m : f.escape.movesBefore(statement)) {
      Var s = Objects.requireNonNull(f.find(m.slice()));
      AllocSite site = f.site(m.append(), AllocSite.Kind.APPEND, "append");
      f.addSite(site);
      RuntimeFn fn = m.preserveCapacity() ? RuntimeFn.MOVE_SLICE : RuntimeFn.MOVE_SLICE_NO_CAP;
      grow(s, List.of(f.ref(s)), fn, site);
    }
  }

  private IrExpr appendSlice(Expr.CallExpr c, Ordered s, RType t, Expr more, @Nullable Var into) {
    boolean string = f.under(more) instanceof Basic b && b.isString();
    Ordered m = f.exprs.isNil(more) ? () -> f.zero(t) : f.exprs.order(more);
    Var x = into;
    if (x == null) {
      x = f.temp(t);
      f.assign(f.ref(x), IrExprs.retype(s.get(), t));
    }
    IrExpr mv = m.get();
    IrExpr src = mv instanceof IrExpr.VarRef r && r.v() != x ? mv : f.copy(mv);
    IrExpr old = f.copy(f.len(f.ref(x)));
    grow(x, f.len(src), t, c);
    IrExpr dst = new IrExpr.SliceOf(f.ref(x), old, null, null, t);
    if (string) {
      f.runtime(RuntimeFn.COPY_STRING, List.of(dst, src), f.rt.intType, null, null);
    } else {
      f.runtime(RuntimeFn.COPY_SLICE, List.of(dst, src), f.rt.intType, t.elem(), null);
    }
    return f.ref(x);
  }

  private IrExpr copy(Expr.CallExpr c) {
    Ordered dst = f.exprs.order(arg(c, 0));
    Ordered src = f.exprs.order(arg(c, 1));
    RType t = f.rtype(arg(c, 0));
    IrExpr d = dst.get();
    IrExpr s = src.get();
    return s.type().kind() == RType.Kind.STRING
        ? f.runtime(RuntimeFn.COPY_STRING, List.of(d, s), f.rt.intType, null, null)
        : f.runtime(RuntimeFn.COPY_SLICE, List.of(d, s), f.rt.intType, t.elem(), null);
  }

  // make, new

  private IrExpr make(Expr.CallExpr c) {
    RType t = f.rtype(c);
    return switch (f.under(c)) {
      case MapType m -> {
        IrExpr hint = c.args().size() < 2 ? f.intConst(0) : size(arg(c, 1)).get();
        yield f.maps.make(t, hint, f.site(c, AllocSite.Kind.MAKE_MAP, "make(" + t.name() + ")"));
      }
      case Chan ch -> f.channels.make(c, t);
      case Slice s -> makeSlice(c, t);
      default -> throw new IllegalStateException("make of " + t);
    };
  }

  private Ordered size(Expr e) {
    Constant known = f.constant(e);
    Constant k = known != null ? known : f.escape.constant(e);
    if (k != null) {
      return () -> f.exprs.constant(k, f.rt.intType);
    }
    Ordered x = f.exprs.order(e);
    return () -> toInt(x.get());
  }

  private IrExpr toInt(IrExpr e) {
    return e.type().kind() == RType.Kind.INT
        ? IrExprs.retype(e, f.rt.intType)
        : new IrExpr.Convert(e, f.rt.intType);
  }

  private IrExpr makeSlice(Expr.CallExpr c, RType t) {
    AllocSite site = f.site(c, AllocSite.Kind.MAKE_SLICE, "make(" + t.name() + ")");
    f.addSite(site);
    Ordered first = size(arg(c, 1));
    Ordered second = c.args().size() > 2 ? size(arg(c, 2)) : null;
    IrExpr len = f.cheap(first.get());
    IrExpr cap = second != null ? f.cheap(second.get()) : len;
    RType elem = t.elem();
    boolean negative = cap instanceof IrExpr.Const k && k.bits() < 0;
    if (f.heap(site) || elem.size() == 0 || negative) {
      return f.runtime(RuntimeFn.MAKE_SLICE, List.of(len, cap), t, elem, site);
    }
    Var s = f.temp(t);
    if (cap instanceof IrExpr.Const k) {
      onStack(s, len, cap, k.bits(), site, len instanceof IrExpr.Const l && l.bits() <= k.bits());
    } else if (STACK_MAKE_BYTES / elem.size() > 0) {
      onStack(s, len, cap, STACK_MAKE_BYTES / elem.size(), site, false);
    } else {
      return f.runtime(RuntimeFn.MAKE_SLICE, List.of(len, cap), t, elem, site);
    }
    return f.ref(s);
  }

  /**
   * Room in the frame for {@code room} elements, used if they suffice; sizes out of range go to the
   * runtime, which panics.
   */
  private void onStack(Var s, IrExpr len, IrExpr cap, long room, AllocSite site, boolean certain) {
    RType elem = s.type().elem();
    IrStmt.Label fits = new IrStmt.Label("fits");
    IrStmt.Label end = new IrStmt.Label("end");
    Var array = f.frameTemp(f.rt.arrayOf(room, elem), site);
    if (!certain) {
      IrStmt.Label more = new IrStmt.Label("len");
      IrStmt.Label not = new IrStmt.Label("toobig");
      f.branch(f.compare(IrExpr.BinaryOp.LE, unsigned(cap), unsigned(f.intConst(room))), more, not);
      f.label(more);
      f.branch(f.compare(IrExpr.BinaryOp.LE, unsigned(len), unsigned(cap)), fits, not);
      f.label(not);
      f.emit(
          new IrStmt.Runtime(
              RuntimeFn.MAKE_SLICE,
              List.of(len, cap),
              List.of(s),
              List.of(s.type()),
              elem,
              site,
              f.pos));
      f.jump(end);
      f.label(fits);
    }
    f.assign(f.ref(array), f.zero(array.type()));
    IrExpr p =
        room == 0
            ? f.allocate(array.type(), site)
            : new IrExpr.AddrOf(f.ref(array), f.rt.pointerTo(elem));
    f.assign(
        f.ref(s),
        new IrExpr.Compose(List.of(IrExprs.retype(p, f.rt.pointerTo(elem)), len, cap), s.type()));
    if (!certain) {
      f.label(end);
    }
  }

  private IrExpr unsigned(IrExpr e) {
    return e instanceof IrExpr.Const c
        ? new IrExpr.Const(f.rt.uint64, c.bits())
        : new IrExpr.Convert(e, f.rt.uint64);
  }

  private IrExpr newObject(Expr.CallExpr c) {
    Expr a = arg(c, 0);
    RType pointer = f.rtype(c);
    RType t = pointer.elem();
    AllocSite site = f.site(c, AllocSite.Kind.NEW, "new(" + t.name() + ")");
    Info.TypeAndValue tv = f.info.typeAndValue(a);
    IrExpr init = null;
    if (tv == null || !tv.isType()) {
      init = f.cheap(f.exprs.converted(a, ((Pointer) f.under(c)).elem()).get());
    }
    if (f.heap(site)) {
      IrExpr p = f.allocate(t, site);
      if (init != null) {
        f.assign(new IrExpr.Deref(p, 0, t), init);
      }
      return IrExprs.retype(p, pointer);
    }
    Var tmp = f.frameTemp(t, site);
    f.assign(f.ref(tmp), init != null ? init : f.zero(t));
    return new IrExpr.AddrOf(f.ref(tmp), pointer);
  }

  // numbers

  private IrExpr minMax(Expr.CallExpr c, boolean min) {
    RType t = f.rtype(c);
    List<Ordered> xs = f.exprs.orderAll(c.args());
    Var r = f.temp(t);
    List<IrExpr> all = f.inOrder(xs);
    f.assign(f.ref(r), IrExprs.retype(all.get(0), t));
    for (IrExpr x : all.subList(1, all.size())) {
      IrExpr y = f.cheap(IrExprs.retype(x, t));
      if (t.isFloat()) {
        floatMinMax(r, y, min);
        continue;
      }
      IrStmt.Label take = new IrStmt.Label("take");
      IrStmt.Label next = new IrStmt.Label("next");
      IrExpr less =
          t.kind() == RType.Kind.STRING
              ? f.compare(
                  IrExpr.BinaryOp.LT,
                  f.runtime(
                      RuntimeFn.STRING_COMPARE,
                      min ? List.of(y, f.ref(r)) : List.of(f.ref(r), y),
                      f.rt.intType,
                      null,
                      null),
                  f.intConst(0))
              : min
                  ? f.compare(IrExpr.BinaryOp.LT, y, f.ref(r))
                  : f.compare(IrExpr.BinaryOp.LT, f.ref(r), y);
      f.branch(less, take, next);
      f.label(take);
      f.assign(f.ref(r), y);
      f.label(next);
    }
    return f.ref(r);
  }

  private void floatMinMax(Var r, IrExpr y, boolean min) {
    RuntimeFn fn = min ? RuntimeFn.FLOAT_MIN : RuntimeFn.FLOAT_MAX;
    boolean narrow = r.type().kind() == RType.Kind.FLOAT32;
    IrExpr a = narrow ? new IrExpr.Convert(f.ref(r), f.rt.float64) : f.ref(r);
    IrExpr b = narrow ? new IrExpr.Convert(y, f.rt.float64) : y;
    IrExpr m = f.runtime(fn, List.of(a, b), f.rt.float64, null, null);
    f.assign(f.ref(r), narrow ? new IrExpr.Convert(m, r.type()) : IrExprs.retype(m, r.type()));
  }

  private Ordered complex(Expr.CallExpr c) {
    RType t = f.rtype(c);
    RType part = t.kind() == RType.Kind.COMPLEX64 ? f.rt.float32 : f.rt.float64;
    List<Ordered> p = f.exprs.orderAll(c.args());
    IrExpr v =
        f.copy(
            new IrExpr.Compose(
                List.of(IrExprs.retype(p.get(0).get(), part), IrExprs.retype(p.get(1).get(), part)),
                t));
    return () -> v;
  }

  private Ordered part(Expr.CallExpr c, int i) {
    Ordered x = f.exprs.order(arg(c, 0));
    IrExpr v = f.cheap(f.word(x.get(), i, f.rtype(c)));
    return () -> v;
  }

  // statements

  private void clear(Expr.CallExpr c) {
    Ordered x = f.exprs.order(arg(c, 0));
    RType t = f.rtype(arg(c, 0));
    if (t.kind() == RType.Kind.MAP) {
      f.runtime(RuntimeFn.MAP_CLEAR, List.of(x.get()), t);
    } else {
      f.runtime(RuntimeFn.CLEAR_SLICE, List.of(x.get()), t.elem());
    }
  }

  private void delete(Expr.CallExpr c) {
    Ordered m = f.exprs.order(arg(c, 0));
    RType t = f.rtype(arg(c, 0));
    Ordered k = f.exprs.converted(arg(c, 1), ((MapType) f.under(arg(c, 0))).key());
    f.maps.delete(new MapBuilder.Element(m, f.maps.key(k, arg(c, 1), t), t));
  }

  private void panic(Expr.CallExpr c) {
    Pos at = f.pos;
    IrExpr v = f.exprs.converted(arg(c, 0), dev.gomem.types.Universe.ANY).get();
    f.pos = c.pos();
    f.runtime(RuntimeFn.PANIC, List.of(v), null);
    f.pos = at;
    f.emit(new IrStmt.Unreachable(f.pos));
  }

  /**
   * Operands of print are evaluated first, then printed one by one, with spaces and a line end for
   * println.
   */
  private void print(Expr.CallExpr c, boolean line) {
    List<IrExpr> values = new ArrayList<>();
    List<Ordered> ordered = new ArrayList<>();
    for (Expr e : c.args()) {
      ordered.add(f.exprs.order(e));
    }
    for (Ordered o : ordered) {
      values.add(f.cheap(o.get()));
    }
    for (int i = 0; i < values.size(); i++) {
      if (line && i > 0) {
        f.runtime(RuntimeFn.PRINT_SPACE, List.of(), null);
      }
      printValue(values.get(i));
    }
    if (line) {
      f.runtime(RuntimeFn.PRINT_NEWLINE, List.of(), null);
    }
  }

  private void printValue(IrExpr v) {
    @Nullable RuntimeFn fn =
        switch (v.type().kind()) {
          case BOOL -> RuntimeFn.PRINT_BOOL;
          case INT, INT8, INT16, INT32, INT64 -> RuntimeFn.PRINT_INT;
          case UINT, UINT8, UINT16, UINT32, UINT64, UINTPTR -> RuntimeFn.PRINT_UINT;
          case FLOAT32, FLOAT64 -> RuntimeFn.PRINT_FLOAT;
          case COMPLEX64, COMPLEX128 -> RuntimeFn.PRINT_COMPLEX;
          case STRING -> RuntimeFn.PRINT_STRING;
          case SLICE -> RuntimeFn.PRINT_SLICE;
          case INTERFACE -> RuntimeFn.PRINT_IFACE;
          case CHAN, FUNC, MAP, POINTER, UNSAFE_POINTER -> RuntimeFn.PRINT_POINTER;
          case ARRAY, STRUCT, INVALID -> null; // refused, if it is ever reached
        };
    if (fn == null) {
      return;
    }
    List<IrExpr> args =
        switch (v.type().kind()) {
          case FLOAT32 -> List.of(new IrExpr.Convert(v, f.rt.float64));
          case COMPLEX64 ->
              List.of(
                  new IrExpr.Convert(f.word(v, 0, f.rt.float32), f.rt.float64),
                  new IrExpr.Convert(f.word(v, 1, f.rt.float32), f.rt.float64));
          case COMPLEX128 -> List.of(f.word(v, 0, f.rt.float64), f.word(v, 1, f.rt.float64));
          default -> List.of(v);
        };
    boolean narrow =
        v.type().kind() == RType.Kind.FLOAT32 || v.type().kind() == RType.Kind.COMPLEX64;
    f.runtime(fn, args, narrow ? f.unit.layouts.table().basic(v.type().kind()) : null);
  }

  // unsafe

  private Ordered unsafe(Expr.CallExpr c, BuiltinId id) {
    List<Ordered> xs = f.exprs.orderAll(c.args());
    RType t = f.rtype(c);
    return () -> {
      IrExpr x = f.cheap(xs.get(0).get());
      return switch (id) {
        case UNSAFE_SLICE_DATA, UNSAFE_STRING_DATA -> f.word(x, 0, t);
        case UNSAFE_STRING -> {
          IrExpr n = f.cheap(toInt(xs.get(1).get()));
          unsafeCheck(x, n, 1, "unsafe.String");
          yield new IrExpr.Compose(List.of(x, n), t);
        }
        case UNSAFE_SLICE -> {
          IrExpr n = f.cheap(toInt(xs.get(1).get()));
          unsafeCheck(x, n, t.elem().size(), "unsafe.Slice");
          yield new IrExpr.Compose(List.of(x, n, n), t);
        }
        default -> {
          IrExpr sum =
              f.binary(
                  IrExpr.BinaryOp.ADD,
                  new IrExpr.Convert(x, f.rt.uintptr),
                  new IrExpr.Convert(xs.get(1).get(), f.rt.uintptr));
          yield new IrExpr.Convert(sum, t);
        }
      };
    };
  }

  /** runtime.unsafeslice, unsafestring: lengths out of range, and nil with a length. */
  private void unsafeCheck(IrExpr p, IrExpr n, long size, String what) {
    long most = size == 0 ? Long.MAX_VALUE : (1L << 48) / size;
    IrStmt.Label fits = new IrStmt.Label("fits");
    IrStmt.Label bad = new IrStmt.Label("bad");
    IrStmt.Label none = new IrStmt.Label("none");
    IrStmt.Label nil = new IrStmt.Label("nil");
    IrStmt.Label ok = new IrStmt.Label("ok");
    f.branch(f.compare(IrExpr.BinaryOp.LE, unsigned(n), unsigned(f.intConst(most))), fits, bad);
    f.label(bad);
    f.runtime(
        RuntimeFn.PANIC_WRAP,
        List.of(f.stringConst("runtime error: " + what + ": len out of range")),
        null);
    f.emit(new IrStmt.Unreachable(f.pos));
    f.label(fits);
    IrExpr zero = new IrExpr.Const(f.rt.uintptr, 0);
    f.branch(f.compare(IrExpr.BinaryOp.EQ, new IrExpr.Convert(p, f.rt.uintptr), zero), none, ok);
    f.label(none);
    f.branch(f.compare(IrExpr.BinaryOp.EQ, n, f.intConst(0)), ok, nil);
    f.label(nil);
    String text = "runtime error: " + what + ": ptr is nil and len is not zero";
    f.runtime(RuntimeFn.PANIC_WRAP, List.of(f.stringConst(text)), null);
    f.emit(new IrStmt.Unreachable(f.pos));
    f.label(ok);
  }
}

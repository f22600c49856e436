package dev.gomem.ir;

import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.BuiltinId;
import dev.gomem.types.MapType;
import dev.gomem.types.Obj;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Type;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code defer} and {@code go}: everything the call needs is evaluated now; what happens later is a func value without
 * parameters and results. Unless the call is one already, it becomes a closure of the compiler's that holds the operands
 * (gc: typecheck.normalizeGoDeferCall; named deferwrap1, gowrap1).
 */
final class DeferBuilder {
  private final FuncBuilder f;

  DeferBuilder(FuncBuilder f) {
    this.f = f;
  }

  void statement(Stmt.CallStmt s) {
    if (!s.isDefer() && !f.unit.options.goroutines()) {
      f.unsupported(s.pos(), "goroutines");
      return;
    }
    AllocSite.Kind kind = s.isDefer() ? AllocSite.Kind.DEFER : AllocSite.Kind.GO;
    AllocSite known = f.escape.site(s, kind);
    boolean onHeap = !s.isDefer() || (known != null ? f.heap(known) : f.loopDepth > 1);
    AllocSite site = known != null ? known : site(kind, onHeap);
    IrExpr fn = value((Expr.CallExpr) ExprBuilder.unparen(s.call()), s, site);
    if (s.isDefer()) {
      f.emit(new IrStmt.Defer(fn, onHeap, f.pos));
    } else {
      f.emit(new IrStmt.Go(fn, f.pos));
    }
  }

  private AllocSite site(AllocSite.Kind kind, boolean heap) {
    AllocSite.Verdict v = heap ? new AllocSite.Verdict(true, List.of()) : AllocSite.Verdict.STACK;
    return new AllocSite(f.pos, kind, kind.text(), f.name, true, v, v);
  }

  private RType thunk() {
    return f.unit.layouts.table().funcOf(List.of(), List.of(), false);
  }

  private IrExpr value(Expr.CallExpr c, Stmt.CallStmt s, AllocSite site) {
    Obj.Builtin b = f.calls.builtin(c);
    if (b != null) {
      return builtin(c, b.id(), s, site);
    }
    if (!f.calls.isPlain(c)) {
      f.assigns.discard(f.exprs.expr(c));
      return emptyFunction(s, site);
    }
    if (ExprBuilder.unparen(c.fun()) instanceof Expr.FuncLit l && c.args().isEmpty() && noResults(f.calls.signature(c))) {
      return IrExprs.retype(f.cheap(f.exprs.expr(l)), thunk());
    }
    CallBuilder.Prepared p = f.calls.prepare(c);
    boolean plain = p.args().isEmpty() && p.results().isEmpty();
    return switch (p.target()) {
      case IrStmt.Target.Static t when plain -> new IrExpr.FuncValue(t.symbol(), thunk());
      case IrStmt.Target.Closure t when plain -> IrExprs.retype(f.cheap(t.fn()), thunk());
      case IrStmt.Target.Method m -> {
        // A nil interface panics here, not when the call happens.
        IrExpr tab = f.cheap(m.itab());
        f.calls.nilCheck(new IrExpr.Convert(tab, f.rt.pointer));
        yield wrap(p, new IrStmt.Target.Method(tab, m.index()), s, site);
      }
      case IrStmt.Target.Static t -> wrap(p, t, s, site);
      case IrStmt.Target.Closure t -> wrap(p, t, s, site);
    };
  }

  private static boolean noResults(Signature sig) {
    return sig.results().size() == 0;
  }

  /** The closure under construction: captures, and how its function reads them. */
  private final class Thunk {
    final List<ClosureBuilder.Capture> captures = new ArrayList<>();
    final List<IrExpr> values = new ArrayList<>();

    /** Evaluates {@code e} now; the index under which it is kept, or -1 if it needs no keeping. */
    int keep(IrExpr e) {
      if (IrExprs.isFixed(e) && !(e instanceof IrExpr.AddrOf)) {
        values.add(e);
        return -1;
      }
      captures.add(new ClosureBuilder.Capture("a" + captures.size(), e));
      values.add(e);
      return captures.size() - 1;
    }
  }

  private FuncBuilder wrapper(Stmt.CallStmt s) {
    FuncBuilder o = f;
    o.wrappers++;
    String base = o.name + (s.isDefer() ? ".deferwrap" : ".gowrap") + o.wrappers;
    return f.inner(f.unit.symbols.unique(base), base, IrFunc.Kind.WRAPPER, s.pos());
  }

  private IrExpr close(FuncBuilder g, List<ClosureBuilder.Capture> captures, AllocSite site) {
    g.emit(new IrStmt.Return(g.pos));
    f.unit.add(g.finish(g.pos, g.pos, !captures.isEmpty()), IrFunc.Kind.WRAPPER);
    if (captures.isEmpty()) {
      return new IrExpr.FuncValue(g.symbol, thunk());
    }
    return f.cheap(f.closures.object(g.symbol, captures, site, thunk()));
  }

  private IrExpr wrap(CallBuilder.Prepared p, IrStmt.Target target, Stmt.CallStmt s, AllocSite site) {
    Thunk t = new Thunk();
    int fn =
        switch (target) {
          case IrStmt.Target.Static x -> -1;
          case IrStmt.Target.Closure c -> t.keep(c.fn());
          case IrStmt.Target.Method m -> t.keep(m.itab());
        };
    List<Integer> at = new ArrayList<>();
    List<IrExpr> args = new ArrayList<>(p.args());
    for (IrExpr a : args) {
      at.add(t.keep(a));
    }
    FuncBuilder g = wrapper(s);
    IrExpr ctx = t.captures.isEmpty() ? null : f.closures.context(g, f.closures.closureType(t.captures));
    List<IrExpr> inside = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      inside.add(at.get(i) < 0 || ctx == null ? args.get(i) : f.closures.load(ctx, t.captures, at.get(i)));
    }
    IrStmt.Target to =
        switch (target) {
          case IrStmt.Target.Static x -> x;
          case IrStmt.Target.Closure c ->
              fn < 0 || ctx == null ? c : new IrStmt.Target.Closure(f.closures.load(ctx, t.captures, fn));
          case IrStmt.Target.Method m ->
              fn < 0 || ctx == null
                  ? m
                  : new IrStmt.Target.Method(f.closures.load(ctx, t.captures, fn), m.index());
        };
    List<@org.jspecify.annotations.Nullable Var> none = new ArrayList<>();
    for (RType r : p.results()) {
      none.add(null);
    }
    g.emit(new IrStmt.Call(to, inside, none, p.results(), s.pos()));
    return close(g, t.captures, site);
  }

  /** A deferred builtin: its operands are values now, and the call is built in the wrapper with them. */
  private IrExpr builtin(Expr.CallExpr c, BuiltinId id, Stmt.CallStmt s, AllocSite site) {
    Thunk t = new Thunk();
    List<Integer> at = new ArrayList<>();
    List<Ordered> ordered = new ArrayList<>();
    for (int i = 0; i < c.args().size(); i++) {
      ordered.add(f.exprs.converted(c.args().get(i), operandType(c, id, i)));
    }
    for (Ordered o : ordered) {
      at.add(t.keep(o.get()));
    }
    FuncBuilder g = wrapper(s);
    IrExpr ctx = t.captures.isEmpty() ? null : f.closures.context(g, f.closures.closureType(t.captures));
    for (int i = 0; i < at.size(); i++) {
      IrExpr v = at.get(i) < 0 || ctx == null ? t.values.get(i) : f.closures.load(ctx, t.captures, at.get(i));
      g.give(c.args().get(i), v);
    }
    if (id == BuiltinId.PANIC) {
      // The operand is an interface already.
      g.runtime(dev.gomem.layout.RuntimeFn.PANIC, List.of(java.util.Objects.requireNonNull(g.given(c.args().get(0)))), null);
      g.emit(new IrStmt.Unreachable(g.pos));
    } else {
      g.builtins.statement(c, id);
    }
    return close(g, t.captures, site);
  }

  private Type operandType(Expr.CallExpr c, BuiltinId id, int i) {
    Type own = f.type(c.args().get(i));
    return switch (id) {
      case PANIC -> Universe.ANY;
      case DELETE -> i == 1 ? ((MapType) f.under(c.args().get(0))).key() : own;
      case APPEND -> i > 0 && !c.hasDots() ? ((Slice) f.under(c)).elem() : own;
      default -> own;
    };
  }

  private IrExpr emptyFunction(Stmt.CallStmt s, AllocSite site) {
    return close(wrapper(s), List.of(), site);
  }
}

package dev.gomem.ir;

import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Phrase;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Array;
import dev.gomem.types.BuiltinId;
import dev.gomem.types.MapType;
import dev.gomem.types.Obj;
import dev.gomem.types.Selection;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code defer} and {@code go}: everything the call needs is evaluated now; what happens later is a
 * func value without parameters and results. Unless the call is one already, it becomes a closure
 * of the compiler's that holds the operands (gc: typecheck.normalizeGoDeferCall; named deferwrap1,
 * gowrap1).
 */
final class DeferBuilder {
  private final FuncBuilder f;

  DeferBuilder(FuncBuilder f) {
    this.f = f;
  }

  void statement(Stmt.CallStmt s) {
    AllocSite.Kind kind = s.isDefer() ? AllocSite.Kind.DEFER : AllocSite.Kind.GO;
    AllocSite known = f.escape.site(s, kind);
    boolean onHeap = !s.isDefer() || (known != null ? f.heap(known) : f.loopDepth > 1);
    AllocSite site = known != null ? known : site(kind, onHeap);
    IrExpr fn = value((Expr.CallExpr) ExprBuilder.unparen(s.call()), s, site);
    Obj.Var at = f.info.deferAt(s);
    if (at != null) {
      IrExpr token = f.exprs.variable(at);
      f.runtime(RuntimeFn.DEFER_PROC_AT, List.of(fn, token), null);
    } else if (s.isDefer()) {
      f.emit(new IrStmt.Defer(fn, onHeap, f.pos));
    } else {
      f.emit(new IrStmt.Go(fn, f.pos));
    }
  }

  private AllocSite site(AllocSite.Kind kind, boolean heap) {
    AllocSite.Verdict v =
        heap
            ? new AllocSite.Verdict(true, Phrase.of("why.dead"), List.of())
            : AllocSite.Verdict.STACK;
    return new AllocSite(f.pos, kind, kind.text(), f.name, true, v, v);
  }

  private RType thunk() {
    return f.unit.layouts.table().funcOf(List.of(), List.of(), false);
  }

  private IrExpr value(Expr.CallExpr c, Stmt.CallStmt s, AllocSite site) {
    Obj.Builtin b = f.calls.builtin(c);
    if (b != null) {
      return new Thunk(c, s).builtin(b.id(), site);
    }
    if (!f.calls.isPlain(c)) {
      f.assigns.discard(f.exprs.expr(c)); // a conversion: nothing is left to call
      return new Thunk(c, s).close(site);
    }
    Signature sig = f.calls.signature(c);
    Expr fun = ExprBuilder.unparen(c.fun());
    boolean method = f.calls.selection(fun, Selection.Kind.METHOD_VAL) != null;
    if (sig.params().size() + sig.results().size() == 0 && !method) {
      return switch (f.calls.prepare(c).target()) {
        case IrStmt.Target.Static t -> new IrExpr.FuncValue(t.symbol(), thunk());
        case IrStmt.Target.Closure t -> IrExprs.retype(f.cheap(t.fn()), thunk());
        case IrStmt.Target.Method t -> throw new IllegalStateException("method");
      };
    }
    return new Thunk(c, s).call(sig, fun, site);
  }

  /**
   * The closure under construction. Operands that are literals of structs, arrays and slices, also
   * the slice of a variadic call, are made inside the function from their captured elements; all
   * others are captured.
   */
  private final class Thunk {
    private final Expr.CallExpr call;
    private final Stmt.CallStmt stmt;
    private final FuncBuilder g;
    private final List<Operand> operands = new ArrayList<>();
    private final List<ClosureBuilder.Capture> captures = new ArrayList<>();

    /** An operand evaluated now, and what to do with its value inside. */
    private record Operand(Ordered value, Consumer<IrExpr> use, boolean literal) {}

    Thunk(Expr.CallExpr call, Stmt.CallStmt stmt) {
      this.call = call;
      this.stmt = stmt;
      FuncBuilder naming = f.loopOf != null ? f.loopOf : f;
      String base = naming.name + (stmt.isDefer() ? ".deferwrap" : ".gowrap") + ++naming.wrappers;
      g = f.inner(f.unit.symbols.unique(base), base, IrFunc.Kind.WRAPPER, stmt.pos());
    }

    void keep(Ordered value, Consumer<IrExpr> use) {
      operands.add(new Operand(value, use, false));
    }

    private void keep(Expr e, Ordered value, Consumer<IrExpr> use) {
      operands.add(new Operand(value, use, ExprBuilder.unparen(e) instanceof Expr.FuncLit));
    }

    /** Operand {@code e} of type {@code type}, known to the function inside by its node. */
    void keep(Expr e, Type type) {
      Type t = f.env.apply(type);
      boolean inside = f.constant(e) != null || f.calls.isNewOfType(e);
      if (inside && !InterfaceBuilder.isInterface(t) || f.exprs.isNil(e)) {
        return;
      }
      if (ExprBuilder.unparen(e) instanceof Expr.CompositeLit l
          && !InterfaceBuilder.isInterface(t)) {
        Type lt = l.type() != null ? f.type(l) : t;
        if (elements(l, lt)) {
          return;
        }
      }
      keep(e, f.exprs.converted(e, t), v -> g.give(e, v));
    }

    /** The elements of a literal; false if it must be made now. */
    private boolean elements(Expr.CompositeLit l, Type t) {
      switch (t.underlying()) {
        case Struct s -> {
          for (int i = 0; i < l.elems().size(); i++) {
            Expr e = l.elems().get(i);
            int field =
                e instanceof Expr.KeyValueExpr kv
                    ? f.composites.fieldIndex(s, (Expr.Name) kv.key())
                    : i;
            keep(e instanceof Expr.KeyValueExpr kv ? kv.value() : e, s.field(field).type());
          }
          return true;
        }
        case Array a ->
            l.elems()
                .forEach(e -> keep(e instanceof Expr.KeyValueExpr kv ? kv.value() : e, a.elem()));
        case Slice x ->
            l.elems()
                .forEach(e -> keep(e instanceof Expr.KeyValueExpr kv ? kv.value() : e, x.elem()));
        default -> {
          return false;
        }
      }
      return true;
    }

    /** Evaluates the operands here and hands them to the function inside. */
    private void open() {
      List<IrExpr> values = new ArrayList<>();
      List<Integer> slots = new ArrayList<>();
      for (Operand o : operands) {
        IrExpr v = o.value().get();
        values.add(v);
        // gc captures a function literal even if it is no more than a constant.
        boolean fixed = IrExprs.isFixed(v) && !(v instanceof IrExpr.AddrOf) && !o.literal();
        slots.add(fixed ? -1 : captures.size());
        if (!fixed) {
          captures.add(new ClosureBuilder.Capture("a" + captures.size(), v));
        }
      }
      IrExpr ctx =
          captures.isEmpty() ? null : f.closures.context(g, f.closures.closureType(captures));
      for (int i = 0; i < values.size(); i++) {
        boolean captured = slots.get(i) >= 0 && ctx != null;
        operands
            .get(i)
            .use()
            .accept(
                captured
                    ? f.closures.load(Objects.requireNonNull(ctx), captures, slots.get(i))
                    : values.get(i));
      }
    }

    IrExpr close(AllocSite site) {
      if (!g.unreachable()) {
        g.emit(new IrStmt.Return(g.pos));
      }
      f.unit.add(g.finish(stmt.pos(), stmt.pos(), !captures.isEmpty()));
      return captures.isEmpty()
          ? new IrExpr.FuncValue(g.symbol, thunk())
          : f.cheap(f.closures.object(g.symbol, captures, site, thunk()));
    }

    IrExpr builtin(BuiltinId id, AllocSite site) {
      for (int i = 0; i < call.args().size(); i++) {
        keep(call.args().get(i), operandType(call, id, i));
      }
      open();
      g.builtins.statement(call, id);
      return close(site);
    }

    IrExpr call(Signature sig, Expr fun, AllocSite site) {
      List<CallBuilder.Receiver> receiver = new ArrayList<>();
      Selection sel = f.calls.selection(fun, Selection.Kind.METHOD_VAL);
      if (sel != null) {
        Expr x = ExprBuilder.unparen(((Expr.SelectorExpr) fun).x());
        // A literal is made inside, of its elements, unless something of it is looked up now.
        boolean own = sel.index().size() == 1;
        if (!(own && x instanceof Expr.CompositeLit l && elements(l, f.type(l)))) {
          receiver((Expr.SelectorExpr) fun, sel, receiver);
        }
      } else if (!f.calls.isStatic(fun)) {
        keep(fun, f.exprs.order(fun), v -> g.give(fun, v));
      }
      List<Ordered> spread = arguments(sig);
      open();
      List<IrExpr> args = new ArrayList<>();
      IrStmt.Target target =
          receiver.isEmpty() ? g.calls.targetOf(fun, args) : g.calls.target(receiver.get(0), args);
      for (Ordered a : spread.isEmpty() ? g.calls.arguments(call, sig) : spread) {
        args.add(a.get());
      }
      List<RType> types = f.unit.layouts.list(sig.results());
      g.emit(new IrStmt.Call(target, args, CallBuilder.dropped(types.size()), types, stmt.pos()));
      return close(site);
    }

    private void receiver(Expr.SelectorExpr x, Selection sel, List<CallBuilder.Receiver> out) {
      Supplier<CallBuilder.Receiver> r = f.calls.receiver(x, sel);
      CallBuilder.Receiver[] now = new CallBuilder.Receiver[1];
      keep(
          () -> {
            now[0] = r.get();
            if (now[0].isInterface()) {
              // A nil interface panics here, not when the call happens.
              f.calls.nilCheck(f.word(now[0].value(), 0, f.rt.pointer));
            }
            return now[0].value();
          },
          v ->
              out.add(
                  new CallBuilder.Receiver(
                      g.cheap(v), now[0].type(), now[0].method(), now[0].isInterface())));
    }

    /**
     * The arguments of {@code f(g())}, as the function inside sees them; else none, and they are
     * kept by node.
     */
    private List<Ordered> arguments(Signature sig) {
      List<Expr> args = call.args();
      int n = sig.params().size();
      if (args.size() == 1 && f.type(args.get(0)) instanceof Tuple t && t.size() != 1) {
        return spread(t, sig);
      }
      for (int i = 0; i < args.size(); i++) {
        Type p = sig.params().at(Math.min(i, n - 1)).type();
        boolean packed = sig.variadic() && !call.hasDots() && i >= n - 1;
        keep(args.get(i), packed ? ((Slice) f.under(p)).elem() : p);
      }
      return List.of();
    }

    private List<Ordered> spread(Tuple t, Signature sig) {
      List<Var> values = f.calls.call((Expr.CallExpr) ExprBuilder.unparen(call.args().get(0)));
      int n = sig.params().size();
      int fixed = sig.variadic() ? n - 1 : n;
      List<Ordered> out = new ArrayList<>();
      List<Ordered> rest = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        Var v = values.get(i);
        Type to =
            i < fixed
                ? sig.params().at(i).type()
                : ((Slice) f.under(sig.params().at(fixed).type())).elem();
        IrExpr[] inside = new IrExpr[1];
        keep(
            f.exprs.convert(
                () -> f.ref(v), t.at(i).type(), to, ExprBuilder.unparen(call.args().get(0)), i),
            x -> inside[0] = x);
        (i < fixed ? out : rest).add(() -> inside[0]);
      }
      if (fixed < n) {
        out.add(g.calls.pack(rest, f.rtype(sig.params().at(fixed).type()), call));
      }
      return out;
    }
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
}

package dev.gomem.codegen;

import dev.gomem.ir.IrExpr;
import dev.gomem.ir.IrFunc;
import dev.gomem.ir.IrStmt;
import dev.gomem.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A temporary that is set once and read once, by the very next statement, is replaced by its value
 * there, if computing that cannot panic: selection then sees the whole expression. Statements
 * evaluate all their operands before they change anything, so the value is the same.
 */
final class Forwarding {
  private final Map<Var, int[]> counts = new IdentityHashMap<>();

  private Forwarding() {}

  /** The statements of a function, with fewer temporaries. */
  static List<IrStmt> run(IrFunc f) {
    Forwarding w = new Forwarding();
    for (IrStmt s : f.body()) {
      w.count(s);
    }
    ArrayDeque<IrStmt> out = new ArrayDeque<>();
    for (int i = f.body().size() - 1; i >= 0; i--) {
      IrStmt s = f.body().get(i);
      IrStmt next = out.peekFirst();
      IrStmt both = next == null ? null : w.forwarded(s, next);
      if (both != null) {
        out.removeFirst();
        s = both;
      }
      out.addFirst(s);
    }
    return new ArrayList<>(out);
  }

  private static final int DEFS = 0;
  private static final int USES = 1;

  private void add(@Nullable Var v, int what) {
    if (v != null) {
      counts.computeIfAbsent(v, _ -> new int[2])[what]++;
    }
  }

  private void uses(IrExpr e) {
    if (e instanceof IrExpr.VarRef r) {
      add(r.v(), USES);
    }
    for (IrExpr c : Trees.children(e)) {
      uses(c);
    }
  }

  private void count(IrStmt s) {
    switch (s) {
      case IrStmt.Assign a -> {
        if (a.place() instanceof IrExpr.VarRef r) {
          add(r.v(), DEFS);
        } else {
          uses(a.place());
        }
        uses(a.value());
      }
      case IrStmt.New n -> add(n.dst(), DEFS);
      case IrStmt.Call c -> {
        target(c.target());
        c.args().forEach(this::uses);
        c.results().forEach(v -> add(v, DEFS));
      }
      case IrStmt.Runtime r -> {
        r.args().forEach(this::uses);
        r.results().forEach(v -> add(v, DEFS));
      }
      case IrStmt.Branch b -> uses(b.cond());
      case IrStmt.Defer d -> uses(d.fn());
      case IrStmt.Go g -> uses(g.fn());
      case IrStmt.VarStart v -> keep(v.v());
      case IrStmt.VarEnd v -> keep(v.v());
      case IrStmt.Mark _,
          IrStmt.LabelDef _,
          IrStmt.Jump _,
          IrStmt.Return _,
          IrStmt.RunDefers _,
          IrStmt.Unreachable _ -> {}
    }
  }

  private void target(IrStmt.Target t) {
    switch (t) {
      case IrStmt.Target.Static _ -> {}
      case IrStmt.Target.Closure c -> uses(c.fn());
      case IrStmt.Target.Method m -> uses(m.itab());
    }
  }

  /** A variable with a scope is shown: it stays. */
  private void keep(Var v) {
    add(v, DEFS);
    add(v, DEFS);
  }

  private @Nullable IrStmt forwarded(IrStmt s, IrStmt next) {
    if (!(s instanceof IrStmt.Assign a) || !(a.place() instanceof IrExpr.VarRef r)) {
      return null;
    }
    Var v = r.v();
    int[] n = counts.get(v);
    if (v.kind() != Var.Kind.TEMP || v.addressed() || v.boxed() || v.site() != null || n == null) {
      return null;
    }
    if (n[DEFS] != 1
        || n[USES] != 1
        || Trees.canTrap(a.value())
        || Trees.mentionsContext(a.value())) {
      return null;
    }
    IrExpr value =
        a.value().type() == v.type() ? a.value() : new IrExpr.Convert(a.value(), v.type());
    if (!Trees.sameRepresentation(a.value().type(), v.type())) {
      return null;
    }
    return switch (next) {
      case IrStmt.Assign x when Trees.mentions(x.value(), v) ->
          new IrStmt.Assign(x.place(), with(x.value(), v, value), x.pos());
      case IrStmt.Assign x
          when !(x.place() instanceof IrExpr.VarRef) && Trees.mentions(x.place(), v) ->
          new IrStmt.Assign(with(x.place(), v, value), x.value(), x.pos());
      case IrStmt.Branch x when Trees.mentions(x.cond(), v) ->
          new IrStmt.Branch(with(x.cond(), v, value), x.yes(), x.no(), x.pos());
      case IrStmt.Call x when mention(x.args(), v) ->
          new IrStmt.Call(
              x.target(), with(x.args(), v, value), x.results(), x.resultTypes(), x.pos());
      case IrStmt.Runtime x when mention(x.args(), v) ->
          new IrStmt.Runtime(
              x.fn(),
              with(x.args(), v, value),
              x.results(),
              x.resultTypes(),
              x.aux(),
              x.site(),
              x.pos());
      default -> null;
    };
  }

  private static boolean mention(List<IrExpr> l, Var v) {
    return l.stream().anyMatch(e -> Trees.mentions(e, v));
  }

  private static List<IrExpr> with(List<IrExpr> l, Var v, IrExpr value) {
    return l.stream().map(e -> with(e, v, value)).toList();
  }

  private static @Nullable IrExpr withOptional(@Nullable IrExpr e, Var v, IrExpr value) {
    return e == null ? null : with(e, v, value);
  }

  /** {@code e} with {@code value} in place of the variable. */
  private static IrExpr with(IrExpr e, Var v, IrExpr value) {
    if (!Trees.mentions(e, v)) {
      return e;
    }
    return switch (e) {
      case IrExpr.VarRef _ -> value;
      case IrExpr.Const _,
          IrExpr.StringConst _,
          IrExpr.Zero _,
          IrExpr.GlobalRef _,
          IrExpr.FuncValue _,
          IrExpr.CodeAddr _,
          IrExpr.ReadOnly _,
          IrExpr.TypeWord _,
          IrExpr.ItabWord _,
          IrExpr.Context _ ->
          e;
      case IrExpr.Deref d -> new IrExpr.Deref(with(d.ptr(), v, value), d.offset(), d.type());
      case IrExpr.Field f -> new IrExpr.Field(with(f.x(), v, value), f.offset(), f.type());
      case IrExpr.Index i ->
          new IrExpr.Index(with(i.x(), v, value), with(i.index(), v, value), i.type());
      case IrExpr.PtrIndex p ->
          new IrExpr.PtrIndex(
              with(p.ptr(), v, value), p.len(), with(p.index(), v, value), p.type());
      case IrExpr.AddrOf a -> new IrExpr.AddrOf(with(a.place(), v, value), a.type());
      case IrExpr.Unary u -> new IrExpr.Unary(u.op(), with(u.x(), v, value), u.type());
      case IrExpr.Binary b ->
          new IrExpr.Binary(b.op(), with(b.x(), v, value), with(b.y(), v, value), b.type());
      case IrExpr.Convert c -> new IrExpr.Convert(with(c.x(), v, value), c.type());
      case IrExpr.Word w -> new IrExpr.Word(with(w.x(), v, value), w.index(), w.type());
      case IrExpr.Compose c -> new IrExpr.Compose(with(c.words(), v, value), c.type());
      case IrExpr.SliceOf s ->
          new IrExpr.SliceOf(
              with(s.x(), v, value),
              withOptional(s.lo(), v, value),
              withOptional(s.hi(), v, value),
              withOptional(s.max(), v, value),
              s.type());
      case IrExpr.Intrinsic i -> new IrExpr.Intrinsic(i.name(), with(i.x(), v, value), i.type());
    };
  }
}

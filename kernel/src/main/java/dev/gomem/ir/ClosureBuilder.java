package dev.gomem.ir;

import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Obj;
import dev.gomem.types.Selection;
import dev.gomem.types.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Function literals and method values: the object {code address, captures} and the function that
 * finds its captures in it. A variable captured by value is copied into the closure's frame; one
 * captured by reference is boxed there: its slot holds the variable's address (gc: walk/closure.go,
 * escape's capture decisions).
 */
final class ClosureBuilder {
  private final FuncBuilder f;

  ClosureBuilder(FuncBuilder f) {
    this.f = f;
  }

  /** What goes into a closure object, and under which name. */
  record Capture(String name, IrExpr value) {}

  Ordered literal(Expr.FuncLit l) {
    RType t = f.rtype(l);
    List<Obj.Var> captured = f.escape.captures(l);
    boolean range = f.info.isRangeBody(l);
    FuncBuilder naming = naming();
    String base =
        range
            ? naming.name + "-range" + ++naming.rangeBodies
            : naming.name + (naming.outer == null ? ".func" : ".") + ++naming.literals;
    String symbol = f.unit.symbols.unique(base);
    IrFunc.Kind kind = f.unit.options.library() ? IrFunc.Kind.LIBRARY : IrFunc.Kind.USER;
    FuncBuilder g = f.inner(symbol, base, kind, l.pos());
    g.loopOf = range ? naming : null;
    List<Capture> captures = new ArrayList<>();
    List<Runnable> binds = new ArrayList<>();
    List<RType> slots = new ArrayList<>();
    for (Obj.Var o : captured) {
      Var outer = f.find(o);
      if (outer == null) {
        throw new IllegalStateException(
            "captured variable " + o.name() + " is unknown at " + l.pos());
      }
      boolean byValue = f.escape.capturedByValue(l, o);
      captures.add(new Capture(o.name(), byValue ? f.place(outer) : f.address(outer)));
      slots.add(byValue ? outer.type() : f.rt.pointerTo(outer.type()));
      boolean hidden = f.info.isHidden(o);
      Var inner =
          new Var(
              hidden ? "" : o.name(),
              outer.type(),
              hidden ? Var.Kind.TEMP : Var.Kind.CAPTURE,
              o.pos(),
              !byValue,
              false,
              byValue ? null : outer.site());
      binds.add(() -> {
        g.bind(o, inner);
        g.addLocal(inner);
      });
    }
    build(g, l, captured, binds, captures, slots);
    f.unit.add(g.finish(l.pos(), l.body().rbrace(), !captured.isEmpty()));
    if (captured.isEmpty()) {
      return () -> new IrExpr.FuncValue(symbol, t);
    }
    return () -> object(symbol, captures, f.site(l, AllocSite.Kind.CLOSURE, "func literal"), t);
  }

  private void build(
      FuncBuilder g,
      Expr.FuncLit l,
      List<Obj.Var> captured,
      List<Runnable> binds,
      List<Capture> captures,
      List<RType> slots) {
    // Not an instance of it, whose variables would be others than the body's.
    Signature sig = (Signature) f.info.typeOf(l).underlying();
    if (!captured.isEmpty()) {
      IrExpr ctx = context(g, closureType(captures));
      binds.forEach(Runnable::run);
      for (int i = 0; i < captured.size(); i++) {
        Var v = Objects.requireNonNull(g.find(captured.get(i)));
        g.assign(new IrExpr.VarRef(v, slots.get(i)), load(ctx, captures, i));
        g.emit(new IrStmt.VarStart(v));
      }
    }
    g.stmts.function(sig, null, l.body());
  }

  /** The function whose name and numbers a literal has (gc: ir.closureName). */
  FuncBuilder naming() {
    FuncBuilder o = f;
    while (o.kind == IrFunc.Kind.WRAPPER && o.outer != null) {
      o = o.outer;
    }
    return o.loopOf != null ? o.loopOf : o;
  }

  RType closureType(List<Capture> captures) {
    List<String> names = new ArrayList<>();
    List<RType> types = new ArrayList<>();
    for (Capture c : captures) {
      names.add(c.name());
      types.add(c.value().type());
    }
    return f.rt.closure(names, types);
  }

  /** The closure object inside its function: the first thing it does. */
  IrExpr context(FuncBuilder g, RType closure) {
    Var ctx = g.temp(f.rt.pointerTo(closure));
    g.assign(g.ref(ctx), new IrExpr.Context(ctx.type()));
    return g.ref(ctx);
  }

  /** Capture {@code i} inside the function. */
  IrExpr load(IrExpr ctx, List<Capture> captures, int i) {
    RType.Field field = closureType(captures).fields().get(i + 1);
    return new IrExpr.Deref(ctx, field.offset(), field.type());
  }

  /** Makes the object; a func value. */
  IrExpr object(String symbol, List<Capture> captures, AllocSite site, RType func) {
    RType t = closureType(captures);
    IrExpr place;
    if (f.heap(site)) {
      place = new IrExpr.Deref(f.allocate(t, site), 0, t);
    } else {
      place = f.ref(f.frameTemp(t, site));
      f.assign(place, f.zero(t));
    }
    f.assign(IrExprs.field(place, 0, f.rt.uintptr), new IrExpr.CodeAddr(symbol, f.rt.uintptr));
    for (int i = 0; i < captures.size(); i++) {
      RType.Field field = t.fields().get(i + 1);
      f.assign(IrExprs.field(place, field.offset(), field.type()), captures.get(i).value());
    }
    return new IrExpr.Convert(f.composites.addressOf(place, f.rt.pointerTo(t)), func);
  }

  // method values

  Ordered methodValue(Expr.SelectorExpr s, Selection sel) {
    RType t = f.rtype(s);
    Supplier<CallBuilder.Receiver> receiver = f.calls.receiver(s, sel);
    return () -> {
      f.readsMemory();
      CallBuilder.Receiver r = receiver.get();
      if (r.isInterface()) {
        f.calls.nilCheck(f.word(r.value(), 0, f.rt.pointer));
      }
      String symbol = f.unit.wrappers.bound(r.type(), r.method(), r.isInterface(), f);
      List<Capture> captures = List.of(new Capture("R", r.value()));
      return object(symbol, captures, f.site(s, AllocSite.Kind.METHOD_VALUE, s.sel().value()), t);
    };
  }
}

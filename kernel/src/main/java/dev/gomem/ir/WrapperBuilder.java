package dev.gomem.ir;

import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Pos;
import dev.gomem.types.Interface;
import dev.gomem.types.Lookup;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Struct;
import dev.gomem.types.Type;
import dev.gomem.types.TypeEnv;
import dev.gomem.types.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Functions that only pass a call on (gc: reflectdata's method wrappers): a value method called
 * through a pointer, a promoted method, an interface's method as a function, a bound method. And
 * the method sets that interfaces are filled from.
 */
final class WrapperBuilder {
  private final UnitBuilder unit;

  WrapperBuilder(UnitBuilder unit) {
    this.unit = unit;
  }

  /**
   * The symbol of a function that takes a {@code t} as first argument and calls the method found at
   * {@code index}.
   */
  String methodFunction(Type t, Obj.Func m, List<Integer> index) {
    boolean pointer = Types.unalias(t) instanceof Pointer;
    boolean iface = t.underlying() instanceof Interface;
    if (!iface && index.size() == 1 && CallBuilder.takesPointer(m) == pointer) {
      return unit.methodSymbol(m, t);
    }
    String base = Symbols.receiverName(t) + "." + m.name();
    String identity = unit.layouts.of(t).key() + " " + target(m) + " " + index;
    return unit.symbols.wrapper(identity, base, symbol -> passOn(symbol, base, t, m, index));
  }

  /**
   * Tells methods of one name apart: a declared method by its symbol, an interface's by its name.
   */
  private String target(Obj.Func m) {
    Obj.Var recv = m.signature().recv();
    return recv != null && recv.type().underlying() instanceof Interface
        ? Layouts.methodPkg(m) + "." + m.name()
        : unit.symbols.function(m.origin());
  }

  private FuncBuilder builder(String symbol, String name) {
    return new FuncBuilder(
        unit,
        unit.info,
        unit.escape,
        TypeEnv.EMPTY,
        null,
        symbol,
        name,
        IrFunc.Kind.WRAPPER,
        Pos.NONE);
  }

  private void passOn(String symbol, String name, Type t, Obj.Func m, List<Integer> index) {
    FuncBuilder g = builder(symbol, name);
    Var recv = parameter(g, unit.layouts.of(t), Var.Kind.RECEIVER);
    boolean pointer = t.underlying() instanceof Pointer;
    if (pointer && index.size() == 1) {
      nilReceiver(g, recv, t, m);
    }
    List<IrExpr> args = new ArrayList<>();
    IrStmt.Target target =
        g.calls.target(g.calls.receiver(g.ref(recv), t, new CallBuilder.Method(m, index)), args);
    forward(g, target, args, m);
  }

  private static Var parameter(FuncBuilder g, RType t, Var.Kind kind) {
    Var v = new Var("", t, kind, Pos.NONE, false, false, null);
    g.params.add(v);
    return v;
  }

  /** A value method through a nil pointer panics with a text of its own (gc: runtime.panicwrap). */
  private void nilReceiver(FuncBuilder g, Var recv, Type t, Obj.Func m) {
    Type elem = ((Pointer) t.underlying()).elem();
    String type = Symbols.receiverName(elem);
    String text =
        "value method "
            + type
            + "."
            + m.name()
            + " called using nil *"
            + type.substring(type.indexOf('.') + 1)
            + " pointer";
    IrStmt.Label nil = new IrStmt.Label("nil");
    IrStmt.Label some = new IrStmt.Label("some");
    g.branch(
        g.compare(
            IrExpr.BinaryOp.EQ,
            new IrExpr.Convert(g.ref(recv), g.rt.uintptr),
            new IrExpr.Const(g.rt.uintptr, 0)),
        nil,
        some);
    g.label(nil);
    g.runtime(RuntimeFn.PANIC_WRAP, List.of(g.stringConst(text)), null);
    g.emit(new IrStmt.Unreachable(g.pos));
    g.label(some);
  }

  /** The method's own parameters and results, unchanged. */
  private void forward(FuncBuilder g, IrStmt.Target target, List<IrExpr> args, Obj.Func m) {
    for (RType p : unit.layouts.list(m.signature().params())) {
      args.add(g.ref(parameter(g, p, Var.Kind.PARAM)));
    }
    List<RType> types = unit.layouts.list(m.signature().results());
    List<@Nullable Var> results = new ArrayList<>();
    for (RType r : types) {
      Var v = new Var("", r, Var.Kind.RESULT, Pos.NONE, false, false, null);
      g.results.add(v);
      results.add(v);
    }
    g.emit(new IrStmt.Call(target, args, results, types, g.pos));
    g.emit(new IrStmt.Return(g.pos));
    unit.add(g.finish(Pos.NONE, Pos.NONE, g.hasContext));
  }

  /** The function behind {@code x.M} as a value: the receiver stands in the closure object. */
  String bound(Type recv, Obj.Func m, boolean isInterface, FuncBuilder f) {
    String base = Symbols.receiverName(recv) + "." + m.name() + "-fm";
    String identity = "fm " + unit.layouts.of(recv).key() + " " + target(m);
    return unit.symbols.wrapper(
        identity,
        base,
        symbol -> {
          FuncBuilder g = builder(symbol, base);
          g.hasContext = true;
          RType r = unit.layouts.of(recv);
          RType object = unit.rt.closure(List.of("R"), List.of(r));
          IrExpr ctx = f.closures.context(g, object);
          IrExpr value = g.cheap(new IrExpr.Deref(ctx, object.fields().get(1).offset(), r));
          List<IrExpr> args = new ArrayList<>();
          IrStmt.Target t =
              g.calls.target(new CallBuilder.Receiver(value, recv, m, isInterface), args);
          forward(g, t, args, m);
        });
  }

  // method sets

  private record MethodName(String name, @Nullable Package pkg) {}

  /** The methods of {@code t} for the machine, or null if it has none. */
  IrUnit.@Nullable MethodSet methodSet(Type t) {
    if (t.underlying() instanceof Interface) {
      return null;
    }
    Map<String, MethodName> names = new LinkedHashMap<>();
    collect(t, names, Collections.newSetFromMap(new IdentityHashMap<>()));
    List<IrUnit.Method> methods = new ArrayList<>();
    RType r = unit.layouts.of(t);
    for (MethodName n : names.values()) {
      Lookup.Result found = Lookup.lookupFieldOrMethod(t, false, n.pkg(), n.name());
      if (found.obj() instanceof Obj.Func m && found.index() != null) {
        methods.add(
            new IrUnit.Method(
                m.name(), Layouts.methodPkg(m), unit.layouts.of(m.signature()), entry(t, r, m, n)));
      }
    }
    methods.sort((a, b) -> Layouts.compareMethods(a.name(), a.pkg(), b.name(), b.pkg()));
    return methods.isEmpty() ? null : new IrUnit.MethodSet(r, methods);
  }

  boolean implementsMethods(Type t, RType iface) {
    Map<String, MethodName> names = new LinkedHashMap<>();
    collect(t, names, Collections.newSetFromMap(new IdentityHashMap<>()));
    for (RType.Method want : iface.methods()) {
      MethodName n = names.get(want.pkg() + "." + want.name());
      Obj found = n == null ? null : Lookup.lookupFieldOrMethod(t, false, n.pkg(), n.name()).obj();
      if (!(found instanceof Obj.Func m && unit.layouts.of(m.signature()) == want.type())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The function that takes the data word: the value itself if it is pointer-shaped, else its
   * address.
   */
  private String entry(Type t, RType r, Obj.Func m, MethodName n) {
    Type receiver = r.isDirect() ? t : new Pointer(t);
    Lookup.Result found = Lookup.lookupFieldOrMethod(receiver, false, n.pkg(), n.name());
    return methodFunction(receiver, m, Objects.requireNonNull(found.index()));
  }

  private void collect(Type t, Map<String, MethodName> out, Set<Object> seen) {
    Type u = Types.unalias(t);
    if (u instanceof Pointer p && Types.unalias(p.elem()) instanceof Named) {
      u = Types.unalias(p.elem());
    } else if (u instanceof Pointer p && p.elem().underlying() instanceof Struct) {
      u = Types.unalias(p.elem());
    }
    if (!seen.add(u)) {
      return;
    }
    if (u instanceof Named n) {
      for (Obj.Func m : n.methods()) {
        if (!m.name().equals("_")) {
          out.putIfAbsent(Layouts.methodPkg(m) + "." + m.name(), new MethodName(m.name(), m.pkg()));
        }
      }
    }
    if (u.underlying() instanceof Interface i) {
      for (Obj.Func m : i.methods()) {
        out.putIfAbsent(Layouts.methodPkg(m) + "." + m.name(), new MethodName(m.name(), m.pkg()));
      }
    }
    if (u.underlying() instanceof Struct s) {
      for (Obj.Var field : s.fields()) {
        if (field.embedded()) {
          collect(field.type(), out, seen);
        }
      }
    }
  }
}

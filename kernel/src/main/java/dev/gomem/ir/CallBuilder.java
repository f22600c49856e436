package dev.gomem.ir;

import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Array;
import dev.gomem.types.BuiltinId;
import dev.gomem.types.Info;
import dev.gomem.types.Interface;
import dev.gomem.types.Lookup;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Selection;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.TypeEnv;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls: what is called, receivers with their implicit {@code &} and {@code *}, arguments converted
 * to parameter types and packed if variadic, {@code f(g())}. A call happens when its expression is
 * ordered; its results are temporaries.
 */
final class CallBuilder {
  private final FuncBuilder f;

  CallBuilder(FuncBuilder f) {
    this.f = f;
  }

  /** A call ready to happen: everything it needs is evaluated. */
  record Prepared(IrStmt.Target target, List<IrExpr> args, List<RType> results) {}

  private interface OrderedTarget {
    IrStmt.Target get(List<IrExpr> args);
  }

  Ordered order(Expr.CallExpr c, boolean direct) {
    // What is made for a call is no part of a package variable's static data.
    boolean saved = f.unit.leaveStatic();
    Ordered o = orderCall(c, direct);
    f.unit.restoreStatic(saved);
    return o;
  }

  private Ordered orderCall(Expr.CallExpr c, boolean direct) {
    if (isConversion(c)) {
      return f.conversions.convert(c);
    }
    Obj.Builtin b = builtin(c);
    if (b != null) {
      return f.builtins.order(f.builtins.spread(c), b.id(), direct);
    }
    if (staticFunction(c.fun()) == Universe.DEFER_RANGE_FUNC) {
      IrExpr token = f.runtime(RuntimeFn.DEFER_RANGE_FUNC, List.of(), f.rt.any, null, null);
      return () -> token;
    }
    String name = intrinsic(c);
    if (name != null) {
      Ordered x = f.exprs.converted(c.args().get(0), signature(c).params().at(0).type());
      return () -> new IrExpr.Intrinsic(name, x.get(), f.rt.float64);
    }
    List<Var> results = call(c);
    if (results.size() != 1) {
      throw new IllegalStateException("a single value from " + results.size() + " at " + c.pos());
    }
    return () -> f.ref(results.get(0));
  }

  boolean isConversion(Expr.CallExpr c) {
    Info.TypeAndValue tv = f.info.typeAndValue(ExprBuilder.unparen(c.fun()));
    return tv != null && tv.isType();
  }

  /** The predeclared function it calls, or null. */
  Obj.@Nullable Builtin builtin(Expr.CallExpr c) {
    Expr fun = ExprBuilder.unparen(c.fun());
    Expr.Name n =
        fun instanceof Expr.SelectorExpr s ? s.sel() : fun instanceof Expr.Name m ? m : null;
    return n != null && f.info.use(n) instanceof Obj.Builtin b ? b : null;
  }

  private @Nullable String intrinsic(Expr.CallExpr c) {
    Obj.Func fn = staticFunction(ExprBuilder.unparen(c.fun()));
    Package p = fn == null ? null : fn.pkg();
    return fn != null
            && p != null
            && p.path().equals("math")
            && fn.signature().recv() == null
            && (fn.name().equals("Sqrt") || fn.name().equals("Abs"))
        ? "math." + fn.name()
        : null;
  }

  private Obj.@Nullable Func staticFunction(Expr fun) {
    Expr.Name n =
        switch (fun) {
          case Expr.Name m -> m;
          case Expr.SelectorExpr s when f.info.selection(s) == null -> s.sel();
          case Expr.IndexExpr i when f.under(i.x()) instanceof Signature -> functionName(i.x());
          default -> null;
        };
    return n != null && f.info.use(n) instanceof Obj.Func fn ? fn : null;
  }

  private static Expr.@Nullable Name functionName(Expr e) {
    return switch (ExprBuilder.unparen(e)) {
      case Expr.Name n -> n;
      case Expr.SelectorExpr s -> s.sel();
      default -> null;
    };
  }

  Signature signature(Expr.CallExpr c) {
    return (Signature) f.under(c.fun());
  }

  /** The call as a statement; all results are dropped. */
  void statement(Expr.CallExpr c) {
    if (staticFunction(c.fun()) == Universe.PANIC_RANGE_STATE) {
      IrExpr state = f.exprs.expr(c.args().get(0));
      f.runtime(RuntimeFn.PANIC_RANGE_STATE, List.of(state), null);
      return;
    }
    Prepared p = prepare(c);
    emit(p, dropped(p.results().size()), c);
  }

  /** Nobody wants the results. */
  static List<@Nullable Var> dropped(int n) {
    return Collections.nCopies(n, null);
  }

  private void emit(Prepared p, List<@Nullable Var> results, Expr.CallExpr c) {
    f.emit(new IrStmt.Call(p.target(), p.args(), results, p.results(), c.pos()));
  }

  /** The call, its results in fresh temporaries. */
  List<Var> call(Expr.CallExpr c) {
    Prepared p = prepare(c);
    List<Var> vars = new ArrayList<>();
    for (RType r : p.results()) {
      vars.add(f.temp(r));
    }
    emit(p, new ArrayList<@Nullable Var>(vars), c);
    return vars;
  }

  /** The call, its only result straight into {@code dst}, if the types allow it. */
  void callInto(Expr.CallExpr c, Var dst) {
    Prepared p = prepare(c);
    if (p.results().get(0) == dst.type()) {
      List<@Nullable Var> one = new ArrayList<>();
      one.add(dst);
      emit(p, one, c);
      return;
    }
    Var t = f.temp(p.results().get(0));
    List<@Nullable Var> one = new ArrayList<>();
    one.add(t);
    emit(p, one, c);
    f.assign(f.ref(dst), IrExprs.retype(f.ref(t), dst.type()));
  }

  /**
   * A call of a declared or anonymous function or a method: no conversion, no builtin, no
   * intrinsic.
   */
  boolean isPlain(Expr.CallExpr c) {
    return !isConversion(c)
        && builtin(c) == null
        && intrinsic(c) == null
        && staticFunction(c.fun()) != Universe.DEFER_RANGE_FUNC;
  }

  Prepared prepare(Expr.CallExpr c) {
    Signature sig = signature(c);
    OrderedTarget target = target(ExprBuilder.unparen(c.fun()));
    List<Ordered> ordered = arguments(c, sig);
    List<IrExpr> args = new ArrayList<>();
    IrStmt.Target t = target.get(args);
    args.addAll(f.inOrder(ordered));
    List<RType> results = new ArrayList<>();
    for (Obj.Var r : sig.results().vars()) {
      results.add(f.rtype(r.type()));
    }
    return new Prepared(t, args, results);
  }

  // what is called

  /** {@code new(T)}, and not {@code new(x)}. */
  boolean isNewOfType(Expr e) {
    if (!(ExprBuilder.unparen(e) instanceof Expr.CallExpr c && c.args().size() == 1)) {
      return false;
    }
    Obj.Builtin b = builtin(c);
    Info.TypeAndValue tv = f.info.typeAndValue(c.args().get(0));
    return b != null && b.id() == BuiltinId.NEW && tv != null && tv.isType();
  }

  /** A function known by name: nothing of it is evaluated. */
  boolean isStatic(Expr fun) {
    return staticFunction(fun) != null || selection(fun, Selection.Kind.METHOD_EXPR) != null;
  }

  /** The selection if {@code fun} is one of that kind, else null. */
  @Nullable Selection selection(Expr fun, Selection.Kind kind) {
    Selection sel = fun instanceof Expr.SelectorExpr s ? f.info.selection(s) : null;
    return sel != null && sel.kind() == kind ? sel : null;
  }

  IrStmt.Target targetOf(Expr fun, List<IrExpr> args) {
    return target(fun).get(args);
  }

  private OrderedTarget target(Expr fun) {
    IrExpr given = f.given(fun);
    if (given != null) {
      return args -> new IrStmt.Target.Closure(given);
    }
    Obj.Func fn = staticFunction(fun);
    if (fn != null) {
      Expr.Name n = fun instanceof Expr.IndexExpr i ? functionName(i.x()) : functionName(fun);
      IrStmt.Target t = new IrStmt.Target.Static(functionSymbol(fn, Objects.requireNonNull(n)));
      return args -> t;
    }
    if (fun instanceof Expr.SelectorExpr s) {
      Selection sel = Objects.requireNonNull(f.info.selection(s));
      switch (sel.kind()) {
        case METHOD_VAL -> {
          return method(s, sel);
        }
        case METHOD_EXPR -> {
          IrStmt.Target t = new IrStmt.Target.Static(methodExprSymbol(s, sel));
          return args -> t;
        }
        case FIELD_VAL -> {}
      }
    }
    Ordered value = f.exprs.order(fun);
    return args -> new IrStmt.Target.Closure(value.get());
  }

  /**
   * A method with its receiver as the machine wants it; found anew where the receiver's type was a
   * type parameter.
   */
  record Method(Obj.Func func, List<Integer> index) {}

  Method resolve(Expr.SelectorExpr s, Selection sel, Type recv) {
    Obj.Func m = (Obj.Func) sel.obj();
    if (f.env == TypeEnv.EMPTY) {
      return new Method(m, sel.index());
    }
    Lookup.Result r = Lookup.lookupFieldOrMethod(recv, true, m.pkg(), m.name());
    List<Integer> index = r.index();
    if (r.obj() instanceof Obj.Func found && index != null) {
      return new Method(found, index);
    }
    throw new IllegalStateException("no method " + m.name() + " of " + recv);
  }

  /**
   * Evaluates the receiver of {@code x.M}: the value the method takes, or for an interface the
   * interface value.
   */
  record Receiver(IrExpr value, Type type, Obj.Func method, boolean isInterface) {}

  Supplier<Receiver> receiver(Expr.SelectorExpr s, Selection sel) {
    Type base = f.type(s.x());
    Method m = resolve(s, sel, base);
    Ordered x = f.exprs.order(s.x());
    return () -> receiver(x.get(), base, m);
  }

  Receiver receiver(IrExpr x, Type base, Method m) {
    int n = m.index().size() - 1;
    Type t = f.exprs.pathType(base, m.index(), n);
    IrExpr v = f.exprs.path(x, base, m.index(), n);
    if (t.underlying() instanceof Interface) {
      return new Receiver(f.cheap(v), t, m.func(), true);
    }
    boolean wantsPointer = takesPointer(m.func());
    if (t.underlying() instanceof Pointer p) {
      Type elem = f.env.apply(p.elem());
      return wantsPointer
          ? new Receiver(v, t, m.func(), false)
          : new Receiver(IrExprs.deref(v, f.rtype(elem)), elem, m.func(), false);
    }
    return wantsPointer
        ? new Receiver(addressOfPlace(v), new Pointer(t), m.func(), false)
        : new Receiver(v, t, m.func(), false);
  }

  private IrExpr addressOfPlace(IrExpr place) {
    RType p = f.rt.pointerTo(place.type());
    return place instanceof IrExpr.Deref d
            && d.offset() == 0
            && d.ptr() instanceof IrExpr.VarRef v
            && v.v().boxed()
        ? IrExprs.retype(d.ptr(), p)
        : new IrExpr.AddrOf(place, p);
  }

  static boolean takesPointer(Obj.Func m) {
    Obj.Var recv = m.signature().recv();
    return recv != null && Types.unalias(recv.type()) instanceof Pointer;
  }

  private OrderedTarget method(Expr.SelectorExpr s, Selection sel) {
    if (Types.unalias(f.info.typeOf(s.x())) instanceof TypeParam
        && !(f.under(s.x()) instanceof Interface)) {
      // gc finds it in the dictionary: the function that takes the type argument itself.
      String symbol = methodExprSymbol(s, sel);
      Ordered x = f.exprs.order(s.x());
      return args -> {
        args.add(x.get());
        return new IrStmt.Target.Static(symbol);
      };
    }
    Supplier<Receiver> receiver = receiver(s, sel);
    return args -> {
      Receiver r = receiver.get();
      return target(r, args);
    };
  }

  /** Adds the receiver to the arguments. */
  IrStmt.Target target(Receiver r, List<IrExpr> args) {
    if (r.isInterface()) {
      args.add(f.word(r.value(), 1, f.rt.pointer));
      return new IrStmt.Target.Method(
          f.word(r.value(), 0, f.rt.uintptr), methodIndex(f.rtype(r.type()), r.method()));
    }
    args.add(r.value());
    return new IrStmt.Target.Static(f.unit.methodSymbol(r.method(), r.type()));
  }

  static int methodIndex(RType iface, Obj.Func m) {
    String pkg = Layouts.methodPkg(m);
    for (int i = 0; i < iface.methods().size(); i++) {
      RType.Method im = iface.methods().get(i);
      if (im.name().equals(m.name()) && im.pkg().equals(pkg)) {
        return i;
      }
    }
    throw new IllegalStateException(iface + " has no method " + m.name());
  }

  /** The symbol of a function named by {@code n}; an instance if it is generic. */
  String functionSymbol(Obj.Func fn, Expr.Name n) {
    Info.Instance inst = f.info.instance(n);
    return inst != null
        ? f.unit.instance(fn, f.env.applyAll(inst.typeArgs()))
        : f.unit.symbols.function(fn);
  }

  /** {@code T.M} as a function of the receiver and the parameters. */
  String methodExprSymbol(Expr.SelectorExpr s, Selection sel) {
    Type t = f.type(s.x());
    Method m = resolve(s, sel, t);
    return f.unit.wrappers.methodFunction(t, m.func(), m.index());
  }

  // arguments

  List<Ordered> arguments(Expr.CallExpr c, Signature sig) {
    Tuple params = sig.params();
    List<Expr> args = c.args();
    if (args.size() == 1 && f.type(args.get(0)) instanceof Tuple t && t.size() != 1) {
      return spread((Expr.CallExpr) ExprBuilder.unparen(args.get(0)), t, c, sig);
    }
    int fixed = sig.variadic() && !c.hasDots() ? params.size() - 1 : params.size();
    List<Ordered> out = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      out.add(f.exprs.converted(args.get(i), params.at(i).type()));
    }
    if (fixed < params.size()) {
      Type elem = ((Slice) f.under(params.at(fixed).type())).elem();
      List<Ordered> rest = new ArrayList<>();
      for (Expr a : args.subList(fixed, args.size())) {
        rest.add(f.exprs.converted(a, elem));
      }
      out.add(pack(rest, f.rtype(params.at(fixed).type()), c));
    }
    return out;
  }

  /** The results of one call as the arguments of another. */
  private List<Ordered> spread(Expr.CallExpr inner, Tuple types, Expr.CallExpr c, Signature sig) {
    List<Var> values = call(inner);
    Tuple params = sig.params();
    int fixed = sig.variadic() ? params.size() - 1 : params.size();
    List<Ordered> out = new ArrayList<>();
    List<Ordered> rest = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Var v = values.get(i);
      Type to = i < fixed ? params.at(i).type() : ((Slice) f.under(params.at(fixed).type())).elem();
      (i < fixed ? out : rest)
          .add(f.exprs.convert(() -> f.ref(v), types.at(i).type(), to, inner, i));
    }
    if (fixed < params.size()) {
      out.add(pack(rest, f.rtype(params.at(fixed).type()), c));
    }
    return out;
  }

  Ordered pack(List<Ordered> elems, RType slice, Expr.CallExpr c) {
    if (elems.isEmpty()) {
      return () -> f.zero(slice);
    }
    return () -> {
      AllocSite site = f.site(c, AllocSite.Kind.VARIADIC, "... argument");
      IrExpr array = f.composites.backing(f.rt.arrayOf(elems.size(), slice.elem()), site, false);
      for (int i = 0; i < elems.size(); i++) {
        f.assign(IrExprs.field(array, i * slice.elem().size(), slice.elem()), elems.get(i).get());
      }
      return f.composites.sliceOf(array, slice, elems.size());
    };
  }

  /** A nil check where gc makes one without reading memory. */
  void nilCheck(IrExpr pointer) {
    f.runtime(RuntimeFn.NIL_CHECK, List.of(pointer), null);
  }

  /** The length an array or pointer to an array has by its type, or -1. */
  static long arrayLen(Type t) {
    return t.underlying() instanceof Array a
        ? a.len()
        : t.underlying() instanceof Pointer p && p.elem().underlying() instanceof Array a
            ? a.len()
            : -1;
  }
}

package dev.gomem.ir;

import dev.gomem.escape.Escape;
import dev.gomem.escape.EscapeResult;
import dev.gomem.escape.Generics;
import dev.gomem.escape.Placement;
import dev.gomem.layout.RType;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.Stage;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Context;
import dev.gomem.types.Info;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Struct;
import dev.gomem.types.Type;
import dev.gomem.types.TypeEnv;
import dev.gomem.types.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One unit in the making: functions, package variables and their initialisation, instances of
 * generic functions asked for, method sets of the types met.
 */
final class UnitBuilder {
  final Layouts layouts;
  final Symbols symbols;
  final RuntimeTypes rt;
  final IrBuilder.Options options;
  final Package pkg;
  final Info info;
  final EscapeResult escape;
  final WrapperBuilder wrappers;

  /** Instances of types inside generic bodies. */
  private final Context context;

  private final List<IrFunc> functions = new ArrayList<>();
  private final List<IrUnit.Global> globals = new ArrayList<>();
  private final List<IrUnit.MethodSet> methodSets = new ArrayList<>();
  private final Set<String> haveMethodSets = new HashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Deque<Runnable> instances = new ArrayDeque<>();
  private final Set<String> asked = new HashSet<>();
  private boolean staticInit;
  private int statics;
  private int inits;

  UnitBuilder(
      Layouts layouts,
      Symbols symbols,
      Context context,
      IrBuilder.Options options,
      Package pkg,
      Info info,
      EscapeResult escape) {
    this.layouts = layouts;
    this.symbols = symbols;
    this.context = context;
    this.rt = new RuntimeTypes(layouts.table());
    this.options = options;
    this.pkg = pkg;
    this.info = info;
    this.escape = escape;
    this.wrappers = new WrapperBuilder(this);
  }

  // what the builders report and ask for

  void unsupported(Pos pos, String what) {
    diagnostics.add(Diagnostic.of(pos, "NotSupportedYet", "not supported yet: " + what, Stage.IR));
  }

  List<Diagnostic> diagnostics() {
    return Stream.concat(diagnostics.stream(), escape.faults().stream()).toList();
  }

  void add(IrFunc f) {
    functions.add(f);
  }

  /** The symbol of a package variable. */
  String global(Obj.Var v, RType t) {
    return symbols.global(v, t);
  }

  /** A variable of the compiler's own in the data segment. */
  String hiddenGlobal(RType t) {
    String symbol = symbols.unique(pkg.path() + "..stmp_" + statics++);
    globals.add(new IrUnit.Global(symbol, "", t, Pos.NONE));
    return symbol;
  }

  void addGlobal(IrUnit.Global g) {
    globals.add(g);
  }

  /**
   * True while the literals of a package variable's initialiser are built: gc lays their objects
   * out in the data segment (staticinit). Under the simple placement they are heap objects like all
   * others.
   */
  boolean inStaticInit(FuncBuilder f) {
    return staticInit && f.outer == null && options.placement() == Placement.GC;
  }

  boolean leaveStatic() {
    boolean saved = staticInit;
    staticInit = false;
    return saved;
  }

  void restoreStatic(boolean saved) {
    staticInit = saved;
  }

  // functions

  /**
   * @return the symbol of an init function, else null
   */
  @Nullable String function(Decl.FuncDecl d) {
    Obj.Func fn = info.func(d);
    if (fn == null || Generics.isGeneric(fn)) {
      return null; // only instances are code
    }
    boolean init = d.recv() == null && fn.name().equals("init");
    if (init) {
      symbols.set(fn, symbols.unique(pkg.path() + ".init." + inits));
      inits++;
    } else if (fn.name().equals("_")) {
      return null;
    }
    String symbol = symbols.function(fn);
    String name = init ? pkg.path() + ".init." + (inits - 1) : Symbols.functionName(fn);
    boolean main = name.equals("main.main") && pkg.name().equals("main");
    IrFunc.Kind kind = main && !options.library() ? IrFunc.Kind.MAIN : kind();
    build(d, fn, info, escape, TypeEnv.EMPTY, symbol, name, kind);
    return init ? symbol : null;
  }

  private IrFunc.Kind kind() {
    return options.library() ? IrFunc.Kind.LIBRARY : IrFunc.Kind.USER;
  }

  private void build(
      Decl.FuncDecl d,
      Obj.Func fn,
      Info info,
      EscapeResult escape,
      TypeEnv env,
      String symbol,
      String name,
      IrFunc.Kind kind) {
    FuncBuilder f = new FuncBuilder(this, info, escape, env, null, symbol, name, kind, d.pos());
    Stmt.BlockStmt body = d.body();
    int at = functions.size();
    if (body == null) {
      f.signature(fn.signature(), fn.signature().recv(), false);
      IrFunc made = f.finish(d.pos(), d.pos(), false);
      functions.add(
          new IrFunc(
              made.symbol(),
              name,
              made.source(),
              made.pos(),
              made.end(),
              kind,
              made.params(),
              made.results(),
              List.of(),
              List.of(),
              List.of(),
              false,
              symbol));
      return;
    }
    f.stmts.function(fn.signature(), fn.signature().recv(), body);
    // Closures were finished before the function they stand in.
    functions.add(at, f.finish(d.pos(), body.rbrace(), false));
  }

  /** The symbol of a declared method with a receiver of type {@code recv}. */
  String methodSymbol(Obj.Func m, Type recv) {
    Type t = Types.unalias(recv);
    t = t instanceof Pointer p ? Types.unalias(p.elem()) : t;
    return t instanceof Named n && !n.typeArgs().isEmpty()
        ? instance(m.origin(), n.typeArgs())
        : symbols.function(m.origin());
  }

  /**
   * The symbol of a generic function or method for closed type arguments; its body is built later
   * in this unit.
   */
  String instance(Obj.Func fn, List<Type> targs) {
    Obj.Func origin = fn.origin();
    StringBuilder b = new StringBuilder(symbols.function(origin)).append('[');
    for (int i = 0; i < targs.size(); i++) {
      b.append(i > 0 ? "," : "").append(layouts.of(targs.get(i)).key());
    }
    String identity = b.append(']').toString();
    return symbols.wrapper(
        identity,
        identity,
        symbol -> {
          if (asked.add(symbol)) {
            instances.add(() -> buildInstance(origin, targs, symbol));
          }
        });
  }

  private void buildInstance(Obj.Func origin, List<Type> targs, String symbol) {
    EscapeResult.Instance instance = escape.instance(origin, targs);
    Generics.Body g = instance.body();
    String name = Symbols.functionName(origin) + (origin.signature().recv() == null ? "[...]" : "");
    build(
        g.decl(),
        origin,
        g.info(),
        instance.escape(),
        new TypeEnv(Generics.parameters(origin), targs, g.locals(), context),
        symbol,
        name,
        g.author() == Escape.Author.LIBRARY ? IrFunc.Kind.LIBRARY : kind());
  }

  private void buildInstances() {
    Runnable next;
    while ((next = instances.poll()) != null) {
      next.run();
    }
  }

  // package variables

  /** Declares package variables, in order of declaration. */
  void globals(List<Decl.VarDecl> decls) {
    for (Decl.VarDecl d : decls) {
      for (Expr.Name n : d.names()) {
        if (!n.value().equals("_") && info.def(n) instanceof Obj.Var v) {
          RType t = layouts.of(v.type());
          globals.add(new IrUnit.Global(global(v, t), v.name(), t, v.pos()));
        }
      }
    }
  }

  /**
   * The function that initialises package variables; null if there is nothing to do.
   *
   * @param clear set variables to zero first: they may have values of an earlier run
   */
  @Nullable String initialiser(String base, boolean clear, List<Decl.VarDecl> decls) {
    String symbol = symbols.unique(base);
    FuncBuilder f =
        new FuncBuilder(
            this, info, escape, TypeEnv.EMPTY, null, symbol, base, IrFunc.Kind.WRAPPER, Pos.NONE);
    boolean any = false;
    if (clear) {
      for (Decl.VarDecl d : decls) {
        for (Expr.Name n : d.names()) {
          if (!n.value().equals("_") && info.def(n) instanceof Obj.Var v) {
            IrExpr place = f.exprs.variable(v);
            f.assign(place, f.zero(place.type()));
            any = true;
          }
        }
      }
    }
    int at = functions.size();
    for (Info.Initializer i : info.initOrder()) {
      any = true;
      f.pos = i.rhs().pos();
      initialise(f, i);
    }
    if (!any) {
      return null;
    }
    f.emit(new IrStmt.Return(f.pos));
    // A dump says at which of them the program stood.
    List<Info.Initializer> all = info.initOrder();
    Pos first = all.isEmpty() ? Pos.NONE : all.get(0).rhs().pos();
    functions.add(at, f.finish(first, first, false));
    return symbol;
  }

  private void initialise(FuncBuilder f, Info.Initializer i) {
    List<AssignBuilder.Dest> dests = new ArrayList<>();
    for (Obj.Var v : i.lhs()) {
      dests.add(
          v.name().equals("_")
              ? new AssignBuilder.Dest.Blank(v.type())
              : new AssignBuilder.Dest.Place(() -> f.exprs.variable(v), v.type()));
    }
    staticInit = true;
    Obj.Var first = i.lhs().get(0);
    if (dests.size() > 1) {
      f.assigns.store(dests, List.of(i.rhs()));
    } else if (!first.name().equals("_")
        && f.composites.fills(i.rhs())
        && f.rtype(i.rhs()) == f.rtype(first.type())) {
      Expr.CompositeLit l = (Expr.CompositeLit) ExprBuilder.unparen(i.rhs());
      f.composites.fill(l, f.type(l)).into(f.exprs.variable(first), false);
    } else {
      f.assigns.single(null, dests.get(0), i.rhs(), true);
    }
    staticInit = false;
  }

  // method sets

  /** The concrete type comes to stand in an interface: the machine must know its methods. */
  void needsMethods(RType t) {
    RType s = t.kind() == RType.Kind.POINTER && !t.named() ? t.elem() : t;
    if (s.kind() == RType.Kind.STRUCT && !s.named()) {
      Struct st = layouts.embedding(s.key());
      if (st != null) {
        methodSet(s == t ? st : new Pointer(st));
      }
    }
  }

  /** The checked type behind a run-time type that can have methods, or null. */
  private @Nullable Type withMethods(RType t) {
    if (t.named()) {
      return layouts.named(t.key());
    }
    if (t.kind() == RType.Kind.POINTER) {
      Type elem = withMethods(t.elem());
      return elem == null ? null : new Pointer(elem);
    }
    return t.kind() == RType.Kind.STRUCT ? layouts.embedding(t.key()) : null;
  }

  /** The concrete type has all methods the interface asks for. */
  boolean implementsMethods(RType concrete, RType iface) {
    Type t = withMethods(concrete);
    return t != null && wrappers.implementsMethods(t, iface);
  }

  private void methodSet(Type t) {
    if (haveMethodSets.add(layouts.of(t).key())) {
      IrUnit.MethodSet s = wrappers.methodSet(t);
      if (s != null) {
        methodSets.add(s);
      }
    }
  }

  /** Instances, then method sets of all types met, which can ask for more of both. */
  void finish(List<Named> changed) {
    buildInstances();
    changed.forEach(this::methodSets);
    buildInstances();
    List<Named> fresh = layouts.takeFresh();
    while (!fresh.isEmpty()) {
      for (Named n : fresh) {
        if (n.obj().pkg() == pkg || !n.typeArgs().isEmpty()) {
          methodSets(n);
        }
      }
      buildInstances();
      layouts.table().complete();
      fresh = layouts.takeFresh();
    }
  }

  private void methodSets(Named n) {
    methodSet(n);
    methodSet(new Pointer(n));
  }

  IrUnit unit(List<String> init, String entry) {
    return new IrUnit(
        List.copyOf(functions),
        List.copyOf(globals),
        List.copyOf(methodSets),
        List.copyOf(init),
        entry);
  }
}

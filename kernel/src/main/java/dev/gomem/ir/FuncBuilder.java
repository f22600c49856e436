package dev.gomem.ir;

import dev.gomem.constant.Constant;
import dev.gomem.escape.AllocSite;
import dev.gomem.escape.EscapeResult;
import dev.gomem.escape.Placement;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Signature;
import dev.gomem.types.Type;
import dev.gomem.types.TypeEnv;
import dev.gomem.types.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One function in the making: its statements, variables, temporaries and sites, and the environment
 * of type arguments. The builders of single notions all write through it. Every lookup of a type
 * goes through {@link #type}, so that a generic body can be built for each list of type arguments.
 */
final class FuncBuilder {
  final UnitBuilder unit;
  final Info info;
  final EscapeResult escape;
  final TypeEnv env;
  final RuntimeTypes rt;
  final @Nullable FuncBuilder outer;
  final String symbol;
  final String name;
  final IrFunc.Kind kind;

  final ExprBuilder exprs;
  final StmtBuilder stmts;
  final AssignBuilder assigns;
  final CallBuilder calls;
  final BuiltinBuilder builtins;
  final CompositeBuilder composites;
  final ClosureBuilder closures;
  final InterfaceBuilder interfaces;
  final ConversionBuilder conversions;
  final CompareBuilder compares;
  final MapBuilder maps;
  final RangeBuilder ranges;
  final SwitchBuilder switches;
  final DeferBuilder defers;
  final ChannelBuilder channels;

  private List<IrStmt> body = new ArrayList<>();
  private final List<IrStmt> prologue = new ArrayList<>();
  final List<Var> params = new ArrayList<>();
  final List<Var> results = new ArrayList<>();
  private final List<Var> locals = new ArrayList<>();
  private final List<Var> temps = new ArrayList<>();
  private final List<AllocSite> sites = new ArrayList<>();
  private final Set<AllocSite> haveSites = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Obj.Var, Var> vars = new IdentityHashMap<>();
  private final Map<Expr, IrExpr> given = new IdentityHashMap<>();
  private final Map<Expr, IrExpr> operands = new IdentityHashMap<>();
  private final Map<Expr, Type> givenTypes = new IdentityHashMap<>();

  /** Result variables as the body sees them; the slots are {@link #results}. */
  final List<Var> resultVars = new ArrayList<>();

  final List<Type> resultTypes = new ArrayList<>();

  /** Variables declared in the body, in order. */
  final List<IrBuilder.MainLocal> declared = new ArrayList<>();

  /**
   * Literals, bodies of loops over functions, go and defer wrappers met so far: numbers in their
   * names.
   */
  int literals;

  int rangeBodies;
  int wrappers;

  /** For the body of a loop over a function: the function that the loop is written in. */
  @Nullable FuncBuilder loopOf;

  boolean hasDefer;

  /** It is a cell of a session: what its frame holds can outlive it. */
  boolean session;

  /** It finds its captures in a closure object. */
  boolean hasContext;

  int loopDepth = 1;
  Pos pos;

  /** Copies of operands that belong to an expression: see {@link #isWithin}. */
  private final Set<IrStmt> within = Collections.newSetFromMap(new IdentityHashMap<>());

  /** See {@link #readsMemory}. */
  private boolean memoryRead;

  /** What is built now are no steps of the program. */
  private boolean quiet;

  FuncBuilder(
      UnitBuilder unit,
      Info info,
      EscapeResult escape,
      TypeEnv env,
      @Nullable FuncBuilder outer,
      String symbol,
      String name,
      IrFunc.Kind kind,
      Pos pos) {
    this.unit = unit;
    this.info = info;
    this.escape = escape;
    this.env = env;
    this.rt = unit.rt;
    this.outer = outer;
    this.symbol = symbol;
    this.name = name;
    this.kind = kind;
    this.pos = pos;
    this.exprs = new ExprBuilder(this);
    this.stmts = new StmtBuilder(this);
    this.assigns = new AssignBuilder(this);
    this.calls = new CallBuilder(this);
    this.builtins = new BuiltinBuilder(this);
    this.composites = new CompositeBuilder(this);
    this.closures = new ClosureBuilder(this);
    this.interfaces = new InterfaceBuilder(this);
    this.conversions = new ConversionBuilder(this);
    this.compares = new CompareBuilder(this);
    this.maps = new MapBuilder(this);
    this.ranges = new RangeBuilder(this);
    this.switches = new SwitchBuilder(this);
    this.defers = new DeferBuilder(this);
    this.channels = new ChannelBuilder(this);
  }

  /** A function that the compiler makes inside this one, with its own frame. */
  FuncBuilder inner(String symbol, String name, IrFunc.Kind kind, Pos pos) {
    return new FuncBuilder(unit, info, escape, env, this, symbol, name, kind, pos);
  }

  // types

  Type type(Expr e) {
    Type t = givenTypes.isEmpty() ? null : givenTypes.get(e);
    return env.apply(t != null ? t : info.typeOf(e));
  }

  Type under(Type t) {
    return env.apply(t).underlying();
  }

  Type under(Expr e) {
    return type(e).underlying();
  }

  RType rtype(Type t) {
    return unit.layouts.of(env.apply(t));
  }

  RType rtype(Expr e) {
    return unit.layouts.of(type(e));
  }

  Type unalias(Type t) {
    return Types.unalias(env.apply(t));
  }

  @Nullable Constant constant(Expr e) {
    Constant c = info.constantOf(e);
    return c == null || c.kind() == Constant.Kind.UNKNOWN ? null : c;
  }

  // statements

  void emit(IrStmt s) {
    body.add(s);
  }

  void assign(IrExpr place, IrExpr value) {
    emit(new IrStmt.Assign(place, value, pos));
  }

  void label(IrStmt.Label l) {
    emit(new IrStmt.LabelDef(l));
  }

  void jump(IrStmt.Label l) {
    emit(new IrStmt.Jump(l, pos));
  }

  void branch(IrExpr cond, IrStmt.Label yes, IrStmt.Label no) {
    emit(new IrStmt.Branch(cond, yes, no, pos));
  }

  void mark(Pos p) {
    if (!quiet) {
      emit(new IrStmt.Mark(p));
    }
    if (!quiet || p.isKnown()) {
      pos = p;
    }
  }

  /** A step that begins at {@code p}, whatever {@code r} consists of; none if that is unknown. */
  void step(Pos p, Runnable r) {
    boolean saved = quiet;
    if (p.isKnown()) {
      mark(p);
    }
    quiet = true;
    r.run();
    quiet = saved;
  }

  /** The last statement hands control elsewhere. */
  boolean unreachable() {
    int last = body.size() - 1;
    while (last >= 0 && body.get(last) instanceof IrStmt.VarEnd) {
      last--;
    }
    return last >= 0
        && switch (body.get(last)) {
          case IrStmt.Jump _, IrStmt.Return _, IrStmt.Unreachable _, IrStmt.Branch _ -> true;
          case IrStmt.Mark _, IrStmt.VarStart _, IrStmt.VarEnd _, IrStmt.Assign _, IrStmt.New _ ->
              false;
          case IrStmt.Call _, IrStmt.Runtime _, IrStmt.LabelDef _, IrStmt.Defer _ -> false;
          case IrStmt.RunDefers _, IrStmt.Go _ -> false;
        };
  }

  /** Collects what {@code r} emits instead of appending it. */
  List<IrStmt> collect(Runnable r) {
    List<IrStmt> saved = body;
    body = new ArrayList<>();
    r.run();
    List<IrStmt> out = body;
    body = saved;
    return out;
  }

  /** What {@code r} emits is to be done before all else. */
  void prologue(Runnable r) {
    prologue.addAll(collect(r));
  }

  void emitAll(List<IrStmt> list) {
    body.addAll(list);
  }

  // variables

  Var temp(RType t) {
    return newTemp(t, false, null);
  }

  /** A temporary whose address is taken. */
  Var frameTemp(RType t, @Nullable AllocSite site) {
    return newTemp(t, true, site);
  }

  private Var newTemp(RType t, boolean addressed, @Nullable AllocSite site) {
    Var v = new Var("", t, Var.Kind.TEMP, pos, false, addressed, site);
    temps.add(v);
    addSite(site);
    return v;
  }

  void addLocal(Var v) {
    locals.add(v);
    addSite(v.site());
  }

  void addSite(@Nullable AllocSite s) {
    if (s != null && haveSites.add(s)) {
      sites.add(s);
    }
  }

  void bind(Obj.Var o, Var v) {
    vars.put(o, v);
  }

  @Nullable Var find(Obj.Var o) {
    return vars.get(o);
  }

  /** An operand that stands in no tree: {@code e} was made for it. */
  void giveOperand(Expr e, IrExpr value, Type type) {
    operands.put(e, value);
    givenTypes.put(e, type);
  }

  void giveType(Expr e, Type type) {
    givenTypes.put(e, type);
  }

  @Nullable IrExpr operand(Expr e) {
    return operands.isEmpty() ? null : operands.get(e);
  }

  /**
   * Already converted to the type it is wanted in. Until the end of this function's making, {@code
   * e} means {@code value}: deferred calls' operands.
   */
  void give(Expr e, IrExpr value) {
    given.put(e, value);
  }

  @Nullable IrExpr given(Expr e) {
    return given.isEmpty() ? null : given.get(e);
  }

  boolean heap(@Nullable AllocSite s) {
    return s == null || s.verdict(unit.options.placement()).heap();
  }

  /**
   * A short string or byte slice of this site gets room in the frame. Not in cells: what they leave
   * in main's frame would have to move when a later cell lets it escape.
   */
  boolean inFrame(AllocSite s) {
    return !heap(s) && !session;
  }

  /** Conversions may share bytes where nobody can tell: gc's rule, not the simple one's. */
  boolean shares() {
    return unit.options.placement() == Placement.GC && !session;
  }

  /** gc's optimisations that come after escape analysis are in force. */
  boolean gc() {
    return unit.options.placement() == Placement.GC;
  }

  /** The unboxed variable that an expression names. */
  Var variable(Expr e) {
    Obj o = info.objectOf((Expr.Name) ExprBuilder.unparen(e));
    return Objects.requireNonNull(find((Obj.Var) Objects.requireNonNull(o)));
  }

  boolean heap(Obj.Var v) {
    return escape.heap(v, unit.options.placement());
  }

  /** The site of an expression; one of its own making if the analysis has none. */
  AllocSite site(Node n, AllocSite.Kind kind, String subject) {
    AllocSite s = escape.site(n, kind);
    return s != null ? s : heapSite(kind, subject);
  }

  AllocSite heapSite(AllocSite.Kind kind, String subject) {
    AllocSite.Verdict heap = new AllocSite.Verdict(true, Phrase.of("why.dead"), List.of());
    return new AllocSite(pos, kind, subject, name, true, heap, heap);
  }

  /**
   * A named variable's slot; a boxed one gets its box here, as gc's declaration does, before the
   * value is computed.
   */
  Var declare(Obj.Var o, Var.Kind kind) {
    boolean boxed = heap(o);
    AllocSite site = escape.variable(o);
    boolean hidden = info.isHidden(o);
    Var v =
        new Var(
            hidden ? "" : o.name(),
            rtype(o.type()),
            hidden ? Var.Kind.TEMP : kind,
            o.pos(),
            boxed,
            !boxed && escape.addressed(o),
            site);
    bind(o, v);
    addLocal(v);
    declared.add(new IrBuilder.MainLocal(o, v));
    if (boxed) {
      allocate(v);
    }
    return v;
  }

  void allocate(Var box) {
    AllocSite s = box.site();
    AllocSite site = s != null ? s : heapSite(AllocSite.Kind.VARIABLE, box.name());
    addSite(site);
    emit(new IrStmt.New(box, box.type(), site, pos));
  }

  /** The variable as a place. */
  IrExpr place(Var v) {
    return v.boxed() ? new IrExpr.Deref(address(v), 0, v.type()) : new IrExpr.VarRef(v, v.type());
  }

  /** Its address. */
  IrExpr address(Var v) {
    RType p = rt.pointerTo(v.type());
    return v.boxed()
        ? new IrExpr.VarRef(v, p)
        : new IrExpr.AddrOf(new IrExpr.VarRef(v, v.type()), p);
  }

  IrExpr ref(Var v) {
    return new IrExpr.VarRef(v, v.type());
  }

  /** A new object: its address. */
  IrExpr allocate(RType t, AllocSite site) {
    Var p = temp(rt.pointerTo(t));
    addSite(site);
    emit(new IrStmt.New(p, t, site, pos));
    return ref(p);
  }

  // order of evaluation

  /**
   * What is evaluated now counts as reading memory that another assignment of the same statement
   * may change, whatever of it is seen in the intermediate form (gc: readsMemory, where it is
   * conservative).
   */
  void readsMemory() {
    memoryRead = true;
  }

  /** Whether {@code r} said {@link #readsMemory}. */
  boolean readsMemory(Runnable r) {
    boolean saved = memoryRead;
    memoryRead = false;
    r.run();
    boolean read = memoryRead;
    memoryRead |= saved;
    return read;
  }

  /** {@code e}, evaluated now if that may panic: before what follows. */
  IrExpr settled(IrExpr e) {
    return IrExprs.any(e, AssignBuilder::traps) ? copy(e) : e;
  }

  /** What {@code xs} leave, in gc's order. */
  List<IrExpr> inOrder(List<Ordered> xs) {
    List<List<IrStmt>> before = new ArrayList<>();
    List<List<IrStmt>> inside = new ArrayList<>();
    List<IrExpr> rest = new ArrayList<>();
    int last = 0;
    for (int i = 0; i < xs.size(); i++) {
      Ordered x = xs.get(i);
      List<IrStmt> all = collect(() -> rest.add(x.get()));
      int n = 0;
      while (n < all.size() && !isWithin(all.get(n))) {
        n++;
      }
      before.add(all.subList(0, n));
      inside.add(all.subList(n, all.size()));
      last = n < all.size() ? i : last;
    }
    before.forEach(this::emitAll);
    for (int i = 0; i < rest.size(); i++) {
      emitAll(inside.get(i));
      if (i < last) {
        int from = body.size();
        rest.set(i, settled(rest.get(i)));
        within.addAll(body.subList(from, body.size()));
      }
    }
    return rest;
  }

  /**
   * gc leaves it in the expression, at its place among what else there may panic; all other
   * statements that an operand takes it moves before the whole expression (walk's init).
   */
  private boolean isWithin(IrStmt s) {
    return switch (s) {
      case IrStmt.Branch _ -> true;
      case IrStmt.Runtime r ->
          switch (r.fn()) {
            case MAP_GET, EFACE_EQ, IFACE_EQ, VALUE_EQ -> true;
            default -> false;
          };
      case IrStmt.Assign _ -> within.contains(s);
      case IrStmt.Mark _, IrStmt.VarStart _, IrStmt.VarEnd _, IrStmt.New _, IrStmt.Call _ -> false;
      case IrStmt.LabelDef _, IrStmt.Jump _, IrStmt.Return _, IrStmt.Defer _ -> false;
      case IrStmt.RunDefers _, IrStmt.Go _, IrStmt.Unreachable _ -> false;
    };
  }

  // small expressions

  IrExpr copy(IrExpr e) {
    Var t = temp(e.type());
    assign(ref(t), e);
    return ref(t);
  }

  /**
   * {@code e} in a form that can be read several times: names and constants as they are (gc:
   * cheapExpr).
   */
  IrExpr cheap(IrExpr e) {
    return IrExprs.isName(e) || IrExprs.isFixed(e) ? e : copy(e);
  }

  /**
   * The address of a value: of the place itself if it lies in memory, else of a copy in the frame.
   */
  IrExpr addressOf(IrExpr e) {
    RType p = rt.pointerTo(e.type());
    if (inMemory(e)) {
      return new IrExpr.AddrOf(e, p);
    }
    Var t = frameTemp(e.type(), null);
    assign(ref(t), e);
    return new IrExpr.AddrOf(ref(t), p);
  }

  boolean inMemory(IrExpr e) {
    return IrExprs.isPlace(e) && !(root(e) instanceof IrExpr.VarRef v && !v.v().addressed());
  }

  /**
   * A value whose address the runtime will get, before later calls: a local variable that gc would
   * keep in registers is copied now, what lies in memory is read when the runtime reads it (gc:
   * addrTemp).
   *
   * @param operand what {@code x} is the value of, or null if it is none of the program's
   *     expressions
   */
  Ordered addressable(Ordered x, @Nullable Expr operand) {
    if (operand != null && exprs.isAddressable(operand) && !exprs.isNamed(operand)) {
      return x;
    }
    IrExpr v = addressable(x.get(), operand);
    return () -> v;
  }

  private IrExpr addressable(IrExpr e, @Nullable Expr operand) {
    boolean temp = e instanceof IrExpr.VarRef r && r.v().kind() == Var.Kind.TEMP;
    boolean own = temp || operand == null || exprs.isAddressable(operand);
    if (!own || !IrExprs.isPlace(e)) {
      return copy(e);
    }
    boolean register =
        root(e) instanceof IrExpr.VarRef r
            && (r.v().kind() == Var.Kind.TEMP || r.v().kind() == Var.Kind.LOCAL)
            && !r.v().addressed()
            && fitsRegisters(r.v().type());
    return register ? copy(e) : e;
  }

  /** ssa.CanSSA: at most four words and components, no array of more than one. */
  private static boolean fitsRegisters(RType t) {
    if (t.size() > 32) {
      return false;
    }
    return switch (t.kind()) {
      case ARRAY -> t.len() == 0 || (t.len() == 1 && fitsRegisters(t.elem()));
      case STRUCT ->
          t.fields().size() <= 4 && t.fields().stream().allMatch(x -> fitsRegisters(x.type()));
      default -> true;
    };
  }

  private static IrExpr root(IrExpr e) {
    return switch (e) {
      case IrExpr.Field f -> root(f.x());
      case IrExpr.Index i when i.x().type().kind() == RType.Kind.ARRAY -> root(i.x());
      default -> e;
    };
  }

  IrExpr intConst(long n) {
    return new IrExpr.Const(rt.intType, n);
  }

  IrExpr boolConst(boolean b) {
    return new IrExpr.Const(rt.bool, b ? 1 : 0);
  }

  IrExpr zero(RType t) {
    return t.isScalar() ? new IrExpr.Const(t, 0) : new IrExpr.Zero(t);
  }

  IrExpr stringConst(String s) {
    return new IrExpr.StringConst(rt.string, s.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  IrExpr binary(IrExpr.BinaryOp op, IrExpr x, IrExpr y) {
    return new IrExpr.Binary(op, x, y, x.type());
  }

  IrExpr compare(IrExpr.BinaryOp op, IrExpr x, IrExpr y) {
    return new IrExpr.Binary(op, x, y, rt.bool);
  }

  IrExpr word(IrExpr x, int index, RType type) {
    return new IrExpr.Word(x, index, type);
  }

  IrExpr len(IrExpr x) {
    return word(x, 1, rt.intType);
  }

  // the runtime

  /** A call of the runtime without results. */
  void runtime(RuntimeFn fn, List<IrExpr> args, @Nullable RType aux) {
    emit(new IrStmt.Runtime(fn, args, List.of(), List.of(), aux, null, pos));
  }

  /** A call of the runtime with one result. */
  IrExpr runtime(
      RuntimeFn fn,
      List<IrExpr> args,
      RType result,
      @Nullable RType aux,
      @Nullable AllocSite site) {
    Var t = temp(result);
    addSite(site);
    emit(new IrStmt.Runtime(fn, args, List.of(t), List.of(result), aux, site, pos));
    return ref(t);
  }

  List<Var> runtime2(RuntimeFn fn, List<IrExpr> args, RType r1, RType r2, @Nullable RType aux) {
    Var t1 = temp(r1);
    Var t2 = temp(r2);
    emit(new IrStmt.Runtime(fn, args, List.of(t1, t2), List.of(r1, r2), aux, null, pos));
    return List.of(t1, t2);
  }

  // the whole function

  /**
   * Slots of parameters and results; boxed ones get their box and, parameters, a copy of the
   * argument.
   *
   * @param zeroResults unnamed results begin as zero too: a recovered panic returns them
   */
  void signature(Signature sig, Obj.@Nullable Var recv, boolean zeroResults) {
    List<Runnable> boxes = new ArrayList<>();
    if (recv != null) {
      parameter(recv, Var.Kind.RECEIVER, boxes);
    }
    for (Obj.Var p : sig.params().vars()) {
      parameter(p, Var.Kind.PARAM, boxes);
    }
    for (Obj.Var r : sig.results().vars()) {
      resultTypes.add(env.apply(r.type()));
      result(r, boxes, zeroResults);
    }
    boxes.forEach(Runnable::run);
  }

  private boolean named(Obj.Var o) {
    return !o.name().isEmpty() && !o.name().equals("_") && !info.isHidden(o);
  }

  private void parameter(Obj.Var o, Var.Kind kind, List<Runnable> boxes) {
    RType t = rtype(o.type());
    boolean named = named(o);
    if (!named || !heap(o)) {
      AllocSite site = named ? escape.variable(o) : null;
      Var v =
          new Var(
              named ? o.name() : "", t, kind, o.pos(), false, named && escape.addressed(o), site);
      addSite(site);
      params.add(v);
      bind(o, v);
      return;
    }
    Var slot = new Var("", t, kind, o.pos(), false, false, null);
    params.add(slot);
    boxes.add(() -> {
      Var v = declare(o, kind);
      assign(place(v), ref(slot));
      emit(new IrStmt.VarStart(v));
    });
  }

  private void result(Obj.Var o, List<Runnable> boxes, boolean zeroResults) {
    RType t = rtype(o.type());
    // The body of a loop over a function may use results that have no name.
    boolean used = named(o) || info.resultName(o) != null;
    if (!used || !heap(o)) {
      AllocSite site = used ? escape.variable(o) : null;
      Var v =
          new Var(
              named(o) ? o.name() : "",
              t,
              Var.Kind.RESULT,
              o.pos(),
              false,
              used && escape.addressed(o),
              site);
      addSite(site);
      results.add(v);
      bind(o, v);
      boxes.add(() -> {
        resultVars.add(v);
        if (used || zeroResults) {
          assign(ref(v), zero(t));
        }
      });
      return;
    }
    Var slot = new Var("", t, Var.Kind.RESULT, o.pos(), false, false, null);
    results.add(slot);
    boxes.add(() -> {
      assign(ref(slot), zero(t));
      Var v = declare(o, Var.Kind.RESULT);
      resultVars.add(v);
      emit(new IrStmt.VarStart(v));
    });
  }

  /** Results from their boxes to their slots; then out. */
  void leave() {
    for (int i = 0; i < results.size(); i++) {
      if (resultVars.get(i) != results.get(i)) {
        assign(ref(results.get(i)), place(resultVars.get(i)));
      }
    }
    emit(new IrStmt.Return(pos));
  }

  IrFunc finish(Pos start, Pos end, boolean closure) {
    List<Var> all = new ArrayList<>(locals);
    all.addAll(temps);
    boolean context =
        !body.isEmpty()
            && body.get(0) instanceof IrStmt.Assign a
            && a.value() instanceof IrExpr.Context;
    body.addAll(context ? 1 : 0, prologue); // a closure's first statement finds its object
    return new IrFunc(
        symbol,
        name,
        start.isKnown() ? start.source() : null,
        start,
        end,
        kind,
        List.copyOf(params),
        List.copyOf(results),
        List.copyOf(all),
        List.copyOf(body),
        List.copyOf(sites),
        closure,
        null);
  }

  void unsupported(Pos p, String what) {
    unit.unsupported(p, what);
  }
}

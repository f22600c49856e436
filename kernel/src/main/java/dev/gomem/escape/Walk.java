package dev.gomem.escape;

import dev.gomem.escape.Graph.Hole;
import dev.gomem.types.Obj;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks a function and writes down what flows where: every expression is evaluated into a {@link
 * Hole}. Neither order nor branches count, and parts of a variable are the variable. Source:
 * cmd/compile/internal/escape/{stmt,expr,assign,call}.go.
 */
final class Walk {
  private final Batch batch;
  private final Graph graph;
  private final Func func;

  /** Labels, and whether a goto goes back to them. */
  private final Map<String, Boolean> labels = new HashMap<>();

  /** Conversions whose operand went through a temporary before. */
  private final Set<Tree> evaluated = Collections.newSetFromMap(new IdentityHashMap<>());

  private int loopDepth = 1;

  Walk(Batch batch, Func func) {
    this.batch = batch;
    this.graph = batch.graph;
    this.func = func;
  }

  void body(List<Tree> body) {
    for (Tree t : body) {
      t.visit(n -> {
        if (n instanceof Tree.Label l) {
          labels.put(l.label, false);
        } else if (n instanceof Tree.Branch b && b.op == Op.GOTO && b.label != null) {
          labels.computeIfPresent(b.label, (k, v) -> true);
        }
      });
    }
    block(body);
  }

  // ---- statements

  private void stmts(List<Tree> list) {
    list.forEach(this::stmt);
  }

  private void block(List<Tree> list) {
    int old = loopDepth;
    stmts(list);
    loopDepth = old;
  }

  private void stmt(@Nullable Tree n) {
    if (n == null) {
      return;
    }
    stmts(n.init);
    switch (n) {
      case Tree.Block b -> stmts(b.list);
      case Tree.Dcl d -> declare(d.name);
      case Tree.Label l -> {
        if (labels.getOrDefault(l.label, false)) {
          loopDepth++;
        }
      }
      case Tree.Branch b -> {}
      case Tree.If s -> {
        discard(s.cond);
        block(s.body);
        block(s.els);
      }
      case Tree.For s -> {
        loopDepth++;
        discard(s.cond);
        stmt(s.post);
        block(s.body);
        loopDepth--;
      }
      case Tree.Range s -> range(s);
      case Tree.Switch s -> switchStmt(s);
      case Tree.Select s -> {
        for (Tree.Comm c : s.cases) {
          stmt(c.comm);
          block(c.body);
        }
      }
      case Tree.Send s -> {
        discard(s.chan);
        toHeap(s.value, "send", s);
      }
      case Tree.Assign s -> assign(one(s.x), one(s.y), "assign", s);
      case Tree.AssignOp s -> {
        batch.concatenated(s, func);
        assign(one(s.x), one(s.y), "assign", s);
      }
      case Tree.AssignList s -> {
        switch (s.op) {
          case AS2 -> assign(s.lhs, s.rhs, "assign-pair", s);
          case AS2DOTTYPE -> assign(s.lhs, s.rhs, "assign-pair-dot-type", s);
          case AS2MAPR -> assign(s.lhs, s.rhs, "assign-pair-mapr", s);
          case AS2RECV, SELRECV2 -> assign(s.lhs, s.rhs, "assign-pair-receive", s);
          case AS2FUNC -> {
            Tree call = s.rhs.get(0);
            stmts(call.init);
            List<Hole> ks = addrs(s.lhs);
            call(ks, call);
            reassigned(ks, s);
          }
          default -> throw new IllegalStateException("assignment " + s.op);
        }
      }
      case Tree.Return s -> assign(func.results, s.results, "return", s);
      case Tree.GoDefer s -> goDefer(s);
      case Tree.Unary u when u.op == Op.RECV -> exprSkipInit(discardHole(), u);
      case Tree.Call c -> call(null, c);
      case Tree.Unary u -> call(null, u);
      case Tree.Binary b -> call(null, b);
      default -> throw new IllegalStateException("statement " + n.op);
    }
  }

  private static List<@Nullable Tree> one(@Nullable Tree t) {
    List<@Nullable Tree> list = new ArrayList<>(1);
    list.add(t);
    return list;
  }

  private Hole declare(Tree.Name n) {
    Location l = graph.location(n);
    l.loopDepth = loopDepth;
    return Hole.of(l);
  }

  private void range(Tree.Range s) {
    // The operand is evaluated once and lives as long as the loop.
    Location tmp = graph.add(null, func, loopDepth, true);
    expr(Hole.of(tmp), s.x);
    loopDepth++;
    List<@Nullable Tree> vars = one(s.key);
    vars.add(s.value);
    List<Hole> ks = addrs(vars);
    Hole value = ks.get(1);
    if (TypeFacts.isArray(s.x.type)) {
      graph.flow(value.note(s, "range"), tmp);
    } else {
      graph.flow(value.deref(s, "range-deref"), tmp);
    }
    reassigned(ks, s);
    block(s.body);
    loopDepth--;
  }

  private void switchStmt(Tree.Switch s) {
    Tree tag = s.tag;
    if (s.guard) {
      List<Hole> ks = new ArrayList<>();
      for (Tree.Case c : s.cases) {
        if (c.var != null) {
          Hole k = declare(c.var);
          if (TypeFacts.hasPointers(c.var.type)) {
            ks.add(dotType(k, c.var.type, c, "switch case"));
          }
        }
      }
      expr(tee(ks), tag);
    } else {
      discard(tag);
    }
    for (Tree.Case c : s.cases) {
      c.list.forEach(this::discard);
      block(c.body);
    }
  }

  private void goDefer(Tree.GoDefer s) {
    boolean top = s.op == Op.DEFER && loopDepth == 1 && s.at == null;
    Hole k =
        top
            ? later(discardHole())
            : Hole.of(graph.heap).note(s, s.op == Op.GO ? "go statement" : "defer in a loop");
    batch.deferred(s, func, !top);
    Tree.Call call = (Tree.Call) s.call;
    expr(k, call.fun);
  }

  // ---- assignments

  private Hole discardHole() {
    return Hole.of(graph.blank);
  }

  /** The hole that stores into an addressable expression. */
  private Hole addr(@Nullable Tree n) {
    if (n == null) {
      return discardHole();
    }
    switch (n) {
      case Tree.Name name -> {
        if (name.storage != Tree.Storage.GLOBAL) {
          return Hole.of(graph.location(name));
        }
      }
      case Tree.Selector s when s.op == Op.DOT -> {
        return addr(s.x);
      }
      case Tree.Selector s -> mutate(s.x);
      case Tree.Index i when i.op == Op.INDEX -> {
        discard(i.index);
        if (TypeFacts.isArray(i.x.type)) {
          return addr(i.x);
        }
        mutate(i.x);
      }
      case Tree.Index i -> {
        discard(i.x);
        toHeap(i.index, "key of map put", i);
      }
      case Tree.Star s -> mutate(s.x);
      case Tree.Conv c when c.op == Op.CONVNOP -> {
        return addr(c.x);
      }
      default -> throw new IllegalStateException("not addressable: " + n.op);
    }
    return Hole.of(graph.heap);
  }

  private List<Hole> addrs(List<? extends @Nullable Tree> list) {
    List<Hole> ks = new ArrayList<>();
    for (Tree t : list) {
      ks.add(addr(t));
    }
    return ks;
  }

  private void mutate(Tree n) {
    expr(Hole.of(graph.mutator), n);
  }

  private void toHeap(Tree src, String why, Tree where) {
    expr(Hole.of(graph.heap).note(where, why), src);
  }

  private void assign(
      List<? extends @Nullable Tree> dsts,
      List<? extends @Nullable Tree> srcs,
      String why,
      Tree where) {
    List<Hole> ks = addrs(dsts);
    for (int i = 0; i < ks.size(); i++) {
      Hole k = ks.get(i);
      Tree dst = dsts.get(i);
      Tree src = i < srcs.size() ? srcs.get(i) : null;
      if (dst != null && dst.op == Op.DOTPTR && src != null && TypeFacts.isReflectHeaderData(dst)) {
        unsafeValue(Hole.of(graph.heap).note(where, why), src);
        continue;
      }
      if (dst != null && src != null && SelfAssign.is(dst, src)) {
        batch.line(
            where.pos,
            graph.format.function(func) + " ignoring self-assignment in " + graph.format.of(where));
        k = discardHole();
      }
      expr(k.note(where, why), src);
    }
    reassigned(ks, where);
  }

  /** Marks what is assigned to, unless {@code where} is its declaration. */
  private void reassigned(List<Hole> ks, Tree where) {
    if (where instanceof Tree.Assign as
        && as.y == null
        && as.x instanceof Tree.Name n
        && n.defn == null) {
      return; // the zero value of a declaration
    }
    for (Hole k : ks) {
      if (k.dst().node instanceof Tree.Name n && n.defn == where && where.op != Op.RANGE) {
        continue;
      }
      k.dst().reassigned = true;
    }
  }

  // ---- expressions

  private void discard(@Nullable Tree n) {
    expr(discardHole(), n);
  }

  private void expr(Hole k, @Nullable Tree n) {
    if (n != null) {
      stmts(n.init);
      exprSkipInit(k, n);
    }
  }

  private void exprSkipInit(Hole k0, Tree n) {
    Hole k = k0;
    if (k.derefs() >= 0 && !TypeFacts.isUntyped(n.type) && !TypeFacts.hasPointers(n.type)) {
      k = new Hole(graph.blank, k.derefs(), k.notes(), k.addrtaken());
    }
    switch (n) {
      case Tree.Literal l -> {}
      case Tree.Nil nil -> {}
      case Tree.TypeName t -> {}
      case Tree.FuncName f -> {}
      case Tree.Name name -> {
        if (name.storage != Tree.Storage.GLOBAL) {
          graph.flow(k, graph.location(name));
        }
      }
      case Tree.Unary u -> unary(k, u);
      case Tree.Binary b -> {
        switch (b.op) {
          case COMPLEX, COPY, UNSAFE_ADD, UNSAFE_SLICE, UNSAFE_STRING -> call(List.of(k), b);
          default -> {
            discard(b.x);
            discard(b.y);
          }
        }
      }
      case Tree.AddString a -> {
        spill(k, a);
        a.list.forEach(this::discard);
      }
      case Tree.Addr a when a.op == Op.ADDR -> expr(k.addr(a, "address-of"), a.x);
      case Tree.Addr a -> expr(spill(k, a), a.x);
      case Tree.Star s -> expr(k.deref(s, "indirection"), s.x);
      case Tree.Selector s -> selector(k, s);
      case Tree.TypeAssert a -> expr(dotType(k, a.type, a, "dot"), a.x);
      case Tree.Index i -> {
        if (i.op == Op.INDEXMAP) {
          discard(i.x);
        } else if (TypeFacts.isArray(i.x.type)) {
          expr(k.note(i, "fixed-array-index-of"), i.x);
        } else {
          expr(k.deref(i, "dot of pointer"), i.x);
        }
        discard(i.index);
      }
      case Tree.Slicing s -> {
        expr(k.note(s, "slice"), s.x);
        discard(s.lo);
        discard(s.hi);
        discard(s.max);
      }
      case Tree.Conv c -> conversion(k, c);
      case Tree.Call c -> call(List.of(k), c);
      case Tree.Make m -> {
        if (m.op == Op.MAKECHAN) {
          batch.channel(m, func);
        } else {
          spill(k, m);
        }
        discard(m.len);
        discard(m.cap);
      }
      case Tree.CompositeLit lit -> literal(k, lit);
      case Tree.Closure c -> closure(k, c);
      default -> throw new IllegalStateException("expression " + n.op);
    }
  }

  private void unary(Hole k, Tree.Unary u) {
    switch (u.op) {
      case PLUS, NEG, BITNOT, NOT, RECV -> discard(u.x);
      case NEW -> spill(k, u);
      default -> call(List.of(k), u);
    }
  }

  private void selector(Hole k, Tree.Selector s) {
    switch (s.op) {
      case DOT, DOTINTER -> expr(k.note(s, "dot"), s.x);
      case DOTPTR -> expr(k.deref(s, "dot of pointer"), s.x);
      case METHEXPR -> {}
      case METHVALUE -> {
        // The receiver is kept in the closure, and passed on whenever that is called.
        Hole closure = spill(k, s);
        Callee callee = TypeFacts.isInterface(s.x.type) ? Callee.UNKNOWN : batch.method(s);
        List<Hole> ks = new ArrayList<>();
        if (s.method != null) {
          for (int i = 0; i < s.method.signature().results().size(); i++) {
            ks.add(Hole.of(graph.heap));
          }
        }
        Hole param = tagHole(ks, callee, 0).note(s, "method value");
        expr(tee(List.of(param, closure)), s.x);
      }
      default -> throw new IllegalStateException("selector " + s.op);
    }
  }

  private Hole dotType(Hole k, Type t, Tree where, String why) {
    boolean boxed = !TypeFacts.isInterface(t) && !TypeFacts.isDirect(t);
    return (boxed ? k.shift(1) : k).note(where, why);
  }

  private void conversion(Hole k, Tree.Conv c) {
    switch (c.op) {
      case CONV, CONVNOP -> {
        if (evaluated.contains(c)) {
          return;
        }
        if (TypeFacts.isUnsafePointer(c.type) && TypeFacts.isUintptr(c.x.type)) {
          unsafeValue(k, c.x);
        } else {
          expr(k, c.x);
        }
      }
      case CONVIFACE -> {
        Hole to = k;
        if (!TypeFacts.isInterface(c.x.type) && !TypeFacts.isDirect(c.x.type)) {
          to = spill(k, c);
        }
        expr(to.note(c, "interface-converted"), c.x);
      }
      case SLICE2ARR -> expr(k.deref(c, "slice-to-array"), c.x);
      case SLICE2ARRPTR -> expr(k, c.x);
      case BYTES2STR, RUNES2STR, RUNESTR, STR2BYTES, STR2RUNES -> {
        spill(k, c);
        discard(c.x);
      }
      default -> throw new IllegalStateException("conversion " + c.op);
    }
  }

  /** Arithmetic on a uintptr, in which an unsafe.Pointer may be hidden. */
  private void unsafeValue(Hole k, Tree n) {
    stmts(n.init);
    switch (n) {
      case Tree.Conv c when c.op == Op.CONV || c.op == Op.CONVNOP -> {
        if (TypeFacts.isUnsafePointer(c.x.type)) {
          expr(k, c.x);
        } else {
          discard(c.x);
        }
      }
      case Tree.Selector s when s.op == Op.DOTPTR && TypeFacts.isReflectHeaderData(s) ->
          expr(k.deref(s, "reflect.Header.Data"), s.x);
      case Tree.Unary u when u.op == Op.PLUS || u.op == Op.NEG || u.op == Op.BITNOT ->
          unsafeValue(k, u.x);
      case Tree.Binary b -> {
        switch (b.op) {
          case ADD, SUB, OR, XOR, MUL, DIV, MOD, AND, ANDNOT -> {
            unsafeValue(k, b.x);
            unsafeValue(k, b.y);
          }
          case LSH, RSH -> {
            unsafeValue(k, b.x);
            discard(b.y);
          }
          default -> exprSkipInit(discardHole(), n);
        }
      }
      default -> exprSkipInit(discardHole(), n);
    }
  }

  private void literal(Hole k, Tree.CompositeLit lit) {
    switch (lit.op) {
      case ARRAYLIT -> lit.list.forEach(e -> expr(k.note(lit, "array literal element"), e.value));
      case STRUCTLIT -> lit.list.forEach(e -> expr(k.note(lit, "struct literal element"), e.value));
      case SLICELIT -> {
        Hole array = spill(k, lit);
        lit.list.forEach(e -> expr(array.note(lit, "slice-literal-element"), e.value));
      }
      case MAPLIT -> {
        spill(k, lit);
        for (Tree.Element e : lit.list) {
          if (e.key != null) {
            toHeap(e.key, "map literal key", lit);
          }
          toHeap(e.value, "map literal value", lit);
        }
      }
      default -> throw new IllegalStateException("literal " + lit.op);
    }
  }

  private void closure(Hole k, Tree.Closure c) {
    Hole record = spill(k, c);
    batch.closure(record, c);
    if (!c.func.isClosure()) {
      return;
    }
    for (Func.Capture v : c.func.captures) {
      Location l = graph.location(v.name());
      if (!l.captured) {
        l.captured = true;
        // What was assigned in a straight line before the first capture is done by then.
        if (l.loopDepth == loopDepth && !batch.open(v.name())) {
          l.reassigned = false;
        }
      }
    }
    new Walk(batch, c.func).body(c.func.body);
  }

  private Hole spill(Hole k, Tree n) {
    Location l = graph.add(n, func, loopDepth, false);
    graph.flow(k.addr(n, "spill"), l);
    return Hole.of(l);
  }

  /** A hole that flows into all of {@code ks}. */
  private Hole tee(List<Hole> ks) {
    if (ks.isEmpty()) {
      return discardHole();
    }
    if (ks.size() == 1) {
      return ks.get(0);
    }
    Location l = graph.add(null, func, loopDepth, false);
    for (Hole k : ks) {
      if (k.derefs() < 0) {
        throw new IllegalStateException("address of several places");
      }
      graph.flow(k, l);
    }
    return Hole.of(l);
  }

  /** A hole that flows into {@code k} some time later. */
  private Hole later(Hole k) {
    Location l = graph.add(null, func, loopDepth, true);
    graph.flow(k, l);
    return Hole.of(l);
  }

  // ---- calls

  private void argument(Hole k, Tree arg, Tree call) {
    expr(k.note(call, "call parameter"), arg);
  }

  /**
   * @param ks where the results go; null for a statement
   */
  private void call(@Nullable List<Hole> ks, Tree n) {
    switch (n) {
      case Tree.Call c when c.op == Op.CALLFUNC || c.op == Op.CALLINTER -> function(ks, c);
      case Tree.Call c -> builtin(ks, c);
      case Tree.Binary b when b.op == Op.COPY -> {
        argument(Hole.of(graph.mutator), b.x, b);
        boolean pointers =
            TypeFacts.isSlice(b.y.type) && TypeFacts.hasPointers(TypeFacts.elem(b.y.type));
        argument(pointers ? Hole.of(graph.heap).deref(b, "copied slice") : discardHole(), b.y, b);
      }
      case Tree.Binary b when b.op == Op.COMPLEX -> {
        discard(b.x);
        discard(b.y);
      }
      case Tree.Binary b -> { // unsafe
        argument(first(ks), b.x, b);
        discard(b.y);
      }
      case Tree.Unary u -> {
        switch (u.op) {
          case PANIC -> argument(Hole.of(graph.heap), u.x, u);
          case CLEAR -> argument(Hole.of(graph.mutator), u.x, u);
          case UNSAFE_SLICE_DATA, UNSAFE_STRING_DATA -> argument(first(ks), u.x, u);
          default -> discard(u.x);
        }
      }
      default -> throw new IllegalStateException("call " + n.op);
    }
  }

  private Hole first(@Nullable List<Hole> ks) {
    return ks == null ? discardHole() : ks.get(0);
  }

  private void builtin(@Nullable List<Hole> ks, Tree.Call c) {
    switch (c.op) {
      case APPEND -> append(first(ks), c);
      case MIN, MAX -> c.args.forEach(a -> argument(first(ks), a, c));
      default -> c.args.forEach(this::discard);
    }
  }

  private void append(Hole k, Tree.Call c) {
    boolean pointers = TypeFacts.hasPointers(TypeFacts.elem(c.args.get(0).type));
    // The old array may be kept, or its elements copied to a new one.
    Hole appendee = tee(List.of(k, Hole.of(graph.mutator)));
    if (pointers) {
      appendee = tee(List.of(appendee, Hole.of(graph.heap).deref(c, "appendee slice")));
    }
    argument(appendee, c.args.get(0), c);
    if (c.ddd) {
      Tree more = c.args.get(1);
      boolean flows =
          TypeFacts.isSlice(more.type) && TypeFacts.hasPointers(TypeFacts.elem(more.type));
      argument(flows ? Hole.of(graph.heap).deref(c, "appended slice...") : discardHole(), more, c);
    } else {
      for (int i = 1; i < c.args.size(); i++) {
        argument(Hole.of(graph.heap), c.args.get(i), c);
      }
    }
    // A buffer on the stack is used once at most, so loops don't matter.
    spill(k, c).dst().loopDepth = 0;
  }

  private void function(@Nullable List<Hole> ks, Tree.Call c) {
    Tree fun = c.fun;
    if (fun == null) {
      throw new IllegalStateException("call without callee");
    }
    Callee callee = c.op == Op.CALLFUNC ? batch.callee(fun) : Callee.UNKNOWN;
    c.callee = callee;
    if (ks != null && callee.func() != null && batch.inBatch(callee.func())) {
      List<Tree.Name> results = callee.func().results;
      for (int i = 0; i < results.size(); i++) {
        expr(ks.get(i), results.get(i));
      }
    }
    List<Tree> args = new ArrayList<>();
    if (c.op == Op.CALLFUNC) {
      Hole k = discardHole();
      if (!callee.known() && ks != null && ks.stream().anyMatch(r -> r.dst() != graph.blank)) {
        k = Hole.of(graph.callee).note(c, "callee operand");
      }
      expr(k, fun);
    } else if (fun instanceof Tree.Selector s) {
      args.add(s.x);
    }
    args.addAll(c.args);
    for (int i = 0; i < args.size(); i++) {
      Tree arg = args.get(i);
      Func f = callee.func();
      if (f != null && (f.uintptrEscapes || f.uintptrKeepAlive || !f.hasBody)) {
        hiddenPointers(arg, f);
      }
      expr(tagHole(ks, callee, i).argument(c, i), arg);
    }
  }

  /** Pointers that are passed as uintptr to what may use them as pointers: a system call, say. */
  private void hiddenPointers(Tree arg, Func f) {
    if (arg instanceof Tree.CompositeLit lit && lit.op == Op.SLICELIT) {
      lit.list.forEach(e -> hiddenPointers(e.value, f));
    } else if (arg instanceof Tree.Conv c
        && c.op == Op.CONVNOP
        && TypeFacts.isUnsafePointer(c.x.type)
        && TypeFacts.isUintptr(c.type)) {
      Tree x = c.x;
      Location tmp = graph.add(null, func, loopDepth, true);
      expr(Hole.of(tmp).note(c, "assign"), x);
      Hole k =
          f.uintptrEscapes
              ? Hole.of(graph.heap).note(c, "//go:uintptrescapes")
              : Hole.of(graph.mutator);
      graph.flow(k, tmp);
      evaluated.add(c);
    }
  }

  /** Where the argument for parameter {@code i} (counted with the receiver) of a function goes. */
  private Hole tagHole(@Nullable List<Hole> ks, Callee callee, int i) {
    if (!callee.known()) {
      return Hole.of(graph.heap);
    }
    Func f = callee.func();
    if (f != null && batch.inBatch(f)) {
      return addr(f.params.get(i));
    }
    Tag tag = batch.tag(callee, i);
    List<Hole> holes = new ArrayList<>();
    if (tag.heap() >= 0) {
      holes.add(Hole.of(graph.heap).shift(tag.heap()));
    }
    if (tag.mutator() >= 0) {
      holes.add(Hole.of(graph.mutator).shift(tag.mutator()));
    }
    if (tag.callee() >= 0) {
      holes.add(Hole.of(graph.callee).shift(tag.callee()));
    }
    if (ks != null) {
      for (int r = 0; r < Tag.RESULTS; r++) {
        if (tag.result(r) >= 0) {
          holes.add(ks.get(r).shift(tag.result(r)));
        }
      }
    }
    return tee(holes);
  }

  /**
   * The function that a call calls, as far as it is known: one analysed here, or one that has tags.
   */
  record Callee(@Nullable Func func, Obj.@Nullable Func obj) {
    static final Callee UNKNOWN = new Callee(null, null);

    boolean known() {
      return func != null || obj != null;
    }
  }
}

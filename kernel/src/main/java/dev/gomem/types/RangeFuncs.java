package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes out loops over functions in code that is right: {@code for x := range f { body }} becomes
 * a call of {@code f} with a function literal that has the body and says whether to go on. What
 * stands for each loop, and for each statement that leaves a body, is noted in {@link Info}; the
 * trees stay as they are. Source: cmd/compile/internal/rangefunc, whose order of statements and
 * positions are kept, since messages of escape analysis depend on both.
 *
 * <p>Variables that the program does not have begin with {@code #}. Each loop has a {@code #state}
 * by which wrong use of the body is found. A body that must leave more than its own loop sets the
 * {@code #next} of the outermost loop and ends its loop; after each call the code is looked at:
 * {@code -1} returns, other negative ones go to a label, {@code 2n} leaves the loop at depth {@code
 * n} and {@code 2n-1} goes on with it.
 */
final class RangeFuncs {
  private static final int DONE = 0;
  private static final int READY = 1;
  private static final int RUNNING = 2;
  private static final int EXHAUSTED = 3;
  private static final int MISSING_PANIC = 4;

  private static final int RETURN = -1;

  /** The body of a function, or a cell's lines of main, with such loops. */
  record Body(Signature sig, List<Stmt> list) {}

  /** A branch to a label. */
  private record Branch(Stmt.BranchKind kind, String label) {}

  /** What a break or continue may mean. */
  private record Target(@Nullable String label, Stmt stmt, boolean loop) {}

  /** A loop over a function around the statement being looked at. */
  private static final class Loop {
    final Stmt.ForStmt stmt;
    final Obj.Var state;

    /** 1 for the outermost. */
    final int depth;

    // What is to be looked at after the call.
    boolean returns;
    boolean breaks;
    boolean continues;
    final Set<Branch> branches = new LinkedHashSet<>();

    Loop(Stmt.ForStmt stmt, Obj.Var state, int depth) {
      this.stmt = stmt;
      this.state = state;
      this.depth = depth;
    }
  }

  private final Info info;
  private final Package pkg;
  private final Body body;
  private final List<Loop> loops = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private int states;
  private int bodies;

  /** The loop that each label stands in, null for none; and the codes of branches to them. */
  private @Nullable Map<String, Stmt.@Nullable ForStmt> labelLoops;

  private final Map<Branch, Integer> codes = new HashMap<>();

  // Of the outermost loop.
  private final List<Decl> declared = new ArrayList<>();
  private Obj.@Nullable Var next;
  private Obj.@Nullable Var defers;

  private RangeFuncs(Info info, Package pkg, Body body) {
    this.info = info;
    this.pkg = pkg;
    this.body = body;
  }

  static void rewrite(Info info, Package pkg, Body body) {
    new RangeFuncs(info, pkg, body).list(body.list());
  }

  /** The type of the function ranged over, or null for other loops. */
  private @Nullable Signature iterator(Stmt.ForStmt s) {
    return s.init() instanceof Stmt.RangeClause r
            && Under.commonUnder(info.typeOf(r.x())) instanceof Signature sig
        ? sig
        : null;
  }

  // ---- looking for loops and what leaves them

  private void list(List<Stmt> list) {
    for (Stmt s : list) {
      statement(s, null);
    }
  }

  private void statement(@Nullable Stmt s, @Nullable String label) {
    switch (s) {
      case null -> {}
      case Stmt.LabeledStmt l -> statement(l.stmt(), l.label().value());
      case Stmt.BlockStmt b -> list(b.list());
      case Stmt.IfStmt i -> {
        list(i.then().list());
        statement(i.els(), null);
      }
      case Stmt.ForStmt f -> {
        targets.add(new Target(label, f, true));
        Signature sig = iterator(f);
        if (sig != null) {
          loop(f, sig);
        } else {
          list(f.body().list());
        }
        targets.removeLast();
      }
      case Stmt.SwitchStmt w -> {
        targets.add(new Target(label, w, false));
        w.body().forEach(c -> list(c.body()));
        targets.removeLast();
      }
      case Stmt.SelectStmt w -> {
        targets.add(new Target(label, w, false));
        w.body().forEach(c -> list(c.body()));
        targets.removeLast();
      }
      case Stmt.BranchStmt b -> {
        if (!loops.isEmpty() && b.kind() != Stmt.BranchKind.FALLTHROUGH) {
          branch(b);
        }
      }
      case Stmt.ReturnStmt r -> {
        if (!loops.isEmpty()) {
          returns(r);
        }
      }
      case Stmt.CallStmt c -> {
        if (!loops.isEmpty() && c.isDefer()) {
          info.defersAt.put(c, defers());
        }
      }
      case Stmt.EmptyStmt _, Stmt.ExprStmt _, Stmt.SendStmt _, Stmt.DeclStmt _ -> {}
      case Stmt.AssignStmt _, Stmt.RangeClause _ -> {}
    }
  }

  private void loop(Stmt.ForStmt s, Signature sig) {
    Obj.Var state = variable(s.pos(), "#state" + ++states, Universe.INT);
    Loop loop = new Loop(s, state, loops.size() + 1);
    loops.add(loop);
    list(s.body().list());
    written(loop, sig);
    loops.removeLast();
    if (loops.isEmpty()) {
      declared.clear();
      next = null;
      defers = null;
    }
  }

  private Loop innermost() {
    return loops.getLast();
  }

  /** {@code return x} becomes {@code #rv1 = x; #next = -1; return false}. */
  private void returns(Stmt.ReturnStmt r) {
    Pos pos = r.pos();
    List<Stmt> list = new ArrayList<>();
    if (r.results() != null) {
      List<Expr> results = new ArrayList<>();
      List<Obj.Var> vars = body.sig().results().vars();
      for (int i = 0; i < vars.size(); i++) {
        Obj.Var v = vars.get(i);
        if (v.name().isEmpty() || v.name().equals("_")) {
          info.resultNames.put(v, "#rv" + (i + 1));
        }
        results.add(use(v, pos));
      }
      Expr lhs = results.size() == 1 ? results.getFirst() : new Expr.ListExpr(pos, results);
      list.add(new Stmt.AssignStmt(pos, null, lhs, r.results()));
    }
    loops.forEach(l -> l.returns = true);
    list.add(setNext(RETURN, pos));
    list.add(setState(innermost(), DONE, pos));
    list.add(end(false, pos));
    replace(r, pos, list);
  }

  private void branch(Stmt.BranchStmt b) {
    Expr.Name name = b.label();
    Stmt target = target(b);
    if (name == null && target != innermost().stmt) {
      return; // of a statement inside the body
    }
    Pos pos = b.pos();
    int at = loops.size() - 1;
    while (at >= 0 && loops.get(at).stmt != target) {
      at--;
    }
    int code;
    if (name != null && (b.kind() == Stmt.BranchKind.GOTO || at < 0)) {
      String label = name.value();
      Stmt.ForStmt around = labelLoops().get(label);
      if (around == innermost().stmt) {
        return; // the label is in the same body
      }
      Branch branch = new Branch(b.kind(), label);
      Integer known = codes.get(branch);
      if (known == null) {
        throw new IllegalStateException("unknown label " + label);
      }
      code = known;
      at = loops.size() - 1;
      while (at >= 0 && loops.get(at).stmt != around) {
        at--;
      }
      loops.get(at + 1).branches.add(branch);
      loops.subList(at + 2, loops.size()).forEach(l -> l.returns = true);
    } else {
      boolean continues = b.kind() == Stmt.BranchKind.CONTINUE;
      if (at == loops.size() - 1) {
        replace(
            b,
            pos,
            List.of(setState(innermost(), continues ? READY : DONE, pos), end(continues, pos)));
        return;
      }
      if (continues) {
        loops.get(at + 1).continues = true;
      } else {
        loops.get(at).breaks = true;
      }
      loops.subList(at + (continues ? 2 : 1), loops.size()).forEach(l -> l.breaks = true);
      code = 2 * (at + 1) - (continues ? 1 : 0);
    }
    replace(b, pos, List.of(setNext(code, pos), setState(innermost(), DONE, pos), end(false, pos)));
  }

  /** The statement that a break or continue leaves; null for goto. */
  private @Nullable Stmt target(Stmt.BranchStmt b) {
    if (b.kind() == Stmt.BranchKind.GOTO) {
      return null;
    }
    Expr.Name name = b.label();
    for (Target t : targets.reversed()) {
      boolean fits = b.kind() == Stmt.BranchKind.BREAK || t.loop;
      if (name == null ? fits : name.value().equals(t.label)) {
        return t.stmt;
      }
    }
    throw new IllegalStateException("no target of a branch at " + b.pos());
  }

  private Map<String, Stmt.@Nullable ForStmt> labelLoops() {
    if (labelLoops == null) {
      labelLoops = new HashMap<>();
      int[] used = {RETURN};
      for (Stmt s : body.list()) {
        labels(s, null, labelLoops, used);
      }
    }
    return labelLoops;
  }

  private void labels(
      @Nullable Stmt s,
      Stmt.@Nullable ForStmt around,
      Map<String, Stmt.@Nullable ForStmt> found,
      int[] used) {
    Stmt.ForStmt inner = around;
    if (s instanceof Stmt.LabeledStmt l) {
      String label = l.label().value();
      found.put(label, around);
      used[0] -= 3;
      codes.put(new Branch(Stmt.BranchKind.BREAK, label), used[0]);
      codes.put(new Branch(Stmt.BranchKind.CONTINUE, label), used[0] + 1);
      codes.put(new Branch(Stmt.BranchKind.GOTO, label), used[0] + 2);
    } else if (s instanceof Stmt.ForStmt f && iterator(f) != null) {
      inner = f;
    }
    for (Stmt child : Labels.children(s)) {
      labels(child, inner, found, used);
    }
  }

  // ---- what stands for a loop

  private void written(Loop loop, Signature sig) {
    Stmt.ForStmt s = loop.stmt;
    Stmt.RangeClause r = (Stmt.RangeClause) s.init();
    if (r == null || !(Under.commonUnder(sig.params().at(0).type()) instanceof Signature yield)) {
      throw new IllegalStateException("no range over a function at " + s.pos());
    }
    Pos start = s.pos();
    Pos end = s.body().rbrace();
    Expr.FuncLit literal = literal(loop, r, yield);
    Obj.Var body = variable(Pos.NONE, "#yield" + ++bodies, info.typeOf(literal));
    List<Stmt> list = new ArrayList<>();
    // The checks may be the first to need #next.
    List<Stmt> checks = checks(loop, end);
    if (loops.size() == 1 && !declared.isEmpty()) {
      list.add(new Stmt.DeclStmt(start, List.copyOf(declared)));
    }
    list.add(declare(loop.state, number(READY, start), start));
    list.add(declare(body, literal, start));
    list.add(new Stmt.ExprStmt(start, call(r.x(), List.of(use(body, start)), start)));
    Expr lost = compare(use(loop.state, end), Operator.EQL, RUNNING, end);
    list.add(iff(lost, List.of(misuse(number(MISSING_PANIC, end), end)), end));
    list.add(setState(loop, EXHAUSTED, end));
    list.addAll(checks);
    replace(s, start, list);
  }

  private Expr.FuncLit literal(Loop loop, Stmt.RangeClause r, Signature yield) {
    Pos start = loop.stmt.pos();
    Pos end = loop.stmt.body().rbrace();
    List<Expr> lhs = Expr.unpack(r.lhs());
    List<Obj.Var> params = new ArrayList<>();
    List<Stmt> before = new ArrayList<>();
    for (int i = 0; i < yield.params().size(); i++) {
      Type type = yield.params().at(i).type();
      if (i < lhs.size() && r.def()) {
        if (!(lhs.get(i) instanceof Expr.Name n && info.def(n) instanceof Obj.Var v)) {
          throw new IllegalStateException("no range variable at " + r.pos());
        }
        params.add(v);
        continue;
      }
      Obj.Var v = new Obj.Var(start, pkg, "#p" + (i + 1), type, Obj.VarKind.PARAM_VAR);
      params.add(v);
      if (i < lhs.size()) {
        Expr x = lhs.get(i);
        before.add(new Stmt.AssignStmt(x.pos(), null, x, use(v, x.pos())));
      }
    }
    Obj.Var old = variable(Pos.NONE, "#tmpState", Universe.INT);
    before.add(declare(old, use(loop.state, Pos.NONE), Pos.NONE));
    before.add(setState(loop, RUNNING, start));
    Expr wrong = compare(use(old, start), Operator.NEQ, READY, start);
    before.add(iff(wrong, List.of(misuse(use(old, start), start)), start));
    List<Stmt> list = new ArrayList<>();
    list.add(hidden(start, before));
    list.addAll(loop.stmt.body().list());
    list.add(hidden(Pos.NONE, List.of(setState(loop, READY, end), end(true, end))));
    Expr.FuncLit lit =
        new Expr.FuncLit(
            start,
            new Expr.FuncType(start, List.of(), List.of()),
            new Stmt.BlockStmt(start, List.copyOf(list), end));
    Obj.Var result = new Obj.Var(start, pkg, "#r", Universe.BOOL, Obj.VarKind.RESULT_VAR);
    Tuple results = new Tuple(List.of(result));
    value(lit, new Signature(null, List.of(), new Tuple(params), results, false));
    info.rangeBodies.add(lit);
    return lit;
  }

  /** What follows the call of a loop: where the body wanted to go. */
  private List<Stmt> checks(Loop loop, Pos pos) {
    List<Stmt> list = new ArrayList<>();
    for (Branch b : loop.branches) {
      Stmt go = new Stmt.BranchStmt(pos, b.kind(), new Expr.Name(pos, b.label()));
      list.add(ifNext(Operator.EQL, codes.getOrDefault(b, 0), true, List.of(go), pos));
    }
    if (loops.size() == 1) {
      if (loop.returns) {
        Stmt out = new Stmt.ReturnStmt(pos, null);
        list.add(ifNext(Operator.EQL, RETURN, false, List.of(out), pos));
      }
      return list;
    }
    Loop around = loops.get(loops.size() - 2);
    int code = 2 * around.depth;
    List<Stmt> leave = List.of(setState(around, DONE, pos), end(false, pos));
    if (loop.returns) {
      list.add(ifNext(Operator.LSS, 0, false, leave, pos));
    }
    list.add(ifNext(Operator.GTR, code, false, List.of(misuse(number(DONE, pos), pos)), pos));
    if (loop.continues) {
      List<Stmt> again = List.of(setState(around, READY, pos), end(true, pos));
      list.add(ifNext(Operator.EQL, code - 1, true, again, pos));
    }
    if (loop.breaks) {
      list.add(ifNext(Operator.EQL, code, true, leave, pos));
    }
    if (loop.continues || loop.breaks) {
      list.add(ifNext(Operator.GTR, 0, false, leave, pos));
    }
    return list;
  }

  // ---- pieces of trees

  private void replace(Stmt s, Pos pos, List<Stmt> list) {
    info.statements.put(s, hidden(pos, list));
  }

  /** A block that the program does not have. */
  private Stmt.BlockStmt hidden(Pos pos, List<Stmt> list) {
    Stmt.BlockStmt b = new Stmt.BlockStmt(pos, List.copyOf(list), pos);
    info.hidden.add(b);
    return b;
  }

  private Obj.Var variable(Pos pos, String name, Type type) {
    return new Obj.Var(pos, pkg, name, type, Obj.VarKind.LOCAL_VAR);
  }

  private Obj.Var next() {
    if (next == null) {
      next = outer("#next", Universe.INT, null);
    }
    return next;
  }

  private Obj.Var defers() {
    if (defers == null) {
      Pos start = loops.getFirst().stmt.pos();
      Expr.Name fun = use(Universe.DEFER_RANGE_FUNC, start);
      defers = outer("#defers", Universe.ANY, call(fun, List.of(), start));
    }
    return defers;
  }

  /** A variable declared before the outermost loop. */
  private Obj.Var outer(String name, Type type, @Nullable Expr value) {
    Obj.Var v = variable(Pos.NONE, name, type);
    declared.add(declaration(v, value, loops.getFirst().stmt.pos()));
    return v;
  }

  private Decl.VarDecl declaration(Obj.Var v, @Nullable Expr value, Pos pos) {
    Expr.Name n = new Expr.Name(pos, v.name());
    info.defs.put(n, v);
    return new Decl.VarDecl(pos, null, List.of(), List.of(n), null, value);
  }

  private Stmt declare(Obj.Var v, Expr value, Pos pos) {
    return new Stmt.DeclStmt(pos, List.of(declaration(v, value, pos)));
  }

  private Stmt setNext(int code, Pos pos) {
    return new Stmt.AssignStmt(pos, null, use(next(), pos), number(code, pos));
  }

  private Stmt setState(Loop loop, int state, Pos pos) {
    return new Stmt.AssignStmt(pos, null, use(loop.state, pos), number(state, pos));
  }

  private Stmt end(boolean more, Pos pos) {
    Expr.Name n = new Expr.Name(pos, more ? "true" : "false");
    info.types.put(n, new Info.TypeAndValue(Info.Mode.CONSTANT, Universe.BOOL, Constant.of(more)));
    return new Stmt.ReturnStmt(pos, n);
  }

  private Stmt ifNext(Operator op, int code, boolean clear, List<Stmt> then, Pos pos) {
    List<Stmt> list = new ArrayList<>();
    if (clear) {
      list.add(setNext(0, pos));
    }
    list.addAll(then);
    return iff(compare(use(next(), pos), op, code, pos), list, pos);
  }

  private static Stmt iff(Expr cond, List<Stmt> then, Pos pos) {
    return new Stmt.IfStmt(pos, null, cond, new Stmt.BlockStmt(pos, List.copyOf(then), pos), null);
  }

  private Expr compare(Expr x, Operator op, int y, Pos pos) {
    Expr e = new Expr.Operation(pos, op, x, number(y, pos));
    value(e, Universe.BOOL);
    return e;
  }

  private Stmt misuse(Expr state, Pos pos) {
    Expr.Name fun = use(Universe.PANIC_RANGE_STATE, pos);
    return new Stmt.ExprStmt(pos, call(fun, List.of(state), pos));
  }

  private Expr.CallExpr call(Expr fun, List<Expr> args, Pos pos) {
    Expr.CallExpr c = new Expr.CallExpr(pos, fun, args, false);
    Tuple results =
        Under.commonUnder(info.typeOf(fun)) instanceof Signature sig ? sig.results() : Tuple.EMPTY;
    if (results.size() == 1) {
      value(c, results.at(0).type());
    } else {
      info.types.put(c, new Info.TypeAndValue(Info.Mode.NO_VALUE, Tuple.EMPTY, null));
    }
    return c;
  }

  private Expr number(int n, Pos pos) {
    Expr e = new Expr.BasicLit(pos, Integer.toString(n), Expr.LitKind.INT, false);
    info.types.put(e, new Info.TypeAndValue(Info.Mode.CONSTANT, Universe.INT, Constant.of(n)));
    return e;
  }

  private Expr.Name use(Obj o, Pos pos) {
    String given = o instanceof Obj.Var v ? info.resultName(v) : null;
    Expr.Name n = new Expr.Name(pos, given != null ? given : o.name());
    info.uses.put(n, o);
    Info.Mode mode = o instanceof Obj.Var ? Info.Mode.VARIABLE : Info.Mode.VALUE;
    info.types.put(n, new Info.TypeAndValue(mode, o.type(), null));
    return n;
  }

  private void value(Expr e, Type type) {
    info.types.put(e, new Info.TypeAndValue(Info.Mode.VALUE, type, null));
  }
}

package dev.gomem.ir;

import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Obj;
import dev.gomem.types.Signature;
import dev.gomem.types.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Statements and the body of a function: blocks with the scopes of their variables, if, for, labels
 * and jumps, return. Each statement begins with a mark; the parts of a for clause have one each.
 * Loops test at the bottom.
 */
final class StmtBuilder {
  private final FuncBuilder f;

  /** What break and continue leave; {@code again} is null for switch and select. */
  private record Target(@Nullable String label, IrStmt.Label end, IrStmt.@Nullable Label again) {}

  private final Deque<Target> targets = new ArrayDeque<>();
  private final Deque<List<Var>> scopes = new ArrayDeque<>();
  private final Map<String, IrStmt.Label> labels = new HashMap<>();
  private final IrStmt.Label exit = new IrStmt.Label("exit");
  private @Nullable String pendingLabel;
  private IrStmt.@Nullable Label fallthrough;

  StmtBuilder(FuncBuilder f) {
    this.f = f;
  }

  // whole functions

  /** Parameters, results and body. */
  void function(Signature sig, Obj.@Nullable Var recv, Stmt.BlockStmt body) {
    // What the body of a loop over a function defers is the business of the function around it.
    f.hasDefer = f.loopOf == null && defers(body.list());
    f.signature(sig, recv, f.hasDefer);
    open();
    body.list().forEach(this::statement);
    // The function's own variables stay in scope until its frame goes: the tables show them as it
    // returns.
    List<Var> unused = keep();
    end(body.rbrace(), sig.results().size() > 0);
  }

  /** What follows the last statement. */
  void end(Pos end, boolean mustReturn) {
    f.pos = end;
    boolean open = !f.unreachable();
    if (open && mustReturn) {
      // The checker has seen a terminating statement: this place is not reached.
      f.runtime(RuntimeFn.PANIC_UNREACHABLE, List.of(), null);
      f.emit(new IrStmt.Unreachable(end));
      open = false;
    }
    if (f.hasDefer) {
      f.label(exit);
      f.emit(new IrStmt.RunDefers(end));
      f.leave();
    } else if (open) {
      f.leave();
    }
  }

  /** A defer statement of this function, not of one inside it. */
  static boolean defers(List<? extends Stmt> list) {
    for (Stmt s : list) {
      if (defers(s)) {
        return true;
      }
    }
    return false;
  }

  private static boolean defers(@Nullable Stmt s) {
    return switch (s) {
      case null -> false;
      case Stmt.CallStmt c -> c.isDefer();
      case Stmt.BlockStmt b -> defers(b.list());
      case Stmt.LabeledStmt l -> defers(l.stmt());
      case Stmt.IfStmt i -> defers(i.then()) || defers(i.els());
      case Stmt.ForStmt l -> defers(l.body());
      case Stmt.SwitchStmt w -> w.body().stream().anyMatch(c -> defers(c.body()));
      case Stmt.SelectStmt w -> w.body().stream().anyMatch(c -> defers(c.body()));
      case Stmt.EmptyStmt _, Stmt.ExprStmt _, Stmt.SendStmt _, Stmt.DeclStmt _, Stmt.AssignStmt _ ->
          false;
      case Stmt.BranchStmt _, Stmt.ReturnStmt _, Stmt.RangeClause _ -> false;
    };
  }

  // scopes

  void open() {
    scopes.push(new ArrayList<>());
  }

  void close() {
    List<Var> vars = scopes.pop();
    for (int i = vars.size() - 1; i >= 0; i--) {
      f.emit(new IrStmt.VarEnd(vars.get(i)));
    }
  }

  /** The declaration is complete. */
  void started(Var v) {
    f.emit(new IrStmt.VarStart(v));
    if (!scopes.isEmpty()) {
      scopes.element().add(v);
    }
  }

  /** Ends the outermost scope without ending its variables: those of a session's main. */
  List<Var> keep() {
    return scopes.pop();
  }

  void block(List<Stmt> list) {
    open();
    for (Stmt s : list) {
      statement(s);
    }
    close();
  }

  // statements

  void statement(Stmt written) {
    Stmt s = f.info.statement(written);
    switch (s) {
      case Stmt.EmptyStmt e -> {}
      case Stmt.BlockStmt b when f.info.isHidden(b) -> f.step(b.pos(), () -> block(b.list()));
      case Stmt.BlockStmt b -> block(b.list());
      case Stmt.LabeledStmt l -> labeled(l);
      case Stmt.DeclStmt d -> declarations(d);
      case Stmt.ExprStmt e -> {
        f.mark(e.pos());
        expression(e.x());
      }
      case Stmt.SendStmt e -> {
        f.mark(e.pos());
        f.channels.send(e);
      }
      case Stmt.AssignStmt a -> {
        f.mark(a.pos());
        f.assigns.statement(a);
      }
      case Stmt.BranchStmt b -> {
        f.mark(b.pos());
        branch(b);
      }
      case Stmt.CallStmt c -> {
        f.mark(c.pos());
        f.builtins.moveOut(c);
        f.defers.statement(c);
      }
      case Stmt.ReturnStmt r -> {
        f.mark(r.pos());
        returns(r);
      }
      case Stmt.IfStmt i -> ifStatement(i);
      case Stmt.ForStmt l -> loop(l, takeLabel());
      case Stmt.SwitchStmt w -> f.switches.statement(w, takeLabel());
      case Stmt.SelectStmt w -> f.channels.select(w, takeLabel());
      case Stmt.RangeClause r -> throw new IllegalStateException("range outside for");
    }
  }

  private @Nullable String takeLabel() {
    String l = pendingLabel;
    pendingLabel = null;
    return l;
  }

  private void labeled(Stmt.LabeledStmt l) {
    f.label(gotoLabel(l.label().value()));
    Stmt s = f.info.statement(l.stmt());
    boolean target =
        s instanceof Stmt.ForStmt || s instanceof Stmt.SwitchStmt || s instanceof Stmt.SelectStmt;
    pendingLabel = target ? l.label().value() : null;
    statement(l.stmt());
  }

  private IrStmt.Label gotoLabel(String name) {
    return labels.computeIfAbsent(name, IrStmt.Label::new);
  }

  private void declarations(Stmt.DeclStmt d) {
    for (Decl decl : d.decls()) {
      switch (decl) {
        case Decl.VarDecl v -> f.assigns.declare(v);
        case Decl.ConstDecl _, Decl.TypeDecl _, Decl.ImportDecl _, Decl.FuncDecl _ -> {}
      }
    }
  }

  /** An expression as a statement: a call or a receive; in cells anything. */
  void expression(Expr e) {
    Expr x = ExprBuilder.unparen(e);
    if (x instanceof Expr.CallExpr c && f.constant(c) == null) {
      call(c);
      return;
    }
    f.assigns.discard(f.exprs.expr(x));
  }

  /** A call whose results are dropped. */
  void call(Expr.CallExpr c) {
    Obj.Builtin b = f.calls.builtin(c);
    if (b != null) {
      f.builtins.statement(c, b.id());
    } else if (f.calls.isPlain(c)) {
      f.calls.statement(c);
    } else {
      f.assigns.discard(f.exprs.expr(c));
    }
  }

  private void branch(Stmt.BranchStmt b) {
    Expr.Name l = b.label();
    String name = l == null ? null : l.value();
    switch (b.kind()) {
      case BREAK -> f.jump(find(name, false).end());
      case CONTINUE -> f.jump(Objects.requireNonNull(find(name, true).again()));
      case GOTO -> f.jump(gotoLabel(Objects.requireNonNull(name)));
      case FALLTHROUGH -> f.jump(Objects.requireNonNull(fallthrough));
    }
  }

  private Target find(@Nullable String label, boolean loop) {
    for (Target t : targets) {
      if (label == null ? !loop || t.again() != null : label.equals(t.label())) {
        return t;
      }
    }
    throw new IllegalStateException("no target for break or continue");
  }

  void enter(@Nullable String label, IrStmt.Label end, IrStmt.@Nullable Label again) {
    targets.push(new Target(label, end, again));
  }

  void exit() {
    targets.pop();
  }

  /** The body of a case; {@code next} is where fallthrough goes. */
  void clause(List<Stmt> body, IrStmt.@Nullable Label next) {
    IrStmt.Label saved = fallthrough;
    fallthrough = next;
    block(body);
    fallthrough = saved;
  }

  // return

  private void returns(Stmt.ReturnStmt r) {
    f.builtins.moveOut(r);
    List<Expr> values = ExprBuilder.list(r.results());
    if (!values.isEmpty()) {
      results(values);
    }
    if (f.hasDefer) {
      f.jump(exit);
    } else {
      f.leave();
    }
  }

  private void results(List<Expr> values) {
    List<AssignBuilder.Dest> dests = new ArrayList<>();
    for (int i = 0; i < f.resultVars.size(); i++) {
      dests.add(f.assigns.place(f.resultVars.get(i), f.resultTypes.get(i)));
    }
    if (values.size() == 1 && dests.size() == 1) {
      Var v = f.resultVars.get(0);
      f.assigns.single(v.boxed() ? null : v, dests.get(0), values.get(0), true);
    } else if (values.size() == 1 && f.type(values.get(0)) instanceof Tuple t) {
      Expr call = ExprBuilder.unparen(values.get(0));
      f.assigns.tuple(dests, f.calls.call((Expr.CallExpr) call), t.vars(), call);
    } else {
      f.assigns.store(dests, values);
    }
  }

  // if, for

  private void ifStatement(Stmt.IfStmt s) {
    f.mark(s.pos());
    open();
    simple(s.init());
    IrStmt.Label yes = new IrStmt.Label("then");
    IrStmt.Label no = new IrStmt.Label("else");
    f.pos = s.pos();
    f.exprs.cond(s.cond(), yes, no);
    f.label(yes);
    block(s.then().list());
    Stmt els = s.els();
    if (els != null) {
      IrStmt.Label end = new IrStmt.Label("endif");
      f.jump(end);
      f.label(no);
      statement(els);
      f.label(end);
    } else {
      f.label(no);
    }
    close();
  }

  /** The statement before the condition of an if or switch: part of the same step. */
  void simple(Stmt.@Nullable SimpleStmt s) {
    switch (s) {
      case null -> {}
      case Stmt.AssignStmt a -> f.assigns.statement(a);
      case Stmt.ExprStmt e -> expression(e.x());
      case Stmt.SendStmt e -> f.channels.send(e);
      case Stmt.EmptyStmt e -> {}
      case Stmt.RangeClause r -> throw new IllegalStateException("range outside for");
    }
  }

  private void loop(Stmt.ForStmt s, @Nullable String label) {
    if (s.init() instanceof Stmt.RangeClause r) {
      f.ranges.loop(s, r, label);
      return;
    }
    open();
    Stmt.SimpleStmt init = s.init();
    if (init != null) {
      f.mark(init.pos());
      simple(init);
    } else if (s.cond() == null) {
      f.mark(s.pos());
    }
    List<Var> boxes =
        f.info.newInEachIteration(s.pos()) ? boxedLoopVariables(init) : List.<Var>of();
    IrStmt.Label body = new IrStmt.Label("body");
    IrStmt.Label next = new IrStmt.Label("next");
    IrStmt.Label test = new IrStmt.Label("test");
    IrStmt.Label end = new IrStmt.Label("endfor");
    Expr cond = s.cond();
    if (cond != null) {
      f.jump(test);
    }
    f.label(body);
    enter(label, end, next);
    f.loopDepth++;
    block(s.body().list());
    f.loopDepth--;
    exit();
    f.label(next);
    boxes.forEach(this::renew);
    Stmt.SimpleStmt post = s.post();
    if (post != null) {
      f.mark(post.pos());
      simple(post);
    }
    if (cond != null) {
      f.label(test);
      f.mark(cond.pos());
      f.exprs.cond(cond, body, end);
    } else {
      f.jump(body);
    }
    f.label(end);
    close();
  }

  /** Variables of the init statement on the heap: each iteration has its own. */
  private List<Var> boxedLoopVariables(Stmt.@Nullable SimpleStmt init) {
    List<Var> out = new ArrayList<>();
    if (init instanceof Stmt.AssignStmt a && a.op() == Operator.DEF) {
      for (Expr e : ExprBuilder.list(a.lhs())) {
        if (f.info.def((Expr.Name) e) instanceof Obj.Var o && !f.escape.oneForAllIterations(o)) {
          Var v = f.find(o);
          if (v != null && v.boxed()) {
            out.add(v);
          }
        }
      }
    }
    return out;
  }

  /** A new box with the old one's value. */
  private void renew(Var v) {
    IrExpr old = f.copy(f.address(v));
    f.allocate(v);
    f.assign(f.place(v), new IrExpr.Deref(old, 0, v.type()));
  }
}

package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.BuiltinId;
import dev.gomem.types.Chan;
import dev.gomem.types.Info;
import dev.gomem.types.Interface;
import dev.gomem.types.Obj;
import dev.gomem.types.Signature;
import dev.gomem.types.Type;
import dev.gomem.types.Types;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements of {@link TreeBuilder}. Leaves out what gc's writer leaves out: statements after one
 * that ends the block, branches of conditions it can decide, cases of a switch over a constant.
 * Source: cmd/compile's noder/{writer,reader}.go, typecheck/stmt.go.
 */
final class TreeStmts {
  private final TreeBuilder b;

  TreeStmts(TreeBuilder b) {
    this.b = b;
  }

  List<Tree> list(List<Stmt> stmts) {
    List<Tree> out = new ArrayList<>();
    int lastLabel = -1;
    for (int i = 0; i < stmts.size(); i++) {
      if (stmts.get(i) instanceof Stmt.LabeledStmt) {
        lastLabel = i;
      }
    }
    boolean dead = false;
    for (int i = 0; i < stmts.size(); i++) {
      Stmt s = stmts.get(i);
      if (dead && i > lastLabel && !(s instanceof Stmt.LabeledStmt)) {
        continue;
      }
      stmt(s, out);
      dead = terminates(s);
    }
    return out;
  }

  private @Nullable Tree block(List<Tree> list) {
    return switch (list.size()) {
      case 0 -> null;
      case 1 -> list.get(0);
      default -> new Tree.Block(list.get(0).pos, list);
    };
  }

  private @Nullable Tree simple(@Nullable Stmt s) {
    return s == null ? null : block(list(List.of(s)));
  }

  private static @Nullable String labelBefore(List<Tree> out) {
    return !out.isEmpty() && out.get(out.size() - 1) instanceof Tree.Label l ? l.label : null;
  }

  private void stmt(Stmt written, List<Tree> out) {
    Stmt s = b.info.statement(written);
    switch (s) {
      case Stmt.EmptyStmt e -> {}
      case Stmt.AssignStmt a -> assignment(a, out);
      case Stmt.BlockStmt block -> out.addAll(list(block.list()));
      case Stmt.BranchStmt br -> out.add(branch(br));
      case Stmt.CallStmt c -> out.add(goDefer(c));
      case Stmt.DeclStmt d -> {
        for (Decl decl : d.decls()) {
          if (decl instanceof Decl.VarDecl v) {
            assign(v, v.pos(), new ArrayList<>(v.names()), v.values(), out);
          }
        }
      }
      case Stmt.ExprStmt e -> {
        Tree x = b.exprs.expr(e.x());
        out.add(isStatement(x.op) ? x : new Tree.Assign(x.pos, null, x));
      }
      case Stmt.ForStmt f -> out.addAll(forStmt(f, labelBefore(out)));
      case Stmt.IfStmt i -> ifStmt(i, out);
      case Stmt.LabeledStmt l -> {
        if (!l.label().value().equals("_")) {
          out.add(new Tree.Label(l.pos(), l.label().value()));
        }
        stmt(l.stmt(), out);
      }
      case Stmt.ReturnStmt r -> out.add(returnStmt(r));
      case Stmt.SelectStmt sel -> out.add(select(sel));
      case Stmt.SendStmt send -> {
        Type chan = b.info.typeOf(send.chan());
        Tree c = b.exprs.expr(send.chan());
        Type elem = chan.underlying() instanceof Chan ch ? ch.elem() : Universe.INVALID;
        out.add(new Tree.Send(send.pos(), c, b.exprs.converted(elem, send.value())));
      }
      case Stmt.SwitchStmt sw -> out.add(switchStmt(sw));
      case Stmt.RangeClause r -> throw new IllegalStateException("range clause alone");
    }
  }

  /** A lesson cell may end in an expression, whose value nothing uses. */
  private static boolean isStatement(Op op) {
    return switch (op) {
      case CALLFUNC, CALLINTER, CLEAR, CLOSE, COPY, DELETE, PANIC, PRINT, PRINTLN, RECOVER, RECV ->
          true;
      default -> false;
    };
  }

  // ---- assignments

  private void assignment(Stmt.AssignStmt a, List<Tree> out) {
    Operator op = a.op();
    if (a.rhs() == null && op != null) {
      Tree x = b.exprs.expr(a.lhs());
      Tree one = new Tree.Literal(a.pos(), x.type, Constant.of(1));
      out.add(new Tree.AssignOp(a.pos(), TreeExprs.binaryOp(op), x, one, true));
    } else if (op != null && op != Operator.DEF && a.rhs() != null) {
      Tree x = b.exprs.expr(a.lhs());
      Tree y =
          op.isShift() ? b.exprs.expr(a.rhs()) : b.exprs.converted(b.info.typeOf(a.lhs()), a.rhs());
      Tree.AssignOp as = new Tree.AssignOp(a.pos(), TreeExprs.binaryOp(op), x, y, false);
      as.source = a;
      out.add(as);
    } else {
      assign(a, a.pos(), Expr.unpack(a.lhs()), a.rhs(), out);
    }
  }

  /**
   * What stands left of an assignment: the tree, or null for the blank identifier; {@code def} if
   * it is new.
   */
  private record Target(@Nullable Tree tree, boolean def, @Nullable Type type) {}

  private Target target(Expr e0) {
    Expr e = Expr.unparen(e0);
    if (e instanceof Expr.Name n) {
      if (n.value().equals("_")) {
        return new Target(null, false, null);
      }
      if (b.info.def(n) instanceof Obj.Var v) {
        if (v.kind()
            == Obj.VarKind.PACKAGE_VAR) { // a cell's statement gives a package variable its value
          return new Target(b.use(v, n.pos()), false, b.type(v));
        }
        return new Target(b.declare(v, v.pos()), true, b.type(v));
      }
    }
    Tree x = b.exprs.expr(e);
    return new Target(x, false, x.type);
  }

  private static List<Tree.Name> declared(List<Target> targets) {
    List<Tree.Name> names = new ArrayList<>();
    for (Target t : targets) {
      if (t.def && t.tree instanceof Tree.Name n) {
        names.add(n);
      }
    }
    return names;
  }

  private void assign(
      Node source, Pos pos, List<? extends Expr> lhs, @Nullable Expr values, List<Tree> out) {
    List<Target> targets = new ArrayList<>();
    for (Expr e : lhs) {
      targets.add(target(e));
    }
    List<Tree.Name> names = declared(targets);
    List<Expr> exprs = Expr.unpack(values);
    if (exprs.isEmpty()) {
      for (Tree.Name n : names) {
        Tree.Assign as = new Tree.Assign(pos, n, null);
        as.init.add(new Tree.Dcl(pos, n));
        out.add(as);
      }
      return;
    }
    List<Tree> rhs = b.exprs.multi(pos, i -> targets.get(i).type, exprs);
    if (targets.size() == 1 && rhs.size() == 1) {
      Tree.Assign as = new Tree.Assign(pos, targets.get(0).tree, rhs.get(0));
      as.source = source;
      as.def = define(as, names);
      out.add(as);
      return;
    }
    List<@Nullable Tree> left = new ArrayList<>();
    for (Target t : targets) {
      left.add(t.tree);
    }
    Tree.AssignList as = new Tree.AssignList(Op.AS2, pos, left, rhs);
    as.source = source;
    as.def = define(as, names);
    out.add(as);
  }

  /** Makes {@code as} the definition of the names; whether there are any. */
  private static boolean define(Tree as, List<Tree.Name> names) {
    for (Tree.Name n : names) {
      n.defn = as;
      as.init.add(new Tree.Dcl(n.pos, n));
    }
    return !names.isEmpty();
  }

  /** {@code lhs = rhs} of package variables. */
  Tree initializer(Info.Initializer i) {
    List<Obj.Var> vars = i.lhs();
    Pos pos = vars.get(0).pos();
    if (vars.size() == 1) {
      Obj.Var v = vars.get(0);
      boolean blank = v.name().equals("_");
      Tree.Name n = blank ? null : b.use(v, pos);
      Tree.Assign as = new Tree.Assign(pos, n, b.exprs.converted(v.type(), i.rhs()));
      if (n != null) {
        n.defn = as;
      }
      return as;
    }
    List<Tree> rhs = b.exprs.multi(pos, k -> vars.get(k).type(), List.of(i.rhs()));
    List<@Nullable Tree> left = new ArrayList<>();
    for (Obj.Var v : vars) {
      left.add(v.name().equals("_") ? null : b.use(v, pos));
    }
    return new Tree.AssignList(Op.AS2, pos, left, rhs);
  }

  // ---- control

  private Tree branch(Stmt.BranchStmt br) {
    Op op =
        switch (br.kind()) {
          case BREAK -> Op.BREAK;
          case CONTINUE -> Op.CONTINUE;
          case FALLTHROUGH -> Op.FALL;
          case GOTO -> Op.GOTO;
        };
    return new Tree.Branch(op, br.pos(), br.label() != null ? br.label().value() : null);
  }

  private Tree returnStmt(Stmt.ReturnStmt r) {
    List<Expr> exprs = Expr.unpack(r.results());
    List<Tree.Name> results = b.cur().results;
    List<Tree> values =
        exprs.isEmpty() ? List.of() : b.exprs.multi(r.pos(), i -> results.get(i).type, exprs);
    Tree.Return ret = new Tree.Return(r.pos(), values);
    ret.source = r;
    return ret;
  }

  private void ifStmt(Stmt.IfStmt s, List<Tree> out) {
    Cond cond = decide(s.cond());
    List<Tree> init = s.init() == null ? new ArrayList<>() : list(List.of(s.init()));
    Tree c = b.exprs.expr(cond.expr);
    List<Tree> then = cond.value >= 0 ? list(s.then().list()) : List.of();
    List<Tree> els = cond.value <= 0 && s.els() != null ? list(List.of(s.els())) : List.of();
    if (cond.value != 0) {
      out.addAll(init);
      if (c.op != Op.LITERAL) {
        out.add(new Tree.Assign(s.pos(), null, c));
      }
      out.addAll(then);
      out.addAll(els);
      return;
    }
    Tree.If n = new Tree.If(s.pos(), c, then, els);
    n.init.addAll(init);
    out.add(n);
  }

  /** A condition with what can't matter cut out; {@code value} is 1 or -1 if it is decided. */
  private record Cond(int value, Expr expr) {}

  private Cond decide(Expr e) {
    Constant v = b.info.constantOf(e);
    if (v != null) {
      return new Cond(Constants.boolValue(v) ? 1 : -1, e);
    }
    if (!(e instanceof Expr.Operation o)) {
      return new Cond(0, e);
    }
    Expr right = o.y();
    if (o.op() == Operator.NOT && right == null) {
      Cond x = decide(o.x());
      replace(o.x(), x.expr);
      return new Cond(x.value, e); // as gc has it: the negation is not counted in
    }
    if (right == null || (o.op() != Operator.ANDAND && o.op() != Operator.OROR)) {
      return new Cond(0, e);
    }
    int sign = o.op() == Operator.ANDAND ? -1 : 1;
    Cond x = decide(o.x());
    replace(o.x(), x.expr);
    if (x.value == sign) {
      return new Cond(x.value, x.expr);
    }
    Cond y = decide(right);
    replace(right, y.expr);
    if (x.value == -sign || y.value == sign) {
      return new Cond(y.value, b.info.constantOf(o.x()) != null ? y.expr : e);
    }
    return new Cond(0, e);
  }

  @SuppressWarnings("ReferenceEquality") // trees are compared by identity
  private void replace(Expr old, Expr now) {
    if (old != now) {
      b.replaced.put(old, now);
    }
  }

  private List<Tree> forStmt(Stmt.ForStmt f, @Nullable String label) {
    if (f.init() instanceof Stmt.RangeClause r) {
      return List.of(range(f, r, label));
    }
    Expr condition = f.cond();
    boolean never = false;
    if (condition != null) {
      Cond c = decide(condition);
      condition = c.expr;
      never = c.value < 0;
    }
    Tree init = simple(f.init());
    Tree cond = condition == null ? null : b.exprs.expr(condition);
    Tree post = never ? null : simple(f.post());
    List<Tree> body = never ? new ArrayList<>() : list(f.body().list());
    if (cond instanceof Tree.Literal l && !Constants.boolValue(l.value)) {
      return init == null ? List.of() : List.of(init);
    }
    Tree.For loop = new Tree.For(f.pos(), cond, post, body, label);
    if (init != null) {
      loop.init.add(init);
    }
    return List.of(loop);
  }

  private Tree range(Stmt.ForStmt f, Stmt.RangeClause r, @Nullable String label) {
    List<Target> targets = new ArrayList<>();
    for (Expr e : Expr.unpack(r.lhs())) {
      targets.add(target(e));
    }
    Tree.Range loop = new Tree.Range(r.pos(), b.exprs.expr(r.x()), label);
    if (!targets.isEmpty()) {
      loop.key = targets.get(0).tree;
    }
    if (targets.size() > 1) {
      loop.value = targets.get(1).tree;
    }
    loop.def = define(loop, declared(targets));
    loop.body = list(f.body().list());
    return loop;
  }

  // ---- switch and select

  private Tree switchStmt(Stmt.SwitchStmt s) {
    Tree init = simple(s.init());
    Tree.Switch sw =
        s.tag() instanceof Expr.TypeSwitchGuard g ? typeSwitch(s, g) : exprSwitch(s, s.tag());
    if (init != null) {
      sw.init.add(init);
    }
    return sw;
  }

  private Tree.Switch typeSwitch(Stmt.SwitchStmt s, Expr.TypeSwitchGuard g) {
    Tree x = b.exprs.expr(g.x());
    List<Tree.Case> cases = new ArrayList<>();
    for (Stmt.CaseClause clause : s.body()) {
      List<Tree> list = new ArrayList<>();
      List<Expr> types = Expr.unpack(clause.cases());
      for (Expr e : types) {
        Info.TypeAndValue tv = b.info.typeAndValue(e);
        if (tv != null && tv.mode() == Info.Mode.NIL_VALUE) {
          list.add(new Tree.Nil(e.pos(), Universe.UNTYPED_NIL));
        } else {
          list.add(new Tree.TypeName(e.pos(), b.info.typeOf(e)));
        }
      }
      Tree.Name name = null;
      if (b.info.implicit(clause) instanceof Obj.Var v) {
        Pos pos = types.isEmpty() ? clause.pos() : typeEnd(types.get(types.size() - 1));
        name = b.declare(v, pos);
      }
      cases.add(new Tree.Case(clause.pos(), list, name, list(clause.body())));
    }
    Tree.Switch sw = new Tree.Switch(s.pos(), x, true, g.lhs() != null, cases);
    for (Tree.Case c : cases) {
      if (c.var != null) {
        c.var.defn = sw;
      }
    }
    return sw;
  }

  private Tree.Switch exprSwitch(Stmt.SwitchStmt s, @Nullable Expr tagExpr) {
    Expr tag = tagExpr;
    Type tagType = tag != null ? b.info.typeOf(tag) : Universe.BOOL;
    Constant value = tag != null ? b.info.constantOf(tag) : Constant.of(true);
    List<Stmt.CaseClause> clauses = s.body();
    boolean isDefault = false;
    if (value != null) {
      Chosen chosen = choose(clauses, value);
      if (chosen != null) {
        clauses = chosen.clause == null ? List.of() : List.of(chosen.clause);
        isDefault = true;
        tag = null;
        tagType = Universe.BOOL;
      }
    }
    boolean isChan = tagType.underlying() instanceof Chan;
    if (!isChan && !isDefault && mixed(clauses, tagType)) {
      tagType = Universe.ANY;
    }
    Tree t = tag == null ? null : b.exprs.converted(tagType, tag);
    List<Tree.Case> cases = new ArrayList<>();
    for (Stmt.CaseClause clause : clauses) {
      List<Tree> list = new ArrayList<>();
      if (!isDefault) {
        for (Expr e : Expr.unpack(clause.cases())) {
          list.add(isChan ? b.exprs.expr(e) : b.exprs.converted(tagType, e));
        }
      }
      cases.add(new Tree.Case(clause.pos(), list, null, list(clause.body())));
    }
    return new Tree.Switch(s.pos(), t, false, false, cases);
  }

  private record Chosen(Stmt.@Nullable CaseClause clause) {}

  /**
   * The clause a switch over a constant always takes (perhaps none), or null if that can't be said.
   */
  private @Nullable Chosen choose(List<Stmt.CaseClause> clauses, Constant value) {
    Stmt.CaseClause target = null;
    search:
    for (Stmt.CaseClause clause : clauses) {
      if (clause.cases() == null) {
        target = clause;
      }
      for (Expr e : Expr.unpack(clause.cases())) {
        Constant c = b.info.constantOf(e);
        if (c == null) {
          return null;
        }
        if (Constants.compare(value, dev.gomem.constant.Op.EQL, c)) {
          target = clause;
          break search;
        }
      }
    }
    if (target != null && endsInFallthrough(target.body())) {
      return null;
    }
    return new Chosen(target);
  }

  private static @Nullable Stmt lastNonEmpty(List<Stmt> list) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (!(list.get(i) instanceof Stmt.EmptyStmt)) {
        return list.get(i);
      }
    }
    return null;
  }

  private static boolean endsInFallthrough(List<Stmt> list) {
    Stmt s = lastNonEmpty(list);
    while (s instanceof Stmt.LabeledStmt l) {
      s = l.stmt();
    }
    return s instanceof Stmt.BranchStmt br && br.kind() == Stmt.BranchKind.FALLTHROUGH;
  }

  /** Some case can't be converted to the tag's type: all are compared as {@code any}. */
  private boolean mixed(List<Stmt.CaseClause> clauses, Type tagType) {
    for (Stmt.CaseClause clause : clauses) {
      for (Expr e : Expr.unpack(clause.cases())) {
        Type t = b.info.typeOf(e);
        boolean either = TypeFacts.isInterface(t) || TypeFacts.isInterface(tagType);
        if (either && !assignable(t, tagType)) {
          return true;
        }
      }
    }
    return false;
  }

  /** For operands that are comparable and of which one at least is an interface. */
  private static boolean assignable(Type from, Type to) {
    if (TypeFacts.identical(from, to) || from == Universe.UNTYPED_NIL) {
      return true;
    }
    if (!(to.underlying() instanceof Interface target)) {
      return false;
    }
    if (!(from.underlying() instanceof Interface source)) {
      return true; // comparable, so it implements the interface
    }
    return target.methods().stream()
        .allMatch(m -> source.methods().stream().anyMatch(k -> k.name().equals(m.name())));
  }

  private Tree select(Stmt.SelectStmt s) {
    List<Tree.Comm> cases = new ArrayList<>();
    for (Stmt.CommClause clause : s.body()) {
      Tree comm = simple(clause.comm());
      List<Tree> body = list(clause.body());
      if (comm instanceof Tree.Assign as
          && !as.def
          && as.y instanceof Tree.Conv conv
          && conv.op == Op.CONVIFACE) {
        // case i = <-c with a conversion: tmp := <-c; i = tmp
        Tree.Name tmp = b.temp(clause.pos(), conv.x.type);
        Tree.Assign first = new Tree.Assign(clause.pos(), tmp, conv.x);
        first.def = true;
        first.init.add(new Tree.Dcl(clause.pos(), tmp));
        tmp.defn = first;
        conv.x = tmp;
        body.add(0, as);
        comm = first;
      }
      if (comm instanceof Tree.AssignList as2 && as2.op == Op.AS2) {
        Tree recv = as2.rhs.get(0).init.remove(0);
        body.add(0, as2);
        comm = recv;
      }
      cases.add(new Tree.Comm(clause.pos(), received(comm), body));
    }
    return new Tree.Select(s.pos(), cases);
  }

  /** All receives of a select have one form: {@code x, ok = <-c}. */
  private static @Nullable Tree received(@Nullable Tree comm) {
    Tree.AssignList out;
    switch (comm) {
      case Tree.Assign as -> {
        Tree y = as.y;
        if (y instanceof Tree.Conv c && c.implicit) {
          y = c.x;
        }
        if (y == null) {
          return comm;
        }
        out = new Tree.AssignList(Op.SELRECV2, as.pos, two(as.x), new ArrayList<>(List.of(y)));
        out.def = as.def;
        out.init.addAll(as.init);
        if (as.x instanceof Tree.Name n && n.defn == as) {
          n.defn = out;
        }
      }
      case Tree.AssignList as -> {
        as.op = Op.SELRECV2;
        out = as;
      }
      case Tree.Unary recv when recv.op == Op.RECV -> {
        out = new Tree.AssignList(Op.SELRECV2, recv.pos, two(null), new ArrayList<>(List.of(recv)));
      }
      case null, default -> {
        return comm;
      }
    }
    return out;
  }

  private static List<@Nullable Tree> two(@Nullable Tree x) {
    List<@Nullable Tree> list = new ArrayList<>();
    list.add(x);
    list.add(null);
    return list;
  }

  // ---- go and defer

  /** A place in a tree whose expression can be exchanged. */
  private interface Slot {
    Tree get();

    void set(Tree t);

    static Slot of(List<Tree> list, int i) {
      return new Slot() {
        @Override
        public Tree get() {
          return list.get(i);
        }

        @Override
        public void set(Tree t) {
          list.set(i, t);
        }
      };
    }

    static Slot of(Tree.Element e) {
      return new Slot() {
        @Override
        public Tree get() {
          return e.value;
        }

        @Override
        public void set(Tree t) {
          e.value = t;
        }
      };
    }

    static Slot of(java.util.function.Supplier<Tree> get, java.util.function.Consumer<Tree> set) {
      return new Slot() {
        @Override
        public Tree get() {
          return get.get();
        }

        @Override
        public void set(Tree t) {
          set.accept(t);
        }
      };
    }
  }

  /**
   * {@code f(x, y)} becomes {@code x1, y1 := x, y} and a call of a function without parameters that
   * calls {@code f(x1, y1)}, unless it is such a call already.
   */
  private Tree goDefer(Stmt.CallStmt c) {
    Tree call = b.exprs.expr(c.call());
    Tree.GoDefer n = new Tree.GoDefer(c.isDefer() ? Op.DEFER : Op.GO, c.pos(), call);
    n.source = c;
    n.init.addAll(call.init);
    call.init.clear();
    Obj.Var at = b.info.deferAt(c);
    if (at != null) {
      n.at = b.use(at, c.pos());
    }
    if (call instanceof Tree.Call f && f.op == Op.CALLFUNC && f.fun != null && niladic(f.fun)) {
      f.goDefer = true;
      return n;
    }
    Func wrapper = b.wrapper(c.pos(), c.isDefer());
    List<Slot> slots = operands(call);
    if (!slots.isEmpty()) {
      Tree.AssignList as =
          new Tree.AssignList(Op.AS2, c.pos(), new ArrayList<>(), new ArrayList<>());
      as.source = c;
      for (Slot slot : slots) {
        Tree arg = slot.get();
        boolean shared = arg.op == Op.NAME;
        Tree.Name tmp = b.temp(shared ? c.pos() : arg.pos, arg.type);
        n.init.add(new Tree.Dcl(tmp.pos, tmp));
        tmp.defn = as;
        as.lhs.add(tmp);
        as.rhs.add(arg);
        slot.set(tmp);
        TreeBuilder.capture(wrapper, tmp, tmp.pos);
      }
      n.init.add(as);
    }
    wrapper.body.add(call);
    Tree.Closure clo = new Tree.Closure(c.pos(), wrapper, wrapper.signature);
    clo.source = c;
    Tree.Call run =
        new Tree.Call(
            Op.CALLFUNC, call.pos, clo, new ArrayList<>(), false, dev.gomem.types.Tuple.EMPTY);
    run.goDefer = true;
    n.call = run;
    return n;
  }

  private static boolean niladic(Tree fun) {
    return fun.op != Op.METHEXPR
        && Types.unalias(fun.type).underlying() instanceof Signature s
        && s.params().size() + s.results().size() == 0;
  }

  private static List<Slot> operands(Tree call) {
    List<Slot> out = new ArrayList<>();
    switch (call) {
      case Tree.Call c when c.op == Op.CALLINTER && c.fun instanceof Tree.Selector s -> {
        out.add(Slot.of(() -> s.x, t -> s.x = t));
        each(c.args, out);
      }
      case Tree.Call c -> {
        Tree fun = c.fun;
        if (fun != null) {
          operand(Slot.of(() -> fun, t -> c.fun = t), out);
        }
        each(c.args, out);
      }
      case Tree.Binary bin -> {
        operand(Slot.of(() -> bin.x, t -> bin.x = t), out);
        operand(Slot.of(() -> bin.y, t -> bin.y = t), out);
      }
      case Tree.Unary u -> operand(Slot.of(() -> u.x, t -> u.x = t), out);
      default -> throw new IllegalStateException("no call: " + call.op);
    }
    return out;
  }

  private static void each(List<Tree> list, List<Slot> out) {
    for (int i = 0; i < list.size(); i++) {
      operand(Slot.of(list, i), out);
    }
  }

  /** What must be evaluated at the statement; the rest can wait for the call. */
  private static void operand(Slot slot, List<Slot> out) {
    switch (slot.get()) {
      case Tree.Literal l -> {}
      case Tree.Nil nil -> {}
      case Tree.FuncName f -> {}
      case Tree.Selector s when s.op == Op.METHEXPR -> {}
      case Tree.Unary u when u.op == Op.NEW -> {}
      case Tree.Conv c
          when c.op == Op.CONVNOP
              && TypeFacts.isUintptr(c.type)
              && TypeFacts.isUnsafePointer(c.x.type) ->
          operand(Slot.of(() -> c.x, t -> c.x = t), out);
      case Tree.CompositeLit lit when lit.op != Op.MAPLIT -> {
        for (Tree.Element e : lit.list) {
          operand(Slot.of(e), out);
        }
      }
      default -> out.add(slot);
    }
  }

  // ---- ends of blocks

  private boolean terminates(@Nullable Stmt written) {
    Stmt s = written == null ? null : b.info.statement(written);
    return switch (s) {
      case Stmt.BranchStmt br -> br.kind() == Stmt.BranchKind.GOTO;
      case Stmt.ReturnStmt r -> true;
      case Stmt.ExprStmt e ->
          Expr.unparen(e.x()) instanceof Expr.CallExpr c
              && Expr.unparen(c.fun()) instanceof Expr.Name n
              && b.info.use(n) instanceof Obj.Builtin builtin
              && builtin.id() == BuiltinId.PANIC;
      case Stmt.IfStmt i -> {
        int cond = decide(i.cond()).value;
        yield (cond < 0 || terminates(i.then())) && (cond > 0 || terminates(i.els()));
      }
      case Stmt.BlockStmt block -> terminates(lastNonEmpty(block.list()));
      case null, default -> false;
    };
  }

  private static Pos typeEnd(Expr e) {
    return switch (e) {
      case Expr.SelectorExpr s -> s.x().pos();
      case Expr.ParenExpr p -> typeEnd(p.x());
      case Expr.Operation o -> typeEnd(o.x());
      case Expr.ArrayType a -> typeEnd(a.elem());
      case Expr.ChanType c -> typeEnd(c.elem());
      case Expr.DotsType d -> typeEnd(d.elem());
      case Expr.MapType m -> typeEnd(m.value());
      case Expr.SliceType s -> typeEnd(s.elem());
      case Expr.InterfaceType i -> last(i.methods(), e);
      case Expr.FuncType f -> last(f.results().isEmpty() ? f.params() : f.results(), e);
      case Expr.IndexExpr i -> {
        List<Expr> args = Expr.unpack(i.index());
        yield typeEnd(args.get(args.size() - 1));
      }
      default -> e.pos();
    };
  }

  private static Pos last(List<Expr.Field> fields, Expr e) {
    return fields.isEmpty() ? e.pos() : typeEnd(fields.get(fields.size() - 1).type());
  }
}

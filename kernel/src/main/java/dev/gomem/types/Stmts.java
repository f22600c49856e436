package dev.gomem.types;

import static dev.gomem.types.Errors.INVALID_OP;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.constant.Op;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Info.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks function bodies and statements. Misplaced branches and labels are the parser's business,
 * as in gc. Every statement leaves the scope it found, and function literals in it are checked
 * before it is left. Source: types2's stmt.go.
 */
final class Stmts {
  private final Checker check;

  Stmts(Checker check) {
    this.check = check;
  }

  /**
   * {@code decl} is the package-level declaration that the body belongs to; its dependencies are
   * noted there.
   */
  void funcBody(
      @Nullable DeclInfo decl,
      String name,
      Signature sig,
      Stmt.BlockStmt body,
      @Nullable Constant iota) {
    Scope scope = sig.scope();
    if (scope == null) {
      throw new IllegalStateException("no scope for the body of " + name);
    }
    Environment outer = check.env;
    Environment env = new Environment(scope);
    env.decl = decl;
    env.iota = iota;
    env.sig = sig;
    check.env = env;
    stmtList(body.list());
    if (env.hasLabel) {
      check.labels.labels(body);
    }
    if (sig.results().size() > 0 && !check.returns.isTerminating(body, "")) {
      check.error(body.rbrace(), Code.MISSING_RETURN, "missing return");
    }
    usage(scope);
    if (env.hasRangeFunc) {
      check.rangeFuncs.add(new RangeFuncs.Body(sig, body.list()));
    }
    check.env = outer;
  }

  /** Reports the variables of a scope and of the blocks inside it that are never used. */
  void usage(Scope scope) {
    List<Obj.Var> unused = new ArrayList<>();
    for (Obj o : scope.objects()) {
      if (o instanceof Obj.Var v && !v.used && mustBeUsed(v.kind())) {
        unused.add(v);
      }
    }
    unused.sort((a, b) -> a.pos().compareRelative(b.pos()));
    for (Obj.Var v : unused) {
      check.softErrorf(v, Code.UNUSED_VAR, "declared and not used: %s", v.name());
    }
    for (Scope inner : scope.children()) {
      // Function literals have seen to theirs.
      if (!inner.isFunc) {
        usage(inner);
      }
    }
  }

  private static boolean mustBeUsed(Obj.VarKind kind) {
    return switch (kind) {
      case RECV_VAR, PARAM_VAR, RESULT_VAR -> false;
      case PACKAGE_VAR, LOCAL_VAR, FIELD_VAR -> true;
    };
  }

  void openScope(Node node, String comment) {
    Scope scope = new Scope(check.env.scope, comment);
    check.recording.recordScope(node, scope);
    check.env.scope = scope;
  }

  void closeScope() {
    Scope parent = check.env.scope.parent();
    if (parent == null) {
      throw new IllegalStateException("no scope to go back to");
    }
    check.env.scope = parent;
  }

  void stmtList(List<Stmt> list) {
    for (Stmt s : list) {
      stmt(s);
    }
  }

  private void simpleStmt(@Nullable Stmt s) {
    if (s != null) {
      stmt(s);
    }
  }

  void stmt(Stmt s) {
    int top = check.delayedTop();
    stmtInternal(s);
    check.processDelayed(top);
  }

  /** Only for {@link #stmt}. */
  private void stmtInternal(Stmt s) {
    switch (s) {
      case Stmt.EmptyStmt e -> {}
      case Stmt.DeclStmt d -> check.decls.declStmt(d.decls());
      case Stmt.LabeledStmt l -> {
        check.env.hasLabel = true;
        stmt(l.stmt());
      }
      case Stmt.ExprStmt e -> exprStmt(e);
      case Stmt.SendStmt e -> sendStmt(e);
      case Stmt.AssignStmt a -> assignStmt(a);
      case Stmt.CallStmt c -> suspendedCall(c.isDefer() ? "defer" : "go", c.call());
      case Stmt.ReturnStmt r -> returnStmt(r);
      case Stmt.BranchStmt b -> {
        if (b.label() != null) {
          check.env.hasLabel = true;
        }
      }
      case Stmt.BlockStmt b -> {
        openScope(b, "block");
        stmtList(b.list());
        closeScope();
      }
      case Stmt.IfStmt i -> {
        openScope(i, "if");
        simpleStmt(i.init());
        condition(i.cond(), "if");
        stmt(i.then());
        simpleStmt(i.els());
        closeScope();
      }
      case Stmt.SwitchStmt sw -> {
        openScope(sw, "switch");
        simpleStmt(sw.init());
        if (sw.tag() instanceof Expr.TypeSwitchGuard g) {
          typeSwitchStmt(sw, g);
        } else {
          switchStmt(sw);
        }
        closeScope();
      }
      case Stmt.SelectStmt sel -> selectStmt(sel);
      case Stmt.ForStmt f -> forStmt(f);
      case Stmt.RangeClause r ->
          check.error(s, Code.INVALID_SYNTAX_TREE, "invalid statement"); // only in for statements
    }
  }

  private void condition(Expr cond, String statement) {
    Operand x = new Operand();
    check.exprs.expr(null, x, cond);
    if (!x.isInvalid() && !Predicates.allBoolean(x.type)) {
      check.error(cond, Code.INVALID_COND, "non-boolean condition in " + statement + " statement");
    }
  }

  /** Calls, receive operations and some built-ins may stand as statements. */
  private void exprStmt(Stmt.ExprStmt s) {
    Operand x = new Operand();
    ExprKind kind = check.exprs.rawExpr(null, x, s.x(), null, false);
    switch (x.mode) {
      case BUILTIN -> check.errorf(x, Code.UNCALLED_BUILTIN, "%s %s", x, "must be called");
      case TYPE_EXPR -> check.errorf(x, Code.NOT_AN_EXPR, "%s %s", x, "is not an expression");
      case INVALID,
          NO_VALUE,
          CONSTANT,
          VARIABLE,
          MAP_INDEX,
          VALUE,
          NIL_VALUE,
          COMMA_OK,
          COMMA_ERR,
          CGO_FUNC -> {
        if (kind != ExprKind.STATEMENT) {
          check.errorf(x, Code.UNUSED_EXPR, "%s %s", x, "is not used");
        }
      }
    }
  }

  private void sendStmt(Stmt.SendStmt s) {
    Operand ch = new Operand();
    Operand val = new Operand();
    check.exprs.expr(null, ch, s.chan());
    check.exprs.expr(null, val, s.value());
    if (ch.isInvalid() || val.isInvalid()) {
      return;
    }
    Type elem = check.exprs.chanElem(Errors.atPos(s), ch, false);
    if (elem != null) {
      check.assignments.assignment(val, elem, "send");
    }
  }

  private void assignStmt(Stmt.AssignStmt s) {
    Operator op = s.op();
    if (s.rhs() == null) {
      // x++ or x--
      Operand x = new Operand();
      check.exprs.expr(null, x, s.lhs());
      if (x.isInvalid()) {
        return;
      }
      if (!Predicates.allNumeric(x.type)) {
        check.errorf(
            s.lhs(),
            Code.NON_NUMERIC_INC_DEC,
            INVALID_OP + "%s%s%s (non-numeric type %s)",
            s.lhs(),
            op,
            op,
            x.type);
        return;
      }
      check.assignments.assignVar(s.lhs(), x, "assignment");
      return;
    }
    List<Expr> lhs = Exprs.unpackListExpr(s.lhs());
    List<Expr> rhs = Exprs.unpackListExpr(s.rhs());
    if (op == null) {
      check.assignments.assignVars(lhs, rhs);
    } else if (op == Operator.DEF) {
      check.assignments.shortVarDecl(s.pos(), lhs, rhs);
    } else if (lhs.size() != 1 || rhs.size() != 1) {
      check.errorf(
          s,
          Code.MULTI_VAL_ASSIGN_OP,
          "assignment operation %s requires single-valued expressions",
          op);
    } else {
      Operand x = new Operand();
      check.exprs.binary(x, null, lhs.getFirst(), rhs.getFirst(), op);
      check.assignments.assignVar(lhs.getFirst(), x, "assignment");
    }
  }

  private void suspendedCall(String keyword, Expr call) {
    Code code = keyword.equals("go") ? Code.INVALID_GO : Code.INVALID_DEFER;
    if (!(call instanceof Expr.CallExpr)) {
      check.errorf(call, code, "expression in %s must be function call", keyword);
      check.calls.use(call);
      return;
    }
    Operand x = new Operand();
    switch (check.exprs.rawExpr(null, x, call, null, false)) {
      case CONVERSION ->
          check.errorf(x, code, "%s requires function call, not conversion %s", keyword, x);
      case EXPRESSION ->
          check.errorf(x, Code.UNUSED_RESULTS, "%s discards result of %s", keyword, x);
      case STATEMENT -> {}
    }
  }

  private void returnStmt(Stmt.ReturnStmt s) {
    Signature sig = check.env.sig;
    if (sig == null) {
      throw new IllegalStateException("return outside of a function");
    }
    List<Obj.Var> res = sig.results().vars();
    List<Expr> results = Exprs.unpackListExpr(s.results());
    if (!results.isEmpty() || res.isEmpty() || res.getFirst().name().isEmpty()) {
      check.assignments.initVars(res, results, s);
      return;
    }
    for (Obj.Var v : res) {
      Obj alt = check.env.lookup(v.name());
      if (alt != null && alt != v) {
        ErrorDesc err = check.newError(Code.OUT_OF_SCOPE_RESULT);
        err.addf(s, "result parameter %s not in scope at return", v.name());
        err.addf(alt, "inner declaration of %s", v);
        err.report();
      }
    }
  }

  private void selectStmt(Stmt.SelectStmt s) {
    Stmt.CommClause first = null;
    for (Stmt.CommClause c : s.body()) {
      if (c.comm() == null) {
        first = defaultClause(c, first);
      }
    }
    for (Stmt.CommClause c : s.body()) {
      if (!isCommunication(c.comm())) {
        check.error(
            c.comm() != null ? c.comm() : c,
            Code.INVALID_SELECT_CASE,
            "select case must be send or receive (possibly with assignment)");
        continue;
      }
      openScope(c, "case");
      simpleStmt(c.comm());
      stmtList(c.body());
      closeScope();
    }
  }

  private static boolean isCommunication(@Nullable Stmt comm) {
    return switch (comm) {
      case null -> true;
      case Stmt.SendStmt s -> true;
      case Stmt.AssignStmt a -> isReceive(a.rhs());
      case Stmt.ExprStmt e -> isReceive(e.x());
      default -> false;
    };
  }

  private static boolean isReceive(@Nullable Expr e) {
    return e != null
        && Exprs.unparen(e) instanceof Expr.Operation op
        && op.y() == null
        && op.op() == Operator.RECV;
  }

  private <C extends Node> C defaultClause(C c, @Nullable C first) {
    if (first == null) {
      return c;
    }
    check.errorf(c, Code.DUPLICATE_DEFAULT, "multiple defaults (first at %s)", first.pos());
    return first;
  }

  private void multipleSwitchDefaults(List<Stmt.CaseClause> body) {
    Stmt.CaseClause first = null;
    for (Stmt.CaseClause c : body) {
      if (c.cases() == null) {
        first = defaultClause(c, first);
      }
    }
  }

  private void forStmt(Stmt.ForStmt s) {
    if (s.init() instanceof Stmt.RangeClause r) {
      Expr key = r.lhs();
      Expr value = null;
      Expr extra = null;
      if (key instanceof Expr.ListExpr l) {
        if (l.elems().size() < 2) {
          check.error(s, Code.INVALID_SYNTAX_TREE, "invalid lhs in range clause");
          return;
        }
        key = l.elems().get(0);
        value = l.elems().get(1);
        extra = l.elems().size() > 2 ? l.elems().get(2) : null;
      }
      check.ranges.rangeStmt(s, new Ranges.Clause(key, value, extra, r.x(), r.def()));
      return;
    }
    openScope(s, "for");
    simpleStmt(s.init());
    if (s.cond() != null) {
      condition(s.cond(), "for");
    }
    simpleStmt(s.post());
    if (s.post() instanceof Stmt.AssignStmt a && a.op() == Operator.DEF) {
      check.calls.use(a.lhs()); // the parser has reported it
    }
    stmt(s.body());
    closeScope();
  }

  // ---- switches

  private void switchStmt(Stmt.SwitchStmt s) {
    Operand x = new Operand();
    if (s.tag() != null) {
      check.exprs.expr(null, x, s.tag());
      // Is evaluated into a temporary.
      check.assignments.assignment(x, null, "switch expression");
      if (!x.isInvalid() && !Predicates.comparable(x.type) && !Predicates.hasNil(x.type)) {
        check.errorf(
            x, Code.INVALID_EXPR_SWITCH, "cannot switch on %s (%s is not comparable)", x, x.type);
        x.invalidate();
      }
    } else {
      Pos pos = s.body().isEmpty() ? s.rbrace() : s.body().getFirst().pos();
      x = new Operand(Mode.CONSTANT, new Expr.Name(pos, "true"), Universe.BOOL, Constant.of(true));
    }
    multipleSwitchDefaults(s.body());
    Map<Object, List<CaseValue>> seen = new HashMap<>();
    for (Stmt.CaseClause c : s.body()) {
      for (Expr e : Exprs.unpackListExpr(c.cases())) {
        caseValue(x, e, seen);
      }
      openScope(c, "case");
      stmtList(c.body());
      closeScope();
    }
  }

  /** Where a value was a case already; values of different types are different. */
  private record CaseValue(Pos pos, Type type) {}

  private void caseValue(Operand x, Expr e, Map<Object, List<CaseValue>> seen) {
    Operand v = new Operand();
    check.exprs.expr(null, v, e);
    if (x.isInvalid() || v.isInvalid()) {
      return;
    }
    check.consts.convertUntyped(v, x.type);
    if (v.isInvalid()) {
      return;
    }
    Operand res = v.copy();
    check.exprs.comparison(res, x, Operator.EQL, true);
    if (res.isInvalid() || !v.isConstant()) {
      return;
    }
    Object val = caseKey(v.constant());
    if (val == null) {
      return;
    }
    List<CaseValue> same = seen.computeIfAbsent(val, k -> new ArrayList<>());
    for (CaseValue c : same) {
      if (Predicates.identical(v.type, c.type)) {
        ErrorDesc err = check.newError(Code.DUPLICATE_CASE);
        err.addf(v, "duplicate case %s in expression switch", v);
        err.addf(c.pos, "previous case");
        err.report();
        return;
      }
    }
    same.add(new CaseValue(e.pos(), v.type));
  }

  /** Integers, floats and strings are looked at for duplicates, as gc does; null for others. */
  private static @Nullable Object caseKey(Constant c) {
    return switch (c) {
      case Constant.Int i ->
          Constants.int64Value(i) != null || Constants.uint64Value(i) != null ? i : null;
      case Constant.Rat r -> floatKey(r);
      case Constant.Float f -> floatKey(f);
      case Constant.Str s -> s;
      case Constant.Bool b -> null;
      case Constant.Complex z -> null;
      case Constant.Unknown u -> null;
    };
  }

  private static @Nullable Object floatKey(Constant c) {
    double f = Constants.float64Value(c);
    return Constants.compare(c, Op.EQL, Constants.makeFloat64(f)) ? f : null;
  }

  /** Whether {@code e} is the predeclared nil, written out. */
  private boolean isNil(Expr e) {
    return Exprs.unparen(e) instanceof Expr.Name n
        && check.env.lookup(n.value()) instanceof Obj.Nil;
  }

  private void typeSwitchStmt(Stmt.SwitchStmt s, Expr.TypeSwitchGuard guard) {
    Expr.Name lhs = guard.lhs();
    if (lhs != null) {
      if (lhs.value().equals("_")) {
        check.softErrorf(lhs, Code.NO_NEW_VAR, "no new variable on left side of :=");
        lhs = null;
      } else {
        check.recording.recordDef(lhs, null); // each clause declares one of its own
      }
    }
    Operand x = new Operand();
    Operand sx = null; // null if it is wrong
    check.exprs.expr(null, x, guard.x());
    if (!x.isInvalid()) {
      if (Predicates.isTypeParam(x.type)) {
        check.errorf(
            x, Code.INVALID_TYPE_SWITCH, "cannot use type switch on type parameter value %s", x);
      } else if (Predicates.isInterface(x.type)) {
        sx = x;
      } else {
        check.errorf(x, Code.INVALID_TYPE_SWITCH, "%s is not an interface", x);
      }
    }
    multipleSwitchDefaults(s.body());
    List<Obj.Var> lhsVars = new ArrayList<>();
    Map<Object, List<CaseType>> seen = new HashMap<>();
    for (Stmt.CaseClause c : s.body()) {
      Type type = caseTypes(sx, Exprs.unpackListExpr(c.cases()), seen);
      openScope(c, "case");
      if (lhs != null) {
        Obj.Var v = new Obj.Var(lhs.pos(), check.pkg, lhs.value(), type, Obj.VarKind.LOCAL_VAR);
        check.decls.declare(check.env.scope, null, v, c.colon());
        check.recording.recordImplicit(c, v);
        lhsVars.add(v);
      }
      stmtList(c.body());
      closeScope();
    }
    if (lhs != null) {
      // One of them used is all of them used.
      boolean used = false;
      for (Obj.Var v : lhsVars) {
        used |= v.used;
        v.used = true;
      }
      if (!used) {
        check.softErrorf(lhs, Code.UNUSED_VAR, "%s declared and not used", lhs.value());
      }
    }
  }

  /** A type (null for nil) that was a case already. */
  private record CaseType(@Nullable Type type, Expr expr) {}

  /** The type that the switch's variable has in the clause. */
  private Type caseTypes(@Nullable Operand x, List<Expr> types, Map<Object, List<CaseType>> seen) {
    Type t = null;
    for (Expr e : types) {
      if (isNil(e)) {
        t = null;
        check.exprs.expr(null, new Operand(), e);
      } else {
        t = check.typeExprs.varType(e);
        if (!Predicates.isValid(t)) {
          continue;
        }
      }
      List<CaseType> alike = seen.computeIfAbsent(likeness(t), k -> new ArrayList<>());
      if (isDuplicate(t, e, alike)) {
        continue;
      }
      alike.add(new CaseType(t, e));
      if (x != null && t != null) {
        check.exprs.typeAssertion(e, x, t, true);
      }
    }
    if (types.size() == 1 && t != null) {
      return t;
    }
    return x != null ? x.type : Universe.INVALID;
  }

  /** Equal for identical types, and different for most others. */
  private static Object likeness(@Nullable Type t) {
    return switch (t == null ? null : Types.unalias(t)) {
      case null -> "nil";
      case Named n -> n.obj();
      case Basic b -> b.kind();
      case Type u -> u.getClass();
    };
  }

  private boolean isDuplicate(@Nullable Type t, Expr e, List<CaseType> seen) {
    for (CaseType c : seen) {
      if (t == null ? c.type == null : c.type != null && Predicates.identical(t, c.type)) {
        ErrorDesc err = check.newError(Code.DUPLICATE_CASE);
        err.addf(e, "duplicate case %s in type switch", t == null ? "nil" : check.sprintf("%s", t));
        err.addf(c.expr, "previous case");
        err.report();
        return true;
      }
    }
    return false;
  }
}

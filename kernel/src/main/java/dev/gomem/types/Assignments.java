package dev.gomem.types;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Info.Mode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks initialisations and assignments, also the implicit ones: of arguments to parameters, of
 * results, of elements to composite literals. Source: types2's assignments.go.
 */
final class Assignments {
  private final Checker check;

  Assignments(Checker check) {
    this.check = check;
  }

  /**
   * Whether {@code x} may be assigned to a variable of type {@code type}; gives an untyped {@code
   * x} a type. Without a type, the blank identifier is assigned to. {@code context} is what
   * messages call the assignment.
   */
  void assignment(Operand x, @Nullable Type type, String context) {
    check.exprs.singleValue(x);
    switch (x.mode) {
      case INVALID -> {
        return;
      }
      case CONSTANT, VARIABLE, MAP_INDEX, VALUE, NIL_VALUE, COMMA_OK, COMMA_ERR -> {}
      case NO_VALUE, BUILTIN, TYPE_EXPR, CGO_FUNC -> {
        check.errorf(x, Code.INCOMPATIBLE_ASSIGN, "cannot assign %s to %s in %s", x, type, context);
        x.invalidate();
        return;
      }
    }
    if (Predicates.isUntyped(x.type) && !giveType(x, type, context)) {
      return;
    }
    if (x.type.underlying() instanceof Signature sig && !sig.typeParams().isEmpty()) {
      check.errorf(
          x,
          Code.WRONG_TYPE_ARG_COUNT,
          "cannot use generic function %s without instantiation in %s",
          x,
          context);
      x.invalidate();
      return;
    }
    if (type == null) {
      return;
    }
    Cause cause = new Cause();
    Code code = x.assignableTo(check, type, cause);
    if (code == null) {
      return;
    }
    if (cause.isEmpty()) {
      check.errorf(x, code, "cannot use %s as %s value in %s", x, type, context);
    } else {
      check.errorf(x, code, "cannot use %s as %s value in %s: %s", x, type, context, cause.text);
    }
    x.invalidate();
  }

  /**
   * Converts an untyped operand to the type assigned to, or to its default type; false after an
   * error.
   */
  private boolean giveType(Operand x, @Nullable Type type, String context) {
    Type target;
    if (x.isNil()) {
      if (type == null) {
        check.errorf(x, Code.UNTYPED_NIL_USE, "use of untyped nil in %s", context);
        x.invalidate();
        return false;
      }
      target = type;
    } else {
      target =
          type == null || Predicates.isNonTypeParamInterface(type)
              ? Predicates.defaultType(x.type)
              : type;
    }
    Exprs.Implicit r = check.exprs.implicitTypeAndValue(x, target);
    Type t = r.type();
    if (t == null) {
      String msg = check.sprintf("cannot use %s as %s value in %s", x, target, context);
      Code code = r.code();
      if (code == Code.TRUNCATED_FLOAT) {
        msg += " (truncated)";
      } else if (code == Code.NUMERIC_OVERFLOW) {
        msg += " (overflows)";
      } else {
        code = Code.INCOMPATIBLE_ASSIGN;
      }
      check.error(x, code, msg);
      x.invalidate();
      return false;
    }
    if (r.val() != null) {
      x.val = r.val();
      check.exprs.updateExprVal(x.expr, r.val());
    }
    if (t != x.type) {
      x.type = t;
      check.exprs.updateExprType(x.expr, t, false);
    }
    return true;
  }

  void initConst(Obj.Const lhs, Operand x) {
    Type type = lhs.typeOrNull();
    boolean bad = x.isInvalid() || !Predicates.isValid(x.type) || type == Universe.INVALID;
    if (!bad && !x.isConstant()) {
      check.errorf(x, Code.INVALID_CONST_INIT, "%s is not constant", x);
      bad = true;
    }
    if (bad) {
      if (type == null) {
        lhs.setType(Universe.INVALID);
      }
      return;
    }
    if (type == null) {
      type = x.type;
      lhs.setType(type);
    }
    assignment(x, type, "constant declaration");
    if (!x.isInvalid()) {
      lhs.setValue(x.constant());
    }
  }

  /** Checks {@code lhs = x} in a declaration; {@code lhs} gets a type if it has none. */
  void initVar(Obj.Var lhs, Operand x, String context) {
    Type type = lhs.typeOrNull();
    if (x.isInvalid() || !Predicates.isValid(x.type) || type != null && !Predicates.isValid(type)) {
      if (type == null) {
        lhs.setType(Universe.INVALID);
      }
      x.invalidate();
      return;
    }
    if (type == null) {
      type = x.type;
      if (type == Universe.UNTYPED_NIL) {
        check.errorf(x, Code.UNTYPED_NIL_USE, "use of untyped nil in %s", context);
        lhs.setType(Universe.INVALID);
        x.invalidate();
        return;
      }
      if (Predicates.isUntyped(type)) {
        type = Predicates.defaultType(type);
      }
      lhs.setType(type);
    }
    assignment(x, type, context);
  }

  /** The variable of this package that a name stands for; assigning to it is no use of it. */
  private Obj.@Nullable Var localVar(Expr e) {
    return Exprs.unparen(e) instanceof Expr.Name n
            && check.env.lookup(n.value()) instanceof Obj.Var v
            && v.pkg() == check.pkg
        ? v
        : null;
  }

  /** The type of a left-hand side; null for the blank identifier, invalid after an error. */
  private @Nullable Type lhsVar(Expr lhs) {
    if (Exprs.unparen(lhs) instanceof Expr.Name n && n.value().equals("_")) {
      check.recording.recordDef(n, null);
      return null;
    }
    Obj.Var v = localVar(lhs);
    boolean used = v != null && v.used;
    Operand x = new Operand();
    check.exprs.expr(null, x, lhs);
    if (v != null) {
      v.used = used;
    }
    if (x.isInvalid() || !Predicates.isValid(x.type)) {
      return Universe.INVALID;
    }
    if (x.mode == Mode.VARIABLE || x.mode == Mode.MAP_INDEX) {
      return x.type;
    }
    if (x.expr instanceof Expr.SelectorExpr sel) {
      Operand op = new Operand();
      check.exprs.expr(null, op, sel.x());
      if (op.mode == Mode.MAP_INDEX) {
        check.errorf(
            x, Code.UNADDRESSABLE_FIELD_ASSIGN, "cannot assign to struct field %s in map", x.expr);
        return Universe.INVALID;
      }
    }
    check.errorf(
        x,
        Code.UNASSIGNABLE_OPERAND,
        "cannot assign to %s (neither addressable nor a map index expression)",
        x.expr);
    return Universe.INVALID;
  }

  /** Checks {@code lhs = rhs}. */
  private void assignVar(Expr lhs, Expr rhs, String context) {
    Type type = lhsVar(lhs);
    if (type != null && !Predicates.isValid(type)) {
      check.calls.use(rhs);
      return;
    }
    Exprs.Target target =
        type != null && type.underlying() instanceof Signature
            ? Exprs.newTarget(type, Errors.exprString(lhs))
            : null;
    Operand x = new Operand();
    check.exprs.expr(target, x, rhs);
    assign(x, type, context);
  }

  /** Checks {@code lhs = x}, where {@code x} is evaluated already. */
  void assignVar(Expr lhs, Operand x, String context) {
    Type type = lhsVar(lhs);
    if (type != null && !Predicates.isValid(type)) {
      x.invalidate();
      return;
    }
    assign(x, type, context);
  }

  private void assign(Operand x, @Nullable Type type, String context) {
    boolean toBlank = type == null && context.equals("assignment");
    assignment(x, type, toBlank ? "assignment to _ identifier" : context);
  }

  static List<@Nullable Type> operandTypes(List<Operand> list) {
    List<@Nullable Type> types = new ArrayList<>();
    for (Operand x : list) {
      types.add(x.type);
    }
    return types;
  }

  static List<@Nullable Type> varTypes(List<Obj.Var> list) {
    List<@Nullable Type> types = new ArrayList<>();
    for (Obj.Var v : list) {
      types.add(v.typeOrNull());
    }
    return types;
  }

  /**
   * {@code (int, number, ...string)}: types for a reader, the last one of a variadic function or
   * call with dots.
   */
  String typesSummary(List<@Nullable Type> list, boolean variadic, boolean hasDots) {
    List<String> res = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Type t = list.get(i);
      String s;
      if (t == null || !Predicates.isValid(t)) {
        s = "unknown type";
      } else if (t instanceof Basic b && b.isUntyped()) {
        s = b.isNumeric() ? "number" : b.name().replace("untyped ", "");
      } else {
        s = check.sprintf("%s", t);
      }
      if (i == list.size() - 1) {
        if (variadic) {
          s = "..." + (t instanceof Slice sl ? check.sprintf("%s", sl.elem()) : s);
        } else if (hasDots) {
          s += "...";
        }
      }
      res.add(s);
    }
    return "(" + String.join(", ", res) + ")";
  }

  /** "1 variable", "2 variables". */
  static String measure(int x, String unit) {
    return x + " " + unit + (x != 1 ? "s" : "");
  }

  private void assignError(List<Expr> rhs, int l, int r) {
    String vars = measure(l, "variable");
    String vals = measure(r, "value");
    Expr rhs0 = rhs.getFirst();
    if (rhs.size() == 1 && Exprs.unparen(rhs0) instanceof Expr.CallExpr call) {
      check.errorf(
          rhs0,
          Code.WRONG_ASSIGN_COUNT,
          "assignment mismatch: %s but %s returns %s",
          vars,
          call.fun(),
          vals);
      return;
    }
    check.errorf(rhs0, Code.WRONG_ASSIGN_COUNT, "assignment mismatch: %s but %s", vars, vals);
  }

  private void returnError(Stmt at, List<Obj.Var> lhs, List<Operand> rhs) {
    ErrorDesc err = check.newError(Code.WRONG_RESULT_COUNT);
    if (rhs.size() > lhs.size()) {
      err.addf(rhs.get(lhs.size()), "too many return values");
    } else if (!rhs.isEmpty()) {
      err.addf(rhs.getLast(), "not enough return values");
    } else {
      err.addf(at, "not enough return values");
    }
    err.addf(Pos.NONE, "have %s", typesSummary(operandTypes(rhs), false, false));
    err.addf(Pos.NONE, "want %s", typesSummary(varTypes(lhs), false, false));
    err.report();
  }

  private static boolean isCall(List<Expr> rhs) {
    return rhs.size() == 1 && Exprs.unparen(rhs.getFirst()) instanceof Expr.CallExpr;
  }

  /**
   * Checks the initialisation of variables; with {@code returnStmt}, of results by a return
   * statement.
   */
  void initVars(List<Obj.Var> lhs, List<Expr> rhs, @Nullable Stmt returnStmt) {
    String context = returnStmt != null ? "return statement" : "assignment";
    int l = lhs.size();
    // A single call has a message of its own if the numbers differ.
    if (l == rhs.size() && !isCall(rhs)) {
      for (int i = 0; i < l; i++) {
        Obj.Var v = lhs.get(i);
        String desc = returnStmt != null && v.name().isEmpty() ? "result variable" : v.name();
        Operand x = new Operand();
        check.exprs.expr(Exprs.newTarget(v.typeOrNull(), desc), x, rhs.get(i));
        initVar(v, x, context);
      }
      return;
    }
    if (rhs.size() != 1) {
      // Only if nothing else is wrong with them.
      if (check.calls.use(rhs)) {
        if (returnStmt != null) {
          returnError(returnStmt, lhs, check.calls.exprList(rhs));
        } else {
          assignError(rhs, l, rhs.size());
        }
      }
      makeTyped(lhs);
      return;
    }
    Exprs.Multi multi = check.exprs.multiExpr(rhs.getFirst(), l == 2 && returnStmt == null);
    List<Operand> values = multi.list();
    if (l == values.size()) {
      for (int i = 0; i < l; i++) {
        initVar(lhs.get(i), values.get(i), context);
      }
      recordCommaOk(rhs.getFirst(), multi);
      return;
    }
    if (!values.getFirst().isInvalid()) {
      if (returnStmt != null) {
        returnError(returnStmt, lhs, values);
      } else {
        assignError(rhs, l, values.size());
      }
    }
    makeTyped(lhs);
  }

  private void recordCommaOk(Expr rhs, Exprs.Multi multi) {
    List<Operand> values = multi.list();
    if (multi.commaOk() && !values.get(0).isInvalid() && !values.get(1).isInvalid()) {
      check.recording.recordCommaOkTypes(rhs, values);
    }
  }

  private static void makeTyped(List<Obj.Var> vars) {
    for (Obj.Var v : vars) {
      if (v.typeOrNull() == null) {
        v.setType(Universe.INVALID);
      }
    }
  }

  void assignVars(List<Expr> lhs, List<Expr> rhs) {
    int l = lhs.size();
    if (l == rhs.size() && !isCall(rhs)) {
      for (int i = 0; i < l; i++) {
        assignVar(lhs.get(i), rhs.get(i), "assignment");
      }
      return;
    }
    if (rhs.size() != 1) {
      boolean okLhs = check.calls.useLhs(lhs);
      boolean okRhs = check.calls.use(rhs);
      if (okLhs && okRhs) {
        assignError(rhs, l, rhs.size());
      }
      return;
    }
    Exprs.Multi multi = check.exprs.multiExpr(rhs.getFirst(), l == 2);
    List<Operand> values = multi.list();
    if (l == values.size()) {
      for (int i = 0; i < l; i++) {
        assignVar(lhs.get(i), values.get(i), "assignment");
      }
      recordCommaOk(rhs.getFirst(), multi);
      return;
    }
    if (!values.getFirst().isInvalid()) {
      assignError(rhs, l, values.size());
    }
    check.calls.useLhs(lhs);
  }

  void shortVarDecl(Pos pos, List<Expr> lhs, List<Expr> rhs) {
    int top = check.delayedTop();
    Scope scope = check.env.scope;
    Set<String> seen = new HashSet<>();
    List<Obj.Var> lhsVars = new ArrayList<>();
    List<Obj.Var> newVars = new ArrayList<>();
    boolean hasErr = false;
    for (Expr e : lhs) {
      Obj.Var v = null;
      if (!(e instanceof Expr.Name ident)) {
        check.calls.useLhs(List.of(e));
        check.errorf(e, Code.BAD_DECL, "non-name %s on left side of :=", e);
        hasErr = true;
      } else if (!ident.value().equals("_") && !seen.add(ident.value())) {
        check.errorf(e, Code.REPEATED_DECL, "%s repeated on left side of :=", e);
        hasErr = true;
      } else {
        // What is declared in this very block is assigned to.
        Obj alt = scope.lookup(ident.value());
        if (alt != null) {
          check.recording.recordUse(ident, alt);
          if (alt instanceof Obj.Var old) {
            v = old;
          } else {
            check.errorf(e, Code.UNASSIGNABLE_OPERAND, "cannot assign to %s", e);
            hasErr = true;
          }
        } else {
          v = new Obj.Var(ident.pos(), check.pkg, ident.value(), null, Obj.VarKind.LOCAL_VAR);
          if (!ident.value().equals("_")) {
            newVars.add(v);
          }
          check.recording.recordDef(ident, v);
        }
      }
      lhsVars.add(
          v != null
              ? v
              : new Obj.Var(e.pos(), check.pkg, "_", null, Obj.VarKind.LOCAL_VAR)); // stands in
    }
    initVars(lhsVars, rhs, null);
    // Function literals on the right must not see the new variables.
    check.processDelayed(top);
    if (newVars.isEmpty() && !hasErr) {
      check.softErrorf(pos, Code.NO_NEW_VAR, "no new variables on left side of :=");
      return;
    }
    Pos scopePos = Errors.endPos(rhs.getLast());
    for (Obj.Var v : newVars) {
      check.decls.declare(scope, null, v, scopePos);
    }
  }
}

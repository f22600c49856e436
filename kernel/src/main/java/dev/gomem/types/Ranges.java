package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Info.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks range loops. Source: types2's range.go. */
final class Ranges {
  private final Checker check;

  Ranges(Checker check) {
    this.check = check;
  }

  /**
   * What a range yields: types of the iteration values (null if there are fewer), or why it cannot
   * be ranged over.
   */
  record KeyVal(@Nullable Type key, @Nullable Type val, boolean ok, String cause) {
    static KeyVal of(@Nullable Type key, @Nullable Type val) {
      return new KeyVal(key, val, true, "");
    }

    static KeyVal bad(String cause) {
      return new KeyVal(Universe.INVALID, Universe.INVALID, false, cause);
    }
  }

  /** Iteration variables and expression of a range clause. */
  record Clause(
      @Nullable Expr key, @Nullable Expr value, @Nullable Expr extra, Expr x, boolean def) {}

  void rangeStmt(Stmt.ForStmt s, Clause clause) {
    Expr rangeVar = clause.x;
    Operand x = new Operand();
    check.env.hasCallOrRecv = false;
    check.exprs.expr(null, x, rangeVar);

    if (!x.isInvalid()
        && clause.value == null
        && !check.env.hasCallOrRecv
        && Builtins.arrayPtrDeref(x.type.underlying()) instanceof Array a) {
      // Only the length is needed, which is constant: the expression is not evaluated.
      Expr e = Exprs.unparen(rangeVar);
      check.recording.record(new Operand(Mode.CONSTANT, e, Universe.INT, Constant.of(a.len())));
    }

    Type key = null;
    Type val = null;
    if (!x.isInvalid()) {
      KeyVal kv = rangeKeyVal(x.type);
      if (!kv.ok) {
        String cause = kv.cause.isEmpty() ? "" : ": " + kv.cause;
        check.softErrorf(
            Errors.atPos(x), Code.INVALID_RANGE_EXPR, "cannot range over %s%s", x, cause);
      } else if (kv.key == null && clause.key != null) {
        check.softErrorf(
            clause.key, Code.INVALID_ITER_VAR, "range over %s permits no iteration variables", x);
      } else if (kv.val == null && clause.value != null) {
        check.softErrorf(
            clause.value,
            Code.INVALID_ITER_VAR,
            "range over %s permits only one iteration variable",
            x);
      } else if (clause.extra != null) {
        check.softErrorf(
            clause.extra,
            Code.INVALID_ITER_VAR,
            "range clause permits at most two iteration variables");
      }
      key = kv.key;
      val = kv.val;
      check.env.hasRangeFunc |= Under.commonUnder(x.type) instanceof Signature;
    }

    // Variables declared here belong to the loop's own block.
    check.stmts.openScope(s, "range");
    boolean overInt = Predicates.isInteger(x.type);
    if (clause.def) {
      define(s, clause, x, key, val, overInt);
    } else if (clause.key != null) {
      assign(clause.key, x, key, overInt);
      if (clause.value != null) {
        assign(clause.value, x, val, overInt);
      }
    } else if (overInt) {
      // Without variables an untyped integer still needs a type.
      check.assignments.assignment(x, null, "range clause");
    }
    check.stmts.stmt(s.body());
    check.stmts.closeScope();
  }

  private static boolean isUnknown(@Nullable Type t) {
    return t == null || t == Universe.INVALID;
  }

  private void define(
      Stmt.ForStmt s,
      Clause clause,
      Operand x,
      @Nullable Type key,
      @Nullable Type val,
      boolean overInt) {
    List<Obj.Var> vars = new ArrayList<>();
    defineOne(clause.key, x, key, overInt, vars);
    defineOne(clause.value, x, val, overInt, vars);
    if (vars.isEmpty()) {
      check.error(s, Code.NO_NEW_VAR, "no new variables on left side of :=");
    }
    for (Obj.Var v : vars) {
      check.decls.declare(check.env.scope, null, v, s.body().pos());
    }
  }

  private void defineOne(
      @Nullable Expr lhs, Operand x, @Nullable Type type, boolean overInt, List<Obj.Var> vars) {
    if (lhs == null) {
      return;
    }
    Obj.Var v;
    if (lhs instanceof Expr.Name ident) {
      v = new Obj.Var(ident.pos(), check.pkg, ident.value(), null, Obj.VarKind.LOCAL_VAR);
      check.recording.recordDef(ident, v);
      if (!ident.value().equals("_")) {
        vars.add(v);
      }
    } else {
      check.errorf(lhs, Code.INVALID_SYNTAX_TREE, "cannot declare %s", lhs);
      v = new Obj.Var(lhs.pos(), check.pkg, "_", null, Obj.VarKind.LOCAL_VAR);
    }
    if (type == null || isUnknown(type)) {
      v.setType(Universe.INVALID);
      v.used = true;
      return;
    }
    if (overInt) {
      check.assignments.initVar(v, x, "range clause");
    } else {
      check.assignments.initVar(v, Operand.value(lhs, type), "assignment");
    }
  }

  private void assign(Expr lhs, Operand x, @Nullable Type type, boolean overInt) {
    if (type == null || isUnknown(type)) {
      return;
    }
    if (!overInt) {
      check.assignments.assignVar(lhs, Operand.value(lhs, type), "assignment");
      return;
    }
    check.assignments.assignVar(lhs, x, "range clause");
    if (!x.isInvalid() && !Predicates.isInteger(x.type)) {
      check.softErrorf(
          lhs, Code.INVALID_RANGE_EXPR, "cannot use iteration variable of type %s", x.type);
    }
  }

  KeyVal rangeKeyVal(Type orig) {
    Under.Common c =
        Under.commonUnder(
            orig,
            (t, u) ->
                u instanceof Chan ch && ch.dir() == Expr.ChanDir.SEND_ONLY
                    ? new TypeError("receive from send-only channel %s", t)
                    : null);
    Type rtype = c.type();
    if (rtype == null) {
      return KeyVal.bad(c.err() != null ? c.err().format(check) : "");
    }
    return switch (Builtins.arrayPtrDeref(rtype)) {
      case Basic b when b.isString() -> KeyVal.of(Universe.INT, Universe.RUNE);
      case Basic b when b.isInteger() ->
          check.allowVersion(22) ? KeyVal.of(orig, null) : KeyVal.bad("requires go1.22 or later");
      case Array a -> KeyVal.of(Universe.INT, a.elem());
      case Slice s -> KeyVal.of(Universe.INT, s.elem());
      case MapType m -> KeyVal.of(m.key(), m.elem());
      case Chan ch -> KeyVal.of(ch.elem(), null);
      case Signature sig -> iterator(sig);
      default -> new KeyVal(null, null, false, "");
    };
  }

  private KeyVal iterator(Signature sig) {
    String want = "func must be func(yield func(...) bool): ";
    if (!check.allowVersion(23)) {
      return KeyVal.bad("requires go1.23 or later");
    }
    if (sig.params().size() != 1) {
      return KeyVal.bad(want + "wrong argument count");
    }
    if (sig.results().size() != 0) {
      return KeyVal.bad(want + "unexpected results");
    }
    Under.Common c = Under.commonUnder(sig.params().at(0).type(), null);
    if (!(c.type() instanceof Signature cb)) {
      return KeyVal.bad(
          c.err() != null
              ? want + "in yield type, " + c.err().format(check)
              : want + "argument is not func");
    }
    if (cb.params().size() > 2) {
      return KeyVal.bad(want + "yield func has too many parameters");
    }
    if (cb.results().size() != 1
        || !Predicates.identical(cb.results().at(0).type(), Universe.BOOL)) {
      return KeyVal.bad(
          cb.results().size() == 1 && Predicates.isBoolean(cb.results().at(0).type())
              ? want + "yield func returns user-defined boolean, not bool"
              : want + "yield func does not return bool");
    }
    Tuple params = cb.params();
    return KeyVal.of(
        params.size() >= 1 ? params.at(0).type() : null,
        params.size() >= 2 ? params.at(1).type() : null);
  }
}

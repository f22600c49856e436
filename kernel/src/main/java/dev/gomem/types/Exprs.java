package dev.gomem.types;

import static dev.gomem.types.Errors.INVALID_OP;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.constant.Op;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.types.Checker.ExprInfo;
import dev.gomem.types.Info.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks expressions. They are walked from the root down; each method takes the operand to fill and
 * the expression, and leaves an invalid operand behind where it reported an error. An untyped
 * expression gets its final type only when the context is known: until then it is in {@link
 * Checker#untyped}, and {@link #updateExprType} walks down again with the type. That is also how
 * the left operand of a shift gets the type it would have without the shift. Source: types2's
 * expr.go.
 */
final class Exprs {
  private final Checker check;

  Exprs(Checker check) {
    this.check = check;
  }

  // ---- operators

  private boolean unaryDefined(Operator op, Type t) {
    return switch (op) {
      case ADD, SUB -> Predicates.allNumeric(t);
      case XOR -> Predicates.allInteger(t);
      case NOT -> Predicates.allBoolean(t);
      default -> throw new IllegalArgumentException("not a unary operator: " + op);
    };
  }

  private boolean binaryDefined(Operator op, Type t) {
    return switch (op) {
      case ADD -> Predicates.allNumericOrString(t);
      case SUB, MUL, DIV -> Predicates.allNumeric(t);
      case REM, AND, OR, XOR, ANDNOT -> Predicates.allInteger(t);
      case ANDAND, OROR -> Predicates.allBoolean(t);
      default -> throw new IllegalArgumentException("not an arithmetic operator: " + op);
    };
  }

  private void undefinedOp(Operand x, Operator op) {
    check.errorf(x, Code.UNDEFINED_OP, INVALID_OP + "operator %s not defined on %s", op, x);
    x.invalidate();
  }

  /** Where an overflow is reported: at the operator, if there is one. */
  static Pos opPos(@Nullable Expr x) {
    return switch (x) {
      case null -> Pos.NONE;
      case Expr.Operation op -> op.pos();
      default -> Errors.startPos(x);
    };
  }

  /** What overflowed, for operations that can; else "". */
  static String opName(@Nullable Expr x) {
    if (!(x instanceof Expr.Operation e)) {
      return "";
    }
    if (e.y() == null) {
      return e.op() == Operator.XOR ? "bitwise complement" : "";
    }
    return switch (e.op()) {
      case ADD -> "addition";
      case SUB -> "subtraction";
      case XOR -> "bitwise XOR";
      case MUL -> "multiplication";
      case SHL -> "shift";
      default -> "";
    };
  }

  private static Op constantOp(Operator op) {
    return switch (op) {
      case NOT -> Op.NOT;
      case OROR -> Op.LOR;
      case ANDAND -> Op.LAND;
      case EQL -> Op.EQL;
      case NEQ -> Op.NEQ;
      case LSS -> Op.LSS;
      case LEQ -> Op.LEQ;
      case GTR -> Op.GTR;
      case GEQ -> Op.GEQ;
      case ADD -> Op.ADD;
      case SUB -> Op.SUB;
      case OR -> Op.OR;
      case XOR -> Op.XOR;
      case MUL -> Op.MUL;
      case DIV -> Op.QUO;
      case REM -> Op.REM;
      case AND -> Op.AND;
      case ANDNOT -> Op.AND_NOT;
      case SHL -> Op.SHL;
      case SHR -> Op.SHR;
      case DEF, RECV, TILDE ->
          throw new IllegalArgumentException("no operation on constants: " + op);
    };
  }

  void unary(Operand x, Expr.Operation e) {
    expr(null, x, e.x());
    if (x.isInvalid()) {
      return;
    }
    Operator op = e.op();
    switch (op) {
      case AND -> {
        // A composite literal need not be addressable.
        if (!(unparen(e.x()) instanceof Expr.CompositeLit) && x.mode != Mode.VARIABLE) {
          check.errorf(x, Code.UNADDRESSABLE_OPERAND, INVALID_OP + "cannot take address of %s", x);
          x.invalidate();
          return;
        }
        x.mode = Mode.VALUE;
        x.type = new Pointer(x.type);
        return;
      }
      case RECV -> {
        Type elem = chanElem(Errors.atPos(x), x, true);
        if (elem == null) {
          x.invalidate();
          return;
        }
        x.mode = Mode.COMMA_OK;
        x.type = elem;
        check.env.hasCallOrRecv = true;
        return;
      }
      case TILDE -> {
        if (!Predicates.allInteger(x.type)) {
          check.error(e, Code.UNDEFINED_OP, "cannot use ~ outside of interface or type constraint");
          x.invalidate();
          return;
        }
        check.error(
            e,
            Code.UNDEFINED_OP,
            "cannot use ~ outside of interface or type constraint (use ^ for bitwise complement)");
        op = Operator.XOR;
      }
      default -> {}
    }
    if (!unaryDefined(op, x.type)) {
      undefinedOp(x, op);
      return;
    }
    if (x.isConstant()) {
      if (x.constant().kind() == Constant.Kind.UNKNOWN) {
        return;
      }
      int bits = Predicates.isUnsigned(x.type) ? (int) GcSizes.sizeof(x.type) * 8 : 0;
      x.val = Constants.unaryOp(constantOp(op), x.constant(), bits);
      x.expr = e;
      check.consts.overflow(x, opPos(e));
      return;
    }
    x.mode = Mode.VALUE;
  }

  /**
   * The element type of the channel that is received from or sent to; null after an error was
   * reported.
   */
  @Nullable Type chanElem(Pos pos, Operand x, boolean recv) {
    Under.Common c =
        Under.commonUnder(
            x.type,
            (t, u) -> {
              if (u == null) {
                return new TypeError("no specific channel type");
              }
              if (!(u instanceof Chan ch)) {
                return new TypeError("non-channel %s", t);
              }
              if (recv && ch.dir() == Expr.ChanDir.SEND_ONLY) {
                return new TypeError("send-only channel %s", t);
              }
              if (!recv && ch.dir() == Expr.ChanDir.RECV_ONLY) {
                return new TypeError("receive-only channel %s", t);
              }
              return null;
            });
    if (c.type() instanceof Chan ch) {
      return ch.elem();
    }
    String cause = c.err() != null ? c.err().format(check) : "";
    Code code = recv ? Code.INVALID_RECEIVE : Code.INVALID_SEND;
    String what = recv ? "cannot receive from " : "cannot send to ";
    if (Predicates.isTypeParam(x.type)) {
      check.errorf(pos, code, INVALID_OP + what + "%s: %s", x, cause);
    } else {
      check.errorf(pos, code, INVALID_OP + what + "%s %s", cause, x);
    }
    return null;
  }

  // ---- untyped expressions

  /**
   * Gives an untyped expression, and those operands of it that share its type, the type {@code
   * type}; {@code final_} if it will not change any more. A type that is not untyped is always
   * final.
   */
  void updateExprType(@Nullable Expr x, Type type, boolean final_) {
    ExprInfo old = x != null ? check.untyped.get(x) : null;
    if (x == null || old == null) {
      return;
    }
    switch (x) {
      case Expr.ParenExpr p -> updateExprType(p.x(), type, final_);
      case Expr.Operation op -> {
        // The operands of a constant are never seen at run time.
        if (old.val() == null) {
          updateOperands(op, type, final_);
        }
      }
      default -> {}
    }
    if (!final_ && Predicates.isUntyped(type) && type.underlying() instanceof Basic b) {
      check.untyped.put(x, new ExprInfo(old.isLhs(), old.mode(), b, old.val()));
      return;
    }
    check.untyped.remove(x);
    if (old.isLhs() && !Predicates.allInteger(type)) {
      check.errorf(
          x,
          Code.INVALID_SHIFT_OPERAND,
          INVALID_OP + "shifted operand %s (type %s) must be integer",
          x,
          type);
      return;
    }
    if (old.val() != null) {
      Operand c = new Operand(old.mode(), x, old.type(), old.val());
      check.consts.convertUntyped(c, type);
      if (c.isInvalid()) {
        return;
      }
    }
    check.recording.recordTypeAndValue(x, old.mode(), type, old.val());
  }

  private void updateOperands(Expr.Operation x, Type type, boolean final_) {
    Expr y = x.y();
    if (y == null) {
      if (x.op() != Operator.MUL) {
        updateExprType(x.x(), type, final_);
      }
    } else if (x.op().isComparison()) {
      // The operands have final types of their own.
    } else if (x.op().isShift()) {
      updateExprType(x.x(), type, final_);
    } else {
      updateExprType(x.x(), type, final_);
      updateExprType(y, type, final_);
    }
  }

  void updateExprVal(@Nullable Expr x, Constant val) {
    ExprInfo old = x != null ? check.untyped.get(x) : null;
    if (x != null && old != null) {
      check.untyped.put(x, new ExprInfo(old.isLhs(), old.mode(), old.type(), val));
    }
  }

  /**
   * What an operand becomes where a type is expected: a type (and a value, if that changes), or an
   * error's code.
   */
  record Implicit(@Nullable Type type, @Nullable Constant val, @Nullable Code code) {
    static Implicit of(Type type) {
      return new Implicit(type, null, null);
    }

    static Implicit error(Code code) {
      return new Implicit(null, null, code);
    }

    boolean isOk() {
      return type != null;
    }
  }

  Implicit implicitTypeAndValue(Operand x, Type target) {
    if (x.isInvalid() || Predicates.isTyped(x.type) || !Predicates.isValid(target)) {
      return Implicit.of(x.type);
    }
    if (Predicates.isUntyped(target)) {
      Type m = Predicates.maxType(x.type, target);
      return m != null ? Implicit.of(m) : Implicit.error(Code.INVALID_UNTYPED_CONVERSION);
    }
    if (x.isNil()) {
      return Predicates.hasNil(target)
          ? Implicit.of(target)
          : Implicit.error(Code.INVALID_UNTYPED_CONVERSION);
    }
    switch (target.underlying()) {
      case Basic b -> {
        if (x.isConstant()) {
          Consts.Representation r = check.consts.representation(x, b);
          return r.code() != null ? Implicit.error(r.code()) : new Implicit(target, r.val(), null);
        }
        // Comparisons and operands of shifts.
        boolean ok =
            x.type instanceof Basic k
                && switch (k.kind()) {
                  case UNTYPED_BOOL -> b.isBoolean();
                  case UNTYPED_INT, UNTYPED_RUNE, UNTYPED_FLOAT, UNTYPED_COMPLEX -> b.isNumeric();
                  case UNTYPED_STRING -> b.isString();
                  default -> false;
                };
        return ok ? Implicit.of(target) : Implicit.error(Code.INVALID_UNTYPED_CONVERSION);
      }
      case Interface i -> {
        if (Predicates.isTypeParam(target)) {
          boolean ok = Under.underIs(target, u -> u != null && implicitTypeAndValue(x, u).isOk());
          return ok ? Implicit.of(target) : Implicit.error(Code.INVALID_UNTYPED_CONVERSION);
        }
        // The dynamic type is the default one. Untyped values have no methods.
        return i.typeSet().isAll()
            ? Implicit.of(Predicates.defaultType(x.type))
            : Implicit.error(Code.INVALID_UNTYPED_CONVERSION);
      }
      default -> {
        return Implicit.error(Code.INVALID_UNTYPED_CONVERSION);
      }
    }
  }

  // ---- comparisons and shifts

  /**
   * {@code x op y}; with {@code switchCase}, {@code x} is a case and {@code y} what is switched on.
   */
  void comparison(Operand x, Operand y, Operator op, boolean switchCase) {
    if (!Predicates.isValid(x.type) || !Predicates.isValid(y.type)) {
      x.invalidate();
      return;
    }
    if (switchCase) {
      op = Operator.EQL;
    }
    if (x.assignableTo(check, y.type, null) != null
        && y.assignableTo(check, x.type, null) != null) {
      // Only the second operand tells that the types do not match.
      String cause = check.sprintf("mismatched types %s and %s", x.type, y.type);
      incomparable(x, y, op, switchCase, Code.MISMATCHED_TYPES, y, cause);
      return;
    }
    if (op == Operator.EQL || op == Operator.NEQ) {
      if (x.isNil() || y.isNil()) {
        if (!Predicates.hasNil(x.isNil() ? y.type : x.type)) {
          incomparable(x, y, op, switchCase, Code.UNDEFINED_OP, y, "");
          return;
        }
      } else if (!Predicates.comparable(x.type)) {
        incomparable(x, y, op, switchCase, Code.UNDEFINED_OP, x, incomparableCause(x.type));
        return;
      } else if (!Predicates.comparable(y.type)) {
        incomparable(x, y, op, switchCase, Code.UNDEFINED_OP, y, incomparableCause(y.type));
        return;
      }
    } else if (!Predicates.allOrdered(x.type)) {
      incomparable(x, y, op, switchCase, Code.UNDEFINED_OP, x, "");
      return;
    } else if (!Predicates.allOrdered(y.type)) {
      incomparable(x, y, op, switchCase, Code.UNDEFINED_OP, y, "");
      return;
    }
    if (x.isConstant() && y.isConstant()) {
      x.val = Constant.of(Constants.compare(x.constant(), constantOp(op), y.constant()));
    } else {
      x.mode = Mode.VALUE;
      // The operands are there at run time, and so need their final types now.
      updateExprType(x.expr, Predicates.defaultType(x.type), true);
      updateExprType(y.expr, Predicates.defaultType(y.type), true);
    }
    x.type = Universe.UNTYPED_BOOL;
  }

  private void incomparable(
      Operand x, Operand y, Operator op, boolean switchCase, Code code, Operand at, String cause) {
    if (cause.isEmpty()) {
      if (Predicates.isTypeParam(x.type) || Predicates.isTypeParam(y.type)) {
        if (!Predicates.isTypeParam(x.type)) {
          at = y;
        }
        cause = check.sprintf("type parameter %s cannot use operator %s", at.type, op);
      } else {
        String what = Operand.compositeKind(at.type);
        if (what.isEmpty()) {
          what = check.sprintf("%s", at.type);
        }
        cause = check.sprintf("operator %s not defined on %s", op, what);
      }
    }
    if (switchCase) {
      check.errorf(x, code, "invalid case %s in switch on %s (%s)", x.expr, y.expr, cause);
    } else {
      check.errorf(at, code, INVALID_OP + "%s %s %s (%s)", x.expr, op, y.expr, cause);
    }
    x.invalidate();
  }

  private String incomparableCause(Type type) {
    return switch (type.underlying()) {
      case Slice s -> "slice can only be compared to nil";
      case Signature s -> "func can only be compared to nil";
      case MapType m -> "map can only be compared to nil";
      default -> {
        TypeError err = Predicates.comparableType(type, true, null);
        yield err != null ? err.format(check) : "";
      }
    };
  }

  /** {@code e} is the shift, absent if it is an assignment's. */
  private void shift(Operand x, Operand y, @Nullable Expr e, Operator op) {
    Constant xval = x.isConstant() ? Constants.toInt(x.constant()) : null;
    boolean integral = xval != null && xval.kind() == Constant.Kind.INT;
    if (!Predicates.allInteger(x.type) && !(Predicates.isUntyped(x.type) && integral)) {
      check.errorf(
          x, Code.INVALID_SHIFT_OPERAND, INVALID_OP + "shifted operand %s must be integer", x);
      x.invalidate();
      return;
    }
    Constant yval = null;
    if (y.isConstant()) {
      yval = Constants.toInt(y.constant());
      if (yval.kind() == Constant.Kind.INT && Constants.sign(yval) < 0) {
        check.errorf(y, Code.INVALID_SHIFT_COUNT, INVALID_OP + "negative shift count %s", y);
        x.invalidate();
        return;
      }
      if (Predicates.isUntyped(y.type)) {
        // Must fit an uint, but stays untyped.
        check.consts.representable(y, Universe.UINT);
        if (y.isInvalid()) {
          x.invalidate();
          return;
        }
      } // gc accepts typed constants of any numeric type here.
    } else if (Predicates.allInteger(y.type)) {
      if (!Predicates.allUnsigned(y.type)
          && !check.verifyVersionf(Errors.atPos(y), 13, INVALID_OP + "signed shift count %s", y)) {
        x.invalidate();
        return;
      }
    } else if (Predicates.isUntyped(y.type)) {
      check.consts.convertUntyped(y, Universe.UINT);
      if (y.isInvalid()) {
        x.invalidate();
        return;
      }
    } else {
      check.errorf(y, Code.INVALID_SHIFT_COUNT, INVALID_OP + "shift count %s must be integer", y);
      x.invalidate();
      return;
    }

    if (x.isConstant()) {
      if (yval != null) {
        constantShift(x, xval != null ? xval : Constant.unknown(), y, yval, e, op);
        return;
      }
      if (Predicates.isUntyped(x.type)) {
        // Its type is what it would be without the shift: known later.
        ExprInfo info = x.expr != null ? check.untyped.get(x.expr) : null;
        if (x.expr != null && info != null) {
          check.untyped.put(x.expr, new ExprInfo(true, info.mode(), info.type(), info.val()));
        }
        x.mode = Mode.VALUE;
        return;
      }
    }
    if (!Predicates.allInteger(x.type)) {
      check.errorf(
          x, Code.INVALID_SHIFT_OPERAND, INVALID_OP + "shifted operand %s must be integer", x);
      x.invalidate();
      return;
    }
    x.mode = Mode.VALUE;
  }

  /** Enough to write the smallest float64. */
  private static final int SHIFT_BOUND = 1023 - 1 + 52;

  private void constantShift(
      Operand x, Constant xval, Operand y, Constant yval, @Nullable Expr e, Operator op) {
    boolean toUntypedInt = !Predicates.isInteger(x.type);
    if (x.constant().kind() == Constant.Kind.UNKNOWN
        || y.constant().kind() == Constant.Kind.UNKNOWN) {
      x.val = Constant.unknown();
      if (toUntypedInt) {
        x.type = Universe.UNTYPED_INT;
      }
      return;
    }
    Long s = Constants.uint64Value(yval);
    if (s == null || s < 0 || s > SHIFT_BOUND) {
      check.errorf(y, Code.INVALID_SHIFT_COUNT, INVALID_OP + "invalid shift count %s", y);
      x.invalidate();
      return;
    }
    if (toUntypedInt) {
      x.type = Universe.UNTYPED_INT;
    }
    x.val = Constants.shift(xval, constantOp(op), s.intValue());
    x.expr = e;
    check.consts.overflow(x, opPos(e));
  }

  // ---- binary operations

  /** {@code e} is the operation, absent if it is an assignment's {@code lhs op= rhs}. */
  void binary(Operand x, @Nullable Expr e, Expr lhs, Expr rhs, Operator op) {
    Operand y = new Operand();
    expr(null, x, lhs);
    expr(null, y, rhs);
    if (x.isInvalid()) {
      return;
    }
    if (y.isInvalid()) {
      x.invalidate();
      x.expr = y.expr;
      return;
    }
    if (op.isShift()) {
      shift(x, y, e, op);
      return;
    }
    matchTypes(x, y);
    if (x.isInvalid()) {
      return;
    }
    if (op.isComparison()) {
      comparison(x, y, op, false);
      return;
    }
    if (!Predicates.identical(x.type, y.type)) {
      if (Predicates.isValid(x.type) && Predicates.isValid(y.type)) {
        if (e != null) {
          check.errorf(
              x,
              Code.MISMATCHED_TYPES,
              INVALID_OP + "%s (mismatched types %s and %s)",
              e,
              x.type,
              y.type);
        } else {
          check.errorf(
              x,
              Code.MISMATCHED_TYPES,
              INVALID_OP + "%s %s= %s (mismatched types %s and %s)",
              lhs,
              op,
              rhs,
              x.type,
              y.type);
        }
      }
      x.invalidate();
      return;
    }
    if (!binaryDefined(op, x.type)) {
      undefinedOp(x, op);
      return;
    }
    if ((op == Operator.DIV || op == Operator.REM) && isZeroDivisor(x, y)) {
      check.error(y, Code.DIV_BY_ZERO, INVALID_OP + "division by zero");
      x.invalidate();
      return;
    }
    if (x.isConstant() && y.isConstant()) {
      if (x.constant().kind() == Constant.Kind.UNKNOWN
          || y.constant().kind() == Constant.Kind.UNKNOWN) {
        x.val = Constant.unknown();
        return;
      }
      boolean intQuo = op == Operator.DIV && Predicates.isInteger(x.type);
      x.val = Constants.binaryOp(x.constant(), intQuo ? Op.INT_QUO : constantOp(op), y.constant());
      x.expr = e;
      check.consts.overflow(x, opPos(e));
      return;
    }
    x.mode = Mode.VALUE;
  }

  private static boolean isZeroDivisor(Operand x, Operand y) {
    if (!y.isConstant() || !x.isConstant() && !Predicates.allInteger(x.type)) {
      return false;
    }
    if (Constants.sign(y.constant()) == 0) {
      return true;
    }
    if (!x.isConstant() || !Predicates.isComplex(x.type)) {
      return false;
    }
    // Parts whose squares underflow to zero.
    Constant re = Constants.real(y.constant());
    Constant im = Constants.imag(y.constant());
    return Constants.sign(Constants.binaryOp(re, Op.MUL, re)) == 0
        && Constants.sign(Constants.binaryOp(im, Op.MUL, im)) == 0;
  }

  /** Converts an untyped operand to the type of the other, where that may be possible at all. */
  void matchTypes(Operand x, Operand y) {
    if (!mayConvert(x, y)) {
      return; // types that differ are reported as a mismatch, not as a failed conversion
    }
    check.consts.convertUntyped(x, y.type);
    if (x.isInvalid()) {
      return;
    }
    check.consts.convertUntyped(y, x.type);
    if (y.isInvalid()) {
      x.invalidate();
    }
  }

  private static boolean mayConvert(Operand x, Operand y) {
    if (Predicates.isTyped(x.type) && Predicates.isTyped(y.type)) {
      return false;
    }
    if (Predicates.allNumeric(x.type) != Predicates.allNumeric(y.type)) {
      return false;
    }
    if (Predicates.isNonTypeParamInterface(x.type) || Predicates.isNonTypeParamInterface(y.type)) {
      return true;
    }
    if (Predicates.allBoolean(x.type) != Predicates.allBoolean(y.type)) {
      return false;
    }
    if (Predicates.allString(x.type) != Predicates.allString(y.type)) {
      return false;
    }
    if (x.isNil()) {
      return Predicates.hasNil(y.type);
    }
    if (y.isNil()) {
      return Predicates.hasNil(x.type);
    }
    return !Conversions.isPointer(x.type) && !Conversions.isPointer(y.type);
  }

  // ---- expressions

  /** What a generic function is assigned to: its signature helps to infer type arguments. */
  record Target(Signature sig, String desc) {}

  /** Null unless {@code type} is a function type. */
  static @Nullable Target newTarget(@Nullable Type type, String desc) {
    return type != null && type.underlying() instanceof Signature sig
        ? new Target(sig, desc)
        : null;
  }

  /**
   * Checks {@code e}, which may be a type, and records what it is.
   *
   * @param hint type of the elements of the enclosing composite literal, for literals without a
   *     type
   * @param allowGeneric whether it may be a generic type or function that is not instantiated
   */
  ExprKind rawExpr(
      @Nullable Target target, Operand x, Expr e, @Nullable Type hint, boolean allowGeneric) {
    ExprKind kind = exprInternal(target, x, e, hint);
    if (!allowGeneric) {
      nonGeneric(target, x);
    }
    pendingType(x);
    check.recording.record(x);
    return kind;
  }

  /**
   * Reports a generic type or function; a function whose type arguments follow from the target is
   * instantiated.
   */
  void nonGeneric(@Nullable Target target, Operand x) {
    if (x.isInvalid() || x.mode == Mode.NO_VALUE) {
      return;
    }
    String what = "";
    if (x.type instanceof Signature sig) {
      if (!sig.typeParams().isEmpty()) {
        if (target != null) {
          Pos pos = x.expr != null ? x.expr.pos() : Pos.NONE;
          check.calls.funcInst(target, pos, x, null, true);
          return;
        }
        what = "function";
      }
    } else if ((x.type instanceof Alias || x.type instanceof Named)
        && Predicates.isGeneric(x.type)) {
      what = "type";
    }
    if (!what.isEmpty()) {
      check.errorf(
          x,
          Code.WRONG_TYPE_ARG_COUNT,
          "cannot use generic %s %s without instantiation",
          what,
          x.expr);
      x.invalidate();
      x.type = Universe.INVALID;
    }
  }

  /** A value of a type whose size depends on itself: {@code type T [unsafe.Sizeof(T{})]int}. */
  void pendingType(Operand x) {
    if (x.isInvalid() || x.mode == Mode.NO_VALUE) {
      return;
    }
    if (!check.validType.finiteSize(x.type)) {
      x.invalidate();
      x.type = Universe.INVALID;
    }
  }

  /** Only for {@link #rawExpr}. */
  private ExprKind exprInternal(@Nullable Target target, Operand x, Expr e, @Nullable Type hint) {
    x.mode = Mode.INVALID;
    x.type = Universe.INVALID;
    ExprKind kind = ExprKind.EXPRESSION;
    switch (e) {
      case Expr.BadExpr b -> {}
      case Expr.Name n -> {
        check.typeExprs.ident(x, n, false);
        x.expr = e;
        return ExprKind.EXPRESSION;
      }
      case Expr.DotsType d -> check.error(e, Code.INVALID_SYNTAX_TREE, "invalid use of ...");
      case Expr.BasicLit lit -> {
        if (!lit.bad()) {
          check.literals.basicLit(x, lit);
        }
      }
      case Expr.FuncLit f -> check.literals.funcLit(x, f);
      case Expr.CompositeLit lit -> check.literals.compositeLit(x, lit, hint);
      case Expr.ParenExpr p -> {
        kind = rawExpr(null, x, p.x(), null, false);
        x.expr = e;
        return kind;
      }
      case Expr.SelectorExpr s -> {
        check.calls.selector(x, s, false);
        x.expr = e;
        return ExprKind.EXPRESSION;
      }
      case Expr.IndexExpr i -> {
        if (check.indexes.indexExpr(x, i)) {
          check.calls.funcInst(target, i.pos(), x, i, true);
        }
      }
      case Expr.SliceExpr s -> check.indexes.sliceExpr(x, s);
      case Expr.AssertExpr a -> assertExpr(x, a);
      case Expr.TypeSwitchGuard g -> {
        check.error(e, Code.INVALID_SYNTAX_TREE, "use of .(type) outside type switch");
        check.calls.use(g.x());
      }
      case Expr.CallExpr c -> {
        return check.calls.callExpr(x, c);
      }
      case Expr.ListExpr l ->
          check.error(e, Code.INVALID_SYNTAX_TREE, "unexpected list of expressions");
      case Expr.Operation op -> {
        if (op.y() != null) {
          binary(x, e, op.x(), op.y(), op.op());
        } else if (op.op() == Operator.MUL) {
          indirection(x, op);
        } else {
          unary(x, op);
          if (op.op() == Operator.RECV) {
            kind = ExprKind.STATEMENT;
          }
        }
      }
      case Expr.KeyValueExpr kv ->
          check.error(e, Code.INVALID_SYNTAX_TREE, "no key:value expected");
      case Expr.ArrayType t -> typeExpr(x, e);
      case Expr.SliceType t -> typeExpr(x, e);
      case Expr.StructType t -> typeExpr(x, e);
      case Expr.FuncType t -> typeExpr(x, e);
      case Expr.InterfaceType t -> typeExpr(x, e);
      case Expr.MapType t -> typeExpr(x, e);
      case Expr.ChanType t -> typeExpr(x, e);
    }
    x.expr = e;
    return x.isInvalid()
        ? ExprKind.STATEMENT
        : kind; // a statement may be anything: no second error
  }

  private void typeExpr(Operand x, Expr e) {
    x.mode = Mode.TYPE_EXPR;
    x.type = check.typeExprs.typ(e);
  }

  private void assertExpr(Operand x, Expr.AssertExpr e) {
    expr(null, x, e.x());
    if (x.isInvalid()) {
      return;
    }
    if (Predicates.isTypeParam(x.type)) {
      check.errorf(
          x,
          Code.INVALID_ASSERT,
          INVALID_OP + "cannot use type assertion on type parameter value %s",
          x);
      x.invalidate();
      return;
    }
    if (!(x.type.underlying() instanceof Interface)) {
      check.errorf(x, Code.INVALID_ASSERT, INVALID_OP + "%s is not an interface", x);
      x.invalidate();
      return;
    }
    Type type = check.typeExprs.varType(e.type());
    if (!Predicates.isValid(type)) {
      x.invalidate();
      return;
    }
    typeAssertion(e, x, type, false);
    x.mode = Mode.COMMA_OK;
    x.type = type;
  }

  /** {@code *x}: a pointer type, or the variable that is pointed to. */
  private void indirection(Operand x, Expr.Operation e) {
    exprOrType(x, e.x(), false);
    if (x.isInvalid()) {
      return;
    }
    if (x.mode == Mode.TYPE_EXPR) {
      check.typeExprs.validVarType(e.x(), x.type);
      x.type = new Pointer(x.type);
      return;
    }
    Type[] base = new Type[1];
    boolean ok =
        Under.underIs(
            x.type,
            u -> {
              if (!(u instanceof Pointer p)) {
                check.errorf(x, Code.INVALID_INDIRECTION, INVALID_OP + "cannot indirect %s", x);
                return false;
              }
              if (base[0] != null && !Predicates.identical(p.elem(), base[0])) {
                check.errorf(
                    x,
                    Code.INVALID_INDIRECTION,
                    INVALID_OP + "pointers of %s must have identical base types",
                    x);
                return false;
              }
              base[0] = p.elem();
              return true;
            });
    if (!ok || base[0] == null) {
      x.invalidate();
      return;
    }
    x.mode = Mode.VARIABLE;
    x.type = base[0];
  }

  /** Reports an assertion of an interface value {@code x} to a type that it can never have. */
  void typeAssertion(Expr e, Operand x, Type type, boolean typeSwitch) {
    Cause cause = new Cause();
    if (check.lookup.assertableTo(x.type, type, cause)) {
      return;
    }
    if (typeSwitch) {
      check.errorf(
          e,
          Code.IMPOSSIBLE_ASSERT,
          "impossible type switch case: %s\n\t%s cannot have dynamic type %s %s",
          e,
          x,
          type,
          cause.text);
      return;
    }
    check.errorf(
        e,
        Code.IMPOSSIBLE_ASSERT,
        "impossible type assertion: %s\n\t%s does not implement %s %s",
        e,
        type,
        x.type,
        cause.text);
  }

  /** A single value. */
  void expr(@Nullable Target target, Operand x, Expr e) {
    rawExpr(target, x, e, null, false);
    excludeNonValues(x);
    singleValue(x);
  }

  /** A single value, which may be a generic function. */
  void genericExpr(Operand x, Expr e) {
    rawExpr(null, x, e, null, true);
    excludeNonValues(x);
    singleValue(x);
  }

  /** The values of an expression; {@code commaOk} if there are two because it may be used so. */
  record Multi(List<Operand> list, boolean commaOk) {}

  /** One or more values; the first is invalid after an error. */
  Multi multiExpr(Expr e, boolean allowCommaOk) {
    Operand x = new Operand();
    rawExpr(null, x, e, null, false);
    excludeNonValues(x);
    List<Operand> list = new ArrayList<>();
    if (!x.isInvalid() && x.type instanceof Tuple t) {
      for (Obj.Var v : t.vars()) {
        list.add(Operand.value(e, v.type()));
      }
      return new Multi(list, false);
    }
    list.add(x);
    if (allowCommaOk && (x.mode == Mode.MAP_INDEX || x.mode == Mode.COMMA_OK)) {
      list.add(Operand.value(e, Universe.UNTYPED_BOOL));
      return new Multi(list, true);
    }
    return new Multi(list, false);
  }

  void exprWithHint(Operand x, Expr e, Type hint) {
    rawExpr(null, x, e, hint, false);
    excludeNonValues(x);
    singleValue(x);
  }

  /** A single value or a type; also the name of a built-in. */
  void exprOrType(Operand x, Expr e, boolean allowGeneric) {
    rawExpr(null, x, e, null, allowGeneric);
    if (x.mode == Mode.NO_VALUE) {
      check.errorf(x, Code.TOO_MANY_VALUES, "%s used as value or type", x);
      x.invalidate();
    }
    singleValue(x);
  }

  /** Calls without results, built-ins that are not called, and types are no values. */
  void excludeNonValues(Operand x) {
    switch (x.mode) {
      case NO_VALUE -> check.errorf(x, Code.TOO_MANY_VALUES, "%s used as value", x);
      case BUILTIN -> check.errorf(x, Code.UNCALLED_BUILTIN, "%s must be called", x);
      case TYPE_EXPR -> check.errorf(x, Code.NOT_AN_EXPR, "%s is not an expression", x);
      case INVALID,
          CONSTANT,
          VARIABLE,
          MAP_INDEX,
          VALUE,
          NIL_VALUE,
          COMMA_OK,
          COMMA_ERR,
          CGO_FUNC -> {
        return;
      }
    }
    x.invalidate();
  }

  void singleValue(Operand x) {
    if (x.mode == Mode.VALUE && x.type instanceof Tuple) {
      check.errorf(x, Code.TOO_MANY_VALUES, "multiple-value %s in single-value context", x);
      x.invalidate();
    }
  }

  /** An expression without the parentheses around it. */
  static Expr unparen(Expr e) {
    while (e instanceof Expr.ParenExpr p) {
      e = p.x();
    }
    return e;
  }

  /** The expressions of a list, the one that is no list, or none. */
  static List<Expr> unpackListExpr(@Nullable Expr e) {
    return switch (e) {
      case null -> List.of();
      case Expr.ListExpr l -> l.elems();
      default -> List.of(e);
    };
  }
}

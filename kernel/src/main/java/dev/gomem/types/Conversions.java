package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.types.Info.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Checks conversions {@code T(x)}. Constants convert to constants where their value can be
 * represented; everything else is a question of types alone. Source: types2's conversions.go.
 */
final class Conversions {
  private static final int MAX_RUNE = 0x10ffff;
  private static final int REPLACEMENT_CHAR = 0xfffd;

  private final Checker check;

  Conversions(Checker check) {
    this.check = check;
  }

  /** The value of constant {@code x} converted to {@code type}, or null if it cannot be. */
  private static @Nullable Constant convertConst(Operand x, Type type) {
    if (!(type.underlying() instanceof Basic b)) {
      return null;
    }
    Constant c = Consts.representableConst(x.constant(), b);
    if (c != null || !Predicates.isInteger(x.type) || !b.isString()) {
      return c;
    }
    Long i = Constants.uint64Value(x.constant());
    boolean isRune = i != null && i >= 0 && i <= MAX_RUNE && (i < 0xd800 || i > 0xdfff);
    int rune = i != null && isRune ? i.intValue() : REPLACEMENT_CHAR;
    return Constant.of(Character.toString(rune));
  }

  /** Converts {@code x} to {@code type} in place. */
  void conversion(Operand x, Type type) {
    boolean constArg = x.isConstant();
    boolean ok = false;
    Cause cause = new Cause();
    if (constArg && Predicates.isConstType(type)) {
      Constant c = convertConst(x, type);
      if (c != null) {
        x.val = c;
        ok = true;
      } else if (Predicates.isInteger(type)
          && Constants.toInt(x.constant()).kind() == Constant.Kind.INT) {
        x.val = Constants.toInt(x.constant()); // in messages 1e3 is 1000 then
      }
      if (!ok && Predicates.isInteger(x.type) && Predicates.isInteger(type)) {
        check.errorf(x, Code.INVALID_CONVERSION, "constant %s overflows %s", x.constant(), type);
        x.invalidate();
        return;
      }
    } else if (constArg && Predicates.isTypeParam(type)) {
      ok = Under.underIs(type, u -> convertsToTerm(x, type, u, cause));
      x.mode = Mode.VALUE; // type parameters have no constants
    } else if (convertibleTo(x, type, cause)) {
      ok = true;
      x.mode = Mode.VALUE;
    }
    if (!ok) {
      if (cause.isEmpty()) {
        check.errorf(x, Code.INVALID_CONVERSION, "cannot convert %s to type %s", x, type);
      } else {
        check.errorf(
            x, Code.INVALID_CONVERSION, "cannot convert %s to type %s: %s", x, type, cause.text);
      }
      x.invalidate();
      return;
    }
    if (Predicates.isUntyped(x.type)) {
      Type last = type;
      if (x.type == Universe.UNTYPED_NIL) {
        // has the type converted to
      } else if (Predicates.isNonTypeParamInterface(type)
          || constArg && !Predicates.isConstType(type)) {
        last = Predicates.defaultType(x.type);
      } else if (x.isConstant() && Predicates.isInteger(x.type) && Predicates.allString(type)) {
        last = x.type;
      }
      check.exprs.updateExprType(x.expr, last, true);
    }
    x.type = type;
  }

  private boolean convertsToTerm(Operand x, Type type, @Nullable Type u, Cause cause) {
    if (u == null) {
      cause.text = check.sprintf("%s does not contain specific types", type);
      return false;
    }
    if (Predicates.isString(x.type) && isBytesOrRunes(u)) {
      return true;
    }
    if (convertConst(x, u) != null) {
      return true;
    }
    if (Predicates.isInteger(x.type) && Predicates.isInteger(u)) {
      cause.text = check.sprintf("constant %s overflows %s (in %s)", x.constant(), u, type);
    } else {
      cause.text = check.sprintf("cannot convert %s to type %s (in %s)", x, u, type);
    }
    return false;
  }

  /** Whether the non-constant conversion is allowed; if not, {@code cause} may say why. */
  boolean convertibleTo(Operand x, Type target, @Nullable Cause cause) {
    if (x.assignableTo(check, target, cause) == null) {
      return true;
    }
    Type v = Types.unalias(x.type);
    Type t = Types.unalias(target);
    Type vu = v.underlying();
    Type tu = t.underlying();
    TypeParam vp = v instanceof TypeParam p ? p : null;
    TypeParam tp = t instanceof TypeParam p ? p : null;
    if (Predicates.identicalIgnoreTags(vu, tu) && vp == null && tp == null) {
      return true;
    }
    if (v instanceof Pointer a
        && t instanceof Pointer b
        && Predicates.identicalIgnoreTags(a.elem().underlying(), b.elem().underlying())
        && !Predicates.isTypeParam(a.elem())
        && !Predicates.isTypeParam(b.elem())) {
      return true;
    }
    if (Predicates.isIntegerOrFloat(vu) && Predicates.isIntegerOrFloat(tu)
        || Predicates.isComplex(vu) && Predicates.isComplex(tu)
        || (Predicates.isInteger(vu) || isBytesOrRunes(vu)) && Predicates.isString(tu)
        || Predicates.isString(vu) && isBytesOrRunes(tu)
        || (isPointer(vu) || isUintptr(vu)) && isUnsafePointer(tu)
        || isUnsafePointer(vu) && (isPointer(tu) || isUintptr(tu))) {
      return true;
    }
    if (vu instanceof Slice s) {
      if (tu instanceof Array a && Predicates.identical(s.elem(), a.elem())) {
        return sliceToArray(20, "conversion of slice to array requires go1.20 or later", cause);
      }
      if (tu instanceof Pointer p
          && p.elem().underlying() instanceof Array a
          && Predicates.identical(s.elem(), a.elem())) {
        return sliceToArray(
            17, "conversion of slice to array pointer requires go1.17 or later", cause);
      }
    }
    if (vp != null && tp != null) {
      Operand y = x.copy();
      return vp.is(from -> {
        if (from == null || from.type() == null) {
          return false;
        }
        y.type = from.type();
        return tp.is(to ->
            to != null
                && to.type() != null
                && (convertibleTo(y, to.type(), cause)
                    || because(
                        cause,
                        "cannot convert %s (in %s) to type %s (in %s)",
                        from.type(),
                        vp,
                        to.type(),
                        tp)));
      });
    }
    if (vp != null) {
      Operand y = x.copy();
      return vp.is(from -> {
        if (from == null || from.type() == null) {
          return false;
        }
        y.type = from.type();
        return convertibleTo(y, t, cause)
            || because(cause, "cannot convert %s (in %s) to type %s", from.type(), vp, target);
      });
    }
    if (tp != null) {
      return tp.is(to ->
          to != null
              && to.type() != null
              && (convertibleTo(x, to.type(), cause)
                  || because(
                      cause, "cannot convert %s to type %s (in %s)", x.type, to.type(), tp)));
    }
    return false;
  }

  private boolean sliceToArray(int version, String message, @Nullable Cause cause) {
    if (check.allowVersion(version)) {
      return true;
    }
    if (cause != null) {
      cause.text = message;
    }
    return false;
  }

  /** False, with a reason. */
  private boolean because(@Nullable Cause cause, String format, @Nullable Object... args) {
    Operand.addCause(check, cause, format, args);
    return false;
  }

  static boolean isUintptr(Type t) {
    return t.underlying() instanceof Basic b && b.kind() == Basic.Kind.UINTPTR;
  }

  static boolean isUnsafePointer(Type t) {
    return t.underlying() instanceof Basic b && b.kind() == Basic.Kind.UNSAFE_POINTER;
  }

  static boolean isPointer(Type t) {
    return t.underlying() instanceof Pointer;
  }

  static boolean isBytesOrRunes(Type t) {
    return t.underlying() instanceof Slice s
        && s.elem().underlying() instanceof Basic b
        && (b.kind() == Basic.Kind.UINT8 || b.kind() == Basic.Kind.INT32);
  }
}

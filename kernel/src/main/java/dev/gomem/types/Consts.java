package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.constant.Op;
import dev.gomem.source.Pos;
import org.jspecify.annotations.Nullable;

/**
 * Constant operands: whether a value can be represented by a type, rounding to it, overflow, and
 * giving untyped values a type. Sizes are those of linux/amd64. Source: types2's const.go.
 */
final class Consts {
  /** Bits that an untyped integer constant may have. */
  private static final int MAX_BITS = 512;

  private final Checker check;

  Consts(Checker check) {
    this.check = check;
  }

  /**
   * After a constant operation: the result must fit its type, or stay within reason if it has none.
   */
  void overflow(Operand x, Pos opPos) {
    Constant val = x.constant();
    if (val.kind() == Constant.Kind.UNKNOWN) {
      check.error(opPos, Code.INVALID_CONST_VAL, "constant result is not representable");
      return;
    }
    if (Predicates.isTyped(x.type)) {
      if (x.type.underlying() instanceof Basic b) {
        representable(x, b);
      }
      return;
    }
    if (val.kind() == Constant.Kind.INT && Constants.bitLen(val) > MAX_BITS) {
      String op = Exprs.opName(x.expr);
      check.errorf(
          opPos, Code.INVALID_CONST_VAL, "constant %soverflow", op.isEmpty() ? "" : op + " ");
      x.val = Constant.unknown();
    }
  }

  /**
   * {@code x} as a value of {@code type}, rounded if that is a float or complex type; null if it
   * has no such value.
   */
  static @Nullable Constant representableConst(Constant x, Basic type) {
    if (x.kind() == Constant.Kind.UNKNOWN) {
      return x; // reported before
    }
    if (type.isInteger()) {
      Constant i = Constants.toInt(x);
      return i.kind() == Constant.Kind.INT && fitsInteger(i, type.kind()) ? i : null;
    }
    if (type.isFloat()) {
      Constant f = Constants.toFloat(x);
      if (f.kind() != Constant.Kind.FLOAT) {
        return null;
      }
      return switch (type.kind()) {
        case FLOAT32 -> roundFloat32(f);
        case FLOAT64 -> roundFloat64(f);
        default -> x;
      };
    }
    if (type.isComplex()) {
      Constant c = Constants.toComplex(x);
      if (c.kind() != Constant.Kind.COMPLEX) {
        return null;
      }
      Constant re = Constants.real(c);
      Constant im = Constants.imag(c);
      return switch (type.kind()) {
        case COMPLEX64 -> makeComplex(roundFloat32(re), roundFloat32(im));
        case COMPLEX128 -> makeComplex(roundFloat64(re), roundFloat64(im));
        default -> x;
      };
    }
    if (type.isString()) {
      return x.kind() == Constant.Kind.STRING ? x : null;
    }
    if (type.isBoolean()) {
      return x.kind() == Constant.Kind.BOOL ? x : null;
    }
    return null;
  }

  private static boolean fitsInteger(Constant x, Basic.Kind kind) {
    return switch (kind) {
      case INT8 -> fitsSigned(x, 8);
      case INT16 -> fitsSigned(x, 16);
      case INT32 -> fitsSigned(x, 32);
      case INT, INT64 -> fitsSigned(x, 64);
      case UINT8 -> fitsUnsigned(x, 8);
      case UINT16 -> fitsUnsigned(x, 16);
      case UINT32 -> fitsUnsigned(x, 32);
      case UINT, UINT64, UINTPTR -> fitsUnsigned(x, 64);
      default -> true; // untyped
    };
  }

  private static boolean fitsSigned(Constant x, int bits) {
    Long v = Constants.int64Value(x);
    return v != null && v >> (bits - 1) == v >> 63;
  }

  private static boolean fitsUnsigned(Constant x, int bits) {
    return Constants.sign(x) >= 0 && Constants.bitLen(x) <= bits;
  }

  private static @Nullable Constant makeComplex(@Nullable Constant re, @Nullable Constant im) {
    return re != null && im != null ? Constants.binaryOp(re, Op.ADD, Constants.makeImag(im)) : null;
  }

  private static @Nullable Constant roundFloat32(Constant x) {
    float f = Constants.float32Value(x);
    return Float.isInfinite(f) ? null : Constants.makeFloat64(f);
  }

  private static @Nullable Constant roundFloat64(Constant x) {
    double f = Constants.float64Value(x);
    return Double.isInfinite(f) ? null : Constants.makeFloat64(f);
  }

  /**
   * Gives the constant {@code x} its representation as {@code type}, or reports that it has none.
   */
  void representable(Operand x, Basic type) {
    Representation r = representation(x, type);
    if (r.code != null) {
      invalidConversion(r.code, x, type);
      x.invalidate();
      return;
    }
    x.val = r.val;
  }

  /** A value, or the code of the error. */
  record Representation(@Nullable Constant val, @Nullable Code code) {}

  Representation representation(Operand x, Basic type) {
    Constant v = representableConst(x.constant(), type);
    if (v != null) {
      return new Representation(v, null);
    }
    if (!Predicates.isNumeric(x.type) || !type.isNumeric()) {
      return new Representation(null, Code.INVALID_CONST_VAL);
    }
    boolean truncated = !Predicates.isInteger(x.type) && type.isInteger();
    return new Representation(null, truncated ? Code.TRUNCATED_FLOAT : Code.NUMERIC_OVERFLOW);
  }

  void invalidConversion(Code code, Operand x, Type target) {
    String msg =
        switch (code) {
          case TRUNCATED_FLOAT -> "%s truncated to %s";
          case NUMERIC_OVERFLOW -> "%s overflows %s";
          default -> "cannot convert %s to type %s";
        };
    check.errorf(x, code, msg, x, target);
  }

  /** Gives an untyped value the type {@code target}, if it can have it. */
  void convertUntyped(Operand x, Type target) {
    Exprs.Implicit r = check.exprs.implicitTypeAndValue(x, target);
    Type type = r.type();
    if (type == null) {
      Code code = r.code() != null ? r.code() : Code.INVALID_UNTYPED_CONVERSION;
      invalidConversion(code, x, Predicates.isTypeParam(target) ? target : target.underlying());
      x.invalidate();
      return;
    }
    if (r.val() != null) {
      x.val = r.val();
      check.exprs.updateExprVal(x.expr, r.val());
    }
    if (type != x.type) {
      x.type = type;
      check.exprs.updateExprType(x.expr, type, false);
    }
  }
}

package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Info.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What checking an expression found so far: how it may be used, its type, its value if it is
 * constant. Operands are changed in place while an expression is checked and are kept nowhere after
 * it. {@code expr} is absent only in operands that stand for no written expression; {@code val} is
 * present in constants, {@code id} in built-ins. The rules of assignability are here, too. Source:
 * types2's operand.go.
 */
final class Operand {
  Mode mode = Mode.INVALID;
  @Nullable Expr expr;
  Type type = Universe.INVALID;
  @Nullable Constant val;
  @Nullable BuiltinId id;

  Operand() {}

  Operand(Mode mode, @Nullable Expr expr, Type type, @Nullable Constant val) {
    this.mode = mode;
    this.expr = expr;
    this.type = type;
    this.val = val;
  }

  /** A value that is neither constant nor variable. */
  static Operand value(@Nullable Expr expr, Type type) {
    return new Operand(Mode.VALUE, expr, type, null);
  }

  Operand copy() {
    Operand x = new Operand();
    x.set(this);
    return x;
  }

  void set(Operand x) {
    mode = x.mode;
    expr = x.expr;
    type = x.type;
    val = x.val;
    id = x.id;
  }

  /** Marks an expression about which an error was reported. */
  void invalidate() {
    mode = Mode.INVALID;
  }

  boolean isInvalid() {
    return mode == Mode.INVALID;
  }

  boolean isConstant() {
    return mode == Mode.CONSTANT;
  }

  /** The value of a constant; unknown for anything else. */
  Constant constant() {
    return val != null ? val : Constant.unknown();
  }

  /** The predeclared nil. */
  boolean isNil() {
    return mode == Mode.NIL_VALUE;
  }

  /**
   * Sets this to the untyped constant of a literal; invalid if its value cannot be represented at
   * all.
   */
  void setConst(Expr.LitKind kind, String lit) {
    Constant c =
        switch (kind) {
          case INT -> Constants.intLiteral(lit);
          case FLOAT -> Constants.floatLiteral(lit);
          case IMAG -> Constants.imaginaryLiteral(lit);
          case RUNE -> Constants.runeLiteral(lit);
          case STRING -> Constants.stringLiteral(lit);
        };
    if (c.kind() == Constant.Kind.UNKNOWN) {
      mode = Mode.INVALID;
      type = Universe.INVALID;
      return;
    }
    mode = Mode.CONSTANT;
    val = c;
    type =
        switch (kind) {
          case INT -> Universe.UNTYPED_INT;
          case FLOAT -> Universe.UNTYPED_FLOAT;
          case IMAG -> Universe.UNTYPED_COMPLEX;
          case RUNE -> Universe.UNTYPED_RUNE;
          case STRING -> Universe.UNTYPED_STRING;
        };
  }

  // ---- texts

  private static String modeString(Mode mode) {
    return switch (mode) {
      case INVALID -> "invalid operand";
      case NO_VALUE -> "no value";
      case BUILTIN -> "built-in";
      case TYPE_EXPR -> "type";
      case CONSTANT -> "constant";
      case VARIABLE -> "variable";
      case MAP_INDEX -> "map index expression";
      case VALUE -> "value";
      case NIL_VALUE -> "nil";
      case COMMA_OK -> "comma, ok expression";
      case COMMA_ERR -> "comma, error expression";
      case CGO_FUNC -> "cgo function";
    };
  }

  /**
   * The operand in a message: {@code x (variable of type int)}, {@code 1 << 8 (untyped int constant
   * 256)}.
   */
  static String operandString(Operand x, @Nullable Qualifier qf) {
    if (x.mode == Mode.NIL_VALUE) {
      if (x.type == Universe.INVALID) {
        return "nil (with invalid type)";
      }
      return x.type == Universe.UNTYPED_NIL
          ? "nil"
          : "nil (of type " + TypeString.of(x.type, qf) + ")";
    }
    String expr = expressionString(x, qf);
    StringBuilder sb = new StringBuilder();
    if (!expr.isEmpty()) {
      sb.append(expr).append(" (");
    }
    boolean hasType = false;
    switch (x.mode) {
      case INVALID, NO_VALUE, BUILTIN, TYPE_EXPR -> {}
      case CONSTANT, VARIABLE, MAP_INDEX, VALUE, NIL_VALUE, COMMA_OK, COMMA_ERR, CGO_FUNC -> {
        if (Predicates.isUntyped(x.type) && x.type instanceof Basic b) {
          sb.append(b.name()).append(' ');
        } else {
          hasType = true;
        }
      }
    }
    sb.append(modeString(x.mode));
    if (x.isConstant()) {
      String s = x.constant().toString();
      if (!s.equals(expr)) {
        sb.append(' ').append(s);
      }
    }
    if (hasType) {
      writeType(sb, x.type, qf);
    }
    if (!expr.isEmpty()) {
      sb.append(')');
    }
    return sb.toString();
  }

  private static String expressionString(Operand x, @Nullable Qualifier qf) {
    if (x.expr != null) {
      return Errors.exprString(x.expr);
    }
    return switch (x.mode) {
      case BUILTIN -> x.id != null ? Universe.builtin(x.id).name() : "";
      case TYPE_EXPR -> TypeString.of(x.type, qf);
      case CONSTANT -> x.constant().toString();
      case INVALID,
          NO_VALUE,
          VARIABLE,
          MAP_INDEX,
          VALUE,
          NIL_VALUE,
          COMMA_OK,
          COMMA_ERR,
          CGO_FUNC ->
          "";
    };
  }

  /**
   * Says what structure a named type has: {@code of struct type T}, {@code of int32 type Celsius}.
   */
  private static void writeType(StringBuilder sb, Type type, @Nullable Qualifier qf) {
    if (!Predicates.isValid(type)) {
      sb.append(" with invalid type");
      return;
    }
    sb.append(" of ");
    if (Predicates.isGeneric(type)) {
      sb.append("generic ");
    }
    TypeParam tpar = Types.unalias(type) instanceof TypeParam p ? p : null;
    if (tpar == null && (type instanceof Alias || type instanceof Named)) {
      String what = compositeKind(type);
      if (what.isEmpty() && type.underlying() instanceof Basic b) {
        what = b.name();
      }
      sb.append(what).append(' ');
    }
    sb.append("type ").append(TypeString.of(type, qf));
    if (tpar != null) {
      sb.append(" constrained by ").append(TypeString.of(tpar.constraint(), qf));
      if (Predicates.hasEmptyTypeset(tpar)) {
        sb.append(" with empty type set");
      }
    }
  }

  /** {@code array}, {@code slice}, …; "" for basic types. */
  static String compositeKind(Type type) {
    return switch (type.underlying()) {
      case Basic b -> "";
      case Array a -> "array";
      case Slice s -> "slice";
      case Struct s -> "struct";
      case Pointer p -> "pointer";
      case Signature s -> "func";
      case Interface i -> "interface";
      case MapType m -> "map";
      case Chan c -> "chan";
      case Tuple t -> "tuple";
      case Union u -> "union";
      case Named n -> throw new IllegalStateException("underlying type is named");
      case TypeParam p -> throw new IllegalStateException("underlying type is a type parameter");
      case Alias a -> throw new IllegalStateException("underlying type is an alias");
    };
  }

  @Override
  public String toString() {
    return operandString(this, null);
  }

  // ---- assignability

  /**
   * Null if the operand may be assigned to a variable of type {@code target}, else the code of the
   * error; then {@code cause} may say why.
   */
  @Nullable Code assignableTo(Checker check, Type target, @Nullable Cause cause) {
    if (mode == Mode.INVALID || !Predicates.isValid(target)) {
      return null; // reported elsewhere
    }
    Type v = Types.unalias(type);
    Type t = Types.unalias(target);
    if (Predicates.identical(v, t)) {
      return null;
    }
    Type vu = v.underlying();
    Type tu = t.underlying();
    TypeParam vp = v instanceof TypeParam p ? p : null;
    TypeParam tp = t instanceof TypeParam p ? p : null;

    // Untyped: a value of the target type must be able to represent it.
    if (Predicates.isUntyped(vu)) {
      boolean ok;
      if (tp != null) {
        ok =
            tp.is(term ->
                term != null
                    && term.type() != null
                    && check.exprs.implicitTypeAndValue(this, term.type()).isOk());
      } else {
        ok = check.exprs.implicitTypeAndValue(this, t).isOk();
      }
      return ok ? null : Code.INCOMPATIBLE_ASSIGN;
    }

    // Identical underlying types, and at most one of the two has a name.
    if (Predicates.identical(vu, tu)
        && (!Predicates.hasName(v) || !Predicates.hasName(t))
        && vp == null
        && tp == null) {
      return null;
    }

    // The target is an interface that the operand implements. Pointers to interfaces are asked,
    // too, for the cause.
    if (tu instanceof Interface && tp == null || check.lookup.isInterfacePtr(tu)) {
      if (check.instantiate.implementsType(v, t, false, cause)) {
        return null;
      }
      if (vp == null) {
        return Code.INVALID_IFACE_ASSIGN;
      }
      if (cause != null) {
        cause.text = "";
      }
    }

    // An interface value that needs an assertion.
    if (vu instanceof Interface
        && vp == null
        && check.instantiate.implementsType(t, v, false, null)) {
      if (cause != null) {
        cause.text = "need type assertion";
      }
      return Code.INCOMPATIBLE_ASSIGN;
    }

    // A bidirectional channel.
    if (vu instanceof Chan vc
        && vc.dir() == Expr.ChanDir.BOTH
        && tu instanceof Chan tc
        && Predicates.identical(vc.elem(), tc.elem())) {
      return !Predicates.hasName(v) || !Predicates.hasName(t) ? null : Code.INVALID_CHAN_ASSIGN;
    }

    // A value of unnamed type to a type parameter: to each type in its set.
    if (tp != null && !Predicates.hasName(v)) {
      EachTerm each = new EachTerm();
      tp.is(term -> {
        if (term == null || term.type() == null) {
          return false;
        }
        each.code = assignableTo(check, term.type(), cause);
        if (each.code != null) {
          addCause(check, cause, "cannot assign %s to %s (in %s)", type, term.type(), tp);
        }
        return each.code == null;
      });
      return each.code;
    }

    // A value of a type parameter to an unnamed type: from each type in its set.
    if (vp != null && !Predicates.hasName(t)) {
      Operand x = copy();
      EachTerm each = new EachTerm();
      vp.is(term -> {
        if (term == null || term.type() == null) {
          return false;
        }
        x.type = term.type();
        each.code = x.assignableTo(check, t, cause);
        if (each.code != null) {
          addCause(check, cause, "cannot assign %s (in %s) to %s", term.type(), vp, target);
        }
        return each.code == null;
      });
      return each.code;
    }
    return Code.INCOMPATIBLE_ASSIGN;
  }

  /** The outcome for the last term asked; not assignable if there was none. */
  private static final class EachTerm {
    @Nullable Code code = Code.INCOMPATIBLE_ASSIGN;
  }

  /** Puts a message before the cause found so far. */
  static void addCause(
      Checker check, @Nullable Cause cause, String format, @Nullable Object... args) {
    if (cause != null) {
      String msg = check.sprintf(format, args);
      cause.text = cause.text.isEmpty() ? msg : msg + "\n\t" + cause.text;
    }
  }
}

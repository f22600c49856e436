package dev.gomem.types;

import static dev.gomem.types.Errors.INVALID_ARG;
import static dev.gomem.types.Errors.INVALID_OP;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Info.Mode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks index and slice expressions, and indices wherever they stand (also the sizes of {@code
 * make}). Source: types2's index.go.
 */
final class Indexes {
  private final Checker check;

  Indexes(Checker check) {
    this.check = check;
  }

  /** True if {@code e} instantiates a generic function, which is then left to the caller. */
  boolean indexExpr(Operand x, Expr.IndexExpr e) {
    check.exprs.exprOrType(x, e.x(), true);
    switch (x.mode) {
      case INVALID -> {
        check.calls.use(e.index());
        return false;
      }
      case TYPE_EXPR -> {
        x.invalidate();
        x.type = check.typeExprs.varType(e);
        if (Predicates.isValid(x.type)) {
          x.mode = Mode.TYPE_EXPR;
        }
        return false;
      }
      case VALUE -> {
        if (x.type.underlying() instanceof Signature sig && !sig.typeParams().isEmpty()) {
          return true;
        }
      }
      case NO_VALUE,
          BUILTIN,
          CONSTANT,
          VARIABLE,
          MAP_INDEX,
          NIL_VALUE,
          COMMA_OK,
          COMMA_ERR,
          CGO_FUNC -> {}
    }
    check.exprs.nonGeneric(null, x);
    if (x.isInvalid()) {
      return false;
    }

    boolean valid = false;
    long length = -1; // unknown
    switch (x.type.underlying()) {
      case Basic b -> {
        if (b.isString()) {
          valid = true;
          length = stringLength(x);
          x.mode = Mode.VALUE;
          x.type = Universe.BYTE;
        }
      }
      case Array a -> {
        valid = true;
        length = a.len();
        if (x.mode != Mode.VARIABLE) {
          x.mode = Mode.VALUE;
        }
        x.type = a.elem();
      }
      case Pointer p -> {
        if (p.elem().underlying() instanceof Array a) {
          valid = true;
          length = a.len();
          x.mode = Mode.VARIABLE;
          x.type = a.elem();
        }
      }
      case Slice s -> {
        valid = true;
        x.mode = Mode.VARIABLE;
        x.type = s.elem();
      }
      case MapType m -> {
        mapIndex(x, e, m.key(), m.elem());
        return false;
      }
      case Interface i -> {
        if (Predicates.isTypeParam(x.type)) {
          TypeSetIndex all = new TypeSetIndex(x.mode);
          if (Under.underIs(x.type, all::add) && all.elem != null) {
            if (all.key != null) {
              mapIndex(x, e, all.key, all.elem);
              return false;
            }
            valid = true;
            x.mode = all.mode;
            x.type = all.elem;
            length = all.length;
          }
        }
      }
      default -> {}
    }
    if (!valid) {
      check.errorf(e.pos(), Code.NON_SLICEABLE_OPERAND, "cannot index %s", x);
      check.calls.use(e.index());
      x.invalidate();
      return false;
    }
    Expr index = singleIndex(e);
    if (index == null) {
      x.invalidate();
      return false;
    }
    index(index, length);
    return false;
  }

  private void mapIndex(Operand x, Expr.IndexExpr e, Type key, Type elem) {
    Expr index = singleIndex(e);
    if (index == null) {
      x.invalidate();
      return;
    }
    Operand k = new Operand();
    check.exprs.expr(null, k, index);
    check.assignments.assignment(k, key, "map index");
    // The element's type is known even if the key is wrong.
    x.mode = Mode.MAP_INDEX;
    x.type = elem;
    x.expr = e;
  }

  private static long stringLength(Operand x) {
    return x.constant() instanceof Constant.Str s && x.isConstant() ? s.length() : -1;
  }

  /**
   * What indexing all types of a type set has in common; with maps, all must be maps of the same
   * key type.
   */
  private static final class TypeSetIndex {
    private final Mode operandMode;
    private @Nullable Type key;
    private @Nullable Type elem;
    private Mode mode = Mode.VARIABLE;
    private long length = -1;

    TypeSetIndex(Mode operandMode) {
      this.operandMode = operandMode;
    }

    boolean add(@Nullable Type u) {
      long len = -1;
      Type k = null;
      Type e = null;
      switch (u) {
        case Basic b -> {
          if (b.isString()) {
            e = Universe.BYTE;
            mode = Mode.VALUE;
          }
        }
        case Array a -> {
          len = a.len();
          e = a.elem();
          if (operandMode != Mode.VARIABLE) {
            mode = Mode.VALUE;
          }
        }
        case Pointer p -> {
          if (p.elem().underlying() instanceof Array a) {
            len = a.len();
            e = a.elem();
          }
        }
        case Slice s -> e = s.elem();
        case MapType m -> {
          k = m.key();
          e = m.elem();
        }
        case null, default -> {}
      }
      if (e == null) {
        return false;
      }
      if (elem == null) {
        length = len;
        key = k;
        elem = e;
        return true;
      }
      boolean sameKey = key == null || k == null ? key == k : Predicates.identical(key, k);
      if (!sameKey || !Predicates.identical(elem, e)) {
        return false;
      }
      if (len >= 0 && len < length) {
        length = len;
      }
      return true;
    }
  }

  void sliceExpr(Operand x, Expr.SliceExpr e) {
    check.exprs.expr(null, x, e.x());
    if (x.isInvalid()) {
      for (Expr i : indices(e)) {
        if (i != null) {
          check.calls.use(i);
        }
      }
      return;
    }
    Type u = sliceOperandType(x);
    if (u == null) {
      x.invalidate();
      return;
    }
    boolean valid = false;
    long length = -1; // unknown
    switch (u) {
      case Basic b -> {
        if (b.isString()) {
          if (e.full()) {
            check.error(
                e.max() != null ? e.max() : e,
                Code.INVALID_SLICE_EXPR,
                INVALID_OP + "3-index slice of string");
            x.invalidate();
            return;
          }
          valid = true;
          length = stringLength(x);
          if (Predicates.isUntyped(x.type)) {
            x.type = Universe.STRING;
          }
        }
      }
      case Array a -> {
        valid = true;
        length = a.len();
        if (x.mode != Mode.VARIABLE) {
          check.errorf(x, Code.NON_SLICEABLE_OPERAND, "cannot slice unaddressable value %s", x);
          x.invalidate();
          return;
        }
        x.type = new Slice(a.elem());
      }
      case Pointer p -> {
        if (p.elem().underlying() instanceof Array a) {
          valid = true;
          length = a.len();
          x.type = new Slice(a.elem());
        }
      }
      case Slice s -> valid = true;
      default -> {}
    }
    if (!valid) {
      check.errorf(x, Code.NON_SLICEABLE_OPERAND, "cannot slice %s", x);
      x.invalidate();
      return;
    }
    x.mode = Mode.VALUE;
    if (e.full() && (e.hi() == null || e.max() == null)) {
      check.error(e, Code.INVALID_SYNTAX_TREE, "2nd and 3rd index required in 3-index slice");
      x.invalidate();
      return;
    }
    sliceIndices(e, length);
  }

  private static List<@Nullable Expr> indices(Expr.SliceExpr e) {
    return Arrays.asList(e.lo(), e.hi(), e.max());
  }

  /**
   * The underlying type that all types of the operand's type set have in common; null after an
   * error.
   */
  private @Nullable Type sliceOperandType(Operand x) {
    var common =
        new Object() {
          @Nullable Type ct;
          @Nullable Type cu;
          boolean hasString;
          boolean failed;
        };
    Under.all(
        x.type,
        (t, u0) -> {
          if (u0 == null) {
            check.errorf(
                x,
                Code.NON_SLICEABLE_OPERAND,
                "cannot slice %s: no specific type in %s",
                x,
                x.type);
            common.failed = true;
            return false;
          }
          Type u = u0;
          if (Predicates.isString(u)) {
            u = new Slice(Universe.BYTE);
            common.hasString = true;
          }
          if (common.cu == null) {
            common.ct = t;
            common.cu = u;
            return true;
          }
          if (!Predicates.identical(common.cu, u)) {
            check.errorf(
                x,
                Code.NON_SLICEABLE_OPERAND,
                "cannot slice %s: %s and %s have different underlying types",
                x,
                common.ct,
                t);
            common.failed = true;
            return false;
          }
          return true;
        });
    if (common.hasString) {
      return Predicates.isTypeParam(x.type) ? Universe.STRING : x.type.underlying();
    }
    return common.failed ? null : common.cu;
  }

  private void sliceIndices(Expr.SliceExpr e, long length) {
    List<@Nullable Expr> exprs = indices(e);
    long[] values = new long[3];
    for (int i = 0; i < 3; i++) {
      Expr expr = exprs.get(i);
      values[i] = -1;
      if (expr != null) {
        // Where the length is known the capacity is the same.
        Index index = index(expr, length >= 0 ? length + 1 : -1);
        if (index.value() >= 0) {
          values[i] = index.value();
        }
      } else if (i == 0) {
        values[i] = 0;
      } else if (length >= 0) {
        values[i] = length;
      }
    }
    for (int i = 0; i < 2; i++) {
      for (int j = i + 1; j < 3; j++) {
        Expr at = exprs.get(j);
        if (values[i] > 0 && values[j] >= 0 && values[j] < values[i] && at != null) {
          check.errorf(
              at,
              Code.SWAPPED_SLICE_INDICES,
              "invalid slice indices: %d < %d",
              values[j],
              values[i]);
          return;
        }
      }
    }
  }

  /** The index; null after an error. */
  private @Nullable Expr singleIndex(Expr.IndexExpr e) {
    if (!(e.index() instanceof Expr.ListExpr l)) {
      return e.index();
    }
    if (l.elems().size() <= 1) {
      check.errorf(
          e,
          Code.INVALID_SYNTAX_TREE,
          "invalid use of ListExpr for index expression %s with %d indices",
          e,
          l.elems().size());
      return null;
    }
    check.error(l.elems().get(1), Code.INVALID_INDEX, INVALID_OP + "more than one index");
    return l.elems().getFirst();
  }

  /**
   * Type and constant value of an index; the type is invalid after an error, the value negative if
   * not constant.
   */
  record Index(Type type, long value) {
    static final Index BAD = new Index(Universe.INVALID, -1);
  }

  /** {@code max}, if not negative, is the bound that a constant index must stay below. */
  Index index(Expr index, long max) {
    Operand x = new Operand();
    check.exprs.expr(null, x, index);
    if (!isValidIndex(x, Code.INVALID_INDEX, "index", false)) {
      return Index.BAD;
    }
    if (!x.isConstant()) {
      return new Index(x.type, -1);
    }
    Long v = Constants.int64Value(x.constant());
    if (v == null) {
      return Index.BAD; // unknown
    }
    if (max >= 0 && v >= max) {
      check.errorf(
          x,
          Code.INVALID_INDEX,
          INVALID_ARG + "index %s out of bounds [0:%d]",
          x.constant().toString(),
          max);
      return Index.BAD;
    }
    return new Index(x.type, v);
  }

  /**
   * Whether {@code x} can be an index, giving an untyped one type int; {@code what} names it in
   * messages.
   */
  boolean isValidIndex(Operand x, Code code, String what, boolean allowNegative) {
    if (x.isInvalid()) {
      return false;
    }
    check.consts.convertUntyped(x, Universe.INT);
    if (x.isInvalid()) {
      return false;
    }
    if (!Predicates.allInteger(x.type)) {
      check.errorf(x, code, INVALID_ARG + "%s %s must be integer", what, x);
      return false;
    }
    if (x.isConstant()) {
      if (!allowNegative && Constants.sign(x.constant()) < 0) {
        check.errorf(x, code, INVALID_ARG + "%s %s must not be negative", what, x);
        return false;
      }
      Constant v = Consts.representableConst(x.constant(), Universe.INT);
      if (v == null) {
        check.errorf(x, code, INVALID_ARG + "%s %s overflows int", what, x);
        return false;
      }
      x.val = v;
    }
    return true;
  }
}

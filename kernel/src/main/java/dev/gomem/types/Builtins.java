package dev.gomem.types;

import static dev.gomem.types.Errors.INVALID_ARG;
import static dev.gomem.types.Errors.INVALID_OP;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.constant.Op;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Info.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks calls of built-in functions. For those that are called at run time the signature of this
 * very call is recorded as the type of the function's name. Source: types2's builtins.go.
 */
final class Builtins {
  private final Checker check;

  Builtins(Checker check) {
    this.check = check;
  }

  /** Leaves the result in {@code x}; false after an error. */
  boolean builtin(Operand x, Expr.CallExpr call, BuiltinId id) {
    List<Expr> argList = call.args();
    Universe.BuiltinInfo bin = Universe.builtin(id);
    if (call.hasDots() && id != BuiltinId.APPEND) {
      check.errorf(
          call,
          Code.INVALID_DOT_DOT_DOT,
          INVALID_OP + "invalid use of ... with built-in %s",
          bin.name());
      check.calls.use(argList);
      return false;
    }
    // Whether len(x) is constant depends on calls in x alone.
    boolean hasCallOrRecv = check.env.hasCallOrRecv;
    boolean isLength = id == BuiltinId.LEN || id == BuiltinId.CAP;
    if (isLength) {
      check.env.hasCallOrRecv = false;
    }
    boolean ok = evaluateAndCheck(x, call, id, bin);
    if (isLength) {
      check.env.hasCallOrRecv = hasCallOrRecv;
    }
    return ok;
  }

  private boolean evaluateAndCheck(
      Operand x, Expr.CallExpr call, BuiltinId id, Universe.BuiltinInfo bin) {
    List<Operand> args = List.of();
    int nargs;
    switch (id) {
      case MAKE, NEW, UNSAFE_OFFSETOF, TRACE -> nargs = call.args().size();
      default -> {
        args = check.calls.exprList(call.args());
        nargs = args.size();
        for (Operand a : args) {
          if (a.isInvalid()) {
            return false;
          }
        }
        if (nargs > 0) {
          x.set(args.getFirst());
        }
      }
    }
    String msg = "";
    if (nargs < bin.nargs()) {
      msg = "not enough";
    } else if (!bin.variadic() && nargs > bin.nargs()) {
      msg = "too many";
    }
    if (!msg.isEmpty()) {
      check.errorf(
          call,
          Code.WRONG_ARG_COUNT,
          INVALID_OP + "%s arguments for %s (expected %d, found %d)",
          msg,
          call,
          bin.nargs(),
          nargs);
      return false;
    }
    return switch (id) {
      case APPEND -> append(x, call, args);
      case CAP, LEN -> length(x, call, id, bin.name());
      case CLEAR -> clear(x, call);
      case CLOSE -> close(x, call);
      case COMPLEX -> complex(x, call, args.get(1));
      case COPY -> copy(x, call, args.get(1));
      case DELETE -> delete(x, call, args.get(1));
      case IMAG, REAL -> part(x, call, id);
      case MAKE -> make(x, call);
      case MAX, MIN -> minMax(x, call, id, bin.name(), args);
      case NEW -> new_(x, call);
      case PANIC -> panic(x, call);
      case PRINT, PRINTLN -> print(x, call, bin.name(), args);
      case RECOVER -> recover(x, call);
      case UNSAFE_ADD -> unsafeAdd(x, call, args.get(1));
      case UNSAFE_ALIGNOF -> sizeOrAlignment(x, call, id);
      case UNSAFE_OFFSETOF -> offsetof(x, call);
      case UNSAFE_SIZEOF -> sizeOrAlignment(x, call, id);
      case UNSAFE_SLICE -> unsafeSlice(x, call, args.get(1));
      case UNSAFE_SLICE_DATA -> unsafeSliceData(x, call);
      case UNSAFE_STRING -> unsafeString(x, call, args.get(1));
      case UNSAFE_STRING_DATA -> unsafeStringData(x, call);
      case ASSERT -> assertTrue(x, call);
      case TRACE -> trace(x, call);
    };
  }

  private void record(Expr.CallExpr call, @Nullable Type result, Type... params) {
    check.recording.recordBuiltinType(call.fun(), makeSig(result, params));
  }

  private boolean append(Operand x, Expr.CallExpr call, List<Operand> args) {
    Elem elem = sliceElem(x);
    if (elem.err != null) {
      check.errorf(x, Code.INVALID_APPEND, "invalid append: %s", elem.err.format(check));
      return false;
    }
    Type type = x.type;
    Signature sig = null;
    if (args.size() == 2
        && call.hasDots()
        && x.assignableTo(check, new Slice(Universe.BYTE), null) == null) {
      // append([]byte, string...)
      Bytes y = bytes(args.get(1));
      if (y.all && y.hasString) {
        sig = makeVariadic(type, args.get(1).type);
      }
    }
    if (sig == null) {
      sig = makeVariadic(type, new Slice(elem.typeOrInvalid()));
      check.calls.arguments(call, sig, List.of(), List.of(), args, List.of());
      // The result's type is known whatever is wrong with the arguments.
    }
    check.recording.recordBuiltinType(call.fun(), sig);
    x.mode = Mode.VALUE;
    x.type = type;
    return true;
  }

  private static Signature makeVariadic(Type slice, Type last) {
    Signature sig = makeSig(slice, slice, last);
    return new Signature(null, List.of(), sig.params(), sig.results(), true);
  }

  /**
   * Whether all types of an operand's type set are strings or slices of bytes, and one is a string.
   */
  private record Bytes(boolean all, boolean hasString) {}

  private static Bytes bytes(Operand y) {
    boolean[] hasString = new boolean[1];
    boolean all =
        Under.all(
            y.type,
            (t, u) -> {
              if (u instanceof Slice s && Predicates.identical(s.elem(), Universe.BYTE)) {
                return true;
              }
              if (u != null && Predicates.isString(u)) {
                hasString[0] = true;
                return true;
              }
              return false;
            });
    return new Bytes(all, hasString[0]);
  }

  private boolean length(Operand x, Expr.CallExpr call, BuiltinId id, String name) {
    boolean isLen = id == BuiltinId.LEN;
    Mode mode = Mode.INVALID;
    Constant val = null;
    switch (arrayPtrDeref(x.type.underlying())) {
      case Basic b -> {
        if (b.isString() && isLen) {
          mode = Mode.VALUE;
          if (x.isConstant()) {
            mode = Mode.CONSTANT;
            val = Constant.of(x.constant() instanceof Constant.Str s ? s.length() : 0L);
          }
        }
      }
      case Array a -> {
        mode = Mode.VALUE;
        if (!check.env.hasCallOrRecv) {
          mode = Mode.CONSTANT;
          val = a.len() >= 0 ? Constant.of(a.len()) : Constant.unknown();
        }
      }
      case Slice s -> mode = Mode.VALUE;
      case Chan c -> mode = Mode.VALUE;
      case MapType m -> mode = isLen ? Mode.VALUE : Mode.INVALID;
      case Interface i -> {
        if (Predicates.isTypeParam(x.type) && Under.underIs(x.type, u -> hasLength(u, isLen))) {
          mode = Mode.VALUE;
        }
      }
      default -> {}
    }
    if (mode == Mode.INVALID) {
      if (Predicates.isValid(x.type.underlying())) {
        Code code = isLen ? Code.INVALID_LEN : Code.INVALID_CAP;
        check.errorf(x, code, INVALID_ARG + "%s for built-in %s", x, name);
      }
      return false;
    }
    if (mode != Mode.CONSTANT) {
      record(call, Universe.INT, x.type);
    }
    x.mode = mode;
    x.type = Universe.INT;
    x.val = val;
    return true;
  }

  private static boolean hasLength(@Nullable Type u, boolean isLen) {
    return u != null
        && switch (arrayPtrDeref(u)) {
          case Basic b -> b.isString() && isLen;
          case Array a -> true;
          case Slice s -> true;
          case Chan c -> true;
          case MapType m -> isLen;
          default -> false;
        };
  }

  private boolean clear(Operand x, Expr.CallExpr call) {
    check.verifyVersionf(call.fun(), 21, "clear");
    boolean ok =
        Under.underIs(
            x.type,
            u -> {
              if (u instanceof MapType || u instanceof Slice) {
                return true;
              }
              check.errorf(
                  x,
                  Code.INVALID_CLEAR,
                  INVALID_ARG
                      + "cannot clear %s: argument must be (or constrained by) map or slice",
                  x);
              return false;
            });
    if (!ok) {
      return false;
    }
    x.mode = Mode.NO_VALUE;
    record(call, null, x.type);
    return true;
  }

  private boolean close(Operand x, Expr.CallExpr call) {
    boolean ok =
        Under.underIs(
            x.type,
            u -> {
              if (!(u instanceof Chan c)) {
                check.errorf(x, Code.INVALID_CLOSE, INVALID_OP + "cannot close non-channel %s", x);
                return false;
              }
              if (c.dir() == Expr.ChanDir.RECV_ONLY) {
                check.errorf(
                    x, Code.INVALID_CLOSE, INVALID_OP + "cannot close receive-only channel %s", x);
                return false;
              }
              return true;
            });
    if (!ok) {
      return false;
    }
    x.mode = Mode.NO_VALUE;
    record(call, null, x.type);
    return true;
  }

  // ---- complex numbers

  private boolean complex(Operand x, Expr.CallExpr call, Operand y) {
    boolean untypedX = Predicates.isUntyped(x.type);
    boolean untypedY = Predicates.isUntyped(y.type);
    if (untypedX && !untypedY) {
      check.consts.convertUntyped(x, y.type);
    } else if (!untypedX && untypedY) {
      check.consts.convertUntyped(y, x.type);
    } else if (untypedX) {
      if (x.isConstant() && y.isConstant()) {
        toUntypedFloat(x);
        toUntypedFloat(y);
      } else {
        // One has a shift that is still untyped: an error, since floats are not shifted.
        check.consts.convertUntyped(x, Universe.FLOAT64);
        check.consts.convertUntyped(y, Universe.FLOAT64);
      }
    }
    if (x.isInvalid() || y.isInvalid()) {
      return false;
    }
    if (!Predicates.identical(x.type, y.type)) {
      check.errorf(
          x,
          Code.INVALID_COMPLEX,
          INVALID_OP + "%s (mismatched types %s and %s)",
          call,
          x.type,
          y.type);
      return false;
    }
    Type result = applyTypeFunc(Builtins::complexOf, x, BuiltinId.COMPLEX);
    if (result == null) {
      check.errorf(
          x,
          Code.INVALID_COMPLEX,
          INVALID_ARG + "arguments have type %s, expected floating-point",
          x.type);
      return false;
    }
    if (x.isConstant() && y.isConstant()) {
      Constant im = Constants.makeImag(Constants.toFloat(y.constant()));
      x.val = Constants.binaryOp(Constants.toFloat(x.constant()), Op.ADD, im);
    } else {
      x.mode = Mode.VALUE;
      record(call, result, x.type, x.type);
    }
    x.type = result;
    return true;
  }

  private static void toUntypedFloat(Operand x) {
    if (Predicates.isNumeric(x.type) && Constants.sign(Constants.imag(x.constant())) == 0) {
      x.type = Universe.UNTYPED_FLOAT;
    }
  }

  private static @Nullable Type complexOf(Type t) {
    return switch (kind(t)) {
      case FLOAT32 -> Universe.COMPLEX64;
      case FLOAT64 -> Universe.COMPLEX128;
      case UNTYPED_FLOAT -> Universe.UNTYPED_COMPLEX;
      default -> null;
    };
  }

  private static @Nullable Type partOf(Type t) {
    return switch (kind(t)) {
      case COMPLEX64 -> Universe.FLOAT32;
      case COMPLEX128 -> Universe.FLOAT64;
      case UNTYPED_COMPLEX -> Universe.UNTYPED_FLOAT;
      default -> null;
    };
  }

  private static Basic.Kind kind(Type t) {
    return t.underlying() instanceof Basic b ? b.kind() : Basic.Kind.INVALID;
  }

  /** {@code real} and {@code imag}. */
  private boolean part(Operand x, Expr.CallExpr call, BuiltinId id) {
    boolean real = id == BuiltinId.REAL;
    if (Predicates.isUntyped(x.type)) {
      if (x.isConstant()) {
        if (Predicates.isNumeric(x.type)) {
          x.type = Universe.UNTYPED_COMPLEX;
        }
      } else {
        check.consts.convertUntyped(x, Universe.COMPLEX128);
        if (x.isInvalid()) {
          return false;
        }
      }
    }
    Type result = applyTypeFunc(Builtins::partOf, x, id);
    if (result == null) {
      check.errorf(
          x,
          real ? Code.INVALID_REAL : Code.INVALID_IMAG,
          INVALID_ARG + "argument has type %s, expected complex type",
          x.type);
      return false;
    }
    if (x.isConstant()) {
      x.val = real ? Constants.real(x.constant()) : Constants.imag(x.constant());
    } else {
      x.mode = Mode.VALUE;
      record(call, result, x.type);
    }
    x.type = result;
    return true;
  }

  /**
   * {@code f} of the operand's type. Of a type parameter it is a new type parameter whose
   * constraint has {@code f} of each type; that is reported as not supported, as in gc. Null if
   * {@code f} is not defined for one of them.
   */
  private @Nullable Type applyTypeFunc(Function<Type, @Nullable Type> f, Operand x, BuiltinId id) {
    if (!(Types.unalias(x.type) instanceof TypeParam tp)) {
      return f.apply(x.type);
    }
    List<Term> terms = new ArrayList<>();
    boolean ok =
        tp.is(term -> {
          Type r = term != null && term.type() != null ? f.apply(term.type()) : null;
          if (term == null || r == null) {
            return false;
          }
          terms.add(new Term(term.tilde(), r));
          return true;
        });
    if (!ok) {
      return null;
    }
    Code code =
        switch (id) {
          case REAL -> Code.INVALID_REAL;
          case IMAG -> Code.INVALID_IMAG;
          default -> Code.INVALID_COMPLEX;
        };
    check.softErrorf(
        Errors.atPos(x),
        code,
        "%s not supported as argument to built-in %s for go1.18 (see go.dev/issue/50937)",
        x,
        Universe.builtin(id).name());
    Obj.TypeName name = new Obj.TypeName(Pos.NONE, check.pkg, tp.obj().name(), null);
    TypeParam result = check.newTypeParam(name, Interface.of(List.of(), List.of(new Union(terms))));
    result.setIndex(tp.index());
    return result;
  }

  // ---- slices and maps

  private boolean copy(Operand x, Expr.CallExpr call, Operand y) {
    boolean special = false;
    if (x.assignableTo(check, new Slice(Universe.BYTE), null) == null) {
      special = bytes(y).all;
    }
    if (!special) {
      Elem dst = sliceElem(x);
      if (dst.err != null) {
        check.errorf(x, Code.INVALID_COPY, "invalid copy: %s", dst.err.format(check));
        return false;
      }
      Elem src = sliceElem(y);
      Type srcElem = src.type;
      if (src.err != null) {
        if (!Predicates.allString(y.type)) {
          check.errorf(y, Code.INVALID_COPY, "invalid copy: %s", src.err.format(check));
          return false;
        }
        srcElem = Universe.BYTE; // for a better message
      }
      if (!Predicates.identical(dst.type, srcElem)) {
        check.errorf(
            x,
            Code.INVALID_COPY,
            "invalid copy: arguments %s and %s have different element types %s and %s",
            x,
            y,
            dst.type,
            srcElem);
        return false;
      }
    }
    record(call, Universe.INT, x.type, y.type);
    x.mode = Mode.VALUE;
    x.type = Universe.INT;
    return true;
  }

  private boolean delete(Operand x, Expr.CallExpr call, Operand keyArg) {
    Type map = x.type;
    Type[] key = new Type[1];
    boolean ok =
        Under.underIs(
            map,
            u -> {
              if (!(u instanceof MapType m)) {
                check.errorf(x, Code.INVALID_DELETE, INVALID_ARG + "%s is not a map", x);
                return false;
              }
              if (key[0] != null && !Predicates.identical(m.key(), key[0])) {
                check.errorf(
                    x,
                    Code.INVALID_DELETE,
                    INVALID_ARG + "maps of %s must have identical key types",
                    x);
                return false;
              }
              key[0] = m.key();
              return true;
            });
    if (!ok) {
      return false;
    }
    x.set(keyArg);
    check.assignments.assignment(x, key[0], "argument to delete");
    if (x.isInvalid()) {
      return false;
    }
    x.mode = Mode.NO_VALUE;
    record(call, null, map, key[0]);
    return true;
  }

  private boolean make(Operand x, Expr.CallExpr call) {
    List<Expr> argList = call.args();
    int nargs = argList.size();
    Expr arg0 = argList.getFirst();
    Type type = check.typeExprs.varType(arg0);
    if (!Predicates.isValid(type)) {
      return false;
    }
    Under.Common c =
        Under.commonUnder(
            type,
            (t, u) ->
                switch (u) {
                  case null -> new TypeError("no specific type");
                  case Slice s -> null;
                  case MapType m -> null;
                  case Chan ch -> null;
                  default -> new TypeError("type must be slice, map, or channel");
                });
    if (c.err() != null) {
      check.errorf(
          arg0, Code.INVALID_MAKE, INVALID_ARG + "cannot make %s: %s", arg0, c.err().format(check));
      return false;
    }
    int min = c.type() instanceof Slice ? 2 : 1;
    if (nargs < min || min + 1 < nargs) {
      check.errorf(
          call,
          Code.WRONG_ARG_COUNT,
          INVALID_OP + "%s expects %d or %d arguments; found %d",
          call,
          min,
          min + 1,
          nargs);
      return false;
    }
    Type[] types = new Type[nargs];
    types[0] = type;
    List<Long> sizes = new ArrayList<>();
    for (int i = 1; i < nargs; i++) {
      Indexes.Index index = check.indexes.index(argList.get(i), -1);
      types[i] = index.type();
      if (index.value() >= 0) {
        sizes.add(index.value());
      }
    }
    if (sizes.size() == 2 && sizes.get(0) > sizes.get(1)) {
      check.error(
          argList.get(1), Code.SWAPPED_MAKE_ARGS, INVALID_ARG + "length and capacity swapped");
    }
    x.mode = Mode.VALUE;
    x.type = type;
    record(call, type, types);
    return true;
  }

  private boolean minMax(
      Operand x, Expr.CallExpr call, BuiltinId id, String name, List<Operand> args) {
    check.verifyVersionf(call.fun(), 21, "built-in %s", name);
    Op op = id == BuiltinId.MAX ? Op.GTR : Op.LSS;
    for (int i = 0; i < args.size(); i++) {
      Operand a = args.get(i);
      if (!Predicates.allOrdered(a.type)) {
        check.errorf(a, Code.INVALID_MIN_MAX_OPERAND, INVALID_ARG + "%s cannot be ordered", a);
        return false;
      }
      if (i == 0) {
        continue;
      }
      check.exprs.matchTypes(x, a);
      if (x.isInvalid()) {
        return false;
      }
      if (!Predicates.identical(x.type, a.type)) {
        check.errorf(
            a,
            Code.MISMATCHED_TYPES,
            INVALID_ARG + "mismatched types %s (previous argument) and %s (type of %s)",
            x.type,
            a.type,
            a.expr);
        return false;
      }
      if (!x.isConstant() || !a.isConstant()) {
        x.mode = Mode.VALUE;
      } else if (Constants.compare(a.constant(), op, x.constant())) {
        x.set(a);
      }
    }
    if (!x.isConstant()) {
      x.mode = Mode.VALUE;
      check.assignments.assignment(x, Interface.EMPTY, "argument to built-in " + name);
      if (x.isInvalid()) {
        return false;
      }
    }
    for (Operand a : args) {
      check.exprs.updateExprType(a.expr, x.type, true);
    }
    if (!x.isConstant()) {
      record(call, x.type, Collections.nCopies(args.size(), x.type).toArray(new Type[0]));
    }
    return true;
  }

  private boolean new_(Operand x, Expr.CallExpr call) {
    Expr arg = call.args().getFirst();
    check.exprs.exprOrType(x, arg, false);
    if (x.mode == Mode.BUILTIN) {
      check.errorf(x, Code.UNCALLED_BUILTIN, "%s must be called", x);
      x.invalidate();
    }
    if (x.isInvalid()) {
      return false;
    }
    if (x.mode == Mode.TYPE_EXPR) {
      check.typeExprs.validVarType(arg, x.type);
    } else {
      if (Predicates.isUntyped(x.type)) {
        check.assignments.assignment(x, null, "argument to new");
        if (x.isInvalid()) {
          return false;
        }
      }
      check.verifyVersionf(call.fun(), 26, "new(%s)", arg);
    }
    Type type = x.type;
    x.mode = Mode.VALUE;
    x.type = new Pointer(type);
    record(call, x.type, type);
    return true;
  }

  // ---- panics and printing

  private boolean panic(Operand x, Expr.CallExpr call) {
    if (check.env.sig != null && check.env.sig.results().size() > 0) {
      check.env.addPanic(call); // terminates the function
    }
    check.assignments.assignment(x, Interface.EMPTY, "argument to panic");
    if (x.isInvalid()) {
      return false;
    }
    x.mode = Mode.NO_VALUE;
    record(call, null, Interface.EMPTY);
    return true;
  }

  private boolean print(Operand x, Expr.CallExpr call, String name, List<Operand> args) {
    Type[] params = new Type[args.size()];
    for (int i = 0; i < params.length; i++) {
      Operand a = args.get(i);
      check.assignments.assignment(a, null, "argument to built-in " + name);
      if (a.isInvalid()) {
        return false;
      }
      params[i] = a.type;
    }
    x.mode = Mode.NO_VALUE;
    record(call, null, params);
    return true;
  }

  private boolean recover(Operand x, Expr.CallExpr call) {
    x.mode = Mode.VALUE;
    x.type = Interface.EMPTY;
    record(call, x.type);
    return true;
  }

  // ---- package unsafe

  private boolean unsafeAdd(Operand x, Expr.CallExpr call, Operand y) {
    check.verifyVersionf(call.fun(), 17, "unsafe.Add");
    check.assignments.assignment(x, Universe.UNSAFE_POINTER, "argument to unsafe.Add");
    if (x.isInvalid() || !check.indexes.isValidIndex(y, Code.INVALID_UNSAFE_ADD, "length", true)) {
      return false;
    }
    x.mode = Mode.VALUE;
    x.type = Universe.UNSAFE_POINTER;
    record(call, x.type, x.type, y.type);
    return true;
  }

  /** {@code unsafe.Sizeof} and {@code unsafe.Alignof}. */
  private boolean sizeOrAlignment(Operand x, Expr.CallExpr call, BuiltinId id) {
    boolean size = id == BuiltinId.UNSAFE_SIZEOF;
    check.assignments.assignment(
        x, null, size ? "argument to unsafe.Sizeof" : "argument to unsafe.Alignof");
    if (x.isInvalid()) {
      return false;
    }
    if (hasVarSize(x.type)) {
      x.mode = Mode.VALUE;
      record(call, Universe.UINTPTR, x.type);
    } else {
      long n = size ? GcSizes.sizeof(x.type) : GcSizes.alignof(x.type);
      if (n < 0) {
        check.errorf(x, Code.TYPE_TOO_LARGE, "%s is too large", x);
        return false;
      }
      x.mode = Mode.CONSTANT;
      x.val = Constant.of(n);
    }
    x.type = Universe.UINTPTR;
    return true;
  }

  private boolean offsetof(Operand x, Expr.CallExpr call) {
    Expr arg0 = call.args().getFirst();
    if (!(Exprs.unparen(arg0) instanceof Expr.SelectorExpr selx)) {
      check.errorf(
          arg0, Code.BAD_OFFSETOF_SYNTAX, INVALID_ARG + "%s is not a selector expression", arg0);
      check.calls.use(arg0);
      return false;
    }
    check.exprs.expr(null, x, selx.x());
    if (x.isInvalid()) {
      return false;
    }
    Type base = Lookup.derefStructPtr(x.type);
    String sel = selx.sel().value();
    Lookup.Result r = Lookup.lookupFieldOrMethod(base, false, check.pkg, sel, false);
    Obj obj = r.obj();
    List<Integer> index = r.index();
    if (obj == null || index == null) {
      check.errorf(
          x, Code.MISSING_FIELD_OR_METHOD, INVALID_ARG + "%s has no single field %s", base, sel);
      return false;
    }
    if (obj instanceof Obj.Func) {
      check.errorf(arg0, Code.INVALID_OFFSETOF, INVALID_ARG + "%s is a method value", arg0);
      return false;
    }
    if (r.indirect()) {
      check.errorf(
          x,
          Code.INVALID_OFFSETOF,
          INVALID_ARG + "field %s is embedded via a pointer in %s",
          sel,
          base);
      return false;
    }
    check.recording.recordSelection(selx, Selection.Kind.FIELD_VAL, base, obj, index, false);
    Mode mode = x.mode == Mode.VARIABLE ? Mode.VARIABLE : Mode.VALUE;
    check.recording.record(new Operand(mode, selx, obj.type(), null));
    if (hasVarSize(base)) {
      x.mode = Mode.VALUE;
      record(call, Universe.UINTPTR, obj.type());
    } else {
      long offset = GcSizes.offsetof(base, index);
      if (offset < 0) {
        check.errorf(x, Code.TYPE_TOO_LARGE, "%s is too large", x);
        return false;
      }
      x.mode = Mode.CONSTANT;
      x.val = Constant.of(offset);
    }
    x.type = Universe.UINTPTR;
    return true;
  }

  private boolean unsafeSlice(Operand x, Expr.CallExpr call, Operand y) {
    check.verifyVersionf(call.fun(), 17, "unsafe.Slice");
    if (!(Under.commonUnder(x.type) instanceof Pointer p)) {
      check.errorf(x, Code.INVALID_UNSAFE_SLICE, INVALID_ARG + "%s is not a pointer", x);
      return false;
    }
    if (!check.indexes.isValidIndex(y, Code.INVALID_UNSAFE_SLICE, "length", false)) {
      return false;
    }
    x.mode = Mode.VALUE;
    x.type = new Slice(p.elem());
    record(call, x.type, p, y.type);
    return true;
  }

  private boolean unsafeSliceData(Operand x, Expr.CallExpr call) {
    check.verifyVersionf(call.fun(), 20, "unsafe.SliceData");
    if (!(Under.commonUnder(x.type) instanceof Slice s)) {
      check.errorf(x, Code.INVALID_UNSAFE_SLICE_DATA, INVALID_ARG + "%s is not a slice", x);
      return false;
    }
    x.mode = Mode.VALUE;
    x.type = new Pointer(s.elem());
    record(call, x.type, s);
    return true;
  }

  private boolean unsafeString(Operand x, Expr.CallExpr call, Operand y) {
    check.verifyVersionf(call.fun(), 20, "unsafe.String");
    check.assignments.assignment(x, new Pointer(Universe.BYTE), "argument to unsafe.String");
    if (x.isInvalid()
        || !check.indexes.isValidIndex(y, Code.INVALID_UNSAFE_STRING, "length", false)) {
      return false;
    }
    x.mode = Mode.VALUE;
    x.type = Universe.STRING;
    record(call, x.type, new Pointer(Universe.BYTE), y.type);
    return true;
  }

  private boolean unsafeStringData(Operand x, Expr.CallExpr call) {
    check.verifyVersionf(call.fun(), 20, "unsafe.StringData");
    check.assignments.assignment(x, Universe.STRING, "argument to unsafe.StringData");
    if (x.isInvalid()) {
      return false;
    }
    x.mode = Mode.VALUE;
    x.type = new Pointer(Universe.BYTE);
    record(call, x.type, Universe.STRING);
    return true;
  }

  // ---- only in gc's own tests

  private boolean assertTrue(Operand x, Expr.CallExpr call) {
    if (!x.isConstant() || !Predicates.isBoolean(x.type)) {
      check.errorf(x, Code.TEST, INVALID_ARG + "%s is not a boolean constant", x);
      return false;
    }
    if (!(x.constant() instanceof Constant.Bool b)) {
      check.errorf(x, Code.TEST, "internal error: value of %s should be a boolean constant", x);
      return false;
    }
    if (!b.value()) {
      check.errorf(call, Code.TEST, "%s failed", call);
    }
    return true;
  }

  private boolean trace(Operand x, Expr.CallExpr call) {
    if (call.args().isEmpty()) {
      x.mode = Mode.NO_VALUE;
      return true;
    }
    Operand y = x;
    for (Expr arg : call.args()) {
      check.exprs.rawExpr(null, y, arg, null, false);
      y = new Operand();
    }
    return !x.isInvalid();
  }

  // ---- types

  /**
   * The element type of a slice operand (or of all types of its type set), or why there is none.
   */
  private record Elem(@Nullable Type type, @Nullable TypeError err) {
    Type typeOrInvalid() {
      return type != null ? type : Universe.INVALID;
    }
  }

  private static Elem sliceElem(Operand x) {
    var found =
        new Object() {
          @Nullable Type elem;
          @Nullable TypeError err;
        };
    Under.all(
        x.type,
        (t, u) -> {
          if (!(u instanceof Slice s)) {
            found.err =
                x.isNil()
                    ? new TypeError("argument must be a slice; have untyped nil")
                    : new TypeError("argument must be a slice; have %s", x);
          } else if (found.elem == null) {
            found.elem = s.elem();
          } else if (!Predicates.identical(found.elem, s.elem())) {
            found.err =
                new TypeError(
                    "mismatched slice element types %s and %s in %s", found.elem, s.elem(), x);
          }
          return found.err == null;
        });
    return found.err != null ? new Elem(null, found.err) : new Elem(found.elem, null);
  }

  /**
   * Whether the size depends on type parameters, or is infinite by a cycle that is still to be
   * reported.
   */
  static boolean hasVarSize(Type t) {
    return hasVarSize(t, new IdentityHashMap<>());
  }

  private static boolean hasVarSize(Type t, Map<Named, Boolean> seen) {
    Named named = Types.asNamed(t);
    if (named != null) {
      Boolean known = seen.get(named);
      if (known != null) {
        return known;
      }
      seen.put(named, true); // a cycle, until it is proved to be none
    }
    boolean result =
        switch (t.underlying()) {
          case Array a -> hasVarSize(a.elem(), seen);
          case Struct s -> {
            boolean any = false;
            for (Obj.Var f : s.fields()) {
              any = any || hasVarSize(f.type(), seen);
            }
            yield any;
          }
          case Interface i -> Predicates.isTypeParam(t);
          default -> false;
        };
    if (named != null) {
      seen.put(named, result);
    }
    return result;
  }

  /** Arguments of untyped type have their default type. */
  private static Signature makeSig(@Nullable Type result, Type... args) {
    List<Obj.Var> params = new ArrayList<>();
    for (Type t : args) {
      params.add(new Obj.Var(Pos.NONE, null, "", Predicates.defaultType(t), Obj.VarKind.PARAM_VAR));
    }
    Tuple results =
        result == null
            ? Tuple.EMPTY
            : new Tuple(List.of(new Obj.Var(Pos.NONE, null, "", result, Obj.VarKind.RESULT_VAR)));
    return new Signature(null, List.of(), new Tuple(params), results, false);
  }

  /** The array that a pointer points to, if it does; else the type itself. */
  static Type arrayPtrDeref(Type t) {
    return Types.unalias(t) instanceof Pointer p && p.elem().underlying() instanceof Array a
        ? a
        : t;
  }
}

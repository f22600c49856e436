package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.source.Pos;
import dev.gomem.types.Basic.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The predeclared types, constants, functions and nil, and package unsafe. All of them are built
 * once and never change. Source: spec section "Predeclared identifiers", go/types' universe.go.
 */
public final class Universe {
  private Universe() {}

  private static final List<Basic> TYP = basics();

  public static final Basic INVALID = typ(Kind.INVALID);
  public static final Basic BOOL = typ(Kind.BOOL);
  public static final Basic INT = typ(Kind.INT);
  public static final Basic INT8 = typ(Kind.INT8);
  public static final Basic INT16 = typ(Kind.INT16);
  public static final Basic INT32 = typ(Kind.INT32);
  public static final Basic INT64 = typ(Kind.INT64);
  public static final Basic UINT = typ(Kind.UINT);
  public static final Basic UINT8 = typ(Kind.UINT8);
  public static final Basic UINT16 = typ(Kind.UINT16);
  public static final Basic UINT32 = typ(Kind.UINT32);
  public static final Basic UINT64 = typ(Kind.UINT64);
  public static final Basic UINTPTR = typ(Kind.UINTPTR);
  public static final Basic FLOAT32 = typ(Kind.FLOAT32);
  public static final Basic FLOAT64 = typ(Kind.FLOAT64);
  public static final Basic COMPLEX64 = typ(Kind.COMPLEX64);
  public static final Basic COMPLEX128 = typ(Kind.COMPLEX128);
  public static final Basic STRING = typ(Kind.STRING);
  public static final Basic UNSAFE_POINTER = typ(Kind.UNSAFE_POINTER);
  public static final Basic UNTYPED_BOOL = typ(Kind.UNTYPED_BOOL);
  public static final Basic UNTYPED_INT = typ(Kind.UNTYPED_INT);
  public static final Basic UNTYPED_RUNE = typ(Kind.UNTYPED_RUNE);
  public static final Basic UNTYPED_FLOAT = typ(Kind.UNTYPED_FLOAT);
  public static final Basic UNTYPED_COMPLEX = typ(Kind.UNTYPED_COMPLEX);
  public static final Basic UNTYPED_STRING = typ(Kind.UNTYPED_STRING);
  public static final Basic UNTYPED_NIL = typ(Kind.UNTYPED_NIL);

  /**
   * {@code byte} and {@code rune}: the same types as uint8 and int32, but messages say the name
   * that was written.
   */
  public static final Basic BYTE = new Basic(Kind.UINT8, "byte");

  public static final Basic RUNE = new Basic(Kind.INT32, "rune");

  /** The outermost scope. */
  public static final Scope SCOPE = new Scope(null, "universe");

  /** Package unsafe. */
  public static final Package UNSAFE = new Package("unsafe", "unsafe");

  /** The interface behind {@code any}; told apart by identity so that messages can say "any". */
  public static final Interface ANY_INTERFACE = Interface.top();

  /** {@code any}. */
  public static final Alias ANY = any();

  /** {@code error}. */
  public static final Named ERROR = error();

  /** {@code comparable}. */
  public static final Named COMPARABLE = comparable();

  /** {@code iota}. */
  public static final Obj.Const IOTA =
      new Obj.Const(Pos.NONE, null, "iota", UNTYPED_INT, Constant.of(0));

  private static final Package RUNTIME = new Package("runtime", "runtime");

  /**
   * {@code func(state int)} of package runtime: panics, since the body of a loop over a function
   * was called when it must not be. Only {@link RangeFuncs} calls it.
   */
  public static final Obj.Func PANIC_RANGE_STATE =
      runtime("panicrangestate", tuple("state", INT, Obj.VarKind.PARAM_VAR), Tuple.EMPTY);

  /**
   * {@code func() any} of package runtime: what defer statements in the body of a loop over a
   * function need to defer for the function around the loop. As above.
   */
  public static final Obj.Func DEFER_RANGE_FUNC =
      runtime("deferrangefunc", Tuple.EMPTY, tuple("", ANY, Obj.VarKind.RESULT_VAR));

  static {
    for (Basic t : TYP) {
      if (t.kind() != Kind.UNSAFE_POINTER && t.name().indexOf(' ') < 0) {
        SCOPE.insert(new Obj.TypeName(Pos.NONE, null, t.name(), t));
      }
    }
    UNSAFE.scope().insert(new Obj.TypeName(Pos.NONE, UNSAFE, "Pointer", UNSAFE_POINTER));
    SCOPE.insert(new Obj.TypeName(Pos.NONE, null, "byte", BYTE));
    SCOPE.insert(new Obj.TypeName(Pos.NONE, null, "rune", RUNE));
    SCOPE.insert(ANY.obj());
    SCOPE.insert(ERROR.obj());
    SCOPE.insert(COMPARABLE.obj());
    SCOPE.insert(new Obj.Const(Pos.NONE, null, "true", UNTYPED_BOOL, Constant.of(true)));
    SCOPE.insert(new Obj.Const(Pos.NONE, null, "false", UNTYPED_BOOL, Constant.of(false)));
    SCOPE.insert(IOTA);
    SCOPE.insert(new Obj.Nil());
    for (BuiltinId id : BuiltinId.values()) {
      if (id == BuiltinId.ASSERT || id == BuiltinId.TRACE) {
        continue;
      }
      String name = builtin(id).name();
      if (Obj.isExported(name)) {
        UNSAFE.scope().insert(new Obj.Builtin(UNSAFE, name, id));
      } else {
        SCOPE.insert(new Obj.Builtin(null, name, id));
      }
    }
  }

  /** The basic type of a kind. */
  public static Basic typ(Kind kind) {
    return TYP.get(kind.ordinal());
  }

  private static List<Basic> basics() {
    List<Basic> list = new ArrayList<>();
    for (Kind k : Kind.values()) {
      String name =
          switch (k) {
            case INVALID -> "invalid type";
            case UNSAFE_POINTER -> "Pointer";
            default -> k.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
          };
      list.add(new Basic(k, name));
    }
    return List.copyOf(list);
  }

  private static Obj.Func runtime(String name, Tuple params, Tuple results) {
    return new Obj.Func(
        Pos.NONE, RUNTIME, name, new Signature(null, List.of(), params, results, false));
  }

  private static Tuple tuple(String name, Type type, Obj.VarKind kind) {
    return new Tuple(List.of(new Obj.Var(Pos.NONE, RUNTIME, name, type, kind)));
  }

  private static Alias any() {
    return new Alias(new Obj.TypeName(Pos.NONE, null, "any", null), ANY_INTERFACE);
  }

  private static Named error() {
    Named named = new Named(null, new Obj.TypeName(Pos.NONE, null, "error", null), null);
    Obj.Var recv = new Obj.Var(Pos.NONE, null, "", named, Obj.VarKind.RECV_VAR);
    Obj.Var res = new Obj.Var(Pos.NONE, null, "", STRING, Obj.VarKind.RESULT_VAR);
    Signature sig = new Signature(recv, List.of(), Tuple.EMPTY, new Tuple(List.of(res)), false);
    Interface iface = Interface.of(List.of(new Obj.Func(Pos.NONE, null, "Error", sig)), List.of());
    iface.typeSet();
    named.setUnderlying(iface);
    return named;
  }

  private static Named comparable() {
    Interface iface = new Interface(null);
    iface.complete = true;
    iface.setTypeSet(new TypeSet(List.of(), TermList.ALL, true));
    return Named.of(new Obj.TypeName(Pos.NONE, null, "comparable", null), iface);
  }

  /** Name, least number of arguments, whether more are allowed, and what a call may be used for. */
  record BuiltinInfo(String name, int nargs, boolean variadic, ExprKind kind) {}

  static BuiltinInfo builtin(BuiltinId id) {
    return switch (id) {
      case APPEND -> new BuiltinInfo("append", 1, true, ExprKind.EXPRESSION);
      case CAP -> new BuiltinInfo("cap", 1, false, ExprKind.EXPRESSION);
      case CLEAR -> new BuiltinInfo("clear", 1, false, ExprKind.STATEMENT);
      case CLOSE -> new BuiltinInfo("close", 1, false, ExprKind.STATEMENT);
      case COMPLEX -> new BuiltinInfo("complex", 2, false, ExprKind.EXPRESSION);
      case COPY -> new BuiltinInfo("copy", 2, false, ExprKind.STATEMENT);
      case DELETE -> new BuiltinInfo("delete", 2, false, ExprKind.STATEMENT);
      case IMAG -> new BuiltinInfo("imag", 1, false, ExprKind.EXPRESSION);
      case LEN -> new BuiltinInfo("len", 1, false, ExprKind.EXPRESSION);
      case MAKE -> new BuiltinInfo("make", 1, true, ExprKind.EXPRESSION);
      case MAX -> new BuiltinInfo("max", 1, true, ExprKind.EXPRESSION);
      case MIN -> new BuiltinInfo("min", 1, true, ExprKind.EXPRESSION);
      case NEW -> new BuiltinInfo("new", 1, false, ExprKind.EXPRESSION);
      case PANIC -> new BuiltinInfo("panic", 1, false, ExprKind.STATEMENT);
      case PRINT -> new BuiltinInfo("print", 0, true, ExprKind.STATEMENT);
      case PRINTLN -> new BuiltinInfo("println", 0, true, ExprKind.STATEMENT);
      case REAL -> new BuiltinInfo("real", 1, false, ExprKind.EXPRESSION);
      case RECOVER -> new BuiltinInfo("recover", 0, false, ExprKind.STATEMENT);
      case UNSAFE_ADD -> new BuiltinInfo("Add", 2, false, ExprKind.EXPRESSION);
      case UNSAFE_ALIGNOF -> new BuiltinInfo("Alignof", 1, false, ExprKind.EXPRESSION);
      case UNSAFE_OFFSETOF -> new BuiltinInfo("Offsetof", 1, false, ExprKind.EXPRESSION);
      case UNSAFE_SIZEOF -> new BuiltinInfo("Sizeof", 1, false, ExprKind.EXPRESSION);
      case UNSAFE_SLICE -> new BuiltinInfo("Slice", 2, false, ExprKind.EXPRESSION);
      case UNSAFE_SLICE_DATA -> new BuiltinInfo("SliceData", 1, false, ExprKind.EXPRESSION);
      case UNSAFE_STRING -> new BuiltinInfo("String", 2, false, ExprKind.EXPRESSION);
      case UNSAFE_STRING_DATA -> new BuiltinInfo("StringData", 1, false, ExprKind.EXPRESSION);
      case ASSERT -> new BuiltinInfo("assert", 1, false, ExprKind.STATEMENT);
      case TRACE -> new BuiltinInfo("trace", 0, true, ExprKind.STATEMENT);
    };
  }
}

package dev.gomem.ir;

import dev.gomem.layout.RType;
import dev.gomem.layout.TypeTable;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Alias;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.Chan;
import dev.gomem.types.Interface;
import dev.gomem.types.MapType;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import dev.gomem.types.Union;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The run-time type of a checked type. One object serves a session: a declared type is keyed by its
 * package and name; a later object of the same name (a redefinition) gets "#2", types declared in
 * functions get "·1", "·2", so that two different types never share a key, and identical types
 * always do. Takes closed types only: type parameters have been replaced before.
 */
public final class Layouts {
  private final TypeTable table;
  private final String localMark;
  private final Map<Obj.TypeName, String> keys = new IdentityHashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private final Map<Type, RType> cache = new IdentityHashMap<>();
  private final Map<String, Named> named = new HashMap<>();
  private final Map<String, Struct> embedding = new HashMap<>();
  private final List<Named> fresh = new ArrayList<>();

  public Layouts(TypeTable table) {
    this(table, false);
  }

  /**
   * @param library types declared in functions get "·01", "·02": an instance of the same function
   *     that a learner's unit makes declares other types
   */
  Layouts(TypeTable table, boolean library) {
    this.table = table;
    this.localMark = library ? "·0" : "·";
  }

  public TypeTable table() {
    return table;
  }

  /** Defined types met for the first time since the last call, in order. */
  List<Named> takeFresh() {
    List<Named> list = List.copyOf(fresh);
    fresh.clear();
    return list;
  }

  /**
   * The checked type behind the key of an unnamed struct type with embedded fields: it can have
   * methods.
   */
  @Nullable Struct embedding(String key) {
    return embedding.get(key);
  }

  /** The checked type behind a run-time type's key, if it is a defined one. */
  @Nullable Named named(String key) {
    return named.get(key);
  }

  /** All instances met of a generic type. */
  List<Named> instances(Named origin) {
    List<Named> out = new ArrayList<>();
    for (Named n : named.values()) {
      if (n.origin() == origin) {
        out.add(n);
      }
    }
    out.sort(Comparator.comparing(n -> of(n).key()));
    return out;
  }

  public RType of(Type t) {
    RType r = cache.get(t);
    if (r == null) {
      r = make(t);
      cache.put(t, r);
    }
    return r;
  }

  private RType make(Type t) {
    return switch (t) {
      case Basic b -> table.basic(basicKind(b.kind()));
      case Alias a -> of(Types.unalias(a));
      case Named n -> named(n);
      case Pointer p -> table.pointerTo(of(p.elem()));
      case Slice s -> table.sliceOf(of(s.elem()));
      case Array a -> table.arrayOf(a.len(), of(a.elem()));
      case MapType m -> table.mapOf(of(m.key()), of(m.elem()));
      case Chan c -> table.chanOf(direction(c.dir()), of(c.elem()));
      case Signature s -> table.funcOf(list(s.params()), list(s.results()), s.variadic());
      case Struct s -> struct(s);
      case Interface i -> table.interfaceOf(methods(i));
      case Tuple u -> throw new IllegalArgumentException("no layout of a tuple " + u);
      case TypeParam p -> throw new IllegalArgumentException("open type " + p);
      case Union u -> throw new IllegalArgumentException("no layout of a union " + u);
    };
  }

  static RType.Kind basicKind(Basic.Kind k) {
    return switch (k) {
      case BOOL, UNTYPED_BOOL -> RType.Kind.BOOL;
      case INT, UNTYPED_INT -> RType.Kind.INT;
      case INT8 -> RType.Kind.INT8;
      case INT16 -> RType.Kind.INT16;
      case INT32, UNTYPED_RUNE -> RType.Kind.INT32;
      case INT64 -> RType.Kind.INT64;
      case UINT -> RType.Kind.UINT;
      case UINT8 -> RType.Kind.UINT8;
      case UINT16 -> RType.Kind.UINT16;
      case UINT32 -> RType.Kind.UINT32;
      case UINT64 -> RType.Kind.UINT64;
      case UINTPTR -> RType.Kind.UINTPTR;
      case FLOAT32 -> RType.Kind.FLOAT32;
      case FLOAT64, UNTYPED_FLOAT -> RType.Kind.FLOAT64;
      case COMPLEX64 -> RType.Kind.COMPLEX64;
      case COMPLEX128, UNTYPED_COMPLEX -> RType.Kind.COMPLEX128;
      case STRING, UNTYPED_STRING -> RType.Kind.STRING;
      case UNSAFE_POINTER, UNTYPED_NIL -> RType.Kind.UNSAFE_POINTER;
      case INVALID -> throw new IllegalArgumentException("no layout of the invalid type");
    };
  }

  static int direction(Expr.ChanDir d) {
    return switch (d) {
      case RECV_ONLY -> 1;
      case SEND_ONLY -> 2;
      case BOTH -> 3;
    };
  }

  List<RType> list(Tuple t) {
    List<RType> out = new ArrayList<>();
    for (Obj.Var v : t.vars()) {
      out.add(of(v.type()));
    }
    return out;
  }

  private RType struct(Struct s) {
    List<TypeTable.FieldSpec> fields = new ArrayList<>();
    for (int i = 0; i < s.size(); i++) {
      Obj.Var f = s.field(i);
      fields.add(
          new TypeTable.FieldSpec(f.name(), of(f.type()), f.embedded(), f.exported(), s.tag(i)));
    }
    RType t = table.structOf(fields);
    if (s.fields().stream().anyMatch(Obj.Var::embedded)) {
      embedding.putIfAbsent(t.key(), s);
    }
    return t;
  }

  /** An interface's methods in gc's order. */
  private List<RType.Method> methods(Interface i) {
    List<RType.Method> out = new ArrayList<>();
    for (Obj.Func m : i.methods()) {
      out.add(new RType.Method(m.name(), methodPkg(m), of(m.signature())));
    }
    out.sort(METHOD_ORDER);
    return out;
  }

  /**
   * Exported names first, then by name, then by package: cmd/compile/internal/types.CompareSyms.
   */
  private static final Comparator<RType.Method> METHOD_ORDER =
      Comparator.<RType.Method>comparingInt(m -> m.pkg().isEmpty() ? 0 : 1)
          .thenComparing(RType.Method::name)
          .thenComparing(RType.Method::pkg);

  /** The package path of an unexported name, else "". */
  static String methodPkg(Obj.Func m) {
    Package p = m.pkg();
    return m.exported() || p == null ? "" : p.path();
  }

  static int compareMethods(String name1, String pkg1, String name2, String pkg2) {
    int c = Integer.compare(pkg1.isEmpty() ? 0 : 1, pkg2.isEmpty() ? 0 : 1);
    c = c != 0 ? c : name1.compareTo(name2);
    return c != 0 ? c : pkg1.compareTo(pkg2);
  }

  private RType named(Named n) {
    Package p = n.obj().pkg();
    StringBuilder key = new StringBuilder(key(n.obj()));
    StringBuilder name = new StringBuilder(p == null ? "" : p.name() + ".").append(n.obj().name());
    if (!n.typeArgs().isEmpty()) {
      String sep = "[";
      for (Type a : n.typeArgs()) {
        RType r = of(a);
        key.append(sep).append(r.key());
        name.append(sep).append(r.name());
        sep = ",";
      }
      key.append(']');
      name.append(']');
    }
    String k = key.toString();
    RType old = table.find(k);
    if (old != null && named.containsKey(k)) {
      return old;
    }
    named.put(k, n);
    fresh.add(n);
    return table.named(k, name.toString(), kind(n.underlying()), () -> of(n.underlying()));
  }

  private String key(Obj.TypeName o) {
    String key = keys.get(o);
    if (key == null) {
      Package p = o.pkg();
      boolean local =
          p != null
              && o.parent() != null
              && o.parent() != p.scope()
              && p.scope().lookup(o.name()) != o;
      String base = (p == null ? "" : p.path() + ".") + o.name() + (local ? localMark : "");
      int n = versions.merge(base, 1, Integer::sum);
      key = local ? base + n : n == 1 ? base : base + "#" + n;
      keys.put(o, key);
    }
    return key;
  }

  static RType.Kind kind(Type underlying) {
    return switch (underlying) {
      case Basic b -> basicKind(b.kind());
      case Pointer p -> RType.Kind.POINTER;
      case Slice s -> RType.Kind.SLICE;
      case Array a -> RType.Kind.ARRAY;
      case MapType m -> RType.Kind.MAP;
      case Chan c -> RType.Kind.CHAN;
      case Signature s -> RType.Kind.FUNC;
      case Struct s -> RType.Kind.STRUCT;
      case Interface i -> RType.Kind.INTERFACE;
      case Alias a -> throw new IllegalArgumentException("not an underlying type: " + a);
      case Named n -> throw new IllegalArgumentException("not an underlying type: " + n);
      case Tuple t -> throw new IllegalArgumentException("not an underlying type: " + t);
      case TypeParam p -> throw new IllegalArgumentException("open type " + p);
      case Union u -> throw new IllegalArgumentException("no layout of a union " + u);
    };
  }
}

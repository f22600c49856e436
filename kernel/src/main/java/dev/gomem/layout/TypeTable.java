package dev.gomem.layout;

import dev.gomem.layout.RType.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes and keeps run-time types, one object a key, laid out as gc does on linux/amd64
 * (cmd/compile/internal/types/size.go). One table serves a session; keys decide identity.
 */
public final class TypeTable {
  private final Map<String, RType> types = new LinkedHashMap<>();

  /** A field before it has an offset. */
  public record FieldSpec(
      String name, RType type, boolean embedded, boolean exported, String tag) {}

  public TypeTable() {
    for (Kind k : Kind.values()) {
      int size = basicSize(k);
      if (size > 0) {
        basic(
            k,
            k == Kind.UNSAFE_POINTER
                ? "unsafe.Pointer"
                : k.name().toLowerCase(java.util.Locale.ROOT),
            false);
      }
    }
  }

  private static int basicSize(Kind k) {
    return switch (k) {
      case BOOL, INT8, UINT8 -> 1;
      case INT16, UINT16 -> 2;
      case INT32, UINT32, FLOAT32 -> 4;
      case INT, UINT, INT64, UINT64, UINTPTR, FLOAT64, COMPLEX64, UNSAFE_POINTER -> 8;
      case COMPLEX128, STRING -> 16;
      default -> 0;
    };
  }

  private RType basic(Kind k, String key, boolean named) {
    RType t = new RType(k, key, key, named);
    int size = basicSize(k);
    BitSet ptrs = new BitSet();
    if (k == Kind.STRING || k == Kind.UNSAFE_POINTER) {
      ptrs.set(0);
    }
    int align = k == Kind.COMPLEX64 ? 4 : Math.min(size, 8);
    t.define(size, align, ptrs, true);
    types.put(key, t);
    return t;
  }

  /**
   * Computes every layout that nobody has asked for yet: from then on the types made so far never
   * change.
   */
  public void complete() {
    for (int n = -1; n != types.size(); ) {
      n = types.size();
      for (RType t : List.copyOf(types.values())) {
        t.size();
      }
    }
  }

  /** All types, in order of creation. */
  public List<RType> all() {
    return List.copyOf(types.values());
  }

  public @Nullable RType find(String key) {
    return types.get(key);
  }

  /** A predeclared type by kind: BOOL … COMPLEX128, STRING, UNSAFE_POINTER. */
  public RType basic(Kind k) {
    RType t =
        types.get(
            k == Kind.UNSAFE_POINTER
                ? "unsafe.Pointer"
                : k.name().toLowerCase(java.util.Locale.ROOT));
    if (t == null) {
      throw new IllegalArgumentException("no basic type " + k);
    }
    return t;
  }

  private RType make(Kind kind, String key, String name, boolean named, Consumer<RType> define) {
    RType old = types.get(key);
    if (old != null) {
      return old;
    }
    RType t = new RType(kind, key, name, named);
    types.put(key, t); // before its parts, so that recursive types find it
    t.later(() -> define.accept(t));
    return t;
  }

  private static BitSet firstWord() {
    BitSet b = new BitSet();
    b.set(0);
    return b;
  }

  public RType pointerTo(RType elem) {
    return make(
        Kind.POINTER,
        "*" + elem.key(),
        "*" + elem.name(),
        false,
        t -> {
          t.define(8, 8, firstWord(), true);
          t.defineElem(null, elem, 0, 0);
        });
  }

  public RType sliceOf(RType elem) {
    return make(
        Kind.SLICE,
        "[]" + elem.key(),
        "[]" + elem.name(),
        false,
        t -> {
          t.define(24, 8, firstWord(), false);
          t.defineElem(null, elem, 0, 0);
        });
  }

  public RType arrayOf(long len, RType elem) {
    return make(
        Kind.ARRAY,
        "[" + len + "]" + elem.key(),
        "[" + len + "]" + elem.name(),
        false,
        t -> layArray(t, len, elem));
  }

  private static void layArray(RType t, long len, RType elem) {
    BitSet ptrs = new BitSet();
    if (elem.hasPointers()) {
      int words = (int) (elem.size() / 8);
      for (int i = 0; i < len; i++) {
        for (int w = elem.pointers().nextSetBit(0); w >= 0; w = elem.pointers().nextSetBit(w + 1)) {
          ptrs.set(i * words + w);
        }
      }
    }
    t.define(len * elem.size(), elem.align(), ptrs, elem.comparable());
    t.defineElem(null, elem, len, 0);
  }

  public RType mapOf(RType key, RType elem) {
    String k = "map[" + key.key() + "]" + elem.key();
    return make(
        Kind.MAP,
        k,
        "map[" + key.name() + "]" + elem.name(),
        false,
        t -> {
          t.define(8, 8, firstWord(), false);
          t.defineElem(key, elem, 0, 0);
        });
  }

  /**
   * @param dir 1 receive, 2 send, 3 both
   */
  public RType chanOf(int dir, RType elem) {
    String p = dir == 1 ? "<-chan " : dir == 2 ? "chan<- " : "chan ";
    boolean paren = dir != 2 && elem.kind() == Kind.CHAN && elem.chanDir() == 1 && !elem.named();
    String k = p + (paren ? "(" + elem.key() + ")" : elem.key());
    String n = p + (paren ? "(" + elem.name() + ")" : elem.name());
    return make(
        Kind.CHAN,
        k,
        n,
        false,
        t -> {
          t.define(8, 8, firstWord(), true);
          t.defineElem(null, elem, 0, dir);
        });
  }

  public RType funcOf(List<RType> params, List<RType> results, boolean variadic) {
    return make(
        Kind.FUNC,
        "func" + sig(params, results, variadic, true),
        "func" + sig(params, results, variadic, false),
        false,
        t -> {
          t.define(8, 8, firstWord(), false);
          t.defineFunc(params, results, variadic);
        });
  }

  private static String sig(
      List<RType> params, List<RType> results, boolean variadic, boolean keys) {
    StringBuilder b = new StringBuilder("(");
    for (int i = 0; i < params.size(); i++) {
      RType p = params.get(i);
      b.append(i > 0 ? ", " : "");
      if (variadic && i == params.size() - 1) {
        b.append("...").append(keys ? p.elem().key() : p.elem().name());
      } else {
        b.append(keys ? p.key() : p.name());
      }
    }
    b.append(")");
    if (results.size() == 1) {
      b.append(" ").append(keys ? results.get(0).key() : results.get(0).name());
    } else if (!results.isEmpty()) {
      b.append(" (");
      for (int i = 0; i < results.size(); i++) {
        b.append(i > 0 ? ", " : "").append(keys ? results.get(i).key() : results.get(i).name());
      }
      b.append(")");
    }
    return b.toString();
  }

  /** An interface; methods must be sorted as {@link RType.Method} says. */
  public RType interfaceOf(List<RType.Method> methods) {
    return make(
        Kind.INTERFACE,
        ifaceText(methods, true),
        ifaceText(methods, false),
        false,
        t -> layInterface(t, methods));
  }

  private static void layInterface(RType t, List<RType.Method> methods) {
    BitSet both = new BitSet();
    both.set(0, 2);
    t.define(16, 8, both, true);
    t.defineMethods(methods);
  }

  private static String ifaceText(List<RType.Method> methods, boolean keys) {
    if (methods.isEmpty()) {
      return "interface {}";
    }
    StringBuilder b = new StringBuilder("interface { ");
    for (int i = 0; i < methods.size(); i++) {
      RType.Method m = methods.get(i);
      // An unexported method is printed with its package's name; the key has its path.
      String pkg = keys ? m.pkg() : m.pkg().substring(m.pkg().lastIndexOf('/') + 1);
      b.append(i > 0 ? "; " : "").append(pkg.isEmpty() ? "" : pkg + ".").append(m.name());
      b.append((keys ? m.type().key() : m.type().name()).substring("func".length()));
    }
    return b.append(" }").toString();
  }

  public RType structOf(List<FieldSpec> fields) {
    return make(
        Kind.STRUCT,
        structText(fields, true),
        structText(fields, false),
        false,
        t -> layStruct(t, fields));
  }

  private static String structText(List<FieldSpec> fields, boolean keys) {
    if (fields.isEmpty()) {
      return "struct {}";
    }
    StringBuilder b = new StringBuilder("struct { ");
    for (int i = 0; i < fields.size(); i++) {
      FieldSpec f = fields.get(i);
      b.append(i > 0 ? "; " : "");
      if (!f.embedded()) {
        b.append(f.name()).append(' ');
      } else if (keys) {
        b.append("embedded ").append(f.name()).append(' ');
      }
      b.append(keys ? f.type().key() : f.type().name());
      if (!f.tag().isEmpty()) {
        b.append(" \"").append(f.tag().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      }
    }
    return b.append(" }").toString();
  }

  private static void layStruct(RType t, List<FieldSpec> specs) {
    long off = 0;
    int maxAlign = 1;
    boolean comparable = true;
    BitSet ptrs = new BitSet();
    List<RType.Field> fields = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      FieldSpec f = specs.get(i);
      RType ft = f.type();
      off = roundUp(off, ft.align());
      fields.add(new RType.Field(f.name(), ft, off, f.embedded(), f.exported(), f.tag()));
      for (int w = ft.pointers().nextSetBit(0); w >= 0; w = ft.pointers().nextSetBit(w + 1)) {
        ptrs.set((int) (off / 8) + w);
      }
      comparable &= ft.comparable();
      maxAlign = Math.max(maxAlign, ft.align());
      off += ft.size();
      if (ft.size() == 0 && off > 0 && i == specs.size() - 1) {
        off++; // so that the address of the last field is never past the end
      }
    }
    t.define(roundUp(off, maxAlign), maxAlign, ptrs, comparable);
    t.defineFields(fields);
  }

  /**
   * A defined type. {@code underlying} is asked when the layout is first needed, so that recursive
   * types close.
   *
   * @param kind kind of the underlying type, known before its parts are
   * @param underlying makes the underlying type
   */
  public RType named(
      String key, String name, Kind kind, java.util.function.Supplier<RType> underlying) {
    return make(kind, key, name, true, t -> copyInto(t, underlying.get()));
  }

  private static void copyInto(RType t, RType u) {
    t.define(u.size(), u.align(), u.pointers(), u.comparable());
    switch (u.kind()) {
      case ARRAY, CHAN, POINTER, SLICE -> t.defineElem(null, u.elem(), u.len(), u.chanDir());
      case MAP -> t.defineElem(u.mapKey(), u.elem(), 0, 0);
      case STRUCT -> t.defineFields(u.fields());
      case FUNC -> t.defineFunc(u.params(), u.results(), u.variadic());
      case INTERFACE -> t.defineMethods(u.methods());
      default -> {}
    }
  }

  static long roundUp(long n, long to) {
    return (n + to - 1) / to * to;
  }
}

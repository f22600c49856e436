package dev.gomem.layout;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run-time type descriptor (gc's {@code abi.Type}): all that is needed to lay out, scan, compare,
 * hash and decode values of a type. Two types are identical exactly if their {@link #key}s are
 * equal; a {@link TypeTable} keeps one object a key. The layout is computed when first asked for,
 * so that recursive types close; afterwards nothing changes.
 */
public final class RType {
  /** Kinds, in the order of package reflect's. */
  public enum Kind {
    INVALID,
    BOOL,
    INT,
    INT8,
    INT16,
    INT32,
    INT64,
    UINT,
    UINT8,
    UINT16,
    UINT32,
    UINT64,
    UINTPTR,
    FLOAT32,
    FLOAT64,
    COMPLEX64,
    COMPLEX128,
    ARRAY,
    CHAN,
    FUNC,
    INTERFACE,
    MAP,
    POINTER,
    SLICE,
    STRING,
    STRUCT,
    UNSAFE_POINTER
  }

  /**
   * @param name "_" for blank fields
   * @param offset bytes from the start of the struct
   */
  public record Field(
      String name, RType type, long offset, boolean embedded, boolean exported, String tag) {}

  /**
   * A method an interface asks for, in gc's order (exported names sorted, then unexported with
   * their package).
   *
   * @param pkg package path of an unexported name, else ""
   */
  public record Method(String name, String pkg, RType type) {}

  private final Kind kind;
  private final String key;
  private final String name;
  private final boolean named;
  private @Nullable Runnable pending;
  private long size;
  private int align = 1;
  private BitSet pointers = new BitSet();
  private boolean comparable = true;
  private @Nullable RType elem;
  private @Nullable RType mapKey;
  private long len;
  private List<Field> fields = List.of();
  private List<RType> params = List.of();
  private List<RType> results = List.of();
  private boolean variadic;
  private int chanDir;
  private List<Method> methods = List.of();

  /**
   * @param key unique: package paths written out, versions and scopes of local types told apart
   * @param name as {@code reflect.Type.String} and panics print it: {@code main.Point}, {@code
   *     []int}
   * @param named a defined type (with a name of its own)
   */
  RType(Kind kind, String key, String name, boolean named) {
    this.kind = kind;
    this.key = key;
    this.name = name;
    this.named = named;
  }

  /** {@code layout} defines the rest when it is first asked for. */
  void later(Runnable layout) {
    this.pending = layout;
  }

  private void ready() {
    Runnable p = pending;
    if (p != null) {
      pending = null;
      p.run();
    }
  }

  /** Size, alignment and pointer words (bit i: the word at byte 8*i holds a pointer). Once. */
  void define(long size, int align, BitSet pointers, boolean comparable) {
    this.size = size;
    this.align = align;
    this.pointers = pointers;
    this.comparable = comparable;
  }

  void defineElem(@Nullable RType mapKey, RType elem, long len, int chanDir) {
    this.mapKey = mapKey;
    this.elem = elem;
    this.len = len;
    this.chanDir = chanDir;
  }

  void defineFields(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  void defineFunc(List<RType> params, List<RType> results, boolean variadic) {
    this.params = List.copyOf(params);
    this.results = List.copyOf(results);
    this.variadic = variadic;
  }

  void defineMethods(List<Method> methods) {
    this.methods = List.copyOf(methods);
  }

  public Kind kind() {
    return kind;
  }

  public String key() {
    return key;
  }

  public String name() {
    return name;
  }

  public boolean named() {
    return named;
  }

  /** Bytes. */
  public long size() {
    ready();
    return size;
  }

  /** Bytes: 1, 2, 4 or 8. */
  public int align() {
    ready();
    return align;
  }

  /** Bit i: the word at byte 8*i of a value is a pointer. Not to be changed. */
  public BitSet pointers() {
    ready();
    return pointers;
  }

  public boolean hasPointers() {
    ready();
    return !pointers.isEmpty();
  }

  /** Statically comparable ({@code ==} compiles; an interface inside may still panic). */
  public boolean comparable() {
    ready();
    return comparable;
  }

  /** Element of array, chan, map, pointer, slice. */
  public RType elem() {
    ready();
    if (elem == null) {
      throw new IllegalStateException(key + " has no element type");
    }
    return elem;
  }

  /** Key of a map. */
  public RType mapKey() {
    ready();
    if (mapKey == null) {
      throw new IllegalStateException(key + " is no map");
    }
    return mapKey;
  }

  /** Length of an array. */
  public long len() {
    ready();
    return len;
  }

  public List<Field> fields() {
    ready();
    return fields;
  }

  public List<RType> params() {
    ready();
    return params;
  }

  public List<RType> results() {
    ready();
    return results;
  }

  public boolean variadic() {
    ready();
    return variadic;
  }

  /** 1 receive, 2 send, 3 both, as reflect. */
  public int chanDir() {
    ready();
    return chanDir;
  }

  /** What an interface asks for. */
  public List<Method> methods() {
    ready();
    return methods;
  }

  /** The empty interface: its values are (type, data), not (itab, data). */
  public boolean isEmptyInterface() {
    ready();
    return kind == Kind.INTERFACE && methods.isEmpty();
  }

  /** A value is one pointer word, which an interface holds directly. */
  public boolean isDirect() {
    ready();
    return switch (kind) {
      case POINTER, MAP, CHAN, FUNC, UNSAFE_POINTER -> true;
      case STRUCT -> fields.size() == 1 && fields.get(0).type().isDirect();
      case ARRAY -> len == 1 && elem().isDirect();
      default -> false;
    };
  }

  /** Signed integer kinds. */
  public boolean isSigned() {
    return kind.compareTo(Kind.INT) >= 0 && kind.compareTo(Kind.INT64) <= 0;
  }

  public boolean isInteger() {
    return kind.compareTo(Kind.INT) >= 0 && kind.compareTo(Kind.UINTPTR) <= 0;
  }

  public boolean isFloat() {
    return kind == Kind.FLOAT32 || kind == Kind.FLOAT64;
  }

  public boolean isComplex() {
    return kind == Kind.COMPLEX64 || kind == Kind.COMPLEX128;
  }

  /**
   * A value fits one register word: scalars and single pointers, not structs, arrays, strings,
   * slices, interfaces.
   */
  public boolean isScalar() {
    return switch (kind) {
      case ARRAY, STRUCT, STRING, SLICE, INTERFACE, COMPLEX64, COMPLEX128, INVALID -> false;
      default -> true;
    };
  }

  @Override
  public String toString() {
    return key;
  }
}

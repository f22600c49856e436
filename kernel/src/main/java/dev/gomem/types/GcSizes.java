package dev.gomem.types;

import java.util.List;

/**
 * Sizes and alignments as gc lays types out on linux/amd64; negative where a size does not fit.
 * Types with type parameters in them have none. Source: go/types' gcsizes.go,
 * cmd/compile/internal/types/size.go.
 */
public final class GcSizes {
  private static final long WORD = 8;

  private GcSizes() {}

  public static long alignof(Type T) {
    switch (T.underlying()) {
      case Array t -> {
        return alignof(t.elem());
      }
      case Struct t -> {
        if (t.size() == 0 && isAlign64(T)) {
          return 8;
        }
        long max = 1;
        for (Obj.Var f : t.fields()) {
          max = Math.max(max, alignof(f.type()));
        }
        return max;
      }
      case Slice t -> {
        return WORD;
      }
      case Interface t -> {
        return WORD;
      }
      case Basic t when t.isString() -> {
        return WORD;
      }
      default -> {}
    }
    long a = sizeof(T);
    if (a < 1) {
      return 1;
    }
    if (Predicates.isComplex(T)) {
      a /= 2;
    }
    return Math.min(a, WORD);
  }

  /** The mark that asks for 8-byte alignment in package sync/atomic. */
  private static boolean isAlign64(Type t) {
    Named n = Types.asNamed(t);
    if (n == null || !n.obj().name().equals("align64") || n.obj().pkg() == null) {
      return false;
    }
    String path = n.obj().pkg().path();
    return path.equals("sync/atomic") || path.equals("internal/runtime/atomic");
  }

  public static long[] offsetsof(List<Obj.Var> fields) {
    long[] offsets = new long[fields.size()];
    long offs = 0;
    for (int i = 0; i < offsets.length; i++) {
      if (offs < 0) {
        offsets[i] = -1;
        continue;
      }
      Type t = fields.get(i).type();
      offs = align(offs, alignof(t));
      offsets[i] = offs;
      long d = sizeof(t);
      offs = d >= 0 && offs >= 0 ? offs + d : -1;
    }
    return offsets;
  }

  /** Offset of the field with that index path, all of whose embedded fields are structs. */
  public static long offsetof(Type t0, List<Integer> index) {
    Type t = t0;
    long offs = 0;
    for (int i : index) {
      if (!(t.underlying() instanceof Struct s)) {
        throw new IllegalArgumentException("no struct: " + t);
      }
      long d = offsetsof(s.fields())[i];
      if (d < 0 || offs + d < 0) {
        return -1;
      }
      offs += d;
      t = s.field(i).type();
    }
    return offs;
  }

  public static long sizeof(Type T) {
    return switch (T.underlying()) {
      case Basic t ->
          switch (t.kind()) {
            case BOOL, INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32 -> 4;
            case INT64, UINT64, FLOAT64, COMPLEX64 -> 8;
            case COMPLEX128, STRING -> 16;
            default -> WORD;
          };
      case Array t -> {
        if (t.len() <= 0) {
          yield 0;
        }
        long e = sizeof(t.elem());
        if (e <= 0) {
          yield e < 0 ? -1 : 0;
        }
        yield e > Long.MAX_VALUE / t.len() ? -1 : e * t.len();
      }
      case Slice t -> 3 * WORD;
      case Interface t -> 2 * WORD;
      case Struct t -> {
        if (t.size() == 0) {
          yield 0;
        }
        // Each field's size is asked for once: twice would take 2^n steps for n nested structs.
        long offs = 0;
        long size = 0;
        for (Obj.Var f : t.fields()) {
          offs = align(offs + size, alignof(f.type()));
          size = sizeof(f.type());
          if (offs < 0 || size < 0) {
            yield -1;
          }
        }
        // The address of a last field without size must not be that of what follows the struct.
        if (offs > 0 && size == 0) {
          size = 1;
        }
        yield align(offs + size, alignof(T));
      }
      case Pointer t -> WORD;
      case Signature t -> WORD;
      case MapType t -> WORD;
      case Chan t -> WORD;
      case Tuple t -> throw new IllegalArgumentException("size of a tuple");
      case Union t -> throw new IllegalArgumentException("size of a union");
      case Named t -> throw new IllegalStateException("underlying type is named");
      case TypeParam t -> throw new IllegalStateException("underlying type is a type parameter");
      case Alias t -> throw new IllegalStateException("underlying type is an alias");
    };
  }

  private static long align(long x, long a) {
    return (x + a - 1) & -a;
  }
}

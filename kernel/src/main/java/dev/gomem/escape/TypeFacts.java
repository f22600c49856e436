package dev.gomem.escape;

import dev.gomem.types.Alias;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.Chan;
import dev.gomem.types.GcSizes;
import dev.gomem.types.Interface;
import dev.gomem.types.MapType;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Pointer;
import dev.gomem.types.Predicates;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import dev.gomem.types.Union;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis asks of types, as gc's back end answers (cmd/compile/internal/types): pointers
 * inside, size, whether an interface holds the value itself. A type parameter counts as anything
 * with pointers that is boxed.
 */
final class TypeFacts {
  private TypeFacts() {}

  static boolean hasPointers(Type t) {
    return switch (t.underlying()) {
      case Basic b ->
          b.kind() == Basic.Kind.STRING
              || b.kind() == Basic.Kind.UNSAFE_POINTER
              || b.kind() == Basic.Kind.UNTYPED_STRING
              || b.kind() == Basic.Kind.UNTYPED_NIL;
      case Array a -> a.len() != 0 && hasPointers(a.elem());
      case Struct s -> s.fields().stream().anyMatch(f -> hasPointers(f.type()));
      case Tuple tuple -> tuple.vars().stream().anyMatch(v -> hasPointers(v.type()));
      case Slice s -> true;
      case Pointer p -> true;
      case Signature s -> true;
      case Interface i -> true;
      case MapType m -> true;
      case Chan c -> true;
      case Union u -> true;
      case Named n -> true;
      case TypeParam p -> true;
      case Alias a -> hasPointers(Types.unalias(a));
    };
  }

  static boolean isUntyped(Type t) {
    return t instanceof Basic b && b.isUntyped();
  }

  static boolean isInterface(Type t) {
    return !(Types.unalias(t) instanceof TypeParam) && t.underlying() instanceof Interface;
  }

  static boolean isEmptyInterface(Type t) {
    return isInterface(t) && t.underlying() instanceof Interface i && i.empty();
  }

  static boolean isArray(Type t) {
    return t.underlying() instanceof Array;
  }

  static boolean isSlice(Type t) {
    return t.underlying() instanceof Slice;
  }

  static boolean isString(Type t) {
    return t.underlying() instanceof Basic b && b.isString();
  }

  static boolean isKind(Type t, Basic.Kind kind) {
    return t.underlying() instanceof Basic b && b.kind() == kind;
  }

  static boolean isUnsafePointer(Type t) {
    return isKind(t, Basic.Kind.UNSAFE_POINTER);
  }

  static boolean isUintptr(Type t) {
    return isKind(t, Basic.Kind.UINTPTR);
  }

  /** What a pointer of that type points to, or null. */
  static @Nullable Type pointee(Type t) {
    return t.underlying() instanceof Pointer p ? p.elem() : null;
  }

  /** The element of an array, slice, or pointer to an array. */
  static Type elem(Type t) {
    return switch (t.underlying()) {
      case Array a -> a.elem();
      case Slice s -> s.elem();
      case Chan c -> c.elem();
      case MapType m -> m.elem();
      case Pointer p when p.elem().underlying() instanceof Array a -> a.elem();
      default -> throw new IllegalArgumentException("no element type: " + t);
    };
  }

  static long size(Type t) {
    if (t.underlying() instanceof Tuple || isUntyped(t) || hasTypeParam(t)) {
      return 0;
    }
    long n = GcSizes.sizeof(t);
    return n < 0 ? Long.MAX_VALUE : n; // too large for the address space
  }

  private static boolean hasTypeParam(Type t) {
    return switch (Types.unalias(t)) {
      case TypeParam p -> true;
      case Array a -> hasTypeParam(a.elem());
      case Struct s -> s.fields().stream().anyMatch(f -> hasTypeParam(f.type()));
      case Named n -> n.underlying() != n && hasTypeParam(n.underlying());
      default -> false;
    };
  }

  /** The value is one pointer word, so an interface's data word holds it without a box. */
  static boolean isDirect(Type t) {
    return switch (t.underlying()) {
      case Basic b -> b.kind() == Basic.Kind.UNSAFE_POINTER;
      case Pointer p -> true;
      case MapType m -> true;
      case Chan c -> true;
      case Signature s -> true;
      case Array a -> a.len() == 1 && isDirect(a.elem());
      case Struct s -> directStruct(s);
      default -> false;
    };
  }

  /** One word in all, which is a pointer: fields of size zero may stand before it. */
  private static boolean directStruct(Struct s) {
    if (hasTypeParam(s) || size(s) != 8) {
      return false;
    }
    boolean pointer = false;
    for (Obj.Var f : s.fields()) {
      if (size(f.type()) != 0) {
        pointer = isDirect(f.type());
      }
    }
    return pointer;
  }

  /** Has a name of its own: declared, or predeclared. */
  static boolean isNamed(Type t) {
    Type u = Types.unalias(t);
    return u instanceof Named || u instanceof Basic || u instanceof TypeParam;
  }

  /** {@code h.Data} of a reflect.SliceHeader or StringHeader: a uintptr that is a pointer. */
  static boolean isReflectHeaderData(Tree t) {
    if (!(t instanceof Tree.Selector s) || !s.sel.equals("Data") || !isUintptr(s.type)) {
      return false;
    }
    Type p = pointee(s.x.type);
    if (!(Types.unalias(p != null ? p : s.x.type) instanceof Named n)) {
      return false;
    }
    dev.gomem.types.Package pkg = n.obj().pkg();
    String name = n.obj().name();
    return pkg != null
        && pkg.path().equals("reflect")
        && (name.equals("SliceHeader") || name.equals("StringHeader"));
  }

  static boolean identical(Type a, Type b) {
    return Predicates.identical(a, b);
  }
}

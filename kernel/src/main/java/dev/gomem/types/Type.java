package dev.gomem.types;

/**
 * A Go type. Every kind of type is a final class compared by identity; {@link Predicates#identical}
 * compares as the spec does. Classes are filled in while the checker runs (a named type's
 * underlying type is found late) and do not change after it returns.
 */
public sealed interface Type
    permits Basic,
        Array,
        Slice,
        Struct,
        Pointer,
        Tuple,
        Signature,
        Union,
        Interface,
        MapType,
        Chan,
        Named,
        TypeParam,
        Alias {

  /**
   * The underlying type: never a {@link Named} or {@link Alias}; a type parameter's is its
   * constraint's interface.
   */
  Type underlying();
}

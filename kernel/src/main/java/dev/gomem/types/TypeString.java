package dev.gomem.types;

import org.jspecify.annotations.Nullable;

/** Types as messages write them. Source: go/types' typestring.go. */
public final class TypeString {
  private TypeString() {}

  public static String of(Type t) {
    return of(t, Qualifier.byPath());
  }

  /** Without qualifier, packages are written by their paths. */
  public static String of(Type t, @Nullable Qualifier qf) {
    throw new UnsupportedOperationException();
  }

  /** {@code (a int, b string)}, as signatures are written without {@code func}. */
  static String signature(Signature sig, @Nullable Qualifier qf) {
    throw new UnsupportedOperationException();
  }
}

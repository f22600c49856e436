package dev.gomem.types;

import org.jspecify.annotations.Nullable;

/** Types as messages write them. */
public final class TypeString {
  private TypeString() {}

  public static String of(Type t) {
    return of(t, null);
  }

  /** Without qualifier, packages are written by their paths. */
  public static String of(@Nullable Type t, @Nullable Qualifier qf) {
    StringBuilder b = new StringBuilder();
    new TypeWriter(b, qf).typ(t);
    return b.toString();
  }

  /** {@code (a int, b string)}: without {@code func}. */
  static String signature(Signature sig, @Nullable Qualifier qf) {
    StringBuilder b = new StringBuilder();
    new TypeWriter(b, qf).signature(sig);
    return b.toString();
  }
}

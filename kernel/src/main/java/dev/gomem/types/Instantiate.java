package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instantiates generic types and functions, and checks constraints. Source: go/types' instantiate.go. */
final class Instantiate {
  private final Checker check;

  Instantiate(Checker check) {
    this.check = check;
  }

  /** Why a type argument does not satisfy its constraint. */
  record Failure(int index, String cause) {}

  /** {@code orig} is a generic {@link Named}, {@link Alias} or {@link Signature}; arguments must fit in number. */
  Type instance(Pos pos, Type orig, List<Type> targs, @Nullable Named expanding, @Nullable Context ctxt) {
    throw new UnsupportedOperationException();
  }

  /** Null if all arguments satisfy their constraints. */
  @Nullable Failure verify(Pos pos, List<TypeParam> tparams, List<Type> targs, @Nullable Context ctxt) {
    throw new UnsupportedOperationException();
  }

  /** Whether {@code V} implements {@code T} (as a constraint: satisfies it). */
  boolean implementsType(Type V, Type T, boolean constraint, @Nullable Cause cause) {
    throw new UnsupportedOperationException();
  }

  /** Reports a wrong number of type arguments. */
  boolean validateTArgLen(Pos pos, String name, int want, int got) {
    throw new UnsupportedOperationException();
  }
}

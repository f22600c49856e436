package dev.gomem.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Instances already made, so that identical instances are one object. Source: go/types' context.go.
 */
public final class Context {
  String instanceHash(Type orig, List<Type> targs) {
    throw new UnsupportedOperationException();
  }

  @Nullable Type lookup(String hash, Type orig, List<Type> targs) {
    throw new UnsupportedOperationException();
  }

  /** The identical instance there is already, else {@code inst}, which is entered. */
  Type update(String hash, Type orig, List<Type> targs, Type inst) {
    throw new UnsupportedOperationException();
  }
}

package dev.gomem.types;

import org.jspecify.annotations.Nullable;

/** Objects as messages write them: {@code var x int}, {@code func (T).m()}. Source: go/types' object.go. */
final class ObjString {
  private ObjString() {}

  static String of(Obj obj) {
    return of(obj, Qualifier.byPath());
  }

  static String of(Obj obj, @Nullable Qualifier qf) {
    throw new UnsupportedOperationException();
  }
}

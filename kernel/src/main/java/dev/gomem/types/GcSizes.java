package dev.gomem.types;

import java.util.List;

/** Sizes as gc lays types out on linux/amd64; negative if too large. Source: go/types' gcsizes.go. */
public final class GcSizes {
  private GcSizes() {}

  public static long sizeof(Type t) {
    throw new UnsupportedOperationException();
  }

  public static long alignof(Type t) {
    throw new UnsupportedOperationException();
  }

  public static long[] offsetsof(List<Obj.Var> fields) {
    throw new UnsupportedOperationException();
  }

  /** Offset of the field with that index path, all of whose embedded fields are structs. */
  public static long offsetof(Type t, List<Integer> index) {
    throw new UnsupportedOperationException();
  }
}

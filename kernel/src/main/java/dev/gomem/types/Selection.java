package dev.gomem.types;

import java.util.List;

/**
 * What {@code x.f} means.
 *
 * @param recv type of {@code x}
 * @param index path of field indices; the last is the field or the method's index
 * @param indirect a pointer is followed on the way (as types2 counts it)
 */
public record Selection(Kind kind, Type recv, Obj obj, List<Integer> index, boolean indirect) {
  /** Kinds of selections. */
  public enum Kind {
    /** {@code x.f}, a struct field. */
    FIELD_VAL,
    /** {@code x.f}, a method of a value. */
    METHOD_VAL,
    /** {@code T.f}, a method as a function. */
    METHOD_EXPR
  }
}

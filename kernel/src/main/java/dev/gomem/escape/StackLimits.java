package dev.gomem.escape;

import dev.gomem.constant.Constants;
import dev.gomem.types.Type;

/**
 * What is too large for the stack whatever flows. Source: HeapAllocReason in
 * cmd/compile/internal/escape/utils.go.
 */
final class StackLimits {
  /** Largest declared variable on the stack, and largest thing there that an expression makes. */
  static final long MAX_VARIABLE = 128 << 10;

  static final long MAX_IMPLICIT = 64 << 10;

  private static final String TOO_LARGE = "too large for stack";

  private StackLimits() {}

  /** Why an expression or variable must be on the heap, or "". */
  static String heapReason(Tree n) {
    if (n instanceof Tree.Name name
        && (name.storage == Tree.Storage.PARAM || name.storage == Tree.Storage.RESULT)) {
      return "";
    }
    if (TypeFacts.size(n.type) > MAX_VARIABLE) {
      return TOO_LARGE;
    }
    Type made = n.op == Op.NEW || n.op == Op.PTRLIT ? TypeFacts.pointee(n.type) : null;
    if (made != null && TypeFacts.size(made) > MAX_IMPLICIT) {
      return TOO_LARGE;
    }
    if (n instanceof Tree.Selector s
        && s.op == Op.METHVALUE
        && TypeFacts.size(s.x.type) + 8 > MAX_IMPLICIT) {
      return TOO_LARGE;
    }
    return n instanceof Tree.Make m && m.op == Op.MAKESLICE ? ofSlice(m) : "";
  }

  private static String ofSlice(Tree.Make m) {
    Tree size = m.cap != null ? m.cap : m.len;
    long elem = TypeFacts.size(TypeFacts.elem(m.type));
    if (elem == 0) {
      return "zero-sized element";
    }
    // Of variable size: a small array on the stack will do if the length turns out to fit.
    if (size instanceof Tree.Literal lit) {
      Long v = Constants.int64Value(lit.value);
      if (v != null && v == (int) (long) v && v > MAX_IMPLICIT / elem) {
        return TOO_LARGE;
      }
    }
    return "";
  }
}

package dev.gomem.types;

/**
 * Where a predicate leaves the reason for its answer, for a caller that wants to print it (types2's
 * {@code *string}).
 */
final class Cause {
  String text = "";

  boolean isEmpty() {
    return text.isEmpty();
  }
}

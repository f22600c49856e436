package dev.gomem.types;

/** Checks that types do not contain themselves. Source: go/types' validtype.go and cycles.go. */
final class ValidType {
  private final Checker check;

  ValidType(Checker check) {
    this.check = check;
  }

  /** False, with an error reported, if {@code t} contains itself. */
  boolean finiteSize(Type t) {
    throw new UnsupportedOperationException();
  }
}

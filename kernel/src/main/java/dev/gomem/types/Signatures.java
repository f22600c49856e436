package dev.gomem.types;

/** Checks function types and receivers. Source: go/types' signature.go. */
final class Signatures {
  private final Checker check;

  Signatures(Checker check) {
    this.check = check;
  }
}

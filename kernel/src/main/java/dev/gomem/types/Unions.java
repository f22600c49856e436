package dev.gomem.types;

/** Checks unions in constraints. Source: go/types' union.go. */
final class Unions {
  private final Checker check;

  Unions(Checker check) {
    this.check = check;
  }
}

package dev.gomem.types;

/** Checks struct types. Source: go/types' struct.go. */
final class Structs {
  private final Checker check;

  Structs(Checker check) {
    this.check = check;
  }
}

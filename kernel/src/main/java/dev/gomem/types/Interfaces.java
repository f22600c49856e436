package dev.gomem.types;

/** Checks interface types. Source: go/types' interface.go. */
final class Interfaces {
  private final Checker check;

  Interfaces(Checker check) {
    this.check = check;
  }
}

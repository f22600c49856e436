package dev.gomem.types;

/** To be written. */
final class Builtins {
  private final Checker check;

  Builtins(Checker check) {
    this.check = check;
  }
}

package dev.gomem.types;

/** To be written. */
final class Literals {
  private final Checker check;

  Literals(Checker check) {
    this.check = check;
  }
}

package dev.gomem.types;

/** To be written. */
final class Exprs {
  private final Checker check;

  Exprs(Checker check) {
    this.check = check;
  }
}

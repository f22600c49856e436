package dev.gomem.types;

/** To be written. */
final class Stmts {
  private final Checker check;

  Stmts(Checker check) {
    this.check = check;
  }
}

package dev.gomem.types;

/** To be written. */
final class Consts {
  private final Checker check;

  Consts(Checker check) {
    this.check = check;
  }
}

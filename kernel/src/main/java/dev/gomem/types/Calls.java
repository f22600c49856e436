package dev.gomem.types;

/** To be written. */
final class Calls {
  private final Checker check;

  Calls(Checker check) {
    this.check = check;
  }
}

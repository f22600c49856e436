package dev.gomem.types;

/** To be written. */
final class Conversions {
  private final Checker check;

  Conversions(Checker check) {
    this.check = check;
  }
}

package dev.gomem.types;

/** To be written. */
final class Ranges {
  private final Checker check;

  Ranges(Checker check) {
    this.check = check;
  }
}

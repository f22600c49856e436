package dev.gomem.types;

/** To be written. */
final class Indexes {
  private final Checker check;

  Indexes(Checker check) {
    this.check = check;
  }
}

package dev.gomem.types;

/** To be written. */
final class Returns {
  private final Checker check;

  Returns(Checker check) {
    this.check = check;
  }
}

package dev.gomem.types;

/** To be written. */
final class Labels {
  private final Checker check;

  Labels(Checker check) {
    this.check = check;
  }
}

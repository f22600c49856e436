package dev.gomem.types;

/** To be written. */
final class Assignments {
  private final Checker check;

  Assignments(Checker check) {
    this.check = check;
  }
}

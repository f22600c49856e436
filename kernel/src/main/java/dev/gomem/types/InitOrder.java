package dev.gomem.types;

/** Checks the order of initialisation of package variables. Source: go/types' initorder.go. */
final class InitOrder {
  private final Checker check;

  InitOrder(Checker check) {
    this.check = check;
  }
}

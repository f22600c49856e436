package dev.gomem.machine.memory;

/** The memory limit does not allow another page. */
public final class Exhausted extends RuntimeException {
  private static final long serialVersionUID = 1;

  Exhausted() {
    super("out of memory", null, false, false);
  }
}

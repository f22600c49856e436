package dev.gomem.machine;

/**
 * A fault of gomem's own: code that breaks the contract, or a bug of the machine. Never the
 * learner's.
 */
public final class MachineFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  MachineFault(String message) {
    super("machine fault: " + message);
  }

  MachineFault(String message, Throwable cause) {
    super("machine fault: " + message, cause);
  }
}

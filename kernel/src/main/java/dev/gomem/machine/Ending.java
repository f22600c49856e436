package dev.gomem.machine;

/**
 * Thrown by an instruction to leave the normal course; the interpreter's loop catches it. Without a
 * host trace.
 */
abstract sealed class Ending extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Ending(String message) {
    super(message, null, false, false);
  }

  /** A panic begins: the two words of its {@code any}. */
  static final class Panic extends Ending {
    private static final long serialVersionUID = 1;
    final long type;
    final long data;

    Panic(long type, long data) {
      super("panic");
      this.type = type;
      this.data = data;
    }
  }

  /** An unrecoverable error; {@code before} is printed ahead of {@code fatal error: }. */
  static final class Fatal extends Ending {
    private static final long serialVersionUID = 1;
    final String before;
    final String reason;

    Fatal(String before, String reason) {
      super(reason);
      this.before = before;
      this.reason = reason;
    }
  }

  /** The run has written more than it may. */
  static final class Output extends Ending {
    private static final long serialVersionUID = 1;

    Output() {
      super("output");
    }
  }

  /** os.Exit. */
  static final class Exit extends Ending {
    private static final long serialVersionUID = 1;
    final int code;

    Exit(int code) {
      super("exit");
      this.code = code;
    }
  }
}

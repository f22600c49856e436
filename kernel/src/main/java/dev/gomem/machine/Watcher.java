package dev.gomem.machine;

/**
 * Is shown the moments of a run that a picture may want without stepping. Called on the machine's
 * thread between two instructions.
 */
public interface Watcher {
  /** Which moment. */
  enum Moment {
    /**
     * More of the learner's frames stand on one stack than ever before in this run; the last is
     * about to return.
     */
    DEEPEST,
    /** An uncaught panic or fatal error, before any frame is given up. */
    PANIC,
    /** The run's first function is about to return. */
    END
  }

  void moment(Moment moment, Image image);
}

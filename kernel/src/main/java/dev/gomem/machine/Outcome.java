package dev.gomem.machine;

import dev.gomem.source.Pos;

/** How a run ended. */
public sealed interface Outcome {
  /** It returned. */
  record Done() implements Outcome {}

  /**
   * An uncaught panic.
   *
   * @param text all that Go prints: {@code panic: …}, the signal line of memory faults, {@code
   *     goroutine 1 [running]:} and the frames; ends with a line break
   * @param value what stands behind {@code panic: } for the last panic
   * @param pos statement or call that panicked, in the learner's code if any frame is
   */
  record Panicked(String text, String value, Pos pos) implements Outcome {}

  /**
   * An unrecoverable error: deadlock, stack overflow, out of memory, concurrent map use.
   *
   * @param text all that Go prints, from {@code fatal error: } (or the line before it) on
   * @param reason behind {@code fatal error: }
   */
  record Fatal(String text, String reason, Pos pos) implements Outcome {}

  /** os.Exit. */
  record Exited(int code) implements Outcome {}

  /** {@link Machine#interrupt}. */
  record Interrupted(Pos pos) implements Outcome {}

  /**
   * A bound of {@link Limits} was reached.
   *
   * @param which "events" or "output"
   */
  record Limited(String which, Pos pos) implements Outcome {}
}

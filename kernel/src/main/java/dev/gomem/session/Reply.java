package dev.gomem.session;

import dev.gomem.snapshot.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a cell ended.
 *
 * @param picture its picture, if there is one to show
 */
public sealed interface Reply {
  @Nullable Picture picture();

  /**
   * It ran to its end.
   *
   * @param result the value of its last expression, as fmt prints it, or null
   * @param notes what else the learner should read: answers of magics, hints
   */
  record Done(@Nullable String result, List<String> notes, @Nullable Picture picture)
      implements Reply {}

  /**
   * It could not start, or did not get to its end.
   *
   * @param kind what went wrong; a compile error, a panic and a bug of ours never look alike
   * @param message one line
   * @param lines what a front end shows
   */
  record Failed(Kind kind, String message, List<String> lines, @Nullable Picture picture)
      implements Reply {}

  /** Kinds of failure. */
  enum Kind {
    COMPILE_ERROR,
    PANIC,
    FATAL_ERROR,
    EXIT,
    INTERRUPTED,
    LIMIT,
    MAGIC,
    INTERNAL
  }
}

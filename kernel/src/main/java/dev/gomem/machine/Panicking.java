package dev.gomem.machine;

import org.jspecify.annotations.Nullable;

/**
 * A panic in progress, or a Goexit (gc: _panic). Its runtime.gopanic frame stands on the
 * goroutine's stack; places on the stack are kept as distances from its high end, which stay when
 * it moves.
 */
final class Panicking {
  final @Nullable Panicking link;
  final long type;
  final long data;
  final boolean goexit;

  /**
   * How the run ends when a Goexit that stands for an interrupt or a limit is through; null
   * otherwise.
   */
  final @Nullable Outcome ending;

  /** Of its gopanic frame. */
  final int depth;

  /** Of the frame whose deferred call runs. */
  int frame;

  boolean recovered;
  boolean repanicked;

  /** Being turned into text: a further panic is fatal. */
  boolean printing;

  /** What Error or String gave. */
  @Nullable String text;

  Panicking(
      @Nullable Panicking link,
      long type,
      long data,
      boolean goexit,
      @Nullable Outcome ending,
      int depth) {
    this.link = link;
    this.type = type;
    this.data = data;
    this.goexit = goexit;
    this.ending = ending;
    this.depth = depth;
  }

  Panicking(Panicking p, @Nullable Panicking link) {
    this(link, p.type, p.data, p.goexit, p.ending, p.depth);
    frame = p.frame;
    recovered = p.recovered;
    repanicked = p.repanicked;
    printing = p.printing;
    text = p.text;
  }

  static @Nullable Panicking copy(@Nullable Panicking p) {
    return p == null ? null : new Panicking(p, copy(p.link));
  }
}

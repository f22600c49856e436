package dev.gomem.codegen;

/** Where a value stands, as far as code has been made to reach it. */
sealed interface Place {
  /**
   * In the frame.
   *
   * @param word a scalar alone in its slot, kept as a canonical word; else its bytes stand there as
   *     in memory
   */
  record InFrame(int offset, boolean word) implements Place {}

  /** At the address in a frame word, plus an offset. */
  record InMemory(int base, long offset, boolean nonNil) implements Place {}

  /**
   * At an offset in an element of a slice or string whose header stands in the frame; not yet
   * checked.
   *
   * @param unsigned the index is of an unsigned type of 8 bytes
   */
  record Element(
      int header, int index, boolean unsigned, int elemSize, long offset, boolean ofString)
      implements Place {}

  /** {@code bytes} further on. */
  default Place plus(long bytes) {
    return switch (this) {
      case InFrame f -> new InFrame(f.offset + (int) bytes, false);
      case InMemory m -> new InMemory(m.base, m.offset + bytes, m.nonNil);
      case Element e ->
          new Element(e.header, e.index, e.unsigned, e.elemSize, e.offset + bytes, e.ofString);
    };
  }
}

package dev.gomem.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One text that the compiler reads: a cell, a file, or a file of the library. Offsets, lines and
 * columns count UTF-8 bytes as gc counts them (lines and columns from 1). Two sources are the same
 * only if they are the same object. All but the line directives, which the parser adds, is fixed.
 */
public final class Source {
  private final String name;
  private final Supplier<byte[]> load;
  private byte @Nullable [] bytes;
  private int @Nullable [] lineStarts;

  /** In order of their offsets; what the parser found. */
  private List<PosBase> bases = List.of();

  /**
   * @param name what messages print before the line: {@code main.go}, {@code In [3]}
   * @param text the whole text
   */
  public Source(String name, String text) {
    this(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param name what messages print before the line
   * @param bytes the text as it stands in the file, possibly not valid UTF-8; not copied, must not
   *     change
   */
  public Source(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
    load = () -> bytes;
  }

  /**
   * A text that is read when somebody looks into it.
   *
   * @param name what messages print before the line
   * @param load reads it, always the same
   */
  public Source(String name, Supplier<byte[]> load) {
    this.name = name;
    this.load = load;
  }

  private byte[] whole() {
    byte[] b = bytes;
    if (b == null) {
      b = load.get();
      bytes = b;
    }
    return b;
  }

  /** Where lines begin, found when the first line is asked for. */
  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = findLines(whole());
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] findLines(byte[] bytes) {
    int lines = 1;
    for (byte b : bytes) {
      if (b == '\n') {
        lines++;
      }
    }
    int[] starts = new int[lines];
    int line = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        starts[line++] = i + 1;
      }
    }
    return starts;
  }

  public String name() {
    return name;
  }

  /** Length in bytes. */
  public int length() {
    return whole().length;
  }

  /** The byte at {@code offset} as 0..255, or -1 at and beyond the end. */
  public int at(int offset) {
    byte[] b = bytes;
    if (b == null) {
      b = whole();
    }
    return offset < b.length ? b[offset] & 0xff : -1;
  }

  /** The text between two byte offsets. */
  public String text(int start, int end) {
    return new String(whole(), start, end - start, StandardCharsets.UTF_8);
  }

  /** A copy of the bytes between two offsets. */
  public byte[] bytes(int start, int end) {
    return Arrays.copyOfRange(whole(), start, end);
  }

  /** The whole text. */
  public String text() {
    return text(0, length());
  }

  /** Number of lines, at least 1. */
  public int lines() {
    return lineStarts().length;
  }

  /** Line of a byte offset, from 1. */
  public int line(int offset) {
    int i = Arrays.binarySearch(lineStarts(), offset);
    return i >= 0 ? i + 1 : -i - 1;
  }

  /** Column of a byte offset, from 1, in bytes. */
  public int column(int offset) {
    return offset - lineStarts()[line(offset) - 1] + 1;
  }

  /** Byte offset of the start of a line (from 1). */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /**
   * Notes a line directive. The parser finds them in order; who parses a text again finds what is
   * there already.
   */
  public void add(PosBase base) {
    if (bases.isEmpty()) {
      bases = new ArrayList<>();
    } else if (bases.getLast().start() >= base.start()) {
      return;
    }
    bases.add(base);
  }

  /** The line directive that holds at an offset; null if there is none before it. */
  public @Nullable PosBase base(int offset) {
    int low = 0;
    int high = bases.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (bases.get(mid).start() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low == 0 ? null : bases.get(low - 1);
  }

  /** Text of a line (from 1) without its line break. */
  public String lineText(int line) {
    int[] starts = lineStarts();
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] - 1 : length();
    if (end > start && at(end - 1) == '\r') {
      end--;
    }
    return text(start, end);
  }

  @Override
  public String toString() {
    return name;
  }
}

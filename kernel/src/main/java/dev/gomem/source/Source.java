package dev.gomem.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One text that the compiler reads: a cell, a file, or a file of the library. Offsets, lines and
 * columns count UTF-8 bytes as gc counts them (lines and columns from 1). Two sources are the same
 * only if they are the same object.
 */
public final class Source {
  private final String name;
  private final byte[] bytes;
  private final int[] lineStarts;

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
    int lines = 1;
    for (byte b : bytes) {
      if (b == '\n') {
        lines++;
      }
    }
    lineStarts = new int[lines];
    int line = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lineStarts[line++] = i + 1;
      }
    }
  }

  public String name() {
    return name;
  }

  /** Length in bytes. */
  public int length() {
    return bytes.length;
  }

  /** The byte at {@code offset} as 0..255, or -1 at and beyond the end. */
  public int at(int offset) {
    return offset < bytes.length ? bytes[offset] & 0xff : -1;
  }

  /** The text between two byte offsets. */
  public String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** A copy of the bytes between two offsets. */
  public byte[] bytes(int start, int end) {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /** The whole text. */
  public String text() {
    return text(0, bytes.length);
  }

  /** Number of lines, at least 1. */
  public int lines() {
    return lineStarts.length;
  }

  /** Line of a byte offset, from 1. */
  public int line(int offset) {
    int i = Arrays.binarySearch(lineStarts, offset);
    return i >= 0 ? i + 1 : -i - 1;
  }

  /** Column of a byte offset, from 1, in bytes. */
  public int column(int offset) {
    return offset - lineStarts[line(offset) - 1] + 1;
  }

  /** Byte offset of the start of a line (from 1). */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** Text of a line (from 1) without its line break. */
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] - 1 : bytes.length;
    if (end > start && bytes[end - 1] == '\r') {
      end--;
    }
    return text(start, end);
  }

  @Override
  public String toString() {
    return name;
  }
}

package dev.gomem.source;

/**
 * What a line directive ({@code //line file:line:col}, {@code /*line file:line:col*}{@code /}) says
 * of the text behind it: that it came from elsewhere. It holds up to the next directive. Source:
 * the Go command's "Line directives" and cmd/compile/internal/syntax/pos.go.
 *
 * @param start byte offset behind the directive
 * @param fromLine line of the source at which the new count begins
 * @param fromColumn its column
 * @param name of the file; may be empty
 * @param line what {@code fromLine} is to be called
 * @param column what {@code fromColumn} is to be called; 0 if no columns are known from here on
 */
public record PosBase(int start, int fromLine, int fromColumn, String name, int line, int column) {
  /** gc's limit for lines and columns that directives name. */
  public static final int MAX = 1 << 30;
}

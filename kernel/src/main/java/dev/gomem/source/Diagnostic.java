package dev.gomem.source;

/**
 * One mistake of the user's, in gc's words. Diagnostics are values: stages collect and return them
 * and never throw them; a fault of ours is an exception, never a diagnostic.
 *
 * @param pos where gc reports it
 * @param length bytes to underline from {@code pos}, at least 1
 * @param code stable name, as in {@code internal/types/errors} ({@code UndeclaredName}), {@code
 *     Syntax} for the parser's, {@code NotSupportedYet} for what gomem does not do yet
 * @param message gc's text without position; further lines (tab-indented) after line breaks as gc
 *     prints them
 * @param soft a soft error does not stop later stages of gc from reporting more (unused variables
 *     and imports)
 */
public record Diagnostic(
    Pos pos, int length, String code, String message, Stage stage, boolean soft) {
  /** A hard error of length 1. */
  public static Diagnostic of(Pos pos, String code, String message, Stage stage) {
    return new Diagnostic(pos, 1, code, message, stage, false);
  }

  /** gc keeps eight bits of a column; what stands further right is reported by its line only. */
  private static final int MAX_COLUMN = 254;

  /** {@code file:line:col: message}, as gc prints it; without a place the message alone. */
  @Override
  public String toString() {
    if (!pos.isKnown()) {
      return message;
    }
    return (pos.column() <= MAX_COLUMN ? pos : pos.source().name() + ":" + pos.line())
        + ": "
        + message;
  }
}

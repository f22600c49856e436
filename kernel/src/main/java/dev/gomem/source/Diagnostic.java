package dev.gomem.source;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** What a line directive covers, or what is before the first one: null. */
  private record Stretch(Source source, @Nullable PosBase base) {}

  /**
   * Sorts as gc does: by file, what line directives cover in the order in which something was first
   * reported there, and by place.
   *
   * @param list in the order in which they were reported
   */
  public static void sort(List<Diagnostic> list, List<Source> files) {
    Map<Stretch, Integer> seen = new HashMap<>();
    for (Diagnostic d : list) {
      seen.putIfAbsent(d.stretch(), seen.size());
    }
    list.sort(
        Comparator.<Diagnostic>comparingInt(d -> files.indexOf(d.pos.source()))
            .thenComparingInt(d -> seen.getOrDefault(d.stretch(), 0))
            .thenComparingInt(d -> d.pos.offset()));
  }

  private Stretch stretch() {
    return new Stretch(pos.source(), pos.base());
  }

  /** {@code file:line:col: message}, as gc prints it; without a place the message alone. */
  @Override
  public String toString() {
    return pos.isKnown() ? pos.printed() + ": " + message : message;
  }
}

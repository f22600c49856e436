package dev.gomem.syntax;

import dev.gomem.source.Diagnostic;
import java.util.List;

/**
 * A tree and what is wrong with the text it came from. The tree is always there, as complete as
 * recovery could make it; it may be handed on only if {@link #canCheck}.
 *
 * @param diagnostics in source order, at most one syntax error a line, as gc prints them
 * @param canCheck whether gc would go on to check types: no diagnostic is hard (label errors and a
 *     few others are soft)
 * @param completeness what a front end that reads line by line wants to know
 * @param indent if incomplete, the white space to begin the next line with: a tab for each line
 *     with open brackets
 */
public record ParseResult<T extends Node>(
    T tree,
    List<Diagnostic> diagnostics,
    boolean canCheck,
    Completeness completeness,
    String indent) {
  /** Whether the text is a whole, could become one if more lines followed, or can't. */
  public enum Completeness {
    COMPLETE,
    INCOMPLETE,
    INVALID
  }

  /** The same result with another tree. */
  <U extends Node> ParseResult<U> with(U other) {
    return new ParseResult<>(other, diagnostics, canCheck, completeness, indent);
  }
}

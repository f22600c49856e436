package dev.gomem.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a file that need not be read by whoever only wants to know what it declares: a parser
 * that is given an outline jumps over them. All places stay those of the whole text.
 *
 * @param gaps sorted by {@code start}, none within another
 */
public record Outline(List<Gap> gaps) {
  /** Nothing is passed over. */
  public static final Outline WHOLE = new Outline(List.of());

  /** What a gap stands for. */
  public enum Kind {
    /** A function's body, from its brace on: the function has none then. */
    BODY,
    /** {@code = values} of package variables: they have no values then. */
    VALUES,
    /** A whole declaration, from its keyword on. */
    DECLARATION
  }

  /**
   * @param start where the first token that is passed over begins
   * @param end where the next token, or what makes a semicolon, begins
   * @param type of variables that say no type themselves, else ""
   */
  public record Gap(Kind kind, int start, int end, String type) {}

  /**
   * Where the parts of a declaration stand that an outline may leave out.
   *
   * @param from where the declaration, or the group that it is in, begins
   * @param to behind it
   * @param start where the body or the equals sign begins
   * @param end behind body or values; {@code start} if there are none
   */
  public record Span(int from, int to, int start, int end) {}

  public Outline {
    List<Gap> sorted = new ArrayList<>(gaps);
    sorted.sort(Comparator.comparingInt(Gap::start));
    gaps = List.copyOf(sorted);
  }

  /** The gap that begins at an offset, if there is one. */
  @Nullable Gap at(Kind kind, int offset) {
    int low = 0;
    int high = gaps.size() - 1;
    while (low <= high) {
      int mid = (low + high) >>> 1;
      Gap g = gaps.get(mid);
      if (g.start == offset) {
        return g.kind == kind ? g : null;
      }
      if (g.start < offset) {
        low = mid + 1;
      } else {
        high = mid - 1;
      }
    }
    return null;
  }
}

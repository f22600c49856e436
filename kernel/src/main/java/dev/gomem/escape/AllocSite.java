package dev.gomem.escape;

import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable or expression that needs memory, with both placements' verdicts and reasons.
 *
 * @param pos where gc reports it
 * @param subject as gc prints it: {@code n}, {@code &T{...}}, {@code make([]int, n)}, {@code ...
 *     argument}
 * @param function the function it stands in, as gc names it: {@code add}, {@code (*T).M}, {@code
 *     main.func1}
 * @param implicit not written by the learner (boxes, variadic slices, closures, method values,
 *     defer records, variables that loops over functions need)
 */
public record AllocSite(
    Pos pos,
    Kind kind,
    String subject,
    String function,
    boolean implicit,
    Verdict gc,
    Verdict simple) {

  /** Flows of a chain that are kept: nobody reads more, and together they would be many. */
  public static final int LONGEST_CHAIN = 100;

  /** What needs memory; one tree node can have sites of several kinds. */
  public enum Kind {
    VARIABLE("variable"),
    NEW("new"),
    MAKE_SLICE("make slice"),
    MAKE_MAP("make map"),
    MAKE_CHAN("make chan"),
    /** {@code &T{…}}; the node is the composite literal. */
    COMPOSITE("composite"),
    SLICE_LITERAL("slice literal"),
    MAP_LITERAL("map literal"),
    /** The new array of an append; the node is the call. */
    APPEND("append"),
    /** The array of the frame that stands for it until the slice is given away. */
    APPEND_BUFFER("append buffer"),
    CLOSURE("closure"),
    METHOD_VALUE("method value"),
    /** Conversion of a value to an interface; the node is the operand. */
    BOX("box"),
    /** The slice of {@code f(a, b)} for {@code f(...T)}; the node is the call. */
    VARIADIC("variadic"),
    /** String concatenation; the node is the outermost {@code +}. */
    CONCAT("concat"),
    /** string/[]byte/[]rune conversions; the node is the call. */
    CONVERSION("conversion"),
    DEFER("defer"),
    GO("go");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** As {@code code.Site.kind}. */
    public String text() {
      return text;
    }
  }

  /**
   * @param why as half a sentence; keys that begin with {@code none.} say that no memory is needed
   * @param chain from the site to what outlives it; empty if it stays; of one longer than {@link
   *     #LONGEST_CHAIN} the steps before the last are left out
   */
  public record Verdict(boolean heap, Phrase why, List<Flow> chain) {
    /** Stays on the stack. */
    public static final Verdict STACK = new Verdict(false, Phrase.of("stays.kept"), List.of());
  }

  /** As {@code code.Site.Flow}. */
  public record Flow(String from, String to, String why, @Nullable Pos pos) {}

  public Verdict verdict(Placement p) {
    return p == Placement.GC ? gc : simple;
  }
}

package dev.gomem.code;

import dev.gomem.source.GcText;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the program that needs memory: a variable, or an expression that makes something. Both
 * placements' verdicts and reasons travel here as data, so that the tables can explain without
 * asking the compiler.
 *
 * @param kind {@code variable}, {@code new}, {@code make slice}, {@code make map}, {@code make
 *     chan}, {@code composite}, {@code slice literal}, {@code map literal}, {@code append}, {@code
 *     closure}, {@code method value}, {@code box}, {@code variadic}, {@code concat}, {@code
 *     conversion}, {@code defer}, {@code go}
 * @param subject as gc prints it: {@code n}, {@code &T{...}}, {@code make([]int, n)}
 * @param implicit not written by the learner (boxes, variadic slices, closures, defer records):
 *     folded in the tables
 */
public record Site(
    Pos pos,
    String kind,
    String subject,
    String function,
    boolean implicit,
    Verdict gc,
    Verdict simple) {

  /**
   * The decision as a sentence: what, where, which line, why.
   *
   * @param gc by the compiler's rule, else by the simple one
   * @param plates names of the objects it made, as they stand behind "on the heap"
   */
  public Phrase sentence(boolean gc, String plates) {
    Verdict v = gc ? this.gc : simple;
    boolean variable = kind.equals("variable");
    String key;
    if (v.why().key().startsWith("none.")) {
      key = "note.none";
    } else if (!v.heap()) {
      key = variable ? "note.stays" : "note.stays.site";
      key = simple.heap() ? key + ".differs" : key;
    } else if (this.gc.heap()) {
      key = variable ? "note.heap" : silent(v) ? "note.heap.silent" : "note.heap.site";
    } else if (v.why().key().equals("why.rule")) {
      key = "note.heap.rule";
    } else {
      key = variable ? "note.heap.implied" : "note.heap.implied.site";
    }
    Phrase raw = Phrase.text(subject);
    Phrase shown =
        subject.matches("\\.autotmp_\\d+")
            ? Phrase.of("subject.temporary")
            : Phrase.text(GcText.spoken(subject));
    Phrase what =
        switch (kind) {
          case "box",
              "append",
              "variadic",
              "defer",
              "go",
              "closure",
              "method value",
              "concat",
              "conversion" ->
              Phrase.of("subject." + kind.replace(' ', '-'), shown);
          default -> shown;
        };
    boolean named = !plates.isEmpty();
    Phrase where = Phrase.text(variable && named ? plates + "," : plates);
    return Phrase.of(key, what, where, inFunction(), v.why(), raw);
  }

  /** The function, or what runs the call that the compiler has wrapped in one. */
  private Phrase inFunction() {
    return function.contains(".deferwrap")
        ? Phrase.of("function.deferred")
        : function.contains(".gowrap")
            ? Phrase.of("function.go")
            : Phrase.text(GcText.spoken(function));
  }

  /** Where gc's -m says nothing, though the runtime allocates. */
  private boolean silent(Verdict v) {
    return switch (kind) {
      case "make chan", "go", "defer" -> true;
      default -> v.why().key().equals("why.concat");
    };
  }

  /**
   * Where a site's memory is under one placement, and why.
   *
   * @param why the reason as half a sentence, also for what stays
   * @param chain from the site to what outlives it; empty if it stays
   */
  public record Verdict(boolean heap, Phrase why, List<Flow> chain) {}

  /**
   * One step of a reason: {@code from} flows to {@code to} because of {@code why} (gc's word:
   * {@code return}, {@code assign}, {@code captured by a closure}, {@code too large for stack}) at
   * {@code pos}. The last step reaches what outlives the site: {@code {heap}}, a result, a variable
   * of an outer loop or function.
   */
  public record Flow(String from, String to, String why, @Nullable Pos pos) {}
}

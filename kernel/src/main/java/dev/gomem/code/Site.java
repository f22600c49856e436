package dev.gomem.code;

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

  /** Where a site's memory is under one placement, and why. */
  public record Verdict(boolean heap, List<Flow> chain) {}

  /**
   * One step of a reason: {@code from} flows to {@code to} because of {@code why} (gc's word:
   * {@code return}, {@code assign}, {@code captured by a closure}, {@code too large for stack}) at
   * {@code pos}. The last step reaches what outlives the site: {@code {heap}}, a result, a variable
   * of an outer loop or function.
   */
  public record Flow(String from, String to, String why, @Nullable Pos pos) {}
}

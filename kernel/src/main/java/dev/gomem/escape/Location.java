package dev.gomem.escape;

import dev.gomem.source.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that can hold a value: a variable, what an allocating expression makes, the heap, or a
 * helper without name. Edges come in: {@code this = *…*src}. Source:
 * cmd/compile/internal/escape/graph.go.
 */
final class Location {
  /** Its address outlives it: it must be on the heap. */
  static final int ESCAPES = 1;

  /** Its address outlives the statement. */
  static final int PERSISTS = 2;

  /** What its pointers reach may be written. */
  static final int MUTATES = 4;

  /** Functions it reaches may be called without their results being followed. */
  static final int CALLS = 8;

  /**
   * An assignment.
   *
   * @param derefs dereferences less addresses taken, at least -1
   */
  record Edge(Location src, int derefs, @Nullable Note notes) {}

  /**
   * Why a value flows; the innermost expression first.
   *
   * @param argument which one of a call, the receiver first; else -1
   */
  record Note(@Nullable Note next, Tree where, String why, int argument) {}

  /** Where its address goes first; of calls the first, if there is one. */
  record Use(Location dst, @Nullable Note notes) {}

  final @Nullable Tree node;
  final @Nullable Func func;
  final List<Edge> edges = new ArrayList<>(2);
  int loopDepth;

  /** From 1 for results of a function, else 0. */
  int resultIndex;

  int attrs;
  Tag leaks = Tag.NONE;
  boolean captured;
  boolean reassigned;
  boolean addrtaken;
  boolean param;
  boolean result;

  /** Why it escapes, once it does. */
  List<AllocSite.Flow> chain = List.of();

  /** The same as half a sentence. */
  Phrase why = Phrase.NONE;

  /** Of a parameter: how it flows to the heap, if it does. */
  Phrase leak = Phrase.NONE;

  @Nullable Use use;

  // Of the walk from one root (Solver).
  int derefs;
  int walk;
  int queuedInWalk;
  boolean queued;
  @Nullable Location dst;
  @Nullable Edge dstEdge;
  @Nullable Location entry;

  /** Its place among the graph's (Prospects). */
  int index;

  Location(@Nullable Tree node, @Nullable Func func, int loopDepth) {
    this.node = node;
    this.func = func;
    this.loopDepth = loopDepth;
  }

  boolean has(int attr) {
    return (attrs & attr) != 0;
  }

  boolean escapes() {
    return has(ESCAPES);
  }

  /** A copy without edges. */
  Location copy() {
    Location l = new Location(node, func, loopDepth);
    l.resultIndex = resultIndex;
    l.attrs = attrs;
    l.leaks = leaks;
    l.captured = captured;
    l.reassigned = reassigned;
    l.addrtaken = addrtaken;
    l.param = param;
    l.result = result;
    l.chain = chain;
    l.why = why;
    l.leak = leak;
    return l;
  }
}

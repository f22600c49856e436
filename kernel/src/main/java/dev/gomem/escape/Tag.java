package dev.gomem.escape;

import java.util.Arrays;
import java.util.List;

/**
 * Where a parameter's value may flow: to the heap, to a place that is written through, to a
 * function that is called, to the first five results; each with the least number of dereferences,
 * or not at all. Immutable; eight small numbers, as gc writes them into export data
 * (cmd/compile/internal/escape/leaks.go).
 */
public final class Tag {
  /** Results that a tag can name; flows to later ones count as flows to the heap. */
  static final int RESULTS = 5;

  static final int HEAP = 0;
  static final int MUTATOR = 1;
  static final int CALLEE = 2;
  static final int RESULT = 3;
  private static final int SIZE = RESULT + RESULTS;
  private static final int MAX = 255;

  /** Flows nowhere. */
  public static final Tag NONE = new Tag(new int[SIZE]);

  /** What is assumed where nothing is known: the value itself is stored on the heap. */
  public static final Tag LEAKS = NONE.with(HEAP, 0);

  /**
   * Of a function without body marked {@code //go:noescape}: written through and called, but not
   * kept.
   */
  public static final Tag NOESCAPE = NONE.with(MUTATOR, 0).with(CALLEE, 0);

  /** Dereferences plus one; 0 is no flow. */
  private final int[] flows;

  private Tag(int[] flows) {
    this.flows = flows;
  }

  /** Dereferences of the shortest flow to the heap, or -1. */
  public int heap() {
    return flows[HEAP] - 1;
  }

  /** Dereferences of the shortest flow to a pointer that is written through, or -1. */
  public int mutator() {
    return flows[MUTATOR] - 1;
  }

  /** Dereferences of the shortest flow to a function that is called, or -1. */
  public int callee() {
    return flows[CALLEE] - 1;
  }

  /** Dereferences of the shortest flow to result {@code i}, or -1. */
  public int result(int i) {
    return i < RESULTS ? flows[RESULT + i] - 1 : -1;
  }

  /** Whether the value flows anywhere at all. */
  boolean any() {
    return !equals(NONE);
  }

  /** This tag with a flow more; the shorter of two counts. */
  Tag with(int kind, int derefs) {
    int v = Math.min(derefs + 1, MAX);
    if (flows[kind] != 0 && flows[kind] <= v) {
      return this;
    }
    int[] f = flows.clone();
    f[kind] = v;
    return new Tag(f);
  }

  /** Without flows that are no shorter than the one to the heap. */
  Tag optimized() {
    if (heap() < 0) {
      return this;
    }
    int[] f = flows.clone();
    for (int i = 1; i < SIZE; i++) {
      if (f[i] >= f[HEAP]) {
        f[i] = 0;
      }
    }
    return new Tag(f);
  }

  /** Whether every flow of {@code other} is one of this tag's too, at least as short. */
  public boolean covers(Tag other) {
    for (int i = 0; i < SIZE; i++) {
      boolean byHeap = flows[HEAP] != 0 && flows[HEAP] <= other.flows[i];
      if (other.flows[i] != 0 && !byHeap && (flows[i] == 0 || flows[i] > other.flows[i])) {
        return false;
      }
    }
    return true;
  }

  /** Numbers joined by commas, for a library's resource. */
  public String encode() {
    StringBuilder b = new StringBuilder();
    int n = SIZE;
    while (n > 0 && flows[n - 1] == 0) {
      n--;
    }
    for (int i = 0; i < n; i++) {
      b.append(i == 0 ? "" : ",").append(flows[i]);
    }
    return b.toString();
  }

  /** The reverse of {@link #encode}. */
  public static Tag decode(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    int[] f = new int[SIZE];
    List<String> parts = Arrays.asList(text.split(",", -1));
    for (int i = 0; i < parts.size(); i++) {
      f[i] = Integer.parseInt(parts.get(i));
    }
    return new Tag(f);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Tag t && Arrays.equals(flows, t.flows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(flows);
  }

  @Override
  public String toString() {
    return "esc:" + encode();
  }
}

package dev.gomem.trace;

import dev.gomem.machine.HeapObject;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of heap objects: H1, H2 … in order of allocation, never given twice in a session even when
 * an address is. Only the learner's own objects have one.
 */
public final class Plates {
  private final Map<Long, Integer> numbers = new HashMap<>();
  private int last;

  public Plates() {}

  private Plates(Plates other) {
    numbers.putAll(other.numbers);
    last = other.last;
  }

  /** For taking a session back. */
  public Plates copy() {
    return new Plates(this);
  }

  /**
   * The object's number, a new one if it has none yet; objects must be asked for in order of
   * allocation.
   */
  int of(HeapObject o) {
    return numbers.computeIfAbsent(o.sequence(), k -> ++last);
  }
}

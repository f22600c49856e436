package dev.gomem.trace;

import dev.gomem.machine.HeapObject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of heap objects: H1, H2 … in order of allocation, never given twice in a session even when
 * an address is. Only the learner's own objects have one. A list of a million nodes is as many
 * numbers, copied for every cell: so they stand in two arrays.
 */
public final class Plates {
  /** Sequence numbers of objects, rising; {@code numbers} has their plates. */
  private long[] sequences;

  private int[] numbers;
  private int size;

  /** Objects that were seen after younger ones: the library's, once it is shown too. */
  private final Map<Long, Integer> late;

  private int last;

  public Plates() {
    sequences = new long[16];
    numbers = new int[16];
    late = new HashMap<>();
  }

  private Plates(Plates other) {
    sequences = other.sequences.clone();
    numbers = other.numbers.clone();
    size = other.size;
    late = new HashMap<>(other.late);
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
    long sequence = o.sequence();
    if (size == 0 || sequence > sequences[size - 1]) {
      if (size == numbers.length) {
        sequences = Arrays.copyOf(sequences, 2 * size);
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      sequences[size] = sequence;
      numbers[size++] = ++last;
      return last;
    }
    int i = Arrays.binarySearch(sequences, 0, size, sequence);
    return i >= 0 ? numbers[i] : late.computeIfAbsent(sequence, k -> ++last);
  }
}

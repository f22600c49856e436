package dev.gomem.trace;

import dev.gomem.machine.HeapObject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of heap objects: H1, H2 … in order of allocation, never given twice in a session even when
 * an address is. Only the learner's own objects have one. A list of millions of nodes is as many
 * numbers, copied for every cell: so what is kept is a bit for each sequence number that has a
 * plate, in words, and the first plate of each word.
 */
public final class Plates {
  /** Sequence numbers divided by 64, rising; {@code bits} says which of the 64 have plates. */
  private int[] keys;

  private long[] bits;

  /** Plate of the lowest bit of each word; the others follow. */
  private int[] firsts;

  private int size;

  /**
   * Objects that were seen after younger ones: the library's, once it is shown too. And those whose
   * plate does not follow those of their word, since a late one came between.
   */
  private final Map<Long, Integer> late;

  private int last;

  public Plates() {
    keys = new int[16];
    bits = new long[16];
    firsts = new int[16];
    late = new HashMap<>();
  }

  private Plates(Plates other) {
    keys = Arrays.copyOf(other.keys, other.size + 1);
    bits = Arrays.copyOf(other.bits, other.size + 1);
    firsts = Arrays.copyOf(other.firsts, other.size + 1);
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
    return of(o.sequence());
  }

  int of(long sequence) {
    int key = (int) (sequence >>> 6);
    long bit = 1L << sequence;
    int i = size - 1;
    if (i < 0 || key > keys[i]) {
      append(key, bit);
      return last;
    }
    if (key < keys[i]) {
      i = Arrays.binarySearch(keys, 0, size, key);
    }
    if (i >= 0 && (bits[i] & bit) != 0) {
      return firsts[i] + Long.bitCount(bits[i] & bit - 1);
    }
    boolean youngest = i == size - 1 && Long.compareUnsigned(bit, bits[i]) > 0;
    if (youngest && firsts[i] + Long.bitCount(bits[i]) == last + 1) {
      bits[i] |= bit;
      return ++last;
    }
    return late.computeIfAbsent(sequence, k -> ++last);
  }

  private void append(int key, long bit) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      bits = Arrays.copyOf(bits, 2 * size);
      firsts = Arrays.copyOf(firsts, 2 * size);
    }
    keys[size] = key;
    bits[size] = bit;
    firsts[size++] = ++last;
  }
}

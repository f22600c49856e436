package dev.gomem.machine.memory;

import java.util.Arrays;

/**
 * A run of pages cut into slots of one size (gc: mspan). {@code alloc} has a bit for every slot
 * that holds an object; {@code meta} has {@link #META} ints a slot: type id, site, sequence number,
 * run, bytes asked for.
 */
final class Span {
  static final int META = 5;

  /**
   * Type id of a slot that the tiny allocator shares out; its second int leads to its {@link Heap}
   * entries.
   */
  static final int TINY = -1;

  final int page;
  final int pages;
  final int sizeClass;
  final boolean noscan;
  final int slot;

  /** 2^32 / slot, rounded up, for {@link #slotOf}; 0 if there is but one slot. */
  private final long inverse;

  final int count;
  final long[] alloc;
  final long[] mark;
  final int[] meta;

  /** Slots below are taken. */
  int freeIndex;

  int live;

  /** Slots may hold what was there before a sweep. */
  boolean dirty;

  Span(int page, int pages, int sizeClass, boolean noscan, int slot, int count) {
    this.page = page;
    this.pages = pages;
    this.sizeClass = sizeClass;
    this.noscan = noscan;
    this.slot = slot;
    this.count = count;
    inverse = inverse(sizeClass, slot);
    int words = (count + 63) >> 6;
    alloc = new long[words];
    mark = new long[words];
    meta = new int[META * count];
  }

  private Span(Span s) {
    page = s.page;
    pages = s.pages;
    sizeClass = s.sizeClass;
    noscan = s.noscan;
    slot = s.slot;
    inverse = s.inverse;
    count = s.count;
    alloc = s.alloc.clone();
    mark = s.mark.clone();
    meta = s.meta.clone();
    freeIndex = s.freeIndex;
    live = s.live;
    dirty = s.dirty;
  }

  /** Whether a copy of the other would be equal to this; marks mean nothing between collections. */
  boolean same(Span s) {
    return page == s.page
        && pages == s.pages
        && sizeClass == s.sizeClass
        && noscan == s.noscan
        && slot == s.slot
        && freeIndex == s.freeIndex
        && live == s.live
        && dirty == s.dirty
        && Arrays.equals(alloc, s.alloc)
        && Arrays.equals(meta, s.meta);
  }

  Span copy() {
    return new Span(this);
  }

  /** Of the host. */
  long bytes() {
    return 4L * meta.length;
  }

  int list() {
    return 2 * sizeClass + (noscan ? 1 : 0);
  }

  /** Low address of its first byte. */
  int low() {
    return page << Pages.SHIFT;
  }

  long address(int i) {
    return Memory.ARENA + low() + (long) i * slot;
  }

  private static long inverse(int sizeClass, int slot) {
    return sizeClass == 0 ? 0 : (0xffffffffL + slot) / slot;
  }

  /** Number of the slot that an address lies in; may be {@link #count}, behind the last. */
  int slotOf(long address) {
    return slotOf(((int) address - low()) & 0xffffffffL, inverse);
  }

  /** A division of an offset in a span by the slot's size: exact, as spans are short. */
  private static int slotOf(long offset, long inverse) {
    return (int) (offset * inverse >>> 32);
  }

  /** Number of the slot that an offset lies in, for a size class. */
  static int slotOf(int offset, int sizeClass) {
    return slotOf(offset, inverse(sizeClass, SizeClasses.bytes(sizeClass)));
  }

  boolean allocated(int i) {
    return (alloc[i >> 6] & 1L << i) != 0;
  }

  boolean marked(int i) {
    return (mark[i >> 6] & 1L << i) != 0;
  }

  /** Lowest free slot from {@link #freeIndex} on, or -1; moves freeIndex behind it. */
  int nextFree() {
    int i = freeIndex;
    if (!dirty) {
      if (i >= count) {
        return -1;
      }
      freeIndex = i + 1;
      return i;
    }
    while (i < count) {
      long free = ~alloc[i >> 6] >>> i;
      if (free != 0) {
        i += Long.numberOfTrailingZeros(free);
        if (i >= count) {
          break;
        }
        freeIndex = i + 1;
        return i;
      }
      i = (i | 63) + 1;
    }
    freeIndex = count;
    return -1;
  }
}

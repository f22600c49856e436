package dev.gomem.machine.memory;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The page heap: hands out runs of 8 KiB pages, always the lowest that fit, zeroed. The first MiB
 * is kept for data; data that needs more gets pages among those of heap and stacks. (gc:
 * runtime/mheap.go, without its caches.)
 */
public final class Pages {
  public static final int SIZE = 8192;
  public static final int SHIFT = 13;

  /** First page of the arena. */
  public static final int FIRST = (1 << 20) >> SHIFT;

  /** What a page is used for. */
  public enum Use {
    FREE,
    READ_ONLY,
    DATA,
    HEAP,
    STACK
  }

  /** What gc's heap grows by. */
  private static final long CHUNK = 4 << 20;

  private final Memory memory;
  private final BitSet used;
  private final BitSet dirty;
  private byte[] uses;
  private int lowestFree;
  private int end;
  private long limit;

  Pages(Memory memory, long limit) {
    this.memory = memory;
    this.limit = limit;
    used = new BitSet();
    dirty = new BitSet();
    uses = new byte[2 * FIRST];
    lowestFree = FIRST;
    end = FIRST;
    memory.ensure((long) FIRST << SHIFT, limit);
  }

  private Pages(Memory memory, Pages p) {
    this.memory = memory;
    used = (BitSet) p.used.clone();
    dirty = p.dirty.get(0, Math.max(FIRST, p.used.length())); // a copy's bytes end there
    uses = p.uses.clone();
    lowestFree = p.lowestFree;
    end = p.end;
    limit = p.limit;
  }

  Pages copy(Memory of) {
    return new Pages(of, this);
  }

  void limit(long bytes) {
    limit = Math.min(bytes, Integer.MAX_VALUE - (1 << 20));
  }

  /** Low address behind the highest page ever used. */
  public long end() {
    return (long) end << SHIFT;
  }

  /** Low address behind the highest page in use. */
  public long usedEnd() {
    return (long) Math.max(FIRST, used.length()) << SHIFT;
  }

  /** Bytes of pages above the first MiB that are used for something. */
  public long bytes(Use use) {
    long n = 0;
    for (int page = FIRST; page < Math.min(end, uses.length); page++) {
      n += uses[page] == use.ordinal() ? SIZE : 0;
    }
    return n;
  }

  /** Bytes of free pages that were used and not released. */
  public long retainedBytes() {
    BitSet free = dirty.get(0, dirty.length());
    free.andNot(used);
    return (long) free.cardinality() << SHIFT;
  }

  /** Bytes of address space for heap and stacks: gc takes it in pieces of 4 MiB. */
  public long mappedBytes() {
    long bytes = (long) Math.max(1, end - FIRST) << SHIFT;
    return (bytes + CHUNK - 1) / CHUNK * CHUNK;
  }

  /**
   * Gives free pages back to the system (gc: scavengeAll): they are zero when they are used again.
   */
  public void release() {
    byte[] m = memory.bytes();
    for (int p = dirty.nextSetBit(0); p >= 0; p = dirty.nextSetBit(p + 1)) {
      if (!used.get(p)) {
        clear(m, p);
        dirty.clear(p);
      }
    }
  }

  private static void clear(byte[] m, int page) {
    int i = (page << SHIFT) - Memory.NIL;
    Arrays.fill(m, i, i + SIZE, (byte) 0);
  }

  /** Pages of heap and stacks in use, in bytes. */
  long usedBytes() {
    return (long) used.cardinality() << SHIFT;
  }

  public Use use(int page) {
    return page < uses.length ? USES[uses[page]] : Use.FREE;
  }

  private static final Use[] USES = Use.values();

  /** What the page of a low address is used for. */
  public Use useOf(long address) {
    return use((int) address >>> SHIFT);
  }

  /** Marks a page of the first MiB, which is not handed out by {@link #take}. */
  public void mark(int page, Use use) {
    uses[page] = (byte) use.ordinal();
  }

  /** First of {@code n} adjacent pages, the lowest free ones. */
  public int take(int n, Use use) {
    int at = used.nextClearBit(lowestFree);
    if (n == 1) {
      lowestFree = at + 1;
    } else {
      lowestFree = at;
      for (int next = used.nextSetBit(at); next >= 0 && next < at + n; next = used.nextSetBit(at)) {
        at = used.nextClearBit(next);
      }
    }
    return use(at, n, use);
  }

  /** First of {@code n} pages that were never used before. */
  public int takeNew(int n, Use use) {
    return use(end, n, use);
  }

  /** Takes over a page of read-only data into a copy of an earlier time: it was not in use then. */
  public void adopt(int page) {
    if (page >= FIRST && use(page) != Use.READ_ONLY) {
      use(page, 1, Use.READ_ONLY);
    } else {
      mark(page, Use.READ_ONLY);
    }
  }

  private int use(int at, int n, Use use) {
    if ((long) (at + n) << SHIFT > limit) {
      lowestFree = Math.min(lowestFree, at);
      throw new Exhausted();
    }
    memory.ensure((long) (at + n) << SHIFT, limit);
    used.set(at, at + n);
    end = Math.max(end, at + n);
    if (uses.length < at + n) {
      uses = Arrays.copyOf(uses, Math.max(at + n, 2 * uses.length));
    }
    Arrays.fill(uses, at, at + n, (byte) use.ordinal());
    byte[] m = memory.bytes();
    for (int d = dirty.nextSetBit(at); d >= 0 && d < at + n; d = dirty.nextSetBit(d + 1)) {
      clear(m, d);
    }
    dirty.set(at, at + n);
    return at;
  }

  void free(int page, int n) {
    used.clear(page, page + n);
    Arrays.fill(uses, page, page + n, (byte) Use.FREE.ordinal());
    lowestFree = Math.min(lowestFree, page);
  }
}

package dev.gomem.machine.memory;

import dev.gomem.layout.RType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The allocator (gc: runtime/malloc.go, mcache.go, mheap.go with one P): size classes, separate
 * spans for objects with and without pointers, the tiny allocator, malloc headers, large objects;
 * always the lowest free slot. It never collects; it asks for a collection by {@link
 * #wantsCollection}. What is known about an object stands in primitive arrays beside its span.
 */
public final class Heap {
  private static final int TINY_SIZE = 16;

  /** Ints a tiny object: next entry + 1, offset in the slot, size, type, site, sequence, run. */
  private static final int ENTRY = 7;

  private final Memory memory;
  private final Pages pages;
  private final List<TypeInfo> types;
  private final Map<RType, TypeInfo> infos;
  private long zeroBase;

  private @Nullable Span[] spanOfPage = new Span[256];
  private final @Nullable Span[] current = new Span[2 * SizeClasses.count()];

  /** Spans by list, sorted by address; those below {@code searched} are full. */
  private final List<List<Span>> lists = new ArrayList<>();

  private final int[] searched = new int[2 * SizeClasses.count()];

  private long tinyBlock;
  private int tinyOffset;
  private int[] entries = new int[ENTRY * 64];
  private int entryCount;
  private int freeEntry;
  private int usedEntries;

  private int sequence;
  private int run;
  private boolean wantsCollection;
  private boolean eager;
  private final Specials specials;
  private final Pacer pacer;

  /** Slots freed, by size class. */
  private final long[] freed = new long[SizeClasses.count()];

  private long mallocs;
  private long frees;
  private long asked;
  private long given;
  private long live;
  private long largest;

  /** Of the host, for what is known about objects; counts to the limit. */
  private long spanBytes;

  /** Called when {@link #wantsCollection} becomes true. */
  private Runnable collectionWanted = () -> {};

  public Heap(Memory memory, long limit) {
    this.memory = memory;
    largest = limit;
    pages = new Pages(memory, limit);
    types = new ArrayList<>();
    infos = new HashMap<>();
    specials = new Specials();
    pacer = new Pacer();
    for (int i = 0; i < 2 * SizeClasses.count(); i++) {
      lists.add(new ArrayList<>());
    }
  }

  /**
   * A deep copy over a copy of the memory; type descriptors are shared.
   *
   * @param before an earlier copy that is never written, with which spans that are still the same
   *     are shared
   */
  public Heap(Heap h, Memory memory, @Nullable Heap before) {
    this.memory = memory;
    zeroBase = h.zeroBase;
    pages = h.pages.copy(memory);
    types = h.types;
    infos = h.infos;
    spanOfPage = new Span[h.spanOfPage.length];
    for (List<Span> list : h.lists) {
      List<Span> mine = new ArrayList<>(list.size());
      for (Span s : list) {
        Span old =
            before != null && s.page < before.spanOfPage.length ? before.spanOfPage[s.page] : null;
        Span c = old != null && old.same(s) ? old : s.copy();
        mine.add(c);
        Arrays.fill(spanOfPage, c.page, c.page + c.pages, c);
      }
      lists.add(mine);
    }
    for (int i = 0; i < current.length; i++) {
      Span s = h.current[i];
      current[i] = s == null ? null : spanOfPage[s.page];
    }
    System.arraycopy(h.searched, 0, searched, 0, searched.length);
    tinyBlock = h.tinyBlock;
    tinyOffset = h.tinyOffset;
    entries = h.entries.clone();
    entryCount = h.entryCount;
    freeEntry = h.freeEntry;
    usedEntries = h.usedEntries;
    sequence = h.sequence;
    run = h.run;
    wantsCollection = h.wantsCollection;
    eager = h.eager;
    specials = h.specials.copy();
    pacer = h.pacer.copy();
    System.arraycopy(h.freed, 0, freed, 0, freed.length);
    mallocs = h.mallocs;
    frees = h.frees;
    asked = h.asked;
    given = h.given;
    live = h.live;
    largest = h.largest;
    spanBytes = h.spanBytes;
  }

  private Heap(Heap h) {
    memory = h.memory;
    pages = h.pages.copy(memory);
    types = h.types;
    infos = h.infos;
    spanOfPage = h.spanOfPage;
    lists.addAll(h.lists);
    entries = h.entries;
    entryCount = h.entryCount;
    usedEntries = h.usedEntries;
    spanBytes = h.spanBytes;
    specials = h.specials;
    pacer = h.pacer;
    frees = h.frees;
    mallocs = h.mallocs;
    asked = h.asked;
    given = h.given;
    live = h.live;
  }

  /** To look at, as long as nothing is allocated or freed: shares all but the pages' uses. */
  public Heap view() {
    return new Heap(this);
  }

  public Memory memory() {
    return memory;
  }

  public Pages pages() {
    return pages;
  }

  /** Where everything of size 0 is. */
  public void zeroBase(long address) {
    zeroBase = address;
  }

  public void limit(long bytes) {
    pages.limit(bytes);
    largest = bytes;
  }

  public void onCollectionWanted(Runnable action) {
    collectionWanted = action;
  }

  /** Every allocation asks for a collection, and what is freed is overwritten. */
  public void eager() {
    eager = true;
  }

  public boolean wantsCollection() {
    return wantsCollection;
  }

  /** Objects allocated from now on carry this number. */
  public void run(int number) {
    run = number;
  }

  public long mallocs() {
    return mallocs;
  }

  public long frees() {
    return frees;
  }

  public long askedBytes() {
    return asked;
  }

  public long givenBytes() {
    return given;
  }

  public long liveBytes() {
    return live;
  }

  /** What is attached to objects. */
  public Specials specials() {
    return specials;
  }

  /** Of the host: pages in use and what is known about objects. */
  public long usedBytes() {
    return pages.usedBytes() + spanBytes + 4L * ENTRY * usedEntries + specials.bytes();
  }

  /** What decides when to collect. */
  public Pacer pacer() {
    return pacer;
  }

  /** Bytes of the heap at which a collection is due (runtime.MemStats.NextGC). */
  public long goal() {
    return pacer.goal(live, pages);
  }

  public TypeInfo info(RType type) {
    TypeInfo t = infos.get(type);
    if (t == null) {
      t = new TypeInfo(type, types.size());
      types.add(t);
      infos.put(type, t);
    }
    return t;
  }

  TypeInfo info(int id) {
    return types.get(id);
  }

  /** Address of a new zeroed value. */
  public long allocate(TypeInfo t, int site) {
    return allocate(t, t.size, site);
  }

  /** Address of {@code size} zeroed bytes that hold values of a type one behind the other. */
  public long allocate(TypeInfo t, long size, int site) {
    if (size == 0) {
      return zeroBase;
    }
    mallocs++;
    asked += size;
    if (eager && !wantsCollection) {
      askForCollection();
    }
    if (size > SizeClasses.MAX_SMALL - 8) {
      return large(t, size, site);
    }
    int n = (int) size;
    if (t.noscan && n < TINY_SIZE) {
      return tiny(t, n, site);
    }
    int header = SizeClasses.header(n, t.noscan);
    int list = 2 * SizeClasses.classOf(n + header) + (t.noscan ? 1 : 0);
    Span s = current[list];
    int i = s == null ? -1 : s.nextFree();
    if (s == null || i < 0) {
      s = refill(list);
      i = s.nextFree();
    }
    take(s, i, t.id, site, n);
    long a = s.address(i);
    if (header != 0) {
      memory.put64(a, t.descriptor);
    }
    return a + header;
  }

  private void take(Span s, int i, int type, int site, int size) {
    s.alloc[i >> 6] |= 1L << i;
    s.live++;
    given += s.slot;
    live += s.slot;
    if (s.dirty) {
      memory.clear(s.address(i), s.slot);
    }
    int[] meta = s.meta;
    int m = Span.META * i;
    meta[m] = type;
    meta[m + 1] = site;
    meta[m + 2] = ++sequence;
    meta[m + 3] = run;
    meta[m + 4] = size;
  }

  private long tiny(TypeInfo t, int size, int site) {
    int off = tinyOffset;
    if ((size & 7) == 0) {
      off = (off + 7) & ~7;
    } else if ((size & 3) == 0) {
      off = (off + 3) & ~3;
    } else if ((size & 1) == 0) {
      off = (off + 1) & ~1;
    }
    if (tinyBlock != 0 && off + size <= TINY_SIZE) {
      tinyOffset = off + size;
      Span s = spanAt(tinyBlock);
      addEntry(s, s.slotOf(tinyBlock), off, size, t.id, site, ++sequence);
      return tinyBlock + off;
    }
    int list = 2 * SizeClasses.classOf(TINY_SIZE) + 1;
    Span s = current[list];
    int i = s == null ? -1 : s.nextFree();
    if (s == null || i < 0) {
      s = refill(list);
      i = s.nextFree();
    }
    take(s, i, Span.TINY, 0, TINY_SIZE);
    addEntry(s, i, 0, size, t.id, site, sequence);
    long block = s.address(i);
    if (size < tinyOffset || tinyBlock == 0) {
      tinyBlock = block;
      tinyOffset = size;
    }
    return block;
  }

  private void addEntry(Span s, int i, int off, int size, int type, int site, int seq) {
    usedEntries++;
    int e = freeEntry;
    if (e != 0) {
      freeEntry = entries[ENTRY * (e - 1)];
    } else {
      e = ++entryCount;
      if (ENTRY * e > entries.length) {
        entries = Arrays.copyOf(entries, 2 * entries.length);
      }
    }
    int at = ENTRY * (e - 1);
    int head = Span.META * i + 1;
    entries[at] = s.meta[head];
    entries[at + 1] = off;
    entries[at + 2] = size;
    entries[at + 3] = type;
    entries[at + 4] = site;
    entries[at + 5] = seq;
    entries[at + 6] = run;
    s.meta[head] = e;
  }

  private long large(TypeInfo t, long size, int site) {
    long n = (size + Pages.SIZE - 1) >>> Pages.SHIFT;
    if (n > Integer.MAX_VALUE >> Pages.SHIFT) {
      throw new Exhausted();
    }
    Span s = span((int) n, 0, t.noscan, (int) n << Pages.SHIFT, 1);
    s.nextFree();
    take(s, 0, t.id, site, (int) size);
    checkGoal();
    return s.address(0);
  }

  private Span refill(int list) {
    List<Span> spans = lists.get(list);
    for (int i = searched[list]; i < spans.size(); i++) {
      Span s = spans.get(i);
      if (s != current[list] && s.freeIndex < s.count && s.live < s.count) {
        searched[list] = i;
        current[list] = s;
        return s;
      }
    }
    int c = list >> 1;
    boolean noscan = (list & 1) != 0;
    Span s =
        span(SizeClasses.pages(c), c, noscan, SizeClasses.bytes(c), SizeClasses.objects(c, noscan));
    current[list] = s;
    searched[list] = spans.size();
    checkGoal();
    return s;
  }

  private Span span(int n, int sizeClass, boolean noscan, int slot, int count) {
    if (usedBytes() > largest) {
      throw new Exhausted(); // many small objects: what is known about them takes more than they do
    }
    int page = pages.take(n, Pages.Use.HEAP);
    Span s;
    try {
      s = new Span(page, n, sizeClass, noscan, slot, count);
    } catch (OutOfMemoryError e) {
      pages.free(page, n);
      throw new Exhausted();
    }
    spanBytes += s.bytes();
    if (spanOfPage.length < page + n) {
      spanOfPage = Arrays.copyOf(spanOfPage, Math.max(page + n, 2 * spanOfPage.length));
    }
    Arrays.fill(spanOfPage, page, page + n, s);
    List<Span> spans = lists.get(s.list());
    int at = spans.size();
    while (at > 0 && spans.get(at - 1).page > page) {
      at--;
    }
    spans.add(at, s);
    return s;
  }

  private void checkGoal() {
    if (!wantsCollection && live >= pacer.trigger(live, pages, largest)) {
      askForCollection();
    }
  }

  public void askForCollection() {
    wantsCollection = true;
    collectionWanted.run();
  }

  private Span spanAt(long address) {
    Span s = spanOfPage[(int) address >>> Pages.SHIFT];
    if (s == null) {
      throw new IllegalStateException("no span at " + Long.toHexString(address));
    }
    return s;
  }

  private @Nullable Span heapSpan(long address) {
    if (address >>> 32 != Memory.ARENA >>> 32) {
      return null;
    }
    int page = (int) address >>> Pages.SHIFT;
    return page < spanOfPage.length ? spanOfPage[page] : null;
  }

  // marking

  /** Address of the object (or tiny block) an address lies in, or 0. */
  public long base(long address) {
    Span s = heapSpan(address);
    if (s == null) {
      return 0;
    }
    int i = s.slotOf(address);
    return i < s.count && s.allocated(i) ? s.address(i) : 0;
  }

  /** Bytes of the slot at an address that {@link #base} has given. */
  int slotSize(long base) {
    return spanAt(base).slot;
  }

  /** Address of the object (or tiny block) an address lies in, behind its header, or 0. */
  public long start(long address) {
    long base = base(address);
    if (base == 0) {
      return 0;
    }
    Span s = spanAt(base);
    return base + header(s, s.meta[Span.META * s.slotOf(base) + 4]);
  }

  /** Whether two addresses lie in the same object, or tiny block. */
  public boolean sameObject(long address, long other) {
    long base = base(address);
    return base != 0 && base == base(other);
  }

  /** Whether an address lies in a block of the tiny allocator's size class without pointers. */
  public boolean isTinySlot(long address) {
    Span s = heapSpan(address);
    return s != null && s.noscan && s.slot == TINY_SIZE;
  }

  public void clearMarks() {
    for (List<Span> list : lists) {
      for (Span s : list) {
        Arrays.fill(s.mark, 0);
      }
    }
  }

  /** Whether an address lies in a marked object; true for what is not on the heap. */
  public boolean isMarked(long address) {
    Span s = heapSpan(address);
    if (s == null) {
      return true;
    }
    int i = s.slotOf(address);
    return i < s.count && s.marked(i);
  }

  /** Takes what {@link #mark} reaches. */
  public interface Scanner {
    void scan(long address, long size, TypeInfo type);
  }

  /**
   * Marks the object an address lies in.
   *
   * @return true if it was not marked before and has pointers: then {@link #scan} it
   */
  public boolean mark(long address) {
    Span s = heapSpan(address);
    if (s == null) {
      return false;
    }
    int i = s.slotOf(address);
    if (i >= s.count) {
      return false;
    }
    long bit = 1L << i;
    int w = i >> 6;
    if ((s.mark[w] & bit) != 0 || (s.alloc[w] & bit) == 0) {
      return false;
    }
    s.mark[w] |= bit;
    return !s.noscan;
  }

  /** Hands the object an address lies in to a scanner, if it has pointers. */
  public void scan(long address, Scanner scanner) {
    Span s = spanAt(address);
    if (s.noscan) {
      return;
    }
    int i = s.slotOf(address);
    int m = Span.META * i;
    TypeInfo t = types.get(s.meta[m]);
    int size = s.meta[m + 4];
    int header = s.sizeClass == 0 ? 0 : SizeClasses.header(size, s.noscan);
    scanner.scan(s.address(i) + header, size, t);
  }

  /**
   * Frees all objects not marked, gives empty spans back and lets the pacer set the next goal.
   *
   * @param otherRoots bytes of stacks and globals, which pacing counts with the live heap
   */
  public void sweep(long otherRoots) {
    Arrays.fill(current, null);
    Arrays.fill(searched, 0);
    tinyBlock = 0;
    tinyOffset = 0;
    for (List<Span> list : lists) {
      for (Span s : list) {
        sweep(s);
      }
      list.removeIf(s -> s.live == 0);
    }
    pacer.swept(live, otherRoots);
    wantsCollection = false;
  }

  /** Slots that hold something: a block of the tiny allocator is one. */
  public long liveSlots() {
    long n = 0;
    for (List<Span> list : lists) {
      for (Span s : list) {
        n += s.live;
      }
    }
    return n;
  }

  /** Slots of a size class that were given out and that were freed. */
  public record Uses(long given, long freed) {}

  public Uses uses(int sizeClass) {
    long n = freed[sizeClass];
    for (int list = 2 * sizeClass; list <= 2 * sizeClass + 1; list++) {
      for (Span s : lists.get(list)) {
        n += s.live;
      }
    }
    return new Uses(n, freed[sizeClass]);
  }

  private void sweep(Span s) {
    for (int w = 0; w < s.alloc.length; w++) {
      long dead = s.alloc[w] & ~s.mark[w];
      if (dead == 0) {
        continue;
      }
      s.alloc[w] &= ~dead;
      int n = Long.bitCount(dead);
      s.live -= n;
      freed[s.sizeClass] += n;
      live -= (long) n * s.slot;
      for (long d = dead; d != 0; d &= d - 1) {
        frees += freeSlot(s, (w << 6) + Long.numberOfTrailingZeros(d));
      }
    }
    if (s.live == 0) {
      Arrays.fill(spanOfPage, s.page, s.page + s.pages, null);
      spanBytes -= s.bytes();
      pages.free(s.page, s.pages);
    } else if (s.live < s.count) {
      s.dirty = true;
      s.freeIndex = 0;
    }
  }

  private int freeSlot(Span s, int i) {
    if (eager) {
      // under stress a pointer that should have kept the object leads to nonsense at once
      int at = Memory.index(s.address(i));
      Arrays.fill(memory.bytes(), at, at + s.slot, (byte) 0xdb);
    }
    int m = Span.META * i;
    if (s.meta[m] != Span.TINY) {
      return 1;
    }
    int n = 0;
    for (int e = s.meta[m + 1]; e != 0; n++) {
      int at = ENTRY * (e - 1);
      int next = entries[at];
      entries[at] = freeEntry;
      freeEntry = e;
      e = next;
    }
    usedEntries -= n;
    return n;
  }

  // objects

  /**
   * What is known of an object.
   *
   * @param sequence order of allocation, from 1
   */
  public record Info(
      long address,
      int size,
      int slotSize,
      RType type,
      int site,
      long sequence,
      int run,
      boolean tiny,
      boolean marked) {}

  /**
   * Low halves of the addresses of all objects not freed, in order of allocation: there can be
   * millions.
   */
  public int[] objects() {
    // Sequence number above low address: sorted as numbers, without a host object for each.
    long[] all = new long[(int) (mallocs - frees)];
    int n = 0;
    for (List<Span> list : lists) {
      for (Span s : list) {
        for (int i = 0; i < s.count; i++) {
          if (!s.allocated(i)) {
            continue;
          }
          int m = Span.META * i;
          boolean tiny = s.meta[m] == Span.TINY;
          int e = tiny ? s.meta[m + 1] : 0;
          do {
            int at = ENTRY * (e - 1);
            long low = (int) s.address(i) + (tiny ? entries[at + 1] : header(s, s.meta[m + 4]));
            long sequence = tiny ? entries[at + 5] : s.meta[m + 2];
            all[n++] = sequence << 32 | low;
            e = tiny ? entries[at] : 0;
          } while (e != 0);
        }
      }
    }
    Arrays.sort(all, 0, n);
    int[] low = new int[n];
    for (int i = 0; i < n; i++) {
      low[i] = (int) all[i];
    }
    return low;
  }

  private static int header(Span s, int size) {
    return s.sizeClass == 0 ? 0 : SizeClasses.header(size, s.noscan);
  }

  private Info info(Span s, int i) {
    int m = Span.META * i;
    int size = s.meta[m + 4];
    return new Info(
        s.address(i) + header(s, size),
        size,
        s.slot,
        types.get(s.meta[m]).type,
        s.meta[m + 1],
        s.meta[m + 2] & 0xffffffffL,
        s.meta[m + 3],
        false,
        s.marked(i));
  }

  private Info entry(Span s, int i, int e) {
    int at = ENTRY * (e - 1);
    return new Info(
        s.address(i) + entries[at + 1],
        entries[at + 2],
        s.slot,
        types.get(entries[at + 3]).type,
        entries[at + 4],
        entries[at + 5] & 0xffffffffL,
        entries[at + 6],
        true,
        s.marked(i));
  }

  /**
   * The object an address lies in, or null; in a tiny block the one that covers the address, else
   * its first.
   */
  public @Nullable Info objectAt(long address) {
    Span s = heapSpan(address);
    if (s == null) {
      return null;
    }
    int i = s.slotOf(address);
    if (i >= s.count || !s.allocated(i)) {
      return null;
    }
    int m = Span.META * i;
    if (s.meta[m] != Span.TINY) {
      return info(s, i);
    }
    int off = (int) (address - s.address(i));
    Info last = null;
    for (int e = s.meta[m + 1]; e != 0; e = entries[ENTRY * (e - 1)]) {
      last = entry(s, i, e);
      int start = entries[ENTRY * (e - 1) + 1];
      if (start <= off && off < start + last.size) {
        return last;
      }
    }
    return last;
  }
}

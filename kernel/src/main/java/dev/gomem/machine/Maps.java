package dev.gomem.machine;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.TypeTable;
import dev.gomem.layout.TypeTable.FieldSpec;
import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Memory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps as gc's internal/runtime/maps: a header of 48 bytes; up to eight entries in one group; then
 * a directory of tables of at most 1,024 slots each, that double, and split when they are full. All
 * of it lies in simulated memory; this class has no state but layouts.
 */
final class Maps {
  // header
  private static final int USED = 0;
  private static final int SEED = 8;
  private static final int DIR = 16;
  private static final int DIR_LEN = 24;
  private static final int DEPTH = 32;
  private static final int SHIFT = 33;
  private static final int WRITING = 34;
  private static final int TOMBSTONES = 35;
  private static final int CLEARS = 40;

  // table
  private static final int T_USED = 0;
  private static final int T_CAPACITY = 2;
  private static final int T_GROWTH_LEFT = 4;
  private static final int T_DEPTH = 6;
  private static final int T_INDEX = 8;
  private static final int T_GROUPS = 16;
  private static final int T_MASK = 24;

  private static final int MOST_CAPACITY = 1024;
  private static final int MOST_LOAD = 7;
  private static final int SLOTS = MapType.SLOTS;

  private static final int EMPTY = 0x80;
  private static final int DELETED = 0xfe;
  private static final long LSB = 0x0101010101010101L;
  private static final long MSB = 0x8080808080808080L;
  private static final long ALL_EMPTY = MSB;

  private final World world;
  private final Memory memory;
  private final Heap heap;
  private final Values values;
  private final DataSegment data;
  private final TypeTable types;
  private final Errors errors;
  private final Map<RType, MapType> layouts = new HashMap<>();
  private final Map<Long, Long> zeros = new HashMap<>();
  private final RType header;
  private final RType table;
  private final RType directory;

  Maps(World world, Values values, Errors errors, TypeTable types) {
    this.world = world;
    memory = world.memory;
    heap = world.heap;
    data = world.data;
    this.values = values;
    this.errors = errors;
    this.types = types;
    RType u8 = types.basic(Kind.UINT8);
    RType u16 = types.basic(Kind.UINT16);
    RType u64 = types.basic(Kind.UINT64);
    RType integer = types.basic(Kind.INT);
    RType pointer = types.basic(Kind.UNSAFE_POINTER);
    header =
        struct(
            "maps.Map",
            field("used", u64),
            field("seed", types.basic(Kind.UINTPTR)),
            field("dirPtr", pointer),
            field("dirLen", integer),
            field("globalDepth", u8),
            field("globalShift", u8),
            field("writing", u8),
            field("tombstonePossible", types.basic(Kind.BOOL)),
            field("clearSeq", u64));
    table =
        struct(
            "maps.table",
            field("used", u16),
            field("capacity", u16),
            field("growthLeft", u16),
            field("localDepth", u8),
            field("index", integer),
            field("groupsData", pointer),
            field("groupsLengthMask", u64));
    directory = types.pointerTo(table);
  }

  private RType struct(String name, FieldSpec... fields) {
    return types.named(name, name, Kind.STRUCT, () -> types.structOf(List.of(fields)));
  }

  private static FieldSpec field(String name, RType type) {
    return new FieldSpec(name, type, false, false, "");
  }

  MapType layout(RType map) {
    MapType t = layouts.get(map);
    if (t == null) {
      t = new MapType(map, types, heap);
      heap.info(t.group).descriptor = data.descriptor(t.group);
      t.keyInfo.descriptor = data.descriptor(t.key);
      t.elemInfo.descriptor = data.descriptor(t.elem);
      layouts.put(map, t);
    }
    return t;
  }

  // bits of a control word

  private static long matchH2(long ctrl, long h2) {
    long v = ctrl ^ LSB * h2;
    return (v - LSB) & ~v & MSB;
  }

  private static long matchEmpty(long ctrl) {
    return ctrl & ~(ctrl << 6) & MSB;
  }

  private static long matchFree(long ctrl) {
    return ctrl & MSB;
  }

  private static int first(long match) {
    return Long.numberOfTrailingZeros(match) >> 3;
  }

  private static long h2(long hash) {
    return hash & 0x7f;
  }

  // access to parts

  private int ctrl(long group, int slot) {
    return (int) memory.get(group + slot, 1);
  }

  private void setCtrl(long group, int slot, long c) {
    memory.put(group + slot, 1, c);
  }

  private long slotKey(MapType t, long group, int slot) {
    long at = group + 8 + (long) slot * t.slotSize;
    return t.indirectKey ? memory.get64(at) : at;
  }

  private long slotElem(MapType t, long group, int slot) {
    long at = group + 8 + (long) slot * t.slotSize + t.elemOffset;
    return t.indirectElem ? memory.get64(at) : at;
  }

  private long hash(MapType t, long key, long seed) {
    if (t.wordKey) {
      return Values.mix(seed, memory.get64(key));
    }
    if (t.stringKey) {
      return values.hashBytes(memory.get64(key), memory.get64(key + 8), seed);
    }
    return values.hash(t.key, key, seed);
  }

  private boolean equal(MapType t, long p, long q) {
    if (t.wordKey) {
      return memory.get64(p) == memory.get64(q);
    }
    if (t.stringKey) {
      return values.stringsEqual(
          memory.get64(p), memory.get64(p + 8), memory.get64(q), memory.get64(q + 8));
    }
    return values.equal(t.key, p, q);
  }

  private long used(long m) {
    return memory.get64(m + USED);
  }

  private long tableOf(long m, long hash) {
    long n = memory.get64(m + DIR_LEN);
    long i = n == 1 ? 0 : hash >>> (memory.get(m + SHIFT, 1) & 63);
    return memory.get64(memory.get64(m + DIR) + 8 * i);
  }

  private void fatalIfWriting(long m, String text) {
    if (memory.get(m + WRITING, 1) != 0) {
      throw new Ending.Fatal("", text);
    }
  }

  private int siteOf(long m, int site) {
    if (site != 0) {
      return site;
    }
    Heap.Info o = heap.objectAt(m);
    return o == null ? 0 : o.site();
  }

  // making

  /** make(map) on the heap. */
  long make(MapType t, long hint, int site) {
    long m = heap.allocate(heap.info(header), site);
    init(t, m, hint, site);
    return m;
  }

  /** make(map) with header and, unless 0, first group in the frame; both zeroed. */
  void makeAt(MapType t, long m, long group, long hint, int site) {
    init(t, m, hint, site);
    if (group != 0 && hint <= SLOTS) {
      memory.put64(group, ALL_EMPTY);
      memory.put64(m + DIR, group);
    }
  }

  private void init(MapType t, long m, long hint, int site) {
    memory.put64(m + SEED, world.nextRandom());
    if (hint <= SLOTS || hint > Long.MAX_VALUE / SLOTS) {
      return;
    }
    long target = hint * SLOTS / MOST_LOAD;
    long tables = powerOf2((target + MOST_CAPACITY - 1) / MOST_CAPACITY);
    if (tables > 1L << 36 || tables * MOST_CAPACITY / SLOTS * t.groupSize > 1L << 47) {
      return;
    }
    int depth = Long.numberOfTrailingZeros(tables);
    setDepth(m, depth);
    long dir = heap.allocate(heap.info(directory), 8 * tables, site);
    memory.put64(m + DIR, dir);
    memory.put64(m + DIR_LEN, tables);
    for (long i = 0; i < tables; i++) {
      memory.put64(dir + 8 * i, newTable(t, target / tables, i, depth, site));
    }
  }

  private void setDepth(long m, int depth) {
    memory.put(m + DEPTH, 1, depth);
    memory.put(m + SHIFT, 1, 64 - depth);
  }

  private static long powerOf2(long n) {
    return n <= 1 ? 1 : Long.highestOneBit(n - 1) << 1;
  }

  private long newGroups(MapType t, long n, int site) {
    long g = heap.allocate(t.groupInfo, n * t.groupSize, site);
    for (long i = 0; i < n; i++) {
      memory.put64(g + i * t.groupSize, ALL_EMPTY);
    }
    return g;
  }

  private long newTable(MapType t, long capacity, long index, int depth, int site) {
    long c = powerOf2(Math.max(capacity, SLOTS));
    long tab = heap.allocate(heap.info(table), site);
    long groups = newGroups(t, c / SLOTS, site);
    memory.put(tab + T_CAPACITY, 2, c);
    memory.put(tab + T_GROWTH_LEFT, 2, mostGrowth(c));
    memory.put(tab + T_DEPTH, 1, depth);
    memory.put64(tab + T_INDEX, index);
    memory.put64(tab + T_GROUPS, groups);
    memory.put64(tab + T_MASK, c / SLOTS - 1);
    return tab;
  }

  private static long mostGrowth(long capacity) {
    return capacity <= SLOTS ? capacity - 1 : capacity * MOST_LOAD / SLOTS;
  }

  // reading

  /** A place in a map: group and slot. Found by a search, kept until the next. */
  private long foundGroup;

  private int foundSlot;

  private boolean find(MapType t, long m, long key) {
    fatalIfWriting(m, "concurrent map read and map write");
    long hash = hash(t, key, memory.get64(m + SEED));
    if (memory.get64(m + DIR_LEN) == 0) {
      return findIn(t, memory.get64(m + DIR), hash, key);
    }
    long tab = tableOf(m, hash);
    long mask = memory.get64(tab + T_MASK);
    long groups = memory.get64(tab + T_GROUPS);
    long at = hash >>> 7 & mask;
    for (long step = 1; ; step++) {
      long g = groups + at * t.groupSize;
      if (findIn(t, g, hash, key)) {
        return true;
      }
      if (matchEmpty(memory.get64(g)) != 0) {
        return false;
      }
      at = at + step & mask;
    }
  }

  private boolean findIn(MapType t, long group, long hash, long key) {
    for (long match = matchH2(memory.get64(group), h2(hash)); match != 0; match &= match - 1) {
      int i = first(match);
      if (equal(t, key, slotKey(t, group, i))) {
        foundGroup = group;
        foundSlot = i;
        return true;
      }
    }
    return false;
  }

  /** Address of a key's element, or 0. */
  long get(MapType t, long m, long key) {
    if (m == 0 || used(m) == 0) {
      values.checkHashable(t.key, key);
      return 0;
    }
    return find(t, m, key) ? slotElem(t, foundGroup, foundSlot) : 0;
  }

  /** Address of a zero element. */
  long zero(MapType t) {
    long size = t.elem.size();
    if (size <= 1024) {
      return data.zeroVal;
    }
    Long at = zeros.get(size);
    if (at == null) {
      at = data.readOnly((int) size);
      zeros.put(size, at);
    }
    return at;
  }

  // writing

  /** Address where the element of a key is to be stored. */
  long assign(MapType t, long m, long key, int site) {
    if (m == 0) {
      throw errors.plain("assignment to entry in nil map");
    }
    fatalIfWriting(m, "concurrent map writes");
    long hash = hash(t, key, memory.get64(m + SEED));
    if (memory.get64(m + DIR) == 0) {
      memory.put64(m + DIR, newGroups(t, 1, siteOf(m, site)));
    }
    if (memory.get64(m + DIR_LEN) == 0) {
      if (used(m) < SLOTS) {
        return assignSmall(t, m, hash, key, site);
      }
      growToTable(t, m, siteOf(m, site)); // even for a key that is there, as gc does
    }
    while (true) {
      long elem = assignIn(t, m, tableOf(m, hash), hash, key, site);
      if (elem != 0) {
        return elem;
      }
    }
  }

  private long assignSmall(MapType t, long m, long hash, long key, int site) {
    long g = memory.get64(m + DIR);
    if (findIn(t, g, hash, key)) {
      return update(t, key);
    }
    int i = first(matchFree(memory.get64(g)));
    long elem = fill(t, m, g, i, hash, key, site);
    memory.put64(m + USED, used(m) + 1);
    return elem;
  }

  private long update(MapType t, long key) {
    if (t.needKeyUpdate) {
      memory.move(slotKey(t, foundGroup, foundSlot), key, t.keySize);
    }
    return slotElem(t, foundGroup, foundSlot);
  }

  /** Puts a new key into a slot; returns the address of its element. */
  private long fill(MapType t, long m, long g, int i, long hash, long key, int site) {
    long at = g + 8 + (long) i * t.slotSize;
    if (t.indirectKey) {
      memory.put64(at, heap.allocate(t.keyInfo, siteOf(m, site)));
    }
    memory.move(slotKey(t, g, i), key, t.keySize);
    if (t.indirectElem) {
      memory.put64(at + t.elemOffset, heap.allocate(t.elemInfo, siteOf(m, site)));
    }
    setCtrl(g, i, h2(hash));
    return slotElem(t, g, i);
  }

  /** Assigns in a table; 0 if it had to grow: look the table up again. */
  private long assignIn(MapType t, long m, long tab, long hash, long key, int site) {
    long mask = memory.get64(tab + T_MASK);
    long groups = memory.get64(tab + T_GROUPS);
    long freeGroup = 0;
    int freeSlot = 0;
    long at = hash >>> 7 & mask;
    for (long step = 1; ; step++) {
      long g = groups + at * t.groupSize;
      if (findIn(t, g, hash, key)) {
        return update(t, key);
      }
      long match = matchFree(memory.get64(g));
      at = at + step & mask;
      if (match == 0) {
        continue;
      }
      int i = first(match);
      if (ctrl(g, i) == DELETED) {
        if (freeGroup == 0) {
          freeGroup = g;
          freeSlot = i;
        }
        continue;
      }
      long left = memory.get(tab + T_GROWTH_LEFT, 2);
      if (freeGroup != 0) {
        g = freeGroup;
        i = freeSlot;
        left++; // a tombstone is taken: no room is used up
      } else if (left == 0) {
        pruneTombstones(t, m, tab);
        left = memory.get(tab + T_GROWTH_LEFT, 2);
      }
      if (left == 0) {
        rehash(t, m, tab, siteOf(m, site));
        return 0;
      }
      long elem = fill(t, m, g, i, hash, key, site);
      memory.put(tab + T_GROWTH_LEFT, 2, left - 1);
      memory.put(tab + T_USED, 2, memory.get(tab + T_USED, 2) + 1);
      memory.put64(m + USED, used(m) + 1);
      return elem;
    }
  }

  /**
   * Puts an entry that is known to be absent into a table that is known to have room and no
   * tombstones.
   */
  private void move(MapType t, long fromGroup, int fromSlot, long hash, long tab) {
    long mask = memory.get64(tab + T_MASK);
    long groups = memory.get64(tab + T_GROUPS);
    long at = hash >>> 7 & mask;
    for (long step = 1; ; step++) {
      long g = groups + at * t.groupSize;
      long match = matchFree(memory.get64(g));
      if (match != 0) {
        int i = first(match);
        memory.move(
            g + 8 + (long) i * t.slotSize,
            fromGroup + 8 + (long) fromSlot * t.slotSize,
            t.slotSize);
        setCtrl(g, i, h2(hash));
        memory.put(tab + T_GROWTH_LEFT, 2, memory.get(tab + T_GROWTH_LEFT, 2) - 1);
        memory.put(tab + T_USED, 2, memory.get(tab + T_USED, 2) + 1);
        return;
      }
      at = at + step & mask;
    }
  }

  private void growToTable(MapType t, long m, int site) {
    long tab = newTable(t, 2 * SLOTS, 0, 0, site);
    long g = memory.get64(m + DIR);
    for (int i = 0; i < SLOTS; i++) {
      move(t, g, i, hash(t, slotKey(t, g, i), memory.get64(m + SEED)), tab);
    }
    long dir = heap.allocate(heap.info(directory), 8, site);
    memory.put64(dir, tab);
    memory.put64(m + DIR, dir);
    memory.put64(m + DIR_LEN, 1);
    setDepth(m, 0);
  }

  private void rehash(MapType t, long m, long tab, int site) {
    long capacity = 2 * memory.get(tab + T_CAPACITY, 2);
    if (capacity <= MOST_CAPACITY) {
      long index = memory.get64(tab + T_INDEX);
      int depth = (int) memory.get(tab + T_DEPTH, 1);
      long next = newTable(t, capacity, index, depth, site);
      moveAll(t, m, tab, next, next, 0);
      replace(m, next);
    } else {
      split(t, m, tab, site);
    }
    memory.put64(tab + T_INDEX, -1);
  }

  /** Moves all entries: to the one or the other by a bit of their hash. */
  private void moveAll(MapType t, long m, long tab, long zero, long one, long bit) {
    long mask = memory.get64(tab + T_MASK);
    long groups = memory.get64(tab + T_GROUPS);
    long seed = memory.get64(m + SEED);
    for (long k = 0; k <= mask; k++) {
      long g = groups + k * t.groupSize;
      for (int i = 0; i < SLOTS; i++) {
        if ((ctrl(g, i) & EMPTY) == 0) {
          long h = hash(t, slotKey(t, g, i), seed);
          move(t, g, i, h, (h & bit) == 0 ? zero : one);
        }
      }
    }
  }

  /** Writes a table into all directory entries that are its own. */
  private void replace(long m, long tab) {
    long entries = 1L << memory.get(m + DEPTH, 1) - memory.get(tab + T_DEPTH, 1);
    long dir = memory.get64(m + DIR) + 8 * memory.get64(tab + T_INDEX);
    for (long i = 0; i < entries; i++) {
      memory.put64(dir + 8 * i, tab);
    }
  }

  private void split(MapType t, long m, long tab, int site) {
    int depth = (int) memory.get(tab + T_DEPTH, 1) + 1;
    long left = newTable(t, MOST_CAPACITY, -1, depth, site);
    long right = newTable(t, MOST_CAPACITY, -1, depth, site);
    moveAll(t, m, tab, left, right, 1L << 64 - depth);
    int global = (int) memory.get(m + DEPTH, 1);
    if (depth - 1 == global) {
      doubleDirectory(m, site);
      global++;
    }
    long index = memory.get64(tab + T_INDEX);
    memory.put64(left + T_INDEX, index);
    replace(m, left);
    memory.put64(right + T_INDEX, index + (1L << global - depth));
    replace(m, right);
  }

  private void doubleDirectory(long m, int site) {
    long n = memory.get64(m + DIR_LEN);
    long old = memory.get64(m + DIR);
    long dir = heap.allocate(heap.info(directory), 16 * n, site);
    for (long i = 0; i < n; i++) {
      long tab = memory.get64(old + 8 * i);
      memory.put64(dir + 16 * i, tab);
      memory.put64(dir + 16 * i + 8, tab);
      // a table that spans several entries is met several times, but has its index doubled once
      if (memory.get64(tab + T_INDEX) == i) {
        memory.put64(tab + T_INDEX, 2 * i);
      }
    }
    memory.put64(m + DIR, dir);
    memory.put64(m + DIR_LEN, 2 * n);
    setDepth(m, (int) memory.get(m + DEPTH, 1) + 1);
  }

  // deleting

  void delete(MapType t, long m, long key) {
    if (m == 0 || used(m) == 0) {
      values.checkHashable(t.key, key);
      return;
    }
    fatalIfWriting(m, "concurrent map writes");
    long hash = hash(t, key, memory.get64(m + SEED));
    boolean small = memory.get64(m + DIR_LEN) == 0;
    if (!find(t, m, key)) {
      return;
    }
    long g = foundGroup;
    int i = foundSlot;
    long at = g + 8 + (long) i * t.slotSize;
    if (t.indirectKey) {
      memory.put64(at, 0);
    } else if (!t.keyInfo.noscan) {
      memory.clear(at, t.keySize);
    }
    if (t.indirectElem) {
      memory.put64(at + t.elemOffset, 0);
    } else {
      memory.clear(at + t.elemOffset, (int) t.elem.size());
    }
    memory.put64(m + USED, used(m) - 1);
    if (small) {
      setCtrl(g, i, EMPTY);
    } else {
      long tab = tableOf(m, hash);
      memory.put(tab + T_USED, 2, memory.get(tab + T_USED, 2) - 1);
      if (matchEmpty(memory.get64(g)) != 0) {
        setCtrl(g, i, EMPTY);
        memory.put(tab + T_GROWTH_LEFT, 2, memory.get(tab + T_GROWTH_LEFT, 2) + 1);
      } else {
        setCtrl(g, i, DELETED);
        memory.put(m + TOMBSTONES, 1, 1);
      }
    }
    if (used(m) == 0) {
      memory.put64(m + SEED, world.nextRandom());
    }
  }

  /**
   * Turns tombstones that no probe sequence needs into empty slots, if at least a tenth of the
   * table is won.
   */
  private void pruneTombstones(MapType t, long m, long tab) {
    long capacity = memory.get(tab + T_CAPACITY, 2);
    long left = memory.get(tab + T_GROWTH_LEFT, 2);
    long tombstones = capacity * MOST_LOAD / SLOTS - memory.get(tab + T_USED, 2) - left;
    if (tombstones * 10 < capacity) {
      return;
    }
    boolean[] needed = neededGroups(t, m, tab);
    long groups = memory.get64(tab + T_GROUPS);
    int win = 0;
    for (int k = 0; k < needed.length; k++) {
      if (!needed[k]) {
        win += Long.bitCount(matchFree(memory.get64(groups + (long) k * t.groupSize)));
      }
    }
    if (win * 10 < capacity) {
      return;
    }
    for (int k = 0; k < needed.length; k++) {
      long g = groups + (long) k * t.groupSize;
      if (!needed[k]) {
        for (long match = matchFree(memory.get64(g)); match != 0; match &= match - 1) {
          setCtrl(g, first(match), EMPTY);
        }
      }
    }
    memory.put(tab + T_GROWTH_LEFT, 2, left + win);
  }

  /**
   * Groups whose tombstones a search must not stop at; those with an empty slot have none to win.
   */
  private boolean[] neededGroups(MapType t, long m, long tab) {
    long mask = memory.get64(tab + T_MASK);
    long groups = memory.get64(tab + T_GROUPS);
    long seed = memory.get64(m + SEED);
    boolean[] needed = new boolean[(int) mask + 1];
    for (long k = 0; k <= mask; k++) {
      long g = groups + k * t.groupSize;
      for (int i = 0; i < SLOTS; i++) {
        long key = slotKey(t, g, i);
        if ((ctrl(g, i) & EMPTY) == 0 && equal(t, key, key)) {
          long at = hash(t, key, seed) >>> 7 & mask;
          for (long step = 1; at != k; step++) {
            if (matchFree(memory.get64(groups + at * t.groupSize)) != 0) {
              needed[(int) at] = true;
            }
            at = at + step & mask;
          }
        }
      }
      if (matchEmpty(memory.get64(g)) != 0) {
        needed[(int) k] = true;
      }
    }
    return needed;
  }

  void clear(MapType t, long m) {
    if (m == 0 || used(m) == 0 && memory.get(m + TOMBSTONES, 1) == 0) {
      return;
    }
    fatalIfWriting(m, "concurrent map writes");
    long n = memory.get64(m + DIR_LEN);
    long dir = memory.get64(m + DIR);
    if (n == 0) {
      memory.clear(dir, t.groupSize);
      memory.put64(dir, ALL_EMPTY);
    } else {
      long last = 0;
      for (long i = 0; i < n; i++) {
        long tab = memory.get64(dir + 8 * i);
        if (tab != last) {
          clearTable(t, tab);
        }
        last = tab;
      }
      memory.put(m + TOMBSTONES, 1, 0);
    }
    memory.put64(m + USED, 0);
    memory.put64(m + CLEARS, memory.get64(m + CLEARS) + 1);
    memory.put64(m + SEED, world.nextRandom());
  }

  private void clearTable(MapType t, long tab) {
    long mask = memory.get64(tab + T_MASK);
    long groups = memory.get64(tab + T_GROUPS);
    memory.clear(groups, (int) ((mask + 1) * t.groupSize));
    for (long k = 0; k <= mask; k++) {
      memory.put64(groups + k * t.groupSize, ALL_EMPTY);
    }
    memory.put(tab + T_USED, 2, 0);
    memory.put(tab + T_GROWTH_LEFT, 2, mostGrowth(memory.get(tab + T_CAPACITY, 2)));
  }

  /** Hands over the addresses of all keys and elements, in order of tables and slots. */
  static void entries(Memory memory, MapType t, long m, Machine.MapVisitor each) {
    if (m == 0 || memory.get64(m + USED) == 0) {
      return;
    }
    long n = memory.get64(m + DIR_LEN);
    long dir = memory.get64(m + DIR);
    if (n == 0) {
      groupEntries(memory, t, dir, each);
    }
    long last = 0;
    for (long i = 0; i < n; i++) {
      long tab = memory.get64(dir + 8 * i);
      for (long k = 0; tab != last && k <= memory.get64(tab + T_MASK); k++) {
        groupEntries(memory, t, memory.get64(tab + T_GROUPS) + k * t.groupSize, each);
      }
      last = tab;
    }
  }

  private static void groupEntries(Memory memory, MapType t, long group, Machine.MapVisitor each) {
    for (int i = 0; i < SLOTS; i++) {
      if ((memory.get(group + i, 1) & EMPTY) == 0) {
        long at = group + 8 + (long) i * t.slotSize;
        long elem = at + t.elemOffset;
        each.entry(
            t.indirectKey ? memory.get64(at) : at, t.indirectElem ? memory.get64(elem) : elem);
      }
    }
  }

  // iterating: the 12 words of maps.Iter

  private static final int I_KEY = 0;
  private static final int I_ELEM = 8;
  private static final int I_TYPE = 16;
  private static final int I_MAP = 24;
  private static final int I_ENTRY_OFFSET = 32;
  private static final int I_DIR_OFFSET = 40;
  private static final int I_CLEARS = 48;
  private static final int I_DEPTH = 56;
  private static final int I_DIR_INDEX = 64;
  private static final int I_TABLE = 72;
  private static final int I_GROUP = 80;
  private static final int I_ENTRY = 88;

  void iterInit(MapType t, long m, long it) {
    memory.put64(it + I_TYPE, data.descriptor(t.map));
    if (m == 0 || used(m) == 0) {
      return;
    }
    boolean small = memory.get64(m + DIR_LEN) == 0;
    memory.put64(it + I_MAP, m);
    memory.put64(it + I_ENTRY_OFFSET, world.nextRandom());
    memory.put64(it + I_DIR_OFFSET, world.nextRandom());
    memory.put64(it + I_DEPTH, memory.get(m + DEPTH, 1));
    memory.put64(it + I_DIR_INDEX, small ? -1 : 0);
    memory.put64(it + I_GROUP, small ? memory.get64(m + DIR) : 0);
    memory.put64(it + I_CLEARS, memory.get64(m + CLEARS));
  }

  /** Puts the addresses of the next key and element into the iterator: 0 at the end. */
  void iterNext(MapType t, long it) {
    long m = memory.get64(it + I_MAP);
    if (m != 0) {
      fatalIfWriting(m, "concurrent map iteration and map write");
      boolean found =
          memory.get64(it + I_DIR_INDEX) < 0 ? nextSmall(t, m, it) : nextInTables(t, m, it);
      if (found) {
        return;
      }
    }
    memory.put64(it + I_KEY, 0);
    memory.put64(it + I_ELEM, 0);
  }

  private boolean nextSmall(MapType t, long m, long it) {
    long g = memory.get64(it + I_GROUP);
    long offset = memory.get64(it + I_ENTRY_OFFSET);
    for (long e = memory.get64(it + I_ENTRY); e < SLOTS; e++) {
      int i = (int) (e + offset & SLOTS - 1);
      if ((ctrl(g, i) & EMPTY) == 0 && give(t, m, it, g, i, memory.get64(m + DIR_LEN) > 0)) {
        memory.put64(it + I_ENTRY, e + 1);
        return true;
      }
    }
    memory.put64(it + I_ENTRY, SLOTS);
    return false;
  }

  /**
   * Gives an entry to the loop. If the map has grown since the walk over this group began, the
   * entry that is in the map now counts; it may have been deleted.
   */
  private boolean give(MapType t, long m, long it, long g, int i, boolean grown) {
    long key = slotKey(t, g, i);
    long elem = slotElem(t, g, i);
    if (grown) {
      if (used(m) != 0 && find(t, m, key)) {
        key = slotKey(t, foundGroup, foundSlot);
        elem = slotElem(t, foundGroup, foundSlot);
      } else if (memory.get64(it + I_CLEARS) != memory.get64(m + CLEARS) || equal(t, key, key)) {
        return false;
      }
    }
    memory.put64(it + I_KEY, key);
    memory.put64(it + I_ELEM, elem);
    return true;
  }

  private boolean nextInTables(MapType t, long m, long it) {
    long grown = memory.get(m + DEPTH, 1) - memory.get64(it + I_DEPTH);
    if (grown != 0) {
      memory.put64(it + I_DIR_INDEX, memory.get64(it + I_DIR_INDEX) << grown);
      memory.put64(it + I_DIR_OFFSET, memory.get64(it + I_DIR_OFFSET) << grown);
      memory.put64(it + I_DEPTH, memory.get(m + DEPTH, 1));
    }
    while (memory.get64(it + I_DIR_INDEX) < memory.get64(m + DIR_LEN)) {
      long tab = memory.get64(it + I_TABLE);
      if (tab == 0) {
        tab = nextTable(m, it);
      }
      if (nextInTable(t, m, it, tab)) {
        return true;
      }
      long entries = 1L << memory.get(m + DEPTH, 1) - memory.get(tab + T_DEPTH, 1);
      memory.put64(it + I_DIR_INDEX, memory.get64(it + I_DIR_INDEX) + entries);
      memory.put64(it + I_TABLE, 0);
      memory.put64(it + I_GROUP, 0);
      memory.put64(it + I_ENTRY, 0);
    }
    return false;
  }

  private long nextTable(long m, long it) {
    long offset = memory.get64(it + I_DIR_OFFSET);
    long i = memory.get64(it + I_DIR_INDEX) + offset & memory.get64(m + DIR_LEN) - 1;
    long tab = memory.get64(memory.get64(m + DIR) + 8 * i);
    long index = memory.get64(tab + T_INDEX);
    if (index != i) {
      // begin at the first of the entries that the table spans
      memory.put64(it + I_DIR_OFFSET, offset - (i - index));
    }
    memory.put64(it + I_TABLE, tab);
    return tab;
  }

  private boolean nextInTable(MapType t, long m, long it, long tab) {
    long mask = memory.get(tab + T_CAPACITY, 2) - 1;
    long offset = memory.get64(it + I_ENTRY_OFFSET);
    long groups = memory.get64(tab + T_GROUPS);
    boolean grown = memory.get64(tab + T_INDEX) == -1;
    for (long e = memory.get64(it + I_ENTRY); e <= mask; e++) {
      long at = e + offset & mask;
      long g = groups + (at >>> 3) * t.groupSize;
      int i = (int) (at & SLOTS - 1);
      if ((ctrl(g, i) & EMPTY) == 0 && give(t, m, it, g, i, grown)) {
        memory.put64(it + I_GROUP, g);
        memory.put64(it + I_ENTRY, e + 1);
        return true;
      }
    }
    return false;
  }
}

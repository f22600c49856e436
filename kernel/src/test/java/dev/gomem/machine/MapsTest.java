package dev.gomem.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.TypeTable.FieldSpec;
import dev.gomem.machine.memory.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Structure, growth, order and contents of maps, against what was observed with gc and against a
 * map of Java's.
 */
final class MapsTest {
  private final Bench bench = new Bench();
  private final Machine machine = bench.machine();
  private final Interp s = machine.interp();
  private final Memory memory = s.memory;
  private final RType integer = bench.types.basic(Kind.INT);
  private final MapType ints = s.maps.layout(bench.types.mapOf(integer, integer));

  /** Where keys are put for the calls. */
  private final long key = machine.allocate(integer, 1);

  private void put(long m, long k, long v) {
    memory.put64(key, k);
    memory.put64(s.maps.assign(ints, m, key, 0), v);
  }

  private long get(long m, long k) {
    memory.put64(key, k);
    long e = s.maps.get(ints, m, key);
    return e == 0 ? -1 : memory.get64(e);
  }

  private void delete(long m, long k) {
    memory.put64(key, k);
    s.maps.delete(ints, m, key);
  }

  private long capacity(long m) {
    long n = memory.get64(m + 24);
    if (n == 0) {
      return memory.get64(m + 16) == 0 ? 0 : 8;
    }
    Set<Long> tables = new TreeSet<>();
    for (long i = 0; i < n; i++) {
      tables.add(memory.get64(memory.get64(m + 16) + 8 * i));
    }
    return tables.stream().mapToLong(t -> memory.get(t + 2, 2)).sum();
  }

  @Test
  void layouts() {
    RType string = bench.types.basic(Kind.STRING);
    RType any = bench.types.interfaceOf(List.of());
    RType b = bench.types.basic(Kind.UINT8);
    RType empty = bench.types.structOf(List.of());
    RType big = bench.types.arrayOf(200, b);
    assertGroup(24, 200, string, integer);
    assertGroup(16, 136, integer, integer);
    assertGroup(16, 136, integer, bench.types.basic(Kind.BOOL));
    assertGroup(16, 136, integer, empty);
    assertGroup(32, 264, string, string);
    assertGroup(32, 264, string, any);
    assertGroup(2, 24, b, b);
    assertGroup(16, 136, integer, big);
    assertGroup(16, 136, big, integer);
    assertGroup(136, 1096, integer, bench.types.arrayOf(128, b));
  }

  private void assertGroup(int slot, int group, RType k, RType e) {
    MapType t = s.maps.layout(bench.types.mapOf(k, e));
    assertEquals(slot, t.slotSize, t.map.name());
    assertEquals(group, t.groupSize, t.map.name());
  }

  @Test
  void growth() {
    long m = s.maps.make(ints, 0, 0);
    Map<Integer, Long> seen = new HashMap<>();
    long last = 0;
    for (int i = 1; i <= 896; i++) {
      put(m, i, i);
      if (capacity(m) != last) {
        last = capacity(m);
        seen.put(i, last);
      }
    }
    assertEquals(
        Map.of(1, 8L, 9, 16L, 15, 32L, 29, 64L, 57, 128L, 113, 256L, 225, 512L, 449, 1024L), seen);
    assertEquals(1, memory.get64(m + 24));
    put(m, 897, 897);
    assertEquals(2, memory.get64(m + 24)); // a split: two tables, a directory of two
    assertEquals(2048, capacity(m));
    for (int i = 898; i <= 20000; i++) {
      put(m, i, i);
    }
    for (int i = 1; i <= 20000; i++) {
      assertEquals(i, get(m, i));
    }
    assertEquals(-1, get(m, 20001));
  }

  @Test
  void hints() {
    long[][] hintCapacityTables = {
      {0, 0, 0},
      {8, 0, 0},
      {9, 16, 1},
      {14, 16, 1},
      {15, 32, 1},
      {28, 32, 1},
      {100, 128, 1},
      {112, 128, 1},
      {113, 256, 1},
      {896, 1024, 1},
      {897, 1024, 2},
      {1000, 2048, 2},
      {10000, 16384, 16}
    };
    for (long[] row : hintCapacityTables) {
      long m = s.maps.make(ints, row[0], 0);
      assertEquals(row[1], capacity(m), "hint " + row[0]);
      assertEquals(row[2], memory.get64(m + 24), "hint " + row[0]);
    }
  }

  @Test
  void allocations() {
    long before = machine.counters().mallocs();
    long bytes = machine.counters().givenBytes();
    long m = s.maps.make(ints, 0, 0);
    assertEquals(1, machine.counters().mallocs() - before);
    for (int i = 1; i <= 8; i++) {
      put(m, i, i);
    }
    assertEquals(2, machine.counters().mallocs() - before);
    assertEquals(48 + 144, machine.counters().givenBytes() - bytes);
    put(m, 9, 9);
    assertEquals(5, machine.counters().mallocs() - before);
    assertEquals(520, machine.counters().givenBytes() - bytes);
  }

  @Test
  void deletingKeepsCapacityAndClearRestoresIt() {
    long m = s.maps.make(ints, 0, 0);
    for (int i = 0; i < 100; i++) {
      put(m, i, i);
    }
    for (int i = 0; i < 100; i++) {
      delete(m, i);
    }
    assertEquals(0, memory.get64(m));
    assertEquals(128, capacity(m));
    s.maps.clear(ints, m);
    long table = memory.get64(memory.get64(m + 16));
    assertEquals(112, memory.get(table + 4, 2));
  }

  private List<Long> order(long m) {
    long it = machine.allocate(integer, 12);
    s.maps.iterInit(ints, m, it);
    List<Long> keys = new ArrayList<>();
    for (s.maps.iterNext(ints, it); memory.get64(it) != 0; s.maps.iterNext(ints, it)) {
      keys.add(memory.get64(memory.get64(it)));
    }
    return keys;
  }

  @Test
  void smallMapsIterateInRotations() {
    long m = s.maps.make(ints, 0, 0);
    for (int i = 0; i < 4; i++) {
      put(m, i, i);
    }
    Map<List<Long>, Integer> seen = new HashMap<>();
    for (int i = 0; i < 8000; i++) {
      seen.merge(order(m), 1, Integer::sum);
    }
    assertEquals(
        Set.of(
            List.of(0L, 1L, 2L, 3L),
            List.of(1L, 2L, 3L, 0L),
            List.of(2L, 3L, 0L, 1L),
            List.of(3L, 0L, 1L, 2L)),
        seen.keySet());
    int inOrder = seen.get(List.of(0L, 1L, 2L, 3L));
    assertTrue(inOrder > 4700 && inOrder < 5300, "in order " + inOrder); // five in eight
  }

  @Test
  void sameSeedSameOrder() {
    Machine other = new Bench().machine();
    assertEquals(machine.random(), other.random());
  }

  @Test
  void againstJavasMap() {
    SplittableRandom r = new SplittableRandom(42);
    long m = s.maps.make(ints, 0, 0);
    Map<Long, Long> java = new HashMap<>();
    for (int i = 0; i < 60_000; i++) {
      long k = r.nextInt(3000);
      switch (r.nextInt(8)) {
        case 0, 1, 2, 3 -> {
          put(m, k, i);
          java.put(k, (long) i);
        }
        case 4, 5, 6 -> {
          delete(m, k);
          java.remove(k);
        }
        default -> assertEquals(java.getOrDefault(k, -1L), get(m, k));
      }
      if (i == 50_000) {
        s.maps.clear(ints, m);
        java.clear();
      }
    }
    assertEquals(java.size(), memory.get64(m));
    List<Long> keys = order(m);
    assertEquals(java.keySet(), new TreeSet<>(keys));
    assertEquals(java.size(), keys.size());
    Map<Long, Long> entries = new HashMap<>();
    machine.mapEntries(ints.map, m, (k, e) -> entries.put(memory.get64(k), memory.get64(e)));
    assertEquals(java, entries);
  }

  @Test
  void iterationWhileTheMapGrowsMeetsEachOldKeyOnce() {
    for (int n : new int[] {4, 8, 100, 900}) {
      long m = s.maps.make(ints, 0, 0);
      for (int i = 0; i < n; i++) {
        put(m, i, i);
      }
      long it = machine.allocate(integer, 12);
      s.maps.iterInit(ints, m, it);
      Set<Long> met = new TreeSet<>();
      int next = n;
      for (s.maps.iterNext(ints, it); memory.get64(it) != 0; s.maps.iterNext(ints, it)) {
        assertTrue(met.add(memory.get64(memory.get64(it))), "key twice");
        if (next < 4 * n) {
          put(m, next++, 0);
          put(m, next++, 0);
        }
      }
      for (long i = 0; i < n; i++) {
        assertTrue(met.contains(i), "key " + i + " of " + n);
      }
    }
  }

  @Test
  void stringAndStructAndInterfaceKeys() {
    RType string = bench.types.basic(Kind.STRING);
    RType any = bench.types.interfaceOf(List.of());
    RType pair =
        bench.types.structOf(
            List.of(
                new FieldSpec("a", string, false, false, ""),
                new FieldSpec("b", bench.types.basic(Kind.FLOAT64), false, false, "")));
    MapType t = s.maps.layout(bench.types.mapOf(pair, integer));
    long k = machine.allocate(pair, 1);
    long m = s.maps.make(t, 0, 0);
    for (int i = 0; i < 50; i++) {
      machine.putString(k, ("key" + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      memory.put64(k + 16, Double.doubleToRawLongBits(i == 0 ? -0.0 : i));
      memory.put64(s.maps.assign(t, m, k, 0), i);
    }
    machine.putString(k, "key0".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    memory.put64(k + 16, 0); // +0 equals -0
    assertEquals(0, memory.get64(s.maps.get(t, m, k)));
    memory.put64(k + 16, Double.doubleToRawLongBits(Double.NaN));
    long before = memory.get64(m);
    s.maps.assign(t, m, k, 0);
    s.maps.assign(t, m, k, 0);
    assertEquals(before + 2, memory.get64(m)); // a NaN equals nothing
    assertEquals(0, s.maps.get(t, m, k));
    MapType anys = s.maps.layout(bench.types.mapOf(any, integer));
    long ka = machine.allocate(any, 1);
    long ma = s.maps.make(anys, 0, 0);
    memory.put64(ka, machine.typeWord(string));
    long box = machine.allocate(string, 1);
    machine.putString(box, "x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    memory.put64(ka + 8, box);
    memory.put64(s.maps.assign(anys, ma, ka, 0), 5);
    long box2 = machine.allocate(string, 1);
    machine.putString(box2, "x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    memory.put64(ka + 8, box2);
    assertEquals(5, memory.get64(s.maps.get(anys, ma, ka)));
    memory.put64(ka, machine.typeWord(bench.types.sliceOf(integer)));
    Ending.Panic p =
        org.junit.jupiter.api.Assertions.assertThrows(
            Ending.Panic.class, () -> s.maps.get(anys, ma, ka));
    assertEquals("hash of unhashable type []int", machine.text(p.data));
  }
}

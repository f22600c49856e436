package dev.gomem.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.TypeTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses, classes and reuse as observed with the real toolchain. */
final class HeapTest {
  private final TypeTable types = new TypeTable();
  private final Memory memory = new Memory(2 << 20);
  private final Heap heap = new Heap(memory, 64 << 20);

  private TypeInfo info(RType t) {
    return heap.info(t);
  }

  private TypeInfo basic(Kind k) {
    return info(types.basic(k));
  }

  private long low(TypeInfo t) {
    return heap.allocate(t, 0) & 0x1fff;
  }

  @Test
  void objectsPerSpan() {
    int[][] bytesNoscanScan = {
      {16, 504, 496},
      {24, 336, 330},
      {32, 252, 248},
      {48, 168, 165},
      {64, 126, 124},
      {128, 63, 62},
      {256, 31, 31},
      {512, 15, 15},
      {8, 1024, 1008},
      {576, 14, 14},
      {1024, 8, 8},
      {8192, 1, 1},
      {27264, 3, 3}
    };
    for (int[] row : bytesNoscanScan) {
      int c = SizeClasses.classOf(row[0]);
      assertEquals(row[0], SizeClasses.bytes(c));
      assertEquals(row[1], SizeClasses.objects(c, true), "noscan " + row[0]);
      assertEquals(row[2], SizeClasses.objects(c, false), "scan " + row[0]);
    }
    assertEquals(68, SizeClasses.count());
  }

  /** The allocator multiplies where it should divide: the same for every address of every span. */
  @Test
  void slotOfEveryOffset() {
    for (int c = 1; c < SizeClasses.count(); c++) {
      int slot = SizeClasses.bytes(c);
      for (int offset = 0; offset < SizeClasses.pages(c) * Pages.SIZE; offset++) {
        if (offset / slot != Span.slotOf(offset, c)) {
          assertEquals(offset / slot, Span.slotOf(offset, c), offset + " by " + slot);
        }
      }
    }
  }

  @Test
  void tinyObjectsShareSlots() {
    TypeInfo i32 = basic(Kind.INT32);
    long first = low(i32);
    assertEquals(0, first & 15);
    for (int i = 1; i < 4; i++) {
      assertEquals(first + 4 * i, low(i32));
    }
    assertEquals(first + 0x10, low(i32)); // fifth: the next slot
    assertEquals(first + 0x14, low(basic(Kind.UINT8)));
    assertEquals(first + 0x15, low(basic(Kind.UINT8)));
    assertEquals(first + 0x16, low(basic(Kind.UINT8)));
    assertEquals(first + 0x18, low(basic(Kind.INT64)));
    assertEquals(first + 0x20, low(basic(Kind.INT64)));
    assertEquals(first + 0x28, low(basic(Kind.INT64)));
    assertEquals(first + 0x30, low(basic(Kind.INT16)));
    assertEquals(first + 0x32, low(basic(Kind.INT16)));
    TypeInfo twelve = info(types.arrayOf(3, types.basic(Kind.INT32)));
    assertEquals(first + 0x34, low(twelve));
    assertEquals(first + 0x40, low(twelve));
    assertEquals(15, heap.mallocs());
  }

  @Test
  void headersAndLargeObjects() {
    RType pointer = types.pointerTo(types.basic(Kind.INT));
    TypeInfo scan1024 = info(types.arrayOf(128, pointer));
    scan1024.descriptor = 0x1234;
    long a = heap.allocate(scan1024, 0);
    assertEquals(8, (a & 0x1fff) % 1152);
    assertEquals(0x1234, memory.get64(a - 8));
    assertEquals(1152, heap.givenBytes());
    TypeInfo noscan1024 = info(types.arrayOf(128, types.basic(Kind.INT)));
    long b = heap.allocate(noscan1024, 0);
    assertEquals(0, (b & 0x1fff) % 1024);
    assertEquals(1152 + 1024, heap.givenBytes());
    long before = heap.givenBytes();
    heap.allocate(basic(Kind.UINT8), 40000, 0);
    assertEquals(40960, heap.givenBytes() - before);
    heap.allocate(basic(Kind.UINT8), 32761, 0);
    assertEquals(40960 + 32768, heap.givenBytes() - before);
    heap.allocate(basic(Kind.UINT8), 32760, 0);
    assertEquals(40960 + 2 * 32768, heap.givenBytes() - before);
  }

  @Test
  void sweptSlotsAreReusedLowestFirstAndZeroed() {
    RType node =
        types.structOf(
            List.of(
                field("next", types.basic(Kind.UNSAFE_POINTER)),
                field("v", types.basic(Kind.INT))));
    TypeInfo t = info(node);
    long[] a = new long[600];
    for (int i = 0; i < a.length; i++) {
      a[i] = heap.allocate(t, 0);
      memory.put64(a[i] + 8, i + 1);
    }
    assertEquals(a[0] + 495 * 16, a[495]);
    assertEquals(0, a[496] & 0x1fff); // 496 objects a span
    heap.clearMarks();
    for (int i = 0; i < a.length; i++) {
      if (i != 3 && i != 7 && i != 500) {
        heap.mark(a[i]);
      }
    }
    heap.sweep(0);
    assertEquals(3, heap.frees());
    assertNull(heap.objectAt(a[3]));
    assertEquals(a[3], heap.allocate(t, 0));
    assertEquals(0, memory.get64(a[3] + 8));
    assertEquals(a[7], heap.allocate(t, 0));
    assertEquals(a[500], heap.allocate(t, 0));
    long after = heap.allocate(t, 0);
    assertEquals(a[599] + 16, after);
    Heap.Info o = heap.objectAt(a[3] + 9);
    assertNotNull(o);
    assertEquals(601, o.sequence());
    int[] all = heap.objects();
    assertEquals(601, all.length);
    assertEquals((int) after, all[600]);
  }

  @Test
  void emptySpansGoBack() {
    TypeInfo t = info(types.arrayOf(2, types.basic(Kind.INT)));
    long first = heap.allocate(t, 0);
    heap.clearMarks();
    heap.sweep(0);
    TypeInfo u = info(types.arrayOf(3, types.basic(Kind.INT)));
    assertEquals(first, heap.allocate(u, 0)); // the page serves another class now
    assertEquals(24, heap.liveBytes());
  }

  private static TypeTable.FieldSpec field(String name, RType t) {
    return new TypeTable.FieldSpec(name, t, false, false, "");
  }
}

package dev.gomem.machine;

import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.TypeTable;
import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.Pages;
import dev.gomem.machine.memory.SizeClasses;
import dev.gomem.machine.memory.TypeInfo;
import java.util.Arrays;

/**
 * Strings: concatenation, conversions, UTF-8 (gc: runtime/string.go, unicode/utf8). Blocks are
 * given by index.
 */
final class Strings {
  private static final int ERROR_RUNE = 0xfffd;

  /** Bytes, or runes, of a buffer in the frame. */
  private static final int BUFFER = 32;

  private final Memory memory;
  private final Heap heap;
  private final DataSegment data;
  private final TypeInfo bytes;
  private final TypeInfo runes;

  Strings(World world, TypeTable types) {
    memory = world.memory;
    heap = world.heap;
    data = world.data;
    bytes = heap.info(types.basic(Kind.UINT8));
    runes = heap.info(types.basic(Kind.INT32));
  }

  private long word(int at) {
    return Memory.get64(memory.bytes(), at);
  }

  private void put(int at, long v) {
    Memory.put64(memory.bytes(), at, v);
  }

  /**
   * {@code n} strings at {@code at}; the result behind them. One that is not empty is the result
   * itself.
   */
  void concat(int at, int n, long buffer, int site) {
    int result = at + 16 * n;
    long length = 0;
    int nonEmpty = 0;
    int last = 0;
    for (int i = 0; i < n; i++) {
      long len = word(at + 16 * i + 8);
      if (len > 0) {
        length += len;
        nonEmpty++;
        last = i;
      }
    }
    long only = word(at + 16 * last);
    if (nonEmpty == 0 || nonEmpty == 1 && (buffer != 0 || !onStack(only))) {
      long p = nonEmpty == 0 ? 0 : only;
      put(result, p);
      put(result + 8, length);
      return;
    }
    long to = room(buffer, length, site);
    long next = to;
    for (int i = 0; i < n; i++) {
      int len = (int) word(at + 16 * i + 8);
      memory.move(next, word(at + 16 * i), len);
      next += len;
    }
    put(result, to);
    put(result + 8, length);
  }

  /** A frame's buffer if there is one and it suffices, else a new object. */
  private long room(long buffer, long length, int site) {
    return buffer != 0 && length <= BUFFER ? buffer : heap.allocate(bytes, length, site);
  }

  private boolean onStack(long p) {
    return p >>> 32 == Memory.ARENA >>> 32 && heap.pages().useOf(p) == Pages.Use.STACK;
  }

  long compare(long p, long n, long q, long m) {
    byte[] b = memory.bytes();
    int i = Memory.index(p);
    int j = Memory.index(q);
    int c =
        n == 0 || m == 0
            ? Long.compare(n, m)
            : Arrays.compareUnsigned(b, i, i + (int) n, b, j, j + (int) m);
    return Integer.signum(c);
  }

  /** []byte(s): the capacity is what the size class gives. */
  void toBytes(int at, long buffer, int site) {
    long p = word(at);
    long n = word(at + 8);
    boolean small = buffer != 0 && n <= BUFFER;
    long cap = small ? BUFFER : SizeClasses.roundUp(n, true);
    long to = small ? buffer : heap.allocate(bytes, cap, site);
    if (small) {
      memory.clear(to, BUFFER);
    }
    memory.move(to, p, (int) n);
    put(at + 16, to);
    put(at + 24, n);
    put(at + 32, cap);
  }

  /** string([]byte): one byte comes from the table of small values. */
  void fromBytes(int at, long buffer, int site) {
    long p = word(at);
    long n = word(at + 8);
    long to = 0;
    if (n == 1) {
      to = data.smallInts + 8 * memory.get(p, 1);
    } else if (n > 1) {
      to = room(buffer, n, site);
      memory.move(to, p, (int) n);
    }
    put(at + 24, to);
    put(at + 32, n);
  }

  void toRunes(int at, long buffer, int site) {
    long p = word(at);
    long n = word(at + 8);
    long count = 0;
    for (long i = 0; i < n; i += size(decode(p, i, n))) {
      count++;
    }
    boolean small = buffer != 0 && count <= BUFFER;
    long cap = small ? BUFFER : SizeClasses.roundUp(4 * count, true) / 4;
    long to = small ? buffer : heap.allocate(runes, 4 * cap, site);
    if (small) {
      memory.clear(to, 4 * BUFFER);
    }
    long next = to;
    for (long i = 0; i < n; next += 4) {
      long d = decode(p, i, n);
      memory.put(next, 4, rune(d));
      i += size(d);
    }
    put(at + 16, to);
    put(at + 24, count);
    put(at + 32, cap);
  }

  void fromRunes(int at, long buffer, int site) {
    long p = word(at);
    long n = word(at + 8);
    long length = 0;
    for (long i = 0; i < n; i++) {
      length += width((int) memory.get(p + 4 * i, 4));
    }
    long to = room(buffer, length + 3, site); // of no runes too
    long next = to;
    for (long i = 0; i < n; i++) {
      next += encode(next, (int) memory.get(p + 4 * i, 4));
    }
    put(at + 24, to);
    put(at + 32, length);
  }

  void fromInt(int at, long buffer, int site) {
    long v = word(at);
    int r = v == (int) v ? (int) v : ERROR_RUNE;
    long to = buffer != 0 ? buffer : heap.allocate(bytes, 4, site);
    put(at + 8, to);
    put(at + 16, encode(to, r));
  }

  void decodeRune(int at) {
    long i = word(at + 16);
    long d = decode(word(at), i, word(at + 8));
    put(at + 24, rune(d));
    put(at + 32, i + size(d));
  }

  // UTF-8: a decoded rune and its size in one number

  private static int rune(long d) {
    return (int) (d >>> 8);
  }

  private static int size(long d) {
    return (int) (d & 0xff);
  }

  private static final long INVALID = (long) ERROR_RUNE << 8 | 1;

  private long decode(long p, long i, long n) {
    byte[] m = memory.bytes();
    int at = Memory.index(p) + (int) i;
    int left = (int) (n - i);
    int b0 = m[at] & 0xff;
    if (b0 < 0x80) {
      return (long) b0 << 8 | 1;
    }
    int need =
        b0 >= 0xc2 && b0 < 0xe0 ? 2 : b0 >= 0xe0 && b0 < 0xf0 ? 3 : b0 >= 0xf0 && b0 < 0xf5 ? 4 : 0;
    if (need == 0 || left < need) {
      return INVALID;
    }
    int r = b0 & (0xff >> need + 1);
    for (int k = 1; k < need; k++) {
      int b = m[at + k] & 0xff;
      if ((b & 0xc0) != 0x80) {
        return INVALID;
      }
      r = r << 6 | b & 0x3f;
    }
    boolean overlong = need == 3 && r < 0x800 || need == 4 && r < 0x10000;
    if (overlong || r > 0x10ffff || r >= 0xd800 && r < 0xe000) {
      return INVALID;
    }
    return (long) r << 8 | need;
  }

  private static int valid(int r) {
    return r < 0 || r > 0x10ffff || r >= 0xd800 && r < 0xe000 ? ERROR_RUNE : r;
  }

  private static int width(int rune) {
    int r = valid(rune);
    return r < 0x80 ? 1 : r < 0x800 ? 2 : r < 0x10000 ? 3 : 4;
  }

  private int encode(long at, int rune) {
    int r = valid(rune);
    int n = width(r);
    if (n == 1) {
      memory.put(at, 1, r);
      return 1;
    }
    int rest = r;
    for (int k = n - 1; k > 0; k--) {
      memory.put(at + k, 1, 0x80 | rest & 0x3f);
      rest >>= 6;
    }
    memory.put(at, 1, (0xf00 >> n) & 0xff | rest);
    return n;
  }
}

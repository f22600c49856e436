package dev.gomem.machine;

import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.SizeClasses;
import dev.gomem.machine.memory.TypeInfo;

/**
 * make, append's growth, copy and clear of slices (gc: runtime/slice.go). Blocks are given by
 * index.
 */
final class Slices {
  private static final long MAX_ALLOC = 1L << 48;

  private final Memory memory;
  private final Heap heap;
  private final DataSegment data;
  private final Errors errors;
  private long growths;

  Slices(World world, Errors errors) {
    memory = world.memory;
    heap = world.heap;
    data = world.data;
    this.errors = errors;
  }

  long growths() {
    return growths;
  }

  private long word(int at) {
    return Memory.get64(memory.bytes(), at);
  }

  private void put(int at, long v) {
    Memory.put64(memory.bytes(), at, v);
  }

  private static boolean tooMuch(long size, long n) {
    return n < 0 || size != 0 && Long.compareUnsigned(n, MAX_ALLOC / size) > 0;
  }

  void make(int at, TypeInfo elem, int site) {
    long len = word(at);
    long cap = word(at + 8);
    if (tooMuch(elem.size, cap) || len < 0 || len > cap) {
      throw errors.error(
          tooMuch(elem.size, len) ? "makeslice: len out of range" : "makeslice: cap out of range");
    }
    long p = heap.allocate(elem, elem.size * cap, site);
    put(at + 16, p);
    put(at + 24, len);
    put(at + 32, cap);
  }

  /**
   * The capacity wanted for {@code newLen} elements, before rounding up to a size class
   * (nextslicecap).
   */
  static long wanted(long newLen, long oldCap) {
    if (newLen > 2 * oldCap) {
      return newLen;
    }
    if (oldCap < 256) {
      return 2 * oldCap;
    }
    long c = oldCap;
    while (Long.compareUnsigned(c, newLen) < 0) {
      c += c + 3 * 256 >> 2;
      if (c <= 0) {
        return newLen;
      }
    }
    return c;
  }

  /** Capacity of a grown slice. */
  static long grownCap(long newLen, long oldCap, long size, boolean noscan) {
    return SizeClasses.roundUp(wanted(newLen, oldCap) * size, noscan) / size;
  }

  /**
   * Growth in a new object.
   *
   * @param result where the grown slice goes
   */
  void grow(int at, int result, TypeInfo elem, int site) {
    long p = word(at);
    long len = word(at + 8);
    long oldCap = word(at + 16);
    long newLen = word(at + 24);
    if (newLen < 0) {
      throw errors.error("growslice: len out of range");
    }
    long cap = newLen;
    long to = data.zeroBase;
    if (elem.size > 0) {
      if (tooMuch(elem.size, newLen) || tooMuch(elem.size, wanted(newLen, oldCap))) {
        throw errors.error("growslice: len out of range");
      }
      growths++;
      cap = grownCap(newLen, oldCap, elem.size, elem.noscan);
      to = heap.allocate(elem, cap * elem.size, site);
      memory.move(to, p, (int) (len * elem.size));
    }
    put(result, to);
    put(result + 8, len);
    put(result + 16, cap);
  }

  /**
   * Growth in a buffer of the frame, as far as that holds (growsliceBuf): one size class at a time,
   * so that nothing is wasted when the slice moves to the heap with its capacity.
   */
  void growInBuffer(int at, TypeInfo elem, int site) {
    long p = word(at);
    long len = word(at + 8);
    long newLen = word(at + 24);
    long buffer = word(at + 32);
    if (Long.compareUnsigned(newLen, word(at + 40)) > 0) {
      grow(at, at + 48, elem, site);
      return;
    }
    if (p != buffer && len != 0) {
      memory.move(buffer, p, (int) (len * elem.size));
    }
    long cap = SizeClasses.roundUp(newLen * elem.size, elem.noscan) / elem.size;
    if (newLen < cap) {
      memory.clear(buffer + newLen * elem.size, (int) ((cap - newLen) * elem.size));
    }
    put(at + 48, buffer);
    put(at + 56, len);
    put(at + 64, cap);
  }

  /**
   * A slice that is about to be given away: out of the running frame, if its array is there
   * (move2heap in ssagen, moveSlice and its like).
   *
   * @param fp index of the frame, of {@code code}
   * @param whole with its capacity and what lies beyond its length
   */
  void move(int at, int fp, Code code, boolean whole, TypeInfo elem, int site) {
    long p = word(at);
    long len = word(at + 8);
    long cap = word(at + 16);
    long to = p;
    if (p >= Memory.arena(fp) && p < Memory.arena(fp + code.step)) {
      long used = len;
      if (whole) {
        used = cap;
      } else {
        cap = SizeClasses.roundUp(len * elem.size, elem.noscan) / elem.size;
      }
      to = heap.allocate(elem, cap * elem.size, site);
      memory.move(to, p, (int) (used * elem.size));
    }
    put(at + 24, to);
    put(at + 32, len);
    put(at + 40, cap);
  }

  void copy(int at, TypeInfo elem) {
    long n = Math.min(word(at + 8), word(at + 32));
    memory.move(word(at), word(at + 24), (int) (n * elem.size));
    put(at + 48, n);
  }

  void copyString(int at) {
    long n = Math.min(word(at + 8), word(at + 32));
    memory.move(word(at), word(at + 24), (int) n);
    put(at + 40, n);
  }

  void clear(int at, TypeInfo elem) {
    long n = word(at + 8) * elem.size;
    if (n > 0) {
      memory.clear(word(at), (int) n);
    }
  }
}

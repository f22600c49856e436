package dev.gomem.machine.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Where goroutine stacks come from: powers of two from 2 KiB on, out of the pages that the heap
 * uses too. Stacks below 32 KiB are cut from spans of 32 KiB, the lowest free first. (gc:
 * runtime/stack.go, stackalloc, without its caches.)
 */
public final class Stacks {
  /** A goroutine's first stack. */
  public static final int FIRST = 2048;

  /** Bytes at the low end that the check at a function's entry keeps free. */
  public static final int GUARD = 928;

  private static final int SPAN = 32 << 10;
  private static final int ORDERS = 4;

  private final Pages pages;
  private final List<TreeSet<Long>> free = new ArrayList<>();
  private long used;

  public Stacks(Pages pages) {
    this.pages = pages;
    for (int i = 0; i < ORDERS; i++) {
      free.add(new TreeSet<>());
    }
  }

  public Stacks(Stacks s, Pages pages) {
    this.pages = pages;
    for (TreeSet<Long> f : s.free) {
      free.add(new TreeSet<>(f));
    }
    used = s.used;
  }

  /** Bytes of stacks in use. */
  public long used() {
    return used;
  }

  /**
   * Address of the lowest byte of a stack of {@code size} bytes, a power of two from {@link #FIRST}
   * on.
   */
  public long take(int size) {
    used += size;
    if (size >= SPAN) {
      return address(pages.take(size >> Pages.SHIFT, Pages.Use.STACK));
    }
    TreeSet<Long> of = free.get(order(size));
    Long low = of.pollFirst();
    if (low == null) {
      low = address(pages.take(SPAN >> Pages.SHIFT, Pages.Use.STACK));
      for (int off = size; off < SPAN; off += size) {
        of.add(low + off);
      }
    }
    return low;
  }

  public void free(long low, int size) {
    used -= size;
    if (size >= SPAN) {
      pages.free((int) low >>> Pages.SHIFT, size >> Pages.SHIFT);
    } else {
      free.get(order(size)).add(low);
    }
  }

  private static int order(int size) {
    return Integer.numberOfTrailingZeros(size / FIRST);
  }

  private static long address(int page) {
    return Memory.ARENA + ((long) page << Pages.SHIFT);
  }
}

package dev.gomem.machine;

import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Pacer;
import dev.gomem.machine.memory.Pages;
import dev.gomem.machine.memory.SizeClasses;
import java.util.ArrayList;
import java.util.List;

/**
 * What runtime.MemStats says of the memory (runtime/mstats.go). The runtime's own structures take
 * none of it here: they are the host's.
 *
 * @param mallocs objects, also those that share a block
 * @param objects slots that hold something: what shares a block counts once
 * @param total bytes of slots ever given
 * @param alloc bytes of slots not freed
 * @param sys bytes of address space for heap and stacks
 * @param inUse bytes of spans
 * @param idle bytes of the heap's address space that hold none
 * @param released those of them that no memory stands behind
 * @param stacks bytes of spans of stacks
 * @param goal of the next collection
 * @param lastEnd when the last collection ended, in nanoseconds since 1970; 0 for none
 * @param sizes by size class, from 0 for those that have spans of their own
 */
public record MemoryStats(
    long mallocs,
    long objects,
    long total,
    long alloc,
    long sys,
    long inUse,
    long idle,
    long released,
    long stacks,
    long goal,
    long lastEnd,
    long collections,
    long forced,
    List<Heap.Uses> sizes) {
  public MemoryStats {
    sizes = List.copyOf(sizes);
  }

  static MemoryStats of(World w) {
    Heap heap = w.heap;
    Pages pages = heap.pages();
    Pacer pacer = heap.pacer();
    long data = pages.bytes(Pages.Use.DATA) + pages.bytes(Pages.Use.READ_ONLY);
    long stacks = pages.bytes(Pages.Use.STACK);
    long inUse = pages.bytes(Pages.Use.HEAP);
    long sys = pages.mappedBytes() - data;
    long idle = sys - stacks - inUse;
    long n = pacer.collections();
    List<Heap.Uses> sizes = new ArrayList<>();
    for (int c = 0; c < SizeClasses.count(); c++) {
      sizes.add(heap.uses(c));
    }
    return new MemoryStats(
        heap.mallocs(),
        heap.liveSlots(),
        heap.givenBytes(),
        heap.liveBytes(),
        sys,
        inUse,
        idle,
        idle - pages.retainedBytes(),
        stacks,
        heap.goal(),
        n == 0 ? 0 : pacer.end((int) ((n - 1) % Pacer.HISTORY)),
        n,
        pacer.forced(),
        sizes);
  }
}

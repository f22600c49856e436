package dev.gomem.machine;

import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.Stacks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a program can change, as one thing that can be copied: memory, heap, stacks,
 * goroutines, data.
 */
final class World {
  final Memory memory;
  final Heap heap;
  final Stacks stacks;
  final DataSegment data;
  final Text text;

  /** Those that exist, in order of creation; main first. */
  private final Map<Long, Goroutine> goroutines = new LinkedHashMap<>();

  /** The first that a program starts is number 6: gc's runtime has started the others. */
  long nextGoroutine = 1;

  Waiting waiting = new Waiting();

  /** Runs next, if anyone has been made ready or started (gc: runnext). */
  @Nullable Goroutine runNext;

  /** Runnable, in order (gc: the processor's own queue). */
  final ArrayDeque<Goroutine> local = new ArrayDeque<>();

  /** Those that were pre-empted or have yielded (gc: the global queue). */
  final ArrayDeque<Goroutine> global = new ArrayDeque<>();

  /** Asleep, by the time they wake and then by the order in which they fell asleep. */
  final List<Goroutine> asleep = new ArrayList<>();

  /** Bytes that a goroutine's stack may have, as far as the program says (gc: maxstacksize). */
  long maxStack = 1_000_000_000;

  /** Runs finalizers, once there has been one (gc: fing). */
  @Nullable Goroutine finalizerGoroutine;

  /** Runs cleanups. */
  @Nullable Goroutine cleanupGoroutine;

  /** Counts decisions who runs next. */
  long tick;

  /** Virtual nanoseconds that have passed without counted events. */
  long jumped;

  /** A program has run: its goroutines are there only to be looked at. */
  boolean over;

  private DataSegment.@Nullable Globals frozen;

  /** State of the generator of everything random. */
  long random;

  World(Limits limits, long seed) {
    memory = new Memory(2 << 20);
    heap = new Heap(memory, limits.memoryBytes());
    stacks = new Stacks(heap.pages());
    data = new DataSegment(memory, heap.pages());
    heap.zeroBase(data.zeroBase);
    text = new Text();
    random = seed;
  }

  /** Makes a copy live: package variables are the data segment's again. */
  void thaw() {
    frozen = null;
  }

  /** A copy that shares what only grows: text and read-only data. */
  World(World w) {
    this(w, w.memory.copy(w.heap.pages().usedEnd()), (World) null);
  }

  /**
   * A copy whose bytes are in {@code memory}, sharing what it can with an earlier one that is never
   * written.
   */
  World(World w, Memory memory, @Nullable World before) {
    this(w, memory, new Heap(w.heap, memory, before == null ? null : before.heap));
  }

  /** To look at, as long as nothing runs: shares bytes and heap. */
  World view() {
    return new World(this, memory, heap.view());
  }

  private World(World w, Memory memory, Heap heap) {
    this.memory = memory;
    this.heap = heap;
    stacks = new Stacks(w.stacks, heap.pages());
    data = w.data;
    text = w.text;
    Map<Goroutine, Goroutine> of = new IdentityHashMap<>();
    for (Goroutine g : w.goroutines()) {
      Goroutine c = g.copy();
      add(c);
      of.put(g, c);
    }
    waiting = w.waiting.copy(of);
    runNext = of.get(w.runNext);
    finalizerGoroutine = of.get(w.finalizerGoroutine);
    cleanupGoroutine = of.get(w.cleanupGoroutine);
    w.local.forEach(g -> local.add(copyOf(of, g)));
    w.global.forEach(g -> global.add(copyOf(of, g)));
    w.asleep.forEach(g -> asleep.add(copyOf(of, g)));
    tick = w.tick;
    nextGoroutine = w.nextGoroutine;
    random = w.random;
    jumped = w.jumped;
    maxStack = w.maxStack;
    over = w.over;
    frozen = w.data.globals();
  }

  private static Goroutine copyOf(Map<Goroutine, Goroutine> of, Goroutine g) {
    Goroutine c = of.get(g);
    if (c == null) {
      throw new MachineFault("goroutine " + g.id + " is queued but not known");
    }
    return c;
  }

  /** Those that exist, in order of creation; main first. */
  Collection<Goroutine> goroutines() {
    return goroutines.values();
  }

  /** Those without the runtime's own, as programs count them. */
  List<Goroutine> shown() {
    return goroutines.values().stream().filter(g -> !g.hidden).toList();
  }

  Goroutine main() {
    return goroutines.values().iterator().next();
  }

  void add(Goroutine g) {
    goroutines.put(g.id, g);
  }

  void remove(Goroutine g) {
    goroutines.remove(g.id);
  }

  boolean has(Goroutine g) {
    return goroutines.get(g.id) == g;
  }

  /** Package variables: those of the time of the copy, in a copy. */
  DataSegment.Globals globals() {
    DataSegment.Globals f = frozen;
    return f == null ? data.globals() : f;
  }

  /** SplitMix64. */
  long nextRandom() {
    random += 0x9e3779b97f4a7c15L;
    long z = random;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}

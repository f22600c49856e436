package dev.gomem.machine.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What programs have attached to objects (gc: the specials of runtime/mheap.go): a finalizer, the
 * handle of weak pointers, cleanups; and the calls that collections have found due
 * (runtime/mfinal.go, mcleanup.go). Kept apart from the memory, by address, and taken back with the
 * heap. An object with a finalizer is found dead once, and kept for the call.
 */
public final class Specials {
  /** Cleanups that are queued and taken as one (gc: cleanupBlock). */
  private static final int BLOCK = 20;

  /** About what the host keeps for an object with specials. */
  private static final int BYTES = 96;

  /**
   * A function to call with an object's address.
   *
   * @param fn func value
   * @param word first word of the argument if that is an interface, else 0
   * @param results words of the function's results
   */
  public record Finalizer(long fn, long word, long results) {}

  /** A finalizer that is due, with its object. */
  public record Due(Finalizer finalizer, long object) {}

  /**
   * A function that calls {@code fn} with its argument.
   *
   * @param id from 1, never reused
   */
  public record Cleanup(long id, long call, long fn) {}

  /** Newest first. */
  private record Cleanups(Cleanup first, @Nullable Cleanups rest) {}

  /**
   * All that is attached to one address.
   *
   * @param handle address of the word that weak pointers lead to, or 0
   */
  private record Attached(@Nullable Finalizer finalizer, long handle, @Nullable Cleanups cleanups) {
    static final Attached NOTHING = new Attached(null, 0, null);

    Attached with(@Nullable Finalizer f) {
      return new Attached(f, handle, cleanups);
    }

    Attached with(@Nullable Cleanups c) {
      return new Attached(finalizer, handle, c);
    }
  }

  /** Takes what the collector must reach. */
  public interface Roots {
    void reach(long address);

    /** All that an object leads to, but not the object itself. */
    void contents(long address);
  }

  private final NavigableMap<Long, Attached> attached;
  private long lastId;

  /** Found dead since the last batch was taken, in order. */
  private List<Due> dead = new ArrayList<>();

  /** Taken from the end. */
  private List<Due> batch = new ArrayList<>();

  /** What the runtime's goroutine is calling. */
  private @Nullable Due running;

  /** Full blocks, the newest first. */
  private final Deque<List<Cleanup>> full = new ArrayDeque<>();

  /** The block being filled. */
  private List<Cleanup> block = new ArrayList<>();

  /** The block being taken. */
  private Deque<Cleanup> taken = new ArrayDeque<>();

  Specials() {
    attached = new TreeMap<>();
  }

  Specials copy() {
    return new Specials(this);
  }

  private Specials(Specials s) {
    attached = new TreeMap<>(s.attached);
    lastId = s.lastId;
    dead = new ArrayList<>(s.dead);
    batch = new ArrayList<>(s.batch);
    running = s.running;
    s.full.forEach(b -> full.add(List.copyOf(b)));
    block = new ArrayList<>(s.block);
    taken = new ArrayDeque<>(s.taken);
  }

  /** Of the host. */
  long bytes() {
    return (long) BYTES * attached.size();
  }

  private Attached at(long address) {
    return attached.getOrDefault(address, Attached.NOTHING);
  }

  private void put(long address, Attached a) {
    if (a.equals(Attached.NOTHING)) {
      attached.remove(address);
    } else {
      attached.put(address, a);
    }
  }

  // what programs do

  /** Whether an address has a finalizer. */
  public boolean hasFinalizer(long address) {
    return at(address).finalizer != null;
  }

  /** Sets an address's finalizer, or takes it away. */
  public void finalizer(long address, @Nullable Finalizer f) {
    put(address, at(address).with(f));
  }

  /** Address of the word that weak pointers to an address lead to; 0 if there are none. */
  public long handle(long address) {
    return at(address).handle;
  }

  public void handle(long address, long handle) {
    Attached a = at(address);
    put(address, new Attached(a.finalizer, handle, a.cleanups));
  }

  /** Adds a cleanup; returns its id. */
  public long cleanup(long address, long call, long fn) {
    Attached a = at(address);
    put(address, a.with(new Cleanups(new Cleanup(++lastId, call, fn), a.cleanups)));
    return lastId;
  }

  /** Takes a cleanup away, if it is still there. */
  public void stop(long address, long id) {
    Attached a = at(address);
    List<Cleanup> kept = new ArrayList<>();
    for (Cleanups c = a.cleanups; c != null; c = c.rest) {
      if (c.first.id != id) {
        kept.add(c.first);
      }
    }
    Cleanups rest = null;
    for (Cleanup c : kept.reversed()) {
      rest = new Cleanups(c, rest);
    }
    put(address, a.with(rest));
  }

  // what the runtime's goroutines do

  public boolean finalizersDue() {
    return !dead.isEmpty() || !batch.isEmpty();
  }

  public boolean cleanupsDue() {
    return !taken.isEmpty() || !full.isEmpty() || !block.isEmpty();
  }

  /** Takes the next finalizer; what was taken before is done with. */
  public @Nullable Due nextFinalizer() {
    if (batch.isEmpty()) {
      batch = dead;
      dead = new ArrayList<>();
    }
    running = batch.isEmpty() ? null : batch.removeLast();
    return running;
  }

  /** The finalizer that was taken last. */
  public @Nullable Due running() {
    return running;
  }

  public @Nullable Cleanup nextCleanup() {
    if (taken.isEmpty()) {
      List<Cleanup> next = full.poll();
      if (next == null) {
        next = block;
        block = new ArrayList<>();
      }
      taken = new ArrayDeque<>(next);
    }
    return taken.poll();
  }

  // what the collector does

  /**
   * Hands over what must stay: all that objects with finalizers lead to, functions, handles, and
   * what is due.
   */
  public void roots(Roots to) {
    for (Map.Entry<Long, Attached> e : attached.entrySet()) {
      Attached a = e.getValue();
      Finalizer f = a.finalizer;
      if (f != null) {
        to.contents(e.getKey());
        to.reach(f.fn);
      }
      to.reach(a.handle);
      for (Cleanups c = a.cleanups; c != null; c = c.rest) {
        roots(c.first, to);
      }
    }
    dead.forEach(d -> roots(d, to));
    batch.forEach(d -> roots(d, to));
    Due now = running;
    if (now != null) {
      roots(now, to);
    }
    full.forEach(b -> b.forEach(c -> roots(c, to)));
    block.forEach(c -> roots(c, to));
    taken.forEach(c -> roots(c, to));
  }

  private static void roots(Due d, Roots to) {
    to.reach(d.finalizer.fn);
    to.reach(d.object);
  }

  private static void roots(Cleanup c, Roots to) {
    to.reach(c.call);
    to.reach(c.fn);
  }

  /**
   * After marking: for every object found dead, its weak pointers become nil; if it has finalizers
   * they are queued and the object is marked, else its cleanups are queued. A block of the tiny
   * allocator is one object with several addresses.
   */
  public void sweep(Heap heap) {
    Long next = attached.isEmpty() ? null : attached.firstKey();
    while (next != null) {
      long base = heap.base(next);
      if (base == 0 || heap.isMarked(base)) {
        next = attached.higherKey(next);
        continue;
      }
      NavigableMap<Long, Attached> of =
          attached.subMap(next, true, base + heap.slotSize(base), false);
      boolean finalized = of.values().stream().anyMatch(a -> a.finalizer != null);
      for (Map.Entry<Long, Attached> e : List.copyOf(of.entrySet())) {
        Attached a = e.getValue();
        if (a.handle != 0) {
          heap.memory().put64(a.handle, 0);
        }
        Finalizer f = a.finalizer;
        if (f != null) {
          dead.add(new Due(f, e.getKey()));
        }
        if (!finalized) {
          for (Cleanups c = a.cleanups; c != null; c = c.rest) {
            queue(c.first);
          }
        }
        put(e.getKey(), finalized ? new Attached(null, 0, a.cleanups) : Attached.NOTHING);
      }
      if (finalized) {
        heap.mark(base);
      }
      next = attached.higherKey(base + heap.slotSize(base) - 1);
    }
  }

  private void queue(Cleanup c) {
    block.add(c);
    if (block.size() == BLOCK) {
      full.push(block);
      block = new ArrayList<>();
    }
  }
}

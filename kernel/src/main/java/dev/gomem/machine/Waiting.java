package dev.gomem.machine;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for what: queues of goroutines by an address (a channel, a mutex), in order of arrival.
 * The runtime's own bookkeeping (gc: sudog), kept apart from the memory; what waits with a
 * goroutine as a value lies in its frame.
 */
final class Waiting {
  /**
   * A goroutine in a queue.
   *
   * @param key what it waits for
   * @param elem where its value lies or goes, 0 for none
   * @param number of the case of its select, or -1
   */
  record Place(Goroutine g, long key, long elem, int number) {}

  private final Map<Long, ArrayDeque<Place>> queues = new HashMap<>();

  void add(Place p) {
    queues.computeIfAbsent(p.key, k -> new ArrayDeque<>()).add(p);
    p.g.places.add(p);
  }

  boolean has(long key) {
    return queues.containsKey(key);
  }

  /** Takes the first out of a queue, and out of all others it stands in. */
  @Nullable Place first(long key) {
    ArrayDeque<Place> q = queues.get(key);
    Place p = q == null ? null : q.peek();
    if (p != null) {
      remove(p.g);
    }
    return p;
  }

  /** Takes a goroutine out of all queues. */
  void remove(Goroutine g) {
    for (Place p : g.places) {
      ArrayDeque<Place> q = queues.get(p.key);
      if (q != null) {
        q.remove(p);
        if (q.isEmpty()) {
          queues.remove(p.key);
        }
      }
    }
    g.places.clear();
  }

  /** A goroutine's stack has moved: the values it waits with are elsewhere. */
  void adjust(Goroutine g, LongUnaryOperator moved) {
    for (int i = 0; i < g.places.size(); i++) {
      Place p = g.places.get(i);
      Place q = new Place(g, p.key, moved.applyAsLong(p.elem), p.number);
      g.places.set(i, q);
      ArrayDeque<Place> queue = queues.get(p.key);
      if (queue != null) {
        ArrayDeque<Place> now = new ArrayDeque<>();
        for (Place each : queue) {
          now.add(each == p ? q : each);
        }
        queues.put(p.key, now);
      }
    }
  }

  /** The same queues of other goroutines, given by the old ones. */
  Waiting copy(Map<Goroutine, Goroutine> of) {
    Waiting w = new Waiting();
    for (Map.Entry<Long, ArrayDeque<Place>> e : queues.entrySet()) {
      ArrayDeque<Place> q = new ArrayDeque<>();
      for (Place p : e.getValue()) {
        Goroutine g = of.get(p.g);
        if (g != null) {
          Place c = new Place(g, p.key, p.elem, p.number);
          q.add(c);
          g.places.add(c);
        }
      }
      w.queues.put(e.getKey(), q);
    }
    return w;
  }
}

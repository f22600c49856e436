package dev.gomem.machine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for what: queues of goroutines by an address (a channel, a mutex), in order of arrival.
 * The runtime's own bookkeeping (gc: waitq and sudog), kept apart from the memory; what waits with
 * a goroutine as a value lies in its frame. Whatever place is taken out, it takes the same time.
 */
final class Waiting {
  /** A goroutine in a queue. */
  static final class Place {
    final Goroutine g;

    /** What it waits for. */
    final long key;

    /** Of the case of its select, or -1. */
    final int number;

    private long elem;
    private @Nullable Place before;
    private @Nullable Place after;

    /**
     * @param elem where its value lies or goes, 0 for none
     */
    Place(Goroutine g, long key, long elem, int number) {
      this.g = g;
      this.key = key;
      this.elem = elem;
      this.number = number;
    }

    long elem() {
      return elem;
    }
  }

  private static final class Queue {
    private @Nullable Place first;
    private @Nullable Place last;
  }

  private final Map<Long, Queue> queues = new HashMap<>();

  void add(Place p) {
    Queue q = queues.computeIfAbsent(p.key, k -> new Queue());
    Place last = q.last;
    p.before = last;
    if (last == null) {
      q.first = p;
    } else {
      last.after = p;
    }
    q.last = p;
    p.g.places.add(p);
  }

  /** Takes the first out of a queue, and out of all others it stands in. */
  @Nullable Place first(long key) {
    Queue q = queues.get(key);
    Place p = q == null ? null : q.first;
    if (p != null) {
      remove(p.g);
    }
    return p;
  }

  /** All in a queue, in order. */
  void each(long key, Consumer<Place> to) {
    Queue q = queues.get(key);
    for (Place p = q == null ? null : q.first; p != null; p = p.after) {
      to.accept(p);
    }
  }

  /** Takes a goroutine out of all queues. */
  void remove(Goroutine g) {
    for (Place p : g.places) {
      Queue q = queues.get(p.key);
      if (q == null) {
        throw new MachineFault("goroutine " + g.id + " waits in no queue");
      }
      Place before = p.before;
      Place after = p.after;
      if (before == null) {
        q.first = after;
      } else {
        before.after = after;
      }
      if (after == null) {
        q.last = before;
      } else {
        after.before = before;
      }
      if (q.first == null) {
        queues.remove(p.key);
      }
    }
    g.places.clear();
  }

  /** A goroutine's stack has moved: the values it waits with are elsewhere. */
  static void adjust(Goroutine g, LongUnaryOperator moved) {
    for (Place p : g.places) {
      p.elem = moved.applyAsLong(p.elem);
    }
  }

  /** The same queues of other goroutines, given by the old ones. */
  Waiting copy(Map<Goroutine, Goroutine> of) {
    Waiting w = new Waiting();
    queues.forEach((key, q) -> {
      for (Place p = q.first; p != null; p = p.after) {
        Goroutine g = of.get(p.g);
        if (g == null) {
          throw new MachineFault("goroutine " + p.g.id + " waits but is not known");
        }
        w.add(new Place(g, p.key, p.elem, p.number));
      }
    });
    return w;
  }
}

package dev.gomem.library;

import dev.gomem.machine.JavaBody;
import dev.gomem.machine.Machine;
import java.util.Map;

/**
 * Bodies of packages sync, runtime, time and math/rand: what decides whether a goroutine waits. A
 * body that looks and finds that it must wait leaves a wish with the machine, and its caller looks
 * again when it has been woken; who frees something goes on and may take it again before the woken
 * one comes, as in Go.
 */
final class SyncBodies {
  private SyncBodies() {}

  static void add(Map<String, JavaBody> to) {
    mutexes(to);
    to.put(
        "sync.add",
        (m, b) -> {
          long counter = m.get64(b);
          long n = m.get64(counter) + m.get64(b + 8);
          m.put64(counter, n);
          while (n == 0 && m.wake(counter)) {
            // all go on
          }
          m.put64(b + 16, n);
        });
    to.put(
        "sync.wait",
        (m, b) -> {
          long counter = m.get64(b);
          boolean over = m.get64(counter) == 0;
          if (!over) {
            m.park(counter, "sync.WaitGroup.Wait");
          }
          m.put64(b + 8, over ? 1 : 0);
        });
    to.put(
        "sync.called",
        (m, b) -> {
          long list = m.get64(b);
          int ticket = (int) m.get64(b + 8);
          boolean called = (int) m.get(list + 4, 4) - ticket > 0;
          if (!called) {
            m.park(key(list, ticket), "sync.Cond.Wait");
          }
          m.put64(b + 16, called ? 1 : 0);
        });
    to.put("sync.call", (m, b) -> m.wake(key(m.get64(b), (int) m.get64(b + 8))));
    to.put(
        "sync/atomic.sameType", (m, b) -> m.put64(b + 32, m.get64(b) == m.get64(b + 16) ? 1 : 0));
    to.put("runtime.Gosched", (m, b) -> m.gosched());
    to.put("runtime.Goexit", (m, b) -> m.goexit());
    to.put("runtime.NumGoroutine", (m, b) -> m.put64(b, m.goroutines()));
    to.put("time.sleep", (m, b) -> m.sleep(m.get64(b)));
    to.put("time.nanotime", (m, b) -> m.put64(b, m.nanotime()));
    to.put("math/rand.next", (m, b) -> m.put64(b, m.random()));
  }

  /** A ticket of a condition. */
  private static long key(long list, int ticket) {
    return list ^ (long) ticket << 44 ^ 1L << 63;
  }

  private static void mutexes(Map<String, JavaBody> to) {
    to.put(
        "sync.tryLock",
        (m, b) -> {
          long mutex = m.get64(b);
          int how = (int) m.get64(b + 8);
          long state = m.get(mutex, 4);
          boolean mine = state == 0 || state == HANDED && how == AGAIN;
          if (mine) {
            m.put(mutex, 4, HELD);
          } else if (how != ONCE) {
            if (how == AGAIN) {
              m.put(mutex + SEMA, 4, 1);
            }
            m.park(mutex, "sync.Mutex.Lock");
          }
          m.put64(b + 16, mine ? 1 : 0);
        });
    to.put(
        "sync.unlock",
        (m, b) -> {
          long mutex = m.get64(b);
          if (m.get(mutex, 4) != HELD) {
            throw m.fatal("sync: unlock of unlocked mutex");
          }
          boolean hand = m.get(mutex + SEMA, 4) != 0;
          m.put(mutex + SEMA, 4, 0);
          boolean woken = m.wake(mutex);
          m.put(mutex, 4, hand && woken ? HANDED : 0);
        });
    to.put(
        "sync.readLock",
        (m, b) -> {
          long rw = m.get64(b);
          boolean free = readers(m, rw) >= 0 && writersWaiting(m, rw) == 0;
          if (free) {
            m.put(rw + READERS, 4, readers(m, rw) + 1);
          } else if (m.get(b + 8, 1) != 0) {
            m.park(rw + READER_SEM, "sync.RWMutex.RLock");
          }
          m.put64(b + 16, free ? 1 : 0);
        });
    to.put(
        "sync.readUnlock",
        (m, b) -> {
          long rw = m.get64(b);
          if (readers(m, rw) <= 0) {
            throw m.fatal("sync: RUnlock of unlocked RWMutex");
          }
          m.put(rw + READERS, 4, readers(m, rw) - 1);
          if (readers(m, rw) == 0) {
            m.wake(rw + WRITER_SEM);
          }
        });
    to.put(
        "sync.writeLock",
        (m, b) -> {
          long rw = m.get64(b);
          boolean free = readers(m, rw) == 0;
          if (free) {
            m.put(rw + READERS, 4, -1);
          } else if (m.get(b + 8, 1) != 0) {
            m.park(rw + WRITER_SEM, "sync.RWMutex.Lock");
          }
          m.put64(b + 16, free ? 1 : 0);
        });
    to.put(
        "sync.writeUnlock",
        (m, b) -> {
          long rw = m.get64(b);
          if (readers(m, rw) != -1) {
            throw m.fatal("sync: Unlock of unlocked RWMutex");
          }
          m.put(rw + READERS, 4, 0);
          // Readers that wait are let in before the next writer.
          int let = 0;
          while (m.wake(rw + READER_SEM)) {
            let++;
          }
          m.put(rw + READERS, 4, let);
          if (let == 0) {
            m.wake(rw + WRITER_SEM);
          }
        });
    to.put(
        "sync.writeWait",
        (m, b) -> {
          long rw = m.get64(b);
          m.put(rw + WRITERS, 4, writersWaiting(m, rw) + (int) m.get64(b + 8));
        });
  }

  // Of a Mutex: how it is tried, its states, and its second word.
  private static final int ONCE = 0;
  private static final int AGAIN = 2;
  private static final int HELD = 1;
  private static final int HANDED = 2;
  private static final int SEMA = 4;

  // Of an RWMutex.
  private static final int WRITER_SEM = 8;
  private static final int READER_SEM = 12;
  private static final int READERS = 16;
  private static final int WRITERS = 20;

  private static int readers(Machine m, long rw) {
    return (int) m.get(rw + READERS, 4);
  }

  private static int writersWaiting(Machine m, long rw) {
    return (int) m.get(rw + WRITERS, 4);
  }
}

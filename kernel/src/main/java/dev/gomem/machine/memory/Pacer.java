package dev.gomem.machine.memory;

/**
 * When the next collection is due, and what the last ones were (gc: runtime/mgcpacer.go). The goal
 * is gc's, by GOGC or by the memory limit; real gc begins somewhat before it, so as to be done when
 * it is reached, this machine when it is reached.
 */
public final class Pacer {
  /** Bytes of the least heap that is collected with a GOGC of 100. */
  private static final long LEAST_GOAL = 4 << 20;

  /**
   * What a goal by the memory limit leaves free: so many of 100, but no less than so many bytes.
   */
  private static final long HEADROOM_PERCENT = 3;

  private static final long LEAST_HEADROOM = 1 << 20;

  /**
   * A heap grows by a sixteenth at least before it is collected again, whatever the goal, so that
   * collecting cannot take all of the time (gc has a limit of its own for that).
   */
  private static final int LEAST_GROWTH = 16;

  /** Ends of collections that are remembered. */
  public static final int HISTORY = 256;

  private int percent = 100;
  private long limit = Long.MAX_VALUE;

  /** Bytes that the last collection has marked. */
  private long marked;

  /** Bytes of stacks and globals that it has scanned. */
  private long otherRoots;

  private long goal = LEAST_GOAL;
  private long collections;
  private long forced;
  private final long[] ends = new long[HISTORY];

  Pacer copy() {
    Pacer p = new Pacer();
    p.percent = percent;
    p.limit = limit;
    p.marked = marked;
    p.otherRoots = otherRoots;
    p.goal = goal;
    p.collections = collections;
    p.forced = forced;
    System.arraycopy(ends, 0, p.ends, 0, HISTORY);
    return p;
  }

  /** Sets GOGC, negative for off; returns the old value. */
  public int percent(int next) {
    int old = percent;
    percent = Math.max(-1, next);
    commit();
    return old;
  }

  /** Sets the memory limit if it is not negative; returns the old one. */
  public long limit(long next) {
    long old = limit;
    if (next >= 0) {
      limit = next;
    }
    return old;
  }

  void swept(long live, long roots) {
    marked = live;
    otherRoots = roots;
    commit();
  }

  private void commit() {
    goal =
        percent < 0
            ? Long.MAX_VALUE
            : Math.max(marked + (marked + otherRoots) * percent / 100, LEAST_GOAL * percent / 100);
  }

  long goal(long live, Pages pages) {
    if (limit == Long.MAX_VALUE && goal != Long.MAX_VALUE) {
      return goal; // what the limit allows is more than there can be
    }
    return Math.min(goal, limitGoal(live, pages));
  }

  private long limitGoal(long live, Pages pages) {
    long inUse = pages.bytes(Pages.Use.HEAP) + pages.bytes(Pages.Use.STACK);
    long mapped = inUse + pages.retainedBytes();
    long other = inUse - live + Math.max(0, mapped - limit);
    if (other >= limit) {
      return marked;
    }
    long most = limit - other;
    long headroom = Math.max(most / 100 * HEADROOM_PERCENT, LEAST_HEADROOM);
    return Math.max(marked, most - headroom < headroom ? headroom : most - headroom);
  }

  /**
   * Bytes of the heap at which it is collected.
   *
   * @param largest what this machine's memory may be, 0 for anything
   */
  long trigger(long live, Pages pages, long largest) {
    long at = Math.max(goal(live, pages), marked + marked / LEAST_GROWTH);
    return largest > 0 && percent >= 0
        ? Math.min(at, Math.max(marked + marked / 8, largest / 4 * 3))
        : at;
  }

  /**
   * A collection has ended.
   *
   * @param time nanoseconds since 1970
   */
  public void ended(long time) {
    ends[(int) (collections % HISTORY)] = time;
    collections++;
  }

  /** The last collection was asked for by the program. */
  public void wasForced() {
    forced++;
  }

  public long collections() {
    return collections;
  }

  public long forced() {
    return forced;
  }

  /** When the collection ended that has this number modulo {@link #HISTORY}, from 0; 0 if none. */
  public long end(int number) {
    return ends[number];
  }
}

package dev.gomem.machine;

import dev.gomem.machine.memory.Exhausted;
import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.Stacks;
import dev.gomem.source.Pos;
import org.jspecify.annotations.Nullable;

/**
 * Which goroutine runs: gc's scheduler with one processor (runtime/proc.go). Whoever is started or
 * made ready runs next, and pushes the one that was to run next to the end of the local queue; who
 * has used up its slice or yields goes to the global queue, which is looked at first every 61st
 * time. Time is virtual: it passes with counted events and jumps to the next sleeper's when nobody
 * can run.
 */
final class Scheduler {
  /** Counted events of a slice: ten virtual milliseconds. */
  private static final long SLICE = 1_000_000;

  /** Counted events that others may run for when a session's cell has ended. */
  private static final long AFTER_CELL = 1_000_000;

  /** A session's main keeps a stack of this size from cell to cell, though it needs less. */
  private static final int KEPT_STACK = 64 << 10;

  /** What a Java body wants to happen to its goroutine when it has returned. */
  private enum Wish {
    NONE,
    PARK,
    YIELD,
    SLEEP,
    EXIT
  }

  private final Interp s;
  private final World world;

  /** A Java body has left a wish. */
  boolean asked;

  private Wish wish = Wish.NONE;
  private long wishKey;
  private String wishReason = "";
  private long sliceEnd;
  private boolean running;

  /** The cell's own statements have run; the others may go on for a while. */
  private boolean afterCell;

  private long afterCellEnd;

  Scheduler(Interp s, World world) {
    this.s = s;
    this.world = world;
    if (world.goroutines().isEmpty()) {
      create("", 0, Pos.NONE, 0);
      world.nextGoroutine = 6;
    }
  }

  Goroutine main() {
    return world.main();
  }

  private Goroutine create(String by, long parent, Pos at, int pc) {
    long low = world.stacks.take(Stacks.FIRST);
    Goroutine g = new Goroutine(world.nextGoroutine++, by, parent, at, pc);
    g.size = Stacks.FIRST;
    g.low = low;
    g.fp = g.top();
    world.add(g);
    return g;
  }

  /** Starts a goroutine that calls a func value. */
  void start(long fn, Node by) {
    Goroutine g = create(by.code.function.name(), s.g.id, by.code.position(by.pc), by.pc);
    save(by, by);
    start(g, s.text.owners[Text.index(s.memory.get64(fn))], fn);
  }

  /** Starts a goroutine of the runtime's own. */
  Goroutine startHidden(Code callee) {
    Goroutine g = create("", 0, Pos.NONE, 0);
    g.hidden = true;
    save(s.at, s.g.resume);
    start(g, callee, s.machine.closure(callee));
    return g;
  }

  private void start(Goroutine g, Code callee, long fn) {
    Goroutine me = s.g;
    load(g);
    try {
      s.ensureStack(callee);
    } catch (Exhausted e) {
      load(me);
      world.remove(g);
      world.stacks.free(g.low, g.size);
      world.nextGoroutine--;
      throw e;
    }
    s.ctx = fn;
    Node first = s.push(callee, 0, s.stubs.base.address(1));
    g.empty = false;
    save(first, first);
    load(me);
    enqueueNext(g);
  }

  // registers

  /** Loads a goroutine's registers. */
  void load(Goroutine g) {
    s.g = g;
    s.fp = g.fp;
    s.ctx = g.ctx;
    s.userDepth = g.userDepth;
    s.at = g.at;
    s.useStack();
  }

  void save(Node stop, Node resume) {
    Goroutine g = s.g;
    g.fp = s.fp;
    g.ctx = s.ctx;
    g.userDepth = s.userDepth;
    g.at = stop;
    g.resume = resume;
  }

  // queues

  private void enqueueNext(Goroutine g) {
    Goroutine old = world.runNext;
    world.runNext = g;
    if (old != null) {
      world.local.add(old);
    }
  }

  /** Somebody has given or taken what a goroutine waited for, or has closed the channel. */
  void ready(Waiting.Place p, boolean woken) {
    p.g.woken = woken;
    p.g.wokenCase = p.number;
    ready(p.g);
  }

  private void ready(Goroutine g) {
    g.waiting = "";
    enqueueNext(g);
  }

  private @Nullable Goroutine take() {
    world.tick++;
    if (world.tick % 61 == 0 && !world.global.isEmpty()) {
      return world.global.poll();
    }
    Goroutine g = world.runNext;
    if (g != null) {
      world.runNext = null;
      return g;
    }
    if (world.local.isEmpty()) {
      world.local.addAll(world.global);
      world.global.clear();
    }
    return world.local.poll();
  }

  /** The running goroutine cannot go on; the next one runs. */
  private Node next() {
    while (true) {
      boolean slice = world.runNext == null;
      Goroutine g = take();
      if (g != null) {
        load(g);
        if (slice) {
          sliceEnd = s.events() + SLICE;
        }
        return g.resume;
      }
      if (world.asleep.isEmpty() || afterCell) {
        return nobody();
      }
      long wait = world.asleep.get(0).until - s.machine.nanotime();
      world.jumped += Math.max(0, wait);
      wakeSleepers();
    }
  }

  private Node nobody() {
    Goroutine main = main();
    load(main);
    if (afterCell) {
      return cellOver();
    }
    if (s.unwinding()) {
      return s.finish(s.panics.unwindingOutcome());
    }
    String reason =
        main.empty
            ? "no goroutines (main called runtime.Goexit) - deadlock!"
            : "all goroutines are asleep - deadlock!";
    return s.finish(s.panics.deadlock(main.at, reason));
  }

  /**
   * Suspends the running goroutine.
   *
   * @param stop instruction its frames are decoded by
   * @param resume where it goes on when it is made ready
   */
  Node park(Node stop, Node resume, String reason) {
    save(stop, resume);
    s.g.waiting = reason;
    return next();
  }

  private void wakeSleepers() {
    long now = s.machine.nanotime();
    while (!world.asleep.isEmpty() && world.asleep.get(0).until <= now) {
      ready(world.asleep.remove(0));
    }
  }

  /** At a counted safepoint: lets another goroutine run if the slice is over. */
  Node tick(Node stop, Node resume) {
    if (!world.asleep.isEmpty()) {
      wakeSleepers();
    }
    if (afterCell && s.events() >= afterCellEnd) {
      yieldToMain(stop, resume);
      return cellOver();
    }
    boolean over = s.events() >= sliceEnd || s.debug.preemptAtSafepoints();
    if (!over || world.runNext == null && world.local.isEmpty() && world.global.isEmpty()) {
      return resume;
    }
    save(stop, resume);
    world.global.add(s.g);
    return next();
  }

  /**
   * Lets main run at once instead of the running goroutine, which stays the next, whatever main
   * waits for.
   */
  void yieldToMain(Node stop, Node resume) {
    Goroutine main = main();
    if (s.g != main) {
      save(stop, resume);
      world.local.addFirst(s.g);
      stopWaiting(main);
      load(main);
    }
  }

  /** The running goroutine's first function has returned. */
  Node ended() {
    Goroutine g = s.g;
    g.empty = true;
    if (g == main()) {
      return s.finish(new Outcome.Done());
    }
    world.remove(g);
    world.stacks.free(g.low, g.size);
    return next();
  }

  /** The running goroutine has ended by Goexit. */
  Node exited(Node n) {
    if (s.g != main()) {
      return ended();
    }
    if (main().session) {
      return s.finish(new Outcome.Done());
    }
    main().empty = true;
    main().waiting = "exited";
    return next();
  }

  /** Takes a goroutine out of whatever it waits for or queues in. */
  void stopWaiting(Goroutine g) {
    g.waiting = "";
    world.waiting.remove(g);
    world.local.remove(g);
    world.global.remove(g);
    world.asleep.remove(g);
    if (world.runNext == g) {
      world.runNext = null;
    }
  }

  /** Values that a goroutine waits with lie in its stack, which has moved. */
  void adjustWaiting(Goroutine g, StackMove move) {
    Waiting.adjust(g, move::adjusted);
  }

  /** After a collection at a safepoint. */
  void shrinkStacks(Node stop) {
    Goroutine me = s.g;
    save(stop, me.resume);
    for (Goroutine g : world.goroutines()) {
      if (!g.empty) {
        load(g);
        s.shrinkStack();
        g.fp = s.fp;
        g.ctx = s.ctx;
      }
    }
    load(me);
  }

  // wishes of Java bodies

  /** The calling goroutine is to wait in the queue of a key until {@link #wake}. */
  void wishPark(long key, String reason) {
    ask(Wish.PARK);
    wishKey = key;
    wishReason = reason;
  }

  void wishYield() {
    ask(Wish.YIELD);
  }

  void wishSleep(long nanos) {
    ask(Wish.SLEEP);
    wishKey = nanos;
  }

  void wishExit() {
    ask(Wish.EXIT);
  }

  private void ask(Wish w) {
    asked = true;
    wish = w;
  }

  /** Wakes the first in a key's queue; false if there is none. */
  boolean wake(long key) {
    Waiting.Place p = world.waiting.first(key);
    if (p == null) {
      return false;
    }
    ready(p, true);
    return true;
  }

  /** A Java body has returned with a wish. */
  Node answer(Node java) {
    asked = false;
    return switch (wish) {
      case NONE -> java.next;
      case PARK -> {
        world.waiting.add(new Waiting.Place(s.g, wishKey, 0, -1));
        yield park(java, java.next, wishReason);
      }
      case YIELD -> {
        save(java, java.next);
        world.global.add(s.g);
        yield next();
      }
      case SLEEP -> {
        s.g.until = s.machine.nanotime() + Math.max(0, wishKey);
        int i = world.asleep.size();
        while (i > 0 && world.asleep.get(i - 1).until > s.g.until) {
          i--;
        }
        world.asleep.add(i, s.g);
        yield park(java, java.next, "sleep");
      }
      case EXIT -> s.panics.goexit(java);
    };
  }

  // runs

  /** Where a session's main stands between cells. */
  static final class Idle extends Node {
    Idle(Code c, int at) {
      code = c;
      pc = at;
    }

    @Override
    Node exec(Interp s) {
      throw new MachineFault("idle main runs");
    }
  }

  /** Before an image is taken in the midst of a run: the running goroutine's place. */
  void saveForImage() {
    if (running) {
      save(s.at, s.g.resume);
    }
  }

  /**
   * @param patient the run keeps the processor for long: others run only while it waits
   */
  void beforeRun(boolean patient) {
    if (world.over) {
      giveUpOthers();
    }
    running = true;
    afterCell = false;
    asked = false;
    sliceEnd = s.events() + (patient ? 100 * SLICE : SLICE);
  }

  /** The other goroutines have run for their while too, and are frozen: the end that is shown. */
  private Node cellOver() {
    s.machine.moment(Watcher.Moment.END);
    return s.finish(new Outcome.Done());
  }

  /** A cell's statements have run: the other goroutines may run for a while. */
  Node cellEnds(Node ret) {
    save(ret, ret);
    main().at = new Idle(ret.code, ret.pc);
    afterCell = true;
    afterCellEnd = s.events() + AFTER_CELL;
    return next();
  }

  /**
   * After a run, however it ended: a session's main keeps its frame, and the others stay as they
   * are, as they do after an initialiser. When a program's main has run all have ended.
   */
  void afterRun(boolean program) {
    running = false;
    Goroutine main = main();
    if (s.g == main) {
      save(s.at, s.at);
    } else if (world.has(s.g)) {
      abandon(s.g); // it has panicked, or ended the run in another way
    }
    if (!main.session) {
      // Stacks stay until the next run: the last image still looks at them.
      world.over = program;
      stopWaiting(main);
      main.empty = true;
      return;
    }
    Frames f = new Frames(s.mem, s.text, main, main.at, main.fp);
    while (!f.outermost()) {
      f.next();
    }
    load(main);
    main.fp = f.fp;
    main.at = new Idle(f.code, f.pc);
    main.resume = main.at;
    main.ctx = 0;
    main.userDepth = 0;
    main.deferHead = 0;
    main.panics = null;
    main.signalAddress = -1;
    stopWaiting(main);
    load(main);
    s.at = main.at;
    shrink(main);
  }

  /** After a deep recursion: without it every copy of the memory would be as large as that was. */
  private void shrink(Goroutine main) {
    int size = Stacks.FIRST;
    while (size < 4 * (main.top() - main.fp)) {
      size *= 2;
    }
    if (main.size > KEPT_STACK && size < main.size) {
      try {
        s.moveStack(size);
      } catch (Exhausted e) {
        return; // not even a small stack is left: the large one stays
      }
      main.fp = s.fp;
    }
  }

  private void abandon(Goroutine g) {
    stopWaiting(g);
    giveUp(g);
  }

  /** Of a program that has ended. */
  private void giveUpOthers() {
    Goroutine main = main();
    world.goroutines().stream().filter(g -> g != main).toList().forEach(this::giveUp);
    world.runNext = null;
    world.local.clear();
    world.global.clear();
    world.asleep.clear();
    world.over = false;
  }

  private void giveUp(Goroutine g) {
    world.waiting.remove(g);
    g.empty = true;
    world.remove(g);
    world.stacks.free(g.low, g.size);
  }

  /** Gives main an empty stack of the first size. */
  void resetMain() {
    Goroutine g = main();
    if (g.size != Stacks.FIRST) {
      world.stacks.free(g.low, g.size);
      g.size = Stacks.FIRST;
      g.low = world.stacks.take(g.size);
    }
    g.fp = g.top();
    g.ctx = 0;
    g.userDepth = 0;
    g.deferHead = 0;
    g.panics = null;
    g.signalAddress = -1;
    g.empty = true;
    g.session = false;
    stopWaiting(g);
    s.memory.clear(Memory.arena(g.fp) - 16, 16);
  }
}

package dev.gomem.machine;

import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.Stacks;

/** Which goroutine runs. */
final class Scheduler {
  private final Interp s;
  private final World world;

  Scheduler(Interp s, World world) {
    this.s = s;
    this.world = world;
    if (world.goroutines.isEmpty()) {
      create("", "");
    }
  }

  Goroutine main() {
    return world.goroutines.get(0);
  }

  private Goroutine create(String by, String at) {
    Goroutine g = new Goroutine(world.nextGoroutine++, by, at);
    g.size = Stacks.FIRST;
    g.low = world.stacks.take(g.size);
    g.fp = g.top();
    world.goroutines.add(g);
    return g;
  }

  /** Loads a goroutine's registers. */
  void load(Goroutine g) {
    s.g = g;
    s.fp = g.fp;
    s.ctx = g.ctx;
    s.userDepth = g.userDepth;
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

  /** At a counted safepoint: lets another goroutine run if there is one. */
  Node preempt(Node stop, Node resume) {
    return resume;
  }

  /** The running goroutine's first function has returned. */
  Node ended() {
    s.g.empty = true;
    return s.finish(new Outcome.Done());
  }

  /** The running goroutine has ended by Goexit. */
  Node exited(Node n) {
    if (s.g == main()) {
      return s.finish(s.panics.fatal(n, "", "no goroutines (main called runtime.Goexit) - deadlock!"));
    }
    return ended();
  }

  /** Takes a goroutine out of what it waits for. */
  void stopWaiting(Goroutine g) {
    g.waiting = "";
  }

  void adjustWaiting(Goroutine g, StackMove move) {}

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

  private boolean running;

  void beforeRun() {
    running = true;
  }

  /** After a run, however it ended: main's frame stays if it is a session's, all others are given up. */
  void afterRun() {
    running = false;
    Goroutine main = main();
    if (s.g == main) {
      save(s.at, s.at);
    }
    if (!main.session || main.empty) {
      resetMain();
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
    g.waiting = "";
    g.empty = true;
    g.session = false;
    s.memory.clear(Memory.arena(g.fp) - 16, 16);
  }
}

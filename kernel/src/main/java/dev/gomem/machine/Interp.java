package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.arena;
import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put64;

import dev.gomem.machine.memory.Exhausted;
import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.Pages;
import dev.gomem.machine.memory.Stacks;
import org.jspecify.annotations.Nullable;

/**
 * The interpreter: the registers of the running goroutine and the loop over decoded instructions.
 * Frames are the only registers of Go's; what stands here is copied to and from a {@link Goroutine}
 * when another one runs.
 *
 * <p>Counted safepoints are back-edges and calls: each takes one off {@link #budget}; when that is
 * used up, {@link #poll} looks for interrupts, limits, collections and other goroutines.
 */
final class Interp {
  /** Ends the loop. */
  static final Node HALT = new Halt();

  /** Counted events between two polls at most. */
  private static final int QUANTUM = 10_000;

  /** Bytes that gc keeps for functions without a check of the stack. */
  private static final int NOSPLIT = 800;

  /** Counted events that deferred calls may use when a run is unwound from outside. */
  private static final long UNWIND_EVENTS = 200_000;

  /** Memory's array, read again whenever it has grown. */
  byte[] mem;

  /** Index of the running frame's lowest byte. */
  int fp;

  /** Index that a callee's frame must stay above, or the stack grows. */
  int limit;

  int budget;

  /** Closure of the call in progress. */
  long ctx;

  int userDepth;

  /** Deepest call that the watcher has seen; all but watched runs never reach it. */
  int watchDepth = Integer.MAX_VALUE;

  /** What runs, or ran last. */
  Goroutine g;

  /** The instruction that called the machine, for whoever walks the frames. */
  Node at = HALT;

  /** Function about to be called while its caller's stack moves. */
  @Nullable Code pendingCallee;

  final Machine machine;
  final Memory memory;
  final Heap heap;
  final Stacks stacks;
  final Text text;
  final DataSegment data;
  final Stubs stubs;
  final Errors errors;
  final Values values;
  final Strings strings;
  final Slices slices;
  final Maps maps;
  final Panics panics;
  final Scheduler scheduler;
  final Channels channels;
  final Collector collector;
  final Finalizers finalizers;
  final Debug debug;

  /** Number of counted events when {@link #budget} reaches 0. */
  private long due;

  private long eventLimit = Long.MAX_VALUE;
  private @Nullable Outcome outcome;
  private boolean unwinding;
  private volatile boolean interrupted;
  private @Nullable Stepper stepper;
  long stackGrowths;
  long stackMoves;

  Interp(Machine machine, World world, Stubs stubs, Debug debug) {
    this.machine = machine;
    this.debug = debug;
    memory = world.memory;
    heap = world.heap;
    stacks = world.stacks;
    data = world.data;
    text = world.text;
    mem = memory.bytes();
    memory.onMove(() -> mem = memory.bytes());
    heap.onCollectionWanted(this::pollSoon);
    if (debug.collectAtAllocations()) {
      heap.eager();
    }
    this.stubs = stubs;
    errors = new Errors(machine, world);
    values = new Values(world, errors);
    strings = new Strings(world, machine.types());
    slices = new Slices(world, errors);
    maps = new Maps(world, values, errors, machine.types());
    scheduler = new Scheduler(this, world);
    channels = new Channels(this, world, machine.types());
    panics = new Panics(this);
    collector = new Collector(this);
    finalizers = new Finalizers(this, world);
    g = scheduler.main();
  }

  private static final class Halt extends Node {
    @Override
    Node exec(Interp s) {
      return this;
    }
  }

  /** A word of the running frame. */
  long word(int offset) {
    return get64(mem, fp + offset);
  }

  // the loop

  /** Runs from an instruction on until the run has an outcome. */
  Outcome loop(Node n) {
    while (true) {
      try {
        if (stepper != null) {
          n = steps(n);
        }
        while (n != HALT) {
          n = n.exec(this);
        }
        Outcome o = outcome;
        if (o == null) {
          throw new MachineFault("halted without an outcome");
        }
        return o;
      } catch (Ending.Panic p) {
        n = panics.begin(n, p.type, p.data);
      } catch (Ending.Fatal f) {
        return panics.fatal(n, f.before, f.reason);
      } catch (Ending.Output e) {
        n = unwind(n, n, new Outcome.Limited("output", panics.position(n)));
      } catch (Ending.Exit e) {
        return new Outcome.Exited(e.code);
      } catch (IndexOutOfBoundsException e) {
        n = memoryFault(n, e);
      } catch (ArithmeticException e) {
        n = divideFault(n);
      } catch (Exhausted e) {
        n = afterCollection(n);
      } catch (StackOverflowError e) {
        return panics.fatal(
            n, "", "stack overflow"); // comparing or hashing a value that nests too deep
      } catch (RuntimeException | Error e) {
        at = n; // a fault of ours: the frames can still be walked
        throw e;
      }
    }
  }

  /** The stepping loop: calls the stepper before every statement until it has had enough. */
  private Node steps(Node n) {
    while (n != HALT) {
      if (n.mark) {
        Stepper s = stepper;
        if (s == null) {
          return n;
        }
        at = n;
        if (!s.step(machine)) {
          stepper = null;
          return n;
        }
      }
      // an exception must leave through loop() with the node that threw it
      n = step(n);
    }
    return n;
  }

  private Node step(Node n) {
    try {
      return n.exec(this);
    } catch (Ending.Panic p) {
      return panics.begin(n, p.type, p.data);
    } catch (IndexOutOfBoundsException e) {
      return memoryFault(n, e);
    } catch (ArithmeticException e) {
      return divideFault(n);
    } catch (Ending.Fatal f) {
      return finish(panics.fatal(n, f.before, f.reason));
    } catch (Exhausted e) {
      return afterCollection(n);
    }
  }

  /**
   * An instruction failed for want of memory: once more when garbage has been collected, if it can
   * be repeated.
   */
  private Node afterCollection(Node n) {
    if (n.repeatable()) {
      at = n;
      collector.collect();
      try {
        return n.exec(this);
      } catch (Exhausted e) {
        // there is no garbage to speak of
      }
    }
    Outcome o = panics.fatal(n, "", "runtime: out of memory");
    heap.askForCollection();
    return finish(o);
  }

  void stepper(@Nullable Stepper s) {
    stepper = s;
  }

  private Node memoryFault(Node n, IndexOutOfBoundsException e) {
    long address = n.faultAddress(this);
    if (address < 0 || address >= 1 << 20) {
      throw new MachineFault(
          "bad access in " + where(n) + ", address 0x" + Long.toHexString(address), e);
    }
    g.signalAddress = address;
    g.signalPc = n.code.address(n.pc);
    return panics.begin(
        n, errors.errorStringType, errors.box("invalid memory address or nil pointer dereference"));
  }

  private Node divideFault(Node n) {
    return panics.begin(n, errors.errorStringType, errors.box("integer divide by zero"));
  }

  /** What an access through nil throws that the host would not find by itself. */
  RuntimeException nilAccess() {
    return new IndexOutOfBoundsException("nil");
  }

  private static String where(Node n) {
    return n.code.function.symbol() + " at " + n.pc + " (" + n.getClass().getSimpleName() + ")";
  }

  /** Throws if a pointer into a stack is about to be stored outside that stack. */
  void checkStore(Node n, long to, long value) {
    Pages pages = heap.pages();
    boolean intoStack =
        value >>> 32 == Memory.ARENA >>> 32 && pages.useOf(value) == Pages.Use.STACK;
    if (intoStack && pages.useOf(to) != Pages.Use.STACK) {
      throw new MachineFault(
          "invariant I: a pointer into a stack is stored at 0x"
              + Long.toHexString(to)
              + " by "
              + where(n));
    }
  }

  void decode(Code c) {
    new Decoder(this, c).decode();
  }

  // events

  long events() {
    return due - budget;
  }

  /** Makes the next counted event poll, without losing count. */
  void pollSoon() {
    due -= budget;
    budget = 0;
  }

  private void refill() {
    long now = events();
    long most = debug.preemptAtSafepoints() ? 0 : QUANTUM;
    int q = (int) Math.max(0, Math.min(most, eventLimit - now));
    budget = q;
    due = now + q;
  }

  void interrupt() {
    interrupted = true;
  }

  void clearInterrupt() {
    interrupted = false;
  }

  /**
   * The budget is used up at a counted safepoint.
   *
   * @param stop instruction that the frames are to be decoded by
   * @param resume where the goroutine goes on
   */
  Node poll(Node stop, Node resume) {
    at = stop;
    if (interrupted && !unwinding) {
      interrupted = false;
      return unwind(stop, resume, new Outcome.Interrupted(panics.mainPosition(stop)));
    }
    if (events() >= eventLimit) {
      return unwind(stop, resume, new Outcome.Limited("events", panics.mainPosition(stop)));
    }
    if (heap.wantsCollection()) {
      collector.collect();
      scheduler.shrinkStacks(stop);
    }
    refill();
    return scheduler.tick(stop, resume);
  }

  /**
   * Ends the run from outside: main's calls return as by Goexit, their deferred calls run, within a
   * bound.
   */
  private Node unwind(Node stop, Node resume, Outcome why) {
    if (unwinding) {
      scheduler.yieldToMain(stop, resume);
      return finish(panics.unwindingOutcome());
    }
    unwinding = true;
    eventLimit = events() + UNWIND_EVENTS;
    refill();
    return panics.exitMain(stop, resume, why);
  }

  boolean unwinding() {
    return unwinding;
  }

  // runs

  /** Counts on from there. */
  void startAt(long events) {
    budget = 0;
    due = events;
  }

  /** Address of a frame's saved frame pointer, the running one being of {@code c}. */
  long fpWord(Code c) {
    return arena(fp + c.frameSize);
  }

  void beginRun(long events) {
    outcome = null;
    unwinding = false;
    long now = events();
    eventLimit = events == Long.MAX_VALUE ? Long.MAX_VALUE : now + events;
    refill();
  }

  Node finish(Outcome o) {
    outcome = o;
    return HALT;
  }

  /** Main's function is about to return. */
  Node mainReturns(Node ret) {
    at = ret;
    if (g.session) {
      return scheduler.cellEnds(ret);
    }
    machine.moment(Watcher.Moment.END);
    fp += ret.code.step;
    g.empty = true;
    return finish(new Outcome.Done());
  }

  /** One of the learner's frames is about to return that is deeper than all before. */
  void deepest(Node ret) {
    at = ret;
    watchDepth = machine.deepest(userDepth);
  }

  /**
   * Pushes the frame of a function without arguments onto the running goroutine's stack, above
   * {@code returnTo}.
   */
  Node push(Code callee, long savedFp, long returnTo) {
    int f = fp;
    put64(mem, f - 16, savedFp);
    put64(mem, f - 8, returnTo);
    int nf = f - callee.step;
    java.util.Arrays.fill(mem, nf, nf + callee.frameSize, (byte) 0);
    fp = nf;
    if (callee.user) {
      userDepth++;
    }
    return callee.entryStop;
  }

  // stacks

  /** Sets the limit of the running goroutine's stack. */
  void useStack() {
    limit = debug.moveStacksAtCalls() ? Integer.MAX_VALUE : Memory.index(g.low) + Stacks.GUARD;
  }

  /**
   * A callee's frame does not fit, or every call is to move the stack: copies the stack to a larger
   * one.
   */
  void grow(Node stop, Code callee) {
    at = stop;
    pendingCallee = callee;
    try {
      ensureStack(callee);
    } finally {
      pendingCallee = null;
    }
  }

  /** Makes room for a frame as gc does: doubles until it fits. */
  void ensureStack(Code callee) {
    int guard = Memory.index(g.low) + Stacks.GUARD;
    if (fp - callee.check > guard) {
      if (debug.moveStacksAtCalls()) {
        moveStack(g.size);
      }
      return;
    }
    long used = g.high() - arena(fp);
    long needed = (long) callee.step + Stacks.GUARD;
    long size = 2L * g.size;
    while (size - used < needed) {
      size *= 2;
    }
    long most = machine.stackLimit();
    if (size > most) {
      throw new Ending.Fatal(
          "runtime: goroutine stack exceeds "
              + most
              + "-byte limit\nruntime: sp=0x"
              + Long.toHexString(arena(fp))
              + " stack=[0x"
              + Long.toHexString(g.low)
              + ", 0x"
              + Long.toHexString(g.high())
              + "]\n",
          "stack overflow");
    }
    stackGrowths++;
    moveStack((int) size);
  }

  /**
   * After a collection: halves the running goroutine's stack if it uses less than a quarter, as gc
   * does.
   */
  void shrinkStack() {
    int used = g.top() - fp;
    if (g.size > Stacks.FIRST && used + NOSPLIT < g.size / 4) {
      moveStack(g.size / 2);
    }
  }

  /** Copies the running goroutine's stack to a new one, and adjusts all that points into it. */
  void moveStack(int size) {
    stackMoves++;
    long newLow = stacks.take(size);
    long oldLow = g.low;
    int oldSize = g.size;
    int used = g.top() - fp;
    long delta = newLow + size - g.high();
    memory.move(newLow + size - used, arena(fp), used);
    if (used > 0) {
      new StackMove(this, g, delta, used).adjust();
    }
    g.low = newLow;
    g.size = size;
    fp += (int) delta;
    stacks.free(oldLow, oldSize);
    useStack();
  }
}

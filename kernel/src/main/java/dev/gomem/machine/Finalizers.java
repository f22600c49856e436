package dev.gomem.machine;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.machine.memory.Exhausted;
import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Specials;
import dev.gomem.machine.memory.Specials.Cleanup;
import dev.gomem.machine.memory.Specials.Due;
import dev.gomem.machine.memory.Specials.Finalizer;
import org.jspecify.annotations.Nullable;

/**
 * The runtime's side of finalizers, cleanups and weak pointers (runtime/mfinal.go, mcleanup.go,
 * mheap.go): what may be attached to what, and the two goroutines that make the calls that
 * collections have found due. Their functions are Go, in package runtime; while one of them waits
 * it is counted and shown nowhere.
 */
public final class Finalizers {
  /** What the goroutines wait for: no addresses of anything. */
  private static final long FINALIZERS = 8;

  private static final long CLEANUPS = 16;

  /** Smaller objects without pointers may share a block: they need not lie at its beginning. */
  private static final int TINY_SIZE = 16;

  private final Interp s;

  private final World world;
  private final Heap heap;
  private final Specials specials;

  Finalizers(Interp s, World world) {
    this.s = s;
    this.world = world;
    heap = world.heap;
    specials = heap.specials();
  }

  /**
   * Whether something stands at an address that is no object's and lives as long as the program.
   */
  public boolean isStatic(long address) {
    return s.data.isVariable(address);
  }

  /**
   * runtime.SetFinalizer.
   *
   * @param of type of the pointer, null if the argument is nil
   * @param f type of the function, null to take the finalizer away
   * @param mostResults words of results that the caller has room for
   */
  public void set(@Nullable RType of, long pointer, @Nullable RType f, long fn, long mostResults) {
    if (of == null) {
      throw fatal("first argument is nil");
    }
    if (of.kind() != Kind.POINTER) {
      throw fatal("first argument is " + of.name() + ", not pointer");
    }
    long start = heap.start(pointer);
    if (start == 0) {
      if (isStatic(pointer)) {
        return;
      }
      throw fatal("pointer not in allocated block");
    }
    RType elem = of.elem();
    if (start != pointer && (elem.hasPointers() || elem.size() >= TINY_SIZE)) {
      throw fatal("pointer not at beginning of allocated block");
    }
    if (f == null) {
      specials.finalizer(pointer, null);
      return;
    }
    if (f.kind() != Kind.FUNC) {
      throw fatal("second argument is " + f.name() + ", not a function");
    }
    String cannot = "cannot pass " + of.name() + " to finalizer " + f.name();
    if (f.variadic()) {
      throw fatal(cannot + " because dotdotdot");
    }
    if (f.params().size() != 1 || !takes(f.params().get(0), of)) {
      throw fatal(cannot);
    }
    long results = 0;
    for (RType r : f.results()) {
      results += (r.size() + 7) / 8;
    }
    if (results > mostResults) {
      throw new Ending.Fatal("", "not supported yet: a finalizer with results of this size");
    }
    if (world.finalizerGoroutine == null) {
      start("runtime.runFinalizers", true);
    }
    if (specials.hasFinalizer(pointer)) {
      throw fatal("finalizer already set");
    }
    specials.finalizer(pointer, new Finalizer(fn, firstWord(f.params().get(0), of), results));
  }

  private static Ending.Fatal fatal(String what) {
    return new Ending.Fatal("", "runtime.SetFinalizer: " + what);
  }

  private boolean takes(RType parameter, RType of) {
    if (parameter == of) {
      return true;
    }
    if (parameter.kind() == Kind.POINTER) {
      return (!uncommon(parameter) || !uncommon(of)) && parameter.elem() == of.elem();
    }
    return parameter.kind() == Kind.INTERFACE && s.machine.implementsInterface(of, parameter);
  }

  /** What gc takes for named here: a pointer type that has methods counts too. */
  private boolean uncommon(RType t) {
    return t.named() || s.machine.hasMethods(t);
  }

  /** First word of the argument if the parameter is an interface. */
  private long firstWord(RType parameter, RType of) {
    if (parameter.kind() != Kind.INTERFACE) {
      return 0;
    }
    return parameter.isEmptyInterface() ? s.data.descriptor(of) : s.machine.itab(parameter, of);
  }

  /** Whether two addresses lie in the same object. */
  public boolean sameObject(long p, long q) {
    return heap.sameObject(p, q);
  }

  public boolean isObject(long address) {
    return heap.base(address) != 0;
  }

  /** Whether an address lies where the tiny allocator puts things. */
  public boolean isTiny(long address) {
    return heap.isTinySlot(address);
  }

  /** Whether a func value's closure holds a pointer into the object that an address lies in. */
  public boolean closesOver(long fn, long address) {
    if (heap.base(fn) == 0) {
      return false;
    }
    boolean[] found = {false};
    heap.scan(
        fn,
        (at, size, type) -> {
          for (int off : type.pointers) {
            found[0] |= heap.sameObject(address, world.memory.get64(at + off));
          }
        });
    return found[0];
  }

  /** Has {@code call} called with {@code fn} when an object has died; returns the cleanup's id. */
  public long addCleanup(long address, long call, long fn) {
    if (world.cleanupGoroutine == null) {
      start("runtime.runCleanups", false);
    }
    return specials.cleanup(address, call, fn);
  }

  public void stopCleanup(long address, long id) {
    specials.stop(address, id);
  }

  /** Address of the word that weak pointers to an address lead to; 0 if there are none yet. */
  public long weakHandle(long address) {
    return specials.handle(address);
  }

  public void weakHandle(long address, long handle) {
    specials.handle(address, handle);
  }

  /** The next finalizer for the goroutine that runs them, which waits if there is none. */
  public @Nullable Due nextFinalizer() {
    Due d = specials.nextFinalizer();
    s.g.hidden = d == null;
    if (d == null) {
      s.scheduler.wishPark(FINALIZERS, "finalizer wait");
    }
    return d;
  }

  /** The finalizer that {@link #nextFinalizer} gave. */
  public Due finalizer() {
    Due d = specials.running();
    if (d == null) {
      throw new MachineFault("no finalizer runs");
    }
    return d;
  }

  /** The next cleanup for the goroutine that runs them, which waits if there is none. */
  public @Nullable Cleanup nextCleanup() {
    Cleanup c = specials.nextCleanup();
    s.g.hidden = c == null;
    if (c == null) {
      s.scheduler.wishPark(CLEANUPS, "cleanup wait");
    }
    return c;
  }

  /** After a collection: what it found due is to be called. */
  void wake() {
    if (specials.cleanupsDue()) {
      wake(world.cleanupGoroutine, CLEANUPS, "runtime.runCleanups", false);
    }
    if (specials.finalizersDue()) {
      wake(world.finalizerGoroutine, FINALIZERS, "runtime.runFinalizers", true);
    }
  }

  private void wake(@Nullable Goroutine g, long key, String function, boolean finalizers) {
    if (g == null || !world.has(g)) {
      start(function, finalizers); // in a session the last one may have panicked
    } else {
      s.scheduler.wake(key);
    }
  }

  private void start(String function, boolean finalizers) {
    Goroutine g;
    try {
      g = s.scheduler.startHidden(s.text.code(function));
    } catch (Exhausted e) {
      return; // the next collection tries again
    }
    if (finalizers) {
      world.finalizerGoroutine = g;
    } else {
      world.cleanupGoroutine = g;
    }
  }
}

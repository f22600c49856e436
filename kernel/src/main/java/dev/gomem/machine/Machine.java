package dev.gomem.machine;

import dev.gomem.code.CodeUnit;
import dev.gomem.code.CodeUnit.Method;
import dev.gomem.code.CodeUnit.MethodSet;
import dev.gomem.code.Function;
import dev.gomem.code.Function.Local;
import dev.gomem.code.Site;
import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.TypeTable;
import dev.gomem.machine.memory.Exhausted;
import dev.gomem.machine.memory.Frozen;
import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.Pacer;
import dev.gomem.machine.memory.Stacks;
import dev.gomem.machine.memory.TypeInfo;
import dev.gomem.source.Pos;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine: memory, loaded code, goroutines. One thread at a time may use it; only {@link
 * #interrupt} may be called from any thread. After every outcome it can run again.
 */
public final class Machine {
  /** When a machine is made: 2009-11-10 at 23:00, as package time has it, in seconds since 1970. */
  private static final long CLOCK_START = 1_257_894_000;

  /** Virtual nanoseconds of a counted event. */
  private static final long NANOS_PER_EVENT = 10;

  /** Images of deepest calls, until only doubled depths count. */
  private static final int MANY_IMAGES = 64;

  /** Bytes of such images. */
  private static final long MANY_BYTES = 256L << 20;

  private final TypeTable types;
  private final Map<String, JavaBody> bodies;
  private final Output out;
  private final Debug debug;
  private final Text text;
  private final DataSegment data;
  private final Stubs stubs;
  private final List<Site> sites = new ArrayList<>();
  private final Map<String, Long> constants = new HashMap<>();
  private Map<RType, Map<String, Method>> methods = new LinkedHashMap<>();
  private Limits limits;
  private World world;
  private Interp interp;
  private @Nullable Watcher watcher;

  /** The last checkpoint: the next one shares what did not change. */
  private @Nullable Checkpoint before;

  private final Callers callers = new Callers(this);
  private int images;
  private long imageBytes;
  private int runs;
  private long written;

  /** Of a line that was read, what has not been asked for yet. */
  private byte[] input = new byte[0];

  /** Finds library functions by symbol when they are first needed. */
  public interface Finder {
    @Nullable Function find(String symbol);
  }

  /**
   * @param bodies library functions in Java, by symbol
   * @param seed of everything random in the machine (map seeds, iteration order, select)
   */
  public Machine(
      TypeTable types,
      Map<String, JavaBody> bodies,
      Output out,
      Limits limits,
      Debug debug,
      long seed) {
    this.types = types;
    this.bodies = new HashMap<>(bodies);
    this.out = out;
    this.limits = limits;
    this.debug = debug;
    world = new World(limits, seed);
    text = world.text;
    data = world.data;
    stubs = new Stubs(text);
    interp = new Interp(this, world, stubs, debug);
  }

  public TypeTable types() {
    return types;
  }

  public Limits limits() {
    return limits;
  }

  /** In force from the next run on. */
  public void limits(Limits next) {
    limits = next;
    world.heap.limit(next.memoryBytes());
  }

  /** Where functions are looked up that no loaded unit defines. */
  public void finder(Finder finder) {
    text.finder(finder);
  }

  Text text() {
    return text;
  }

  World world() {
    return world;
  }

  Interp interp() {
    return interp;
  }

  void body(String symbol, JavaBody body) {
    bodies.putIfAbsent(symbol, body);
  }

  @Nullable JavaBody body(String symbol) {
    return bodies.get(symbol);
  }

  /** Enters a function's sites; returns the number of its first. */
  int sites(Function f) {
    int base = sites.size() + 1;
    sites.addAll(f.sites());
    return base;
  }

  @Nullable Site site(int number) {
    return number == 0 ? null : sites.get(number - 1);
  }

  // loading

  /**
   * Adds a unit's functions, package variables (zeroed, unless one of the same symbol and type
   * exists) and method sets (the newest of a type wins). Runs nothing: its initialisers are run by
   * {@link #run}.
   */
  public void load(CodeUnit unit) {
    text.add(unit);
    unit.globals().forEach(data::define);
    for (MethodSet set : unit.methodSets()) {
      methods(set);
    }
  }

  void methods(MethodSet set) {
    Map<String, Method> byName = new LinkedHashMap<>();
    for (Method m : set.methods()) {
      byName.put(m.pkg() + "." + m.name(), m);
    }
    if (methods.put(set.type(), byName) != null) {
      data.forgetItabs();
    }
  }

  private @Nullable Method method(RType type, String name, String pkg) {
    Map<String, Method> set = methods.get(type);
    return set == null ? null : set.get(pkg + "." + name);
  }

  /** Static closure object of a function. */
  long closure(Code c) {
    if (c.closure == 0) {
      c.closure = data.readOnly(8);
      world.memory.put64(c.closure, c.address(0));
    }
    return c.closure;
  }

  TypeInfo info(RType t) {
    TypeInfo info = world.heap.info(t);
    if (info.descriptor == 0) {
      info.descriptor = data.descriptor(t);
    }
    return info;
  }

  /** Address of read-only memory with a value: {@code bytes} are its image, or a string's bytes. */
  long readOnly(RType of, byte[] bytes) {
    boolean string = of.kind() == Kind.STRING;
    boolean zero = true;
    for (byte b : bytes) {
      zero &= b == 0;
    }
    if (zero && (string ? bytes.length == 0 : bytes.length <= 1024)) {
      return data.zeroVal;
    }
    String key = (string ? "s" : "v") + new String(bytes, StandardCharsets.ISO_8859_1);
    Long old = constants.get(key);
    if (old != null) {
      return old;
    }
    long at = data.readOnly(string ? 16 : bytes.length);
    if (string) {
      world.memory.put64(at, data.constant(bytes));
      world.memory.put64(at + 8, bytes.length);
    } else {
      world.memory.putBytes(at, bytes);
    }
    constants.put(key, at);
    return at;
  }

  // interfaces

  boolean hasMethods(RType type) {
    Map<String, Method> set = methods.get(type);
    return set != null && !set.isEmpty();
  }

  /** Name of the first method of an interface that a concrete type lacks, or null. */
  private @Nullable String missingMethod(RType iface, RType concrete) {
    for (RType.Method want : iface.methods()) {
      Method m = method(concrete, want.name(), want.pkg());
      if (m == null || m.type() != want.type()) {
        return want.name();
      }
    }
    return null;
  }

  /** The itab of a pair of types that is known to exist. */
  public long itab(RType iface, RType concrete) {
    long at = data.findItab(iface, concrete);
    if (at != 0) {
      return at;
    }
    List<RType.Method> wanted = iface.methods();
    long[] addresses = new long[wanted.size()];
    for (int i = 0; i < addresses.length; i++) {
      Method m = method(concrete, wanted.get(i).name(), wanted.get(i).pkg());
      if (m == null) {
        throw new MachineFault(
            "no method " + wanted.get(i).name() + " of " + concrete + " for " + iface);
      }
      addresses[i] = text.code(m.symbol()).address(0);
    }
    return data.addItab(iface, concrete, addresses);
  }

  /**
   * The itab for the value of a type word, or 0 if it has none; or panics as a failed assertion.
   */
  long findItab(RType iface, long typeWord, boolean must) {
    if (typeWord == 0) {
      if (must) {
        throw interp.errors.assertion(0, 0, data.descriptor(iface), "");
      }
      return 0;
    }
    RType concrete = data.type(typeWord);
    long at = data.findItab(iface, concrete);
    if (at != 0) {
      return at;
    }
    String missing = missingMethod(iface, concrete);
    if (missing == null) {
      return itab(iface, concrete);
    }
    if (must) {
      throw interp.errors.assertion(0, typeWord, data.descriptor(iface), missing);
    }
    return 0;
  }

  /** Error, else String, of a type: what an uncaught panic is printed by. */
  @Nullable Code textMethod(RType t) {
    for (String name : new String[] {"Error", "String"}) {
      Method m = method(t, name, "");
      if (m != null
          && m.type().params().isEmpty()
          && m.type().results().equals(List.of(types.basic(Kind.STRING)))) {
        return text.code(m.symbol());
      }
    }
    return null;
  }

  // running

  /**
   * Calls a function without parameters and results: above the session's idle main frame if there
   * is one.
   */
  public Outcome run(String symbol) {
    try {
      return runAlone(text.code(symbol), false);
    } catch (Exhausted e) {
      return exhausted();
    }
  }

  /**
   * The same for what only looks at the session: no other goroutine runs, unless the function waits
   * for one.
   */
  public Outcome look(String symbol) {
    try {
      return runAlone(text.code(symbol), true);
    } catch (Exhausted e) {
      return exhausted();
    }
  }

  /** Whether it is main that runs, not a goroutine that it waits for. */
  public boolean mainRuns() {
    return interp.g == world.main();
  }

  private Outcome runAlone(Code callee, boolean patient) {
    Goroutine main = begin();
    Interp s = interp;
    if (main.session) {
      s.at = main.at;
      s.ensureStack(stubs.aboveIdle);
      s.push(stubs.aboveIdle, s.fpWord(main.at.code), main.at.code.address(main.at.pc + 1));
      s.at = stubs.aboveIdle.entryStop;
      s.ensureStack(callee);
      s.push(callee, s.fpWord(stubs.aboveIdle), stubs.aboveIdle.address(1));
    } else {
      s.scheduler.resetMain();
      s.scheduler.load(main);
      s.ensureStack(callee);
      s.push(callee, 0, stubs.base.address(1));
    }
    main.empty = false;
    return loop(callee, patient);
  }

  private Goroutine begin() {
    Goroutine main = interp.scheduler.main();
    interp.scheduler.load(main);
    if (world.heap.wantsCollection()) {
      interp.collector.collect(); // what the last run left when it ended
    }
    runs++;
    written = 0;
    images = 0;
    imageBytes = 0;
    world.heap.run(runs);
    interp.watchDepth = watcher == null ? Integer.MAX_VALUE : 0;
    interp.beginRun(limits.events());
    return main;
  }

  private Outcome loop(Code callee, boolean patient) {
    interp.scheduler.beforeRun(patient);
    try {
      return interp.loop(callee.entryStop);
    } finally {
      interp.scheduler.afterRun(callee.main);
    }
  }

  /**
   * Runs a cell's body as the continuation of main: its frame's top stands where the last cell's
   * stood and what that frame named keeps its place; the frame stays when the cell has ended,
   * however it ends.
   *
   * @param repairs what must leave main's frame first
   */
  public Outcome runCell(String symbol, List<Repair> repairs) {
    try {
      return runBody(text.code(symbol), repairs);
    } catch (Exhausted e) {
      return exhausted();
    }
  }

  /** The end of a run for which there is no room to begin in. */
  public static Outcome exhausted() {
    return new Outcome.Fatal(
        "fatal error: runtime: out of memory\n", "runtime: out of memory", Pos.NONE);
  }

  private Outcome runBody(Code cell, List<Repair> repairs) {
    Goroutine main = begin();
    main.recoveredAt = -1;
    Interp s = interp;
    int named = 0;
    Code before = main.session ? main.at.code : stubs.base;
    if (main.session) {
      s.at = main.at;
      for (Local l : before.function.locals()) {
        if (l.offset() < before.frameSize) {
          named = Math.max(named, before.frameSize - l.offset());
        }
      }
    } else {
      s.scheduler.resetMain();
      s.scheduler.load(main);
    }
    int size = main.size;
    while (size - cell.check <= Stacks.GUARD) {
      size *= 2;
    }
    if (size != main.size) {
      s.stackGrowths++;
      s.moveStack(size);
    }
    int top = main.top() - 16;
    int fp = top - cell.frameSize;
    Memory memory = world.memory;
    if (top - named > fp) {
      memory.clear(Memory.arena(fp), top - named - fp);
    }
    memory.put64(Memory.arena(top), 0);
    memory.put64(Memory.arena(top + 8), stubs.base.address(1));
    repair(repairs, before, top);
    s.fp = fp;
    s.userDepth = 0;
    main.session = true;
    main.empty = false;
    main.deferHead = 0;
    return loop(cell, false);
  }

  /**
   * Moves parts of main's frame, which is the only one, to the heap, and lets what pointed to them
   * point there.
   */
  private void repair(List<Repair> repairs, Code before, int top) {
    Memory memory = world.memory;
    List<long[]> moved = new ArrayList<>();
    for (Repair r : repairs) {
      sites.add(r.site());
      TypeInfo t = info(r.type());
      long from = Memory.arena(top - r.depth());
      long to = world.heap.allocate(t, sites.size());
      memory.move(to, from, (int) t.size);
      moved.add(new long[] {from, from + Math.max(1, t.size), to});
    }
    BitSet slots = before.pointerSlots;
    long low = Memory.arena(top - before.frameSize);
    for (int w = slots.nextSetBit(0); w >= 0; w = slots.nextSetBit(w + 1)) {
      redirect(low + 8L * w, moved);
    }
    for (int i = 0; i < repairs.size(); i++) {
      for (int off : info(repairs.get(i).type()).pointers) {
        redirect(moved.get(i)[2] + off, moved);
      }
    }
    for (int i = 0; i < repairs.size(); i++) {
      memory.clear(moved.get(i)[0], (int) info(repairs.get(i).type()).size);
    }
    for (int i = 0; i < repairs.size(); i++) {
      if (repairs.get(i).slot() >= 0) {
        memory.put64(Memory.arena(top - repairs.get(i).slot()), moved.get(i)[2]);
      }
    }
  }

  private void redirect(long word, List<long[]> moved) {
    long v = world.memory.get64(word);
    for (long[] m : moved) {
      if (v >= m[0] && v < m[1]) {
        world.memory.put64(word, v - m[0] + m[2]);
        return;
      }
    }
  }

  /** The session's main frame between cells, or null before the first. */
  public @Nullable FrameView mainFrame() {
    Goroutine main = interp.scheduler.main();
    if (!main.session) {
      return null;
    }
    Frames f = new Frames(world.memory.bytes(), text, main, main.at, main.fp);
    int pc = main.recoveredAt >= 0 ? main.recoveredAt : f.pc;
    return new FrameView(f.code.function, pc, Memory.arena(f.fp), f.live(), true);
  }

  /** Number of {@link #run} and {@link #runCell} calls so far; objects carry it. */
  public int runs() {
    return runs;
  }

  /** Ends the current run, or the next if none is under way, at its next safepoint. Any thread. */
  public void interrupt() {
    interp.interrupt();
  }

  /** Forgets an interrupt that came too late. */
  public void clearInterrupt() {
    interp.clearInterrupt();
  }

  /** Everything as it is now, between two runs. */
  public Checkpoint checkpoint() {
    Checkpoint b = before;
    Frozen bytes = new Frozen(world.memory, world.heap.pages(), b == null ? null : b.bytes);
    World copy = new World(world, Memory.none(), b == null ? null : b.world);
    before = new Checkpoint(bytes, copy, data.state(), text.state(), new LinkedHashMap<>(methods));
    return before;
  }

  /** Forgets the last checkpoint, which the next would share with. */
  public void forgetCheckpoint() {
    before = null;
  }

  /** Bytes that a checkpoint would copy if nothing could be shared. */
  public long usedBytes() {
    return world.heap.usedBytes();
  }

  /**
   * Goes back to a checkpoint of this machine. Counters of events and sequence numbers go back too.
   */
  public void restore(Checkpoint checkpoint) {
    text.restore(checkpoint.text);
    methods = new LinkedHashMap<>(checkpoint.methods);
    data.forgetItabs();
    restoreMemory(checkpoint);
  }

  /** Goes back to a checkpoint since which nothing was loaded: all code stays as it is decoded. */
  public void restoreMemory(Checkpoint checkpoint) {
    long events = interp.events();
    checkpoint.bytes.thaw(world.memory, world.heap.pages());
    before = checkpoint;
    world = new World(checkpoint.world, world.memory, null);
    world.thaw();
    data.restore(checkpoint.data, world.heap.pages());
    interp = new Interp(this, world, stubs, debug);
    interp.startAt(events);
  }

  // watching

  /** What the tables show, to be looked at before anything runs again. */
  public Image image() {
    interp.scheduler.saveForImage();
    return new Image(this, world.view(), counters(), interp.g.id);
  }

  /** The same to keep while the run goes on. */
  private Image copiedImage() {
    interp.scheduler.saveForImage();
    return new Image(this, new World(world), counters(), interp.g.id);
  }

  public void watch(@Nullable Watcher watcher) {
    this.watcher = watcher;
    interp.watchDepth = watcher == null ? Integer.MAX_VALUE : 0;
  }

  void moment(Watcher.Moment moment) {
    Watcher w = watcher;
    if (w == null) {
      return;
    }
    boolean last =
        switch (moment) {
          case DEEPEST -> false;
          case PANIC -> interp.g == world.main(); // another's stack goes
          case END ->
              world.main().session || world.goroutines().size() == 1; // nobody runs after it
        };
    try {
      w.moment(moment, last ? image() : copiedImage());
    } catch (OutOfMemoryError e) {
      // A program may use more than there is room for twice: then this moment is not shown.
      return;
    }
  }

  /** Shows the deepest call so far; returns the depth that the next one must exceed. */
  int deepest(int depth) {
    images++;
    imageBytes += world.heap.pages().end();
    moment(Watcher.Moment.DEEPEST);
    return images < MANY_IMAGES && imageBytes < MANY_BYTES ? depth : 2 * depth - 1;
  }

  public void step(@Nullable Stepper stepper) {
    interp.stepper(stepper);
  }

  /** A full garbage collection (runtime.GC). */
  public void collect() {
    interp.collector.collect();
    world.heap.pacer().wasForced();
  }

  /** Gives free memory back (debug.FreeOSMemory, without its collection). */
  public void release() {
    world.heap.pages().release();
  }

  /** When the next collection is due. */
  public Pacer pacer() {
    return world.heap.pacer();
  }

  /** What package runtime tells of the memory. */
  public MemoryStats memoryStats() {
    return MemoryStats.of(world);
  }

  public Counters counters() {
    var h = world.heap;
    return new Counters(
        interp.events(),
        h.mallocs(),
        h.askedBytes(),
        h.givenBytes(),
        h.frees(),
        h.liveBytes(),
        interp.stackGrowths,
        interp.slices.growths(),
        h.pacer().collections());
  }

  // for Java bodies

  /** What collections are to call. */
  public Finalizers finalizers() {
    return interp.finalizers;
  }

  /**
   * All bytes, to be read in place; {@link #index} says where an address stands. Another array
   * after anything that may allocate.
   */
  public byte[] memory() {
    return world.memory.bytes();
  }

  /** Index in {@link #memory} of an address. */
  public static int index(long address) {
    return Memory.index(address);
  }

  public long get64(long address) {
    return world.memory.get64(address);
  }

  public void put64(long address, long value) {
    world.memory.put64(address, value);
  }

  /** {@code size} bytes (1, 2, 4, 8), zero-extended. */
  public long get(long address, int size) {
    return world.memory.get(address, size);
  }

  public void put(long address, int size, long value) {
    world.memory.put(address, size, value);
  }

  public byte[] bytes(long address, int length) {
    return world.memory.bytes(address, length);
  }

  public void putBytes(long address, byte[] bytes) {
    world.memory.putBytes(address, bytes);
  }

  /** memmove. */
  public void move(long to, long from, int length) {
    world.memory.move(to, from, length);
  }

  /** The bytes of the string or byte slice whose header stands at an address. */
  public byte[] stringAt(long header) {
    return bytes(get64(header), (int) get64(header + 8));
  }

  /** The string whose header stands at an address. */
  public String text(long header) {
    return new String(stringAt(header), StandardCharsets.UTF_8);
  }

  /** Writes the header of a new string (none allocated if empty) at an address. */
  public void putString(long header, byte[] bytes) {
    long p = bytes.length == 0 ? 0 : allocate(types.basic(Kind.UINT8), bytes.length);
    putBytes(p, bytes);
    put64(header, p);
    put64(header + 8, bytes.length);
  }

  /** Address of bytes that never change; equal ones share it. */
  public long constant(byte[] bytes) {
    return data.constant(bytes);
  }

  /** Address of a new string header among the data. */
  public long staticString(byte[] bytes) {
    long at = data.readOnly(16);
    put64(at, constant(bytes));
    put64(at + 8, bytes.length);
    return at;
  }

  /** Address of {@code count} zeroed elements on the heap. */
  public long allocate(RType type, long count) {
    TypeInfo t = info(type);
    return world.heap.allocate(t, t.size * count, 0);
  }

  /** Capacity that append gives a slice of a type's elements. */
  public static long grownCap(long newLength, long oldCap, RType elem) {
    return elem.size() == 0
        ? newLength
        : Slices.grownCap(newLength, oldCap, elem.size(), !elem.hasPointers());
  }

  /** Address of a package variable; 0 if no loaded unit has it. */
  public long global(String symbol) {
    GlobalView g = data.global(symbol);
    return g == null ? 0 : g.address();
  }

  /** The type that a type word names. */
  public @Nullable RType typeAt(long typeWord) {
    return typeWord == 0 ? null : data.typeAt(typeWord);
  }

  /** The type word of a type. */
  public long typeWord(RType type) {
    return data.descriptor(type);
  }

  /** The concrete type behind an itab word. */
  public @Nullable RType itabType(long itab) {
    return data.itabType(itab);
  }

  /** Text address of a method of a concrete type (data word first), or 0. */
  public long methodAddress(RType type, String name, String pkg) {
    Method m = method(type, name, pkg);
    return m == null ? 0 : text.code(m.symbol()).address(0);
  }

  /** Whether a concrete type has an interface's methods. */
  public boolean implementsInterface(RType concrete, RType iface) {
    return missingMethod(iface, concrete) == null;
  }

  /** {@code ==} of two values of a type; may panic. */
  public boolean equal(RType type, long p, long q) {
    return interp.values.equal(type, p, q);
  }

  /**
   * Takes the next entry of a map iterator (96 bytes) that {@link #mapIterate} has begun: false at
   * the end.
   */
  public boolean mapNext(RType map, long iterator) {
    interp.maps.iterNext(interp.maps.layout(map), iterator);
    return get64(iterator) != 0;
  }

  /** Begins an iteration in 96 zeroed bytes. */
  public void mapIterate(RType map, long header, long iterator) {
    interp.maps.iterInit(interp.maps.layout(map), header, iterator);
  }

  public void write(int fd, byte[] bytes) {
    written += bytes.length;
    if (written > limits.outputBytes()) {
      throw new Ending.Output();
    }
    out.write(fd, bytes);
  }

  /** Reads standard input: to an address, at most so many bytes; 0 at its end. */
  public int read(long address, int most) {
    if (input.length == 0) {
      byte[] line = out.read();
      if (line == null || line.length == 0) {
        return 0;
      }
      input = line;
    }
    int n = Math.min(most, input.length);
    world.memory.putBytes(address, Arrays.copyOf(input, n));
    input = Arrays.copyOfRange(input, n, input.length);
    return n;
  }

  /**
   * Raises runtime.Error with "runtime error: " before the text (or without, if {@code plain}).
   * Does not return.
   */
  public RuntimeException panic(String message, boolean plain) {
    throw plain ? interp.errors.plain(message) : interp.errors.error(message);
  }

  /** Ends the program with a fatal error. Does not return. */
  public RuntimeException fatal(String reason) {
    throw new Ending.Fatal("", reason);
  }

  /** os.Exit. Does not return. */
  public RuntimeException exit(int code) {
    throw new Ending.Exit(code);
  }

  /**
   * Calls {@code each} with the addresses of key and element of every entry of a map, in order of
   * slots.
   */
  public void mapEntries(RType map, long header, MapVisitor each) {
    Maps.entries(world.memory, mapType(map), header, each);
  }

  MapType mapType(RType map) {
    return interp.maps.layout(map);
  }

  /** Is given a map's entries; a leaf. */
  public interface MapVisitor {
    void entry(long key, long elem);
  }

  /**
   * When this body has returned its goroutine waits, in order of arrival, until somebody wakes the
   * key.
   */
  public void park(long key, String reason) {
    interp.scheduler.wishPark(key, reason);
  }

  /** Makes the first goroutine that waits for a key runnable; false if there is none. */
  public boolean wake(long key) {
    return interp.scheduler.wake(key);
  }

  /** When this body has returned the other goroutines run first (runtime.Gosched). */
  public void gosched() {
    interp.scheduler.wishYield();
  }

  /** When this body has returned its goroutine sleeps for a virtual time. */
  public void sleep(long nanoseconds) {
    interp.scheduler.wishSleep(nanoseconds);
  }

  /** When this body has returned its goroutine ends, its deferred calls run (runtime.Goexit). */
  public void goexit() {
    interp.scheduler.wishExit();
  }

  /** Goroutines that have not ended, without the runtime's own. */
  public int goroutines() {
    return world.shown().size();
  }

  /** What runtime.Stack tells of the calling goroutine, or of all. */
  public String stacks(boolean all) {
    return new Traceback(interp).stacks(interp.at, all);
  }

  /** The next number of the machine's generator. */
  public long random() {
    return world.nextRandom();
  }

  /** Virtual nanoseconds since 1970. */
  long unixTime() {
    return 1_000_000_000 * CLOCK_START + nanotime();
  }

  /** Bytes a stack may have at most, as debug.SetMaxStack sets it; returns the old value. */
  public long maxStack(long bytes) {
    long old = world.maxStack;
    world.maxStack = bytes;
    return old;
  }

  /** The same, or what this machine has room for. */
  long stackLimit() {
    return Math.min(world.maxStack, limits.stackBytes());
  }

  /** Virtual nanoseconds since the machine was made. */
  public long nanotime() {
    return NANOS_PER_EVENT * interp.events() + world.jumped;
  }

  /**
   * Writes return addresses of the running goroutine's frames, innermost first.
   *
   * @param skip frames before the first, beside that of the body that asks
   * @return how many were written
   */
  public int callers(long skip, long to, long most) {
    return callers.callers(skip, to, most);
  }

  /** The static object that stands for the function whose text an address lies in, or 0. */
  public long functionAt(long address) {
    return callers.function(address);
  }

  /** Name of a function by such an object. */
  public String functionName(long object) {
    return callers.name(object);
  }

  /** Where it begins. */
  public Pos functionStart(long object) {
    return callers.start(object);
  }

  /** Place of the statement that an address of the text belongs to. */
  public Pos placeAt(long address) {
    return callers.place(address);
  }
}

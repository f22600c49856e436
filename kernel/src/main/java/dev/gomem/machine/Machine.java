package dev.gomem.machine;

import dev.gomem.code.CodeUnit;
import dev.gomem.code.Function;
import dev.gomem.layout.RType;
import dev.gomem.layout.TypeTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine: memory, loaded code, goroutines. One thread at a time may use it; only {@link #interrupt} may be called
 * from any thread. After every outcome it can run again.
 */
public final class Machine {
  private final TypeTable types;
  private Limits limits;

  /** Finds library functions by symbol when they are first needed. */
  public interface Finder {
    @Nullable Function find(String symbol);
  }

  /**
   * @param bodies library functions in Java, by symbol
   * @param seed of everything random in the machine (map seeds, iteration order, select)
   */
  public Machine(
      TypeTable types, Map<String, JavaBody> bodies, Output out, Limits limits, Debug debug, long seed) {
    this.types = types;
    this.limits = limits;
  }

  private static UnsupportedOperationException todo() {
    return new UnsupportedOperationException("not supported yet: running");
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
  }

  /** Where functions are looked up that no loaded unit defines. */
  public void finder(Finder finder) {
    throw todo();
  }

  /**
   * Adds a unit's functions, package variables (zeroed, unless one of the same symbol and type exists) and method sets
   * (the newest of a type wins). Runs nothing: its {@code init} functions are run by {@link #run}.
   */
  public void load(CodeUnit unit) {
    throw todo();
  }

  /** Calls a function without parameters and results: above the session's idle main frame if there is one. */
  public Outcome run(String symbol) {
    throw todo();
  }

  /**
   * Runs a cell's body as the continuation of main: its frame's top stands where the last cell's stood and what that
   * frame named keeps its place; the frame stays when the cell has ended, however it ends.
   *
   * @param repairs what must leave main's frame first
   */
  public Outcome runCell(String symbol, List<Repair> repairs) {
    throw todo();
  }

  /** The session's main frame between cells, or null before the first. */
  public @Nullable FrameView mainFrame() {
    throw todo();
  }

  /** Number of {@link #run} and {@link #runCell} calls so far; objects carry it. */
  public int runs() {
    throw todo();
  }

  /** Ends the current run, or the next if none is under way, at its next safepoint. Any thread. */
  public void interrupt() {
    throw todo();
  }

  /** Forgets an interrupt that came too late. */
  public void clearInterrupt() {
    throw todo();
  }

  public Checkpoint checkpoint() {
    throw todo();
  }

  public void restore(Checkpoint checkpoint) {
    throw todo();
  }

  public Image image() {
    throw todo();
  }

  public void watch(@Nullable Watcher watcher) {
    throw todo();
  }

  public void step(@Nullable Stepper stepper) {
    throw todo();
  }

  /** A full garbage collection (runtime.GC). */
  public void collect() {
    throw todo();
  }

  public Counters counters() {
    throw todo();
  }

  // For Java bodies.

  public long get64(long address) {
    throw todo();
  }

  public void put64(long address, long value) {
    throw todo();
  }

  /** {@code size} bytes (1, 2, 4, 8), zero-extended. */
  public long get(long address, int size) {
    throw todo();
  }

  public void put(long address, int size, long value) {
    throw todo();
  }

  public byte[] bytes(long address, int length) {
    throw todo();
  }

  public void putBytes(long address, byte[] bytes) {
    throw todo();
  }

  /** The bytes of the string or byte slice whose header stands at an address. */
  public byte[] stringAt(long header) {
    throw todo();
  }

  /** Writes the header of a new string (none allocated if empty) at an address. */
  public void putString(long header, byte[] bytes) {
    throw todo();
  }

  /** Address of {@code count} zeroed elements on the heap. */
  public long allocate(RType type, long count) {
    throw todo();
  }

  /** The type that a type word names. */
  public @Nullable RType typeAt(long typeWord) {
    throw todo();
  }

  /** The type word of a type. */
  public long typeWord(RType type) {
    throw todo();
  }

  /** The concrete type behind an itab word. */
  public @Nullable RType itabType(long itab) {
    throw todo();
  }

  /** Text address of a method of a concrete type (data word first), or 0. */
  public long methodAddress(RType type, String name, String pkg) {
    throw todo();
  }

  public void write(int fd, byte[] bytes) {
    throw todo();
  }

  /** Raises runtime.Error with "runtime error: " before the text (or without, if {@code plain}). Does not return. */
  public RuntimeException panic(String text, boolean plain) {
    throw todo();
  }

  /** Ends the program with a fatal error. Does not return. */
  public RuntimeException fatal(String text) {
    throw todo();
  }

  /** os.Exit. Does not return. */
  public RuntimeException exit(int code) {
    throw todo();
  }

  /** Calls {@code each} with the addresses of key and element of every entry of a map, in order of slots. */
  public void mapEntries(RType map, long header, MapVisitor each) {
    throw todo();
  }

  /** Is given a map's entries; a leaf. */
  public interface MapVisitor {
    void entry(long key, long elem);
  }

  /** The next number of the machine's generator. */
  public long random() {
    throw todo();
  }

  /** Virtual nanoseconds since the machine was made. */
  public long nanotime() {
    throw todo();
  }
}

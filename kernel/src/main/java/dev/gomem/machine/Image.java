package dev.gomem.machine;

import dev.gomem.code.Function;
import dev.gomem.layout.RType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consistent copy of a machine between two instructions, from which everything that the tables show is decoded while
 * the machine goes on. Immutable.
 */
public final class Image {
  Image() {}

  private static UnsupportedOperationException todo() {
    return new UnsupportedOperationException("not supported yet: images");
  }

  /** The 8-byte word at an address, little endian. */
  public long get64(long address) {
    throw todo();
  }

  /** The {@code size} (1, 2, 4, 8) bytes at an address, zero-extended. */
  public long get(long address, int size) {
    throw todo();
  }

  public byte[] bytes(long address, int length) {
    throw todo();
  }

  public Region region(long address) {
    throw todo();
  }

  /** Whether all of the range lies in pages that exist. */
  public boolean mapped(long address, long length) {
    throw todo();
  }

  /** Objects allocated and not freed, in order of allocation. */
  public List<HeapObject> objects() {
    throw todo();
  }

  /** The object that an address points into (interior pointers too), or null. */
  public @Nullable HeapObject objectAt(long address) {
    throw todo();
  }

  /** In order of creation, without those that have ended; main first. */
  public List<GoroutineView> goroutines() {
    throw todo();
  }

  /** The goroutine that was running. */
  public long running() {
    throw todo();
  }

  /** Package variables in order of loading, the library's included. */
  public List<GlobalView> globals() {
    throw todo();
  }

  /** The type whose descriptor stands at an address (the type word of an {@code any}), or null. */
  public @Nullable RType typeAt(long typeWord) {
    throw todo();
  }

  /** The concrete type of an itab (the type word of an interface with methods), or null. */
  public @Nullable RType itabType(long itab) {
    throw todo();
  }

  /** The function whose text an address lies in (the first word of a closure), or null. */
  public @Nullable Function functionAt(long text) {
    throw todo();
  }

  /** Layout of a map's group: struct of ctrl (uint64) and slots ([8]struct of key and elem; pointers if indirect). */
  public RType mapGroup(RType map) {
    throw todo();
  }

  public Counters counters() {
    throw todo();
  }
}

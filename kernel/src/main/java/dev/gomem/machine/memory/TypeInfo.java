package dev.gomem.machine.memory;

import dev.gomem.layout.RType;
import java.util.BitSet;

/**
 * What the allocator and the collector need of a type, ready to use. Its id is what an object's
 * record holds.
 */
public final class TypeInfo {
  public final RType type;
  public final int id;
  public final long size;
  public final boolean noscan;

  /** Byte offsets of the pointer words of a value. */
  public final int[] pointers;

  /** Address of the type's descriptor, written into malloc headers; 0 until it is laid out. */
  public long descriptor;

  TypeInfo(RType type, int id) {
    this.type = type;
    this.id = id;
    size = type.size();
    noscan = !type.hasPointers();
    pointers = offsets(type.pointers());
  }

  private static int[] offsets(BitSet words) {
    return words.stream().map(w -> 8 * w).toArray();
  }
}

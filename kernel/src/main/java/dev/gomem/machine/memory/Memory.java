package dev.gomem.machine.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bytes. One array holds everything; the byte at address {@code a} has index {@code (int) a -
 * 4096}, so that an access through nil has a negative index and the host's own bounds check finds
 * it. Pages of data have their low address as address, pages of heap and stacks {@link #ARENA}
 * more; no two share low bits.
 *
 * <p>The array is replaced when it grows: whoever keeps it reads it again after anything that may
 * allocate.
 */
public final class Memory {
  /** Where heap and stacks begin to count. */
  public static final long ARENA = 0xc000000000L;

  /** Addresses below are nil and small offsets from it. */
  public static final int NIL = 0x1000;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle HALF =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle QUARTER =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes;
  private Runnable moved = () -> {};

  public Memory(int capacity) {
    bytes = new byte[capacity];
  }

  private Memory(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Is told whenever {@link #bytes} is another array than before. */
  public void onMove(Runnable action) {
    moved = action;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Makes all bytes below the low address {@code end} exist. */
  void ensure(long end, long most) {
    long need = end - NIL;
    if (need <= bytes.length) {
      return;
    }
    long size = Math.max(need, Math.min(2L * bytes.length, most));
    try {
      bytes = Arrays.copyOf(bytes, (int) Math.min(size, Integer.MAX_VALUE - 16));
    } catch (OutOfMemoryError e) {
      bytes = exactly(need);
    }
    moved.run();
  }

  /** The host has no room to double: what is needed may still fit. */
  private byte[] exactly(long need) {
    try {
      return Arrays.copyOf(bytes, (int) need);
    } catch (OutOfMemoryError e) {
      throw new Exhausted();
    }
  }

  /** Without bytes, for a state whose bytes are kept apart. */
  public static Memory none() {
    return new Memory(new byte[0]);
  }

  /** A copy of what lies below the low address {@code end}. */
  public Memory copy(long end) {
    return new Memory(Arrays.copyOf(bytes, (int) Math.min(bytes.length, end - NIL)));
  }

  /** Index of an address. */
  public static int index(long address) {
    return (int) address - NIL;
  }

  /** Address in the arena of an index. */
  public static long arena(int index) {
    return ARENA + NIL + index;
  }

  public static long get64(byte[] m, int i) {
    return (long) WORD.get(m, i);
  }

  public static void put64(byte[] m, int i, long v) {
    WORD.set(m, i, v);
  }

  public static int get32(byte[] m, int i) {
    return (int) HALF.get(m, i);
  }

  public static void put32(byte[] m, int i, int v) {
    HALF.set(m, i, v);
  }

  public static short get16(byte[] m, int i) {
    return (short) QUARTER.get(m, i);
  }

  public static void put16(byte[] m, int i, short v) {
    QUARTER.set(m, i, v);
  }

  public long get64(long address) {
    return get64(bytes, index(address));
  }

  public void put64(long address, long v) {
    put64(bytes, index(address), v);
  }

  /** 1, 2, 4 or 8 bytes, zero-extended. */
  public long get(long address, int size) {
    int i = index(address);
    return switch (size) {
      case 1 -> bytes[i] & 0xffL;
      case 2 -> get16(bytes, i) & 0xffffL;
      case 4 -> get32(bytes, i) & 0xffffffffL;
      case 8 -> get64(bytes, i);
      default -> throw new IllegalArgumentException("size " + size);
    };
  }

  public void put(long address, int size, long v) {
    int i = index(address);
    switch (size) {
      case 1 -> bytes[i] = (byte) v;
      case 2 -> put16(bytes, i, (short) v);
      case 4 -> put32(bytes, i, (int) v);
      case 8 -> put64(bytes, i, v);
      default -> throw new IllegalArgumentException("size " + size);
    }
  }

  public byte[] bytes(long address, int length) {
    if (length == 0) {
      return new byte[0];
    }
    int i = index(address);
    return Arrays.copyOfRange(bytes, i, i + length);
  }

  public void putBytes(long address, byte[] b) {
    if (b.length > 0) {
      System.arraycopy(b, 0, bytes, index(address), b.length);
    }
  }

  public void clear(long address, int length) {
    int i = index(address);
    Arrays.fill(bytes, i, i + length, (byte) 0);
  }

  /** memmove. */
  public void move(long to, long from, int length) {
    if (length > 0) {
      System.arraycopy(bytes, index(from), bytes, index(to), length);
    }
  }
}

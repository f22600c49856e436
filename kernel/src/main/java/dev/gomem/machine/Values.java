package dev.gomem.machine;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Field;
import dev.gomem.layout.RType.Kind;
import dev.gomem.machine.memory.Memory;
import java.util.Arrays;

/**
 * Comparing and hashing values in memory by their types (gc: runtime/alg.go). The hash is our own,
 * a fixed function of the value and a seed; only NaN hashes at random, as it must.
 */
final class Values {
  private final Memory memory;
  private final DataSegment data;
  private final Errors errors;
  private final World world;

  Values(World world, Errors errors) {
    this.world = world;
    memory = world.memory;
    data = world.data;
    this.errors = errors;
  }

  boolean equal(RType t, long p, long q) {
    return switch (t.kind()) {
      case FLOAT32 ->
          Float.intBitsToFloat((int) memory.get(p, 4))
              == Float.intBitsToFloat((int) memory.get(q, 4));
      case FLOAT64 -> float64(p) == float64(q);
      case COMPLEX64 ->
          Float.intBitsToFloat((int) memory.get(p, 4))
                  == Float.intBitsToFloat((int) memory.get(q, 4))
              && Float.intBitsToFloat((int) memory.get(p + 4, 4))
                  == Float.intBitsToFloat((int) memory.get(q + 4, 4));
      case COMPLEX128 -> float64(p) == float64(q) && float64(p + 8) == float64(q + 8);
      case STRING ->
          stringsEqual(memory.get64(p), memory.get64(p + 8), memory.get64(q), memory.get64(q + 8));
      case INTERFACE -> interfacesEqual(t, p, q);
      case ARRAY -> arraysEqual(t, p, q);
      case STRUCT -> structsEqual(t, p, q);
      default -> memory.get(p, (int) t.size()) == memory.get(q, (int) t.size());
    };
  }

  private double float64(long p) {
    return Double.longBitsToDouble(memory.get64(p));
  }

  boolean stringsEqual(long p, long n, long q, long m) {
    if (n != m) {
      return false;
    }
    if (p == q || n == 0) {
      return true;
    }
    byte[] b = memory.bytes();
    int i = Memory.index(p);
    int j = Memory.index(q);
    return Arrays.equals(b, i, i + (int) n, b, j, j + (int) n);
  }

  private boolean interfacesEqual(RType t, long p, long q) {
    long x = memory.get64(p);
    if (x != memory.get64(q)) {
      return false;
    }
    return t.isEmptyInterface()
        ? efaceEqual(x, memory.get64(p + 8), memory.get64(q + 8))
        : ifaceEqual(x, memory.get64(p + 8), memory.get64(q + 8));
  }

  /** Data words of two values of the same type word. */
  boolean efaceEqual(long type, long p, long q) {
    if (type == 0) {
      return true;
    }
    RType t = data.type(type);
    if (!t.comparable()) {
      throw errors.error("comparing uncomparable type " + t.name());
    }
    return t.isDirect() ? p == q : p == q && !mayDiffer(t) || equal(t, p, q);
  }

  /** A value may be unequal to itself, or comparing it may panic. */
  private static boolean mayDiffer(RType t) {
    return switch (t.kind()) {
      case FLOAT32, FLOAT64, COMPLEX64, COMPLEX128, INTERFACE -> true;
      case ARRAY -> mayDiffer(t.elem());
      case STRUCT -> t.fields().stream().anyMatch(f -> mayDiffer(f.type()));
      default -> false;
    };
  }

  boolean ifaceEqual(long itab, long p, long q) {
    return itab == 0 || efaceEqual(memory.get64(itab + 8), p, q);
  }

  private boolean arraysEqual(RType t, long p, long q) {
    RType e = t.elem();
    long size = e.size();
    for (long i = 0; i < t.len(); i++) {
      if (!equal(e, p + i * size, q + i * size)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Fields are compared in order; blank ones are not. gc compares cheap ones first where that
   * cannot be observed.
   */
  private boolean structsEqual(RType t, long p, long q) {
    for (Field f : t.fields()) {
      if (!f.name().equals("_") && !equal(f.type(), p + f.offset(), q + f.offset())) {
        return false;
      }
    }
    return true;
  }

  // hashing

  static long mix(long h, long v) {
    long z = (h ^ v) * 0x9e3779b97f4a7c15L;
    z ^= z >>> 32;
    z *= 0xd6e8feb86659fd93L;
    return z ^ z >>> 29;
  }

  long hash(RType t, long p, long seed) {
    return switch (t.kind()) {
      case STRING -> hashBytes(memory.get64(p), memory.get64(p + 8), seed);
      case FLOAT32 -> hashFloat(Float.intBitsToFloat((int) memory.get(p, 4)), seed);
      case FLOAT64 -> hashFloat(float64(p), seed);
      case COMPLEX64 ->
          hashFloat(
              Float.intBitsToFloat((int) memory.get(p + 4, 4)),
              hashFloat(Float.intBitsToFloat((int) memory.get(p, 4)), seed));
      case COMPLEX128 -> hashFloat(float64(p + 8), hashFloat(float64(p), seed));
      case INTERFACE -> hashInterface(t, p, seed);
      case ARRAY -> {
        long h = seed;
        for (long i = 0; i < t.len(); i++) {
          h = hash(t.elem(), p + i * t.elem().size(), h);
        }
        yield h;
      }
      case STRUCT -> {
        long h = seed;
        for (Field f : t.fields()) {
          if (!f.name().equals("_")) {
            h = hash(f.type(), p + f.offset(), h);
          }
        }
        yield h;
      }
      case SLICE, MAP, FUNC -> throw errors.error("hash of unhashable type " + t.name());
      default -> mix(seed, memory.get(p, (int) t.size()));
    };
  }

  /** Equal numbers hash alike, NaNs at random. */
  private long hashFloat(double d, long seed) {
    if (d == 0) {
      return mix(seed, 0);
    }
    return mix(seed, Double.isNaN(d) ? world.nextRandom() : Double.doubleToRawLongBits(d));
  }

  long hashBytes(long p, long n, long seed) {
    byte[] m = memory.bytes();
    long h = mix(seed, n);
    int i = Memory.index(p);
    int left = (int) n;
    for (; left >= 8; left -= 8, i += 8) {
      h = mix(h, Memory.get64(m, i));
    }
    long rest = 0;
    for (int k = 0; k < left; k++) {
      rest |= (m[i + k] & 0xffL) << 8 * k;
    }
    return left > 0 ? mix(h, rest) : h;
  }

  private long hashInterface(RType t, long p, long seed) {
    long word = memory.get64(p);
    if (word == 0) {
      return mix(seed, 0);
    }
    RType dynamic = data.type(t.isEmptyInterface() ? word : memory.get64(word + 8));
    if (!dynamic.comparable()) {
      throw errors.error("hash of unhashable type " + dynamic.name());
    }
    return dynamic.isDirect()
        ? hash(dynamic, p + 8, mix(seed, 1))
        : hash(dynamic, memory.get64(p + 8), mix(seed, 1));
  }

  /** Panics if hashing the value would; for maps that are not looked into. */
  void checkHashable(RType t, long p) {
    switch (t.kind()) {
      case INTERFACE -> {
        long word = memory.get64(p);
        if (word != 0) {
          RType dynamic = data.type(t.isEmptyInterface() ? word : memory.get64(word + 8));
          if (!dynamic.comparable()) {
            throw errors.plain("hash of unhashable type: " + dynamic.name());
          }
          checkHashable(dynamic, dynamic.isDirect() ? p + 8 : memory.get64(p + 8));
        }
      }
      case ARRAY -> {
        for (long i = 0; i < t.len(); i++) {
          checkHashable(t.elem(), p + i * t.elem().size());
        }
      }
      case STRUCT -> {
        for (Field f : t.fields()) {
          if (!f.name().equals("_")) {
            checkHashable(f.type(), p + f.offset());
          }
        }
      }
      default -> {}
    }
  }

  /** Kinds whose values are equal exactly if their bytes are. */
  static boolean plainBytes(RType t) {
    Kind k = t.kind();
    return t.isInteger()
        || k == Kind.BOOL
        || k == Kind.POINTER
        || k == Kind.CHAN
        || k == Kind.UNSAFE_POINTER;
  }
}

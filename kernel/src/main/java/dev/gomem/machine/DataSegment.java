package dev.gomem.machine;

import dev.gomem.code.CodeUnit.Global;
import dev.gomem.layout.RType;
import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.Pages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Package variables and read-only data, in pages of their own: equal string constants share bytes,
 * a type has one descriptor (the head of gc's abi.Type), an itab is gc's {inter, type, hash, fun…}.
 * Read-only data only ever grows; {@link Checkpoint}s do not take it back.
 */
final class DataSegment {
  /**
   * Bytes of a descriptor; the word that gc uses for the name's offset holds the type's number
   * here.
   */
  private static final int DESCRIPTOR = 48;

  private static final int NUMBER = 40;

  /** Offset of the methods in an itab. */
  static final int ITAB_FUN = 24;

  private final Memory memory;
  private Pages pages;
  private final Bump readOnly = new Bump(Pages.Use.READ_ONLY);
  private final Bump data = new Bump(Pages.Use.DATA);

  /** Next page of the first MiB. */
  private int nextPage;

  private final Map<String, Long> strings = new HashMap<>();
  private final List<RType> types = new ArrayList<>();
  private final Map<RType, Long> descriptors = new HashMap<>();
  private final Map<String, Long> itabs = new HashMap<>();
  private final Map<RType, String> methodKeys = new HashMap<>();
  private Map<String, GlobalView> globals = new LinkedHashMap<>();
  private @Nullable Globals laidOut;

  /** Bytes of package variables with pointers. */
  private long scannedBytes;

  /** {@code runtime.zerobase}: address of everything of size 0. */
  final long zeroBase;

  /** 1024 zero bytes. */
  final long zeroVal;

  /** The numbers 0 to 255, 8 bytes each: boxes of small values. */
  final long smallInts;

  DataSegment(Memory memory, Pages pages) {
    this.memory = memory;
    this.pages = pages;
    readOnly.next = Memory.NIL;
    readOnly.end = Pages.SIZE;
    pages.mark(0, Pages.Use.READ_ONLY);
    nextPage = 1;
    smallInts = readOnly.take(256 * 8, 8);
    for (int i = 0; i < 256; i++) {
      memory.put64(smallInts + 8L * i, i);
    }
    zeroVal = readOnly.take(1024, 8);
    zeroBase = data.take(8, 8);
  }

  /** Hands out addresses one behind the other. */
  private final class Bump {
    final Pages.Use use;
    long next;
    long end;

    Bump(Pages.Use use) {
      this.use = use;
    }

    long take(long size, int align) {
      long at = (next + align - 1) / align * align;
      if (at + size > end) {
        at = page((int) ((size + Pages.SIZE - 1) >>> Pages.SHIFT));
      }
      next = at + size;
      return at;
    }

    private long page(int n) {
      int at = nextPage;
      if (at + n <= Pages.FIRST) {
        nextPage += n;
        for (int i = at; i < at + n; i++) {
          pages.mark(i, use);
        }
      } else {
        at = use == Pages.Use.READ_ONLY ? pages.takeNew(n, use) : pages.take(n, use);
      }
      end = (long) (at + n) << Pages.SHIFT;
      return (long) at << Pages.SHIFT;
    }
  }

  /** Address of read-only bytes; 0 for none. */
  long constant(byte[] bytes) {
    if (bytes.length == 0) {
      return 0;
    }
    String key = new String(bytes, StandardCharsets.ISO_8859_1);
    Long old = strings.get(key);
    if (old != null) {
      return old;
    }
    long at = readOnly.take(bytes.length, 1);
    memory.putBytes(at, bytes);
    strings.put(key, at);
    return at;
  }

  /** Address of {@code size} zeroed read-only bytes that the machine fills. */
  long readOnly(int size) {
    return readOnly.take(size, 8);
  }

  long descriptor(RType t) {
    Long old = descriptors.get(t);
    if (old != null) {
      return old;
    }
    long at = readOnly.take(DESCRIPTOR, 8);
    descriptors.put(t, at);
    memory.put64(at, t.size());
    memory.put64(at + 8, 8L * t.pointers().length());
    memory.put(at + 16, 4, hash(t));
    memory.put(at + 21, 1, t.align());
    memory.put(at + 22, 1, t.align());
    memory.put(at + 23, 1, t.kind().ordinal());
    memory.put(at + NUMBER, 4, types.size());
    types.add(t);
    return at;
  }

  private static int hash(RType t) {
    int h = 0x811c9dc5;
    for (byte b : t.key().getBytes(StandardCharsets.UTF_8)) {
      h = (h ^ (b & 0xff)) * 0x01000193;
    }
    return h;
  }

  /** The type of a descriptor that is known to be one. */
  RType type(long descriptor) {
    return types.get((int) memory.get(descriptor + NUMBER, 4));
  }

  /** The type whose descriptor stands at an address, or null. */
  @Nullable RType typeAt(long address) {
    if (address < Memory.NIL
        || address >= Memory.ARENA
        || pages.useOf(address) != Pages.Use.READ_ONLY) {
      return null;
    }
    int number = (int) memory.get(address + NUMBER, 4);
    if (number < 0 || number >= types.size()) {
      return null;
    }
    RType t = types.get(number);
    Long at = descriptors.get(t);
    return at != null && at == address ? t : null;
  }

  /** The itab of a pair of types if there is one, else 0. */
  long findItab(RType iface, RType concrete) {
    return itabs.getOrDefault(methods(iface) + concrete.key(), 0L);
  }

  /**
   * Interfaces with the same methods share itabs: values are converted between them without a
   * change.
   */
  private String methods(RType iface) {
    return methodKeys.computeIfAbsent(
        iface,
        t -> {
          StringBuilder b = new StringBuilder();
          for (RType.Method m : t.methods()) {
            b.append(m.pkg()).append('.').append(m.name()).append(m.type().key()).append(';');
          }
          return b.append('\0').toString();
        });
  }

  /** A new itab with the text addresses of the methods that {@code iface} asks for. */
  long addItab(RType iface, RType concrete, long[] methods) {
    long at = readOnly.take(ITAB_FUN + 8L * Math.max(1, methods.length), 8);
    memory.put64(at, descriptor(iface));
    memory.put64(at + 8, descriptor(concrete));
    memory.put(at + 16, 4, hash(concrete));
    for (int i = 0; i < methods.length; i++) {
      memory.put64(at + ITAB_FUN + 8L * i, methods[i]);
    }
    itabs.put(methods(iface) + concrete.key(), at);
    return at;
  }

  /** Forgets itabs, since a type has other methods now. Those in use stay as they are. */
  void forgetItabs() {
    itabs.clear();
  }

  /** The concrete type of an itab, or null for 0. */
  @Nullable RType itabType(long itab) {
    return itab == 0 ? null : typeAt(memory.get64(itab + 8));
  }

  /** Lays out a package variable, zeroed; one of the same symbol and type stays as it is. */
  void define(Global g) {
    GlobalView old = globals.get(g.symbol());
    if (old != null && old.global().type() == g.type()) {
      globals.put(g.symbol(), new GlobalView(g, old.address()));
      laidOut = null;
      return;
    }
    laidOut = null;
    long size = g.type().size();
    long at = size == 0 ? zeroBase : data.take(size, size >= 8 ? 8 : g.type().align());
    scannedBytes += g.type().hasPointers() ? size : 0;
    globals.remove(g.symbol());
    globals.put(g.symbol(), new GlobalView(g, at));
  }

  /** Whether a package variable, or all that has no size, may stand at an address. */
  boolean isVariable(long address) {
    return address >= Memory.NIL
        && address < Memory.ARENA
        && pages.useOf(address) == Pages.Use.DATA;
  }

  @Nullable GlobalView global(String symbol) {
    return globals.get(symbol);
  }

  /**
   * Package variables as they are laid out at one time.
   *
   * @param pointers indexes of their pointer words in the memory: a collection reads these and
   *     nothing else
   */
  record Globals(List<GlobalView> views, int[] pointers) {}

  Globals globals() {
    Globals all = laidOut;
    if (all == null) {
      List<GlobalView> views = List.copyOf(globals.values());
      all = new Globals(views, pointers(views));
      laidOut = all;
    }
    return all;
  }

  private static int[] pointers(List<GlobalView> views) {
    int n = 0;
    for (GlobalView v : views) {
      n += v.global().type().pointers().cardinality();
    }
    int[] at = new int[n];
    n = 0;
    for (GlobalView v : views) {
      BitSet words = v.global().type().pointers();
      for (int w = words.nextSetBit(0); w >= 0; w = words.nextSetBit(w + 1)) {
        at[n++] = Memory.index(v.address()) + 8 * w;
      }
    }
    return at;
  }

  /** Bytes of package variables that a collection looks through. */
  long scannedBytes() {
    return scannedBytes;
  }

  /** What a checkpoint keeps. */
  record State(Map<String, GlobalView> globals, long scannedBytes, long next, long end) {}

  State state() {
    return new State(new LinkedHashMap<>(globals), scannedBytes, data.next, data.end);
  }

  /** Goes back to an earlier state of the pages; the read-only ones made since stay. */
  void restore(State s, Pages now) {
    Pages before = pages;
    for (int p = 0; (long) p << Pages.SHIFT < before.end(); p++) {
      if (before.use(p) == Pages.Use.READ_ONLY) {
        now.adopt(p);
      }
    }
    data.next = s.next;
    data.end = s.end;
    globals = new LinkedHashMap<>(s.globals);
    laidOut = null;
    scannedBytes = s.scannedBytes;
    pages = now;
  }
}

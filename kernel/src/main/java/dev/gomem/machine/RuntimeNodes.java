package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put64;

import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.machine.memory.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Allocation and the runtime's entry points ({@link RuntimeFn}). A body gets the index of its block
 * of words; it may allocate but never collects, so addresses it has read stay right.
 */
final class RuntimeNodes {
  private static final RuntimeFn[] FNS = RuntimeFn.values();

  private RuntimeNodes() {}

  static final class New extends Node {
    private final int a;
    private final TypeInfo type;
    private final int site;

    New(int a, TypeInfo type, int site) {
      this.a = a;
      this.type = type;
      this.site = site;
    }

    @Override
    boolean repeatable() {
      return true;
    }

    @Override
    Node exec(Interp s) {
      long p = s.heap.allocate(type, site);
      put64(s.mem, s.fp + a, p);
      return next;
    }
  }

  /** What a runtime function does with the block at an index. */
  interface Body {
    void run(Interp s, int at);
  }

  static final class Call extends Node {
    private final Body body;
    private final int block;
    private final boolean repeatable;

    Call(Body body, int block, boolean repeatable) {
      this.body = body;
      this.block = block;
      this.repeatable = repeatable;
    }

    @Override
    boolean repeatable() {
      return repeatable;
    }

    @Override
    Node exec(Interp s) {
      s.at = this;
      body.run(s, s.fp + block);
      return next;
    }
  }

  /** recover(). */
  static final class Recover extends Node {
    private final int block;

    Recover(int block) {
      this.block = block;
    }

    @Override
    Node exec(Interp s) {
      Panicking p = s.panics.recover(this);
      put64(s.mem, s.fp + block, p == null ? 0 : p.type);
      put64(s.mem, s.fp + block + 8, p == null ? 0 : p.data);
      return next;
    }
  }

  /** panic(v). */
  static final class Panic extends Node {
    private final int block;

    Panic(int block) {
      this.block = block;
    }

    @Override
    Node exec(Interp s) {
      long type = s.word(block);
      if (type == 0) {
        throw s.errors.nil();
      }
      return s.panics.begin(this, type, s.word(block + 8));
    }
  }

  /** Panics as a nil access does. */
  static final class NilCheck extends Node {
    private final int block;

    NilCheck(int block) {
      this.block = block;
    }

    @Override
    long faultAddress(Interp s) {
      return 0;
    }

    @Override
    Node exec(Interp s) {
      if (s.word(block) == 0) {
        throw s.nilAccess();
      }
      return next;
    }
  }

  /**
   * @param words argument words
   */
  static Node of(Interp s, int number, int block, @Nullable RType aux, int site, int words) {
    RuntimeFn fn = FNS[number];
    return switch (fn) {
      case PANIC -> new Panic(block);
      case RECOVER -> new Recover(block);
      case NIL_CHECK -> new NilCheck(block);
      case CHAN_SEND -> new Channels.Send(block);
      case CHAN_RECV -> new Channels.Receive(block);
      case SELECT -> new Channels.Select(block);
      case BLOCK_FOREVER -> new Channels.BlockForever();
      case DEFER_RANGE_FUNC -> new DeferNodes.RangeFunc(block);
      case DEFER_PROC_AT -> new DeferNodes.DeferAt(block);
      default -> new Call(body(s, fn, aux, site, words), block, allocatesOnce(fn));
    };
  }

  /** It allocates one object and writes its result when it has it. */
  private static boolean allocatesOnce(RuntimeFn fn) {
    return switch (fn) {
      case CONCAT,
          CONCAT_BUF,
          STRING_TO_BYTES_BUF,
          BYTES_TO_STRING_BUF,
          STRING_TO_RUNES_BUF,
          RUNES_TO_STRING_BUF,
          INT_TO_STRING_BUF,
          STRING_TO_BYTES,
          BYTES_TO_STRING,
          STRING_TO_RUNES,
          RUNES_TO_STRING,
          INT_TO_STRING,
          MAKE_SLICE,
          GROW_SLICE,
          GROW_SLICE_BUF,
          MOVE_SLICE,
          MOVE_SLICE_NO_CAP,
          BOX_SCALAR,
          BOX_STRING,
          BOX_SLICE,
          BOX_VALUE ->
          true;
      default -> false;
    };
  }

  private static RType given(RuntimeFn fn, @Nullable RType aux) {
    if (aux == null) {
      throw new MachineFault(fn + " without a type");
    }
    return aux;
  }

  private static Body body(Interp s, RuntimeFn fn, @Nullable RType aux, int site, int words) {
    return switch (fn) {
      case PANIC, RECOVER, NIL_CHECK, CHAN_SEND, CHAN_RECV, SELECT, BLOCK_FOREVER ->
          throw new MachineFault("no body: " + fn);
      case DEFER_RANGE_FUNC, DEFER_PROC_AT -> throw new MachineFault("no body: " + fn);
      case MAKE_CHAN, CHAN_CLOSE, CHAN_LEN, CHAN_CAP -> Channels.body(fn, aux, site);
      case PANIC_ASSERT -> {
        long wanted = s.data.descriptor(given(fn, aux));
        yield (i, at) -> {
          throw i.errors.assertion(get64(i.mem, at + 8), get64(i.mem, at), wanted, "");
        };
      }
      case PANIC_UNREACHABLE ->
          (i, at) -> {
            throw new MachineFault("end of a function without return");
          };
      case PANIC_SLICE_CONVERT ->
          (i, at) -> {
            throw i.errors.bounds(false, Errors.CONVERT, get64(i.mem, at + 8), get64(i.mem, at));
          };
      case PANIC_WRAP ->
          (i, at) -> {
            throw i.errors.plain(i.machine.text(dev.gomem.machine.memory.Memory.arena(at)));
          };
      case PANIC_RANGE_STATE ->
          (i, at) -> {
            throw i.errors.error(rangeState((int) get64(i.mem, at)));
          };
      case CONCAT -> (i, at) -> i.strings.concat(at, words / 2, 0, site);
      case CONCAT_BUF -> (i, at) -> i.strings.concat(at + 8, words / 2, get64(i.mem, at), site);
      case STRING_EQ ->
          (i, at) -> {
            byte[] m = i.mem;
            boolean eq =
                i.values.stringsEqual(
                    get64(m, at), get64(m, at + 8), get64(m, at + 16), get64(m, at + 24));
            put64(m, at + 32, eq ? 1 : 0);
          };
      case STRING_COMPARE ->
          (i, at) -> {
            byte[] m = i.mem;
            put64(
                m,
                at + 32,
                i.strings.compare(
                    get64(m, at), get64(m, at + 8), get64(m, at + 16), get64(m, at + 24)));
          };
      case STRING_TO_BYTES -> (i, at) -> i.strings.toBytes(at, 0, site);
      case STRING_TO_BYTES_BUF -> (i, at) -> i.strings.toBytes(at + 8, get64(i.mem, at), site);
      case BYTES_TO_STRING -> (i, at) -> i.strings.fromBytes(at, 0, site);
      case BYTES_TO_STRING_BUF -> (i, at) -> i.strings.fromBytes(at + 8, get64(i.mem, at), site);
      case STRING_TO_RUNES -> (i, at) -> i.strings.toRunes(at, 0, site);
      case STRING_TO_RUNES_BUF -> (i, at) -> i.strings.toRunes(at + 8, get64(i.mem, at), site);
      case RUNES_TO_STRING -> (i, at) -> i.strings.fromRunes(at, 0, site);
      case RUNES_TO_STRING_BUF -> (i, at) -> i.strings.fromRunes(at + 8, get64(i.mem, at), site);
      case INT_TO_STRING -> (i, at) -> i.strings.fromInt(at, 0, site);
      case INT_TO_STRING_BUF -> (i, at) -> i.strings.fromInt(at + 8, get64(i.mem, at), site);
      case DECODE_RUNE -> (i, at) -> i.strings.decodeRune(at);
      case MAKE_SLICE,
          GROW_SLICE,
          GROW_SLICE_BUF,
          MOVE_SLICE,
          MOVE_SLICE_NO_CAP,
          COPY_SLICE,
          COPY_STRING,
          CLEAR_SLICE ->
          slice(s, fn, aux, site);
      case MAKE_MAP,
          MAKE_MAP_AT,
          MAP_GET,
          MAP_GET2,
          MAP_ASSIGN,
          MAP_DELETE,
          MAP_CLEAR,
          MAP_ITER_INIT ->
          map(fn, s.maps.layout(given(fn, aux)), site);
      case MAP_ITER_NEXT ->
          (i, at) -> {
            long it = get64(i.mem, at);
            i.maps.iterNext(i.maps.layout(i.data.type(i.memory.get64(it + 16))), it);
            put64(i.mem, at + 8, i.memory.get64(it));
            put64(i.mem, at + 16, i.memory.get64(it + 8));
          };
      case ASSERT_ITAB,
          MUST_ITAB,
          CONVERT_ITAB,
          EFACE_EQ,
          IFACE_EQ,
          VALUE_EQ,
          BOX_SCALAR,
          BOX_STRING,
          BOX_SLICE,
          BOX_VALUE ->
          iface(s, fn, aux, site);
      case PRINT_INT -> (i, at) -> print(i, Long.toString(get64(i.mem, at)));
      case PRINT_UINT -> (i, at) -> print(i, Long.toUnsignedString(get64(i.mem, at)));
      case PRINT_FLOAT -> {
        boolean narrow = aux != null && aux.kind() == RType.Kind.FLOAT32;
        yield (i, at) -> {
          double v = Double.longBitsToDouble(get64(i.mem, at));
          print(i, narrow ? Printing.float32((float) v) : Printing.float64(v));
        };
      }
      case PRINT_COMPLEX -> {
        boolean narrow = aux != null && aux.kind() == RType.Kind.COMPLEX64;
        yield (i, at) -> {
          double re = Double.longBitsToDouble(get64(i.mem, at));
          double im = Double.longBitsToDouble(get64(i.mem, at + 8));
          print(
              i,
              narrow
                  ? Printing.complex(Printing.float32((float) re), Printing.float32((float) im))
                  : Printing.complex(Printing.float64(re), Printing.float64(im)));
        };
      }
      case PRINT_BOOL -> (i, at) -> print(i, get64(i.mem, at) != 0 ? "true" : "false");
      case PRINT_STRING ->
          (i, at) ->
              i.machine.write(2, i.memory.bytes(get64(i.mem, at), (int) get64(i.mem, at + 8)));
      case PRINT_POINTER -> (i, at) -> print(i, hex(get64(i.mem, at)));
      case PRINT_SLICE ->
          (i, at) ->
              print(
                  i,
                  "["
                      + get64(i.mem, at + 8)
                      + "/"
                      + get64(i.mem, at + 16)
                      + "]"
                      + hex(get64(i.mem, at)));
      case PRINT_IFACE ->
          (i, at) -> print(i, "(" + hex(get64(i.mem, at)) + "," + hex(get64(i.mem, at + 8)) + ")");
      case PRINT_SPACE -> (i, at) -> print(i, " ");
      case PRINT_NEWLINE -> (i, at) -> print(i, "\n");
      case COMPLEX_DIV -> RuntimeNodes::complexDiv;
      case FLOAT_MIN -> (i, at) -> put64(i.mem, at + 16, minMax(i, at, true));
      case FLOAT_MAX -> (i, at) -> put64(i.mem, at + 16, minMax(i, at, false));
    };
  }

  private static Body slice(Interp s, RuntimeFn fn, @Nullable RType aux, int site) {
    if (fn == RuntimeFn.COPY_STRING) {
      return (i, at) -> i.slices.copyString(at);
    }
    TypeInfo elem = s.machine.info(given(fn, aux));
    return switch (fn) {
      case MAKE_SLICE -> (i, at) -> i.slices.make(at, elem, site);
      case GROW_SLICE -> (i, at) -> i.slices.grow(at, at + 32, elem, site);
      case GROW_SLICE_BUF -> (i, at) -> i.slices.growInBuffer(at, elem, site);
      case MOVE_SLICE -> (i, at) -> i.slices.move(at, i.fp, i.at.code, true, elem, site);
      case MOVE_SLICE_NO_CAP -> (i, at) -> i.slices.move(at, i.fp, i.at.code, false, elem, site);
      case COPY_SLICE -> (i, at) -> i.slices.copy(at, elem);
      default -> (i, at) -> i.slices.clear(at, elem);
    };
  }

  private static Body map(RuntimeFn fn, MapType t, int site) {
    return switch (fn) {
      case MAKE_MAP ->
          (i, at) -> {
            long m = i.maps.make(t, get64(i.mem, at), site);
            put64(i.mem, at + 8, m);
          };
      case MAKE_MAP_AT ->
          (i, at) -> {
            long m = get64(i.mem, at);
            i.maps.makeAt(t, m, get64(i.mem, at + 8), get64(i.mem, at + 16), site);
            put64(i.mem, at + 24, m);
          };
      case MAP_GET ->
          (i, at) -> {
            long e = i.maps.get(t, get64(i.mem, at), get64(i.mem, at + 8));
            put64(i.mem, at + 16, e != 0 ? e : i.maps.zero(t));
          };
      case MAP_GET2 ->
          (i, at) -> {
            long e = i.maps.get(t, get64(i.mem, at), get64(i.mem, at + 8));
            put64(i.mem, at + 16, e != 0 ? e : i.maps.zero(t));
            put64(i.mem, at + 24, e != 0 ? 1 : 0);
          };
      case MAP_ASSIGN ->
          (i, at) -> {
            long e = i.maps.assign(t, get64(i.mem, at), get64(i.mem, at + 8), site);
            put64(i.mem, at + 16, e);
          };
      case MAP_DELETE -> (i, at) -> i.maps.delete(t, get64(i.mem, at), get64(i.mem, at + 8));
      case MAP_CLEAR -> (i, at) -> i.maps.clear(t, get64(i.mem, at));
      default -> (i, at) -> i.maps.iterInit(t, get64(i.mem, at), get64(i.mem, at + 8));
    };
  }

  private static Body iface(Interp s, RuntimeFn fn, @Nullable RType aux, int site) {
    if (fn == RuntimeFn.EFACE_EQ || fn == RuntimeFn.IFACE_EQ) {
      boolean eface = fn == RuntimeFn.EFACE_EQ;
      return (i, at) -> {
        byte[] m = i.mem;
        long x = get64(m, at);
        long p = get64(m, at + 8);
        long q = get64(m, at + 24);
        boolean eq =
            x == get64(m, at + 16)
                && (eface ? i.values.efaceEqual(x, p, q) : i.values.ifaceEqual(x, p, q));
        put64(i.mem, at + 32, eq ? 1 : 0);
      };
    }
    RType t = given(fn, aux);
    TypeInfo info = s.machine.info(t);
    int size = (int) t.size();
    return switch (fn) {
      case ASSERT_ITAB, CONVERT_ITAB ->
          (i, at) -> put64(i.mem, at + 8, i.machine.findItab(t, get64(i.mem, at), false));
      case MUST_ITAB ->
          (i, at) -> put64(i.mem, at + 8, i.machine.findItab(t, get64(i.mem, at), true));
      case VALUE_EQ ->
          (i, at) ->
              put64(
                  i.mem,
                  at + 16,
                  i.values.equal(t, get64(i.mem, at), get64(i.mem, at + 8)) ? 1 : 0);
      case BOX_SCALAR ->
          (i, at) -> {
            long v = get64(i.mem, at);
            long low = size == 8 ? v : v & (1L << 8 * size) - 1;
            long p;
            if (low >= 0 && low < 256 && info.noscan) {
              p = i.data.smallInts + 8 * low;
            } else {
              p = i.heap.allocate(info, site);
              i.memory.put(p, size, v);
            }
            put64(i.mem, at + 8, p);
          };
      case BOX_STRING ->
          (i, at) -> {
            long n = get64(i.mem, at + 8);
            long p = i.data.zeroVal;
            if (n != 0) {
              p = i.heap.allocate(info, site);
              i.memory.put64(p, get64(i.mem, at));
              i.memory.put64(p + 8, n);
            }
            put64(i.mem, at + 16, p);
          };
      case BOX_SLICE ->
          (i, at) -> {
            long p = i.data.zeroVal;
            if (get64(i.mem, at) != 0) {
              p = i.heap.allocate(info, site);
              i.memory.move(p, dev.gomem.machine.memory.Memory.arena(at), 24);
            }
            put64(i.mem, at + 24, p);
          };
      default ->
          (i, at) -> {
            long from = get64(i.mem, at);
            long p = i.heap.allocate(info, site);
            i.memory.move(p, from, size);
            put64(i.mem, at + 8, p);
          };
    };
  }

  private static String hex(long v) {
    return "0x" + Long.toHexString(v);
  }

  private static void print(Interp s, String text) {
    s.machine.write(2, Printing.ascii(text));
  }

  private static String rangeState(int state) {
    return switch (state) {
      case 0 -> "range function continued iteration after function for loop body returned false";
      case 2 -> "range function continued iteration after loop body panic";
      case 3 -> "range function continued iteration after whole loop exit";
      case 4 -> "range function recovered a loop body panic and did not resume panicking";
      default -> throw new MachineFault("range state " + state);
    };
  }

  /** runtime/complex.go. */
  private static void complexDiv(Interp s, int at) {
    double a = Double.longBitsToDouble(get64(s.mem, at));
    double b = Double.longBitsToDouble(get64(s.mem, at + 8));
    double c = Double.longBitsToDouble(get64(s.mem, at + 16));
    double d = Double.longBitsToDouble(get64(s.mem, at + 24));
    double e;
    double f;
    if (Math.abs(c) >= Math.abs(d)) {
      double ratio = d / c;
      double denom = c + ratio * d;
      e = (a + b * ratio) / denom;
      f = (b - a * ratio) / denom;
    } else {
      double ratio = c / d;
      double denom = d + ratio * c;
      e = (a * ratio + b) / denom;
      f = (b * ratio - a) / denom;
    }
    if (Double.isNaN(e) && Double.isNaN(f)) {
      if (c == 0 && d == 0 && (!Double.isNaN(a) || !Double.isNaN(b))) {
        double inf = Math.copySign(Double.POSITIVE_INFINITY, c);
        e = inf * a;
        f = inf * b;
      } else if ((Double.isInfinite(a) || Double.isInfinite(b))
          && Double.isFinite(c)
          && Double.isFinite(d)) {
        double x = Math.copySign(Double.isInfinite(a) ? 1 : 0, a);
        double y = Math.copySign(Double.isInfinite(b) ? 1 : 0, b);
        e = Double.POSITIVE_INFINITY * (x * c + y * d);
        f = Double.POSITIVE_INFINITY * (y * c - x * d);
      } else if ((Double.isInfinite(c) || Double.isInfinite(d))
          && Double.isFinite(a)
          && Double.isFinite(b)) {
        double x = Math.copySign(Double.isInfinite(c) ? 1 : 0, c);
        double y = Math.copySign(Double.isInfinite(d) ? 1 : 0, d);
        e = 0 * (a * x + b * y);
        f = 0 * (b * x - a * y);
      }
    }
    put64(s.mem, at + 32, Double.doubleToRawLongBits(e));
    put64(s.mem, at + 40, Double.doubleToRawLongBits(f));
  }

  /** Java's min and max order -0 before +0 and spread NaN, as Go's do. */
  private static long minMax(Interp s, int at, boolean min) {
    double x = Double.longBitsToDouble(get64(s.mem, at));
    double y = Double.longBitsToDouble(get64(s.mem, at + 8));
    return Double.doubleToRawLongBits(min ? Math.min(x, y) : Math.max(x, y));
  }
}

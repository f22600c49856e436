package dev.gomem.library;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.machine.JavaBody;
import dev.gomem.machine.Machine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of {@code internal/rt}: looking into an interface's dynamic value. A part of a value is an
 * interface whose data word points into the whole; parts of interface type give the value they
 * hold, as package reflect's Elem does.
 */
final class RtBodies {
  private RtBodies() {}

  private static final String P = "internal/rt.";

  static void add(Map<String, JavaBody> to) {
    to.put(P + "Kind", (m, b) -> m.put64(b + 16, kind(type(m, b))));
    to.put(P + "Type", (m, b) -> m.putString(b + 16, utf8(must(type(m, b)).name())));
    to.put(P + "ElemKind", (m, b) -> m.put64(b + 16, elemKind(must(type(m, b)))));
    to.put(P + "KeyKind", (m, b) -> m.put64(b + 16, must(type(m, b)).mapKey().kind().ordinal()));
    to.put(P + "Named", (m, b) -> m.put64(b + 16, must(type(m, b)).named() ? 1 : 0));
    to.put(P + "Signed", (m, b) -> m.put64(b + 16, signed(m, must(type(m, b)), address(m, b))));
    to.put(
        P + "Unsigned",
        (m, b) -> m.put64(b + 16, m.get(address(m, b), (int) must(type(m, b)).size())));
    to.put(
        P + "Float", (m, b) -> m.put64(b + 16, number(m, address(m, b), must(type(m, b)).size())));
    to.put(
        P + "Real",
        (m, b) -> m.put64(b + 16, number(m, address(m, b), must(type(m, b)).size() / 2)));
    to.put(
        P + "Imag",
        (m, b) -> {
          long half = must(type(m, b)).size() / 2;
          m.put64(b + 16, number(m, address(m, b) + half, half));
        });
    to.put(P + "Truth", (m, b) -> m.put64(b + 16, m.get(address(m, b), 1)));
    to.put(
        P + "Text",
        (m, b) -> {
          long a = address(m, b);
          m.put64(b + 16, m.get64(a));
          m.put64(b + 24, m.get64(a + 8));
        });
    to.put(P + "Word", (m, b) -> m.put64(b + 16, word(m, b)));
    to.put(P + "Len", (m, b) -> m.put64(b + 16, length(m, must(type(m, b)), b)));
    to.put(P + "NumField", (m, b) -> m.put64(b + 16, must(type(m, b)).fields().size()));
    to.put(P + "FieldName", (m, b) -> m.putString(b + 24, utf8(field(m, b).name())));
    to.put(P + "FieldExported", (m, b) -> m.put64(b + 24, field(m, b).exported() ? 1 : 0));
    to.put(P + "FieldKind", (m, b) -> m.put64(b + 24, field(m, b).type().kind().ordinal()));
    to.put(P + "FieldType", (m, b) -> m.putString(b + 24, utf8(field(m, b).type().name())));
    to.put(P + "ElemType", (m, b) -> m.putString(b + 16, utf8(must(type(m, b)).elem().name())));
    to.put(
        P + "Field",
        (m, b) -> {
          RType.Field f = field(m, b);
          // A struct that is one pointer is held directly: its field is the data word itself.
          if (must(type(m, b)).isDirect()) {
            direct(m, b + 24, f.type(), m.get64(b + 8));
          } else {
            part(m, b + 24, f.type(), m.get64(b + 8) + f.offset());
          }
        });
    to.put(P + "Index", RtBodies::index);
    to.put(P + "Elem", (m, b) -> part(m, b + 16, must(type(m, b)).elem(), word(m, b)));
    to.put(P + "Bytes", RtBodies::bytes);
    to.put(P + "MapEntries", RtBodies::mapEntries);
    to.put(
        P + "FormatFloat",
        (m, b) ->
            m.putString(
                b + 32,
                utf8(
                    Floats.format(
                        Double.longBitsToDouble(m.get64(b)),
                        (char) m.get64(b + 8),
                        (int) m.get64(b + 16),
                        (int) m.get64(b + 24)))));
    to.put(
        P + "Quote",
        (m, b) -> m.putString(b + 24, utf8(Quotes.quote(m.stringAt(b), m.get64(b + 16) != 0))));
    to.put(
        P + "QuoteRune",
        (m, b) ->
            m.putString(b + 16, utf8(Quotes.quoteRune((int) m.get64(b), m.get64(b + 8) != 0))));
    to.put(
        P + "CanBackquote", (m, b) -> m.put64(b + 16, Quotes.canBackquote(m.stringAt(b)) ? 1 : 0));
    to.put(
        P + "FloatText",
        (m, b) -> {
          byte[] text =
              utf8(
                  Floats.format(
                      Double.longBitsToDouble(m.get64(b + 24)),
                      (char) m.get64(b + 32),
                      (int) m.get64(b + 40),
                      (int) m.get64(b + 48)));
          if (text.length <= m.get64(b + 8)) {
            m.putBytes(m.get64(b), text);
          }
          m.put64(b + 56, text.length);
        });
    to.put(
        P + "ParseFloat",
        (m, b) ->
            m.put64(
                b + 24,
                Double.doubleToRawLongBits(Floats.parse(m.text(b), (int) m.get64(b + 16)))));
    to.put(P + "Comparable", (m, b) -> m.put64(b + 16, must(type(m, b)).comparable() ? 1 : 0));
    to.put(P + "AsTarget", (m, b) -> m.put64(b + 16, asTarget(m, type(m, b), b)));
    to.put(P + "Assign", RtBodies::assign);
    to.put(
        P + "StaticError",
        (m, b) -> {
          m.put64(b + 32, m.get64(b + 16));
          m.put64(b + 40, m.staticString(m.stringAt(b)));
        });
    to.put(P + "Swap", RtBodies::swap);
    to.put(P + "KindName", (m, b) -> m.putString(b + 16, utf8(kindName(must(type(m, b)).kind()))));
    to.put(P + "Read", (m, b) -> m.put64(b + 24, m.read(m.get64(b), (int) m.get64(b + 8))));
    to.put(
        P + "Exit",
        (m, b) -> {
          throw m.exit((int) m.get64(b));
        });
    to.put(P + "IsPrint", (m, b) -> m.put64(b + 8, Quotes.isPrint((int) m.get64(b)) ? 1 : 0));
    to.put(P + "Write", (m, b) -> m.write((int) m.get64(b), m.stringAt(b + 8)));
  }

  private static String kindName(Kind k) {
    return switch (k) {
      case POINTER -> "ptr";
      case UNSAFE_POINTER -> "unsafe.Pointer";
      default -> k.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  /** Exchanges two elements of a slice. */
  private static void swap(Machine m, long b) {
    int size = (int) must(type(m, b)).elem().size();
    long i = m.get64(b + 16);
    long j = m.get64(b + 24);
    long n = length(m, must(type(m, b)), b);
    if (i < 0 || i >= n || j < 0 || j >= n) {
      throw m.panic("reflect: slice index out of range", true);
    }
    long p = word(m, b) + i * size;
    long q = word(m, b) + j * size;
    byte[] kept = m.bytes(p, size);
    m.move(p, q, size);
    m.putBytes(q, kept);
  }

  /** What is wrong with a target of errors.As: 0 nothing, 1 nil, 2 no pointer, 3 no error. */
  private static int asTarget(Machine m, @Nullable RType t, long b) {
    if (t == null) {
      return 1;
    }
    if (t.kind() != Kind.POINTER || word(m, b) == 0) {
      return 2;
    }
    RType error =
        m.types()
            .interfaceOf(
                List.of(
                    new RType.Method(
                        "Error",
                        "",
                        m.types()
                            .funcOf(List.of(), List.of(m.types().basic(Kind.STRING)), false))));
    return t.elem().kind() == Kind.INTERFACE || m.implementsInterface(t.elem(), error) ? 0 : 3;
  }

  /** Sets what a pointer points to to an interface's dynamic value, if it can be assigned. */
  private static void assign(Machine m, long b) {
    RType to = must(type(m, b)).elem();
    long at = word(m, b);
    RType from = must(type(m, b + 16));
    boolean fits =
        to.kind() == Kind.INTERFACE ? m.implementsInterface(from, to) : to.key().equals(from.key());
    if (fits && to.kind() == Kind.INTERFACE) {
      m.put64(at, to.isEmptyInterface() ? m.typeWord(from) : m.itab(to, from));
      m.put64(at + 8, m.get64(b + 24));
    } else if (fits) {
      m.move(at, address(m, b + 16), (int) to.size());
    }
    m.put64(b + 32, fits ? 1 : 0);
  }

  private static byte[] utf8(String s) {
    return s.getBytes(StandardCharsets.UTF_8);
  }

  /** Dynamic type of the {@code any} at an address; null for nil. */
  private static @Nullable RType type(Machine m, long iface) {
    long word = m.get64(iface);
    return word == 0 ? null : m.typeAt(word);
  }

  private static RType must(@Nullable RType t) {
    if (t == null) {
      throw new IllegalStateException("rt: nil interface");
    }
    return t;
  }

  private static long kind(@Nullable RType t) {
    return t == null ? 0 : t.kind().ordinal();
  }

  private static long elemKind(RType t) {
    return switch (t.kind()) {
      case ARRAY, CHAN, MAP, POINTER, SLICE -> t.elem().kind().ordinal();
      default -> 0;
    };
  }

  /** Where the dynamic value of an {@code any} stands: a direct one in the data word itself. */
  private static long address(Machine m, long iface) {
    return must(type(m, iface)).isDirect() ? iface + 8 : m.get64(iface + 8);
  }

  private static long word(Machine m, long iface) {
    return m.get64(address(m, iface));
  }

  private static long signed(Machine m, RType t, long address) {
    int shift = 64 - 8 * (int) t.size();
    return m.get(address, (int) t.size()) << shift >> shift;
  }

  /** The bits of a float64 of the same value. */
  private static long number(Machine m, long address, long size) {
    return size == 4
        ? Double.doubleToRawLongBits(Float.intBitsToFloat((int) m.get(address, 4)))
        : m.get64(address);
  }

  private static long length(Machine m, RType t, long iface) {
    return switch (t.kind()) {
      case ARRAY -> t.len();
      case SLICE, STRING -> m.get64(address(m, iface) + 8);
      case MAP, CHAN -> word(m, iface) == 0 ? 0 : m.get64(word(m, iface));
      default -> 0;
    };
  }

  private static RType.Field field(Machine m, long b) {
    return must(type(m, b)).fields().get((int) m.get64(b + 16));
  }

  /** Writes the value of static type t at an address as an {@code any} at {@code to}. */
  private static void part(Machine m, long to, RType t, long address) {
    if (t.kind() == Kind.INTERFACE) {
      long word = m.get64(address);
      if (word == 0 || t.isEmptyInterface()) {
        m.put64(to, word);
      } else {
        m.put64(to, m.typeWord(must(m.itabType(word))));
      }
      m.put64(to + 8, word == 0 ? 0 : m.get64(address + 8));
      return;
    }
    m.put64(to, m.typeWord(t));
    m.put64(to + 8, t.isDirect() ? m.get64(address) : address);
  }

  private static void direct(Machine m, long to, RType t, long dataWord) {
    m.put64(to, m.typeWord(t));
    m.put64(to + 8, dataWord);
  }

  private static void index(Machine m, long b) {
    RType t = must(type(m, b));
    long i = m.get64(b + 16);
    if (t.kind() == Kind.ARRAY && t.isDirect()) {
      direct(m, b + 24, t.elem(), m.get64(b + 8));
      return;
    }
    long base = t.kind() == Kind.ARRAY ? m.get64(b + 8) : word(m, b);
    part(m, b + 24, t.elem(), base + i * t.elem().size());
  }

  private static void bytes(Machine m, long b) {
    RType t = must(type(m, b));
    long a = address(m, b);
    long p = t.kind() == Kind.ARRAY ? a : m.get64(a);
    long n = t.kind() == Kind.ARRAY ? t.len() : m.get64(a + 8);
    m.put64(b + 16, p);
    m.put64(b + 24, n);
    m.put64(b + 32, n);
  }

  /** Keys and values of a map, keys in fmt's order (internal/fmtsort). */
  private static void mapEntries(Machine m, long b) {
    RType t = must(type(m, b));
    long map = word(m, b);
    List<long[]> entries = new ArrayList<>();
    if (map != 0) {
      m.mapEntries(t, map, (key, elem) -> entries.add(new long[] {key, elem}));
    }
    entries.sort((x, y) -> compare(m, t.mapKey(), x[0], y[0]));
    // The array's words stand in the result, so they are live as soon as the caller stops.
    RType any = m.types().interfaceOf(List.of());
    long array = entries.isEmpty() ? 0 : m.allocate(any, 2L * entries.size());
    long at = array;
    for (long[] e : entries) {
      part(m, at, t.mapKey(), e[0]);
      part(m, at + 16, t.elem(), e[1]);
      at += 32;
    }
    m.put64(b + 16, array);
    m.put64(b + 24, 2L * entries.size());
    m.put64(b + 32, 2L * entries.size());
  }

  private static int compare(Machine m, RType t, long x, long y) {
    return switch (t.kind()) {
      case INT, INT8, INT16, INT32, INT64 -> Long.compare(signed(m, t, x), signed(m, t, y));
      case UINT, UINT8, UINT16, UINT32, UINT64, UINTPTR, BOOL ->
          Long.compareUnsigned(m.get(x, (int) t.size()), m.get(y, (int) t.size()));
      case POINTER, CHAN, UNSAFE_POINTER, FUNC, MAP -> Long.compareUnsigned(m.get64(x), m.get64(y));
      case STRING -> Arrays.compareUnsigned(m.stringAt(x), m.stringAt(y));
      case FLOAT32, FLOAT64 -> floats(m, x, y, t.size());
      case COMPLEX64, COMPLEX128 -> {
        long half = t.size() / 2;
        int c = floats(m, x, y, half);
        yield c != 0 ? c : floats(m, x + half, y + half, half);
      }
      case STRUCT -> {
        for (RType.Field f : t.fields()) {
          int c = compare(m, f.type(), x + f.offset(), y + f.offset());
          if (c != 0) {
            yield c;
          }
        }
        yield 0;
      }
      case ARRAY -> {
        for (long i = 0; i < t.len(); i++) {
          int c = compare(m, t.elem(), x + i * t.elem().size(), y + i * t.elem().size());
          if (c != 0) {
            yield c;
          }
        }
        yield 0;
      }
      case INTERFACE -> interfaces(m, t, x, y);
      case SLICE, INVALID -> 0;
    };
  }

  /** NaN before all others. */
  private static int floats(Machine m, long x, long y, long size) {
    double a = Double.longBitsToDouble(number(m, x, size));
    double b = Double.longBitsToDouble(number(m, y, size));
    return a < b || Double.isNaN(a) && !Double.isNaN(b)
        ? -1
        : a > b || Double.isNaN(b) && !Double.isNaN(a) ? 1 : 0;
  }

  /** nil first, then by type (by its descriptor's address, as fmt does), then by value. */
  private static int interfaces(Machine m, RType t, long x, long y) {
    long wx = m.get64(x);
    long wy = m.get64(y);
    if (wx == 0 || wy == 0) {
      return Boolean.compare(wx != 0, wy != 0);
    }
    RType tx = must(t.isEmptyInterface() ? m.typeAt(wx) : m.itabType(wx));
    RType ty = must(t.isEmptyInterface() ? m.typeAt(wy) : m.itabType(wy));
    if (tx != ty) {
      return Long.compareUnsigned(m.typeWord(tx), m.typeWord(ty));
    }
    return tx.isDirect()
        ? compare(m, tx, x + 8, y + 8)
        : compare(m, tx, m.get64(x + 8), m.get64(y + 8));
  }
}

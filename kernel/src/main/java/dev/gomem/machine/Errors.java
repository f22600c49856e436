package dev.gomem.machine;

import dev.gomem.code.CodeUnit.Method;
import dev.gomem.code.CodeUnit.MethodSet;
import dev.gomem.code.Function;
import dev.gomem.code.Op;
import dev.gomem.code.Pool;
import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.TypeTable;
import dev.gomem.layout.TypeTable.FieldSpec;
import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Memory;
import dev.gomem.source.Pos;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that the runtime panics with: runtime.errorString, plainError, boundsError,
 * *TypeAssertionError, *PanicNilError, laid out as gc's (runtime/error.go, internal/abi/bounds.go).
 * Their methods are Java leaves, so that recover, assertions and fmt meet ordinary errors.
 */
final class Errors {
  static final int INDEX = 0;
  static final int SLICE_LEN = 1;
  static final int SLICE_CAP = 2;
  static final int SLICE_B = 3;
  static final int SLICE3_LEN = 4;
  static final int SLICE3_CAP = 5;
  static final int SLICE3_B = 6;
  static final int SLICE3_C = 7;
  static final int CONVERT = 8;

  private static final String[] BOUNDS = {
    "index out of range [%x] with length %y",
    "slice bounds out of range [:%x] with length %y",
    "slice bounds out of range [:%x] with capacity %y",
    "slice bounds out of range [%x:%y]",
    "slice bounds out of range [::%x] with length %y",
    "slice bounds out of range [::%x] with capacity %y",
    "slice bounds out of range [:%x:%y]",
    "slice bounds out of range [%x:%y:]",
    "cannot convert slice with length %y to array or pointer to array with length %x"
  };
  private static final String[] NEGATIVE = {
    "index out of range [%x]",
    "slice bounds out of range [:%x]",
    "slice bounds out of range [:%x]",
    "slice bounds out of range [%x:]",
    "slice bounds out of range [::%x]",
    "slice bounds out of range [::%x]",
    "slice bounds out of range [:%x:]",
    "slice bounds out of range [%x::]"
  };

  /** Type word of runtime.errorString. */
  final long errorStringType;

  private final long plainErrorType;
  private final long nilErrorType;
  private final long assertionType;
  private final RType bounds;
  private final RType assertion;

  /** gc's _defer, of 48 bytes. */
  final RType deferType;

  /** The list that a range-over-func loop's deferred calls go to, and a pointer to it. */
  final RType deferList;

  private final RType deferListPointer;

  private final Memory memory;
  private final Heap heap;
  private final DataSegment data;
  private final Map<String, Long> boxes = new HashMap<>();

  Errors(Machine machine, World world) {
    memory = world.memory;
    heap = world.heap;
    data = world.data;
    TypeTable t = machine.types();
    RType string = t.basic(Kind.STRING);
    RType uintptr = t.basic(Kind.UINTPTR);
    RType pointer = t.basic(Kind.UNSAFE_POINTER);
    RType errorString =
        t.named("runtime.errorString", "runtime.errorString", Kind.STRING, () -> string);
    RType plainError =
        t.named("runtime.plainError", "runtime.plainError", Kind.STRING, () -> string);
    bounds =
        named(
            t,
            "runtime.boundsError",
            field("x", t.basic(Kind.INT64)),
            field("y", t.basic(Kind.INT)),
            field("signed", t.basic(Kind.BOOL)),
            field("code", t.basic(Kind.UINT8)));
    RType nilError = t.pointerTo(named(t, "runtime.PanicNilError"));
    assertion =
        named(
            t,
            "runtime.TypeAssertionError",
            field("_interface", pointer),
            field("concrete", pointer),
            field("asserted", pointer),
            field("missingMethod", string));
    RType assertionPointer = t.pointerTo(assertion);
    deferType =
        named(
            t,
            "runtime._defer",
            field("heap", t.basic(Kind.BOOL)),
            field("rangefunc", t.basic(Kind.BOOL)),
            field("sp", uintptr),
            field("pc", uintptr),
            field("fn", pointer),
            field("link", pointer),
            field("head", pointer));
    deferList = named(t, "atomic.Pointer[runtime._defer]", field("v", pointer));
    deferListPointer = t.pointerTo(deferList);
    errorStringType = data.descriptor(errorString);
    plainErrorType = data.descriptor(plainError);
    nilErrorType = data.descriptor(nilError);
    assertionType = data.descriptor(assertionPointer);
    for (RType e : List.of(errorString, plainError, bounds, nilError, assertionPointer)) {
      methods(machine, t, e);
    }
    machine.body(
        "runtime.errorString.Error", (m, b) -> give(m, b, "runtime error: " + m.text(m.get64(b))));
    machine.body("runtime.plainError.Error", (m, b) -> give(m, b, m.text(m.get64(b))));
    machine.body("runtime.boundsError.Error", (m, b) -> give(m, b, boundsText(m, m.get64(b))));
    machine.body(
        "*runtime.PanicNilError.Error", (m, b) -> give(m, b, "panic called with nil argument"));
    machine.body(
        "*runtime.TypeAssertionError.Error", (m, b) -> give(m, b, assertionText(m, m.get64(b))));
    machine.body("runtime.Error.RuntimeError", (m, b) -> {});
  }

  /** Type word of a pointer to a {@link #deferList}; written when a loop first needs it. */
  long deferListWord() {
    return data.descriptor(deferListPointer);
  }

  private static FieldSpec field(String name, RType type) {
    return new FieldSpec(name, type, false, false, "");
  }

  private static RType named(TypeTable t, String name, FieldSpec... fields) {
    return t.named(name, name, Kind.STRUCT, () -> t.structOf(List.of(fields)));
  }

  private void methods(Machine machine, TypeTable t, RType of) {
    RType errorType = t.funcOf(List.of(), List.of(t.basic(Kind.STRING)), false);
    RType nothing = t.funcOf(List.of(), List.of(), false);
    String error = of.key() + ".Error";
    machine.text().add(leaf(error, error, 16));
    String runtimeError = of.key() + ".RuntimeError";
    machine.text().add(leaf(runtimeError, "runtime.Error.RuntimeError", 0));
    machine.methods(
        new MethodSet(
            of,
            List.of(
                new Method("Error", "", errorType, error),
                new Method("RuntimeError", "", nothing, runtimeError))));
  }

  /** A function of one argument word whose body is in Java. */
  private static Function leaf(String symbol, String body, int resultSize) {
    BitSet pointers = new BitSet();
    pointers.set(2);
    return new Function(
        symbol,
        symbol,
        null,
        Pos.NONE,
        Pos.NONE,
        Function.Kind.LIBRARY,
        0,
        8,
        resultSize,
        new int[] {Op.JAVA.ordinal(), 0, 0, 0, Op.RET.ordinal(), 0, 0, 0},
        List.of(new Pool.Java(body)),
        new int[] {-1, -1},
        new BitSet(),
        new BitSet(),
        List.of(),
        pointers,
        List.of(),
        List.of(),
        -1);
  }

  /** The string result of a one-word method. */
  private static void give(Machine m, long block, String text) {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    m.put64(block + 8, m.constant(b));
    m.put64(block + 16, b.length);
  }

  /**
   * Address of a read-only string header: what an interface that holds a constant string points to.
   */
  long box(String text) {
    Long old = boxes.get(text);
    if (old != null) {
      return old;
    }
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    long at = data.readOnly(16);
    memory.put64(at, data.constant(b));
    memory.put64(at + 8, b.length);
    boxes.put(text, at);
    return at;
  }

  /** A runtime.Error whose text begins with "runtime error: ". */
  Ending.Panic error(String text) {
    return new Ending.Panic(errorStringType, box(text));
  }

  /** A runtime.Error without that beginning. */
  Ending.Panic plain(String text) {
    return new Ending.Panic(plainErrorType, box(text));
  }

  Ending.Panic index(Node at, long i, long length) {
    return bounds(at, 0, INDEX, i, length);
  }

  /**
   * @param bound which of the instruction's bounds failed: 0 the index or low one, 1 high, 2 max
   */
  Ending.Panic bounds(Node at, int bound, int code, long x, long y) {
    return bounds(!at.code.function.unsigned().get(3 * at.pc + bound), code, x, y);
  }

  Ending.Panic bounds(boolean signed, int code, long x, long y) {
    long at = heap.allocate(heap.info(bounds), 0);
    memory.put64(at, x);
    memory.put64(at + 8, y);
    memory.put(at + 16, 1, signed ? 1 : 0);
    memory.put(at + 17, 1, code);
    return new Ending.Panic(data.descriptor(bounds), at);
  }

  private static String boundsText(Machine memory, long at) {
    long x = memory.get64(at);
    boolean signed = memory.get(at + 16, 1) != 0;
    int code = (int) memory.get(at + 17, 1);
    String format = signed && x < 0 ? NEGATIVE[code] : BOUNDS[code];
    String sx = signed ? Long.toString(x) : Long.toUnsignedString(x);
    return "runtime error: "
        + format.replace("%x", sx).replace("%y", Long.toString(memory.get64(at + 8)));
  }

  /** The value that {@code panic(nil)} panics with. */
  Ending.Panic nil() {
    return new Ending.Panic(nilErrorType, data.zeroBase);
  }

  /**
   * A failed type assertion; type words, 0 where there is none.
   *
   * @param missing name of a method that the concrete type lacks, or ""
   */
  Ending.Panic assertion(long iface, long concrete, long asserted, String missing) {
    heap.info(assertion).descriptor = data.descriptor(assertion);
    long at = heap.allocate(heap.info(assertion), 0);
    byte[] name = missing.getBytes(StandardCharsets.UTF_8);
    memory.put64(at, iface);
    memory.put64(at + 8, concrete);
    memory.put64(at + 16, asserted);
    memory.put64(at + 24, data.constant(name));
    memory.put64(at + 32, name.length);
    return new Ending.Panic(assertionType, at);
  }

  private static String name(Machine m, long typeWord) {
    RType t = m.typeAt(typeWord);
    return t == null ? "?" : t.name();
  }

  private static String assertionText(Machine memory, long at) {
    long iface = memory.get64(at);
    long concrete = memory.get64(at + 8);
    long asserted = memory.get64(at + 16);
    String inter = iface == 0 ? "interface" : name(memory, iface);
    String as = name(memory, asserted);
    if (concrete == 0) {
      return "interface conversion: " + inter + " is nil, not " + as;
    }
    String cs = name(memory, concrete);
    String missing = memory.text(at + 24);
    if (!missing.isEmpty()) {
      return "interface conversion: " + cs + " is not " + as + ": missing method " + missing;
    }
    String message = "interface conversion: " + inter + " is " + cs + ", not " + as;
    if (cs.equals(as)) {
      message += " (types from different scopes)";
    }
    return message;
  }
}

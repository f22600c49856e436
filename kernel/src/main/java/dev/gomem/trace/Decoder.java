package dev.gomem.trace;

import dev.gomem.code.Function;
import dev.gomem.layout.RType;
import dev.gomem.machine.ChannelView;
import dev.gomem.machine.HeapObject;
import dev.gomem.machine.Image;
import dev.gomem.snapshot.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values from bytes: decodes what stands at an address by its type. Whatever cannot be decoded
 * becomes an opaque value that says so; nothing is guessed.
 */
final class Decoder {
  static final int CELLS = 12;
  static final int TEXT = 42;
  private static final int DEPTH = 4;

  /** Control byte of a slot whose entry was deleted while its group was full. */
  private static final int DELETED = 0xfe;

  private final Image image;
  private final Targets targets;
  private final java.util.function.Function<Function, @Nullable String> versions;

  /**
   * @param versions of which cell an older version of a function is, or null
   */
  Decoder(
      Image image,
      Targets targets,
      java.util.function.Function<Function, @Nullable String> versions) {
    this.image = image;
    this.targets = targets;
    this.versions = versions;
  }

  Value value(RType t, long address) {
    return value(t, address, 0);
  }

  private Value value(RType t, long address, int depth) {
    if (t.size() > 0 && !image.mapped(address, t.size())) {
      return new Value.Opaque("0x" + Long.toHexString(address));
    }
    return switch (t.kind()) {
      case BOOL -> new Value.Scalar(image.get(address, 1) != 0 ? "true" : "false");
      case INT, INT8, INT16, INT32, INT64 ->
          new Value.Scalar(Long.toString(signed(address, (int) t.size())));
      case UINT, UINT8, UINT16, UINT32, UINT64, UINTPTR ->
          new Value.Scalar(Long.toUnsignedString(image.get(address, (int) t.size())));
      case FLOAT32 -> new Value.Scalar(single(address));
      case FLOAT64 ->
          new Value.Scalar(Floats.text(Double.longBitsToDouble(image.get64(address)), false));
      case COMPLEX64 -> new Value.Scalar(complex(single(address), single(address + 4)));
      case COMPLEX128 ->
          new Value.Scalar(
              complex(
                  Floats.text(Double.longBitsToDouble(image.get64(address)), false),
                  Floats.text(Double.longBitsToDouble(image.get64(address + 8)), false)));
      case POINTER, UNSAFE_POINTER, CHAN -> pointer(image.get64(address));
      case STRING -> string(image.get64(address), image.get64(address + 8));
      case SLICE -> {
        long p = image.get64(address);
        yield new Value.Slice(
            p, image.get64(address + 8), image.get64(address + 16), targets.of(p));
      }
      case MAP -> map(image.get64(address));
      case INTERFACE -> iface(t, address, depth);
      case FUNC -> func(image.get64(address));
      case STRUCT -> isGroup(t) ? group(t, address, depth) : struct(t, address, depth);
      case ARRAY -> array(t.elem(), t.len(), address, depth);
      case INVALID -> new Value.Opaque(t.name());
    };
  }

  private long signed(long address, int size) {
    long v = image.get(address, size);
    int shift = 64 - 8 * size;
    return v << shift >> shift;
  }

  private String single(long address) {
    return Floats.text(Float.intBitsToFloat((int) image.get(address, 4)), true);
  }

  private static String complex(String re, String im) {
    return "(" + re + (im.startsWith("-") || im.startsWith("+") ? "" : "+") + im + "i)";
  }

  Value.Pointer pointer(long p) {
    return new Value.Pointer(p, targets.of(p));
  }

  private Value string(long p, long length) {
    if (length == 0) {
      return new Value.Str(p, 0, "", 0, targets.of(p));
    }
    if (length < 0 || !image.mapped(p, length)) {
      return new Value.Opaque("0x" + Long.toHexString(p));
    }
    // A character is at most 4 bytes; one cut in the middle is left out.
    int take = (int) Math.min(length, TEXT * 4L);
    String text = new String(image.bytes(p, take), StandardCharsets.UTF_8);
    int shown = Math.min(TEXT, text.codePointCount(0, text.length()));
    String cut = text.substring(0, text.offsetByCodePoints(0, shown));
    long rest = length - cut.getBytes(StandardCharsets.UTF_8).length;
    return new Value.Str(p, length, cut, Math.max(0, rest), targets.of(p));
  }

  private Value map(long header) {
    return new Value.MapRef(
        header,
        header == 0 ? -1 : image.mapped(header, 48) ? image.get64(header) : -1,
        targets.of(header));
  }

  private Value func(long closure) {
    String name = null;
    if (closure != 0 && image.mapped(closure, 8)) {
      Function f = image.functionAt(image.get64(closure));
      name = f != null ? Names.function(f) : null;
      String version = f != null ? versions.apply(f) : null;
      if (version != null) {
        return new Value.Func(closure, name + " (" + version + ")", targets.of(closure));
      }
    }
    return new Value.Func(closure, name, targets.of(closure));
  }

  private Value iface(RType t, long address, int depth) {
    long word = image.get64(address);
    long data = image.get64(address + 8);
    boolean empty = t.isEmptyInterface();
    RType dynamic = word == 0 ? null : empty ? image.typeAt(word) : image.itabType(word);
    if (dynamic == null) {
      return word == 0
          ? new Value.Iface(0, null, !empty, pointer(data), null)
          : new Value.Opaque("0x" + Long.toHexString(word));
    }
    if (dynamic.isDirect()) {
      return new Value.Iface(word, dynamic.name(), !empty, pointer(data), null);
    }
    Value boxed = depth < DEPTH ? value(dynamic, data, depth + 1) : null;
    return new Value.Iface(word, dynamic.name(), !empty, pointer(data), boxed);
  }

  private Value struct(RType t, long address, int depth) {
    List<RType.Field> fields = t.fields();
    List<Value.Field> out = new ArrayList<>();
    int more = 0;
    for (int i = 0; i < fields.size(); i++) {
      RType.Field f = fields.get(i);
      if (t.name().equals("maps.Map") && isBookkeeping(f, address)) {
        more++;
        continue;
      }
      long next = i + 1 < fields.size() ? fields.get(i + 1).offset() : t.size();
      long size = f.type().size();
      out.add(
          new Value.Field(
              f.name(),
              f.type().name(),
              f.offset(),
              size,
              next - f.offset() - size,
              depth < DEPTH
                  ? value(f.type(), address + f.offset(), depth + 1)
                  : new Value.Opaque("…")));
    }
    return new Value.Struct(out, more);
  }

  /**
   * Of a map's header (internal/runtime/maps/map.go) a reader wants the count, the way to the
   * groups, and the directory's size once it has one.
   */
  private boolean isBookkeeping(RType.Field f, long header) {
    return switch (f.name()) {
      case "used", "dirPtr" -> false;
      case "dirLen", "globalDepth" -> image.get(header + f.offset(), (int) f.type().size()) == 0;
      default -> true;
    };
  }

  /** A map's group: eight control bytes, eight slots (internal/runtime/maps/group.go). */
  private static boolean isGroup(RType t) {
    return t.name().startsWith("map.group[");
  }

  /** The control byte of a slot has its high bit set if the slot is free. */
  private Value group(RType t, long address, int depth) {
    RType.Field slots = t.fields().get(1);
    RType slot = slots.type().elem();
    RType.Field elem = slot.fields().get(1);
    List<Value.MapSlot> used = new ArrayList<>();
    int deleted = 0;
    for (int i = 0; i < slots.type().len(); i++) {
      long at = address + slots.offset() + i * slot.size();
      int control = (int) image.get(address + i, 1);
      if ((control & 0x80) == 0) {
        Value key = value(slot.fields().get(0).type(), at, depth + 1);
        used.add(new Value.MapSlot(i, key, value(elem.type(), at + elem.offset(), depth + 1)));
      } else if (control == DELETED) {
        deleted++;
      }
    }
    return new Value.MapSlots(slots.type().len(), used, deleted);
  }

  Value array(RType elem, long length, long address, int depth) {
    List<Value> cells = new ArrayList<>();
    int shown = depth >= DEPTH ? 0 : (int) Math.min(length, CELLS);
    for (int i = 0; i < shown; i++) {
      cells.add(value(elem, address + i * elem.size(), depth + 1));
    }
    return new Value.Array(length, elem.name(), elem.size(), cells);
  }

  private Value channel(ChannelView c) {
    List<Value> buffer = new ArrayList<>();
    for (long at : c.buffer().subList(0, Math.min(CELLS, c.buffer().size()))) {
      buffer.add(value(c.elem(), at, 1));
    }
    List<Value.Sender> senders = new ArrayList<>();
    for (ChannelView.Sender s : c.senders()) {
      senders.add(new Value.Sender(s.goroutine(), value(c.elem(), s.elem(), 1)));
    }
    return new Value.Channel(
        c.elem().name(),
        c.buffer().size(),
        c.capacity(),
        c.closed(),
        buffer,
        c.receivers(),
        senders);
  }

  /** A heap object's contents: one value, or an array of them. */
  Value contents(HeapObject o) {
    if (image.isChannel(o)) {
      return channel(image.channel(o));
    }
    return o.count() == 1
        ? value(o.type(), o.address(), 0)
        : array(o.type(), o.count(), o.address(), 0);
  }
}

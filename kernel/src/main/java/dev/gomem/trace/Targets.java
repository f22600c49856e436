package dev.gomem.trace;

import dev.gomem.code.Function.Local;
import dev.gomem.layout.RType;
import dev.gomem.machine.FrameView;
import dev.gomem.machine.GlobalView;
import dev.gomem.machine.GoroutineView;
import dev.gomem.machine.HeapObject;
import dev.gomem.machine.Image;
import dev.gomem.snapshot.Value.Target;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where addresses lead: to which object, slot or variable, and to which part of it. */
final class Targets {
  private final Image image;
  private final Function<HeapObject, @Nullable Integer> plates;
  private final TreeMap<Long, Place> slots = new TreeMap<>();
  private final TreeMap<Long, GoroutineView> byLow = new TreeMap<>();

  /** A variable with an address of its own. */
  private record Place(long address, RType type, String function, String name) {}

  /**
   * @param plates number of an object that has one
   */
  Targets(Image image, Function<HeapObject, @Nullable Integer> plates) {
    this.image = image;
    this.plates = plates;
    for (GlobalView g : image.globals()) {
      add(new Place(g.address(), g.global().type(), "", g.global().name()));
    }
  }

  private void add(Place p) {
    slots.put(p.address, p);
  }

  /** The variable of a frame that an address lies in, or null. */
  private static @Nullable Place inFrame(GoroutineView g, long p) {
    List<FrameView> frames = g.frames();
    // Outermost first: addresses fall. The first frame at or below p holds it, or the next, whose
    // arguments stand in this one's outgoing area.
    int low = 0;
    int high = frames.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (frames.get(mid).sp() <= p) {
        high = mid;
      } else {
        low = mid + 1;
      }
    }
    Place found = null;
    for (int i = low; i < Math.min(frames.size(), low + 2); i++) {
      FrameView f = frames.get(i);
      for (Local l : f.inScope()) {
        long at = f.sp() + l.offset();
        if (!l.boxed()
            && p >= at
            && p < at + l.type().size()
            && (found == null || at > found.address)) {
          found = new Place(at, l.type(), Names.function(f.function()), Names.local(l));
        }
      }
    }
    return found;
  }

  Target of(long p) {
    return switch (image.region(p)) {
      case NIL -> new Target.Nil();
      case TEXT -> new Target.ReadOnly("code");
      case READ_ONLY -> new Target.ReadOnly("read-only data");
      case HEAP -> heap(p);
      case DATA, STACK -> slot(p);
      case NOTHING -> new Target.Unknown("0x" + Long.toHexString(p));
    };
  }

  private Target heap(long p) {
    HeapObject o = image.objectAt(p);
    if (o == null) {
      return new Target.Unknown("0x" + Long.toHexString(p));
    }
    Integer plate = plates.apply(o);
    if (plate == null) {
      return new Target.Folded(o.address(), o.site() == null ? "runtime" : o.site().subject());
    }
    return new Target.Heap(plate, path(o, p - o.address()));
  }

  private static String path(HeapObject o, long offset) {
    if (o.count() == 1) {
      return path(o.type(), offset);
    }
    long size = o.type().size();
    // The first element's address is the object's own.
    return offset == 0 || size == 0
        ? ""
        : "[" + offset / size + "]" + path(o.type(), offset % size);
  }

  /** The innermost named part that begins at an offset; the start of the whole is "". */
  static String path(RType t, long offset) {
    if (offset == 0) {
      return "";
    }
    if (t.kind() == RType.Kind.STRUCT) {
      for (RType.Field f : t.fields()) {
        if (offset >= f.offset() && offset < f.offset() + Math.max(1, f.type().size())) {
          return "." + f.name() + path(f.type(), offset - f.offset());
        }
      }
    }
    if (t.kind() == RType.Kind.ARRAY && t.elem().size() > 0) {
      return "[" + offset / t.elem().size() + "]" + path(t.elem(), offset % t.elem().size());
    }
    return "+" + offset;
  }

  private Target slot(long p) {
    if (byLow.isEmpty()) {
      image.goroutines().forEach(g -> byLow.put(g.low(), g));
    }
    Map.Entry<Long, GoroutineView> below = byLow.floorEntry(p);
    if (below != null && p < below.getValue().high()) {
      GoroutineView g = below.getValue();
      Place place = inFrame(g, p);
      return place == null
          ? new Target.Unknown("0x" + Long.toHexString(p))
          : new Target.StackSlot(
              (int) g.id(), place.function, place.name, path(place.type, p - place.address));
    }
    Map.Entry<Long, Place> e = slots.floorEntry(p);
    if (e == null || p >= e.getKey() + e.getValue().type.size()) {
      return new Target.Unknown("0x" + Long.toHexString(p));
    }
    Place place = e.getValue();
    String path = path(place.type, p - place.address);
    return new Target.Data(place.name, path);
  }
}

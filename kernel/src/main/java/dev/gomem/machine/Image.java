package dev.gomem.machine;

import dev.gomem.code.Function;
import dev.gomem.layout.RType;
import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.Pages;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A consistent copy of a machine between two instructions, from which everything that the tables
 * show is decoded while the machine goes on. Immutable; what is reachable is found out when first
 * asked for.
 */
public final class Image {
  private final Machine machine;
  private final World world;
  private final Counters counters;
  private final long running;
  private @Nullable List<HeapObject> objects;
  private @Nullable List<GoroutineView> goroutines;

  Image(Machine machine, World world, Counters counters, long running) {
    this.machine = machine;
    this.world = world;
    this.counters = counters;
    this.running = running;
  }

  /** The 8-byte word at an address, little endian. */
  public long get64(long address) {
    return world.memory.get64(address);
  }

  /** The {@code size} (1, 2, 4, 8) bytes at an address, zero-extended. */
  public long get(long address, int size) {
    return world.memory.get(address, size);
  }

  public byte[] bytes(long address, int length) {
    return world.memory.bytes(address, length);
  }

  public Region region(long address) {
    if (address >= 0 && address < Memory.NIL) {
      return Region.NIL;
    }
    boolean arena = address >>> 32 == Memory.ARENA >>> 32;
    if (!arena && address >>> 31 != 0) {
      return Region.NOTHING;
    }
    Pages.Use use = world.heap.pages().useOf(address);
    return switch (use) {
      case READ_ONLY -> arena ? Region.NOTHING : Region.READ_ONLY;
      case DATA -> arena ? Region.NOTHING : Region.DATA;
      case HEAP -> arena ? Region.HEAP : textOr(address);
      case STACK -> arena ? Region.STACK : textOr(address);
      case FREE -> arena ? Region.NOTHING : textOr(address);
    };
  }

  private Region textOr(long address) {
    return world.text.at(address) != null ? Region.TEXT : Region.NOTHING;
  }

  /** Whether all of the range lies in pages that exist. */
  public boolean mapped(long address, long length) {
    for (long a = address; a < address + length; a = (a | Pages.SIZE - 1) + 1) {
      Region r = region(a);
      if (r == Region.NIL || r == Region.NOTHING || r == Region.TEXT) {
        return false;
      }
    }
    return true;
  }

  private void mark() {
    new Collector.Marker(world).mark();
  }

  private HeapObject view(Heap.Info o) {
    long size = o.type().size();
    return new HeapObject(
        o.address(),
        o.size(),
        o.slotSize(),
        o.type(),
        size == 0 ? 1 : o.size() / size,
        machine.site(o.site()),
        o.sequence(),
        o.run(),
        o.tiny(),
        o.marked());
  }

  /** Views are made when they are looked at: there can be millions of objects. */
  private final class Objects extends AbstractList<HeapObject> implements RandomAccess {
    /** Low halves. */
    private final int[] addresses;

    Objects(int[] addresses) {
      this.addresses = addresses;
    }

    @Override
    public int size() {
      return addresses.length;
    }

    @Override
    public HeapObject get(int i) {
      Heap.Info o = world.heap.objectAt(Memory.ARENA | addresses[i] & 0xffffffffL);
      if (o == null) {
        throw new MachineFault("an image's heap has changed");
      }
      return view(o);
    }
  }

  /** Objects allocated and not freed, in order of allocation. */
  public List<HeapObject> objects() {
    List<HeapObject> all = objects;
    if (all == null) {
      mark();
      all = new Objects(world.heap.objects());
      objects = all;
    }
    return all;
  }

  /** The object that an address points into (interior pointers too), or null. */
  public @Nullable HeapObject objectAt(long address) {
    objects();
    Heap.Info o = world.heap.objectAt(address);
    return o == null ? null : view(o);
  }

  /** In order of creation, without those that have ended; main first. */
  public List<GoroutineView> goroutines() {
    List<GoroutineView> all = goroutines;
    if (all == null) {
      all = world.shown().stream().map(this::view).toList();
      goroutines = all;
    }
    return all;
  }

  private GoroutineView view(Goroutine g) {
    String idle = g.id == running ? "running" : "runnable";
    return new GoroutineView(
        g.id,
        g.waiting.isEmpty() ? idle : g.waiting,
        g.low,
        g.high(),
        new FrameList(world, g),
        g.createdBy,
        g.createdAt);
  }

  /** The goroutine that was running. */
  public long running() {
    return running;
  }

  /** Package variables in order of loading, the library's included. */
  public List<GlobalView> globals() {
    return world.globals().views();
  }

  /** The type whose descriptor stands at an address (the type word of an {@code any}), or null. */
  public @Nullable RType typeAt(long typeWord) {
    return world.data.typeAt(typeWord);
  }

  /** The concrete type of an itab (the type word of an interface with methods), or null. */
  public @Nullable RType itabType(long itab) {
    return world.data.itabType(itab);
  }

  /** The function whose text an address lies in (the first word of a closure), or null. */
  public @Nullable Function functionAt(long text) {
    Code c = world.text.at(text);
    return c == null ? null : c.function;
  }

  /**
   * Layout of a map's group: struct of ctrl (uint64) and slots ([8]struct of key and elem; pointers
   * if indirect).
   */
  public RType mapGroup(RType map) {
    return MapType.groupOf(map, machine.types());
  }

  /**
   * Calls {@code each} with the addresses of key and element of every entry of a map, in order of
   * slots.
   */
  public void mapEntries(RType map, long header, Machine.MapVisitor each) {
    Maps.entries(world.memory, machine.mapType(map), header, each);
  }

  /** Whether an object is a channel: its header, with or without the buffer. */
  public boolean isChannel(HeapObject o) {
    return Channels.isChannel(o.type());
  }

  /** What a channel's object says, and who waits. */
  public ChannelView channel(HeapObject o) {
    return Channels.view(world, o.address());
  }

  public Counters counters() {
    return counters;
  }
}

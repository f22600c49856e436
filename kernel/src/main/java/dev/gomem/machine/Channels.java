package dev.gomem.machine;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.TypeTable;
import dev.gomem.layout.TypeTable.FieldSpec;
import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.Memory;
import dev.gomem.machine.memory.Pages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Channels as gc's runtime/chan.go and select.go: an hchan of 112 bytes, its buffer in the same
 * object if elements have no pointers, else in one of its own. Receivers wait under the channel's
 * address, senders under the one after it.
 */
final class Channels {
  private static final int COUNT = 0;
  private static final int SIZE = 8;
  private static final int BUF = 16;
  private static final int ELEM_SIZE = 24;
  private static final int CLOSED = 28;
  private static final int ELEM_TYPE = 40;
  private static final int SEND_X = 48;
  private static final int RECV_X = 56;
  private static final int HCHAN = 112;
  private static final long MAX_ALLOC = 1L << 48;

  private final Interp s;
  private final Memory memory;
  private final Heap heap;
  private final Waiting waiting;
  private final RType header;
  private final RType headerWithPointer;

  Channels(Interp s, World world, TypeTable types) {
    this.s = s;
    memory = world.memory;
    heap = world.heap;
    waiting = world.waiting;
    header = header(types, "runtime.hchan", types.basic(Kind.UINTPTR));
    headerWithPointer = header(types, "runtime.hchan ", types.basic(Kind.UNSAFE_POINTER));
  }

  /** Without pointers for the collector unless the buffer is another object. */
  private static RType header(TypeTable t, String key, RType buf) {
    RType word = t.basic(Kind.UINTPTR);
    RType count = t.basic(Kind.UINT);
    return t.named(
        key,
        "runtime.hchan",
        Kind.STRUCT,
        () ->
            t.structOf(
                List.of(
                    field("qcount", count),
                    field("dataqsiz", count),
                    field("buf", buf),
                    field("elemsize", t.basic(Kind.UINT16)),
                    field("closed", t.basic(Kind.UINT32)),
                    field("timer", word),
                    field("elemtype", word),
                    field("sendx", count),
                    field("recvx", count),
                    field("recvq", t.arrayOf(2, word)),
                    field("sendq", t.arrayOf(2, word)),
                    field("bubble", word),
                    field("lock", word))));
  }

  private static FieldSpec field(String name, RType type) {
    return new FieldSpec(name, type, false, false, "");
  }

  private static long receivers(long c) {
    return c;
  }

  private static long senders(long c) {
    return c + 1;
  }

  long make(RType chan, long size, int site) {
    RType elem = chan.elem();
    if (size < 0 || elem.size() != 0 && size > (MAX_ALLOC - HCHAN) / elem.size()) {
      throw s.errors.plain("makechan: size out of range");
    }
    long bytes = size * elem.size();
    long c;
    if (bytes == 0) {
      c = heap.allocate(s.machine.info(header), site);
      memory.put64(c + BUF, c + BUF);
    } else if (!elem.hasPointers()) {
      c = heap.allocate(s.machine.info(withBuffer(elem, size)), site);
      memory.put64(c + BUF, c + HCHAN);
    } else {
      c = heap.allocate(s.machine.info(headerWithPointer), site);
      memory.put64(c + BUF, heap.allocate(s.machine.info(elem), bytes, site));
    }
    memory.put(c + ELEM_SIZE, 2, elem.size());
    memory.put64(c + ELEM_TYPE, s.data.descriptor(elem));
    memory.put64(c + SIZE, size);
    return c;
  }

  /** One object of header and buffer. */
  private RType withBuffer(RType elem, long size) {
    TypeTable t = s.machine.types();
    RType buf = t.arrayOf(size, elem);
    return t.named(
        "runtime.hchan+" + buf.key(),
        "runtime.hchan",
        Kind.STRUCT,
        () -> t.structOf(List.of(field("hchan", header), field("buf", buf))));
  }

  private int elemSize(long c) {
    return (int) memory.get(c + ELEM_SIZE, 2);
  }

  private boolean closed(long c) {
    return memory.get(c + CLOSED, 4) != 0;
  }

  long length(long c) {
    return c == 0 ? 0 : memory.get64(c + COUNT);
  }

  long capacity(long c) {
    return c == 0 ? 0 : memory.get64(c + SIZE);
  }

  /** Address of a buffer cell; moves the index that named it on. */
  private long cell(long c, int index) {
    long i = memory.get64(c + index);
    memory.put64(c + index, i + 1 == memory.get64(c + SIZE) ? 0 : i + 1);
    return memory.get64(c + BUF) + i * elemSize(c);
  }

  private void count(long c, int by) {
    memory.put64(c + COUNT, memory.get64(c + COUNT) + by);
  }

  private void copy(long c, long to, long from) {
    if (s.debug.checkPointers()) {
      checkElement(c, from);
    }
    if (to != 0) {
      memory.move(to, from, elemSize(c));
    }
  }

  /** Invariant I: what goes through a channel leads into no stack. */
  private void checkElement(long c, long from) {
    for (int off : heap.info(s.data.type(memory.get64(c + ELEM_TYPE))).pointers) {
      long p = memory.get64(from + off);
      if (p >>> 32 == Memory.ARENA >>> 32 && heap.pages().useOf(p) == Pages.Use.STACK) {
        throw new MachineFault(
            "invariant I: a pointer into a stack goes through channel 0x" + Long.toHexString(c));
      }
    }
  }

  /** Sends if nothing has to be waited for. */
  private boolean trySend(long c, long elem) {
    if (closed(c)) {
      throw s.errors.plain("send on closed channel");
    }
    Waiting.Place r = waiting.first(receivers(c));
    if (r != null) {
      copy(c, r.elem(), elem);
      s.scheduler.ready(r, true);
      return true;
    }
    if (memory.get64(c + COUNT) < memory.get64(c + SIZE)) {
      copy(c, cell(c, SEND_X), elem);
      count(c, 1);
      return true;
    }
    return false;
  }

  private static final int MUST_WAIT = -1;

  /**
   * Receives if nothing has to be waited for: 1 a value, 0 the channel is closed, {@link
   * #MUST_WAIT}.
   */
  private int tryReceive(long c, long elem) {
    Waiting.Place sender = waiting.first(senders(c));
    if (sender != null) {
      if (memory.get64(c + SIZE) == 0) {
        copy(c, elem, sender.elem());
      } else {
        // the buffer is full: its head is the value, the sender's goes to its tail, the same cell
        long at = cell(c, RECV_X);
        copy(c, elem, at);
        copy(c, at, sender.elem());
        memory.put64(c + SEND_X, memory.get64(c + RECV_X));
      }
      s.scheduler.ready(sender, true);
      return 1;
    }
    if (memory.get64(c + COUNT) > 0) {
      long at = cell(c, RECV_X);
      copy(c, elem, at);
      memory.clear(at, elemSize(c));
      count(c, -1);
      return 1;
    }
    if (closed(c)) {
      if (elem != 0) {
        memory.clear(elem, elemSize(c));
      }
      return 0;
    }
    return MUST_WAIT;
  }

  void close(long c) {
    if (c == 0) {
      throw s.errors.plain("close of nil channel");
    }
    if (closed(c)) {
      throw s.errors.plain("close of closed channel");
    }
    memory.put(c + CLOSED, 4, 1);
    List<Waiting.Place> all = new ArrayList<>();
    for (Waiting.Place p = waiting.first(receivers(c));
        p != null;
        p = waiting.first(receivers(c))) {
      if (p.elem() != 0) {
        memory.clear(p.elem(), elemSize(c));
      }
      all.add(p);
    }
    for (Waiting.Place p = waiting.first(senders(c)); p != null; p = waiting.first(senders(c))) {
      all.add(p);
    }
    for (Waiting.Place p : all.reversed()) { // gc collects them on a stack
      s.scheduler.ready(p, false);
    }
  }

  // instructions

  /** Where a goroutine goes on that has waited in a channel operation. */
  private abstract static class After extends Node {
    final int block;

    After(Node of, int block) {
      this.block = block;
      code = of.code;
      pc = of.pc;
      next = of.next;
    }
  }

  /**
   * The rest of an operation, made when it first has to wait, since only then its node is linked.
   */
  abstract static class Operation extends Node {
    final int block;
    private @Nullable Node after;

    Operation(int block) {
      this.block = block;
    }

    abstract Node makeAfter();

    final Node after() {
      Node a = after;
      if (a == null) {
        a = makeAfter();
        after = a;
      }
      return a;
    }
  }

  static final class Send extends Operation {
    Send(int block) {
      super(block);
    }

    @Override
    Node makeAfter() {
      return new After(this, block) {
        @Override
        Node exec(Interp s) {
          if (!s.g.woken) {
            throw s.errors.plain("send on closed channel");
          }
          return next;
        }
      };
    }

    @Override
    Node exec(Interp s) {
      s.at = this;
      long c = s.word(block);
      if (c == 0) {
        return s.scheduler.park(this, this, "chan send (nil chan)");
      }
      long elem = s.word(block + 8);
      if (s.channels.trySend(c, elem)) {
        return next;
      }
      s.channels.waiting.add(new Waiting.Place(s.g, senders(c), elem, -1));
      return s.scheduler.park(this, after(), "chan send");
    }
  }

  static final class Receive extends Operation {
    Receive(int block) {
      super(block);
    }

    @Override
    Node makeAfter() {
      return new After(this, block) {
        @Override
        Node exec(Interp s) {
          Memory.put64(s.mem, s.fp + block + 16, s.g.woken ? 1 : 0);
          return next;
        }
      };
    }

    @Override
    Node exec(Interp s) {
      s.at = this;
      long c = s.word(block);
      if (c == 0) {
        return s.scheduler.park(this, this, "chan receive (nil chan)");
      }
      long elem = s.word(block + 8);
      int r = s.channels.tryReceive(c, elem);
      if (r != MUST_WAIT) {
        Memory.put64(s.mem, s.fp + block + 16, r);
        return next;
      }
      s.channels.waiting.add(new Waiting.Place(s.g, receivers(c), elem, -1));
      return s.scheduler.park(this, after(), "chan receive");
    }
  }

  /** Cases of 24 bytes: channel, element address, direction (1 send). */
  static final class Select extends Operation {
    Select(int block) {
      super(block);
    }

    private static boolean sends(Interp s, long cases, int i) {
      return s.memory.get64(cases + 24L * i + 16) != 0;
    }

    private Node chosen(Interp s, int i, boolean ok, Node then) {
      Memory.put64(s.mem, s.fp + block + 24, i);
      Memory.put64(s.mem, s.fp + block + 32, ok ? 1 : 0);
      return then;
    }

    @Override
    Node makeAfter() {
      return new After(this, block) {
        @Override
        Node exec(Interp s) {
          int i = s.g.wokenCase;
          if (sends(s, s.word(block), i) && !s.g.woken) {
            throw s.errors.plain("send on closed channel");
          }
          return chosen(s, i, s.g.woken, next);
        }
      };
    }

    @Override
    Node exec(Interp s) {
      s.at = this;
      long cases = s.word(block);
      int n = (int) s.word(block + 8);
      Memory m = s.memory;
      int[] order = new int[n];
      int norder = 0;
      for (int i = 0; i < n; i++) {
        if (m.get64(cases + 24L * i) != 0) {
          int j = (int) Long.remainderUnsigned(s.machine.random(), norder + 1);
          order[norder] = order[j];
          order[j] = i;
          norder++;
        }
      }
      for (int k = 0; k < norder; k++) {
        int i = order[k];
        long c = m.get64(cases + 24L * i);
        long elem = m.get64(cases + 24L * i + 8);
        if (sends(s, cases, i)) {
          if (s.channels.trySend(c, elem)) {
            return chosen(s, i, false, next);
          }
        } else {
          int r = s.channels.tryReceive(c, elem);
          if (r != MUST_WAIT) {
            return chosen(s, i, r == 1, next);
          }
        }
      }
      if (s.word(block + 16) == 0) {
        return chosen(s, -1, false, next);
      }
      if (norder == 0) {
        return s.scheduler.park(this, this, "select (no cases)");
      }
      for (int i = 0; i < n; i++) {
        long c = m.get64(cases + 24L * i);
        if (c != 0) {
          long key = sends(s, cases, i) ? senders(c) : receivers(c);
          s.channels.waiting.add(new Waiting.Place(s.g, key, m.get64(cases + 24L * i + 8), i));
        }
      }
      return s.scheduler.park(this, after(), "select");
    }
  }

  static final class BlockForever extends Node {
    @Override
    Node exec(Interp s) {
      s.at = this;
      return s.scheduler.park(this, this, "select (no cases)");
    }
  }

  /** go f(): R[a] is f's func value. */
  static final class Go extends Node.Abc {
    Go(int a, int b, int c) {
      super(a, b, c);
    }

    @Override
    boolean repeatable() {
      return true;
    }

    @Override
    Node exec(Interp s) {
      s.at = this;
      long fn = s.word(a);
      if (fn == 0) {
        throw new Ending.Fatal("", "go of nil func value");
      }
      s.scheduler.start(fn, this);
      return next;
    }
  }

  static RuntimeNodes.Body body(dev.gomem.layout.RuntimeFn fn, @Nullable RType aux, int site) {
    return switch (fn) {
      case MAKE_CHAN -> {
        RType chan = java.util.Objects.requireNonNull(aux);
        yield (i, at) -> {
          long c = i.channels.make(chan, Memory.get64(i.mem, at), site);
          Memory.put64(i.mem, at + 8, c);
        };
      }
      case CHAN_CLOSE -> (i, at) -> i.channels.close(Memory.get64(i.mem, at));
      case CHAN_LEN ->
          (i, at) -> Memory.put64(i.mem, at + 8, i.channels.length(Memory.get64(i.mem, at)));
      default ->
          (i, at) -> Memory.put64(i.mem, at + 8, i.channels.capacity(Memory.get64(i.mem, at)));
    };
  }

  static boolean isChannel(RType t) {
    return t.named() && t.key().startsWith("runtime.hchan");
  }

  static ChannelView view(World w, long c) {
    Memory m = w.memory;
    RType elem = w.data.type(m.get64(c + ELEM_TYPE));
    long size = m.get64(c + SIZE);
    List<Long> buffer = new ArrayList<>();
    for (long i = 0; i < m.get64(c + COUNT); i++) {
      buffer.add(m.get64(c + BUF) + (m.get64(c + RECV_X) + i) % size * elem.size());
    }
    List<Long> receivers = new ArrayList<>();
    w.waiting.each(receivers(c), p -> receivers.add(p.g.id));
    List<ChannelView.Sender> senders = new ArrayList<>();
    w.waiting.each(senders(c), p -> senders.add(new ChannelView.Sender(p.g.id, p.elem())));
    return new ChannelView(elem, size, m.get(c + CLOSED, 4) != 0, buffer, receivers, senders);
  }

  /** Of a waiting goroutine: what keeps its channels alive. */
  static long channelOf(Waiting.Place p) {
    return p.key & ~1L;
  }
}

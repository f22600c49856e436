package dev.gomem.machine;

import dev.gomem.machine.memory.Memory;
import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine: its stack, and where it stands while it does not run. The running one's frame
 * pointer, depth and closure are the interpreter's.
 */
final class Goroutine {
  final long id;

  /** Function with the go statement; "" for main. */
  final String createdBy;

  /** Of the goroutine with it. */
  final long parent;

  final Pos createdAt;

  /** Of the instruction. */
  final int createdPc;

  /** Address of the lowest byte of its stack. */
  long low;

  int size;

  /** Index of its innermost frame. */
  int fp;

  /** Instruction it stands at; what frames are decoded by. */
  Node at = Code.NONE.entryStop;

  /** Instruction to go on with. */
  Node resume = Code.NONE.entryStop;

  /** Closure of a call whose callee has not begun. */
  long ctx;

  /** Frames of the learner's functions on its stack. */
  int userDepth;

  /** Its newest defer record, or 0. */
  long deferHead;

  @Nullable Panicking panics;

  /** Address and instruction of a memory fault not recovered; -1 for none. */
  long signalAddress = -1;

  long signalPc;

  /**
   * Instruction of the session's main at which a panic began that its cell recovered from; -1 for
   * none. What the cell declares behind it was never declared.
   */
  int recoveredAt = -1;

  /** What it waits for, as dumps print it; "" if it can run. */
  String waiting = "";

  /** Queues it stands in. */
  final List<Waiting.Place> places = new ArrayList<>();

  /** Its wait ended by a value given or taken, not by a close. */
  boolean woken;

  /** Which case of its select that was. */
  int wokenCase;

  /** When it sleeps: until this virtual time. */
  long until;

  /** It has no frame: it has not begun or has ended. */
  boolean empty = true;

  /** The runtime's own, and not running anything of the program's: counted and shown nowhere. */
  boolean hidden;

  /** Its outermost frame is a session's main, which lives on between cells. */
  boolean session;

  Goroutine(long id, String createdBy, long parent, Pos createdAt, int createdPc) {
    this.id = id;
    this.createdBy = createdBy;
    this.parent = parent;
    this.createdAt = createdAt;
    this.createdPc = createdPc;
  }

  Goroutine copy() {
    Goroutine g = new Goroutine(id, createdBy, parent, createdAt, createdPc);
    g.set(this);
    return g;
  }

  void set(Goroutine o) {
    low = o.low;
    size = o.size;
    fp = o.fp;
    at = o.at;
    resume = o.resume;
    ctx = o.ctx;
    userDepth = o.userDepth;
    deferHead = o.deferHead;
    panics = Panicking.copy(o.panics);
    signalAddress = o.signalAddress;
    signalPc = o.signalPc;
    recoveredAt = o.recoveredAt;
    waiting = o.waiting;
    woken = o.woken;
    wokenCase = o.wokenCase;
    until = o.until;
    empty = o.empty;
    session = o.session;
    hidden = o.hidden;
  }

  /** Hands over the addresses that only its wait holds. */
  void waitRoots(LongConsumer to) {
    for (Waiting.Place p : places) {
      to.accept(Channels.channelOf(p));
    }
  }

  long high() {
    return low + size;
  }

  /** Index behind its stack. */
  int top() {
    return Memory.index(high());
  }

  boolean onStack(long address) {
    return address >= low && address < high();
  }
}

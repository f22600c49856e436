package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.arena;

import dev.gomem.layout.RType;
import dev.gomem.machine.memory.Memory;
import dev.gomem.source.Pos;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Panics, recover and Goexit as gc's runtime/panic.go has them: a panic pushes a frame of
 * runtime.gopanic, runs the goroutine's deferred calls from there, newest first, and if one of them
 * recovers it resumes its function where that returns; otherwise the values are turned into text by
 * their own methods and the run ends.
 */
final class Panics {
  private final Interp s;

  Panics(Interp s) {
    this.s = s;
  }

  /** The newest panic of the running goroutine. */
  Panicking top() {
    Panicking p = s.g.panics;
    if (p == null) {
      throw new MachineFault("no panic in progress");
    }
    return p;
  }

  /** A panic begins at an instruction of the running frame. */
  Node begin(Node n, long type, long data) {
    return push(n, type, data, false, null);
  }

  /** runtime.Goexit at an instruction of the running frame. */
  Node goexit(Node n) {
    return push(n, 0, 0, true, null);
  }

  /**
   * Unwinds main, which is brought to run for it, by Goexit; then the run ends as {@code why} says.
   */
  Node exitMain(Node stop, Node resume, Outcome why) {
    Node at = stop;
    if (s.scheduler.main().empty) {
      return s.finish(why); // it has ended by Goexit
    }
    if (s.g != s.scheduler.main()) {
      s.scheduler.yieldToMain(stop, resume);
      at = s.g.at;
    }
    if (at instanceof Scheduler.Idle) {
      return s.finish(why);
    }
    return push(at, 0, 0, true, why);
  }

  private Node push(Node n, long type, long data, boolean goexit, @Nullable Outcome why) {
    s.at = n;
    Code gopanic = s.stubs.goPanic;
    try {
      if (s.fp - gopanic.check <= Memory.index(s.g.low) + dev.gomem.machine.memory.Stacks.GUARD) {
        s.ensureStack(gopanic);
      }
    } catch (Ending.Fatal f) {
      return s.finish(fatal(n, f.before, f.reason));
    }
    int f = s.fp;
    s.push(gopanic, arena(f + n.code.frameSize), n.code.address(n.pc + 1));
    Panicking link = s.g.panics;
    if (link != null && link.printing) {
      return s.finish(fatal(n, "", "panic while printing panic value" + describe(type, data)));
    }
    s.g.panics = new Panicking(link, type, data, goexit, why, s.g.top() - s.fp);
    return s.stubs.nextPanicDefer;
  }

  private String describe(long type, long data) {
    RType t = s.data.typeAt(type);
    if (t == null) {
      return "";
    }
    if (t.kind() == RType.Kind.STRING && !t.named()) {
      return ": " + s.machine.text(data);
    }
    return ": type " + t.name();
  }

  /** recover() called in the running frame: the panic it stops, or null. */
  @Nullable Panicking recover(Node n) {
    Panicking p = s.g.panics;
    if (p == null || p.goexit || p.recovered) {
      return null;
    }
    int frames = 0;
    for (Frames f = new Frames(s.mem, s.text, s.g, n, s.fp); f.valid(); f.next()) {
      if (f.code.panics) {
        boolean mine = s.g.top() - f.fp == p.depth;
        if (!mine || frames == 0) {
          return null;
        }
        p.recovered = true;
        return p;
      }
      boolean caller = f.fp == s.fp;
      if (caller || !f.code.wrapper) {
        if (++frames > 1) {
          return null;
        }
      }
    }
    return null;
  }

  /**
   * The deferred call that has just returned has recovered: its frame's function returns to its
   * caller.
   */
  Node recovery(Node n) {
    Panicking p = top();
    int target = s.g.top() - p.frame;
    Frames f = new Frames(s.mem, s.text, s.g, n, s.fp);
    while (f.valid() && f.fp != target) {
      f.next();
    }
    Code code = f.code;
    if (!f.valid() || code.function.deferReturn() < 0) {
      throw new MachineFault("recovery: no deferReturn in " + code.function.symbol());
    }
    Panicking q = p;
    while (q != null && q.depth > p.frame) {
      if (q.goexit) {
        s.g.panics = q;
        s.fp = s.g.top() - q.depth;
        countUserFrames(s.stubs.nextPanicDefer);
        return s.stubs.nextPanicDefer;
      }
      q = q.link;
    }
    s.g.panics = q;
    if (q == null) {
      s.g.signalAddress = -1;
    }
    if (s.g.session && code.main && f.outermost()) {
      s.g.recoveredAt = f.pc;
    }
    s.fp = target;
    Node to = s.text.nodes[code.index + code.function.deferReturn()];
    countUserFrames(to);
    return to;
  }

  private void countUserFrames(Node at) {
    int n = 0;
    for (Frames f = new Frames(s.mem, s.text, s.g, at, s.fp); f.valid(); f.next()) {
      if (f.code.user) {
        n++;
      }
    }
    s.userDepth = n;
  }

  /** All deferred calls of the goroutine have run. */
  Node noDefersLeft(Node n) {
    Panicking p = top();
    if (p.goexit) {
      Outcome why = p.ending;
      if (why != null) {
        s.at = n;
        return s.finish(why);
      }
      s.at = n;
      return s.scheduler.exited(n);
    }
    p.printing = true;
    cursor = p;
    return s.stubs.printPanic;
  }

  /** Next of the panics in progress that is to be turned into text. */
  private @Nullable Panicking cursor;

  Node print(DeferNodes.PrintPanic n) {
    Panicking p = cursor;
    if (p == null) {
      return s.finish(uncaught(n));
    }
    Panicking link = p.link;
    if (link != null && link.type == p.type && link.data == p.data) {
      link.repanicked = true;
      cursor = link;
      return n;
    }
    RType t = s.data.typeAt(p.type);
    Code method = t == null ? null : s.machine.textMethod(t);
    if (method == null) {
      cursor = link;
      return n;
    }
    s.memory.put64(arena(s.fp), p.data);
    return n.enter(s, method);
  }

  Node printed(Node n) {
    Panicking p = cursor;
    if (p != null) {
      p.text = s.machine.text(arena(s.fp) + 8);
      cursor = p.link;
    }
    return s.stubs.printPanic;
  }

  // ends of a run

  /**
   * The position to blame: the innermost of the learner's frames, else the innermost that has one.
   */
  Pos position(Node at) {
    return position(s.g, at, s.fp);
  }

  /** Where main stands: what a run that is ended from outside is told by. */
  Pos mainPosition(Node at) {
    Goroutine main = s.scheduler.main();
    return s.g == main || main.empty ? position(at) : position(main, main.at, main.fp);
  }

  private Pos position(Goroutine g, Node at, int fp) {
    Pos first = Pos.NONE;
    for (Frames f = new Frames(s.mem, s.text, g, at, fp); f.valid(); f.next()) {
      Pos p = f.code.position(f.pc);
      if (f.code.user || f.code.main) {
        return p;
      }
      if (!first.isKnown()) {
        first = p;
      }
    }
    return first;
  }

  private Outcome uncaught(Node n) {
    s.at = n;
    s.machine.moment(Watcher.Moment.PANIC);
    StringBuilder b = new StringBuilder();
    Panicking p = top();
    printAll(p, b);
    if (s.g.signalAddress >= 0) {
      b.append("[signal SIGSEGV: segmentation violation code=0x1 addr=0x")
          .append(Long.toHexString(s.g.signalAddress))
          .append(" pc=0x")
          .append(Long.toHexString(s.g.signalPc))
          .append("]\n");
    }
    b.append('\n');
    new Traceback(s).goroutine(s.g, "running", n, s.fp, b);
    return new Outcome.Panicked(b.toString(), valueText(p), position(n));
  }

  private void printAll(Panicking p, StringBuilder b) {
    Panicking link = p.link;
    if (link != null) {
      printAll(link, b);
      if (link.repanicked) {
        return;
      }
      if (!link.goexit) {
        b.append('\t');
      }
    }
    if (p.goexit) {
      return;
    }
    b.append("panic: ").append(valueText(p));
    if (p.recovered) {
      b.append(p.repanicked ? " [recovered, repanicked]" : " [recovered]");
    }
    b.append('\n');
  }

  private String valueText(Panicking p) {
    String text = p.text;
    return text != null ? indented(text) : value(p.type, p.data);
  }

  private static String indented(String text) {
    return text.replace("\n", "\n\t");
  }

  /**
   * printpanicval: basic types as print prints them, named ones with their type, others as type and
   * address.
   */
  private String value(long type, long data) {
    RType t = s.data.typeAt(type);
    if (t == null) {
      return "nil";
    }
    if (t.kind() == RType.Kind.STRING) {
      String v = indented(s.machine.text(data));
      return t.named() ? t.name() + "(\"" + v + "\")" : v;
    }
    if (t.isComplex()) {
      String v = Printing.complexAt(s.memory, data, t.kind());
      return t.named() ? t.name() + v : v;
    }
    boolean basic = t.isInteger() || t.isFloat() || t.kind() == RType.Kind.BOOL;
    if (basic) {
      String v = Printing.basicAt(s.memory, data, t);
      return t.named() ? t.name() + "(" + v + ")" : v;
    }
    return "(" + t.name() + ") 0x" + Long.toHexString(data);
  }

  /** The unrecoverable end. */
  Outcome fatal(Node n, String before, String reason) {
    s.at = n;
    s.machine.moment(Watcher.Moment.PANIC);
    StringBuilder b = new StringBuilder(before);
    b.append("fatal error: ").append(indented(reason)).append("\n\n");
    new Traceback(s).goroutine(s.g, "running", n, s.fp, b);
    return new Outcome.Fatal(b.toString(), reason, position(n));
  }

  /** Nobody can ever run again: all goroutines are shown with what they wait for. */
  Outcome deadlock(Node n, String reason) {
    s.at = n;
    s.machine.moment(Watcher.Moment.PANIC);
    StringBuilder b = new StringBuilder("fatal error: ").append(reason).append("\n");
    for (Goroutine g : s.machine.world().shown()) {
      if (!g.empty) {
        b.append('\n');
        String status = g.waiting + (initialising(g) ? ", locked to thread" : "");
        new Traceback(s).goroutine(g, status, g.at, g.fp, b);
      }
    }
    return new Outcome.Fatal(b.toString(), reason, s.g.empty ? Pos.NONE : position(n));
  }

  /** Main stays with its thread until all packages are initialised. */
  private boolean initialising(Goroutine g) {
    if (g != s.scheduler.main() || g.session) {
      return false;
    }
    Frames f = new Frames(s.mem, s.text, g, g.at, g.fp);
    while (!f.outermost()) {
      f.next();
    }
    return !f.code.main;
  }

  /** The outcome of the unwinding that is under way. */
  Outcome unwindingOutcome() {
    for (Panicking p = s.scheduler.main().panics; p != null; p = p.link) {
      Outcome why = p.ending;
      if (why != null) {
        return why;
      }
    }
    return new Outcome.Interrupted(Pos.NONE);
  }

  static byte[] utf8(String s) {
    return s.getBytes(StandardCharsets.UTF_8);
  }
}

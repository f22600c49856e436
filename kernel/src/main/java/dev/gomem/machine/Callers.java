package dev.gomem.machine;

import dev.gomem.layout.RType;
import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who called whom, as a program can ask: return addresses of the running goroutine's frames, and
 * what function and line an address belongs to. Frames are those that gc's runtime would have, its
 * own among them where they are the same whatever panics: of faults that need no call in Go.
 * Source: tracebackPCs in runtime/traceback.go, runtime/symtab.go.
 */
final class Callers {
  private final Machine machine;

  /** Functions of gc's runtime that are frames of Go's only, by name. */
  private final Map<String, Code> named = new HashMap<>();

  Callers(Machine machine) {
    this.machine = machine;
  }

  /**
   * Writes return addresses.
   *
   * @param skip so many frames, after that of the function that asks
   * @param to where
   * @param most how many
   * @return how many were written
   */
  int callers(long skip, long to, long most) {
    Interp s = machine.interp();
    int n = 0;
    long left = skip;
    boolean asks = true;
    boolean panicked = false;
    Code outer = Code.NONE;
    Frames f = new Frames(s.mem, s.text, s.g, s.at, s.fp);
    for (; f.valid() && n < most; f.next()) {
      for (long address : asks ? new long[0] : addresses(s.g, f, panicked)) {
        if (left > 0) {
          left--;
        } else if (n < most) {
          machine.put64(to + 8L * n++, address);
        }
      }
      asks = false;
      panicked = f.code.panics;
      outer = f.code;
    }
    List<Long> last = new ArrayList<>();
    if (s.g == s.scheduler.main()) {
      if (!outer.main && !s.g.session) {
        last.add(named("runtime.doInit1"));
        last.add(named("runtime.doInit"));
      }
      last.add(s.stubs.aboveIdle.address(1));
    }
    last.add(s.stubs.base.address(1));
    for (long address : last) {
      if (left > 0) {
        left--;
      } else if (n < most) {
        machine.put64(to + 8L * n++, address);
      }
    }
    return n;
  }

  /** What gc's runtime has for one frame of ours. */
  private long[] addresses(Goroutine g, Frames f, boolean panicked) {
    long here = f.code.address(f.pc + 1);
    if (f.code.panics) {
      Panicking p = g.panics;
      while (p != null && g.top() - f.fp != p.depth) {
        p = p.link;
      }
      if (p != null && p.goexit) {
        return new long[0]; // its deferred calls run from runtime.Goexit
      }
      List<String> between = p == null ? List.of() : between(p);
      long[] all = new long[1 + between.size()];
      all[0] = here;
      for (int i = 0; i < between.size(); i++) {
        all[i + 1] = named(between.get(i));
      }
      return all;
    }
    if (f.code == machine.interp().stubs.aboveIdle) {
      return new long[0]; // it comes last
    }
    if (f.code == machine.interp().stubs.deferReturn) {
      return new long[0];
    }
    boolean compilers = f.code.wrapper && !f.code.initialiser;
    return compilers && !panicked ? new long[0] : new long[] {here};
  }

  /** Functions between that which panics and runtime.gopanic. */
  private List<String> between(Panicking p) {
    RType type = machine.typeAt(p.type);
    if (type != null && type.name().equals("runtime.boundsError")) {
      return List.of("runtime.panicBounds64", "runtime.panicBounds");
    }
    if (p.type != machine.interp().errors.errorStringType) {
      return List.of();
    }
    return switch (machine.text(p.data)) {
      case "invalid memory address or nil pointer dereference" ->
          List.of("runtime.panicmem", "runtime.sigpanic");
      case "integer divide by zero" -> List.of("runtime.panicdivide");
      case "negative shift amount" -> List.of("runtime.panicshift");
      default -> List.of();
    };
  }

  private long named(String name) {
    return named.computeIfAbsent(name, n -> machine.text().place(Code.stub(n, 0), 2)).address(1);
  }

  /** The static object that stands for the function an address lies in, or 0. */
  long function(long address) {
    Code c = machine.text().at(address);
    return c == null || c == Code.NONE ? 0 : machine.closure(c);
  }

  /** The function of such an object. */
  private @Nullable Code code(long object) {
    return machine.text().at(machine.get64(object));
  }

  String name(long object) {
    Code c = code(object);
    return c == null ? "" : c.function.name();
  }

  Pos start(long object) {
    Code c = code(object);
    return c == null ? Pos.NONE : c.function.pos();
  }

  /** The line an address belongs to. */
  Pos place(long address) {
    Code c = machine.text().at(address);
    return c == null ? Pos.NONE : c.position(Text.index(address) - c.index);
  }
}

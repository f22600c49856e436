package dev.gomem.machine;

/** The runtime's own functions that have frames or return addresses but no code of Go's. */
final class Stubs {
  /** Where a goroutine's first function returns to: its end. */
  final Code base;

  final Node baseReturn;

  /** Frame between a session's idle main and what is run above it. */
  final Code aboveIdle;

  final Code deferReturn;
  final Code goPanic;
  final Node nextPanicDefer;
  final Node printPanic;

  Stubs(Text text) {
    base = text.place(Code.stub("runtime.goexit", 0), 2);
    base.base = true;
    baseReturn = put(text, base, 1, new BaseReturn());
    aboveIdle = text.place(Code.stub("runtime.main", 0), 2);
    put(text, aboveIdle, 1, new AboveIdleReturn());
    deferReturn = text.place(Code.stub("runtime.deferreturn", 0), 2);
    Node nextDefer = put(text, deferReturn, 0, new DeferNodes.NextDefer());
    text.nodes[deferReturn.index + 1] = nextDefer;
    deferReturn.entry = nextDefer;
    // room for Error's receiver and result
    goPanic = text.place(Code.stub("runtime.gopanic", 24), 4);
    goPanic.panics = true;
    nextPanicDefer = put(text, goPanic, 0, new DeferNodes.NextPanicDefer());
    put(text, goPanic, 1, new DeferNodes.AfterPanicDefer());
    printPanic = put(text, goPanic, 2, new DeferNodes.PrintPanic());
    put(text, goPanic, 3, new DeferNodes.AfterPrintPanic());
    goPanic.entry = nextPanicDefer;
  }

  private static Node put(Text text, Code code, int pc, Node n) {
    n.code = code;
    n.pc = pc;
    text.nodes[code.index + pc] = n;
    return n;
  }

  private static final class BaseReturn extends Node {
    @Override
    Node exec(Interp s) {
      return s.scheduler.ended();
    }
  }

  private static final class AboveIdleReturn extends Node {
    @Override
    Node exec(Interp s) {
      s.at = this;
      return s.finish(new Outcome.Done());
    }
  }
}

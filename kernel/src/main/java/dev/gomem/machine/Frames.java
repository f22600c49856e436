package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.get64;

import java.util.BitSet;

/**
 * A walk over a goroutine's frames, innermost first, by return addresses and frame sizes. A frame
 * whose callee is runtime.gopanic will never go on where it stands: what is live in it is what is
 * live where a recovery resumes.
 */
final class Frames {
  private final byte[] mem;
  private final Text text;
  private final Goroutine g;

  Code code;

  /** The call in progress, or the instruction the goroutine stands at. */
  int pc;

  /** Index of the frame's lowest byte. */
  int fp;

  private boolean entry;
  private boolean panicked;

  /**
   * The frames of a goroutine that stands at {@code at} with its innermost frame at index {@code
   * fp}.
   */
  Frames(byte[] mem, Text text, Goroutine g, Node at, int fp) {
    this.mem = mem;
    this.text = text;
    this.g = g;
    this.fp = fp;
    code = at.code;
    pc = at.pc;
    entry = at instanceof Code.EntryStop;
  }

  /** Not yet beyond the outermost frame. */
  boolean valid() {
    return !code.base;
  }

  /** Goes to the caller. */
  void next() {
    panicked = code.panics;
    entry = false;
    int top = fp + code.frameSize;
    int ra = Text.index(get64(mem, top + 8)) - 1;
    code = text.owners[ra];
    pc = ra - code.index;
    fp = top + 16;
  }

  /** Goes to a frame that a walk has seen before. */
  void at(Code code, int pc, int fp, boolean panicked) {
    this.code = code;
    this.pc = pc;
    this.fp = fp;
    this.panicked = panicked;
    entry = false;
  }

  boolean outermost() {
    int ra = Text.index(get64(mem, fp + code.frameSize + 8)) - 1;
    return text.owners[ra].base;
  }

  /** Words of the frame that are roots. */
  BitSet live() {
    BitSet live = liveByCode();
    if (code.main && g.session && outermost()) {
      live = (BitSet) live.clone();
      live.or(named());
    }
    return live;
  }

  private BitSet liveByCode() {
    if (entry) {
      return code.arguments();
    }
    if (!panicked) {
      return code.live(pc);
    }
    return code.function.deferReturn() < 0 ? new BitSet() : code.live(code.function.deferReturn());
  }

  /**
   * Pointer words of the named variables in scope: in a session's main all of them stay reachable
   * for later cells.
   */
  private BitSet named() {
    BitSet words = new BitSet();
    for (var local : code.function.locals()) {
      if (!local.name().isEmpty() && FrameView.inScope(local, pc)) {
        if (local.boxed()) {
          words.set(local.offset() / 8);
        } else {
          BitSet p = local.type().pointers();
          for (int w = p.nextSetBit(0); w >= 0; w = p.nextSetBit(w + 1)) {
            words.set(local.offset() / 8 + w);
          }
        }
      }
    }
    return words;
  }
}

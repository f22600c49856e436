package dev.gomem.machine;

import static dev.gomem.machine.memory.Memory.get64;
import static dev.gomem.machine.memory.Memory.put64;

import java.util.BitSet;

/**
 * Adjusts a stack's copy (gc: runtime/stack.go, adjustframe): every pointer slot of every frame,
 * saved frame pointers, defer records, and the closure of a call in progress, as far as they point
 * into the old stack. Nothing else may point there: invariant I.
 *
 * <p>All pointer slots are adjusted, live or not: they never hold anything but pointers, and
 * variables that are dead but in scope are still shown.
 */
final class StackMove {
  private final Interp s;
  private final Goroutine g;
  private final long delta;
  private final int fp;

  /**
   * @param used bytes from the innermost frame to the high end
   */
  StackMove(Interp s, Goroutine g, long delta, int used) {
    this.s = s;
    this.g = g;
    this.delta = delta;
    fp = g.top() - used + (int) delta;
  }

  void adjust() {
    Frames f = new Frames(s.mem, s.text, g, s.at, fp);
    for (; f.valid(); f.next()) {
      BitSet slots = f.code.pointerSlots;
      for (int w = slots.nextSetBit(0); w >= 0; w = slots.nextSetBit(w + 1)) {
        adjustAt(f.fp + 8 * w);
      }
      adjustAt(f.fp + f.code.frameSize);
    }
    callArguments();
    g.deferHead = adjusted(g.deferHead);
    for (long d = g.deferHead; d != 0; d = s.memory.get64(d + DeferNodes.LINK)) {
      int i = (int) d - dev.gomem.machine.memory.Memory.NIL;
      adjustAt(i + DeferNodes.SP);
      adjustAt(i + DeferNodes.FN);
      adjustAt(i + DeferNodes.LINK);
    }
    s.ctx = adjusted(s.ctx);
    s.scheduler.adjustWaiting(g, this);
  }

  /**
   * Arguments of a call whose callee has no frame yet: they stand in the caller's outgoing area.
   */
  private void callArguments() {
    Code callee = s.pendingCallee;
    if (callee == null) {
      return;
    }
    int first = (callee.frameSize + 16) / 8;
    BitSet slots = callee.pointerSlots;
    for (int w = slots.nextSetBit(first); w >= 0; w = slots.nextSetBit(w + 1)) {
      adjustAt(fp + 8 * (w - first));
    }
  }

  private void adjustAt(int i) {
    long v = get64(s.mem, i);
    if (g.onStack(v)) {
      put64(s.mem, i, v + delta);
    }
  }

  long adjusted(long address) {
    return g.onStack(address) ? address + delta : address;
  }
}

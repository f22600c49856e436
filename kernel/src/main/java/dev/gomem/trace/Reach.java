package dev.gomem.trace;

import dev.gomem.code.Function;
import dev.gomem.machine.FrameView;
import dev.gomem.machine.GoroutineView;
import dev.gomem.machine.HeapObject;
import dev.gomem.machine.Image;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * What still counts as in use on the page: all that the collector would keep, and all that a
 * variable in scope leads to, though it may be used no more (a dead variable is no root, but its
 * row must not point at "garbage").
 */
final class Reach {
  /** Low halves of addresses; there can be millions. */
  private final BitSet fromScope = new BitSet();

  Reach(Image image) {
    Deque<HeapObject> grey = new ArrayDeque<>();
    for (GoroutineView g : image.goroutines()) {
      for (FrameView f : Ends.of(g.frames())) {
        for (Function.Local l : f.inScope()) {
          long address = f.sp() + l.offset();
          if (l.boxed()) {
            mark(image, image.get64(address), grey);
          } else {
            Pointers.walk(image, l.type(), address, "", (path, p) -> mark(image, p, grey));
          }
        }
      }
    }
    while (!grey.isEmpty()) {
      HeapObject o = grey.pop();
      for (long i = 0; i < o.count() && o.type().hasPointers(); i++) {
        Pointers.walk(
            image,
            o.type(),
            o.address() + i * o.type().size(),
            "",
            (path, p) -> mark(image, p, grey));
      }
    }
  }

  private void mark(Image image, long p, Deque<HeapObject> grey) {
    HeapObject o = p == 0 ? null : image.objectAt(p);
    // What the collector keeps keeps all behind it: only the others need a walk.
    if (o != null && !o.reachable() && !fromScope.get((int) o.address())) {
      fromScope.set((int) o.address());
      grey.push(o);
    }
  }

  boolean reachable(HeapObject o) {
    return o.reachable() || fromScope.get((int) o.address());
  }
}

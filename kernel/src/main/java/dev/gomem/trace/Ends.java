package dev.gomem.trace;

import dev.gomem.machine.FrameView;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames near both ends of a stack: all of them unless it is very deep. Every frame that is
 * drawn by itself is among them in a recursion; what lies between is only counted, so that a
 * runaway one is drawn as fast as any other.
 */
final class Ends {
  private static final int MOST = 500;

  private Ends() {}

  static List<FrameView> of(List<FrameView> frames) {
    int n = frames.size();
    if (n <= 2 * MOST) {
      return frames;
    }
    List<FrameView> ends = new ArrayList<>(frames.subList(0, MOST));
    ends.addAll(frames.subList(n - MOST, n));
    return ends;
  }
}

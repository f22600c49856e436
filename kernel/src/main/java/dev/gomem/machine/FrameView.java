package dev.gomem.machine;

import dev.gomem.code.Function;
import dev.gomem.code.Function.Local;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A frame on a stack.
 *
 * @param pc instruction it stands at: the call in progress, or for the innermost frame the next to
 *     run
 * @param sp address of its lowest byte; a local's address is {@code sp + local.offset()}
 * @param live words (8-byte index from sp) that are roots
 * @param idle the session's {@code main} between two cells
 */
public record FrameView(Function function, int pc, long sp, BitSet live, boolean idle) {
  /** Locals in scope at {@link #pc}, in order of declaration. */
  public List<Local> inScope() {
    List<Local> in = new ArrayList<>();
    for (Local l : function.locals()) {
      if (inScope(l, pc)) {
        in.add(l);
      }
    }
    return in;
  }

  /** Whether {@code pc} lies in one of the local's ranges. */
  public static boolean inScope(Local local, int pc) {
    int[] s = local.scopes();
    for (int i = 0; i + 1 < s.length; i += 2) {
      if (s[i] <= pc && pc < s[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** Address of the word that holds the caller's saved frame pointer: the frame's top. */
  public long top() {
    return sp + function.frameSize();
  }
}

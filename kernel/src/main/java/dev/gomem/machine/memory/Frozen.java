package dev.gomem.machine.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a memory at one time, in chunks. What did not change since an earlier time is shared
 * with it and what is zero takes no room, so that a session can keep the state before each of its
 * last cells.
 */
public final class Frozen {
  private static final int SHIFT = 16;

  private static final byte[] ZEROS = new byte[1 << SHIFT];

  /** Chunk {@code k} holds the low addresses from {@code k << SHIFT} on; null if all are zero. */
  private final byte[] @Nullable [] chunks;

  private long ownBytes;

  /**
   * @param before an earlier time to share with
   */
  public Frozen(Memory memory, Pages pages, @Nullable Frozen before) {
    long end = pages.usedEnd();
    byte[] m = memory.bytes();
    chunks = new byte[(int) ((end + (1 << SHIFT) - 1) >> SHIFT)][];
    for (int k = 0; k < chunks.length; k++) {
      int from = from(k);
      int to = (int) Math.min(m.length, Math.min(end, (long) k + 1 << SHIFT) - Memory.NIL);
      byte @Nullable [] old = before != null && k < before.chunks.length ? before.chunks[k] : null;
      if (old != null && Arrays.equals(old, 0, old.length, m, from, to)) {
        chunks[k] = old;
      } else if (!zero(m, from, to)) {
        chunks[k] = Arrays.copyOfRange(m, from, to);
        ownBytes += to - from;
      }
    }
  }

  private static int from(int chunk) {
    return from(chunk, SHIFT);
  }

  private static boolean zero(byte[] m, int from, int to) {
    return m[from] == 0 && Arrays.equals(m, from, to, ZEROS, 0, to - from);
  }

  /** Bytes that are shared with no earlier time. */
  public long ownBytes() {
    return ownBytes;
  }

  /**
   * Brings the bytes back in place, all but those of pages that now hold read-only data, which only
   * grows.
   *
   * @param now the pages of the memory as they are
   */
  public void thaw(Memory memory, Pages now) {
    memory.ensure((long) chunks.length << SHIFT, (long) chunks.length << SHIFT);
    byte[] m = memory.bytes();
    int pages = 1 << SHIFT - Pages.SHIFT;
    for (int p = 0; from(p, Pages.SHIFT) < m.length; p++) {
      if (now.use(p) == Pages.Use.READ_ONLY) {
        continue;
      }
      int at = from(p, Pages.SHIFT);
      int end = Math.min(m.length, from(p + 1, Pages.SHIFT));
      byte @Nullable [] c = p / pages < chunks.length ? chunks[p / pages] : null;
      int off = at - from(p / pages);
      int n = c == null ? 0 : Math.max(0, Math.min(end - at, c.length - off));
      if (c != null && n > 0) {
        System.arraycopy(c, off, m, at, n);
      }
      Arrays.fill(m, at + n, end, (byte) 0);
    }
  }

  private static int from(int k, int shift) {
    return Math.max(0, (k << shift) - Memory.NIL);
  }
}

package dev.gomem.machine;

import dev.gomem.machine.memory.Memory;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * A goroutine's frames, outermost first. A runaway recursion has a million of them, of which a
 * picture draws a few: only where each stands is kept, and a view is made for the one that is asked
 * for.
 */
final class FrameList extends AbstractList<FrameView> implements RandomAccess {
  private final World world;
  private final Goroutine g;

  /** Innermost first. */
  private Code[] codes = new Code[16];

  private int[] pcs = new int[16];
  private int[] fps = new int[16];
  private int size;

  FrameList(World world, Goroutine g) {
    this.world = world;
    this.g = g;
    if (g.empty) {
      return;
    }
    for (Frames f = new Frames(world.memory.bytes(), world.text, g, g.at, g.fp);
        f.valid();
        f.next()) {
      if (size == pcs.length) {
        codes = Arrays.copyOf(codes, 2 * size);
        pcs = Arrays.copyOf(pcs, 2 * size);
        fps = Arrays.copyOf(fps, 2 * size);
      }
      codes[size] = f.code;
      pcs[size] = f.pc;
      fps[size] = f.fp;
      size++;
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public FrameView get(int index) {
    int i = size - 1 - index;
    Frames f = new Frames(world.memory.bytes(), world.text, g, g.at, g.fp);
    if (i > 0) {
      f.at(codes[i], pcs[i], fps[i], codes[i - 1].panics);
    }
    boolean idle = i == 0 && size == 1 && g.session && g.at instanceof Scheduler.Idle;
    int pc = idle && g.recoveredAt >= 0 ? g.recoveredAt : pcs[i];
    return new FrameView(codes[i].function, pc, Memory.arena(fps[i]), f.live(), idle);
  }
}

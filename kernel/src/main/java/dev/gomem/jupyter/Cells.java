package dev.gomem.jupyter;

import dev.gomem.session.CellIo;
import dev.gomem.session.Completeness;
import dev.gomem.session.Reply;

/**
 * What the kernel asks of whoever runs the cells, and all it knows of them. Invariant: {@link
 * #execute} is called by one thread, cell after cell; {@link #interrupt} by another while it runs.
 */
interface Cells {
  /**
   * Runs one cell; {@code count} is the number it goes by, {@code picture} whether one is wanted.
   */
  Reply execute(String code, int count, boolean picture, CellIo io);

  /** Makes the running cell end soon. */
  void interrupt();

  Completeness isComplete(String code);
}

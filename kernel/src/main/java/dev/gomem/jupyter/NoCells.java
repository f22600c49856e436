package dev.gomem.jupyter;

import dev.gomem.session.CellIo;
import dev.gomem.session.Reply;
import java.util.List;

/** Stands where the session will be: it runs no cell and says so. */
final class NoCells implements Cells {
  @Override
  public Reply execute(String code, int count, CellIo io) {
    String message = "not supported yet: running cells";
    return new Reply.Failed(Reply.Kind.COMPILE_ERROR, message, List.of(message), null);
  }

  @Override
  public void interrupt() {}

  @Override
  public Completeness isComplete(String code) {
    return new Completeness(Completeness.Status.UNKNOWN, "");
  }
}

package dev.gomem.jupyter;

import dev.gomem.session.CellIo;
import dev.gomem.session.Completeness;
import dev.gomem.session.Reply;
import dev.gomem.session.Session;

/** The cells of a notebook session. */
final class SessionCells implements Cells {
  private final Session session;

  SessionCells(Session session) {
    this.session = session;
  }

  @Override
  public Reply execute(String code, int count, boolean picture, CellIo io) {
    return session.execute(code, count, picture, io);
  }

  @Override
  public void interrupt() {
    session.interrupt();
  }

  @Override
  public Completeness isComplete(String code) {
    return session.completeness(code);
  }
}

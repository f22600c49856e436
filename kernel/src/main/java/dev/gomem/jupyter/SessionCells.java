package dev.gomem.jupyter;

import dev.gomem.session.CellIo;
import dev.gomem.session.Reply;
import dev.gomem.session.Session;
import dev.gomem.source.Words;

/** The session behind the kernel. */
final class SessionCells implements Cells {
  private final Session session;

  SessionCells(Words words) {
    session = Session.open(words);
  }

  @Override
  public Reply execute(String code, int count, CellIo io) {
    return session.execute(code, count, true, io);
  }

  @Override
  public void interrupt() {
    session.interrupt();
  }

  @Override
  public Completeness isComplete(String code) {
    Completeness.Status status =
        switch (session.completeness(code)) {
          case COMPLETE -> Completeness.Status.COMPLETE;
          case INCOMPLETE -> Completeness.Status.INCOMPLETE;
          case INVALID -> Completeness.Status.INVALID;
        };
    return new Completeness(status, session.indent(code));
  }
}

package dev.gomem.jupyter;

import java.util.List;

/** Stands where the session will be: it runs no cell and says so. */
final class NoCells implements Cells {
  @Override
  public Outcome execute(String code, int count, boolean picture, Io io) {
    String message = "not supported yet: running cells";
    return new Outcome.Failed("NotSupportedYet", message, List.of(message));
  }

  @Override
  public void interrupt() {}

  @Override
  public Completeness isComplete(String code) {
    return new Completeness(Completeness.Status.UNKNOWN, "");
  }
}

package dev.gomem.session;

/**
 * What a front end that reads line by line should do after some text: run it or read on.
 *
 * @param indent spaces or tabs the next line of an incomplete cell begins with
 */
public record Completeness(Status status, String indent) {
  /** Whether the text is a whole cell, could become one, or can't. */
  public enum Status {
    COMPLETE,
    INCOMPLETE,
    INVALID
  }
}

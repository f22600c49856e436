package dev.gomem.snapshot;

import java.util.List;

/**
 * The picture of one cell: its source with decisions, and its moments.
 *
 * @param program a program cell (else a lesson cell, which continues main)
 * @param label {@code In [4]}, or a file's name
 * @param gcPlacement the compiler's rule is in force (else the simple rule)
 * @param moments in order of time; the last is the end
 * @param repairs variables of main that a later cell moved to the heap, before this cell ran
 */
public record Picture(
    boolean program,
    String label,
    boolean gcPlacement,
    View view,
    List<SourceLine> source,
    List<Moment> moments,
    List<String> repairs) {

  /** How much the tables show. */
  public enum View {
    VALUES,
    ADDRESSES
  }

  /**
   * @param decisions of the sites on this line, in order of column
   */
  public record SourceLine(int number, String text, List<Note> notes) {}

  /**
   * A decision beside its line.
   *
   * @param plates objects the site made in this run (at most 5), {@code more} the rest
   */
  public record Note(Snapshot.Decision decision, List<Integer> plates, int more) {}

  /** A snapshot worth showing. */
  public record Moment(Kind kind, Snapshot state) {
    /** Kinds. */
    public enum Kind {
      DEEPEST_CALL,
      PANIC,
      END
    }
  }
}

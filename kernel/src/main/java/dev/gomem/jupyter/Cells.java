package dev.gomem.jupyter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel asks of whoever runs the cells, and all it knows of them. Invariant: {@link
 * #execute} is called by one thread, cell after cell; {@link #interrupt} by another while it runs.
 */
interface Cells {
  /** Runs one cell. {@code count} is its number, {@code picture} whether its picture is wanted. */
  Outcome execute(String code, int count, boolean picture, Io io);

  /** Makes the running cell end soon. */
  void interrupt();

  Completeness isComplete(String code);

  /** Where a running cell's output goes and its input comes from. */
  interface Io {
    void stdout(byte[] bytes);

    void stderr(byte[] bytes);

    void display(Bundle bundle);

    /** A line without its end, or null where there is none: no more input, or an interrupt. */
    @Nullable String readLine(String prompt);
  }

  /** One thing to show in several forms, by MIME type, richest first. */
  record Bundle(SequencedMap<String, Object> data) {
    static Bundle of(Map<String, String> data) {
      return new Bundle(new LinkedHashMap<>(data));
    }
  }

  /** How a cell ended. */
  sealed interface Outcome {
    /** It ran to its end; {@code result} is what {@code Out[n]} shows. */
    record Done(@Nullable Bundle result) implements Outcome {}

    /** It could not start or did not get to its end. */
    record Failed(String name, String message, List<String> lines) implements Outcome {}
  }

  /** What a front end that reads line by line should do after {@code code}. */
  record Completeness(Status status, String indent) {
    enum Status {
      COMPLETE,
      INCOMPLETE,
      INVALID,
      UNKNOWN
    }
  }
}

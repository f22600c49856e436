package dev.gomem.session;

import org.jspecify.annotations.Nullable;

/**
 * Where a running cell's output goes and its input comes from. Called on the thread that runs the
 * cell.
 */
public interface CellIo {
  void stdout(byte[] bytes);

  void stderr(byte[] bytes);

  /** A line without its end, or null where there is no more input. */
  @Nullable String readLine(String prompt);

  /** Drops all output; no input. */
  CellIo NONE =
      new CellIo() {
        @Override
        public void stdout(byte[] bytes) {}

        @Override
        public void stderr(byte[] bytes) {}

        @Override
        public @Nullable String readLine(String prompt) {
          return null;
        }
      };
}

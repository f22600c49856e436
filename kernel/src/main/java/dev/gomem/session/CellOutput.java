package dev.gomem.session;

import dev.gomem.machine.Output;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A machine's streams are those of the cell that runs. */
record CellOutput(CellIo io) implements Output {
  @Override
  public void write(int fd, byte[] bytes) {
    if (fd == 2) {
      io.stderr(bytes);
    } else {
      io.stdout(bytes);
    }
  }

  @Override
  public byte @Nullable [] read() {
    String line = io.readLine("");
    if (line == null) {
      return null;
    }
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    byte[] ended = Arrays.copyOf(text, text.length + 1);
    ended[text.length] = '\n';
    return ended;
  }
}

package dev.gomem.jupyter;

import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The two output streams of one cell. What is written goes out as few messages: after a moment,
 * when there is much, when the other stream is written, and when {@link #flush} is called.
 * Invariants: the order of the two streams is kept; a character is never cut in two.
 */
final class Streams {
  /**
   * How long written text may wait, in milliseconds. A front end that saves every message as an
   * output of its own then saves the same for every run of a cell that is quicker than this.
   */
  private static final int PATIENCE = 200;

  private static final int MUCH = 1 << 15;

  private final ScheduledExecutorService clock;
  private final Consumer<PublishStream> publish;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private StreamType current = StreamType.OUT;
  private boolean timed;

  Streams(ScheduledExecutorService clock, Consumer<PublishStream> publish) {
    this.clock = clock;
    this.publish = publish;
  }

  synchronized void write(StreamType stream, byte[] bytes) {
    if (stream != current) {
      flush();
      current = stream;
    }
    held.writeBytes(bytes);
    if (held.size() >= MUCH) {
      publishWholeCharacters();
    } else if (!timed) {
      timed = true;
      var _ = clock.schedule(this::afterPatience, PATIENCE, TimeUnit.MILLISECONDS);
    }
  }

  /** Sends all that is held, half a character too: nothing of it is to come. */
  synchronized void flush() {
    publish(held.size());
  }

  private synchronized void afterPatience() {
    timed = false;
    publishWholeCharacters();
  }

  private void publishWholeCharacters() {
    publish(held.size() - openBytes(held.toByteArray()));
  }

  private void publish(int length) {
    if (length == 0) {
      return;
    }
    byte[] all = held.toByteArray();
    held.reset();
    held.write(all, length, all.length - length);
    byte[] now = Arrays.copyOf(all, length);
    publish.accept(new PublishStream(current, new String(now, StandardCharsets.UTF_8)));
  }

  /** How many bytes at the end begin a UTF-8 sequence without finishing it. */
  static int openBytes(byte[] text) {
    for (int back = 1; back <= 3 && back <= text.length; back++) {
      int b = text[text.length - back] & 0xff;
      if (b < 0x80) {
        return 0;
      }
      if (b >= 0xc0) {
        int needs = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
        return needs > back ? back : 0;
      }
    }
    return 0;
  }
}

package dev.gomem.jupyter;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The wait of a cell for a line from the user. Invariant: at most one wait at a time; a reply that
 * nobody waits for, or that answers another question, is dropped.
 */
final class Stdin {
  private record Wait(String question, CompletableFuture<@Nullable String> line) {}

  private @Nullable Wait current;

  /** Begins a wait for the answer to the {@code input_request} of that id. */
  synchronized CompletableFuture<@Nullable String> expect(String question) {
    stop();
    CompletableFuture<@Nullable String> line = new CompletableFuture<>();
    current = new Wait(question, line);
    return line;
  }

  /** An {@code input_reply} came. Most clients leave its parent header empty. */
  synchronized void receive(Envelope reply) {
    Wait wait = current;
    if (wait != null && (reply.parentId().isEmpty() || reply.parentId().equals(wait.question()))) {
      current = null;
      wait.line().complete(reply.text("value", ""));
    }
  }

  /** Ends the wait, if there is one, without a line. */
  synchronized void stop() {
    Wait wait = current;
    if (wait != null) {
      current = null;
      wait.line().complete(null);
    }
  }

  static @Nullable String await(CompletableFuture<@Nullable String> line) {
    try {
      return line.join();
    } catch (CompletionException e) {
      return null;
    }
  }
}

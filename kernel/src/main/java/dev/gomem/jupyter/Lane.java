package dev.gomem.jupyter;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * A queue of requests and the one thread that answers them in order. Invariant: nothing that the
 * handler throws, an {@code Error} included, ends the thread.
 */
final class Lane {
  private final BlockingQueue<Envelope> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;

  Lane(String name, long stackBytes, Consumer<Envelope> handler) {
    Runnable loop =
        () -> {
          while (true) {
            try {
              handler.accept(waiting.take());
            } catch (InterruptedException stop) {
              return;
            } catch (Throwable fault) {
              Log.problem(name, fault);
            }
          }
        };
    this.thread = new Thread(null, loop, name, stackBytes);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void add(Envelope request) {
    waiting.add(request);
  }
}

package dev.gomem.jupyter;

import dev.gomem.session.CellIo;
import dev.gomem.session.Completeness;
import dev.gomem.session.Reply;
import dev.gomem.snapshot.Picture;
import dev.gomem.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Cells that do what their first word says, so that the kernel can be tested without a compiler.
 */
final class ScriptedCells implements Cells {
  /** One moment of a machine in which nothing is. */
  private static final Picture EMPTY =
      new Picture(
          false,
          "In [1]",
          false,
          Picture.View.VALUES,
          List.of(new Picture.SourceLine(1, "x < 1", List.of())),
          List.of(
              new Picture.Moment(
                  Picture.Moment.Kind.END,
                  new Snapshot(
                      1,
                      true,
                      List.of(),
                      List.of(),
                      new Snapshot.Heap(List.of(), List.of(), 0, 0, 0, 0, 0),
                      List.of(),
                      Snapshot.LeftOut.NOTHING))),
          List.of());

  final CountDownLatch looping = new CountDownLatch(1);
  private volatile boolean interrupted;

  @Override
  public Reply execute(String code, int count, boolean picture, CellIo io) {
    String[] words = code.split(" ", 2);
    switch (words[0]) {
      case "print" -> io.stdout(bytes(words[1]));
      case "complain" -> io.stderr(bytes(words[1]));
      case "both" -> {
        io.stdout(bytes("one"));
        io.stderr(bytes("two"));
        io.stdout(bytes("three"));
      }
      case "bytewise" -> {
        for (byte b : bytes(words[1])) {
          io.stdout(new byte[] {b});
        }
      }
      case "slow" -> {
        io.stdout(bytes("early"));
        pause(Integer.parseInt(words[1]));
        io.stdout(bytes("late"));
      }
      case "show" -> {
        io.stdout(bytes("before"));
        return new Reply.Done(null, List.of(), picture ? EMPTY : null);
      }
      case "note" -> {
        io.stdout(bytes("before\n"));
        return new Reply.Done("7", List.of(words[1]), EMPTY);
      }
      case "panic" -> {
        return new Reply.Failed(Reply.Kind.PANIC, words[1], List.of("panic: " + words[1]), EMPTY);
      }
      case "value" -> {
        return new Reply.Done(words[1], List.of(), null);
      }
      case "fail" -> {
        return new Reply.Failed(
            Reply.Kind.COMPILE_ERROR, words[1], List.of("1:1: " + words[1], "^"), null);
      }
      case "loop" -> {
        looping.countDown();
        while (!interrupted) {
          pause(1);
        }
        interrupted = false;
        return new Reply.Failed(
            Reply.Kind.INTERRUPTED, "interrupted", List.of("interrupted"), null);
      }
      case "read" -> {
        String line = io.readLine("> ");
        io.stdout(bytes("got " + line));
      }
      case "overflow" -> io.stdout(bytes("" + depth(0)));
      case "memory" -> throw new OutOfMemoryError("provoked");
      case "bug" -> throw new IllegalStateException("provoked");
      default -> io.stdout(bytes("?"));
    }
    return new Reply.Done(null, List.of(), null);
  }

  @Override
  public void interrupt() {
    interrupted = true;
  }

  @Override
  public Completeness isComplete(String code) {
    return code.endsWith("{")
        ? new Completeness(Completeness.Status.INCOMPLETE, "\t")
        : new Completeness(Completeness.Status.COMPLETE, "");
  }

  private static int depth(int n) {
    return 1 + depth(n + 1);
  }

  private static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(@Nullable String text) {
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.gomem.jupyter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Cells that do what their first word says, so that the kernel can be tested without a compiler.
 */
final class ScriptedCells implements Cells {
  final CountDownLatch looping = new CountDownLatch(1);
  private volatile boolean interrupted;

  @Override
  public Outcome execute(String code, int count, boolean picture, Io io) {
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
        if (picture) {
          io.display(Bundle.of(Map.of("text/html", "<b>1 < 2</b>", "text/plain", "1 < 2")));
        }
      }
      case "value" -> {
        return new Outcome.Done(Bundle.of(Map.of("text/plain", words[1])));
      }
      case "fail" -> {
        return new Outcome.Failed("CompileError", words[1], List.of("1:1: " + words[1], "^"));
      }
      case "loop" -> {
        looping.countDown();
        while (!interrupted) {
          pause(1);
        }
        interrupted = false;
        return new Outcome.Failed("Interrupted", "interrupted", List.of("interrupted"));
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
    return new Outcome.Done(null);
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

package dev.gomem.jupyter;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gomem.render.Renderer;
import dev.gomem.session.CellIo;
import dev.gomem.session.Completeness;
import dev.gomem.session.Reply;
import dev.gomem.session.Session;
import dev.gomem.snapshot.Picture;
import dev.gomem.source.Words;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteInput;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteResult;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import io.github.spencerpark.jupyter.messages.reply.CommInfoReply;
import io.github.spencerpark.jupyter.messages.reply.CompleteReply;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import io.github.spencerpark.jupyter.messages.reply.ExecuteReply;
import io.github.spencerpark.jupyter.messages.reply.HistoryReply;
import io.github.spencerpark.jupyter.messages.reply.InspectReply;
import io.github.spencerpark.jupyter.messages.reply.InterruptReply;
import io.github.spencerpark.jupyter.messages.reply.IsCompleteReply;
import io.github.spencerpark.jupyter.messages.reply.KernelInfoReply;
import io.github.spencerpark.jupyter.messages.request.InputRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's side of Jupyter's conversation. Shell requests are answered one after the other on a
 * thread of their own, which also runs the cells; control requests on another, so that an interrupt
 * or a shutdown is answered whatever a cell does. Invariants: every request gets its reply, between
 * one {@code busy} and one {@code idle}; no {@code Throwable} ends the kernel. Source: Jupyter's
 * messaging specification, version 5.4.
 */
final class Kernel {
  private static final long CONTROL_STACK_BYTES = 1L << 20;

  private static final JsonObject NOBODY = new JsonObject();

  private final Wire wire;
  private final Lane shell =
      new Lane("cells", Session.STACK_BYTES, r -> answer(Wire.Channel.SHELL, r));
  private final Lane control =
      new Lane("control", CONTROL_STACK_BYTES, r -> answer(Wire.Channel.CONTROL, r));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "streams");
        thread.setDaemon(true);
        return thread;
      });
  private final Stdin stdin = new Stdin();
  private final Renderer renderer;
  private final CompletableFuture<Cells> cells;
  private final CountDownLatch ended = new CountDownLatch(1);

  private final Object runningLock = new Object();
  private boolean running;

  /** Set by the one request that ends the kernel, read after its answer. */
  private volatile boolean stopping;

  /** Touched by the shell's thread only. */
  private int count;

  /** The last failed cell; the shell's thread's. */
  private @Nullable Failure failure;

  /** Binds the sockets. {@code cells} is called once, in the background. */
  Kernel(KernelConnectionProperties connection, Words words, Supplier<Cells> cells)
      throws IOException, GeneralSecurityException {
    this.wire = new Wire(connection, this::receive);
    this.renderer = new Renderer(words);
    this.cells = CompletableFuture.supplyAsync(cells, task -> daemon("start", task));
  }

  /** Serves until a shutdown request has been answered. */
  void serve() throws InterruptedException {
    wire.start();
    publish(NOBODY, PublishStatus.STARTING);
    shell.start();
    control.start();
    ended.await();
    wire.close();
  }

  private static void daemon(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, Session.STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  private void receive(Wire.Channel from, Envelope message) {
    switch (from) {
      case SHELL -> shell.add(message);
      case CONTROL -> control.add(message);
      case STDIN -> stdin.receive(message);
      case IOPUB -> throw new IllegalStateException("nothing arrives on iopub");
    }
  }

  private void answer(Wire.Channel from, Envelope request) {
    publish(request.header(), PublishStatus.BUSY);
    try {
      dispatch(from, request);
    } catch (Throwable fault) {
      Log.problem(request.type(), fault);
      ErrorReply sorry = new ErrorReply("InternalError", String.valueOf(fault), traceback(fault));
      reply(from, request, tree(sorry));
    } finally {
      publish(request.header(), PublishStatus.IDLE);
      if (stopping) {
        ended.countDown();
      }
    }
  }

  /** By the name on the envelope: a name that the base kernel does not know is answered too. */
  private void dispatch(Wire.Channel from, Envelope request) {
    switch (request.type()) {
      case "execute_request" -> {
        if (from == Wire.Channel.SHELL) {
          execute(request);
        } else {
          refuse(from, request);
        }
      }
      case "kernel_info_request" -> reply(from, request, kernelInfo());
      case "is_complete_request" -> reply(from, request, isComplete(request.text("code", "")));
      case "complete_request" -> reply(from, request, complete(request));
      case "inspect_request" ->
          reply(from, request, ok(new InspectReply(false, new DisplayData())));
      case "history_request" -> reply(from, request, ok(new HistoryReply(List.of())));
      case "comm_info_request" -> reply(from, request, ok(new CommInfoReply(Map.of())));
      case "comm_open" -> closeComm(request);
      // Comms that nobody opened: there is nothing to tell, and these have no reply.
      case "comm_msg", "comm_close" -> {}
      case "interrupt_request" -> {
        interrupt();
        reply(from, request, ok(new InterruptReply()));
      }
      case "shutdown_request" -> shutDown(from, request);
      default -> refuse(from, request);
    }
  }

  // Cells

  private void execute(Envelope request) {
    if (failure != null && failure.wasNotSeenBy(request)) {
      JsonObject aborted = new JsonObject();
      aborted.addProperty("status", "aborted");
      reply(Wire.Channel.SHELL, request, aborted);
      return;
    }
    String code = request.text("code", "");
    boolean silent = request.flag("silent", false);
    boolean stored = !silent && request.flag("store_history", true);
    if (stored) {
      count++;
    }
    if (!silent) {
      publish(request.header(), new PublishExecuteInput(code, count));
    }
    CellStreams io = new CellStreams(request);
    Reply reply = run(code, stored, io);
    io.streams.flush();
    switch (reply) {
      case Reply.Done done -> {
        for (String note : done.notes()) {
          io.stdout((note + "\n").getBytes(StandardCharsets.UTF_8));
        }
        io.streams.flush();
        String result = done.result();
        if (result != null && !silent) {
          publish(request.header(), new PublishExecuteResult(count, new DisplayData(result)));
        }
        show(request, done.picture());
        JsonObject answer = tree(new ExecuteReply(count, Map.of()));
        answer.add("user_expressions", userExpressions(request));
        answer.add("payload", Envelope.GSON.toJsonTree(List.of()));
        reply(Wire.Channel.SHELL, request, answer);
      }
      case Reply.Failed failed -> {
        String name = name(failed.kind());
        if (!silent) {
          publish(request.header(), new PublishError(name, failed.message(), failed.lines()));
        }
        show(request, failed.picture());
        ErrorReply answer = new ErrorReply(name, failed.message(), failed.lines());
        answer.setExecutionCount(count);
        if (request.flag("stop_on_error", true)) {
          failure = Failure.of(request);
        }
        reply(Wire.Channel.SHELL, request, tree(answer));
      }
    }
  }

  private static String name(Reply.Kind kind) {
    return switch (kind) {
      case COMPILE_ERROR -> "CompileError";
      case PANIC -> "Panic";
      case FATAL_ERROR -> "FatalError";
      case EXIT -> "Exit";
      case INTERRUPTED -> "Interrupted";
      case LIMIT -> "Limit";
      case MAGIC -> "MagicError";
      case INTERNAL -> "InternalError";
    };
  }

  /** A picture that cannot be drawn must not cost the cell its answer. */
  private void show(Envelope request, @Nullable Picture picture) {
    if (picture == null) {
      return;
    }
    DisplayData bundle = new DisplayData();
    try {
      Renderer.Views views = renderer.draw(picture);
      bundle.putHTML(views.html());
      bundle.putText(views.text());
    } catch (Throwable fault) {
      Log.problem("the picture", fault);
      bundle.putText(String.join("\n", traceback(fault)));
    }
    publish(request.header(), new PublishDisplayData(bundle));
  }

  private Reply run(String code, boolean picture, CellIo io) {
    try {
      Cells runner = cells.join();
      synchronized (runningLock) {
        running = true;
      }
      return runner.execute(code, count, picture, io);
    } catch (Throwable fault) {
      Log.problem("a cell", fault);
      return new Reply.Failed(Reply.Kind.INTERNAL, String.valueOf(fault), traceback(fault), null);
    } finally {
      synchronized (runningLock) {
        running = false;
      }
      stdin.stop();
    }
  }

  /** Go has no expressions outside of a program: each is refused, as the protocol foresees. */
  private static JsonObject userExpressions(Envelope request) {
    JsonObject answers = new JsonObject();
    if (request.content().get("user_expressions") instanceof JsonObject asked) {
      for (Map.Entry<String, JsonElement> each : asked.entrySet()) {
        String message = "user expressions are not supported";
        answers.add(each.getKey(), tree(new ErrorReply("NotSupported", message, List.of(message))));
      }
    }
    return answers;
  }

  private void interrupt() {
    synchronized (runningLock) {
      // An interrupt between cells must not hit the next one.
      if (running) {
        cells.join().interrupt();
      }
    }
    stdin.stop();
  }

  private void shutDown(Wire.Channel from, Envelope request) {
    JsonObject reply = new JsonObject();
    reply.addProperty("status", "ok");
    reply.addProperty("restart", request.flag("restart", false));
    reply(from, request, reply);
    publish(Envelope.of(topic("shutdown_reply"), "shutdown_reply", request.header(), reply));
    interrupt();
    stopping = true;
  }

  // What is known without running anything

  private static JsonObject kernelInfo() {
    LanguageInfo go = new LanguageInfo("go", "1.26", "text/x-go", ".go", "go", "go", null);
    JsonObject info =
        ok(
            new KernelInfoReply(
                Envelope.PROTOCOL,
                "gomem",
                KernelProcess.VERSION,
                go,
                "gomem " + KernelProcess.VERSION + ": Go, and where the values live",
                List.of(
                    new LanguageInfo.Help("Go", "https://go.dev/doc/"),
                    new LanguageInfo.Help(
                        "Go: stack or heap", "https://go.dev/doc/faq#stack_or_heap"))));
    info.addProperty("debugger", false);
    info.add("supported_features", Envelope.GSON.toJsonTree(List.of()));
    return info;
  }

  private JsonObject isComplete(String code) {
    Completeness found = cells.join().isComplete(code);
    return tree(
        switch (found.status()) {
          case COMPLETE -> IsCompleteReply.VALID_CODE;
          case INCOMPLETE -> IsCompleteReply.getIncompleteReplyWithIndent(found.indent());
          case INVALID -> IsCompleteReply.INVALID_CODE;
        });
  }

  private static JsonObject complete(Envelope request) {
    int cursor = request.number("cursor_pos", 0);
    return ok(new CompleteReply(List.of(), cursor, cursor, Map.of()));
  }

  private void closeComm(Envelope request) {
    JsonObject content = new JsonObject();
    content.addProperty("comm_id", request.text("comm_id", ""));
    content.add("data", new JsonObject());
    publish(Envelope.of(topic("comm_close"), "comm_close", request.header(), content));
  }

  private void refuse(Wire.Channel from, Envelope request) {
    if (!request.type().endsWith("_request")) {
      return;
    }
    String message = "gomem does not answer " + request.type() + " on " + from;
    reply(from, request, tree(new ErrorReply("NotSupported", message, List.of(message))));
  }

  // Sending

  private void reply(Wire.Channel to, Envelope request, JsonObject content) {
    String type = request.type().replaceFirst("_request$", "_reply");
    wire.send(to, Envelope.of(request.identities(), type, request.header(), content));
  }

  private void publish(JsonObject parent, ContentType<?> content) {
    String type = content.getType().getName();
    publish(Envelope.of(topic(type), type, parent, tree(content)));
  }

  private void publish(Envelope message) {
    wire.send(Wire.Channel.IOPUB, message);
  }

  private static List<byte[]> topic(String type) {
    return List.of(("kernel." + type).getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject tree(Object content) {
    return Envelope.GSON.toJsonTree(content).getAsJsonObject();
  }

  /** The base kernel leaves {@code status} out of several replies. */
  private static JsonObject ok(Object content) {
    JsonObject tree = tree(content);
    tree.addProperty("status", "ok");
    return tree;
  }

  /** A fault of ours, not the user's, and said so. */
  private static List<String> traceback(Throwable fault) {
    List<String> lines = new ArrayList<>();
    lines.add("gomem itself failed here; this is not a mistake in the cell. The session lives on.");
    lines.addAll(Log.lines(fault));
    return lines;
  }

  /**
   * A failed cell that takes with it what its client sent to run after it in the hope that it would
   * not fail: "run all" sends everything at once. Those are the requests written before the client
   * could read of the failure, whether they wait here already or are still under way. So it goes by
   * the times that the client wrote into them; what only arrives later is not taken for hopeful.
   */
  private record Failure(String session, @Nullable Instant hopeEnds) {
    static Failure of(Envelope failed) {
      Instant written = failed.date();
      return new Failure(
          failed.session(),
          written == null ? null : written.plusNanos(System.nanoTime() - failed.arrived()));
    }

    boolean wasNotSeenBy(Envelope request) {
      Instant written = request.date();
      return hopeEnds != null
          && written != null
          && request.session().equals(session)
          && written.isBefore(hopeEnds);
    }
  }

  /** One cell's output and input, tied to the request that runs it. */
  private final class CellStreams implements CellIo {
    private final Envelope request;
    private final Streams streams;

    CellStreams(Envelope request) {
      this.request = request;
      this.streams = new Streams(clock, content -> publish(request.header(), content));
    }

    @Override
    public void stdout(byte[] bytes) {
      streams.write(StreamType.OUT, bytes);
    }

    @Override
    public void stderr(byte[] bytes) {
      streams.write(StreamType.ERR, bytes);
    }

    @Override
    public @Nullable String readLine(String prompt) {
      if (!request.flag("allow_stdin", false)) {
        return null;
      }
      streams.flush();
      Envelope question =
          Envelope.of(
              request.identities(),
              "input_request",
              request.header(),
              tree(new InputRequest(prompt, false)));
      CompletableFuture<@Nullable String> line = stdin.expect(question.id());
      wire.send(Wire.Channel.STDIN, question);
      return Stdin.await(line);
    }
  }
}

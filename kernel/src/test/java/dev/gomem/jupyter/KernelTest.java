package dev.gomem.jupyter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gomem.source.Words;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The kernel over real sockets, with cells that need no compiler. */
@Timeout(60)
final class KernelTest {
  private static final int PATIENCE = 10_000;

  /** A session's stack is big: to fill and unwind it takes seconds. */
  private static final int OVERFLOW_PATIENCE = 40_000;

  private final ScriptedCells cells = new ScriptedCells();
  private KernelConnectionProperties connection;
  private Thread serving;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    connection = Client.unusedPorts();
    Kernel kernel = new Kernel(connection, new Words("en"), () -> cells);
    serving =
        new Thread(() -> {
          try {
            kernel.serve();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    serving.start();
    client = new Client(connection);
    // Iopub is surely heard once it has said that it is.
    Envelope first = client.receive(client.iopub, PATIENCE);
    while (!first.type().equals("iopub_welcome")) {
      first = client.receive(client.iopub, PATIENCE);
    }
  }

  @AfterEach
  void end() throws Exception {
    if (serving.isAlive()) {
      client.send(client.control, "shutdown_request", new JsonObject());
      serving.join(PATIENCE);
    }
    client.close();
    assertFalse(serving.isAlive(), "the kernel ends after a shutdown request");
  }

  @Test
  void saysWhatItIs() throws Exception {
    JsonObject info = ask("kernel_info_request", "{}").content();
    assertEquals("ok", info.get("status").getAsString());
    assertEquals("5.4", info.get("protocol_version").getAsString());
    JsonObject language = info.getAsJsonObject("language_info");
    assertEquals("go", language.get("name").getAsString());
    assertEquals(".go", language.get("file_extension").getAsString());
    assertEquals("text/x-go", language.get("mimetype").getAsString());
  }

  @Test
  void runsACell() throws Exception {
    Envelope request = client.execute("print hello", false);
    Envelope reply = client.reply(client.shell, request, PATIENCE);
    assertEquals("execute_reply", reply.type());
    assertEquals("ok", reply.text("status", ""));
    assertEquals(1, reply.number("execution_count", 0));
    assertEquals(
        List.of("status busy", "execute_input", "stream hello", "status idle"),
        described(client.published(request, PATIENCE)));
  }

  @Test
  void showsAPictureAfterWhatWasPrinted() throws Exception {
    Envelope request = client.execute("show", false);
    List<Envelope> all = client.published(request, PATIENCE);
    assertEquals(
        List.of("status busy", "execute_input", "stream before", "display_data", "status idle"),
        described(all));
    JsonObject data = all.get(3).content().getAsJsonObject("data");
    assertTrue(data.get("text/html").getAsString().startsWith("<div"));
    assertFalse(data.get("text/plain").getAsString().contains("<div"));
    assertEquals(2, data.size());
    assertTrue(all.get(3).content().has("metadata"));
  }

  @Test
  void notesAndResultComeBeforeThePicture() throws Exception {
    Envelope request = client.execute("note see line 3", false);
    assertEquals(
        List.of(
            "status busy",
            "execute_input",
            "stream before\n",
            "stream see line 3\n",
            "execute_result",
            "display_data",
            "status idle"),
        described(client.published(request, PATIENCE)));
  }

  @Test
  void aPanicHasItsPictureAfterTheError() throws Exception {
    Envelope request = client.execute("panic index out of range", false);
    assertEquals(
        List.of("status busy", "execute_input", "error", "display_data", "status idle"),
        described(client.published(request, PATIENCE)));
    assertEquals("Panic", client.reply(client.shell, request, PATIENCE).text("ename", ""));
  }

  @Test
  void aCellThatIsNotStoredGetsNoPictureAndNoNumber() throws Exception {
    JsonObject content = json("{'code': 'show', 'store_history': false}");
    Envelope request = client.send(client.shell, "execute_request", content);
    assertEquals(
        List.of("status busy", "execute_input", "stream before", "status idle"),
        described(client.published(request, PATIENCE)));
    Envelope next = client.execute("value 3", false);
    assertEquals(1, client.reply(client.shell, next, PATIENCE).number("execution_count", 0));
  }

  @Test
  void aSilentCellShowsNothingOfItself() throws Exception {
    JsonObject content = json("{'code': 'value 3', 'silent': true}");
    Envelope request = client.send(client.shell, "execute_request", content);
    assertEquals(
        List.of("status busy", "status idle"), described(client.published(request, PATIENCE)));
  }

  @Test
  void givesTheResultItsNumber() throws Exception {
    run("print x");
    Envelope request = client.execute("value 42", false);
    Envelope result = client.published(request, PATIENCE).get(2);
    assertEquals("execute_result", result.type());
    assertEquals(2, result.number("execution_count", 0));
    assertEquals("42", result.content().getAsJsonObject("data").get("text/plain").getAsString());
  }

  @Test
  void anErrorIsTheSameInReplyAndOutput() throws Exception {
    Envelope request = client.execute("fail undefined: x", false);
    Envelope reply = client.reply(client.shell, request, PATIENCE);
    assertEquals("error", reply.text("status", ""));
    Envelope shown = client.published(request, PATIENCE).get(2);
    assertEquals("error", shown.type());
    for (String name : List.of("ename", "evalue", "traceback")) {
      assertEquals(reply.content().get(name), shown.content().get(name));
    }
    assertEquals("undefined: x", shown.text("evalue", ""));
  }

  @Test
  void afterAnErrorWhatWaitsIsAborted() throws Exception {
    Envelope slow = client.execute("slow 300", false);
    Envelope failing = client.execute("fail x", false);
    Envelope waiting = client.execute("print x", false);
    Envelope question = client.send(client.shell, "kernel_info_request", new JsonObject());
    client.reply(client.shell, slow, PATIENCE);
    assertEquals("error", client.reply(client.shell, failing, PATIENCE).text("status", ""));
    assertEquals("aborted", client.reply(client.shell, waiting, PATIENCE).text("status", ""));
    assertEquals("ok", client.reply(client.shell, question, PATIENCE).text("status", ""));
    assertEquals("ok", run("print y").text("status", ""));
  }

  @Test
  void aCellSentBeforeTheErrorWasReadIsAbortedThoughItArrivesLater() throws Exception {
    Envelope failing =
        Envelope.of(List.of(), "execute_request", new JsonObject(), json("{'code': 'fail x'}"));
    Envelope hopeful =
        Envelope.of(List.of(), "execute_request", new JsonObject(), json("{'code': 'print x'}"));
    // The client wrote the second a microsecond after the first; no cell fails as quickly.
    failing.header().addProperty("date", "2026-01-01T00:00:00.000000Z");
    hopeful.header().addProperty("date", "2026-01-01T00:00:00.000001Z");
    client.sendFrames(client.shell, failing.frames(connection.createHMACGenerator()));
    assertEquals("error", client.reply(client.shell, failing, PATIENCE).text("status", ""));
    client.sendFrames(client.shell, hopeful.frames(connection.createHMACGenerator()));
    assertEquals("aborted", client.reply(client.shell, hopeful, PATIENCE).text("status", ""));
  }

  @Test
  void aQuickClientsNextCellIsNotTakenForHopeful() throws Exception {
    for (int i = 0; i < 300; i++) {
      assertEquals("error", run("fail x").text("status", ""));
    }
  }

  @Test
  void anErrorThatIsExpectedAbortsNothing() throws Exception {
    client.execute("slow 300", false);
    client.send(
        client.shell, "execute_request", json("{'code': 'fail x', 'stop_on_error': false}"));
    Envelope next = client.execute("print x", false);
    assertEquals("ok", client.reply(client.shell, next, PATIENCE).text("status", ""));
  }

  @Test
  void anInterruptEndsACellAndSparesTheNext() throws Exception {
    Envelope request = client.execute("loop", false);
    cells.looping.await();
    long began = System.nanoTime();
    Envelope stop = client.send(client.control, "interrupt_request", new JsonObject());
    assertEquals("ok", client.reply(client.control, stop, PATIENCE).text("status", ""));
    Envelope reply = client.reply(client.shell, request, PATIENCE);
    assertTrue(System.nanoTime() - began < 200_000_000L, "within 200 ms");
    assertEquals("Interrupted", reply.text("ename", ""));
    // Nothing runs now: this one must not wait for the next cell.
    stop = client.send(client.control, "interrupt_request", new JsonObject());
    client.reply(client.control, stop, PATIENCE);
    Envelope next = client.execute("read", false);
    assertEquals("ok", client.reply(client.shell, next, PATIENCE).text("status", ""));
  }

  @Test
  void controlAndHeartbeatAnswerWhileACellRuns() throws Exception {
    client.execute("loop", false);
    cells.looping.await();
    Envelope question = client.send(client.control, "kernel_info_request", new JsonObject());
    assertEquals("ok", client.reply(client.control, question, PATIENCE).text("status", ""));
    client.heartbeat.send("ping");
    client.heartbeat.setReceiveTimeOut(PATIENCE);
    assertArrayEquals("ping".getBytes(StandardCharsets.UTF_8), client.heartbeat.recv());
  }

  @Test
  void livesOnAfterAnyThrowable() throws Exception {
    for (String code : List.of("overflow", "memory", "bug")) {
      Envelope request = client.execute(code, false);
      Envelope reply = client.reply(client.shell, request, OVERFLOW_PATIENCE);
      assertEquals("error", reply.text("status", ""), code);
      assertEquals("InternalError", reply.text("ename", ""), code);
    }
    assertEquals("ok", run("print x").text("status", ""));
  }

  @Test
  void asksTheUserForALine() throws Exception {
    Envelope request = client.execute("read", true);
    Envelope question = client.receive(client.stdin, PATIENCE);
    assertEquals("input_request", question.type());
    assertEquals("> ", question.text("prompt", ""));
    assertEquals(request.id(), question.parentId());
    client.send(client.stdin, "input_reply", json("{'value': 'seven'}"));
    assertEquals(
        List.of("status busy", "execute_input", "stream got seven", "status idle"),
        described(client.published(request, PATIENCE)));
  }

  @Test
  void anInterruptEndsTheWaitForALine() throws Exception {
    Envelope request = client.execute("read", true);
    Envelope question = client.receive(client.stdin, PATIENCE);
    client.send(client.control, "interrupt_request", new JsonObject());
    assertEquals("stream got null", described(client.published(request, PATIENCE)).get(2));
    // The late answer belongs to nobody, even if the next question comes first.
    Envelope late =
        Envelope.of(List.of(), "input_reply", question.header(), json("{'value': 'late'}"));
    client.sendFrames(client.stdin, late.frames(connection.createHMACGenerator()));
    Envelope again = client.execute("read", true);
    client.receive(client.stdin, PATIENCE);
    client.send(client.stdin, "input_reply", json("{'value': 'new'}"));
    assertEquals("stream got new", described(client.published(again, PATIENCE)).get(2));
  }

  @Test
  void keepsTheOrderOfTheStreams() throws Exception {
    Envelope request = client.execute("both", false);
    assertEquals(
        List.of(
            "status busy",
            "execute_input",
            "stream one",
            "stream two",
            "stream three",
            "status idle"),
        described(client.published(request, PATIENCE)));
  }

  @Test
  void manySmallWritesAreOneMessageOfWholeCharacters() throws Exception {
    Envelope request = client.execute("bytewise aé€😀", false);
    assertEquals("stream aé€😀", described(client.published(request, PATIENCE)).get(2));
  }

  @Test
  void doesNotKeepOutputOfALongCell() throws Exception {
    Envelope request = client.execute("slow 1500", false);
    long began = System.nanoTime();
    Envelope next = client.receive(client.iopub, PATIENCE);
    while (!next.type().equals("stream")) {
      next = client.receive(client.iopub, PATIENCE);
    }
    assertEquals("early", next.text("text", ""));
    assertTrue(System.nanoTime() - began < 1_000_000_000L, "long before the cell's end");
    client.reply(client.shell, request, PATIENCE);
  }

  @Test
  void everyRequestIsAnswered() throws Exception {
    for (String type :
        List.of(
            "complete_request",
            "inspect_request",
            "history_request",
            "comm_info_request",
            "is_complete_request")) {
      Envelope reply = ask(type, "{'code': 'x', 'cursor_pos': 1}");
      assertEquals(type.replace("request", "reply"), reply.type());
      if (!type.startsWith("is_complete")) {
        assertEquals("ok", reply.text("status", ""), type);
      }
    }
    for (String type : List.of("debug_request", "create_subshell_request", "some_request")) {
      Envelope reply = ask(type, "{}");
      assertEquals(type.replace("request", "reply"), reply.type());
      assertEquals("error", reply.text("status", ""));
    }
  }

  @Test
  void asksTheCellsWhetherCodeIsComplete() throws Exception {
    Envelope open = ask("is_complete_request", "{'code': 'func f() {'}");
    assertEquals("incomplete", open.text("status", ""));
    assertEquals("\t", open.text("indent", ""));
    assertEquals("complete", ask("is_complete_request", "{'code': 'x'}").text("status", ""));
  }

  @Test
  void userExpressionsAreRefusedOneByOne() throws Exception {
    Envelope reply =
        ask("execute_request", "{'code': 'print x', 'user_expressions': {'a': '1+1'}}");
    assertEquals("ok", reply.text("status", ""));
    JsonObject answers = reply.content().getAsJsonObject("user_expressions");
    assertEquals("error", answers.getAsJsonObject("a").get("status").getAsString());
  }

  @Test
  void aCommToNobodyIsClosed() throws Exception {
    Envelope open =
        client.send(client.shell, "comm_open", json("{'comm_id': 'c1', 'target_name': 't'}"));
    assertEquals(
        List.of("status busy", "comm_close", "status idle"),
        described(client.published(open, PATIENCE)));
  }

  @Test
  void forgedAndMalformedMessagesGetNoAnswerAndDoNoHarm() throws Exception {
    Envelope forged =
        Envelope.of(List.of(), "execute_request", new JsonObject(), json("{'code': 'print x'}"));
    client.sendFrames(client.shell, forged.frames(new HMACGenerator("hmac-sha256", "wrong")));
    HMACGenerator signer = connection.createHMACGenerator();
    for (String content : List.of("{", "[]", "7", "[".repeat(100_000), "")) {
      List<byte[]> frames = new ArrayList<>(forged.frames(signer));
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      String signature =
          signer.calculateSignature(frames.get(2), frames.get(3), frames.get(4), bytes);
      frames.set(1, signature.getBytes(StandardCharsets.US_ASCII));
      frames.set(5, bytes);
      client.sendFrames(client.shell, frames);
    }
    client.sendFrames(client.shell, List.of(new byte[] {1}, new byte[0]));
    assertNull(client.receive(client.shell, 300));
    assertEquals(1, run("print x").number("execution_count", 0));
  }

  @Test
  void manyQuickMessagesAreAllAnsweredInOrder() throws Exception {
    int many = 2000;
    List<Envelope> sent = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      sent.add(client.send(client.shell, "kernel_info_request", new JsonObject()));
    }
    for (Envelope each : sent) {
      assertEquals(each.id(), client.receive(client.shell, PATIENCE).parentId());
    }
  }

  @Test
  void shutsDownWhileACellRuns() throws Exception {
    client.execute("loop", false);
    cells.looping.await();
    Envelope stop = client.send(client.control, "shutdown_request", json("{'restart': true}"));
    Envelope reply = client.reply(client.control, stop, PATIENCE);
    assertTrue(reply.flag("restart", false));
    serving.join(2000);
    assertFalse(serving.isAlive());
  }

  private Envelope run(String code) throws Exception {
    return client.reply(client.shell, client.execute(code, false), PATIENCE);
  }

  private Envelope ask(String type, String content) throws Exception {
    return client.reply(client.shell, client.send(client.shell, type, json(content)), PATIENCE);
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  private static List<String> described(List<Envelope> messages) {
    return messages.stream()
        .map(m ->
            switch (m.type()) {
              case "status" -> "status " + m.text("execution_state", "");
              case "stream" -> "stream " + m.text("text", "");
              default -> m.type();
            })
        .collect(Collectors.toList());
  }
}

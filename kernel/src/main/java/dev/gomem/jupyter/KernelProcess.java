package dev.gomem.jupyter;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.gomem.session.Session;
import dev.gomem.source.Words;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * A process that is a kernel: it serves one connection until it is shut down or the process that
 * started it has ended. Also its rehearsal, in which the JVM sees what a kernel's life needs and
 * keeps it for the next start (the AOT cache).
 */
public final class KernelProcess {
  public static final String VERSION = "0.1.0";

  private static final int EXIT_FAILED = 1;
  private static final int EXIT_NO_INPUT = 66;

  /** Cells that touch what the first cells of most sessions touch. */
  private static final List<String> REHEARSED =
      List.of(
          "import \"fmt\"",
          "num := 2\nfmt.Println(num)",
          "func add(i *int) int { return *i + 10 }\nfmt.Println(add(&num))",
          "func getNum() *int { n := 7; return &n }\np := getNum()\n*p",
          "s := make([]int, 0, 2)\nfor i := range 5 { s = append(s, i) }\nfmt.Printf(\"%v %d\\n\", s, len(s))",
          "m := map[string]int{\"a\": 1}\nm[\"b\"]++\nm",
          "undeclared + 1",
          "s[99]");

  private KernelProcess() {}

  /** Serves the connection that a file of Jupyter's describes; returns the exit code. */
  public static int serve(Path connectionFile) {
    KernelConnectionProperties connection;
    try {
      connection = KernelConnectionProperties.parse(Files.readString(connectionFile));
    } catch (IOException | JsonParseException e) {
      Log.note("the connection file cannot be read: " + e);
      return EXIT_NO_INPUT;
    }
    if (connection == null || connection.getIp() == null || connection.getTransport() == null) {
      Log.note("the connection file says neither where nor how to listen");
      return EXIT_NO_INPUT;
    }
    endWithParent();
    return serve(connection);
  }

  /** Plays a short session through real sockets; returns the exit code. */
  public static int rehearse() {
    try {
      KernelConnectionProperties connection = Client.unusedPorts();
      Thread kernel = new Thread(() -> serve(connection), "kernel");
      kernel.setDaemon(true);
      kernel.start();
      try (Client client = new Client(connection)) {
        client.reply(
            client.shell,
            client.send(client.shell, "kernel_info_request", new JsonObject()),
            60_000);
        for (String code : REHEARSED) {
          client.reply(client.shell, client.execute(code, false), 60_000);
        }
        client.send(client.control, "shutdown_request", new JsonObject());
        kernel.join(10_000);
      }
      return 0;
    } catch (IOException
        | GeneralSecurityException
        | Envelope.BadMessage
        | InterruptedException
        | IllegalStateException e) {
      Log.problem("the rehearsal", e);
      return EXIT_FAILED;
    }
  }

  private static int serve(KernelConnectionProperties connection) {
    try {
      Words words = new Words("en");
      new Kernel(connection, words, () -> new SessionCells(Session.open(words))).serve();
      return 0;
    } catch (IOException | GeneralSecurityException | InterruptedException | RuntimeException e) {
      Log.problem("the start of the kernel", e);
      return EXIT_FAILED;
    }
  }

  /** Jupyter names itself to the kernels it starts; one that lost it would run for ever. */
  private static void endWithParent() {
    String parent = System.getenv("JPY_PARENT_PID");
    if (parent == null || !parent.matches("[1-9][0-9]{0,9}")) {
      return;
    }
    ProcessHandle.of(Long.parseLong(parent))
        .map(ProcessHandle::onExit)
        .ifPresent(end -> {
          var _ = end.thenRun(() -> Runtime.getRuntime().halt(EXIT_FAILED));
        });
  }
}

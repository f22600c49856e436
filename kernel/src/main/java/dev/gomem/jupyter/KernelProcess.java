package dev.gomem.jupyter;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.gomem.session.CellIo;
import dev.gomem.session.FileRunner;
import dev.gomem.session.Session;
import dev.gomem.source.Source;
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

  /** A program that touches what most first programs touch. */
  private static final String PROGRAM =
      """
      package main

      import (
      	"errors"
      	"fmt"
      )

      type node struct {
      	value int
      	next  *node
      }

      func list(n int) (first *node, err error) {
      	if n < 0 {
      		return nil, errors.New("negative")
      	}
      	for i := range n {
      		first = &node{i, first}
      	}
      	return first, nil
      }

      func main() {
      	first, err := list(3)
      	switch {
      	case err != nil:
      		fmt.Println("error:", err)
      	default:
      		fmt.Println(*first, first.next.value)
      	}
      }
      """;

  /** Cells that touch what the first cells of most sessions touch. */
  private static final List<String> REHEARSED =
      List.of(
          "import \"fmt\"",
          "num := 2\nfmt.Println(num)",
          "func add(i *int) int { return *i + 10 }\nfmt.Println(add(&num))",
          "func getNum() *int { n := 7; return &n }\np := getNum()\n*p",
          "s := make([]int, 0, 2)\nfor i := range 5 { s = append(s, i) }\nfmt.Printf(\"%v %d\\n\", s, len(s))",
          "m := map[string]int{\"a\": 1}\nm[\"b\"]++\nm",
          "type Shape interface { Area() float64 }\ntype Sq struct { Side float64; Name string }\n"
              + "func (q Sq) Area() float64 { return q.Side * q.Side }\n"
              + "var shape Shape = &Sq{2, \"q\"}\nfmt.Printf(\"%+v %.2f %T\\n\", shape, shape.Area(), shape)",
          "for i, r := range \"aé\" { defer func() { fmt.Println(i, string(r)) }() }",
          "func Map[A, B any](l []A, f func(A) B) (out []B) { for _, a := range l { out = append(out, f(a)) }; return }\n"
              + "Map([]int{1, 2}, func(n int) string { return fmt.Sprint(n * 2) })",
          "type Sq struct { Side, Height float64 }",
          PROGRAM,
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

  /** Plays a program and a short session through real sockets; returns the exit code. */
  public static int rehearse() {
    try {
      new FileRunner().run(new Source("./main.go", PROGRAM), true, true, CellIo.NONE);
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

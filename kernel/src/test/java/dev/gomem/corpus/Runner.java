package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gomem.code.Verifier;
import dev.gomem.library.Library;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Outcome;
import dev.gomem.session.Backend;
import dev.gomem.session.Program;
import dev.gomem.session.Toolchain;
import dev.gomem.source.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs programs as the session does, each on a machine of its own, and compares with native runs.
 */
final class Runner {
  private static final Limits LIMITS = new Limits(256L << 20, 32_000_000, 200_000_000, 1 << 20);
  private final Backend backend = new Backend(new Toolchain(new Library()));

  /**
   * @param gc the placement: gc's, or the simple rule
   */
  NativeGo.Result run(String name, String text, boolean gc, Debug debug) {
    Source source = new Source(name, text);
    Program.Built built = Program.build(backend, source, gc);
    Program program =
        switch (built) {
          case Program.Built.Good g -> g.program();
          case Program.Built.Bad b -> throw new AssertionError("rejected: " + b.diagnostics());
        };
    assertEquals(List.of(), Verifier.verify(program.unit()), "unsound code");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Outcome end =
        program
            .run(
                (fd, bytes) -> (fd == 1 ? out : err).writeBytes(bytes),
                LIMITS,
                debug,
                false,
                m -> {})
            .outcome();
    int exit =
        switch (end) {
          case Outcome.Done _ -> 0;
          case Outcome.Panicked p -> died(err, p.text());
          case Outcome.Fatal f -> died(err, f.text());
          case Outcome.Exited e -> e.code();
          case Outcome.Interrupted _ -> 130;
          case Outcome.Limited l -> died(err, "limit: " + l.which());
        };
    return new NativeGo.Result(
        out.toString(StandardCharsets.ISO_8859_1), err.toString(StandardCharsets.ISO_8859_1), exit);
  }

  private static int died(ByteArrayOutputStream err, String text) {
    err.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return 2;
  }

  static void compare(NativeGo.Result want, NativeGo.Result got) {
    assertEquals(
        want.stdout(), got.stdout(), () -> "standard output; standard error: " + got.stderr());
    assertEquals(want.exit(), got.exit(), () -> "exit code; standard error: " + got.stderr());
    assertEquals(message(want.stderr()), message(got.stderr()), "standard error");
  }

  /** What a program printed and its panic, without the goroutine's frames. */
  private static String message(String stderr) {
    int at = stderr.indexOf("\ngoroutine ");
    return (at < 0 ? stderr : stderr.substring(0, at + 1)).replaceAll("0x[0-9a-f]+", "0x…");
  }
}

package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gomem.code.Verifier;
import dev.gomem.library.Library;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Machine;
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
  private final Backend backend;

  Runner() {
    this(Library.ofTexts());
  }

  Runner(Library library) {
    backend = new Backend(new Toolchain(library));
  }

  /** A run that has ended: what it printed, and the machine as it is then. */
  record Ended(NativeGo.Result result, Outcome outcome, Machine machine) {}

  /**
   * @param gc the placement: gc's, or the simple rule
   */
  NativeGo.Result run(String name, String text, boolean gc, Debug debug) {
    return end(name, text, gc, debug).result;
  }

  Ended end(String name, String text, boolean gc, Debug debug) {
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
    Program.Run run =
        program.run(
            (fd, bytes) -> (fd == 1 ? out : err).writeBytes(bytes), LIMITS, debug, false, m -> {});
    Outcome end = run.outcome();
    int exit =
        switch (end) {
          case Outcome.Done _ -> 0;
          case Outcome.Panicked p -> died(err, p.text());
          case Outcome.Fatal f -> died(err, f.text());
          case Outcome.Exited e -> e.code();
          case Outcome.Interrupted _ -> 130;
          case Outcome.Limited l -> died(err, "limit: " + l.which());
        };
    NativeGo.Result result =
        new NativeGo.Result(
            out.toString(StandardCharsets.ISO_8859_1),
            err.toString(StandardCharsets.ISO_8859_1),
            exit);
    return new Ended(result, end, run.machine());
  }

  private static int died(ByteArrayOutputStream err, String text) {
    err.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return 2;
  }

  static void compare(NativeGo.Result want, NativeGo.Result got) {
    assertEquals(
        want.stdout(), got.stdout(), () -> "standard output; standard error: " + got.stderr());
    assertEquals(want.exit(), got.exit(), () -> "exit code; standard error: " + got.stderr());
    if (want.stderr().contains(" gp=0x")) {
      // The runtime has thrown: it tells all about itself and its goroutines.
      assertEquals(head(want.stderr()), head(got.stderr()), "standard error");
    } else {
      assertEquals(message(want.stderr()), message(got.stderr()), "standard error");
    }
  }

  private static String head(String stderr) {
    int frames = stderr.indexOf("\n\n");
    String head = frames < 0 ? stderr : stderr.substring(0, frames);
    return head.replaceAll("0x[0-9a-f]+", "0x…");
  }

  /** As {@link #compare}, of a program that was a package among others natively: without frames. */
  static void compareWithoutFrames(NativeGo.Result want, NativeGo.Result got) {
    compare(withoutFrames(want), withoutFrames(got));
  }

  private static NativeGo.Result withoutFrames(NativeGo.Result r) {
    int frames = r.stderr().indexOf("\ngoroutine ");
    String said = frames < 0 ? r.stderr() : r.stderr().substring(0, frames);
    return new NativeGo.Result(r.stdout(), said, r.exit());
  }

  /**
   * What a program printed and how it died: of the goroutines only what each waits for, its
   * functions and their lines; what the library's packages call within is theirs. Addresses, words
   * of arguments, distances from a function's start and numbers other than main's are not the same
   * from one native run to the next.
   */
  private static String message(String stderr) {
    StringBuilder b = new StringBuilder();
    boolean frames = false;
    String function = "";
    for (String line : stderr.replaceAll("0x[0-9a-f]+", "0x…").lines().toList()) {
      frames |= line.startsWith("goroutine ");
      if (!frames) {
        b.append(line).append('\n');
      } else if (line.startsWith("goroutine ") || line.startsWith("created by ")) {
        b.append(line.replaceAll("goroutine (?!1\\b)\\d+", "goroutine …")).append('\n');
        function = line;
      } else if (line.startsWith("\t")) {
        if (!function.matches("(main\\.|panic\\(|runtime\\.|created by main\\.).*")) {
          continue;
        }
        // The runtime's own places are its own.
        boolean own = function.matches("(panic\\(|runtime\\.run).*");
        String at = own ? "" : line.replaceAll("^.*:(\\d+).*$", ":$1");
        String of = function.startsWith("created by ") ? "at" : frame(function);
        b.append(of).append(at).append('\n');
      } else {
        function = line;
        b.append(line.isEmpty() || line.startsWith("...") ? line + "\n" : "");
      }
    }
    return b.toString();
  }

  /** {@code main.(*T).f(0x…, …)} without its arguments. */
  private static String frame(String call) {
    int depth = 0;
    for (int i = call.length() - 1; i > 0; i--) {
      depth += call.charAt(i) == ')' ? 1 : call.charAt(i) == '(' ? -1 : 0;
      if (depth == 0) {
        return call.substring(0, i);
      }
    }
    return call;
  }
}

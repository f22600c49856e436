package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.code.Verifier;
import dev.gomem.escape.Placement;
import dev.gomem.library.Library;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Outcome;
import dev.gomem.session.Backend;
import dev.gomem.session.Program;
import dev.gomem.session.Toolchain;
import dev.gomem.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every program of {@code run/}: all stages in a row print what native Go prints and end as it ends. A new test is a new
 * file there.
 */
final class RunCorpusTest {
  private static final Limits LIMITS = new Limits(256L << 20, 32_000_000, 200_000_000, 1 << 20);
  private final Backend backend = new Backend(new Toolchain(new Library()));

  private static Map<String, String> programs() throws IOException {
    Path dir = Path.of("src/test/resources/run");
    List<Path> files = new ArrayList<>();
    try (var list = Files.list(dir)) {
      list.filter(p -> p.toString().endsWith(".go")).sorted().forEach(files::add);
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (Path p : files) {
      all.put(p.getFileName().toString(), Files.readString(p));
    }
    return all;
  }

  @TestFactory
  List<DynamicTest> printAsNativeGo() throws IOException {
    Map<String, String> programs = programs();
    assertTrue(programs.size() >= 30, "the corpus is there");
    Map<String, NativeGo.Result> wanted = new NativeGo().run(programs);
    List<DynamicTest> tests = new ArrayList<>();
    programs.forEach(
        (name, text) ->
            tests.add(
                DynamicTest.dynamicTest(
                    name, () -> compare(wanted.get(name), run(name, text, Placement.GC, Debug.OFF)))));
    return tests;
  }

  /** The same under stress: stacks move at every call, a collection at every allocation. */
  @TestFactory
  List<DynamicTest> printTheSameUnderStress() throws IOException {
    Map<String, String> programs = programs();
    Map<String, NativeGo.Result> wanted = new NativeGo().run(programs);
    List<DynamicTest> tests = new ArrayList<>();
    programs.forEach(
        (name, text) ->
            tests.add(
                DynamicTest.dynamicTest(
                    name, () -> compare(wanted.get(name), run(name, text, Placement.GC, Debug.STRESS)))));
    return tests;
  }

  private NativeGo.Result run(String name, String text, Placement placement, Debug debug) {
    Source source = new Source(name, text);
    Program.Built built = Program.build(backend, source, placement == Placement.GC);
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
            .run((fd, bytes) -> (fd == 1 ? out : err).writeBytes(bytes), LIMITS, debug, false, m -> {})
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

  private static void compare(NativeGo.Result want, NativeGo.Result got) {
    assertEquals(want.stdout(), got.stdout(), () -> "standard output; standard error: " + got.stderr());
    assertEquals(want.exit(), got.exit(), () -> "exit code; standard error: " + got.stderr());
    assertEquals(message(want.stderr()), message(got.stderr()), "standard error");
  }

  /** What a program printed and its panic, without the goroutine's frames. */
  private static String message(String stderr) {
    int at = stderr.indexOf("\ngoroutine ");
    return (at < 0 ? stderr : stderr.substring(0, at + 1)).replaceAll("0x[0-9a-f]+", "0x…");
  }
}

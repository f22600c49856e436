package dev.gomem.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.corpus.NativeGo;
import dev.gomem.library.Library;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.render.Renderer;
import dev.gomem.source.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sessions of lesson cells, one file of {@code cells/} each, cells separated by lines {@code ----}:
 * what they print, answer and show is in the file beside it ({@code -Dgomem.rewrite=true} writes it
 * anew: review the diff), and the Go file they are equal to prints the same when native Go runs it.
 * Files that begin with {@code //picture} show their tables too; what those with a line {@code
 * //schedule} print depends on who runs when, which is ours alone, of those with {@code //pacing}
 * on when collections come, which stress changes. A new test is a new file.
 */
final class CellsCorpusTest {
  private static final Limits LIMITS = new Limits(256L << 20, 4_000_000, 50_000_000, 1 << 20);

  /** {@code -Dgomem.only=redefine} runs these files alone. */
  private static final String ONLY = System.getProperty("gomem.only", "");

  private static final String PICTURE = "//picture\n";
  private static final String SCHEDULE = "//schedule\n";
  private static final String PACING = "//pacing\n";

  /** All but pre-emption, which is another schedule. */
  private static final Debug STRESS_IN_ORDER = new Debug(true, true, false, true);

  private static final Path DIR = Path.of("src/test/resources/cells");
  private final Backend backend = new Backend(new Toolchain(Library.ofTexts()));

  private record Ran(String transcript, String stdout, Session.Assembly assembly) {}

  private static Map<String, String> sessions() throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    try (var list = Files.list(DIR)) {
      for (Path p :
          list.filter(f -> f.toString().matches(".*" + ONLY + ".*[.]cells")).sorted().toList()) {
        all.put(p.getFileName().toString(), Files.readString(p));
      }
    }
    return all;
  }

  @TestFactory
  List<DynamicTest> sayWhatTheyDid() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, String> e : sessions().entrySet()) {
      tests.add(
          DynamicTest.dynamicTest(
              e.getKey(),
              () -> {
                String got = run(e.getValue(), Debug.OFF).transcript();
                Path golden = DIR.resolve(e.getKey().replace(".cells", ".expected"));
                if (Boolean.getBoolean("gomem.rewrite")) {
                  Files.writeString(golden, got);
                }
                assertEquals(Files.readString(golden), got);
              }));
    }
    assertTrue(!ONLY.isEmpty() || tests.size() >= 40, "the corpus is there");
    return tests;
  }

  /**
   * Pictures too: the same bytes from a fresh session with the library that the build has compiled,
   * also after others have run in the process.
   */
  @TestFactory
  List<DynamicTest> sayTheSameTwice() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, String> e : sessions().entrySet()) {
      String text = e.getValue().startsWith(PICTURE) ? e.getValue() : PICTURE + e.getValue();
      tests.add(
          DynamicTest.dynamicTest(
              e.getKey(),
              () -> {
                Backend fresh = new Backend(new Toolchain(Compiled.library()));
                String got = run(text, Debug.OFF).transcript();
                assertEquals(run(text, Debug.OFF, fresh).transcript(), got);
                assertFalse(got.contains("\nINTERNAL: "), got);
              }));
    }
    return tests;
  }

  /**
   * Moving stacks at every call and collecting at every allocation changes nothing that is printed.
   */
  @TestFactory
  List<DynamicTest> printTheSameUnderStress() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, String> e : sessions().entrySet()) {
      if (e.getValue().contains(PACING)) {
        continue;
      }
      Debug stress = e.getValue().contains(SCHEDULE) ? STRESS_IN_ORDER : Debug.STRESS;
      tests.add(
          DynamicTest.dynamicTest(
              e.getKey(),
              () ->
                  assertEquals(
                      run(e.getValue(), Debug.OFF).stdout(), run(e.getValue(), stress).stdout())));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> areEqualToOneGoFile() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, Ran> runs = new LinkedHashMap<>();
    for (Map.Entry<String, String> e : sessions().entrySet()) {
      if (e.getValue().contains("func main()")) {
        continue; // program cells print too, and are no part of the session
      }
      if (e.getValue().contains(SCHEDULE) || e.getValue().contains(PACING)) {
        continue;
      }
      Ran r = run(e.getValue(), Debug.OFF);
      if (r.assembly().complete()) {
        String name = e.getKey().replace(".cells", ".go");
        files.put(name, r.assembly().text());
        runs.put(name, r);
      }
    }
    Map<String, NativeGo.Result> wanted = new NativeGo().run(files);
    List<DynamicTest> tests = new ArrayList<>();
    files.forEach((name, text) ->
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () -> {
                  NativeGo.Result want = wanted.get(name);
                  Ran ran = runs.get(name);
                  assertEquals(
                      want == null ? "" : want.stdout(),
                      ran == null ? "" : ran.stdout(),
                      () -> text + want);
                })));
    assertTrue(!ONLY.isEmpty() || tests.size() >= 12, "most sessions have such a file");
    return tests;
  }

  private Ran run(String text, Debug debug) {
    return run(text, debug, backend);
  }

  private static Ran run(String text, Debug debug, Backend backend) {
    Words words = new Words("en");
    Session session = new Session(words, backend, LIMITS, debug);
    Renderer renderer = new Renderer(words);
    boolean pictures = text.startsWith("//picture\n");
    StringBuilder transcript = new StringBuilder();
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    int n = 0;
    for (String cell :
        (pictures ? text.substring("//picture\n".length()) : text).split("\n----\n")) {
      transcript
          .append("In [")
          .append(++n)
          .append("]:\n")
          .append(cell.stripTrailing())
          .append('\n');
      ByteArrayOutputStream here = new ByteArrayOutputStream();
      Reply r = session.execute(cell, n, pictures, new Console(here, stdout));
      String printed = here.toString(StandardCharsets.UTF_8);
      transcript.append(printed.isEmpty() || printed.endsWith("\n") ? printed : printed + "⏎\n");
      switch (r) {
        case Reply.Done d -> {
          d.notes().forEach(note -> transcript.append("note: ").append(note).append('\n'));
          if (d.result() != null) {
            transcript.append("Out: ").append(d.result()).append('\n');
          }
        }
        case Reply.Failed f ->
            transcript
                .append(f.kind())
                .append(": ")
                .append(String.join("\n", f.lines()))
                .append('\n');
      }
      if (pictures && r.picture() != null) {
        transcript.append(renderer.draw(r.picture()).text());
      }
      transcript.append('\n');
    }
    return new Ran(
        transcript.toString(), stdout.toString(StandardCharsets.UTF_8), session.assemble());
  }

  private record Console(ByteArrayOutputStream here, ByteArrayOutputStream all) implements CellIo {
    @Override
    public void stdout(byte[] bytes) {
      here.writeBytes(bytes);
      all.writeBytes(bytes);
    }

    @Override
    public void stderr(byte[] bytes) {
      here.writeBytes(bytes);
    }

    @Override
    public @Nullable String readLine(String prompt) {
      return null;
    }
  }
}

package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.session.FileRunner;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Wrong programs of our own, one folder of resources a topic: what we say of each is what {@code go
 * build -gcflags=-e} says, at the same line and column, in the same words, lines of detail
 * included. Nothing is expected by hand; a new program is a new file. {@code
 * -Dgomem.only=topic/name} looks at one; {@code -Dgomem.mutants=1000} adds as many programs with
 * seeded mistakes ({@code gomem.seed}), whose build takes a minute.
 */
class CheckCorpusTest {
  @Test
  void messagesAreThoseOfGo() throws IOException, URISyntaxException {
    Map<String, byte[]> programs = programs();
    assertTrue(programs.size() >= 220, programs.size() + " programs");
    String only = System.getProperty("gomem.only", "");
    programs.keySet().removeIf(name -> !name.startsWith(only));
    mutate(programs, Integer.getInteger("gomem.mutants", 0), Long.getLong("gomem.seed", 1));
    Map<String, TreeSet<NativeBuild.Message>> expected = NativeBuild.messages(programs);
    FileRunner gomem = new FileRunner();
    List<String> faults = new ArrayList<>();
    int messages = 0;
    int different = 0;
    for (Map.Entry<String, byte[]> e : programs.entrySet()) {
      TreeSet<NativeBuild.Message> theirs = new TreeSet<>();
      for (NativeBuild.Message m : expected.getOrDefault(e.getKey(), new TreeSet<>())) {
        theirs.add(
            new NativeBuild.Message(
                m.file(), m.line(), m.column(), withoutLibraryPlaces(m.text())));
      }
      messages += theirs.size();
      TreeSet<NativeBuild.Message> ours = new TreeSet<>();
      try {
        for (Diagnostic d : gomem.check(new Source("main.go", e.getValue()))) {
          ours.add(NativeBuild.of(d, withoutLibraryPlaces(d.message())));
        }
      } catch (RuntimeException | StackOverflowError x) {
        faults.add(
            e.getKey()
                + ": thrown: "
                + x
                + " at "
                + List.of(x.getStackTrace()).subList(0, Math.min(4, x.getStackTrace().length)));
        different++;
        continue;
      }
      if (theirs.isEmpty() && !e.getKey().contains(" mutant ")) {
        faults.add(e.getKey() + ": no wrong program");
      }
      TreeSet<NativeBuild.Message> missing = new TreeSet<>(theirs);
      missing.removeAll(ours);
      TreeSet<NativeBuild.Message> surplus = new TreeSet<>(ours);
      surplus.removeAll(theirs);
      missing.forEach(m -> faults.add(e.getKey() + ": go:   " + m));
      surplus.forEach(m -> faults.add(e.getKey() + ": ours: " + m));
      different += missing.isEmpty() && surplus.isEmpty() ? 0 : 1;
    }
    System.out.println(
        programs.size()
            + " wrong programs, "
            + messages
            + " messages of go build; "
            + different
            + " programs differ");
    assertEquals("", String.join("\n", faults));
  }

  /**
   * Adds programs with seeded mistakes: a word, a sign or a line lost, doubled or taken from
   * elsewhere.
   */
  private static void mutate(Map<String, byte[]> programs, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> names = new ArrayList<>(programs.keySet());
    for (int i = 0; i < count; i++) {
      String name = names.get(random.nextInt(names.size()));
      String text = new String(programs.get(name), StandardCharsets.UTF_8);
      List<String> parts = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
      int at = random.nextInt(parts.size());
      String other = parts.get(random.nextInt(parts.size()));
      switch (random.nextInt(4)) {
        case 0 -> parts.remove(at);
        case 1 -> parts.add(at, parts.get(at));
        case 2 -> parts.set(at, other);
        default -> parts.add(at, other);
      }
      programs.put(name + " mutant " + i, String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Where something of the library is declared is another place in Go's library than in ours. */
  private static String withoutLibraryPlaces(String text) {
    return text.replaceAll(
        "\n\t(\\$GOROOT/src/)?(fmt|errors|math)/\\w+\\.go:\\d+:\\d+:", "\n\tlibrary:");
  }

  private static Map<String, byte[]> programs() throws IOException, URISyntaxException {
    URL url = CheckCorpusTest.class.getResource("/wrong");
    assertTrue(url != null, "no corpus");
    Path root = Path.of(url.toURI());
    Map<String, byte[]> programs = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path f : files.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
        String name = root.relativize(f).toString().replace('\\', '/');
        programs.put(name.substring(0, name.length() - 3), Files.readAllBytes(f));
      }
    }
    return programs;
  }
}

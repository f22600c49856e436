package dev.gomem.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.Differences;
import dev.gomem.Sampling;
import dev.gomem.library.Library;
import dev.gomem.session.Toolchain;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.types.Config;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Go's own suites of wrong programs: what {@code gomem check -e} says of each is what {@code go
 * build -gcflags=-e} says: places and first lines. Packages that the programs import are Go's own,
 * checked from their sources. Where we differ stands, with the reason, in the resource {@code
 * differences/build-messages.txt}, which only shrinks. A tenth of the programs, or all; {@code
 * -Dgomem.only=types/check} looks at some, {@code -Dgomem.verbose=true} shows known differences
 * too.
 */
class BuildMessagesTest {
  /** Knows which unexported names of some packages gc knows. */
  private final Toolchain library = new Toolchain(new Library());

  private final Config config = new Config(new StdImporter()).forPrograms();

  @Test
  void messagesAreThoseOfGo() throws IOException {
    String only = System.getProperty("gomem.only", "");
    boolean verbose = Boolean.getBoolean("gomem.verbose");
    List<GoTestdata.Unit> units = GoTestdata.all();
    assertTrue(units.size() > 350, units.size() + " programs");
    units =
        only.isEmpty()
            ? Sampling.of(units)
            : units.stream().filter(u -> u.name().contains(only)).toList();
    Map<String, Map<String, byte[]>> packages = new LinkedHashMap<>();
    units.forEach(u -> packages.put(u.name(), u.files()));
    Map<String, TreeSet<NativeBuild.Message>> expected = NativeBuild.ofPackages(packages);
    Map<String, String> known = Differences.in("build-messages.txt");
    List<String> faults = new ArrayList<>();
    Map<String, int[]> reasons = new TreeMap<>();
    int equal = 0;
    int all = 0;
    int different = 0;
    for (GoTestdata.Unit u : units) {
      TreeSet<NativeBuild.Message> theirs = firstLines(expected.get(u.name()));
      List<String> differences = new ArrayList<>();
      TreeSet<NativeBuild.Message> ours = new TreeSet<>();
      try {
        ours = ours(u);
      } catch (RuntimeException | StackOverflowError x) {
        differences.add("thrown: " + x + " at " + List.of(x.getStackTrace()).subList(0, 4));
      }
      TreeSet<NativeBuild.Message> union = new TreeSet<>(theirs);
      union.addAll(ours);
      for (NativeBuild.Message m : union) {
        if (!ours.contains(m)) {
          differences.add("go:   " + m);
        } else if (!theirs.contains(m)) {
          differences.add("ours: " + m);
        } else {
          equal++;
        }
      }
      all += union.size();
      String reason = known.get(u.name());
      if (!differences.isEmpty()) {
        different++;
        if (reason != null) {
          reasons.computeIfAbsent(reason, _ -> new int[1])[0] += differences.size();
        }
        if (reason == null || verbose) {
          differences.forEach(d -> faults.add(u.name() + ": " + d));
        }
      } else if (reason != null) {
        faults.add(u.name() + ": is the same as Go's now: take it from the list");
      }
    }
    System.out.printf(
        "messages of go build -gcflags=-e over Go's suites: %d of %d equal (%.2f %%), %d of %d"
            + " programs without difference%n",
        equal, all, 100.0 * equal / Math.max(1, all), units.size() - different, units.size());
    reasons.forEach((reason, n) -> System.out.println("  " + n[0] + " " + reason));
    assertEquals("", String.join("\n", faults));
  }

  private TreeSet<NativeBuild.Message> ours(GoTestdata.Unit u) {
    List<Source> sources = new ArrayList<>();
    u.files().forEach((name, text) -> sources.add(new Source(name, text)));
    TreeSet<NativeBuild.Message> out = new TreeSet<>();
    for (Diagnostic d : library.honest(Toolchain.build(sources, config).result().diagnostics())) {
      out.add(NativeBuild.of(d, d.message()).firstLine());
    }
    return out;
  }

  private static TreeSet<NativeBuild.Message> firstLines(
      @Nullable TreeSet<NativeBuild.Message> messages) {
    TreeSet<NativeBuild.Message> out = new TreeSet<>();
    if (messages != null) {
      messages.forEach(m -> out.add(m.firstLine()));
    }
    return out;
  }
}

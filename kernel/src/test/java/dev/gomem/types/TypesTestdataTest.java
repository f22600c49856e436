package dev.gomem.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.Differences;
import dev.gomem.Sampling;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Go's own checker tests ({@code internal/types/testdata}), run in place by their own rules: an
 * annotation is met by a message of its line that contains its text, the nearest column first and
 * within the folder's tolerance; a message meets one annotation. Annotations are blanked out before
 * the checker sees the text. Packages with differences stand with their reasons in the resource
 * {@code differences/types-testdata.txt}. A tenth of the packages, or all; {@code -Dgomem.only}
 * takes some by name.
 */
class TypesTestdataTest {
  private static final Map<String, Integer> TOLERANCE =
      Map.of("check", 50, "examples", 125, "fixedbugs", 100, "spec", 20);

  private final Path goroot = GoRoot.find();
  private final SourceImporter importer = new SourceImporter(goroot);
  private int wanted;
  private int matched;
  private int surplus;
  private int files;
  private int clean;
  private final boolean verbose = Boolean.getBoolean("gomem.verbose");
  private final String only = System.getProperty("gomem.only", "");

  private final Map<String, String> known = Differences.in("types-testdata.txt");
  private final List<String> failures = new ArrayList<>();

  private record Unit(String name, List<Path> files, int tolerance) {}

  @Test
  void annotationsAreMet() throws IOException {
    List<Unit> units = new ArrayList<>();
    for (String dir : List.of("check", "examples", "fixedbugs", "spec")) {
      Path folder = goroot.resolve("src/internal/types/testdata").resolve(dir);
      try (Stream<Path> s = Files.list(folder)) {
        for (Path p : s.sorted().toList()) {
          String name = dir + "/" + p.getFileName();
          if (Files.isDirectory(p)) {
            units.add(new Unit(name, SourceImporter.goFiles(p), TOLERANCE.get(dir)));
          } else if (p.toString().endsWith(".go")) {
            units.add(new Unit(name, List.of(p), TOLERANCE.get(dir)));
          }
        }
      }
    }
    assertTrue(units.size() > 340, units.size() + " packages");
    units = only.isEmpty() ? Sampling.of(units) : units;
    for (Unit u : units) {
      if (u.name.contains(only)) {
        run(u.files, u.tolerance, u.name);
      }
    }
    System.out.printf(
        "types/testdata: %d of %d annotations met (%.1f %%), %d surplus messages, %d of %d packages"
            + " without difference%n",
        matched, wanted, 100.0 * matched / wanted, surplus, clean, files);
    System.out.printf(
        "imported %d lines of Go's packages, %d complaints%n",
        importer.lines, importer.complaints.size());
    if (verbose) {
      importer.complaints.forEach(System.out::println);
    }
    assertEquals("", String.join("\n", failures));
  }

  private void run(List<Path> paths, int tolerance, String name) throws IOException {
    String flags =
        Files.readString(paths.getFirst(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    if (flags.contains("gotypesalias=0") || flags.contains("fakeImportC")) {
      return; // modes of go/types that gc does not have
    }
    files++;
    List<String> faults = new ArrayList<>();
    Map<Source, Annotations> annotations = new IdentityHashMap<>();
    List<Annotations> all = new ArrayList<>();
    List<Node.File> trees = new ArrayList<>();
    List<Diagnostic> got = new ArrayList<>();
    int version = 26;
    boolean testFuncs = name.startsWith("check/");
    try {
      for (Path p : paths) {
        String text = Files.readString(p, StandardCharsets.UTF_8);
        Matcher lang =
            Pattern.compile("^//\\s*-.*-?lang=go1\\.(\\d+)")
                .matcher(text.lines().findFirst().orElse(""));
        if (lang.find()) {
          version = Integer.parseInt(lang.group(1));
        }
        Annotations a = new Annotations(text);
        Source source = new Source(p.getFileName().toString(), a.blanked());
        annotations.put(source, a);
        all.add(a);
        ParseResult<Node.File> r = Parser.parseFile(source);
        got.addAll(r.diagnostics());
        trees.add(r.tree());
      }
      got.addAll(check(trees, version, testFuncs));
    } catch (IOException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement at = e.getStackTrace().length > 0 ? e.getStackTrace()[0] : null;
      faults.add("crash: " + e + " at " + at);
      if (verbose && !only.isEmpty()) {
        e.printStackTrace(System.out);
      }
    }
    for (Annotations a : all) {
      wanted += a.count;
    }
    for (Diagnostic d : got) {
      if (!meet(d, annotations, tolerance)) {
        surplus++;
        faults.add(d.pos() + ": not expected: " + d.message());
      } else {
        matched++;
      }
    }
    for (Map.Entry<Source, Annotations> e : annotations.entrySet()) {
      for (List<Annotations.Want> l : e.getValue().byLine.values()) {
        for (Annotations.Want w : l) {
          faults.add(e.getKey().name() + ":" + w.line() + ":" + w.col() + ": missing: " + w.text());
        }
      }
    }
    if (faults.isEmpty()) {
      clean++;
      if (known.containsKey(name)) {
        failures.add(name + " has no difference any more: take it from the list");
      }
    } else if (!known.containsKey(name)) {
      faults.forEach(f -> failures.add(name + ": " + f));
    } else if (verbose) {
      System.out.println("--- " + name + ": " + known.get(name));
      faults.forEach(System.out::println);
    }
  }

  private List<Diagnostic> check(List<Node.File> trees, int version, boolean testFuncs) {
    Scope universe = Universe.SCOPE;
    if (testFuncs) {
      universe = new Scope(Universe.SCOPE, "package of test functions");
      universe.insert(new Obj.Builtin(null, "assert", BuiltinId.ASSERT));
      universe.insert(new Obj.Builtin(null, "trace", BuiltinId.TRACE));
    }
    String pkgName = trees.getFirst().pkgName().value();
    Package pkg = new Package(pkgName, pkgName, universe);
    Checker check = new Checker(new Config(importer, version, false), pkg, pkg.scope());
    check.files(trees);
    return check.diagnostics; // all that is reported: gc prints equal messages of a line once
  }

  private static boolean meet(Diagnostic d, Map<Source, Annotations> annotations, int tolerance) {
    Pos pos = d.pos();
    Annotations a = annotations.get(pos.source());
    List<Annotations.Want> wants = a != null ? a.byLine.get(pos.line()) : null;
    if (wants == null) {
      return false;
    }
    Annotations.Want best = null;
    for (Annotations.Want w : wants) {
      if (w.matches(d.message())
          && (best == null
              || Math.abs(w.col() - pos.column()) < Math.abs(best.col() - pos.column()))) {
        best = w;
      }
    }
    if (best == null || Math.abs(best.col() - pos.column()) > tolerance) {
      return false;
    }
    wants.remove(best);
    return true;
  }
}

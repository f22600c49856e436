package dev.gomem.types;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Imports Go's own packages by checking their sources, as for linux/amd64 without cgo. For tests.
 */
final class SourceImporter implements Importer {
  private static final Set<String> SYSTEMS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "wasip1",
          "windows",
          "zos",
          "linux");
  private static final Set<String> ARCHS =
      Set.of(
          "386",
          "amd64p32",
          "arm",
          "armbe",
          "arm64",
          "arm64be",
          "loong64",
          "mips",
          "mipsle",
          "mips64",
          "mips64le",
          "mips64p32",
          "mips64p32le",
          "ppc",
          "ppc64",
          "ppc64le",
          "riscv",
          "riscv64",
          "s390",
          "s390x",
          "sparc",
          "sparc64",
          "wasm",
          "amd64");

  private final Path src;
  private final Map<String, Package> packages = new HashMap<>();
  private final Set<String> pending = new HashSet<>();

  /** What was wrong with imported packages: should stay empty. */
  final List<String> complaints = new ArrayList<>();

  long lines;

  SourceImporter(Path goroot) {
    this.src = goroot.resolve("src");
  }

  @Override
  public boolean namesUnexported() {
    return true;
  }

  @Override
  public @Nullable Package importPackage(String path) {
    Package known = packages.get(path);
    if (known != null) {
      return known;
    }
    Path dir = src.resolve(path);
    if (!Files.isDirectory(dir)) {
      dir = src.resolve("vendor").resolve(path);
    }
    if (!Files.isDirectory(dir) || !pending.add(path)) {
      return null;
    }
    List<Node.File> files = new ArrayList<>();
    for (Path p : goFiles(dir)) {
      Source source = read(p);
      if (!included(p.getFileName().toString(), source.text())) {
        continue;
      }
      lines += source.lines();
      ParseResult<Node.File> r = Parser.parseFile(source);
      for (Diagnostic d : r.diagnostics()) {
        // The library may use directives that programs may not.
        if (!d.code().equals("MisplacedDirective")) {
          complaints.add(path + ": " + d);
        }
      }
      files.add(r.tree());
    }
    if (files.isEmpty()) {
      return null;
    }
    CheckResult r = Checker.checkFiles(path, files, new Config(this));
    r.diagnostics().forEach(d -> complaints.add(path + ": " + d));
    packages.put(path, r.pkg());
    return r.pkg();
  }

  @Override
  public String missing(String path) {
    return "could not import " + path + " (not found)";
  }

  static Source read(Path p) {
    try {
      return new Source(p.getFileName().toString(), Files.readAllBytes(p));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> goFiles(Path dir) {
    try (Stream<Path> s = Files.list(dir)) {
      return s.filter(p -> p.toString().endsWith(".go") && Files.isRegularFile(p))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean included(String file, String text) {
    String base = file.substring(0, file.length() - 3);
    if (base.endsWith("_test") || file.startsWith("_") || file.startsWith(".")) {
      return false;
    }
    List<String> parts = List.of(base.split("_", -1));
    int n = parts.size();
    for (int i = Math.max(1, n - 2); i < n; i++) {
      String part = parts.get(i);
      boolean last = i == n - 1;
      if (ARCHS.contains(part) && last && !part.equals("amd64")) {
        return false;
      }
      if (SYSTEMS.contains(part)
          && !part.equals("linux")
          && (last || ARCHS.contains(parts.get(n - 1)))) {
        return false;
      }
    }
    for (String line : text.split("\n")) {
      if (line.startsWith("package ")) {
        break;
      }
      if (line.startsWith("//go:build ")) {
        return new Constraint(line.substring(11)).eval();
      }
    }
    return true;
  }

  /** {@code a && (b || !c)}. */
  private static final class Constraint {
    private final List<String> toks = new ArrayList<>();
    private int i;

    Constraint(String s) {
      var m = Pattern.compile("\\w[\\w.]*|&&|\\|\\||!|\\(|\\)").matcher(s);
      while (m.find()) {
        toks.add(m.group());
      }
    }

    boolean eval() {
      boolean v = and();
      while (i < toks.size() && toks.get(i).equals("||")) {
        i++;
        v = and() | v;
      }
      return v;
    }

    private boolean and() {
      boolean v = not();
      while (i < toks.size() && toks.get(i).equals("&&")) {
        i++;
        v = not() & v;
      }
      return v;
    }

    private boolean not() {
      String t = toks.get(i++);
      if (t.equals("!")) {
        return !not();
      }
      if (t.equals("(")) {
        boolean v = eval();
        i++;
        return v;
      }
      return Set.of(
                  "linux",
                  "amd64",
                  "unix",
                  "gc",
                  "goexperiment.regabiwrappers",
                  "goexperiment.regabiargs",
                  "goexperiment.swissmap",
                  "goexperiment.aliastypeparams",
                  "goexperiment.spinbitmutex",
                  "goexperiment.greenteagc",
                  "goexperiment.dwarf5",
                  "goexperiment.randomizedheapbase64",
                  "goexperiment.sizespecializedmalloc")
              .contains(t)
          || (t.startsWith("go1.") && Integer.parseInt(t.substring(4)) <= 26);
    }
  }
}

package dev.gomem.types;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The packages of Go's own library, checked from their sources by our checker as they are imported.
 * For tests that need real packages; {@code go list} says which files belong to a package on
 * linux/amd64 without cgo.
 */
public final class GoSources implements Importer {
  private record Listed(Path dir, List<String> files, Map<String, String> importMap) {}

  private final Map<String, Listed> listed = new LinkedHashMap<>();
  private final Map<String, CheckResult> checked = new LinkedHashMap<>();
  private final String listing;
  private final Map<String, List<Node.File>> trees = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final List<Diagnostic> syntaxErrors = new ArrayList<>();
  private long lines;
  private long parseNanos;

  private final boolean bodies;

  public GoSources() {
    this(true);
  }

  /**
   * @param bodies whether functions keep their bodies: importing packages needs none
   */
  public GoSources(boolean bodies) {
    this.bodies = bodies;
    String format =
        "{{.ImportPath}}|{{.Dir}}|{{range .GoFiles}}{{.}},{{end}}|{{range $k, $v := .ImportMap}}{{$k}}={{$v}},{{end}}";
    listing = go("list", "-f", format, "std");
    for (String line : listing.split("\n")) {
      String[] f = line.split("\\|", -1);
      Map<String, String> map = new HashMap<>();
      for (String pair : f[3].split(",")) {
        if (!pair.isEmpty()) {
          map.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
      }
      if (f[2].isEmpty()) {
        continue; // tests only
      }
      listed.put(f[0], new Listed(Path.of(f[1]), List.of(f[2].split(",")), map));
    }
  }

  /** What {@code go list} said, a line a package. */
  public String listing() {
    return listing;
  }

  /** The trees of a package that was checked. */
  public List<Node.File> files(String path) {
    return trees.getOrDefault(path, List.of());
  }

  /** Paths of all packages. */
  public List<String> paths() {
    return List.copyOf(listed.keySet());
  }

  /** Paths of the packages checked so far, each after those that it imports. */
  public List<String> checkedPaths() {
    return List.copyOf(checked.keySet());
  }

  /** Lines read so far. */
  long lines() {
    return lines;
  }

  long parseNanos() {
    return parseNanos;
  }

  List<Diagnostic> syntaxErrors() {
    return syntaxErrors;
  }

  @Override
  public boolean namesUnexported() {
    return true;
  }

  @Override
  public boolean knows(String path) {
    return listed.containsKey(path);
  }

  @Override
  public @Nullable Package importPackage(String path) {
    return listed.containsKey(path) ? check(path).pkg() : null;
  }

  /** The check of a package of the library, and before it of those that it imports. */
  public CheckResult check(String path) {
    CheckResult known = checked.get(path);
    if (known != null) {
      return known;
    }
    Listed l = listed.get(path);
    if (l == null) {
      throw new IllegalArgumentException("no package " + path);
    }
    if (!open.add(path)) {
      throw new IllegalStateException("import cycle through " + path);
    }
    List<Node.File> files = new ArrayList<>();
    for (String name : l.files) {
      Path file = l.dir.resolve(name);
      try {
        Source source = new Source(path + "/" + name, Files.readAllBytes(file));
        lines += source.lines();
        long start = System.nanoTime();
        ParseResult<Node.File> r = Parser.parseFile(source);
        parseNanos += System.nanoTime() - start;
        syntaxErrors.addAll(r.diagnostics());
        files.add(bodies ? r.tree() : withoutBodies(r.tree()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Importer vendored = p -> importPackage(l.importMap.getOrDefault(p, p));
    CheckResult result = Checker.checkFiles(path, files, new Config(vendored));
    checked.put(path, result);
    trees.put(path, files);
    return result;
  }

  private static Node.File withoutBodies(Node.File f) {
    List<Decl> decls = new ArrayList<>();
    for (Decl d : f.decls()) {
      decls.add(
          d instanceof Decl.FuncDecl fn
              ? new Decl.FuncDecl(
                  fn.pos(), fn.pragmas(), fn.recv(), fn.name(), fn.tparams(), fn.type(), null)
              : d);
    }
    return new Node.File(f.pos(), f.pragmas(), f.pkgName(), decls, f.eof());
  }

  /** Runs the go command; it is needed. */
  public static String go(String... args) {
    List<String> command = new ArrayList<>(List.of("go"));
    command.addAll(List.of(args));
    try {
      ProcessBuilder b = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      b.environment().put("CGO_ENABLED", "0");
      Process p = b.start();
      String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (p.waitFor() != 0) {
        throw new IllegalStateException(command + " failed");
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

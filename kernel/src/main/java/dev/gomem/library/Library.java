package dev.gomem.library;

import dev.gomem.machine.JavaBody;
import dev.gomem.source.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What packages there are, their texts, and their Java bodies by symbol. */
public final class Library {
  private static final String ROOT = "/dev/gomem/golib/";

  private final Map<String, List<String>> files = new LinkedHashMap<>();
  private final Map<String, JavaBody> bodies = new LinkedHashMap<>();
  private final Set<String> std = new LinkedHashSet<>();
  private final Map<String, Set<String>> missing = new LinkedHashMap<>();
  private final Map<String, Set<String>> unexported = new LinkedHashMap<>();

  public Library() {
    for (String line : read("index").lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(" ");
        files.put(words[0], List.of(words).subList(1, words.length));
      }
    }
    for (String line : read("std").lines().toList()) {
      if (!line.startsWith("#")) {
        std.addAll(List.of(line.trim().split(" ")));
      }
    }
    readNames("missing", missing);
    readNames("unexported", unexported);
    RtBodies.add(bodies);
    MathBodies.add(bodies);
    BytesBodies.add(bodies);
    UnicodeBodies.add(bodies);
    BitsBodies.add(bodies);
    SyncBodies.add(bodies);
  }

  private static void readNames(String resource, Map<String, Set<String>> names) {
    for (String line : read(resource).lines().toList()) {
      if (!line.startsWith("#")) {
        List<String> words = List.of(line.split(" "));
        names.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
      }
    }
  }

  /** True if programs can import it. */
  public boolean importable(String path) {
    return files.containsKey(path) && !path.startsWith("internal/");
  }

  public boolean has(String path) {
    return files.containsKey(path);
  }

  /** True for a package of Go's that gomem does not have: no mistake of the learner's. */
  public boolean isMissing(String path) {
    return std.contains(path) && !importable(path);
  }

  /** True for an exported name that Go's package has and ours does not have yet. */
  public boolean isMissing(String path, String name) {
    return contains(missing, path, name);
  }

  /** True for an unexported name of which gc knows that it is there. */
  public boolean isUnexported(String path, String name) {
    return contains(unexported, path, name);
  }

  /** The package is given by its path or, as messages do, by its name. */
  private static boolean contains(Map<String, Set<String>> names, String pkg, String name) {
    return names.entrySet().stream()
        .anyMatch(e ->
            (e.getKey().equals(pkg) || e.getKey().endsWith("/" + pkg))
                && e.getValue().contains(name));
  }

  /** Import paths, in the index's order: no package comes before one it imports. */
  public List<String> paths() {
    return List.copyOf(files.keySet());
  }

  /** The texts of a package. */
  public List<Source> sources(String path) {
    List<Source> out = new ArrayList<>();
    for (String file : files.getOrDefault(path, List.of())) {
      out.add(new Source(path + "/" + file, read(path + "/" + file)));
    }
    return out;
  }

  /** Java bodies by symbol: {@code math.sqrt}. */
  public Map<String, JavaBody> bodies() {
    return Map.copyOf(bodies);
  }

  /** A text among the library's. */
  static String read(String name) {
    try (InputStream in = Library.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IllegalStateException("library text missing: " + name);
      }
      StringBuilder b = new StringBuilder();
      BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      char[] buf = new char[8192];
      for (int n = r.read(buf); n >= 0; n = r.read(buf)) {
        b.append(buf, 0, n);
      }
      return b.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

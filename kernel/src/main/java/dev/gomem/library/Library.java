package dev.gomem.library;

import dev.gomem.machine.JavaBody;
import dev.gomem.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What packages there are, their texts, and their Java bodies by symbol. */
public final class Library {
  private static final String ROOT = "/dev/gomem/golib/";

  private final Map<String, List<String>> files = new LinkedHashMap<>();
  private final Map<String, List<Source>> sources = new HashMap<>();
  private final Map<String, JavaBody> bodies = new LinkedHashMap<>();
  private final Resources texts;
  private final Resources compiled;

  // Read when a learner's program has a mistake.
  private @Nullable Set<String> std;
  private @Nullable Map<String, Set<String>> missing;
  private @Nullable Map<String, Set<String>> unexported;

  /** Bytes by name. */
  public interface Resources {
    byte @Nullable [] find(String name);
  }

  /** As it is shipped: compiled by the build. Straight from a folder of classes, only its texts. */
  public Library() {
    this(shipped() ? path -> bytes(compiledName(path)) : path -> null);
  }

  /** Of texts, which are compiled when they are needed. */
  public static Library ofTexts() {
    return new Library(path -> null);
  }

  /**
   * @param compiled packages that the build has compiled, by import path
   */
  public Library(Resources compiled) {
    this(Library::resource, compiled);
  }

  /**
   * @param texts the index and the packages' files
   * @param compiled packages that the build has compiled, by import path
   */
  public Library(Resources texts, Resources compiled) {
    this.texts = texts;
    this.compiled = compiled;
    for (String line : new String(text("index"), StandardCharsets.UTF_8).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(" ");
        files.put(words[0], List.of(words).subList(1, words.length));
      }
    }
    RtBodies.add(bodies);
    MathBodies.add(bodies);
    BytesBodies.add(bodies);
    UnicodeBodies.add(bodies);
    BitsBodies.add(bodies);
    SyncBodies.add(bodies);
    CollectorBodies.add(bodies);
    CallersBodies.add(bodies);
  }

  /**
   * Classes of a jar belong together and to what the build wrote beside them; those of a folder may
   * be newer.
   */
  private static boolean shipped() {
    URL index = Library.class.getResource(ROOT + "index");
    return index != null && index.getProtocol().equals("jar");
  }

  /** The resource that a package is compiled into. */
  public static String compiledName(String path) {
    return "/dev/gomem/golib.compiled/" + path + ".package";
  }

  /** A package as the build has compiled it, or null if it has not. */
  public byte @Nullable [] compiled(String path) {
    return compiled.find(path);
  }

  private static Map<String, Set<String>> readNames(String resource) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (String line : read(resource).lines().toList()) {
      if (!line.startsWith("#")) {
        List<String> words = List.of(line.split(" "));
        names.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
      }
    }
    return names;
  }

  private Set<String> std() {
    Set<String> known = std;
    if (known == null) {
      known = new LinkedHashSet<>();
      for (String line : read("std").lines().toList()) {
        if (!line.startsWith("#")) {
          known.addAll(List.of(line.trim().split(" ")));
        }
      }
      std = known;
    }
    return known;
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
    return std().contains(path) && !importable(path);
  }

  /** True for an exported name that Go's package has and ours does not have yet. */
  public boolean isMissing(String path, String name) {
    if (missing == null) {
      missing = readNames("missing");
    }
    return contains(missing, path, name);
  }

  /** True for an unexported name of which gc knows that it is there. */
  public boolean isUnexported(String path, String name) {
    if (unexported == null) {
      unexported = readNames("unexported");
    }
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

  /** The texts of a package, read when somebody looks into them. */
  public List<Source> sources(String path) {
    return sources.computeIfAbsent(
        path,
        p -> {
          List<Source> out = new ArrayList<>();
          for (String file : files.getOrDefault(p, List.of())) {
            String name = p + "/" + file;
            out.add(new Source(name, () -> text(name)));
          }
          return List.copyOf(out);
        });
  }

  /** The text of a name that a source has. */
  public Source source(String name) {
    for (Source s : sources(name.substring(0, name.lastIndexOf('/')))) {
      if (s.name().equals(name)) {
        return s;
      }
    }
    throw new IllegalArgumentException("no text " + name);
  }

  /** Java bodies by symbol: {@code math.sqrt}. */
  public Map<String, JavaBody> bodies() {
    return Map.copyOf(bodies);
  }

  /** A text among the library's. */
  static String read(String name) {
    return new String(found(name, resource(name)), StandardCharsets.UTF_8);
  }

  private byte[] text(String name) {
    return found(name, texts.find(name));
  }

  private static byte[] found(String name, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new IllegalStateException("library text missing: " + name);
    }
    return bytes;
  }

  /** A text of the library as it is shipped. */
  public static byte @Nullable [] resource(String name) {
    return bytes(ROOT + name);
  }

  private static byte @Nullable [] bytes(String name) {
    try (InputStream in = Library.class.getResourceAsStream(name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.gomem.escape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What Go's own compiler says about where things live, asked in batches and kept outside the
 * repository by version of Go and content of what was asked.
 */
public final class NativeEscape {
  private static final Path CACHE =
      Path.of(System.getProperty("user.home"), ".cache", "gomem", "native");

  private NativeEscape() {}

  /**
   * Messages of one package by {@code file:line:col}; {@code path} as in the header before them.
   */
  public record Message(String file, String position, String text) {
    @Override
    public String toString() {
      return file.isEmpty() ? text : file + ":" + position + ": " + text;
    }
  }

  /**
   * Output of {@code go build -gcflags='-m -l'} for each program, by name; a program is one file.
   */
  public static Map<String, List<Message>> programs(Map<String, String> sources) {
    Map<String, List<Message>> byName = new LinkedHashMap<>();
    packages(output(sources, "-m -l"))
        .forEach((path, list) -> byName.put(path.substring(path.indexOf('/') + 1), list));
    for (String name : sources.keySet()) {
      byName.computeIfAbsent(name, k -> List.of());
    }
    return byName;
  }

  /**
   * Why things escape, by program: {@code line:col subject: from -> to; from -> to} for each, in
   * gc's words.
   */
  static Map<String, List<String>> reasons(Map<String, String> sources) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    boolean open = false;
    for (String line : output(sources, "-m=2 -l").split("\n")) {
      if (line.startsWith("# ")) {
        current =
            map.computeIfAbsent(
                line.substring(line.indexOf('/') + 1).strip(), k -> new ArrayList<>());
        continue;
      }
      int colon = line.indexOf(": ");
      if (colon < 0) {
        continue;
      }
      boolean nowhere = line.startsWith("<unknown line number>");
      if (!nowhere && line.indexOf(':') == colon) {
        open = false; // about captures of a variable that has no place
        continue;
      }
      String at = nowhere ? "0:0" : line.substring(line.indexOf(':') + 1, colon);
      String text = line.substring(colon + 2);
      if (text.startsWith("  flow: ")) {
        if (open) {
          String[] flow = text.substring(8, text.length() - 1).split(" ← ");
          int last = current.size() - 1;
          current.set(last, current.get(last) + " " + flow[1] + " -> " + flow[0] + ";");
        }
      } else if (!text.startsWith("    from ")) {
        int in = text.indexOf(" escapes to heap in ");
        open = in >= 0 && text.endsWith(":");
        if (open) {
          current.add(at + " " + text.substring(0, in) + ":");
        }
      }
    }
    return map;
  }

  private static String output(Map<String, String> sources, String flags) {
    StringBuilder key = new StringBuilder();
    sources.forEach((name, text) -> key.append(name).append('\0').append(text).append('\0'));
    return cached(
        "escape",
        flags + key,
        () -> {
          try {
            Path dir = Files.createTempDirectory("gomem-escape");
            Files.writeString(dir.resolve("go.mod"), "module m\n\ngo 1.26\n");
            for (Map.Entry<String, String> e : sources.entrySet()) {
              Path p = Files.createDirectories(dir.resolve(e.getKey()));
              Files.writeString(p.resolve("main.go"), e.getValue());
              if (e.getValue().lines().anyMatch(l -> l.startsWith("func ") && !l.contains("{"))) {
                // With an assembly file beside it gc accepts functions without body.
                Files.writeString(p.resolve("empty.s"), "");
              }
            }
            return go(dir, "build", "-o", "/dev/null", "-gcflags=" + flags, "./...");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Files of GOROOT/test whose own checks are those of escape analysis, by path below it. */
  static Map<String, String> goTests() {
    return goTests("", line -> line.startsWith("// errorcheck") && (line + " ").contains(" -m "));
  }

  /** Go's programs about generic code. */
  static Map<String, String> goGenerics() {
    return goTests("typeparam", line -> line.equals("// run"));
  }

  private static Map<String, String> goTests(String folder, Predicate<String> wanted) {
    Path root = Path.of(go(Path.of("."), "env", "GOROOT").strip(), "test");
    Map<String, String> map = new java.util.TreeMap<>();
    if (!Files.isDirectory(root)) {
      return map;
    }
    try (java.util.stream.Stream<Path> files = Files.walk(root.resolve(folder))) {
      for (Path p : files.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
        String text = Files.readString(p, StandardCharsets.ISO_8859_1);
        String first = text.lines().findFirst().orElse("");
        // Not those of several packages, of other builds, or for the library only.
        boolean alone =
            !text.contains("//go:build")
                && !text.contains("keepalive\nfunc")
                && !p.toString().contains(".dir")
                && !text.contains("\"internal/")
                && !text.contains("archsimd");
        if (alone && wanted.test(first)) {
          map.put(
              root.relativize(p).toString().replace(".go", "").replace('/', '_'),
              Files.readString(p));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return map;
  }

  /**
   * Packages of the library compiled as if they were the user's, flags for them only; files are
   * named {@code container/list/list.go}, and messages about instances of other packages' generic
   * functions are here too.
   */
  static Map<String, List<Message>> packages(String flags, List<String> packages) {
    List<String> args = new ArrayList<>(List.of("build", "-gcflags=" + flags));
    args.addAll(packages);
    String root = go(Path.of("."), "env", "GOROOT").strip() + "/src/";
    String out =
        cached(
            "packages",
            String.join(" ", args),
            () -> go(Path.of("."), args.toArray(new String[0])));
    return packages(out, f -> f.replace(root, ""));
  }

  /** Packages compiled with flags for those that match a pattern. */
  static Map<String, List<Message>> library(String pattern, String flags, List<String> packages) {
    List<String> args = new ArrayList<>(List.of("build", "-gcflags=" + pattern + "=" + flags));
    args.addAll(packages);
    String out =
        cached(
            "library", String.join(" ", args), () -> go(Path.of("."), args.toArray(new String[0])));
    return packages(out);
  }

  private static Map<String, List<Message>> packages(String out) {
    return packages(out, f -> f.substring(f.lastIndexOf('/') + 1));
  }

  private static Map<String, List<Message>> packages(String out, UnaryOperator<String> shorten) {
    Map<String, List<Message>> map = new LinkedHashMap<>();
    List<Message> current = new ArrayList<>();
    for (String line : out.split("\n")) {
      if (line.startsWith("# ")) {
        current = map.computeIfAbsent(line.substring(2).strip(), k -> new ArrayList<>());
        continue;
      }
      int colon = line.indexOf(": ");
      String[] at = colon < 0 ? new String[0] : line.substring(0, colon).split(":");
      if (at.length == 3) {
        String file = shorten.apply(at[0]);
        current.add(new Message(file, at[1] + ":" + at[2], line.substring(colon + 2)));
      } else if (at.length == 2) { // made by the compiler, or too far right for a column
        String file = shorten.apply(at[0]);
        current.add(new Message(file, at[1], line.substring(colon + 2)));
      } else if (line.startsWith("moved to heap: #")) {
        // a variable that gc makes for a range over a function: it has no place
        current.add(new Message("", "", line));
      } else if (!line.isEmpty()) {
        throw new IllegalStateException("unexpected: " + line);
      }
    }
    return map;
  }

  interface Ask {
    String run();
  }

  private static String cached(String kind, String key, Ask ask) {
    String version = go(Path.of("."), "env", "GOVERSION").strip();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      String name = kind + "-" + version + "-" + HexFormat.of().formatHex(digest, 0, 8);
      Path file = CACHE.resolve(name);
      if (Files.exists(file)) {
        return Files.readString(file);
      }
      String out = ask.run();
      Files.createDirectories(CACHE);
      Path tmp = Files.createTempFile(CACHE, kind, ".tmp");
      Files.writeString(tmp, out);
      Files.move(tmp, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A build may fail to link what has no body; what was compiled has been reported by then. */
  private static String go(Path dir, String... args) {
    List<String> command = new ArrayList<>(List.of("go"));
    command.addAll(List.of(args));
    try {
      ProcessBuilder b =
          new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true);
      b.environment().put("CGO_ENABLED", "0");
      Process p = b.start();
      String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = p.waitFor();
      if (exit != 0 && !(args[0].equals("build") && out.startsWith("# "))) {
        throw new IllegalStateException(command + " failed:\n" + out);
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

package dev.gomem.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code go build -gcflags=-e} says of single-file programs. Many are built in one go, each as
 * a package of one temporary module; answers are kept in the user's cache folder by Go version and
 * content, so that a test costs a build only when a program changed.
 */
final class NativeBuild {
  /** A place and a message; lines after the first are joined by newlines. Line 0: no place. */
  record Message(int line, int column, String text) implements Comparable<Message> {
    String firstLine() {
      int end = text.indexOf('\n');
      return end < 0 ? text : text.substring(0, end);
    }

    @Override
    public int compareTo(Message other) {
      int c = Integer.compare(line, other.line);
      c = c != 0 ? c : Integer.compare(column, other.column);
      return c != 0 ? c : text.compareTo(other.text);
    }

    @Override
    public String toString() {
      return line + ":" + column + ": " + text;
    }
  }

  private static final Pattern PLACED =
      Pattern.compile("^(?:/.*/)?(p\\d+)/main\\.go:(\\d+)(?::(\\d+))?: (.*)$");

  private NativeBuild() {}

  /** The messages for each program, by name; the programs' texts are given by name. */
  static Map<String, TreeSet<Message>> messages(Map<String, byte[]> programs) {
    try {
      Path cache =
          Path.of(
              System.getProperty("user.home"),
              ".cache",
              "gomem",
              "native",
              "build-e2-" + go("env", "GOVERSION"));
      Files.createDirectories(cache);
      Map<String, Path> places = new LinkedHashMap<>();
      Map<String, byte[]> missing = new LinkedHashMap<>();
      programs.forEach((name, text) -> {
        Path place = cache.resolve(sha256(text));
        places.put(name, place);
        if (!Files.exists(place)) {
          missing.put(name, text);
        }
      });
      build(missing, places);
      Map<String, TreeSet<Message>> answers = new LinkedHashMap<>();
      for (Map.Entry<String, Path> e : places.entrySet()) {
        answers.put(e.getKey(), read(e.getValue()));
      }
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TreeSet<Message> read(Path file) throws IOException {
    TreeSet<Message> set = new TreeSet<>();
    String[] parts = Files.readString(file).split("\u0000", -1);
    for (int i = 0; i + 2 < parts.length; i += 3) {
      set.add(
          new Message(Integer.parseInt(parts[i]), Integer.parseInt(parts[i + 1]), parts[i + 2]));
    }
    return set;
  }

  /** Builds programs and writes the answer for each to its place. */
  private static void build(Map<String, byte[]> programs, Map<String, Path> places)
      throws IOException {
    if (programs.isEmpty()) {
      return;
    }
    Path module = Files.createTempDirectory("gomem-native");
    try {
      Files.writeString(module.resolve("go.mod"), "module native\n\ngo 1.26\n");
      List<String> names = new ArrayList<>(programs.keySet());
      List<String> all = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        Path folder = Files.createDirectory(module.resolve("p" + i));
        Files.write(folder.resolve("main.go"), programs.get(names.get(i)));
        all.add("./p" + i);
      }
      // Packages that can't even be loaded would keep the others from being compiled: they are
      // built apart.
      List<String> list =
          lines(
              module,
              concat(
                  List.of(
                      "go", "list", "-e", "-f", "{{.Dir}}|{{if or .Error .DepsErrors}}bad{{end}}"),
                  all));
      List<String> bad = new ArrayList<>();
      for (String line : list) {
        if (line.endsWith("|bad")) {
          String dir = line.substring(0, line.indexOf('|'));
          bad.add("./" + dir.substring(dir.lastIndexOf('/') + 1));
        }
      }
      List<String> good = new ArrayList<>(all);
      good.removeAll(bad);
      Map<String, TreeSet<Message>> answers = new LinkedHashMap<>();
      List<String> build = List.of("go", "build", "-gcflags=-e", "-o", "/dev/null");
      if (!good.isEmpty()) {
        collect(lines(module, concat(build, good)), answers);
      }
      for (String one : bad) {
        collect(lines(module, concat(build, List.of(one))), answers);
      }
      for (int i = 0; i < names.size(); i++) {
        StringBuilder b = new StringBuilder();
        for (Message m : answers.getOrDefault("p" + i, new TreeSet<>())) {
          b.append(m.line).append('\0').append(m.column).append('\0').append(m.text).append('\0');
        }
        Path place = places.get(names.get(i));
        Path written = Files.writeString(place.resolveSibling(place.getFileName() + ".new"), b);
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      try (Stream<Path> files = Files.walk(module)) {
        for (Path f : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(f);
        }
      }
    }
  }

  private static void collect(List<String> lines, Map<String, TreeSet<Message>> answers) {
    String about = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("package native/")) {
        continue; // the place follows, as detail
      }
      Matcher m = PLACED.matcher(line.startsWith("\t") ? line.substring(1) : line);
      if (m.matches()) {
        StringBuilder text = new StringBuilder(m.group(4));
        while (i + 1 < lines.size() && lines.get(i + 1).startsWith("\t")) {
          text.append('\n').append(lines.get(++i));
        }
        String root = System.getProperty("gomem.goroot", "");
        String column = m.group(3) == null ? "0" : m.group(3);
        answers
            .computeIfAbsent(m.group(1), _ -> new TreeSet<>())
            .add(
                new Message(
                    Integer.parseInt(m.group(2)),
                    Integer.parseInt(column),
                    withoutRoot(text.toString(), root)));
      } else if (line.startsWith("# native/")) {
        about = line.substring("# native/".length()).strip();
      } else if (line.contains("function main is undeclared in the main package")) {
        answers
            .computeIfAbsent(about, _ -> new TreeSet<>())
            .add(new Message(0, 0, "function main is undeclared in the main package"));
      } else if (!line.isBlank()) {
        throw new IllegalStateException("not understood: " + line);
      }
    }
  }

  /**
   * go names the folder where it looked for a package of its library; that is the machine's, not
   * the program's.
   */
  private static String withoutRoot(String text, String root) {
    return text.replaceFirst("is not in std \\(.*\\)$", "is not in std")
        .replace("./p", "p")
        .replaceAll("p\\d+/main\\.go", "main.go");
  }

  private static List<String> concat(List<String> a, List<String> b) {
    List<String> out = new ArrayList<>(a);
    out.addAll(b);
    return out;
  }

  /** Output and errors of a command, whether it succeeds or not. */
  private static List<String> lines(Path folder, List<String> command) throws IOException {
    Process p =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      p.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return out.lines().toList();
  }

  private static String go(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("go"));
    command.addAll(List.of(args));
    return String.join("\n", lines(Path.of("."), command)).strip();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

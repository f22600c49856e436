package dev.gomem.corpus;

import dev.gomem.source.Diagnostic;
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
 * What {@code go build -gcflags=-e} says of programs. Many are built in one go, each as a package
 * of one temporary module; answers are kept in the user's cache folder by Go version and content,
 * so that a test costs a build only when a program changed.
 */
final class NativeBuild {
  /** The file of a program that has but one. */
  static final String MAIN = "main.go";

  /** A place and a message; lines after the first are joined by newlines. Line 0: no place. */
  record Message(String file, int line, int column, String text) implements Comparable<Message> {
    Message firstLine() {
      int end = text.indexOf('\n');
      return end < 0 ? this : new Message(file, line, column, text.substring(0, end));
    }

    @Override
    public int compareTo(Message other) {
      int c = file.compareTo(other.file);
      c = c != 0 ? c : Integer.compare(line, other.line);
      c = c != 0 ? c : Integer.compare(column, other.column);
      return c != 0 ? c : text.compareTo(other.text);
    }

    @Override
    public String toString() {
      return (file.equals(MAIN) ? "" : file + ":") + line + ":" + column + ": " + text;
    }
  }

  /** A diagnostic of ours in this form, at the place that is printed before it. */
  static Message of(Diagnostic d, String text) {
    if (!d.pos().isKnown()) {
      return new Message("", 0, 0, text);
    }
    Matcher m = PLACED.matcher(d.pos().printed() + ": ");
    if (!m.matches()) {
      throw new IllegalStateException("no place: " + d);
    }
    int column = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
    return new Message(m.group(2), Integer.parseInt(m.group(3)), column, text);
  }

  /** So many programs are built by one command. */
  private static final int BATCH = 300;

  private static final Pattern PLACED =
      Pattern.compile("^(?:(?:/.*/)?(p\\d+)/)?([^:\\s]*):(\\d+)(?::(\\d+))?: (.*)$");

  private NativeBuild() {}

  /** The messages for each program, by name; the programs' texts are given by name. */
  static Map<String, TreeSet<Message>> messages(Map<String, byte[]> programs) {
    Map<String, Map<String, byte[]>> packages = new LinkedHashMap<>();
    programs.forEach((name, text) -> packages.put(name, Map.of(MAIN, text)));
    return ofPackages(packages);
  }

  /** The messages for each package, by name; a package's texts are given by the files' names. */
  static Map<String, TreeSet<Message>> ofPackages(Map<String, Map<String, byte[]>> packages) {
    try {
      Path cache =
          Path.of(
              System.getProperty("user.home"),
              ".cache",
              "gomem",
              "native",
              "build-e4-" + go("env", "GOVERSION"));
      Files.createDirectories(cache);
      Map<String, Path> places = new LinkedHashMap<>();
      Map<String, Map<String, byte[]>> missing = new LinkedHashMap<>();
      packages.forEach((name, files) -> {
        Path place = cache.resolve(digest(files));
        places.put(name, place);
        if (!Files.exists(place)) {
          missing.put(name, files);
        }
      });
      List<String> names = new ArrayList<>(missing.keySet());
      for (int i = 0; i < names.size(); i += BATCH) {
        Map<String, Map<String, byte[]>> some = new LinkedHashMap<>();
        for (String name : names.subList(i, Math.min(names.size(), i + BATCH))) {
          some.put(name, missing.getOrDefault(name, Map.of()));
        }
        build(some, places);
      }
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
    for (int i = 0; i + 3 < parts.length; i += 4) {
      int line = Integer.parseInt(parts[i + 1]);
      int column = Integer.parseInt(parts[i + 2]);
      set.add(new Message(parts[i], line, column, parts[i + 3]));
    }
    return set;
  }

  /** Builds packages and writes the answer for each to its place. */
  private static void build(Map<String, Map<String, byte[]>> packages, Map<String, Path> places)
      throws IOException {
    Path module = Files.createTempDirectory("gomem-native");
    try {
      Files.writeString(module.resolve("go.mod"), "module native\n\ngo 1.26\n");
      List<String> names = new ArrayList<>(packages.keySet());
      List<String> all = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        Path folder = Files.createDirectory(module.resolve("p" + i));
        for (Map.Entry<String, byte[]> f :
            packages.getOrDefault(names.get(i), Map.of()).entrySet()) {
          Files.write(folder.resolve(f.getKey()), f.getValue());
        }
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
        collect(lines(module, concat(build, good)), "", answers);
      }
      for (String one : bad) {
        collect(lines(module, concat(build, List.of(one))), one.substring(2), answers);
      }
      for (int i = 0; i < names.size(); i++) {
        StringBuilder b = new StringBuilder();
        for (Message m : answers.getOrDefault("p" + i, new TreeSet<>())) {
          b.append(m.file).append('\0').append(m.line).append('\0').append(m.column);
          b.append('\0').append(m.text).append('\0');
        }
        Path place = places.get(names.get(i));
        Path written = Files.createTempFile(place.getParent(), "new", "");
        Files.writeString(written, b);
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

  /**
   * @param about the folder of the package that is being built, if it is only one
   */
  private static void collect(
      List<String> lines, String about, Map<String, TreeSet<Message>> answers) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("package native/")) {
        continue; // the place follows, as detail
      }
      Matcher m = PLACED.matcher(line.startsWith("\t") ? line.substring(1) : line);
      if (line.startsWith("# native/")) {
        about = line.substring("# native/".length()).strip();
      } else if (line.contains("function main is undeclared in the main package")) {
        answers
            .computeIfAbsent(about, _ -> new TreeSet<>())
            .add(new Message("", 0, 0, "function main is undeclared in the main package"));
      } else if (m.matches()) {
        StringBuilder text = new StringBuilder(m.group(5));
        if (m.group(5).endsWith(": ") && i + 1 < lines.size()) {
          text.append('\n').append(lines.get(++i)); // what it quotes begins with a newline
        }
        while (i + 1 < lines.size() && lines.get(i + 1).startsWith("\t")) {
          text.append('\n').append(lines.get(++i));
        }
        answers
            .computeIfAbsent(m.group(1) == null ? about : m.group(1), _ -> new TreeSet<>())
            .add(
                new Message(
                    m.group(2),
                    Integer.parseInt(m.group(3)),
                    m.group(4) == null ? 0 : Integer.parseInt(m.group(4)),
                    withoutPlaces(text.toString())));
      } else if (!line.isBlank()) {
        throw new IllegalStateException("not understood: " + line);
      }
    }
  }

  /**
   * go names the folder where it looked for a package of its library, and the packages that we made
   * of the programs; to us each is {@code main}.
   */
  private static String withoutPlaces(String text) {
    return text.replaceAll("\\bnative/p\\d+\\.", "main.")
        .replaceFirst("is not in std \\(.*\\)$", "is not in std")
        .replaceAll("\\[/\\S*/(p\\d+/)", "[$1") // behind a line directive gc's own, whole
        .replace("./p", "p")
        .replaceAll("p\\d+/(\\w+\\.go)", "$1");
  }

  private static List<String> concat(List<String> a, List<String> b) {
    List<String> out = new ArrayList<>(a);
    out.addAll(b);
    return out;
  }

  /** Output and errors of a command, whether it succeeds or not. */
  private static List<String> lines(Path folder, List<String> command) throws IOException {
    ProcessBuilder b = new ProcessBuilder(command).directory(folder.toFile());
    b.environment().put("CGO_ENABLED", "0");
    Process p = b.redirectErrorStream(true).start();
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

  private static String digest(Map<String, byte[]> files) {
    try {
      MessageDigest d = MessageDigest.getInstance("SHA-256");
      files.forEach((name, text) -> {
        d.update((name + '\0' + text.length + '\0').getBytes(StandardCharsets.UTF_8));
        d.update(text);
      });
      return HexFormat.of().formatHex(d.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

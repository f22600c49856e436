package dev.gomem.corpus;

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
import java.util.concurrent.TimeUnit;

/**
 * What the real Go prints for a program, built as a program cell claims to run: {@code
 * -gcflags=-l}. Many programs are built by one command; results are kept outside the project, by
 * the digest of text and toolchain.
 */
public final class NativeGo {
  /** One run. */
  public record Result(String stdout, String stderr, int exit) {}

  private static final int TOGETHER = 100;

  /** The name of such a package until the binary is made: no longer and no shorter than main. */
  private static final String PACKAGE = "mAiN";

  /** No program of a test prints so many bytes on purpose. */
  private static final long MUCH = 20_000_000;

  private final String flags;
  private final Path cache = Path.of(System.getProperty("user.home"), ".cache", "gomem", "native");
  private String version = "";

  public NativeGo() {
    this("-gcflags=-l");
  }

  /**
   * @param flags of {@code go build}
   */
  public NativeGo(String flags) {
    this.flags = flags;
  }

  /** Runs the programs (name to text) that are not known yet; returns all results by name. */
  public Map<String, Result> run(Map<String, String> programs) {
    try {
      version = capture(List.of("go", "env", "GOVERSION"), Path.of("."), 60).stdout.strip();
      Files.createDirectories(cache);
      Map<String, String> unknown = new LinkedHashMap<>();
      programs.forEach((name, text) -> {
        if (!Files.exists(file(text))) {
          unknown.put(name, text);
        }
      });
      if (!unknown.isEmpty()) {
        build(unknown);
      }
      Map<String, Result> all = new LinkedHashMap<>();
      for (Map.Entry<String, String> p : programs.entrySet()) {
        all.put(p.getKey(), read(file(p.getValue())));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * As {@link #run}, for very many programs: {@value #TOGETHER} become packages of one binary, so
   * that linking takes little. Nothing that they do before {@code main} may be seen.
   */
  Map<String, Result> together(Map<String, String> programs) {
    try {
      version = capture(List.of("go", "env", "GOVERSION"), Path.of("."), 60).stdout.strip();
      Files.createDirectories(cache);
      List<String> unknown = new ArrayList<>();
      for (String text : programs.values()) {
        if (!Files.exists(file(PACKAGE + text)) && !unknown.contains(text)) {
          unknown.add(text);
        }
      }
      for (int i = 0; i < unknown.size(); i += TOGETHER) {
        buildTogether(unknown.subList(i, Math.min(unknown.size(), i + TOGETHER)));
      }
      Map<String, Result> all = new LinkedHashMap<>();
      for (Map.Entry<String, String> p : programs.entrySet()) {
        all.put(p.getKey(), read(file(PACKAGE + p.getValue())));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void buildTogether(List<String> texts) throws IOException, InterruptedException {
    Path dir = Files.createTempDirectory("gomem-native");
    try {
      Files.writeString(dir.resolve("go.mod"), "module corpus\n\ngo 1.26\n");
      StringBuilder main = new StringBuilder("package main\n\nimport (\n\t\"os\"\n");
      StringBuilder cases = new StringBuilder("func main() {\n\tswitch os.Args[1] {\n");
      for (int i = 0; i < texts.size(); i++) {
        String p = "p" + i;
        String text =
            texts
                .get(i)
                .replaceFirst("^package main\n", "package " + PACKAGE + "\n")
                .replaceFirst("\nfunc main\\(\\) \\{", "\nfunc Main() {");
        Files.writeString(Files.createDirectory(dir.resolve(p)).resolve("p.go"), text);
        main.append('\t').append(p).append(" \"corpus/").append(p).append("\"\n");
        cases.append("\tcase \"").append(i).append("\":\n\t\t").append(p).append(".Main()\n");
      }
      Files.writeString(dir.resolve("main.go"), main + ")\n\n" + cases + "\t}\n}\n");
      Result built = capture(List.of("go", "build", flags, "-o", "bin/", "./..."), dir, 900);
      if (built.exit != 0) {
        throw new IllegalStateException("go build: " + built.stdout + built.stderr);
      }
      Path binary = dir.resolve("bin").resolve("corpus");
      rename(binary);
      for (int i = 0; i < texts.size(); i++) {
        Result r = capture(List.of(binary.toString(), Integer.toString(i)), dir, 60);
        write(
            file(PACKAGE + texts.get(i)),
            new Result(asMain(r.stdout, i), asMain(r.stderr, i), r.exit));
      }
    } finally {
      delete(dir);
    }
  }

  /**
   * Names of types as if the package were {@code main}, which no package may be that is imported:
   * programs look at the letters and the length of these names.
   */
  private static void rename(Path binary) throws IOException {
    String bytes = Files.readString(binary, StandardCharsets.ISO_8859_1);
    Files.writeString(binary, bytes.replace(PACKAGE + ".", "main."), StandardCharsets.ISO_8859_1);
  }

  /** The same of functions, by their path. */
  private static String asMain(String text, int package_) {
    return text.replaceAll("\\bcorpus/p" + package_ + "\\.", "main.");
  }

  private Path file(String text) {
    try {
      MessageDigest d = MessageDigest.getInstance("SHA-256");
      d.update((version + flags + '\0' + text).getBytes(StandardCharsets.UTF_8));
      return cache.resolve(HexFormat.of().formatHex(d.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void build(Map<String, String> programs) throws IOException, InterruptedException {
    Path dir = Files.createTempDirectory("gomem-native");
    try {
      Files.writeString(dir.resolve("go.mod"), "module corpus\n\ngo 1.26\n");
      Path bin = Files.createDirectory(dir.resolve("bin"));
      int n = 0;
      Map<String, String> dirs = new LinkedHashMap<>();
      for (Map.Entry<String, String> p : programs.entrySet()) {
        String d = "p" + n++;
        dirs.put(p.getKey(), d);
        Files.writeString(Files.createDirectory(dir.resolve(d)).resolve("main.go"), p.getValue());
      }
      Result built = capture(List.of("go", "build", flags, "-o", bin + "/", "./..."), dir, 900);
      if (built.exit != 0) {
        throw new IllegalStateException("go build: " + built.stderr);
      }
      for (Map.Entry<String, String> p : programs.entrySet()) {
        String d = dirs.get(p.getKey());
        Result r = capture(List.of(bin.resolve(d == null ? "" : d).toString()), dir, 60);
        write(file(p.getValue()), r);
      }
    } finally {
      delete(dir);
    }
  }

  private static void delete(Path dir) throws IOException {
    List<Path> all = new ArrayList<>();
    try (var walk = Files.walk(dir)) {
      walk.forEach(all::add);
    }
    for (Path p : all.reversed()) {
      Files.delete(p);
    }
  }

  private static Result capture(List<String> command, Path dir, int seconds)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("gomem", ".out");
    Path err = Files.createTempFile("gomem", ".err");
    try {
      Process p =
          new ProcessBuilder(command)
              .directory(dir.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      p.getOutputStream().close();
      if (!p.waitFor(seconds, TimeUnit.SECONDS)) {
        p.destroyForcibly();
        throw new IllegalStateException(command + " takes too long");
      }
      if (Files.size(out) + Files.size(err) > MUCH) {
        throw new IllegalStateException(command + " prints too much");
      }
      return new Result(text(out), text(err), p.exitValue());
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String text(Path p) throws IOException {
    return new String(Files.readAllBytes(p), StandardCharsets.ISO_8859_1);
  }

  private static void write(Path file, Result r) throws IOException {
    String s = r.exit + "\n" + r.stdout.length() + "\n" + r.stdout + r.stderr;
    Path tmp = Files.createTempFile(file.getParent(), "new", "");
    Files.write(tmp, s.getBytes(StandardCharsets.ISO_8859_1));
    Files.move(tmp, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static Result read(Path file) throws IOException {
    String s = text(file);
    int a = s.indexOf('\n');
    int b = s.indexOf('\n', a + 1);
    int n = Integer.parseInt(s.substring(a + 1, b));
    return new Result(
        s.substring(b + 1, b + 1 + n), s.substring(b + 1 + n), Integer.parseInt(s.substring(0, a)));
  }
}

package dev.gomem.syntax;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * gc's own parser, asked for its errors and its tree. It is built, once for each Go version and
 * each form of the question, from the machine's Go sources in the user's cache folder, and runs as
 * a process that answers one text after the other.
 */
final class Oracle implements AutoCloseable {
  private final Process process;
  private final OutputStream out;
  private final InputStream in;

  Oracle() {
    try {
      process =
          new ProcessBuilder(binary().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
    in = new BufferedInputStream(process.getInputStream(), 1 << 16);
  }

  private static Path binary() throws IOException {
    byte[] main;
    try (InputStream resource = Oracle.class.getResourceAsStream("/oracle/syntax.go.txt")) {
      main = resource == null ? new byte[0] : resource.readAllBytes();
    }
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "gomem", "native");
    Path folder =
        cache.resolve("syntax-" + Go.env("GOVERSION") + "-" + sha256(main).substring(0, 12));
    Path binary = folder.resolve("oracle");
    if (Files.exists(binary)) {
      return binary;
    }
    Files.createDirectories(folder.resolve("syntax"));
    // Another virtual machine with tests may be at it.
    try (FileChannel c = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        FileLock lock = c.lock()) {
      if (lock.isValid() && !Files.exists(binary)) {
        build(folder, main);
        Files.move(folder.resolve("oracle.new"), binary, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return binary;
  }

  private static void build(Path folder, byte[] main) throws IOException {
    try (Stream<Path> files = Files.list(Go.root("src/cmd/compile/internal/syntax"))) {
      for (Path f : files.filter(f -> f.toString().endsWith(".go")).toList()) {
        if (!f.toString().endsWith("_test.go")) {
          Files.copy(
              f,
              folder.resolve("syntax").resolve(f.getFileName()),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Files.write(folder.resolve("main.go"), main);
    Files.writeString(folder.resolve("go.mod"), "module oracle\n\ngo 1.26\n");
    Go.run(List.of("go", "build", "-o", "oracle.new", "."), folder);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Errors, one a line, or, if there are none, the tree or (unless {@code full}) its digest. */
  String ask(byte[] text, boolean full) {
    try {
      out.write((text.length + " " + (full ? 1 : 0) + "\n").getBytes(StandardCharsets.US_ASCII));
      out.write(text);
      out.flush();
      int length = 0;
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new IllegalStateException("the oracle died");
        }
        length = 10 * length + b - '0';
      }
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What our parser says, in the same form. */
  static String ours(byte[] text, boolean full) {
    ParseResult<Node.File> r = Parser.parseFile(new Source("x.go", text), false);
    TreeSet<Fault> faults = new TreeSet<>();
    for (Diagnostic d : r.diagnostics()) {
      // gc's parser leaves directives to its caller.
      if (!d.code().equals("MisplacedDirective")) {
        faults.add(new Fault(d.pos().line(), d.pos().column(), d.message()));
      }
    }
    if (faults.isEmpty()) {
      String dump = TreeDump.of(r.tree());
      return full ? dump : sha256(dump.getBytes(StandardCharsets.UTF_8)) + "\n";
    }
    StringBuilder b = new StringBuilder();
    for (Fault f : faults) {
      b.append(f.line).append(':').append(f.column).append(": ").append(f.message).append('\n');
    }
    return b.toString();
  }

  private record Fault(int line, int column, String message) implements Comparable<Fault> {
    @Override
    public int compareTo(Fault other) {
      int c = Integer.compare(line, other.line);
      c = c != 0 ? c : Integer.compare(column, other.column);
      return c != 0 ? c : message.compareTo(other.message);
    }
  }

  /**
   * Nothing if gc and we agree on {@code text}; else the first line that differs, with some lines
   * before.
   */
  String difference(String name, byte[] text) {
    if (ask(text, false).equals(ours(text, false))) {
      return "";
    }
    List<String> theirs = ask(text, true).lines().toList();
    List<String> ours = ours(text, true).lines().toList();
    int i = 0;
    while (i < theirs.size() && i < ours.size() && theirs.get(i).equals(ours.get(i))) {
      i++;
    }
    return name
        + ": gc: "
        + (i < theirs.size() ? theirs.get(i) : "(end)")
        + " | ours: "
        + (i < ours.size() ? ours.get(i) : "(end)");
  }

  @Override
  public void close() {
    try {
      out.close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

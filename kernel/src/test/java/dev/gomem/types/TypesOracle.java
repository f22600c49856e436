package dev.gomem.types;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Walk;
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
import java.util.stream.Stream;

/**
 * gc's own checker, asked for its errors and for what it knows of each expression. It is built,
 * once for each Go version and each form of the question, from the machine's Go sources in the
 * user's cache folder, and runs as a process that answers one question after the other. {@link
 * #ours} answers in the same form from our checker's results.
 */
final class TypesOracle implements AutoCloseable {
  private final Process process;
  private final OutputStream out;
  private final InputStream in;

  /** {@code listing}: what {@link GoSources#listing} returns. */
  TypesOracle(String listing) {
    try {
      Path file = Files.createTempFile("gomem", ".list");
      Files.writeString(file, listing);
      file.toFile().deleteOnExit();
      process =
          new ProcessBuilder(binary().toString(), file.toString())
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
    try (InputStream resource = TypesOracle.class.getResourceAsStream("/oracle/types.go.txt")) {
      main = resource == null ? new byte[0] : resource.readAllBytes();
    }
    String version = GoSources.go("env", "GOVERSION").strip();
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "gomem", "native");
    Path folder = cache.resolve("types-" + version + "-" + sha256(main).substring(0, 12));
    Path binary = folder.resolve("oracle");
    if (Files.exists(binary)) {
      return binary;
    }
    Files.createDirectories(folder);
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
    Path src = Path.of(GoSources.go("env", "GOROOT").strip()).resolve("src");
    copy(src.resolve("cmd/compile/internal/syntax"), folder.resolve("syntax"));
    copy(src.resolve("cmd/compile/internal/types2"), folder.resolve("types2"));
    copy(src.resolve("internal/types/errors"), folder.resolve("errors"));
    copy(src.resolve("internal/goversion"), folder.resolve("goversion"));
    Files.writeString(
        folder.resolve("types2").resolve("mode.go"),
        "package types2\n\n// ModeOf tells a mode by its number.\nfunc ModeOf(tv TypeAndValue) int { return int(tv.mode) }\n");
    Files.write(folder.resolve("main.go"), main);
    Files.writeString(folder.resolve("go.mod"), "module oracle\n\ngo 1.26\n");
    Process p =
        new ProcessBuilder("go", "build", "-o", "oracle.new", ".")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (p.waitFor() != 0) {
        throw new IllegalStateException("the oracle does not build: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Copies a package's files, with imports of the compiler's packages bent to the copies. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path f : files.sorted().toList()) {
        String name = f.getFileName().toString();
        if (name.endsWith(".go") && !name.endsWith("_test.go") && !name.startsWith("generr")) {
          String text =
              Files.readString(f)
                  .replace("\"cmd/compile/internal/syntax\"", "\"oracle/syntax\"")
                  .replace("\"internal/types/errors\"", "\"oracle/errors\"")
                  .replace("\"internal/goversion\"", "\"oracle/goversion\"");
          Files.writeString(to.resolve(name), text);
        }
      }
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String askPackage(String path) {
    return ask("pkg " + path + "\n", new byte[0]);
  }

  String askText(byte[] text) {
    return ask("text " + text.length + "\n", text);
  }

  private String ask(String header, byte[] body) {
    try {
      out.write(header.getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      StringBuilder length = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IllegalStateException("the oracle has died at " + header);
        }
        length.append((char) c);
      }
      return new String(in.readNBytes(Integer.parseInt(length.toString())), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- our answers

  static String ours(List<Node.File> files, CheckResult r) {
    StringBuilder b = new StringBuilder();
    for (Diagnostic d : r.diagnostics()) {
      b.append('!').append(at(d.pos())).append(": ").append(d.message().replace("\n", "\\n"));
      b.append('\n');
    }
    if (!r.diagnostics().isEmpty()) {
      return b.toString();
    }
    for (Node.File f : files) {
      Walk.preorder(
          f,
          n -> {
            node(b, r.info(), n);
            return true;
          });
    }
    for (Info.Initializer i : r.info().initOrder()) {
      b.append("init");
      for (Obj.Var v : i.lhs()) {
        b.append(' ').append(v.name());
      }
      b.append(' ').append(at(i.rhs().pos())).append('\n');
    }
    return b.toString();
  }

  private static String at(Pos p) {
    return p.isKnown() ? p.relativeName() + ":" + p.line() + ":" + p.column() : "-";
  }

  private static String object(Obj o) {
    return ObjString.of(o, Package::path) + " @" + at(o.pos());
  }

  private static String type(Type t) {
    return TypeString.of(t, Package::path);
  }

  private static void begin(StringBuilder b, Node n, String what) {
    b.append(at(n.pos())).append(' ').append(n.getClass().getSimpleName()).append(' ').append(what);
  }

  private static void node(StringBuilder b, Info info, Node n) {
    if (n instanceof Expr e) {
      Info.TypeAndValue tv = info.typeAndValue(e);
      if (tv != null) {
        begin(b, n, "type");
        b.append(' ').append(tv.mode().ordinal()).append(' ').append(type(tv.type())).append(' ');
        if (tv.value() != null) {
          b.append(tv.value().exactString());
        }
        b.append('\n');
      }
    }
    Obj implicit = info.implicit(n);
    if (implicit != null) {
      begin(b, n, "implicit");
      b.append(' ').append(object(implicit)).append('\n');
    }
    if (n instanceof Expr.Name name) {
      Obj def = info.def(name);
      if (def != null && !(def instanceof Obj.Label)) {
        begin(b, n, "def");
        b.append(' ').append(object(def)).append('\n');
      }
      Obj use = info.use(name);
      if (use != null && !(use instanceof Obj.Label)) {
        begin(b, n, "use");
        b.append(' ').append(object(use)).append('\n');
      }
      Info.Instance i = info.instance(name);
      if (i != null) {
        begin(b, n, "instance");
        for (Type t : i.typeArgs()) {
          b.append(' ').append(type(t)).append(',');
        }
        b.append(' ').append(type(i.type())).append('\n');
      }
    }
    if (n instanceof Expr.SelectorExpr sel) {
      Selection s = info.selection(sel);
      if (s != null) {
        begin(b, n, "selection");
        b.append(' ').append(s.kind().ordinal()).append(' ').append(type(s.recv()));
        b.append(' ').append(s.index().toString().replace(",", "")).append(' ');
        b.append(s.indirect()).append(' ').append(object(s.obj())).append('\n');
      }
    }
  }

  /** Nothing if the answers are equal; else the first lines that differ. */
  static String difference(String name, String theirs, String ours) {
    if (theirs.equals(ours)) {
      return "";
    }
    List<String> a = theirs.lines().toList();
    List<String> b = ours.lines().toList();
    int i = 0;
    while (i < a.size() && i < b.size() && a.get(i).equals(b.get(i))) {
      i++;
    }
    return name
        + "\n  gc:   "
        + (i < a.size() ? a.get(i) : "(end)")
        + "\n  ours: "
        + (i < b.size() ? b.get(i) : "(end)");
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

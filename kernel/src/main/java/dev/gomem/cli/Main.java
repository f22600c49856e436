package dev.gomem.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.gomem.jupyter.KernelProcess;
import dev.gomem.render.Renderer;
import dev.gomem.session.CellIo;
import dev.gomem.session.FileRunner;
import dev.gomem.session.Reply;
import dev.gomem.session.Session;
import dev.gomem.snapshot.Picture;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.source.Words;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The entry point of the one jar: {@code gomem run|check|escape|show|assemble|kernel}. Invariant:
 * what is not done, or not done yet, is said on standard error and has an exit code of its own, so
 * that no script takes silence for success.
 */
@Command(
    name = "gomem",
    description = "Runs Go and shows where the values live.",
    mixinStandardHelpOptions = true,
    version = "gomem " + KernelProcess.VERSION)
public final class Main {
  /** The file was read and something is wrong with it. */
  static final int EXIT_WRONG = 1;

  /** A notebook stands for a Go file only in part: some cells have no such form. */
  static final int EXIT_INCOMPLETE = 3;

  /** The call was wrong, or asks for something that is not there yet (sysexits' EX_USAGE). */
  static final int EXIT_USAGE = 64;

  static final int EXIT_NO_INPUT = 66;

  /** So many messages {@code go build} prints without {@code -e}. */
  private static final int FEW = 10;

  private final PrintStream out;
  private final PrintStream err;

  Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    int[] exit = {EXIT_WRONG};
    PrintStream out = buffered(System.out);
    Thread thread =
        new Thread(
            null,
            () -> exit[0] = new Main(out, System.err).execute(args),
            "gomem",
            Session.STACK_BYTES);
    thread.start();
    thread.join();
    out.flush();
    System.exit(exit[0]);
  }

  /**
   * Standard output is flushed when a command ends: a program that prints much is not slowed down.
   */
  private static PrintStream buffered(OutputStream stream) {
    return new PrintStream(
        new BufferedOutputStream(stream, 1 << 16), false, StandardCharsets.UTF_8);
  }

  /** Runs one command and returns its exit code. */
  int execute(String... args) {
    if (args.length == 2 && !args[1].startsWith("-") && !args[1].startsWith("@")) {
      // Somebody waits for these: without picocli they start 0.1 s sooner.
      switch (args[0]) {
        case "kernel" -> {
          return kernel(Path.of(args[1]));
        }
        case "run" -> {
          Path file = Path.of(args[1]);
          try {
            return run(file);
          } catch (IOException e) {
            return unreadable(e);
          }
        }
        default -> {}
      }
    }
    CommandLine commands = new CommandLine(this);
    commands.getCommandSpec().exitCodeOnInvalidInput(EXIT_USAGE);
    commands
        .getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().exitCodeOnInvalidInput(EXIT_USAGE));
    commands.setExecutionExceptionHandler((fault, command, parsed) -> {
      if (fault instanceof IOException) {
        return unreadable(fault);
      }
      throw fault;
    });
    if (args.length == 0) {
      commands.usage(err);
      return EXIT_USAGE;
    }
    return commands.execute(args);
  }

  private int unreadable(Exception fault) {
    err.println("gomem: cannot read " + fault.getMessage());
    return EXIT_NO_INPUT;
  }

  @Command(description = "Runs a Go file as the built binary would.")
  int run(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    FileRunner.Ran ended = new FileRunner().run(source(file), true, false, new Streams());
    return finish(ended);
  }

  @Command(description = "Prints the messages of go build -gcflags=-e for a Go file.")
  int check(
      @Option(names = "-e", description = "All messages, not only the first ten.") boolean all,
      @Parameters(paramLabel = "FILE") Path file)
      throws IOException {
    List<Diagnostic> wrong = new FileRunner().check(source(file));
    print(wrong, all, err);
    return wrong.isEmpty() ? 0 : EXIT_WRONG;
  }

  @Command(description = "Prints the lines of go build -gcflags='-m -l' for a Go file.")
  int escape(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    FileRunner.Escapes found = new FileRunner().escape(source(file));
    found.lines().forEach(out::println);
    print(found.wrong(), false, err);
    return found.wrong().isEmpty() ? 0 : EXIT_WRONG;
  }

  /** Forms in which a picture can be printed. */
  enum Format {
    text,
    html
  }

  /** Whose rule decides between stack and heap. */
  enum Rule {
    gc,
    simple
  }

  @Command(description = "Runs a Go file and prints the picture of its memory.")
  int show(
      @Option(names = "--placement", defaultValue = "gc", description = "gc or simple")
          Rule placement,
      @Option(names = "--format", defaultValue = "text", description = "text or html")
          Format format,
      @Parameters(paramLabel = "FILE") Path file)
      throws IOException {
    FileRunner.Ran ended =
        new FileRunner().run(source(file), placement == Rule.gc, true, CellIo.NONE);
    Picture picture = ended.picture();
    if (picture != null) {
      Renderer.Views views = new Renderer(new Words("en")).draw(picture);
      out.println(
          switch (format) {
            case text -> views.text();
            case html -> views.html();
          });
    }
    return finish(ended);
  }

  @Command(description = "Prints the Go file that a notebook's lesson cells stand for.")
  int assemble(@Parameters(paramLabel = "NOTEBOOK") Path notebook) throws IOException {
    Session session = Session.open(new Words("en"));
    int number = 0;
    for (String code : codeCells(notebook)) {
      number++;
      if (session.execute(code, number, false, CellIo.NONE) instanceof Reply.Failed failed
          && failed.kind() == Reply.Kind.INTERNAL) {
        failed.lines().forEach(err::println);
        return EXIT_WRONG;
      }
    }
    Session.Assembly assembly = session.assemble();
    out.print(assembly.text());
    return assembly.complete() ? 0 : EXIT_INCOMPLETE;
  }

  @Command(description = "Serves Jupyter over the connection described by a file.")
  int kernel(@Parameters(paramLabel = "CONNECTION") Path connection) {
    return KernelProcess.serve(connection);
  }

  @Command(hidden = true, description = "Plays a short session, for the JVM to learn from.")
  int rehearse() {
    return KernelProcess.rehearse();
  }

  private int finish(FileRunner.Ran ended) {
    out.flush();
    if (!ended.wrong().isEmpty()) {
      print(ended.wrong(), false, err);
    }
    err.print(ended.error());
    return ended.exitCode();
  }

  private static void print(List<Diagnostic> wrong, boolean all, PrintStream to) {
    for (int i = 0; i < wrong.size(); i++) {
      to.println(wrong.get(i));
      if (!all && i == FEW - 1 && wrong.size() > FEW) {
        to.println(wrong.get(i).pos().printed() + ": too many errors");
        return;
      }
    }
  }

  /** Under the name that {@code go build} prints: as short as can be, and seen to be a path. */
  private static Source source(Path file) throws IOException {
    String full = file.toAbsolutePath().normalize().toString();
    String relative =
        Path.of("").toAbsolutePath().relativize(file.toAbsolutePath().normalize()).toString();
    String shorter = relative.length() < full.length() ? relative : full;
    return new Source(shorter.contains("/") ? shorter : "./" + shorter, Files.readAllBytes(file));
  }

  /** The sources of a notebook's code cells, in order. */
  private static List<String> codeCells(Path notebook) throws IOException {
    try {
      JsonObject read = JsonParser.parseString(Files.readString(notebook)).getAsJsonObject();
      return read.getAsJsonArray("cells").asList().stream()
          .map(JsonElement::getAsJsonObject)
          .filter(cell -> cell.get("cell_type").getAsString().equals("code"))
          .map(cell -> text(cell.get("source")))
          .toList();
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IOException(notebook + ": not a notebook", e);
    }
  }

  /** Notebooks keep a text as one string or as its lines. */
  private static String text(JsonElement source) {
    if (source instanceof JsonArray lines) {
      StringBuilder text = new StringBuilder();
      lines.forEach(line -> text.append(line.getAsString()));
      return text.toString();
    }
    return source.getAsString();
  }

  /** A program's streams are the process's. */
  private final class Streams implements CellIo {
    @Override
    public void stdout(byte[] bytes) {
      out.writeBytes(bytes);
    }

    @Override
    public void stderr(byte[] bytes) {
      out.flush();
      err.writeBytes(bytes);
      err.flush();
    }

    @Override
    public @Nullable String readLine(String prompt) {
      out.flush();
      try {
        int b = System.in.read();
        if (b < 0) {
          return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (b >= 0 && b != '\n') {
          bytes.write(b);
          b = System.in.read();
        }
        return bytes.toString(StandardCharsets.UTF_8);
      } catch (IOException e) {
        return null;
      }
    }
  }
}

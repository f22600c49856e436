package dev.gomem.cli;

import dev.gomem.jupyter.KernelProcess;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The entry point of the one jar: {@code gomem run|check|escape|show|assemble|kernel}. Invariant: a
 * subcommand that does nothing yet says so and exits with 64, so that no script takes silence for
 * success.
 */
@Command(
    name = "gomem",
    description = "Runs Go and shows where the values live.",
    mixinStandardHelpOptions = true,
    version = "gomem " + KernelProcess.VERSION)
public final class Main {
  /** The call was wrong, or asks for something that is not there yet (sysexits' EX_USAGE). */
  static final int EXIT_USAGE = 64;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs one command and returns its exit code. */
  static int execute(String... args) {
    if (args.length == 2 && args[0].equals("kernel") && !args[1].startsWith("-")) {
      // A learner waits for this one: without picocli it starts 0.1 s sooner.
      return KernelProcess.serve(Path.of(args[1]));
    }
    CommandLine commands = new CommandLine(new Main());
    commands.getCommandSpec().exitCodeOnInvalidInput(EXIT_USAGE);
    commands
        .getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().exitCodeOnInvalidInput(EXIT_USAGE));
    if (args.length == 0) {
      commands.usage(System.err);
      return EXIT_USAGE;
    }
    return commands.execute(args);
  }

  @Command(description = "Runs a Go file as the built binary would.")
  int run(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    return FileCommands.run(file);
  }

  @Command(description = "Prints the messages of go build -gcflags=-e for a Go file.")
  int check(
      @Option(names = "-e", description = "All messages, not only the first ten.") boolean all,
      @Parameters(paramLabel = "FILE") Path file)
      throws IOException {
    return FileCommands.check(file, all);
  }

  @Command(description = "Prints the lines of go build -gcflags='-m -l' for a Go file.")
  int escape(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    return FileCommands.escape(file);
  }

  @Command(description = "Prints the picture of a Go file's memory.")
  int show(
      @Option(names = "--placement", defaultValue = "gc", description = "gc or simple")
          String placement,
      @Option(names = "--format", defaultValue = "text", description = "text, html, json or page")
          String format,
      @Parameters(paramLabel = "FILE") Path file)
      throws IOException {
    return FileCommands.show(file, placement, format);
  }

  @Command(description = "Prints the Go file that a notebook's lesson cells stand for.")
  int assemble(@Parameters(paramLabel = "NOTEBOOK") Path notebook) throws IOException {
    return FileCommands.assemble(notebook);
  }

  @Command(description = "Serves Jupyter over the connection described by a file.")
  int kernel(@Parameters(paramLabel = "CONNECTION") Path connection) {
    return KernelProcess.serve(connection);
  }

  @Command(hidden = true, description = "Plays a short session, for the JVM to learn from.")
  int rehearse() {
    return KernelProcess.rehearse();
  }
}

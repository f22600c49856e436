package dev.gomem.session;

import dev.gomem.escape.EscapeResult;
import dev.gomem.library.Library;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Outcome;
import dev.gomem.machine.Output;
import dev.gomem.snapshot.Picture;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go files without Jupyter: what the command line's subcommands do with a file. */
public final class FileRunner {
  private final Backend backend = new Backend(new Toolchain(new Library()));

  /** The messages of {@code go build -gcflags=-e}, all of them. */
  public List<Diagnostic> check(Source source) {
    Toolchain.Checked c = backend.toolchain().check(List.of(source));
    List<Diagnostic> wrong = c.result().diagnostics();
    return wrong.isEmpty() ? backend.toolchain().escape(c).faults() : wrong;
  }

  /**
   * The lines of {@code go build -gcflags='-m -l'} about the file itself; gc also has some about
   * instances of generic functions of Go's library, whose bodies are not ours.
   *
   * @param wrong messages if the file does not check; then there are no lines
   */
  public record Escapes(List<String> lines, List<Diagnostic> wrong) {}

  public Escapes escape(Source source) {
    Toolchain.Checked c = backend.toolchain().check(List.of(source));
    List<Diagnostic> wrong = c.result().diagnostics();
    return wrong.isEmpty()
        ? new Escapes(
            backend.toolchain().escape(c).lines().stream()
                .filter(l -> !l.pos().isKnown() || l.pos().source().name().equals(source.name()))
                .map(EscapeResult.Line::toString)
                .toList(),
            List.of())
        : new Escapes(List.of(), wrong);
  }

  /**
   * A run of a file.
   *
   * @param wrong messages if it could not be built; then it did not run
   * @param exitCode of the built binary
   * @param error what the binary prints to standard error when it dies, or ""
   */
  public record Ran(
      List<Diagnostic> wrong, int exitCode, String error, @Nullable Picture picture) {}

  public Ran run(Source source, boolean gc, boolean picture, CellIo io) {
    return switch (Program.build(backend, source, gc)) {
      case Program.Built.Bad b -> new Ran(b.diagnostics(), 1, "", null);
      case Program.Built.Good g -> {
        Output out = new CellOutput(io);
        Program.Run r = g.program().run(out, Limits.DEFAULT, Debug.OFF, picture, m -> {});
        yield switch (r.outcome()) {
          case Outcome.Done d -> new Ran(List.of(), 0, "", r.picture());
          case Outcome.Exited e -> new Ran(List.of(), e.code(), "", r.picture());
          case Outcome.Panicked p -> new Ran(List.of(), 2, p.text(), r.picture());
          case Outcome.Fatal f -> new Ran(List.of(), 2, f.text(), r.picture());
          case Outcome.Interrupted i -> new Ran(List.of(), 130, "", r.picture());
          case Outcome.Limited l ->
              new Ran(List.of(), 2, "limit reached: " + l.which() + "\n", r.picture());
        };
      }
    };
  }
}

package dev.gomem.session;

import dev.gomem.code.CodeUnit;
import dev.gomem.escape.EscapeResult;
import dev.gomem.layout.RType;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Machine;
import dev.gomem.machine.Outcome;
import dev.gomem.machine.Output;
import dev.gomem.snapshot.Picture;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.trace.Plates;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A whole program on a machine of its own: what a program cell and {@code gomem run} run. */
public final class Program {
  private final Backend backend;
  private final Source source;
  private final Settings settings;
  private final EscapeResult escape;
  private final Toolchain.Checked checked;
  private final CodeUnit unit;

  private Program(
      Backend backend,
      Source source,
      Settings settings,
      Toolchain.Checked checked,
      EscapeResult escape,
      CodeUnit unit) {
    this.backend = backend;
    this.source = source;
    this.settings = settings;
    this.checked = checked;
    this.escape = escape;
    this.unit = unit;
  }

  /** A program, or why it is none. */
  public sealed interface Built {
    record Good(Program program) implements Built {}

    record Bad(List<Diagnostic> diagnostics) implements Built {}
  }

  /** How a run ended, and its picture if one was asked for. */
  public record Run(Outcome outcome, @Nullable Picture picture, Machine machine) {}

  /** Builds a file for running under gc's placement ({@code gc}) or the simple rule. */
  public static Built build(Backend backend, Source source, boolean gc) {
    Settings s =
        Settings.START.withPlacement(
            gc ? dev.gomem.escape.Placement.GC : dev.gomem.escape.Placement.SIMPLE);
    return build(backend, backend.toolchain().check(List.of(source)), source, s);
  }

  static Built build(Backend backend, Toolchain.Checked checked, Source source, Settings settings) {
    List<Diagnostic> wrong = checked.result().diagnostics();
    if (!wrong.isEmpty()) {
      return new Built.Bad(wrong);
    }
    EscapeResult escape = backend.toolchain().escape(checked);
    Backend.Compiled c = backend.compile(checked, escape, settings.placement());
    CodeUnit unit = c.unit();
    return unit == null
        ? new Built.Bad(c.diagnostics())
        : new Built.Good(new Program(backend, source, settings, checked, escape, unit));
  }

  public EscapeResult escape() {
    return escape;
  }

  public CodeUnit unit() {
    return unit;
  }

  /**
   * Runs it from an empty memory.
   *
   * @param picture whether one is wanted
   * @param started is told the machine before it runs, so that it can be interrupted
   */
  public Run run(
      Output out, Limits limits, Debug debug, boolean picture, Consumer<Machine> started) {
    Machine machine = backend.machine(out, limits, debug);
    started.accept(machine);
    Outcome o = backend.load(machine, backend.needs(checked.result().pkg()), new HashSet<>());
    PictureMaker maker = new PictureMaker();
    if (picture) {
      machine.watch(maker);
    }
    if (o == null) {
      machine.load(unit);
      o = Backend.init(machine, unit);
    }
    if (o == null) {
      o = machine.run(unit.entry());
    }
    machine.watch(null);
    return new Run(o, picture ? draw(maker, machine) : null, machine);
  }

  private @Nullable Picture draw(PictureMaker maker, Machine machine) {
    maker.endsWith(machine.image());
    return maker.picture(
        new PictureMaker.Of(
            true,
            source.name(),
            source,
            Backend.userFunctions(unit),
            settings,
            new Plates(),
            null,
            machine.runs(),
            List.of(),
            s -> s == source,
            l -> null,
            RType::name,
            f -> null));
  }
}

package dev.gomem.session;

import dev.gomem.code.CodeReader;
import dev.gomem.code.CodeUnit;
import dev.gomem.code.Function;
import dev.gomem.codegen.CodeGenerator;
import dev.gomem.escape.EscapeResult;
import dev.gomem.escape.Placement;
import dev.gomem.ir.IrBuilder;
import dev.gomem.layout.TypeTable;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Machine;
import dev.gomem.machine.Outcome;
import dev.gomem.machine.Output;
import dev.gomem.source.Diagnostic;
import dev.gomem.types.Package;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stages from checked trees to a machine. Library packages are compiled under gc's placement,
 * by the build or when they are first needed, and loaded into each machine that needs them; a
 * function of theirs is looked up when it is linked.
 */
public final class Backend {
  /** What a package named {@code main} would be called is never the library's. */
  private static final long SEED = 1;

  private final Toolchain toolchain;
  private final TypeTable types = new TypeTable();
  private final IrBuilder ir = new IrBuilder(types);
  private final IrBuilder libraryIr = IrBuilder.forLibrary(types);
  private final CodeGenerator codegen = new CodeGenerator();
  private final Map<String, CodeUnit> library = new LinkedHashMap<>();
  private final List<Machine.Finder> finders = new ArrayList<>();

  public Backend(Toolchain toolchain) {
    this.toolchain = toolchain;
  }

  public Toolchain toolchain() {
    return toolchain;
  }

  IrBuilder ir() {
    return ir;
  }

  CodeGenerator codegen() {
    return codegen;
  }

  /** A unit, or what could not be compiled yet. */
  public record Compiled(@Nullable CodeUnit unit, List<Diagnostic> diagnostics) {}

  /** Compiles a learner's checked program. */
  public Compiled compile(Toolchain.Checked program, EscapeResult escape, Placement placement) {
    IrBuilder.Result r =
        ir.buildPackage(
            program.result().pkg(),
            program.files(),
            program.result().info(),
            escape,
            new IrBuilder.Options(placement, false));
    return r.diagnostics().isEmpty()
        ? new Compiled(codegen.generate(r.unit()), List.of())
        : new Compiled(null, r.diagnostics());
  }

  /** A library package's code, but for what is found function by function. */
  private CodeUnit library(String path) {
    CodeUnit old = library.get(path);
    if (old != null) {
      return old;
    }
    BuiltPackage built = toolchain.built(path);
    CodeUnit made;
    if (built != null) {
      CodeReader code = CodeReader.open(built.code(), types, toolchain.library()::source);
      finders.add(code::find);
      made = code.withoutFunctions();
    } else {
      CodeUnit whole = fromTexts(path);
      Map<String, Function> functions = new HashMap<>();
      whole.functions().forEach(f -> functions.put(f.symbol(), f));
      finders.add(functions::get);
      made =
          new CodeUnit(List.of(), whole.globals(), whole.methodSets(), whole.init(), whole.entry());
    }
    library.put(path, made);
    return made;
  }

  /** A function of a library package that has been loaded into some machine. */
  private @Nullable Function find(String symbol) {
    for (Machine.Finder f : finders) {
      Function found = f.find(symbol);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Compiles a library package. */
  CodeUnit fromTexts(String path) {
    Toolchain.Checked c = toolchain.checked(path);
    IrBuilder.Result r =
        libraryIr.buildPackage(
            c.result().pkg(),
            c.files(),
            c.result().info(),
            toolchain.escaped(path),
            new IrBuilder.Options(Placement.GC, true));
    if (!r.diagnostics().isEmpty()) {
      throw new IllegalStateException(
          "library package " + path + " does not compile: " + r.diagnostics());
    }
    return codegen.generate(r.unit());
  }

  /** Library packages that a package needs, each after those it imports itself. */
  List<String> needs(Package pkg) {
    Set<String> out = new LinkedHashSet<>();
    for (Package p : pkg.imports()) {
      collect(p, out);
    }
    return new ArrayList<>(out);
  }

  void collect(Package p, Set<String> out) {
    if (toolchain.library().has(p.path()) && !out.contains(p.path())) {
      p.imports().forEach(q -> collect(q, out));
      out.add(p.path());
    }
  }

  public Machine machine(Output out, Limits limits, Debug debug) {
    Machine m = new Machine(types, toolchain.library().bodies(), out, limits, debug, SEED);
    m.finder(this::find);
    return m;
  }

  /**
   * Loads library packages and runs their initialisers.
   *
   * @return how the first initialiser that did not end well ended, or null
   */
  @Nullable Outcome load(Machine machine, List<String> paths, Set<String> loaded) {
    for (String path : paths) {
      if (loaded.add(path)) {
        CodeUnit unit = library(path);
        machine.load(unit);
        Outcome o = init(machine, unit);
        if (o != null) {
          return o;
        }
      }
    }
    return null;
  }

  /** Runs a unit's initialisers; null if all ended well. */
  static @Nullable Outcome init(Machine machine, CodeUnit unit) {
    for (String symbol : unit.init()) {
      Outcome o = machine.run(symbol);
      if (!(o instanceof Outcome.Done)) {
        return o;
      }
    }
    return null;
  }

  static List<Function> userFunctions(CodeUnit unit) {
    return unit.functions().stream().filter(f -> f.source() != null).toList();
  }
}

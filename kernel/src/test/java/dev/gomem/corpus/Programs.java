package dev.gomem.corpus;

import dev.gomem.code.CodeUnit;
import dev.gomem.codegen.CodeGenerator;
import dev.gomem.escape.Escape;
import dev.gomem.escape.EscapeResult;
import dev.gomem.escape.Generics;
import dev.gomem.escape.Placement;
import dev.gomem.escape.Tags;
import dev.gomem.ir.IrBuilder;
import dev.gomem.ir.IrUnit;
import dev.gomem.ir.IrVerifier;
import dev.gomem.layout.TypeTable;
import dev.gomem.library.Library;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Machine;
import dev.gomem.machine.Outcome;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import dev.gomem.types.CheckResult;
import dev.gomem.types.Checker;
import dev.gomem.types.Config;
import dev.gomem.types.Importer;
import dev.gomem.types.Package;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whole programs through all stages, for tests: the library is compiled once, each program gets a
 * machine of its own.
 */
public final class Programs implements Importer {
  private final Library library = new Library();
  private final TypeTable types = new TypeTable();
  private final IrBuilder builder = new IrBuilder(types);
  private final Config config = new Config(this);
  private final Map<String, CheckResult> checked = new LinkedHashMap<>();
  private final Map<String, EscapeResult> escaped = new LinkedHashMap<>();
  private final List<CodeUnit> units = new ArrayList<>();
  private final Generics generics = new Generics();

  /** What a program did. {@code code} is what the process would exit with. */
  public record Ran(String stdout, String stderr, String both, int code, Outcome outcome) {}

  /** A compiled program, or why it is none. */
  public record Built(@Nullable IrUnit ir, @Nullable CodeUnit unit, List<Diagnostic> diagnostics) {}

  @Override
  public @Nullable Package importPackage(String path) {
    if (!library.has(path)) {
      return null;
    }
    CheckResult done = checked.get(path);
    if (done != null) {
      return done.pkg();
    }
    List<Node.File> files = new ArrayList<>();
    for (Source s : library.sources(path)) {
      files.add(Parser.parseFile(s).tree());
    }
    CheckResult r = Checker.checkFiles(path, files, config);
    if (!r.ok()) {
      throw new IllegalStateException("library " + path + ": " + r.diagnostics());
    }
    checked.put(path, r);
    EscapeResult e =
        Escape.analyze(
            functions(files), r.info(), r.pkg(), generics, tags(path), Escape.Author.LIBRARY);
    escaped.put(path, e);
    IrBuilder.Result ir =
        builder.buildPackage(
            r.pkg(), files, r.info(), e, new IrBuilder.Options(Placement.GC, true));
    if (!ir.diagnostics().isEmpty()) {
      throw new IllegalStateException("library " + path + ": " + ir.diagnostics());
    }
    IrVerifier.verify(ir.unit());
    units.add(new CodeGenerator().generate(ir.unit()));
    return r.pkg();
  }

  private Tags tags(String without) {
    return (f, p) -> {
      Package pkg = f.pkg();
      EscapeResult e = pkg == null || pkg.path().equals(without) ? null : escaped.get(pkg.path());
      return e == null ? null : e.tags(f, p);
    };
  }

  private static List<Decl.FuncDecl> functions(List<Node.File> files) {
    List<Decl.FuncDecl> out = new ArrayList<>();
    for (Node.File f : files) {
      for (Decl d : f.decls()) {
        if (d instanceof Decl.FuncDecl fn) {
          out.add(fn);
        }
      }
    }
    return out;
  }

  public Built build(Source source, Placement placement) {
    ParseResult<Node.File> parsed = Parser.parseFile(source);
    if (!parsed.diagnostics().isEmpty()) {
      return new Built(null, null, parsed.diagnostics());
    }
    List<Node.File> files = List.of(parsed.tree());
    CheckResult r = Checker.checkFiles("main", files, config);
    if (!r.ok()) {
      return new Built(null, null, r.diagnostics());
    }
    EscapeResult e =
        Escape.analyze(
            functions(files), r.info(), r.pkg(), generics, tags("main"), Escape.Author.LEARNER);
    IrBuilder.Result ir =
        builder.buildPackage(r.pkg(), files, r.info(), e, new IrBuilder.Options(placement, false));
    if (!ir.diagnostics().isEmpty()) {
      return new Built(ir.unit(), null, ir.diagnostics());
    }
    IrVerifier.verify(ir.unit());
    return new Built(ir.unit(), new CodeGenerator().generate(ir.unit()), List.of());
  }

  public Ran run(CodeUnit unit, Debug debug, Limits limits) {
    return run(unit, debug, limits, Long.MAX_VALUE);
  }

  /** As {@link #run}, interrupted after so many seconds: a collection in a loop has few events. */
  public Ran run(CodeUnit unit, Debug debug, Limits limits, long seconds) {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    Machine m =
        new Machine(
            types,
            library.bodies(),
            (fd, bytes) -> {
              (fd == 1 ? stdout : stderr).writeBytes(bytes);
              both.writeBytes(bytes);
            },
            limits,
            debug,
            1);
    Thread watch =
        Thread.startVirtualThread(() -> {
          try {
            TimeUnit.SECONDS.sleep(seconds);
            m.interrupt();
          } catch (InterruptedException e) {
            // The program has ended.
          }
        });
    List<String> init = new ArrayList<>();
    for (CodeUnit u : units) {
      m.load(u);
      init.addAll(u.init());
    }
    m.load(unit);
    init.addAll(unit.init());
    init.add(unit.entry());
    Outcome o = new Outcome.Done();
    for (String symbol : init) {
      o = m.run(symbol);
      if (!(o instanceof Outcome.Done)) {
        break;
      }
    }
    watch.interrupt();
    String text =
        switch (o) {
          case Outcome.Panicked p -> p.text();
          case Outcome.Fatal f -> f.text();
          case Outcome.Done _, Outcome.Exited _, Outcome.Interrupted _, Outcome.Limited _ -> "";
        };
    int code =
        switch (o) {
          case Outcome.Done d -> 0;
          case Outcome.Exited x -> x.code();
          case Outcome.Panicked _, Outcome.Fatal _ -> 2;
          case Outcome.Interrupted _, Outcome.Limited _ -> -1;
        };
    return new Ran(
        stdout.toString(StandardCharsets.UTF_8),
        stderr.toString(StandardCharsets.UTF_8) + text,
        both.toString(StandardCharsets.UTF_8) + text,
        code,
        o);
  }
}

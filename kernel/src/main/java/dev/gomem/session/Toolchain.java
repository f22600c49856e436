package dev.gomem.session;

import dev.gomem.escape.Escape;
import dev.gomem.escape.EscapeResult;
import dev.gomem.escape.Generics;
import dev.gomem.escape.Tags;
import dev.gomem.ir.Symbols;
import dev.gomem.library.Library;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.source.Stage;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.FileHeader;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import dev.gomem.types.CheckResult;
import dev.gomem.types.Checker;
import dev.gomem.types.Config;
import dev.gomem.types.Importer;
import dev.gomem.types.Obj;
import dev.gomem.types.Outlined;
import dev.gomem.types.Package;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stages up to checked trees, and the library's packages, each checked once when it is first
 * imported. A library package that does not check is our bug and an exception, not a diagnostic.
 */
public final class Toolchain implements Importer {
  private final Library library;
  private final Map<String, Checked> packages = new LinkedHashMap<>();
  private final Map<String, EscapeResult> escapes = new LinkedHashMap<>();
  private final Generics generics = new Generics();
  private final Map<String, BuiltPackage> built = new LinkedHashMap<>();
  private final Map<String, Package> outlined = new HashMap<>();
  private final Config config = new Config(this);
  private final Config learners = new Config(new LearnersImporter()).forPrograms();

  /** What a learner's program can import. */
  private final class LearnersImporter implements Importer {
    @Override
    public @Nullable Package importPackage(String path) {
      return library.importable(path) ? Toolchain.this.importPackage(path) : null;
    }

    @Override
    public boolean knows(String path) {
      return library.importable(path) || library.isMissing(path);
    }

    @Override
    public String missing(String path) {
      String wrong = wrongPath(path);
      if (!wrong.isEmpty()) {
        return wrong;
      }
      return library.isMissing(path)
          ? "not supported yet: package " + path
          : Importer.super.missing(path);
    }

    @Override
    public List<String> pathsByName(String name) {
      return Toolchain.this.pathsByName(name);
    }
  }

  /** What go says of a path that no package of its library can have; "" if one can. */
  public static String wrongPath(String path) {
    if (path.startsWith("./") || path.startsWith("../")) {
      return "\""
          + path
          + "\" is relative, but relative import paths are not supported in module mode";
    }
    if (path.startsWith("/")) {
      return "\"" + path + "\" is not a package path; see 'go help packages'";
    }
    if (path.endsWith("/") || path.contains("//")) {
      String fault = path.endsWith("/") ? "trailing slash" : "double slash";
      return "malformed import path \"" + path + "\": " + fault;
    }
    if (("/" + path + "/").contains("/internal/")) {
      return "use of internal package " + path + " not allowed";
    }
    if (path.split("/", 2)[0].contains(".")) {
      return "no required module provides package " + path + "; to add it:\n\tgo get " + path;
    }
    return "";
  }

  /** A checked package with its trees. */
  public record Checked(List<Node.File> files, CheckResult result) {}

  public Toolchain(Library library) {
    this.library = library;
  }

  public Library library() {
    return library;
  }

  /** For checking a learner's text. */
  public Config config() {
    return learners;
  }

  private static final Pattern UNDEFINED =
      Pattern.compile("undefined: (\\w+)\\.(\\w+)( \\(but have \\w+\\))?");

  private static final Pattern NO_METHOD =
      Pattern.compile("\\S+ undefined \\(type \\*?(\\w+)\\.(\\w+) has no field or method (\\w+).*");

  /**
   * A name that Go's package has and ours has not is no mistake of the learner's: says so instead.
   * And an unexported name that gc knows of is not exported rather than undefined.
   */
  public List<Diagnostic> honest(List<Diagnostic> diagnostics) {
    List<Diagnostic> out = new ArrayList<>();
    for (Diagnostic d : diagnostics) {
      Matcher m = UNDEFINED.matcher(d.message());
      Matcher method = NO_METHOD.matcher(d.message());
      out.add(
          m.matches()
              ? honest(d, m.group(1), m.group(2))
              : method.matches()
                  ? honest(d, method.group(1), method.group(2) + "." + method.group(3))
                  : d);
    }
    return List.copyOf(out);
  }

  private Diagnostic honest(Diagnostic d, String pkg, String name) {
    if (library.isMissing(pkg, name)) {
      String message = "not supported yet: " + pkg + "." + name;
      return new Diagnostic(
          d.pos(), d.length(), "NotSupportedYet", message, Stage.LIBRARY, d.soft());
    }
    if (library.isUnexported(pkg, name)) {
      String message = "name " + name + " not exported by package " + pkg;
      return new Diagnostic(d.pos(), d.length(), "UnexportedName", message, d.stage(), d.soft());
    }
    return d;
  }

  /** Checks a learner's program against our library: see {@link #build}. */
  public Checked check(List<Source> sources) {
    Checked c = build(sources, learners);
    CheckResult r = c.result();
    return r.ok()
        ? c
        : new Checked(c.files(), new CheckResult(r.pkg(), r.info(), honest(r.diagnostics())));
  }

  /**
   * Parses and checks a program's files as {@code go build} does: first package clauses and
   * imports, and only if there is nothing to say of them the rest; with syntax errors nothing else
   * is reported, while what else the parser finds (labels, characters) comes in line with the
   * checker's messages; a program that is right but for its {@code main} gets the linker's
   * complaint, which has no place.
   *
   * @return trees and result; the trees are whole only if there are no diagnostics
   */
  public static Checked build(List<Source> sources, Config config) {
    List<Node.File> files = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    List<Diagnostic> loading = new ArrayList<>();
    boolean canCheck = true;
    for (Source s : sources) {
      ParseResult<Node.File> r = Parser.parseFile(s);
      files.add(r.tree());
      FileHeader.Head head = FileHeader.read(s);
      loading.addAll(head.diagnostics());
      loading.addAll(unknown(head.imports(), config.importer()));
      faults.addAll(r.diagnostics());
      canCheck &= r.canCheck();
    }
    if (!loading.isEmpty() || !canCheck) {
      List<Diagnostic> told = loading.isEmpty() ? faults : loading;
      return new Checked(
          files, new CheckResult(new Package("main", "main"), new dev.gomem.types.Info(), told));
    }
    // What gc looks for when all else is right it doesn't look for after the parser's messages.
    Config rest = faults.isEmpty() ? config : new Config(config.importer());
    CheckResult result = Checker.checkFiles("main", files, rest);
    if (result.pkg().name().equals("main")
        && faults.isEmpty()
        && result.ok()
        && !(result.pkg().scope().lookup("main") instanceof Obj.Func)) {
      String missing = "function main is undeclared in the main package";
      faults.add(Diagnostic.of(Pos.NONE, "MissingMain", missing, Stage.TYPES));
    }
    if (faults.isEmpty() && result.ok()) {
      return new Checked(files, result);
    }
    faults.addAll(result.diagnostics());
    Diagnostic.sort(faults, sources);
    return new Checked(files, new CheckResult(result.pkg(), result.info(), faults));
  }

  /** What go says of imports of which there is no package in Go. */
  private static List<Diagnostic> unknown(List<FileHeader.Import> imports, Importer importer) {
    List<Diagnostic> out = new ArrayList<>();
    for (FileHeader.Import i : imports) {
      if (!i.path().equals("unsafe") && !importer.knows(i.path())) {
        String message = importer.missing(i.path());
        out.add(Diagnostic.of(i.pos(), "BrokenImport", message, Stage.TYPES));
      }
    }
    return out;
  }

  @Override
  public @Nullable Package importPackage(String path) {
    if (!library.has(path)) {
      return null;
    }
    BuiltPackage built = built(path);
    if (built == null) {
      return checked(path).result().pkg();
    }
    Package p = outlined.get(path);
    if (p == null) {
      p = later(path, built);
      outlined.put(path, p);
    }
    return p;
  }

  /** A package that the build has compiled: its declarations are checked if somebody looks. */
  private Package later(String path, BuiltPackage built) {
    List<Package> imports = new ArrayList<>();
    for (String i : built.imports()) {
      Package p = importPackage(i);
      if (p != null) {
        imports.add(p);
      }
    }
    return Package.later(path, built.name(), imports, pkg -> outline(pkg, built));
  }

  private void outline(Package pkg, BuiltPackage built) {
    List<Node.File> files = new ArrayList<>();
    for (Source s : library.sources(pkg.path())) {
      files.add(Parser.parseOutline(s, built.outlines().get(files.size())));
    }
    Outlined r = Checker.outline(pkg, files, config);
    if (!r.diagnostics().isEmpty()) {
      throw new IllegalStateException(
          "outline of " + pkg.path() + " does not check: " + r.diagnostics());
    }
    generics.declare(functions(files), r.info(), pkg, Escape.Author.LIBRARY, r::body);
  }

  /** What the build has made of a package, or null if it has not. */
  @Nullable BuiltPackage built(String path) {
    BuiltPackage old = built.get(path);
    if (old == null) {
      byte[] bytes = library.compiled(path);
      if (bytes != null) {
        old = BuiltPackage.read(bytes);
        built.put(path, old);
      }
    }
    return old;
  }

  @Override
  public List<String> pathsByName(String name) {
    List<String> out = new ArrayList<>();
    for (String path : library.paths()) {
      if (library.importable(path) && path.substring(path.lastIndexOf('/') + 1).equals(name)) {
        out.add(path);
      }
    }
    return out;
  }

  /** Escape analysis of a learner's checked program. */
  public EscapeResult escape(Checked program) {
    return escape(program, generics);
  }

  /** The same of a program that will not be compiled. */
  EscapeResult tried(Checked program) {
    return escape(program, generics.copy());
  }

  private EscapeResult escape(Checked program, Generics generics) {
    return Escape.analyze(
        functions(program.files()),
        program.result().info(),
        program.result().pkg(),
        generics,
        tags(),
        Escape.Author.LEARNER);
  }

  /** Bodies of generic functions, the library's and those of a session's cells. */
  Generics generics() {
    return generics;
  }

  /** Parameter tags of the library's functions, of packages analysed when first asked for. */
  Tags tags() {
    Tags compiled = tagsOutside("");
    return (f, p) -> {
      Package pkg = f.pkg();
      BuiltPackage b = pkg == null || !library.has(pkg.path()) ? null : built(pkg.path());
      return b == null ? compiled.tags(f, p) : b.tags(Symbols.functionName(f.origin()));
    };
  }

  /**
   * As {@link #tags}, knowing nothing of a package that is being analysed itself (its bodyless
   * functions ask).
   */
  private Tags tagsOutside(String path) {
    return (f, p) -> {
      Package pkg = f.pkg();
      boolean ours = pkg != null && !pkg.path().equals(path) && library.has(pkg.path());
      return ours && pkg != null ? escaped(pkg.path()).tags(f, p) : null;
    };
  }

  /** Escape analysis of a library package. */
  public EscapeResult escaped(String path) {
    EscapeResult old = escapes.get(path);
    if (old == null) {
      Checked c = checked(path);
      old =
          Escape.analyze(
              functions(c.files()),
              c.result().info(),
              c.result().pkg(),
              generics,
              tagsOutside(path),
              Escape.Author.LIBRARY);
      escapes.put(path, old);
    }
    return old;
  }

  static List<Decl.FuncDecl> functions(List<Node.File> files) {
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

  /** A library package's trees and types. */
  public Checked checked(String path) {
    Checked old = packages.get(path);
    if (old != null) {
      return old;
    }
    List<Node.File> files = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (Source s : library.sources(path)) {
      ParseResult<Node.File> r = Parser.parseFile(s);
      files.add(r.tree());
      faults.addAll(r.diagnostics());
    }
    CheckResult result = Checker.checkFiles(path, files, config);
    faults.addAll(result.diagnostics());
    if (!faults.isEmpty()) {
      throw new IllegalStateException("library package " + path + " does not check: " + faults);
    }
    Checked made = new Checked(files, result);
    packages.put(path, made);
    generics.declare(functions(files), result.info(), result.pkg(), Escape.Author.LIBRARY);
    return made;
  }
}

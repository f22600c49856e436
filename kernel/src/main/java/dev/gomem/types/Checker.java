package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checker's driver and what its parts share. Each part is a class of its own after one notion
 * of the language; all of them hold this object. A checker serves one package or one cell, once.
 * Source: go/types' check.go.
 */
public final class Checker {
  /** What is known of an expression whose type is not final yet. */
  record ExprInfo(boolean isLhs, Info.Mode mode, Basic type, @Nullable Constant val) {}

  final Config conf;
  final Package pkg;

  /** Package-level scope: that of {@link #pkg}, or a lesson cell's own. */
  final Scope pkgScope;

  final Info info = new Info();
  final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Declarations of package-level objects and methods. */
  final Map<Obj, DeclInfo> objMap = new IdentityHashMap<>();

  /** The keys of {@link #objMap} in order of declaration. */
  final List<Obj> objList = new ArrayList<>();

  /** Methods of each type name, until they are added to its type. */
  final Map<Obj.TypeName, List<Obj.Func>> methods = new LinkedHashMap<>();

  final List<Obj.PkgName> imports = new ArrayList<>();

  /** Function bodies with loops over functions. */
  final List<RangeFuncs.Body> rangeFuncs = new ArrayList<>();

  /** Interface types with methods or elements, as written. */
  final List<Expr.InterfaceType> interfaceTypes = new ArrayList<>();

  /** By file scope and name, the dot-import that brought an object there. */
  final Map<Scope, Map<String, Obj.PkgName>> dotImports = new IdentityHashMap<>();

  /** The objects being checked, each needed by the one before; and the index of each. */
  final List<Obj> objPath = new ArrayList<>();

  final Map<Obj, Integer> objPathIdx = new IdentityHashMap<>();

  private @Nullable Obj lastPushed;

  final Map<Union, TypeSet> unionTypeSets = new IdentityHashMap<>();
  final Map<Expr, ExprInfo> untyped = new IdentityHashMap<>();
  Environment env;

  /** The language version of the file that is being checked. */
  int version;

  /**
   * Of the files that ask for another version than the module's: by scope, what they are checked
   * by.
   */
  final Map<Scope, Integer> fileVersions = new IdentityHashMap<>();

  /** And, by text, what they name. */
  private final Map<Source, Integer> declaredVersions = new IdentityHashMap<>();

  /** The lesson cell being checked, if it is one. */
  Cells.@Nullable Run cell;

  /** Keeps the bodies for later, if only declarations are checked. */
  @Nullable Outlined outlined;

  private @Nullable Context ctxt;
  private long nextId;
  private final List<Runnable> delayed = new ArrayList<>();

  private final List<Runnable> cleaners = new ArrayList<>();

  /**
   * Paths of packages by name, for messages in which a name would not be clear; filled when first
   * needed.
   */
  private @Nullable Map<String, Set<String>> pkgPaths;

  private final Set<Package> pkgsSeen = Collections.newSetFromMap(new IdentityHashMap<>());

  final Errors errors = new Errors(this);
  final Recording recording = new Recording(this);
  final Resolver resolver = new Resolver(this);
  final Decls decls = new Decls(this);
  final TypeExprs typeExprs = new TypeExprs(this);
  final Structs structs = new Structs(this);
  final Interfaces interfaces = new Interfaces(this);
  final Signatures signatures = new Signatures(this);
  final Unions unions = new Unions(this);
  final Lookup lookup = new Lookup(this);
  final Instantiate instantiate = new Instantiate(this);
  final Infer infer = new Infer(this);
  final ValidType validType = new ValidType(this);
  final InitOrder initOrder = new InitOrder(this);
  final Mono mono = new Mono(this);
  final Exprs exprs = new Exprs(this);
  final Stmts stmts = new Stmts(this);
  final Calls calls = new Calls(this);
  final Builtins builtins = new Builtins(this);
  final Assignments assignments = new Assignments(this);
  final Indexes indexes = new Indexes(this);
  final Literals literals = new Literals(this);
  final Conversions conversions = new Conversions(this);
  final Consts consts = new Consts(this);
  final Ranges ranges = new Ranges(this);
  final Returns returns = new Returns(this);
  final Labels labels = new Labels(this);

  Checker(Config conf, Package pkg, Scope pkgScope) {
    this.conf = conf;
    this.pkg = pkg;
    this.pkgScope = pkgScope;
    this.env = new Environment(pkgScope);
    this.version = conf.goVersion();
  }

  /** Checks the files of one package. */
  public static CheckResult checkFiles(String path, List<Node.File> files, Config config) {
    String name =
        files.isEmpty()
            ? path.substring(path.lastIndexOf('/') + 1)
            : files.getFirst().pkgName().value();
    return checkFiles(new Package(path, name), files, config);
  }

  /**
   * Checks what the files of a package without mistakes declare.
   *
   * @param files parsed, whole or by an outline
   */
  public static Outlined outline(Package pkg, List<Node.File> files, Config config) {
    Checker check = new Checker(config, pkg, pkg.scope());
    Outlined made = new Outlined(check);
    check.outlined = made;
    check.resolver.collectObjects(files);
    check.declarations();
    check.finishBody();
    return made;
  }

  static CheckResult checkFiles(Package pkg, List<Node.File> files, Config config) {
    Checker check = new Checker(config, pkg, pkg.scope());
    try {
      check.files(files);
      check.whenAllIsRight(d -> d.files(files));
    } catch (StackOverflowError e) {
      check.tooDeep(files.isEmpty() ? Pos.NONE : files.getFirst().pos());
    }
    List<Diagnostic> reported = check.diagnostics;
    if (!check.declaredVersions.isEmpty()) {
      reported = reported.stream().map(check::withOrigin).toList();
    }
    List<Source> order = files.stream().map(f -> f.pos().source()).toList();
    return new CheckResult(pkg, check.info, asGcPrints(reported, order));
  }

  /** What gc looks for only in programs without mistakes; and how loops over functions are run. */
  void whenAllIsRight(Consumer<Directives> directives) {
    if (diagnostics.isEmpty()) {
      new AnonymousCycles(this).check();
    }
    if (conf.complete() && diagnostics.isEmpty()) {
      directives.accept(new Directives(this));
    }
    if (diagnostics.isEmpty()) {
      rangeFuncs.forEach(b -> RangeFuncs.rewrite(info, pkg, b));
    }
  }

  /** Chains of thousands of declarations or operators may need more stack than the thread has. */
  void tooDeep(Pos otherwise) {
    Pos pos =
        env.decl != null && env.decl.fdecl != null
            ? env.decl.fdecl.pos()
            : lastPushed != null ? lastPushed.pos() : otherwise;
    diagnostics.clear();
    env = new Environment(pkgScope);
    error(
        pos,
        Code.NOT_SUPPORTED_YET,
        "not supported yet: expression or declarations nested too deeply");
  }

  /** In order of position; equal messages of one line once, if reported one after the other. */
  static List<Diagnostic> asGcPrints(List<Diagnostic> reported, List<Source> order) {
    List<Diagnostic> list = new ArrayList<>();
    Diagnostic last = null;
    for (Diagnostic d : reported) {
      if (last == null || !last.pos().sameLine(d.pos()) || !last.message().equals(d.message())) {
        list.add(d);
        last = d;
      }
    }
    Diagnostic.sort(list, order);
    List<Diagnostic> out = new ArrayList<>();
    for (Diagnostic d : list) {
      if (out.isEmpty()
          || !out.getLast().pos().equals(d.pos())
          || !out.getLast().message().equals(d.message())) {
        out.add(d);
      }
    }
    return List.copyOf(out);
  }

  /** Checks a lesson cell after what earlier cells declared. */
  public static CellResult checkCell(CellScope before, Node.Cell cell, Config config) {
    return Cells.checkCell(before, cell, List.of(), config);
  }

  /**
   * Checks a lesson cell with declarations of earlier cells that are declared again with it, since
   * something they depend on is. Messages about these stand in their own texts.
   */
  public static CellResult checkCell(
      CellScope before, Node.Cell cell, List<Decl> again, Config config) {
    return Cells.checkCell(before, cell, again, config);
  }

  /** The whole check of a package, in types2's order. */
  void files(List<Node.File> files) {
    List<Node.File> same = new ArrayList<>();
    for (Node.File f : files) {
      String name = f.pkgName().value();
      if (name.equals("_")) {
        error(f.pkgName(), Code.BLANK_PKG_NAME, "invalid package name _");
      }
      if (name.equals(pkg.name())) {
        same.add(f);
      } else {
        errorf(
            f.pkgName(),
            Code.MISMATCHED_PKG_NAME,
            "package %s; expected package %s",
            name,
            pkg.name());
      }
    }
    resolver.collectObjects(same);
    declarations();
    finish(true);
  }

  /** Checks all that was collected. */
  void declarations() {
    validType.directCycles();
    resolver.packageObjects();
    processDelayed(0);
  }

  /** What can only be said when all is checked. */
  void finish(boolean unusedImports) {
    for (int i = 0; i < cleaners.size(); i++) {
      cleaners.get(i).run();
    }
    initOrder.initOrder();
    if (unusedImports) {
      resolver.unusedImports();
    }
    recording.recordUntyped();
    if (diagnostics.isEmpty()) {
      mono.monomorph();
    }
  }

  /** Checks what was delayed and settles what it has found: after declarations, or a body. */
  void finishBody() {
    processDelayed(0);
    for (int i = 0; i < cleaners.size(); i++) {
      cleaners.get(i).run();
    }
    cleaners.clear();
    recording.recordUntyped();
    untyped.clear();
  }

  /** Makes {@code obj} known as declared by {@code d}. */
  void enter(Obj obj, DeclInfo d) {
    objMap.put(obj, d);
    objList.add(obj);
    obj.order = objList.size();
  }

  void push(Obj obj) {
    objPathIdx.put(obj, objPath.size());
    objPath.add(obj);
    lastPushed = obj;
  }

  void pop() {
    objPathIdx.remove(objPath.removeLast());
  }

  /** Type names with methods that are not added yet, in order of the methods. */
  Set<Obj.TypeName> methodOrder() {
    return methods.keySet();
  }

  /** Adds a method to a type; one of a later cell takes the place of an earlier one. */
  void addMethod(Named base, Obj.Func m) {
    if (cell != null) {
      cell.addMethod(base, m);
    } else {
      base.addMethod(m);
    }
  }

  Obj.Var newLocalVar(Expr.Name name) {
    return new Obj.Var(name.pos(), pkg, name.value(), null, Obj.VarKind.LOCAL_VAR);
  }

  Alias newAlias(Obj.TypeName obj, @Nullable Type rhs) {
    Alias a = new Alias(obj, rhs);
    cleaners.add(a::actualOrNull);
    return a;
  }

  Named newNamed(Obj.TypeName obj, @Nullable Type rhs) {
    Named n = new Named(this, obj, rhs);
    cleaners.add(n::cleanup);
    return n;
  }

  void needsCleanup(Runnable cleanup) {
    cleaners.add(cleanup);
  }

  /** Reports a name that is not declared. */
  void undefined(Expr.Name e) {
    errorf(e, Code.UNDECLARED_NAME, "undefined: %s%s", e.value(), cell != null ? cell.hint(e) : "");
  }

  /** The import that {@code name} in {@code name.sel} stands for, if it stands for one. */
  Obj.@Nullable PkgName packageOf(Expr.Name name, String sel) {
    Obj obj = env.lookup(name.value());
    if (obj == null && cell != null) {
      return cell.importByUse(name, sel);
    }
    return obj instanceof Obj.PkgName p ? p : null;
  }

  /** A package-level object, those of earlier cells included. */
  @Nullable Obj lookupPackageLevel(String name) {
    return cell != null ? cell.lookupPackageLevel(name) : pkgScope.lookup(name);
  }

  Context context() {
    if (ctxt == null) {
      ctxt = new Context();
    }
    return ctxt;
  }

  long nextId() {
    return ++nextId;
  }

  TypeParam newTypeParam(Obj.TypeName obj, @Nullable Type constraint) {
    TypeParam p = new TypeParam(this, nextId(), obj, constraint);
    cleaners.add(p::cleanup);
    return p;
  }

  Interface newInterface() {
    Interface i = new Interface(this);
    cleaners.add(i::cleanup);
    return i;
  }

  /** {@code f} runs at the end of the current statement, or of the package-level declarations. */
  void later(Runnable f) {
    int wanted = version;
    delayed.add(
        wanted == conf.goVersion()
            ? f
            : () -> {
              int saved = version;
              version = wanted;
              f.run();
              version = saved;
            });
  }

  /** Takes a file's version; gives what it is checked by. */
  int enter(Node.File file, Scope fileScope) {
    int declared = FileVersion.declared(file);
    int effective = FileVersion.effective(declared, conf.goVersion());
    if (declared != FileVersion.NONE) {
      Source source = file.pos().source();
      fileVersions.put(fileScope, effective);
      declaredVersions.put(source, declared);
      if (effective < 22) {
        info.oldLoops.add(source);
      }
    }
    return effective;
  }

  /** gc adds to messages about versions where the version comes from. */
  private Diagnostic withOrigin(Diagnostic d) {
    Integer declared = declaredVersions.get(d.pos().source());
    if (declared == null || !VERSION.matcher(d.message()).find()) {
      return d;
    }
    String origin =
        declared == FileVersion.effective(declared, conf.goVersion())
            ? " (file declares //go:build go1." + declared + ")"
            : " (-lang was set to go1." + conf.goVersion() + "; check go.mod)";
    return new Diagnostic(d.pos(), d.length(), d.code(), d.message() + origin, d.stage(), d.soft());
  }

  private static final Pattern VERSION = Pattern.compile("requires go[0-9]+\\.[0-9]+ or later");

  /** How many delayed actions there are now; for {@link #processDelayed}. */
  int delayedTop() {
    return delayed.size();
  }

  /** Runs the actions delayed since there were {@code top} of them, and those that they delay. */
  void processDelayed(int top) {
    for (int i = top; i < delayed.size(); i++) {
      delayed.get(i).run();
    }
    delayed.subList(top, delayed.size()).clear();
  }

  /** Adds {@code to} to what the current package-level declaration depends on. */
  void addDeclDep(Obj to) {
    DeclInfo from = env.decl;
    if (from != null && objMap.containsKey(to)) {
      from.addDep(to);
    }
  }

  void rememberUntyped(Expr e, boolean lhs, Info.Mode mode, Basic type, @Nullable Constant val) {
    untyped.put(e, new ExprInfo(lhs, mode, type, val));
  }

  boolean allowVersion(int minor) {
    return version >= minor;
  }

  boolean verifyVersionf(Node at, int minor, String format, @Nullable Object... args) {
    return verifyVersionf(Errors.atPos(at), minor, format, args);
  }

  boolean verifyVersionf(Pos at, int minor, String format, @Nullable Object... args) {
    if (!allowVersion(minor)) {
      versionErrorf(at, minor, format, args);
      return false;
    }
    return true;
  }

  ErrorDesc newError(Code code) {
    return new ErrorDesc(this, code);
  }

  /** Reports {@code msg} as it stands. */
  void error(Node at, Code code, String msg) {
    errorf(at, code, "%s", msg);
  }

  void error(Pos at, Code code, String msg) {
    errorf(at, code, "%s", msg);
  }

  void error(Operand at, Code code, String msg) {
    errorf(at, code, "%s", msg);
  }

  void error(Obj at, Code code, String msg) {
    errorf(at, code, "%s", msg);
  }

  void errorf(Node at, Code code, String format, @Nullable Object... args) {
    ErrorDesc err = newError(code);
    err.addf(at, format, args);
    err.report();
  }

  void errorf(Pos at, Code code, String format, @Nullable Object... args) {
    ErrorDesc err = newError(code);
    err.addf(at, format, args);
    err.report();
  }

  void errorf(Operand at, Code code, String format, @Nullable Object... args) {
    ErrorDesc err = newError(code);
    err.addf(at, format, args);
    err.report();
  }

  void errorf(Obj at, Code code, String format, @Nullable Object... args) {
    ErrorDesc err = newError(code);
    err.addf(at, format, args);
    err.report();
  }

  void softErrorf(Node at, Code code, String format, @Nullable Object... args) {
    ErrorDesc err = newError(code);
    err.addf(at, format, args);
    err.soft = true;
    err.report();
  }

  void softErrorf(Pos at, Code code, String format, @Nullable Object... args) {
    ErrorDesc err = newError(code);
    err.addf(at, format, args);
    err.soft = true;
    err.report();
  }

  void softErrorf(Obj at, Code code, String format, @Nullable Object... args) {
    ErrorDesc err = newError(code);
    err.addf(at, format, args);
    err.soft = true;
    err.report();
  }

  void versionErrorf(Node at, int minor, String format, @Nullable Object... args) {
    versionErrorf(Errors.atPos(at), minor, format, args);
  }

  void versionErrorf(Pos at, int minor, String format, @Nullable Object... args) {
    errorf(
        at, Code.UNSUPPORTED_FEATURE, "%s requires go1.%d or later", sprintf(format, args), minor);
  }

  String sprintf(String format, @Nullable Object... args) {
    return errors.sprintf(format, args);
  }

  /** How names of packages and types are written in messages. */
  final Qualifier qualifier =
      new Qualifier() {
        @Override
        public String qualify(Package p) {
          return qualifier(p);
        }

        @Override
        public String version(Obj.TypeName name) {
          return cell != null ? cell.version(name) : "";
        }
      };

  /**
   * How a package is written in messages: not at all if it is the one being checked, else by name
   * if that is clear.
   */
  String qualifier(Package p) {
    if (p == pkg) {
      return "";
    }
    if (pkgPaths == null) {
      pkgPaths = new HashMap<>();
      packageSeen(pkg);
    }
    Set<String> paths = pkgPaths.get(p.name());
    return paths != null && paths.size() > 1 ? Errors.quote(p.path()) : p.name();
  }

  /** Takes note of the package and its imports, as soon as messages name packages. */
  void packageSeen(Package p) {
    if (pkgPaths != null && pkgsSeen.add(p)) {
      pkgPaths.computeIfAbsent(p.name(), k -> new HashSet<>()).add(p.path());
      for (Package q : p.imports) {
        packageSeen(q);
      }
    }
  }
}

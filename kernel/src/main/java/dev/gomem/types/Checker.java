package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checker's driver and what its parts share. Each part is a class of its own after one notion of the language; all
 * of them hold this object. A checker serves one package or one cell, once. Source: go/types' check.go.
 */
public final class Checker {
  /** What is known of an expression whose type is not final yet. */
  record ExprInfo(boolean isLhs, Info.Mode mode, Basic type, @Nullable Constant val) {}

  final Config conf;
  final Package pkg;
  final Info info = new Info();
  final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Declarations of package-level objects and methods. */
  final Map<Obj, DeclInfo> objMap = new IdentityHashMap<>();

  final Map<Union, TypeSet> unionTypeSets = new IdentityHashMap<>();
  final Map<Expr, ExprInfo> untyped = new IdentityHashMap<>();
  Environment env;
  private @Nullable Context ctxt;
  private long nextId;
  private final List<Runnable> delayed = new ArrayList<>();

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

  Checker(Config conf, Package pkg) {
    this.conf = conf;
    this.pkg = pkg;
    this.env = new Environment(pkg.scope());
  }

  /** Checks the files of one package. */
  public static CheckResult checkFiles(String path, List<Node.File> files, Config config) {
    throw new UnsupportedOperationException();
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
    return new TypeParam(this, nextId(), obj, constraint);
  }

  Interface newInterface() {
    return new Interface(this);
  }

  /** {@code f} runs at the end of the current statement, or of the package-level declarations. */
  void later(Runnable f) {
    delayed.add(f);
  }

  /** How many delayed actions there are now; for {@link #processDelayed}. */
  int delayedTop() {
    return delayed.size();
  }

  /** Runs the actions delayed since there were {@code top} of them, and those that they delay. */
  void processDelayed(int top) {
    throw new UnsupportedOperationException();
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
    return conf.goVersion() >= minor;
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
    errorf(at, Code.UNSUPPORTED_FEATURE, "%s requires go1.%d or later", sprintf(format, args), minor);
  }

  String sprintf(String format, @Nullable Object... args) {
    return errors.sprintf(format, args);
  }

  /** How a package is written in messages: not at all if it is the one being checked. */
  String qualifier(Package p) {
    return p == pkg ? "" : p.name();
  }
}

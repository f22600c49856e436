package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.constant.Quote;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the package-level objects and imports of files, and finds the types that methods belong
 * to, before anything is checked. Source: go/types' resolver.go, spec section "Packages".
 */
final class Resolver {
  private final Checker check;
  private final Map<String, Package> impMap = new HashMap<>();
  private final List<MethodInfo> methods = new ArrayList<>();

  /** A method, whether its receiver is a pointer, and the name of the receiver's type. */
  private record MethodInfo(Obj.Func obj, boolean ptr, Expr.Name recv) {}

  Resolver(Checker check) {
    this.check = check;
  }

  /** Names and initialisers must be as many; a single call may stand for several values. */
  void arity(
      Pos pos, List<Expr.Name> names, List<Expr> inits, boolean constDecl, boolean inherited) {
    int l = names.size();
    int r = inits.size();
    if (l < r) {
      Expr n = inits.get(l);
      if (inherited) {
        check.errorf(pos, Code.WRONG_ASSIGN_COUNT, "extra init expr at %s", n.pos());
      } else {
        check.errorf(n, Code.WRONG_ASSIGN_COUNT, "extra init expr %s", n);
      }
    } else if (l > r && (constDecl || r != 1)) {
      Expr.Name n = names.get(r);
      check.errorf(n, Code.WRONG_ASSIGN_COUNT, "missing init expr for %s", n.value());
    }
  }

  private void declarePkgObj(Expr.Name ident, Obj obj, DeclInfo d) {
    if (ident.value().equals("init")) {
      check.error(ident, Code.INVALID_INIT_DECL, "cannot declare init - must be func");
      return;
    }
    if (ident.value().equals("main") && check.pkg.name().equals("main")) {
      check.error(ident, Code.INVALID_MAIN_DECL, "cannot declare main - must be func");
      return;
    }
    check.decls.declare(check.pkgScope, ident, obj, Pos.NONE);
    check.enter(obj, d);
  }

  /** Null if the path is no path at all (reported). */
  private @Nullable String validatedImportPath(Expr.BasicLit lit) {
    String path = Constants.stringValue(Constants.stringLiteral(lit.value()));
    if (path.isEmpty()) {
      check.errorf(lit, Code.BAD_IMPORT_PATH, "invalid import path (%s)", "empty string");
      return null;
    }
    int[] bad =
        path.codePoints()
            .filter(c ->
                !Quote.isPrint(c)
                    || c == ' '
                    || "!\"#$%&'()*,:;<=>?[\\]^{|}`\uFFFD".indexOf(c) >= 0)
            .toArray();
    if (bad.length > 0) {
      String shown = Quote.isPrint(bad[0]) ? " '" + Character.toString(bad[0]) + "'" : "";
      check.errorf(
          lit,
          Code.BAD_IMPORT_PATH,
          "invalid import path (%s)",
          String.format("invalid character U+%04X", bad[0]) + shown);
      return null;
    }
    return path;
  }

  /** A package of that path; if there is none, that is reported and an empty one stands for it. */
  Package importPackage(Pos pos, String path) {
    Package imp = impMap.get(path);
    if (imp != null) {
      return imp;
    }
    imp = path.equals("unsafe") ? Universe.UNSAFE : check.conf.importer().importPackage(path);
    if (imp == null) {
      String msg = check.conf.importer().missing(path);
      boolean later = msg.startsWith("not supported yet");
      check.errorf(pos, later ? Code.NOT_SUPPORTED_YET : Code.BROKEN_IMPORT, "%s", msg);
      String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      imp = new Package(path, name.substring(name.lastIndexOf('/') + 1));
      imp.fake = true;
    }
    impMap.put(path, imp);
    check.packageSeen(imp);
    return imp;
  }

  /** Collects the objects of whole files. */
  void collectObjects(List<Node.File> files) {
    List<Scope> fileScopes = new ArrayList<>();
    for (Node.File file : files) {
      check.recording.recordDef(file.pkgName(), null);
      Scope fileScope = new Scope(check.pkgScope, "file " + file.pos().source().name());
      fileScopes.add(fileScope);
      check.recording.recordScope(file, fileScope);
      check.version = check.enter(file, fileScope);
      collectDecls(file.decls(), fileScope);
    }
    check.version = check.conf.goVersion();
    for (Scope scope : fileScopes) {
      conflictsWithImports(scope);
    }
    associateMethods();
  }

  void conflictsWithImports(Scope scope) {
    for (String name : scope.names()) {
      Obj obj = scope.lookup(name);
      Obj alt = check.pkgScope.lookup(name);
      if (alt == null || obj == null) {
        continue;
      }
      ErrorDesc err = check.newError(Code.DUPLICATE_DECL);
      if (obj instanceof Obj.PkgName p) {
        err.addf(alt, "%s already declared through import of %s", alt.name(), p.imported());
        err.addAltDecl(p);
      } else {
        err.addf(alt, "%s already declared through dot-import of %s", alt.name(), obj.pkg());
        err.addAltDecl(obj);
      }
      err.report();
    }
  }

  void collectDecls(List<Decl> decls, Scope fileScope) {
    Decls.ConstGroup consts = new Decls.ConstGroup();
    for (int index = 0; index < decls.size(); index++) {
      Decl decl = decls.get(index);
      consts.next(decl, index);
      switch (decl) {
        case Decl.ImportDecl s -> importDecl(s, fileScope);
        case Decl.ConstDecl s -> constDecl(s, consts, fileScope);
        case Decl.VarDecl s -> varDecl(s, fileScope);
        case Decl.TypeDecl s -> {
          DeclInfo d = new DeclInfo(fileScope);
          d.tdecl = s;
          declarePkgObj(
              s.name(), new Obj.TypeName(s.name().pos(), check.pkg, s.name().value(), null), d);
        }
        case Decl.FuncDecl s -> funcDecl(s, fileScope);
      }
    }
  }

  private void importDecl(Decl.ImportDecl s, Scope fileScope) {
    if (s.path().bad()) {
      return;
    }
    String path = validatedImportPath(s.path());
    if (path == null) {
      return;
    }
    Package imp = importPackage(s.path().pos(), path);
    String name = imp.name();
    Expr.Name local = s.localName();
    if (local != null) {
      name = local.value();
    }
    if (name.equals("init")) {
      check.error(s, Code.INVALID_INIT_DECL, "cannot import package as init - init must be a func");
      return;
    }
    if (!check.pkg.imports.contains(imp)) {
      check.pkg.imports.add(imp);
    }
    Obj.PkgName pkgName = new Obj.PkgName(s.pos(), check.pkg, name, imp);
    if (local != null) {
      check.recording.recordDef(local, pkgName);
    } else {
      check.recording.recordImplicit(s, pkgName);
    }
    if (imp.fake) {
      pkgName.used = true;
    }
    check.imports.add(pkgName);
    if (!name.equals(".")) {
      check.decls.declare(fileScope, null, pkgName, Pos.NONE);
      return;
    }
    for (Obj obj : imp.scope().objects()) {
      if (!obj.exported()) {
        continue;
      }
      Obj alt = fileScope.lookup(obj.name());
      if (alt != null) {
        ErrorDesc err = check.newError(Code.DUPLICATE_DECL);
        err.addf(local != null ? local : s, "%s redeclared in this block", alt.name());
        err.addAltDecl(alt);
        err.report();
      } else {
        fileScope.insert(obj);
        check.dotImports.computeIfAbsent(fileScope, k -> new HashMap<>()).put(obj.name(), pkgName);
      }
    }
  }

  private void constDecl(Decl.ConstDecl s, Decls.ConstGroup consts, Scope fileScope) {
    List<Expr> values = consts.values();
    for (int i = 0; i < s.names().size(); i++) {
      Expr.Name name = s.names().get(i);
      Constant iota = consts.iota;
      Obj.Const obj = new Obj.Const(name.pos(), check.pkg, name.value(), null, iota);
      DeclInfo d = new DeclInfo(fileScope);
      d.vtyp = consts.type();
      d.init = i < values.size() ? values.get(i) : null;
      d.inherited = consts.inherited();
      declarePkgObj(name, obj, d);
    }
    arity(s.pos(), s.names(), values, true, consts.inherited());
  }

  private void varDecl(Decl.VarDecl s, Scope fileScope) {
    List<Expr> values = Decls.unpackList(s.values());
    DeclInfo shared = null;
    List<Obj.Var> lhs = new ArrayList<>();
    if (!(s.values() instanceof Expr.ListExpr)) {
      // One initialiser for all names: they share its dependencies.
      shared = new DeclInfo(fileScope);
      shared.lhs = lhs;
      shared.vtyp = s.type();
      shared.init = s.values();
    }
    for (int i = 0; i < s.names().size(); i++) {
      Expr.Name name = s.names().get(i);
      Obj.Var obj = new Obj.Var(name.pos(), check.pkg, name.value(), null, Obj.VarKind.PACKAGE_VAR);
      lhs.add(obj);
      DeclInfo d = shared;
      if (d == null) {
        d = new DeclInfo(fileScope);
        d.vtyp = s.type();
        d.init = i < values.size() ? values.get(i) : null;
      }
      declarePkgObj(name, obj, d);
    }
    if (s.type() == null || !values.isEmpty()) {
      arity(s.pos(), s.names(), values, false, false);
    }
  }

  private void funcDecl(Decl.FuncDecl s, Scope fileScope) {
    String name = s.name().value();
    Obj.Func obj = new Obj.Func(s.name().pos(), check.pkg, name, null);
    boolean hasTParamError = false;
    if (s.recv() == null) {
      boolean isMain = name.equals("main") && check.pkg.name().equals("main");
      if (name.equals("init") || isMain) {
        Code code = isMain ? Code.INVALID_MAIN_DECL : Code.INVALID_INIT_DECL;
        if (!s.tparams().isEmpty()) {
          check.softErrorf(
              s.tparams().getFirst(), code, "func %s must have no type parameters", name);
          hasTParamError = true;
        }
        if (!s.type().params().isEmpty() || !s.type().results().isEmpty()) {
          check.softErrorf(
              s.name(), code, "func %s must have no arguments and no return values", name);
        }
      }
      if (name.equals("init")) {
        // Functions named init can't be referred to.
        obj.parent = check.pkgScope;
        check.recording.recordDef(s.name(), obj);
        if (s.body() == null) {
          check.softErrorf(obj, Code.MISSING_INIT_BODY, "func init must have a body");
        }
      } else {
        check.decls.declare(check.pkgScope, s.name(), obj, Pos.NONE);
      }
    } else {
      Recv recv = unpackRecv(s.recv().type(), false);
      if (recv.base() instanceof Expr.Name n && !name.equals("_")) {
        methods.add(new MethodInfo(obj, recv.ptr(), n));
      }
      check.recording.recordDef(s.name(), obj);
    }
    if (!s.tparams().isEmpty() && !hasTParamError) {
      check.verifyVersionf(s.tparams().getFirst(), 18, "type parameter");
    }
    DeclInfo d = new DeclInfo(fileScope);
    d.fdecl = s;
    check.info.funcs.put(s, obj);
    // Methods are no package-level objects, but are checked like functions.
    check.enter(obj, d);
  }

  /**
   * Finds the types of all methods collected, where possible. Others are reported with their
   * receivers.
   */
  void associateMethods() {
    for (MethodInfo m : methods) {
      Base b = resolveBaseTypeName(m.ptr, m.recv);
      if (b != null) {
        m.obj.hasPtrRecv = b.ptr;
        check.methods.computeIfAbsent(b.name, k -> new ArrayList<>()).add(m.obj);
      }
    }
    methods.clear();
  }

  /** {@code *T[A, B]} taken apart; {@code base} need not be a name in wrong programs. */
  record Recv(boolean ptr, Expr base, List<Expr.Name> tparams) {}

  Recv unpackRecv(Expr rtyp, boolean unpackParams) {
    boolean ptr = false;
    Expr base = unparen(rtyp);
    if (base instanceof Expr.Operation t && t.op() == Operator.MUL && t.y() == null) {
      ptr = true;
      base = unparen(t.x());
    }
    List<Expr.Name> tparams = new ArrayList<>();
    if (base instanceof Expr.IndexExpr ptyp) {
      base = ptyp.x();
      if (unpackParams) {
        for (Expr arg : Decls.unpackList(ptyp.index())) {
          switch (arg) {
            case Expr.Name n -> tparams.add(n);
            case Expr.BadExpr b -> tparams.add(new Expr.Name(b.pos(), "_"));
            default -> {
              check.errorf(
                  arg, Code.BAD_DECL, "receiver type parameter %s must be an identifier", arg);
              tparams.add(new Expr.Name(arg.pos(), "_"));
            }
          }
        }
      }
    }
    return new Recv(ptr, base, tparams);
  }

  static Expr unparen(Expr x) {
    Expr e = x;
    while (e instanceof Expr.ParenExpr p) {
      e = p.x();
    }
    return e;
  }

  private record Base(boolean ptr, Obj.TypeName name) {}

  /** The defined type that {@code name} stands for, through aliases and at most one pointer. */
  private @Nullable Base resolveBaseTypeName(boolean ptr0, Expr.Name name0) {
    boolean ptr = ptr0;
    Expr.@Nullable Name name = name0;
    List<Obj.TypeName> seen = new ArrayList<>();
    while (name != null) {
      if (!(check.lookupPackageLevel(name.value()) instanceof Obj.TypeName tname)
          || seen.contains(tname)) {
        return null;
      }
      DeclInfo d = check.objMap.get(tname);
      if (d == null || d.tdecl == null) {
        // A type of an earlier cell.
        return earlierBase(ptr, tname);
      }
      Decl.TypeDecl tdecl = d.tdecl;
      if (!tdecl.alias()) {
        return new Base(ptr, tname);
      }
      if (!tdecl.tparams().isEmpty()) {
        return null;
      }
      seen.add(tname);
      Expr typ = unparen(tdecl.type());
      if (typ instanceof Expr.Operation p && p.op() == Operator.MUL && p.y() == null) {
        if (ptr) {
          return null;
        }
        ptr = true;
        typ = unparen(p.x());
      }
      name = typ instanceof Expr.Name n ? n : null;
    }
    return null;
  }

  private static @Nullable Base earlierBase(boolean ptr0, Obj.TypeName tname) {
    boolean ptr = ptr0;
    Type t = Types.unalias(tname.type());
    if (t instanceof Pointer p) {
      if (ptr) {
        return null;
      }
      ptr = true;
      t = Types.unalias(p.elem());
    }
    return t instanceof Named n && !n.isInstance() ? new Base(ptr, n.obj()) : null;
  }

  /**
   * Checks all package-level objects but not functions' bodies: types first, then aliases, then the
   * rest.
   */
  void packageObjects() {
    for (Obj.TypeName t : List.copyOf(check.methodOrder())) {
      if (t.typeOrNull() != null) {
        check.decls.collectMethods(t);
      }
    }
    List<Obj> aliases = new ArrayList<>();
    List<Obj> others = new ArrayList<>();
    for (Obj obj : check.objList) {
      if (obj instanceof Obj.TypeName) {
        DeclInfo d = check.objMap.get(obj);
        if (d != null && d.tdecl != null && d.tdecl.alias()) {
          aliases.add(obj);
        } else {
          check.decls.objDecl(obj);
        }
      } else {
        others.add(obj);
      }
    }
    for (Obj obj : aliases) {
      check.decls.objDecl(obj);
    }
    for (Obj obj : others) {
      check.decls.objDecl(obj);
    }
    check.methods.clear();
  }

  void unusedImports() {
    for (Obj.PkgName obj : check.imports) {
      if (obj.name().equals("_") || obj.used) {
        continue;
      }
      String path = obj.imported().path();
      String elem = path.substring(path.lastIndexOf('/') + 1);
      if (obj.name().isEmpty() || obj.name().equals(".") || obj.name().equals(elem)) {
        check.softErrorf(obj, Code.UNUSED_IMPORT, "%q imported and not used", path);
      } else {
        check.softErrorf(
            obj, Code.UNUSED_IMPORT, "%q imported as %s and not used", path, obj.name());
      }
    }
  }
}

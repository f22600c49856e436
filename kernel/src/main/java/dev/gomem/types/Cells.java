package dev.gomem.types;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a lesson cell: declarations as those of a package that also has what earlier cells
 * declared, statements as the innermost block of one lasting {@code main}. Scopes, from the
 * outside: the universe; package level of earlier cells; that of this cell; its imports; main's
 * locals of earlier cells; this cell's block.
 */
final class Cells {
  private final CellScope before;
  private final Node.Cell cell;
  private final List<Decl> again;
  private final Config config;
  private final List<Decl> decls = new ArrayList<>();
  private final List<Decl.VarDecl> vars = new ArrayList<>();
  private boolean hasStatement;
  private @Nullable Run current;

  private Cells(CellScope before, Node.Cell cell, List<Decl> again, Config config) {
    this.before = before;
    this.cell = cell;
    this.again = again;
    this.config = config;
    for (Stmt s : cell.items()) {
      if (s instanceof Stmt.DeclStmt d) {
        for (Decl decl : d.decls()) {
          decls.add(decl);
          if (decl instanceof Decl.VarDecl v) {
            vars.add(v);
          }
        }
      } else {
        hasStatement = true;
      }
    }
  }

  static CellResult checkCell(CellScope before, Node.Cell cell, List<Decl> again, Config config) {
    Cells cells = new Cells(before, cell, again, config);
    try {
      Run run = cells.new Run(cells.packageVars(), again);
      cells.current = run;
      return run.result();
    } catch (StackOverflowError e) {
      return cells.tooDeep();
    }
  }

  private CellResult tooDeep() {
    if (current != null) {
      current.undo();
    }
    Run run = new Run(identitySet(), List.of());
    run.check.tooDeep(cell.pos());
    return new CellResult(
        before,
        run.check.info,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        () -> {},
        List.copyOf(run.check.diagnostics));
  }

  // ---- which variables are package level

  /**
   * Variables are package level if the cell has no statement, if a function of the cell uses them,
   * or if the line says so; else they are lines of main. One that is initialised with a local of
   * main can only be a line of main.
   */
  private Set<Decl.VarDecl> packageVars() {
    Set<Decl.VarDecl> level = identitySet();
    Set<Decl.VarDecl> forced = identitySet();
    for (Decl.VarDecl v : vars) {
      if (saysPackage(v)) {
        forced.add(v);
      }
      if (!hasStatement || forced.contains(v)) {
        level.add(v);
      }
    }
    boolean hasFunc = decls.stream().anyMatch(d -> d instanceof Decl.FuncDecl);
    if (vars.isEmpty() || (!hasFunc && (level.isEmpty() || before.visibleLocals().isEmpty()))) {
      return level;
    }
    Set<Decl.VarDecl> demoted = identitySet();
    for (int round = 0; round <= 2 * vars.size() + 1; round++) {
      if (!reclassify(level, forced, demoted)) {
        break;
      }
    }
    return level;
  }

  /**
   * Checks the package level alone, to see what functions and initialisers refer to; true if
   * anything moved.
   */
  private boolean reclassify(
      Set<Decl.VarDecl> level, Set<Decl.VarDecl> forced, Set<Decl.VarDecl> demoted) {
    Run trial = new Run(level, List.of());
    try {
      trial.declarations();
    } finally {
      trial.undo();
    }
    boolean moved = false;
    Map<String, Decl.VarDecl> byName = new HashMap<>();
    for (Decl.VarDecl v : vars) {
      for (Expr.Name n : v.names()) {
        byName.put(n.value(), v);
      }
    }
    Set<Decl.VarDecl> usedByFunc = identitySet();
    for (Decl d : decls) {
      if (d instanceof Decl.VarDecl v && !level.contains(v)) {
        continue;
      }
      for (Expr.Name n : trial.packageLevelNames(d)) {
        Decl.VarDecl v = byName.get(n.value());
        if (v == null) {
          continue;
        }
        if (d instanceof Decl.FuncDecl) {
          usedByFunc.add(v);
        }
        if (!level.contains(v) && (d instanceof Decl.FuncDecl || !demoted.contains(v))) {
          level.add(v);
          moved = true;
        }
      }
    }
    for (Decl.VarDecl v : vars) {
      if (!level.contains(v) || forced.contains(v) || usedByFunc.contains(v)) {
        continue;
      }
      for (Expr.Name n : trial.packageLevelNames(v)) {
        Decl.VarDecl other = byName.get(n.value());
        if (trial.check.info.use(n) == null
            && (before.visibleLocals().containsKey(n.value())
                || (other != null && demoted.contains(other)))) {
          level.remove(v);
          demoted.add(v);
          moved = true;
          break;
        }
      }
    }
    return moved;
  }

  private boolean saysPackage(Decl.VarDecl v) {
    int line = v.pos().line();
    for (Node.Pragma p : cell.pragmas()) {
      if (p.pos().line() == line && p.text().startsWith("//memory:package")) {
        return true;
      }
    }
    return false;
  }

  private static <T> Set<T> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  // ---- the check itself

  /** One check of the cell, with a given choice of package variables. */
  final class Run {
    final Checker check;
    private final Set<Decl.VarDecl> level;
    private final Scope earlier;
    private final Scope fileScope;
    private final List<Decl> packageDecls = new ArrayList<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final Map<String, Obj.Var> earlierLocals = new LinkedHashMap<>(before.visibleLocals());
    private @Nullable Expr result;
    private @Nullable Scope mainScope;

    Run(Set<Decl.VarDecl> level, List<Decl> again) {
      this.level = level;
      earlier = new Scope(Universe.SCOPE, "package main, earlier cells");
      before.packageLevel().values().forEach(earlier::put);
      Scope pkgScope = new Scope(earlier, "package main, this cell");
      check = new Checker(config, before.pkg(), pkgScope);
      check.cell = this;
      if (!before.dotImported().isEmpty()) {
        check.dotImports.put(earlier, new HashMap<>(before.dotImported()));
      }
      fileScope = new Scope(pkgScope, "imports of this cell");
      packageDecls.addAll(again);
      for (Decl d : decls) {
        if (!(d instanceof Decl.VarDecl v) || level.contains(v)) {
          packageDecls.add(d);
        }
      }
    }

    /** Checks what is package level. */
    void declarations() {
      check.resolver.collectDecls(packageDecls, fileScope);
      check.resolver.conflictsWithImports(fileScope);
      check.resolver.associateMethods();
      check.declarations();
    }

    CellResult result() {
      declarations();
      for (String name : check.pkgScope.names()) {
        earlierLocals.remove(name);
      }
      for (Obj.PkgName p : check.imports) {
        earlierLocals.remove(p.name());
      }
      List<Stmt> statements = statements();
      Scope block = mainBlock(statements);
      check.finish(false);
      check.whenAllIsRight(d -> d.cell(packageDecls));
      List<Diagnostic> diagnostics =
          Checker.asGcPrints(check.diagnostics, List.<Source>of(cell.pos().source()));
      List<Obj.Var> locals = new ArrayList<>();
      for (Obj o : block.objects()) {
        if (o instanceof Obj.Var v) {
          locals.add(v);
        }
      }
      CellScope after = before;
      if (diagnostics.isEmpty()) {
        List<Obj> declared = new ArrayList<>(fileScope.objects());
        declared.addAll(check.pkgScope.objects());
        Map<String, Obj.PkgName> dots = check.dotImports.getOrDefault(fileScope, Map.of());
        after = before.with(declared, dots, locals);
      } else {
        undo();
      }
      // Objects know their scopes, and these the older ones: cut the chain.
      earlier.clear();
      if (mainScope != null) {
        mainScope.clear();
      }
      return new CellResult(
          after,
          check.info,
          List.copyOf(check.objList),
          List.copyOf(packageDecls),
          statements,
          List.copyOf(locals),
          result,
          List.copyOf(check.imports),
          this::undo,
          diagnostics);
    }

    /** The lines of main: everything but what is package level. */
    private List<Stmt> statements() {
      List<Stmt> list = new ArrayList<>();
      for (Stmt s : cell.items()) {
        if (!(s instanceof Stmt.DeclStmt d)) {
          list.add(s);
          continue;
        }
        List<Decl> lines = new ArrayList<>();
        for (Decl decl : d.decls()) {
          if (decl instanceof Decl.VarDecl v && !level.contains(v)) {
            lines.add(v);
          }
        }
        if (!lines.isEmpty()) {
          list.add(lines.size() == d.decls().size() ? d : new Stmt.DeclStmt(d.pos(), lines));
        }
      }
      return List.copyOf(list);
    }

    private Scope mainBlock(List<Stmt> statements) {
      Scope locals = new Scope(fileScope, "main");
      locals.isFunc = true;
      mainScope = locals;
      earlierLocals.values().forEach(locals::put);
      Scope block = new Scope(locals, "cell");
      Environment env = new Environment(block);
      env.sig = new Signature();
      check.env = env;
      check.recording.recordScope(cell, block);
      for (int i = 0; i < statements.size(); i++) {
        Stmt s = statements.get(i);
        boolean last = i == statements.size() - 1 && s == cell.items().getLast();
        if (last && s instanceof Stmt.ExprStmt e) {
          lastExpr(e);
        } else {
          check.stmts.stmt(s);
        }
      }
      if (env.hasLabel) {
        check.labels.labels(new Stmt.BlockStmt(cell.pos(), statements, cell.eof()));
      }
      if (env.hasRangeFunc) {
        check.rangeFuncs.add(new RangeFuncs.Body(new Signature(), statements));
      }
      // The cell's own names may be used by later cells; those of its inner blocks can't.
      for (Scope inner : block.children()) {
        if (!inner.isFunc) {
          check.stmts.usage(inner);
        }
      }
      check.env = new Environment(check.pkgScope);
      return block;
    }

    /** The last statement may be an expression with a value: the cell's result. */
    private void lastExpr(Stmt.ExprStmt s) {
      int top = check.delayedTop();
      Operand x = new Operand();
      ExprKind kind = check.exprs.rawExpr(null, x, s.x(), null, false);
      switch (x.mode) {
        case INVALID, NO_VALUE -> {}
        case BUILTIN -> check.errorf(x, Code.UNCALLED_BUILTIN, "%s %s", x, "must be called");
        case TYPE_EXPR -> check.errorf(x, Code.NOT_AN_EXPR, "%s %s", x, "is not an expression");
        case NIL_VALUE -> check.errorf(x, Code.UNUSED_EXPR, "%s %s", x, "is not used");
        case CONSTANT, VARIABLE, MAP_INDEX, VALUE, COMMA_OK, COMMA_ERR, CGO_FUNC -> {
          if (Predicates.isUntyped(x.type)) {
            check.consts.convertUntyped(x, Predicates.defaultType(x.type));
          }
          if (kind != ExprKind.STATEMENT || !(x.type instanceof Tuple t && t.size() == 0)) {
            result = s.x();
          }
        }
      }
      check.processDelayed(top);
    }

    // ---- what the checker asks about the session

    /** A use of what does not compile any more, since something it needs was declared anew. */
    void use(Expr.Name name, Obj obj) {
      String why = before.unusable(obj);
      if (why != null) {
        check.error(name, Code.SUPERSEDED, why);
      }
    }

    /** A package-level object of this or an earlier cell. */
    @Nullable Obj lookupPackageLevel(String name) {
      Obj obj = check.pkgScope.lookup(name);
      return obj != null ? obj : earlier.lookup(name);
    }

    /** Where a type was declared that a later cell has declared anew. */
    String version(Obj.TypeName name) {
      boolean superseded =
          name.pkg() == check.pkg && name.order > 0 && lookupPackageLevel(name.name()) != name;
      return superseded ? " (" + name.pos().source().name() + ")" : "";
    }

    /** Why a name that is not declared here might have been expected to be, or "". */
    String hint(Expr.Name e) {
      Pos local = null;
      Obj.Var v = before.visibleLocals().get(e.value());
      if (v != null) {
        local = v.pos();
      }
      for (Stmt s : cell.items()) {
        Pos here = declaresLocal(s, e.value());
        if (here != null) {
          local = here;
        }
      }
      boolean inMain = false;
      for (Scope s = check.env.scope; s != null; s = s.parent()) {
        inMain |= s == mainScope;
      }
      return local == null || inMain
          ? ""
          : check.sprintf(
              "\n"
                  + "\t%s: %s is a local variable of main, and functions see only what is declared"
                  + " at package level",
              local, e.value());
    }

    private @Nullable Pos declaresLocal(Stmt s, String name) {
      if (s instanceof Stmt.AssignStmt a && a.op() == Operator.DEF) {
        for (Expr x : Decls.unpackList(a.lhs())) {
          if (x instanceof Expr.Name n && n.value().equals(name)) {
            return n.pos();
          }
        }
      }
      if (s instanceof Stmt.DeclStmt d) {
        for (Decl decl : d.decls()) {
          if (decl instanceof Decl.VarDecl v && !level.contains(v)) {
            for (Expr.Name n : v.names()) {
              if (n.value().equals(name)) {
                return n.pos();
              }
            }
          }
        }
      }
      return null;
    }

    /** Imports a package of the library that {@code name.sel} needs; null if there is none. */
    Obj.@Nullable PkgName importByUse(Expr.Name name, String sel) {
      List<Package> found = new ArrayList<>();
      for (String path : config.importer().pathsByName(name.value())) {
        Package p = path.equals("unsafe") ? Universe.UNSAFE : config.importer().importPackage(path);
        if (p != null && p.name().equals(name.value())) {
          found.add(p);
        }
      }
      Package best = null;
      for (Package p : found) {
        Obj o = p.scope().lookup(sel);
        if (best == null && o != null && o.exported()) {
          best = p;
        }
      }
      if (best == null) {
        if (found.isEmpty()) {
          return null;
        }
        best = found.getFirst();
      }
      Obj.PkgName pkgName = new Obj.PkgName(Pos.NONE, check.pkg, name.value(), best);
      pkgName.used = true;
      fileScope.put(pkgName);
      check.imports.add(pkgName);
      return pkgName;
    }

    /** Adds or replaces a method, so that it can be undone. */
    void addMethod(Named base, Obj.Func m) {
      undo.add(base.putMethod(m));
    }

    void undo() {
      undo.reversed().forEach(Runnable::run);
      undo.clear();
    }

    /** Names in {@code d} that mean something of package level, or nothing. */
    private List<Expr.Name> packageLevelNames(Decl d) {
      List<Expr.Name> out = new ArrayList<>();
      Set<Expr.Name> selected = identitySet();
      Walk.preorder(
          d,
          n -> {
            if (n instanceof Expr.SelectorExpr s) {
              selected.add(s.sel());
            }
            if (n instanceof Expr.Name name && !selected.contains(name) && isPackageLevel(name)) {
              out.add(name);
            }
            return true;
          });
      return out;
    }

    private boolean isPackageLevel(Expr.Name name) {
      if (check.info.defs.containsKey(name)) {
        return false;
      }
      Obj o = check.info.uses.get(name);
      return o == null
          || o.parent() == check.pkgScope
          || o.parent() == Universe.SCOPE
          || o instanceof Obj.PkgName
          || before.packageLevel().get(name.value()) == o;
    }
  }
}

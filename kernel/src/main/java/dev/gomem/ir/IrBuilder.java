package dev.gomem.ir;

import dev.gomem.escape.EscapeResult;
import dev.gomem.escape.Placement;
import dev.gomem.layout.RType;
import dev.gomem.layout.TypeTable;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Context;
import dev.gomem.types.Info;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.TypeEnv;
import dev.gomem.types.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checked trees to ordered form: a whole package, or one cell of a session. One object serves a
 * session (or one program): it keeps symbols, type keys and generic bodies from unit to unit.
 */
public final class IrBuilder {
  private final Layouts layouts;
  private final Symbols symbols;
  private final Context context = new Context();

  public IrBuilder(TypeTable table) {
    this(table, false);
  }

  private IrBuilder(TypeTable table, boolean library) {
    layouts = new Layouts(table, library);
    symbols = new Symbols(library);
  }

  /**
   * For the library's packages, while learners' units are built by another: what either makes for
   * itself has symbols and type keys of its own.
   */
  public static IrBuilder forLibrary(TypeTable table) {
    return new IrBuilder(table, true);
  }

  /**
   * @param library the functions are the library's: frames the learner does not step through
   */
  public record Options(Placement placement, boolean library) {
    public Options(Placement placement) {
      this(placement, false);
    }
  }

  /** A unit; if there are diagnostics it must not be run. */
  public record Result(IrUnit unit, List<Diagnostic> diagnostics) {}

  /** A variable of a session's main and its slot. */
  public record MainLocal(Obj.Var obj, Var var) {}

  /**
   * A cell.
   *
   * @param newLocals variables of main the cell declares, in order; they stay when its function
   *     returns
   * @param inner variables of blocks inside it, and those that the compiler makes for loops over
   *     functions: what has their addresses may stay
   * @param result the hidden package variable that holds the value of the cell's last expression,
   *     or null
   * @param show symbol of a function that puts the result into {@link #RESULT_AS_ANY}; "" if there
   *     is no result, or if it is {@link #isPlain}
   * @param undo to be run if the unit is not loaded, or is taken back: what only it defined is made
   *     anew by whoever wants it
   */
  public record CellUnit(
      IrUnit unit,
      List<MainLocal> newLocals,
      List<MainLocal> inner,
      IrUnit.@Nullable Global result,
      String show,
      List<Diagnostic> diagnostics,
      Runnable undo) {}

  /** The hidden package variable of type any that a cell's {@code show} fills. */
  public static final String RESULT_AS_ANY = "main.·any";

  public Layouts layouts() {
    return layouts;
  }

  public Symbols symbols() {
    return symbols;
  }

  private UnitBuilder unit(Options options, Package pkg, Info info, EscapeResult escape) {
    return new UnitBuilder(layouts, symbols, context, options, pkg, info, escape);
  }

  /**
   * A program or a library package. It makes all that it needs of wrappers and instances itself: it
   * runs on a machine of its own, or on one that has only some of the library.
   */
  public Result buildPackage(
      Package pkg, List<Node.File> files, Info info, EscapeResult escape, Options options) {
    Runnable end = symbols.alone();
    try {
      return build(unit(options, pkg, info, escape), pkg, files);
    } finally {
      end.run();
    }
  }

  private Result build(UnitBuilder u, Package pkg, List<Node.File> files) {
    List<Decl.FuncDecl> functions = new ArrayList<>();
    List<Decl.VarDecl> vars = new ArrayList<>();
    for (Node.File file : files) {
      for (Decl d : file.decls()) {
        sort(d, functions, vars);
      }
    }
    List<String> init = new ArrayList<>();
    declare(u, functions, vars, init, pkg.path() + ".init", false);
    // A program that is built before its library may have met the library's types already.
    u.finish(u.options.library() ? declaredTypes(pkg) : List.of());
    Obj main = pkg.scope().lookup("main");
    String entry =
        pkg.name().equals("main") && main instanceof Obj.Func f ? symbols.function(f) : "";
    layouts.table().complete();
    return new Result(u.unit(init, entry), u.diagnostics());
  }

  private static List<Named> declaredTypes(Package pkg) {
    List<Named> out = new ArrayList<>();
    for (String name : pkg.scope().names()) {
      if (pkg.scope().lookup(name) instanceof Obj.TypeName t
          && t.type() instanceof Named n
          && n.obj() == t
          && n.typeParams().isEmpty()) {
        out.add(n);
      }
    }
    return out;
  }

  private static void sort(Decl d, List<Decl.FuncDecl> functions, List<Decl.VarDecl> vars) {
    switch (d) {
      case Decl.FuncDecl f -> functions.add(f);
      case Decl.VarDecl v -> vars.add(v);
      case Decl.ImportDecl _, Decl.ConstDecl _, Decl.TypeDecl _ -> {}
    }
  }

  private static void declare(
      UnitBuilder u,
      List<Decl.FuncDecl> functions,
      List<Decl.VarDecl> vars,
      List<String> init,
      String initName,
      boolean again) {
    u.globals(vars);
    String first = u.initialiser(initName, again, vars);
    if (first != null) {
      init.add(first);
    }
    for (Decl.FuncDecl d : functions) {
      String s = u.function(d);
      if (s != null) {
        init.add(s);
      }
    }
  }

  /**
   * A lesson cell: its package-level declarations, and one function of kind MAIN with its
   * statements.
   *
   * @param tag tells this run from others: {@code In3}
   * @param packageDecls its declarations at package level, in order
   * @param statements the lines of main, in order
   * @param locals variables of main from earlier cells that still have slots, in order of
   *     declaration
   */
  public CellUnit buildCell(
      String tag,
      Package pkg,
      Node.Cell cell,
      List<Decl> packageDecls,
      List<Stmt> statements,
      Info info,
      EscapeResult escape,
      List<MainLocal> locals,
      Options options) {
    symbols.begin();
    try {
      return cell(tag, pkg, cell, packageDecls, statements, info, escape, locals, options);
    } catch (RuntimeException e) {
      symbols.undo().run(); // a fault of ours: the unit will not be loaded
      throw e;
    }
  }

  private CellUnit cell(
      String tag,
      Package pkg,
      Node.Cell cell,
      List<Decl> packageDecls,
      List<Stmt> statements,
      Info info,
      EscapeResult escape,
      List<MainLocal> locals,
      Options options) {
    UnitBuilder u = unit(options, pkg, info, escape);
    List<Decl.FuncDecl> functions = new ArrayList<>();
    List<Decl.VarDecl> vars = new ArrayList<>();
    packageDecls.forEach(d -> sort(d, functions, vars));
    List<String> init = new ArrayList<>();
    declare(u, functions, vars, init, pkg.path() + ".init", true);

    String symbol = symbols.unique(pkg.path() + ".main#" + tag);
    FuncBuilder f =
        new FuncBuilder(
            u,
            info,
            escape,
            TypeEnv.EMPTY,
            null,
            symbol,
            pkg.path() + ".main",
            IrFunc.Kind.MAIN,
            cell.pos());
    for (MainLocal l : locals) {
      f.bind(l.obj(), l.var());
      f.addLocal(l.var());
      f.emit(new IrStmt.VarStart(l.var()));
    }
    f.session = true;
    f.hasDefer = StmtBuilder.defers(statements);
    f.stmts.open();
    IrUnit.Global result = null;
    String show = "";
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      if (i == statements.size() - 1 && s instanceof Stmt.ExprStmt e && hasValue(info, e.x())) {
        result = result(u, f, e);
        show = isPlain(result.type()) ? "" : show(u, f, result);
      } else {
        f.stmts.statement(s);
      }
    }
    Set<Var> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(f.stmts.keep());
    f.stmts.end(cell.eof(), false);
    u.add(f.finish(cell.pos(), cell.eof(), false));
    // Each type's methods are known from the cell on that declares it, used there or not.
    for (Decl d : packageDecls) {
      if (d instanceof Decl.TypeDecl t
          && t.tparams().isEmpty()
          && info.def(t.name()) instanceof Obj.TypeName o) {
        layouts.of(o.type());
      }
    }
    u.finish(receivers(info, functions));
    layouts.table().complete();
    List<MainLocal> fresh = new ArrayList<>();
    List<MainLocal> inner = new ArrayList<>();
    for (MainLocal l : f.declared) {
      (kept.contains(l.var()) ? fresh : inner).add(l);
    }
    IrUnit unit = u.unit(init, symbol);
    Runnable undo = symbols.undo();
    if (!u.diagnostics().isEmpty()) {
      undo.run();
    }
    return new CellUnit(unit, fresh, inner, result, show, u.diagnostics(), undo);
  }

  /**
   * Types that get methods in this cell: their method sets change even if they are older, and those
   * of all instances that there are of a generic one.
   */
  private List<Named> receivers(Info info, List<Decl.FuncDecl> functions) {
    List<Named> out = new ArrayList<>();
    for (Decl.FuncDecl d : functions) {
      Obj.Func fn = info.func(d);
      Obj.Var recv = fn == null ? null : fn.signature().recv();
      if (recv != null) {
        Type t = Types.unalias(recv.type());
        t = t instanceof Pointer p ? Types.unalias(p.elem()) : t;
        if (t instanceof Named n && out.stream().noneMatch(x -> x.origin() == n.origin())) {
          out.addAll(n.isInstance() ? layouts.instances(n.origin()) : List.of(n));
        }
      }
    }
    return out;
  }

  private static boolean hasValue(Info info, Expr e) {
    Info.TypeAndValue tv = info.typeAndValue(e);
    return tv != null
        && tv.isValue()
        && !(tv.type() instanceof Tuple)
        && tv.mode() != Info.Mode.NIL_VALUE;
  }

  private IrUnit.Global result(UnitBuilder u, FuncBuilder f, Stmt.ExprStmt s) {
    f.mark(s.pos());
    RType t = f.rtype(s.x());
    IrUnit.Global g = new IrUnit.Global(symbols.unique("main.·result"), "", t, s.pos());
    u.addGlobal(g);
    IrExpr place = new IrExpr.GlobalRef(g.symbol(), t);
    Type type = f.type(s.x());
    f.assigns.single(null, new AssignBuilder.Dest.Place(() -> place, type), s.x(), false);
    return g;
  }

  /** A predeclared type whose values everybody prints alike: no code of Go's is needed for it. */
  public static boolean isPlain(RType t) {
    return switch (t.kind()) {
      case BOOL, INT, INT8, INT16, INT32, INT64, UINT, UINT8, UINT16, UINT32, UINT64, STRING ->
          !t.named();
      default -> false;
    };
  }

  private String show(UnitBuilder u, FuncBuilder main, IrUnit.Global result) {
    String symbol = symbols.unique("main.·show");
    u.addGlobal(new IrUnit.Global(RESULT_AS_ANY, "", u.rt.any, Pos.NONE));
    FuncBuilder g =
        new FuncBuilder(
            u,
            main.info,
            main.escape,
            TypeEnv.EMPTY,
            null,
            symbol,
            symbol,
            IrFunc.Kind.LIBRARY,
            Pos.NONE);
    IrExpr value = new IrExpr.GlobalRef(result.symbol(), result.type());
    IrExpr any =
        result.type().kind() == RType.Kind.INTERFACE
            ? g.interfaces.toInterface(value, result.type(), u.rt.any)
            : g.interfaces.box(value, u.rt.any);
    g.assign(new IrExpr.GlobalRef(RESULT_AS_ANY, u.rt.any), any);
    g.emit(new IrStmt.Return(Pos.NONE));
    u.add(g.finish(Pos.NONE, Pos.NONE, false));
    return symbol;
  }
}

package dev.gomem.escape;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Signature;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.TypeEnv;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checked trees to {@link Tree}s: functions, variables and captures here, the rest in {@link
 * TreeStmts} and {@link TreeExprs}. Follows what cmd/compile's noder writes and reads and what its
 * typecheck package then rewrites, in the same order, since the numbers of temporaries appear in
 * messages.
 */
final class TreeBuilder {
  final Program program;
  final Reading info;
  final @Nullable Package local;
  final TreeExprs exprs = new TreeExprs(this);
  final TreeStmts stmts = new TreeStmts(this);

  /** Operands that gc's writer cuts out of conditions it can decide. */
  final Map<Expr, Expr> replaced = new IdentityHashMap<>();

  /** Function literals in the order they were met; those inside come after the one around them. */
  final List<Func> literals = new ArrayList<>();

  private final Map<Obj.Var, Tree.Name> names;
  private final Map<Obj.Var, Tree.Name> globals;
  private @Nullable Func cur;

  /**
   * @param names locals of a session's {@code main} that earlier cells declared; new variables are
   *     added
   */
  TreeBuilder(Program program, @Nullable Package local, Map<Obj.Var, Tree.Name> names) {
    this(program, new Reading(program.info, TypeEnv.EMPTY), local, names, names);
  }

  private TreeBuilder(
      Program program,
      Reading info,
      @Nullable Package local,
      Map<Obj.Var, Tree.Name> names,
      Map<Obj.Var, Tree.Name> globals) {
    this.program = program;
    this.info = info;
    this.local = local;
    this.names = names;
    this.globals = globals;
  }

  /**
   * Builds a body that is still to be built; an instance's package variables are those of others.
   */
  void build(Func f) {
    Decl.FuncDecl d = f.todo;
    f.todo = null;
    if (d == null) {
      return;
    }
    Reading reading = f.reading;
    Generics.Body body = f.obj == null ? null : program.generics.body(f.obj);
    if (reading == null || body == null) {
      body(d, f);
      return;
    }
    TreeBuilder b = new TreeBuilder(program, reading, body.pkg(), new IdentityHashMap<>(), globals);
    b.body(d, f);
    literals.addAll(b.literals);
  }

  Func cur() {
    if (cur == null) {
      throw new IllegalStateException("no function");
    }
    return cur;
  }

  // ---- functions

  /** The function of a declaration, without its body. */
  static Func declared(Decl.FuncDecl d, Obj.Func obj) {
    Func f = new Func(d.name().pos(), nameOf(obj), obj, obj.signature(), null, false);
    f.hasBody = d.body() != null;
    f.todo = d;
    return f;
  }

  private void body(Decl.FuncDecl d, Func f) {
    for (Node.Pragma p : d.pragmas()) {
      switch (p.text().strip()) {
        case "//go:noescape", "go:noescape" -> f.noescape = true;
        case "//go:onlyreads" -> f.onlyReads = true;
        case "//go:uintptrescapes", "go:uintptrescapes" -> f.uintptrEscapes = true;
        case "//go:uintptrkeepalive", "go:uintptrkeepalive" -> f.uintptrKeepAlive = true;
        default -> {}
      }
    }
    if (d.body() == null) {
      f.hasBody = false;
      Func saved = enter(f);
      declareParams(f);
      leave(saved);
      return;
    }
    Func saved = enter(f);
    declareParams(f);
    f.body = stmts.list(d.body().list());
    leave(saved);
  }

  /** The initialisation of package variables as one function. */
  Func packageInit(List<Info.Initializer> order) {
    Func f = new Func(Pos.NONE, "init", null, new Signature(), null, false);
    Func saved = enter(f);
    for (Info.Initializer i : order) {
      f.body.add(stmts.initializer(i));
    }
    leave(saved);
    return f;
  }

  /** Statements that are lines of {@code main}. */
  List<Tree> lines(Func main, List<dev.gomem.syntax.Stmt> list) {
    Func saved = enter(main);
    List<Tree> out = stmts.list(list);
    leave(saved);
    return out;
  }

  private @Nullable Func enter(Func f) {
    Func saved = cur;
    cur = f;
    return saved;
  }

  private void leave(@Nullable Func saved) {
    cur = saved;
  }

  static String nameOf(Obj.Func f) {
    Obj.Var recv = f.signature().recv();
    if (recv == null) {
      return f.name();
    }
    Type t = Types.unalias(recv.type());
    boolean pointer = t instanceof Pointer;
    Type base = t instanceof Pointer p ? Types.unalias(p.elem()) : t;
    String name =
        base instanceof dev.gomem.types.Named n ? n.obj().name() : TypeFormat.of(base, f.pkg());
    return (pointer ? "(*" + name + ")" : name) + "." + f.name();
  }

  private void declareParams(Func f) {
    int i = 0;
    Obj.Var recv = f.signature.recv();
    if (recv != null) {
      f.params.add(param(f, recv, Tree.Storage.PARAM, "~p", i++));
    }
    for (Obj.Var v : f.signature.params().vars()) {
      f.params.add(param(f, v, Tree.Storage.PARAM, "~p", i++));
    }
    i = 0;
    for (Obj.Var v : f.signature.results().vars()) {
      f.results.add(param(f, v, Tree.Storage.RESULT, "~r", i++));
    }
  }

  private Tree.Name param(Func f, Obj.Var v, Tree.Storage storage, String prefix, int i) {
    boolean anonymous = v.name().isEmpty() || v.name().equals("_");
    String given = info.resultName(v);
    String name = given != null ? given : anonymous ? prefix + i : v.name();
    Tree.Name n = new Tree.Name(v.pos(), name, type(v), storage, f, v, false);
    f.dcl.add(n);
    names.put(v, n);
    return n;
  }

  /** A function literal, and its function with its body. */
  Tree.Closure literal(Expr.FuncLit lit, Type type) {
    // The variables of the literal's own signature are those that its body uses.
    Signature sig = (Signature) info.openType(lit).underlying();
    Func outer = cur();
    Func naming = outer.naming();
    boolean range = info.isRangeBody(lit);
    String name =
        naming.name
            + (range
                ? "-range" + ++naming.ranges
                : (naming.parent != null ? "." : ".func") + ++naming.literals);
    Func f = new Func(lit.pos(), name, null, sig, outer, false);
    f.loopOf = range ? naming : null;
    literals.add(f);
    Func saved = enter(f);
    declareParams(f);
    f.body = stmts.list(lit.body().list());
    leave(saved);
    // What the literal takes from further out, the function around it takes too.
    for (Func.Capture c : f.captures) {
      capture(outer, c.name(), c.pos());
    }
    Tree.Closure c = new Tree.Closure(lit.pos(), f, type);
    c.source = lit;
    return c;
  }

  /** The function that a go or defer statement runs. */
  Func wrapper(Pos pos, boolean isDefer) {
    Func outer = cur();
    Func naming = outer.naming();
    String name = naming.name + (isDefer ? ".deferwrap" : ".gowrap") + ++naming.wrappers;
    Func f = new Func(pos, name, null, new Signature(), outer, true);
    literals.add(f);
    return f;
  }

  // ---- dictionaries

  /** As gc names the dictionary of an instance. */
  String dictionary(Obj of, String name, List<Type> targs) {
    Package p = of.pkg();
    String q = p == null || p == local ? "" : p.name() + ".";
    return q + ".dict." + name + TypeFormat.links(targs);
  }

  /** The dictionary that the function being built has itself: of its own, or of its type. */
  private Dictionary own() {
    Obj.Func f = cur().outermost().obj;
    if (f == null) {
      throw new IllegalStateException("no instance: " + cur().name);
    }
    Obj.Var recv = f.signature().recv();
    if (recv == null) {
      return program.dictionary(f);
    }
    Type t = Types.unalias(recv.type());
    Type base = t instanceof Pointer p ? Types.unalias(p.elem()) : t;
    return program.dictionary(base instanceof dev.gomem.types.Named n ? n.obj() : f);
  }

  /** Which word of the dictionary has a method that a type parameter's constraint offers. */
  int methodWord(TypeParam p, Obj.Func m) {
    return own().method(p.index(), m.name());
  }

  /** The word of the dictionary that has the dictionary of another instance. */
  String subdictionary(Obj of, List<Type> openArgs) {
    int words = program.dictionary(of).words();
    return "(*[" + words + "]uintptr)(.dict[" + own().sub(of, openArgs) + "])";
  }

  // ---- variables

  /** The variable's type in this instance. */
  Type type(Obj.Var v) {
    Type t = info.apply(v.type());
    program.meets(t);
    return t;
  }

  /** Declares a local variable. */
  Tree.Name declare(Obj.Var v, Pos pos) {
    Func f = cur();
    Tree.Name n = new Tree.Name(pos, v.name(), type(v), Tree.Storage.AUTO, f, v, false);
    f.dcl.add(n);
    names.put(v, n);
    return n;
  }

  /** A new temporary variable. */
  Tree.Name temp(Pos pos, Type type) {
    Func f = cur();
    Tree.Name n =
        new Tree.Name(pos, ".autotmp_" + f.dcl.size(), type, Tree.Storage.AUTO, f, null, true);
    f.dcl.add(n);
    return n;
  }

  /** A use of a variable. */
  Tree.Name use(Obj.Var v, Pos pos) {
    Tree.Name n = names.get(v);
    if (n == null) {
      n = globals.get(v);
    }
    if (n == null) {
      if (v.kind() != Obj.VarKind.PACKAGE_VAR) {
        throw new IllegalStateException("variable used before it is declared: " + v.name());
      }
      program.meets(v.type());
      n = new Tree.Name(v.pos(), v.name(), v.type(), Tree.Storage.GLOBAL, null, v, false);
      globals.put(v, n);
    }
    if (n.func != null && n.func != cur()) {
      capture(cur(), n, pos);
    }
    return n;
  }

  static void capture(Func f, Tree.Name n, Pos pos) {
    if (n.func == f) {
      return;
    }
    for (Func.Capture c : f.captures) {
      if (c.name() == n) {
        return;
      }
    }
    f.captures.add(new Func.Capture(pos, n));
  }

  static Type resultType(Signature sig) {
    Tuple results = sig.results();
    return results.size() == 1 ? results.at(0).type() : results;
  }
}

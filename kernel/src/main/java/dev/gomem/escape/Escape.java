package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways into escape analysis. Code must have been checked without errors. Passes, in gc's order:
 * {@link TreeBuilder}, {@link Devirtualize}, {@link LoopVars}, {@link DeadLocals}, then {@link
 * Batch} by batch bottom up, once for each placement.
 */
public final class Escape {
  private Escape() {}

  /**
   * Whose code is analysed: the learner's has both placements, a library's gc's only (its simple
   * verdicts are gc's).
   */
  public enum Author {
    LEARNER,
    LIBRARY
  }

  /**
   * A whole package.
   *
   * @param functions its functions and methods in order of declaration; bodyless ones take tags
   *     from {@code imports}
   * @param imports tags of other packages' functions
   */
  public static EscapeResult analyze(
      List<Decl.FuncDecl> functions, Info info, Package pkg, Tags imports, Author author) {
    return analyze(functions, info, pkg, new Generics(), imports, author);
  }

  /**
   * As {@link #analyze(List, Info, Package, Tags, Author)}.
   *
   * @param generics bodies of generic functions of other packages; those of this one are added
   */
  public static EscapeResult analyze(
      List<Decl.FuncDecl> functions,
      Info info,
      Package pkg,
      Generics generics,
      Tags imports,
      Author author) {
    generics.declare(functions, info, pkg, author);
    Program program = new Program(info, pkg, generics, imports, author == Author.LEARNER);
    TreeBuilder builder = new TreeBuilder(program, pkg, new IdentityHashMap<>());
    List<Func> funcs = new ArrayList<>();
    if (!info.initOrder().isEmpty()) {
      funcs.add(builder.packageInit(info.initOrder()));
      funcs.addAll(builder.literals);
    }
    int early = builder.literals.size();
    List<Func> declared = declared(functions, info, program);
    funcs.addAll(declared);
    inOrder(pkg, declared, program);
    funcs.addAll(bodies(builder, program));
    funcs.addAll(builder.literals.subList(early, builder.literals.size()));
    prepare(program, funcs, builder);
    if (!info.initOrder().isEmpty()) {
      Func init = funcs.get(0);
      Func data = new Func(init.pos, init.name, null, init.signature, null, false);
      StaticInit.run(program, init, data);
      funcs.add(data);
    }
    CallGraph.bottomUp(program, funcs, block -> both(program, block));
    funcs.forEach(f -> AppendBuffers.run(program, f));
    BoundsElided.run(funcs, program.lines);
    PrintOperands.run(funcs, program.format, program.faults);
    program.done();
    return new Result(program, CellGraph.empty(), program.sites, info);
  }

  /**
   * A lesson cell: functions and package variables as {@link #analyze} does them, and its
   * statements as the next lines of {@code main}, solved with all lines before them.
   *
   * @param before as the cell before left it, or {@link CellGraph#empty}; not changed
   * @param statements the cell's lines of {@code main}
   * @param generics bodies of generic functions of other packages and earlier cells; the cell's own
   *     are added
   * @param imports tags of other packages' functions and of those of earlier cells ({@link
   *     EscapeResult#tags})
   */
  public static CellResult analyzeCell(
      CellGraph before,
      List<Decl.FuncDecl> functions,
      List<Stmt> statements,
      Info info,
      Package pkg,
      Generics generics,
      Tags imports) {
    generics.declare(functions, info, pkg, Author.LEARNER);
    Program program = new Program(info, pkg, generics, imports, true);
    CellGraph.Draft draft = before.draft(program.format);
    Func main = draft.main();
    TreeBuilder builder = new TreeBuilder(program, pkg, draft.names());
    List<Func> funcs = new ArrayList<>();
    if (!info.initOrder().isEmpty()) {
      funcs.add(builder.packageInit(info.initOrder()));
    }
    List<Func> declared = declared(functions, info, program);
    funcs.addAll(declared);
    declared.forEach(program::declared);
    main.body = builder.lines(main, statements);
    funcs.add(main);
    funcs.addAll(bodies(builder, program));
    funcs.addAll(builder.literals);
    prepare(program, funcs, builder);
    CallGraph.bottomUp(
        program,
        funcs,
        block -> {
          if (block.contains(main)) {
            new Batch(program, Placement.GC, draft.gc()).run(block);
            new Batch(program, Placement.SIMPLE, draft.simple()).run(block);
          } else {
            both(program, block);
          }
        });
    funcs.forEach(f -> AppendBuffers.run(program, f));
    PrintOperands.run(funcs, program.format, program.faults);
    main.body = List.of();
    program.done();
    CellGraph after = draft.done();
    return new CellResult(new Result(program, after, program.sites, info), after, draft.repairs());
  }

  private static List<Func> declared(List<Decl.FuncDecl> functions, Info info, Program program) {
    List<Func> out = new ArrayList<>();
    for (Decl.FuncDecl d : functions) {
      Obj.Func obj = info.func(d);
      if (obj == null) {
        throw new IllegalStateException("not checked: " + d.name().value());
      }
      if (Generics.isGeneric(obj)) {
        continue; // only instances are code
      }
      Func f = TreeBuilder.declared(d, obj);
      List<Tag> given = f.hasBody ? null : program.imports.tags(obj, Placement.GC);
      if (given != null) {
        continue; // its tags come from there
      }
      program.add(f);
      out.add(f);
    }
    return out;
  }

  /** Declarations in the order of the source: what they mention comes up with them. */
  private static void inOrder(Package pkg, List<Func> functions, Program program) {
    record At(Pos pos, Runnable meet) {}
    List<At> order = new ArrayList<>();
    functions.forEach(f -> order.add(new At(f.pos, () -> program.declared(f))));
    for (String name : pkg.scope().names()) {
      Obj o = pkg.scope().lookup(name);
      if (o instanceof Obj.Var || o instanceof Obj.TypeName t && !t.isAlias()) {
        order.add(new At(o.pos(), () -> program.meets(o.type())));
      }
    }
    order.sort(Comparator.comparing(At::pos));
    order.forEach(a -> a.meet.run());
  }

  /**
   * Builds the bodies of all functions, and of the instances that they ask for, in gc's order;
   * gives the instances.
   */
  private static List<Func> bodies(TreeBuilder builder, Program program) {
    List<Func> out = new ArrayList<>();
    Func f;
    while ((f = program.next()) != null) {
      builder.build(f);
      if (f.isInstance()) {
        out.add(f);
      }
    }
    return out;
  }

  /**
   * An instance that nobody asked for while the program was analysed, for which code is wanted all
   * the same.
   */
  private static void late(Program program, Package pkg) {
    int lines = program.lines.size();
    TreeBuilder builder = new TreeBuilder(program, pkg, new IdentityHashMap<>());
    List<Func> funcs = bodies(builder, program);
    funcs.addAll(builder.literals);
    prepare(program, funcs, builder);
    CallGraph.bottomUp(program, funcs, block -> both(program, block));
    funcs.forEach(f -> AppendBuffers.run(program, f));
    program.done();
    program.lines.subList(lines, program.lines.size()).clear();
  }

  private static void prepare(Program program, List<Func> funcs, TreeBuilder builder) {
    Devirtualize devirtualize = new Devirtualize(program);
    funcs.forEach(devirtualize::run);
    int literals = builder.literals.size();
    List<Func> more = bodies(builder, program);
    while (!more.isEmpty()) {
      List<Func> fresh = new ArrayList<>(more);
      fresh.addAll(builder.literals.subList(literals, builder.literals.size()));
      literals = builder.literals.size();
      fresh.forEach(devirtualize::run);
      funcs.addAll(fresh);
      more = bodies(builder, program);
    }
    for (Func f : funcs) {
      if (program.info.newInEachIteration(f.pos)) {
        LoopVars.run(f, program.sites(f));
      }
    }
    for (Func f : funcs) {
      if (!f.isClosure()) {
        DeadLocals.run(f);
      }
    }
  }

  private static void both(Program program, List<Func> block) {
    new Batch(program, Placement.GC, new Graph(program.format)).run(block);
    if (program.learner) {
      new Batch(program, Placement.SIMPLE, new Graph(program.format)).run(block);
    }
  }

  /**
   * A view of what a program's batches found; locals of {@code main} are looked up in the session's
   * graph.
   */
  private record Result(Program program, CellGraph main, Sites found, Info info)
      implements EscapeResult {
    @Override
    public @Nullable AllocSite variable(Obj.Var v) {
      AllocSite s = main.variable(v);
      return s != null ? s : found.variable(v);
    }

    @Override
    public @Nullable AllocSite site(Node n, AllocSite.Kind kind, int value) {
      return found.site(n, kind, value);
    }

    @Override
    public boolean addressed(Obj.Var v) {
      return main.has(v) ? main.addressed(v) : found.addressed(v);
    }

    @Override
    public boolean oneForAllIterations(Obj.Var v) {
      return found.oneForAllIterations(v);
    }

    @Override
    public boolean capturedByValue(Expr.FuncLit closure, Obj.Var v) {
      return found.capturedByValue(closure, v);
    }

    @Override
    public List<Obj.Var> captures(Expr.FuncLit closure) {
      List<Obj.Var> known = found.captures(closure);
      return known != null ? known : Captures.of(closure, info);
    }

    @Override
    public boolean zeroCopied(Node conversion) {
      return found.zeroCopied(conversion);
    }

    @Override
    public @Nullable AppendBuffer appendBuffer(Expr.CallExpr append) {
      return found.buffer(append);
    }

    @Override
    public List<MoveToHeap> movesBefore(Node statement) {
      return found.moves(statement);
    }

    @Override
    public @Nullable Constant constant(Expr e) {
      return found.constant(e);
    }

    @Override
    public @Nullable List<Tag> tags(Obj.Func f, Placement p) {
      Func func = program.func(f);
      return func == null ? null : program.tags(func, program.learner ? p : Placement.GC);
    }

    @Override
    public Instance instance(Obj.Func f, List<Type> typeArgs) {
      Func made = program.instance(f, typeArgs);
      Generics.Body body = program.generics.body(f);
      if (made == null || body == null) {
        throw new IllegalStateException("no body of generic " + f.name());
      }
      if (made.todo != null) {
        late(program, body.pkg());
      }
      return new Instance(
          body, new Result(program, CellGraph.empty(), program.sites(made), body.info()));
    }

    @Override
    public @Nullable Phrase keeps(Obj.Func f, int argument, Placement p) {
      Func func = program.func(f);
      return func == null ? null : program.keeps(func, argument, p);
    }

    @Override
    public List<AllocSite> sites() {
      List<AllocSite> all = new ArrayList<>(found.all());
      if (found == program.sites) {
        all.addAll(program.instanceSites());
        all.sort((a, b) -> a.pos().compareTo(b.pos()));
      }
      return all;
    }

    @Override
    public List<Diagnostic> faults() {
      return List.copyOf(program.faults);
    }

    @Override
    public List<Line> lines() {
      return List.copyOf(program.lines);
    }
  }
}

package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import java.util.ArrayList;
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
    Program program = new Program(info, pkg, imports, author == Author.LEARNER);
    TreeBuilder builder = new TreeBuilder(info, pkg, new IdentityHashMap<>());
    List<Func> funcs = new ArrayList<>();
    if (!info.initOrder().isEmpty()) {
      funcs.add(builder.packageInit(info.initOrder()));
      funcs.addAll(builder.literals);
    }
    int early = builder.literals.size();
    funcs.addAll(declared(functions, info, builder, program));
    funcs.addAll(builder.literals.subList(early, builder.literals.size()));
    prepare(program, funcs);
    if (!info.initOrder().isEmpty()) {
      Func init = funcs.get(0);
      Func data = new Func(init.pos, init.name, null, init.signature, null, false);
      StaticInit.run(program, init, data);
      funcs.add(data);
    }
    CallGraph.bottomUp(program, funcs, block -> both(program, block));
    funcs.forEach(f -> AppendBuffers.run(program, f));
    BoundsElided.run(funcs, program.lines);
    program.done();
    return new Result(program, CellGraph.empty());
  }

  /**
   * A lesson cell: functions and package variables as {@link #analyze} does them, and its
   * statements as the next lines of {@code main}, solved with all lines before them.
   *
   * @param before as the cell before left it, or {@link CellGraph#empty}; not changed
   * @param statements the cell's lines of {@code main}
   * @param imports tags of other packages' functions and of those of earlier cells ({@link
   *     EscapeResult#tags})
   */
  public static CellResult analyzeCell(
      CellGraph before,
      List<Decl.FuncDecl> functions,
      List<Stmt> statements,
      Info info,
      Package pkg,
      Tags imports) {
    Program program = new Program(info, pkg, imports, true);
    CellGraph.Draft draft = before.draft(program.format);
    Func main = draft.main();
    TreeBuilder builder = new TreeBuilder(info, pkg, draft.names());
    List<Func> funcs = new ArrayList<>();
    if (!info.initOrder().isEmpty()) {
      funcs.add(builder.packageInit(info.initOrder()));
    }
    funcs.addAll(declared(functions, info, builder, program));
    main.body = builder.lines(main, statements);
    funcs.add(main);
    funcs.addAll(builder.literals);
    prepare(program, funcs);
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
    main.body = List.of();
    program.done();
    CellGraph after = draft.done();
    return new CellResult(new Result(program, after), after, draft.repairs());
  }

  private static List<Func> declared(
      List<Decl.FuncDecl> functions, Info info, TreeBuilder builder, Program program) {
    List<Func> out = new ArrayList<>();
    for (Decl.FuncDecl d : functions) {
      Obj.Func obj = info.func(d);
      if (obj == null) {
        throw new IllegalStateException("not checked: " + d.name().value());
      }
      if (!obj.signature().typeParams().isEmpty() || !obj.signature().recvTypeParams().isEmpty()) {
        throw new UnsupportedOperationException(
            "not supported yet: generic functions (" + d.name().value() + ")");
      }
      Func f = builder.declared(d, obj);
      List<Tag> given = f.hasBody ? null : program.imports.tags(obj, Placement.GC);
      if (given != null) {
        continue; // its tags come from there
      }
      program.add(f);
      out.add(f);
    }
    return out;
  }

  private static void prepare(Program program, List<Func> funcs) {
    Devirtualize devirtualize = new Devirtualize(program.format, program.lines);
    funcs.forEach(devirtualize::run);
    funcs.forEach(LoopVars::run);
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
  private record Result(Program program, CellGraph main) implements EscapeResult {
    @Override
    public @Nullable AllocSite variable(Obj.Var v) {
      AllocSite s = main.variable(v);
      return s != null ? s : program.sites.variable(v);
    }

    @Override
    public @Nullable AllocSite site(Node n, AllocSite.Kind kind, int value) {
      return program.sites.site(n, kind, value);
    }

    @Override
    public boolean addressed(Obj.Var v) {
      return main.has(v) ? main.addressed(v) : program.sites.addressed(v);
    }

    @Override
    public boolean capturedByValue(Expr.FuncLit closure, Obj.Var v) {
      return program.sites.capturedByValue(closure, v);
    }

    @Override
    public List<Obj.Var> captures(Expr.FuncLit closure) {
      List<Obj.Var> known = program.sites.captures(closure);
      return known != null ? known : Captures.of(closure, program.info);
    }

    @Override
    public boolean zeroCopied(Node conversion) {
      return program.sites.zeroCopied(conversion);
    }

    @Override
    public @Nullable AppendBuffer appendBuffer(Expr.CallExpr append) {
      return program.sites.buffer(append);
    }

    @Override
    public List<MoveToHeap> movesBefore(Node statement) {
      return program.sites.moves(statement);
    }

    @Override
    public @Nullable Constant constant(Expr e) {
      return program.sites.constant(e);
    }

    @Override
    public @Nullable List<Tag> tags(Obj.Func f, Placement p) {
      Func func = program.func(f);
      return func == null ? null : program.tags(func, program.learner ? p : Placement.GC);
    }

    @Override
    public List<AllocSite> sites() {
      return program.sites.all();
    }

    @Override
    public List<Line> lines() {
      return List.copyOf(program.lines);
    }
  }
}

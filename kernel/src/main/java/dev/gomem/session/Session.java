package dev.gomem.session;

import dev.gomem.code.CodeUnit;
import dev.gomem.code.Function;
import dev.gomem.escape.AllocSite;
import dev.gomem.escape.CellGraph;
import dev.gomem.escape.Escape;
import dev.gomem.escape.Tags;
import dev.gomem.ir.IrBuilder;
import dev.gomem.ir.IrFunc;
import dev.gomem.ir.IrUnit;
import dev.gomem.ir.Var;
import dev.gomem.layout.RType;
import dev.gomem.library.Library;
import dev.gomem.machine.Checkpoint;
import dev.gomem.machine.Debug;
import dev.gomem.machine.FrameView;
import dev.gomem.machine.Image;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Machine;
import dev.gomem.machine.Outcome;
import dev.gomem.machine.Output;
import dev.gomem.machine.Repair;
import dev.gomem.machine.memory.Exhausted;
import dev.gomem.snapshot.Picture;
import dev.gomem.snapshot.Snapshot;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.source.Words;
import dev.gomem.syntax.CellKind;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import dev.gomem.trace.Plates;
import dev.gomem.types.CellResult;
import dev.gomem.types.CellScope;
import dev.gomem.types.CheckResult;
import dev.gomem.types.Checker;
import dev.gomem.types.Obj;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One notebook's kernel: one machine, one package {@code main}, one long-lived {@code main}
 * goroutine. Cells run one after the other on one thread; only {@link #interrupt} may come from
 * another. Whatever happens in a cell, the session lives on, and a cell that could not start has
 * changed nothing.
 */
public final class Session {
  private static final int UNDO_DEPTH = 20;

  /** Of memory, that all states to go back to may hold together. */
  private static final long UNDO_BYTES = 128 << 20;

  /** Bytes of memory kept for showing results and for loading packages. */
  private static final long RESERVE = 16 << 20;

  private static final int ERROR_LINES = 1000;

  private static final int RESULT_CHARS = 10_000;

  /**
   * The stack of a thread that runs cells or programs: all stages before the machine recurse with
   * the text. Only what is used of it takes memory.
   */
  public static final long STACK_BYTES = 256L << 20;

  private final Words words;
  private final Backend backend;
  private final Limits limits;
  private final Debug debug;
  private final Machine machine;
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
  private boolean capturing;
  private CellIo io = CellIo.NONE;
  private volatile @Nullable Machine running;
  private volatile boolean interrupted;
  private int count;

  private State state = new State();

  /** As it was before the last cell. */
  private State stateBefore = state;

  private final List<Undo> undos = new ArrayList<>();

  /** All that a cell can change, apart from the machine; the old one is kept for %undo. */
  private static final class State {
    Settings settings = Settings.START;
    CellScope scope = CellScope.empty();
    CellGraph graph = CellGraph.empty();
    Tags tags = Tags.UNKNOWN;
    MainFrame frame = new MainFrame();
    Plates plates = new Plates();
    Snapshot before = NOTHING;
    List<CellRecord> cells = new ArrayList<>();
    List<Explained> explained = new ArrayList<>();
    Set<String> loaded = new HashSet<>();
    OlderFunctions functions = new OlderFunctions();
    Set<Source> texts = Collections.newSetFromMap(new IdentityHashMap<>());

    State copy() {
      State s = new State();
      s.settings = settings;
      s.scope = scope;
      s.graph = graph;
      s.tags = tags;
      s.frame = frame.copy();
      s.plates = plates.copy();
      s.before = before;
      s.cells = new ArrayList<>(cells);
      s.explained = new ArrayList<>(explained);
      s.loaded = new HashSet<>(loaded);
      s.functions = functions.copy();
      s.texts = Collections.newSetFromMap(new IdentityHashMap<>());
      s.texts.addAll(texts);
      return s;
    }
  }

  /**
   * @param types takes back methods that the cell gave to types of earlier cells
   */
  private record Undo(State state, Checkpoint machine, Runnable types) {}

  private static final Snapshot NOTHING =
      new Snapshot(
          0,
          true,
          List.of(),
          List.of(),
          new Snapshot.Heap(List.of(), List.of(), 0, 0, 0, 0, 0),
          List.of(),
          Snapshot.LeftOut.NOTHING);

  public Session(Words words, Backend backend, Limits limits, Debug debug) {
    this.words = words;
    this.backend = backend;
    this.limits = limits;
    this.debug = debug;
    this.machine = backend.machine(new Sink(), limits, debug);
  }

  /** A session as a notebook has it. */
  public static Session open(Words words) {
    return new Session(words, new Backend(new Toolchain(new Library())), Limits.DEFAULT, Debug.OFF);
  }

  private final class Sink implements Output {
    @Override
    public void write(int fd, byte[] bytes) {
      if (capturing) {
        // What a goroutine prints that the value's own method waits for is taken back with the
        // rest.
        if (machine.mainRuns()) {
          captured.writeBytes(bytes);
        }
      } else if (fd == 2) {
        io.stderr(bytes);
      } else {
        io.stdout(bytes);
      }
    }

    @Override
    public byte @Nullable [] read() {
      return new CellOutput(io).read();
    }
  }

  /** Whether a text is a whole cell, could become one if more lines followed, or can't. */
  public Completeness completeness(String code) {
    ParseResult<?> read = whole(code);
    return switch (read.completeness()) {
      case COMPLETE -> new Completeness(Completeness.Status.COMPLETE, "");
      case INCOMPLETE -> new Completeness(Completeness.Status.INCOMPLETE, read.indent());
      case INVALID -> new Completeness(Completeness.Status.INVALID, "");
    };
  }

  private ParseResult<?> whole(String code) {
    return CellKind.of(new Source("cell", Magics.blanked(code))).result();
  }

  /** Ends the running cell, or the one about to run, soon. Any thread. */
  public void interrupt() {
    interrupted = true;
    Machine m = running;
    if (m != null) {
      m.interrupt();
    }
  }

  /**
   * Runs a cell.
   *
   * @param number its number, for {@code In [n]}
   * @param picture whether a picture is wanted at all
   */
  public Reply execute(String code, int number, boolean picture, CellIo cellIo) {
    io = cellIo;
    count = number;
    interrupted = false;
    try {
      return cell(code, picture);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return internal(e);
    } catch (RuntimeException e) {
      return internal(e);
    } finally {
      running = null;
      io = CellIo.NONE;
    }
  }

  private Reply internal(Throwable e) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("internal", String.valueOf(e)));
    int shown = 0;
    for (StackTraceElement at : e.getStackTrace()) {
      if (at.getClassName().startsWith("dev.gomem.") && shown++ < 6) {
        lines.add("    " + at);
      }
    }
    return new Reply.Failed(Reply.Kind.INTERNAL, String.valueOf(e), lines, null);
  }

  private Reply cell(String code, boolean picture) {
    Magics.Parsed magics = Magics.parse(code);
    List<String> notes = new ArrayList<>();
    List<Magics.Line> questions = new ArrayList<>();
    for (Magics.Line m : magics.lines()) {
      String problem = magic(m, notes, questions);
      if (problem != null) {
        return new Reply.Failed(Reply.Kind.MAGIC, problem, List.of(problem), null);
      }
    }
    if (magics.rest().isBlank()) {
      questions.forEach(q -> notes.add(answer(q)));
      return new Reply.Done(null, notes, null);
    }
    Reply r = run(magics, notes, picture);
    if (r instanceof Reply.Done) {
      questions.forEach(q -> notes.add(answer(q)));
    }
    return r;
  }

  private Reply run(Magics.Parsed magics, List<String> notes, boolean picture) {
    Source source = new Source("In [" + count + "]", magics.rest());
    boolean draw = picture && state.settings.memory() != Settings.Memory.OFF;
    return switch (CellKind.of(source)) {
      case CellKind.Program p -> program(source, p.result(), notes, draw);
      case CellKind.Lesson l -> lesson(source, l.result(), notes, draw);
    };
  }

  private Reply wrong(List<Diagnostic> diagnostics) {
    List<String> lines = Excerpts.lines(diagnostics);
    return new Reply.Failed(Reply.Kind.COMPILE_ERROR, diagnostics.get(0).message(), lines, null);
  }

  // programs

  private Reply program(
      Source source, ParseResult<Node.File> parsed, List<String> notes, boolean draw) {
    if (!parsed.diagnostics().isEmpty()) {
      return wrong(parsed.diagnostics());
    }
    Toolchain tools = backend.toolchain();
    CheckResult r = Checker.checkFiles("main", List.of(parsed.tree()), tools.config());
    Toolchain.Checked checked =
        new Toolchain.Checked(
            List.of(parsed.tree()),
            new CheckResult(r.pkg(), r.info(), tools.honest(r.diagnostics())));
    return switch (Program.build(backend, checked, source, state.settings)) {
      case Program.Built.Bad b -> wrong(b.diagnostics());
      case Program.Built.Good g -> {
        Program.Run run = g.program().run(new Sink(), limits, debug, draw, this::watchFor);
        state.explained.removeIf(Explained::program);
        state.explained.add(
            new Explained(
                source,
                parsed.tree(),
                checked.result().info(),
                g.program().escape(),
                -1,
                state.settings.placement(),
                0,
                Comparison.made(run.machine(), source, 0)));
        yield reply(run.outcome(), null, notes, run.picture());
      }
    };
  }

  private void watchFor(Machine m) {
    running = m;
    if (interrupted) {
      m.interrupt();
    }
  }

  private Reply reply(
      Outcome o, @Nullable String result, List<String> notes, @Nullable Picture picture) {
    return switch (o) {
      case Outcome.Done d -> new Reply.Done(result, notes, picture);
      case Outcome.Panicked p -> failed(Reply.Kind.PANIC, "panic: " + p.value(), p.text(), picture);
      case Outcome.Fatal f ->
          failed(Reply.Kind.FATAL_ERROR, "fatal error: " + f.reason(), f.text(), picture);
      case Outcome.Exited e ->
          e.code() == 0
              ? new Reply.Done(null, notes, picture)
              : failed(
                  Reply.Kind.EXIT,
                  words.say("exit", e.code()),
                  words.say("exit", e.code()),
                  picture);
      case Outcome.Interrupted i ->
          failed(
              Reply.Kind.INTERRUPTED,
              words.say("interrupted", i.pos().line()),
              words.say("interrupted", i.pos().line()),
              picture);
      case Outcome.Limited l ->
          failed(
              Reply.Kind.LIMIT,
              words.say("limit." + l.which(), l.pos().line()),
              words.say("limit." + l.which(), l.pos().line()),
              picture);
    };
  }

  private Reply failed(Reply.Kind kind, String message, String text, @Nullable Picture picture) {
    List<String> lines = text.stripTrailing().lines().toList();
    if (lines.size() > ERROR_LINES) { // thousands of goroutines asleep
      int more = lines.size() - ERROR_LINES;
      lines = new ArrayList<>(lines.subList(0, ERROR_LINES));
      lines.add(words.say("error.more", more));
    }
    return new Reply.Failed(kind, message, lines, picture);
  }

  // lessons

  private Reply lesson(
      Source source, ParseResult<Node.Cell> parsed, List<String> notes, boolean draw) {
    if (!parsed.diagnostics().isEmpty()) {
      return wrong(parsed.diagnostics());
    }
    Toolchain tools = backend.toolchain();
    Versions.Checked versions =
        Versions.check(state.scope, parsed.tree(), state.cells, tools.config(), words);
    CellResult checked = versions.cell();
    if (!checked.ok()) {
      return wrong(tools.honest(checked.diagnostics()));
    }
    List<Decl.FuncDecl> functions = new ArrayList<>();
    for (Decl d : checked.packageDecls()) {
      if (d instanceof Decl.FuncDecl f) {
        functions.add(f);
      }
    }
    dev.gomem.escape.CellResult escaped =
        Escape.analyzeCell(
            state.graph,
            functions,
            checked.statements(),
            checked.info(),
            state.scope.pkg(),
            tools.generics(),
            state.tags.or(tools.tags()));

    State next = state.copy();
    List<String> repaired = new ArrayList<>();
    List<Repair> repairs = repairs(escaped, next, repaired);
    List<Given> given = giveUp(checked, next);
    IrBuilder.CellUnit built =
        backend
            .ir()
            .buildCell(
                "In" + count,
                state.scope.pkg(),
                parsed.tree(),
                checked.packageDecls(),
                checked.statements(),
                checked.info(),
                escaped.result(),
                next.frame.locals(),
                new IrBuilder.Options(state.settings.placement(), false));
    if (!built.diagnostics().isEmpty()) {
      checked.undo().run();
      return wrong(built.diagnostics());
    }
    place(built, next);
    CodeUnit unit = backend.codegen().generate(built.unit());

    // From here on the machine changes: what was before can be had back.
    keepForUndo(checked, built);
    stateBefore = state;
    next.scope = checked.after();
    next.graph = escaped.after();
    next.tags = escaped.result().or(state.tags);
    next.texts.add(source);
    next.explained.add(
        new Explained(
            source,
            parsed.tree(),
            checked.info(),
            escaped.result(),
            state.cells.size(),
            state.settings.placement(),
            machine.runs() + 1,
            List.of()));
    state = next;
    notes.addAll(versions.notes());
    return run(source, parsed.tree(), versions, built, unit, repairs, repaired, given, notes, draw);
  }

  private void keepForUndo(CellResult checked, IrBuilder.CellUnit built) {
    if (machine.usedBytes() > UNDO_BYTES) {
      undos.clear(); // there is room for one such state only, the present one
      machine.forgetCheckpoint();
      return;
    }
    Runnable types =
        () -> {
          checked.undo().run();
          built.undo().run();
        };
    undos.add(new Undo(state, machine.checkpoint(), types));
    long bytes = 0;
    for (int i = undos.size() - 1; i >= 0; i--) {
      bytes += undos.get(i).machine().ownBytes();
      if (bytes > UNDO_BYTES && i < undos.size() - 1 || undos.size() - i > UNDO_DEPTH) {
        undos.subList(0, i + 1).clear();
        break;
      }
    }
  }

  /**
   * A slot given up for this cell, with what stood in it, in case the cell ends before its new
   * owner is declared.
   */
  private record Given(MainFrame.Slot slot, byte[] bytes) {}

  private List<Repair> repairs(
      dev.gomem.escape.CellResult escaped, State next, List<String> repaired) {
    List<Repair> out = new ArrayList<>();
    for (dev.gomem.escape.CellResult.Repair r : escaped.repairs(state.settings.placement())) {
      Obj.Var v = r.variable();
      MainFrame.Slot slot = v != null ? next.frame.of(v) : next.frame.of(r.site());
      if (slot == null || slot.var().boxed()) {
        continue; // its cell placed it on the heap already, or it is gone
      }
      Var var = slot.var();
      if (v != null && slot.nameless()) {
        next.frame.drop(slot); // of a block that has ended: no code names it any more
        out.add(new Repair(slot.depth(), var.type(), site(r.site()), -1));
        if (!v.name().startsWith("#")) {
          repaired.add(v.name());
        }
      } else if (v != null) {
        next.frame.box(slot, r.site());
        repaired.add(v.name());
        out.add(new Repair(slot.depth(), var.type(), site(r.site()), slot.depth()));
      } else {
        if (!repaired.contains(r.site().subject())) {
          repaired.add(r.site().subject());
        }
        // A map has two parts: its header and its first group.
        while (slot != null) {
          next.frame.drop(slot);
          out.add(new Repair(slot.depth(), slot.var().type(), site(r.site()), -1));
          slot = next.frame.of(r.site());
        }
      }
    }
    return out;
  }

  private static dev.gomem.code.Site site(AllocSite s) {
    return dev.gomem.codegen.CodeGenerator.site(s);
  }

  /**
   * Slots of variables that this cell shadows without using them, and of nameless things, to which
   * nothing points: the cell may take them.
   */
  private List<Given> giveUp(CellResult checked, State next) {
    FrameView main = machine.mainFrame();
    List<Given> given = new ArrayList<>();
    if (main == null) {
      return given;
    }
    Set<Obj.Var> visible = Collections.newSetFromMap(new IdentityHashMap<>());
    visible.addAll(checked.after().visibleLocals().values());
    Set<Obj.Var> used = new Uses(checked).variables();
    Set<MainFrame.Slot> keep = new LinkedHashSet<>();
    for (MainFrame.Slot s : next.frame.slots()) {
      if (!s.nameless() && (visible.contains(s.obj()) || used.contains(s.obj()))) {
        keep.add(s);
      }
    }
    // What a kept slot points to within the frame is kept too.
    boolean grown = true;
    while (grown) {
      grown = false;
      for (MainFrame.Slot s : next.frame.slots()) {
        if (!keep.contains(s) && keep.stream().anyMatch(k -> pointsInto(main, k, s))) {
          keep.add(s);
          grown = true;
        }
      }
    }
    for (MainFrame.Slot s : next.frame.slots()) {
      if (!keep.contains(s)) {
        given.add(new Given(s, machine.bytes(main.top() - s.depth(), s.size())));
        next.frame.drop(s);
      }
    }
    return given;
  }

  private boolean pointsInto(FrameView main, MainFrame.Slot from, MainFrame.Slot to) {
    long low = main.top() - to.depth();
    long at = main.top() - from.depth();
    for (int w = 0; w < from.size() / 8; w++) {
      boolean pointer = from.var().boxed() ? w == 0 : from.var().type().pointers().get(w);
      long p = pointer ? machine.get64(at + 8L * w) : 0;
      if (p >= low && p < low + to.size()) {
        return true;
      }
    }
    return false;
  }

  /** Slots for the cell's variables, and for what it leaves on the stack without a name. */
  private static void place(IrBuilder.CellUnit built, State next) {
    Set<Var> named = Collections.newSetFromMap(new IdentityHashMap<>());
    for (IrBuilder.MainLocal l : built.newLocals()) {
      next.frame.place(l.obj(), l.var(), false);
      named.add(l.var());
    }
    for (IrBuilder.MainLocal l : built.inner()) {
      if (l.var().addressed()) {
        next.frame.place(l.obj(), l.var(), true);
        named.add(l.var());
      }
    }
    for (IrFunc f : built.unit().functions()) {
      if (f.kind() == IrFunc.Kind.MAIN) {
        for (Var v : f.locals()) {
          if (v.addressed() && v.fixedSlot() < 0 && !named.contains(v)) {
            next.frame.place(null, v, true);
          }
        }
      }
    }
  }

  private Reply run(
      Source source,
      Node.Cell tree,
      Versions.Checked versions,
      IrBuilder.CellUnit built,
      CodeUnit unit,
      List<Repair> repairs,
      List<String> repaired,
      List<Given> given,
      List<String> notes,
      boolean draw) {
    CellResult checked = versions.cell();
    Set<String> needs = new LinkedHashSet<>();
    for (Obj.PkgName p : checked.imports()) {
      backend.collect(p.imported(), needs);
    }
    watchFor(machine);
    PictureMaker maker = new PictureMaker();
    Outcome o;
    try {
      o = backend.load(machine, List.copyOf(needs), state.loaded);
      if (o == null) {
        machine.load(unit);
        state.functions.compiled(unit, source.name());
        o = Backend.init(machine, unit);
      }
    } catch (Exhausted e) {
      o = Machine.exhausted();
    }
    if (o == null) {
      if (draw) {
        machine.watch(maker);
      }
      o = machine.runCell(unit.entry(), repairs);
      machine.watch(null);
    }
    running = null;
    machine.clearInterrupt();
    boolean done = o instanceof Outcome.Done;
    String left = repairs.isEmpty() ? null : "left.repair";
    if (!done) {
      left = "left." + reason(o);
      completed(checked, given);
    } else if (topLevelDeferOrReturn(checked.statements())) {
      left = "left.defer";
      completed(checked, given);
    }
    state.cells.add(new CellRecord(count, source, tree, checked, versions.carried(), left));
    Picture picture = null;
    if (draw) {
      try {
        picture = draw(maker, source, unit, repaired);
      } catch (OutOfMemoryError e) {
        notes.add(words.say("picture.memory"));
      }
    }
    String result = done ? result(built, checked) : null;
    return reply(o, result, notes, picture);
  }

  private static String reason(Outcome o) {
    return switch (o) {
      case Outcome.Done d -> "done";
      case Outcome.Panicked p -> "panic";
      case Outcome.Fatal f -> "fatal";
      case Outcome.Exited e -> "exit";
      case Outcome.Interrupted i -> "interrupt";
      case Outcome.Limited l -> "limit";
    };
  }

  /** A defer or return that is the cell's own, not a function literal's. */
  private static boolean topLevelDeferOrReturn(List<Stmt> statements) {
    boolean[] found = new boolean[1];
    for (Stmt s : statements) {
      Walk.preorder(
          s,
          n -> {
            found[0] |= n instanceof Stmt.ReturnStmt || n instanceof Stmt.CallStmt c && c.isDefer();
            return !(n instanceof Expr.FuncLit);
          });
    }
    return found[0];
  }

  /** After a cell that ended early: its completed declarations stand, the others never were. */
  private void completed(CellResult checked, List<Given> given) {
    FrameView main = machine.mainFrame();
    Set<dev.gomem.source.Pos> declared = new HashSet<>();
    if (main != null) {
      for (Function.Local l : main.inScope()) {
        declared.add(l.pos());
      }
    }
    List<Obj.Var> done = checked.locals().stream().filter(v -> declared.contains(v.pos())).toList();
    state.scope = checked.after().withLocals(stateBefore.scope, done);
    for (MainFrame.Slot s : state.frame.slots()) {
      boolean fresh = checked.locals().contains(s.obj());
      if (fresh && !done.contains(s.obj())) {
        state.frame.drop(s);
      }
    }
    if (main == null) {
      return;
    }
    for (Given g : given) {
      if (g.slot.nameless()) {
        continue; // nothing points to it; it may lie below the frame, where the picture still looks
      }
      boolean taken =
          state.frame.slots().stream()
              .anyMatch(s ->
                  s.depth() > g.slot.depth() - g.slot.size()
                      && s.depth() - s.size() < g.slot.depth());
      if (!taken && state.frame.of(g.slot.obj()) == null) {
        machine.putBytes(main.top() - g.slot.depth(), g.bytes);
        state.frame = state.frame.with(g.slot);
      }
    }
  }

  private @Nullable Picture draw(
      PictureMaker maker, Source source, CodeUnit unit, List<String> repaired) {
    Image last = machine.image();
    maker.endsWith(last);
    State s = state;
    Picture p =
        maker.picture(
            new PictureMaker.Of(
                false,
                source.name(),
                source,
                Backend.userFunctions(unit),
                s.settings,
                s.plates,
                s.before,
                machine.runs(),
                repaired,
                s.texts::contains,
                this::shadowed,
                new OlderTypes(s.cells, s.scope, backend.ir().layouts())::name,
                s.functions::version));
    if (p != null) {
      s.before = p.moments().get(p.moments().size() - 1).state();
    }
    return p;
  }

  private @Nullable String shadowed(Function.Local l) {
    Obj.Var now = state.scope.visibleLocals().get(l.name());
    boolean ours = l.kind() == Function.LocalKind.LOCAL && state.texts.contains(l.pos().source());
    if (!ours || now != null && now.pos().equals(l.pos())) {
      return null;
    }
    boolean main = state.frame.slots().stream().anyMatch(s -> s.var().pos().equals(l.pos()));
    return main ? l.pos().source().name() : null;
  }

  /** The value of the cell's last expression as fmt prints it; showing it leaves nothing behind. */
  private @Nullable String result(IrBuilder.CellUnit built, CellResult checked) {
    IrUnit.Global place = built.result();
    if (place == null || checked.result() == null) {
      return null;
    }
    if (built.show().isEmpty()) {
      return cut(plain(place.type(), machine.global(place.symbol())));
    }
    Set<String> needs = new LinkedHashSet<>();
    dev.gomem.types.Package show = backend.toolchain().importPackage("internal/show");
    if (show != null) {
      backend.collect(show, needs);
    }
    // What is loaded stays loaded; only what showing does is taken back. Where a program has used
    // up
    // its memory, there is still some for that.
    machine.limits(
        new Limits(
            limits.memoryBytes() + RESERVE,
            limits.stackBytes(),
            limits.events(),
            limits.outputBytes()));
    backend.load(machine, List.copyOf(needs), state.loaded);
    // A memory that is too large to keep twice holds what showing did as garbage.
    Checkpoint checkpoint = machine.usedBytes() > UNDO_BYTES ? null : machine.checkpoint();
    capturing = true;
    captured.reset();
    try {
      watchFor(machine);
      Outcome o = machine.look(built.show());
      long any = machine.global(IrBuilder.RESULT_AS_ANY);
      long to = machine.global("internal/show.value");
      machine.put64(to, machine.get64(any));
      machine.put64(to + 8, machine.get64(any + 8));
      if (o instanceof Outcome.Done) {
        o = machine.look("internal/show.Print");
      }
      machine.put64(to, 0);
      machine.put64(to + 8, 0);
      return cut(captured.toString(StandardCharsets.UTF_8));
    } finally {
      capturing = false;
      running = null;
      machine.clearInterrupt();
      if (checkpoint != null) {
        machine.restoreMemory(checkpoint);
      }
      machine.limits(limits);
    }
  }

  /** A value of a type that {@link IrBuilder#isPlain}, out of its bytes. */
  private String plain(RType t, long address) {
    long word = machine.get(address, (int) Math.min(8, t.size()));
    int unused = 64 - 8 * (int) t.size();
    return switch (t.kind()) {
      case BOOL -> Boolean.toString(word != 0);
      case INT, INT8, INT16, INT32, INT64 -> Long.toString(word << unused >> unused);
      case STRING -> {
        // A character takes at most four bytes.
        long length = Math.min(machine.get64(address + 8), 4L * RESULT_CHARS + 4);
        yield new String(machine.bytes(word, (int) length), StandardCharsets.UTF_8);
      }
      default -> Long.toUnsignedString(word);
    };
  }

  private static String cut(String text) {
    return text.length() <= RESULT_CHARS ? text : text.substring(0, RESULT_CHARS) + "…";
  }

  // magics

  /** Obeys one magic; its answer goes to {@code notes}. Returns what is wrong with it, or null. */
  private @Nullable String magic(Magics.Line m, List<String> notes, List<Magics.Line> questions) {
    String arg = String.join(" ", m.args());
    switch (m.name()) {
      case "why", "whatif" -> {
        if (arg.isEmpty()) {
          return words.say("why.name-missing", m.name());
        }
        questions.add(m);
      }
      case "help" -> notes.add(words.say("help"));
      case "go" -> notes.add(Assembler.assemble(words, state.cells).text());
      case "undo" -> {
        if (undos.isEmpty()) {
          return words.say("undo.nothing");
        }
        Undo u = undos.remove(undos.size() - 1);
        Settings keep = state.settings;
        state = u.state();
        state.settings = keep;
        machine.restore(u.machine());
        u.types().run();
        notes.add(words.say("undo.done", undos.size()));
      }
      case "placement" -> {
        if (arg.equals("compare")) {
          questions.add(m);
          return null;
        }
        if (!arg.equals("gc") && !arg.equals("simple")) {
          return arg.isEmpty()
              ? note(notes, words.say("placement.now", rule()))
              : words.say("magic.argument", "placement", "gc, simple, compare", arg);
        }
        state.settings =
            state.settings.withPlacement(
                arg.equals("gc")
                    ? dev.gomem.escape.Placement.GC
                    : dev.gomem.escape.Placement.SIMPLE);
        notes.add(words.say("placement.now", rule()));
      }
      case "view" -> {
        if (!arg.equals("values") && !arg.equals("addresses")) {
          return words.say("magic.argument", "view", "values, addresses", arg);
        }
        state.settings =
            state.settings.withView(
                arg.equals("values") ? Picture.View.VALUES : Picture.View.ADDRESSES);
        notes.add(words.say("view." + arg));
      }
      case "memory" -> {
        Settings.Memory mem =
            switch (arg) {
              case "on" -> Settings.Memory.ON;
              case "off" -> Settings.Memory.OFF;
              case "library" -> Settings.Memory.LIBRARY;
              default -> null;
            };
        if (mem == null) {
          return words.say("magic.argument", "memory", "on, off, library", arg);
        }
        state.settings = state.settings.withMemory(mem);
        notes.add(words.say("memory." + arg));
      }
      default -> {
        return words.say("magic.unknown", m.name(), Magics.nearest(m.name()));
      }
    }
    return null;
  }

  /** What is asked about cells is answered after the cell that it stands in. */
  private String answer(Magics.Line question) {
    Why why = new Why(words, state.explained, state.graph);
    String arg = String.join(" ", question.args());
    return switch (question.name()) {
      case "why" -> why.answer(arg);
      case "whatif" -> new WhatIf(words, why, this::other).answer(arg);
      default -> new Comparison(words).text(newest(), state.graph, machine);
    };
  }

  private @Nullable Explained newest() {
    return state.explained.isEmpty() ? null : state.explained.get(state.explained.size() - 1);
  }

  /** Analyses changed texts of a cell where the cell stood; null if that is too long ago. */
  private WhatIf.@Nullable Analyser other(Explained e) {
    Toolchain tools = backend.toolchain();
    if (e.program()) {
      return text -> WhatIf.program(tools, e.source().name(), text);
    }
    List<State> states = new ArrayList<>();
    undos.forEach(u -> states.add(u.state()));
    states.add(stateBefore);
    for (State s : states) {
      int n = e.before();
      if (s.cells.size() == n
          && (n == 0 || n <= state.cells.size() && s.cells.get(n - 1) == state.cells.get(n - 1))) {
        return text ->
            WhatIf.lesson(tools, words, s.scope, s.cells, s.graph, s.tags, e.source().name(), text);
      }
    }
    return null;
  }

  private static @Nullable String note(List<String> notes, String text) {
    notes.add(text);
    return null;
  }

  private String rule() {
    return words.say(
        state.settings.placement() == dev.gomem.escape.Placement.GC
            ? "caption.rule.gc"
            : "caption.rule.simple");
  }

  /** The Go file that the lesson cells so far stand for, and whether nothing was left out. */
  public Assembly assemble() {
    Assembler.File f = Assembler.assemble(words, state.cells);
    return new Assembly(f.text(), f.complete());
  }

  /** See {@link #assemble}. */
  public record Assembly(String text, boolean complete) {}
}

package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Basic;
import dev.gomem.types.Obj;
import dev.gomem.types.Type;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of functions that call each other, under one placement: graph, captures, size
 * limits, solution, tags, sites, messages. Functions they call are either here or have tags
 * already. Source: cmd/compile/internal/escape/escape.go.
 */
final class Batch {
  /** Larger variables are captured by reference even if nothing changes them. */
  private static final long MAX_CAPTURED_BY_VALUE = 128;

  final Graph graph;
  private final Program program;
  private final Placement placement;
  private final List<EscapeResult.Line> lines = new ArrayList<>();

  private record ClosureRecord(Graph.Hole hole, Tree.Closure closure) {}

  private final List<ClosureRecord> closures = new ArrayList<>();

  Batch(Program program, Placement placement, Graph graph) {
    this.program = program;
    this.placement = placement;
    this.graph = graph;
    graph.because = new Because(graph.format, this::keeps, program.learner);
  }

  /** How a function that is done lets an argument reach the heap, or null. */
  private @Nullable Phrase keeps(Walk.Callee callee, int argument) {
    Func f = callee.func();
    if (f != null) {
      return program.keeps(f, argument, placement);
    }
    return callee.obj() == null ? null : program.imports.keeps(callee.obj(), argument, placement);
  }

  void run(List<Func> funcs) {
    int first = graph.all.size();
    for (Func f : funcs) {
      declare(f);
    }
    for (Func f : funcs) {
      if (!f.isClosure()) {
        new Walk(this, f).body(f.body);
      }
    }
    for (ClosureRecord c : closures) {
      capture(c);
    }
    for (Location l : graph.all.subList(first, graph.all.size())) {
      if (l.node != null && l.func != null) {
        literals(l.node, program.sites(l.func));
        String why = StackLimits.heapReason(l.node);
        if (!why.isEmpty()) {
          graph.flow(Graph.Hole.of(graph.heap).addr(l.node, why), l);
        } else if (placement == Placement.SIMPLE
            && program.written(l.func)
            && Sites.written(l.node)) {
          graph.flow(Graph.Hole.of(graph.heap).addr(l.node, Sites.RULE), l);
        }
      }
    }
    new Solver(graph).solve();
    finish(funcs, first);
  }

  private void declare(Func f) {
    for (Tree.Name n : f.dcl) {
      if (graph.names.get(n) != null) {
        continue; // main's, of an earlier cell
      }
      Location l = graph.add(n, f, 1, true);
      if (f.open && !n.temporary) {
        // The rest of main may do anything with it.
        l.reassigned = true;
        if (TypeFacts.hasPointers(n.type)) {
          graph.flow(Graph.Hole.of(graph.mutator), l);
          graph.flow(Graph.Hole.of(graph.callee), l);
        }
      }
    }
    for (int i = 0; i < f.results.size(); i++) {
      graph.location(f.results.get(i)).resultIndex = i + 1;
    }
  }

  boolean open(Tree.Name n) {
    return n.func != null && n.func.open;
  }

  // ---- closures

  void closure(Graph.Hole record, Tree.Closure c) {
    closures.add(new ClosureRecord(record, c));
  }

  private void capture(ClosureRecord c) {
    Sites sites = program.sites(c.closure.func);
    sites.closure(c.closure);
    for (Func.Capture v : c.closure.func.captures) {
      Location l = graph.location(v.name());
      boolean byValue =
          !l.addrtaken && !l.reassigned && TypeFacts.size(v.name().type) <= MAX_CAPTURED_BY_VALUE;
      sites.captured(v.name(), byValue);
      if (!byValue) {
        v.name().addrtaken = true;
      }
      Graph.Hole k = byValue ? c.hole : c.hole.addr(v.name(), "reference");
      graph.flow(k.note(c.closure, "captured by a closure"), l);
    }
  }

  // ---- callees

  Walk.Callee callee(Tree fun) {
    return program.callee(fun);
  }

  Walk.Callee method(Tree.Selector s) {
    return program.method(s);
  }

  /** Whether a function is analysed here, so that its parameters are locations. */
  boolean inBatch(Func f) {
    return program.tags(f, placement) == null;
  }

  Tag tag(Walk.Callee callee, int i) {
    Func f = callee.func();
    List<Tag> tags = null;
    if (f != null) {
      tags = program.tags(f, placement);
    } else if (callee.obj() != null) {
      tags = program.imports.tags(callee.obj(), placement);
    }
    return tags != null && i < tags.size() ? tags.get(i) : Tag.LEAKS;
  }

  // ---- constants

  /** Puts a constant for an operand whose variable never changes, so that it needs no heap. */
  private void literals(Tree n, Sites sites) {
    if (n instanceof Tree.Make m && m.op == Op.MAKESLICE) {
      Tree size = m.cap != null ? m.cap : m.len;
      if (size != null && !(size instanceof Tree.Literal)) {
        Tree.Literal lit = constantSize(program.values.staticValue(size), size.type, m.pos);
        if (lit != null) {
          boolean cap = m.cap != null;
          if (cap) {
            m.cap = lit;
          } else {
            m.len = lit;
          }
          if (m.source instanceof Expr.CallExpr call) {
            sites.constant(call.args().get(cap ? 2 : 1), lit.value);
          }
        }
      }
    } else if (n instanceof Tree.Conv c && c.op == Op.CONVIFACE) {
      if (!(c.x instanceof Tree.Literal) && !TypeFacts.isInterface(c.x.type)) {
        Tree v = program.values.staticValue(c.x);
        if (v instanceof Tree.Literal lit && fits(c.x.type, lit.value)) {
          c.x = new Tree.Literal(c.pos, c.x.type, lit.value);
          if (c.source instanceof Expr e) {
            sites.constant(e, lit.value);
          }
        }
      }
    }
  }

  private Tree.@Nullable Literal constantSize(Tree v, Type type, Pos pos) {
    if (v instanceof Tree.Literal lit) {
      return Constants.sign(lit.value) >= 0 ? new Tree.Literal(pos, type, lit.value) : null;
    }
    if (v instanceof Tree.Unary u
        && u.op == Op.LEN
        && program.values.staticValue(u.x) instanceof Tree.CompositeLit lit
        && lit.op == Op.SLICELIT) {
      return new Tree.Literal(pos, Universe.INT, Constant.of(lit.len));
    }
    return null;
  }

  private static boolean fits(Type t, Constant c) {
    if (!(t.underlying() instanceof Basic b)) {
      return false;
    }
    return switch (c.kind()) {
      case BOOL -> b.isBoolean();
      case STRING -> b.isString();
      case INT -> b.isInteger();
      case FLOAT -> b.isFloat();
      case COMPLEX -> b.isComplex();
      case UNKNOWN -> false;
    };
  }

  // ---- results

  void line(Pos pos, String text) {
    if (placement == Placement.GC) {
      lines.add(new EscapeResult.Line(pos, text));
    }
  }

  void channel(Tree.Make m, Func f) {
    program
        .sites(f)
        .always(m.source, AllocSite.Kind.MAKE_CHAN, m.pos, graph.format.of(m), f, "channel");
  }

  /** The record of a go or defer statement. */
  void deferred(Tree.GoDefer s, Func f, boolean heap) {
    AllocSite.Kind kind = s.op == Op.GO ? AllocSite.Kind.GO : AllocSite.Kind.DEFER;
    String subject = s.op == Op.GO ? "go" : "defer";
    if (heap) {
      String why = s.op == Op.GO ? "go statement" : "defer in a loop";
      program.sites(f).always(s.source, kind, s.pos, subject, f, why);
    } else {
      AllocSite.Verdict stays = new AllocSite.Verdict(false, Phrase.of("stays.defer"), List.of());
      program.sites(f).put(s.source, kind, 0, s.pos, subject, f, placement, stays);
    }
  }

  /** {@code s += t} always makes a new string on the heap. */
  void concatenated(Tree.AssignOp s, Func f) {
    if (s.operator == Op.ADD && TypeFacts.isString(s.x.type)) {
      program
          .sites(f)
          .always(s.source, AllocSite.Kind.CONCAT, s.pos, graph.format.of(s), f, "assign");
    }
  }

  private void finish(List<Func> funcs, int first) {
    for (Func f : funcs) {
      if (!f.open) {
        program.tagged(f, placement, tagsOf(f));
        if (program.learner) {
          program.kept(f, placement, f.params.stream().map(p -> graph.location(p).leak).toList());
        }
      }
    }
    for (Location l : graph.all.subList(first, graph.all.size())) {
      Tree n = l.node;
      Func f = l.func;
      if (n == null || f == null) {
        continue;
      }
      program
          .sites(f)
          .put(l, placement, graph.format, graph.because.verdict(l, program.isStatic(n)));
      if (placement == Placement.GC && n instanceof Tree.Call c && c.op == Op.APPEND) {
        program.appendsToHeap(c, l.escapes());
      }
      if (!program.isStatic(n)) {
        messages(n, l, program.sites(f));
      }
    }
    program.lines.addAll(lines);
  }

  private void messages(Tree n, Location l, Sites sites) {
    boolean wrapper =
        n instanceof Tree.Closure c && c.func.wrapper || n instanceof Tree.Selector s && s.quiet;
    if (n instanceof Tree.Name name) {
      if (l.escapes()) {
        line(n.pos, "moved to heap: " + graph.format.of(name));
      }
      return;
    }
    if (!wrapper) {
      String subject = n.op == Op.APPEND ? "append" : graph.format.of(n);
      line(n.pos, subject + (l.escapes() ? " escapes to heap" : " does not escape"));
    }
    if (n.op == Op.STR2BYTES && !l.has(Location.MUTATES)) {
      line(n.pos, "zero-copy string->[]byte conversion");
      sites.zeroCopy(n.source);
    }
  }

  private List<Tag> tagsOf(Func f) {
    List<Tag> tags = new ArrayList<>();
    for (Tree.Name p : f.params) {
      tags.add(tagOf(f, p));
    }
    return List.copyOf(tags);
  }

  private Tag tagOf(Func f, Tree.Name p) {
    Obj.Var v = p.obj;
    boolean named = v != null && !v.name().isEmpty() && !v.name().equals("_");
    boolean diagnose = !f.wrapper && !f.isInstance(); // other packages may have the same one
    if (!f.hasBody) {
      if (TypeFacts.isUintptr(p.type)) {
        if (diagnose) {
          line(p.pos, "assuming " + p.name + " is unsafe uintptr");
        }
        return Tag.LEAKS;
      }
      if (!TypeFacts.hasPointers(p.type)) {
        return Tag.LEAKS;
      }
      if (f.onlyReads) {
        return Tag.NONE;
      }
      if (diagnose && v != null && !v.name().isEmpty()) {
        line(p.pos, f.noescape ? v.name() + " does not escape" : "leaking param: " + v.name());
      }
      return f.noescape ? Tag.NOESCAPE : Tag.LEAKS;
    }
    if (f.uintptrEscapes) {
      boolean list =
          f.signature.variadic()
              && p == f.params.get(f.params.size() - 1)
              && TypeFacts.isUintptr(TypeFacts.elem(p.type));
      if (list || TypeFacts.isUintptr(p.type)) {
        line(p.pos, "marking " + p.name + " as escaping " + (list ? "...uintptr" : "uintptr"));
        return Tag.LEAKS;
      }
    }
    if (!TypeFacts.hasPointers(p.type)) {
      return Tag.LEAKS;
    }
    if (!named) {
      return Tag.NONE;
    }
    Location l = graph.location(p);
    Tag tag = l.leaks.optimized();
    if (diagnose && !l.escapes()) {
      report(f, p, tag);
    }
    return tag;
  }

  private void report(Func f, Tree.Name p, Tag tag) {
    boolean warned = false;
    if (tag.heap() >= 0) {
      line(p.pos, (tag.heap() == 0 ? "leaking param: " : "leaking param content: ") + p.name);
      warned = true;
    }
    for (int i = 0; i < Tag.RESULTS; i++) {
      if (tag.result(i) >= 0) {
        String result = f.results.get(i).name;
        line(
            p.pos, "leaking param: " + p.name + " to result " + result + " level=" + tag.result(i));
        warned = true;
      }
    }
    if (!warned) {
      line(p.pos, p.name + " does not escape");
    }
  }
}

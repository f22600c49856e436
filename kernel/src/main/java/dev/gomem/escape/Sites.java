package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.types.Obj;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers verdicts of both placements by the node of the program they are about, and makes {@link
 * AllocSite}s of them. The simple rule is here: what the learner wrote as an allocation is one.
 */
final class Sites {
  /** gc's word for a flow, where only the simple rule decides. */
  static final String RULE = "simple rule";

  private static final class Entry {
    final Obj.@Nullable Var variable;
    final @Nullable Node node;
    final Pos pos;
    final AllocSite.Kind kind;
    final int value;
    final String subject;
    final String function;
    AllocSite.@Nullable Verdict gc;
    AllocSite.@Nullable Verdict simple;
    @Nullable AllocSite site;

    Entry(
        Obj.@Nullable Var variable,
        @Nullable Node node,
        Pos pos,
        AllocSite.Kind kind,
        int value,
        String subject,
        String function) {
      this.variable = variable;
      this.node = node;
      this.pos = pos;
      this.kind = kind;
      this.value = value;
      this.subject = subject;
      this.function = function;
    }

    AllocSite site() {
      if (site == null) {
        AllocSite.Verdict g = gc != null ? gc : AllocSite.Verdict.STACK;
        AllocSite.Verdict s = simple != null ? simple : g;
        // What escapes by gc's reasons escapes for them, not for the rule.
        AllocSite.Verdict because = g.heap() ? g : s;
        boolean unwritten = implicit(kind) || variable != null && subject.startsWith("#");
        site = new AllocSite(pos, kind, subject, function, unwritten, g, because);
      }
      return site;
    }
  }

  private final Map<Node, List<Entry>> nodes = new IdentityHashMap<>();
  private final Map<Obj.Var, Entry> variables = new IdentityHashMap<>();
  private final List<Entry> order = new ArrayList<>();

  /** Variables that the analysis met. */
  private final Set<Obj.Var> analysed = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<Obj.Var> addressed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Obj.Var> oneForAll = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Node, List<Func.Capture>> captures = new IdentityHashMap<>();
  private final Map<Tree.Name, Boolean> byValue = new IdentityHashMap<>();
  private final Map<Expr, Constant> constants = new IdentityHashMap<>();
  private final Set<Node> zeroCopies = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<Node, EscapeResult.AppendBuffer> buffers = new IdentityHashMap<>();
  private final Map<Node, List<EscapeResult.MoveToHeap>> moves = new IdentityHashMap<>();

  /** How things were printed before parts of them moved elsewhere. */
  private final Map<Tree, String> subjects = new IdentityHashMap<>();

  private static boolean implicit(AllocSite.Kind kind) {
    return switch (kind) {
      case BOX, VARIADIC, CLOSURE, METHOD_VALUE, DEFER, GO -> true;
      case VARIABLE,
          NEW,
          MAKE_SLICE,
          MAKE_MAP,
          MAKE_CHAN,
          COMPOSITE,
          SLICE_LITERAL,
          MAP_LITERAL,
          APPEND,
          APPEND_BUFFER,
          CONCAT,
          CONVERSION ->
          false;
    };
  }

  /**
   * Whether the simple rule puts it on the heap: what is written to be new, and strings made at run
   * time.
   */
  static boolean written(Tree n) {
    AllocSite.Kind kind = kind(n);
    if (kind == null) {
      return false;
    }
    return switch (kind) {
      case NEW,
          MAKE_SLICE,
          MAKE_MAP,
          COMPOSITE,
          SLICE_LITERAL,
          MAP_LITERAL,
          APPEND,
          CONCAT,
          CONVERSION ->
          true;
      case VARIABLE, MAKE_CHAN, APPEND_BUFFER, CLOSURE, METHOD_VALUE, BOX, VARIADIC, DEFER, GO ->
          false;
    };
  }

  /** The kind of site of a location, or null for temporaries. */
  private static AllocSite.@Nullable Kind kind(Tree n) {
    return switch (n.op) {
      case NAME -> {
        Tree.Name name = (Tree.Name) n;
        yield name.obj != null
            ? AllocSite.Kind.VARIABLE
            : name.source instanceof Expr.CallExpr ? AllocSite.Kind.NEW : null;
      }
      case NEW -> AllocSite.Kind.NEW;
      case PTRLIT -> AllocSite.Kind.COMPOSITE;
      case MAKESLICE -> AllocSite.Kind.MAKE_SLICE;
      case MAKEMAP -> AllocSite.Kind.MAKE_MAP;
      case SLICELIT -> {
        if (((Tree.CompositeLit) n).implicit) {
          yield AllocSite.Kind.VARIADIC;
        }
        yield n.source instanceof Expr.CallExpr
            ? AllocSite.Kind.CONVERSION
            : AllocSite.Kind.SLICE_LITERAL;
      }
      case MAPLIT -> AllocSite.Kind.MAP_LITERAL;
      case APPEND -> AllocSite.Kind.APPEND;
      case CLOSURE -> ((Tree.Closure) n).func.wrapper ? null : AllocSite.Kind.CLOSURE;
      case METHVALUE -> AllocSite.Kind.METHOD_VALUE;
      case CONVIFACE -> AllocSite.Kind.BOX;
      case ADDSTR -> AllocSite.Kind.CONCAT;
      case BYTES2STR, RUNES2STR, RUNESTR, STR2BYTES, STR2RUNES -> AllocSite.Kind.CONVERSION;
      default -> null;
    };
  }

  /** The verdict on a location. */
  void put(Location l, Placement p, Format format, AllocSite.Verdict v) {
    Tree n = l.node;
    Func f = l.func;
    AllocSite.Kind kind = n == null ? null : kind(n);
    if (n == null || f == null || kind == null) {
      return;
    }
    if (n instanceof Tree.Name name && name.obj != null) {
      variable(name, name.obj, f, l, p, v);
      return;
    }
    String known = subjects.get(n);
    String subject =
        switch (kind) {
          case APPEND -> "append";
          case NEW ->
              n instanceof Tree.Name name ? "new(" + format.type(name.type) + ")" : format.of(n);
          default -> known != null ? known : format.of(n);
        };
    put(n.source, kind, n instanceof Tree.Conv c ? c.value : 0, n.pos, subject, f, p, v);
  }

  private void variable(
      Tree.Name n, Obj.Var obj, Func f, Location l, Placement p, AllocSite.Verdict v) {
    analysed.add(obj);
    boolean byReference = n.addrtaken || l.addrtaken;
    if (byReference) {
      addressed.add(obj);
    }
    if (!byReference && !v.heap()) {
      return;
    }
    Entry e = variables.get(obj);
    if (e == null) {
      e = new Entry(obj, null, n.pos, AllocSite.Kind.VARIABLE, 0, n.name, f.name);
      variables.put(obj, e);
      order.add(e);
    }
    set(e, p, v);
  }

  /** Keeps how {@code n} is printed now. */
  void subject(Tree n, Format format) {
    subjects.put(n, format.of(n));
  }

  void done() {
    subjects.clear();
  }

  private static void set(Entry e, Placement p, AllocSite.Verdict v) {
    e.site = null;
    if (p == Placement.GC) {
      e.gc = v;
    } else {
      e.simple = v;
    }
  }

  void put(
      @Nullable Node node,
      AllocSite.Kind kind,
      int value,
      Pos pos,
      String subject,
      Func f,
      Placement p,
      AllocSite.Verdict v) {
    if (node == null) {
      return;
    }
    Entry e = find(node, kind, value);
    if (e == null) {
      e = new Entry(null, node, pos, kind, value, subject, f.name);
      nodes.computeIfAbsent(node, k -> new ArrayList<>(1)).add(e);
      order.add(e);
    }
    set(e, p, v);
  }

  /** A site on the heap under both placements, about which the graph says nothing. */
  void always(
      @Nullable Node node, AllocSite.Kind kind, Pos pos, String subject, Func f, String why) {
    AllocSite.Flow flow = new AllocSite.Flow(subject, "{heap}", why, pos);
    Phrase reason =
        switch (why) {
          case "channel" -> Phrase.of("why.channel");
          case "go statement" -> Phrase.of("why.go.record");
          case "defer in a loop" -> Phrase.of("why.defer.record");
          default -> Phrase.of("why.concat", new Phrase.At(pos, false));
        };
    AllocSite.Verdict v = new AllocSite.Verdict(true, reason, List.of(flow));
    put(node, kind, 0, pos, subject, f, Placement.GC, v);
    put(node, kind, 0, pos, subject, f, Placement.SIMPLE, v);
  }

  private @Nullable Entry find(Node node, AllocSite.Kind kind, int value) {
    for (Entry e : nodes.getOrDefault(node, List.of())) {
      if (e.kind == kind && e.value == value) {
        return e;
      }
    }
    return null;
  }

  void closure(Tree.Closure c) {
    if (c.source != null) {
      captures.put(c.source, c.func.captures);
    }
  }

  void captured(Tree.Name n, boolean value) {
    byValue.put(n, value);
  }

  void constant(Expr e, Constant value) {
    constants.put(Expr.unparen(e), value);
  }

  void zeroCopy(@Nullable Node n) {
    if (n != null) {
      zeroCopies.add(n);
    }
  }

  void buffer(Node append, EscapeResult.AppendBuffer b) {
    buffers.put(append, b);
  }

  void move(Node statement, EscapeResult.MoveToHeap m) {
    moves.computeIfAbsent(statement, k -> new ArrayList<>(1)).addFirst(m); // gc prepends
  }

  EscapeResult.@Nullable AppendBuffer buffer(Node append) {
    return buffers.get(append);
  }

  List<EscapeResult.MoveToHeap> moves(Node statement) {
    return List.copyOf(moves.getOrDefault(statement, List.of()));
  }

  private static Node key(Node n) {
    return n instanceof Expr e ? Expr.unparen(e) : n;
  }

  // ---- what the result asks

  @Nullable AllocSite variable(Obj.Var v) {
    Entry e = variables.get(v);
    return e == null ? null : e.site();
  }

  @Nullable AllocSite site(Node n, AllocSite.Kind kind, int value) {
    Entry e = find(key(n), kind, value);
    return e == null ? null : e.site();
  }

  /** In code that is never reached, and so was not analysed, anything is possible. */
  boolean addressed(Obj.Var v) {
    return addressed.contains(v) || !analysed.contains(v);
  }

  void oneForAllIterations(Tree.Name n) {
    if (n.obj != null) {
      oneForAll.add(n.obj);
    }
  }

  boolean oneForAllIterations(Obj.Var v) {
    return oneForAll.contains(v);
  }

  boolean capturedByValue(Expr.FuncLit closure, Obj.Var v) {
    List<Func.Capture> list = captures.get(closure);
    if (list == null) {
      return true;
    }
    for (Func.Capture c : list) {
      if (c.name().obj == v) {
        return byValue.getOrDefault(c.name(), false);
      }
    }
    return false;
  }

  /** Null for a function literal that was not analysed. */
  @Nullable List<Obj.Var> captures(Expr.FuncLit closure) {
    List<Func.Capture> list = captures.get(closure);
    if (list == null) {
      return null;
    }
    List<Obj.Var> out = new ArrayList<>();
    for (Func.Capture c : list) {
      if (c.name().obj != null) {
        out.add(c.name().obj);
      }
    }
    return out;
  }

  @Nullable Constant constant(Expr e) {
    return constants.get(Expr.unparen(e));
  }

  boolean zeroCopied(Node n) {
    return zeroCopies.contains(key(n));
  }

  /**
   * In order of position, with simple verdicts of their own: what did not change under a placement
   * is no repair.
   */
  List<CellResult.Repair> repairs() {
    List<CellResult.Repair> out = new ArrayList<>();
    for (Entry e : order) {
      AllocSite.Verdict g = e.gc != null ? e.gc : AllocSite.Verdict.STACK;
      AllocSite.Verdict s = e.simple != null ? e.simple : AllocSite.Verdict.STACK;
      AllocSite site = new AllocSite(e.pos, e.kind, e.subject, e.function, implicit(e.kind), g, s);
      out.add(new CellResult.Repair(e.variable, e.node, site));
    }
    out.sort((a, b) -> a.site().pos().compareTo(b.site().pos()));
    return out;
  }

  List<AllocSite> all() {
    List<AllocSite> out = new ArrayList<>();
    for (Entry e : order) {
      out.add(e.site());
    }
    out.sort((a, b) -> a.pos().compareTo(b.pos()));
    return out;
  }
}

package dev.gomem.escape;

import dev.gomem.source.GcText;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import dev.gomem.types.Basic;
import dev.gomem.types.Slice;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says why: from the flows of a chain the half sentence that names the deciding line and what
 * happens there, and for what stays where its address goes. It only reads what {@link Solver}
 * found, and decides nothing. Keys: {@code why.} for the heap, {@code stays.} for the stack, {@code
 * none.} for what needs no memory, {@code hop.} for steps in between, {@code obj.} for what moves.
 */
final class Because {
  /** Bytes that the compiler keeps in the frame for things of variable size. */
  private static final long BUFFER = 32;

  /** Of holders that are on the heap for a reason of their own, so many are told. */
  private static final int HOLDERS = 1;

  /** One flow, as the graph has it. */
  record Step(Location dst, Location src, int derefs, Location.@Nullable Note notes) {}

  /** What a function does with an argument that it keeps, if that is known. */
  @FunctionalInterface
  interface Keeps {
    @Nullable Phrase phrase(Walk.Callee callee, int argument);
  }

  private final Format format;
  private final Keeps keeps;
  private final boolean wanted;

  /**
   * @param wanted whether anybody will read it: nobody reads why library code allocates
   */
  Because(Format format, Keeps keeps, boolean wanted) {
    this.format = format;
    this.keeps = keeps;
    this.wanted = wanted;
  }

  private String spoken(@Nullable Tree t) {
    return GcText.spoken(format.of(t));
  }

  // ---- the heap

  /** Why {@code site}'s address outlives it; the last step reaches {@code root}. */
  Phrase heap(Location site, List<Step> steps, Location root) {
    return wanted && !steps.isEmpty()
        ? new Chain(site, steps, root).say(address(site, steps))
        : Phrase.NONE;
  }

  /** Why a parameter, or what it points to, flows to the heap. */
  Phrase leak(Location param, List<Step> steps, Location root, int derefs) {
    if (!wanted || steps.isEmpty() || !(param.node instanceof Tree.Name n)) {
      return Phrase.NONE;
    }
    Phrase name = Phrase.text(n.name);
    Phrase what = Phrase.of(derefs > 0 ? "obj.content" : "obj.name", name);
    return new Chain(param, steps, root).say(what);
  }

  /** The form in which the address is taken: the whole, a field, an element, a slice. */
  private Phrase address(Location site, List<Step> steps) {
    if (!(site.node instanceof Tree.Name)) {
      return Phrase.of("obj.it");
    }
    for (Location.Note n = steps.get(0).notes(); n != null; n = n.next()) {
      if (n.where() instanceof Tree.Slicing) {
        return Phrase.of("obj.slice");
      }
      if (n.where() instanceof Tree.Addr a) {
        if (a.x instanceof Tree.Selector s && s.op == Op.DOT) {
          return Phrase.of("obj.field", Phrase.text(s.sel));
        }
        if (a.x instanceof Tree.Index) {
          return Phrase.of("obj.element");
        }
      }
    }
    return Phrase.of("obj.address");
  }

  /** The outermost reason that says more than that a value moves, as {@link Graph#step} has it. */
  static Location.@Nullable Note lead(Location.@Nullable Note notes) {
    Location.Note best = null;
    for (Location.Note n = notes; n != null; n = n.next()) {
      boolean plain =
          switch (n.why()) {
            case "spill", "address-of", "reference" -> true;
            default -> false;
          };
      if (best == null || !plain) {
        best = n;
      }
    }
    return best;
  }

  /** The sentence of one chain. */
  private final class Chain {
    private final Location site;
    private final List<Step> steps = new ArrayList<>();
    private final Pos here;
    private Location root;

    Chain(Location site, List<Step> all, Location root) {
      this.site = site;
      this.root = root;
      this.here = site.node == null ? Pos.NONE : site.node.pos;
      // What only passes through something nameless is one step.
      Location.Note pending = null;
      Location src = null;
      for (Step s : all) {
        boolean last = s.dst() == root;
        Location.Note notes = pending != null ? pending : s.notes();
        Location from = src != null ? src : s.src();
        if (!last && nameless(s.dst())) {
          boolean better = pending != null && s.notes() != null && tells(s.notes());
          pending = better ? s.notes() : notes;
          src = from;
          continue;
        }
        // A call says what happens to its arguments, not how they are written down for it.
        boolean call = s.notes() != null && pending != null && tells(s.notes());
        steps.add(new Step(s.dst(), from, s.derefs(), call ? s.notes() : notes));
        pending = null;
        src = null;
      }
      // A literal that uses a variable of the function around: that variable is what outlives it.
      int last = steps.size() - 1;
      if (last > 0
          && root.node instanceof Tree.Closure
          && !root.escapes()
          && steps.get(last).src().func instanceof Func f
          && f.contains(site.func)) {
        steps.remove(last);
        this.root = steps.get(last - 1).dst();
      }
      if (root.node != null) {
        cut();
      }
    }

    /** A variable outside the loop that holds the address decides, wherever that goes then. */
    private void cut() {
      boolean loop = !root.escapes() && !root.result && root.func == site.func;
      for (int i = 0; loop && i < steps.size() - 1; i++) {
        Step s = steps.get(i);
        if (s.derefs() != (i == 0 ? -1 : 0)) {
          return;
        }
        Location d = s.dst();
        if (d.func == site.func && d.loopDepth < site.loopDepth && !nameless(d)) {
          root = d;
          steps.subList(i + 1, steps.size()).clear();
          return;
        }
      }
    }

    private boolean tells(Location.Note notes) {
      Location.Note n = lead(notes);
      return n != null
          && switch (n.why()) {
            case "call parameter",
                "go statement",
                "defer in a loop",
                "method value",
                "appendee slice" ->
                true;
            default -> false;
          };
    }

    private boolean nameless(Location l) {
      return switch (l.node) {
        case null -> true;
        case Tree.Name n -> n.temporary || n.name.startsWith("#");
        case Tree.CompositeLit c -> c.implicit;
        case Tree.Closure c -> c.func.wrapper;
        default -> false;
      };
    }

    Phrase say(Phrase object) {
      Phrase what = object;
      Phrase first = null;
      int between = 0;
      for (Step s : steps.subList(0, Math.max(0, steps.size() - 1))) {
        if (first == null) {
          first = hop(s, held(s, what));
        }
        between++;
        what = thing(s.dst());
      }
      if (steps.isEmpty()) {
        return Phrase.of("why.outlives");
      }
      Step last = steps.get(steps.size() - 1);
      Phrase end = end(last, held(last, what));
      if (first == null) {
        return end;
      }
      return between > 1
          ? Phrase.of("why.then.reaches", first, what, end)
          : Phrase.of("why.then", first, end);
    }

    /** Not a variable moves on, but what it points to. */
    private Phrase held(Step s, Phrase what) {
      if (s.derefs() <= 0 || !(s.src().node instanceof Tree.Name n) || nameless(s.src())) {
        return what;
      }
      boolean pointer = TypeFacts.pointee(n.type) != null;
      return unnamed(n)
          ? what
          : Phrase.of(pointer ? "obj.content" : "obj.held", Phrase.text(n.name));
    }

    private Phrase at(@Nullable Pos pos) {
      Pos p = pos == null || !pos.isKnown() ? here : pos;
      return new Phrase.At(p, p.source() != here.source());
    }

    private Phrase at(Location.@Nullable Note n) {
      return at(n == null ? null : n.where().pos);
    }

    /** How something is called once it holds the address. */
    private Phrase thing(Location l) {
      return switch (l.node) {
        case Tree.Name n when n.temporary -> Phrase.of("obj.temporary");
        case Tree.Name n when unnamed(n) -> Phrase.of("obj.result");
        case Tree.Name n -> Phrase.of("obj.name", Phrase.text(n.name));
        case Tree.Closure c -> Phrase.of(c.func.loopOf != null ? "obj.body" : "obj.closure");
        case Tree.Conv c when c.op == Op.CONVIFACE -> Phrase.of("obj.interface");
        case Tree.Selector s -> Phrase.of("obj.method-value");
        case null -> Phrase.of("obj.it");
        default -> Phrase.of("obj.name", Phrase.text(spoken(l.node)));
      };
    }

    private static boolean unnamed(Tree.Name n) {
      return n.storage == Tree.Storage.RESULT && n.name.startsWith("~");
    }

    /** A step that is not the last. */
    private Phrase hop(Step s, Phrase what) {
      Location.Note n = lead(s.notes());
      return switch (s.dst().node) {
        case Tree.Closure c -> {
          boolean reference = s.derefs() < 0;
          Pos use = null;
          for (Func.Capture v : c.func.captures) {
            if (v.name() == s.src().node) {
              use = v.pos();
            }
          }
          String key = reference ? "hop.reference" : "hop.capture";
          yield Phrase.of(c.func.loopOf != null ? key + ".body" : key, at(use), what);
        }
        case Tree.Name p when p.storage == Tree.Storage.PARAM && p.func != null ->
            Phrase.of("hop.hand", at(n), what, Phrase.text(p.func.name), Phrase.text(p.name));
        case Tree.Conv c when c.op == Op.CONVIFACE -> Phrase.of("hop.box", at(n), what);
        case Tree.Selector m -> Phrase.of("hop.bind", at(n), what);
        case Tree.Name p when unnamed(p) -> Phrase.of("hop.return", at(n), what);
        case Tree.Name p -> Phrase.of("hop.keep", at(n), what, Phrase.text(p.name));
        case null -> Phrase.of("hop.temporary", at(n), what);
        default -> Phrase.of("hop.put", at(n), what, Phrase.text(spoken(s.dst().node)));
      };
    }

    private Phrase end(Step s, Phrase what) {
      Location.Note n = lead(s.notes());
      for (Location.Note m = s.notes(); m != null; m = m.next()) {
        n = m.why().equals("appendee slice") ? m : n; // an argument, too
      }
      String why = n == null ? "" : n.why();
      Tree where = n == null ? null : n.where();
      if (root.node == null && root.func == null) {
        return toHeap(why, where, at(n), what);
      }
      if (root.escapes()) {
        return holder(at(captured(s, n)), what);
      }
      Func of = site.func;
      if (root.result) {
        boolean own = root.func == of || of == null;
        if (why.equals("return")) {
          return own
              ? Phrase.of("why.return", at(n), what)
              : Phrase.of("why.return.literal", at(n), what);
        }
        String name = root.node instanceof Tree.Name r ? r.name : "";
        return name.startsWith("~")
            ? Phrase.of("why.result.unnamed", at(n), what)
            : Phrase.of("why.result", at(n), what, Phrase.text(name));
      }
      if (root.func == of) {
        return nameless(root)
            ? Phrase.of("why.round", at(n), what)
            : Phrase.of("why.loop", at(n), what, thing(root));
      }
      return Phrase.of("why.outer", at(n), what, thing(root));
    }

    /** Where a closure first uses what it captures; else where the flow is. */
    private @Nullable Pos captured(Step s, Location.@Nullable Note n) {
      if (s.dst().node instanceof Tree.Closure c) {
        for (Func.Capture v : c.func.captures) {
          if (v.name() == s.src().node) {
            return v.pos();
          }
        }
      }
      return n == null ? null : n.where().pos;
    }

    /** The holder is on the heap for a reason of its own. */
    private Phrase holder(Phrase at, Phrase what) {
      Phrase own = seenFrom(here, spokenOf(root.why, thing(root)));
      boolean rule = own.key().equals("why.rule");
      String hop =
          switch (root.node) {
            case Tree.Closure c -> c.func.loopOf != null ? "hop.reference.body" : "hop.reference";
            case Tree.Conv c when c.op == Op.CONVIFACE -> "hop.box";
            case null, default -> "";
          };
      if (!hop.isEmpty() && !rule && own != Phrase.NONE && depth(own) <= HOLDERS) {
        return Phrase.of("why.then", Phrase.of(hop, at, what), own);
      }
      boolean told = own == Phrase.NONE || depth(own) >= HOLDERS;
      return rule
          ? Phrase.of("why.holder.rule", at, what, thing(root))
          : told
              ? Phrase.of("why.holder", at, what, thing(root))
              : Phrase.of("why.holder.because", at, what, thing(root), own);
    }

    /** A holder's own reason speaks of "it" and "its address". */
    private static Phrase spokenOf(Phrase p, Phrase thing) {
      if (!(p instanceof Phrase.Said s)) {
        return p;
      }
      return switch (s.key()) {
        case "obj.it" -> thing;
        case "obj.address" -> Phrase.of("obj.address.of", thing);
        default ->
            new Phrase.Said(s.key(), s.args().stream().map(a -> spokenOf(a, thing)).toList());
      };
    }

    /** Lines of another text are told with its name. */
    private static Phrase seenFrom(Pos here, Phrase p) {
      return switch (p) {
        case Phrase.At at -> new Phrase.At(at.pos(), at.pos().source() != here.source());
        case Phrase.Said s ->
            new Phrase.Said(s.key(), s.args().stream().map(a -> seenFrom(here, a)).toList());
        case Phrase.Text t -> t;
        case Phrase.Number n -> n;
      };
    }

    private Phrase toHeap(String why, @Nullable Tree where, Phrase at, Phrase what) {
      switch (why) {
        case "too large for stack" -> {
          return where == null ? Phrase.of("why.outlives") : large(where);
        }
        case "zero-sized element" -> {
          return Phrase.of("none.zerosize");
        }
        case Sites.RULE -> {
          return Phrase.of("why.rule");
        }
        case "//go:uintptrescapes" -> {
          return Phrase.of("why.uintptr", at, what);
        }
        default -> {}
      }
      return switch (where) {
        case Tree.Send s -> Phrase.of("why.send", at, what, text(s.chan));
        case Tree.GoDefer g -> Phrase.of(g.op == Op.GO ? "why.go" : "why.defer", at, what);
        case Tree.Call c when why.equals("call parameter") && c.op != Op.APPEND ->
            call(c, at, what);
        case Tree.Call c when why.equals("appendee slice") -> Phrase.of("why.appendee", at, what);
        case Tree.Call c -> Phrase.of("why.append", at, what);
        case Tree.Unary u when u.op == Op.PANIC -> Phrase.of("why.panic", at, what);
        case Tree.Binary b when b.op == Op.COPY -> Phrase.of("why.copy", at, what);
        case Tree.Assign a -> stored(a.x, at, what);
        case Tree.AssignOp a -> stored(a.x, at, what);
        case Tree.AssignList a -> {
          Tree far = null;
          for (Tree x : a.lhs) {
            if (x != null && far(x)) {
              far = x;
            }
          }
          yield stored(far, at, what);
        }
        case Tree.Range r -> stored(r.value != null && far(r.value) ? r.value : r.key, at, what);
        case Tree.Index i when why.equals("key of map put") ->
            Phrase.of("why.key", at, what, text(i.x));
        case Tree.CompositeLit l when why.equals("map literal key") ->
            Phrase.of("why.key", at, what, text(l));
        case Tree.CompositeLit l when why.equals("map literal value") ->
            Phrase.of("why.map", at, what, text(l));
        case Tree.Selector s -> Phrase.of("why.bind", at, what, text(s));
        case null -> Phrase.of("why.outlives");
        default -> Phrase.of("why.outlives.line", at, what);
      };
    }

    private Phrase text(@Nullable Tree t) {
      return Phrase.text(spoken(t));
    }

    private boolean far(Tree x) {
      return !(base(x) instanceof Tree.Name n) || n.storage == Tree.Storage.GLOBAL;
    }

    /** What an assignment assigns to, without fields and elements of the same variable. */
    private Tree base(Tree x) {
      return switch (x) {
        case Tree.Selector s when s.op == Op.DOT -> base(s.x);
        case Tree.Index i when i.op == Op.INDEX && TypeFacts.isArray(i.x.type) -> base(i.x);
        case Tree.Conv c -> base(c.x);
        default -> x;
      };
    }

    private Phrase stored(@Nullable Tree x, Phrase at, Phrase what) {
      if (x == null) {
        return Phrase.of("why.outlives.line", at, what);
      }
      return switch (base(x)) {
        case Tree.Name n -> Phrase.of("why.global", at, what, text(x));
        case Tree.Index i when i.op == Op.INDEXMAP -> Phrase.of("why.map", at, what, text(i.x));
        case Tree.Index i -> Phrase.of("why.element", at, what, text(x));
        case Tree.Selector s -> Phrase.of("why.field", at, what, text(x));
        default -> Phrase.of("why.pointer", at, what, text(x));
      };
    }

    private Phrase call(Tree.Call c, Phrase at, Phrase what) {
      Phrase name = text(c.fun);
      Walk.Callee callee = c.callee;
      if (c.op == Op.CALLINTER) {
        return Phrase.of("why.call.interface", at, what, name);
      }
      if (!callee.known()) {
        return c.fun instanceof Tree.Closure || c.fun instanceof Tree.Name n && n.temporary
            ? Phrase.of("why.call.literal", at, what)
            : Phrase.of("why.call.value", at, what, name);
      }
      Func f = callee.func();
      if (f != null && !f.hasBody) {
        return Phrase.of("why.call.bodyless", at, what, name);
      }
      Phrase does = null;
      for (Step s : steps) {
        for (Location.Note n = s.notes(); n != null; n = n.next()) {
          if (n.where() == c && n.argument() >= 0) {
            Phrase known = keeps.phrase(callee, n.argument());
            does = known == null ? null : seenFrom(here, known);
          }
        }
      }
      return does == null || does == Phrase.NONE
          ? Phrase.of("why.call", at, what, name)
          : Phrase.of("why.call.keeps", at, what, name, does);
    }

    private Phrase large(Tree n) {
      boolean variable = n instanceof Tree.Name;
      Type made = n.op == Op.NEW || n.op == Op.PTRLIT ? TypeFacts.pointee(n.type) : null;
      if (n instanceof Tree.Make m && m.op == Op.MAKESLICE) {
        Tree size = m.cap != null ? m.cap : m.len;
        long elem = TypeFacts.size(TypeFacts.elem(m.type));
        Long count =
            size instanceof Tree.Literal lit
                ? dev.gomem.constant.Constants.int64Value(lit.value)
                : null;
        if (count != null && count < Long.MAX_VALUE / Math.max(1, elem)) {
          return large(elem * count, StackLimits.MAX_IMPLICIT);
        }
        return Phrase.of("why.large.any", new Phrase.Number(StackLimits.MAX_IMPLICIT));
      }
      return large(
          TypeFacts.size(made != null ? made : n.type),
          variable ? StackLimits.MAX_VARIABLE : StackLimits.MAX_IMPLICIT);
    }

    private static Phrase large(long size, long most) {
      return Phrase.of("why.large", new Phrase.Number(size), new Phrase.Number(most));
    }
  }

  private static int depth(Phrase p) {
    if (!(p instanceof Phrase.Said s)) {
      return 0;
    }
    int most = 0;
    for (Phrase a : s.args()) {
      most = Math.max(most, depth(a));
    }
    return most + (s.key().startsWith("why.holder") ? 1 : 0);
  }

  // ---- the verdict

  /** A location's verdict, with its reason. */
  AllocSite.Verdict verdict(Location l, boolean data) {
    boolean heap = l.escapes();
    Phrase why = needless(l, data);
    if (why == null) {
      why = heap ? smallValues(l, l.why) : stays(l);
    }
    return new AllocSite.Verdict(heap, why, heap ? l.chain : List.of());
  }

  /** Why it takes no memory of its own wherever it might have to be, or null. */
  private static @Nullable Phrase needless(Location l, boolean data) {
    Tree n = l.node;
    if (data && n != null) {
      return Phrase.of("none.data");
    }
    return switch (n) {
      case Tree.Conv c when c.op == Op.CONVIFACE -> {
        if (c.x instanceof Tree.Literal) {
          yield Phrase.of("none.constant");
        }
        yield switch ((int) Math.min(TypeFacts.size(c.x.type), 2)) {
          case 0 -> Phrase.of("none.zerosize");
          case 1 -> Phrase.of("none.byte");
          default -> null;
        };
      }
      case Tree.Closure c when c.func.captures.isEmpty() -> Phrase.of("none.closure");
      case Tree.Make m when m.op == Op.MAKESLICE && TypeFacts.size(TypeFacts.elem(m.type)) == 0 ->
          Phrase.of("none.zerosize");
      case null -> null;
      default -> {
        Type made = n.op == Op.NEW || n.op == Op.PTRLIT ? TypeFacts.pointee(n.type) : null;
        yield made != null && TypeFacts.size(made) == 0 ? Phrase.of("none.zerosize") : null;
      }
    };
  }

  /**
   * Boxes of small numbers and of empty strings are made without memory, which only a run knows.
   */
  private static Phrase smallValues(Location l, Phrase why) {
    if (l.node instanceof Tree.Conv c && c.op == Op.CONVIFACE) {
      Type t = c.x.type.underlying();
      if (t instanceof Basic b && b.isInteger()) {
        return Phrase.of("why.box.number", why);
      }
      if (t instanceof Basic b && b.isString() || t instanceof Slice) {
        return Phrase.of("why.box.empty", why);
      }
    }
    return why;
  }

  // ---- the stack

  private Phrase stays(Location l) {
    Tree n = l.node;
    Phrase buffer = new Phrase.Number(BUFFER);
    switch (n) {
      case Tree.Make m when m.op == Op.MAKESLICE && !(size(m) instanceof Tree.Literal) -> {
        return Phrase.of("stays.variable-size", buffer);
      }
      case Tree.Make m when m.op == Op.MAKEMAP -> {
        return Phrase.of("stays.map");
      }
      case Tree.CompositeLit c when c.op == Op.MAPLIT -> {
        return Phrase.of("stays.map");
      }
      case Tree.Call c -> {
        return Phrase.of("stays.append", buffer);
      }
      case Tree.AddString a -> {
        return Phrase.of("stays.string", buffer);
      }
      case Tree.Conv c when c.op != Op.CONVIFACE -> {
        return Phrase.of("stays.string", buffer);
      }
      case null, default -> {}
    }
    boolean variable = n instanceof Tree.Name;
    Location.Use use = l.use;
    Location.Note lead = use == null ? null : lead(use.notes());
    Pos here = n == null ? Pos.NONE : n.pos;
    if (use != null && lead != null) {
      Pos pos = lead.where().pos;
      Phrase at = new Phrase.At(pos, pos.source() != here.source());
      Phrase what = address(l, List.of(new Step(use.dst(), l, -1, use.notes())));
      if (lead.why().equals("call parameter")
          && lead.where() instanceof Tree.Call c
          && c.fun != null) {
        return Phrase.of("stays.call", at, what, Phrase.text(spoken(c.fun)));
      }
      if (use.dst().node instanceof Tree.Closure c && !c.func.wrapper) {
        for (Func.Capture v : c.func.captures) {
          if (v.name() == n) {
            at = new Phrase.At(v.pos(), v.pos().source() != here.source());
          }
        }
        return Phrase.of("stays.capture", at);
      }
      if (use.dst().node instanceof Tree.Name v
          && !v.temporary
          && !v.name.equals("_")
          && !v.name.startsWith("~")) {
        return Phrase.of("stays.variable", at, what, Phrase.text(v.name));
      }
      if (use.dst().node instanceof Tree.CompositeLit lit && !lit.implicit) {
        return Phrase.of("stays.put", at, what, Phrase.text(spoken(lit)));
      }
    }
    return Phrase.of(variable ? "stays.kept.address" : "stays.kept");
  }

  private static @Nullable Tree size(Tree.Make m) {
    return m.cap != null ? m.cap : m.len;
  }
}

package dev.gomem.escape;

import dev.gomem.syntax.Expr;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which appends may use a small array on the stack, and where a slice that did must be moved to the
 * heap because it is given away: gc does this after escape analysis, so the messages do not show
 * it, but capacities do. A slice variable qualifies while it is the only one that refers to its
 * array. Source: cmd/compile/internal/slice, and append in ssagen/ssa.go.
 */
final class AppendBuffers {
  /** Bytes of the array on the stack. */
  static final long BYTES = 32;

  /** What is known of a slice variable. */
  private static final class Info {
    final Tree.Name name;
    int okUses;
    int allUses;
    @Nullable Tree transition;
    final List<Tree.Call> appends = new ArrayList<>();
    int weight;
    int declared;
    boolean capUsed;

    Info(Tree.Name name) {
      this.name = name;
    }
  }

  private final Program program;
  private final Func func;
  private final Map<Tree.Name, Info> tracked = new IdentityHashMap<>();
  private final List<Info> order = new ArrayList<>();
  private final List<Tree.Name> namedResults = new ArrayList<>();
  private final Set<Tree.Call> ladder = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Tree.Call> moved = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Tree, Boolean> used = new IdentityHashMap<>();
  private int loopDepth;
  private boolean defers;

  private AppendBuffers(Program program, Func func) {
    this.program = program;
    this.func = func;
  }

  static void run(Program program, Func func) {
    if (func.open) {
      return; // main's slices grow by the heap's table: who knows what later lines do with them
    }
    AppendBuffers pass = new AppendBuffers(program, func);
    pass.exclusive();
    func.body.forEach(t -> t.visit(n -> pass.defers |= n.op == Op.DEFER));
    func.body.forEach(t -> pass.appends(t, null));
  }

  // ---- slices that are given away once

  private void exclusive() {
    for (Tree.Name n : func.dcl) {
      if (n.type.underlying() instanceof Slice s && TypeFacts.size(s.elem()) <= BYTES) {
        Info i = new Info(n);
        tracked.put(n, i);
        order.add(i);
        if (n.storage == Tree.Storage.RESULT) {
          namedResults.add(n);
        }
      }
    }
    if (tracked.isEmpty()) {
      return;
    }
    func.body.forEach(this::visit);
    for (Info i : order) {
      Tree transition = i.transition;
      if (tracked.get(i.name) != i || i.okUses != i.allUses || transition == null || i.weight < 2) {
        continue;
      }
      if (i.name.obj == null
          || transition.source == null
          || !(i.appends.get(0).source instanceof Expr.CallExpr first)) {
        continue;
      }
      program
          .sites(func)
          .move(transition.source, new EscapeResult.MoveToHeap(i.name.obj, first, i.capUsed));
      for (Tree.Call a : i.appends) {
        moved.add(a);
        if (i.capUsed) {
          ladder.add(a);
        }
      }
    }
  }

  private @Nullable Info info(@Nullable Tree t) {
    return t instanceof Tree.Name n ? tracked.get(n) : null;
  }

  private void transition(Info i, Tree where) {
    if (i.transition != null || loopDepth > i.declared) {
      tracked.remove(i.name); // one place outside loops is all that is kept track of
      return;
    }
    i.transition = where;
  }

  private void visit(Tree t) {
    switch (t) {
      case Tree.Name n -> {
        Info i = info(n);
        if (i != null) {
          i.allUses++;
        }
      }
      case Tree.Dcl d -> {
        Info i = info(d.name);
        if (i != null) {
          i.declared = loopDepth;
        }
      }
      case Tree.Index x -> ok(x.x);
      case Tree.Unary u when u.op == Op.LEN -> ok(u.x);
      case Tree.Unary u when u.op == Op.CAP -> {
        Info i = ok(u.x);
        if (i != null) {
          i.capUsed = true;
        }
      }
      case Tree.Addr a -> {
        if (a.x instanceof Tree.Index x && x.x instanceof Tree.Name n) {
          tracked.remove(n);
        }
      }
      case Tree.Return r -> {
        for (Tree x : r.results) {
          Info i = ok(x);
          if (i != null) {
            transition(i, r);
          }
        }
        if (r.results.isEmpty()) {
          for (Tree.Name n : namedResults) {
            Info i = info(n);
            if (i != null) {
              transition(i, r);
            }
          }
        }
      }
      case Tree.Call c when c.op == Op.CALLFUNC -> {
        for (int k = 0; k < c.args.size(); k++) {
          Info i = info(c.args.get(k));
          if (i != null && !leaks(c, k)) {
            i.okUses++;
            i.capUsed = true;
          }
        }
      }
      case Tree.Range r -> ok(r.x);
      case Tree.Assign as -> assign(as.x, as.y, as);
      case Tree.AssignList as when as.op == Op.AS2 -> {
        for (int k = 0; k < as.lhs.size(); k++) {
          assign(as.lhs.get(k), as.rhs.get(k), as);
        }
      }
      case Tree.Closure c -> c.func.captures.forEach(v -> visit(v.name()));
      default -> {}
    }
    boolean loop = t.op == Op.FOR || t.op == Op.RANGE;
    loopDepth += loop ? 1 : 0;
    t.children(this::visit);
    loopDepth -= loop ? 1 : 0;
  }

  private @Nullable Info ok(@Nullable Tree t) {
    Info i = info(t);
    if (i != null) {
      i.okUses++;
    }
    return i;
  }

  private void assign(@Nullable Tree x, @Nullable Tree y, Tree statement) {
    Info i = info(x);
    if (i != null) {
      switch (y) {
        case null -> i.okUses++;
        case Tree.Nil n -> i.okUses++;
        case Tree.CompositeLit lit when lit.op == Op.SLICELIT -> {
          i.okUses++;
          i.capUsed = true;
        }
        case Tree.Slicing s when s.op == Op.SLICE && s.x == i.name -> {
          i.okUses += 2;
          i.capUsed = true;
        }
        case Tree.Call c when c.op == Op.APPEND && c.args.get(0) == i.name -> {
          i.okUses += 2;
          i.appends.add(c);
          i.weight += 1 + (loopDepth - i.declared);
        }
        default -> {}
      }
    }
    Info from = info(y);
    if (from != null) {
      from.okUses++;
      transition(from, statement);
    }
  }

  private boolean leaks(Tree.Call c, int arg) {
    Tree fun = c.fun;
    List<Tag> tags = fun == null ? null : program.calleeTags(fun);
    return tags == null || arg >= tags.size() || tags.get(arg).any();
  }

  // ---- buffers

  /**
   * @param target what the append's result is assigned to, if that is the statement
   */
  private void appends(Tree t, @Nullable Tree target) {
    switch (t) {
      case Tree.Assign as -> {
        as.init.forEach(s -> appends(s, null));
        if (as.x != null) {
          appends(as.x, null);
        }
        if (as.y != null) {
          appends(as.y, as.x);
        }
      }
      case Tree.Call c when c.op == Op.APPEND -> {
        t.children(s -> appends(s, null));
        append(c, target);
      }
      default -> t.children(s -> appends(s, null));
    }
  }

  private void append(Tree.Call c, @Nullable Tree target) {
    Tree slice = c.args.get(0);
    boolean heap = program.appendsToHeap(c) && !moved.contains(c);
    if (c.args.size() == 1) {
      return; // append(s) is s
    }
    long size = TypeFacts.size(TypeFacts.elem(c.type));
    if (c.source == null || c.ddd || heap || size == 0 || size > BYTES) {
      return;
    }
    boolean inPlace = target != null && same(target, slice) && !inRegisters(target);
    if (inPlace) {
      return;
    }
    if (ladder.contains(c)) {
      program.sites(func).buffer(c.source, EscapeResult.AppendBuffer.LADDER);
    } else if (used.put(slice, true) == null) {
      // Once for each slice: the first append of it in the function.
      program.sites(func).buffer(c.source, EscapeResult.AppendBuffer.WHOLE);
    }
  }

  private static boolean same(Tree a, Tree b) {
    return SelfAssign.same(a, b);
  }

  /** What gc keeps in registers: small, and never addressed. */
  private boolean inRegisters(Tree t) {
    return switch (t) {
      case Tree.Name n ->
          n.storage != Tree.Storage.GLOBAL
              && n.func == func
              && !n.addrtaken
              && !(n.storage == Tree.Storage.RESULT && defers)
              && small(n);
      case Tree.Selector s when s.op == Op.DOT -> inRegisters(s.x);
      default -> false;
    };
  }

  private static boolean small(Tree.Name n) {
    return TypeFacts.size(n.type) <= 4 * 8
        && (!(n.type.underlying() instanceof Struct s) || s.size() <= 4);
  }
}

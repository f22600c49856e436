package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Drops assignments of values without effects to variables that nothing reads, as gc does just
 * before escape analysis: what is not there can't flow. Source: cmd/compile/internal/deadlocals.
 */
final class DeadLocals {
  /** An assignment that goes if its variable is not read. */
  private record Dead(Tree rhs, Runnable drop) {}

  private final Func func;

  /** Assignments that wait for a use; null once the variable is used. */
  private final Map<Tree.Name, @Nullable List<Dead>> defs = new IdentityHashMap<>();

  private final List<Tree.Name> order = new ArrayList<>();
  private final List<Dead> discards = new ArrayList<>();

  private DeadLocals(Func func) {
    this.func = func;
  }

  /** Not for closures: they are done with the function around them. */
  static void run(Func func) {
    DeadLocals pass = new DeadLocals(func);
    pass.run();
  }

  private void run() {
    func.body.forEach(this::node);
    for (Tree.Name n : order) {
      List<Dead> dead = defs.get(n);
      if (dead != null && !dead.isEmpty()) {
        dead.forEach(d -> d.drop.run());
        n.defn = null;
      }
    }
    discards.forEach(d -> d.drop.run());
  }

  private void node(Tree t) {
    switch (t) {
      case Tree.Closure c -> {
        c.init.forEach(this::node);
        c.func.captures.forEach(v -> node(v.name()));
        c.func.body.forEach(this::node);
      }
      case Tree.Dcl d -> {}
      case Tree.Name n -> {
        if (local(n)) {
          List<Dead> waiting = defs.get(n);
          if (!defs.containsKey(n)) {
            order.add(n);
          }
          defs.put(n, null);
          if (waiting != null) {
            waiting.forEach(d -> node(d.rhs));
          }
        }
      }
      case Tree.Assign as -> {
        Tree y = as.y;
        assign(
            as.x,
            y,
            false,
            () -> {
              as.x = null;
              as.y = zero(as);
            });
      }
      case Tree.AssignList as when as.op == Op.AS2 -> {
        boolean named = as.lhs.stream().anyMatch(x -> x != null);
        for (int i = 0; i < as.lhs.size(); i++) {
          int at = i;
          assign(
              as.lhs.get(i),
              as.rhs.get(i),
              named,
              () -> {
                as.lhs.set(at, null);
                as.rhs.set(at, zero(as));
              });
        }
      }
      default -> t.children(this::node);
    }
  }

  private static Tree zero(Tree at) {
    return new Tree.Literal(at.pos, Universe.INT, Constant.of(0));
  }

  private void assign(
      @Nullable Tree lhs, @Nullable Tree rhs, boolean blankIsDiscard, Runnable drop) {
    if (lhs == null || lhs instanceof Tree.Name) {
      boolean droppable = lhs instanceof Tree.Name n ? local(n) : blankIsDiscard;
      if (droppable && rhs != null && !hasEffects(rhs)) {
        if (!(lhs instanceof Tree.Name n)) {
          discards.add(new Dead(rhs, drop));
          return;
        }
        boolean known = defs.containsKey(n);
        List<Dead> waiting = defs.get(n);
        if (!known || waiting != null) {
          if (waiting == null) {
            order.add(n);
            waiting = new ArrayList<>();
            defs.put(n, waiting);
          }
          waiting.add(new Dead(rhs, drop));
          return;
        }
      }
    } else {
      node(lhs);
    }
    if (rhs != null) {
      node(rhs);
    }
  }

  private static boolean hasEffects(Tree t) {
    return !t.init.isEmpty()
        || switch (t.op) {
          case NAME, LITERAL, NIL, CLOSURE -> false;
          default -> true;
        };
  }

  private static boolean local(Tree.Name n) {
    Func f = n.func;
    return (n.storage == Tree.Storage.AUTO || n.storage == Tree.Storage.PARAM)
        && f != null
        && !f.open;
  }
}

package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages about indices of arrays that can't be out of range by their form ({@code a[i&7]}).
 * gc prints them among those of escape analysis, after them. Source: walkIndex and bounded in
 * cmd/compile/internal/walk/expr.go.
 */
final class BoundsElided {
  private final List<EscapeResult.Line> lines;

  private BoundsElided(List<EscapeResult.Line> lines) {
    this.lines = lines;
  }

  /** Functions in the order gc compiles them: each with the literals in it, the last first. */
  static void run(List<Func> funcs, List<EscapeResult.Line> lines) {
    BoundsElided pass = new BoundsElided(lines);
    Map<Func, List<Func>> literals = new IdentityHashMap<>();
    for (Func f : funcs) {
      if (f.parent != null) {
        literals.computeIfAbsent(f.parent, p -> new ArrayList<>()).add(f);
      }
    }
    for (Func f : funcs) {
      if (f.parent == null) {
        List<Func> todo = new ArrayList<>(List.of(f));
        while (!todo.isEmpty()) {
          Func next = todo.remove(todo.size() - 1);
          next.body.forEach(pass::node);
          todo.addAll(literals.getOrDefault(next, List.of()));
        }
      }
    }
  }

  private void node(Tree t) {
    if (t instanceof Tree.AssignList as && as.op == Op.AS2) {
      as.init.forEach(this::node);
      for (int k = 0; k < as.lhs.size(); k++) {
        Tree.each(as.lhs.get(k), this::node);
        node(as.rhs.get(k));
      }
      return;
    }
    // The index of an element that is appended goes through a temporary: only its type says
    // anything.
    boolean append = t instanceof Tree.Call c && c.op == Op.APPEND && !c.ddd;
    t.children(x -> {
      if (append && x instanceof Tree.Index i) {
        i.children(this::node);
        index(i, false);
      } else {
        node(x);
      }
    });
    if (t instanceof Tree.Index i && i.op == Op.INDEX) {
      index(i, true);
    }
  }

  /**
   * @param form whether the form of the index counts, beside its type
   */
  private void index(Tree.Index i, boolean form) {
    if (i.index instanceof Tree.Literal) {
      return;
    }
    long len =
        i.x.type.underlying() instanceof Array a
            ? a.len()
            : i.x instanceof Tree.Literal l && l.value instanceof Constant.Str s ? s.length() : -1;
    boolean bounded =
        form ? bounded(i.index, len) : byType(i.index, TypeFacts.size(i.index.type) * 8, len);
    if (len >= 0 && bounded) {
      lines.add(new EscapeResult.Line(i.pos, "index bounds check elided"));
    }
  }

  private static boolean byType(Tree n, long bits, long max) {
    return n.type.underlying() instanceof Basic b
        && b.isUnsigned()
        && bits <= 62
        && 1L << bits <= max;
  }

  private static long small(Tree t) {
    if (t instanceof Tree.Literal l) {
      Long v = Constants.int64Value(l.value);
      if (v != null && v == (int) (long) v) {
        return v;
      }
    }
    return Long.MIN_VALUE;
  }

  private static boolean bounded(Tree n, long max) {
    if (!(n.type.underlying() instanceof Basic basic) || !basic.isInteger() || basic.isUntyped()) {
      return false;
    }
    boolean signed = !basic.isUnsigned();
    long bits = 8 * TypeFacts.size(n.type);
    if (n instanceof Tree.Binary b) {
      long y = small(b.y);
      boolean known = y != Long.MIN_VALUE;
      switch (b.op) {
        case AND, ANDNOT -> {
          long v = -1;
          if (small(b.x) != Long.MIN_VALUE) {
            v = small(b.x);
          } else if (known) {
            v = y;
            if (b.op == Op.ANDNOT) {
              v = signed || bits == 64 ? ~v : ~v & ((1L << bits) - 1);
            }
          }
          if (0 <= v && v < max) {
            return true;
          }
        }
        case MOD -> {
          if (!signed && known && 0 <= y && y <= max) {
            return true;
          }
        }
        case DIV -> {
          for (long v = y; !signed && known && bits > 0 && v >= 2; v >>= 1) {
            bits--;
          }
        }
        case RSH -> {
          if (!signed && known) {
            if (y > bits) {
              return true;
            }
            bits -= y;
          }
        }
        default -> {}
      }
    }
    return byType(n, bits, max);
  }
}

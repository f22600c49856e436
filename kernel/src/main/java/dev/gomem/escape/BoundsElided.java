package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages about indices of arrays that can't be out of range by their form ({@code a[i&7]}).
 * gc prints them among those of escape analysis, after them. Source: walkIndex, bounded and
 * safeExpr in cmd/compile/internal/walk/expr.go, ascompatee in assign.go, walkCompareString in
 * compare.go.
 */
final class BoundsElided {
  /** Constant texts up to this length are compared without a call. */
  private static final int COMPARED = 16;

  private final List<EscapeResult.Line> lines;
  private final Set<Tree.Index> saved = Collections.newSetFromMap(new IdentityHashMap<>());

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
    switch (t) {
      case Tree.AssignList as -> {
        as.init.forEach(this::node);
        saved(as);
        boolean pairs = as.op == Op.AS2;
        for (int k = 0; k < as.lhs.size(); k++) {
          Tree.each(as.lhs.get(k), this::node);
          if (pairs) {
            node(as.rhs.get(k));
          }
        }
        if (!pairs) {
          as.rhs.forEach(this::node);
        }
        return;
      }
      // What is appended is evaluated before the slice is written to.
      case Tree.Call c when c.op == Op.APPEND -> {
        c.args.forEach(this::safe);
      }
      // A short constant is compared piece by piece with the other string, which stands for each.
      case Tree.Binary b when b.op == Op.EQ || b.op == Op.NE -> {
        if (shortText(b.y)) {
          safe(b.x);
        } else if (shortText(b.x)) {
          safe(b.y);
        }
      }
      default -> {}
    }
    t.children(this::node);
    if (t instanceof Tree.Index i && i.op == Op.INDEX) {
      index(i, !saved.contains(i));
    }
  }

  private static boolean shortText(Tree t) {
    return t instanceof Tree.Literal l
        && l.value instanceof Constant.Str s
        && s.length() > 0
        && s.length() <= COMPARED;
  }

  /** Indices on the way to an operand that is used several times go through temporaries. */
  private void safe(Tree t) {
    switch (t) {
      case Tree.Index i -> {
        saved.add(i);
        safe(i.x);
        safe(i.index);
      }
      case Tree.Selector s when s.op == Op.DOT || s.op == Op.DOTPTR -> safe(s.x);
      case Tree.Unary u when u.op == Op.LEN || u.op == Op.CAP -> safe(u.x);
      case Tree.Star d -> safe(d.x);
      default -> {}
    }
  }

  /**
   * Of an assignment of several values: indices of arrays that one before could change go through
   * temporaries.
   */
  private void saved(Tree.AssignList as) {
    Set<Tree.Name> assigned = Collections.newSetFromMap(new IdentityHashMap<>());
    boolean written = false;
    for (@Nullable Tree lhs : as.lhs) {
      @Nullable Tree l = lhs;
      while (l != null) {
        if (l instanceof Tree.Index i && i.op == Op.INDEX && TypeFacts.isArray(i.x.type)) {
          if (affected(i.index, assigned, written)) {
            saved.add(i);
          }
          l = i.x;
        } else if (l instanceof Tree.Selector s && s.op == Op.DOT) {
          l = s.x;
        } else {
          break;
        }
      }
      switch (l) {
        case null -> {}
        case Tree.Name n when n.isBlank() -> {}
        case Tree.Name n when !inMemory(n) -> assigned.add(n);
        default -> written = true;
      }
    }
  }

  private static boolean inMemory(Tree.Name n) {
    return n.storage == Tree.Storage.GLOBAL || n.addrtaken || !StackLimits.heapReason(n).isEmpty();
  }

  private static boolean affected(Tree t, Set<Tree.Name> assigned, boolean written) {
    if (early(t)) {
      return false;
    }
    boolean[] found = {
      t instanceof Tree.Name n && assigned.contains(n) || written && readsMemory(t)
    };
    t.children(c -> found[0] |= affected(c, assigned, written));
    return found[0];
  }

  /** What gc has put into a temporary before: what is or may become a call (order.go). */
  private static boolean early(Tree t) {
    return switch (t.op) {
      case RECV, DOTTYPE, ANDAND, OROR, MIN, MAX, NEW, CLOSURE, METHVALUE -> true;
      case LEN, CAP, COMPLEX, REAL, IMAG -> true;
      case CALLFUNC, CALLINTER, APPEND, COPY, RECOVER, MAKESLICE, MAKEMAP, MAKECHAN -> true;
      case SLICE, SLICEARR, SLICE3, SLICE3ARR, SLICESTR, BYTES2STR, RUNES2STR, RUNESTR -> true;
      case STR2BYTES, STR2RUNES -> true;
      default -> false;
    };
  }

  /** Cautious, as gc is: what is not known to compute only, reads. */
  private static boolean readsMemory(Tree t) {
    return switch (t.op) {
      case NAME -> t instanceof Tree.Name n && inMemory(n);
      case LITERAL, NIL, FUNC, PLUS, NEG, BITNOT -> false;
      case ADD, SUB, OR, XOR, MUL, DIV, MOD, AND, ANDNOT, LSH, RSH -> false;
      case CONV, CONVNOP, CONVIFACE, DOT -> false;
      default -> true;
    };
  }

  /**
   * @param form whether the form of the index counts, beside its type: not of a temporary
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

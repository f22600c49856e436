package dev.gomem.escape;

import dev.gomem.constant.Constants;
import org.jspecify.annotations.Nullable;

/**
 * Assignments that store nothing new: {@code b.buf = b.buf[n:m]}, {@code x.f = x.g}. Source:
 * isSelfAssign in cmd/compile/internal/escape/utils.go.
 */
final class SelfAssign {
  private SelfAssign() {}

  static boolean is(Tree dst, Tree src) {
    if (slices(dst, src)) {
      return true;
    }
    if (dst.op != src.op) {
      return false;
    }
    return switch (dst) {
      case Tree.Selector d when d.op == Op.DOT || d.op == Op.DOTPTR ->
          src instanceof Tree.Selector s && same(d.x, s.x);
      case Tree.Index d when d.op == Op.INDEX ->
          src instanceof Tree.Index s
              && !mayAffectMemory(d.index)
              && !mayAffectMemory(s.index)
              && same(d.x, s.x);
      default -> false;
    };
  }

  private static boolean slices(Tree dst, Tree src) {
    Tree.Name to = base(dst);
    if (to == null || !(src instanceof Tree.Slicing s)) {
      return false;
    }
    // An array that lies in the variable itself would be new in it: only pointers to arrays pass.
    boolean array = s.op == Op.SLICEARR || s.op == Op.SLICE3ARR;
    if (array && s.x.op == Op.ADDR) {
      return false;
    }
    return base(s.x) == to;
  }

  /** The variable in {@code *v} or {@code v.f} of a pointer. */
  private static Tree.@Nullable Name base(Tree t) {
    Tree x =
        switch (t) {
          case Tree.Star s -> s.x;
          case Tree.Selector s when s.op == Op.DOTPTR -> s.x;
          default -> t;
        };
    return x != t && x instanceof Tree.Name n ? n : null;
  }

  private static Tree skip(Tree t) {
    Tree n = t;
    while (n instanceof Tree.Conv c && c.op == Op.CONVNOP) {
      n = c.x;
    }
    return n;
  }

  /** The same expression, without effects. */
  static boolean same(Tree l0, Tree r0) {
    Tree l = skip(l0);
    Tree r = skip(r0);
    if (l.op != r.op || !TypeFacts.identical(l.type, r.type)) {
      return false;
    }
    return switch (l) {
      case Tree.Name n -> n == r;
      case Tree.Selector s when s.op == Op.DOT || s.op == Op.DOTPTR ->
          r instanceof Tree.Selector o && s.sel.equals(o.sel) && same(s.x, o.x);
      case Tree.Star s -> r instanceof Tree.Star o && same(s.x, o.x);
      case Tree.Unary u when simple(u.op) -> r instanceof Tree.Unary o && same(u.x, o.x);
      case Tree.Conv c when c.op == Op.CONV -> r instanceof Tree.Conv o && same(c.x, o.x);
      case Tree.Index i -> r instanceof Tree.Index o && same(i.x, o.x) && same(i.index, o.index);
      case Tree.Binary b when arithmetic(b.op) ->
          r instanceof Tree.Binary o && same(b.x, o.x) && same(b.y, o.y);
      case Tree.Literal a ->
          r instanceof Tree.Literal o
              && Constants.compare(a.value, dev.gomem.constant.Op.EQL, o.value);
      case Tree.Nil n -> true;
      default -> false;
    };
  }

  private static boolean simple(Op op) {
    return op == Op.NOT || op == Op.BITNOT || op == Op.PLUS || op == Op.NEG;
  }

  private static boolean arithmetic(Op op) {
    return switch (op) {
      case ADD, SUB, OR, XOR, MUL, LSH, RSH, AND, ANDNOT, DIV, MOD -> true;
      default -> false;
    };
  }

  private static boolean mayAffectMemory(Tree t) {
    return switch (t) {
      case Tree.Name n -> false;
      case Tree.Literal l -> false;
      case Tree.Nil n -> false;
      case Tree.Binary b when arithmetic(b.op) -> mayAffectMemory(b.x) || mayAffectMemory(b.y);
      case Tree.Index i when i.op == Op.INDEX -> mayAffectMemory(i.x) || mayAffectMemory(i.index);
      case Tree.Conv c when c.op == Op.CONV || c.op == Op.CONVNOP -> mayAffectMemory(c.x);
      case Tree.Unary u when simple(u.op) || u.op == Op.LEN || u.op == Op.CAP ->
          mayAffectMemory(u.x);
      case Tree.Selector s when s.op == Op.DOT || s.op == Op.DOTPTR -> mayAffectMemory(s.x);
      case Tree.Star s -> mayAffectMemory(s.x);
      default -> true;
    };
  }
}

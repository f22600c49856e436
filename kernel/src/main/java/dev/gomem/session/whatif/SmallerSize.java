package dev.gomem.session.whatif;

import dev.gomem.escape.AllocSite;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Array;
import dev.gomem.types.GcSizes;
import dev.gomem.types.Slice;
import dev.gomem.types.Type;
import java.util.List;

/** Makes what is too large as large as may just stay. */
record SmallerSize() implements Strategy {
  private static final long VARIABLE = 128 << 10;
  private static final long MADE = 64 << 10;

  @Override
  public String key() {
    return "smaller";
  }

  @Override
  public List<Edits> candidates(Case c) {
    boolean large = c.site.gc().chain().stream().anyMatch(f -> f.why().startsWith("too large"));
    if (!large) {
      return List.of();
    }
    Edits e = c.edits();
    c.each(n -> {
      if (n instanceof Expr.ArrayType a
          && a.len() != null
          && c.info.constantOf(a.len()) != null
          && c.info.typeOf(a) instanceof Array t
          && declares(c, a)) {
        shrink(c, e, a.len(), t.elem(), c.site.kind() == AllocSite.Kind.VARIABLE ? VARIABLE : MADE);
      }
    });
    if (c.node() instanceof Expr.CallExpr call && c.site.kind() == AllocSite.Kind.MAKE_SLICE) {
      Expr size = call.args().get(call.args().size() - 1);
      if (c.info.constantOf(size) != null && c.info.typeOf(call).underlying() instanceof Slice s) {
        shrink(c, e, size, s.elem(), MADE);
      }
    }
    return List.of(e);
  }

  /** Whether the array's type is written where the site is. */
  private static boolean declares(Case c, Expr type) {
    int line = c.site.pos().line();
    return c.source.line(type.pos().offset()) == line;
  }

  private static void shrink(Case c, Edits e, Expr len, Type elem, long most) {
    long n = most / Math.max(1, GcSizes.sizeof(elem));
    e.replace(c.start(len), c.end(len), Long.toString(n));
  }
}

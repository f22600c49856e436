package dev.gomem.session.whatif;

import dev.gomem.escape.AllocSite;
import dev.gomem.syntax.Expr;
import java.util.List;

/** A constant size: {@code make([]T, 64)[:n]} instead of {@code make([]T, n)}. */
record ConstantSize() implements Strategy {
  private static final int SIZE = 64;

  @Override
  public String key() {
    return "constant-size";
  }

  @Override
  public List<Edits> candidates(Case c) {
    if (c.site.kind() != AllocSite.Kind.MAKE_SLICE
        || !(c.node() instanceof Expr.CallExpr call)
        || call.args().size() != 2
        || c.info.constantOf(call.args().get(1)) != null) {
      return List.of();
    }
    Expr size = call.args().get(1);
    Edits e = c.edits();
    e.replace(c.start(size), c.end(size), Integer.toString(SIZE));
    e.insert(c.end(call), "[:" + c.text(size) + "]");
    return List.of(e);
  }
}

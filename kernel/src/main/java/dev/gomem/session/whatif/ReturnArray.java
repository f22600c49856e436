package dev.gomem.session.whatif;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.escape.AllocSite;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Obj;
import dev.gomem.types.Predicates;
import dev.gomem.types.Slice;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Returns an array, which goes up by value, where a slice of known length is returned: {@code
 * [3]int} for {@code []int}. Variables that get it are arrays then, and are sliced where a slice is
 * asked for.
 */
record ReturnArray() implements Strategy {
  private static final long MOST = 1024;

  @Override
  public String key() {
    return "return-array";
  }

  @Override
  public boolean moves() {
    return true;
  }

  @Override
  public boolean callers() {
    return true;
  }

  @Override
  public List<Edits> candidates(Case c) {
    Node at = c.node();
    long length = at instanceof Expr x ? length(c, x) : -1;
    if (length < 0
        || length > MOST
        || !(at instanceof Expr made)
        || !(c.info.typeOf(made) instanceof Slice t)
        || !(c.function(at) instanceof Decl.FuncDecl f)) {
      return List.of();
    }
    List<Edits> out = new ArrayList<>();
    for (int i = 0; i < f.type().results().size(); i++) {
      Expr.Field result = f.type().results().get(i);
      if (result.name() == null
          && result.type() instanceof Expr.SliceType s
          && Predicates.identical(c.info.typeOf(s), t)) {
        Edits e = c.edits();
        e.insert(s.pos().offset() + 1, Long.toString(length));
        if (made instanceof Expr.CompositeLit lit && lit.type() instanceof Expr.SliceType own) {
          e.insert(own.pos().offset() + 1, Long.toString(length));
        } else {
          e.replace(c.start(made), c.end(made), "[" + length + "]" + c.typeText(t.elem()) + "{}");
        }
        given(c, made, 0, e);
        int result0 = i;
        c.each(n -> {
          if (n instanceof Expr.CallExpr call && c.calls(call, c.info.func(f))) {
            given(c, call, result0, e);
          }
        });
        out.add(e);
      }
    }
    return out;
  }

  private static long length(Case c, Expr made) {
    if (c.site.kind() == AllocSite.Kind.SLICE_LITERAL
        && made instanceof Expr.CompositeLit lit
        && lit.type() instanceof Expr.SliceType) {
      return lit.nkeys() == 0 ? lit.elems().size() : -1;
    }
    if (c.site.kind() == AllocSite.Kind.MAKE_SLICE
        && made instanceof Expr.CallExpr call
        && call.args().size() == 2) {
      Constant size = c.info.constantOf(call.args().get(1));
      Long n = size == null ? null : Constants.int64Value(size);
      return n == null ? -1 : n;
    }
    return -1;
  }

  /** Uses of the variable that is declared with the slice. */
  private static void given(Case c, Expr slice, int i, Edits e) {
    Node p = c.outer(slice);
    if (!(p instanceof Stmt.AssignStmt a) || a.op() != Operator.DEF) {
      return;
    }
    List<Expr> lhs = Expr.unpack(a.lhs());
    if (i < lhs.size() && lhs.get(i) instanceof Expr.Name n && c.info.def(n) instanceof Obj.Var v) {
      c.uses(v).forEach(use -> use(c, use, e));
    }
  }

  private static void use(Case c, Expr.Name use, Edits e) {
    if (c.outer(use) instanceof Expr.CallExpr call
        && Expr.unparen(call.fun()) != use
        && !c.isType(call.fun())
        && takesSlice(c, call, use)) {
      e.insert(c.end(use), "[:]");
    }
  }

  private static boolean takesSlice(Case c, Expr.CallExpr call, Expr.Name use) {
    if (call.fun() instanceof Expr.Name n && c.info.use(n) instanceof Obj.Builtin) {
      return !n.value().equals("len") && !n.value().equals("cap");
    }
    @Nullable Type t = null;
    for (int i = 0; i < call.args().size(); i++) {
      if (Expr.unparen(call.args().get(i)) == use) {
        t = c.parameter(call, i);
      }
    }
    return t != null && t.underlying() instanceof Slice;
  }
}

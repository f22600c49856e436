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
import dev.gomem.types.Selection;
import dev.gomem.types.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * Returns an array, which goes up by value, where a slice of known length is returned: {@code
 * [3]int} for {@code []int}. Variables that get it are arrays then, and are sliced where a slice is
 * asked for. Where two would share one array as slices, and not as arrays, it is not offered.
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
        || Case.locks(t.elem())
        || !(c.function(at) instanceof Decl.FuncDecl f)
        || !plain(c, f)) {
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
        boolean[] ok = {given(c, made, 0, f, e)};
        int result0 = i;
        c.each(n -> {
          if (n instanceof Expr.CallExpr call && c.calls(call, c.info.func(f))) {
            ok[0] &= given(c, call, result0, f, e);
          }
        });
        if (ok[0]) {
          out.add(e);
        }
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

  /**
   * Edits the uses of a slice, and says whether an array means the same in all of them: what makes
   * a second slice of the same array would make a copy.
   *
   * @param i which result of a call
   * @param f the function that gives the array up, which may return it
   */
  private static boolean given(Case c, Expr slice, int i, Decl.FuncDecl f, Edits e) {
    Node p = c.outer(slice);
    if (p instanceof Expr.ListExpr list && c.parent(list) instanceof Stmt.ReturnStmt) {
      return c.function(slice) == f;
    }
    return switch (p) {
      case Stmt.ReturnStmt r -> c.function(slice) == f;
      case Stmt.ExprStmt x -> true;
      case Stmt.RangeClause r -> true; // nothing else has it
      case Expr.IndexExpr x -> Expr.unparen(x.x()) == slice;
      case Expr.CallExpr outer -> measures(c, outer) || printed(c, outer);
      case Stmt.AssignStmt a when a.op() == Operator.DEF -> {
        List<Expr> lhs = Expr.unpack(a.lhs());
        yield i < lhs.size()
            && lhs.get(i) instanceof Expr.Name n
            && (n.value().equals("_")
                || c.info.def(n) instanceof Obj.Var v
                    && c.uses(v).stream().allMatch(use -> use(c, n, use, f, e)));
      }
      case null, default -> false;
    };
  }

  private static boolean use(Case c, Expr.Name declared, Expr.Name use, Decl.FuncDecl f, Edits e) {
    if (c.function(use) != c.function(declared)) {
      return false; // a function literal shares it
    }
    Node p = c.outer(use);
    if (p instanceof Expr.ListExpr list && c.parent(list) instanceof Stmt.ReturnStmt) {
      return c.function(use) == f;
    }
    return switch (p) {
      case Stmt.ReturnStmt r -> c.function(use) == f;
      case Stmt.RangeClause r -> Expr.unparen(r.x()) == use && Expr.unpack(r.lhs()).size() < 2;
      case Expr.IndexExpr x -> Expr.unparen(x.x()) == use;
      case Expr.CallExpr call -> {
        if (Expr.unparen(call.fun()) == use || c.isType(call.fun())) {
          yield false;
        }
        if (!measures(c, call) && !printed(c, call)) {
          e.insert(c.end(use), "[:]");
        }
        yield true;
      }
      case null, default -> false;
    };
  }

  /** Calls of len and cap. */
  private static boolean measures(Case c, Expr.CallExpr call) {
    return Expr.unparen(call.fun()) instanceof Expr.Name n
        && c.info.use(n) instanceof Obj.Builtin
        && (n.value().equals("len") || n.value().equals("cap"));
  }

  /** Calls that print an array as they print a slice of it. */
  private static boolean printed(Case c, Expr.CallExpr call) {
    return switch (WithoutInterface.fmt(c, call)) {
      case "Print", "Println", "Sprint", "Sprintln" -> true;
      default -> false;
    };
  }

  /** Whether it is only called, and defers nothing, which would run after its array is copied. */
  private static boolean plain(Case c, Decl.FuncDecl f) {
    Obj.Func fn = c.info.func(f);
    boolean[] ok = {fn != null};
    c.each(n -> {
      boolean named =
          n instanceof Expr.Name x && c.info.use(x) == fn
              || n instanceof Expr.SelectorExpr s
                  && c.info.selection(s) instanceof Selection sel
                  && sel.obj() == fn;
      if (named
          && !(c.parent(n) instanceof Expr.SelectorExpr)
          && !(c.outer(n) instanceof Expr.CallExpr call && Expr.unparen(call.fun()) == n)) {
        ok[0] = false;
      }
      if (n instanceof Stmt.CallStmt later && c.function(later) == f) {
        ok[0] = false;
      }
    });
    return ok[0];
  }
}

package dev.gomem.session.whatif;

import dev.gomem.escape.AllocSite;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Interface;
import dev.gomem.types.Obj;
import dev.gomem.types.Predicates;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does without an interface: a variable, parameter, element or result of interface type gets the
 * type of the value that it is given, and a method is called itself.
 */
record ConcreteType() implements Strategy {
  private static final int MOST = 10;

  @Override
  public String key() {
    return "concrete";
  }

  @Override
  public List<Edits> candidates(Case c) {
    List<Edits> out = new ArrayList<>();
    c.each(n -> {
      if (n instanceof Decl.VarDecl v
          && v.type() != null
          && v.values() != null
          && v.names().size() == 1
          && isInterface(c.info.typeOf(v.type()))) {
        Edits e = c.edits();
        e.delete(c.end(v.names().get(0)), c.end(v.type()));
        out.add(e);
      }
      if (n instanceof Expr.CallExpr call
          && Expr.unparen(call.fun()) instanceof Expr.Name name
          && c.info.use(name) instanceof Obj.Func fn) {
        parameters(c, call, fn, out);
      }
    });
    boxed(c, out);
    return out;
  }

  /** Types of variables, elements, fields and results that a boxed value could be given to. */
  private static void boxed(Case c, List<Edits> out) {
    if (c.site.kind() != AllocSite.Kind.BOX || !(c.node() instanceof Expr x)) {
      return;
    }
    Type given = c.info.typeOf(x);
    int most = out.size() + MOST;
    c.each(n -> {
      if (out.size() < most
          && n instanceof Expr t
          && (t instanceof Expr.Name || t instanceof Expr.InterfaceType)
          && c.isType(t)
          && !(c.parent(t) instanceof Decl.TypeDecl)
          && isInterface(c.info.typeOf(t))
          && !mayBeNil(c, t, given)) {
        Edits e = c.edits();
        e.replace(c.start(t), c.end(t), c.typeText(given));
        out.add(e);
      }
    });
  }

  /**
   * Whether what is declared with an interface type may be nil there: then it would have the zero
   * value of the other type, which is not nil any more once it is given to an interface.
   */
  private static boolean mayBeNil(Case c, Expr type, Type given) {
    Node p = c.parent(type);
    if (p instanceof Decl.VarDecl v) {
      return v.values() == null;
    }
    boolean[] result = new boolean[1];
    boolean[] nil = new boolean[1];
    c.each(f -> {
      Expr.FuncType t =
          switch (f) {
            case Decl.FuncDecl d -> d.type();
            case Expr.FuncLit l -> l.type();
            default -> null;
          };
      for (int i = 0; t != null && i < t.results().size(); i++) {
        Expr.Field r = t.results().get(i);
        if (r.type() == type) {
          result[0] = true;
          nil[0] |= r.name() != null || returnsNil(c, f, i);
        }
      }
    });
    return nil[0] || !result[0] && Predicates.hasNil(given) && saysNil(c);
  }

  private static boolean returnsNil(Case c, Node f, int i) {
    boolean[] nil = new boolean[1];
    c.each(n -> {
      if (n instanceof Stmt.ReturnStmt r && c.function(r) == f) {
        List<Expr> values = Expr.unpack(r.results());
        nil[0] |= i < values.size() && isNil(c, values.get(i));
      }
    });
    return nil[0];
  }

  /** Whether a call gives nil itself for a parameter. */
  private static boolean getsNil(Case c, Obj.Func fn, int i) {
    boolean[] nil = new boolean[1];
    c.each(n ->
        nil[0] |=
            n instanceof Expr.CallExpr call
                && c.calls(call, fn)
                && i < call.args().size()
                && isNil(c, call.args().get(i)));
    return nil[0];
  }

  private static boolean saysNil(Case c) {
    boolean[] nil = new boolean[1];
    c.each(n -> nil[0] |= n instanceof Expr x && isNil(c, x));
    return nil[0];
  }

  private static boolean isNil(Case c, Expr x) {
    return Expr.unparen(x) instanceof Expr.Name n && c.info.use(n) instanceof Obj.Nil;
  }

  private static void parameters(Case c, Expr.CallExpr call, Obj.Func fn, List<Edits> out) {
    Decl.FuncDecl f = c.declaration(fn);
    if (f == null) {
      return;
    }
    List<Expr.Field> params = f.type().params();
    for (int i = 0; i < params.size() && i < call.args().size(); i++) {
      Expr type = params.get(i).type();
      Type given = c.info.typeOf(call.args().get(i));
      if (isInterface(c.info.typeOf(type))
          && given != null
          && !isInterface(given)
          && !getsNil(c, fn, i)) {
        Edits e = c.edits();
        e.replace(c.start(type), c.end(type), c.typeText(given));
        out.add(e);
      }
    }
  }

  private static boolean isInterface(@Nullable Type t) {
    return t != null && t.underlying() instanceof Interface;
  }
}

package dev.gomem.session.whatif;

import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Interface;
import dev.gomem.types.Obj;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls the method itself instead of through an interface: a variable or parameter of interface
 * type gets the type of the value that it is given.
 */
record ConcreteType() implements Strategy {
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
    return out;
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
      if (isInterface(c.info.typeOf(type)) && given != null && !isInterface(given)) {
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

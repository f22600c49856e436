package dev.gomem.session.whatif;

import dev.gomem.escape.AllocSite;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Obj;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets the caller make the map or the slice's array, and hand it over: then it lives in the frame
 * of whoever needs it. A new first parameter stands for what was made.
 *
 * @param guess where a caller's size is not a constant, 64 elements have to do
 */
record HandOver(boolean guess) implements Strategy {
  private static final int SIZE = 64;

  @Override
  public String key() {
    return guess ? "buffer" : "hand-over";
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
    if (!(c.node() instanceof Expr made)
        || !(c.function(made) instanceof Decl.FuncDecl f)
        || !f.tparams().isEmpty()
        || c.repeated(made)) { // rounds would share what one call hands over
      return List.of();
    }
    return switch (made) {
      case Expr.CompositeLit lit
          when c.site.kind() == AllocSite.Kind.MAP_LITERAL
              && lit.elems().isEmpty()
              && lit.type() != null ->
          map(c, f, made, lit.type());
      case Expr.CallExpr call when c.site.kind() == AllocSite.Kind.MAKE_MAP ->
          map(c, f, made, call.args().get(0));
      case Expr.CallExpr call
          when c.site.kind() == AllocSite.Kind.MAKE_SLICE && call.args().size() > 1 ->
          slice(c, f, call);
      default -> List.of();
    };
  }

  private List<Edits> map(Case c, Decl.FuncDecl f, Expr made, Expr type) {
    Edits e = c.edits();
    String name = unused(c, "into");
    String t = c.text(type);
    e.replace(c.start(made), c.end(made), name);
    parameter(c, f, name + " " + t, e);
    calls(c, f, "make(" + t + ")", call -> "make(" + t + ")", e);
    return guess ? List.of() : List.of(e);
  }

  private List<Edits> slice(Case c, Decl.FuncDecl f, Expr.CallExpr made) {
    Edits e = c.edits();
    String name = unused(c, "buf");
    String t = c.text(made.args().get(0));
    Expr size = made.args().get(made.args().size() - 1);
    e.replace(c.start(made), c.end(made), name + "[:" + c.text(made.args().get(1)) + "]");
    parameter(c, f, name + " " + t, e);
    boolean[] known = {true};
    calls(
        c,
        f,
        "make(" + t + ", " + (c.info.constantOf(size) != null ? c.text(size) : SIZE) + ")",
        call -> {
          String n = constant(c, f, size, call);
          known[0] &= n != null;
          return "make(" + t + ", " + (n == null ? Integer.toString(SIZE) : n) + ")";
        },
        e);
    return known[0] == guess ? List.of() : List.of(e);
  }

  /** The size that a call asks for, as it would be written there, or null. */
  private static @Nullable String constant(Case c, Decl.FuncDecl f, Expr size, Expr.CallExpr call) {
    if (c.info.constantOf(size) != null) {
      return c.text(size);
    }
    List<Expr.Field> params = f.type().params();
    for (int i = 0; i < params.size() && i < call.args().size(); i++) {
      Expr.Name p = params.get(i).name();
      if (p != null
          && c.info.def(p) instanceof Obj.Var v
          && c.names(size, v)
          && c.info.constantOf(call.args().get(i)) != null) {
        return c.text(call.args().get(i));
      }
    }
    return null;
  }

  /** Gives every call its new argument; where there is none, one is tried. */
  static void calls(
      Case c, Decl.FuncDecl f, String any, Function<Expr.CallExpr, String> argument, Edits e) {
    boolean[] called = new boolean[1];
    c.each(n -> {
      if (n instanceof Expr.CallExpr call && c.calls(call, c.info.func(f))) {
        called[0] = true;
        boolean none = call.args().isEmpty();
        String text = argument.apply(call);
        e.insert(none ? c.end(call) - 1 : c.start(call.args().get(0)), none ? text : text + ", ");
      }
    });
    if (!called[0]) {
      e.probe(probe(c, f, any));
    }
  }

  /** A function that calls this one, and does not keep what it gets. */
  private static String probe(Case c, Decl.FuncDecl f, String first) {
    StringBuilder out = new StringBuilder("func " + unused(c, "caller") + "() { ");
    if (f.recv() != null) {
      out.append("(*new(").append(c.text(f.recv().type())).append(")).");
    }
    out.append(f.name().value()).append('(').append(first);
    for (Expr.Field p : f.type().params()) {
      if (!(p.type() instanceof Expr.DotsType)) {
        out.append(", *new(").append(c.text(p.type())).append(')');
      }
    }
    return out.append(") }").toString();
  }

  static void parameter(Case c, Decl.FuncDecl f, String text, Edits e) {
    List<Expr.Field> params = f.type().params();
    if (params.isEmpty()) {
      e.insert(c.closing(c.end(f.name())) - 1, text);
    } else {
      Expr.Field first = params.get(0);
      e.insert(c.start(first.name() != null ? first.name() : first.type()), text + ", ");
    }
  }

  /** A name that the text does not use. */
  static String unused(Case c, String name) {
    boolean[] used = new boolean[1];
    c.each(n -> used[0] |= n instanceof Expr.Name x && x.value().equals(name));
    return used[0] ? unused(c, name + "1") : name;
  }
}

package dev.gomem.session.whatif;

import dev.gomem.escape.AllocSite;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Predicates;
import dev.gomem.types.Type;
import dev.gomem.types.Types;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls what takes the value as it is instead of one of package fmt's functions, which take
 * interfaces: the built-in print functions, or {@code strconv.Itoa} for {@code fmt.Sprint(n)}. In
 * programs the imports follow.
 *
 * @param text for a text, else for printing
 */
record WithoutInterface(boolean text) implements Strategy {
  @Override
  public String key() {
    return text ? "itoa" : "println";
  }

  @Override
  public List<Edits> candidates(Case c) {
    Expr.CallExpr call = c.site.kind() == AllocSite.Kind.BOX ? call(c, c.node()) : null;
    String name = call == null ? "" : fmt(c, call);
    List<Edits> out = new ArrayList<>();
    if (call == null) {
      return out;
    }
    String other =
        switch (name) {
          case "Println" -> text || !printable(c, call) ? "" : "println";
          case "Print" -> text || !printable(c, call) || spaces(c, call) ? "" : "print";
          case "Sprint" -> text && isInt(c, call, 0) ? "strconv.Itoa" : "";
          case "Sprintf" -> text && isInt(c, call, 1) && isDecimal(c, call) ? "strconv.Itoa" : "";
          default -> "";
        };
    if (!other.isEmpty()) {
      for (boolean imports : new boolean[] {false, true}) {
        Edits e = c.edits();
        e.replace(c.start(call.fun()), c.end(call.fun()), other);
        if (call.args().size() == 2 && text) {
          e.delete(c.start(call.args().get(0)), c.start(call.args().get(1)));
        }
        if (imports) {
          imports(c, e);
        }
        out.add(e);
      }
    }
    return out;
  }

  /** The call that a boxed value is an argument of. */
  private static Expr.@Nullable CallExpr call(Case c, @Nullable Node n) {
    Node at = n;
    while (at instanceof Expr) {
      Node up = c.outer(at);
      if (up instanceof Expr.CallExpr call && !fmt(c, call).isEmpty()) {
        return call;
      }
      at = up;
    }
    return null;
  }

  /** The function of package fmt that is called, or "". */
  static String fmt(Case c, Expr.CallExpr call) {
    return Expr.unparen(call.fun()) instanceof Expr.SelectorExpr s && isFmt(c, s)
        ? s.sel().value()
        : "";
  }

  private static boolean isFmt(Case c, Expr.SelectorExpr s) {
    return s.x() instanceof Expr.Name n
        && c.info.use(n) instanceof Obj.PkgName p
        && p.imported().path().equals("fmt");
  }

  /**
   * What println and print show as fmt does: integers, texts, truth values. Floats and complex
   * numbers they show in another form.
   */
  private static boolean printable(Case c, Expr.CallExpr call) {
    return !call.hasDots()
        && call.args().stream()
            .map(c.info::typeOf)
            .allMatch(t ->
                (Predicates.isInteger(t) || Predicates.isString(t) || Predicates.isBoolean(t))
                    && !hasMethods(t));
  }

  /** Whether fmt.Print puts a space between two operands, as it does where neither is a string. */
  private static boolean spaces(Case c, Expr.CallExpr call) {
    for (int i = 1; i < call.args().size(); i++) {
      if (!Predicates.isString(c.info.typeOf(call.args().get(i - 1)))
          && !Predicates.isString(c.info.typeOf(call.args().get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Package fmt would call its method String or Error. */
  private static boolean hasMethods(Type t) {
    return Types.unalias(t) instanceof Named n && n.numMethods() > 0;
  }

  private static boolean isInt(Case c, Expr.CallExpr call, int i) {
    return call.args().size() == i + 1
        && !call.hasDots()
        && c.info.typeOf(call.args().get(i)) == Universe.INT;
  }

  private static boolean isDecimal(Case c, Expr.CallExpr call) {
    return c.text(call.args().get(0)).equals("\"%d\"");
  }

  private void imports(Case c, Edits e) {
    int[] uses = new int[1];
    Decl.ImportDecl[] found = new Decl.ImportDecl[2];
    c.each(n -> {
      uses[0] += n instanceof Expr.SelectorExpr s && isFmt(c, s) ? 1 : 0;
      if (n instanceof Decl.ImportDecl d) {
        switch (d.path().value()) {
          case "\"fmt\"" -> found[0] = d;
          case "\"strconv\"" -> found[1] = d;
          default -> {}
        }
      }
    });
    Decl.ImportDecl d = found[0];
    if (d == null) {
      return;
    }
    boolean wanted = text && found[1] == null;
    int from = c.start(d.path());
    int to = c.end(d.path());
    String line = c.source.lineText(c.source.line(from));
    boolean alone = line.startsWith("import");
    if (uses[0] > 1) {
      if (wanted) {
        e.insert(to, alone ? "\nimport \"strconv\"" : "\n\t\"strconv\"");
      }
    } else if (wanted) {
      e.replace(from, to, "\"strconv\"");
    } else {
      e.delete(alone ? c.source.lineStart(c.source.line(from)) : from, to);
    }
  }
}

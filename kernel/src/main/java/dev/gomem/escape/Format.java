package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.constant.Quote;
import dev.gomem.types.Basic;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Type;
import dev.gomem.types.Types;
import dev.gomem.types.Universe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes as gc prints them in its messages (cmd/compile/internal/ir/fmt.go): {@code &T{...}}, {@code
 * make([]int, n)}, {@code func literal}. What the compiler added itself (conversions, dereferences,
 * addresses) is not printed.
 *
 * @param local the compiled package, whose names are bare
 */
record Format(@Nullable Package local) {
  String of(@Nullable Tree t) {
    StringBuilder out = new StringBuilder();
    node(out, t);
    return out.toString();
  }

  String type(Type t) {
    return TypeFormat.of(t, local);
  }

  /**
   * Variables of instances of other packages' generic functions are named with the package, what
   * the compiler adds to them is not.
   */
  private String elsewhere(Tree.Name n) {
    return n.func == null || n.temporary ? "" : elsewhere(n.func);
  }

  private String elsewhere(Func f) {
    Obj.Func top = f.outermost().obj;
    Package p = !f.isInstance() || top == null || local == null ? null : top.pkg();
    return p == null || p == local ? "" : p.name() + ".";
  }

  /** A function as messages name it, an instance with its shapes. */
  String function(Func f) {
    return elsewhere(f) + f.printed();
  }

  private void node(StringBuilder out, @Nullable Tree t) {
    if (t != null && t.op.precedence() < 0) {
      stmt(out, t);
    } else {
      expr(out, t, 0);
    }
  }

  private void list(StringBuilder out, List<? extends @Nullable Tree> list, String separator) {
    String sep = "";
    for (Tree t : list) {
      out.append(sep);
      if (t == null) {
        out.append('_');
      } else {
        node(out, t);
      }
      sep = separator;
    }
  }

  private void stmt(StringBuilder out, Tree t) {
    switch (t) {
      case Tree.Dcl d ->
          out.append("var ").append(d.name.name).append(' ').append(type(d.name.type));
      case Tree.Assign a -> {
        blankOr(out, a.x);
        out.append(a.def ? " := " : " = ");
        node(out, a.y);
      }
      case Tree.AssignOp a -> {
        node(out, a.x);
        if (a.incDec) {
          out.append(a.operator.text()).append(a.operator.text());
        } else {
          out.append(' ').append(a.operator.text()).append("= ");
          node(out, a.y);
        }
      }
      case Tree.AssignList a -> {
        list(out, a.lhs, ", ");
        out.append(a.def ? " := " : " = ");
        list(out, a.rhs, ", ");
      }
      case Tree.Block b -> list(out, b.list, "; ");
      case Tree.Return r -> {
        out.append("return ");
        list(out, r.results, ", ");
      }
      case Tree.GoDefer g -> {
        out.append(g.op.text()).append(' ');
        node(out, g.call);
      }
      case Tree.If i -> {
        out.append("if ");
        if (i.init.size() == 1 && i.init.get(0).init.isEmpty()) {
          node(out, i.init.get(0));
          out.append("; ");
        }
        node(out, i.cond);
        out.append(" { ");
        list(out, i.body, "; ");
        out.append(" }");
        if (!i.els.isEmpty()) {
          out.append(" else { ");
          list(out, i.els, "; ");
          out.append(" }");
        }
      }
      case Tree.For f -> out.append("for loop");
      case Tree.Range r -> out.append("for loop");
      case Tree.Switch s -> out.append("switch statement");
      case Tree.Select s -> out.append("select statement");
      case Tree.Case c -> {
        if (c.list.isEmpty()) {
          out.append("default");
        } else {
          out.append("case ");
          list(out, c.list, ", ");
        }
        out.append(": ");
        list(out, c.body, "; ");
      }
      case Tree.Branch b -> {
        out.append(b.op.text());
        if (b.label != null) {
          out.append(' ').append(b.label);
        }
      }
      case Tree.Label l -> out.append(l.label).append(": ");
      default -> throw new IllegalStateException("no statement: " + t.op);
    }
  }

  private void blankOr(StringBuilder out, @Nullable Tree t) {
    if (t == null) {
      out.append('_');
    } else {
      node(out, t);
    }
  }

  private static Tree skipImplicit(Tree t) {
    while (true) {
      if (t instanceof Tree.Addr a && a.implicit && a.op == Op.ADDR) {
        t = a.x;
      } else if (t instanceof Tree.Star s && s.implicit) {
        t = s.x;
      } else if (t instanceof Tree.Conv c
          && c.implicit
          && (c.op == Op.CONV || c.op == Op.CONVNOP || c.op == Op.CONVIFACE)) {
        t = c.x;
      } else {
        return t;
      }
    }
  }

  private void expr(StringBuilder out, @Nullable Tree node, int prec) {
    if (node == null) {
      out.append("<nil>");
      return;
    }
    Tree t = skipImplicit(node);
    int nprec = t.op.precedence();
    if (t instanceof Tree.TypeName
        && TypeFacts.pointee(t.type) != null
        && !TypeFacts.isNamed(t.type)) {
      nprec = Op.DEREF.precedence();
    }
    if (prec > nprec) {
      out.append('(');
      node(out, t);
      out.append(')');
      return;
    }
    switch (t) {
      case Tree.Nil n -> out.append("nil");
      case Tree.Literal l -> literal(out, l);
      case Tree.Name n ->
          out.append(
              n.obj != null && n.storage == Tree.Storage.GLOBAL
                  ? TypeFormat.qualified(n.obj, local)
                  : elsewhere(n) + n.name);
      case Tree.FuncName f -> {
        out.append(TypeFormat.qualified(f.obj, local));
        if (f.instance != null) {
          out.append(TypeFormat.links(f.instance.shapes));
        }
      }
      case Tree.TypeName n -> out.append(n.dynamic ? "<node DYNAMICTYPE>" : type(n.type));
      case Tree.Closure c -> out.append("func literal");
      case Tree.Addr a -> {
        out.append('&');
        if (a.op == Op.PTRLIT) {
          node(out, a.x);
        } else {
          if (a.x.op == Op.ADDR) {
            out.append(' ');
          }
          expr(out, a.x, nprec + 1);
        }
      }
      case Tree.Star s -> {
        out.append('*');
        expr(out, s.x, nprec + 1);
      }
      case Tree.CompositeLit c -> {
        if (c.implicit) {
          out.append("... argument");
        } else {
          out.append(type(c.type)).append(c.list.isEmpty() ? "{}" : "{...}");
        }
      }
      case Tree.Selector s when s.text != null -> out.append(s.text);
      case Tree.Selector s -> {
        expr(out, s.x, nprec);
        out.append('.').append(s.sel);
      }
      case Tree.TypeAssert a when a.dynamic -> out.append("<node DYNAMICDOTTYPE>");
      case Tree.TypeAssert a -> {
        expr(out, a.x, nprec);
        out.append(".(").append(type(a.type)).append(')');
      }
      case Tree.Index i -> {
        expr(out, i.x, nprec);
        out.append('[');
        node(out, i.index);
        out.append(']');
      }
      case Tree.Slicing s -> slicing(out, s, nprec);
      case Tree.Conv c -> {
        boolean named =
            TypeFacts.isNamed(c.type) || c.type == Universe.ANY || c.type == Universe.ANY_INTERFACE;
        out.append(named ? type(c.type) : "(" + type(c.type) + ")").append('(');
        node(out, c.x);
        out.append(')');
      }
      // gc's formatter does not know these.
      case Tree.Unary u when u.op == Op.UNSAFE_SLICE_DATA || u.op == Op.UNSAFE_STRING_DATA ->
          out.append("<node ").append(u.op.text()).append('>');
      case Tree.Binary b when b.op == Op.UNSAFE_STRING ->
          out.append("<node ").append(b.op.text()).append('>');
      case Tree.Unary u -> unary(out, u, nprec);
      case Tree.Binary b -> {
        if (b.op.precedence() == 8 || b.op == Op.COMPLEX) {
          out.append(b.op.text()).append('(');
          node(out, b.x);
          out.append(", ");
          node(out, b.y);
          out.append(')');
        } else {
          expr(out, b.x, nprec);
          out.append(' ').append(b.op.text()).append(' ');
          expr(out, b.y, nprec + 1);
        }
      }
      case Tree.AddString a -> {
        String sep = "";
        for (Tree x : a.list) {
          out.append(sep);
          expr(out, x, nprec);
          sep = " + ";
        }
      }
      case Tree.Call c -> {
        if (c.fun != null) {
          expr(out, c.fun, nprec);
        } else {
          out.append(c.op.text());
        }
        out.append('(');
        String dictionary = c.dictionary;
        if (dictionary == null) {
          list(out, c.args, ", ");
        } else {
          // A method's stands behind its receiver.
          int before = c.fun instanceof Tree.Selector ? 1 : 0;
          list(out, c.args.subList(0, before), ", ");
          out.append(before > 0 ? ", " : "").append(dictionary);
          out.append(c.args.size() > before ? ", " : "");
          list(out, c.args.subList(before, c.args.size()), ", ");
        }
        out.append(c.ddd ? "...)" : ")");
      }
      case Tree.Make m -> {
        out.append("make(").append(type(m.type));
        if (m.len != null) {
          out.append(", ");
          node(out, m.len);
        }
        if (m.cap != null) {
          out.append(", ");
          node(out, m.cap);
        }
        out.append(')');
      }
      case Tree.Send s -> {
        expr(out, s.chan, nprec);
        out.append(" <- ");
        expr(out, s.value, nprec + 1);
      }
      default -> out.append("<node ").append(t.op).append('>');
    }
  }

  private void slicing(StringBuilder out, Tree.Slicing s, int nprec) {
    expr(out, s.x, nprec);
    out.append('[');
    if (s.lo != null) {
      node(out, s.lo);
    }
    out.append(':');
    if (s.hi != null) {
      node(out, s.hi);
    }
    if (s.op.isSlice3()) {
      out.append(':');
      if (s.max != null) {
        node(out, s.max);
      }
    }
    out.append(']');
  }

  private void unary(StringBuilder out, Tree.Unary u, int nprec) {
    if (nprec == 7) {
      out.append(u.op.text());
      if (u.x.op == u.op) {
        out.append(' ');
      }
      expr(out, u.x, nprec + 1);
    } else {
      out.append(u.op.text()).append('(');
      node(out, u.x);
      out.append(')');
    }
  }

  private void literal(StringBuilder out, Tree.Literal l) {
    Type t = Types.unalias(l.type);
    if (t == Universe.RUNE || t == Universe.UNTYPED_RUNE) {
      Long x = Constants.uint64Value(l.value);
      if (x != null && x >= 0 && x <= Character.MAX_CODE_POINT) {
        out.append(Quote.quoteRune((int) (long) x));
        return;
      }
    }
    boolean plain = t instanceof Basic b && (b == defaultType(l.value.kind()) || b.isUntyped());
    if (plain) {
      out.append(l.value);
    } else {
      out.append(type(l.type)).append('(').append(l.value).append(')');
    }
  }

  private static Basic defaultType(Constant.Kind kind) {
    return switch (kind) {
      case BOOL -> Universe.BOOL;
      case STRING -> Universe.STRING;
      case INT -> Universe.INT;
      case FLOAT -> Universe.FLOAT64;
      case COMPLEX -> Universe.COMPLEX128;
      case UNKNOWN -> Universe.INVALID;
    };
  }
}

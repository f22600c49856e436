package dev.gomem.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one-line form in which gc's messages quote an expression or a simple statement: bodies of
 * functions and of composite literals become {@code …}, struct and interface types stand on one
 * line (the short form of cmd/compile/internal/syntax/printer.go). Statements with bodies never
 * come here.
 */
final class ShortForm {
  private final StringBuilder out = new StringBuilder();

  static String of(Node n) {
    ShortForm p = new ShortForm();
    p.node(n);
    return p.out.toString();
  }

  private void node(Node n) {
    switch (n) {
      case Expr x -> expr(x);
      case Stmt.SimpleStmt s -> simple(s);
      case Expr.Field f -> field(f);
      case Decl _, Stmt _, Node.Clause _, Node.File _, Node.Cell _ ->
          throw new IllegalArgumentException("no short form: " + n.getClass().getSimpleName());
    }
  }

  private void expr(Expr x) {
    switch (x) {
      case Expr.BadExpr _ -> out.append("<bad expr>");
      case Expr.Name n -> out.append(n.value());
      case Expr.BasicLit n -> out.append(n.value());
      case Expr.FuncLit n -> {
        expr(n.type());
        out.append(n.body().list().isEmpty() ? " {}" : " {…}");
      }
      case Expr.CompositeLit n -> {
        if (n.type() != null) {
          expr(n.type());
        }
        out.append(n.elems().isEmpty() ? "{}" : "{…}");
      }
      case Expr.ParenExpr n -> {
        out.append('(');
        expr(n.x());
        out.append(')');
      }
      case Expr.SelectorExpr n -> {
        expr(n.x());
        out.append('.').append(n.sel().value());
      }
      case Expr.IndexExpr n -> {
        expr(n.x());
        out.append('[');
        expr(n.index());
        out.append(']');
      }
      case Expr.SliceExpr n -> {
        expr(n.x());
        out.append('[');
        optional(n.lo());
        out.append(':');
        optional(n.hi());
        if (n.max() != null) {
          out.append(':');
          expr(n.max());
        }
        out.append(']');
      }
      case Expr.AssertExpr n -> {
        expr(n.x());
        out.append(".(");
        expr(n.type());
        out.append(')');
      }
      case Expr.TypeSwitchGuard n -> {
        if (n.lhs() != null) {
          out.append(n.lhs().value()).append(" := ");
        }
        expr(n.x());
        out.append(".(type)");
      }
      case Expr.CallExpr n -> {
        expr(n.fun());
        out.append('(');
        list(n.args());
        out.append(n.hasDots() ? "...)" : ")");
      }
      case Expr.Operation n -> {
        if (n.y() == null) {
          out.append(n.op().text());
          expr(n.x());
        } else {
          expr(n.x());
          out.append(' ').append(n.op().text()).append(' ');
          expr(n.y());
        }
      }
      case Expr.KeyValueExpr n -> {
        expr(n.key());
        out.append(": ");
        expr(n.value());
      }
      case Expr.ListExpr n -> list(n.elems());
      case Expr.ArrayType n -> {
        out.append('[');
        if (n.len() == null) {
          out.append("...");
        } else {
          expr(n.len());
        }
        out.append(']');
        expr(n.elem());
      }
      case Expr.SliceType n -> {
        out.append("[]");
        expr(n.elem());
      }
      case Expr.DotsType n -> {
        out.append("...");
        expr(n.elem());
      }
      case Expr.StructType n -> structType(n);
      case Expr.FuncType n -> {
        out.append("func");
        signature(n);
      }
      case Expr.InterfaceType n -> interfaceType(n);
      case Expr.MapType n -> {
        out.append("map[");
        expr(n.key());
        out.append(']');
        expr(n.value());
      }
      case Expr.ChanType n -> chanType(n);
    }
  }

  private void optional(@Nullable Expr x) {
    if (x != null) {
      expr(x);
    }
  }

  private void list(List<? extends Expr> list) {
    String separator = "";
    for (Expr x : list) {
      out.append(separator);
      expr(x);
      separator = ", ";
    }
  }

  private void simple(Stmt.SimpleStmt s) {
    switch (s) {
      case Stmt.EmptyStmt _ -> {}
      case Stmt.ExprStmt n -> expr(n.x());
      case Stmt.SendStmt n -> {
        expr(n.chan());
        out.append(" <- ");
        expr(n.value());
      }
      case Stmt.AssignStmt n -> {
        expr(n.lhs());
        String op = n.op() == null ? "" : n.op().text();
        if (n.rhs() == null) {
          out.append(op).append(op);
        } else {
          out.append(' ').append(op).append("= ");
          expr(n.rhs());
        }
      }
      case Stmt.RangeClause n -> {
        if (n.lhs() != null) {
          expr(n.lhs());
          out.append(n.def() ? " := " : " = ");
        }
        out.append("range ");
        expr(n.x());
      }
    }
  }

  private void field(Expr.Field f) {
    if (f.name() != null) {
      out.append(f.name().value()).append(' ');
    }
    expr(f.type());
  }

  /** Fields declared together stand together, as in the source. */
  private void structType(Expr.StructType n) {
    out.append("struct{");
    for (int i = 0; i < n.fields().size(); ) {
      Expr.Field f = n.fields().get(i);
      if (i > 0) {
        out.append("; ");
      }
      int first = i++;
      if (f.name() != null) {
        out.append(f.name().value());
        while (i < n.fields().size() && shares(n.fields().get(i), f)) {
          Expr.Name name = n.fields().get(i++).name();
          out.append(", ").append(name == null ? "" : name.value());
        }
        out.append(' ');
      }
      expr(f.type());
      Expr.@Nullable BasicLit tag = first < n.tags().size() ? n.tags().get(first) : null;
      if (tag != null) {
        out.append(' ').append(tag.value());
      }
    }
    out.append('}');
  }

  private static boolean shares(Expr.Field f, Expr.Field previous) {
    return f.name() != null && f.type() == previous.type();
  }

  private void interfaceType(Expr.InterfaceType n) {
    out.append("interface{");
    String separator = "";
    for (Expr.Field m : n.methods()) {
      out.append(separator);
      separator = "; ";
      if (m.name() != null && m.type() instanceof Expr.FuncType sig) {
        out.append(m.name().value());
        signature(sig);
      } else {
        expr(m.type());
      }
    }
    out.append('}');
  }

  private void signature(Expr.FuncType n) {
    parameters(n.params());
    List<Expr.Field> results = n.results();
    if (!results.isEmpty()) {
      out.append(' ');
      if (results.size() == 1 && results.getFirst().name() == null) {
        expr(results.getFirst().type());
      } else {
        parameters(results);
      }
    }
  }

  private void parameters(List<Expr.Field> list) {
    out.append('(');
    for (int i = 0; i < list.size(); i++) {
      Expr.Field f = list.get(i);
      if (i > 0) {
        out.append(", ");
      }
      if (f.name() != null) {
        out.append(f.name().value());
        if (i + 1 < list.size() && shares(list.get(i + 1), f)) {
          continue;
        }
        out.append(' ');
      }
      expr(f.type());
    }
    out.append(')');
  }

  private void chanType(Expr.ChanType n) {
    out.append(
        switch (n.dir()) {
          case BOTH -> "chan ";
          case SEND_ONLY -> "chan<- ";
          case RECV_ONLY -> "<-chan ";
        });
    boolean parens =
        n.dir() == Expr.ChanDir.BOTH
            && n.elem() instanceof Expr.ChanType e
            && e.dir() == Expr.ChanDir.RECV_ONLY;
    out.append(parens ? "(" : "");
    expr(n.elem());
    out.append(parens ? ")" : "");
  }
}

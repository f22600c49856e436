package dev.gomem.escape;

import dev.gomem.syntax.Expr;
import dev.gomem.types.Alias;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.Chan;
import dev.gomem.types.Interface;
import dev.gomem.types.MapType;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import dev.gomem.types.Union;
import dev.gomem.types.Universe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Types as gc's back end prints them (cmd/compile/internal/types/fmt.go), which differs from what
 * its checker prints: names of the compiled package are bare, {@code interface {}} and {@code any}
 * are told apart, parameters have no names.
 */
final class TypeFormat {
  private final @Nullable Package local;

  /** As link symbols have types, which is also how type arguments are printed. */
  private final boolean link;

  private final StringBuilder out = new StringBuilder();

  private TypeFormat(@Nullable Package local, boolean link) {
    this.local = local;
    this.link = link;
  }

  static String of(Type t, @Nullable Package local) {
    TypeFormat f = new TypeFormat(local, false);
    f.type(t);
    return f.out.toString();
  }

  /** With package paths, and nothing told apart that is identical: gc's LinkString. */
  static String link(Type t) {
    TypeFormat f = new TypeFormat(null, true);
    f.type(t);
    return f.out.toString();
  }

  static String qualified(Obj o, @Nullable Package local) {
    Package p = o.pkg();
    return p == null || p == local ? o.name() : p.name() + "." + o.name();
  }

  private void type(Type t) {
    switch (t) {
      case Basic b -> {
        if (b.kind() == Basic.Kind.UNSAFE_POINTER) {
          out.append("unsafe.");
        }
        out.append(
            link && b == Universe.BYTE ? "uint8" : link && b == Universe.RUNE ? "int32" : b.name());
      }
      case Alias a -> {
        if (a == Universe.ANY && !link) {
          out.append("any");
        } else {
          type(Types.unalias(a));
        }
      }
      case Named n -> named(n);
      case Pointer p -> {
        out.append('*');
        type(p.elem());
      }
      case Array a -> {
        out.append('[').append(a.len()).append(']');
        type(a.elem());
      }
      case Slice s -> {
        out.append("[]");
        type(s.elem());
      }
      case MapType m -> {
        out.append("map[");
        type(m.key());
        out.append(']');
        type(m.elem());
      }
      case Chan c -> chan(c);
      case Signature s -> {
        out.append("func");
        signature(s);
      }
      case Struct s -> struct(s);
      case Interface i -> iface(i);
      case TypeParam p -> out.append(p.obj().name());
      case Tuple tuple -> list(tuple.vars(), false);
      case Union u -> out.append(u);
    }
  }

  private void named(Named n) {
    out.append(name(n.obj()));
    if (!n.typeArgs().isEmpty()) {
      out.append(links(n.typeArgs()));
    }
  }

  /** Type arguments. */
  static String links(List<Type> args) {
    StringBuilder b = new StringBuilder();
    for (Type arg : args) {
      b.append(b.isEmpty() ? "[" : ",").append(link(arg));
    }
    return b.append(']').toString();
  }

  private String name(Obj o) {
    Package p = o.pkg();
    return link && p != null ? p.path() + "." + o.name() : qualified(o, local);
  }

  private void chan(Chan c) {
    switch (c.dir()) {
      case RECV_ONLY -> out.append("<-chan ");
      case SEND_ONLY -> out.append("chan<- ");
      case BOTH -> out.append("chan ");
    }
    boolean paren =
        c.dir() == Expr.ChanDir.BOTH
            && Types.unalias(c.elem()) instanceof Chan e
            && e.dir() == Expr.ChanDir.RECV_ONLY;
    if (paren) {
      out.append('(');
    }
    type(c.elem());
    if (paren) {
      out.append(')');
    }
  }

  private void signature(Signature s) {
    list(s.params().vars(), s.variadic());
    List<Obj.Var> results = s.results().vars();
    if (results.size() == 1) {
      out.append(' ');
      type(results.get(0).type());
    } else if (!results.isEmpty()) {
      out.append(' ');
      list(results, false);
    }
  }

  private void list(List<Obj.Var> vars, boolean variadic) {
    out.append('(');
    for (int i = 0; i < vars.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      Type t = vars.get(i).type();
      if (variadic && i == vars.size() - 1 && t.underlying() instanceof Slice s) {
        out.append("...");
        type(s.elem());
      } else {
        type(t);
      }
    }
    out.append(')');
  }

  private void struct(Struct s) {
    out.append("struct {");
    String sep = " ";
    for (int i = 0; i < s.size(); i++) {
      Obj.Var f = s.field(i);
      out.append(sep);
      if (!f.embedded()) {
        out.append(f.exported() ? f.name() : name(f)).append(' ');
      }
      type(f.type());
      if (!s.tag(i).isEmpty()) {
        out.append(' ')
            .append(
                dev.gomem.constant.Quote.quote(
                    s.tag(i).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      }
      sep = "; ";
    }
    out.append(s.size() == 0 ? "}" : " }");
  }

  private void iface(Interface i) {
    if (i == Universe.ANY_INTERFACE && !link) {
      out.append("any");
      return;
    }
    List<Obj.Func> methods = i.methods();
    if (methods.isEmpty()) {
      out.append("interface {}");
      return;
    }
    out.append("interface {");
    String sep = " ";
    for (Obj.Func m : methods) {
      out.append(sep);
      Package p = m.pkg();
      // Here gc names the package of an unexported method even if it is the compiled one.
      out.append(m.exported() || p == null ? m.name() : p.path() + "." + m.name());
      signature(m.signature());
      sep = "; ";
    }
    out.append(" }");
  }
}

package dev.gomem.types;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a type, either for people (messages, {@code %T}) or as a hash: with a {@link Context},
 * identical types give the same text, in which defined types carry numbers of the context. Source:
 * go/types' typestring.go.
 */
final class TypeWriter {
  private final StringBuilder buf;
  private final @Nullable Qualifier qf;
  private final @Nullable Context ctxt;
  private final List<Type> seen = new ArrayList<>();
  private List<TypeParam> tparams = List.of();

  /** Write parameter names. */
  boolean paramNames;

  /** Mark the first unexported field with its package, to tell two structs apart. */
  boolean pkgInfo;

  TypeWriter(StringBuilder buf, @Nullable Qualifier qf) {
    this.buf = buf;
    this.qf = qf;
    this.ctxt = null;
    this.paramNames = true;
  }

  /** A hasher. */
  TypeWriter(StringBuilder buf, Context ctxt) {
    this.buf = buf;
    this.qf = null;
    this.ctxt = ctxt;
  }

  private void sep(char c) {
    buf.append(c);
    if (ctxt == null && (c == ',' || c == ';')) {
      buf.append(' ');
    }
  }

  void typ(@Nullable Type typ) {
    if (typ == null) {
      buf.append("<nil>");
      return;
    }
    for (Type s : seen) {
      if (s == typ) {
        buf.append("<cycle to ").append(goTypeName(typ)).append('>');
        return;
      }
    }
    seen.add(typ);
    switch (typ) {
      case Basic t -> {
        if (t == Universe.UNSAFE_POINTER) {
          buf.append(ObjString.packagePrefix(Universe.UNSAFE, qf));
        }
        buf.append(t.name());
      }
      case Array t -> {
        buf.append('[').append(t.len()).append(']');
        typ(t.elem());
      }
      case Slice t -> {
        buf.append("[]");
        typ(t.elem());
      }
      case Struct t -> struct(t);
      case Pointer t -> {
        buf.append('*');
        typ(t.elem());
      }
      case Tuple t -> tuple(t, false);
      case Signature t -> {
        buf.append("func");
        signature(t);
      }
      case Union t -> union(t);
      case Interface t -> iface(t);
      case MapType t -> {
        buf.append("map[");
        typ(t.key());
        buf.append(']');
        typ(t.elem());
      }
      case Chan t -> chan(t);
      case Named t -> {
        if (ctxt != null) {
          buf.append(ctxt.id(t));
        }
        typeName(t.obj());
        if (t.isInstance()) {
          typeList(t.typeArgs());
        } else if (ctxt == null && !t.typeParams().isEmpty()) {
          tParamList(t.typeParams());
        }
      }
      case TypeParam t -> typeParam(t);
      case Alias t -> {
        typeName(t.obj());
        if (!t.typeArgs().isEmpty()) {
          typeList(t.typeArgs());
        } else if (ctxt == null && !t.typeParams().isEmpty()) {
          tParamList(t.typeParams());
        }
        if (ctxt != null) {
          typ(Types.unalias(t));
        }
      }
    }
    seen.removeLast();
  }

  private void struct(Struct t) {
    buf.append("struct{");
    for (int i = 0; i < t.size(); i++) {
      if (i > 0) {
        sep(';');
      }
      Obj.Var f = t.field(i);
      boolean annotate = false;
      if (qf == null && pkgInfo && !f.exported()) {
        annotate = true;
        pkgInfo = false;
      }
      if (!f.embedded()) {
        buf.append(f.name()).append(ctxt != null ? '#' : ' ');
      }
      typ(f.type());
      if (annotate && f.pkg() != null) {
        buf.append(" /* package ").append(f.pkg().path()).append(" */ ");
      }
      String tag = t.tag(i);
      if (!tag.isEmpty()) {
        buf.append(ctxt != null ? '#' : ' ').append(Errors.quote(tag));
      }
    }
    buf.append('}');
  }

  private void union(Union t) {
    for (int i = 0; i < t.size(); i++) {
      if (i > 0) {
        buf.append(" | ");
      }
      if (t.term(i).tilde()) {
        buf.append('~');
      }
      typ(t.term(i).type());
    }
  }

  private void iface(Interface t) {
    if (ctxt == null) {
      if (t == Universe.ANY_INTERFACE) {
        buf.append("any");
        return;
      }
      if (t == Universe.COMPARABLE.underlying()) {
        buf.append("interface{comparable}");
        return;
      }
    }
    if (t.implicit) {
      if (t.methods.isEmpty() && t.embeddeds.size() == 1) {
        typ(t.embeddeds.getFirst());
        return;
      }
      buf.append("/* implicit */ ");
    }
    buf.append("interface{");
    if (ctxt != null) {
      typeSet(t.typeSet(), ctxt);
    } else {
      boolean first = true;
      for (Obj.Func m : t.methods) {
        if (!first) {
          sep(';');
        }
        first = false;
        buf.append(m.name());
        signature(m.signature());
      }
      for (Type e : t.embeddeds) {
        if (!first) {
          sep(';');
        }
        first = false;
        typ(e);
      }
    }
    buf.append('}');
  }

  private void chan(Chan t) {
    boolean parens = false;
    switch (t.dir()) {
      case BOTH -> {
        buf.append("chan ");
        parens = t.elem() instanceof Chan c && c.dir() == dev.gomem.syntax.Expr.ChanDir.RECV_ONLY;
      }
      case SEND_ONLY -> buf.append("chan<- ");
      case RECV_ONLY -> buf.append("<-chan ");
    }
    if (parens) {
      buf.append('(');
    }
    typ(t.elem());
    if (parens) {
      buf.append(')');
    }
  }

  private void typeParam(TypeParam t) {
    int i = tparams.indexOf(t);
    if (i >= 0) {
      // Names of a signature's own type parameters are no part of its identity.
      buf.append('$').append(i);
      return;
    }
    buf.append(t.obj().name());
    if (ctxt != null) {
      buf.append('₀').append(t.id);
    } else if (Universe.SCOPE.lookup(t.obj().name()) != null) {
      buf.append(" /* with ")
          .append(t.obj().name())
          .append(" declared at ")
          .append(t.obj().pos())
          .append(" */");
    }
  }

  private void typeSet(TypeSet s, Context ctxt) {
    boolean first = true;
    for (Obj.Func m : s.methods()) {
      if (!first) {
        sep(';');
      }
      first = false;
      buf.append(m.name());
      signature(m.signature());
    }
    if (s.terms().isAll()) {
      return;
    }
    if (s.terms().isEmpty()) {
      buf.append('∅');
      return;
    }
    // Terms have no order of their own: sort their hashes.
    List<String> hashes = new ArrayList<>();
    for (Term term : s.terms().list()) {
      StringBuilder b = new StringBuilder(term.tilde() ? "~" : "");
      new TypeWriter(b, ctxt).typ(term.type());
      hashes.add(b.toString());
    }
    hashes.sort(null);
    if (!first) {
      sep(';');
    }
    buf.append(String.join("|", hashes));
  }

  void typeList(List<? extends Type> list) {
    buf.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        sep(',');
      }
      typ(list.get(i));
    }
    buf.append(']');
  }

  void tParamList(List<TypeParam> list) {
    buf.append('[');
    Type prev = null;
    for (int i = 0; i < list.size(); i++) {
      TypeParam p = list.get(i);
      if (i > 0) {
        if (p.boundOrNull() != prev) {
          buf.append(ctxt != null ? '#' : ' ');
          typ(prev);
        }
        sep(',');
      }
      prev = p.boundOrNull();
      typ(p);
    }
    if (prev != null) {
      buf.append(ctxt != null ? '#' : ' ');
      typ(prev);
    }
    buf.append(']');
  }

  private void typeName(Obj.TypeName obj) {
    buf.append(ObjString.packagePrefix(obj.pkg(), qf)).append(obj.name());
    if (qf != null) {
      buf.append(qf.version(obj));
    }
  }

  private void tuple(Tuple t, boolean variadic) {
    buf.append('(');
    for (int i = 0; i < t.size(); i++) {
      if (i > 0) {
        sep(',');
      }
      Obj.Var v = t.at(i);
      if (ctxt == null && paramNames && !v.name().isEmpty()) {
        buf.append(v.name()).append(' ');
      }
      if (variadic && i == t.size() - 1) {
        if (v.type() instanceof Slice s) {
          buf.append("...");
          typ(s.elem());
        } else {
          // append([]byte, string...)
          typ(v.type());
          buf.append("...");
        }
      } else {
        typ(v.type());
      }
    }
    buf.append(')');
  }

  void signature(Signature sig) {
    List<TypeParam> saved = tparams;
    if (!sig.typeParams().isEmpty()) {
      if (ctxt != null) {
        tparams = sig.typeParams();
      }
      tParamList(sig.typeParams());
    }
    tuple(sig.params(), sig.variadic());
    Tuple results = sig.results();
    if (results.size() > 0) {
      buf.append(ctxt != null ? '#' : ' ');
      if (results.size() == 1 && (ctxt != null || results.at(0).name().isEmpty())) {
        typ(results.at(0).type());
      } else {
        tuple(results, false);
      }
    }
    tparams = saved;
  }

  private static String goTypeName(Type t) {
    return t instanceof MapType ? "*Map" : "*" + t.getClass().getSimpleName();
  }
}

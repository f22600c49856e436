package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts types in place of type parameters. What does not change is shared, not copied. Instances
 * inside the type become other instances without being expanded. Source: go/types' subst.go.
 */
final class Subst {
  private final @Nullable Checker check;
  private final Pos pos;
  private final SubstMap smap;
  private final @Nullable Named expanding;
  private final @Nullable Context ctxt;

  private Subst(
      @Nullable Checker check,
      Pos pos,
      SubstMap smap,
      @Nullable Named expanding,
      @Nullable Context ctxt) {
    this.check = check;
    this.pos = pos;
    this.smap = smap;
    this.expanding = expanding;
    this.ctxt = ctxt;
  }

  /**
   * {@code typ} with the types of {@code smap}.
   *
   * @param expanding the instance whose right side this is, if any
   */
  static Type subst(
      @Nullable Checker check,
      Pos pos,
      Type typ,
      SubstMap smap,
      @Nullable Named expanding,
      @Nullable Context ctxt) {
    if (smap.isEmpty()) {
      return typ;
    }
    return new Subst(check, pos, smap, expanding, ctxt).typ(typ);
  }

  private Type typ(Type typ) {
    return switch (typ) {
      case Basic t -> t;
      case TypeParam t -> smap.lookup(t);
      case Alias t -> alias(t);
      case Named t -> named(t);
      case Array t -> {
        Type elem = typ(t.elem());
        yield elem != t.elem() ? new Array(elem, t.len()) : t;
      }
      case Slice t -> {
        Type elem = typ(t.elem());
        yield elem != t.elem() ? new Slice(elem) : t;
      }
      case Pointer t -> {
        Type elem = typ(t.elem());
        yield elem != t.elem() ? new Pointer(elem) : t;
      }
      case Chan t -> {
        Type elem = typ(t.elem());
        yield elem != t.elem() ? new Chan(t.dir(), elem) : t;
      }
      case MapType t -> {
        Type key = typ(t.key());
        Type elem = typ(t.elem());
        yield key != t.key() || elem != t.elem() ? new MapType(key, elem) : t;
      }
      case Struct t -> {
        List<Obj.Var> fields = list(t.fields(), this::var);
        yield fields != null ? t.withFields(fields) : t;
      }
      case Tuple t -> tuple(t);
      case Signature t -> {
        // The receiver stays: it may be the very interface that is being substituted. Its owner
        // replaces it.
        Tuple params = tuple(t.params());
        Tuple results = tuple(t.results());
        if (params == t.params() && results == t.results()) {
          yield t;
        }
        Signature s = new Signature(t.recv(), t.typeParams(), params, results, t.variadic());
        s.setRecvTypeParams(t.recvTypeParams());
        yield s;
      }
      case Union t -> {
        List<Term> terms = list(t.terms(), this::term);
        yield terms != null ? new Union(terms) : t;
      }
      case Interface t -> iface(t);
    };
  }

  private Type alias(Alias t) {
    int n = t.origin().typeParams().size();
    if (n == 0) {
      TypeEnv env = smap.locals();
      return env != null && env.isLocal(t.obj()) ? typ(Types.unalias(t)) : t;
    }
    if (t.typeArgs().size() != n) {
      return Universe.INVALID; // reported elsewhere
    }
    List<Type> targs = list(t.typeArgs(), this::typ);
    return targs != null
        ? Instantiate.newAliasInstance(check, pos, t.origin(), targs, expanding, ctxt)
        : t;
  }

  private Type named(Named t) {
    int n = t.origin().typeParams().size();
    if (n == 0) {
      TypeEnv env = smap.locals();
      return env != null && env.isLocal(t.obj()) && !t.isInstance() ? env.local(t) : t;
    }
    if (t.typeArgs().size() != n) {
      return Universe.INVALID; // reported elsewhere
    }
    List<Type> targs = list(t.typeArgs(), this::typ);
    return targs != null ? Instantiate.instance(check, pos, t.origin(), targs, expanding, ctxt) : t;
  }

  private Type iface(Interface t) {
    List<Obj.Func> methods = list(t.methods, this::func);
    List<Type> embeddeds = list(t.embeddeds, this::typ);
    if (methods == null && embeddeds == null) {
      return t;
    }
    Interface i = check != null ? check.newInterface() : new Interface(null);
    i.embeddeds = embeddeds != null ? embeddeds : t.embeddeds;
    i.embedPos = t.embedPos;
    i.implicit = t.implicit;
    i.complete = t.complete;
    List<Obj.Func> ms = methods != null ? methods : t.methods;
    List<Obj.Func> replaced = replaceRecvType(ms, t, i);
    i.methods = replaced != null ? replaced : ms;
    if (check == null) {
      i.typeSet();
    }
    return i;
  }

  private Tuple tuple(Tuple t) {
    List<Obj.Var> vars = list(t.vars(), this::var);
    return vars != null ? new Tuple(vars) : t;
  }

  private Obj.Var var(Obj.Var v) {
    Type t = typ(v.type());
    return t != v.type() ? cloneVar(v, t) : v;
  }

  private Obj.Func func(Obj.Func f) {
    Type t = typ(f.type());
    return t != f.type() && t instanceof Signature s ? cloneFunc(f, s) : f;
  }

  private Term term(Term t) {
    Type old = t.typeOrInvalid();
    Type u = typ(old);
    return u != old ? new Term(t.tilde(), u) : t;
  }

  /** Null if no element changes. */
  private static <T> @Nullable List<T> list(List<T> in, UnaryOperator<T> f) {
    List<T> out = null;
    for (int i = 0; i < in.size(); i++) {
      T t = in.get(i);
      T u = f.apply(t);
      if (u != t) {
        if (out == null) {
          out = new ArrayList<>(in);
        }
        out.set(i, u);
      }
    }
    return out;
  }

  static Obj.Var cloneVar(Obj.Var v, Type typ) {
    Obj.Var copy = new Obj.Var(v.pos(), v.pkg(), v.name(), typ, v.kind(), v.embedded());
    copy.origin = v.origin();
    copy.parent = v.parent;
    return copy;
  }

  static Obj.Func cloneFunc(Obj.Func f, Signature sig) {
    Obj.Func copy = new Obj.Func(f.pos(), f.pkg(), f.name(), sig);
    copy.hasPtrRecv = f.hasPtrRecv;
    copy.origin = f.origin();
    copy.parent = f.parent;
    return copy;
  }

  /**
   * The methods with {@code old} replaced as receiver type, or null if nothing had to be replaced.
   */
  static @Nullable List<Obj.Func> replaceRecvType(List<Obj.Func> in, Type old, Type neu) {
    return list(
        in,
        m -> {
          Signature sig = m.signature();
          Obj.Var recv = sig.recv();
          if (recv == null || recv.type() != old) {
            return m;
          }
          Signature copy = sig.copy();
          copy.setRecv(cloneVar(recv, neu));
          return cloneFunc(m, copy);
        });
  }
}

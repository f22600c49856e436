package dev.gomem.ir;

import dev.gomem.types.Alias;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.Chan;
import dev.gomem.types.Interface;
import dev.gomem.types.MapType;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Pointer;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import dev.gomem.types.Union;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The type arguments of the function being built: every type a builder looks at has gone through {@link #apply}, so that
 * the body of a generic function is built once for each list of type arguments and meets closed types only.
 */
final class TypeEnv {
  /** No type parameters. */
  static final TypeEnv EMPTY = new TypeEnv(List.of(), List.of());

  private final Map<TypeParam, Type> args = new IdentityHashMap<>();
  private final Map<Type, Type> cache = new IdentityHashMap<>();

  TypeEnv(List<TypeParam> params, List<Type> args) {
    for (int i = 0; i < params.size(); i++) {
      this.args.put(params.get(i), args.get(i));
    }
  }

  Type apply(Type t) {
    if (args.isEmpty()) {
      return t;
    }
    Type r = cache.get(t);
    if (r == null) {
      r = subst(t);
      cache.put(t, r);
    }
    return r;
  }

  List<Type> applyAll(List<Type> list) {
    List<Type> out = new ArrayList<>();
    for (Type t : list) {
      out.add(apply(t));
    }
    return out;
  }

  private Type subst(Type t) {
    return switch (t) {
      case Basic b -> b;
      case TypeParam p -> {
        Type a = args.get(p);
        yield a != null ? a : p;
      }
      case Alias a -> apply(Types.unalias(a));
      case Pointer p -> apply(p.elem()) == p.elem() ? p : new Pointer(apply(p.elem()));
      case Slice s -> apply(s.elem()) == s.elem() ? s : new Slice(apply(s.elem()));
      case Array a -> apply(a.elem()) == a.elem() ? a : new Array(apply(a.elem()), a.len());
      case Chan c -> apply(c.elem()) == c.elem() ? c : new Chan(c.dir(), apply(c.elem()));
      case MapType m ->
          apply(m.key()) == m.key() && apply(m.elem()) == m.elem() ? m : new MapType(apply(m.key()), apply(m.elem()));
      case Struct s -> {
        List<Obj.Var> fields = vars(s.fields());
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
          tags.add(s.tag(i));
        }
        yield fields == s.fields() ? s : new Struct(fields, tags);
      }
      case Tuple u -> {
        List<Obj.Var> vars = vars(u.vars());
        yield vars == u.vars() ? u : new Tuple(vars);
      }
      case Signature s -> signature(s);
      case Named n -> named(n);
      case Interface i -> iface(i);
      case Union u -> u;
    };
  }

  private List<Obj.Var> vars(List<Obj.Var> vars) {
    List<Obj.Var> out = new ArrayList<>();
    boolean changed = false;
    for (Obj.Var v : vars) {
      Type t = apply(v.type());
      changed |= t != v.type();
      out.add(t == v.type() ? v : new Obj.Var(v.pos(), v.pkg(), v.name(), t, v.kind(), v.embedded()));
    }
    return changed ? out : vars;
  }

  private Signature signature(Signature s) {
    Type params = apply(s.params());
    Type results = apply(s.results());
    return params == s.params() && results == s.results()
        ? s
        : new Signature(null, List.of(), (Tuple) params, (Tuple) results, s.variadic());
  }

  private Type named(Named n) {
    List<Type> targs = applyAll(n.typeArgs());
    for (int i = 0; i < targs.size(); i++) {
      if (targs.get(i) != n.typeArgs().get(i)) {
        return instantiate(n, targs);
      }
    }
    return n;
  }

  private static Type instantiate(Named n, List<Type> targs) {
    throw new UnsupportedOperationException("instance " + n + targs);
  }

  private Type iface(Interface i) {
    List<Obj.Func> methods = new ArrayList<>();
    boolean changed = false;
    for (Obj.Func m : i.methods()) {
      Signature s = signature(m.signature());
      changed |= s != m.signature();
      methods.add(s == m.signature() ? m : new Obj.Func(m.pos(), m.pkg(), m.name(), s));
    }
    return changed ? Interface.of(methods, List.of()) : i;
  }
}

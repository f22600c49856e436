package dev.gomem.types;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The type arguments of an instance of a generic function: every type that a later stage looks at
 * in its body has gone through {@link #apply}, so that the body is read once for each list of type
 * arguments and only closed types are met. A type declared inside the function is another type in
 * each instance (Go specification, "Type definitions"); it has the function's type arguments as its
 * own, as gc has it (cmd/compile/internal/noder: implicit type parameters).
 */
public final class TypeEnv {
  /** No type parameters. */
  public static final TypeEnv EMPTY = new TypeEnv(List.of(), List.of(), Set.of(), new Context());

  private final List<TypeParam> params;
  private final List<Type> args;
  private final Set<Obj.TypeName> locals;
  private final Context context;
  private final Map<Type, Type> cache = new IdentityHashMap<>();
  private final Map<Named, Named> copies = new IdentityHashMap<>();

  /**
   * @param locals the types declared in the function's body
   */
  public TypeEnv(
      List<TypeParam> params, List<Type> args, Set<Obj.TypeName> locals, Context context) {
    this.params = List.copyOf(params);
    this.args = List.copyOf(args);
    this.locals = locals;
    this.context = context;
  }

  public boolean isEmpty() {
    return params.isEmpty();
  }

  public List<Type> args() {
    return args;
  }

  public Type apply(Type t) {
    if (params.isEmpty()) {
      return t;
    }
    Type r = cache.get(t);
    if (r == null) {
      r = Subst.subst(null, dev.gomem.source.Pos.NONE, t, map(), null, context);
      cache.put(t, r);
    }
    return r;
  }

  public List<Type> applyAll(List<Type> list) {
    List<Type> out = new ArrayList<>();
    for (Type t : list) {
      out.add(apply(t));
    }
    return out;
  }

  private SubstMap map() {
    return SubstMap.of(params, args).withLocals(locals.isEmpty() ? null : this);
  }

  boolean isLocal(Obj.TypeName o) {
    return locals.contains(o);
  }

  /** This instance's own version of a type declared in the function. */
  Named local(Named n) {
    Named c = copies.get(n);
    if (c == null) {
      c = Named.inInstance(n, args);
      copies.put(n, c);
      Type rhs = n.rhs();
      c.setRhs(apply(rhs != null ? rhs : Universe.INVALID));
    }
    return c;
  }
}

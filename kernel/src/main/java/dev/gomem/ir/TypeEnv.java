package dev.gomem.ir;

import dev.gomem.types.Context;
import dev.gomem.types.Type;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The type arguments of the function being built: every type a builder looks at has gone through
 * {@link #apply}, so that the body of a generic function is built once for each list of type
 * arguments and meets closed types only.
 */
final class TypeEnv {
  /** No type parameters. */
  static final TypeEnv EMPTY = new TypeEnv(List.of(), List.of(), new Context());

  private final List<TypeParam> params;
  private final List<Type> args;
  private final Context context;
  private final Map<Type, Type> cache = new IdentityHashMap<>();

  TypeEnv(List<TypeParam> params, List<Type> args, Context context) {
    this.params = List.copyOf(params);
    this.args = List.copyOf(args);
    this.context = context;
  }

  Type apply(Type t) {
    if (params.isEmpty()) {
      return t;
    }
    Type r = cache.get(t);
    if (r == null) {
      r = Types.substitute(t, params, args, context);
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
}

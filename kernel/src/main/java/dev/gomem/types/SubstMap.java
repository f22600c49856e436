package dev.gomem.types;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types to put in place of type parameters. */
final class SubstMap {
  private final Map<TypeParam, @Nullable Type> map = new IdentityHashMap<>();
  private @Nullable TypeEnv locals;

  /** Where a type is missing, the type parameter stays. */
  static SubstMap of(List<TypeParam> tparams, List<? extends @Nullable Type> targs) {
    if (tparams.size() != targs.size()) {
      throw new IllegalArgumentException("type parameters and arguments differ in number");
    }
    SubstMap m = new SubstMap();
    for (int i = 0; i < tparams.size(); i++) {
      m.map.put(tparams.get(i), targs.get(i));
    }
    return m;
  }

  /** Also puts an instance's own versions for types declared inside the generic function. */
  SubstMap withLocals(@Nullable TypeEnv env) {
    locals = env;
    return this;
  }

  /** Knows of types declared inside the function whose type arguments these are. */
  @Nullable TypeEnv locals() {
    return locals;
  }

  boolean isEmpty() {
    return map.isEmpty();
  }

  /** The type for {@code p}, or {@code p} itself. */
  Type lookup(TypeParam p) {
    @Nullable Type t = map.get(p);
    return t != null ? t : p;
  }
}

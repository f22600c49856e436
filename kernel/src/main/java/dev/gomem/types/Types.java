package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of any type before its kind is looked at: aliases followed, the named type behind
 * them.
 */
public final class Types {
  private Types() {}

  /**
   * {@code t} with all aliases followed; never an {@link Alias}. Invalid while an alias is not set
   * up yet.
   */
  public static Type unalias(Type t) {
    if (t instanceof Alias a) {
      Type u = a.actualOrNull();
      return u != null ? u : Universe.INVALID;
    }
    return t;
  }

  /** The instance of a generic type. */
  public static Type instance(Named generic, List<Type> args, Context ctxt) {
    return Instantiate.instance(null, Pos.NONE, generic, args, null, ctxt);
  }

  /** The one underlying type of all types in {@code t}'s type set, or null if there are several. */
  public static @Nullable Type core(Type t) {
    return Under.commonUnder(t);
  }

  /** The {@link Named} type that {@code t} is or stands for, or null. */
  public static @Nullable Named asNamed(@Nullable Type t) {
    return t != null && unalias(t) instanceof Named n ? n : null;
  }

  /**
   * {@code t} with types in place of type parameters; instances inside it become other instances,
   * one object for identical ones within {@code ctxt}.
   */
  public static Type substitute(
      Type t, List<TypeParam> params, List<? extends Type> args, Context ctxt) {
    return Subst.subst(null, Pos.NONE, t, SubstMap.of(params, args), null, ctxt);
  }
}

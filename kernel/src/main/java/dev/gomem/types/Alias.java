package dev.gomem.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type declared with {@code type A = T}, kept so that messages can name it. It is the same type
 * as what it stands for: {@link Types#unalias} first wherever the kind of a type matters. Generic
 * aliases have instances, as {@link Named} types have.
 */
public final class Alias implements Type {
  private final Obj.TypeName obj;
  private final @Nullable Alias orig;
  private List<TypeParam> tparams = List.of();
  private final List<Type> targs;
  private @Nullable Type fromRhs;
  private @Nullable Type actual;

  Alias(Obj.TypeName obj, @Nullable Type rhs) {
    this(obj, rhs, null, List.of());
  }

  Alias(Obj.TypeName obj, @Nullable Type rhs, @Nullable Alias orig, List<Type> targs) {
    this.obj = obj;
    this.fromRhs = rhs;
    this.orig = orig;
    this.targs = List.copyOf(targs);
    if (orig != null) {
      this.tparams = orig.tparams;
    }
    if (obj.typeOrNull() == null) {
      obj.setType(this);
    }
  }

  /** The name of the declaration, for instances too. */
  public Obj.TypeName obj() {
    return orig != null ? orig.obj : obj;
  }

  /** The generic alias this one is an instance of, or itself. */
  public Alias origin() {
    return orig != null ? orig : this;
  }

  public List<TypeParam> typeParams() {
    return tparams;
  }

  void setTypeParams(List<TypeParam> tparams) {
    this.tparams = List.copyOf(tparams);
  }

  /** Empty unless this is an instance. */
  public List<Type> typeArgs() {
    return targs;
  }

  /** The right side of the declaration, possibly another alias. */
  public Type rhs() {
    return fromRhs != null ? fromRhs : Universe.INVALID;
  }

  @Nullable Type rhsOrNull() {
    return fromRhs;
  }

  void setRhs(Type rhs) {
    fromRhs = rhs;
    actual = null;
  }

  /** The type behind all aliases, or null while it is not known. */
  @Nullable Type actualOrNull() {
    if (actual == null) {
      Type t = fromRhs;
      while (t instanceof Alias a) {
        t = a.actual != null ? a.actual : a.fromRhs;
      }
      actual = t;
    }
    return actual;
  }

  @Override
  public Type underlying() {
    return Types.unalias(this).underlying();
  }

  @Override
  public String toString() {
    return TypeString.of(this);
  }
}

package dev.gomem.types;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A type parameter. Its underlying type is the interface of its constraint; {@link #id} orders
 * parameters by creation within one checker.
 */
public final class TypeParam implements Type {
  @Nullable Checker check;
  final long id;
  private final Obj.TypeName obj;
  private int index = -1;
  private @Nullable Type bound;

  TypeParam(@Nullable Checker check, long id, Obj.TypeName obj, @Nullable Type constraint) {
    this.check = check;
    this.id = id;
    this.obj = obj;
    this.bound = constraint;
    if (obj.typeOrNull() == null) {
      obj.setType(this);
    }
  }

  public Obj.TypeName obj() {
    return obj;
  }

  /** Place in its list, from 0; -1 if it is in none. */
  public int index() {
    return index;
  }

  void setIndex(int index) {
    this.index = index;
  }

  public Type constraint() {
    return bound != null ? bound : Universe.INVALID;
  }

  @Nullable Type boundOrNull() {
    return bound;
  }

  void setBound(Type bound) {
    this.bound = bound;
  }

  /** The constraint as an interface: a constraint that is none is wrapped into one. */
  Interface iface() {
    Type b = constraint();
    Type u = b.underlying();
    Interface ityp;
    if (u instanceof Basic basic && basic.kind() == Basic.Kind.INVALID) {
      return Interface.EMPTY; // error reported elsewhere
    } else if (u instanceof Interface i) {
      if (Predicates.isTypeParam(b)) {
        return Interface.EMPTY; // error reported in Decls.bound
      }
      ityp = i;
    } else {
      ityp = Interface.implicit(List.of(b));
      bound = ityp;
    }
    if (!ityp.hasTypeSet()) {
      Named n = Types.asNamed(b);
      TypeSets.computeInterfaceTypeSet(check, n != null ? n.obj().pos() : obj.pos(), ityp);
    }
    return ityp;
  }

  /**
   * Whether {@code f} holds for every specific term of the constraint, or for null if there is
   * none.
   */
  boolean is(Predicate<@Nullable Term> f) {
    return iface().typeSet().is(f);
  }

  /**
   * Whether {@code f} holds for all pairs of type and underlying type, or for (null, null) if there
   * is none.
   */
  boolean typeset(BiPredicate<@Nullable Type, @Nullable Type> f) {
    return iface().typeSet().all(f);
  }

  void cleanup() {
    iface();
    check = null;
  }

  @Override
  public Type underlying() {
    return iface();
  }

  @Override
  public String toString() {
    return TypeString.of(this);
  }
}

package dev.gomem.types;

import org.jspecify.annotations.Nullable;

/**
 * A term of a union: {@code T} or {@code ~T}, a set of types. A missing type stands for all types.
 * The empty set is null wherever a term may be empty; a {@link TermList} never holds it. Source:
 * go/types' typeterm.go.
 */
public record Term(boolean tilde, @Nullable Type type) {
  /** All types. */
  static final Term ALL = new Term(false, null);

  Type typeOrInvalid() {
    return type != null ? type : Universe.INVALID;
  }

  boolean same(Term y) {
    if (type == null || y.type == null) {
      return type == y.type;
    }
    return tilde == y.tilde && Predicates.identical(type, y.type);
  }

  /** The one term that is the union of both, or null if it takes both. */
  @Nullable Term unionOrNull(Term y) {
    if (type == null) {
      return this;
    }
    if (y.type == null) {
      return y;
    }
    if (disjoint(type, y, y.type)) {
      return null;
    }
    return tilde || !y.tilde ? this : y;
  }

  /** Null if nothing is in both. */
  @Nullable Term intersect(Term y) {
    if (type == null) {
      return y;
    }
    if (y.type == null) {
      return this;
    }
    if (disjoint(type, y, y.type)) {
      return null;
    }
    return !tilde || y.tilde ? this : y;
  }

  boolean includes(Type t) {
    if (type == null) {
      return true;
    }
    return Predicates.identical(type, tilde ? t.underlying() : t);
  }

  boolean subsetOf(Term y) {
    if (y.type == null) {
      return true;
    }
    if (type == null || disjoint(type, y, y.type)) {
      return false;
    }
    return !tilde || y.tilde;
  }

  private boolean disjoint(Type xt, Term y, Type yt) {
    Type ux = y.tilde ? xt.underlying() : xt;
    Type uy = tilde ? yt.underlying() : yt;
    return !Predicates.identical(ux, uy);
  }

  @Override
  public String toString() {
    return type == null ? "𝓤" : tilde ? "~" + type : type.toString();
  }
}

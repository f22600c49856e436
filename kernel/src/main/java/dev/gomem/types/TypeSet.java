package dev.gomem.types;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The types an interface stands for: those with all its {@link #methods} that are in {@link #terms}
 * and, if {@link #comparable}, comparable. Comparable implies that the terms are all types. Methods
 * are sorted as {@link TypeSets#sortMethods} does. Source: go/types' typeset.go, spec section
 * "Interface types".
 */
public final class TypeSet {
  /** All types. */
  static final TypeSet TOP = new TypeSet(TermList.ALL);

  private List<Obj.Func> methods = List.of();
  private TermList terms;
  private boolean comparable;

  TypeSet(TermList terms) {
    this(List.of(), terms, false);
  }

  TypeSet(List<Obj.Func> methods, TermList terms, boolean comparable) {
    this.methods = methods;
    this.terms = terms;
    this.comparable = comparable;
  }

  void set(List<Obj.Func> methods, TermList terms, boolean comparable) {
    this.methods = methods;
    this.terms = terms;
    this.comparable = comparable;
  }

  public List<Obj.Func> methods() {
    return methods;
  }

  public TermList terms() {
    return terms;
  }

  /** Restricted to comparable types, apart from what the terms say. */
  boolean comparable() {
    return comparable;
  }

  public boolean isEmpty() {
    return terms.isEmpty();
  }

  public boolean isAll() {
    return isMethodSet() && methods.isEmpty();
  }

  public boolean isMethodSet() {
    return !comparable && terms.isAll();
  }

  public boolean isComparable(@Nullable List<Type> seen) {
    if (terms.isAll()) {
      return comparable;
    }
    return is(t ->
        t != null && t.type() != null && Predicates.comparableType(t.type(), false, seen) == null);
  }

  /** Index of the method with that name in {@link #methods}, or -1. */
  public int methodIndex(@Nullable Package pkg, String name, boolean foldCase) {
    return Lookup.methodIndex(methods, pkg, name, foldCase);
  }

  boolean hasTerms() {
    return !terms.isEmpty() && !terms.isAll();
  }

  boolean subsetOf(TypeSet other) {
    return terms.subsetOf(other.terms);
  }

  /**
   * {@code f} for each pair of type and underlying type, or (null, null) without specific types;
   * whether all hold.
   */
  boolean all(BiPredicate<@Nullable Type, @Nullable Type> f) {
    if (!hasTerms()) {
      return f.test(null, null);
    }
    for (Term t : terms.list()) {
      Type type = t.typeOrInvalid();
      Type u = Types.unalias(type);
      if (!t.tilde()) {
        u = u.underlying();
      }
      if (!f.test(type, u)) {
        return false;
      }
    }
    return true;
  }

  /** {@code f} for each specific term, or null without any; whether all hold. */
  boolean is(Predicate<@Nullable Term> f) {
    if (!hasTerms()) {
      return f.test(null);
    }
    for (Term t : terms.list()) {
      if (!f.test(t)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    if (isEmpty()) {
      return "∅";
    }
    if (isAll()) {
      return "𝓤";
    }
    StringBuilder b = new StringBuilder("{");
    String sep = "";
    if (comparable) {
      b.append("comparable");
      sep = "; ";
    }
    for (Obj.Func m : methods) {
      b.append(sep).append(m);
      sep = "; ";
    }
    if (hasTerms()) {
      b.append(sep).append(terms);
    }
    return b.append('}').toString();
  }
}

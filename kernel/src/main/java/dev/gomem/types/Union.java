package dev.gomem.types;

import java.util.List;

/** {@code A | ~B | C} as an interface element. Only ever embedded in an {@link Interface}. */
public final class Union implements Type {
  private final List<Term> terms;

  public Union(List<Term> terms) {
    this.terms = List.copyOf(terms);
  }

  public List<Term> terms() {
    return terms;
  }

  public int size() {
    return terms.size();
  }

  public Term term(int i) {
    return terms.get(i);
  }

  @Override
  public Type underlying() {
    return this;
  }

  @Override
  public String toString() {
    return TypeString.of(this);
  }
}

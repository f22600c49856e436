package dev.gomem.types;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A union of terms, as a set of types. In normal form no term's set meets another's; results are in
 * normal form. Source: go/types' termlist.go.
 */
public final class TermList {
  /** All types. */
  static final TermList ALL = new TermList(List.of(Term.ALL));

  /** No type. */
  static final TermList NONE = new TermList(List.of());

  private final List<Term> list;

  TermList(List<Term> list) {
    this.list = List.copyOf(list);
  }

  public List<Term> list() {
    return list;
  }

  public int size() {
    return list.size();
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  public boolean isAll() {
    for (Term t : list) {
      if (t.type() == null) {
        return true;
      }
    }
    return false;
  }

  private static TermList norm(List<Term> xs) {
    List<@Nullable Term> rest = new ArrayList<>(xs);
    List<Term> out = new ArrayList<>();
    for (int i = 0; i < rest.size(); i++) {
      Term x = rest.get(i);
      if (x == null) {
        continue;
      }
      for (int j = i + 1; j < rest.size(); j++) {
        Term y = rest.get(j);
        if (y == null) {
          continue;
        }
        Term u = x.unionOrNull(y);
        if (u != null) {
          if (u.type() == null) {
            return ALL;
          }
          x = u;
          rest.set(j, null);
        }
      }
      out.add(x);
    }
    return new TermList(out);
  }

  TermList union(TermList y) {
    List<Term> all = new ArrayList<>(list);
    all.addAll(y.list);
    return norm(all);
  }

  TermList intersect(TermList y) {
    List<Term> out = new ArrayList<>();
    for (Term a : list) {
      for (Term b : y.list) {
        Term r = a.intersect(b);
        if (r != null) {
          out.add(r);
        }
      }
    }
    return norm(out);
  }

  boolean sameAs(TermList y) {
    return subsetOf(y) && y.subsetOf(this);
  }

  boolean includes(Type t) {
    for (Term x : list) {
      if (x.includes(t)) {
        return true;
      }
    }
    return false;
  }

  boolean supersetOf(Term y) {
    for (Term x : list) {
      if (y.subsetOf(x)) {
        return true;
      }
    }
    return false;
  }

  boolean subsetOf(TermList y) {
    if (y.isEmpty()) {
      return isEmpty();
    }
    for (Term x : list) {
      if (!y.supersetOf(x)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return list.isEmpty()
        ? "∅"
        : list.stream().map(Term::toString).collect(Collectors.joining(" | "));
  }
}

package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes type sets of interfaces and unions. Without a checker nothing is reported (types made
 * outside a check). Source: go/types' typeset.go.
 */
final class TypeSets {
  private TypeSets() {}

  static TypeSet computeInterfaceTypeSet(@Nullable Checker check, Pos pos, Interface t) {
    TypeSet known = t.typeSetOrNull();
    if (known != null) {
      return known;
    }
    if (!t.complete) {
      // Still being declared. Whoever depends on it now has an error that is reported elsewhere.
      return TypeSet.TOP;
    }
    // An interface may embed itself in wrong programs: set before looking at the elements.
    TypeSet tset = new TypeSet(TermList.ALL);
    t.setTypeSet(tset);
    new Computation(check, t).run(tset);
    return tset;
  }

  /** The work on one interface. */
  private static final class Computation {
    private final @Nullable Checker check;
    private final Interface t;
    private final Map<String, Obj.Func> seen = new HashMap<>();
    private final List<Obj.Func> all = new ArrayList<>();
    private final Map<Obj.Func, Pos> mpos = new IdentityHashMap<>();

    Computation(@Nullable Checker check, Interface t) {
      this.check = check;
      this.t = t;
    }

    void run(TypeSet tset) {
      for (Obj.Func m : t.methods) {
        addMethod(m.pos(), m, true);
      }
      TermList allTerms = TermList.ALL;
      boolean allComparable = false;
      for (int i = 0; i < t.embeddeds.size(); i++) {
        Type typ = t.embeddeds.get(i);
        Pos pos = t.embedPos != null && i < t.embedPos.size() ? t.embedPos.get(i) : Pos.NONE;
        boolean comparable = false;
        TermList terms;
        switch (typ.underlying()) {
          case Interface u -> {
            TypeSet e = computeInterfaceTypeSet(check, pos, u);
            if (version(
                pos,
                check != null && check.decls.isImportedConstraint(typ),
                "embedding constraint interface %s",
                typ)) {
              continue;
            }
            comparable = e.comparable();
            for (Obj.Func m : e.methods()) {
              addMethod(pos, m, false);
            }
            terms = e.terms();
          }
          case Union u -> {
            if (version(pos, true, "embedding interface element %s", u)) {
              continue;
            }
            TypeSet e =
                computeUnionTypeSet(
                    check, check != null ? check.unionTypeSets : new IdentityHashMap<>(), pos, u);
            if (e == INVALID) {
              continue;
            }
            terms = e.terms();
          }
          case Type u -> {
            if (!Predicates.isValid(u)
                || version(pos, true, "embedding non-interface type %s", typ)) {
              continue;
            }
            terms = new TermList(List.of(new Term(false, typ)));
          }
        }
        // comparable restricts the terms of both sides.
        boolean comp = allComparable || comparable;
        allTerms = allTerms.intersect(terms);
        if (comp && !allTerms.isAll()) {
          allTerms = comparableOnly(allTerms);
          comp = allTerms.isAll();
        }
        allComparable = comp;
      }
      sortMethods(all);
      tset.set(List.copyOf(all), allTerms, allComparable);
    }

    private boolean version(Pos pos, boolean applies, String format, Type t) {
      return applies && pos.isKnown() && check != null && !check.verifyVersionf(pos, 18, format, t);
    }

    private void addMethod(Pos pos, Obj.Func m, boolean explicit) {
      Obj.Func other = seen.putIfAbsent(m.qualifiedId(), m);
      if (other == null) {
        all.add(m);
        mpos.put(m, pos);
      } else if (check != null) {
        if (explicit) {
          duplicate(check, pos, m, other);
        } else {
          // The signatures may not be set up yet.
          check.later(() -> {
            if ((pos.isKnown() && !check.allowVersion(14))
                || !Predicates.identical(m.type(), other.type())) {
              duplicate(check, pos, m, other);
            }
          });
        }
      }
    }

    private void duplicate(Checker check, Pos pos, Obj.Func m, Obj.Func other) {
      ErrorDesc err = check.newError(Code.DUPLICATE_DECL);
      err.addf(pos, "duplicate method %s", m.name());
      Pos otherPos = mpos.get(other);
      err.addf(otherPos != null ? otherPos : Pos.NONE, "other declaration of method %s", m.name());
      err.report();
    }
  }

  private static TermList comparableOnly(TermList terms) {
    List<Term> list = new ArrayList<>();
    for (Term t : terms.list()) {
      if (Predicates.comparableType(t.typeOrInvalid(), false, null) == null) {
        list.add(t);
      }
    }
    return new TermList(list);
  }

  /** Stands for a union with too many terms. */
  private static final TypeSet INVALID = new TypeSet(TermList.NONE);

  static TypeSet computeUnionTypeSet(
      @Nullable Checker check, Map<Union, TypeSet> sets, Pos pos, Union u) {
    TypeSet known = sets.get(u);
    if (known != null) {
      return known;
    }
    TypeSet tset = new TypeSet(TermList.NONE);
    sets.put(u, tset);
    TermList all = TermList.NONE;
    for (Term t : u.terms()) {
      Type typ = t.typeOrInvalid();
      Type under = typ.underlying();
      TermList terms;
      if (under instanceof Interface i) {
        terms = computeInterfaceTypeSet(check, pos, i).terms();
      } else if (!Predicates.isValid(under)) {
        continue;
      } else if (t.tilde() && !Predicates.identical(typ, under)) {
        terms = TermList.NONE; // ~T with a defined T is empty (and was reported)
      } else {
        terms = new TermList(List.of(t));
      }
      all = all.union(terms);
      if (all.size() > Unions.MAX_TERM_COUNT) {
        if (check != null) {
          check.errorf(
              pos,
              Code.INVALID_UNION,
              "cannot handle more than %d union terms (implementation limitation)",
              Unions.MAX_TERM_COUNT);
        }
        sets.put(u, INVALID);
        return INVALID;
      }
    }
    tset.set(List.of(), all, false);
    return tset;
  }

  /**
   * Exported names first, then by name, then by package: an order that does not depend on how a
   * type was made.
   */
  static void sortMethods(List<Obj.Func> methods) {
    methods.sort(TypeSets::compare);
  }

  private static int compare(Obj.Func a, Obj.Func b) {
    if (a == b) {
      return 0;
    }
    boolean ea = a.exported();
    if (ea != b.exported()) {
      return ea ? -1 : 1;
    }
    int c = a.name().compareTo(b.name());
    if (c != 0 || ea) {
      return c;
    }
    Package pa = a.pkg();
    Package pb = b.pkg();
    return (pa != null ? pa.path() : "").compareTo(pb != null ? pb.path() : "");
  }
}

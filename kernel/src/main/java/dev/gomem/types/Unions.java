package dev.gomem.types;

import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the elements of interfaces: {@code A | ~B | C}. Source: go/types' union.go, spec "General
 * interfaces".
 */
final class Unions {
  /** Operations on lists of terms are quadratic. */
  static final int MAX_TERM_COUNT = 100;

  private final Checker check;

  Unions(Checker check) {
    this.check = check;
  }

  /** A single type as it is, else a {@link Union}; Invalid for some errors. */
  Type parseUnion(Expr uexpr) {
    List<Expr> blist = new ArrayList<>();
    List<Expr> tlist = new ArrayList<>();
    flattenUnion(uexpr, blist, tlist);
    List<Term> terms = new ArrayList<>();
    Type u = Universe.INVALID;
    boolean tooMany = false;
    for (int i = 0; i < tlist.size(); i++) {
      Expr x = tlist.get(i);
      Term term = parseTilde(x);
      if (tlist.size() == 1 && !term.tilde()) {
        return term.typeOrInvalid();
      }
      if (terms.size() >= MAX_TERM_COUNT) {
        if (!tooMany) {
          tooMany = true;
          check.errorf(
              x,
              Code.INVALID_UNION,
              "cannot handle more than %d union terms (implementation limitation)",
              MAX_TERM_COUNT);
          u = Universe.INVALID;
        }
      } else {
        terms.add(term);
        u = new Union(terms);
      }
      if (i > 0) {
        check.recording.recordTypeAndValue(blist.get(i - 1), Info.Mode.TYPE_EXPR, u, null);
      }
    }
    if (tooMany) {
      return u;
    }
    check.later(() -> checkTerms(terms, tlist));
    return u;
  }

  private void checkTerms(List<Term> terms, List<Expr> tlist) {
    for (int i = 0; i < terms.size(); i++) {
      Term t = terms.get(i);
      Type typ = t.typeOrInvalid();
      if (!Predicates.isValid(typ)) {
        continue;
      }
      Expr x = tlist.get(i);
      Type u = typ.underlying();
      Interface f = u instanceof Interface iface ? iface : null;
      if (t.tilde()) {
        if (f != null) {
          check.errorf(x, Code.INVALID_UNION, "invalid use of ~ (%s is an interface)", typ);
          continue;
        }
        if (!Predicates.identical(u, typ)) {
          check.errorf(
              x, Code.INVALID_UNION, "invalid use of ~ (underlying type of %s is %s)", typ, u);
          continue;
        }
      }
      if (f != null) {
        TypeSet tset = f.typeSet();
        if (!tset.methods().isEmpty()) {
          check.errorf(x, Code.INVALID_UNION, "cannot use %s in union (%s contains methods)", t, t);
        } else if (typ == Universe.COMPARABLE) {
          check.error(x, Code.INVALID_UNION, "cannot use comparable in union");
        } else if (tset.comparable()) {
          check.errorf(
              x, Code.INVALID_UNION, "cannot use %s in union (%s embeds comparable)", t, t);
        }
        continue; // interfaces may overlap
      }
      for (Term other : terms.subList(0, i)) {
        if (!Predicates.isInterface(other.typeOrInvalid()) && other.intersect(t) != null) {
          check.softErrorf(x, Code.INVALID_UNION, "overlapping terms %s and %s", t, other);
          break;
        }
      }
    }
  }

  private Term parseTilde(Expr tx) {
    Expr x = tx;
    boolean tilde = false;
    if (x instanceof Expr.Operation op && op.op() == Operator.TILDE) {
      x = op.x();
      tilde = true;
    }
    Type typ = check.typeExprs.typ(x);
    if (Predicates.isTypeParam(typ)) {
      if (tilde) {
        check.errorf(
            x, Code.MISPLACED_TYPE_PARAM, "type in term %s cannot be a type parameter", tx);
      } else {
        check.error(x, Code.MISPLACED_TYPE_PARAM, "term cannot be a type parameter");
      }
      typ = Universe.INVALID;
    }
    Term term = new Term(tilde, typ);
    if (tilde) {
      check.recording.recordTypeAndValue(tx, Info.Mode.TYPE_EXPR, new Union(List.of(term)), null);
    }
    return term;
  }

  private static void flattenUnion(Expr x, List<Expr> blist, List<Expr> tlist) {
    Expr last = x;
    if (x instanceof Expr.Operation o && o.op() == Operator.OR && o.y() != null) {
      flattenUnion(o.x(), blist, tlist);
      blist.add(o);
      last = o.y();
    }
    tlist.add(last);
  }
}

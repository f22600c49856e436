package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of generic types and functions, and checks type arguments against constraints.
 * Source: go/types' instantiate.go, spec sections "Instantiations" and "Implementing an interface".
 */
final class Instantiate {
  private final Checker check;

  Instantiate(Checker check) {
    this.check = check;
  }

  /** Why a type argument does not satisfy its constraint. */
  record Failure(int index, String cause) {}

  /** {@code orig} is a generic {@link Named}, {@link Alias} or {@link Signature}. */
  Type instance(
      Pos pos, Type orig, List<Type> targs, @Nullable Named expanding, @Nullable Context ctxt) {
    return instance(check, pos, orig, targs, expanding, ctxt);
  }

  static Type instance(
      @Nullable Checker check,
      Pos pos,
      Type orig,
      List<Type> targs,
      @Nullable Named expanding,
      @Nullable Context ctxt) {
    // The context of the instance being expanded comes first: that preserves cycles among
    // instances.
    List<Context> ctxts = new ArrayList<>();
    if (expanding != null && expanding.context() != null) {
      ctxts.add(expanding.context());
    }
    if (ctxt != null && !ctxts.contains(ctxt)) {
      ctxts.add(ctxt);
    }
    List<String> hashes = new ArrayList<>();
    for (Context c : ctxts) {
      hashes.add(c.instanceHash(orig, targs));
    }
    Type res = null;
    for (int i = 0; i < ctxts.size() && res == null; i++) {
      res = ctxts.get(i).lookup(hashes.get(i), orig, targs);
    }
    if (res == null) {
      res =
          switch (orig) {
            case Named t -> newNamedInstance(check, pos, t, targs, expanding);
            case Alias t ->
                !validateTArgLen(check, pos, t.obj().name(), t.typeParams().size(), targs.size())
                    ? null
                    : t.typeParams().isEmpty()
                        ? t
                        : newAliasInstance(check, pos, t, targs, expanding, ctxt);
            case Signature t -> instantiateSignature(check, pos, t, targs, ctxt);
            default -> throw new IllegalArgumentException("not generic: " + orig);
          };
      if (res == null) {
        return Universe.INVALID;
      }
      if (res == orig) {
        return res;
      }
    }
    for (int i = ctxts.size() - 1; i >= 0; i--) {
      res = ctxts.get(i).update(hashes.get(i), orig, targs, res);
    }
    return res;
  }

  private static @Nullable Type instantiateSignature(
      @Nullable Checker check, Pos pos, Signature orig, List<Type> targs, @Nullable Context ctxt) {
    List<TypeParam> tparams = orig.typeParams();
    if (check != null
        && !validateTArgLen(check, pos, check.sprintf("%s", orig), tparams.size(), targs.size())) {
      return null;
    }
    if (tparams.isEmpty()) {
      return orig;
    }
    Signature sig =
        (Signature) Subst.subst(check, pos, orig, SubstMap.of(tparams, targs), null, ctxt);
    if (sig == orig) {
      sig = sig.copy();
    }
    sig.setTypeParams(List.of());
    return sig;
  }

  private static Named newNamedInstance(
      @Nullable Checker check, Pos pos, Named orig, List<Type> targs, @Nullable Named expanding) {
    Obj.TypeName obj = new Obj.TypeName(pos, orig.obj().pkg(), orig.obj().name(), null);
    Named n = new Named(check, obj, orig, targs, expanding);
    if (check != null) {
      check.needsCleanup(n::cleanup);
    }
    return n;
  }

  static Alias newAliasInstance(
      @Nullable Checker check,
      Pos pos,
      Alias orig,
      List<Type> targs,
      @Nullable Named expanding,
      @Nullable Context ctxt) {
    Obj.TypeName obj = new Obj.TypeName(pos, orig.obj().pkg(), orig.obj().name(), null);
    Type rhs =
        Subst.subst(check, pos, orig.rhs(), SubstMap.of(orig.typeParams(), targs), expanding, ctxt);
    return new Alias(obj, rhs, orig, targs);
  }

  /** Reports a wrong number of type arguments. */
  boolean validateTArgLen(Pos pos, String name, int want, int got) {
    return validateTArgLen(check, pos, name, want, got);
  }

  private static boolean validateTArgLen(
      @Nullable Checker check, Pos pos, String name, int want, int got) {
    if (got == want) {
      return true;
    }
    String qual = got < want ? "not enough" : "too many";
    if (check == null) {
      throw new IllegalArgumentException(qual + " type arguments for " + name);
    }
    check.errorf(
        pos,
        Code.WRONG_TYPE_ARG_COUNT,
        "%s type arguments for type %s: have %d, want %d",
        qual,
        name,
        got,
        want);
    return false;
  }

  /** Null if all arguments satisfy their constraints. */
  @Nullable Failure verify(
      Pos pos, List<TypeParam> tparams, List<Type> targs, @Nullable Context ctxt) {
    SubstMap smap = SubstMap.of(tparams, targs);
    for (int i = 0; i < tparams.size(); i++) {
      TypeParam p = tparams.get(i);
      p.iface(); // a constraint literal becomes an interface
      Type bound = Subst.subst(check, pos, p.constraint(), smap, null, ctxt);
      Cause cause = new Cause();
      if (!implementsType(targs.get(i), bound, true, cause)) {
        return new Failure(i, cause.text);
      }
    }
    return null;
  }

  /** Whether {@code V} implements {@code T} (as a constraint: satisfies it). */
  boolean implementsType(Type V, Type T, boolean constraint, @Nullable Cause cause) {
    Type Vu = V.underlying();
    Type Tu = T.underlying();
    if (!Predicates.isValid(Vu)
        || !Predicates.isValid(Tu)
        || (Vu instanceof Pointer p && !Predicates.isValid(p.elem().underlying()))) {
      return true; // an error was reported before
    }
    String verb = constraint ? "satisfy" : "implement";
    if (!(Tu instanceof Interface Ti)) {
      return no(
          cause,
          "%s does not %s %s (%s)",
          V,
          verb,
          T,
          Lookup.isInterfacePtr(Tu)
              ? check.sprintf("type %s is pointer to interface, not interface", T)
              : check.sprintf("%s is not an interface", T));
    }
    if (Ti.empty()) {
      return true;
    }
    Interface Vi = Vu instanceof Interface i ? i : null;
    if (Vi != null && Vi.typeSet().isEmpty()) {
      return true; // the empty set is in every set
    }
    if (Ti.typeSet().isEmpty()) {
      return no(cause, "cannot %s %s (empty type set)", verb, T);
    }
    if (!check.lookup.hasAllMethods(V, T, true, Predicates::identical, cause)) {
      return no(cause, "%s does not %s %s %s", V, verb, T, cause != null ? cause.text : "");
    }
    if (!Ti.typeSet().hasTerms()) {
      return comparability(V, Ti, constraint, verb, cause);
    }
    if (Vi != null) {
      if (!Vi.typeSet().subsetOf(Ti.typeSet())) {
        return no(cause, "%s does not %s %s", V, verb, T);
      }
      return comparability(V, Ti, constraint, verb, cause);
    }
    Type alt = null;
    boolean included = false;
    for (Term t : Ti.typeSet().terms().list()) {
      if (t.includes(V)) {
        included = true;
        break;
      }
      Type typ = t.typeOrInvalid();
      if (alt == null
          && !t.tilde()
          && Predicates.identical(typ, typ.underlying())
          && new Term(true, typ).includes(V)) {
        alt = typ;
      }
    }
    if (!included) {
      String detail =
          alt != null
              ? check.sprintf("possibly missing ~ for %s in %s", alt, T)
              : mentions(Ti, V)
                  ? check.sprintf("%s mentions %s, but %s is not in the type set of %s", T, V, V, T)
                  : check.sprintf("%s missing in %s", V, Ti.typeSet().terms());
      return no(cause, "%s does not %s %s (%s)", V, verb, T, detail);
    }
    return comparability(V, Ti, constraint, verb, cause);
  }

  private boolean comparability(
      Type V, Interface Ti, boolean constraint, String verb, @Nullable Cause cause) {
    if (!Ti.isComparable() || Predicates.comparableType(V, false, null) == null) {
      return true;
    }
    // An ordinary interface satisfies comparable although its comparison may panic.
    if (constraint && Predicates.comparableType(V, true, null) == null) {
      return check.allowVersion(20)
          || no(cause, "%s to %s comparable requires go1.20 or later", V, verb);
    }
    return no(cause, "%s does not %s comparable", V, verb);
  }

  private boolean no(@Nullable Cause cause, String format, Object... args) {
    if (cause != null) {
      cause.text = check.sprintf(format, args);
    }
    return false;
  }

  /** Whether {@code typ} is written in an element of {@code T}. */
  private static boolean mentions(Type T, Type typ) {
    return switch (T) {
      case Interface i -> i.embeddeds.stream().anyMatch(e -> mentions(e, typ));
      case Union u -> u.terms().stream().anyMatch(t -> mentions(t.typeOrInvalid(), typ));
      default -> Predicates.identical(T, typ);
    };
  }
}

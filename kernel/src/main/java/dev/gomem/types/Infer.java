package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Infers type arguments: from the types of arguments, then from the constraints as long as that
 * helps, then from untyped constants. Source: go/types' infer.go, spec section "Type inference".
 */
final class Infer {
  private final Checker check;

  Infer(Checker check) {
    this.check = check;
  }

  /** Type parameters under new names, and a type that mentions them. */
  record Renamed(List<TypeParam> tparams, Type type) {}

  /**
   * All type arguments, or null with {@code err} set (or an error reported before).
   *
   * @param targs those written; as long as {@code tparams} or shorter, null where unknown
   * @param reverse the roles of parameters and arguments in the message are exchanged
   */
  @Nullable List<Type> infer(
      Pos pos,
      List<TypeParam> tparams,
      List<@Nullable Type> targs,
      Tuple params,
      List<Operand> args,
      boolean reverse,
      ErrorDesc err) {
    List<Type> all = complete(tparams.size(), targs);
    if (all != null) {
      return all;
    }
    for (Operand arg : args) {
      if (arg.mode == Info.Mode.INVALID) {
        return null;
      }
    }
    List<@Nullable Type> given = new ArrayList<>(targs);
    while (given.size() < tparams.size()) {
      given.add(null);
    }
    return new Inference(pos, tparams, given, reverse, err).run(params, args);
  }

  /** The list if it has {@code n} elements and no nulls, else null. */
  private static @Nullable List<Type> complete(int n, List<@Nullable Type> targs) {
    List<Type> out = new ArrayList<>();
    for (Type t : targs) {
      if (t != null) {
        out.add(t);
      }
    }
    return out.size() == n ? out : null;
  }

  /** The work on one call or assignment. */
  private final class Inference {
    private final Pos pos;
    private final List<TypeParam> tparams;
    private final List<@Nullable Type> targs;
    private final boolean reverse;
    private final ErrorDesc err;
    private final Unifier u;

    Inference(
        Pos pos,
        List<TypeParam> tparams,
        List<@Nullable Type> targs,
        boolean reverse,
        ErrorDesc err) {
      this.pos = pos;
      this.tparams = tparams;
      this.targs = targs;
      this.reverse = reverse;
      this.err = err;
      this.u = new Unifier(tparams, targs, check.allowVersion(21));
    }

    @Nullable List<Type> run(Tuple params0, List<Operand> args) {
      // With known arguments put in, a mismatch is reported as one of assignment.
      Tuple params = params0;
      if (params.size() > 0) {
        params =
            (Tuple)
                Subst.subst(
                    check, Pos.NONE, params, SubstMap.of(tparams, targs), null, check.context());
      }
      List<Integer> untyped = new ArrayList<>();
      for (int i = 0; i < args.size(); i++) {
        Operand arg = args.get(i);
        Type par = params.at(i).type();
        if (!isParameterized(tparams, par) && !isParameterized(tparams, arg.type)) {
          continue;
        }
        if (Predicates.isTyped(arg.type)) {
          if (!u.unify(par, arg.type, Unifier.ASSIGN)) {
            mismatch(par, arg.type, arg);
            return null;
          }
        } else if (par instanceof TypeParam && !isNil(arg)) {
          untyped.add(i);
        }
      }
      return constraints() && untypedConstants(params, args, untyped) ? simplified() : null;
    }

    private boolean isNil(Operand x) {
      return x.mode == Info.Mode.NIL_VALUE;
    }

    private void mismatch(Type tpar, Type targ, Operand arg) {
      List<@Nullable Type> found = u.inferred(tparams);
      boolean allFailed = true;
      for (Type t : found) {
        allFailed &= t == null;
      }
      if (allFailed) {
        err.addf(
            arg,
            "type %s of %s does not match %s (cannot infer %s)",
            targ,
            arg.expr,
            tpar,
            typeParamsString(tparams));
        return;
      }
      Type inferred =
          Subst.subst(check, pos, tpar, SubstMap.of(tparams, found), null, check.context());
      if (inferred == tpar) {
        err.addf(arg, "type %s of %s does not match %s", targ, arg.expr, tpar);
      } else if (reverse) {
        err.addf(
            arg,
            "inferred type %s for %s does not match type %s of %s",
            inferred,
            tpar,
            targ,
            arg.expr);
      } else {
        err.addf(
            arg,
            "type %s of %s does not match inferred type %s for %s",
            targ,
            arg.expr,
            inferred,
            tpar);
      }
    }

    /** Unifies type parameters with their constraints as long as something new is found. */
    private boolean constraints() {
      int before;
      do {
        before = u.unknowns();
        for (TypeParam tpar : tparams) {
          if (!constraint(tpar)) {
            return false;
          }
        }
      } while (u.unknowns() != before);
      return true;
    }

    private boolean constraint(TypeParam tpar) {
      Type tx = u.at(tpar);
      Core core = coreTerm(tpar);
      if (core != null) {
        if (tx != null) {
          if (!u.unify(tx, core.type, 0)) {
            err.addf(pos, "%s (type %s) does not satisfy %s", tpar, tx, tpar.constraint());
            return false;
          }
        } else if (core.single && !core.tilde) {
          u.set(tpar, core.type);
        }
      }
      if (tx != null && !isParameterized(tparams, tx)) {
        Cause cause = new Cause();
        if (!check.lookup.hasAllMethods(
            tx, tpar.iface(), true, (x, y) -> u.unify(x, y, Unifier.EXACT), cause)) {
          err.addf(
              pos, "%s (type %s) does not satisfy %s %s", tpar, tx, tpar.constraint(), cause.text);
          return false;
        }
      }
      return true;
    }

    /**
     * Parameters that only got untyped constants become the default type of the largest kind among
     * them.
     */
    private boolean untypedConstants(Tuple params, List<Operand> args, List<Integer> untyped) {
      Map<TypeParam, Type> max = new IdentityHashMap<>();
      List<TypeParam> order = new ArrayList<>();
      for (int i : untyped) {
        Operand arg = args.get(i);
        if (!(params.at(i).type() instanceof TypeParam tpar) || u.at(tpar) != null) {
          continue;
        }
        Type m = max.get(tpar);
        if (m == null) {
          order.add(tpar);
          max.put(tpar, arg.type);
          continue;
        }
        Type larger = Predicates.maxType(m, arg.type);
        if (larger == null) {
          err.addf(arg, "mismatched types %s and %s (cannot infer %s)", m, arg.type, tpar);
          return false;
        }
        max.put(tpar, larger);
      }
      for (TypeParam tpar : order) {
        Type m = max.get(tpar);
        if (m != null) {
          u.set(tpar, Predicates.defaultType(m));
        }
      }
      return true;
    }

    /** Replaces type parameters in the types found until none is left. */
    private @Nullable List<Type> simplified() {
      List<@Nullable Type> inferred = u.inferred(tparams);
      for (TypeParam p : tparams) {
        new CycleFinder(tparams, inferred).typ(p);
      }
      List<Integer> dirty = new ArrayList<>();
      for (int i = 0; i < inferred.size(); i++) {
        if (inferred.get(i) != null && targs.get(i) == null) {
          dirty.add(i);
        }
      }
      while (!dirty.isEmpty()) {
        SubstMap smap = SubstMap.of(tparams, inferred);
        List<Integer> next = new ArrayList<>();
        for (int i : dirty) {
          Type t0 = inferred.get(i);
          if (t0 == null) {
            continue;
          }
          Type t1 = Subst.subst(check, Pos.NONE, t0, smap, null, check.context());
          if (t1 != t0) {
            if (t1 instanceof Signature sig
                && !sig.typeParams().isEmpty()
                && !isParameterized(tparams, sig)) {
              sig.setTypeParams(List.of()); // no longer generic
            }
            inferred.set(i, t1);
            next.add(i);
          }
        }
        dirty = next;
      }
      List<Type> out = new ArrayList<>();
      for (int i = 0; i < inferred.size(); i++) {
        Type t = inferred.get(i);
        if (t == null || isParameterized(tparams, t)) {
          Obj.TypeName obj = tparams.get(i).obj();
          err.addf(pos, "cannot infer %s (declared at %v)", obj.name(), obj.pos());
          return null;
        }
        out.add(t);
      }
      return out;
    }
  }

  /**
   * New type parameters in place of {@code tparams}: in a recursive call the old ones are types of
   * arguments.
   */
  Renamed renameTParams(Pos pos, List<TypeParam> tparams, Type typ) {
    if (tparams.isEmpty()) {
      return new Renamed(List.of(), typ);
    }
    List<TypeParam> renamed = new ArrayList<>();
    for (TypeParam p : tparams) {
      Obj.TypeName old = p.obj();
      Obj.TypeName tname = new Obj.TypeName(old.pos(), old.pkg(), old.name(), null);
      TypeParam q = new TypeParam(null, check.nextId(), tname, null);
      q.setIndex(p.index());
      renamed.add(q);
    }
    SubstMap smap = SubstMap.of(tparams, renamed);
    for (int i = 0; i < renamed.size(); i++) {
      renamed
          .get(i)
          .setBound(
              Subst.subst(check, pos, tparams.get(i).constraint(), smap, null, check.context()));
    }
    return new Renamed(renamed, Subst.subst(check, pos, typ, smap, null, check.context()));
  }

  /** "P", "P and Q", "P, Q, and R". */
  static String typeParamsString(List<TypeParam> list) {
    int n = list.size();
    if (n <= 2) {
      return list.stream().map(p -> p.obj().name()).collect(Collectors.joining(" and "));
    }
    return list.subList(0, n - 1).stream()
            .map(p -> p.obj().name())
            .collect(Collectors.joining(", "))
        + ", and "
        + list.get(n - 1).obj().name();
  }

  /**
   * Whether {@code typ} mentions one of {@code tparams}. Declarations of type parameters inside it
   * don't count.
   */
  static boolean isParameterized(List<TypeParam> tparams, Type typ) {
    return new Walker(tparams).mentions(typ);
  }

  private static final class Walker {
    private final List<TypeParam> tparams;
    private final Map<Type, Boolean> seen = new IdentityHashMap<>();

    Walker(List<TypeParam> tparams) {
      this.tparams = tparams;
    }

    boolean mentions(Type typ) {
      switch (typ) {
        case Basic t -> {
          return false;
        }
        case TypeParam t -> {
          return tparams.contains(t);
        }
        default -> {}
      }
      Boolean known = seen.putIfAbsent(typ, false);
      if (known != null) {
        return known;
      }
      boolean res = look(typ);
      seen.put(typ, res);
      return res;
    }

    private boolean look(Type typ) {
      return switch (typ) {
        case Basic t -> false;
        case TypeParam t -> tparams.contains(t);
        case Alias t -> mentions(Types.unalias(t));
        case Array t -> mentions(t.elem());
        case Slice t -> mentions(t.elem());
        case Struct t -> vars(t.fields());
        case Pointer t -> mentions(t.elem());
        case Tuple t -> vars(t.vars());
        case Signature t -> vars(t.params().vars()) || vars(t.results().vars());
        case Interface t -> {
          TypeSet tset = t.typeSet();
          for (Obj.Func m : tset.methods()) {
            if (mentions(m.type())) {
              yield true;
            }
          }
          yield tset.is(term -> term != null && mentions(term.typeOrInvalid()));
        }
        case MapType t -> mentions(t.key()) || mentions(t.elem());
        case Chan t -> mentions(t.elem());
        case Named t -> {
          for (Type a : t.typeArgs()) {
            if (mentions(a)) {
              yield true;
            }
          }
          yield false;
        }
        case Union t -> {
          for (Term term : t.terms()) {
            if (mentions(term.typeOrInvalid())) {
              yield true;
            }
          }
          yield false;
        }
      };
    }

    private boolean vars(List<Obj.Var> list) {
      for (Obj.Var v : list) {
        if (mentions(v.type())) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * The one type of a constraint ({@code single}), or its core type, with a tilde if one of the
   * terms has one.
   */
  private record Core(Type type, boolean tilde, boolean single) {}

  private static @Nullable Core coreTerm(TypeParam tpar) {
    TypeSet tset = tpar.iface().typeSet();
    if (!tset.hasTerms()) {
      return null;
    }
    List<Term> terms = tset.terms().list();
    if (terms.size() == 1) {
      return new Core(terms.getFirst().typeOrInvalid(), terms.getFirst().tilde(), true);
    }
    Type core = Under.commonUnder(tpar);
    return core != null ? new Core(core, terms.stream().anyMatch(Term::tilde), false) : null;
  }

  /** Takes away types found that lead back to their own parameter: replacing would never end. */
  private static final class CycleFinder {
    private final List<TypeParam> tparams;
    private final List<@Nullable Type> inferred;
    private final Map<Type, Boolean> path = new IdentityHashMap<>();

    CycleFinder(List<TypeParam> tparams, List<@Nullable Type> inferred) {
      this.tparams = tparams;
      this.inferred = inferred;
    }

    void typ(Type typ0) {
      Type typ = Types.unalias(typ0);
      if (path.containsKey(typ)) {
        if (typ instanceof TypeParam p) {
          int i = tparams.indexOf(p);
          if (i >= 0) {
            inferred.set(i, null);
          }
        }
        return;
      }
      path.put(typ, true);
      switch (typ) {
        case Array t -> typ(t.elem());
        case Slice t -> typ(t.elem());
        case Struct t -> vars(t.fields());
        case Pointer t -> typ(t.elem());
        case Tuple t -> vars(t.vars());
        case Signature t -> {
          vars(t.params().vars());
          vars(t.results().vars());
        }
        case Union t -> t.terms().forEach(term -> typ(term.typeOrInvalid()));
        case Interface t -> {
          t.methods.forEach(m -> typ(m.type()));
          t.embeddeds.forEach(this::typ);
        }
        case MapType t -> {
          typ(t.key());
          typ(t.elem());
        }
        case Chan t -> typ(t.elem());
        case Named t -> t.typeArgs().forEach(this::typ);
        case TypeParam t -> {
          int i = tparams.indexOf(t);
          Type found = i >= 0 ? inferred.get(i) : null;
          if (found != null) {
            typ(found);
          }
        }
        case Basic t -> {}
        case Alias t -> {}
      }
      path.remove(typ);
    }

    private void vars(List<Obj.Var> list) {
      for (Obj.Var v : list) {
        typ(v.type());
      }
    }
  }
}

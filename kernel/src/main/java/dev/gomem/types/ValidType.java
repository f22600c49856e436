package dev.gomem.types;

import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that types do not contain themselves: neither through names alone ({@code type A B; type B
 * A}) nor in memory ({@code type T struct { t T }}). Source: go/types' validtype.go and cycles.go.
 */
final class ValidType {
  private final Checker check;

  ValidType(Checker check) {
    this.check = check;
  }

  /** Finds rings of package-level type names. */
  void directCycles() {
    // Negative: done; else the index on the path.
    Map<Obj.TypeName, Integer> pathIdx = new IdentityHashMap<>();
    for (Obj obj : check.objList) {
      if (obj instanceof Obj.TypeName t) {
        directCycle(t, pathIdx);
      }
    }
  }

  private void directCycle(Obj.TypeName tname0, Map<Obj.TypeName, Integer> pathIdx) {
    Obj.TypeName tname = tname0;
    List<Obj.TypeName> path = new ArrayList<>();
    while (true) {
      Integer start = pathIdx.get(tname);
      if (start != null) {
        if (start >= 0) {
          tname.setType(Universe.INVALID);
          List<Obj.TypeName> cycle = List.copyOf(path.subList(start, path.size()));
          check.decls.cycleError(cycle, Decls.firstInSrc(cycle));
        }
        break;
      }
      pathIdx.put(tname, path.size());
      path.add(tname);
      DeclInfo d = check.objMap.get(tname);
      Decl.TypeDecl tdecl = d != null ? d.tdecl : null;
      if (tdecl == null
          || !(tdecl.type() instanceof Expr.Name rhs)
          || !(check.pkgScope.lookup(rhs.value()) instanceof Obj.TypeName next)) {
        break;
      }
      tname = next;
    }
    for (Obj.TypeName t : path) {
      pathIdx.put(t, -1);
    }
  }

  /** False, with an error reported, if {@code t} contains itself. */
  boolean finiteSize(Type t0) {
    switch (Types.unalias(t0)) {
      case Named t -> {
        Boolean known = t.finite;
        if (known != null) {
          return known;
        }
        Integer i = check.objPathIdx.get(t.ownObj());
        if (i != null) {
          List<Obj> cycle = List.copyOf(check.objPath.subList(i, check.objPath.size()));
          check.decls.cycleError(cycle, Decls.firstInSrc(cycle));
          return false;
        }
        check.push(t.ownObj());
        try {
          Type rhs = t.knownRhs();
          boolean finite = rhs == null || finiteSize(rhs);
          if (t.finite == null) {
            t.finite = finite;
          }
          return finite;
        } finally {
          check.pop();
        }
      }
      case Array a -> {
        return finiteSize(a.elem());
      }
      case Struct s -> {
        for (Obj.Var f : s.fields()) {
          if (!finiteSize(f.type())) {
            return false;
          }
        }
        return true;
      }
      default -> {
        return true;
      }
    }
  }

  /** Reports if {@code typ} contains itself. */
  void validType(Named typ) {
    valid(typ, null);
  }

  /** The types that the type at hand stands in, in memory, the innermost first. */
  private record Nest(Named type, @Nullable Nest outer) {}

  /** All named types on the way, for the message. */
  private final List<Named> path = new ArrayList<>();

  /** How often the path has a declared type. */
  private final Map<Obj, Integer> onPath = new IdentityHashMap<>();

  /** Types without parameters that were found valid, all that they contain being known. */
  private final Set<Named> found = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Whether a type whose right side is not known yet was met. */
  private boolean unknown;

  private boolean valid(Type typ, @Nullable Nest nest) {
    switch (Types.unalias(typ)) {
      case Array t -> {
        return valid(t.elem(), nest);
      }
      case Struct t -> {
        for (Obj.Var f : t.fields()) {
          if (!valid(f.type(), nest)) {
            return false;
          }
        }
        return true;
      }
      case Union t -> {
        for (Term term : t.terms()) {
          if (!valid(term.typeOrInvalid(), nest)) {
            return false;
          }
        }
        return true;
      }
      case Interface t -> {
        for (Type e : t.embeddeds) {
          if (!valid(e, nest)) {
            return false;
          }
        }
        return true;
      }
      case Named t -> {
        return validNamed(t, nest);
      }
      case TypeParam t -> {
        return validTypeParam(t, nest);
      }
      default -> {
        return true;
      }
    }
  }

  private boolean validNamed(Named t, @Nullable Nest nest) {
    if (found.contains(t)) {
      return true;
    }
    if (t.origin().obj().pkg() != check.pkg || t.origin().check == null) {
      // Types of other packages and of earlier cells are finished and valid, unless a type argument
      // isn't.
      if (t.typeArgs().isEmpty()) {
        return true;
      }
    }
    if (onPath.containsKey(t.obj())) {
      for (Nest n = nest; n != null; n = n.outer) {
        if (Predicates.identical(n.type, t)) {
          cycle(t);
          return false;
        }
      }
    }
    Type rhs = t.origin().rhs();
    if (rhs == null) {
      unknown = true;
      return true;
    }
    boolean before = unknown;
    unknown = false;
    path.add(t);
    onPath.merge(t.obj(), 1, Integer::sum);
    boolean valid = valid(rhs, new Nest(t, nest));
    onPath.computeIfPresent(t.obj(), (obj, n) -> n == 1 ? null : n - 1);
    path.removeLast();
    if (valid && !unknown && t.typeArgs().isEmpty() && t.typeParams().isEmpty()) {
      found.add(t);
    }
    unknown |= before;
    return valid;
  }

  private void cycle(Named t) {
    t.origin().setRhs(Universe.INVALID);
    for (int start = 0; start < path.size(); start++) {
      if (Predicates.identical(path.get(start), t)) {
        List<Obj> cycle = new ArrayList<>();
        for (Named n : path.subList(start, path.size())) {
          cycle.add(n.ownObj());
        }
        check.decls.cycleError(cycle, 0);
        return;
      }
    }
    throw new IllegalStateException("start of cycle not found");
  }

  private boolean validTypeParam(TypeParam t, @Nullable Nest nest) {
    if (nest == null) {
      return true;
    }
    // The parameter stands for the argument, which must be valid where the instance was written:
    // outside of it.
    Named inst = nest.type;
    int i = inst.typeParams().indexOf(t);
    if (i >= 0 && i < inst.typeArgs().size()) {
      return valid(inst.typeArgs().get(i), nest.outer);
    }
    return true;
  }
}

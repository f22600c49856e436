package dev.gomem.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Fields and methods by name, breadth first through embedded fields, and whether a type has all
 * methods of an interface. Source: go/types' lookup.go and errsupport.go, spec section "Selectors".
 */
public final class Lookup {
  private final Checker check;

  Lookup(Checker check) {
    this.check = check;
  }

  /**
   * The field or method found, or null. If null: a non-null index is that of an ambiguous entry;
   * {@code indirect} says that there is a method but with pointer receiver, and the operand is
   * neither pointer nor addressable.
   */
  public record Result(@Nullable Obj obj, @Nullable List<Integer> index, boolean indirect) {
    static final Result NONE = new Result(null, null, false);
  }

  /** A type with a pointer taken off, if there was one. */
  record Deref(Type type, boolean isPtr) {}

  /**
   * A method that is missing, and whether one of that name has another type (or a pointer
   * receiver).
   */
  record Missing(Obj.Func method, boolean wrongType) {}

  /** {@code T} may be a type of any package; {@code pkg} is where the name is written. */
  public static Result lookupFieldOrMethod(
      Type T, boolean addressable, @Nullable Package pkg, String name) {
    return lookupFieldOrMethod(T, addressable, pkg, name, false);
  }

  static Result lookupFieldOrMethod(
      Type T, boolean addressable, @Nullable Package pkg, String name, boolean foldCase) {
    // A defined pointer type has the fields of its base but no methods.
    Named t = Types.asNamed(T);
    if (t != null && t.underlying() instanceof Pointer p) {
      Result r = search(p, false, pkg, name, foldCase);
      return r.obj instanceof Obj.Func ? Result.NONE : r;
    }
    return search(T, addressable, pkg, name, foldCase);
  }

  /** An embedded type: how it was reached, and whether it was reached twice at the same depth. */
  private static final class Embedded {
    final Type typ;
    final List<Integer> index;
    final boolean indirect;
    boolean multiples;

    Embedded(Type typ, List<Integer> index, boolean indirect, boolean multiples) {
      this.typ = typ;
      this.index = index;
      this.indirect = indirect;
      this.multiples = multiples;
    }
  }

  private static Result search(
      Type T, boolean addressable, @Nullable Package pkg, String name, boolean foldCase) {
    if (name.equals("_")) {
      return Result.NONE;
    }
    // Not underlying(): that would find methods through a defined pointer type.
    Deref d = deref(T);
    if (d.isPtr && d.type.underlying() instanceof Interface) {
      return Result.NONE;
    }
    List<Embedded> current = List.of(new Embedded(d.type, List.of(), d.isPtr, false));
    List<Named> seen = new ArrayList<>();
    while (!current.isEmpty()) {
      List<Embedded> next = new ArrayList<>();
      Obj obj = null;
      List<Integer> index = List.of();
      boolean indirect = false;
      for (Embedded e : current) {
        Named named = Types.asNamed(e.typ);
        if (named != null) {
          if (containsIdentical(seen, named)) {
            continue; // shadowed by the same type further up
          }
          seen.add(named);
          int i = named.lookupMethod(pkg, name, foldCase);
          if (i >= 0) {
            index = concat(e.index, i);
            if (obj != null || e.multiples) {
              return new Result(null, index, false);
            }
            obj = named.method(i);
            indirect = e.indirect;
            continue;
          }
        }
        switch (e.typ.underlying()) {
          case Struct s -> {
            for (int i = 0; i < s.size(); i++) {
              Obj.Var f = s.field(i);
              if (f.sameId(pkg, name, foldCase)) {
                index = concat(e.index, i);
                if (obj != null || e.multiples) {
                  return new Result(null, index, false);
                }
                obj = f;
                indirect = e.indirect;
                continue;
              }
              if (obj == null && f.embedded()) {
                Deref fd = deref(f.type());
                next.add(
                    new Embedded(fd.type, concat(e.index, i), e.indirect || fd.isPtr, e.multiples));
              }
            }
          }
          case Interface t -> {
            TypeSet tset = t.typeSet();
            int i = tset.methodIndex(pkg, name, foldCase);
            if (i >= 0) {
              index = concat(e.index, i);
              if (obj != null || e.multiples) {
                return new Result(null, index, false);
              }
              obj = tset.methods().get(i);
              indirect = e.indirect;
            }
          }
          default -> {}
        }
      }
      if (obj != null) {
        if (obj instanceof Obj.Func f && f.hasPtrRecv() && !indirect && !addressable) {
          return new Result(null, null, true);
        }
        return new Result(obj, index, indirect);
      }
      current = consolidateMultiples(next);
    }
    return Result.NONE;
  }

  private static boolean containsIdentical(List<Named> list, Named n) {
    for (Named m : list) {
      if (Predicates.identical(m, n)) {
        return true;
      }
    }
    return false;
  }

  private static List<Embedded> consolidateMultiples(List<Embedded> list) {
    List<Embedded> out = new ArrayList<>();
    next:
    for (Embedded e : list) {
      for (Embedded o : out) {
        if (Predicates.identical(o.typ, e.typ)) {
          o.multiples = true;
          continue next;
        }
      }
      out.add(e);
    }
    return out;
  }

  private static List<Integer> concat(List<Integer> list, int i) {
    List<Integer> out = new ArrayList<>(list);
    out.add(i);
    return List.copyOf(out);
  }

  static Deref deref(Type t) {
    return Types.unalias(t) instanceof Pointer p ? new Deref(p.elem(), true) : new Deref(t, false);
  }

  /** The struct type behind a pointer to a struct, else the type itself. */
  static Type derefStructPtr(Type t) {
    return t.underlying() instanceof Pointer p && p.elem().underlying() instanceof Struct
        ? p.elem()
        : t;
  }

  /** -1 if there is none. */
  static int fieldIndex(
      List<Obj.Var> fields, @Nullable Package pkg, String name, boolean foldCase) {
    return indexOf(fields, pkg, name, foldCase);
  }

  /** -1 if there is none. */
  static int methodIndex(
      List<Obj.Func> methods, @Nullable Package pkg, String name, boolean foldCase) {
    return indexOf(methods, pkg, name, foldCase);
  }

  private static int indexOf(
      List<? extends Obj> list, @Nullable Package pkg, String name, boolean foldCase) {
    if (!name.equals("_")) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).sameId(pkg, name, foldCase)) {
          return i;
        }
      }
    }
    return -1;
  }

  private enum State {
    NOT_FOUND,
    WRONG_NAME,
    UNEXPORTED,
    WRONG_SIG,
    AMBIG_SEL,
    PTR_RECV,
    FIELD
  }

  /**
   * Null if {@code V} has all methods of {@code T}'s underlying interface. Unless {@code isStatic},
   * an interface V need only not contradict.
   */
  @Nullable Missing missingMethod(
      Type V, Type T, boolean isStatic, BiPredicate<Type, Type> equivalent, @Nullable Cause cause) {
    if (!(T.underlying() instanceof Interface t)) {
      throw new IllegalArgumentException("no interface: " + T);
    }
    for (Obj.Func m : t.typeSet().methods()) {
      Obj.Func f = null;
      State state = null;
      if (V.underlying() instanceof Interface u) {
        TypeSet tset = u.typeSet();
        int i = tset.methodIndex(m.pkg(), m.name(), false);
        if (i < 0) {
          state = isStatic ? State.NOT_FOUND : null;
        } else {
          f = tset.methods().get(i);
          if (!equivalent.test(f.type(), m.type())) {
            state = State.WRONG_SIG;
          }
        }
      } else {
        Result r = search(V, false, m.pkg(), m.name(), false);
        if (r.obj == null) {
          if (r.index != null) {
            state = State.AMBIG_SEL;
          } else if (r.indirect) {
            state = State.PTR_RECV;
          } else {
            state = State.NOT_FOUND;
            if (search(V, false, m.pkg(), m.name(), true).obj instanceof Obj.Func g) {
              f = g;
              state = g.name().equals(m.name()) ? State.UNEXPORTED : State.WRONG_NAME;
            }
          }
        } else if (r.obj instanceof Obj.Func g) {
          f = g;
          check.decls.objDecl(g);
          if (!equivalent.test(g.type(), m.type())) {
            state = State.WRONG_SIG;
          }
        } else {
          state = State.FIELD;
        }
      }
      if (state != null) {
        if (cause != null) {
          if (f != null) {
            check.decls.objDecl(f);
          }
          cause.text = cause(state, V, T, m, f);
        }
        return new Missing(m, state == State.WRONG_SIG || state == State.PTR_RECV);
      }
    }
    return null;
  }

  private String cause(State state, Type V, Type T, Obj.Func m, Obj.@Nullable Func f) {
    String name = m.name();
    return switch (state) {
      case NOT_FOUND ->
          isInterfacePtr(V)
              ? "(" + interfacePtrError(V) + ")"
              : isInterfacePtr(T)
                  ? "(" + interfacePtrError(T) + ")"
                  : check.sprintf("(missing method %s)", name);
      case WRONG_NAME ->
          check.sprintf(
              "(missing method %s)\n\t\thave %s\n\t\twant %s",
              name, funcString(f, false), funcString(m, false));
      case UNEXPORTED -> check.sprintf("(unexported method %s)", name);
      case WRONG_SIG -> {
        String fs = funcString(f, false);
        String ms = funcString(m, false);
        if (fs.equals(ms)) {
          fs = funcString(f, true);
          ms = funcString(m, true);
        }
        // Still the same: type parameters of one name.
        yield fs.equals(ms)
            ? check.sprintf("(wrong type for method %s)", name)
            : check.sprintf("(wrong type for method %s)\n\t\thave %s\n\t\twant %s", name, fs, ms);
      }
      case AMBIG_SEL -> check.sprintf("(ambiguous selector %s.%s)", V, name);
      case PTR_RECV -> check.sprintf("(method %s has pointer receiver)", name);
      case FIELD -> check.sprintf("(%s.%s is a field, not a method)", V, name);
    };
  }

  private String funcString(Obj.@Nullable Func f, boolean pkgInfo) {
    if (f == null) {
      return "";
    }
    StringBuilder b = new StringBuilder(f.name());
    TypeWriter w = new TypeWriter(b, pkgInfo ? null : check.qualifier);
    w.pkgInfo = pkgInfo;
    w.paramNames = false;
    w.signature(f.signature());
    return b.toString();
  }

  /**
   * Like {@link #missingMethod}, but what is invalid has all methods, so that one mistake is
   * reported once.
   */
  boolean hasAllMethods(
      Type V, Type T, boolean isStatic, BiPredicate<Type, Type> equivalent, @Nullable Cause cause) {
    if (!Predicates.isValid(V)) {
      return true;
    }
    return missingMethod(V, T, isStatic, equivalent, cause) == null
        || hasInvalidEmbeddedFields(V, new ArrayList<>());
  }

  private static boolean hasInvalidEmbeddedFields(Type t, List<Struct> seen) {
    if (derefStructPtr(t).underlying() instanceof Struct s && !seen.contains(s)) {
      seen.add(s);
      for (Obj.Var f : s.fields()) {
        if (f.embedded()
            && (!Predicates.isValid(f.type()) || hasInvalidEmbeddedFields(f.type(), seen))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a value of interface type {@code V} may be asserted to have type {@code T}. */
  boolean assertableTo(Type V, Type T, @Nullable Cause cause) {
    return Predicates.isInterface(T) || hasAllMethods(T, V, false, Predicates::identical, cause);
  }

  /** As {@link #assertableTo}, where V may be a constraint. */
  boolean newAssertableTo(Type V, Type T, @Nullable Cause cause) {
    return Predicates.isInterface(T) || check.instantiate.implementsType(T, V, false, cause);
  }

  static boolean isInterfacePtr(Type t) {
    return t.underlying() instanceof Pointer p && Predicates.isInterface(p.elem());
  }

  String interfacePtrError(Type t) {
    if (t.underlying() instanceof Pointer p && Predicates.isTypeParam(p.elem())) {
      return check.sprintf("type %s is pointer to type parameter, not type parameter", t);
    }
    return check.sprintf("type %s is pointer to interface, not interface", t);
  }

  private enum Near {
    MISSING,
    MISSPELLED,
    UNEXPORTED,
    INACCESSIBLE
  }

  /**
   * Message for a selector or struct literal's field that is not found, {@code obj} being one of
   * similar spelling.
   */
  String lookupError(Type typ, String sel, @Nullable Obj obj, boolean structLit) {
    Near e = Near.MISSING;
    String alt = "";
    if (obj != null) {
      alt = obj.name();
      boolean tails = tail(sel).equals(tail(alt));
      if (obj.pkg() == check.pkg) {
        e = Near.MISSPELLED;
      } else if (Obj.isExported(sel)) {
        if (Obj.isExported(alt)) {
          e = Near.MISSPELLED;
        } else if (tails) {
          e = Near.UNEXPORTED;
        }
      } else if (Obj.isExported(alt)) {
        if (tails) {
          e = Near.MISSPELLED;
        }
      } else if (sel.equals(alt)) {
        e = Near.INACCESSIBLE;
      }
    }
    if (structLit) {
      return switch (e) {
        case MISSING -> check.sprintf("unknown field %s in struct literal of type %s", sel, typ);
        case MISSPELLED ->
            check.sprintf(
                "unknown field %s in struct literal of type %s, but does have %s", sel, typ, alt);
        case UNEXPORTED ->
            check.sprintf(
                "unknown field %s in struct literal of type %s, but does have unexported %s",
                sel, typ, alt);
        case INACCESSIBLE ->
            check.sprintf(
                "cannot refer to unexported field %s in struct literal of type %s", alt, typ);
      };
    }
    String what = obj instanceof Obj.Var ? "field" : obj instanceof Obj.Func ? "method" : "object";
    return switch (e) {
      case MISSING -> check.sprintf("type %s has no field or method %s", typ, sel);
      case MISSPELLED ->
          check.sprintf(
              "type %s has no field or method %s, but does have %s %s", typ, sel, what, alt);
      case UNEXPORTED ->
          check.sprintf(
              "type %s has no field or method %s, but does have unexported %s %s",
              typ, sel, what, alt);
      case INACCESSIBLE -> check.sprintf("cannot refer to unexported %s %s", what, alt);
    };
  }

  private static String tail(String s) {
    return s.isEmpty() ? s : s.substring(s.offsetByCodePoints(0, 1));
  }
}

package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Yes-or-no questions about types. The {@code is…} ones look at the underlying type; a type
 * parameter is none of them. The {@code all…} ones hold for a type parameter if they hold for every
 * type of its constraint. Source: go/types' predicates.go, spec section "Properties of types and
 * values".
 */
public final class Predicates {
  private Predicates() {}

  static boolean isValid(@Nullable Type t) {
    if (t instanceof Alias a && a.actualOrNull() == null) {
      return true; // not set up yet
    }
    return t != null && Types.unalias(t) != Universe.INVALID;
  }

  public static boolean isBoolean(Type t) {
    return isBasic(t, Basic::isBoolean);
  }

  public static boolean isInteger(Type t) {
    return isBasic(t, Basic::isInteger);
  }

  public static boolean isUnsigned(Type t) {
    return isBasic(t, Basic::isUnsigned);
  }

  public static boolean isFloat(Type t) {
    return isBasic(t, Basic::isFloat);
  }

  public static boolean isComplex(Type t) {
    return isBasic(t, Basic::isComplex);
  }

  public static boolean isNumeric(Type t) {
    return isBasic(t, Basic::isNumeric);
  }

  public static boolean isString(Type t) {
    return isBasic(t, Basic::isString);
  }

  public static boolean isIntegerOrFloat(Type t) {
    return isBasic(t, b -> b.isInteger() || b.isFloat());
  }

  public static boolean isConstType(Type t) {
    return isBasic(t, Basic::isConstType);
  }

  private static boolean isBasic(Type t, Predicate<Basic> p) {
    return t.underlying() instanceof Basic b && p.test(b);
  }

  static boolean allBoolean(Type t) {
    return allBasic(t, Basic::isBoolean);
  }

  static boolean allInteger(Type t) {
    return allBasic(t, Basic::isInteger);
  }

  static boolean allUnsigned(Type t) {
    return allBasic(t, Basic::isUnsigned);
  }

  static boolean allNumeric(Type t) {
    return allBasic(t, Basic::isNumeric);
  }

  static boolean allString(Type t) {
    return allBasic(t, Basic::isString);
  }

  static boolean allOrdered(Type t) {
    return allBasic(t, Basic::isOrdered);
  }

  static boolean allNumericOrString(Type t) {
    return allBasic(t, b -> b.isNumeric() || b.isString());
  }

  private static boolean allBasic(Type t, Predicate<Basic> p) {
    if (Types.unalias(t) instanceof TypeParam tp) {
      return tp.is(term -> term != null && term.type() != null && isBasic(term.type(), p));
    }
    return isBasic(t, p);
  }

  /** Predeclared, defined, or a type parameter. */
  static boolean hasName(Type t) {
    return switch (Types.unalias(t)) {
      case Basic b -> true;
      case Named n -> true;
      case TypeParam p -> true;
      default -> false;
    };
  }

  /** Neither defined nor a type parameter. */
  static boolean isTypeLit(Type t) {
    Type u = Types.unalias(t);
    return !(u instanceof Named || u instanceof TypeParam);
  }

  public static boolean isTyped(Type t) {
    // Aliases and named types never stand for untyped ones.
    return !(t instanceof Basic b && b.isUntyped());
  }

  public static boolean isUntyped(Type t) {
    return !isTyped(t);
  }

  static boolean isUntypedNumeric(Type t) {
    return t instanceof Basic b && b.isUntyped() && b.isNumeric();
  }

  public static boolean isInterface(Type t) {
    return t.underlying() instanceof Interface;
  }

  public static boolean isNonTypeParamInterface(Type t) {
    return !isTypeParam(t) && isInterface(t);
  }

  public static boolean isTypeParam(Type t) {
    return Types.unalias(t) instanceof TypeParam;
  }

  /**
   * A type parameter whose type set is known to be empty. Asks for nothing that is not computed
   * yet.
   */
  static boolean hasEmptyTypeset(Type t) {
    if (Types.unalias(t) instanceof TypeParam p && p.boundOrNull() != null) {
      Type b = p.constraint();
      Named n = Types.asNamed(b);
      Type u = n != null ? n.underlyingOrNull() : b.underlying();
      return u instanceof Interface i && i.typeSetOrNull() instanceof TypeSet s && s.isEmpty();
    }
    return false;
  }

  /** Has type parameters and no type arguments. */
  static boolean isGeneric(Type t) {
    if (t instanceof Alias a && !a.typeParams().isEmpty() && a.typeArgs().isEmpty()) {
      return true;
    }
    Named n = Types.asNamed(t);
    return n != null && !n.isInstance() && !n.typeParams().isEmpty();
  }

  /** Values can be compared with {@code ==}, possibly with a panic at run time. */
  public static boolean comparable(Type t) {
    return comparableType(t, true, null) == null;
  }

  /**
   * Null if {@code T} is comparable, else the reason (possibly without text).
   *
   * @param dynamic interfaces count as comparable
   * @param seen types being looked at further out
   */
  static @Nullable TypeError comparableType(Type T, boolean dynamic, @Nullable List<Type> seen) {
    if (seen == null) {
      seen = new ArrayList<>();
    }
    for (Type s : seen) {
      if (s == T) {
        return null;
      }
    }
    seen.add(T);
    switch (T.underlying()) {
      case Basic b -> {
        return b.kind() == Basic.Kind.UNTYPED_NIL ? new TypeError("") : null;
      }
      case Pointer p -> {
        return null;
      }
      case Chan c -> {
        return null;
      }
      case Struct s -> {
        for (Obj.Var f : s.fields()) {
          if (comparableType(f.type(), dynamic, seen) != null) {
            return new TypeError("struct containing %s cannot be compared", f.type());
          }
        }
        return null;
      }
      case Array a -> {
        if (comparableType(a.elem(), dynamic, seen) != null) {
          return new TypeError("%s cannot be compared", T);
        }
        return null;
      }
      case Interface i -> {
        if ((dynamic && !isTypeParam(T)) || i.typeSet().isComparable(seen)) {
          return null;
        }
        return new TypeError(
            i.typeSet().isEmpty() ? "empty type set" : "incomparable types in type set");
      }
      default -> {
        return new TypeError("");
      }
    }
  }

  public static boolean hasNil(Type t) {
    return switch (t.underlying()) {
      case Basic b -> b.kind() == Basic.Kind.UNSAFE_POINTER;
      case Slice s -> true;
      case Pointer p -> true;
      case Signature s -> true;
      case MapType m -> true;
      case Chan c -> true;
      case Interface i -> !isTypeParam(t) || Under.underIs(t, u -> u != null && hasNil(u));
      default -> false;
    };
  }

  static boolean samePkg(@Nullable Package a, @Nullable Package b) {
    return a == b || (a != null && b != null && a.path().equals(b.path()));
  }

  /** The spec's type identity. */
  public static boolean identical(@Nullable Type x, @Nullable Type y) {
    return x != null && y != null ? new Comparer(false, false).identical(x, y, null) : x == y;
  }

  /** Identity apart from struct tags. */
  public static boolean identicalIgnoreTags(Type x, Type y) {
    return new Comparer(true, false).identical(x, y, null);
  }

  /** Instances of the same declaration. */
  static boolean identicalOrigin(Named x, Named y) {
    return x.obj() == y.obj();
  }

  static boolean identicalInstance(Type xorig, List<Type> xargs, Type yorig, List<Type> yargs) {
    return identicalLists(xargs, yargs) && identical(xorig, yorig);
  }

  private static boolean identicalLists(List<Type> xs, List<Type> ys) {
    if (xs.size() != ys.size()) {
      return false;
    }
    for (int i = 0; i < xs.size(); i++) {
      if (!identical(xs.get(i), ys.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Interfaces being compared further out; a pair met again is taken as identical. */
  record IfacePair(Interface x, Interface y, @Nullable IfacePair prev) {
    boolean same(Interface a, Interface b) {
      return (x == a && y == b) || (x == b && y == a);
    }
  }

  /**
   * Compares types.
   *
   * @param ignoreInvalids the invalid type is like any other (to avoid follow-on errors)
   */
  record Comparer(boolean ignoreTags, boolean ignoreInvalids) {
    boolean identical(Type x0, Type y0, @Nullable IfacePair p) {
      Type x = Types.unalias(x0);
      Type y = Types.unalias(y0);
      if (x == y) {
        return true;
      }
      if (ignoreInvalids && (!isValid(x) || !isValid(y))) {
        return true;
      }
      return switch (x) {
        case Basic a -> y instanceof Basic b && a.kind() == b.kind();
        case Array a ->
            // An unknown length was reported before and is taken as equal.
            y instanceof Array b
                && (a.len() < 0 || b.len() < 0 || a.len() == b.len())
                && identical(a.elem(), b.elem(), p);
        case Slice a -> y instanceof Slice b && identical(a.elem(), b.elem(), p);
        case Struct a -> y instanceof Struct b && identicalStructs(a, b, p);
        case Pointer a -> y instanceof Pointer b && identical(a.elem(), b.elem(), p);
        case Tuple a -> y instanceof Tuple b && identicalTuples(a, b, p);
        case Signature a -> y instanceof Signature b && identicalSignatures(a, b, p);
        case Union a -> y instanceof Union b && identicalUnions(a, b);
        case Interface a -> y instanceof Interface b && identicalInterfaces(a, b, p);
        case MapType a ->
            y instanceof MapType b
                && identical(a.key(), b.key(), p)
                && identical(a.elem(), b.elem(), p);
        case Chan a ->
            y instanceof Chan b && a.dir() == b.dir() && identical(a.elem(), b.elem(), p);
        case Named a ->
            y instanceof Named b
                && identicalLists(a.typeArgs(), b.typeArgs())
                && identicalOrigin(a, b);
        case TypeParam a -> false;
        case Alias a -> false;
      };
    }

    private boolean identicalStructs(Struct a, Struct b, @Nullable IfacePair p) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        Obj.Var f = a.field(i);
        Obj.Var g = b.field(i);
        if (f.embedded() != g.embedded()
            || (!ignoreTags && !a.tag(i).equals(b.tag(i)))
            || !f.sameId(g.pkg(), g.name(), false)
            || !identical(f.type(), g.type(), p)) {
          return false;
        }
      }
      return true;
    }

    private boolean identicalTuples(Tuple a, Tuple b, @Nullable IfacePair p) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!identical(a.at(i).type(), b.at(i).type(), p)) {
          return false;
        }
      }
      return true;
    }

    private boolean identicalSignatures(Signature a, Signature b, @Nullable IfacePair p) {
      if (a.typeParams().size() != b.typeParams().size()) {
        return false;
      }
      Tuple bparams = b.params();
      Tuple bresults = b.results();
      if (!a.typeParams().isEmpty()) {
        // Rename b's type parameters to a's before comparing.
        SubstMap smap = SubstMap.of(b.typeParams(), a.typeParams());
        Context ctxt = new Context();
        for (int i = 0; i < a.typeParams().size(); i++) {
          Type bbound =
              Subst.subst(null, Pos.NONE, b.typeParams().get(i).constraint(), smap, null, ctxt);
          if (!identical(a.typeParams().get(i).constraint(), bbound, p)) {
            return false;
          }
        }
        bparams = (Tuple) Subst.subst(null, Pos.NONE, bparams, smap, null, ctxt);
        bresults = (Tuple) Subst.subst(null, Pos.NONE, bresults, smap, null, ctxt);
      }
      return a.variadic() == b.variadic()
          && identicalTuples(a.params(), bparams, p)
          && identicalTuples(a.results(), bresults, p);
    }

    private boolean identicalUnions(Union a, Union b) {
      var sets = new IdentityHashMap<Union, TypeSet>();
      TypeSet xs = TypeSets.computeUnionTypeSet(null, sets, Pos.NONE, a);
      TypeSet ys = TypeSets.computeUnionTypeSet(null, sets, Pos.NONE, b);
      return xs.terms().sameAs(ys.terms());
    }

    private boolean identicalInterfaces(Interface a, Interface b, @Nullable IfacePair p) {
      TypeSet xs = a.typeSet();
      TypeSet ys = b.typeSet();
      if (xs.comparable() != ys.comparable()
          || !xs.terms().sameAs(ys.terms())
          || xs.methods().size() != ys.methods().size()) {
        return false;
      }
      for (IfacePair q = p; q != null; q = q.prev()) {
        if (q.same(a, b)) {
          return true;
        }
      }
      IfacePair q = new IfacePair(a, b, p);
      for (int i = 0; i < xs.methods().size(); i++) {
        Obj.Func f = xs.methods().get(i);
        Obj.Func g = ys.methods().get(i);
        if (!f.qualifiedId().equals(g.qualifiedId()) || !identical(f.type(), g.type(), q)) {
          return false;
        }
      }
      return true;
    }
  }

  /** The type an untyped constant gets where nothing else says; other types stay. */
  static Type defaultType(Type t) {
    if (t instanceof Basic b) {
      return switch (b.kind()) {
        case UNTYPED_BOOL -> Universe.BOOL;
        case UNTYPED_INT -> Universe.INT;
        case UNTYPED_RUNE -> Universe.RUNE;
        case UNTYPED_FLOAT -> Universe.FLOAT64;
        case UNTYPED_COMPLEX -> Universe.COMPLEX128;
        case UNTYPED_STRING -> Universe.STRING;
        default -> t;
      };
    }
    return t;
  }

  /** The larger of two untyped numeric kinds, the type if both are the same, else null. */
  static @Nullable Type maxType(Type x, Type y) {
    if (x == y) {
      return x;
    }
    if (isUntypedNumeric(x)
        && isUntypedNumeric(y)
        && x instanceof Basic a
        && y instanceof Basic b) {
      return a.kind().compareTo(b.kind()) > 0 ? x : y;
    }
    return null;
  }

  static boolean isValidName(String s) {
    return !s.isEmpty()
        && s.codePoints().allMatch(c -> Character.isLetter(c) || c == '_' || Character.isDigit(c))
        && !Character.isDigit(s.codePointAt(0));
  }
}

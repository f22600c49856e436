package dev.gomem.types;

import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Fields and methods by name, and whether a type has all methods of an interface. Source: go/types' lookup.go. */
public final class Lookup {
  private final Checker check;

  Lookup(Checker check) {
    this.check = check;
  }

  /**
   * The field or method found, or null. If null: a non-null index is that of an ambiguous entry; {@code indirect} then
   * says that a method with pointer receiver exists.
   */
  public record Result(@Nullable Obj obj, @Nullable List<Integer> index, boolean indirect) {
    static final Result NONE = new Result(null, null, false);
  }

  /** A type with a pointer taken off, if there was one. */
  record Deref(Type type, boolean isPtr) {}

  /** A method that is missing, and whether one of that name has another type (or a pointer receiver). */
  record Missing(Obj.Func method, boolean wrongType) {}

  /** {@code T} may be a type of any package; {@code pkg} is where the name is written. */
  public static Result lookupFieldOrMethod(Type T, boolean addressable, @Nullable Package pkg, String name) {
    return lookupFieldOrMethod(T, addressable, pkg, name, false);
  }

  static Result lookupFieldOrMethod(
      Type T, boolean addressable, @Nullable Package pkg, String name, boolean foldCase) {
    throw new UnsupportedOperationException();
  }

  static Deref deref(Type t) {
    throw new UnsupportedOperationException();
  }

  /** The struct type behind a pointer to a struct, else the type itself. */
  static Type derefStructPtr(Type t) {
    throw new UnsupportedOperationException();
  }

  /** -1 if there is none. */
  static int fieldIndex(List<Obj.Var> fields, @Nullable Package pkg, String name, boolean foldCase) {
    throw new UnsupportedOperationException();
  }

  /** -1 if there is none. */
  static int methodIndex(List<Obj.Func> methods, @Nullable Package pkg, String name, boolean foldCase) {
    throw new UnsupportedOperationException();
  }

  /** Null if {@code V} has all methods of {@code T}'s underlying interface. */
  @Nullable Missing missingMethod(
      Type V, Type T, boolean isStatic, BiPredicate<Type, Type> equivalent, @Nullable Cause cause) {
    throw new UnsupportedOperationException();
  }

  boolean hasAllMethods(Type V, Type T, boolean isStatic, BiPredicate<Type, Type> equivalent, @Nullable Cause cause) {
    return missingMethod(V, T, isStatic, equivalent, cause) == null;
  }

  /** Whether a value of interface type {@code V} may be asserted to have type {@code T}. */
  boolean assertableTo(Type V, Type T, @Nullable Cause cause) {
    throw new UnsupportedOperationException();
  }

  boolean isInterfacePtr(Type t) {
    throw new UnsupportedOperationException();
  }

  String interfacePtrError(Type t) {
    throw new UnsupportedOperationException();
  }

  /** Message for a selector or struct literal's field that is not found, {@code obj} being one of similar spelling. */
  String lookupError(Type typ, String sel, @Nullable Obj obj, boolean structLit) {
    throw new UnsupportedOperationException();
  }
}

package dev.gomem.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The types of a random program: what can be said of each without asking Go: whether values
 * compare, print without addresses, what methods there are. Types other than {@link Named} are
 * equal by value.
 */
final class RandomTypes {
  sealed interface T {
    /** As Go writes it. */
    String go();
  }

  record Basic(String go) implements T {}

  record Arr(int n, T elem) implements T {
    @Override
    public String go() {
      return "[" + n + "]" + elem.go();
    }
  }

  record Slice(T elem) implements T {
    @Override
    public String go() {
      return "[]" + elem.go();
    }
  }

  record Ptr(T elem) implements T {
    @Override
    public String go() {
      return "*" + elem.go();
    }
  }

  record MapOf(T key, T elem) implements T {
    @Override
    public String go() {
      return "map[" + key.go() + "]" + elem.go();
    }
  }

  record Fn(List<T> params, T result) implements T {
    @Override
    public String go() {
      return "func(" + String.join(", ", params.stream().map(T::go).toList()) + ") " + result.go();
    }
  }

  record Field(String name, T type, boolean embedded) {}

  /** One of a small pool, so that types and interfaces often fit each other. */
  record Method(String name, List<T> params, T result) {}

  /** A defined type: a struct ({@code fields}), an interface, or one of a basic type. */
  static final class Named implements T {
    final String name;
    @Nullable T under;
    final List<Field> fields = new ArrayList<>();
    boolean isInterface;

    /** Declared methods, and for each whether its receiver is a pointer. */
    final List<Method> methods = new ArrayList<>();

    final List<Boolean> byPointer = new ArrayList<>();

    Named(String name) {
      this.name = name;
    }

    @Override
    public String go() {
      return name;
    }

    boolean isStruct() {
      return under == null && !isInterface;
    }
  }

  static final List<T> INTS = new ArrayList<>();
  static final List<T> FLOATS = List.of(new Basic("float32"), new Basic("float64"));
  static final List<T> COMPLEX = List.of(new Basic("complex64"), new Basic("complex128"));
  static final T INT = new Basic("int");
  static final T BOOL = new Basic("bool");
  static final T STRING = new Basic("string");
  static final T BYTE = new Basic("uint8");
  static final T RUNE = new Basic("int32");
  static final T FLOAT = new Basic("float64");
  static final T ANY = new Basic("any");

  static {
    for (String s :
        List.of(
            "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64",
            "uintptr")) {
      INTS.add(new Basic(s));
    }
  }

  static final List<Method> POOL =
      List.of(
          new Method("M0", List.of(INT), INT),
          new Method("M1", List.of(), STRING),
          new Method("M2", List.of(FLOAT, new Basic("int8")), BOOL),
          new Method("M3", List.of(new Slice(INT)), BYTE),
          new Method("String", List.of(), STRING),
          new Method("Error", List.of(), STRING));

  private final SplittableRandom random;
  final List<Named> named = new ArrayList<>();

  RandomTypes(SplittableRandom random) {
    this.random = random;
  }

  static T under(T t) {
    return t instanceof Named n && n.under != null ? n.under : t;
  }

  static boolean isInt(T t) {
    return INTS.contains(under(t));
  }

  static boolean isFloat(T t) {
    return FLOATS.contains(under(t));
  }

  static boolean isComplex(T t) {
    return COMPLEX.contains(under(t));
  }

  static boolean isNumber(T t) {
    return isInt(t) || isFloat(t) || isComplex(t);
  }

  static boolean isString(T t) {
    return under(t).equals(STRING);
  }

  static boolean isBool(T t) {
    return under(t).equals(BOOL);
  }

  static boolean isInterface(T t) {
    return t.equals(ANY) || t instanceof Named n && n.isInterface;
  }

  /** Compares by ==, without a panic. */
  static boolean comparable(T t) {
    return switch (t) {
      case Basic b -> !b.equals(ANY);
      case Arr a -> comparable(a.elem);
      case Ptr _ -> true;
      case Slice _, MapOf _, Fn _ -> false;
      case Named n ->
          n.isInterface
              ? false
              : n.under != null || n.fields.stream().allMatch(f -> comparable(f.type));
    };
  }

  /** May be a map's key, and maps with it print in one order. */
  static boolean isKey(T t) {
    return isInt(t) || isString(t) || isBool(t) || t instanceof Arr a && isInt(a.elem);
  }

  /** Prints the same in every process: without addresses. */
  static boolean prints(T t) {
    return switch (t) {
      case Basic b -> !b.equals(ANY);
      case Arr a -> prints(a.elem);
      case Slice s -> prints(s.elem);
      case MapOf m -> prints(m.key) && prints(m.elem);
      case Ptr _, Fn _ -> false;
      case Named n ->
          !n.isInterface && (n.under != null || n.fields.stream().allMatch(f -> prints(f.type)));
    };
  }

  /** A method that values of the type (with {@code addressable}: variables of it) have. */
  record Found(Method method, boolean byPointer) {}

  /** The method set of a type as selectors see it. */
  static List<Found> methods(T t, boolean addressable) {
    List<Found> out = new ArrayList<>();
    boolean pointer = t instanceof Ptr;
    T base = t instanceof Ptr p ? p.elem : t;
    if (base instanceof Named n) {
      if (n.isInterface) {
        if (!pointer) {
          n.methods.forEach(m -> out.add(new Found(m, false)));
        }
        return out;
      }
      for (int i = 0; i < n.methods.size(); i++) {
        if (pointer || addressable || !n.byPointer.get(i)) {
          out.add(new Found(n.methods.get(i), n.byPointer.get(i)));
        }
      }
      for (Field f : n.fields) {
        if (f.embedded) {
          boolean reach = pointer || addressable;
          for (Found m : methods(f.type, reach)) {
            String name = m.method.name();
            if (n.methods.stream().noneMatch(o -> o.name().equals(name))
                && n.fields.stream().noneMatch(o -> o.name.equals(name))) {
              out.add(m);
            }
          }
        }
      }
    }
    return out;
  }

  static boolean implementsAll(T t, Named i) {
    List<Found> has = methods(t, false);
    return i.methods.stream()
        .allMatch(m -> has.stream().anyMatch(h -> h.method.name().equals(m.name())));
  }

  /** Types (of those here) that implement an interface. */
  List<T> implementers(Named i) {
    List<T> out = new ArrayList<>();
    for (Named n : named) {
      if (!n.isInterface) {
        for (T t : List.of(n, new Ptr(n))) {
          if (implementsAll(t, i)) {
            out.add(t);
          }
        }
      }
    }
    return out;
  }

  private int pick(int n) {
    return random.nextInt(n);
  }

  private <X> X pick(List<X> l) {
    return l.get(pick(l.size()));
  }

  /** Numbers, strings and what is defined of them. */
  T scalar() {
    return switch (pick(14)) {
      case 0, 1, 2 -> INT;
      case 3, 4, 5 -> pick(INTS);
      case 6, 7 -> STRING;
      case 8 -> pick(FLOATS);
      case 9 -> pick(COMPLEX);
      case 10 -> BOOL;
      default -> {
        List<Named> of = named.stream().filter(n -> n.under != null).toList();
        yield of.isEmpty() ? INT : pick(of);
      }
    };
  }

  T key() {
    for (int i = 0; i < 10; i++) {
      T t = pick(6) == 0 ? new Arr(2, pick(INTS)) : scalar();
      if (isKey(t)) {
        return t;
      }
    }
    return STRING;
  }

  T any(int depth) {
    if (depth <= 0) {
      return scalar();
    }
    List<Named> structs = named.stream().filter(Named::isStruct).toList();
    List<Named> faces = named.stream().filter(n -> n.isInterface).toList();
    return switch (pick(22)) {
      case 0, 1, 2 -> structs.isEmpty() ? scalar() : pick(structs);
      case 3 -> new Arr(1 + pick(4), any(depth - 1));
      case 4, 5, 6 -> new Slice(any(depth - 1));
      case 7 -> new Ptr(structs.isEmpty() || pick(3) == 0 ? scalar() : pick(structs));
      case 8 -> new MapOf(key(), any(depth - 1));
      case 9 -> new Fn(pick(2) == 0 ? List.of() : List.of(scalar()), scalar());
      case 10 -> ANY;
      case 11 -> faces.isEmpty() ? ANY : pick(faces);
      default -> scalar();
    };
  }
}

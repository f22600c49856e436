package dev.gomem.corpus;

import dev.gomem.corpus.RandomTypes.Arr;
import dev.gomem.corpus.RandomTypes.Basic;
import dev.gomem.corpus.RandomTypes.Field;
import dev.gomem.corpus.RandomTypes.Fn;
import dev.gomem.corpus.RandomTypes.Found;
import dev.gomem.corpus.RandomTypes.MapOf;
import dev.gomem.corpus.RandomTypes.Method;
import dev.gomem.corpus.RandomTypes.Named;
import dev.gomem.corpus.RandomTypes.Ptr;
import dev.gomem.corpus.RandomTypes.Slice;
import dev.gomem.corpus.RandomTypes.T;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes Go programs from a seed, of all of the language: types of every kind with methods and
 * embedding, generic ones, interfaces, closures, goroutines that share nothing, deferred calls,
 * panics and recoveries, every kind of loop (also over functions), switch and jump, constants,
 * conversions, and marks that show the order of evaluation. They always compile and end: constants
 * stand only beside something that is none, functions call only earlier ones, every loop and call
 * counts its steps, strings and slices that could double are cut. Nothing that they print is an
 * address or depends on a map's order.
 */
final class RandomProgram {
  private record Variable(String name, T type, boolean assignable) {}

  private record Func(String name, List<T> params, List<T> results, boolean variadic) {}

  private final SplittableRandom random;
  private final RandomTypes types;
  private final StringBuilder out = new StringBuilder();
  private final List<Func> funcs = new ArrayList<>();
  private final List<Variable> globals = new ArrayList<>();
  private final List<Variable> constants = new ArrayList<>();
  private final Map<String, String> helpers = new LinkedHashMap<>();
  private List<Variable> scope = new ArrayList<>();
  private List<String> loops = new ArrayList<>();

  /** What a return statement here returns. */
  private List<T> results = List.of();

  private int names;
  private int indent;
  private int marks;

  /** In a method no function is called, so that no calls go round in circles. */
  private boolean plain;

  private RandomProgram(long seed) {
    random = new SplittableRandom(seed);
    types = new RandomTypes(random);
  }

  static String of(long seed) {
    return new RandomProgram(seed).program();
  }

  private int pick(int n) {
    return random.nextInt(n);
  }

  private boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  private String of(String... choices) {
    return choices[pick(choices.length)];
  }

  private <X> X pick(List<X> l) {
    return l.get(pick(l.size()));
  }

  private void line(String s) {
    out.append("\t".repeat(indent)).append(s).append('\n');
  }

  private String name(String prefix) {
    return prefix + names++;
  }

  /** A function that is written, for each type, when first needed. */
  private String helper(String kind, T t, String text) {
    String key = kind + t.go();
    String known = helpers.get(key);
    if (known == null) {
      known = name(kind + "_");
      helpers.put(key, known);
      helpers.put(key + " text", text.replace("NAME", known).replace("TYPE", t.go()));
    }
    return known;
  }

  /** The expression, leaving a mark of when it is evaluated. */
  private String marked(T t, String e) {
    String f =
        helper("tr", t, "func NAME(n int, x TYPE) TYPE {\n\torder = order*31 + n\n\treturn x\n}");
    return f + "(" + ++marks + ", " + e + ")";
  }

  private String pointerTo(T t, String e) {
    return helper("ptr", t, "func NAME(x TYPE) *TYPE { return &x }") + "(" + e + ")";
  }

  // ---- literals

  private static int bits(T t) {
    String s = RandomTypes.under(t).go();
    return s.endsWith("8") ? 8 : s.endsWith("16") ? 16 : s.endsWith("32") ? 32 : 64;
  }

  /** A constant that fits the type; not zero. */
  private String literal(T t) {
    if (RandomTypes.isBool(t)) {
      return of("true", "false");
    }
    if (RandomTypes.isString(t)) {
      return of(
          "\"\"",
          "\"a\"",
          "\"go\"",
          "\"héllo\"",
          "\"x\\x00y\"",
          "\"日本\\xff語\"",
          "`raw\\n`",
          "\"longer text, really\"");
    }
    if (RandomTypes.isFloat(t)) {
      return of("0.5", "1", "2.25", "1e10", "3.14159", "(-7.5)", "1e-3", "100", "0x1p-3", "1/3.0");
    }
    if (RandomTypes.isComplex(t)) {
      return of("1i", "(2+3i)", "(-0.5)", "4", "(1-1i)");
    }
    int b = bits(t);
    boolean unsigned = RandomTypes.under(t).go().startsWith("u");
    if (!constants.isEmpty() && once(8)) {
      return pick(constants).name;
    }
    long most = b == 64 ? Long.MAX_VALUE : (1L << (unsigned ? b : b - 1)) - 1;
    long v =
        switch (pick(8)) {
          case 0 -> most;
          case 1 -> unsigned ? most - 1 : -most - 1;
          case 2 -> 1L << pick(Math.min(b - 1, 40));
          case 3 -> unsigned ? 1 + pick(100) : -1 - pick(100);
          case 4 -> 'a' + pick(20);
          default -> 1 + pick(100);
        };
    if (v == 'a') {
      return "'a'";
    }
    return v < 0 ? "(" + v + ")" : Long.toString(v);
  }

  // ---- what is at hand

  private List<Variable> visible() {
    List<Variable> all = new ArrayList<>(scope);
    all.addAll(globals);
    return all;
  }

  /** Operands of the type made of variables: fields, elements, what pointers point to. */
  private String stored(T t) {
    List<String> found = new ArrayList<>();
    List<Variable> all = visible();
    for (Variable v : all) {
      if (v.type.equals(t)) {
        found.add(v.name);
      }
    }
    for (int k = 0; k < 6 && !all.isEmpty(); k++) {
      Variable v = pick(all);
      parts(v.name, v.type, t, 2, false, found);
    }
    return found.isEmpty() ? "" : pick(found);
  }

  private String target(T t) {
    List<String> found = new ArrayList<>();
    for (Variable v : visible()) {
      if (v.assignable && v.type.equals(t)) {
        found.add(v.name);
      }
    }
    for (int k = 0; k < 8; k++) {
      Variable v = pick(visible());
      if (v.assignable) {
        parts(v.name, v.type, t, 2, true, found);
      }
    }
    return found.isEmpty() ? "" : pick(found);
  }

  private void parts(String x, T xt, T t, int depth, boolean assign, List<String> out) {
    if (depth == 0) {
      return;
    }
    switch (xt) {
      case Named n when n.isStruct() -> {
        for (Field f : n.fields) {
          if (f.type().equals(t)) {
            out.add(x + "." + f.name());
          }
          parts(x + "." + f.name(), f.type(), t, f.embedded() ? depth : depth - 1, assign, out);
        }
      }
      case Ptr p -> {
        if (p.elem().equals(t)) {
          out.add("(*" + x + ")");
        }
        if (p.elem() instanceof Named n && n.isStruct()) {
          parts(x, n, t, depth, assign, out);
        }
        if (p.elem() instanceof Arr a && a.elem().equals(t)) {
          out.add(x + "[" + index(a.n()) + "]");
        }
      }
      case Arr a -> {
        String e = x + "[" + index(a.n()) + "]";
        if (a.elem().equals(t)) {
          out.add(e);
        }
        parts(e, a.elem(), t, depth - 1, assign, out);
      }
      case Slice s -> {
        String e = x + "[" + index(3) + "]";
        if (s.elem().equals(t)) {
          out.add(e);
        }
        parts(e, s.elem(), t, depth - 1, assign, out);
      }
      case MapOf m -> {
        if (m.elem().equals(t)) {
          out.add(x + "[" + leaf(m.key()) + "]");
        }
        if (!assign) {
          parts(x + "[" + leaf(m.key()) + "]", m.elem(), t, depth - 1, false, out);
        }
      }
      case Fn f -> {
        if (!assign && f.result().equals(t) && !plain) {
          out.add(x + "(" + leaves(f.params()) + ")");
        }
      }
      default -> {}
    }
  }

  /** An index that is mostly in range. */
  private String index(int n) {
    if (once(3)) {
      return Integer.toString(pick(n));
    }
    List<String> ints = new ArrayList<>();
    for (Variable v : visible()) {
      if (RandomTypes.isInt(v.type)) {
        ints.add(v.name);
      }
    }
    String v = ints.isEmpty() ? "gi" : pick(ints);
    return once(30) ? v : "uint(" + v + ")%" + n;
  }

  private String leaves(List<T> ts) {
    return String.join(", ", ts.stream().map(this::leaf).toList());
  }

  /** The shortest operand of the type that is no constant. */
  private String leaf(T t) {
    if (once(2)) {
      for (Variable v : scope) {
        if (v.type.equals(t)) {
          return v.name;
        }
      }
    }
    return switch (t) {
      case Basic b when b.equals(RandomTypes.ANY) -> "any(gi)";
      case Basic b when RandomTypes.isInt(b) -> b.go() + "(gi)";
      case Basic b when RandomTypes.isFloat(b) -> b.go() + "(gf)";
      case Basic b when RandomTypes.isComplex(b) -> b.go() + "(gc)";
      case Basic b -> b.equals(RandomTypes.BOOL) ? "gb" : "gs";
      case Named n when n.under != null -> n.name + "(" + leaf(n.under) + ")";
      case Named n when n.isInterface -> {
        List<T> of = types.implementers(n);
        yield of.isEmpty() ? n.name + "(nil)" : n.name + "(" + leaf(pick(of)) + ")";
      }
      case Named n -> n.name + "{}";
      case Arr a -> a.go() + "{}";
      case Slice s -> {
        String e = leaf(s.elem());
        yield s.go() + "{" + e + ", " + e + ", " + e + "}";
      }
      case Ptr p -> pointerTo(p.elem(), leaf(p.elem()));
      case MapOf m -> m.go() + "{" + leaf(m.key()) + ": " + leaf(m.elem()) + "}";
      case Fn f -> function(f, leaf(f.result()));
    };
  }

  private String function(Fn f, String result) {
    StringBuilder b = new StringBuilder("func(");
    for (int i = 0; i < f.params().size(); i++) {
      b.append("_ ").append(f.params().get(i).go()).append(", ");
    }
    return b.append(") ")
        .append(f.result().go())
        .append(" { return ")
        .append(result)
        .append(" }")
        .toString();
  }

  // ---- expressions: never constant

  private String expr(T t, int depth) {
    String s = stored(t);
    if (!s.isEmpty() && (depth <= 0 || once(4))) {
      return once(10) ? marked(t, s) : s;
    }
    if (depth <= 0) {
      return leaf(t);
    }
    if (once(14)) {
      return marked(t, expr(t, depth - 1));
    }
    if (once(6)) {
      String c = call(t, depth);
      if (!c.isEmpty()) {
        return c;
      }
    }
    if (once(14)) {
      return generic(t, depth - 1);
    }
    if (once(24)) {
      return "any(" + expr(t, depth - 1) + ").(" + t.go() + ")";
    }
    if (once(24)) {
      return "func() " + t.go() + " { return " + expr(t, depth - 1) + " }()";
    }
    if (RandomTypes.isInt(t)) {
      return integer(t, depth);
    }
    if (RandomTypes.isFloat(t)) {
      return floating(t, depth);
    }
    if (RandomTypes.isComplex(t)) {
      return complex(t, depth);
    }
    if (RandomTypes.isBool(t)) {
      return once(4) ? t.go() + "(" + bool(depth) + ")" : same(t, bool(depth));
    }
    if (RandomTypes.isString(t)) {
      return string(t, depth);
    }
    return composite(t, depth);
  }

  /** A comparison has the type bool; other boolean types need a conversion. */
  private String same(T t, String e) {
    return t.equals(RandomTypes.BOOL) ? e : t.go() + "(" + e + ")";
  }

  /** A call that gives the type: of a function or a method, or of a method's value. */
  private String call(T t, int depth) {
    for (int k = 0; k < 6; k++) {
      if (!plain && !funcs.isEmpty() && once(2)) {
        Func f = pick(funcs);
        if (f.results.size() == 1 && f.results.get(0).equals(t)) {
          return call(f, depth - 1);
        }
      } else if (!plain && !visible().isEmpty()) {
        Variable v = pick(visible());
        for (Found m : RandomTypes.methods(v.type, v.assignable)) {
          if (m.method().result().equals(t)) {
            return call(v, m, depth);
          }
        }
      }
    }
    return "";
  }

  private String call(Variable v, Found m, int depth) {
    String args = arguments(m.method().params(), depth - 1);
    String name = m.method().name();
    return switch (pick(6)) {
      case 0 ->
          "func() "
              + m.method().result().go()
              + " { f := "
              + v.name
              + "."
              + name
              + "; return f("
              + args
              + ") }()";
      case 1 -> {
        boolean pointer = m.byPointer() && !(v.type instanceof Ptr);
        String recv = pointer ? "(*" + v.type.go() + ")" : "(" + v.type.go() + ")";
        yield recv
            + "."
            + name
            + "("
            + (pointer ? "&" : "")
            + v.name
            + (args.isEmpty() ? "" : ", ")
            + args
            + ")";
      }
      default -> v.name + "." + name + "(" + args + ")";
    };
  }

  private String arguments(List<T> params, int depth) {
    List<String> args = new ArrayList<>();
    for (T p : params) {
      args.add(expr(p, Math.min(depth, 1)));
    }
    return String.join(", ", args);
  }

  private String call(Func f, int depth) {
    List<String> args = new ArrayList<>();
    for (int i = 0; i < f.params.size(); i++) {
      T p = f.params.get(i);
      boolean last = f.variadic && i == f.params.size() - 1;
      if (last && p instanceof Slice s && once(2)) {
        for (int k = pick(3); k > 0; k--) {
          args.add(expr(s.elem(), Math.min(depth, 1)));
        }
      } else {
        args.add(expr(p, Math.min(depth, 1)) + (last ? "..." : ""));
      }
    }
    return f.name + "(" + String.join(", ", args) + ")";
  }

  private static String paren(String s) {
    return "(" + s + ")";
  }

  private T number() {
    return switch (pick(4)) {
      case 0 -> pick(RandomTypes.FLOATS);
      default -> pick(RandomTypes.INTS);
    };
  }

  private String integer(T t, int depth) {
    String go = t.go();
    String op = of("+", "-", "*", "/", "%", "&", "|", "^", "&^", "+", "-", "*");
    return switch (pick(18)) {
      case 0, 1 -> go + "(" + expr(number(), depth - 1) + ")";
      case 2 -> "(" + of("-", "^", "+") + paren(expr(t, depth - 1)) + ")";
      case 3 ->
          "("
              + expr(t, depth - 1)
              + of("<<", ">>")
              + paren(expr(pick(RandomTypes.INTS), depth - 1) + (once(10) ? "" : "&31"))
              + ")";
      case 4 -> "(" + expr(t, depth - 1) + of("<<", ">>") + pick(70) + ")";
      case 5, 6 -> "(" + expr(t, depth - 1) + op + paren(literal(t)) + ")";
      case 7 -> go + "(len(" + expr(sized(), depth - 1) + "))";
      case 8 ->
          t.equals(RandomTypes.BYTE)
              ? "(" + expr(RandomTypes.STRING, depth - 1) + "+\"z\")[0]"
              : go + "(cap(" + expr(new Slice(RandomTypes.INT), depth - 1) + "[:2:3]))";
      case 9 -> of("min", "max") + "(" + expr(t, depth - 1) + ", " + expr(t, depth - 1) + ")";
      case 10 -> go + "(real(" + expr(pick(RandomTypes.COMPLEX), depth - 1) + "))";
      case 11 ->
          "func() "
              + go
              + " { if "
              + bool(depth - 1)
              + " { return "
              + expr(t, depth - 1)
              + " }; return "
              + expr(t, depth - 1)
              + " }()";
      default -> "(" + expr(t, depth - 1) + op + paren(expr(t, depth - 1)) + ")";
    };
  }

  private T sized() {
    return switch (pick(5)) {
      case 0 -> new Slice(RandomTypes.INT);
      case 1 -> new Slice(RandomTypes.BYTE);
      case 2 -> new MapOf(RandomTypes.STRING, RandomTypes.INT);
      default -> RandomTypes.STRING;
    };
  }

  private String floating(T t, int depth) {
    String go = t.go();
    return switch (pick(8)) {
      case 0, 1 -> go + "(" + expr(number(), depth - 1) + ")";
      case 2 -> "(-" + paren(expr(t, depth - 1)) + ")";
      case 3 -> "(" + expr(t, depth - 1) + of("+", "-", "*", "/") + paren(literal(t)) + ")";
      case 4 ->
          go + "(" + of("real", "imag") + "(" + expr(pick(RandomTypes.COMPLEX), depth - 1) + "))";
      case 5 -> of("min", "max") + "(" + expr(t, depth - 1) + ", " + expr(t, depth - 1) + ")";
      default ->
          "(" + expr(t, depth - 1) + of("+", "-", "*", "/") + paren(expr(t, depth - 1)) + ")";
    };
  }

  private String complex(T t, int depth) {
    String go = t.go();
    T part =
        bits(t) == 64 && RandomTypes.under(t).go().equals("complex64")
            ? RandomTypes.FLOATS.get(0)
            : RandomTypes.FLOAT;
    return switch (pick(6)) {
      case 0 -> go + "(complex(" + expr(part, depth - 1) + ", " + expr(part, depth - 1) + "))";
      case 1 -> go + "(" + expr(pick(RandomTypes.COMPLEX), depth - 1) + ")";
      case 2 -> "(" + expr(t, depth - 1) + of("+", "-", "*") + paren(literal(t)) + ")";
      case 3 -> "(-" + paren(expr(t, depth - 1)) + ")";
      default ->
          "(" + expr(t, depth - 1) + of("+", "-", "*", "/") + paren(expr(t, depth - 1)) + ")";
    };
  }

  private String bool(int depth) {
    int d = depth - 1;
    switch (pick(9)) {
      case 0 -> {
        return "!" + paren(expr(RandomTypes.BOOL, d));
      }
      case 1, 2 -> {
        return "("
            + expr(RandomTypes.BOOL, d)
            + of("&&", "||", "==", "!=")
            + paren(expr(RandomTypes.BOOL, d))
            + ")";
      }
      case 3 -> {
        T t = types.scalar();
        String op = ordered(t) ? of("<", "<=", ">", ">=", "==", "!=") : of("==", "!=");
        return "(" + expr(t, d) + op + paren(literal(t)) + ")";
      }
      case 4 -> {
        T t = types.any(2);
        return RandomTypes.comparable(t)
            ? "(" + paren(expr(t, d)) + of("==", "!=") + paren(expr(t, d)) + ")"
            : expr(RandomTypes.BOOL, d);
      }
      case 5 -> {
        T t = types.any(2);
        return RandomTypes.under(t) instanceof Slice
                || t instanceof MapOf
                || t instanceof Fn
                || RandomTypes.isInterface(t)
                || t instanceof Ptr
            ? "(" + paren(expr(t, d)) + of("==", "!=") + "nil)"
            : expr(RandomTypes.BOOL, d);
      }
      case 6 -> {
        // Values in interfaces: equal types and values; what does not compare panics.
        T t = types.any(1);
        T u = once(2) ? t : types.any(1);
        return "(any(" + expr(t, d) + ")" + of("==", "!=") + "any(" + expr(u, d) + "))";
      }
      default -> {
        T t = types.scalar();
        String op = ordered(t) ? of("<", "<=", ">", ">=", "==", "!=") : of("==", "!=");
        return "(" + expr(t, d) + op + expr(t, d) + ")";
      }
    }
  }

  private static boolean ordered(T t) {
    return !RandomTypes.isBool(t) && !RandomTypes.isComplex(t);
  }

  private String string(T t, int depth) {
    String go = t.go();
    int d = depth - 1;
    return switch (pick(10)) {
      case 0 -> "(" + expr(t, d) + "+" + literal(t) + ")";
      case 1, 2 -> go + "(lim(string(" + expr(t, d) + "+" + expr(t, d) + ")))";
      case 3 ->
          go
              + "(cut(string("
              + expr(t, d)
              + "), "
              + expr(RandomTypes.INT, d)
              + ", "
              + expr(RandomTypes.INT, d)
              + "))";
      case 4 -> go + "(rune(" + expr(pick(RandomTypes.INTS), d) + "))";
      case 5 -> go + "([]byte(" + expr(t, d) + "))";
      case 6 -> go + "([]rune(" + expr(t, d) + "))";
      case 7 -> go + "(lim(fmt.Sprint(" + shown(d) + ")))";
      case 8 -> of("min", "max") + "(" + expr(t, d) + ", " + expr(t, d) + ")";
      default -> expr(t, d);
    };
  }

  /** An argument of a print. */
  private String shown(int depth) {
    for (int i = 0; i < 8; i++) {
      T t = once(2) ? types.scalar() : types.any(2);
      if (RandomTypes.prints(t)) {
        return expr(t, depth);
      }
    }
    return expr(RandomTypes.INT, depth);
  }

  private String composite(T t, int depth) {
    int d = depth - 1;
    return switch (t) {
      case Named n when n.isInterface -> {
        List<T> of = types.implementers(n);
        yield of.isEmpty() || once(30) ? n.name + "(nil)" : n.name + "(" + expr(pick(of), d) + ")";
      }
      case Named n -> {
        StringBuilder b = new StringBuilder(n.name + "{");
        boolean keys = once(3);
        for (Field f : n.fields) {
          if (!keys || pick(4) > 0) {
            b.append(keys ? f.name() + ": " : "").append(expr(f.type(), d)).append(", ");
          }
        }
        yield b.append("}").toString();
      }
      case Ptr p -> {
        if (p.elem() instanceof Named n && n.isStruct() && pick(3) > 0) {
          yield "&" + composite(n, depth);
        }
        if (once(40)) {
          yield "(" + t.go() + ")(nil)";
        }
        if (once(4)) {
          List<Variable> of =
              scope.stream().filter(v -> v.assignable && v.type.equals(p.elem())).toList();
          if (!of.isEmpty()) {
            yield "&" + pick(of).name;
          }
        }
        yield once(3) ? "new(" + p.elem().go() + ")" : pointerTo(p.elem(), expr(p.elem(), d));
      }
      case Slice s -> slice(s, d);
      case Arr a -> {
        StringBuilder b = new StringBuilder((once(4) ? "[...]" + a.elem().go() : a.go()) + "{");
        for (int i = 0; i < a.n(); i++) {
          b.append(once(5) ? i + ": " : "").append(expr(a.elem(), d)).append(", ");
        }
        yield once(16)
            ? a.go() + "(" + expr(new Slice(a.elem()), d) + ")"
            : b.append("}").toString();
      }
      case MapOf m -> {
        if (once(5)) {
          yield "make(" + m.go() + ")";
        }
        yield m.go() + "{" + expr(m.key(), d) + ": " + expr(m.elem(), d) + "}";
      }
      case Fn f -> closure(f, d);
      case Basic b -> b.equals(RandomTypes.ANY) ? "any(" + expr(types.any(1), d) + ")" : expr(t, d);
    };
  }

  private String slice(Slice s, int d) {
    T e = s.elem();
    return switch (pick(9)) {
      case 0 -> "append(" + expr(s, d) + ", " + expr(e, d) + ")";
      case 1 -> expr(s, d) + "[" + pick(2) + ":]";
      case 2 -> {
        String i = expr(RandomTypes.INT, 0);
        yield expr(s, d) + "[:" + (once(6) ? i : "uint(" + i + ")%3") + "]";
      }
      case 3 -> "append(" + s.go() + "(nil), " + firsts(s, d) + "...)";
      case 4 -> "append(" + firsts(s, d) + ", " + firsts(s, d) + "...)";
      case 5 -> "make(" + s.go() + ", " + (1 + pick(4)) + (once(2) ? ", 5" : "") + ")";
      case 6 ->
          e.equals(RandomTypes.BYTE) || e.equals(RandomTypes.RUNE)
              ? s.go() + "(" + expr(RandomTypes.STRING, d) + ")"
              : expr(s, d) + "[:2:2]";
      default -> s.go() + "{" + expr(e, d) + ", " + expr(e, d) + ", " + expr(e, d) + "}";
    };
  }

  private String firsts(Slice s, int d) {
    return helper("first", s, "func NAME(s TYPE) TYPE { return s[:min(len(s), 4)] }")
        + "("
        + expr(s, d)
        + ")";
  }

  /** A function literal that uses and changes what is around it. */
  private String closure(Fn f, int depth) {
    List<Variable> before = scope;
    List<String> outer = loops;
    loops = new ArrayList<>();
    scope = new ArrayList<>(before);
    StringBuilder b = new StringBuilder("func(");
    for (T p : f.params()) {
      String v = name("a");
      b.append(v).append(' ').append(p.go()).append(", ");
      scope.add(new Variable(v, p, true));
    }
    b.append(") ").append(f.result().go()).append(" { step(); ");
    List<Variable> ints =
        before.stream().filter(v -> v.assignable && RandomTypes.isInt(v.type)).toList();
    if (!ints.isEmpty() && once(2)) {
      b.append(pick(ints).name).append("++; ");
    }
    b.append("return ").append(expr(f.result(), Math.min(depth, 1))).append(" }");
    scope = before;
    loops = outer;
    return b.toString();
  }

  // ---- generic functions and types

  /** What generic programs are made of; the programs use it with all of their types. */
  private static final String GENERIC =
      """
      type Pair[A, B any] struct {
      	a A
      	b B
      }

      func (p Pair[A, B]) swap() Pair[B, A] { return Pair[B, A]{p.b, p.a} }
      func (p *Pair[A, B]) set(x A) *Pair[A, B] { p.a = x; return p }

      type Stack[T any] struct {
      	items []T
      	under *Stack[T]
      }

      func (s *Stack[T]) push(x T) *Stack[T] {
      	if len(s.items) > 2 {
      		return &Stack[T]{items: []T{x}, under: s}
      	}
      	s.items = append(s.items, x)
      	return s
      }

      func (s *Stack[T]) pop() (x T) {
      	if n := len(s.items); n > 0 {
      		x, s.items = s.items[n-1], s.items[:n-1]
      	}
      	return x
      }

      type Number interface {
      	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 |
      		~uintptr | ~float32 | ~float64 | ~complex64 | ~complex128
      }

      func sum[T Number](xs ...T) (s T) {
      	for _, x := range xs {
      		s += x * x
      	}
      	return s
      }

      func each[T, U any](xs []T, f func(T) U) []U {
      	var out []U
      	for _, x := range xs {
      		out = append(out, f(x))
      	}
      	return out
      }

      func same[T comparable](x, y T) bool { return x == y }

      func last[S ~[]E, E any](s S) (e E) {
      	if len(s) > 0 {
      		e = s[len(s)-1]
      	}
      	return
      }

      func kind[T any](x T) string {
      	switch y := any(x).(type) {
      	case int:
      		return fmt.Sprint("int ", y)
      	case string:
      		return "string " + y
      	case []T, *T:
      		return "of T"
      	case Pair[T, int]:
      		return "pair"
      	case error:
      		return "error"
      	}
      	return fmt.Sprintf("%T", *new(T))
      }

      func lazy[T any](x T) func() T {
      	n := 0
      	return func() T {
      		if n++; n > 1 {
      			var zero T
      			return zero
      		}
      		return x
      	}
      }

      type Valued[T any] interface{ pop() T }

      func from[T any, V Valued[T]](v V) T { return v.pop() }
      """;

  private String generic(T t, int depth) {
    String go = t.go();
    String e = expr(t, Math.min(depth, 1));
    T u = types.scalar();
    return switch (pick(14)) {
      case 0 -> "(Pair[" + go + ", " + u.go() + "]{" + e + ", " + leaf(u) + "}).swap().b";
      case 1 -> "(&Pair[" + go + ", int]{b: gi}).set(" + e + ").a";
      case 2 -> "new(Stack[" + go + "]).push(" + leaf(t) + ").push(" + e + ").pop()";
      case 3 -> {
        String x = name("x");
        yield "last(each([]"
            + u.go()
            + "{"
            + leaf(u)
            + "}, func("
            + x
            + " "
            + u.go()
            + ") "
            + go
            + " { _ = "
            + x
            + "; return "
            + e
            + " }))";
      }
      case 4 -> "lazy[" + go + "](" + e + ")()";
      case 5 -> "from[" + go + "](new(Stack[" + go + "]).push(" + e + "))";
      case 6 ->
          RandomTypes.isNumber(t)
              ? "sum(" + e + ", " + leaf(t) + ")"
              : "last([]" + go + "{" + e + "})";
      case 7 ->
          t.equals(RandomTypes.STRING)
              ? "lim(kind(" + expr(types.any(1), Math.min(depth, 1)) + "))"
              : "(Pair[int, " + go + "]{gi, " + e + "}).b";
      case 8 -> {
        T c = types.any(1);
        yield t.equals(RandomTypes.BOOL) && RandomTypes.comparable(c)
            ? "same(" + leaf(c) + ", " + expr(c, 0) + ")"
            : "lazy(&Pair[" + go + ", bool]{" + e + ", gb})().set(" + leaf(t) + ").a";
      }
      case 9 -> "(Row[" + go + "]{gi, " + e + "}).b";
      case 10 ->
          "(*Stack[" + go + "]).pop((*Stack[" + go + "]).push(new(Stack[" + go + "]), " + e + "))";
      case 11 -> {
        T k = types.key();
        yield "index([]"
            + go
            + "{"
            + e
            + "}, func("
            + go
            + ") "
            + k.go()
            + " { return "
            + leaf(k)
            + " })["
            + leaf(k)
            + "]";
      }
      case 12 ->
          "fold(each1([]"
              + u.go()
              + "{"
              + leaf(u)
              + ", "
              + leaf(u)
              + "}), "
              + e
              + ", func(a "
              + go
              + ", x "
              + u.go()
              + ") "
              + go
              + " { _ = x; return a })";
      default -> "last(append([]" + go + "(nil), " + e + "))";
    };
  }

  // ---- statements

  private void block(int size, int depth) {
    List<Variable> before = scope;
    scope = new ArrayList<>(before);
    indent++;
    for (int i = 0; i < size; i++) {
      statement(depth);
    }
    indent--;
    scope = before;
  }

  /** A block in which no loop around it can be left. */
  private void body(int size, int depth) {
    List<String> outer = loops;
    loops = new ArrayList<>();
    block(size, depth);
    loops = outer;
  }

  /** The body of a function that returns this. */
  private void function(List<T> returned, int size, int depth) {
    List<T> outer = results;
    results = returned;
    body(size, depth);
    results = outer;
  }

  private void declared(String v, T t) {
    line("_ = " + v);
    scope.add(new Variable(v, t, true));
  }

  private void declare(T t, int depth) {
    String v = name("v");
    switch (pick(5)) {
      case 0 -> {
        boolean nil =
            t instanceof Ptr || t instanceof MapOf || t instanceof Fn || RandomTypes.isInterface(t);
        line("var " + v + " " + t.go() + (nil && !once(6) ? " = " + leaf(t) : ""));
      }
      case 1 -> line("var " + v + " " + t.go() + " = " + expr(t, depth));
      default -> line(v + " := " + expr(t, depth));
    }
    declared(v, t);
  }

  private void statement(int depth) {
    if (depth <= 0 || once(2)) {
      simple();
    } else {
      compound(depth);
    }
  }

  private void simple() {
    switch (pick(20)) {
      case 0, 1, 2, 3 -> declare(types.any(2), 3);
      case 4, 5, 6, 7, 8 -> assign();
      case 9 -> line("fmt.Println(" + shown(3) + ", " + shown(1) + ")");
      case 10 ->
          line(
              "fmt.Printf(\""
                  + of("%v %T\\n", "%+v|%v\\n", "%q %d\\n", "%x %8v\\n")
                  + "\", "
                  + shown(2)
                  + ", "
                  + shown(1)
                  + ")");
      case 11, 12 -> swap();
      case 13, 14 -> calls();
      case 15 -> maps();
      case 16 -> slices();
      case 17 -> assertion();
      case 18 -> {
        T t = types.scalar();
        if (RandomTypes.under(t).equals(t)) {
          line("println(" + expr(t, 1) + ", " + expr(RandomTypes.BOOL, 1) + ")");
        }
      }
      default -> {
        String k = name("k");
        switch (pick(3)) {
          case 0 -> line("const " + k + " = " + pick(50) + " << " + pick(3));
          case 1 -> line("const " + k + " int8 = " + pick(100));
          default -> line("const " + k + " = len(\"constant\") + 'a'/2");
        }
        declare(RandomTypes.INT, 1);
        line("gi += int(" + k + ")");
      }
    }
  }

  private void compound(int depth) {
    switch (pick(24)) {
      case 0, 1 -> {
        String v = name("c");
        boolean init = once(3);
        T t = types.scalar();
        List<Variable> before = scope;
        scope = new ArrayList<>(before);
        String head = "if ";
        if (init) {
          head += v + " := " + expr(t, 2) + "; ";
          scope.add(new Variable(v, t, true));
          head += v + " == " + v + " && ";
        }
        line(head + bool(2) + " {");
        block(1 + pick(3), depth - 1);
        if (once(3)) {
          line("} else if " + bool(2) + " {");
          block(1 + pick(2), depth - 1);
        }
        if (once(2)) {
          line("} else {");
          block(1 + pick(3), depth - 1);
        }
        line("}");
        scope = before;
      }
      case 2, 3, 4, 5 -> loop(depth);
      case 6, 7 -> switches(depth);
      case 8 -> typeSwitch(depth);
      case 9 -> {
        line("func() {");
        function(List.of(), 1 + pick(3), depth - 1);
        line("}()");
      }
      case 10, 11 -> recovered(depth);
      case 12 -> deferred(depth);
      case 13 -> {
        // A closure that lives on with the variables around it.
        String f = name("f");
        List<Variable> before = scope;
        scope = new ArrayList<>(before);
        String a = name("a");
        line(f + " := func(" + a + " int) (r int) {");
        scope.add(new Variable(a, RandomTypes.INT, true));
        scope.add(new Variable("r", RandomTypes.INT, true));
        line("\tstep()");
        function(List.of(RandomTypes.INT), 1 + pick(2), 0);
        line("\treturn r + " + a);
        line("}");
        scope = before;
        line("gi += " + f + "(" + expr(RandomTypes.INT, 1) + ") ^ " + f + "(1)");
        scope.add(new Variable(f, new Fn(List.of(RandomTypes.INT), RandomTypes.INT), false));
      }
      case 14 -> jump(depth);
      case 15 -> {
        line("{");
        block(1 + pick(3), depth - 1);
        line("}");
      }
      case 16 -> {
        if (!loops.isEmpty()) {
          line("if " + bool(2) + " {");
          line("\t" + of("break", "continue") + (once(2) ? "" : " " + pick(loops)));
          line("}");
        }
      }
      case 17, 18 -> channels(depth);
      case 19, 20 -> rangeOverFunction(depth);
      case 21 -> {
        line("if " + bool(1) + " && " + bool(2) + " {");
        line("\treturn " + leaves(results));
        line("}");
      }
      case 22 -> {
        if (!loops.isEmpty()) {
          line("defer func(n int) { gi = gi*3 + n }(" + expr(RandomTypes.INT, 1) + ")");
        }
      }
      default -> {
        line("if " + bool(1) + " && " + bool(2) + " && gi%7 == 3 {");
        line(
            "\tpanic("
                + of("\"thrown\"", "gi", "fmt.Errorf(\"thrown %d\", gi)", "gf", "any(gs)")
                + ")");
        line("}");
      }
    }
  }

  private void loop(int depth) {
    if (loops.size() >= 2) {
      return;
    }
    String label = name("L");
    String v = name("i");
    List<Variable> before = scope;
    scope = new ArrayList<>(before);
    int at = out.length();
    switch (pick(8)) {
      case 0 -> {
        line("for " + v + " := range " + (1 + pick(5)) + " {");
        scope.add(new Variable(v, RandomTypes.INT, true));
      }
      case 1, 2 -> {
        T e = types.any(1);
        T over =
            switch (pick(4)) {
              case 0 -> new Arr(1 + pick(3), e);
              case 1 -> new Ptr(new Arr(1 + pick(3), e));
              default -> new Slice(e);
            };
        String x = over instanceof Ptr p ? pointerTo(p.elem(), expr(p.elem(), 1)) : expr(over, 1);
        String w = name("e");
        line("for " + v + ", " + w + " := range " + paren(x) + " {");
        line("\t_ = " + w);
        scope.add(new Variable(v, RandomTypes.INT, true));
        scope.add(new Variable(w, e, true));
      }
      case 3 -> {
        String w = name("r");
        line("for " + v + ", " + w + " := range " + expr(RandomTypes.STRING, 2) + " {");
        line("\t_ = " + w);
        scope.add(new Variable(v, RandomTypes.INT, true));
        scope.add(new Variable(w, RandomTypes.RUNE, true));
      }
      case 4 -> {
        // The order is chance: only sums come out of it.
        T k = types.key();
        String m = name("m");
        line(m + " := " + expr(new MapOf(k, RandomTypes.INT), 2));
        line("for _, " + v + " := range " + m + " { gi += " + v + " }");
        scope = before;
        scope.add(new Variable(m, new MapOf(k, RandomTypes.INT), true));
        return;
      }
      case 5 -> {
        String fs = name("fs");
        line("var " + fs + " []func() int");
        line("for " + v + " := 0; " + v + " < 3; " + v + "++ {");
        line("\t" + fs + " = append(" + fs + ", func() int { " + v + " += 2; return " + v + " })");
        line("}");
        line("for _, f := range " + fs + " { gi = gi*7 + f() + f() }");
        scope = before;
        return;
      }
      case 6 -> {
        line("for " + v + " := " + expr(RandomTypes.INT, 1) + "; " + bool(2) + "; " + v + "-- {");
        scope.add(new Variable(v, RandomTypes.INT, true));
      }
      default -> {
        line("for " + v + " := 0; " + v + " < " + (1 + pick(6)) + "; " + v + "++ {");
        scope.add(new Variable(v, RandomTypes.INT, false));
      }
    }
    line("\tstep()");
    line("\t_ = " + v);
    loops = new ArrayList<>(loops);
    loops.add(label);
    block(1 + pick(4), depth - 1);
    loops.removeLast();
    line("}");
    if (out.indexOf(" " + label + "\n", at) > 0) {
      out.insert(at, "\t".repeat(indent) + label + ":\n");
    }
    scope = before;
  }

  /**
   * A loop whose body is a function that another one calls: jumps out of it, returns and deferred
   * calls are of the function around it, and what calls it wrongly panics.
   */
  private void rangeOverFunction(int depth) {
    if (loops.size() >= 3) {
      return;
    }
    T t = types.any(1);
    T u = types.scalar();
    String go = t.go();
    String v = name("y");
    String w = name("z");
    List<Variable> before = scope;
    scope = new ArrayList<>(before);
    String label = name("F");
    String values = "each1(" + expr(new Slice(t), 2) + ")";
    String after = "";
    List<Variable> declared = new ArrayList<>(List.of(new Variable(v, t, true)));
    String head =
        switch (pick(16)) {
          case 0 -> {
            declared.clear();
            yield "rounds(" + (1 + pick(4)) + ")";
          }
          case 1, 2 -> {
            declared.addFirst(new Variable(w, RandomTypes.INT, true));
            yield "backwards(" + expr(new Slice(t), 2) + ")";
          }
          case 3 -> "new(Stack[" + go + "]).push(" + leaf(t) + ").push(" + expr(t, 1) + ").all";
          case 4 -> {
            String x = name("x");
            yield values
                + ".where(func("
                + x
                + " "
                + go
                + ") bool { step(); _ = "
                + x
                + "; return "
                + bool(1)
                + " })";
          }
          case 5 -> {
            declared.addFirst(new Variable(w, RandomTypes.INT, true));
            yield values + ".counted()";
          }
          case 6, 7 -> {
            T k = once(2) ? RandomTypes.STRING : pick(RandomTypes.INTS);
            declared.addFirst(new Variable(w, k, true));
            String tree = "(*Tree[" + k.go() + ", " + go + "])(nil)";
            for (int i = 2 + pick(2); i > 0; i--) {
              tree += ".put(" + expr(k, 1) + ", " + leaf(t) + ")";
            }
            yield tree + ".pairs()";
          }
          case 8 -> "tidy(" + values + ")";
          case 9 -> "through(" + values + ")";
          case 10 -> {
            String x = name("x");
            yield "func(yield func("
                + go
                + ") bool) { "
                + x
                + " := "
                + expr(t, 1)
                + "; for step() && yield("
                + x
                + ") && gi%5 != 0 { gi++; "
                + x
                + " = "
                + leaf(t)
                + " } }";
          }
          case 11 ->
              switch (pick(4)) {
                case 0 -> "careless(" + values + ")";
                case 1 -> "greedy(" + values + ")";
                case 2 -> {
                  String then = name("then");
                  line("var " + then + " func()");
                  after = "if " + then + " != nil { " + then + "() }";
                  yield "late(" + values + ", &" + then + ")";
                }
                default -> "(func(func(" + go + ") bool))(nil)";
              };
          case 12 -> {
            // The values go to what is there already, anew each time.
            String p = target(u);
            if (p.isEmpty()) {
              yield "each1([]" + go + "{" + leaf(t) + "})";
            }
            declared.clear();
            yield p + " = range each1([]" + u.go() + "{" + expr(u, 1) + ", " + leaf(u) + "})";
          }
          default -> values;
        };
    int at = out.length();
    boolean assigns = head.contains(" = range ") && declared.isEmpty();
    boolean named = !declared.isEmpty() && !once(8);
    line(
        "for "
            + (assigns
                ? head
                : named
                    ? String.join(", ", declared.stream().map(Variable::name).toList())
                        + " := range "
                        + head
                    : "range " + head)
            + " {");
    line("\tstep()");
    if (named) {
      for (Variable d : declared) {
        line("\t_ = " + d.name);
        scope.add(d);
      }
    }
    loops = new ArrayList<>(loops);
    loops.add(label);
    block(1 + pick(4), depth - 1);
    if (once(4)) {
      line("\tif " + bool(1) + " {");
      line("\t\t" + leave(label));
      line("\t}");
    }
    loops.removeLast();
    line("}");
    if (!after.isEmpty()) {
      line(after);
    }
    if (out.indexOf(" " + label + "\n", at) > 0) {
      out.insert(at, "\t".repeat(indent) + label + ":\n");
    }
    scope = before;
  }

  private String leave(String label) {
    return switch (pick(4)) {
      case 0 -> "return " + leaves(results);
      case 1 -> of("break", "continue") + " " + pick(loops);
      case 2 -> of("break", "continue") + " " + label;
      default -> "defer func() { gi++ }()";
    };
  }

  private void switches(int depth) {
    List<Variable> before = scope;
    String x = name("x");
    T t = types.scalar();
    if (once(3)) {
      if (RandomTypes.isBool(t) || RandomTypes.isComplex(t)) {
        t = RandomTypes.STRING;
      }
      line("switch " + x + " := " + expr(t, 2) + "; {");
      for (int i = 0; i < 3; i++) {
        line("case " + x + " " + of("<", "==", ">") + " " + expr(t, 1) + ":");
        scope = new ArrayList<>(before);
        scope.add(new Variable(x, t, true));
        block(1 + pick(2), depth - 1);
        if (i < 2 && once(4)) {
          line("\tfallthrough");
        }
      }
    } else {
      line("switch " + x + " := " + expr(t, 2) + "; " + x + " {");
      boolean fallsBack = once(2);
      for (int i = 0; i < 4; i++) {
        if (i == 2 && fallsBack) {
          line("default:");
        } else if (RandomTypes.isInt(t)) {
          line("case " + (i * 3) + ", " + (i * 3 + 1) + ":");
        } else if (RandomTypes.isString(t)) {
          line("case \"" + "go".repeat(i) + "\", \"a" + i + "\":");
        } else {
          line("case " + expr(t, 1) + ":");
        }
        scope = new ArrayList<>(before);
        scope.add(new Variable(x, t, true));
        block(1 + pick(2), depth - 1);
        if (once(6)) {
          line("\tif " + bool(1) + " { break }");
        }
      }
    }
    line("}");
    scope = before;
  }

  private void typeSwitch(int depth) {
    List<Variable> before = scope;
    String x = name("x");
    line("switch " + x + " := " + expr(RandomTypes.ANY, 2) + ".(type) {");
    List<T> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      T t = types.any(1);
      if (seen.contains(t) || t.equals(RandomTypes.ANY)) {
        continue;
      }
      seen.add(t);
      T u = types.scalar();
      boolean two = once(4) && !seen.contains(u);
      line("case " + t.go() + (two ? ", " + u.go() : "") + ":");
      if (two) {
        seen.add(u);
      }
      line("\t_ = " + x);
      scope = new ArrayList<>(before);
      scope.add(new Variable(x, two ? RandomTypes.ANY : t, true));
      block(1 + pick(2), depth - 1);
    }
    scope = before;
    line(of("case nil:", "default:", "case error, fmt.Stringer:"));
    line("\t_ = " + x);
    line("\tgi++");
    line("}");
  }

  private void recovered(int depth) {
    line("func() {");
    line("\tdefer func() {");
    indent++;
    function(List.of(), 1, 0);
    indent--;
    switch (pick(4)) {
      case 0 -> {
        line("\t\tif r := recover(); r != nil {");
        line("\t\t\tfmt.Println(\"recovered\", r)");
        line("\t\t\tif _, ok := r.(error); ok && step() { panic(fmt.Sprint(\"again: \", r)) }");
        line("\t\t}");
      }
      default -> line("\t\tfmt.Println(recover())");
    }
    line("\t}()");
    function(List.of(), 1 + pick(3), depth - 1);
    line("}()");
  }

  private void deferred(int depth) {
    line("func() {");
    indent++;
    String v = name("d");
    line(v + " := " + expr(RandomTypes.INT, 2));
    switch (pick(4)) {
      case 0 -> {
        line("for i := range 3 {");
        line("\tdefer func() { gi = gi*3 + i + " + v + " }()");
        line("}");
      }
      case 1 -> line("defer fmt.Println(\"deferred\", " + v + ", " + shown(1) + ")");
      case 2 -> {
        line("defer func(x int) {");
        scope.add(new Variable(v, RandomTypes.INT, true));
        function(List.of(), 1, 0);
        scope.removeLast();
        line("\tgi += x - " + v);
        line("}(" + expr(RandomTypes.INT, 1) + ")");
      }
      default -> {
        line("defer func() {");
        line("\tdefer func() { gi ^= " + v + " }()");
        line("\t" + v + "++");
        line("}()");
      }
    }
    indent--;
    line("\t" + v + " *= 3");
    function(List.of(), 1 + pick(2), depth - 1);
    line("}()");
  }

  private void jump(int depth) {
    String label = name("J");
    if (once(2)) {
      String n = name("n");
      line(n + " := 0");
      line(label + ":");
      line(n + "++");
      line("{");
      body(1 + pick(2), depth - 1);
      line("}");
      line("if " + n + " < 3 && step() { goto " + label + " }");
      scope.add(new Variable(n, RandomTypes.INT, true));
    } else {
      line("{");
      indent++;
      line("if " + bool(2) + " { goto " + label + " }");
      line(once(3) ? "for range rounds(2) {" : "{");
      body(1 + pick(2), depth - 1);
      line("\tif " + bool(1) + " { goto " + label + " }");
      line("}");
      indent--;
      line(label + ":");
      line("\tgi--");
      line("}");
    }
  }

  /** Goroutines touch nothing but what they are given: what they do next to others can't matter. */
  private void channels(int depth) {
    T t = types.any(1);
    String c = name("ch");
    String go = t.go();
    String x = name("x");
    List<Variable> before = scope;
    switch (pick(4)) {
      case 0 -> {
        line(c + " := make(chan " + go + (once(2) ? ")" : ", 2)"));
        line(
            "go func(a, b "
                + go
                + ") { "
                + c
                + " <- a; "
                + c
                + " <- b; close("
                + c
                + ") }("
                + expr(t, 1)
                + ", "
                + expr(t, 1)
                + ")");
        line("for " + x + " := range " + c + " {");
        line("\tstep()");
        line("\t_ = " + x);
        scope = new ArrayList<>(before);
        scope.add(new Variable(x, t, true));
        body(1 + pick(2), depth - 1);
        scope = before;
        line("}");
      }
      case 1 -> {
        String ok = name("ok");
        line(c + " := make(chan " + go + ", " + (1 + pick(3)) + ")");
        line(c + " <- " + expr(t, 2));
        if (once(2)) {
          line("close(" + c + ")");
        }
        line("gi += len(" + c + ")*10 + cap(" + c + ")");
        line("select {");
        line("case " + x + ", " + ok + " := <-" + c + ":");
        line("\t_, _ = " + x + ", " + ok);
        scope = new ArrayList<>(before);
        scope.add(new Variable(x, t, true));
        scope.add(new Variable(ok, RandomTypes.BOOL, true));
        block(1 + pick(2), depth - 1);
        scope = before;
        line("default:");
        line("\tgi--");
        line("}");
      }
      case 2 -> {
        String done = name("done");
        line(c + ", " + done + " := make(chan " + go + "), make(chan struct{})");
        line("go func() { defer close(" + done + "); for range 2 { <-" + c + " } }()");
        line(c + " <- " + leaf(t));
        line(c + " <- " + leaf(t));
        line("<-" + done);
        line("select {");
        line("case " + c + " <- " + leaf(t) + ":");
        line("case <-" + done + ":");
        block(1, depth - 1);
        line("}");
      }
      default -> {
        line(c + " := make(chan " + go + ", 1)");
        line("func() {");
        line("\tdefer func() { fmt.Println(recover()) }()");
        line("\tclose(" + c + ")");
        line("\t" + of(c + " <- " + leaf(t), "close(" + c + ")", "gi += cap(" + c + ")"));
        line("}()");
        line(x + " := <-" + c);
        declared(x, t);
      }
    }
  }

  private void assign() {
    for (int k = 0; k < 6; k++) {
      T t = once(2) ? types.scalar() : types.any(2);
      String p = target(t);
      if (p.isEmpty()) {
        continue;
      }
      if (RandomTypes.isInt(t) && once(2)) {
        if (once(3)) {
          line(p + of("++", "--"));
        } else if (once(5)) {
          line(p + of(" <<= ", " >>= ") + "(" + expr(pick(RandomTypes.INTS), 1) + "&15)");
        } else {
          line(p + " " + of("+", "-", "*", "|", "^", "&", "&^", "/", "%") + "= " + expr(t, 2));
        }
      } else if (RandomTypes.isNumber(t) && !RandomTypes.isInt(t) && once(2)) {
        line(p + " " + of("+", "-", "*", "/") + "= " + expr(t, 2));
      } else if (RandomTypes.isString(t) && once(2)) {
        line(p + " += " + literal(t));
      } else {
        line(p + " = " + expr(t, 3));
      }
      return;
    }
  }

  private void swap() {
    T t = once(2) ? types.scalar() : types.any(2);
    T u = once(2) ? t : types.scalar();
    String p = target(t);
    String q = target(u);
    if (!p.isEmpty() && !q.isEmpty()) {
      line(p + ", " + q + " = " + expr(t, 2) + ", " + expr(u, 2));
    }
  }

  private void calls() {
    if (funcs.isEmpty() || plain) {
      return;
    }
    Func f = pick(funcs);
    List<String> vars = new ArrayList<>();
    for (int i = 0; i < f.results.size(); i++) {
      vars.add(name("r"));
    }
    String c = call(f, 2);
    if (vars.isEmpty()) {
      line(c);
    } else if (once(4) && f.results.size() > 1) {
      String p = target(f.results.get(0));
      if (!p.isEmpty()) {
        line(p + ", _".repeat(f.results.size() - 1) + " = " + c);
      }
    } else {
      line(String.join(", ", vars) + " := " + c);
      for (int i = 0; i < vars.size(); i++) {
        declared(vars.get(i), f.results.get(i));
      }
    }
  }

  private void maps() {
    MapOf m = new MapOf(types.key(), types.any(1));
    String v = stored(m);
    if (v.isEmpty()) {
      declare(m, 2);
      v = scope.getLast().name;
    }
    switch (pick(5)) {
      case 0 -> line("delete(" + v + ", " + expr(m.key(), 1) + ")");
      case 1, 2 -> {
        String x = name("x");
        String ok = name("ok");
        line(x + ", " + ok + " := " + v + "[" + expr(m.key(), 2) + "]");
        line("_, _ = " + x + ", " + ok);
        scope.add(new Variable(x, m.elem(), true));
        scope.add(new Variable(ok, RandomTypes.BOOL, true));
      }
      case 3 -> line(v + "[" + expr(m.key(), 2) + "] = " + expr(m.elem(), 2));
      default -> line("gi += len(" + v + ")");
    }
  }

  private void slices() {
    Slice s = new Slice(types.any(1));
    String p = target(s);
    if (p.isEmpty()) {
      declare(s, 2);
      p = scope.getLast().name;
    }
    switch (pick(5)) {
      case 0, 1 -> line(p + " = append(" + p + ", " + expr(s.elem(), 2) + ")");
      case 2 -> line("gi += copy(" + p + ", " + expr(s, 2) + ")");
      case 3 -> line("clear(" + p + ")");
      default -> line("gi += len(" + p + ")*10 + cap(" + p + "[:0:0])");
    }
  }

  private void assertion() {
    List<Named> faces = types.named.stream().filter(n -> n.isInterface).toList();
    T t = once(3) && !faces.isEmpty() ? pick(faces) : types.any(1);
    String x = name("x");
    String e = expr(RandomTypes.ANY, 2);
    if (once(12)) {
      line(x + " := " + e + ".(" + t.go() + ")");
    } else {
      String ok = name("ok");
      line(x + ", " + ok + " := " + e + ".(" + t.go() + ")");
      line("_ = " + ok);
      scope.add(new Variable(ok, RandomTypes.BOOL, true));
    }
    declared(x, t);
  }

  // ---- the whole

  private String program() {
    line("package main");
    line("");
    line("import \"fmt\"");
    line("");
    line("const (");
    for (int i = 0; i < 3; i++) {
      line("\tk" + i + (i == 0 ? " = iota*2 + 1" : ""));
      constants.add(new Variable("k" + i, RandomTypes.INT, false));
    }
    line(")");
    line("");
    declareTypes();
    line("");
    line(
        "var gi, gf, gb, gs, gc = "
            + (1 + pick(100))
            + ", "
            + pick(50)
            + ".75, true, \"gs\", 2-1i");
    line("var order, steps int");
    for (int i = 0; i < 8; i++) {
      T t = types.any(2);
      String v = name("g");
      plain = true;
      line("var " + v + " " + t.go() + (once(4) ? "" : " = " + leaf(t)));
      plain = false;
      globals.add(new Variable(v, t, true));
    }
    globals.add(new Variable("gi", RandomTypes.INT, true));
    globals.add(new Variable("gf", RandomTypes.FLOAT, true));
    globals.add(new Variable("gb", RandomTypes.BOOL, true));
    globals.add(new Variable("gs", RandomTypes.STRING, true));
    line("");
    line("func cut(s string, i, j int) string { return s[uint(i)%uint(len(s)+1):][:uint(j)%4] }");
    line("func lim(s string) string { return s[:min(len(s), 200)] }");
    line("func step() bool {");
    line("\tif steps++; steps > 3000 { panic(\"steps\") }");
    line("\treturn true");
    line("}");
    line("func try(f func()) {");
    line("\tdefer func() {");
    line("\t\tif r := recover(); r != nil {");
    line("\t\t\tfmt.Println(\"panic:\", r)");
    line("\t\t}");
    line("\t}()");
    line("\tf()");
    line("}");
    out.append(GENERIC);
    out.append(RandomIterators.TEXT);
    methods();
    for (int i = 0; i < 4; i++) {
      function();
    }
    mainFunction();
    helpers.forEach((key, text) -> {
      if (key.endsWith(" text")) {
        line(text);
      }
    });
    return out.toString();
  }

  private void declareTypes() {
    for (int i = 0; i < 2; i++) {
      Named n = new Named("N" + i);
      n.under = once(5) ? RandomTypes.STRING : once(5) ? RandomTypes.FLOAT : pick(RandomTypes.INTS);
      plan(n);
      types.named.add(n);
      line("type " + n.name + " " + n.under.go());
    }
    for (int i = 0; i < 2; i++) {
      Named n = new Named("I" + i);
      n.isInterface = true;
      for (Method m : RandomTypes.POOL) {
        if (once(4)) {
          n.methods.add(m);
        }
      }
      if (n.methods.isEmpty()) {
        n.methods.add(pick(RandomTypes.POOL));
      }
      types.named.add(n);
      line("type " + n.name + " interface {");
      n.methods.forEach(m -> line("\t" + signature(m, false)));
      line("}");
    }
    for (int i = 0; i < 4; i++) {
      Named n = new Named("S" + i);
      List<Named> structs = types.named.stream().filter(Named::isStruct).toList();
      if (!structs.isEmpty() && once(2)) {
        Named e = pick(structs);
        n.fields.add(new Field(e.name, once(3) ? new Ptr(e) : e, true));
      }
      for (int k = 1 + pick(4); k > 0; k--) {
        n.fields.add(new Field("f" + n.fields.size(), types.any(1), false));
      }
      plan(n);
      types.named.add(n);
      line("type " + n.name + " struct {");
      for (Field f : n.fields) {
        line("\t" + (f.embedded() ? "" : f.name() + " ") + f.type().go());
      }
      line("}");
    }
  }

  /** Chooses the methods that a type will have. */
  private void plan(Named n) {
    boolean pointers = once(2);
    for (Method m : RandomTypes.POOL) {
      // What fmt calls has to be there for values too: it prints no addresses then.
      boolean printed = m.name().equals("String") || m.name().equals("Error");
      if (once(printed ? 6 : 2)) {
        n.methods.add(m);
        n.byPointer.add(pointers && once(2) && !printed);
      }
    }
  }

  private static String signature(Method m, boolean named) {
    List<String> ps = new ArrayList<>();
    for (int i = 0; i < m.params().size(); i++) {
      ps.add((named ? "p" + i + " " : "") + m.params().get(i).go());
    }
    return m.name() + "(" + String.join(", ", ps) + ") " + m.result().go();
  }

  private void methods() {
    plain = true;
    for (Named n : types.named) {
      if (n.isInterface) {
        continue;
      }
      for (int i = 0; i < n.methods.size(); i++) {
        Method m = n.methods.get(i);
        boolean pointer = n.byPointer.get(i);
        line("func (x " + (pointer ? "*" : "") + n.name + ") " + signature(m, true) + " {");
        scope = new ArrayList<>();
        scope.add(new Variable("x", pointer ? new Ptr(n) : n, true));
        for (int k = 0; k < m.params().size(); k++) {
          scope.add(new Variable("p" + k, m.params().get(k), true));
        }
        indent++;
        if (!m.name().equals("String") && !m.name().equals("Error")) {
          assign();
          line("return " + expr(m.result(), 2));
        } else {
          // fmt must not come back here.
          line("return \"" + n.name + "." + m.name() + "\"");
        }
        indent--;
        line("}");
      }
    }
    plain = false;
  }

  private void function() {
    scope = new ArrayList<>();
    List<T> params = new ArrayList<>();
    List<T> results = new ArrayList<>();
    List<String> sig = new ArrayList<>();
    boolean variadic = once(4);
    for (int k = pick(5); k > 0; k--) {
      T t = types.any(1);
      boolean last = variadic && k == 1;
      t = last ? new Slice(t) : t;
      String p = name("p");
      sig.add(p + " " + (last && t instanceof Slice s ? "..." + s.elem().go() : t.go()));
      params.add(t);
      scope.add(new Variable(p, t, true));
    }
    for (int k = pick(3); k >= 0; k--) {
      results.add(once(3) ? types.any(1) : types.scalar());
    }
    boolean named = once(3);
    StringBuilder res = new StringBuilder();
    for (T r : results) {
      String v = named ? name("res") : "";
      res.append(named ? v + " " : "").append(r.go()).append(", ");
      if (named) {
        scope.add(new Variable(v, r, true));
      }
    }
    String f = "fn" + funcs.size();
    line("func " + f + "(" + String.join(", ", sig) + ") (" + res + ") {");
    line("\tstep()");
    indent++;
    if (named && once(2)) {
      line("defer func() {");
      line("\tif r := recover(); r != nil {");
      line("\t\tfmt.Println(\"recovered\", r)");
      indent++;
      function(List.of(), 1, 0);
      indent--;
      line("\t}");
      line("}()");
    }
    this.results = results;
    for (int i = 3 + pick(5); i > 0; i--) {
      statement(3);
    }
    if (named && once(3)) {
      line("return");
    } else {
      List<String> values = new ArrayList<>();
      for (T r : results) {
        values.add(expr(r, 2));
      }
      line("return " + String.join(", ", values));
    }
    indent--;
    line("}");
    funcs.add(new Func(f, params, results, variadic && !params.isEmpty()));
  }

  private void mainFunction() {
    line("func main() {");
    indent++;
    for (int round = 0; round < 2; round++) {
      for (Func f : funcs) {
        scope = new ArrayList<>();
        // Now and then nothing recovers: the program dies.
        boolean careless = round == 1 && once(25);
        line(careless ? "func() {" : "try(func() {");
        line("\tsteps = 0");
        List<String> vars = new ArrayList<>();
        for (int i = 0; i < f.results.size(); i++) {
          vars.add("x" + i);
        }
        line("\t" + String.join(", ", vars) + " := " + call(f, 1));
        for (int i = 0; i < f.results.size(); i++) {
          boolean prints = RandomTypes.prints(f.results.get(i));
          line(prints ? "\tfmt.Println(x" + i + ")" : "\t_ = x" + i);
        }
        line(careless ? "}()" : "})");
      }
    }
    List<String> shown = new ArrayList<>();
    for (Variable g : globals) {
      if (RandomTypes.prints(g.type)) {
        shown.add(g.name);
      }
    }
    line("fmt.Println(" + String.join(", ", shown) + ")");
    line("fmt.Println(order, steps)");
    indent--;
    line("}");
  }
}

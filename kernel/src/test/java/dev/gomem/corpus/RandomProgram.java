package dev.gomem.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes Go programs from a seed: arithmetic and conversions of every numeric type, structs, arrays,
 * slices, maps, pointers, closures, calls with many arguments, traps that are recovered. They
 * always compile and end: constants stand only to the right of something that is none, functions
 * call only earlier ones, loops count.
 */
final class RandomProgram {
  private static final String[] INTS = {
    "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64"
  };
  private static final String[] SCALARS = {
    "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64",
    "float32", "float64", "bool", "string"
  };

  private record Field(String name, String type) {}

  private record Struct(String name, List<Field> fields) {}

  private record Variable(String name, String type, boolean assignable) {}

  private record Func(String name, List<String> params, List<String> results) {}

  private final SplittableRandom random;
  private final StringBuilder out = new StringBuilder();
  private final List<Struct> structs = new ArrayList<>();
  private final List<Func> funcs = new ArrayList<>();
  private final List<Variable> globals = new ArrayList<>();
  private List<Variable> scope = new ArrayList<>();
  private int names;
  private int indent;
  private int loops;

  private RandomProgram(long seed) {
    random = new SplittableRandom(seed);
  }

  static String of(long seed) {
    return new RandomProgram(seed).program();
  }

  private int pick(int n) {
    return random.nextInt(n);
  }

  private String pick(String[] a) {
    return a[pick(a.length)];
  }

  private <T> T pick(List<T> l) {
    return l.get(pick(l.size()));
  }

  private void line(String s) {
    out.append("\t".repeat(indent)).append(s).append('\n');
  }

  private String name(String prefix) {
    return prefix + names++;
  }

  // types

  private String type(int depth) {
    int k = pick(depth > 0 ? 16 : 10);
    return switch (k) {
      case 10, 11 -> structs.isEmpty() ? pick(SCALARS) : pick(structs).name;
      case 12 -> "[" + (1 + pick(4)) + "]" + type(depth - 1);
      case 13, 14 -> "[]" + type(depth - 1);
      case 15 -> "*" + (structs.isEmpty() || pick(2) == 0 ? pick(SCALARS) : pick(structs).name);
      default -> pick(SCALARS);
    };
  }

  private static boolean isInt(String t) {
    return t.startsWith("int") || t.startsWith("uint");
  }

  private static boolean isFloat(String t) {
    return t.startsWith("float");
  }

  private @org.jspecify.annotations.Nullable Struct struct(String t) {
    for (Struct s : structs) {
      if (s.name.equals(t)) {
        return s;
      }
    }
    return null;
  }

  private static int bits(String t) {
    return switch (t) {
      case "int8", "uint8" -> 8;
      case "int16", "uint16" -> 16;
      case "int32", "uint32" -> 32;
      default -> 64;
    };
  }

  /** A literal that fits; not zero if it will divide. */
  private String literal(String t, boolean divisor) {
    switch (t) {
      case "bool" -> {
        return pick(2) == 0 ? "true" : "false";
      }
      case "string" -> {
        return pick(
            new String[] {
              "\"\"", "\"a\"", "\"go\"", "\"héllo\"", "\"x\\x00y\"", "\"longer text, really\""
            });
      }
      case "float32", "float64" -> {
        return pick(new String[] {"0.5", "1", "2.25", "1e10", "3.14159", "(-7.5)", "1e-3", "100"});
      }
      default -> {
        int b = bits(t);
        boolean unsigned = t.startsWith("u");
        long most =
            unsigned
                ? (b == 64 ? Long.MAX_VALUE : (1L << b) - 1)
                : (b == 64 ? Long.MAX_VALUE : (1L << b - 1) - 1);
        long v =
            switch (pick(6)) {
              case 0 -> most;
              case 1 -> unsigned ? most - 1 : -most - 1;
              case 2 -> 1L << pick(Math.min(b - 1, 40));
              case 3 -> unsigned ? pick(100) : -pick(100);
              default -> pick(100);
            };
        if (v == 0 && divisor) {
          v = 3;
        }
        return v < 0 ? "(" + v + ")" : Long.toString(v);
      }
    }
  }

  // expressions: never constant

  private List<Variable> ofType(String t) {
    List<Variable> l = new ArrayList<>();
    for (Variable v : scope) {
      if (v.type.equals(t)) {
        l.add(v);
      }
    }
    for (Variable v : globals) {
      if (v.type.equals(t)) {
        l.add(v);
      }
    }
    return l;
  }

  /** Something of the type that stands somewhere; "" if nothing does. */
  private String stored(String t) {
    List<String> found = new ArrayList<>();
    for (Variable v : ofType(t)) {
      found.add(v.name);
    }
    for (int k = 0; k < 6 && !scope.isEmpty(); k++) {
      Variable v = pick(scope);
      found.addAll(parts(v.name, v.type, t, 2));
    }
    return found.isEmpty() ? "" : pick(found);
  }

  private List<String> parts(String x, String xt, String t, int depth) {
    List<String> l = new ArrayList<>();
    if (depth == 0) {
      return l;
    }
    Struct s = struct(xt);
    if (s != null) {
      for (Field f : s.fields) {
        if (f.type.equals(t)) {
          l.add(x + "." + f.name);
        }
        l.addAll(parts(x + "." + f.name, f.type, t, depth - 1));
      }
    }
    if (xt.startsWith("*")) {
      if (xt.substring(1).equals(t)) {
        l.add("(*" + x + ")");
      }
      Struct p = struct(xt.substring(1));
      if (p != null) {
        l.addAll(parts(x, p.name, t, depth));
      }
    }
    if (xt.startsWith("[")) {
      String elem = xt.substring(xt.indexOf(']') + 1);
      int n = xt.startsWith("[]") ? 3 : Integer.parseInt(xt.substring(1, xt.indexOf(']')));
      String index =
          pick(3) == 0 ? Integer.toString(xt.startsWith("[]") ? pick(3) : pick(n)) : intIndex(n);
      if (elem.equals(t)) {
        l.add(x + "[" + index + "]");
      }
      l.addAll(parts(x + "[" + index + "]", elem, t, depth - 1));
    }
    return l;
  }

  /** An index that is mostly in range. */
  private String intIndex(int n) {
    List<Variable> ints = ofType("int");
    if (ints.isEmpty()) {
      return "gi%" + n;
    }
    String v = pick(ints).name;
    return pick(8) == 0 ? v : "uint(" + v + ")%" + n;
  }

  private String expr(String t, int depth) {
    String s = stored(t);
    if (!s.isEmpty() && (depth <= 0 || pick(4) == 0)) {
      return s;
    }
    if (depth <= 0) {
      return leaf(t);
    }
    if (pick(8) == 0) {
      for (int k = 0; k < 5 && !funcs.isEmpty(); k++) {
        Func f = pick(funcs);
        if (f.results.size() == 1 && f.results.get(0).equals(t)) {
          return call(f, depth - 1);
        }
      }
    }
    if (isInt(t)) {
      return integer(t, depth);
    }
    if (isFloat(t)) {
      return switch (pick(6)) {
        case 0 -> t + "(" + expr(pick(INTS), depth - 1) + ")";
        case 1 -> t + "(" + expr(pick(2) == 0 ? "float32" : "float64", depth - 1) + ")";
        case 2 -> "(-" + paren(expr(t, depth - 1)) + ")";
        case 3 ->
            "("
                + expr(t, depth - 1)
                + pick(new String[] {"+", "-", "*", "/"})
                + paren(literal(t, true))
                + ")";
        default ->
            "("
                + expr(t, depth - 1)
                + pick(new String[] {"+", "-", "*", "/"})
                + expr(t, depth - 1)
                + ")";
      };
    }
    if (t.equals("bool")) {
      return bool(depth);
    }
    if (t.equals("string")) {
      return string(depth);
    }
    return composite(t, depth);
  }

  private static String paren(String s) {
    return "(" + s + ")";
  }

  private String integer(String t, int depth) {
    return switch (pick(13)) {
      case 0 -> t + "(" + expr(pick(INTS), depth - 1) + ")";
      case 1 -> t + "(" + expr(pick(2) == 0 ? "float32" : "float64", depth - 1) + ")";
      case 2 -> "(" + pick(new String[] {"-", "^"}) + paren(expr(t, depth - 1)) + ")";
      case 3 ->
          "("
              + expr(t, depth - 1)
              + pick(new String[] {"<<", ">>"})
              + paren(expr(pick(INTS), depth - 1))
              + ")";
      case 4 -> "(" + expr(t, depth - 1) + pick(new String[] {"<<", ">>"}) + pick(70) + ")";
      case 5, 6 ->
          "("
              + expr(t, depth - 1)
              + pick(new String[] {"+", "-", "*", "/", "%", "&", "|", "^", "&^"})
              + paren(literal(t, true))
              + ")";
      case 7 -> t + "(len(" + expr(pick(3) == 0 ? "[]int" : "string", depth - 1) + "))";
      case 8 ->
          t.equals("uint8") ? "(" + expr("string", depth - 1) + "+\"z\")[0]" : expr(t, depth - 1);
      case 9 ->
          pick(new String[] {"min", "max"})
              + "("
              + expr(t, depth - 1)
              + ", "
              + expr(t, depth - 1)
              + ")";
      default ->
          "("
              + expr(t, depth - 1)
              + pick(new String[] {"+", "-", "*", "/", "%", "&", "|", "^", "&^"})
              + paren(expr(t, depth - 1))
              + ")";
    };
  }

  private String bool(int depth) {
    switch (pick(6)) {
      case 0 -> {
        return "!" + paren(expr("bool", depth - 1));
      }
      case 1, 2 -> {
        return "("
            + expr("bool", depth - 1)
            + pick(new String[] {"&&", "||", "==", "!="})
            + paren(expr("bool", depth - 1))
            + ")";
      }
      case 3 -> {
        String t = pick(SCALARS);
        String op = t.equals("bool") ? "==" : pick(new String[] {"<", "<=", ">", ">=", "==", "!="});
        return "(" + expr(t, depth - 1) + op + paren(literal(t, false)) + ")";
      }
      case 4 -> {
        for (Struct s : structs) {
          if (s.fields.stream().noneMatch(f -> f.type.startsWith("[]")) && comparable(s)) {
            return "(" + expr(s.name, depth - 1) + "==" + paren(expr(s.name, depth - 1)) + ")";
          }
        }
        return expr("bool", depth - 1);
      }
      default -> {
        String t = pick(SCALARS);
        String op = t.equals("bool") ? "!=" : pick(new String[] {"<", "<=", ">", ">=", "==", "!="});
        return "(" + expr(t, depth - 1) + op + expr(t, depth - 1) + ")";
      }
    }
  }

  private boolean comparable(Struct s) {
    for (Field f : s.fields) {
      Struct inner =
          struct(f.type.startsWith("[") ? f.type.substring(f.type.indexOf(']') + 1) : f.type);
      if (f.type.contains("[]") || inner != null && !comparable(inner)) {
        return false;
      }
    }
    return true;
  }

  private String string(int depth) {
    return switch (pick(6)) {
      case 0 -> "(" + expr("string", depth - 1) + "+" + literal("string", false) + ")";
      case 1 -> "(" + expr("string", depth - 1) + "+" + expr("string", depth - 1) + ")";
      case 2 ->
          "cut("
              + expr("string", depth - 1)
              + ", "
              + expr("int", depth - 1)
              + ", "
              + expr("int", depth - 1)
              + ")";
      case 3 -> "string(rune(" + expr("uint16", depth - 1) + "))";
      case 4 -> "string([]byte(" + expr("string", depth - 1) + "))";
      default -> expr("string", depth - 1);
    };
  }

  private String composite(String t, int depth) {
    Struct s = struct(t);
    if (s != null) {
      StringBuilder b = new StringBuilder(t + "{");
      for (Field f : s.fields) {
        if (pick(4) > 0) {
          b.append(f.name).append(": ").append(expr(f.type, depth - 1)).append(", ");
        }
      }
      return b.append("}").toString();
    }
    if (t.startsWith("*")) {
      Struct p = struct(t.substring(1));
      return p != null && pick(3) > 0
          ? "&" + composite(p.name, depth)
          : "ptr_" + t.substring(1) + "(" + expr(t.substring(1), depth - 1) + ")";
    }
    String elem = t.substring(t.indexOf(']') + 1);
    if (t.startsWith("[]")) {
      if (pick(5) == 0) {
        return "append(" + expr(t, depth - 1) + ", " + expr(elem, depth - 1) + ")";
      }
      if (pick(6) == 0) {
        return expr(t, depth - 1) + "[" + pick(2) + ":]";
      }
      return t
          + "{"
          + expr(elem, depth - 1)
          + ", "
          + expr(elem, depth - 1)
          + ", "
          + expr(elem, depth - 1)
          + "}";
    }
    int n = Integer.parseInt(t.substring(1, t.indexOf(']')));
    StringBuilder b = new StringBuilder(t + "{");
    for (int i = 0; i < n; i++) {
      b.append(expr(elem, depth - 1)).append(", ");
    }
    return b.append("}").toString();
  }

  private String leaf(String t) {
    if (isInt(t)) {
      return t + "(gi)";
    }
    if (isFloat(t)) {
      return t + "(gf)";
    }
    if (t.equals("bool")) {
      return "gb";
    }
    if (t.equals("string")) {
      return "gs";
    }
    if (t.startsWith("*")) {
      return "ptr_" + t.substring(1) + "(" + leaf(t.substring(1)) + ")";
    }
    Struct s = struct(t);
    if (s != null || !t.startsWith("[]")) {
      return t + "{}";
    }
    String elem = leaf(t.substring(2));
    return t + "{" + elem + ", " + elem + ", " + elem + "}";
  }

  private String call(Func f, int depth) {
    StringBuilder b = new StringBuilder(f.name + "(");
    for (String p : f.params) {
      b.append(expr(p, Math.min(depth, 1))).append(", ");
    }
    return b.append(")").toString();
  }

  // statements

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

  private void declare(String t, int depth) {
    String v = name("v");
    line(v + " := " + expr(t, depth));
    line("_ = " + v);
    scope.add(new Variable(v, t, true));
  }

  private void statement(int depth) {
    switch (pick(depth > 0 ? 16 : 9)) {
      case 0, 1, 2 -> declare(type(2), 3);
      case 3, 4, 5 -> assign();
      case 6 -> {
        String t = pick(3) == 0 ? type(1) : pick(SCALARS);
        if (!hasPointer(t)) {
          line("fmt.Println(" + expr(t, 3) + ")");
        }
      }
      case 7 -> swap();
      case 8 -> {
        if (!funcs.isEmpty()) {
          Func f = pick(funcs);
          List<String> names = new ArrayList<>();
          for (String r : f.results) {
            String v = name("r");
            names.add(v);
          }
          String c = call(f, 2);
          if (names.isEmpty()) {
            line(c);
          } else {
            line(String.join(", ", names) + " := " + c);
            line("_".concat(", _".repeat(names.size() - 1)) + " = " + String.join(", ", names));
            for (int i = 0; i < names.size(); i++) {
              scope.add(new Variable(names.get(i), f.results.get(i), true));
            }
          }
        }
      }
      case 9, 10 -> {
        line("if " + expr("bool", 2) + " {");
        block(1 + pick(3), depth - 1);
        if (pick(2) == 0) {
          line("} else {");
          block(1 + pick(3), depth - 1);
        }
        line("}");
      }
      case 11 -> loop(depth);
      case 12 -> {
        String t = pick(SCALARS);
        if (t.equals("bool")) {
          t = "int";
        }
        String x = name("x");
        line("switch " + x + " := " + expr(t, 2) + "; {");
        for (int i = 0; i < 3; i++) {
          line("case " + x + " " + pick(new String[] {"<", "==", ">"}) + " " + expr(t, 1) + ":");
          List<Variable> before = scope;
          scope = new ArrayList<>(before);
          scope.add(new Variable(x, t, false));
          block(1 + pick(2), depth - 1);
          scope = before;
        }
        line("}");
      }
      case 13 -> {
        line("func() {");
        block(1 + pick(3), depth - 1);
        line("}()");
      }
      case 14 -> {
        String t = pick(SCALARS);
        String v = name("m");
        line(v + " := map[" + t + "]int{}");
        line(v + "[" + expr(t, 2) + "]++");
        line(v + "[" + expr(t, 2) + "] += " + expr("int", 1));
        line("fmt.Println(len(" + v + "), " + v + "[" + expr(t, 1) + "])");
      }
      case 15 -> {
        line("func() {");
        line("\tdefer func() {");
        indent++;
        block(1, 0);
        indent--;
        line("\t\tfmt.Println(recover())");
        line("\t}()");
        block(2, depth - 1);
        line("}()");
      }
      default -> {}
    }
  }

  private void loop(int depth) {
    if (loops >= 2) {
      return;
    }
    loops++;
    String v = name("i");
    List<Variable> before = scope;
    scope = new ArrayList<>(before);
    switch (pick(3)) {
      case 0 -> {
        line("for " + v + " := range " + (1 + pick(5)) + " {");
        line("\t_ = " + v);
        scope.add(new Variable(v, "int", true));
      }
      case 1 -> {
        String t = type(1);
        String e = name("e");
        line(
            "for "
                + v
                + ", "
                + e
                + " := range []"
                + t
                + "{"
                + expr(t, 1)
                + ", "
                + expr(t, 1)
                + "} {");
        line("\t_, _ = " + v + ", " + e);
        scope.add(new Variable(v, "int", true));
        scope.add(new Variable(e, t, true));
      }
      default -> {
        line("for " + v + " := 0; " + v + " < " + (1 + pick(6)) + "; " + v + "++ {");
        scope.add(new Variable(v, "int", false));
      }
    }
    block(1 + pick(4), depth - 1);
    line("}");
    scope = before;
    loops--;
  }

  private String target(String t) {
    List<String> found = new ArrayList<>();
    for (Variable v : ofType(t)) {
      if (v.assignable) {
        found.add(v.name);
      }
    }
    for (int k = 0; k < 8 && !scope.isEmpty(); k++) {
      Variable v = pick(scope);
      if (v.assignable) {
        found.addAll(parts(v.name, v.type, t, 2));
      }
    }
    return found.isEmpty() ? "" : pick(found);
  }

  private void assign() {
    for (int k = 0; k < 6; k++) {
      String t = pick(2) == 0 ? pick(SCALARS) : type(2);
      String p = target(t);
      if (p.isEmpty()) {
        continue;
      }
      if (isInt(t) && pick(2) == 0) {
        if (pick(4) == 0) {
          line(p + pick(new String[] {"++", "--"}));
        } else {
          line(
              p
                  + " "
                  + pick(new String[] {"+", "-", "*", "|", "^", "&", "&^", "/", "%"})
                  + "= "
                  + expr(t, 2));
        }
      } else if (t.equals("string") && pick(2) == 0) {
        line(p + " += " + expr(t, 1));
      } else {
        line(p + " = " + expr(t, 3));
      }
      return;
    }
  }

  private void swap() {
    String t = pick(2) == 0 ? pick(SCALARS) : type(2);
    String u = pick(2) == 0 ? t : pick(SCALARS);
    String p = target(t);
    String q = target(u);
    if (!p.isEmpty() && !q.isEmpty()) {
      line(p + ", " + q + " = " + expr(t, 1) + ", " + expr(u, 1));
    }
  }

  // the whole

  private String program() {
    line("package main");
    line("");
    line("import \"fmt\"");
    line("");
    for (int i = 0; i < 3; i++) {
      List<Field> fields = new ArrayList<>();
      for (int k = 1 + pick(5); k > 0; k--) {
        String t = type(1);
        fields.add(new Field("f" + fields.size(), t));
      }
      Struct s = new Struct("S" + i, fields);
      line("type " + s.name + " struct {");
      for (Field f : fields) {
        line("\t" + f.name + " " + f.type);
      }
      line("}");
      structs.add(s);
    }
    line("");
    line("var gi, gf, gb, gs = " + pick(100) + ", " + pick(50) + ".75, true, \"gs\"");
    for (String t : new String[] {"int", "string", "uint8", "int32", "float64", "S0", "[]int"}) {
      String v = name("g");
      line("var " + v + " " + t);
      globals.add(new Variable(v, t, true));
    }
    line("");
    line("func cut(s string, i, j int) string { return s[uint(i)%uint(len(s)+1):][:uint(j)%4] }");
    for (String t : SCALARS) {
      line("func ptr_" + t + "(x " + t + ") *" + t + " { return &x }");
    }
    for (Struct s : structs) {
      line("func ptr_" + s.name + "(x " + s.name + ") *" + s.name + " { return &x }");
    }
    line("func try(f func()) {");
    line("\tdefer func() {");
    line("\t\tif r := recover(); r != nil {");
    line("\t\t\tfmt.Println(\"panic:\", r)");
    line("\t\t}");
    line("\t}()");
    line("\tf()");
    line("}");
    for (int i = 0; i < 6; i++) {
      function();
    }
    line("func main() {");
    indent++;
    for (int round = 0; round < 3; round++) {
      for (Func f : funcs) {
        scope = new ArrayList<>();
        StringBuilder show = new StringBuilder();
        for (int i = 0; i < f.results.size(); i++) {
          show.append(i > 0 ? ", " : "").append("x").append(i);
        }
        line("try(func() {");
        String c = call(f, 1);
        if (f.results.isEmpty()) {
          line("\t" + c);
        } else {
          line("\t" + show + " := " + c);
          for (int i = 0; i < f.results.size(); i++) {
            boolean pointers = hasPointer(f.results.get(i));
            line(pointers ? "\t_ = x" + i : "\tfmt.Println(x" + i + ")");
          }
        }
        line("})");
      }
    }
    StringBuilder b = new StringBuilder("fmt.Println(");
    for (Variable g : globals) {
      if (!hasPointer(g.type)) {
        b.append(g.name).append(", ");
      }
    }
    line(b + ")");
    indent--;
    line("}");
    return out.toString();
  }

  /** Its print would show an address. */
  private boolean hasPointer(String t) {
    if (t.contains("*")) {
      return true;
    }
    Struct s = struct(t.substring(t.lastIndexOf(']') + 1));
    return s != null && s.fields.stream().anyMatch(f -> hasPointer(f.type));
  }

  private void function() {
    scope = new ArrayList<>();
    List<String> params = new ArrayList<>();
    List<String> results = new ArrayList<>();
    StringBuilder sig = new StringBuilder();
    for (int k = pick(5); k > 0; k--) {
      String t = type(1);
      String p = name("p");
      sig.append(p).append(" ").append(t).append(", ");
      params.add(t);
      scope.add(new Variable(p, t, true));
    }
    for (int k = pick(3); k >= 0; k--) {
      results.add(pick(3) == 0 ? type(1) : pick(SCALARS));
    }
    boolean named = pick(3) == 0;
    StringBuilder res = new StringBuilder();
    for (String r : results) {
      String v = named ? name("res") : "";
      res.append(named ? v + " " : "").append(r).append(", ");
      if (named) {
        scope.add(new Variable(v, r, true));
      }
    }
    String f = "fn" + funcs.size();
    line("func " + f + "(" + sig + ") (" + res + ") {");
    if (named && pick(2) == 0) {
      line("\tdefer func() {");
      line("\t\tif r := recover(); r != nil {");
      line("\t\t\tfmt.Println(\"recovered\", r)");
      line("\t\t}");
      line("\t}()");
    }
    loops = 0;
    indent++;
    List<Variable> before = scope;
    scope = new ArrayList<>(before);
    for (int i = 3 + pick(8); i > 0; i--) {
      statement(3);
    }
    StringBuilder ret = new StringBuilder("return ");
    for (int i = 0; i < results.size(); i++) {
      ret.append(i > 0 ? ", " : "").append(expr(results.get(i), 2));
    }
    line(ret.toString());
    indent--;
    line("}");
    funcs.add(new Func(f, params, results));
    scope = before;
  }
}

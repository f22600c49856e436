package dev.gomem.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes Go programs from a seed that let slices grow in every way gc tells apart: kept, returned,
 * given away once or more often, with their capacity looked at or not, in loops and branches, of
 * elements of many sizes. They print capacities, sums and whether an array stands on the stack.
 */
final class RandomAppends {
  /** Element types with an expression of one made from an int, and an int made from one. */
  private enum Elem {
    INT("int", "%s", "%s"),
    BYTE("byte", "byte(%s)", "int(%s)"),
    INT16("int16", "int16(%s)", "int(%s)"),
    STRING("string", "words[(%s)&7]", "len(%s)"),
    POINTER("*int", "&cells[(%s)&7]", "*%s"),
    ANY("any", "any(%s)", "%s.(int)"),
    TRIPLE("[3]byte", "[3]byte{1: byte(%s)}", "int(%s[1])"),
    FOUR("four", "four{b: %s}", "%s.b"),
    FIVE("five", "five{b: %s}", "%s.b"),
    MIXED("mixed", "mixed{&cells[(%s)&7], 1}", "*%s.p"),
    NONE("struct{}", "empty(%s)", "full(%s)");

    final String type;
    final String make;
    final String read;

    Elem(String type, String make, String read) {
      this.type = type;
      this.make = make;
      this.read = read;
    }
  }

  private static final String PRELUDE =
      """
      package main

      import "unsafe"

      type four struct{ a, b, c, d int }
      type five struct{ a, b, c, d, e int }
      type mixed struct {
      	p *int
      	n int
      }

      var words = [8]string{"", "a", "bc", "def", "ghij", "klmno", "pqrstu", "vwxyz01"}
      var cells = [8]int{1, 2, 3, 5, 8, 13, 21, 34}

      func empty(n int) struct{}  { return struct{}{} }
      func full(s struct{}) int   { return 1 }
      func here(p unsafe.Pointer) bool {
      	var x int
      	d := int64(uintptr(p) - uintptr(unsafe.Pointer(&x)))
      	return d >= 0 && d < 1500
      }
      """;

  private record Slice(String name, Elem elem) {}

  private final SplittableRandom random;
  private final StringBuilder out = new StringBuilder(PRELUDE);
  private final StringBuilder main = new StringBuilder();
  private List<Slice> slices = new ArrayList<>();
  private int indent;
  private int names;
  private int depth;
  private boolean looks;
  private String returns = "";
  private Elem returned = Elem.INT;

  private RandomAppends(long seed) {
    random = new SplittableRandom(seed);
  }

  static String of(long seed) {
    return new RandomAppends(seed).program();
  }

  private int pick(int n) {
    return random.nextInt(n);
  }

  private void line(String s) {
    out.append("\t".repeat(indent)).append(s).append('\n');
  }

  private String program() {
    for (Elem e : Elem.values()) {
      String t = e.type;
      String n = e.name().toLowerCase(java.util.Locale.ROOT);
      line("var sink_" + n + " []" + t);
      line("func sum_" + n + "(s []" + t + ") (t int) {");
      line("\tfor i, v := range s {");
      line("\t\tt += (i + 1) * (" + e.read.formatted("v") + ")");
      line("\t}");
      line("\treturn");
      line("}");
      line("func keep_" + n + "(s []" + t + ") int { sink_" + n + " = s; return len(s) }");
    }
    int funcs = 3 + pick(3);
    for (int i = 0; i < funcs; i++) {
      function("f" + i);
    }
    line("func main() {");
    line("\tvar room [2000]byte");
    out.append(main);
    line("\tprintln(room[len(words)])");
    line("}");
    return out.toString();
  }

  private void function(String name) {
    slices = new ArrayList<>();
    names = 0;
    indent = 0;
    looks = pick(3) == 0;
    returned = Elem.values()[pick(Elem.values().length)];
    returns =
        switch (pick(4)) {
          case 0 -> "";
          case 1 -> "named";
          default -> "plain";
        };
    String r =
        switch (returns) {
          case "" -> "";
          case "named" -> "(r []" + returned.type + ") ";
          default -> "[]" + returned.type + " ";
        };
    line("func " + name + "(n int) " + r + "{");
    indent = 1;
    if (returns.equals("named")) {
      slices.add(new Slice("r", returned));
    }
    if (pick(4) == 0) {
      line("defer func() { recover() }()");
    }
    int n = 3 + pick(6);
    declare(returns.equals("plain") ? returned : elem());
    for (int i = 0; i < n; i++) {
      statement();
    }
    for (Slice s : slices) {
      if (pick(3) > 0) {
        use(s);
      }
    }
    if (!returns.isEmpty()) {
      leave();
    }
    indent = 0;
    line("}");
    for (int k : new int[] {0, 1, 2, 3, 5, 9}) {
      if (returns.isEmpty()) {
        main.append("\t").append(name).append("(").append(k).append(")\n");
      } else {
        String sum = "sum_" + returned.name().toLowerCase(java.util.Locale.ROOT);
        main.append("\t{\n\t\ts := ").append(name).append("(").append(k).append(")\n");
        main.append("\t\tprintln(\"").append(name).append("\", len(s), cap(s), ");
        main.append(sum).append("(s), here(unsafe.Pointer(unsafe.SliceData(s))))\n\t}\n");
      }
    }
  }

  private Elem elem() {
    return Elem.values()[pick(4) == 0 ? pick(Elem.values().length) : pick(5)];
  }

  private void declare(Elem e) {
    String s = "s" + names++;
    switch (pick(6)) {
      case 0 -> line(s + " := []" + e.type + "{}");
      case 1 -> line(s + " := []" + e.type + "{" + value(e, "n") + "}");
      case 2 -> line(s + " := make([]" + e.type + ", n)");
      default -> line("var " + s + " []" + e.type);
    }
    line("_ = len(" + s + ")");
    slices.add(new Slice(s, e));
  }

  private String value(Elem e, String from) {
    return e.make.formatted(from);
  }

  private Slice slice() {
    return slices.get(pick(slices.size()));
  }

  private String sum(Slice s) {
    return "sum_" + s.elem.name().toLowerCase(java.util.Locale.ROOT) + "(" + s.name + ")";
  }

  private void append(Slice s) {
    StringBuilder b = new StringBuilder();
    int n = pick(4) == 0 ? 2 + pick(4) : 1;
    for (int i = 0; i < n; i++) {
      b.append(", ").append(value(s.elem, "n+" + i + (pick(3) == 0 ? "+len(" + s.name + ")" : "")));
    }
    line(s.name + " = append(" + s.name + b + ")");
    if (looks && pick(2) == 0) {
      line("println(len(" + s.name + "), cap(" + s.name + "))");
    }
  }

  private void block(Runnable body) {
    int scope = slices.size();
    indent++;
    depth++;
    body.run();
    depth--;
    indent--;
    while (slices.size() > scope) {
      slices.removeLast();
    }
  }

  private void statements(int n) {
    for (int i = 0; i < n; i++) {
      statement();
    }
  }

  private void statement() {
    Slice s = slice();
    switch (pick(22)) {
      case 0, 1, 2 -> append(s);
      case 3, 4, 5 -> {
        String i = "i" + names++;
        line("for " + i + " := 0; " + i + " < min(n, 12); " + i + "++ {");
        block(() -> {
          append(s);
          if (depth < 3 && pick(2) == 0) {
            statement();
          }
        });
        line("}");
      }
      case 6 -> {
        line("for _, v := range " + s.name + " {");
        block(() -> {
          line("n += " + s.elem.read.formatted("v") + " & 1");
          if (pick(2) == 0) {
            append(s);
          }
        });
        line("}");
        line("if n > 20 {");
        line("\tn = 3");
        line("}");
      }
      case 7 -> {
        if (depth > 2) {
          return;
        }
        line("if n > " + pick(4) + " {");
        block(() -> statements(1 + pick(2)));
        if (pick(2) == 0) {
          line("} else {");
          block(() -> statements(1 + pick(2)));
        }
        line("}");
      }
      case 8 -> line(s.name + " = nil");
      case 9 -> line(s.name + " = " + s.name + "[:len(" + s.name + ")/2]");
      case 10 -> line(s.name + " = " + s.name + "[len(" + s.name + ")/2:]");
      case 11, 12 -> use(s);
      case 13 -> {
        if (depth < 3) {
          declare(elem());
        }
      }
      case 14 -> {
        Slice t = slice();
        if (t.elem == s.elem) {
          line(t.name + " = append(" + t.name + ", " + s.name + "...)");
          line("if len(" + t.name + ") > 100 {");
          line("\t" + t.name + " = " + t.name + "[:2]");
          line("}");
        } else {
          append(s);
        }
      }
      case 15 -> {
        Slice t = slice();
        if (t.elem == s.elem) {
          line(pick(2) == 0 ? t.name + " = " + s.name : t.name + ", n = " + s.name + ", n+1");
        } else {
          append(s);
        }
      }
      case 16 -> {
        String t = "s" + names++;
        line(pick(2) == 0 ? t + " := " + s.name : "var " + t + " = " + s.name);
        line("_ = " + t);
        slices.add(new Slice(t, s.elem));
      }
      case 17 -> {
        if (pick(3) == 0 && !returns.isEmpty()) {
          line("if n == " + pick(8) + " {");
          block(this::leave);
          line("}");
        } else {
          append(s);
        }
      }
      case 18 -> {
        line("if len(" + s.name + ") > 0 {");
        line("\t" + s.name + "[0] = " + value(s.elem, "n"));
        line("}");
      }
      case 19 -> give(s);
      default -> append(s);
    }
  }

  /** Looks at the slice without giving it away. */
  private void use(Slice s) {
    switch (pick(looks ? 6 : 3)) {
      case 0 -> line("println(" + sum(s) + ")");
      case 1 -> line("println(len(" + s.name + "))");
      case 2 -> {
        line("if len(" + s.name + ") > 1 {");
        line("\tprintln(" + s.elem.read.formatted(s.name + "[1]") + ")");
        line("}");
      }
      case 3 ->
          line(
              "println(here(unsafe.Pointer(unsafe.SliceData("
                  + s.name
                  + "))), cap("
                  + s.name
                  + "))");
      default -> line("println(cap(" + s.name + "))");
    }
  }

  /** Something that lets it out, or might. */
  private void give(Slice s) {
    String n = s.elem.name().toLowerCase(java.util.Locale.ROOT);
    switch (pick(8)) {
      case 0 -> line("sink_" + n + " = " + s.name);
      case 1 -> line("println(keep_" + n + "(" + s.name + "))");
      case 2 ->
          line("func() { " + s.name + " = append(" + s.name + ", " + value(s.elem, "n") + ") }()");
      case 3 -> line("func() { println(len(" + s.name + ")) }()");
      case 4 -> {
        if (depth == 0) {
          line(
              "defer func(t []"
                  + s.elem.type
                  + ") { println(\"at last\", len(t), cap(t)) }("
                  + s.name
                  + ")");
        }
      }
      case 5 -> {
        line("if p := &" + s.name + "; len(*p) < 9 {");
        line("\t*p = append(*p, " + value(s.elem, "n") + ")");
        line("}");
      }
      case 6 -> {
        line("if len(" + s.name + ") > 0 {");
        line("\tq := &" + s.name + "[0]");
        line(
            "\tprintln("
                + (s.elem == Elem.NONE || s.elem == Elem.TRIPLE
                    ? "q != nil"
                    : s.elem.read.formatted("(*q)"))
                + ")");
        line("}");
      }
      default -> {
        line("{");
        line("\tb := struct{ s []" + s.elem.type + " }{" + s.name + "}");
        line("\tb.s = append(b.s, " + value(s.elem, "n") + ")");
        line("\tprintln(cap(b.s))");
        line("}");
      }
    }
  }

  private void leave() {
    List<Slice> fit = new ArrayList<>();
    for (Slice s : slices) {
      if (s.elem == returned) {
        fit.add(s);
      }
    }
    if (returns.equals("named") && pick(2) == 0) {
      line("return");
    } else if (fit.isEmpty()) {
      line("return nil");
    } else {
      Slice s = fit.get(pick(fit.size()));
      line("return " + s.name + (pick(5) == 0 ? "[:len(" + s.name + ")/2]" : ""));
    }
  }
}

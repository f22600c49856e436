package dev.gomem.types;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small changes of Go texts that mostly leave their syntax whole and make them wrong in what types
 * they have.
 */
public final class Mutations {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)//[^\n]*|/\\*.*?\\*/|`[^`]*`|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'"
              + "|[\\p{L}_][\\p{L}\\p{N}_]*|[0-9][0-9a-zA-Z_.]*|[-+*/%&|^<>=!:.]+|[()\\[\\]{},;~]|\\s+|.");
  private static final List<String> KEYWORDS =
      List.of(
          "break",
          "case",
          "chan",
          "const",
          "continue",
          "default",
          "defer",
          "else",
          "fallthrough",
          "for",
          "func",
          "go",
          "goto",
          "if",
          "import",
          "interface",
          "map",
          "package",
          "range",
          "return",
          "select",
          "struct",
          "switch",
          "type",
          "var");
  private static final List<String> OPERATORS =
      List.of(
          "+", "-", "*", "/", "%", "&", "|", "^", "&^", "<<", ">>", "&&", "||", "==", "!=", "<",
          "<=", ">", ">=");
  private static final List<String> LITERALS =
      List.of(
          "0",
          "1",
          "-1",
          "1.5",
          "\"s\"",
          "'a'",
          "nil",
          "true",
          "2i",
          "1<<100",
          "0.0",
          "x",
          "_",
          "[]int{1}",
          "func() {}");
  private static final List<String> TYPES =
      List.of(
          "int",
          "string",
          "float64",
          "bool",
          "byte",
          "any",
          "error",
          "uint",
          "int8",
          "complex128",
          "[]int",
          "*int",
          "chan int",
          "map[string]int",
          "func()",
          "struct{}",
          "interface{ m() }",
          "T",
          "[2]int",
          "uintptr");

  private Mutations() {}

  public static String mutate(String text, SplittableRandom r) {
    List<String> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      tokens.add(m.group());
    }
    int changes = 1 + r.nextInt(2);
    for (int i = 0; i < changes; i++) {
      switch (r.nextInt(8)) {
        case 0, 1, 2 -> exchangeOperand(tokens, r);
        case 3 -> changeLine(tokens, r);
        default -> change(tokens, r);
      }
    }
    return String.join("", tokens);
  }

  private static boolean isName(String t) {
    return Character.isUnicodeIdentifierStart(t.charAt(0)) || t.charAt(0) == '_'
        ? !KEYWORDS.contains(t)
        : false;
  }

  private static boolean isLiteral(String t) {
    char c = t.charAt(0);
    return Character.isDigit(c) || c == '"' || c == '\'' || c == '`';
  }

  private static void change(List<String> tokens, SplittableRandom r) {
    List<String> names = tokens.stream().filter(Mutations::isName).distinct().toList();
    List<String> literals = tokens.stream().filter(Mutations::isLiteral).distinct().toList();
    for (int attempt = 0; attempt < 200; attempt++) {
      int i = r.nextInt(tokens.size());
      String t = tokens.get(i);
      if (t.isBlank() || t.startsWith("//") || t.startsWith("/*")) {
        continue;
      }
      if (isName(t) && !t.equals("package")) {
        switch (r.nextInt(6)) {
          case 0 -> tokens.set(i, pick(r, LITERALS));
          case 1 -> tokens.set(i, pick(r, TYPES));
          case 2 -> tokens.set(i, t + "." + pick(r, names));
          case 3 -> tokens.set(i, pick(r, List.of("*", "&", "-", "!", "<-", "^")) + t);
          default -> tokens.set(i, pick(r, names));
        }
        return;
      }
      if (isLiteral(t)) {
        tokens.set(
            i, r.nextBoolean() || literals.size() < 2 ? pick(r, LITERALS) : pick(r, literals));
        return;
      }
      if (OPERATORS.contains(t)) {
        tokens.set(i, pick(r, OPERATORS));
        return;
      }
      switch (t) {
        case ":=" -> {
          tokens.set(i, "=");
          return;
        }
        case "=" -> {
          tokens.set(i, pick(r, List.of(":=", "+=", "<<=", "==")));
          return;
        }
        case "," -> {
          // loses or doubles what stands before
          if (i > 0 && r.nextBoolean()) {
            tokens.set(i, "");
            tokens.set(i - 1, "");
          } else if (i > 0) {
            tokens.set(i, "," + tokens.get(i - 1) + ",");
          }
          tokens.removeIf(String::isEmpty);
          return;
        }
        case ")" -> {
          tokens.set(
              i, pick(r, List.of(", 1)", "...)", ")()", ")[0]", ").f", ", nil)", ", \"s\")")));
          return;
        }
        case "return", "defer", "go", "break" -> {
          tokens.set(i, pick(r, List.of("", "return", "defer", "return 1, ", "_ = ")));
          tokens.removeIf(String::isEmpty);
          return;
        }
        case "[" -> {
          tokens.set(i, pick(r, List.of("[1:", "[-1 + ", "[int, ", "[:", "[\"a\"][")));
          return;
        }
        default -> {
          if (t.contains("\n")) {
            continue;
          }
        }
      }
    }
  }

  /**
   * Puts one operand of the text (with its selectors, arguments, indices) in the place of another.
   */
  private static void exchangeOperand(List<String> tokens, SplittableRandom r) {
    int to = operand(tokens, r);
    int from = operand(tokens, r);
    if (to < 0 || from < 0) {
      return;
    }
    int toEnd = operandEnd(tokens, to);
    int fromEnd = operandEnd(tokens, from);
    if (fromEnd - from > 60 || toEnd - to > 60) {
      return;
    }
    List<String> piece = List.copyOf(tokens.subList(from, fromEnd));
    List<String> place = tokens.subList(to, toEnd);
    place.clear();
    place.addAll(piece);
  }

  private static int operand(List<String> tokens, SplittableRandom r) {
    for (int attempt = 0; attempt < 100; attempt++) {
      int i = r.nextInt(tokens.size());
      String t = tokens.get(i);
      if ((isName(t) || isLiteral(t)) && (i == 0 || !tokens.get(i - 1).equals("."))) {
        return i;
      }
    }
    return -1;
  }

  private static int operandEnd(List<String> tokens, int i) {
    i++;
    while (i < tokens.size()) {
      switch (tokens.get(i)) {
        case "." -> i += 2;
        case "(", "[" -> {
          int depth = 0;
          do {
            String t = tokens.get(i++);
            depth += t.equals("(") || t.equals("[") ? 1 : t.equals(")") || t.equals("]") ? -1 : 0;
          } while (depth > 0 && i < tokens.size());
        }
        default -> {
          return i;
        }
      }
    }
    return tokens.size();
  }

  /** Loses, doubles or moves a line. */
  private static void changeLine(List<String> tokens, SplittableRandom r) {
    List<String> lines = new ArrayList<>(List.of(String.join("", tokens).split("(?<=\n)")));
    int i = r.nextInt(lines.size());
    if (lines.get(i).isBlank()) {
      return;
    }
    switch (r.nextInt(3)) {
      case 0 -> lines.remove(i);
      case 1 -> lines.add(i, lines.get(i));
      default -> lines.add(r.nextInt(lines.size()), lines.remove(i));
    }
    tokens.clear();
    Matcher m = TOKEN.matcher(String.join("", lines));
    while (m.find()) {
      tokens.add(m.group());
    }
  }

  private static String pick(SplittableRandom r, List<String> of) {
    return of.isEmpty() ? "x" : of.get(r.nextInt(of.size()));
  }
}

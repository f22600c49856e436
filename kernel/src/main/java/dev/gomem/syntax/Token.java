package dev.gomem.syntax;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lexical classes the parser tells apart, as in gc's syntax package: operators share a few
 * classes (the operator itself stands beside the token), and every literal is {@link #LITERAL}. The
 * text is what messages print. There are at most 64, so that a set of tokens is a {@code long}.
 */
enum Token {
  EOF("EOF"),

  NAME("name"),
  LITERAL("literal"),

  OPERATOR("op"), // every operator but * and <-
  ASSIGN_OP("op="),
  INC_OP("opop"),
  ASSIGN("="),
  DEFINE(":="),
  ARROW("<-"),
  STAR("*"),

  LPAREN("("),
  LBRACK("["),
  LBRACE("{"),
  RPAREN(")"),
  RBRACK("]"),
  RBRACE("}"),
  COMMA(","),
  SEMI(";"),
  COLON(":"),
  DOT("."),
  DOT_DOT_DOT("..."),

  BREAK("break"),
  CASE("case"),
  CHAN("chan"),
  CONST("const"),
  CONTINUE("continue"),
  DEFAULT("default"),
  DEFER("defer"),
  ELSE("else"),
  FALLTHROUGH("fallthrough"),
  FOR("for"),
  FUNC("func"),
  GO("go"),
  GOTO("goto"),
  IF("if"),
  IMPORT("import"),
  INTERFACE("interface"),
  MAP("map"),
  PACKAGE("package"),
  RANGE("range"),
  RETURN("return"),
  SELECT("select"),
  STRUCT("struct"),
  SWITCH("switch"),
  TYPE("type"),
  VAR("var");

  private static final Map<String, Token> KEYWORDS = keywords();

  private final String text;

  Token(String text) {
    this.text = text;
  }

  private static Map<String, Token> keywords() {
    Map<String, Token> map = new HashMap<>();
    for (Token t : values()) {
      if (t.isKeyword()) {
        map.put(t.text, t);
      }
    }
    return Map.copyOf(map);
  }

  /** The keyword spelt {@code word}, or null if it is a name. */
  static @Nullable Token keyword(String word) {
    return KEYWORDS.get(word);
  }

  boolean isKeyword() {
    return ordinal() >= BREAK.ordinal();
  }

  /** As written in Go, or the class's name. */
  String text() {
    return text;
  }

  /** What a syntax error calls this token. */
  String described() {
    return switch (this) {
      case COMMA -> "comma";
      case SEMI -> "semicolon or newline";
      default -> isKeyword() ? "keyword " + text : text;
    };
  }

  /** This token as a set. */
  long bit() {
    return 1L << ordinal();
  }

  boolean in(long set) {
    return (set & bit()) != 0;
  }

  static long setOf(Token... tokens) {
    long set = 0;
    for (Token t : tokens) {
      set |= t.bit();
    }
    return set;
  }
}

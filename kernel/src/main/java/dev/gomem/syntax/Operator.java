package dev.gomem.syntax;

/**
 * Operators of expressions, assignments and {@code ++}/{@code --}; names as in gc's syntax package.
 */
public enum Operator {
  DEF(":", 0), // := as an assignment operator
  NOT("!", 0),
  RECV("<-", 0),
  TILDE("~", 0),
  OROR("||", 1),
  ANDAND("&&", 2),
  EQL("==", 3),
  NEQ("!=", 3),
  LSS("<", 3),
  LEQ("<=", 3),
  GTR(">", 3),
  GEQ(">=", 3),
  ADD("+", 4),
  SUB("-", 4),
  OR("|", 4),
  XOR("^", 4),
  MUL("*", 5),
  DIV("/", 5),
  REM("%", 5),
  AND("&", 5),
  ANDNOT("&^", 5),
  SHL("<<", 5),
  SHR(">>", 5);

  private final String text;
  private final int precedence;

  Operator(String text, int precedence) {
    this.text = text;
    this.precedence = precedence;
  }

  /** As written in Go. */
  public String text() {
    return text;
  }

  /** 1 (lowest) to 5 for binary operators, else 0. */
  public int precedence() {
    return precedence;
  }

  public boolean isComparison() {
    return precedence == 3;
  }

  public boolean isShift() {
    return this == SHL || this == SHR;
  }

  @Override
  public String toString() {
    return text;
  }
}

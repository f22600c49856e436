package dev.gomem.constant;

/** Operations on constants. */
public enum Op {
  ADD("+"),
  SUB("-"),
  MUL("*"),
  /** The exact quotient, a fraction also of integers. */
  QUO("/"),
  /** The quotient of integers, truncated towards zero. */
  INT_QUO("/"),
  REM("%"),
  AND("&"),
  OR("|"),
  XOR("^"),
  AND_NOT("&^"),
  SHL("<<"),
  SHR(">>"),
  LAND("&&"),
  LOR("||"),
  NOT("!"),
  EQL("=="),
  NEQ("!="),
  LSS("<"),
  LEQ("<="),
  GTR(">"),
  GEQ(">=");

  private final String text;

  Op(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}

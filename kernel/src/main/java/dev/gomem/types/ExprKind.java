package dev.gomem.types;

/** What an expression may be used for as a statement. */
enum ExprKind {
  CONVERSION,
  EXPRESSION,
  STATEMENT
}

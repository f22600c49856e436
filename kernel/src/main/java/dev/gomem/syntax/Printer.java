package dev.gomem.syntax;

/** Tree to text. */
public final class Printer {
  private Printer() {}

  /** The short one-line form in which gc's messages quote an expression: {@code T{…}}, {@code func(x int) {…}}. */
  public static String expr(Expr x) {
    return ShortForm.of(x);
  }

  /** The short one-line form of an expression, a simple statement or a field, as gc's messages quote it. */
  public static String shortForm(Node n) {
    return ShortForm.of(n);
  }
}

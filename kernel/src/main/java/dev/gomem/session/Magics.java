package dev.gomem.session;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that begin with {@code %} at a cell's head: orders to the notebook, as IPython writes them.
 * What follows them is Go; its lines keep their numbers, since the magics become empty lines.
 */
final class Magics {
  static final List<String> NAMES =
      List.of("go", "help", "memory", "placement", "undo", "view", "whatif", "why");

  private Magics() {}

  /** One order. */
  record Line(String name, List<String> args) {}

  /**
   * @param rest the Go text, with an empty line for each magic
   */
  record Parsed(List<Line> lines, String rest) {}

  static Parsed parse(String code) {
    List<Line> lines = new ArrayList<>();
    String[] all = code.split("\n", -1);
    int i = 0;
    while (i < all.length && (all[i].isBlank() || all[i].stripLeading().startsWith("%"))) {
      String text = all[i].strip();
      if (!text.isEmpty()) {
        String[] w = text.substring(text.startsWith("%%") ? 2 : 1).split("\\s+");
        lines.add(
            new Line(
                w.length == 0 ? "" : w[0],
                w.length == 0 ? List.of() : List.of(w).subList(1, w.length)));
        all[i] = "";
      }
      i++;
    }
    return new Parsed(lines, String.join("\n", all));
  }

  /** The Go text alone. */
  static String blanked(String code) {
    return parse(code).rest();
  }

  /** The known name that is most like a mistyped one. */
  static String nearest(String name) {
    return nearest(name, NAMES);
  }

  /** The one of several names that is most like a mistyped one; the first of those alike. */
  static String nearest(String name, List<String> names) {
    String best = names.get(0);
    int least = Integer.MAX_VALUE;
    for (String n : names) {
      int d = distance(name, n);
      if (d < least) {
        least = d;
        best = n;
      }
    }
    return best;
  }

  /** Levenshtein's. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int next =
            Math.min(
                Math.min(row[j], row[j - 1]) + 1,
                diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
        diagonal = row[j];
        row[j] = next;
      }
    }
    return row[b.length()];
  }
}

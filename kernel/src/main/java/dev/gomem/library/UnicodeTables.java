package dev.gomem.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Unicode says of code points, in the version of Go's package unicode (the host's may be
 * another). Read from a resource when first asked.
 */
final class UnicodeTables {
  /** General categories; package unicode has a constant for each, in this order. */
  private static final List<String> CATEGORIES =
      List.of(
          "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe",
          "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co");

  /** All but the categories of separators and of code points that are not characters. */
  static final int PRINT = (1 << CATEGORIES.indexOf("Zs")) - 1;

  /** Code point where each stretch begins, and the bit of its category (0: unassigned). */
  private final int[] starts;

  private final int[] bits;

  /** First, last, step, and what is added for upper, lower and title case. */
  private final int[][] cases;

  private final Map<Integer, Integer> folds = new HashMap<>();

  /** The tables, once for all machines. */
  private static final class Holder {
    static final UnicodeTables TABLES = new UnicodeTables();
  }

  static UnicodeTables get() {
    return Holder.TABLES;
  }

  private UnicodeTables() {
    List<String[]> lines = Library.read("unicode/tables").lines().map(l -> l.split(" ")).toList();
    List<String[]> general = lines.stream().filter(w -> w[0].equals("g")).toList();
    starts = general.stream().mapToInt(w -> Integer.parseInt(w[1], 16)).toArray();
    bits =
        general.stream()
            .mapToInt(w -> w[2].equals("Cn") ? 0 : 1 << CATEGORIES.indexOf(w[2]))
            .toArray();
    cases =
        lines.stream()
            .filter(w -> w[0].equals("c"))
            .map(w ->
                new int[] {
                  Integer.parseInt(w[1], 16),
                  Integer.parseInt(w[2], 16),
                  Integer.parseInt(w[3], 16),
                  Integer.parseInt(w[4]),
                  Integer.parseInt(w[5]),
                  Integer.parseInt(w[6])
                })
            .toArray(int[][]::new);
    for (String[] w : lines) {
      if (w[0].equals("f")) {
        folds.put(Integer.parseInt(w[1], 16), Integer.parseInt(w[2], 16));
      }
    }
  }

  /** The bit of a code point's general category, 0 if it has none. */
  int category(int r) {
    if (r < 0 || r > Character.MAX_CODE_POINT) {
      return 0;
    }
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= r) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return bits[low];
  }

  /** In upper (0), lower (1) or title case (2). */
  int to(int which, int r) {
    // Two rows may overlap where upper and lower case alternate: both are near.
    int low = 0;
    int high = cases.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cases[middle][0] <= r) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low - 1; i >= 0 && i >= low - 3; i--) {
      int[] c = cases[i];
      if (r >= c[0] && r <= c[1] && (r - c[0]) % c[2] == 0) {
        return r + c[3 + which];
      }
    }
    return r;
  }

  /** The next code point that is the same but for case. */
  int fold(int r) {
    Integer f = folds.get(r);
    if (f != null) {
      return f;
    }
    int l = to(1, r);
    return l != r ? l : to(0, r);
  }
}

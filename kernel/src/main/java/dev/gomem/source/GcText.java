package dev.gomem.source;

/**
 * What gc prints of a program, as a sentence shows it: without what only the compiler knows, the
 * numbers of its variables and the shapes that stand for type arguments.
 */
public final class GcText {
  private static final String SHAPE = "go.shape.";

  private GcText() {}

  /** {@code Map} for {@code Map[go.shape.int]}, {@code []int} for {@code []go.shape.int}. */
  public static String spoken(String text) {
    String s = text.replaceAll("\\.autotmp_\\d+", "…").replaceAll("^\\((\\[]\\w+)\\)\\(", "$1(");
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < s.length(); i++) {
      boolean list = s.startsWith("[" + SHAPE, i) && i > 0 && !mapAt(s, i);
      if (list && Character.isJavaIdentifierPart(s.charAt(i - 1))) {
        i = closing(s, i);
      } else {
        out.append(s.charAt(i));
      }
    }
    // All pointers have one shape.
    return out.toString().replace(SHAPE + "*uint8", "*…").replace(SHAPE, "");
  }

  /** Whether the word {@code map} ends there; names of types may end in it too. */
  private static boolean mapAt(String s, int end) {
    return s.startsWith("map", end - 3)
        && (end == 3 || !Character.isJavaIdentifierPart(s.charAt(end - 4)));
  }

  private static int closing(String s, int open) {
    int depth = 0;
    for (int i = open; i < s.length(); i++) {
      depth += s.charAt(i) == '[' ? 1 : s.charAt(i) == ']' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return s.length();
  }
}

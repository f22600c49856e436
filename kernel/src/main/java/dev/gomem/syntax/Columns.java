package dev.gomem.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text with cells that are set in columns, as gofmt sets them: a column is made by the
 * cells at the same place in consecutive lines of a section, as wide as the widest of them and a
 * blank; a column of empty cells vanishes. Blanks at the end of a line are dropped, and the
 * indentation of a line is what holds when its first text comes.
 */
final class Columns {
  private static final char CELL = '\u000b';

  private static final class Line {
    int indent;
    final StringBuilder text = new StringBuilder();

    /** Columns of the lines below don't depend on those above. */
    boolean endsSection;

    List<String> cells() {
      List<String> cells = new ArrayList<>();
      int from = 0;
      for (int i = text.indexOf("\u000b"); i >= 0; i = text.indexOf("\u000b", from)) {
        cells.add(text.substring(from, i));
        from = i + 1;
      }
      cells.add(text.substring(from));
      return cells;
    }
  }

  /** How far the next line is indented, in tabs. */
  int indent;

  private final List<Line> done = new ArrayList<>();
  private Line line = new Line();
  private boolean blank;

  void text(String s) {
    if (s.isEmpty()) {
      return;
    }
    if (line.text.isEmpty()) {
      line.indent = indent;
    } else if (blank) {
      line.text.append(' ');
    }
    blank = false;
    line.text.append(s);
  }

  /** Whether the next text follows the last without anything between. */
  boolean touches() {
    return !blank && !line.text.isEmpty();
  }

  /** A blank before the next text of this line, if there is one. */
  void blank() {
    blank = true;
  }

  /** Ends a cell. */
  void cell() {
    text(String.valueOf(CELL));
  }

  void newline(boolean section) {
    line.endsSection = section;
    done.add(line);
    line = new Line();
    blank = false;
  }

  boolean isEmpty() {
    return done.isEmpty() && line.text.isEmpty();
  }

  /** Lines finished so far. */
  int lines() {
    return done.size();
  }

  /** Characters in the current line, indentation apart. */
  int column() {
    return line.text.length() + (blank ? 1 : 0);
  }

  boolean isOneLine() {
    return done.isEmpty() && line.text.indexOf("\n") < 0;
  }

  int width() {
    return width(line.text);
  }

  private static int width(CharSequence s) {
    return Character.codePointCount(s, 0, s.length());
  }

  /** All of it, with the cells in columns. */
  String text() {
    List<Line> all = new ArrayList<>(done);
    all.add(line);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < all.size(); ) {
      int first = i;
      do {
        i++;
      } while (i < all.size()
          && !all.get(i - 1).endsSection
          && all.get(i).indent == all.get(first).indent);
      section(all.subList(first, i), out);
    }
    out.setLength(out.length() - 1);
    return out.toString();
  }

  private static void section(List<Line> lines, StringBuilder out) {
    List<List<String>> rows = new ArrayList<>();
    List<int[]> widths = new ArrayList<>();
    for (Line l : lines) {
      List<String> cells = l.cells();
      rows.add(cells);
      widths.add(new int[cells.size()]);
    }
    columns(rows, widths, 0, rows.size(), 0);
    for (int i = 0; i < rows.size(); i++) {
      StringBuilder text = new StringBuilder();
      List<String> cells = rows.get(i);
      for (int c = 0; c < cells.size(); c++) {
        text.append(cells.get(c));
        if (c + 1 < cells.size()) {
          text.append(" ".repeat(Math.max(0, widths.get(i)[c] - width(cells.get(c)))));
        }
      }
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) == ' ') {
        end--;
      }
      if (end > 0) {
        out.append("\t".repeat(Math.max(0, lines.get(i).indent))).append(text, 0, end);
      }
      out.append('\n');
    }
  }

  /**
   * Gives the cells of column {@code c} and beyond, in rows {@code from} to {@code to}, their
   * widths.
   */
  private static void columns(
      List<List<String>> rows, List<int[]> widths, int from, int to, int c) {
    for (int i = from; i < to; ) {
      if (rows.get(i).size() <= c + 1) {
        i++;
        continue;
      }
      int end = i;
      int width = 0;
      for (; end < to && rows.get(end).size() > c + 1; end++) {
        width = Math.max(width, width(rows.get(end).get(c)));
      }
      for (int j = i; j < end; j++) {
        widths.get(j)[c] = width == 0 ? 0 : width + 1;
      }
      columns(rows, widths, i, end, c + 1);
      i = end;
    }
  }
}

package dev.gomem.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a document as plain text: box-drawing tables at most {@link #WIDTH} columns wide, complete
 * on their own, since terminals, diffs and restricted viewers show nothing else.
 */
final class TextWriter {
  static final int WIDTH = 100;

  private final StringBuilder b = new StringBuilder();

  static String write(Doc doc) {
    TextWriter w = new TextWriter();
    w.blocks(doc.blocks());
    return w.b.toString().stripTrailing() + "\n";
  }

  private void blocks(List<Doc.Block> blocks) {
    for (Doc.Block block : blocks) {
      switch (block) {
        case Doc.Para p -> para(flat(p.runs()));
        case Doc.Title t -> b.append("\n== ").append(flat(t.runs())).append(" ==\n");
        case Doc.Table t -> table(t);
        case Doc.Side s -> blocks(s.blocks());
        case Doc.Details d -> {
          b.append('\n').append(flat(d.summary())).append('\n');
          blocks(d.blocks());
        }
      }
    }
  }

  private void para(String text) {
    for (String line : wrap(text, WIDTH)) {
      b.append(line).append('\n');
    }
  }

  private void table(Doc.Table t) {
    b.append('\n');
    para(flat(t.caption()));
    int n = t.columns().size();
    List<List<String>> cells = new ArrayList<>();
    int[] want = new int[n];
    for (int i = 0; i < n; i++) {
      want[i] = width(t.columns().get(i));
    }
    for (Doc.Row row : t.rows()) {
      List<String> texts = new ArrayList<>();
      int col = 0;
      for (Doc.Cell c : row.cells()) {
        String s = flat(c.runs());
        texts.add(s);
        if (c.span() == 1) {
          for (String line : s.split("\n", -1)) {
            want[col] = Math.max(want[col], width(line));
          }
        }
        col += c.span();
      }
      cells.add(texts);
    }
    // A row across all columns gets its room from the last one.
    int across = 0;
    for (int r = 0; r < cells.size(); r++) {
      if (t.rows().get(r).cells().get(0).span() == n) {
        across = Math.max(across, width(cells.get(r).get(0)));
      }
    }
    int sum = 3 * (n - 1);
    for (int w : want) {
      sum += w;
    }
    want[n - 1] += Math.max(0, Math.min(across, WIDTH - 4) - sum);
    int[] widths = fit(want, WIDTH - 3 * n - 1, t.tone() == Doc.Tone.SOURCE);
    rule("┌", "┬", "┐", widths);
    line(t.columns(), widths, null);
    rule("├", "┼", "┤", widths);
    for (int r = 0; r < cells.size(); r++) {
      line(cells.get(r), widths, t.rows().get(r));
    }
    rule("└", "┴", "┘", widths);
  }

  /**
   * Narrows the widest columns until the table fits; the source column keeps its lines whole as
   * long as it can.
   */
  private static int[] fit(int[] want, int room, boolean source) {
    int[] w = want.clone();
    int sum = 0;
    for (int x : w) {
      sum += x;
    }
    while (sum > room) {
      int widest = source && w.length > 2 && w[2] > 24 ? 2 : 0;
      if (widest == 0) {
        for (int i = 1; i < w.length; i++) {
          if (w[i] > w[widest]) {
            widest = i;
          }
        }
      }
      if (w[widest] <= 8) {
        break;
      }
      w[widest]--;
      sum--;
    }
    return w;
  }

  private void rule(String left, String mid, String right, int[] widths) {
    b.append(left);
    for (int i = 0; i < widths.length; i++) {
      b.append(i > 0 ? mid : "").append("─".repeat(widths[i] + 2));
    }
    b.append(right).append('\n');
  }

  private void line(
      List<String> cells, int[] widths, Doc.@org.jspecify.annotations.Nullable Row row) {
    List<List<String>> wrapped = new ArrayList<>();
    List<Integer> spans = new ArrayList<>();
    int height = 1;
    int col = 0;
    for (int i = 0; i < cells.size(); i++) {
      int span = row == null ? 1 : row.cells().get(i).span();
      int room = 0;
      for (int k = 0; k < span; k++) {
        room += widths[col + k] + (k > 0 ? 3 : 0);
      }
      List<String> lines = wrap(cells.get(i), room);
      wrapped.add(lines);
      spans.add(room);
      height = Math.max(height, lines.size());
      col += span;
    }
    for (int h = 0; h < height; h++) {
      for (int i = 0; i < wrapped.size(); i++) {
        String s = h < wrapped.get(i).size() ? wrapped.get(i).get(h) : "";
        b.append("│ ")
            .append(s)
            .append(" ".repeat(Math.max(0, spans.get(i) - width(s))))
            .append(' ');
      }
      b.append("│\n");
    }
  }

  private static List<String> wrap(String text, int room) {
    List<String> out = new ArrayList<>();
    for (int start = 0; start <= text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      wrap(text, start, end, room, out);
      start = end + 1;
    }
    return out;
  }

  /** Never looks at more of a text than a line takes: a literal can be a million characters. */
  private static void wrap(String text, int start, int end, int room, List<String> out) {
    int from = start;
    while (width(text, from, end, room) > room) {
      int most = Math.min(from + room, end);
      int cut = text.lastIndexOf(' ', Math.min(most, end - 1));
      int indent = from;
      while (indent < end && Character.isWhitespace(text.charAt(indent))) {
        indent++;
      }
      if (cut <= indent) {
        out.add(text.substring(from, most));
        from = most;
      } else {
        out.add(text.substring(from, cut));
        from = cut + 1;
      }
    }
    out.add(text.substring(from, end));
  }

  /** Columns a text takes: wide East Asian characters and emoji take two, combining marks none. */
  private static int width(String s) {
    return width(s, 0, s.length(), Integer.MAX_VALUE);
  }

  /** The same of a part; any number above {@code enough} once that is exceeded. */
  private static int width(String s, int from, int to, int enough) {
    int w = 0;
    for (int i = from; i < to && w <= enough; ) {
      int c = s.codePointAt(i);
      w += c < 0x300 && c >= ' ' && c != 0xad ? 1 : width(c);
      i += Character.charCount(c);
    }
    return w;
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115f
            || c >= 0x2e80 && c <= 0xa4cf
            || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xf900 && c <= 0xfaff
            || c >= 0xfe30 && c <= 0xfe6f
            || c >= 0xff00 && c <= 0xff60
            || c >= 0x1f300 && c <= 0x1faff
            || c >= 0x20000 && c <= 0x3fffd;
    return wide ? 2 : 1;
  }

  private static String flat(List<Doc.Run> runs) {
    StringBuilder s = new StringBuilder();
    for (Doc.Run r : runs) {
      switch (r) {
        case Doc.Text t -> s.append(Visible.of(t.text()));
        case Doc.Strong t -> s.append(Visible.of(t.text()));
        case Doc.Em t -> s.append(Visible.of(t.text()));
        case Doc.Code t -> s.append(Visible.of(t.text()));
        case Doc.Source t -> s.append(Visible.of(t.text()));
        case Doc.Small t -> s.append(Visible.of(t.text()));
        case Doc.Address a -> s.append("0x").append(Long.toHexString(a.address()));
        case Doc.Badge x -> s.append('(').append(x.word()).append(')');
        case Doc.Plate p -> s.append('H').append(p.number());
        case Doc.Arrow a -> s.append("→ ").append(Visible.of(a.target()));
        case Doc.Cells c -> cells(c, s);
        case Doc.Break ignored -> s.append('\n');
      }
    }
    return s.toString();
  }

  private static void cells(Doc.Cells c, StringBuilder s) {
    boolean first = true;
    for (Doc.Box box : c.boxes()) {
      s.append(first ? "" : " | ");
      first = false;
      if (!box.index().isEmpty()) {
        s.append(box.index()).append(' ');
      }
      s.append(flat(box.value()));
    }
  }
}

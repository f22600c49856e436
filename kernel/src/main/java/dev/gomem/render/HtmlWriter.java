package dev.gomem.render;

import java.util.List;
import java.util.Map;

/**
 * Writes a document as static HTML that survives every viewer: inline styles only, no script, no
 * ids, native table semantics, nothing outside the list that a test holds it to (facts: untrusted
 * JupyterLab's sanitizer). Text has no colour of its own; tints and borders repeat what a word
 * says. Every text is escaped. Short, since it is saved with every cell: what a viewer's style
 * sheet leaves alone is not said.
 */
final class HtmlWriter {
  /**
   * Go, values and addresses: {@code samp}, since JupyterLab puts {@code code} on a grey ground.
   */
  private static final String MONO = "samp";

  private static final String LINE = "rgba(128,128,128,0.35)";

  /** JupyterLab right-aligns cells; it stripes and hovers rows, which have their own background. */
  private static final String CELL = "text-align:left";

  /** Where cells of a row differ in height. */
  private static final String TALL = ";vertical-align:top";

  /** Mid-tones that reach 3.6:1 on white and on #212121, in the order plates take them. */
  private static final List<String> HUES =
      List.of(
          "#267ad6", "#c96e00", "#008e5c", "#985cd0", "#d64e30", "#008896", "#cc4a8c", "#808080");

  private static final List<String> BORDERS = List.of("solid", "dashed", "double");

  private static final Map<Doc.State, String> TINTS =
      Map.of(
          Doc.State.PLAIN, "transparent",
          Doc.State.GROUP, "rgba(38,122,214,0.10)",
          Doc.State.NEW, "rgba(0,142,92,0.10)",
          Doc.State.CHANGED, "rgba(201,110,0,0.10)",
          Doc.State.GARBAGE, "rgba(128,128,128,0.16)",
          Doc.State.FREE, "transparent",
          Doc.State.JUST_RAN, "rgba(0,142,92,0.12)");

  private final StringBuilder b = new StringBuilder();

  static String write(Doc doc) {
    HtmlWriter w = new HtmlWriter();
    w.b.append(
        "<div class=\"gomem mathjax_ignore\" style=\"font-size:13px;line-height:1.45;max-width:1180px\">\n");
    w.blocks(doc.blocks());
    return w.b.append("</div>\n").toString();
  }

  static String escape(String s) {
    StringBuilder e = new StringBuilder(s.length() + 16);
    s.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> e.append("&amp;");
            case '<' -> e.append("&lt;");
            case '>' -> e.append("&gt;");
            case '"' -> e.append("&quot;");
            case '\'' -> e.append("&#39;");
            default -> e.append(Visible.of(c));
          }
        });
    return e.toString();
  }

  private void blocks(List<Doc.Block> blocks) {
    for (Doc.Block block : blocks) {
      switch (block) {
        case Doc.Para p -> para(p);
        case Doc.Title t -> title(t);
        case Doc.Table t -> table(t, "margin:0 0 12px 0");
        case Doc.Side s -> side(s);
        case Doc.Details d -> details(d);
      }
    }
  }

  private void para(Doc.Para p) {
    b.append(
        p.lead()
            ? "<div style=\"border-left:5px solid #267ad6;background-color:rgba(38,122,214,0.08);"
                + "border-radius:4px;padding:6px 12px;margin:0 0 12px 0\">"
            : "<div style=\"margin:0 0 8px 0\">");
    runs(p.runs());
    b.append("</div>\n");
  }

  private void title(Doc.Title t) {
    b.append("<div style=\"font-size:14px;margin:4px 0 6px 0\"><b>");
    runs(t.runs());
    b.append("</b></div>\n");
  }

  private void side(Doc.Side s) {
    b.append("<div style=\"display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start\">\n");
    for (Doc.Block block : s.blocks()) {
      if (block instanceof Doc.Table t) {
        table(
            t,
            "flex:1 1 "
                + (t.tone() == Doc.Tone.HEAP ? "480px" : "380px")
                + ";min-width:0;margin:0 0 12px 0");
      } else {
        blocks(List.of(block));
      }
    }
    b.append("</div>\n");
  }

  private void details(Doc.Details d) {
    b.append("<details style=\"margin:0 0 12px 0\"><summary>");
    runs(d.summary());
    b.append("</summary>\n");
    blocks(d.blocks());
    b.append("</details>\n");
  }

  private void table(Doc.Table t, String outer) {
    b.append("<div style=\"border:1px solid ")
        .append(LINE)
        .append(";border-radius:8px;overflow-x:auto;")
        .append(outer);
    b.append(
        "\"><table style=\"border-collapse:collapse;table-layout:auto;width:100%;margin:0;font-size:13px\">\n");
    b.append("<caption style=\"text-align:left;font-size:14px;padding:8px\">");
    runs(t.caption());
    b.append("</caption>\n<thead><tr style=\"background-color:transparent\">");
    for (String c : t.columns()) {
      b.append("<th scope=\"col\" style=\"")
          .append(CELL)
          .append(";font-size:12px\">")
          .append(escape(c))
          .append("</th>");
    }
    b.append("</tr></thead>\n<tbody>\n");
    boolean tight = t.tone() == Doc.Tone.SOURCE;
    for (Doc.Row row : t.rows()) {
      row(row, t.tone(), tight);
    }
    b.append("</tbody></table></div>\n");
  }

  private void row(Doc.Row row, Doc.Tone tone, boolean tight) {
    String tint = TINTS.getOrDefault(row.state(), "transparent");
    b.append("<tr style=\"background-color:").append(tint);
    b.append(tight ? "\">" : ";border-top:1px solid rgba(128,128,128,0.22)\">");
    boolean first = true;
    for (Doc.Cell cell : row.cells()) {
      String tag = first ? "th" : "td";
      b.append('<').append(tag);
      if (first) {
        b.append(row.state() == Doc.State.GROUP ? " scope=\"rowgroup\"" : " scope=\"row\"");
      }
      if (cell.span() > 1) {
        b.append(" colspan=\"").append(cell.span()).append('"');
      }
      String style = CELL + (tone == Doc.Tone.HEAP ? TALL : "");
      if (tight) {
        style += TALL + ";padding:1px 8px";
      }
      if (first) {
        style += ";font-weight:400" + (tight ? ";white-space:nowrap" : "");
      }
      b.append(" style=\"").append(style).append("\">");
      runs(cell.runs());
      b.append("</").append(tag).append('>');
      first = false;
    }
    b.append("</tr>\n");
  }

  private void runs(List<Doc.Run> runs) {
    for (Doc.Run r : runs) {
      run(r);
    }
  }

  private void run(Doc.Run r) {
    switch (r) {
      case Doc.Text t -> b.append(escape(t.text()));
      case Doc.Strong t -> b.append("<b>").append(escape(t.text())).append("</b>");
      case Doc.Em t -> b.append("<i>").append(escape(t.text())).append("</i>");
      case Doc.Code t -> code(t.text());
      case Doc.Source t -> span(MONO, "white-space:pre", t.text());
      case Doc.Small t -> span("span", "font-size:12px", t.text());
      case Doc.Address a -> code("0x" + Long.toHexString(a.address()));
      case Doc.Badge x -> badge(x);
      case Doc.Plate p -> plate(p.number(), "H" + p.number());
      case Doc.Arrow a -> arrow(a);
      case Doc.Cells c -> cells(c);
      case Doc.Break ignored -> b.append("<br>");
    }
  }

  private void code(String text) {
    b.append('<').append(MONO).append('>').append(escape(text));
    b.append("</").append(MONO).append('>');
  }

  private void span(String tag, String style, String text) {
    b.append('<').append(tag).append(" style=\"").append(style).append("\">");
    b.append(escape(text)).append("</").append(tag).append('>');
  }

  private void badge(Doc.Badge x) {
    String hue =
        x.state() == Doc.State.NEW
            ? HUES.get(2)
            : x.state() == Doc.State.CHANGED ? HUES.get(1) : HUES.get(7);
    span(
        "span",
        "font-size:12px;border:1px solid " + hue + ";border-radius:8px;padding:0 6px",
        x.word());
  }

  private void plate(int number, String text) {
    String hue = HUES.get((number - 1) % HUES.size());
    String border = BORDERS.get((number - 1) / HUES.size() % BORDERS.size());
    b.append("<b>");
    span(
        MONO,
        "display:inline-block;border:3px "
            + border
            + ' '
            + hue
            + ";border-radius:6px;padding:0 6px;white-space:nowrap",
        text);
    b.append("</b>");
  }

  private void arrow(Doc.Arrow a) {
    if (a.plate() > 0) {
      plate(a.plate(), "→ " + a.target());
    } else {
      code("→ " + a.target());
    }
  }

  private void cells(Doc.Cells c) {
    for (Doc.Box box : c.boxes()) {
      b.append("<span style=\"display:inline-block;text-align:center;padding:1px 8px;border:1px ");
      b.append(box.spare() ? "dashed" : "solid").append(" #808080\">");
      if (!box.index().isEmpty()) {
        span("span", "font-size:12px", box.index());
        b.append(" <br>");
      }
      runs(box.value());
      b.append("</span> ");
    }
  }
}

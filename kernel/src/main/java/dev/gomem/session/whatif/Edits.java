package dev.gomem.session.whatif;

import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in one text, by byte offsets; they don't overlap. */
public final class Edits {
  private record Edit(int start, int end, String text) {}

  /** A line as it was and as it would be; {@code after} can be several lines, or none. */
  public record Line(int number, String before, List<String> after) {}

  private static final int MOST = 200;

  private final Source source;
  private final List<Edit> edits = new ArrayList<>();
  private boolean broken;
  private String probe = "";

  public Edits(Source source) {
    this.source = source;
  }

  Edits insert(int offset, String text) {
    return replace(offset, offset, text);
  }

  Edits insert(Pos at, String text) {
    return insert(at.offset(), text);
  }

  Edits delete(int start, int end) {
    return replace(start, end, "");
  }

  Edits replace(int start, int end, String text) {
    if (edits.size() == MOST) {
      broken = true; // no single change any more
      return this;
    }
    for (Edit e : edits) {
      if (e.start == start && e.end == end && e.text.equals(text) && end > start) {
        return this;
      }
      if (start < e.end && e.start < end) {
        broken = true;
      }
    }
    edits.add(new Edit(start, end, text));
    return this;
  }

  /** Nothing to do, or what cannot be done at once. */
  public boolean unusable() {
    return broken || edits.isEmpty();
  }

  private List<Edit> sorted() {
    List<Edit> list = new ArrayList<>(edits);
    list.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    return list;
  }

  /** A declaration that is analysed with the changed text, and is no part of the change. */
  void probe(String declaration) {
    probe = "\n" + declaration + "\n";
  }

  /** The whole changed text. */
  public String text() {
    return apply(0, source.length(), sorted());
  }

  /** What is to be checked and analysed. */
  public String tried() {
    return text() + probe;
  }

  private String apply(int from, int to, List<Edit> list) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = from;
    for (Edit e : list) {
      out.writeBytes(source.bytes(at, e.start));
      out.writeBytes(e.text.getBytes(StandardCharsets.UTF_8));
      at = e.end;
    }
    out.writeBytes(source.bytes(at, to));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Where a place of the old text is in the new one. */
  public int moved(int offset) {
    int by = 0;
    for (Edit e : sorted()) {
      if (e.start > offset) {
        break;
      }
      int inserted = e.text.getBytes(StandardCharsets.UTF_8).length;
      if (e.end > offset) {
        return e.start + by;
      }
      by += inserted - (e.end - e.start);
    }
    return offset + by;
  }

  /** The lines that change. */
  public List<Line> lines() {
    List<Line> out = new ArrayList<>();
    List<Edit> list = sorted();
    int i = 0;
    while (i < list.size()) {
      int line = source.line(list.get(i).start);
      int start = source.lineStart(line);
      List<Edit> here = new ArrayList<>();
      int end = end(source.line(list.get(i).end));
      while (i < list.size() && list.get(i).start <= end) {
        end = Math.max(end, end(source.line(list.get(i).end)));
        here.add(list.get(i++));
      }
      String before = source.text(start, end);
      String after = apply(start, end, here);
      out.add(
          new Line(
              line,
              before.strip(),
              after.lines().map(String::strip).filter(s -> !s.isEmpty()).toList()));
    }
    return out;
  }

  /** The offset of a line's break. */
  private int end(int line) {
    return line < source.lines() ? source.lineStart(line + 1) - 1 : source.length();
  }
}

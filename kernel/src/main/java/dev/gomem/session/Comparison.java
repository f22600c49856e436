package dev.gomem.session;

import dev.gomem.escape.AllocSite;
import dev.gomem.escape.CellGraph;
import dev.gomem.escape.Placement;
import dev.gomem.machine.HeapObject;
import dev.gomem.machine.Machine;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.source.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code %placement compare}: where the two rules differ in the last cell, with what its
 * run allocated there. A cell is not run again for it: what the rule in force allocated is counted
 * in memory, and what the other would have follows from its verdict.
 */
final class Comparison {
  private final Words words;

  Comparison(Words words) {
    this.words = words;
  }

  /** What is in memory of the runs from {@code first} on, by site of one text. */
  static List<Explained.Made> made(Machine machine, Source source, int first) {
    Map<List<Object>, long[]> counts = new LinkedHashMap<>();
    for (HeapObject o : machine.image().objects()) {
      if (o.site() != null && o.run() >= first && o.site().pos().source() == source) {
        long[] c =
            counts.computeIfAbsent(
                List.of(o.site().pos().offset(), o.site().kind()), k -> new long[2]);
        c[0]++;
        c[1] += o.slotSize();
      }
    }
    List<Explained.Made> out = new ArrayList<>();
    counts.forEach((k, c) ->
        out.add(
            new Explained.Made(
                new Pos(source, (Integer) k.get(0)), k.get(1).toString(), c[0], c[1])));
    return out;
  }

  String text(@Nullable Explained cell, CellGraph main, Machine machine) {
    if (cell == null) {
      return words.say("compare.nothing");
    }
    List<Explained.Made> made =
        cell.program() ? cell.made() : made(machine, cell.source(), cell.run());
    boolean gc = cell.placement() == Placement.GC;
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            words.say("compare.line"),
            words.say("compare.what"),
            words.say("compare.simple"),
            words.say("compare.gc")));
    long objects = 0;
    long bytes = 0;
    for (Explained.Subject s : cell.subjects(main)) {
      AllocSite site = s.site();
      if (site == null || site.gc().heap() == site.simple().heap()) {
        continue;
      }
      long[] n = new long[2];
      for (Explained.Made m : made) {
        if (m.pos().equals(site.pos()) && m.kind().equals(site.kind().text())) {
          n[0] += m.count();
          n[1] += m.bytes();
        }
      }
      objects += n[0];
      bytes += n[1];
      String ran = words.say("compare.heap", n[0], n[1]);
      boolean fits =
          site.gc().why().toString().contains("stays.variable-size")
              || site.gc().why().toString().contains("stays.append")
              || site.gc().why().toString().contains("stays.string");
      String stack = words.say(fits ? "compare.stack.fits" : "compare.stack");
      rows.add(
          List.of(
              Integer.toString(s.pos().line()),
              s.name(),
              gc ? words.say("compare.heap.each") : ran,
              gc && n[0] > 0 ? words.say("compare.stack.grew", n[0], n[1]) : stack));
    }
    if (rows.size() == 1) {
      return words.say("compare.same", cell.source().name());
    }
    String head = words.say("compare.head", cell.source().name(), rows.size() - 1);
    String foot =
        gc ? words.say("compare.foot.gc") : words.say("compare.foot.simple", objects, bytes);
    return head + "\n" + table(rows) + foot;
  }

  private static String table(List<List<String>> rows) {
    int[] width = new int[rows.get(0).size()];
    for (List<String> r : rows) {
      for (int i = 0; i < width.length; i++) {
        width[i] = Math.max(width[i], r.get(i).codePointCount(0, r.get(i).length()));
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> r : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < width.length; i++) {
        String cell = r.get(i);
        line.append("  ").append(cell);
        line.append(" ".repeat(width[i] - cell.codePointCount(0, cell.length())));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }
}

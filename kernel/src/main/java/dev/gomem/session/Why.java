package dev.gomem.session;

import dev.gomem.code.Site;
import dev.gomem.codegen.CodeGenerator;
import dev.gomem.escape.AllocSite;
import dev.gomem.escape.CellGraph;
import dev.gomem.source.GcText;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.source.Words;
import dev.gomem.types.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code %why NAME}: where a value lives and why, and the chain of flows behind it, a line
 * a flow, as {@code go build -gcflags=-m=2} lists them.
 */
final class Why {
  /** More of one name are counted. */
  static final int MOST = 8;

  private final Words words;
  private final List<Explained> cells;
  private final CellGraph main;

  /**
   * @param cells oldest first
   */
  Why(Words words, List<Explained> cells, CellGraph main) {
    this.words = words;
    this.cells = cells;
    this.main = main;
  }

  /**
   * What a name, a value's text or a number of a line stands for, in the newest cell that has it.
   */
  record Found(Explained cell, List<Explained.Subject> subjects) {}

  @Nullable Found find(String asked) {
    String want = plain(asked);
    boolean line = !want.isEmpty() && want.chars().allMatch(Character::isDigit);
    for (int i = cells.size() - 1; i >= 0; i--) {
      Explained c = cells.get(i);
      List<Explained.Subject> all = c.subjects(main);
      List<Explained.Subject> here = new ArrayList<>();
      for (Explained.Subject s : all) {
        if (line ? Integer.toString(s.pos().line()).equals(want) : plain(s.name()).equals(want)) {
          here.add(s);
        }
      }
      if (here.isEmpty() && !line) {
        for (Explained.Subject s : all) {
          if (s.site() != null && head(plain(s.name())).equals(head(want))) {
            here.add(s);
          }
        }
      }
      if (!here.isEmpty()) {
        return new Found(c, here);
      }
    }
    return null;
  }

  /** Blanks don't matter, nor what only the compiler writes. */
  private static String plain(String s) {
    return GcText.spoken(s).replaceAll("\\s+", "").replace("…", "...");
  }

  /** {@code &T} of {@code &T{1, 2}}: what is in braces is written in full or not at all. */
  private static String head(String s) {
    int brace = s.indexOf('{');
    return brace > 0 ? s.substring(0, brace) : s;
  }

  String answer(String asked) {
    Found found = find(asked);
    if (found == null) {
      return unknown(asked);
    }
    StringBuilder out = new StringBuilder();
    int n = 0;
    for (Explained.Subject s : found.subjects()) {
      if (n++ == MOST) {
        out.append(words.say("why.more", found.subjects().size() - MOST)).append('\n');
        break;
      }
      explain(found.cell(), s, out);
    }
    return out.toString().stripTrailing();
  }

  /** Said of a name that no cell has. */
  String unknown(String asked) {
    for (int i = cells.size() - 1; i >= 0; i--) {
      Obj.Var v = cells.get(i).packageVariable(asked);
      if (v != null) {
        return plainText(words.say("why.package", v.name()));
      }
    }
    if (asked.chars().allMatch(Character::isDigit)) {
      return plainText(words.say("why.no-line", asked));
    }
    TreeSet<String> names = new TreeSet<>();
    cells.forEach(c -> c.subjects(main).forEach(s -> names.add(GcText.spoken(s.name()))));
    return plainText(
        names.isEmpty()
            ? words.say("why.nothing", asked)
            : words.say("why.no-name", asked, Magics.nearest(asked, new ArrayList<>(names))));
  }

  private void explain(Explained c, Explained.Subject s, StringBuilder out) {
    out.append(words.say("why.place", c.source().name(), s.pos().line())).append(' ');
    AllocSite site = s.site();
    if (site == null) {
      out.append(untaken(s)).append('\n');
      return;
    }
    Site data = CodeGenerator.site(site);
    out.append(sentence(data, true)).append('\n');
    chain(c.source(), data.gc(), out);
    boolean none = data.simple().why().key().startsWith("none.");
    if (data.simple().heap() != data.gc().heap() && !none) {
      out.append("  ").append(words.say("why.simple")).append(' ');
      out.append(sentence(data, false)).append('\n');
      chain(c.source(), data.simple(), out);
    }
  }

  String untaken(Explained.Subject s) {
    Phrase name = Phrase.text(s.name());
    Phrase why = Phrase.of("stays.untaken");
    return plainText(
        words.say(
            Phrase.of("note.stays", name, Phrase.text(""), Phrase.text(s.function()), why, name)));
  }

  String sentence(Site s, boolean gc) {
    return plainText(words.say(s.sentence(gc, "")));
  }

  /** Marks are for views that can show them. */
  static String plainText(String text) {
    return text.replace("`", "").replaceAll("(?<![\\w*])\\*([^*\\s]+)\\*(?![\\w*])", "$1");
  }

  private void chain(Source here, Site.Verdict v, StringBuilder out) {
    if (v.why().key().startsWith("none.")) {
      return; // gc follows it to the heap all the same, and then makes nothing
    }
    String last = "";
    for (Site.Flow f : v.chain()) {
      if (!last.isEmpty() && !f.from().replaceFirst("^[&*]+", "").equals(last)) {
        out.append("    …\n"); // of a long chain steps are left out
      }
      last = f.to();
      Pos p = f.pos();
      String key = "flow." + f.why().replace(' ', '-').toLowerCase(Locale.ROOT);
      String why = words.has(key) ? words.say(key) : f.why();
      String from = place(f.from());
      String to = place(f.to());
      out.append("    ");
      if (p == null || !p.isKnown()) { // between things that the compiler made
        out.append(words.say("why.flow.nowhere", from, to, why)).append('\n');
        continue;
      }
      String where =
          p.source() == here
              ? words.say("line", p.line())
              : words.say("line.in", p.line(), p.source().name());
      String text = p.source().lineText(p.line()).strip();
      out.append(words.say("why.flow", where, from, to, why, text)).append('\n');
    }
  }

  private String place(String gc) {
    if (gc.equals("{heap}")) {
      return words.say("flow.heap");
    }
    if (gc.matches("[&*]*([{]temp[}]|\\.autotmp_\\d+)")) {
      return words.say("flow.temp");
    }
    if (gc.matches("#yield\\d+")) {
      return words.say("flow.body");
    }
    String s = GcText.spoken(gc.replaceAll("&?\\{storage for (.*)}", "$1"));
    return s.matches("~r\\d+") ? words.say("flow.result") : s;
  }
}

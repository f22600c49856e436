package dev.gomem.session;

import dev.gomem.code.Site;
import dev.gomem.codegen.CodeGenerator;
import dev.gomem.escape.AllocSite;
import dev.gomem.escape.CellGraph;
import dev.gomem.escape.Escape;
import dev.gomem.escape.Tags;
import dev.gomem.session.whatif.Case;
import dev.gomem.session.whatif.Edits;
import dev.gomem.session.whatif.Strategy;
import dev.gomem.session.whatif.WhyNot;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.source.Words;
import dev.gomem.syntax.CellKind;
import dev.gomem.syntax.Decl;
import dev.gomem.types.CellScope;
import dev.gomem.types.Config;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code %whatif NAME}: which single change would keep it on the stack. Every change is
 * made, checked and analysed; only those after which it stays are told, with what they cost
 * elsewhere. Placement is gc's.
 */
final class WhatIf {
  private static final int OFFERS = 3;

  /** So many changed texts are tried. */
  private static final int TRIES = 60;

  /** Analyses a changed text in place of the cell. */
  @FunctionalInterface
  interface Analyser {
    /** Null if the text does not check. */
    @Nullable List<AllocSite> sites(String text);
  }

  /**
   * A change that helps.
   *
   * @param callers what calls the function has to change too
   * @param heap places that need the heap after it
   * @param copies one of them may be made by new in its place
   */
  record Offer(String key, boolean callers, Edits edits, int heap, boolean copies) {}

  private final Words words;
  private final Why why;
  private final Function<Explained, @Nullable Analyser> analysers;

  WhatIf(Words words, Why why, Function<Explained, @Nullable Analyser> analysers) {
    this.words = words;
    this.why = why;
    this.analysers = analysers;
  }

  static @Nullable List<AllocSite> program(Toolchain tools, String name, String text) {
    Source source = new Source(name, text);
    Toolchain.Checked c = tools.check(List.of(source));
    return c.result().ok() ? of(source, tools.tried(c).sites()) : null;
  }

  static @Nullable List<AllocSite> lesson(
      Toolchain tools,
      Words words,
      CellScope scope,
      List<CellRecord> cells,
      CellGraph graph,
      Tags tags,
      String name,
      String text) {
    Source source = new Source(name, text);
    if (!(CellKind.of(source) instanceof CellKind.Lesson l)
        || !l.result().diagnostics().isEmpty()) {
      return null;
    }
    Config config = tools.config();
    Versions.Checked v = Versions.check(scope, l.result().tree(), cells, config, words);
    if (!v.cell().ok()) {
      return null;
    }
    try {
      List<Decl.FuncDecl> functions = new ArrayList<>();
      for (Decl d : v.cell().packageDecls()) {
        if (d instanceof Decl.FuncDecl f) {
          functions.add(f);
        }
      }
      return graph.aside(() -> {
        dev.gomem.escape.CellResult r =
            Escape.analyzeCell(
                graph,
                functions,
                v.cell().statements(),
                v.cell().info(),
                scope.pkg(),
                tools.generics().copy(),
                tags.or(tools.tags()));
        return of(source, r.result().sites());
      });
    } finally {
      v.cell().undo().run();
    }
  }

  /** Generic functions of the library have sites too. */
  private static List<AllocSite> of(Source source, List<AllocSite> sites) {
    return sites.stream().filter(s -> s.pos().source() == source).toList();
  }

  String answer(String asked) {
    Why.Found found = why.find(asked);
    if (found == null) {
      return why.unknown(asked);
    }
    StringBuilder out = new StringBuilder();
    Explained c = found.cell();
    List<Explained.Subject> subjects = new ArrayList<>(found.subjects());
    if (subjects.stream().anyMatch(WhatIf::needed)) {
      subjects.removeIf(s -> !needed(s));
    }
    int n = 0;
    for (Explained.Subject s : subjects) {
      if (n++ == Why.MOST) {
        out.append(words.say("why.more", subjects.size() - Why.MOST)).append('\n');
        break;
      }
      out.append(words.say("why.place", c.source().name(), s.pos().line())).append(' ');
      subject(c, s, out);
    }
    return out.toString().stripTrailing();
  }

  /** Whether a change could make anything better. */
  private static boolean needed(Explained.Subject s) {
    AllocSite site = s.site();
    if (site == null) {
      return false;
    }
    String why = site.gc().why().key();
    return why.equals("stays.variable-size") || site.gc().heap() && !why.startsWith("none.");
  }

  private void subject(Explained c, Explained.Subject s, StringBuilder out) {
    AllocSite site = s.site();
    if (site == null) {
      out.append(why.untaken(s)).append('\n');
      out.append("  ").append(words.say("whatif.stays")).append('\n');
      return;
    }
    Site data = CodeGenerator.site(site);
    out.append(why.sentence(data, true)).append('\n');
    if (!needed(s)) {
      out.append("  ").append(words.say("whatif.stays")).append('\n');
      return;
    }
    Analyser analyser = analysers.apply(c);
    if (analyser == null) {
      out.append("  ").append(words.say("whatif.too-old", c.source().name())).append('\n');
      return;
    }
    List<Offer> offers = offers(c, s, site, analyser);
    if (offers.isEmpty()) {
      out.append("  ").append(words.say(WhyNot.key(asCase(c, s, site)))).append('\n');
      return;
    }
    out.append("  ").append(words.say("whatif.head")).append('\n');
    int now = heap(of(c.source(), c.escape().sites()));
    for (Offer o : offers) {
      out.append("  - ").append(Why.plainText(words.say("whatif." + o.key(), s.name())));
      out.append(' ').append(words.say("whatif.count", now, o.heap()));
      if (!c.program() && o.callers()) {
        out.append(' ').append(words.say("whatif.other-cells"));
      }
      if (o.copies()) {
        out.append(' ').append(words.say("whatif.copies"));
      }
      out.append('\n');
      for (Edits.Line l : o.edits().lines()) {
        line(l, out);
      }
    }
  }

  /** What goes and what comes; a line beside which others come is shown once, for its place. */
  private void line(Edits.Line l, StringBuilder out) {
    String number = words.say("line", l.number());
    boolean stands = l.after().contains(l.before());
    if (!stands) {
      out.append("      ").append(number).append("  - ").append(l.before()).append('\n');
    }
    for (String a : l.after()) {
      boolean old = stands && a.equals(l.before());
      out.append("      ").append(old ? number : " ".repeat(number.length()));
      out.append(old ? "    " : "  + ").append(a).append('\n');
    }
  }

  private static Case asCase(Explained c, Explained.Subject s, AllocSite site) {
    List<Pos> deciding = new ArrayList<>();
    site.gc()
        .chain()
        .forEach(f -> {
          if (f.pos() != null) {
            deciding.add(f.pos());
          }
        });
    lines(site.gc().why(), deciding);
    return new Case(c.source(), c.tree(), c.info(), site, s.variable(), deciding);
  }

  List<Offer> offers(Explained c, Explained.Subject s, AllocSite site, Analyser analyser) {
    Case it = asCase(c, s, site);
    int now = heap(of(c.source(), c.escape().sites()));
    List<Offer> out = new ArrayList<>();
    Set<String> tried = new HashSet<>();
    for (Strategy strategy : Strategy.all()) {
      if (strategy.copiesValue() && !it.mayCopy()) {
        continue;
      }
      for (Edits e : strategy.candidates(it)) {
        if (e.unusable() || tried.size() >= TRIES) {
          continue;
        }
        String text = e.text();
        if (!tried.add(text)) {
          continue;
        }
        List<AllocSite> sites = analyser.sites(e.tried());
        if (sites != null && stays(sites, e, site) && (!strategy.moves() || heap(sites) < now)) {
          boolean copies = moreCopies(sites, text);
          out.add(new Offer(strategy.key(), strategy.callers(), e, heap(sites), copies));
          break; // one of each kind is enough
        }
      }
    }
    out.removeIf(o -> o.heap() > now);
    return out.size() > OFFERS ? out.subList(0, OFFERS) : out;
  }

  /** Whether the text makes copies on the heap in place of the value: {@code new(f())}. */
  private static boolean moreCopies(List<AllocSite> sites, String text) {
    return text.contains("new(")
        && sites.stream().anyMatch(s -> s.kind() == AllocSite.Kind.NEW && s.gc().heap());
  }

  /** Whether nothing is left on the heap at the site's place. */
  private static boolean stays(List<AllocSite> sites, Edits e, AllocSite site) {
    int at = e.moved(site.pos().offset());
    for (AllocSite s : sites) {
      boolean here = s.pos().offset() == at && s.kind() == site.kind();
      boolean sized = s.gc().why().key().equals("stays.variable-size");
      if (here && !s.gc().why().key().startsWith("none.") && (s.gc().heap() || sized)) {
        return false;
      }
    }
    return true;
  }

  /** Sites that need the heap, by gc's placement. */
  private static int heap(List<AllocSite> sites) {
    int n = 0;
    for (AllocSite s : sites) {
      if (s.gc().heap() && !s.gc().why().key().startsWith("none.")) {
        n++;
      }
    }
    return n;
  }

  private static void lines(Phrase p, List<Pos> out) {
    switch (p) {
      case Phrase.At at -> out.add(at.pos());
      case Phrase.Said s -> s.args().forEach(a -> lines(a, out));
      case Phrase.Text t -> {}
      case Phrase.Number n -> {}
    }
  }
}

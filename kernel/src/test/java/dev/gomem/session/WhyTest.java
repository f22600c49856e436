package dev.gomem.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.code.Site;
import dev.gomem.codegen.CodeGenerator;
import dev.gomem.escape.AllocSite;
import dev.gomem.escape.CellGraph;
import dev.gomem.escape.EscapeResult;
import dev.gomem.escape.NativeEscape;
import dev.gomem.escape.Placement;
import dev.gomem.library.Library;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Outcome;
import dev.gomem.source.Phrase;
import dev.gomem.source.Source;
import dev.gomem.source.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every decision of the corpora has a sentence of its own kind, and what {@code %whatif} offers is
 * asked of Go's own compiler.
 */
final class WhyTest {
  /** Of a program that builds gc says something of this. */
  private static final String WITNESS = "\nfunc gcWitness(witness *int) *int { return witness }\n";

  /** Kinds of changes that claim to leave alone what the program does. */
  private static final Set<String> SAME =
      Set.of("hand-over", "buffer", "return-array", "println", "itoa", "concrete");

  private static final Limits LIMITS = new Limits(64L << 20, 8_000_000, 20_000_000, 1 << 20);

  private final Toolchain tools = new Toolchain(new Library());
  private final Backend backend = new Backend(tools);
  private final Words words = new Words("en");

  /** Programs of the corpora that check with our library, analysed. */
  private Map<String, Explained> programs() throws IOException {
    Map<String, Explained> out = new TreeMap<>();
    for (String folder : List.of("escape", "run")) {
      try (var files = Files.list(Path.of("src/test/resources", folder))) {
        for (Path p : files.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
          Source s = new Source("main.go", Files.readString(p));
          Toolchain.Checked c = tools.check(List.of(s));
          if (c.result().ok()) {
            EscapeResult r = tools.escape(c);
            String name = folder + "_" + p.getFileName().toString().replace(".go", "");
            out.put(
                name,
                new Explained(
                    s, c.files().get(0), c.result().info(), r, -1, Placement.GC, 0, List.of()));
          }
        }
      }
    }
    assertTrue(out.size() >= 130, () -> "hardly any programs: " + out.size());
    return out;
  }

  @Test
  void everySiteHasASentence() throws IOException {
    int sentences = 0;
    Map<String, Integer> kinds = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Explained> e : programs().entrySet()) {
      for (AllocSite a : e.getValue().escape().sites()) {
        Site s = CodeGenerator.site(a);
        for (boolean gc : new boolean[] {true, false}) {
          Phrase why = (gc ? s.gc() : s.simple()).why();
          String text = words.say(s.sentence(gc, ""));
          kinds.merge(key(why), 1, Integer::sum);
          sentences++;
          boolean vague = said(why, "why.outlives") || said(why, "why.dead");
          boolean compilers = text.contains("~r") || text.contains("{storage");
          if (why == Phrase.NONE || vague || compilers) {
            wrong.add(e.getKey() + ":" + s.pos().line() + " " + text);
          }
        }
      }
    }
    System.out.println("sentences: " + sentences + " of " + kinds.size() + " kinds: " + kinds);
    assertTrue(sentences > 6000, "hardly any sentences");
    assertTrue(kinds.size() >= 40, "hardly any kinds");
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(20, wrong.size()))));
  }

  private static boolean needless(@Nullable List<AllocSite> sites, int at) {
    assertNotNull(sites);
    return sites.stream()
        .anyMatch(s -> s.pos().offset() == at && s.gc().why().key().startsWith("none."));
  }

  private static String key(Phrase p) {
    return p instanceof Phrase.Said s && s.key().startsWith("why.then")
        ? key(s.args().get(s.args().size() - 1))
        : p.key();
  }

  /** Whether a phrase is, or has in it, one whose key begins so. */
  private static boolean said(Phrase p, String key) {
    return p instanceof Phrase.Said s
        && (s.key().startsWith(key) || s.args().stream().anyMatch(a -> said(a, key)));
  }

  /**
   * What a program prints to either output, addresses left out, or null if it does not end by
   * itself.
   */
  private @Nullable String prints(Source source) {
    if (!(Program.build(backend, source, true) instanceof Program.Built.Good g)) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Program.Run run =
        g.program().run((fd, bytes) -> out.writeBytes(bytes), LIMITS, Debug.OFF, false, m -> {});
    return run.outcome() instanceof Outcome.Done
        ? out.toString(StandardCharsets.ISO_8859_1).replaceAll("0x[0-9a-f]+", "0x…")
        : null;
  }

  /** What is offered, gc confirms: the changed text builds, and nothing is moved at that place. */
  @Test
  void whatIsOfferedHelpsWithGc() throws IOException {
    Map<String, String> changed = new LinkedHashMap<>();
    Map<String, String> places = new LinkedHashMap<>();
    Map<String, Integer> kinds = new TreeMap<>();
    List<String> otherwise = new ArrayList<>();
    int asked = 0;
    int compared = 0;
    for (Map.Entry<String, Explained> e : programs().entrySet()) {
      Explained c = e.getValue();
      boolean bodyless =
          c.source().text().lines().anyMatch(l -> l.startsWith("func ") && !l.contains("{"));
      if (c.source().lines() > 100 || bodyless) {
        continue; // each try analyses the whole text
      }
      int n = 0;
      int boxes = 0;
      for (Explained.Subject s : c.subjects(CellGraph.empty())) {
        AllocSite a = s.site();
        boolean box = a != null && a.kind() == AllocSite.Kind.BOX;
        if (a == null || !a.gc().heap() || (box ? boxes++ >= 1 : n++ >= 3)) {
          continue;
        }
        asked++;
        WhatIf w =
            new WhatIf(
                words,
                new Why(words, List.of(c), CellGraph.empty()),
                x -> text -> WhatIf.program(tools, "main.go", text));
        WhatIf.Analyser analyser = text -> WhatIf.program(tools, "main.go", text);
        for (WhatIf.Offer o : w.offers(c, s, a, analyser)) {
          String name = "p" + changed.size();
          Source text = new Source("main.go", o.edits().text());
          int at = o.edits().moved(a.pos().offset());
          if (needless(analyser.sites(text.text()), at)) {
            continue; // gc says that it escapes, and makes nothing: so do we
          }
          changed.put(name, text.text() + WITNESS);
          String before = SAME.contains(o.key()) ? prints(c.source()) : null;
          if (before != null) {
            compared++;
            String after = prints(text);
            if (!before.equals(after)) {
              otherwise.add(
                  e.getKey() + " " + o.key() + ":\n" + text.text() + before + "---\n" + after);
            }
          }
          places.put(name, text.line(at) + ":" + text.column(at) + " " + a.kind() + " " + o.key());
          kinds.merge(o.key(), 1, Integer::sum);
        }
      }
    }
    Map<String, List<NativeEscape.Message>> gc = NativeEscape.programs(changed);
    List<String> wrong = new ArrayList<>();
    for (String name : changed.keySet()) {
      String place = places.get(name);
      List<NativeEscape.Message> said = gc.get(name);
      assertNotNull(said);
      if (said.stream().noneMatch(m -> m.text().startsWith("leaking param: witness"))) {
        wrong.add(place + ": gc rejects\n" + changed.get(name));
        continue;
      }
      boolean variable = place.contains(" VARIABLE ");
      for (NativeEscape.Message m : said) {
        boolean bad =
            variable ? m.text().startsWith("moved to heap") : m.text().endsWith("escapes to heap");
        if (bad && m.position().equals(place.substring(0, place.indexOf(' ')))) {
          wrong.add(place + ": " + m + "\n" + changed.get(name));
        }
      }
    }
    System.out.println(
        "whatif: " + asked + " asked, " + changed.size() + " changes offered: " + kinds);
    System.out.println("whatif: " + compared + " changed programs compared with what they were");
    assertTrue(compared >= 10, "hardly any was run");
    assertEquals("", String.join("\n", otherwise.subList(0, Math.min(5, otherwise.size()))));
    assertTrue(changed.size() >= 40, "hardly anything was offered");
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(5, wrong.size()))));
  }
}

package dev.gomem.render;

import dev.gomem.snapshot.Snapshot;
import dev.gomem.source.Phrase;
import dev.gomem.source.Words;
import java.util.ArrayList;
import java.util.List;

/** Sentences of decisions, with the plates of the objects that were made there. */
final class Reasons {
  /** Which parameter of a decision's sentence names plates. */
  private static final int PLATES = 1;

  private Reasons() {}

  static String sentence(Words words, Snapshot.Decision d, List<Integer> plates, int more) {
    if (!(d.sentence() instanceof Phrase.Said s)) {
      return "";
    }
    String names = plates(words, plates, more);
    boolean comma = d.kind().equals("variable") && !names.isEmpty();
    List<Phrase> args = new ArrayList<>(s.args());
    args.set(PLATES, Phrase.text(comma ? names + "," : names));
    return words.say(new Phrase.Said(s.key(), args));
  }

  /** Plates as the notes name them: ", H1", ", H1, H2", ", H1, H2 and 3 more". */
  static String plates(Words words, List<Integer> plates, int more) {
    if (plates.isEmpty()) {
      return "";
    }
    StringBuilder b = new StringBuilder();
    for (int p : plates) {
      b.append(b.isEmpty() ? "" : ", ").append('H').append(p);
    }
    return words.say("note.many", more > 0 ? words.say("note.more", b, more) : b.toString());
  }
}

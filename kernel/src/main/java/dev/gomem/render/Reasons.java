package dev.gomem.render;

import dev.gomem.snapshot.Snapshot;
import dev.gomem.source.Words;
import java.util.List;
import java.util.Map;

/**
 * Sentences from decisions: why a value lives where it lives, naming the line that decides. The
 * line is that of the last flow of the chain, the one that reaches what outlives the site.
 */
final class Reasons {
  /** gc's word for a flow, to the catalogue's key. */
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("return", "why.return"),
          Map.entry("assign", "why.assign"),
          Map.entry("assign-pair", "why.assign"),
          Map.entry("send", "why.send"),
          Map.entry("captured by a closure", "why.closure"),
          Map.entry("call parameter", "why.argument"),
          Map.entry("callee operand", "why.argument"),
          Map.entry("interface-converted", "why.interface"),
          Map.entry("map literal key", "why.element"),
          Map.entry("map literal value", "why.element"),
          Map.entry("key of map put", "why.element"),
          Map.entry("slice-literal-element", "why.element"),
          Map.entry("array literal element", "why.element"),
          Map.entry("struct literal element", "why.element"),
          Map.entry("appended slice...", "why.element"),
          Map.entry("too large for stack", "why.too-large"),
          Map.entry("range", "why.loop"),
          Map.entry("range-deref", "why.loop"));

  private Reasons() {}

  static String sentence(Words words, Snapshot.Decision d) {
    List<Snapshot.Flow> chain = d.chain();
    if (chain.isEmpty()) {
      return words.say("why.unknown");
    }
    Snapshot.Flow last = chain.get(chain.size() - 1);
    String key = KEYS.getOrDefault(last.why(), "why.other");
    if (key.equals("why.return") && !d.kind().equals("variable")) {
      key = "why.return.site";
    }
    return words.say(key, last.line(), last.why());
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
    String all = more > 0 ? words.say("note.more", b, more) : b.toString();
    return words.say("note.many", all) + ",";
  }
}

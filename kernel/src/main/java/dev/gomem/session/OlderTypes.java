package dev.gomem.session;

import dev.gomem.ir.Layouts;
import dev.gomem.layout.RType;
import dev.gomem.types.CellScope;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of types for the tables: one that a later cell declared anew is written with its cell,
 * {@code Shape (In [3])}, also as a part of another type.
 */
final class OlderTypes {
  /** What tells versions of a name apart in a type's key, and is not part of its name. */
  private static final Pattern VERSION = Pattern.compile("[·#]\\d+");

  /** By key. */
  private final Map<Pattern, String> older = new LinkedHashMap<>();

  OlderTypes(List<CellRecord> cells, CellScope now, Layouts layouts) {
    for (CellRecord c : cells) {
      for (Obj o : c.result().packageObjects()) {
        if (o instanceof Obj.TypeName t
            && now.packageLevel().get(t.name()) != t
            && t.type() instanceof Named n
            && n.obj() == t
            && n.typeParams().isEmpty()) {
          String key = layouts.of(n).key();
          older.put(
              Pattern.compile(Pattern.quote(key) + "(?!\\d)"),
              t.name() + " (In [" + c.count() + "])");
        }
      }
    }
  }

  /** As Go writes it, but for older types in it. */
  String name(RType t) {
    String name = t.key();
    for (Map.Entry<Pattern, String> e : older.entrySet()) {
      name = e.getKey().matcher(name).replaceAll(Matcher.quoteReplacement(e.getValue()));
    }
    return name.equals(t.key()) ? t.name() : VERSION.matcher(name).replaceAll("");
  }
}

package dev.gomem.session.whatif;

import dev.gomem.escape.AllocSite;
import dev.gomem.source.Phrase;
import dev.gomem.types.Array;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Pointer;
import dev.gomem.types.Struct;
import dev.gomem.types.Type;

/**
 * Where no single change helped: the rule behind that, from what the site is and how its chain of
 * flows ends.
 */
public final class WhyNot {
  private WhyNot() {}

  /** A key of the catalogue. */
  public static String key(Case c) {
    AllocSite site = c.site;
    Phrase why = site.gc().why();
    String end = end(why);
    Type held = c.held();
    String by =
        switch (site.kind()) {
          case MAKE_CHAN -> "channel";
          case GO -> "go";
          case BOX -> "box";
          case CONCAT, CONVERSION -> "string";
          case APPEND, APPEND_BUFFER -> "append";
          case MAKE_MAP, MAP_LITERAL -> "map";
          case CLOSURE, METHOD_VALUE -> {
            String called = called(end);
            yield called.isEmpty() ? "closure" : called;
          }
          case VARIABLE, COMPOSITE, NEW -> {
            boolean function =
                said(why, "hop.reference")
                    || said(why, "hop.bind")
                    || said(why, "obj.method-value");
            String called = called(end);
            yield !called.isEmpty()
                ? called
                : function ? "closure" : held != null && links(held) ? "links" : returned(end);
          }
          case MAKE_SLICE, SLICE_LITERAL, VARIADIC, DEFER -> returned(end);
        };
    return by.isEmpty() ? "whatif.none" : "whatif.none." + by;
  }

  private static String called(String end) {
    return switch (end) {
      case "why.go" -> "go";
      case "why.call.value", "why.call.literal", "why.call.interface" -> "call";
      default -> "";
    };
  }

  private static String returned(String end) {
    return end.startsWith("why.return") || end.startsWith("why.result")
        ? "return"
        : end.startsWith("why.large") ? "" : "held";
  }

  /** The key of the last reason. */
  private static String end(Phrase p) {
    return p instanceof Phrase.Said s && s.key().startsWith("why.then")
        ? end(s.args().get(s.args().size() - 1))
        : p.key();
  }

  private static boolean said(Phrase p, String key) {
    return p instanceof Phrase.Said s
        && (s.key().equals(key) || s.args().stream().anyMatch(a -> said(a, key)));
  }

  /** Whether a value of the type points to others of the type. */
  private static boolean links(Type t) {
    if (!(t instanceof Named n) || !(n.underlying() instanceof Struct s)) {
      return false;
    }
    for (Obj.Var f : s.fields()) {
      if (f.type() instanceof Pointer p && p.elem() == n
          || f.type() instanceof Array a && a.elem() instanceof Pointer q && q.elem() == n) {
        return true;
      }
    }
    return false;
  }
}

package dev.gomem.ir;

import dev.gomem.layout.RType;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Type;
import dev.gomem.types.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Link symbols of objects. One object serves a session: a redefined function is another object and
 * gets "#2" behind the name that tracebacks print; a package variable declared again keeps its
 * symbol, and so its address, while its type's key is the same.
 */
public final class Symbols {
  /**
   * Serves the library: what its units make for themselves and a learner's unit can make too
   * (wrappers, instances and their closures) has symbols that no learner's unit makes.
   */
  private final boolean library;

  private final Map<Obj, String> symbols = new IdentityHashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<String, GlobalSlot> globals = new HashMap<>();
  private Map<String, String> wrappers = new HashMap<>();
  private final List<String> journal = new ArrayList<>();

  private record GlobalSlot(String symbol, RType type) {}

  Symbols(boolean library) {
    this.library = library;
  }

  /** {@code base}, or with the next free version. */
  String unique(String base) {
    return unique(base, library && base.contains("[...]"));
  }

  private String unique(String base, boolean own) {
    int n = taken.merge(base, 1, Integer::sum);
    return own ? base + "#0" + n : n == 1 ? base : base + "#" + n;
  }

  /** The symbol of a declared function or method. */
  public String function(Obj.Func f) {
    String s = symbols.get(f);
    if (s == null) {
      s = unique(functionName(f));
      symbols.put(f, s);
    }
    return s;
  }

  /** Gives an object a symbol of its own choice ({@code main.init.0}). */
  void set(Obj o, String symbol) {
    symbols.put(o, symbol);
  }

  /** As gc names it: {@code main.add}, {@code main.T.M}, {@code main.(*T).M}. */
  public static String functionName(Obj.Func f) {
    Obj.Var recv = f.signature().recv();
    return recv == null
        ? path(f.pkg()) + "." + f.name()
        : receiverName(recv.type()) + "." + f.name();
  }

  /** {@code main.T} or {@code main.(*T)}. */
  static String receiverName(Type recv) {
    Type t = Types.unalias(recv);
    if (t instanceof Pointer p) {
      return Types.unalias(p.elem()) instanceof Named n
          ? path(n.obj().pkg()) + ".(*" + base(n) + ")"
          : "(" + t + ")";
    }
    return t instanceof Named n
        ? (n.obj().pkg() == null ? "" : path(n.obj().pkg()) + ".") + base(n)
        : t.toString();
  }

  private static String base(Named n) {
    return n.typeParams().isEmpty() && n.typeArgs().isEmpty()
        ? n.obj().name()
        : n.obj().name() + "[...]";
  }

  static String path(@Nullable Package p) {
    return p == null ? "" : p.path();
  }

  /** The symbol of a package variable. */
  public String global(Obj.Var v, RType type) {
    String s = symbols.get(v);
    if (s == null) {
      String base = path(v.pkg()) + "." + v.name();
      GlobalSlot old = v.name().equals("_") ? null : globals.get(base);
      if (old != null && old.type == type) {
        s = old.symbol;
      } else {
        s = unique(base);
        globals.put(base, new GlobalSlot(s, type));
      }
      symbols.put(v, s);
    }
    return s;
  }

  /**
   * The symbol of a compiler-made function, one for each identity.
   *
   * @param identity what makes it itself: the method's symbol and the receiver type's key
   * @param fresh run if it is new
   */
  String wrapper(String identity, String base, java.util.function.Consumer<String> fresh) {
    String s = wrappers.get(identity);
    if (s == null) {
      s = unique(base, library);
      wrappers.put(identity, s);
      journal.add(identity);
      fresh.accept(s);
    }
    return s;
  }

  /**
   * A unit begins that stands alone, on a machine that has none of the others: it makes everything
   * itself.
   *
   * @return to be run at its end
   */
  Runnable alone() {
    Map<String, String> others = wrappers;
    wrappers = new HashMap<>();
    return () -> wrappers = others;
  }

  /** A unit begins: what is made for it can be taken back. */
  void begin() {
    journal.clear();
  }

  /**
   * Takes back, when asked to, the compiler-made functions of the unit so far: they are made anew.
   */
  Runnable undo() {
    List<String> made = List.copyOf(journal);
    return () -> made.forEach(wrappers::remove);
  }
}

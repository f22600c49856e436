package dev.gomem.session;

import dev.gomem.code.CodeUnit;
import dev.gomem.code.Function;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Versions of the learner's functions: a goroutine or a closure may still be in one that a later
 * cell has compiled anew. What stands in main's own lines is written once and has no versions.
 */
final class OlderFunctions {
  /** The newest of a name. */
  private final Map<String, Function> newest;

  /** The cell that compiled it: for looking up only. */
  private final Map<Function, String> cells;

  OlderFunctions() {
    newest = new HashMap<>();
    cells = new IdentityHashMap<>();
  }

  private OlderFunctions(OlderFunctions o) {
    newest = new HashMap<>(o.newest);
    cells = new IdentityHashMap<>(o.cells);
  }

  OlderFunctions copy() {
    return new OlderFunctions(this);
  }

  void compiled(CodeUnit unit, String cell) {
    for (Function f : unit.functions()) {
      if (f.kind() == Function.Kind.USER && !ofMain(f.name())) {
        newest.put(f.name(), f);
        cells.put(f, cell);
      }
    }
  }

  /** Function literals among main's statements, and {@code init} functions, all have such names. */
  private static boolean ofMain(String name) {
    return name.startsWith("main.main.") || name.startsWith("main.init.");
  }

  /** The cell whose version this is, {@code In [3]}, if there is a newer one; else null. */
  @Nullable String version(Function f) {
    String cell = cells.get(f);
    return cell == null || newest.get(f.name()) == f ? null : cell;
  }
}

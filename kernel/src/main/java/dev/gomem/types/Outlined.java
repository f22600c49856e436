package dev.gomem.types;

import dev.gomem.source.Diagnostic;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package of which the declarations are checked and nothing else: what an importer needs. Bodies
 * that are there, of generic functions, are checked when they are asked for; what is found of them
 * is entered into the same {@link Info}.
 */
public final class Outlined {
  private final Checker check;
  private final Map<Obj.Func, Runnable> bodies = new IdentityHashMap<>();

  Outlined(Checker check) {
    this.check = check;
  }

  public Package pkg() {
    return check.pkg;
  }

  public Info info() {
    return check.info;
  }

  public List<Diagnostic> diagnostics() {
    return List.copyOf(check.diagnostics);
  }

  /** A body that nobody has asked for yet. */
  void put(Obj.Func f, Runnable body) {
    bodies.put(f, body);
  }

  /** Makes sure that a generic function's body has been checked. */
  public void body(Obj.Func f) {
    @Nullable Runnable body = bodies.remove(f);
    if (body != null) {
      body.run();
      check.finishBody();
    }
  }
}

package dev.gomem.types;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session's lesson cells have declared so far: an immutable value, so that a cell that fails
 * changes nothing and undoing is taking an older one. The newest declaration of a name wins: one at
 * package level also hides an older local of {@code main} from the statements that follow.
 */
public final class CellScope {
  private final Package pkg;
  private final Map<String, Obj> packageLevel;
  private final Map<String, Obj.PkgName> dotImported;
  private final Map<String, Obj.Var> visible;
  private final List<Obj.Var> locals;

  /** Never iterated to any effect: only asked. */
  private final Map<Obj, String> unusable;

  private CellScope(
      Package pkg,
      Map<String, Obj> packageLevel,
      Map<String, Obj.PkgName> dotImported,
      Map<String, Obj.Var> visible,
      List<Obj.Var> locals,
      Map<Obj, String> unusable) {
    this.pkg = pkg;
    this.packageLevel = Collections.unmodifiableMap(packageLevel);
    this.dotImported = Collections.unmodifiableMap(dotImported);
    this.visible = Collections.unmodifiableMap(visible);
    this.locals = List.copyOf(locals);
    this.unusable = unusable;
  }

  /** A new session: package {@code main} without declarations. */
  public static CellScope empty() {
    return new CellScope(
        new Package("main", "main"),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        new IdentityHashMap<>());
  }

  /** The session's package. */
  public Package pkg() {
    return pkg;
  }

  /**
   * By name: functions, types, constants and variables of package level, and imports, in order of
   * declaration.
   */
  public Map<String, Obj> packageLevel() {
    return packageLevel;
  }

  /**
   * Of the names in {@link #packageLevel} that are of other packages, the dot-import that brought
   * them.
   */
  Map<String, Obj.PkgName> dotImported() {
    return dotImported;
  }

  /** All locals of {@code main} declared by cells so far, oldest first, shadowed ones too. */
  public List<Obj.Var> locals() {
    return locals;
  }

  /** The locals that a statement of the next cell can name, in order of declaration. */
  public Map<String, Obj.Var> visibleLocals() {
    return visible;
  }

  /** What a name means to a statement of the next cell, apart from predeclared names. */
  public @Nullable Obj lookup(String name) {
    Obj local = visible.get(name);
    return local != null ? local : packageLevel.get(name);
  }

  /**
   * With declarations that no longer compile and the reason, which each use of them is answered
   * with.
   */
  public CellScope withUnusable(Map<Obj, String> more) {
    Map<Obj, String> all = new IdentityHashMap<>(unusable);
    all.putAll(more);
    return new CellScope(pkg, packageLevel, dotImported, visible, locals, all);
  }

  /** Why a declaration no longer compiles, or null. */
  @Nullable String unusable(Obj o) {
    return unusable.get(o);
  }

  /** With what a cell declared in addition. */
  CellScope with(List<Obj> declared, Map<String, Obj.PkgName> dots, List<Obj.Var> newLocals) {
    Map<String, Obj> level = new LinkedHashMap<>(packageLevel);
    Map<String, Obj.PkgName> dotImported = new LinkedHashMap<>(this.dotImported);
    Map<String, Obj.Var> visible = new LinkedHashMap<>(this.visible);
    for (Obj o : declared) {
      String name = o.name();
      level.remove(name);
      level.put(name, o);
      visible.remove(name);
      Obj.PkgName dot = dots.get(name);
      if (dot != null) {
        dotImported.put(name, dot);
      } else {
        dotImported.remove(name);
      }
    }
    List<Obj.Var> locals = new ArrayList<>(this.locals);
    for (Obj.Var v : newLocals) {
      locals.add(v);
      visible.remove(v.name());
      visible.put(v.name(), v);
    }
    return new CellScope(pkg, level, dotImported, visible, locals, unusable);
  }

  /**
   * What a cell leaves that ended early: all it declared at package level, but of its locals only
   * those whose declaration completed.
   *
   * @param before the scope the cell was checked with
   */
  public CellScope withLocals(CellScope before, List<Obj.Var> completed) {
    return new CellScope(
            pkg, packageLevel, dotImported, hiddenOnly(before), before.locals, unusable)
        .with(List.of(), Map.of(), completed);
  }

  private Map<String, Obj.Var> hiddenOnly(CellScope before) {
    Map<String, Obj.Var> out = new LinkedHashMap<>();
    before.visible.forEach((name, v) -> {
      if (packageLevel.get(name) == before.packageLevel.get(name)) {
        out.put(name, v);
      }
    });
    return out;
  }
}

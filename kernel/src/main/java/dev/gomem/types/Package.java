package dev.gomem.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A package: path, name and the scope of its declarations. Sessions have one package {@code main}.
 */
public final class Package {
  private final String path;
  private final String name;
  private final Scope scope;
  final List<Package> imports = new ArrayList<>();

  /** Declares everything when somebody first looks. */
  private @Nullable Consumer<Package> load;

  /** Stands for a package that could not be imported: nothing more is said about its names. */
  boolean fake;

  public Package(String path, String name) {
    this(path, name, Universe.SCOPE);
  }

  Package(String path, String name, Scope universe) {
    this.path = path;
    this.name = name;
    this.scope = new Scope(universe, "package " + path);
  }

  /**
   * A package of which more than its name is known only when somebody looks into it.
   *
   * @param imports packages imported directly, in order of first import
   * @param load declares its objects, once
   */
  public static Package later(
      String path, String name, List<Package> imports, Consumer<Package> load) {
    Package p = new Package(path, name);
    p.imports.addAll(imports);
    p.load = load;
    return p;
  }

  /** {@code math/rand}. */
  public String path() {
    return path;
  }

  /** {@code rand}. */
  public String name() {
    return name;
  }

  public Scope scope() {
    Consumer<Package> l = load;
    if (l != null) {
      load = null;
      l.accept(this);
    }
    return scope;
  }

  /** Packages imported directly, in order of first import. */
  public List<Package> imports() {
    return imports;
  }

  @Override
  public String toString() {
    return "package " + name + " (\"" + path + "\")";
  }
}

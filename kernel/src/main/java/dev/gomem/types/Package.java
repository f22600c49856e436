package dev.gomem.types;

import java.util.ArrayList;
import java.util.List;

/**
 * A package: path, name and the scope of its declarations. Sessions have one package {@code main}.
 */
public final class Package {
  private final String path;
  private final String name;
  private final Scope scope;
  final List<Package> imports = new ArrayList<>();

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

  /** {@code math/rand}. */
  public String path() {
    return path;
  }

  /** {@code rand}. */
  public String name() {
    return name;
  }

  public Scope scope() {
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

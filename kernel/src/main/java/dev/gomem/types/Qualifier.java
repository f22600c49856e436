package dev.gomem.types;

/** How a package is written before a name: its name, its path, or "" for none. */
@FunctionalInterface
public interface Qualifier {
  String qualify(Package pkg);

  /** What is written after the name of a defined type to tell it from another of that name. */
  default String version(Obj.TypeName name) {
    return "";
  }
}

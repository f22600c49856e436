package dev.gomem.types;

/** How a package is written before a name: its name, its path, or "" for none. */
@FunctionalInterface
public interface Qualifier {
  String qualify(Package pkg);
}

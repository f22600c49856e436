package dev.gomem.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of one block. Iterates in order of insertion. */
public final class Scope {
  private final @Nullable Scope parent;
  private final String comment;
  private final Map<String, Obj> elems = new LinkedHashMap<>();
  private final List<Scope> children = new ArrayList<>();

  /** The scope of a function's parameters and body. */
  boolean isFunc;

  public Scope(@Nullable Scope parent, String comment) {
    this.parent = parent;
    this.comment = comment;
    // The universe and packages outlive many checks: they do not keep their children.
    if (parent != null && parent.parent != null && !comment.startsWith("package ")) {
      parent.children.add(this);
    }
  }

  public @Nullable Scope parent() {
    return parent;
  }

  public List<Scope> children() {
    return children;
  }

  public @Nullable Obj lookup(String name) {
    return elems.get(name);
  }

  /**
   * Objects whose names differ at most in letters' case; only exported ones if {@code exported}.
   */
  List<Obj> lookupIgnoringCase(String name, boolean exported) {
    List<Obj> found = new ArrayList<>();
    for (Obj o : elems.values()) {
      if ((!exported || o.exported()) && o.name().equalsIgnoreCase(name)) {
        found.add(o);
      }
    }
    return found;
  }

  int size() {
    return elems.size();
  }

  /** Inserts unless the name is taken; returns the one that stands there already. */
  public @Nullable Obj insert(Obj obj) {
    Obj old = elems.get(obj.name());
    if (old != null) {
      return old;
    }
    put(obj);
    return null;
  }

  /** Inserts, superseding (lesson cells: newest name wins). */
  public void put(Obj obj) {
    elems.remove(obj.name());
    elems.put(obj.name(), obj);
    if (obj.parent == null) {
      obj.parent = this;
    }
  }

  /**
   * Forgets everything; for a scope that only served look-ups, so that what outlives it does not
   * keep it all.
   */
  void clear() {
    elems.clear();
    children.clear();
  }

  /** Objects in order of insertion. */
  public List<Obj> objects() {
    return List.copyOf(elems.values());
  }

  /** Names in order of insertion. */
  public List<String> names() {
    return List.copyOf(elems.keySet());
  }

  @Override
  public String toString() {
    return comment;
  }
}

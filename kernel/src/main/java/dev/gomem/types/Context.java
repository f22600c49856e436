package dev.gomem.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instances already made, so that identical instances are one object. Source: go/types' context.go.
 */
public final class Context {
  private record Entry(Type orig, List<Type> targs, Type instance) {}

  private final Map<String, List<Entry>> instances = new HashMap<>();
  private final Map<Type, Integer> ids = new IdentityHashMap<>();

  /**
   * A number for a generic type or a defined one, the same for the same object (instances: their
   * origin).
   */
  int id(Type t) {
    Type key = t instanceof Named n ? n.origin() : t;
    return ids.computeIfAbsent(key, k -> ids.size());
  }

  /** The same for identical instances. */
  String instanceHash(Type orig, List<Type> targs) {
    StringBuilder b = new StringBuilder();
    b.append(id(orig));
    TypeWriter w = new TypeWriter(b, this);
    w.typ(orig);
    if (!targs.isEmpty()) {
      w.typeList(targs);
    }
    return b.toString();
  }

  @Nullable Type lookup(String hash, Type orig, List<Type> targs) {
    for (Entry e : instances.getOrDefault(hash, List.of())) {
      if (Predicates.identicalInstance(orig, targs, e.orig, e.targs)) {
        return e.instance;
      }
    }
    return null;
  }

  /** The identical instance there is already, else {@code inst}, which is entered. */
  Type update(String hash, Type orig, List<Type> targs, Type inst) {
    List<Entry> list = instances.computeIfAbsent(hash, k -> new ArrayList<>());
    for (Entry e : list) {
      if (Predicates.identical(inst, e.instance)) {
        return e.instance;
      }
    }
    list.add(new Entry(orig, List.copyOf(targs), inst));
    return inst;
  }
}

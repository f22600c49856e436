package dev.gomem.escape;

import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the batches of one analysis share: functions, tags found so far, sites, messages. */
final class Program {
  final Info info;
  final Tags imports;
  final Format format;
  /** The learner's own code, where the simple rule holds; library code has gc's verdicts only. */
  final boolean learner;

  final Values values = new Values();
  final Sites sites = new Sites();
  final List<EscapeResult.Line> lines = new ArrayList<>();

  private final Map<Obj.Func, Func> funcs = new IdentityHashMap<>();
  private final Map<Func, List<Tag>> gc = new IdentityHashMap<>();
  private final Map<Func, List<Tag>> simple = new IdentityHashMap<>();
  /** Parts of package variables' values that gc lays out as data: they have no messages. */
  private final Set<Tree> statics = Collections.newSetFromMap(new IdentityHashMap<>());

  Program(Info info, @Nullable Package local, Tags imports, boolean learner) {
    this.info = info;
    this.imports = imports;
    this.format = new Format(local);
    this.learner = learner;
  }

  void add(Func f) {
    if (f.obj != null) {
      funcs.put(f.obj.origin(), f);
    }
  }

  @Nullable Func func(Obj.Func obj) {
    return funcs.get(obj.origin());
  }

  void tagged(Func f, Placement p, List<Tag> tags) {
    (p == Placement.GC ? gc : simple).put(f, tags);
  }

  /** Null while it is not analysed. */
  @Nullable List<Tag> tags(Func f, Placement p) {
    return (p == Placement.GC ? gc : simple).get(f);
  }

  void isData(Tree t) {
    statics.add(t);
  }

  boolean isStatic(Tree t) {
    return statics.contains(t);
  }
}

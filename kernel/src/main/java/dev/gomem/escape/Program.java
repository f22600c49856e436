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

  private final Set<Tree.Call> heapAppends = Collections.newSetFromMap(new IdentityHashMap<>());

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

  /** By gc's verdict. */
  void appendsToHeap(Tree.Call append, boolean heap) {
    if (heap) {
      heapAppends.add(append);
    }
  }

  boolean appendsToHeap(Tree.Call append) {
    return heapAppends.contains(append);
  }

  /** gc's tags of the function that an expression always is, or null. */
  @Nullable List<Tag> calleeTags(Tree fun) {
    Walk.Callee c = callee(fun);
    Func f = c.func();
    if (f != null) {
      return tags(f, Placement.GC);
    }
    return c.obj() == null ? null : imports.tags(c.obj(), Placement.GC);
  }

  /** The function that an expression always is, as far as it is known. */
  Walk.Callee callee(Tree fun) {
    return switch (values.staticValue(fun)) {
      case Tree.FuncName f -> method(f.obj);
      case Tree.Selector s when s.op == Op.METHEXPR && !TypeFacts.isInterface(s.x.type) ->
          method(s.method);
      case Tree.Closure c -> new Walk.Callee(c.func, null);
      default -> Walk.Callee.UNKNOWN;
    };
  }

  Walk.Callee method(Obj.@Nullable Func obj) {
    return obj == null ? Walk.Callee.UNKNOWN : new Walk.Callee(func(obj), obj.origin());
  }

  void isData(Tree t) {
    statics.add(t);
  }

  boolean isStatic(Tree t) {
    return statics.contains(t);
  }

  /** Drops what only the analysis needed: results are kept as long as a session. */
  void done() {
    values.clear();
    heapAppends.clear();
    statics.clear();
    sites.done();
    for (Func f : List.copyOf(gc.keySet())) {
      f.body = List.of();
    }
  }
}

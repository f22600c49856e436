package dev.gomem.escape;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Phrase;
import dev.gomem.types.Alias;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.Chan;
import dev.gomem.types.Info;
import dev.gomem.types.Interface;
import dev.gomem.types.MapType;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.TypeEnv;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import dev.gomem.types.Union;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
  final Generics generics;
  private final Shapes shapes = new Shapes();
  private final Map<String, List<Func>> instances = new LinkedHashMap<>();

  /** Functions without bodies as yet; gc reads the last one first. */
  private final Deque<Func> todo = new ArrayDeque<>();

  /** Instances of types whose shaped methods are not met yet, the last one first, too. */
  private final Deque<Named> todoTypes = new ArrayDeque<>();

  /** The next function to be built, which can ask for more; null if there is none. */
  @Nullable Func next() {
    Named n;
    while ((n = todoTypes.poll()) != null) {
      meets(shaped(n));
    }
    return todo.poll();
  }

  void declared(Obj.Func obj) {
    Func f = funcs.get(obj);
    if (f != null) {
      declared(f);
    }
  }

  /** Declared functions come up in order of declaration, a type's methods with the type. */
  void declared(Func f) {
    if (pushed.add(f)) {
      if (f.obj != null) {
        meets(f.obj.signature());
      }
      todo.push(f);
    }
  }

  private final Set<Func> pushed = Collections.newSetFromMap(new IdentityHashMap<>());

  final List<EscapeResult.Line> lines = new ArrayList<>();
  final List<Diagnostic> faults = new ArrayList<>();

  private final Map<Obj.Func, Func> funcs = new IdentityHashMap<>();
  private final Map<Func, List<Tag>> gc = new IdentityHashMap<>();
  private final Map<Func, List<Tag>> simple = new IdentityHashMap<>();
  private final Map<Func, List<Phrase>> gcKept = new IdentityHashMap<>();
  private final Map<Func, List<Phrase>> simpleKept = new IdentityHashMap<>();

  /** Parts of package variables' values that gc lays out as data: they have no messages. */
  private final Set<Tree> statics = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<Tree.Call> heapAppends = Collections.newSetFromMap(new IdentityHashMap<>());

  Program(Info info, @Nullable Package local, Generics generics, Tags imports, boolean learner) {
    this.info = info;
    this.generics = generics;
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

  // ---- instances

  /** Where results about a function go. */
  Sites sites(Func f) {
    Sites own = f.outermost().sites;
    return own != null ? own : sites;
  }

  /** The simple rule holds in it. */
  boolean written(Func f) {
    return learner && !f.outermost().library;
  }

  /**
   * The instance of a generic function, or of a generic type's method, for type arguments; null if
   * its source is not known.
   */
  @Nullable Func instance(Obj.Func fn, List<Type> targs) {
    Obj.Func origin = fn.origin();
    Generics.Body body = generics.body(origin);
    if (body == null) {
      return null;
    }
    List<TypeParam> params = Generics.parameters(origin);
    List<Type> args = shapes.of(params, targs);
    StringBuilder key = new StringBuilder(TypeFormat.qualified(origin, null));
    args.forEach(a -> key.append(' ').append(TypeFormat.link(a)));
    List<Func> same = instances.computeIfAbsent(key.toString(), k -> new ArrayList<>(1));
    for (Func f : same) {
      if (f.obj == origin && identical(f.shapes, args)) {
        return f;
      }
    }
    TypeEnv env = new TypeEnv(params, args, body.locals(), generics.context);
    Signature sig = origin.signature();
    Func f =
        new Func(body.decl().name().pos(), TreeBuilder.nameOf(origin), origin, sig, null, false);
    f.shapes = args;
    f.reading = new Reading(body.info(), env);
    f.sites = new Sites();
    f.library = body.author() == Escape.Author.LIBRARY;
    f.todo = body.decl();
    same.add(f);
    meets(env.apply(sig));
    todo.push(f);
    return f;
  }

  List<AllocSite> instanceSites() {
    List<AllocSite> out = new ArrayList<>();
    for (List<Func> list : instances.values()) {
      for (Func f : list) {
        out.addAll(sites(f).all());
      }
    }
    return out;
  }

  private static boolean identical(List<Type> a, List<Type> b) {
    for (int i = 0; i < a.size(); i++) {
      if (!TypeFacts.identical(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The instance that a method of a type is; null if the type is no instance. */
  @Nullable Func methodInstance(Obj.Func m, Type recv) {
    Type p = TypeFacts.isInterface(recv) ? null : TypeFacts.pointee(recv);
    Type base = Types.unalias(recv) instanceof Named || p == null ? recv : p;
    if (!(Types.unalias(base) instanceof Named n) || n.origin().typeParams().isEmpty()) {
      return null;
    }
    meets(shaped(n));
    return instance(m, n.typeArgs());
  }

  /** An instance of a generic type with shapes for its type arguments. */
  private Type shaped(Named n) {
    List<Type> args = shapes.of(n.origin().typeParams(), n.typeArgs());
    return Types.instance(n.origin(), args, generics.context);
  }

  /** The methods of an instance of a generic type. */
  private void methods(Named n) {
    for (Obj.Func m : n.methods()) {
      instance(m, n.typeArgs());
    }
  }

  private final Map<Obj, Dictionary> dictionaries = new IdentityHashMap<>();

  /** The dictionary that instances of a generic function, or of a generic type, have. */
  Dictionary dictionary(Obj of) {
    Dictionary d = dictionaries.get(of);
    if (d == null) {
      List<Generics.Body> bodies = new ArrayList<>();
      if (of instanceof Obj.Func f) {
        add(f, bodies);
      } else if (Types.unalias(of.type()) instanceof Named n) {
        n.origin().methods().forEach(m -> add(m, bodies));
      }
      d = Dictionary.of(bodies);
      dictionaries.put(of, d);
    }
    return d;
  }

  private void add(Obj.Func f, List<Generics.Body> bodies) {
    Generics.Body b = generics.body(f);
    if (b != null) {
      bodies.add(b);
    }
  }

  private final Set<Type> known = Collections.newSetFromMap(new IdentityHashMap<>());

  /** A type comes up: instances inside it have methods, which are compiled with it. */
  void meets(Type t) {
    if (!known.add(t)) {
      return;
    }
    switch (t) {
      case Alias a -> meets(Types.unalias(a));
      case Named n -> {
        if (n.isInstance() && !n.origin().typeParams().isEmpty()) {
          n.typeArgs().forEach(this::meets);
          meets(n.underlying());
          if (Shapes.hasShape(n)) {
            methods(n);
          } else {
            todoTypes.push(n);
          }
        } else if (n.origin().typeParams().isEmpty()) {
          meets(n.underlying());
          for (Obj.Func m : n.methods()) {
            declared(m);
          }
        }
      }
      case Pointer p -> meets(p.elem());
      case Slice s -> meets(s.elem());
      case Array a -> meets(a.elem());
      case Chan c -> meets(c.elem());
      case MapType m -> {
        meets(m.key());
        meets(m.elem());
      }
      case Struct s -> s.fields().forEach(f -> meets(f.type()));
      case Tuple u -> u.vars().forEach(v -> meets(v.type()));
      case Signature s -> {
        meets(s.params());
        meets(s.results());
      }
      case Interface i -> i.methods().forEach(m -> meets(m.signature()));
      case Basic _, TypeParam _, Union _ -> {}
    }
  }

  void tagged(Func f, Placement p, List<Tag> tags) {
    (p == Placement.GC ? gc : simple).put(f, tags);
  }

  /** Why each parameter of a function flows to the heap, where it does. */
  void kept(Func f, Placement p, List<Phrase> why) {
    (p == Placement.GC ? gcKept : simpleKept).put(f, why);
  }

  /** How a function lets an argument reach the heap; null if it does not, or is not analysed. */
  @Nullable Phrase keeps(Func f, int argument, Placement p) {
    List<Phrase> kept = (p == Placement.GC ? gcKept : simpleKept).get(f);
    return kept == null || argument >= kept.size() ? null : kept.get(argument);
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
      case Tree.FuncName f ->
          f.instance != null ? new Walk.Callee(f.instance, null) : method(f.obj);
      case Tree.Selector s when s.op == Op.METHEXPR && !TypeFacts.isInterface(s.x.type) ->
          method(s);
      case Tree.Closure c -> new Walk.Callee(c.func, null);
      default -> Walk.Callee.UNKNOWN;
    };
  }

  /** The method that a selector selects, of a type that is no interface. */
  Walk.Callee method(Tree.Selector s) {
    return s.instance != null ? new Walk.Callee(s.instance, null) : method(s.method);
  }

  private Walk.Callee method(Obj.@Nullable Func obj) {
    return obj == null || Generics.isGeneric(obj.origin())
        ? Walk.Callee.UNKNOWN
        : new Walk.Callee(func(obj), obj.origin());
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
    instances.values().forEach(l -> l.forEach(f -> sites(f).done()));
    for (Func f : List.copyOf(gc.keySet())) {
      f.body = List.of();
    }
  }
}

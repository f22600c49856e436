package dev.gomem.escape;

import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Walk;
import dev.gomem.types.Context;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.TypeParam;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of generic functions and methods, of all packages and cells: whoever instantiates one
 * analyses and compiles it, wherever it was declared. One object serves a session.
 */
public final class Generics {
  /**
   * A generic function.
   *
   * @param pkg the package it belongs to
   * @param author whose code it is: a library's is placed as gc does it wherever it is instantiated
   * @param locals types declared in its body: each instance has its own
   */
  public record Body(
      Decl.FuncDecl decl, Info info, Package pkg, Escape.Author author, Set<Obj.TypeName> locals) {}

  private final Map<Obj.Func, Body> bodies = new IdentityHashMap<>();

  /** What makes bodies that nobody has asked for yet. */
  private final Map<Obj.Func, Supplier<Body>> later = new IdentityHashMap<>();

  /** Where instances of types inside the bodies are entered. */
  public final Context context;

  public Generics() {
    this.context = new Context();
  }

  private Generics(Generics other) {
    this.context = other.context;
    bodies.putAll(other.bodies);
  }

  /** For an analysis that leaves nothing behind. */
  public Generics copy() {
    return new Generics(this);
  }

  /** Takes note of the generic ones among a package's functions, or a cell's. */
  public void declare(List<Decl.FuncDecl> functions, Info info, Package pkg, Escape.Author author) {
    for (Decl.FuncDecl d : functions) {
      Obj.Func f = info.func(d);
      if (f != null && isGeneric(f)) {
        bodies.put(f, new Body(d, info, pkg, author, locals(d, info)));
      }
    }
  }

  /**
   * As {@link #declare(List, Info, Package, Escape.Author)}, of functions whose bodies are not
   * checked yet.
   *
   * @param check checks the body of a function; run when somebody asks for it
   */
  public void declare(
      List<Decl.FuncDecl> functions,
      Info info,
      Package pkg,
      Escape.Author author,
      Consumer<Obj.Func> check) {
    for (Decl.FuncDecl d : functions) {
      Obj.Func f = info.func(d);
      if (f != null && isGeneric(f)) {
        later.put(
            f,
            () -> {
              check.accept(f);
              return new Body(d, info, pkg, author, locals(d, info));
            });
      }
    }
  }

  private static Set<Obj.TypeName> locals(Decl.FuncDecl d, Info info) {
    Set<Obj.TypeName> out = Collections.newSetFromMap(new IdentityHashMap<>());
    Walk.preorder(
        d,
        n -> {
          if (n instanceof Decl.TypeDecl t && info.def(t.name()) instanceof Obj.TypeName o) {
            out.add(o);
          }
          return true;
        });
    return out;
  }

  /** The function has type parameters, its own or its receiver's. */
  public static boolean isGeneric(Obj.Func f) {
    return !parameters(f).isEmpty();
  }

  /** Type parameters of a function, or of a method's receiver. */
  public static List<TypeParam> parameters(Obj.Func f) {
    return f.signature().recv() != null
        ? f.signature().recvTypeParams()
        : f.signature().typeParams();
  }

  /** Null if it is not known: another package's, of which there is no source. */
  public @Nullable Body body(Obj.Func f) {
    Supplier<Body> make = later.remove(f.origin());
    if (make != null) {
      bodies.put(f.origin(), make.get());
    }
    return bodies.get(f.origin());
  }
}

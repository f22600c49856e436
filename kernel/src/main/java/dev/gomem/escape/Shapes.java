package dev.gomem.escape;

import dev.gomem.source.Pos;
import dev.gomem.types.Alias;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.Chan;
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
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import dev.gomem.types.Union;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Types of package {@code go.shape}: gc analyses and compiles a generic function once for all type
 * arguments with the same underlying types, and all pointers are alike where only methods are asked
 * of them. Source: cmd/compile/internal/noder/reader.go, shapify.
 */
final class Shapes {
  static final String PACKAGE = "go.shape";

  private final Package pkg = new Package(PACKAGE, PACKAGE);
  private final Type bytePointer = new Pointer(Universe.BYTE);
  private final Map<String, List<Named>> shapes = new HashMap<>();

  List<Type> of(List<TypeParam> params, List<Type> args) {
    List<Type> out = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      out.add(of(args.get(i), methodsOnly(params.get(i))));
    }
    return List.copyOf(out);
  }

  private static boolean methodsOnly(TypeParam p) {
    return p.constraint().underlying() instanceof Interface i && i.isMethodSet();
  }

  private Type of(Type arg0, boolean basic) {
    Type arg = Types.unalias(arg0);
    Type under = arg.underlying();
    if (under instanceof Interface && arg instanceof Named n && n.isInstance() && hasShape(n)) {
      return arg;
    }
    if (basic && under instanceof Pointer p) {
      Type elem = p.elem();
      if (!isShape(elem) && hasShape(elem)) {
        return arg;
      }
      under = bytePointer;
    }
    String name = TypeFormat.link(under);
    List<Named> list = shapes.computeIfAbsent(name, k -> new ArrayList<>(1));
    for (Named n : list) {
      if (TypeFacts.identical(n.underlying(), under)) {
        return n;
      }
    }
    Named shape = Named.of(new Obj.TypeName(Pos.NONE, pkg, name, null), under);
    list.add(shape);
    return shape;
  }

  static boolean isShape(Type t) {
    if (!(Types.unalias(t) instanceof Named n)) {
      return false;
    }
    Package p = n.obj().pkg();
    return p != null && p.path().equals(PACKAGE);
  }

  /**
   * To gc a type with a shape in it is also identical to whatever the shape stands for: declared
   * types are compared by their underlying ones, and all pointers are alike
   * (cmd/compile/internal/types/identity.go).
   */
  static boolean identical(Type a, Type b) {
    return same(a, b, new HashSet<>());
  }

  /** Two declared types that are being compared: compared again inside, they are identical. */
  private record Pair(Named a, Named b) {}

  private static boolean same(Type a0, Type b0, Set<Pair> assumed) {
    Type a = Types.unalias(a0);
    Type b = Types.unalias(b0);
    if (a == b || !hasShape(a) && !hasShape(b)) {
      return TypeFacts.identical(a, b);
    }
    if (a instanceof Named n && b instanceof Named m && !assumed.add(new Pair(n, m))) {
      return true;
    }
    boolean declared = a instanceof Named || b instanceof Named;
    Type y = b.underlying();
    return switch (a.underlying()) {
      case Basic p -> y instanceof Basic q && p.kind() == q.kind();
      case Pointer p -> y instanceof Pointer q && (declared || same(p.elem(), q.elem(), assumed));
      case Slice p -> y instanceof Slice q && same(p.elem(), q.elem(), assumed);
      case Array p ->
          y instanceof Array q && p.len() == q.len() && same(p.elem(), q.elem(), assumed);
      case Chan p -> y instanceof Chan q && p.dir() == q.dir() && same(p.elem(), q.elem(), assumed);
      case MapType p ->
          y instanceof MapType q
              && same(p.key(), q.key(), assumed)
              && same(p.elem(), q.elem(), assumed);
      case Struct p -> y instanceof Struct q && same(p.fields(), q.fields(), assumed);
      case Tuple p -> y instanceof Tuple q && same(p.vars(), q.vars(), assumed);
      case Signature p ->
          y instanceof Signature q
              && p.variadic() == q.variadic()
              && same(p.params(), q.params(), assumed)
              && same(p.results(), q.results(), assumed);
      case Interface p -> y instanceof Interface q && methods(p, q, assumed);
      case Alias _, Named _, TypeParam _, Union _ -> false;
    };
  }

  /** Fields, whose names count, or parameters, whose names do not. */
  private static boolean same(List<Obj.Var> a, List<Obj.Var> b, Set<Pair> assumed) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      Obj.Var v = a.get(i);
      Obj.Var w = b.get(i);
      boolean names = v.embedded() == w.embedded() && v.name().equals(w.name());
      if (v.isField() && !names || !same(v.type(), w.type(), assumed)) {
        return false;
      }
    }
    return true;
  }

  private static boolean methods(Interface a, Interface b, Set<Pair> assumed) {
    if (a.methods().size() != b.methods().size()) {
      return false;
    }
    for (int i = 0; i < a.methods().size(); i++) {
      Obj.Func f = a.methods().get(i);
      Obj.Func g = b.methods().get(i);
      if (!f.name().equals(g.name()) || !same(f.signature(), g.signature(), assumed)) {
        return false;
      }
    }
    return true;
  }

  /** A shape is in it, as far as its text shows: right sides of declared types don't count. */
  static boolean hasShape(Type t) {
    return switch (t) {
      case Alias a -> hasShape(Types.unalias(a));
      case Named n -> isShape(n) || n.typeArgs().stream().anyMatch(Shapes::hasShape);
      case Pointer p -> hasShape(p.elem());
      case Slice s -> hasShape(s.elem());
      case Array a -> hasShape(a.elem());
      case Chan c -> hasShape(c.elem());
      case MapType m -> hasShape(m.key()) || hasShape(m.elem());
      case Struct s -> s.fields().stream().anyMatch(f -> hasShape(f.type()));
      case Tuple u -> u.vars().stream().anyMatch(v -> hasShape(v.type()));
      case Signature s -> hasShape(s.params()) || hasShape(s.results());
      case Interface i -> i.methods().stream().anyMatch(m -> hasShape(m.signature()));
      case Basic b -> false;
      case TypeParam p -> false;
      case Union u -> false;
    };
  }
}

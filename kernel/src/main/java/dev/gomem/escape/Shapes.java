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
import java.util.List;
import java.util.Map;

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

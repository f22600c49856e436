package dev.gomem.types;

import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * An interface type without a name must not mention itself through its methods. gc looks for this when all else is
 * right. Source: cmd/compile/internal/noder/irgen.go.
 */
final class AnonymousCycles {
  private final Checker check;
  private final Map<Interface, Boolean> cyclic = new IdentityHashMap<>();

  AnonymousCycles(Checker check) {
    this.check = check;
  }

  /** Only declared types can lead back to a type literal, so only the types in declarations are looked at. */
  void check(List<Node.File> files) {
    for (Node.File f : files) {
      for (Decl d : f.decls()) {
        if (d instanceof Decl.TypeDecl t) {
          type(t.type());
        }
      }
    }
  }

  private void type(Expr e) {
    switch (e) {
      case Expr.InterfaceType i -> {
        Info.TypeAndValue tv = check.info.types.get(i);
        if (tv != null && Types.unalias(tv.type()) instanceof Interface t && hasCycle(t)) {
          check.errorf(
              i,
              Code.INVALID_TYPE_CYCLE,
              "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)");
          cyclic.replaceAll((k, v) -> false);
        }
      }
      case Expr.StructType s -> s.fields().forEach(f -> type(f.type()));
      case Expr.ArrayType a -> type(a.elem());
      case Expr.SliceType a -> type(a.elem());
      case Expr.MapType m -> {
        type(m.key());
        type(m.value());
      }
      case Expr.ChanType c -> type(c.elem());
      case Expr.ParenExpr p -> type(p.x());
      case Expr.Operation o -> type(o.x());
      case Expr.FuncType f -> {
        f.params().forEach(p -> type(p.type()));
        f.results().forEach(p -> type(p.type()));
      }
      default -> {}
    }
  }

  private boolean hasCycle(Interface t) {
    for (Obj.Func m : t.methods()) {
      if (visit(m.type())) {
        return true;
      }
    }
    return false;
  }

  private boolean visit(Type typ) {
    return switch (Types.unalias(typ)) {
      case Pointer t -> visit(t.elem());
      case Array t -> visit(t.elem());
      case Chan t -> visit(t.elem());
      case Slice t -> visit(t.elem());
      case MapType t -> visit(t.key()) || visit(t.elem());
      case Struct t -> {
        for (Obj.Var f : t.fields()) {
          if (visit(f.type())) {
            yield true;
          }
        }
        yield false;
      }
      case Signature t -> visit(t.params()) || visit(t.results());
      case Tuple t -> {
        for (Obj.Var v : t.vars()) {
          if (visit(v.type())) {
            yield true;
          }
        }
        yield false;
      }
      case Interface t -> {
        if (t.methods.isEmpty() && t.embeddeds.isEmpty()) {
          yield false;
        }
        Boolean known = cyclic.get(t);
        if (known != null) {
          yield known;
        }
        cyclic.put(t, true);
        if (hasCycle(t)) {
          yield true;
        }
        cyclic.put(t, false);
        yield false;
      }
      default -> false;
    };
  }
}

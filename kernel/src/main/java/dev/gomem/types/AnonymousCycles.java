package dev.gomem.types;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Positions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * An interface type without a name must not mention itself through its methods. gc looks for this
 * when all else is right. Source: cmd/compile/internal/noder/irgen.go.
 */
final class AnonymousCycles {
  private final Checker check;
  private final Map<Interface, Boolean> cyclic = new IdentityHashMap<>();

  AnonymousCycles(Checker check) {
    this.check = check;
  }

  void check() {
    List<Expr.InterfaceType> nodes = new ArrayList<>(check.interfaceTypes);
    nodes.sort(Comparator.comparing(Expr.InterfaceType::pos));
    Pos end = Pos.NONE;
    for (Expr.InterfaceType i : nodes) {
      // Interfaces inside others belong to the outermost.
      if (end.source() != i.pos().source() || i.pos().offset() > end.offset()) {
        type(i);
        end = Positions.end(i);
      }
    }
  }

  private void type(Expr.InterfaceType i) {
    Info.TypeAndValue tv = check.info.types.get(i);
    if (tv != null && Types.unalias(tv.type()) instanceof Interface t && hasCycle(t)) {
      check.errorf(
          i.pos(),
          Code.INVALID_TYPE_CYCLE,
          "invalid recursive type: anonymous interface refers to itself (see"
              + " https://go.dev/issue/56103)");
      cyclic.replaceAll((k, v) -> false);
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

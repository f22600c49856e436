package dev.gomem.escape;

import dev.gomem.types.Array;
import dev.gomem.types.Chan;
import dev.gomem.types.Interface;
import dev.gomem.types.Lookup;
import dev.gomem.types.MapType;
import dev.gomem.types.Obj;
import dev.gomem.types.Pointer;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Type;
import dev.gomem.types.Types;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls of interface methods whose concrete type is known become calls of that type's method, so
 * that its parameter tags count. gc does this also when it does not inline. Source:
 * cmd/compile/internal/devirtualize.
 */
final class Devirtualize {
  /**
   * Something assigned to an interface variable: an expression, a type, or neither if nothing is
   * known.
   */
  private record Assigned(@Nullable Tree expr, @Nullable Type type) {}

  private final Program program;
  private final Format format;
  private final List<EscapeResult.Line> lines;
  private final Map<Tree.Name, List<Assigned>> assigned = new IdentityHashMap<>();
  private final Map<Func, Boolean> analyzed = new IdentityHashMap<>();

  Devirtualize(Program program) {
    this.program = program;
    this.format = program.format;
    this.lines = program.lines;
  }

  void run(Func f) {
    f.body.forEach(this::calls);
  }

  /** Inner calls first. */
  private void calls(Tree t) {
    t.children(this::calls);
    if (t instanceof Tree.Call c && c.op == Op.CALLINTER && !c.goDefer) {
      call(c);
    }
  }

  private void call(Tree.Call c) {
    if (!(c.fun instanceof Tree.Selector sel)) {
      return;
    }
    Type typ = concrete(sel.x);
    if (typ == null || !implementsAll(typ, sel.x.type) || Shapes.isShape(typ)) {
      return;
    }
    if (Shapes.hasShape(typ)) {
      String text = "cannot devirtualize " + format.of(c) + ": shaped receiver " + format.type(typ);
      lines.add(new EscapeResult.Line(c.pos, text));
      return;
    }
    if (Shapes.hasShape(sel.x.type)) {
      String text =
          "cannot devirtualize " + format.of(c) + ": shaped interface " + format.type(sel.x.type);
      lines.add(new EscapeResult.Line(c.pos, text));
      return;
    }
    Lookup.Result found = Lookup.lookupFieldOrMethod(typ, false, packageOf(sel), sel.sel);
    List<Integer> path = found.index();
    if (!(found.obj() instanceof Obj.Func m) || path == null) {
      return;
    }
    Tree x = new Tree.TypeAssert(c.pos, sel.x, typ);
    for (int i = 0; i < path.size() - 1; i++) {
      Type p = TypeFacts.pointee(x.type);
      Type base = p != null ? p : x.type;
      if (!(base.underlying() instanceof Struct s)) {
        return;
      }
      Obj.Var f = s.field(path.get(i));
      x = new Tree.Selector(p != null ? Op.DOTPTR : Op.DOT, sel.pos, x, f.name(), null, f.type());
    }
    if (TypeFacts.isInterface(x.type)) {
      lines.add(
          new EscapeResult.Line(
              c.pos, "partially devirtualizing " + format.of(sel) + " to " + format.type(typ)));
      c.fun = new Tree.Selector(Op.DOTINTER, sel.pos, x, sel.sel, m, sel.type);
      return;
    }
    lines.add(
        new EscapeResult.Line(
            c.pos, "devirtualizing " + format.of(sel) + " to " + format.type(typ)));
    Obj.Var recv = m.signature().recv();
    boolean wantsPointer = recv != null && Types.unalias(recv.type()) instanceof Pointer;
    Type p = TypeFacts.pointee(x.type);
    if (p != null && !wantsPointer) {
      Tree.Star star = new Tree.Star(sel.pos, x, p);
      star.implicit = true;
      x = star;
    } else if (p == null && wantsPointer) {
      Tree.Addr a = new Tree.Addr(Op.ADDR, sel.pos, x, new Pointer(x.type));
      a.implicit = true;
      x = a;
    }
    List<Tree> args = new ArrayList<>();
    args.add(x);
    args.addAll(c.args);
    c.op = Op.CALLFUNC;
    Tree.Selector fun =
        new Tree.Selector(
            Op.METHEXPR, sel.pos, new Tree.TypeName(sel.pos, x.type), sel.sel, m, sel.type);
    fun.instance = program.methodInstance(m, x.type);
    c.fun = fun;
    c.args = args;
  }

  private static dev.gomem.types.@Nullable Package packageOf(Tree.Selector sel) {
    return sel.method != null ? sel.method.pkg() : null;
  }

  private static boolean implementsAll(Type t, Type iface) {
    if (!(iface.underlying() instanceof Interface i)) {
      return false;
    }
    for (Obj.Func want : i.methods()) {
      Lookup.Result r = Lookup.lookupFieldOrMethod(t, false, want.pkg(), want.name());
      if (!(r.obj() instanceof Obj.Func have)
          || !TypeFacts.identical(have.signature(), want.signature())) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Type concrete(Tree x) {
    Found f = find(x, new IdentityHashMap<>());
    return f.type;
  }

  /**
   * {@code none}: never assigned anything but nil (or seen already); a null type otherwise means
   * unknown.
   */
  private record Found(@Nullable Type type, boolean none) {
    static final Found UNKNOWN = new Found(null, false);
    static final Found NONE = new Found(null, true);
  }

  private Found find(Tree t, Map<Tree.Name, Boolean> seen) {
    Tree n = t;
    while (true) {
      if (!TypeFacts.isInterface(n.type)) {
        return new Found(n.type, false);
      }
      if (n instanceof Tree.Conv c && (c.op == Op.CONVNOP || c.op == Op.CONVIFACE)) {
        n = c.x;
      } else if (n instanceof Tree.TypeAssert a) {
        n = a.x;
      } else {
        break;
      }
    }
    if (!(n instanceof Tree.Name name) || name.storage != Tree.Storage.AUTO || name.addrtaken) {
      return Found.UNKNOWN;
    }
    Func f = name.func;
    if (f == null || (f.open && !name.temporary)) {
      return Found.UNKNOWN;
    }
    if (seen.put(name, true) != null) {
      return Found.NONE;
    }
    analyze(f);
    Type typ = null;
    for (Assigned a : assigned.getOrDefault(name, List.of())) {
      Type one = a.type;
      if (a.expr != null) {
        Found inner = find(a.expr, seen);
        if (inner.none) {
          continue;
        }
        one = inner.type;
      }
      if (one == null || (typ != null && !TypeFacts.identical(typ, one))) {
        return Found.UNKNOWN;
      }
      typ = one;
    }
    return typ == null ? Found.NONE : new Found(typ, false);
  }

  private void analyze(Func f) {
    if (analyzed.put(f, true) == null) {
      f.body.forEach(t -> t.visit(this::statement));
    }
  }

  private void statement(Tree t) {
    switch (t) {
      case Tree.Assign as -> {
        if (as.y instanceof Tree.Call c && c.fun != null) {
          assign(as.x, null, c.type);
        } else if (as.y != null) {
          assign(as.x, as.y, null);
        }
      }
      case Tree.AssignList as when as.op == Op.AS2 -> {
        for (int i = 0; i < as.lhs.size(); i++) {
          assign(as.lhs.get(i), as.rhs.get(i), null);
        }
      }
      case Tree.AssignList as when as.op == Op.AS2DOTTYPE ->
          assign(as.lhs.get(0), as.rhs.get(0), null);
      case Tree.AssignList as when as.op == Op.AS2FUNC -> {
        if (as.rhs.get(0).type instanceof dev.gomem.types.Tuple results) {
          for (int i = 0; i < as.lhs.size(); i++) {
            assign(as.lhs.get(i), null, results.at(i).type());
          }
        }
      }
      case Tree.AssignList as -> assign(as.lhs.get(0), null, as.rhs.get(0).type);
      case Tree.Range r -> range(r);
      case Tree.Switch s -> {
        Tree tag = s.tag;
        if (s.guard && tag != null) {
          s.cases.forEach(c -> assign(c.var, tag, null));
        }
      }
      case Tree.Closure c -> analyze(c.func);
      default -> {}
    }
  }

  private void range(Tree.Range r) {
    Type p = TypeFacts.pointee(r.x.type);
    Type t = p != null ? p : r.x.type;
    switch (t.underlying()) {
      case Array a -> assign(r.value, null, a.elem());
      case Slice s -> assign(r.value, null, s.elem());
      case Chan c -> assign(r.key, null, c.elem());
      case MapType m -> {
        assign(r.key, null, m.key());
        assign(r.value, null, m.elem());
      }
      default -> {}
    }
  }

  private void assign(@Nullable Tree x, @Nullable Tree value, @Nullable Type type0) {
    if (!(x instanceof Tree.Name n)
        || n.storage != Tree.Storage.AUTO
        || !TypeFacts.isInterface(n.type)
        || value instanceof Tree.Nil) {
      return;
    }
    Type type = type0 != null && TypeFacts.isInterface(type0) ? null : type0;
    assigned.computeIfAbsent(n, k -> new ArrayList<>()).add(new Assigned(value, type));
  }
}

package dev.gomem.types;

import dev.gomem.syntax.Expr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes types equal by finding types for type parameters. Each parameter has a handle on its type;
 * parameters found to be equal share one. Source: go/types' unify.go, spec section "Type
 * unification".
 */
final class Unifier {
  /** Beyond it unification fails. */
  private static final int DEPTH_LIMIT = 50;

  /** Types of an assignment: they may differ at the top, as assignability allows. */
  static final int ASSIGN = 1;

  /** Types must become identical. */
  static final int EXACT = 2;

  private static final class Handle {
    @Nullable Type type;
  }

  private final List<TypeParam> tparams;
  private final Map<TypeParam, Handle> handles = new IdentityHashMap<>();
  private final boolean enableInterfaceInference;
  private int depth;

  /** {@code targs} may be shorter than {@code tparams} and have nulls. */
  Unifier(List<TypeParam> tparams, List<@Nullable Type> targs, boolean enableInterfaceInference) {
    this.tparams = tparams;
    this.enableInterfaceInference = enableInterfaceInference;
    for (int i = 0; i < tparams.size(); i++) {
      Handle h = new Handle();
      h.type = i < targs.size() ? targs.get(i) : null;
      handles.put(tparams.get(i), h);
    }
  }

  boolean unify(Type x, Type y, int mode) {
    return nify(x, y, mode, null);
  }

  private Handle handle(TypeParam p) {
    Handle h = handles.get(p);
    if (h == null) {
      throw new IllegalArgumentException("not a parameter of this unifier: " + p);
    }
    return h;
  }

  private boolean join(TypeParam x, TypeParam y) {
    Handle hx = handle(x);
    Handle hy = handle(y);
    if (hx == hy) {
      return true;
    }
    if (hx.type != null && hy.type != null) {
      return false;
    }
    Handle keep = hx.type != null ? hx : hy;
    Handle drop = keep == hx ? hy : hx;
    handles.replaceAll((p, h) -> h == drop ? keep : h);
    return true;
  }

  private @Nullable TypeParam asBoundTypeParam(Type x) {
    return Types.unalias(x) instanceof TypeParam p && handles.containsKey(p) ? p : null;
  }

  @Nullable Type at(TypeParam x) {
    return handle(x).type;
  }

  void set(TypeParam x, Type t) {
    handle(x).type = t;
  }

  /** Number of type parameters without a type. */
  int unknowns() {
    int n = 0;
    for (TypeParam p : tparams) {
      if (handle(p).type == null) {
        n++;
      }
    }
    return n;
  }

  List<@Nullable Type> inferred(List<TypeParam> tparams) {
    List<@Nullable Type> list = new ArrayList<>();
    for (TypeParam p : tparams) {
      list.add(at(p));
    }
    return list;
  }

  private static @Nullable Interface asInterface(Type x) {
    return !Predicates.isTypeParam(x) && x.underlying() instanceof Interface i ? i : null;
  }

  private boolean nify(Type x, Type y, int mode, Predicates.@Nullable IfacePair p) {
    depth++;
    try {
      return depth <= DEPTH_LIMIT && nify0(x, y, mode, p);
    } finally {
      depth--;
    }
  }

  private static boolean same(Type x, Type y) {
    return x == y || Types.unalias(x) == Types.unalias(y);
  }

  private boolean nify0(Type x0, Type y0, int mode, Predicates.@Nullable IfacePair p) {
    Type x = x0;
    Type y = y0;
    if (same(x, y)) {
      return true;
    }
    boolean exact = (mode & EXACT) != 0;
    // A defined type goes to y, a bound type parameter to x.
    if (Types.asNamed(x) != null || asBoundTypeParam(y) != null) {
      Type t = x;
      x = y;
      y = t;
    }
    // A defined type matches a literal if its underlying type does.
    Named ny = Types.asNamed(y);
    if (!exact
        && ny != null
        && Predicates.isTypeLit(x)
        && !(enableInterfaceInference && Predicates.isInterface(x))) {
      y = ny.underlying();
      if (same(x, y)) {
        return true;
      }
    }
    TypeParam px = asBoundTypeParam(x);
    TypeParam py = asBoundTypeParam(y);
    if (px != null && py != null) {
      if (join(px, py)) {
        return true;
      }
      Type tx = at(px);
      Type ty = at(py);
      return tx != null && ty != null && nify(tx, ty, mode, p);
    }
    if (px != null) {
      Type tx = at(px);
      if (tx == null) {
        set(px, y);
        return true;
      }
      return nify(tx, y, mode, p) && better(px, tx, y, exact);
    }
    if (enableInterfaceInference && !exact) {
      Interface xi = asInterface(x);
      Interface yi = asInterface(y);
      if (xi != null && yi != null) {
        return interfaces(xi, yi, p);
      }
      if (xi != null || yi != null) {
        Interface i = xi != null ? xi : java.util.Objects.requireNonNull(yi);
        Type other = xi != null ? y : x;
        for (Obj.Func m : i.typeSet().methods()) {
          Obj obj = Lookup.lookupFieldOrMethod(other, false, m.pkg(), m.name()).obj();
          if (!(obj instanceof Obj.Func f) || !nify(m.type(), f.type(), EXACT, p)) {
            return false;
          }
        }
        return true;
      }
    }
    // An unbound type parameter goes to x.
    if (Predicates.isTypeParam(y)) {
      Type t = x;
      x = y;
      y = t;
    }
    return structure(Types.unalias(x), Types.unalias(y), y, mode, p);
  }

  /** {@code px} has type {@code x}, which matches {@code y}: which of them is the type? */
  private boolean better(TypeParam px, Type x, Type y, boolean exact) {
    Interface xi = asInterface(x);
    Interface yi = asInterface(y);
    boolean xn = Types.asNamed(x) != null;
    boolean yn = Types.asNamed(y) != null;
    if (xi != null && yi != null) {
      if (xn && yn) {
        return Predicates.identical(x, y);
      }
      if (xi.typeSet().methods().size() != yi.typeSet().methods().size()) {
        return false;
      }
    } else if (xi != null || yi != null) {
      return false; // the result would depend on the order
    }
    // A defined type rather than a literal, a directed channel rather than a bidirectional one.
    if (!exact && !xn) {
      if (yn || (y.underlying() instanceof Chan c && c.dir() != Expr.ChanDir.BOTH)) {
        set(px, y);
      }
    }
    return true;
  }

  private boolean interfaces(Interface xi, Interface yi, Predicates.@Nullable IfacePair p) {
    TypeSet xset = xi.typeSet();
    TypeSet yset = yi.typeSet();
    if (xset.comparable() != yset.comparable() || !xset.terms().sameAs(yset.terms())) {
      return false;
    }
    for (Predicates.IfacePair q = p; q != null; q = q.prev()) {
      if (q.same(xi, yi)) {
        return true;
      }
    }
    // From here on signatures must be identical, and that keeps pairs of its own.
    List<Obj.Func> fewer = xset.methods();
    List<Obj.Func> more = yset.methods();
    if (fewer.size() > more.size()) {
      List<Obj.Func> t = fewer;
      fewer = more;
      more = t;
    }
    for (Obj.Func m : fewer) {
      Obj.Func found = null;
      for (Obj.Func n : more) {
        if (n.qualifiedId().equals(m.qualifiedId())) {
          found = n;
        }
      }
      if (found == null || !nify(m.type(), found.type(), EXACT, null)) {
        return false;
      }
    }
    return true;
  }

  private boolean structure(
      Type x, Type y, Type yorig, int mode, Predicates.@Nullable IfacePair p) {
    int emode = (mode & ASSIGN) != 0 ? mode | EXACT : mode;
    boolean exact = (mode & EXACT) != 0;
    return switch (x) {
      case Basic a -> y instanceof Basic b && a.kind() == b.kind();
      case Array a ->
          y instanceof Array b
              && (a.len() < 0 || b.len() < 0 || a.len() == b.len())
              && nify(a.elem(), b.elem(), emode, p);
      case Slice a -> y instanceof Slice b && nify(a.elem(), b.elem(), emode, p);
      case Struct a -> y instanceof Struct b && structs(a, b, emode, p);
      case Pointer a -> y instanceof Pointer b && nify(a.elem(), b.elem(), emode, p);
      case Tuple a -> y instanceof Tuple b && tuples(a, b, mode, p);
      case Signature a ->
          y instanceof Signature b
              && a.variadic() == b.variadic()
              && tuples(a.params(), b.params(), emode, p)
              && tuples(a.results(), b.results(), emode, p);
      case Interface a -> y instanceof Interface b && exactInterfaces(a, b, p);
      case MapType a ->
          y instanceof MapType b
              && nify(a.key(), b.key(), emode, p)
              && nify(a.elem(), b.elem(), emode, p);
      case Chan a ->
          y instanceof Chan b
              && (!exact || a.dir() == b.dir())
              && nify(a.elem(), b.elem(), emode, p);
      case Named a -> y instanceof Named b && named(a, b, mode, p);
      case TypeParam a -> {
        // A parameter of an enclosing function: its core type says what its arguments look like.
        Type core = Under.commonUnder(a);
        yield core != null && nify(core, yorig, ASSIGN, p);
      }
      case Union a -> false;
      case Alias a -> false;
    };
  }

  private boolean structs(Struct a, Struct b, int emode, Predicates.@Nullable IfacePair p) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      Obj.Var f = a.field(i);
      Obj.Var g = b.field(i);
      if (f.embedded() != g.embedded()
          || !a.tag(i).equals(b.tag(i))
          || !f.sameId(g.pkg(), g.name(), false)
          || !nify(f.type(), g.type(), emode, p)) {
        return false;
      }
    }
    return true;
  }

  private boolean tuples(Tuple a, Tuple b, int mode, Predicates.@Nullable IfacePair p) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!nify(a.at(i).type(), b.at(i).type(), mode, p)) {
        return false;
      }
    }
    return true;
  }

  private boolean exactInterfaces(Interface a, Interface b, Predicates.@Nullable IfacePair p) {
    TypeSet xs = a.typeSet();
    TypeSet ys = b.typeSet();
    if (xs.comparable() != ys.comparable()
        || !xs.terms().sameAs(ys.terms())
        || xs.methods().size() != ys.methods().size()) {
      return false;
    }
    for (Predicates.IfacePair q = p; q != null; q = q.prev()) {
      if (q.same(a, b)) {
        return true;
      }
    }
    Predicates.IfacePair q = new Predicates.IfacePair(a, b, p);
    for (int i = 0; i < xs.methods().size(); i++) {
      Obj.Func f = xs.methods().get(i);
      Obj.Func g = ys.methods().get(i);
      if (!f.qualifiedId().equals(g.qualifiedId()) || !nify(f.type(), g.type(), EXACT, q)) {
        return false;
      }
    }
    return true;
  }

  private boolean named(Named a, Named b, int mode, Predicates.@Nullable IfacePair p) {
    List<Type> xargs = a.typeArgs();
    List<Type> yargs = b.typeArgs();
    if (xargs.size() != yargs.size()) {
      return false;
    }
    // Arguments first, even if the declarations differ: that infers more and gives better messages.
    for (int i = 0; i < xargs.size(); i++) {
      if (!nify(xargs.get(i), yargs.get(i), mode, p)) {
        return false;
      }
    }
    return Predicates.identicalOrigin(a, b);
  }
}

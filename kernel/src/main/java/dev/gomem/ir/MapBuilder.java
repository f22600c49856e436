package dev.gomem.ir;

import dev.gomem.constant.Constant;
import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.syntax.Expr;
import dev.gomem.types.BuiltinId;
import dev.gomem.types.MapType;
import dev.gomem.types.Obj;
import dev.gomem.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Map elements and the making of maps (gc: walkIndexMap, walkMakeMap). The runtime gets keys by
 * address; whether later calls of the statement can still change a key goes by gc's choice of the
 * map's functions. A map that stays in the frame has its header there, and its first group unless
 * more than eight entries are announced.
 */
final class MapBuilder {
  /** Maps of larger elements have no functions of their own for words and strings. */
  private static final long MAX_FAST_ELEM = 128;

  private final FuncBuilder f;

  MapBuilder(FuncBuilder f) {
    this.f = f;
  }

  /** A map and a key, ordered; the key may be a place that is read when the map is accessed. */
  record Element(Ordered map, Ordered key, RType type) {}

  /** For a store. */
  Element element(Expr.IndexExpr e) {
    return element(e, false);
  }

  /**
   * @param lookup the key is only compared, not kept: a string may share its bytes with a slice
   */
  Element element(Expr.IndexExpr e, boolean lookup) {
    Type mt = f.type(e.x());
    Ordered m = f.exprs.order(e.x());
    Type kt = ((MapType) mt.underlying()).key();
    Ordered k =
        lookup
                && f.rtype(kt).kind() == RType.Kind.STRING
                && f.rtype(e.index()).kind() == RType.Kind.STRING
            ? f.exprs.convert(f.conversions.temporary(e.index()), f.type(e.index()), kt, e.index())
            : f.exprs.converted(e.index(), kt);
    RType t = f.rtype(mt);
    return new Element(m, key(k, e.index(), t), t);
  }

  /**
   * A key before later calls (gc: mapKeyTemp): a word or string that the map's functions take by
   * value is evaluated when they are called; what they take by address is copied now unless it has
   * an address of its own; the bytes of a struct or array taken as a word or string are copied now.
   */
  Ordered key(Ordered k, Expr written, RType map) {
    RType t = map.mapKey();
    Passing how = passing(map);
    if (how == Passing.VALUE) {
      return k;
    }
    boolean place =
        how == Passing.ADDRESS && f.rtype(written) == t && f.exprs.isAddressable(written);
    if (place && !f.exprs.isNamed(written)) {
      return k;
    }
    IrExpr v = k.get();
    if (place && f.inMemory(v)) {
      return () -> v;
    }
    Var tmp = f.frameTemp(t, null);
    f.assign(f.ref(tmp), IrExprs.retype(v, t));
    return () -> f.ref(tmp);
  }

  private enum Passing {
    VALUE,
    BITS,
    ADDRESS
  }

  /** How gc's functions for such maps take keys (gc: mapfast). */
  private static Passing passing(RType map) {
    RType k = map.mapKey();
    if (map.elem().size() > MAX_FAST_ELEM) {
      return Passing.ADDRESS;
    }
    if (InterfaceBuilder.sole(k).kind() == RType.Kind.STRING) {
      return k.kind() == RType.Kind.STRING ? Passing.VALUE : Passing.BITS;
    }
    if (!(k.size() == 4 || k.size() == 8) || !isMemory(k)) {
      return Passing.ADDRESS;
    }
    return k.isScalar() ? Passing.VALUE : Passing.BITS;
  }

  /** Values are equal if all their bytes are. */
  private static boolean isMemory(RType t) {
    return switch (t.kind()) {
      case STRUCT -> {
        long end = 0;
        for (RType.Field x : t.fields()) {
          if (x.name().equals("_") || x.offset() != end || !isMemory(x.type())) {
            yield false;
          }
          end += x.type().size();
        }
        yield end == t.size();
      }
      case ARRAY -> isMemory(t.elem());
      case FLOAT32, FLOAT64, INTERFACE, STRING -> false;
      default -> t.isScalar();
    };
  }

  /** The map and the key's address, for the call that follows. */
  private List<IrExpr> access(Element el) {
    IrExpr map = f.settled(el.map().get());
    return List.of(map, keyPtr(el));
  }

  private IrExpr keyPtr(Element el) {
    IrExpr k = IrExprs.retype(el.key().get(), el.type().mapKey());
    if (passing(el.type()) != Passing.VALUE || IrExprs.isName(k)) {
      return f.addressOf(k);
    }
    Var tmp = f.frameTemp(k.type(), null);
    f.assign(f.ref(tmp), k);
    return new IrExpr.AddrOf(f.ref(tmp), f.rt.pointerTo(k.type()));
  }

  /** In {@code m[k] = append(m[k], …)} the second {@code m[k]}, whose operands are the first's. */
  Expr.@Nullable IndexExpr appended(Expr.IndexExpr to, Expr value) {
    return f.under(to.x()) instanceof MapType
            && ExprBuilder.unparen(value) instanceof Expr.CallExpr c
            && f.calls.builtin(c) instanceof Obj.Builtin b
            && b.id() == BuiltinId.APPEND
            && ExprBuilder.unparen(c.args().get(0)) instanceof Expr.IndexExpr from
            && isSame(to, from)
        ? from
        : null;
  }

  /** The same value, without calls (gc: ir.SameSafeExpr). */
  private boolean isSame(Expr left, Expr right) {
    Expr x = ExprBuilder.unparen(left);
    Expr y = ExprBuilder.unparen(right);
    Constant c = f.constant(x);
    if (c != null) {
      Constant d = f.constant(y);
      return d != null && f.rtype(x) == f.rtype(y) && c.equals(d);
    }
    return switch (x) {
      case Expr.Name a ->
          y instanceof Expr.Name b
              && f.info.objectOf(a) instanceof Obj.Var v
              && v == f.info.objectOf(b);
      case Expr.SelectorExpr a ->
          y instanceof Expr.SelectorExpr b
              && f.info.objectOf(a.sel()) instanceof Obj.Var v
              && v == f.info.objectOf(b.sel())
              && (f.info.selection(a) == null || isSame(a.x(), b.x()));
      case Expr.IndexExpr a ->
          y instanceof Expr.IndexExpr b && isSame(a.x(), b.x()) && isSame(a.index(), b.index());
      case Expr.Operation a -> y instanceof Expr.Operation b && isSame(a, b);
      default -> false;
    };
  }

  private boolean isSame(Expr.Operation a, Expr.Operation b) {
    Expr x = a.y();
    Expr y = b.y();
    boolean safe =
        switch (a.op()) {
          case ADD, SUB, OR, XOR, MUL, SHL, SHR, AND, ANDNOT, DIV, REM -> true;
          case NOT -> true;
          case DEF, TILDE, RECV, OROR, ANDAND, EQL, NEQ, LSS, LEQ, GTR, GEQ -> false;
        };
    return safe
        && a.op() == b.op()
        && isSame(a.x(), b.x())
        && (x == null || y == null ? x == y : isSame(x, y));
  }

  /** An element that can be accessed several times. */
  Element safe(Element el) {
    IrExpr map = f.cheap(el.map().get());
    IrExpr key = f.cheap(el.key().get());
    return new Element(() -> map, () -> key, el.type());
  }

  Ordered read(Expr.IndexExpr e) {
    Element el = element(e, true);
    if (hasBytes(e.index())) {
      IrExpr v = f.copy(read(el));
      return () -> v;
    }
    return () -> {
      f.readsMemory();
      return read(el);
    };
  }

  private IrExpr read(Element el) {
    return new IrExpr.Deref(get(RuntimeFn.MAP_GET, el), 0, el.type().elem());
  }

  /** Bytes to be looked up as a string: at once, before they change (gc: mapKeyReplaceStrConv). */
  private boolean hasBytes(Expr key) {
    Expr k = ExprBuilder.unparen(key);
    if (k instanceof Expr.CompositeLit l && f.given(k) == null) {
      return l.elems().stream()
          .anyMatch(e -> hasBytes(e instanceof Expr.KeyValueExpr kv ? kv.value() : e));
    }
    return f.conversions.isOfBytes(k);
  }

  private IrExpr get(RuntimeFn fn, Element el) {
    RType p = f.rt.pointerTo(el.type().elem());
    return f.runtime(fn, access(el), p, el.type(), null);
  }

  void delete(Element el) {
    f.runtime(RuntimeFn.MAP_DELETE, access(el), el.type());
  }

  /** Value and presence. */
  InterfaceBuilder.Asserted commaOk(Element el) {
    RType p = f.rt.pointerTo(el.type().elem());
    List<Var> r = f.runtime2(RuntimeFn.MAP_GET2, access(el), p, f.rt.bool, el.type());
    return new InterfaceBuilder.Asserted(
        new IrExpr.Deref(f.ref(r.get(0)), 0, el.type().elem()), f.ref(r.get(1)));
  }

  /** The place to store a new value. */
  IrExpr assign(Element el) {
    return new IrExpr.Deref(get(RuntimeFn.MAP_ASSIGN, el), 0, el.type().elem());
  }

  /** {@code make(map[K]V, hint)}, or the map of a literal. */
  IrExpr make(RType t, IrExpr hint, @Nullable AllocSite site) {
    f.addSite(site);
    if (f.heap(site)) {
      return f.runtime(RuntimeFn.MAKE_MAP, List.of(hint), t, t, site);
    }
    Var header = f.frameTemp(f.rt.mapHeader(), site);
    f.assign(f.ref(header), f.zero(header.type()));
    IrExpr h = new IrExpr.AddrOf(f.ref(header), f.rt.pointer);
    IrExpr none = new IrExpr.Const(f.rt.pointer, 0);
    if (hint instanceof IrExpr.Const c && c.bits() > RuntimeTypes.GROUP_SLOTS) {
      return f.runtime(RuntimeFn.MAKE_MAP_AT, List.of(h, none, hint), t, t, site);
    }
    Var group = f.frameTemp(f.rt.mapGroup(t), site); // moves to the heap with its header, if ever
    IrExpr g = new IrExpr.AddrOf(f.ref(group), f.rt.pointer);
    if (hint instanceof IrExpr.Const) {
      f.assign(f.ref(group), f.zero(group.type()));
      return f.runtime(RuntimeFn.MAKE_MAP_AT, List.of(h, g, hint), t, t, site);
    }
    Var room = f.temp(f.rt.pointer);
    IrStmt.Label small = new IrStmt.Label("small");
    IrStmt.Label end = new IrStmt.Label("end");
    IrExpr n = f.cheap(hint);
    f.assign(f.ref(room), none);
    f.branch(f.compare(IrExpr.BinaryOp.LE, n, f.intConst(RuntimeTypes.GROUP_SLOTS)), small, end);
    f.label(small);
    f.assign(f.ref(group), f.zero(group.type()));
    f.assign(f.ref(room), g);
    f.label(end);
    return f.runtime(RuntimeFn.MAKE_MAP_AT, List.of(h, f.ref(room), n), t, t, site);
  }
}

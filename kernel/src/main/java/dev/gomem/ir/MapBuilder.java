package dev.gomem.ir;

import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.syntax.Expr;
import dev.gomem.types.MapType;
import dev.gomem.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Map elements and the making of maps (gc: walkIndexMap, walkMakeMap). The runtime gets keys by
 * address: a key is put into a frame temporary before later calls. A map that stays in the frame
 * has its header there, and its first group unless more than eight entries are announced.
 */
final class MapBuilder {
  private final FuncBuilder f;

  MapBuilder(FuncBuilder f) {
    this.f = f;
  }

  /** A map and the address of a key, ordered. */
  record Element(Ordered map, Ordered keyPtr, RType type) {}

  /** For a store. */
  Element element(Expr.IndexExpr e) {
    return element(e, false);
  }

  /**
   * @param lookup the key is only compared, not kept
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
    return new Element(m, key(k, t), t);
  }

  Ordered key(Ordered k, RType map) {
    Var tmp = f.frameTemp(map.mapKey(), null);
    f.assign(f.ref(tmp), k.get());
    RType p = f.rt.pointerTo(map.mapKey());
    return () -> new IrExpr.AddrOf(f.ref(tmp), p);
  }

  Ordered read(Expr.IndexExpr e) {
    Element el = element(e, true);
    return () -> {
      IrExpr p = get(RuntimeFn.MAP_GET, el);
      return new IrExpr.Deref(p, 0, el.type().elem());
    };
  }

  private IrExpr get(RuntimeFn fn, Element el) {
    RType p = f.rt.pointerTo(el.type().elem());
    return f.runtime(fn, List.of(el.map().get(), el.keyPtr().get()), p, el.type(), null);
  }

  /** Value and presence. */
  InterfaceBuilder.Asserted commaOk(Element el) {
    RType p = f.rt.pointerTo(el.type().elem());
    List<Var> r =
        f.runtime2(
            RuntimeFn.MAP_GET2,
            List.of(el.map().get(), el.keyPtr().get()),
            p,
            f.rt.bool,
            el.type());
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

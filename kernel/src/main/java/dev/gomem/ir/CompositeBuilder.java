package dev.gomem.ir;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Array;
import dev.gomem.types.MapType;
import dev.gomem.types.Obj;
import dev.gomem.types.Pointer;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Composite literals (gc: walk/complit.go): all calls in the elements happen first; then the outer
 * object is made, then its elements are stored in order, each nested literal in place. The entries
 * of a map literal that are not constant are evaluated and stored one by one, after the constant
 * ones.
 */
final class CompositeBuilder {
  /** gc lays the constants of longer literals out in read-only data. */
  private static final int MAX_BY_CODE = 4;

  private final FuncBuilder f;

  CompositeBuilder(FuncBuilder f) {
    this.f = f;
  }

  /** An ordered literal: stores itself into a place, which may be known to be zero. */
  interface Fill {
    void into(IrExpr place, boolean zeroed);
  }

  Ordered order(Expr.CompositeLit l) {
    return order(l, f.type(l));
  }

  private Ordered order(Expr.CompositeLit l, Type t) {
    return switch (t.underlying()) {
      case Struct s -> value(l, t);
      case Array a -> value(l, t);
      case Slice s -> slice(l, t, s);
      case MapType m -> map(l, t, m);
      default -> throw new IllegalStateException("literal of " + t);
    };
  }

  private Ordered value(Expr.CompositeLit l, Type t) {
    return new Parts(l, t, fill(l, t));
  }

  /** A struct or array, whole in a temporary or part by part in a place. */
  final class Parts implements Ordered {
    final Expr.CompositeLit literal;
    private final Type type;
    private final Fill fill;

    private Parts(Expr.CompositeLit literal, Type type, Fill fill) {
      this.literal = literal;
      this.type = type;
      this.fill = fill;
    }

    RType rtype() {
      return f.rtype(type);
    }

    @Override
    public IrExpr get() {
      f.readsMemory();
      Var tmp = f.temp(f.rtype(type));
      fill.into(f.ref(tmp), false);
      return f.ref(tmp);
    }

    /** As gc stores into a variable: zero and, of many elements, the constants come first. */
    void into(IrExpr place) {
      f.assign(place, f.zero(f.rtype(type)));
      if (literal.elems().size() > MAX_BY_CODE) {
        constants(literal, type, place);
      }
      fill.into(place, true);
    }
  }

  private void constants(Expr.CompositeLit l, Type t, IrExpr place) {
    RType r = f.rtype(t);
    if (t.underlying() instanceof Struct s) {
      for (int i = 0; i < l.elems().size(); i++) {
        Expr e = l.elems().get(i);
        int field = e instanceof Expr.KeyValueExpr kv ? fieldIndex(s, (Expr.Name) kv.key()) : i;
        RType.Field x = r.fields().get(field);
        Expr value = e instanceof Expr.KeyValueExpr kv ? kv.value() : e;
        constant(value, s.field(field).type(), IrExprs.field(place, x.offset(), x.type()));
      }
    } else if (t.underlying() instanceof Array a) {
      long size = r.elem().size();
      elements(l, (i, e) -> constant(e, a.elem(), IrExprs.field(place, i * size, r.elem())));
    }
  }

  private void constant(Expr e, Type type, IrExpr place) {
    Type t = f.env.apply(type);
    Constant c = f.constant(e);
    if (ExprBuilder.unparen(e) instanceof Expr.CompositeLit l) {
      Type lt = literalType(l, t);
      if (!InterfaceBuilder.isInterface(t) && !(t.underlying() instanceof Pointer)) {
        constants(l, lt, place);
      }
    } else if (c != null && !InterfaceBuilder.isInterface(t)) {
      f.assign(place, f.exprs.constant(c, place.type()));
    }
  }

  /** True if the literal can be stored straight into a new variable. */
  boolean fills(Expr e) {
    return ExprBuilder.unparen(e) instanceof Expr.CompositeLit l
        && f.given(e) == null
        && (f.under(l) instanceof Struct || f.under(l) instanceof Array);
  }

  Fill fill(Expr.CompositeLit l, Type t) {
    return switch (t.underlying()) {
      case Struct s -> struct(l, f.rtype(t), s);
      case Array a -> array(l, f.rtype(t), a.elem());
      default -> throw new IllegalStateException("no value literal: " + t);
    };
  }

  private record Part(long offset, RType type, Fill fill) {}

  private Fill struct(Expr.CompositeLit l, RType t, Struct s) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < l.elems().size(); i++) {
      Expr e = l.elems().get(i);
      int field = i;
      if (e instanceof Expr.KeyValueExpr kv) {
        field = fieldIndex(s, (Expr.Name) kv.key());
        e = kv.value();
      }
      RType.Field rf = t.fields().get(field);
      parts.add(new Part(rf.offset(), rf.type(), element(e, s.field(field).type())));
    }
    // A blank field or padding is zero too: == of the whole does not look at them, but the picture
    // does.
    boolean whole =
        parts.size() == s.size()
            && parts.stream().mapToLong(p -> p.type().size()).sum() == t.size();
    return parts(parts, t, whole);
  }

  int fieldIndex(Struct s, Expr.Name key) {
    Obj used = f.info.use(key);
    for (int i = 0; i < s.size(); i++) {
      Obj.Var v = s.field(i);
      if (v == used
          || (used instanceof Obj.Var u && u.origin() == v.origin())
          || v.name().equals(key.value())) {
        return i;
      }
    }
    throw new IllegalStateException("no field " + key.value());
  }

  private Fill array(Expr.CompositeLit l, RType t, Type elem) {
    List<Part> parts = new ArrayList<>();
    elements(l, (i, e) -> parts.add(new Part(i * t.elem().size(), t.elem(), element(e, elem))));
    return parts(parts, t, parts.size() == t.len());
  }

  private interface Element {
    void at(long index, Expr e);
  }

  /** The elements of an array or slice literal with their indices; returns the length. */
  private long elements(Expr.CompositeLit l, Element each) {
    long next = 0;
    long len = 0;
    for (Expr e : l.elems()) {
      Expr value = e;
      if (e instanceof Expr.KeyValueExpr kv) {
        Long k =
            Constants.int64Value(Constants.toInt(Objects.requireNonNull(f.constant(kv.key()))));
        next = Objects.requireNonNull(k);
        value = kv.value();
      }
      each.at(next++, value);
      len = Math.max(len, next);
    }
    return len;
  }

  private Fill parts(List<Part> parts, RType t, boolean whole) {
    return (place, zeroed) -> {
      boolean clean = zeroed;
      if (!whole && !zeroed) {
        f.assign(place, f.zero(t));
        clean = true;
      }
      for (Part p : parts) {
        p.fill().into(IrExprs.field(place, p.offset(), p.type()), clean);
      }
    };
  }

  private Fill element(Expr e, Type type) {
    Type t = f.env.apply(type);
    if (ExprBuilder.unparen(e) instanceof Expr.CompositeLit l && f.given(l) == null) {
      Type lt = literalType(l, t);
      boolean sameShape = lt.underlying() instanceof Struct || lt.underlying() instanceof Array;
      if (sameShape && !InterfaceBuilder.isInterface(t) && !(t.underlying() instanceof Pointer)) {
        return fill(l, lt);
      }
    }
    Ordered v = implicit(e, t);
    return (place, zeroed) -> {
      IrExpr x = v.get();
      if (!(zeroed && isZero(x))) {
        f.assign(place, x);
      }
    };
  }

  private static boolean isZero(IrExpr x) {
    return x instanceof IrExpr.Zero || (x instanceof IrExpr.Const c && c.bits() == 0);
  }

  /** The type of a literal without one is its element's, or what that points to. */
  private Type literalType(Expr.CompositeLit l, Type elem) {
    return l.type() != null ? f.type(l) : elem;
  }

  /** An element's value; {@code {…}} without a type may stand for {@code &T{…}}. */
  private Ordered implicit(Expr e, Type t) {
    if (ExprBuilder.unparen(e) instanceof Expr.CompositeLit l
        && l.type() == null
        && f.given(l) == null) {
      if (t.underlying() instanceof Pointer p) {
        return pointer(l, f.env.apply(p.elem()), f.rtype(t));
      }
      return order(l, t);
    }
    return f.exprs.converted(e, t);
  }

  // objects

  /** {@code &T{…}}. */
  Ordered pointer(Expr.CompositeLit l, RType pointer) {
    return pointer(l, f.type(l), pointer);
  }

  private Ordered pointer(Expr.CompositeLit l, Type t, RType pointer) {
    if (!(t.underlying() instanceof Struct || t.underlying() instanceof Array)) {
      Ordered v = order(l, t);
      return () -> {
        IrExpr value = v.get();
        IrExpr place =
            object(
                f.rtype(t), f.site(l, AllocSite.Kind.COMPOSITE, "&" + f.rtype(t).name() + "{...}"));
        f.assign(place, value);
        return addressOf(place, pointer);
      };
    }
    Fill fill = fill(l, t);
    return () -> {
      f.readsMemory();
      AllocSite site = f.site(l, AllocSite.Kind.COMPOSITE, "&" + f.rtype(t).name() + "{...}");
      boolean fresh = f.heap(site) || f.unit.inStaticInit(f);
      IrExpr place = object(f.rtype(t), site);
      fill.into(place, fresh);
      return addressOf(place, pointer);
    };
  }

  IrExpr addressOf(IrExpr place, RType pointer) {
    return place instanceof IrExpr.Deref d && d.offset() == 0
        ? IrExprs.retype(d.ptr(), pointer)
        : new IrExpr.AddrOf(place, pointer);
  }

  /**
   * Memory for a value: on the heap (zero), in the frame (as it is), or static for a package
   * variable (zero).
   */
  private IrExpr object(RType t, AllocSite site) {
    if (f.unit.inStaticInit(f)) {
      return new IrExpr.GlobalRef(f.unit.hiddenGlobal(t), t);
    }
    if (f.heap(site)) {
      return new IrExpr.Deref(f.allocate(t, site), 0, t);
    }
    return f.ref(f.frameTemp(t, site));
  }

  /** The array behind a slice, zeroed if asked. */
  IrExpr backing(RType array, AllocSite site, boolean zero) {
    if (array.size() == 0) {
      return new IrExpr.Deref(f.allocate(array, site), 0, array);
    }
    IrExpr place = object(array, site);
    if (zero && place instanceof IrExpr.VarRef) {
      f.assign(place, f.zero(array));
    }
    return place;
  }

  /** The slice of a whole array. */
  IrExpr sliceOf(IrExpr array, RType slice, long len) {
    IrExpr n = f.intConst(len);
    return new IrExpr.Compose(List.of(addressOf(array, f.rt.pointerTo(slice.elem())), n, n), slice);
  }

  private Ordered slice(Expr.CompositeLit l, Type t, Slice s) {
    RType slice = f.rtype(t);
    List<Part> parts = new ArrayList<>();
    long len =
        elements(
            l,
            (i, e) ->
                parts.add(new Part(i * slice.elem().size(), slice.elem(), element(e, s.elem()))));
    RType array = f.rt.arrayOf(len, slice.elem());
    Fill fill = parts(parts, array, parts.size() == len);
    return () -> {
      f.readsMemory();
      AllocSite site = f.site(l, AllocSite.Kind.SLICE_LITERAL, slice.name() + "{...}");
      boolean fresh = f.heap(site) || f.unit.inStaticInit(f) || array.size() == 0;
      IrExpr place = backing(array, site, false);
      fill.into(place, fresh);
      return sliceOf(place, slice, len);
    };
  }

  // maps

  private Ordered map(Expr.CompositeLit l, Type t, MapType m) {
    List<Expr.KeyValueExpr> statics = new ArrayList<>();
    List<Expr.KeyValueExpr> dynamics = new ArrayList<>();
    for (Expr e : l.elems()) {
      Expr.KeyValueExpr kv = (Expr.KeyValueExpr) e;
      (isStatic(kv.key()) && isStatic(kv.value()) ? statics : dynamics).add(kv);
    }
    if (dynamics.isEmpty()) {
      return () -> makeMap(l, t, m, statics, dynamics);
    }
    IrExpr v = makeMap(l, t, m, statics, dynamics);
    return () -> v;
  }

  private IrExpr makeMap(
      Expr.CompositeLit l,
      Type t,
      MapType m,
      List<Expr.KeyValueExpr> statics,
      List<Expr.KeyValueExpr> dynamics) {
    boolean saved = f.unit.leaveStatic();
    AllocSite site = f.site(l, AllocSite.Kind.MAP_LITERAL, f.rtype(t).name() + "{...}");
    IrExpr map = f.copy(f.maps.make(f.rtype(t), f.intConst(l.elems().size()), site));
    for (Expr.KeyValueExpr kv : statics) {
      entry(map, m, kv);
    }
    for (Expr.KeyValueExpr kv : dynamics) {
      entry(map, m, kv);
    }
    f.unit.restoreStatic(saved);
    return map;
  }

  private void entry(IrExpr map, MapType m, Expr.KeyValueExpr kv) {
    RType t = map.type();
    Ordered key = f.maps.key(implicit(kv.key(), f.env.apply(m.key())), kv.key(), t);
    IrExpr value = f.cheap(implicit(kv.value(), f.env.apply(m.elem())).get());
    f.assign(f.maps.assign(new MapBuilder.Element(() -> map, key, t)), value);
  }

  /** A constant, nil, or a struct or array of such. */
  boolean isStatic(Expr e) {
    if (f.constant(e) != null || f.exprs.isNil(e)) {
      return true;
    }
    return ExprBuilder.unparen(e) instanceof Expr.CompositeLit l && isStaticValue(l);
  }

  private boolean isStaticValue(Expr.@Nullable CompositeLit l) {
    if (l == null || !(f.under(l) instanceof Struct || f.under(l) instanceof Array)) {
      return false;
    }
    for (Expr e : l.elems()) {
      if (!isStatic(e instanceof Expr.KeyValueExpr kv ? kv.value() : e)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The bytes of a literal of constants without pointers in it, as it can stand in read-only data;
   * else null.
   */
  byte @Nullable [] image(Expr e, RType t) {
    boolean literal = ExprBuilder.unparen(e) instanceof Expr.CompositeLit l && isStaticValue(l);
    if (!literal || t.hasPointers() || t.size() == 0 || f.given(e) != null) {
      return null;
    }
    byte[] out = new byte[(int) t.size()];
    write((Expr.CompositeLit) ExprBuilder.unparen(e), f.type(e), 0, out);
    return out;
  }

  private void write(Expr.CompositeLit l, Type t, long at, byte[] out) {
    RType r = f.rtype(t);
    if (t.underlying() instanceof Struct s) {
      for (int i = 0; i < l.elems().size(); i++) {
        Expr e = l.elems().get(i);
        int field = e instanceof Expr.KeyValueExpr kv ? fieldIndex(s, (Expr.Name) kv.key()) : i;
        Expr value = e instanceof Expr.KeyValueExpr kv ? kv.value() : e;
        writeValue(value, s.field(field).type(), at + r.fields().get(field).offset(), out);
      }
    } else if (t.underlying() instanceof Array a) {
      elements(l, (i, e) -> writeValue(e, a.elem(), at + i * r.elem().size(), out));
    }
  }

  private void writeValue(Expr e, Type type, long at, byte[] out) {
    Type t = f.env.apply(type);
    if (ExprBuilder.unparen(e) instanceof Expr.CompositeLit l) {
      write(l, literalType(l, t), at, out);
      return;
    }
    RType r = f.rtype(t);
    byte[] b =
        InterfaceBuilder.image(f.exprs.constant(Objects.requireNonNull(f.constant(e)), r), r);
    System.arraycopy(b, 0, out, (int) at, b.length);
  }
}

package dev.gomem.ir;

import dev.gomem.constant.Constant;
import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Interface;
import dev.gomem.types.Type;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Interface values: how a concrete value becomes a data word (gc: walk/convert.go dataWord, in its
 * order of cases), how one interface becomes another, and assertions. A pointer-shaped value is its
 * own data word; all others are behind one.
 */
final class InterfaceBuilder {
  /** Larger values are boxed on the heap even where they do not escape. */
  private static final long MAX_STACK_BOX = 1024;

  private final FuncBuilder f;

  InterfaceBuilder(FuncBuilder f) {
    this.f = f;
  }

  static boolean isInterface(Type t) {
    return t.underlying() instanceof Interface && !(Types.unalias(t) instanceof TypeParam);
  }

  /** The first word of an interface of type {@code iface} that holds a {@code concrete}. */
  IrExpr tabWord(RType iface, RType concrete) {
    if (!iface.isEmptyInterface() && !f.unit.implementsMethods(concrete, iface)) {
      // Only in dead code of generic functions: compared with it, no interface's word is equal.
      return new IrExpr.Const(f.rt.uintptr, -1);
    }
    f.unit.needsMethods(concrete);
    return iface.isEmptyInterface()
        ? new IrExpr.TypeWord(concrete, f.rt.uintptr)
        : new IrExpr.ItabWord(iface, concrete, f.rt.uintptr);
  }

  /** Conversion of an ordered operand; {@code operand} is its node if it stands in the program. */
  Ordered toInterface(Ordered x, Type from, Type to, @Nullable Expr operand, int value) {
    RType rf = f.rtype(from);
    RType rt = f.rtype(to);
    if (isInterface(from)) {
      return () -> toInterface(x.get(), rf, rt);
    }
    IrExpr constant = operand == null ? null : constantBox(operand, rf);
    if (constant != null) {
      return () -> new IrExpr.Compose(List.of(tabWord(rt, rf), constant), rt);
    }
    Ordered v = ready(x, rf, operand);
    return () -> {
      IrExpr data = dataWord(v.get(), rf, operand, value);
      return new IrExpr.Compose(List.of(tabWord(rt, rf), data), rt);
    };
  }

  /**
   * Before later calls: what gc would pass by address is fixed unless it has an address of its own.
   * That goes by the type alone, so for pointers and single bytes too, which need no such call.
   */
  private Ordered ready(Ordered x, RType t, @Nullable Expr operand) {
    if (t.isDirect() || isOctet(t)) {
      if (f.exprs.isAddressable(operand)) {
        return x;
      }
      IrExpr v = f.cheap(x.get());
      return () -> v;
    }
    return boxFunction(t) == RuntimeFn.BOX_VALUE ? f.addressable(x, operand) : x;
  }

  /** A conversion that the compiler makes itself, of a value that escapes. */
  IrExpr box(IrExpr value, RType to) {
    IrExpr data = dataWord(value, value.type(), null, 0);
    return new IrExpr.Compose(List.of(tabWord(to, value.type()), data), to);
  }

  private @Nullable IrExpr constantBox(Expr operand, RType t) {
    Constant c = f.constant(operand);
    if (c == null) {
      c = f.escape.constant(operand);
    }
    if (t.isDirect() || t.kind() == RType.Kind.INTERFACE) {
      return null;
    }
    if (c != null) {
      return readOnly(f.exprs.constant(c, t), t);
    }
    byte[] image = f.composites.image(operand, t);
    return image == null ? null : new IrExpr.ReadOnly(t, image, f.rt.pointer);
  }

  private IrExpr readOnly(IrExpr k, RType t) {
    return new IrExpr.ReadOnly(t, image(k, t), f.rt.pointer);
  }

  /** The bytes of a constant in memory. */
  static byte[] image(IrExpr k, RType t) {
    return switch (k) {
      case IrExpr.StringConst s -> s.bytes();
      case IrExpr.Const c -> {
        byte[] all =
            ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(c.bits()).array();
        yield java.util.Arrays.copyOf(all, (int) t.size());
      }
      case IrExpr.Compose c -> {
        ByteBuffer b = ByteBuffer.allocate((int) t.size());
        for (IrExpr w : c.words()) {
          b.put(image(w, w.type()));
        }
        yield b.array();
      }
      default -> throw new IllegalStateException("no constant: " + k);
    };
  }

  /** A constant whose type is an interface: it has its default type inside. */
  IrExpr boxedConstant(Constant c, RType iface) {
    RType t =
        switch (c.kind()) {
          case BOOL -> f.rt.bool;
          case STRING -> f.rt.string;
          case INT -> f.rt.intType;
          case FLOAT -> f.rt.float64;
          case COMPLEX -> f.unit.layouts.table().basic(RType.Kind.COMPLEX128);
          case UNKNOWN -> throw new IllegalStateException("unknown constant");
        };
    return new IrExpr.Compose(
        List.of(tabWord(iface, t), readOnly(f.exprs.constant(c, t), t)), iface);
  }

  private static RuntimeFn boxFunction(RType t) {
    if (t.kind() == RType.Kind.STRING || sole(t).kind() == RType.Kind.STRING) {
      return RuntimeFn.BOX_STRING;
    }
    if (t.kind() == RType.Kind.SLICE || sole(t).kind() == RType.Kind.SLICE) {
      return RuntimeFn.BOX_SLICE;
    }
    boolean word =
        t.size() == t.align()
            && (t.size() == 2 || t.size() == 4 || t.size() == 8)
            && !t.hasPointers();
    return word || isOctet(t) ? RuntimeFn.BOX_SCALAR : RuntimeFn.BOX_VALUE;
  }

  /** One of the 256 values that the program's data hold ready. */
  private static boolean isOctet(RType t) {
    return t.size() == 1 && sole(t).isScalar();
  }

  /** The only component of a struct or array, as deep as it goes. */
  static RType sole(RType t) {
    return switch (t.kind()) {
      case STRUCT -> t.fields().size() == 1 ? sole(t.fields().get(0).type()) : t;
      case ARRAY -> t.len() == 1 ? sole(t.elem()) : t;
      default -> t;
    };
  }

  private IrExpr dataWord(IrExpr v, RType t, @Nullable Expr operand, int value) {
    if (t.isDirect()) {
      return v.type().isScalar()
          ? new IrExpr.Convert(v, f.rt.pointer)
          : IrExprs.field(slot(v), 0, f.rt.pointer);
    }
    AllocSite site = operand == null ? null : f.escape.site(operand, AllocSite.Kind.BOX, value);
    if (t.size() == 0) {
      return f.runtime(RuntimeFn.BOX_VALUE, List.of(f.addressOf(v)), f.rt.pointer, t, site);
    }
    if (!isOctet(t) && operand != null && !f.heap(site) && t.size() <= MAX_STACK_BOX) {
      Var tmp = f.frameTemp(t, site);
      f.assign(f.ref(tmp), v);
      return new IrExpr.AddrOf(f.ref(tmp), f.rt.pointer);
    }
    AllocSite s = site != null ? site : f.heapSite(AllocSite.Kind.BOX, t.name());
    return switch (boxFunction(t)) {
      case BOX_SCALAR -> f.runtime(RuntimeFn.BOX_SCALAR, List.of(scalar(v, t)), f.rt.pointer, t, s);
      case BOX_STRING ->
          f.runtime(RuntimeFn.BOX_STRING, List.of(part(v, f.rt.string)), f.rt.pointer, t, s);
      case BOX_SLICE ->
          f.runtime(
              RuntimeFn.BOX_SLICE, List.of(part(v, f.rt.sliceOf(f.rt.uint8))), f.rt.pointer, t, s);
      default -> f.runtime(RuntimeFn.BOX_VALUE, List.of(f.addressOf(v)), f.rt.pointer, t, s);
    };
  }

  /** A value whose parts can be read: where it stands, or a copy. */
  private IrExpr slot(IrExpr v) {
    return IrExprs.isPlace(v) ? v : f.copy(v);
  }

  private IrExpr part(IrExpr v, RType as) {
    return v.type().kind() == as.kind() ? IrExprs.retype(v, as) : IrExprs.field(slot(v), 0, as);
  }

  private IrExpr scalar(IrExpr v, RType t) {
    if (t.isScalar()) {
      return v;
    }
    RType w =
        t.size() == 1
            ? f.rt.uint8
            : t.size() == 2 ? f.rt.uint16 : t.size() == 4 ? f.rt.uint32 : f.rt.uint64;
    return IrExprs.field(slot(v), 0, w);
  }

  // interface to interface

  /** The dynamic type's word, or 0 for nil. */
  IrExpr typeWord(IrExpr iface) {
    if (iface.type().isEmptyInterface()) {
      return f.word(iface, 0, f.rt.uintptr);
    }
    Var t = f.temp(f.rt.uintptr);
    f.assign(f.ref(t), f.word(iface, 0, f.rt.uintptr));
    IrStmt.Label some = new IrStmt.Label("itab");
    IrStmt.Label end = new IrStmt.Label("end");
    f.branch(f.compare(IrExpr.BinaryOp.NE, f.ref(t), new IrExpr.Const(f.rt.uintptr, 0)), some, end);
    f.label(some);
    f.assign(f.ref(t), new IrExpr.Deref(f.word(iface, 0, f.rt.pointer), 8, f.rt.uintptr));
    f.label(end);
    return f.ref(t);
  }

  /** A conversion that cannot fail. */
  IrExpr toInterface(IrExpr x, RType from, RType to) {
    if (from == to || (from.isEmptyInterface() && to.isEmptyInterface())) {
      return IrExprs.retype(x, to);
    }
    IrExpr v = f.cheap(x);
    IrExpr tab = typeWord(v);
    if (!to.isEmptyInterface()) {
      tab = f.runtime(RuntimeFn.CONVERT_ITAB, List.of(tab), f.rt.uintptr, to, null);
    }
    return new IrExpr.Compose(List.of(tab, f.word(v, 1, f.rt.pointer)), to);
  }

  /** The concrete value in an interface that is known to hold one of type {@code t}. */
  IrExpr unbox(IrExpr iface, RType t) {
    if (t.isDirect()) {
      if (t.isScalar()) {
        return f.word(iface, 1, t);
      }
      Var tmp = f.temp(t);
      f.assign(IrExprs.field(f.ref(tmp), 0, f.rt.pointer), f.word(iface, 1, f.rt.pointer));
      return f.ref(tmp);
    }
    return t.size() == 0 ? f.zero(t) : new IrExpr.Deref(f.word(iface, 1, f.rt.pointerTo(t)), 0, t);
  }

  // assertions

  Ordered assertion(Expr.AssertExpr a) {
    RType it = f.rtype(a.x());
    RType t = f.rtype(a);
    Ordered x = f.exprs.order(a.x());
    if (t.kind() == RType.Kind.INTERFACE || !t.isDirect()) {
      IrExpr v = f.copy(assertion(f.cheap(x.get()), it, t));
      return () -> v;
    }
    return () -> assertion(f.cheap(x.get()), it, t);
  }

  private IrExpr assertion(IrExpr x, RType it, RType t) {
    if (t.kind() == RType.Kind.INTERFACE) {
      return toAsserted(x, t);
    }
    IrStmt.Label ok = new IrStmt.Label("is");
    IrStmt.Label bad = new IrStmt.Label("isnot");
    f.branch(f.compare(IrExpr.BinaryOp.EQ, f.word(x, 0, f.rt.uintptr), tabWord(it, t)), ok, bad);
    f.label(bad);
    IrExpr word = typeWord(x);
    f.runtime(RuntimeFn.PANIC_ASSERT, List.of(word, new IrExpr.TypeWord(it, f.rt.uintptr)), t);
    f.emit(new IrStmt.Unreachable(f.pos));
    f.label(ok);
    return unbox(x, t);
  }

  private IrExpr toAsserted(IrExpr x, RType t) {
    IrExpr word = typeWord(x);
    if (!t.isEmptyInterface()) {
      IrExpr tab = f.runtime(RuntimeFn.MUST_ITAB, List.of(word), f.rt.uintptr, t, null);
      return new IrExpr.Compose(List.of(tab, f.word(x, 1, f.rt.pointer)), t);
    }
    IrExpr w = f.cheap(word);
    IrStmt.Label ok = new IrStmt.Label("some");
    IrStmt.Label bad = new IrStmt.Label("nil");
    f.branch(f.compare(IrExpr.BinaryOp.NE, w, new IrExpr.Const(f.rt.uintptr, 0)), ok, bad);
    f.label(bad);
    IrExpr none = new IrExpr.Const(f.rt.uintptr, 0);
    f.runtime(RuntimeFn.PANIC_ASSERT, List.of(none, none), t);
    f.emit(new IrStmt.Unreachable(f.pos));
    f.label(ok);
    return new IrExpr.Compose(List.of(w, f.word(x, 1, f.rt.pointer)), t);
  }

  /** Value and success of {@code x.(T)}; the value is zero if it fails. */
  record Asserted(IrExpr value, IrExpr ok) {}

  Asserted commaOk(IrExpr operand, RType it, RType t) {
    IrExpr x = f.cheap(operand);
    Var v = f.temp(t);
    Var ok = f.temp(f.rt.bool);
    f.assign(f.ref(v), f.zero(t));
    f.assign(f.ref(ok), f.boolConst(false));
    IrStmt.Label is = new IrStmt.Label("is");
    IrStmt.Label end = new IrStmt.Label("end");
    IrExpr value = test(x, it, t, is, end);
    f.label(is);
    f.assign(f.ref(v), value == null ? unbox(x, t) : value);
    f.assign(f.ref(ok), f.boolConst(true));
    f.label(end);
    return new Asserted(f.ref(v), f.ref(ok));
  }

  /**
   * Jumps by whether {@code x} holds a {@code t}; for an interface type returns the value as one,
   * which may be used at {@code yes}; null for a concrete type, to be unboxed there.
   */
  @Nullable IrExpr test(IrExpr x, RType it, RType t, IrStmt.Label yes, IrStmt.Label no) {
    if (t.kind() != RType.Kind.INTERFACE) {
      f.branch(f.compare(IrExpr.BinaryOp.EQ, f.word(x, 0, f.rt.uintptr), tabWord(it, t)), yes, no);
      return null;
    }
    IrExpr tab = f.cheap(typeWord(x));
    if (!t.isEmptyInterface()) {
      tab = f.runtime(RuntimeFn.ASSERT_ITAB, List.of(tab), f.rt.uintptr, t, null);
    }
    f.branch(f.compare(IrExpr.BinaryOp.NE, tab, new IrExpr.Const(f.rt.uintptr, 0)), yes, no);
    return new IrExpr.Compose(List.of(tab, f.word(x, 1, f.rt.pointer)), t);
  }
}

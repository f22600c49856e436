package dev.gomem.codegen;

import dev.gomem.code.Op;
import dev.gomem.code.Pool;
import dev.gomem.ir.IrExpr;
import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions to values in the frame. A scalar is a canonical word; anything else its bytes at
 * their true layout. {@link #into} writes nothing before all that can panic is done, unless the
 * caller said the destination may be written early.
 */
final class Values {
  private final FunctionGenerator g;
  private final Emitter out;

  Values(FunctionGenerator g) {
    this.g = g;
    this.out = g.out;
  }

  /**
   * Frame offset of a word that holds the scalar: its own slot if it stands in one, else a
   * temporary.
   */
  int operand(IrExpr e) {
    switch (e) {
      case IrExpr.VarRef _, IrExpr.Field _, IrExpr.Word _ -> {
        if (e instanceof IrExpr.Word w && w.x().type().isComplex()) {
          return g.complexes.parts(w.x())[w.index()];
        }
        Place p = g.places.of(e);
        if (p instanceof Place.InFrame f && (f.word() || Words.wide(e.type()))) {
          return f.offset();
        }
        int t = out.frame.word(false);
        g.places.load(p, e.type(), t);
        return t;
      }
      case IrExpr.Deref d when d.ptr() instanceof IrExpr.AddrOf -> {
        Place p = g.places.of(e);
        if (p instanceof Place.InFrame f && (f.word() || Words.wide(e.type()))) {
          return f.offset();
        }
        int t = out.frame.word(false);
        g.places.load(p, e.type(), t);
        return t;
      }
      case IrExpr.Convert c when Trees.sameRepresentation(c.x().type(), c.type()) -> {
        return operand(c.x());
      }
      case IrExpr.Context _ -> {
        return g.context();
      }
      default -> {
        int t = out.frame.word(false);
        into(e, t);
        return t;
      }
    }
  }

  /**
   * Frame offset of the bytes of a value that is no scalar: its own slot if it stands in one, else
   * a temporary.
   */
  int memory(IrExpr e) {
    if (e instanceof IrExpr.Convert c && Trees.sameRepresentation(c.x().type(), c.type())) {
      return memory(c.x());
    }
    if (Places.isPlace(e)) {
      Place p = g.places.of(e);
      if (p instanceof Place.InFrame f) {
        return f.offset();
      }
      int t = out.frame.value(e.type());
      g.places.loadBytes(p, e.type().size(), t);
      return t;
    }
    int t = out.frame.value(e.type());
    into(e, t);
    return t;
  }

  /**
   * Evaluates {@code e} and puts it at frame offset {@code dst}, a word for a scalar, else its
   * bytes.
   */
  void into(IrExpr e, int dst) {
    switch (e) {
      case IrExpr.Const c -> out.constant(dst, Words.canonical(c.type(), c.bits()));
      case IrExpr.StringConst s -> {
        if (s.bytes().length == 0) {
          out.emit(Op.ZERO, dst, 0, 16);
        } else {
          out.constant(dst, new Pool.Bytes(Emitter.bytes(s.bytes())));
          out.constant(dst + 8, s.bytes().length);
        }
      }
      case IrExpr.Zero z -> zero(z.type(), dst);
      case IrExpr.VarRef _, IrExpr.GlobalRef _, IrExpr.Deref _, IrExpr.PtrIndex _, IrExpr.Index _ ->
          fromPlace(g.places.of(e), e.type(), dst);
      case IrExpr.Field _ -> fromPlace(g.places.of(e), e.type(), dst);
      case IrExpr.Word w -> {
        if (w.x().type().isComplex()) {
          out.move(dst, operand(w), 8);
        } else {
          fromPlace(g.places.of(e), e.type(), dst);
        }
      }
      case IrExpr.FuncValue f -> out.constant(dst, new Pool.FuncValue(f.symbol()));
      case IrExpr.CodeAddr f -> out.constant(dst, new Pool.Func(f.symbol()));
      case IrExpr.ReadOnly r ->
          out.constant(dst, new Pool.ReadOnly(r.of(), Emitter.bytes(r.bytes())));
      case IrExpr.TypeWord t -> out.constant(dst, new Pool.Type(t.of()));
      case IrExpr.ItabWord i -> out.constant(dst, new Pool.Itab(i.iface(), i.concrete()));
      case IrExpr.Context _ -> out.move(dst, g.context(), 8);
      case IrExpr.AddrOf a -> g.places.address(g.places.of(a.place()), dst);
      case IrExpr.Unary u -> {
        if (u.type().isComplex()) {
          g.complexes.into(e, dst);
        } else {
          g.arithmetic.unary(u, dst);
        }
      }
      case IrExpr.Binary b -> {
        if (b.type().isComplex()) {
          g.complexes.into(e, dst);
        } else {
          g.arithmetic.binary(b, dst);
        }
      }
      case IrExpr.Convert c -> convert(c, dst);
      case IrExpr.Compose c -> compose(c, dst);
      case IrExpr.SliceOf s -> slice(s, dst);
      case IrExpr.Intrinsic i ->
          out.emit(
              switch (i.name()) {
                case "math.Sqrt", "Sqrt", "sqrt" -> Op.FSQRT;
                case "math.Abs", "Abs", "abs" -> Op.FABS;
                default -> throw new IllegalArgumentException("intrinsic " + i.name());
              },
              dst,
              operand(i.x()),
              0);
    }
  }

  private void fromPlace(Place p, RType t, int dst) {
    if (t.isScalar()) {
      g.places.load(p, t, dst);
    } else {
      g.places.loadBytes(p, t.size(), dst);
    }
  }

  private void zero(RType t, int dst) {
    if (t.isScalar() || t.size() == 8 && Emitter.aligned(dst)) {
      out.constant(dst, 0);
    } else if (t.size() > 0) {
      out.emit(Op.ZERO, dst, 0, (int) t.size());
    }
  }

  private void convert(IrExpr.Convert c, int dst) {
    if (c.type().isComplex() && c.x().type().size() != c.type().size()) {
      g.complexes.into(c, dst);
    } else if (Trees.sameRepresentation(c.x().type(), c.type())) {
      into(c.x(), dst);
    } else {
      g.arithmetic.convert(c, dst);
    }
  }

  /** Byte offset of a header word. */
  long wordOffset(IrExpr.Word w) {
    return w.x().type().kind() == Kind.COMPLEX64 ? 4L * w.index() : 8L * w.index();
  }

  private void compose(IrExpr.Compose c, int dst) {
    if (c.type().kind() == Kind.COMPLEX64) {
      g.complexes.into(c, dst);
      return;
    }
    List<IrExpr> words = c.words();
    for (int i = 0; i < words.size(); i++) {
      into(words.get(i), dst + 8 * i);
    }
  }

  private void slice(IrExpr.SliceOf s, int dst) {
    RType xt = s.x().type();
    switch (xt.kind()) {
      case STRING -> {
        int x = memory(s.x());
        int lo = bound(s.lo());
        int hi = bound(s.hi());
        out.emit(Op.SLICESTR, dst, x, lo, hi, 0, 0).unsigned = unsigned(s);
      }
      case SLICE -> {
        int x = memory(s.x());
        int lo = bound(s.lo());
        int hi = bound(s.hi());
        int max = bound(s.max());
        out.emit(Op.SLICE, dst, x, lo, hi, max, (int) xt.elem().size()).unsigned = unsigned(s);
      }
      case POINTER -> {
        int x = operand(s.x());
        if (!Trees.nonNil(s.x())) {
          out.emit(Op.NILCHK, x, 0, 0);
        }
        int lo = bound(s.lo());
        int hi = bound(s.hi());
        int max = bound(s.max());
        out.emit(Op.SLICEARR, dst, x, lo, hi, max, out.pool(new Pool.Type(xt.elem()))).unsigned =
            unsigned(s);
      }
      default -> throw new IllegalArgumentException("slice of " + xt);
    }
  }

  private static int unsigned(IrExpr.SliceOf s) {
    return unsigned(s.lo()) | unsigned(s.hi()) << 1 | unsigned(s.max()) << 2;
  }

  private static int unsigned(@Nullable IrExpr bound) {
    return bound != null && Words.unsigned(bound.type()) ? 1 : 0;
  }

  private int bound(@Nullable IrExpr e) {
    return e == null ? -1 : operand(e);
  }

  /**
   * Whether {@link #into} may write a variable's own slot: the value is written by the last
   * instruction alone, or nothing of it is read or can panic after the first write.
   */
  boolean direct(IrExpr value, Slot dst) {
    return switch (value) {
      case IrExpr.Compose c -> {
        if (c.type().kind() == Kind.COMPLEX64) {
          yield true; // both parts are ready before the first is written
        }
        boolean aliased = dst.exposed || dst.area == Slot.Area.RESULT;
        yield !Trees.mentions(c, dst.var)
            && !Trees.canTrap(c)
            && !(aliased && Trees.readsMemory(c));
      }
      case IrExpr.Convert c -> direct(c.x(), dst);
      default -> true;
    };
  }
}

package dev.gomem.codegen;

import dev.gomem.code.Op;
import dev.gomem.code.Pool;
import dev.gomem.ir.IrExpr;
import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reaching, loading, storing and addressing places. Nil is found by the access itself where the
 * offset is small; an explicit check stands where the access would come too late, too far or not at
 * all.
 */
final class Places {
  /** From here on nil plus an offset is a valid address. */
  private static final long NIL_PAGE = 4096;

  private final FunctionGenerator g;
  private final Emitter out;

  Places(FunctionGenerator g) {
    this.g = g;
    this.out = g.out;
  }

  static boolean isPlace(IrExpr e) {
    return switch (e) {
      case IrExpr.VarRef _, IrExpr.GlobalRef _, IrExpr.Deref _, IrExpr.PtrIndex _ -> true;
      case IrExpr.Field f -> isPlace(f.x());
      case IrExpr.Word w -> isPlace(w.x());
      case IrExpr.Index i -> i.x().type().kind() != Kind.ARRAY || isPlace(i.x());
      case IrExpr.Convert c -> Trees.sameRepresentation(c.x().type(), c.type()) && isPlace(c.x());
      default -> false;
    };
  }

  /** Where {@code e} stands; a value that is no place is put into a temporary. */
  Place of(IrExpr e) {
    return switch (e) {
      case IrExpr.VarRef r -> variable(r);
      case IrExpr.GlobalRef r -> {
        int t = out.frame.word(false);
        out.constant(t, new Pool.Global(r.symbol()));
        yield new Place.InMemory(t, 0, true);
      }
      case IrExpr.Deref d -> deref(d);
      case IrExpr.Field f -> of(f.x()).plus(f.offset());
      case IrExpr.Word w -> of(w.x()).plus(g.values.wordOffset(w));
      case IrExpr.Index i -> index(i);
      case IrExpr.PtrIndex p -> pointerIndex(p);
      case IrExpr.Convert c when isPlace(c) -> of(c.x());
      default -> materialised(e);
    };
  }

  private Place materialised(IrExpr e) {
    if (e.type().isScalar()) {
      return new Place.InFrame(g.values.operand(e), true);
    }
    return new Place.InFrame(g.values.memory(e), false);
  }

  private Place variable(IrExpr.VarRef r) {
    Slot s = out.frame.of(r.v());
    boolean word = r.v().boxed() || r.v().type().isScalar() && !s.exposed;
    return new Place.InFrame(s.base, word);
  }

  private Place deref(IrExpr.Deref d) {
    if (d.ptr() instanceof IrExpr.AddrOf a) {
      return of(a.place()).plus(d.offset());
    }
    return new Place.InMemory(g.values.operand(d.ptr()), d.offset(), Trees.nonNil(d.ptr()));
  }

  private Place index(IrExpr.Index i) {
    RType xt = i.x().type();
    if (xt.kind() == Kind.ARRAY) {
      return arrayIndex(i, xt);
    }
    boolean string = xt.kind() == Kind.STRING;
    int size = string ? 1 : (int) xt.elem().size();
    int header = header(i.x());
    int index = g.values.operand(i.index());
    return new Place.Element(header, index, unsigned(i.index()), size, 0, string);
  }

  /** Frame offset of pointer and length of a slice or string. */
  private int header(IrExpr x) {
    if (!isPlace(x)) {
      return g.values.memory(x);
    }
    Place p = of(x);
    if (p instanceof Place.InFrame f) {
      return f.offset();
    }
    int t = out.frame.header();
    loadBytes(p, 16, t);
    return t;
  }

  private Place arrayIndex(IrExpr.Index i, RType array) {
    long size = array.elem().size();
    Place p = of(i.x());
    Long k = Trees.constant(i.index());
    if (k != null && k >= 0 && k < array.len()) {
      return p.plus(k * size);
    }
    int index = g.values.operand(i.index());
    int t = out.frame.word(false);
    switch (p) {
      case Place.InFrame f -> {
        indexed(
            out.emit(Op.FXADDR, t, f.offset(), index, (int) size, (int) array.len(), 0),
            unsigned(i.index()));
        expose(f.offset());
        return new Place.InMemory(t, 0, true);
      }
      case Place.InMemory m -> {
        return elementOf(m, index, unsigned(i.index()), size, array.len());
      }
      case Place.Element e -> {
        return elementOf(memory(e), index, unsigned(i.index()), size, array.len());
      }
    }
  }

  private Place pointerIndex(IrExpr.PtrIndex p) {
    long size = p.type().size();
    int base = g.values.operand(p.ptr());
    Place.InMemory array = new Place.InMemory(base, 0, Trees.nonNil(p.ptr()));
    Long k = Trees.constant(p.index());
    if (k != null && k >= 0 && k < p.len()) {
      return array.plus(k * size);
    }
    int index = g.values.operand(p.index());
    return elementOf(array, index, unsigned(p.index()), size, p.len());
  }

  private static boolean unsigned(IrExpr index) {
    return Words.unsigned(index.type());
  }

  private static void indexed(Insn i, boolean unsigned) {
    i.unsigned = unsigned ? 1 : 0;
  }

  /** gc checks the pointer before the index. */
  private Place elementOf(Place.InMemory array, int index, boolean unsigned, long size, long len) {
    checkNil(array);
    int t = out.frame.word(false);
    indexed(out.emit(Op.PXADDR, t, array.base(), index, (int) size, (int) len, 0), unsigned);
    return new Place.InMemory(t, array.offset(), true);
  }

  private void checkNil(Place.InMemory m) {
    if (!m.nonNil()) {
      out.emit(Op.NILCHK, m.base(), 0, 0);
    }
  }

  /** The access itself finds nil, or it is checked here. */
  private void ready(Place.InMemory m) {
    if (m.offset() >= NIL_PAGE) {
      checkNil(m);
    }
  }

  private void expose(int virtual) {
    if (VirtualFrame.isSlot(virtual)) {
      Slot s = out.frame.at(virtual);
      if (!s.exposed && s.var != null && s.var.type().isScalar() && !s.var.boxed()) {
        throw new IllegalStateException(
            "address of scalar " + s.var + ", which is not marked as addressed");
      }
      s.exposed = true;
    }
  }

  /** An element's address is computed and checked. */
  private Place.InMemory memory(Place.Element e) {
    int t = out.frame.word(false);
    indexed(out.emit(Op.IXADDR, t, e.header(), e.index(), e.elemSize(), 0, 0), e.unsigned());
    return new Place.InMemory(t, e.offset(), true);
  }

  /** R[dst] = the scalar there, canonical. */
  void load(Place p, RType t, int dst) {
    switch (p) {
      case Place.InFrame f -> {
        if (f.word() || Words.wide(t)) {
          out.move(dst, f.offset(), 8);
        } else {
          out.emit(Words.frameLoad(t), dst, f.offset(), 0);
        }
      }
      case Place.InMemory m -> {
        ready(m);
        out.emit(Words.load(t), dst, m.base(), (int) m.offset());
      }
      case Place.Element e -> {
        if (e.ofString()) {
          indexed(out.emit(Op.STRIX, dst, e.header(), e.index()), e.unsigned());
        } else if (e.elemSize() == t.size()) {
          indexed(out.emit(Words.indexedLoad(t), dst, e.header(), e.index()), e.unsigned());
        } else if (Words.wide(t)) {
          indexed(
              out.emit(Op.IXLDN, dst, e.header(), e.index(), 8, e.elemSize(), (int) e.offset()),
              e.unsigned());
        } else {
          load(memory(e), t, dst);
        }
      }
    }
  }

  /** Copies {@code size} bytes from there to frame offset {@code dst}. */
  void loadBytes(Place p, long size, int dst) {
    switch (p) {
      case Place.InFrame f -> out.move(dst, f.offset(), size);
      case Place.InMemory m -> {
        if (size == 0) {
          checkNil(m);
          return;
        }
        ready(m);
        if (size == 8 && Emitter.aligned(dst)) {
          out.emit(Op.LD64, dst, m.base(), (int) m.offset());
        } else {
          out.emit(Op.LDN, dst, m.base(), (int) m.offset(), (int) size, 0, 0);
        }
      }
      case Place.Element e -> {
        if (size == 0) {
          memory(e);
        } else {
          indexed(
              out.emit(
                  Op.IXLDN, dst, e.header(), e.index(), (int) size, e.elemSize(), (int) e.offset()),
              e.unsigned());
        }
      }
    }
  }

  /** Stores the canonical word {@code src}. */
  void store(Place p, RType t, int src) {
    switch (p) {
      case Place.InFrame f -> {
        if (f.word() || Words.wide(t)) {
          out.move(f.offset(), src, 8);
        } else {
          out.emit(Words.frameStore(t), f.offset(), src, 0);
        }
      }
      case Place.InMemory m -> {
        ready(m);
        out.emit(Words.store(t), m.base(), src, (int) m.offset());
      }
      case Place.Element e -> {
        if (e.elemSize() == t.size()) {
          indexed(out.emit(Words.indexedStore(t), e.header(), e.index(), src), e.unsigned());
        } else {
          store(memory(e), t, src);
        }
      }
    }
  }

  /** Stores the bytes of a value of a type that is no scalar from frame offset {@code src}. */
  void storeBytes(Place p, RType t, int src) {
    switch (p) {
      case Place.InFrame f -> out.move(f.offset(), src, t.size());
      case Place.InMemory m -> {
        if (t.size() == 0) {
          checkNil(m);
          return;
        }
        ready(m);
        out.emit(Op.STN, m.base(), src, (int) m.offset(), (int) t.size(), typeIndex(t), 0);
      }
      case Place.Element e -> storeBytes(memory(e), t, src);
    }
  }

  /** Pool index of a type with pointers, -1 of one without. */
  private int typeIndex(@Nullable RType t) {
    return t != null && t.hasPointers() ? out.pool(new Pool.Type(t)) : -1;
  }

  /** Sets the place to zero. */
  void clear(Place p, RType t) {
    if (p instanceof Place.InFrame f) {
      if (t.size() > 0) {
        out.emit(Op.ZERO, f.offset(), 0, (int) t.size());
      }
      return;
    }
    int base = addressed(p);
    if (t.size() > 0) {
      out.emit(Op.CLEAR, base, 0, (int) t.size(), typeIndex(t), 0, 0);
    }
  }

  /** memmove of a value between two places in memory. */
  void copy(Place to, Place from, RType t) {
    int source = addressed(from);
    int target = addressed(to);
    if (t.size() > 0) {
      out.emit(Op.COPY, target, source, (int) t.size(), typeIndex(t), 0, 0);
    }
  }

  /** A frame word that holds the address of a place, checked. */
  int addressed(Place p) {
    if (p instanceof Place.InMemory m && m.offset() == 0) {
      checkNil(m);
      return m.base();
    }
    int t = out.frame.word(false);
    address(p, t);
    return t;
  }

  /** R[dst] = the address of a place; a nil base panics. */
  void address(Place p, int dst) {
    switch (p) {
      case Place.InFrame f -> {
        out.emit(Op.LEA, dst, f.offset(), 0);
        expose(f.offset());
      }
      case Place.InMemory m -> {
        checkNil(m);
        if (m.offset() == 0) {
          out.move(dst, m.base(), 8);
        } else {
          out.emit(Op.ADDI, dst, m.base(), (int) m.offset());
        }
      }
      case Place.Element e -> {
        if (e.offset() == 0) {
          indexed(
              out.emit(Op.IXADDR, dst, e.header(), e.index(), e.elemSize(), 0, 0), e.unsigned());
        } else {
          address(memory(e), dst);
        }
      }
    }
  }
}

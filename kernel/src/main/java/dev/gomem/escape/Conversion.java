package dev.gomem.escape;

import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.Chan;
import dev.gomem.types.Pointer;
import dev.gomem.types.Predicates;
import dev.gomem.types.Slice;
import dev.gomem.types.Type;
import dev.gomem.types.Universe;

/**
 * Which operation a conversion is (cmd/compile/internal/typecheck's assignOp and convertOp). The
 * checker has accepted it, so only the kind is asked for.
 */
final class Conversion {
  private Conversion() {}

  static Op op(Type src, Type dst) {
    if (assignsUnchanged(src, dst)) {
      return Op.CONVNOP;
    }
    if (TypeFacts.isInterface(dst)) {
      return Op.CONVIFACE;
    }
    Type s = src.underlying();
    Type d = dst.underlying();
    if (Predicates.identicalIgnoreTags(s, d)
        || Shapes.identical(s, d)
        || s instanceof Pointer p
            && d instanceof Pointer q
            && Predicates.identicalIgnoreTags(p.elem().underlying(), q.elem().underlying())) {
      return Op.CONVNOP;
    }
    if (s instanceof Basic b) {
      return ofBasic(b, d);
    }
    if (s instanceof Slice slice) {
      if (d instanceof Array) {
        return Op.SLICE2ARR;
      }
      if (d instanceof Pointer) {
        return Op.SLICE2ARRPTR;
      }
      return TypeFacts.isKind(slice.elem(), Basic.Kind.UINT8) ? Op.BYTES2STR : Op.RUNES2STR;
    }
    return Op.CONVNOP; // pointers and unsafe.Pointer
  }

  private static Op ofBasic(Basic src, Type dst) {
    if (dst instanceof Slice slice && src.isString()) {
      return TypeFacts.isKind(slice.elem(), Basic.Kind.UINT8) ? Op.STR2BYTES : Op.STR2RUNES;
    }
    if (dst instanceof Basic to) {
      if (to.isString() && src.isInteger()) {
        return Op.RUNESTR;
      }
      if (src.isNumeric() && to.isNumeric()) {
        return sameRepresentation(src.kind(), to.kind()) ? Op.CONVNOP : Op.CONV;
      }
    }
    return Op.CONVNOP;
  }

  /** int, uint and uintptr are kinds of their own for gc only until their size is asked for. */
  private static boolean sameRepresentation(Basic.Kind a, Basic.Kind b) {
    return simple(a) == simple(b);
  }

  private static Basic.Kind simple(Basic.Kind k) {
    return switch (k) {
      case INT -> Basic.Kind.INT64;
      case UINT, UINTPTR -> Basic.Kind.UINT64;
      default -> k;
    };
  }

  private static boolean assignsUnchanged(Type src, Type dst) {
    if (TypeFacts.identical(src, dst)
        || Shapes.identical(src, dst)
        || src == Universe.UNTYPED_NIL) {
      return true;
    }
    if (TypeFacts.identical(src.underlying(), dst.underlying())) {
      if (TypeFacts.isEmptyInterface(src)) {
        return true;
      }
      if (!TypeFacts.isInterface(src) && (!TypeFacts.isNamed(src) || !TypeFacts.isNamed(dst))) {
        return true;
      }
    }
    return !TypeFacts.isInterface(dst)
        && src.underlying() instanceof Chan a
        && dst.underlying() instanceof Chan b
        && TypeFacts.identical(a.elem(), b.elem());
  }
}

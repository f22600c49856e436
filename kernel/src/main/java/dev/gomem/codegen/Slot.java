package dev.gomem.codegen;

import dev.gomem.escape.AllocSite;
import dev.gomem.ir.Var;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A run of words of a function's frame while its layout is still open. Instructions name it by a
 * <i>virtual</i> offset ({@link #base} up); no two slots share virtual offsets. {@link FrameLayout}
 * gives it its real place.
 */
final class Slot {
  /** Where in the frame it stands. */
  enum Area {
    ARGUMENT,
    RESULT,
    /** Named variables and captures: a place of their own, never shared. */
    NAMED,
    /** Temporaries: places are reused. */
    TEMP
  }

  /** Its number in the frame. */
  final int index;

  final Area area;
  final @Nullable Var var;
  final int base;

  /** True size in bytes. */
  final int size;

  /** Words reserved. */
  final int words;

  /** Words that hold pointers. */
  final BitSet pointers;

  /**
   * Its address is taken (or it is indexed by address): what happens through pointers is not seen,
   * so it is live while an address of it may be used ({@link Pointees}) and its place is never
   * shared.
   */
  boolean exposed;

  /** Index of its first word among the tracked ones, or -1. */
  int firstTracked = -1;

  /** Real frame offset, once laid out. */
  int offset = -1;

  Slot(int index, Area area, @Nullable Var var, int base, int size, int words, BitSet pointers) {
    this.index = index;
    this.area = area;
    this.var = var;
    this.base = base;
    this.size = size;
    this.words = words;
    this.pointers = pointers;
  }

  /**
   * Its place may be another's while nothing can point to it: temporaries, but not those that a
   * variable in scope may show after its last use (what stands for {@code &T{}}, a closure, a box).
   */
  boolean shares() {
    if (area != Area.TEMP || firstTracked < 0) {
      return false;
    }
    AllocSite site = var == null ? null : var.site();
    return !exposed || var != null && (site == null || site.kind() == AllocSite.Kind.VARIADIC);
  }

  int end() {
    return base + 8 * words;
  }
}

package dev.gomem.ir;

import dev.gomem.layout.RType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions without side effects. They may trap (nil, bounds, division), left to right.
 * <i>Places</i> (VarRef of unboxed variables, GlobalRef, Deref, and Field or Index of a place) can
 * be assigned and addressed.
 */
public sealed interface IrExpr {
  RType type();

  /** A scalar: bool 0/1, integer, float bits (float32: low 32 bits), nil pointer 0. */
  record Const(RType type, long bits) implements IrExpr {}

  record StringConst(RType type, byte[] bytes) implements IrExpr {}

  /** The zero value of any type. */
  record Zero(RType type) implements IrExpr {}

  /** A slot; for a boxed variable the address in it ({@code type} is then *T). */
  record VarRef(Var v, RType type) implements IrExpr {}

  /** A package variable (place). */
  record GlobalRef(String symbol, RType type) implements IrExpr {}

  /** A func value without captures. */
  record FuncValue(String symbol, RType type) implements IrExpr {}

  /**
   * The code address of a function, as it stands in the first word of a closure object; a
   * uintptr-like word.
   */
  record CodeAddr(String symbol, RType type) implements IrExpr {}

  /**
   * Address of read-only memory that holds a value of type {@code of}: {@code bytes} are its image
   * if it has no pointers; for a string type they are the string's bytes, and the memory holds its
   * header. Equal ones share.
   */
  record ReadOnly(RType of, byte[] bytes, RType type) implements IrExpr {}

  /**
   * The type word of an {@code any}; {@code type} is uintptr-like and no pointer for the collector.
   */
  record TypeWord(RType of, RType type) implements IrExpr {}

  /** The itab word of an interface value. */
  record ItabWord(RType iface, RType concrete, RType type) implements IrExpr {}

  /** The closure object of the running function (first statement of closures only). */
  record Context(RType type) implements IrExpr {}

  /** {@code *(type*)(ptr + offset)}, nil checked (place). */
  record Deref(IrExpr ptr, long offset, RType type) implements IrExpr {}

  /** Part of a struct, array or header at a constant offset (place if {@code x} is). */
  record Field(IrExpr x, long offset, RType type) implements IrExpr {}

  /**
   * {@code x[index]} of slice, string or array, bounds checked; place if slice element or {@code x}
   * is a place.
   */
  record Index(IrExpr x, IrExpr index, RType type) implements IrExpr {}

  /** {@code (*ptr)[index]} of a pointer to an array of {@code len} (place). */
  record PtrIndex(IrExpr ptr, long len, IrExpr index, RType type) implements IrExpr {}

  /** Address of a place. */
  record AddrOf(IrExpr place, RType type) implements IrExpr {}

  record Unary(UnaryOp op, IrExpr x, RType type) implements IrExpr {}

  enum UnaryOp {
    NEG,
    /** bitwise */
    COM,
    /** boolean */
    NOT
  }

  /**
   * Arithmetic on scalars or complex numbers of {@code type}; comparisons give {@code type} bool
   * and compare operands of one scalar or complex type (strings, interfaces, structs and arrays are
   * compared by runtime functions); shifts have a count of any integer type (negative signed counts
   * panic).
   */
  record Binary(BinaryOp op, IrExpr x, IrExpr y, RType type) implements IrExpr {}

  enum BinaryOp {
    ADD,
    SUB,
    MUL,
    DIV,
    REM,
    AND,
    OR,
    XOR,
    ANDNOT,
    SHL,
    SHR,
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE
  }

  /**
   * Between numeric types (wrapping, rounding as Go), or of equal representation (named types,
   * pointers, uintptr).
   */
  record Convert(IrExpr x, RType type) implements IrExpr {}

  /**
   * Header word of a string (ptr, len), slice (ptr, len, cap), interface (tab, data), complex (re,
   * im).
   */
  record Word(IrExpr x, int index, RType type) implements IrExpr {}

  /** A string, slice, interface or complex from its words. */
  record Compose(List<IrExpr> words, RType type) implements IrExpr {}

  /**
   * {@code x[lo:hi:max]} with checks; {@code x} is a slice, string, or pointer to an array ({@code
   * array} its type).
   */
  record SliceOf(
      IrExpr x, @Nullable IrExpr lo, @Nullable IrExpr hi, @Nullable IrExpr max, RType type)
      implements IrExpr {}

  /** {@code math.Sqrt} and {@code math.Abs} of a float64. */
  record Intrinsic(String name, IrExpr x, RType type) implements IrExpr {}
}

package dev.gomem.types;

/**
 * Predeclared basic types and the untyped kinds. One object a kind ({@link Universe} has them by
 * kind).
 */
public final class Basic implements Type {
  /** Kinds in the order of types2's. */
  public enum Kind {
    INVALID,
    BOOL,
    INT,
    INT8,
    INT16,
    INT32,
    INT64,
    UINT,
    UINT8,
    UINT16,
    UINT32,
    UINT64,
    UINTPTR,
    FLOAT32,
    FLOAT64,
    COMPLEX64,
    COMPLEX128,
    STRING,
    UNSAFE_POINTER,
    UNTYPED_BOOL,
    UNTYPED_INT,
    UNTYPED_RUNE,
    UNTYPED_FLOAT,
    UNTYPED_COMPLEX,
    UNTYPED_STRING,
    UNTYPED_NIL
  }

  private final Kind kind;
  private final String name;

  Basic(Kind kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * {@code int}, {@code untyped float}; {@code byte} and {@code rune} are aliases with objects of
   * their own.
   */
  public String name() {
    return name;
  }

  public boolean isBoolean() {
    return kind == Kind.BOOL || kind == Kind.UNTYPED_BOOL;
  }

  public boolean isInteger() {
    return kind.compareTo(Kind.INT) >= 0 && kind.compareTo(Kind.UINTPTR) <= 0
        || kind == Kind.UNTYPED_INT
        || kind == Kind.UNTYPED_RUNE;
  }

  public boolean isUnsigned() {
    return kind.compareTo(Kind.UINT) >= 0 && kind.compareTo(Kind.UINTPTR) <= 0;
  }

  public boolean isFloat() {
    return kind == Kind.FLOAT32 || kind == Kind.FLOAT64 || kind == Kind.UNTYPED_FLOAT;
  }

  public boolean isComplex() {
    return kind == Kind.COMPLEX64 || kind == Kind.COMPLEX128 || kind == Kind.UNTYPED_COMPLEX;
  }

  public boolean isNumeric() {
    return isInteger() || isFloat() || isComplex();
  }

  public boolean isString() {
    return kind == Kind.STRING || kind == Kind.UNTYPED_STRING;
  }

  public boolean isUntyped() {
    return kind.compareTo(Kind.UNTYPED_BOOL) >= 0;
  }

  /** Ordered with {@code <}: integers, floats, strings. */
  public boolean isOrdered() {
    return isInteger() || isFloat() || isString();
  }

  /** What a constant can have: boolean, numeric or string. */
  public boolean isConstType() {
    return isBoolean() || isNumeric() || isString();
  }

  @Override
  public Type underlying() {
    return this;
  }

  @Override
  public String toString() {
    return name;
  }
}

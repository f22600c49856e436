package dev.gomem.types;

/** The predeclared functions and those of package unsafe. */
public enum BuiltinId {
  APPEND,
  CAP,
  CLEAR,
  CLOSE,
  COMPLEX,
  COPY,
  DELETE,
  IMAG,
  LEN,
  MAKE,
  MAX,
  MIN,
  NEW,
  PANIC,
  PRINT,
  PRINTLN,
  REAL,
  RECOVER,
  UNSAFE_ADD,
  UNSAFE_ALIGNOF,
  UNSAFE_OFFSETOF,
  UNSAFE_SIZEOF,
  UNSAFE_SLICE,
  UNSAFE_SLICE_DATA,
  UNSAFE_STRING,
  UNSAFE_STRING_DATA,
  /** Only in gc's own tests. */
  ASSERT,
  TRACE
}

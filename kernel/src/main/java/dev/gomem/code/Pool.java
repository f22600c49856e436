package dev.gomem.code;

import dev.gomem.layout.RType;

/** Constants of a function that are linked when it is loaded; each becomes one 64-bit word. */
public sealed interface Pool {
  /** A number, or a float's bits. */
  record Bits(long value) implements Pool {}

  /** Address of read-only bytes (a string constant); equal bytes share one address. */
  record Bytes(java.util.List<Byte> bytes) implements Pool {}

  /** A function: its text address for CALL. */
  record Func(String symbol) implements Pool {}

  /** Address of a function's static closure object (a func value without captures). */
  record FuncValue(String symbol) implements Pool {}

  /** Address of a package variable. */
  record Global(String symbol) implements Pool {}

  /** A type: its descriptor's address as type word; what NEW and RT take as {@code aux}. */
  record Type(RType type) implements Pool {}

  /** Address of the itab for a concrete type's interface. */
  record Itab(RType iface, RType concrete) implements Pool {}

  /**
   * Address of read-only memory that holds a value of type {@code of} (boxed constants): {@code
   * bytes} are its image if it has no pointers; for a string type they are the string's bytes, and
   * the memory holds its 16-byte header. Equal ones share one address; all zeros may be the
   * runtime's zero value.
   */
  record ReadOnly(RType of, java.util.List<Byte> bytes) implements Pool {}

  /** A Java body of the library by symbol. */
  record Java(String symbol) implements Pool {}
}

package dev.gomem.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decoded Go value: what stands in some bytes of the memory, by its type. */
public sealed interface Value {
  /**
   * A number, bool or other word as Go prints it: {@code 42}, {@code true}, {@code 'a' (97)} is
   * render's business.
   */
  record Scalar(String text) implements Value {}

  /** A pointer, {@code unsafe.Pointer} or channel: one address. */
  record Pointer(long address, Target target) implements Value {}

  /**
   * A string: pointer and length.
   *
   * @param text at most 42 characters of it
   * @param cut characters left out
   */
  record Str(long pointer, long length, String text, long cut, Target target) implements Value {}

  /** A slice header. */
  record Slice(long pointer, long length, long capacity, Target target) implements Value {}

  /** A map: the address of its header; {@code count} entries, -1 if nil. */
  record MapRef(long address, long count, Target target) implements Value {}

  /**
   * An interface: two words.
   *
   * @param dynamicType null if the interface is nil
   * @param itab true if the first word is an itab, false for a type word
   * @param data the data word: the value itself if it is a pointer, else the address of a box
   * @param boxed the value in the box, if it was followed
   */
  record Iface(
      long firstWord,
      @Nullable String dynamicType,
      boolean itab,
      Pointer data,
      @Nullable Value boxed)
      implements Value {}

  /** A func value: the address of its closure object. */
  record Func(long address, @Nullable String function, Target target) implements Value {}

  /**
   * @param more fields that are not listed: the runtime's bookkeeping in a map's header
   */
  record Struct(List<Field> fields, int more) implements Value {}

  /**
   * @param offset bytes from the start of the struct; {@code padding} bytes follow the field
   */
  record Field(String name, String type, long offset, long size, long padding, Value value) {}

  /**
   * An array, or the elements of a backing array.
   *
   * @param length elements in all; {@code cells} holds the first of them, at most 12
   */
  record Array(long length, String elemType, long elemSize, List<Value> cells) implements Value {}

  /**
   * Entries of a map's group, decoded: slot index, key, value; free slots are not listed.
   *
   * @param deleted how many of the free slots hold the mark of a deleted entry
   */
  record MapSlots(long slots, List<MapSlot> used, int deleted) implements Value {}

  record MapSlot(int slot, Value key, Value value) {}

  /**
   * A channel's object.
   *
   * @param length elements in its buffer, {@code buffer} holds the first of them, the next to be
   *     received first
   * @param receivers goroutines that wait to receive, {@code senders} to send, in order
   */
  record Channel(
      String elemType,
      long length,
      long capacity,
      boolean closed,
      List<Value> buffer,
      List<Long> receivers,
      List<Sender> senders)
      implements Value {}

  /** A goroutine that waits to send. */
  record Sender(long goroutine, Value value) {}

  /** Bytes that could not be decoded, and why: damaged or out of range. Never hidden. */
  record Opaque(String why) implements Value {}

  /** Where an address leads. */
  sealed interface Target {
    record Nil() implements Target {}

    /**
     * A heap object by plate number.
     *
     * @param path part of the object pointed to: "", {@code [1]}, {@code .next}
     */
    record Heap(int plate, String path) implements Target {}

    /**
     * A folded heap object (made by library code or by boxing): no plate, but where it came from.
     */
    record Folded(long address, String origin) implements Target {}

    /** A slot of a frame. */
    record StackSlot(int goroutine, String function, String variable, String path)
        implements Target {}

    /** A package variable. */
    record Data(String variable, String path) implements Target {}

    /** Read-only data: a string constant's bytes, a static closure, a type. */
    record ReadOnly(String what) implements Target {}

    /** The shared address of zero-sized values. */
    record ZeroBase() implements Target {}

    /** Leads to nothing known (freed memory, popped frames): shown as such. */
    record Unknown(String what) implements Target {}
  }
}

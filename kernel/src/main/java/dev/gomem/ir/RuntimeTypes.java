package dev.gomem.ir;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.TypeTable;
import dev.gomem.layout.TypeTable.FieldSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Types of things that stand in compiled code's frames but in no Go program: map headers, groups
 * and iterators (internal/runtime/maps), closure objects, cases of select; and the basic types code
 * is full of.
 */
public final class RuntimeTypes {
  /** Slots of a map's group. */
  static final int GROUP_SLOTS = 8;

  /** Larger keys and elements are kept behind a pointer. */
  private static final int MAX_INLINE = 128;

  private final TypeTable table;
  final RType bool;
  final RType intType;
  final RType int32;
  final RType int64;
  final RType uint8;
  final RType uint16;
  final RType uint32;
  final RType uint64;
  final RType uintptr;
  final RType float32;
  final RType float64;
  final RType string;
  final RType pointer;
  final RType any;

  public RuntimeTypes(TypeTable table) {
    this.table = table;
    bool = table.basic(Kind.BOOL);
    intType = table.basic(Kind.INT);
    int32 = table.basic(Kind.INT32);
    int64 = table.basic(Kind.INT64);
    uint8 = table.basic(Kind.UINT8);
    uint16 = table.basic(Kind.UINT16);
    uint32 = table.basic(Kind.UINT32);
    uint64 = table.basic(Kind.UINT64);
    uintptr = table.basic(Kind.UINTPTR);
    float32 = table.basic(Kind.FLOAT32);
    float64 = table.basic(Kind.FLOAT64);
    string = table.basic(Kind.STRING);
    pointer = table.basic(Kind.UNSAFE_POINTER);
    any = table.interfaceOf(List.of());
  }

  RType pointerTo(RType t) {
    return table.pointerTo(t);
  }

  RType sliceOf(RType t) {
    return table.sliceOf(t);
  }

  RType arrayOf(long len, RType t) {
    return table.arrayOf(len, t);
  }

  private static FieldSpec field(String name, RType type) {
    return new FieldSpec(name, type, false, false, "");
  }

  /** 96 bytes. */
  RType mapIterator() {
    return table.structOf(
        List.of(
            field("key", pointer),
            field("elem", pointer),
            field("typ", uintptr),
            field("m", pointer),
            field("entryOffset", uint64),
            field("dirOffset", uint64),
            field("clearSeq", uint64),
            field("globalDepth", uint64),
            field("dirIdx", intType),
            field("tab", pointer),
            field("group", pointer),
            field("entryIdx", uint64)));
  }

  /** 48 bytes. */
  RType mapHeader() {
    return table.structOf(
        List.of(
            field("used", uint64),
            field("seed", uintptr),
            field("dirPtr", pointer),
            field("dirLen", intType),
            field("globalDepth", uint8),
            field("globalShift", uint8),
            field("writing", uint8),
            field("tombstonePossible", bool),
            field("clearSeq", uint64)));
  }

  /** Control word and eight slots. */
  RType mapGroup(RType map) {
    RType key = map.mapKey().size() > MAX_INLINE ? pointerTo(map.mapKey()) : map.mapKey();
    RType elem = map.elem().size() > MAX_INLINE ? pointerTo(map.elem()) : map.elem();
    RType slot = table.structOf(List.of(field("key", key), field("elem", elem)));
    return table.structOf(
        List.of(field("ctrl", uint64), field("slots", arrayOf(GROUP_SLOTS, slot))));
  }

  /** {@code n} cases of a select, 24 bytes each. */
  RType selectCases(int n) {
    return arrayOf(
        n,
        table.structOf(
            List.of(field("c", pointer), field("elem", pointer), field("dir", uintptr))));
  }

  /** The object behind a func value: the code address, then what it captured. */
  RType closure(List<String> names, List<RType> captures) {
    List<FieldSpec> fields = new ArrayList<>();
    fields.add(field("F", uintptr));
    for (int i = 0; i < captures.size(); i++) {
      fields.add(field(names.get(i), captures.get(i)));
    }
    return table.structOf(fields);
  }
}

package dev.gomem.machine;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.TypeTable;
import dev.gomem.layout.TypeTable.FieldSpec;
import dev.gomem.machine.memory.Heap;
import dev.gomem.machine.memory.TypeInfo;
import java.util.List;

/**
 * Layouts that belong to a map type (gc: internal/abi/map.go, reflectdata/map.go): slots of key and
 * element, groups of a control word and eight slots; keys and elements above 128 bytes are pointers
 * to objects of their own.
 */
final class MapType {
  static final int SLOTS = 8;
  private static final int MOST_INLINE = 128;

  final RType map;
  final RType key;
  final RType elem;
  final boolean indirectKey;
  final boolean indirectElem;
  final RType group;
  final TypeInfo groupInfo;
  final TypeInfo keyInfo;
  final TypeInfo elemInfo;
  final int groupSize;
  final int slotSize;
  final int elemOffset;
  final int keySize;

  /** 8-byte integer keys and string keys take quicker ways. */
  final boolean wordKey;

  final boolean stringKey;

  /** An equal key may look different: +0 and -0, strings elsewhere. */
  final boolean needKeyUpdate;

  MapType(RType map, TypeTable types, Heap heap) {
    this.map = map;
    key = map.mapKey();
    elem = map.elem();
    indirectKey = key.size() > MOST_INLINE;
    indirectElem = elem.size() > MOST_INLINE;
    group = groupOf(map, types);
    RType slot = group.fields().get(1).type().elem();
    groupInfo = heap.info(group);
    keyInfo = heap.info(key);
    elemInfo = heap.info(elem);
    groupSize = (int) group.size();
    slotSize = (int) slot.size();
    elemOffset = (int) slot.fields().get(1).offset();
    keySize = (int) key.size();
    wordKey = keySize == 8 && Values.plainBytes(key);
    stringKey = key.kind() == Kind.STRING;
    needKeyUpdate = needsUpdate(key);
  }

  private static boolean needsUpdate(RType t) {
    return switch (t.kind()) {
      case FLOAT32, FLOAT64, COMPLEX64, COMPLEX128, INTERFACE, STRING -> true;
      case ARRAY -> needsUpdate(t.elem());
      case STRUCT -> t.fields().stream().anyMatch(f -> needsUpdate(f.type()));
      default -> false;
    };
  }

  /** The type of a group of a map. */
  static RType groupOf(RType map, TypeTable types) {
    RType k = map.mapKey();
    RType e = map.elem();
    RType slot =
        types.structOf(
            List.of(
                field("key", k.size() > MOST_INLINE ? types.pointerTo(k) : k),
                field("elem", e.size() > MOST_INLINE ? types.pointerTo(e) : e)));
    String of = "[" + k.name() + "]" + e.name();
    return types.named(
        "map.group " + map.key(),
        "map.group" + of,
        Kind.STRUCT,
        () ->
            types.structOf(
                List.of(
                    field("ctrl", types.basic(Kind.UINT64)),
                    field("slots", types.arrayOf(SLOTS, slot)))));
  }

  private static FieldSpec field(String name, RType type) {
    return new FieldSpec(name, type, false, false, "");
  }
}

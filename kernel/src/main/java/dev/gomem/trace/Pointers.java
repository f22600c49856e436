package dev.gomem.trace;

import dev.gomem.layout.RType;
import dev.gomem.machine.Image;
import java.util.function.BiConsumer;

/** Walks the pointer words of a value by type, naming the part each stands in. */
final class Pointers {
  private Pointers() {}

  /**
   * @param each gets a part's path ("" for the value itself, {@code .next}, {@code [2]}) and the
   *     address in it
   */
  static void walk(Image image, RType t, long address, String path, BiConsumer<String, Long> each) {
    if (!t.hasPointers()) {
      return;
    }
    switch (t.kind()) {
      case STRUCT -> {
        for (RType.Field f : t.fields()) {
          walk(image, f.type(), address + f.offset(), path + "." + f.name(), each);
        }
      }
      case ARRAY -> {
        for (int i = 0; i < t.len(); i++) {
          walk(image, t.elem(), address + i * t.elem().size(), path + "[" + i + "]", each);
        }
      }
      case INTERFACE -> each.accept(path, image.get64(address + 8));
      default -> each.accept(path, image.get64(address));
    }
  }
}

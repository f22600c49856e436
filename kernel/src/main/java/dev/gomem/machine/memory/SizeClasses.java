package dev.gomem.machine.memory;

/**
 * gc's size classes: slot sizes, pages a span, and how many objects a span really holds (the
 * collector keeps 128 bytes of mark bits in spans of small objects, and one bit a word where they
 * have pointers). Facts of internal/runtime/gc/sizeclasses.go; class 0 stands for large objects.
 */
public final class SizeClasses {
  /** Largest size of class 67. */
  public static final int MAX_SMALL = 32768;

  /**
   * Objects with pointers up to this size have their bitmap in the span; larger ones have a header
   * word.
   */
  static final int MAX_INLINE_BITMAP = 512;

  private static final int[] BYTES = {
    0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320,
    352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048,
    2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240,
    10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768
  };
  private static final int[] PAGES = {
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 2, 1, 2, 1, 2, 1, 3, 2, 3, 1, 3, 2, 3, 4, 5, 6, 1, 7, 6, 5, 4, 3, 5, 7, 2, 9, 7, 5, 8,
    3, 10, 7, 4
  };
  private static final byte[] CLASS_OF_WORDS = classes();

  private SizeClasses() {}

  private static byte[] classes() {
    byte[] of = new byte[MAX_SMALL / 8 + 1];
    int c = 1;
    for (int words = 1; words < of.length; words++) {
      if (words * 8 > BYTES[c]) {
        c++;
      }
      of[words] = (byte) c;
    }
    return of;
  }

  /** Number of classes, class 0 included. */
  public static int count() {
    return BYTES.length;
  }

  /** Smallest class for a size from 1 to {@link #MAX_SMALL}. */
  public static int classOf(int size) {
    return CLASS_OF_WORDS[(size + 7) >> 3];
  }

  public static int bytes(int sizeClass) {
    return BYTES[sizeClass];
  }

  public static int pages(int sizeClass) {
    return PAGES[sizeClass];
  }

  /** Objects in a span. */
  public static int objects(int sizeClass, boolean noscan) {
    int bytes = BYTES[sizeClass];
    int span = PAGES[sizeClass] * Pages.SIZE;
    int inline = bytes >= 16 && bytes <= MAX_INLINE_BITMAP ? 128 : 0;
    int bitmap = !noscan && bytes <= MAX_INLINE_BITMAP ? span / 64 : 0;
    return (span - inline - bitmap) / bytes;
  }

  /** Bytes of header before an object of {@code size} bytes. */
  static int header(long size, boolean noscan) {
    return !noscan && size > MAX_INLINE_BITMAP && size <= MAX_SMALL - 8 ? 8 : 0;
  }

  /** Bytes an object of {@code size} bytes could use in the slot it gets (runtime.roundupsize). */
  public static long roundUp(long size, boolean noscan) {
    if (size <= MAX_SMALL - 8) {
      int header = header(size, noscan);
      return size == 0 ? 0 : BYTES[classOf((int) size + header)] - header;
    }
    long pages = (size + Pages.SIZE - 1) >>> Pages.SHIFT;
    return pages << Pages.SHIFT;
  }
}

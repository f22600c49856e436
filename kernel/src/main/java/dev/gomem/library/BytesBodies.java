package dev.gomem.library;

import dev.gomem.machine.JavaBody;
import dev.gomem.machine.Machine;
import java.util.Arrays;
import java.util.Map;

/**
 * Bodies of {@code internal/bytealg} and of what {@code unicode/utf8} does to whole strings. They
 * read the machine's bytes in place and no further than they must, so that searching on from the
 * last hit stays linear; a search never takes longer than the two lengths together.
 */
final class BytesBodies {
  private BytesBodies() {}

  private static final String P = "internal/bytealg.";

  static void add(Map<String, JavaBody> to) {
    to.put(
        P + "IndexByte",
        (m, b) -> {
          Text s = new Text(m, b);
          m.put64(b + 24, s.index((byte) m.get64(b + 16)));
        });
    to.put(
        P + "LastIndexByte",
        (m, b) -> {
          Text s = new Text(m, b);
          m.put64(b + 24, s.lastIndex((byte) m.get64(b + 16)));
        });
    to.put(
        P + "CountByte",
        (m, b) -> {
          Text s = new Text(m, b);
          m.put64(b + 24, s.count((byte) m.get64(b + 16)));
        });
    to.put(P + "Index", (m, b) -> m.put64(b + 32, new Text(m, b).index(new Text(m, b + 16), 0)));
    to.put(P + "LastIndex", (m, b) -> m.put64(b + 32, new Text(m, b).last(new Text(m, b + 16))));
    to.put(
        P + "Count",
        (m, b) -> {
          Text s = new Text(m, b);
          Text sep = new Text(m, b + 16);
          long n = 0;
          for (int at = s.index(sep, 0); at >= 0; at = s.index(sep, at + sep.length)) {
            n++;
          }
          m.put64(b + 32, n);
        });
    to.put(P + "Compare", (m, b) -> m.put64(b + 32, new Text(m, b).compare(new Text(m, b + 16))));
    to.put(P + "ASCII", (m, b) -> m.put64(b + 16, new Text(m, b).ascii() ? 1 : 0));
    to.put("unicode/utf8.RuneCount", (m, b) -> m.put64(b + 24, new Text(m, b).runes()));
    to.put("unicode/utf8.RuneCountInString", (m, b) -> m.put64(b + 16, new Text(m, b).runes()));
    to.put("unicode/utf8.Valid", (m, b) -> m.put64(b + 24, new Text(m, b).valid() ? 1 : 0));
    to.put("unicode/utf8.ValidString", (m, b) -> m.put64(b + 16, new Text(m, b).valid() ? 1 : 0));
  }

  /** The bytes of a string or byte slice, where they are. */
  private static final class Text {
    final byte[] bytes;
    final int start;
    final int length;

    Text(Machine m, long header) {
      bytes = m.memory();
      length = (int) m.get64(header + 8);
      start = length == 0 ? 0 : Machine.index(m.get64(header));
    }

    int index(byte c) {
      for (int i = start; i < start + length; i++) {
        if (bytes[i] == c) {
          return i - start;
        }
      }
      return -1;
    }

    int lastIndex(byte c) {
      for (int i = start + length - 1; i >= start; i--) {
        if (bytes[i] == c) {
          return i - start;
        }
      }
      return -1;
    }

    long count(byte c) {
      long n = 0;
      for (int i = start; i < start + length; i++) {
        if (bytes[i] == c) {
          n++;
        }
      }
      return n;
    }

    boolean has(int at, Text sep) {
      return Arrays.equals(
          bytes, start + at, start + at + sep.length, bytes, sep.start, sep.start + sep.length);
    }

    /** First place from {@code from} on of a text that is not empty. */
    int index(Text sep, int from) {
      int most = length - sep.length;
      byte first = bytes[sep.start];
      long vain = 0;
      for (int i = from; i <= most; i++) {
        if (bytes[start + i] != first) {
          continue;
        }
        int same =
            Arrays.mismatch(
                bytes, start + i, start + i + sep.length, bytes, sep.start, sep.start + sep.length);
        if (same < 0) {
          return i;
        }
        vain += same;
        if (vain > 4L * (i - from) + 1024) {
          return careful(sep, i);
        }
      }
      return -1;
    }

    /** The same by Knuth, Morris and Pratt, when the text repeats itself too often. */
    private int careful(Text sep, int from) {
      int[] border = new int[sep.length + 1];
      border[0] = -1;
      for (int i = 0, k = -1; i < sep.length; ) {
        while (k >= 0 && bytes[sep.start + i] != bytes[sep.start + k]) {
          k = border[k];
        }
        border[++i] = ++k;
      }
      for (int i = from, k = 0; i < length; i++) {
        while (k >= 0 && bytes[start + i] != bytes[sep.start + k]) {
          k = border[k];
        }
        if (++k == sep.length) {
          return i + 1 - k;
        }
      }
      return -1;
    }

    /** Last place of a text that is not empty. */
    int last(Text sep) {
      byte first = bytes[sep.start];
      long vain = 0;
      int most = length - sep.length;
      for (int i = most; i >= 0; i--) {
        if (bytes[start + i] != first) {
          continue;
        }
        if (has(i, sep)) {
          return i;
        }
        vain += sep.length;
        if (vain > 8L * (most - i) + 4096) {
          return carefulLast(sep, i - 1 + sep.length);
        }
      }
      return -1;
    }

    /** The same from the end on: looks for the reversed text in the reversed one. */
    private int carefulLast(Text sep, int end) {
      int[] border = new int[sep.length + 1];
      int last = sep.start + sep.length - 1;
      border[0] = -1;
      for (int i = 0, k = -1; i < sep.length; ) {
        while (k >= 0 && bytes[last - i] != bytes[last - k]) {
          k = border[k];
        }
        border[++i] = ++k;
      }
      for (int i = end - 1, k = 0; i >= 0; i--) {
        while (k >= 0 && bytes[start + i] != bytes[last - k]) {
          k = border[k];
        }
        if (++k == sep.length) {
          return i;
        }
      }
      return -1;
    }

    int compare(Text other) {
      return Integer.signum(
          Arrays.compareUnsigned(
              bytes, start, start + length, other.bytes, other.start, other.start + other.length));
    }

    boolean ascii() {
      for (int i = start; i < start + length; i++) {
        if (bytes[i] < 0) {
          return false;
        }
      }
      return true;
    }

    long runes() {
      long n = 0;
      for (int i = start; i < start + length; n++) {
        i += Math.max(1, size(i));
      }
      return n;
    }

    boolean valid() {
      for (int i = start; i < start + length; ) {
        int size = size(i);
        if (size == 0) {
          return false;
        }
        i += size;
      }
      return true;
    }

    private int size(int i) {
      return bytes[i] >= 0 ? 1 : Quotes.runeSize(bytes, i, start + length);
    }
  }
}

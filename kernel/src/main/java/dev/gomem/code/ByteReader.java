package dev.gomem.code;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote. */
public final class ByteReader {
  private final byte[] in;
  private int at;

  public ByteReader(byte[] in) {
    this(in, 0);
  }

  ByteReader(byte[] in, int at) {
    this.in = in;
    this.at = at;
  }

  int at() {
    return at;
  }

  void skip(int bytes) {
    at += bytes;
  }

  public long unsigned() {
    long v = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in[at++];
      v |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return v;
      }
    }
  }

  public int count() {
    int b = in[at];
    if (b >= 0) {
      at++;
      return b;
    }
    return (int) unsigned();
  }

  public long signed() {
    long v = unsigned();
    return v >>> 1 ^ -(v & 1);
  }

  public boolean flag() {
    return in[at++] != 0;
  }

  byte one() {
    return in[at++];
  }

  public String text() {
    int n = count();
    String s = new String(in, at, n, StandardCharsets.UTF_8);
    at += n;
    return s;
  }

  public byte[] block() {
    int n = count();
    byte[] b = Arrays.copyOfRange(in, at, at + n);
    at += n;
    return b;
  }
}

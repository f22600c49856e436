package dev.gomem.code;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes with variable-length numbers, seven bits a byte, the lowest first. */
public final class ByteWriter extends ByteArrayOutputStream {
  public void unsigned(long v) {
    long rest = v;
    while ((rest & ~0x7fL) != 0) {
      write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    write((int) rest);
  }

  public void signed(long v) {
    unsigned(v << 1 ^ v >> 63);
  }

  public void flag(boolean b) {
    write(b ? 1 : 0);
  }

  /** A text with its length. */
  public void text(String s) {
    block(s.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes with their number. */
  public void block(byte[] bytes) {
    unsigned(bytes.length);
    writeBytes(bytes);
  }

  /** A part that a reader may pass over: its length, then the part. */
  void part(ByteWriter part) {
    unsigned(part.size());
    part.writeTo(this);
  }

  private void writeTo(ByteWriter other) {
    other.write(buf, 0, count);
  }
}

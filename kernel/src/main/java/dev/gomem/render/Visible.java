package dev.gomem.render;

/**
 * Makes every character of the learner's data visible and harmless: controls, terminal escapes and
 * bidirectional overrides are written as Go escapes, so that no view shows something else than what
 * the bytes are.
 */
final class Visible {
  private Visible() {}

  static String of(int c) {
    if (c == '\t') {
      return "    ";
    }
    boolean hidden =
        c < 0x20
            || c >= 0x7f && c < 0xa0
            || c == 0xad
            || c >= 0x200b && c <= 0x200f
            || c >= 0x2028 && c <= 0x202e
            || c >= 0x2060 && c <= 0x206f
            || c == 0xfeff
            || c >= 0xd800 && c <= 0xdfff
            || c >= 0xfff9 && c <= 0xfffb
            || c >= 0xe0000 && c <= 0xe007f;
    if (!hidden) {
      return Character.toString(c);
    }
    return c < 0x100
        ? String.format("\\x%02x", c)
        : c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
  }

  static String of(String s) {
    StringBuilder b = new StringBuilder(s.length());
    s.codePoints().forEach(c -> b.append(of(c)));
    return b.toString();
  }
}

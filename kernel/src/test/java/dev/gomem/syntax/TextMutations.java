package dev.gomem.syntax;

import dev.gomem.source.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Changes of Go texts that mostly break their syntax: tokens or bytes deleted, doubled, moved. */
public final class TextMutations {
  private static final List<String> WORDS =
      List.of(
          "break",
          "case",
          "chan",
          "const",
          "continue",
          "default",
          "defer",
          "else",
          "fallthrough",
          "for",
          "func",
          "go",
          "goto",
          "if",
          "import",
          "interface",
          "map",
          "package",
          "range",
          "return",
          "select",
          "struct",
          "switch",
          "type",
          "var",
          "x",
          "L",
          "0",
          "1.5",
          "\"s\"",
          "'c'",
          "`r`",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          ";",
          ":",
          ":=",
          "=",
          ".",
          "...",
          "+",
          "-",
          "*",
          "/",
          "&",
          "|",
          "^",
          "<-",
          "<<",
          "==",
          "!",
          "~",
          "++",
          "+=",
          "\n",
          "//",
          "/*",
          "*/",
          "0x",
          "08",
          "1_",
          "'",
          "\"",
          "`",
          "\\",
          "@",
          "\u00e9",
          "\u0967",
          "#",
          "/*line x:1*/");

  private TextMutations() {}

  /** One to three changes. */
  public static byte[] mutate(byte[] text, SplittableRandom random) {
    byte[] mutant = text;
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      mutant = random.nextInt(5) == 0 ? bytes(mutant, random) : tokens(mutant, random);
    }
    return mutant;
  }

  private static byte[] bytes(byte[] text, SplittableRandom random) {
    if (text.length == 0) {
      return text;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = random.nextInt(text.length);
    out.write(text, 0, at);
    switch (random.nextInt(4)) {
      case 0 -> {}
      case 1 -> out.write(random.nextInt(256));
      case 2 -> {
        out.write(text[at]);
        out.write(text[random.nextInt(text.length)]);
      }
      default -> {
        return out.toByteArray(); // cut off
      }
    }
    out.write(text, at + 1, text.length - at - 1);
    return out.toByteArray();
  }

  private static byte[] tokens(byte[] text, SplittableRandom random) {
    List<int[]> tokens = new ArrayList<>();
    Scanner scanner = new Scanner(new Source("x.go", text), Scanner.SILENT);
    for (scanner.next(); scanner.token != Token.EOF; scanner.next()) {
      tokens.add(new int[] {scanner.start, scanner.end});
    }
    if (tokens.isEmpty()) {
      return text;
    }
    int[] token = tokens.get(random.nextInt(tokens.size()));
    int[] other = tokens.get(random.nextInt(tokens.size()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(text, 0, token[0]);
    switch (random.nextInt(5)) {
      case 0 -> {}
      case 1 -> {
        out.write(text, token[0], token[1] - token[0]);
        out.write(' ');
        out.write(text, token[0], token[1] - token[0]);
      }
      case 2 -> out.write(text, other[0], other[1] - other[0]);
      case 3 -> word(out, random);
      default -> {
        out.write(text, token[0], token[1] - token[0]);
        word(out, random);
      }
    }
    out.write(text, token[1], text.length - token[1]);
    return out.toByteArray();
  }

  private static void word(ByteArrayOutputStream out, SplittableRandom random) {
    out.write(' ');
    out.writeBytes(WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8));
    out.write(' ');
  }
}

package dev.gomem.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gomem.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Broken programs: Go's test programs with tokens or bytes deleted, doubled, moved, replaced. gc's
 * parser and ours must report the same errors at the same places (or build the same tree); the cell
 * parser must end without an exception. {@code -Dgomem.mutants} sets how many; a failure prints
 * seed and number of the mutant.
 */
class MutationTest {
  private static final long SEED = 0x60_3e3;
  private static final int MUTANTS = Integer.getInteger("gomem.mutants", 5_000);

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

  @Test
  void brokenProgramsGiveTheErrorsOfGc() throws IOException {
    List<Path> files =
        new ArrayList<>(Go.filesBelow(Go.root("src/cmd/compile/internal/syntax/testdata")));
    Path tests = Go.root("test");
    if (Files.isDirectory(tests)) {
      files.addAll(Go.filesBelow(tests));
    }
    List<byte[]> seeds = new ArrayList<>();
    for (Path f : files) {
      if (Files.size(f) < 6_000) {
        seeds.add(Files.readAllBytes(f));
      }
    }
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> faults = new ArrayList<>();
    int broken = 0;
    try (Oracle oracle = new Oracle()) {
      for (int i = 0; i < MUTANTS && faults.size() < 20; i++) {
        byte[] mutant = seeds.get(random.nextInt(seeds.size()));
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
          mutant = random.nextInt(5) == 0 ? bytes(mutant, random) : tokens(mutant, random);
        }
        byte[] text = mutant;
        String name = "mutant " + i + " of seed " + SEED;
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> {
              Source source = new Source("x.go", text);
              FileHeader.read(source);
              return CellKind.of(source);
            },
            name);
        String difference = oracle.difference(name, text);
        if (!difference.isEmpty()) {
          faults.add(difference);
          if (Boolean.getBoolean("gomem.keep")) {
            Files.write(Path.of(System.getProperty("java.io.tmpdir"), "mutant" + i + ".go"), text);
          }
        }
        broken += Parser.parseFile(new Source("x.go", text)).diagnostics().isEmpty() ? 0 : 1;
      }
    }
    System.out.println(
        MUTANTS + " mutants of " + seeds.size() + " files, " + broken + " with errors");
    assertEquals("", String.join("\n", faults));
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

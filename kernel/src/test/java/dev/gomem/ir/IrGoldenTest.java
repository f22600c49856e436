package dev.gomem.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.corpus.Programs;
import dev.gomem.escape.Placement;
import dev.gomem.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The ordered form of small programs, held to files: {@code ir/x.go} under gc's placement is {@code
 * x.ir}, and if it differs under the simple one, {@code x.simple.ir}. {@code -Dgomem.rewrite=true}
 * writes the files anew; look at the diff.
 */
final class IrGoldenTest {
  private static final Path DIR = Path.of("src/test/resources/ir");

  @TestFactory
  List<DynamicTest> orderedForm() throws IOException {
    List<Path> files;
    try (var list = Files.list(DIR)) {
      files = list.filter(p -> p.toString().endsWith(".go")).sorted().toList();
    }
    assertFalse(files.isEmpty(), "there are programs");
    List<DynamicTest> tests = new ArrayList<>();
    for (Path p : files) {
      String name = p.getFileName().toString().replace(".go", "");
      tests.add(DynamicTest.dynamicTest(name, () -> compare(p, name)));
    }
    return tests;
  }

  private void compare(Path file, String name) throws IOException {
    String gc = dump(file, Placement.GC);
    String simple = dump(file, Placement.SIMPLE);
    Path golden = DIR.resolve(name + ".ir");
    Path other = DIR.resolve(name + ".simple.ir");
    if (Boolean.getBoolean("gomem.rewrite")) {
      Files.writeString(golden, gc);
      if (gc.equals(simple)) {
        Files.deleteIfExists(other);
      } else {
        Files.writeString(other, simple);
      }
      return;
    }
    assertTrue(
        Files.exists(golden), "no " + golden + ": run with -Dgomem.rewrite=true and look at it");
    assertEquals(Files.readString(golden), gc);
    assertEquals(Files.exists(other) ? Files.readString(other) : gc, simple);
  }

  private String dump(Path file, Placement placement) throws IOException {
    // A session of its own for each, or symbols would be numbered.
    Programs alone = new Programs();
    Programs.Built b =
        alone.build(new Source(file.getFileName().toString(), Files.readAllBytes(file)), placement);
    assertEquals(List.of(), b.diagnostics());
    return IrPrinter.print(java.util.Objects.requireNonNull(b.ir()));
  }
}

package dev.gomem.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gomem.code.Disassembler;
import dev.gomem.code.Verifier;
import dev.gomem.library.Library;
import dev.gomem.session.Backend;
import dev.gomem.session.Program;
import dev.gomem.session.Toolchain;
import dev.gomem.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The code of each program of {@code code/} is what stands beside it. {@code -Dgomem.golden=write}
 * writes it anew: review the difference.
 */
final class GoldenCodeTest {
  private static final Path DIR = Path.of("src/test/resources/code");

  @TestFactory
  List<DynamicTest> code() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (var files = Files.list(DIR)) {
      files
          .filter(p -> p.toString().endsWith(".go"))
          .sorted()
          .forEach(p ->
              tests.add(DynamicTest.dynamicTest(p.getFileName().toString(), () -> compare(p))));
    }
    return tests;
  }

  private static void compare(Path file) throws IOException {
    String name = file.getFileName().toString();
    Source source = new Source(name, Files.readString(file));
    // A backend of its own, so that no symbol has a second version.
    Program.Built built = Program.build(new Backend(new Toolchain(new Library())), source, true);
    Program program =
        switch (built) {
          case Program.Built.Good g -> g.program();
          case Program.Built.Bad b -> throw new AssertionError(b.diagnostics().toString());
        };
    assertEquals(List.of(), Verifier.verify(program.unit()));
    String code = Disassembler.unit(program.unit());
    Path golden = DIR.resolve(name.replace(".go", ".txt"));
    if ("write".equals(System.getProperty("gomem.golden"))) {
      Files.writeString(golden, code);
    }
    assertEquals(Files.readString(golden), code);
  }
}

package dev.gomem.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.code.CodeReader;
import dev.gomem.code.CodeUnit;
import dev.gomem.code.CodeWriter;
import dev.gomem.code.Disassembler;
import dev.gomem.code.Verifier;
import dev.gomem.escape.Placement;
import dev.gomem.layout.TypeTable;
import dev.gomem.library.Library;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Machine;
import dev.gomem.machine.Outcome;
import dev.gomem.source.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The library's code is sound, and survives being written and read back, to the byte and in what it
 * does.
 */
final class WrittenLibraryTest {
  private final Backend backend = new Backend(new Toolchain(Library.ofTexts()));

  @Test
  void everyPackageIsSoundAndWritesTheSameBytesAgain() {
    TypeTable fresh = new TypeTable();
    for (String path : backend.toolchain().library().paths()) {
      CodeUnit unit = backend.fromTexts(path);
      assertEquals(List.of(), Verifier.verify(unit), path);
      byte[] once = CodeWriter.write(unit);
      CodeUnit back = CodeReader.read(once, fresh);
      assertArrayEquals(once, CodeWriter.write(back), path);
      assertEquals(Disassembler.unit(unit), Disassembler.unit(back), path);
    }
  }

  @Test
  void aProgramReadBackRunsOnALibraryReadBack() {
    Source source =
        new Source(
            "main.go",
            """
            package main

            import "fmt"

            type point struct{ x, y int }

            func (p *point) String() string { return fmt.Sprint("<", p.x, ",", p.y, ">") }

            func main() {
              m := map[string]*point{"a": {1, 2}}
              fmt.Println(m["a"], len(m), []any{1, "two", 3.5})
            }
            """);
    Toolchain.Checked checked = backend.toolchain().check(List.of(source));
    CodeUnit unit =
        backend.compile(checked, backend.toolchain().escape(checked), Placement.GC).unit();
    assertTrue(unit != null);
    TypeTable types = new TypeTable();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Machine machine =
        new Machine(
            types,
            backend.toolchain().library().bodies(),
            (fd, bytes) -> out.writeBytes(bytes),
            Limits.DEFAULT,
            Debug.OFF,
            1);
    for (String path : backend.needs(checked.result().pkg())) {
      CodeUnit lib = CodeReader.read(CodeWriter.write(backend.fromTexts(path)), types);
      machine.load(lib);
      Backend.init(machine, lib);
    }
    CodeUnit program = CodeReader.read(CodeWriter.write(unit), types);
    machine.load(program);
    assertEquals(new Outcome.Done(), machine.run(program.entry()));
    assertEquals("<1,2> 1 [1 two 3.5]\n", out.toString(StandardCharsets.UTF_8));
  }
}

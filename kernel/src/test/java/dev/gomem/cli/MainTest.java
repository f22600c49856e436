package dev.gomem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit codes that scripts rely on. */
final class MainTest {
  @Test
  void aWrongCallIsNoSuccess() {
    assertEquals(Main.EXIT_USAGE, Main.execute());
    assertEquals(Main.EXIT_USAGE, Main.execute("rum", "x.go"));
    assertEquals(Main.EXIT_USAGE, Main.execute("check"));
    assertEquals(0, Main.execute("--version"));
  }

  @Test
  void aConnectionFileThatIsNoneIsNoInput(@TempDir Path folder) throws IOException {
    assertEquals(66, Main.execute("kernel", folder.resolve("none").toString()));
    for (String text : new String[] {"{", "{}", "", "7"}) {
      Path file = Files.writeString(folder.resolve("connection.json"), text);
      assertEquals(66, Main.execute("kernel", file.toString()), text);
    }
  }
}

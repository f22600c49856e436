package dev.gomem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands print, where, and the exit codes that scripts rely on. */
final class MainTest {
  private static final String UP =
      """
      package main

      func getNum() *int {
      	number := 7
      	return &number
      }

      func main() {
      	num := getNum()
      	println(*num)
      }
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aWrongCallIsNoSuccess() {
    assertEquals(Main.EXIT_USAGE, gomem());
    assertEquals(Main.EXIT_USAGE, gomem("rum", "x.go"));
    assertEquals(Main.EXIT_USAGE, gomem("check"));
    assertEquals(Main.EXIT_USAGE, gomem("show", "--format", "page", "x.go"));
    assertEquals("", out());
    assertEquals(0, gomem("--version"));
  }

  @Test
  void aFileThatIsNoneIsNoInput() throws IOException {
    String none = folder.resolve("none").toString();
    for (String command : List.of("run", "check", "escape", "show", "assemble", "kernel")) {
      assertEquals(Main.EXIT_NO_INPUT, gomem(command, none), command);
    }
    for (String text : List.of("{", "{}", "", "7")) {
      String file = write("connection.json", text);
      assertEquals(Main.EXIT_NO_INPUT, gomem("kernel", file), text);
      assertEquals(Main.EXIT_NO_INPUT, gomem("assemble", file), text);
    }
  }

  @Test
  void runsAProgram() throws IOException {
    assertEquals(0, gomem("run", write("up.go", UP)));
    assertEquals("", out());
    assertEquals("7\n", err());
  }

  @Test
  void aPanicIsAsOfABinary() throws IOException {
    String file = write("panic.go", "package main\n\nfunc main() {\n\tpanic(\"x\")\n}\n");
    assertEquals(2, gomem("run", file));
    assertTrue(err().startsWith("panic: x\n\ngoroutine 1 [running]:\n"), err());
  }

  @Test
  void printsTenMessagesOrAll() throws IOException {
    StringBuilder text = new StringBuilder("package main\n\nfunc main() {\n");
    for (int i = 0; i < 15; i++) {
      text.append("\tx").append(i).append("()\n");
    }
    String file = write("wrong.go", text.append("}\n").toString());
    assertEquals(Main.EXIT_WRONG, gomem("check", file));
    List<String> few = err().lines().toList();
    assertEquals(11, few.size());
    assertTrue(few.get(0).endsWith("wrong.go:4:2: undefined: x0"), few.get(0));
    assertTrue(few.get(10).endsWith("wrong.go:13:2: too many errors"), few.get(10));
    err.reset();
    assertEquals(Main.EXIT_WRONG, gomem("check", "-e", file));
    assertEquals(15, err().lines().count());
  }

  @Test
  void whatIsWrongIsNotRun() throws IOException {
    String file = write("wrong.go", "package main\n\nfunc main() { x() }\n");
    for (String command : List.of("run", "escape", "show")) {
      err.reset();
      assertEquals(Main.EXIT_WRONG, gomem(command, file));
      assertEquals("", out());
      assertTrue(err().contains("undefined: x"), command);
    }
  }

  @Test
  void printsTheCompilersDecisions() throws IOException {
    assertEquals(0, gomem("escape", write("up.go", UP)));
    List<String> lines = out().lines().toList();
    assertEquals(1, lines.size(), out());
    assertTrue(lines.get(0).endsWith("up.go:4:2: moved to heap: number"), lines.get(0));
  }

  @Test
  void printsThePicture() throws IOException {
    String file = write("up.go", UP);
    assertEquals(0, gomem("show", file));
    assertTrue(out().contains("number"), out());
    assertFalse(out().contains("<div"));
    out.reset();
    assertEquals(0, gomem("show", "--placement", "simple", "--format", "html", file));
    assertTrue(out().contains("<div"), out());
  }

  @Test
  void assemblesANotebook() throws IOException {
    String notebook =
        """
        {"cells": [
          {"cell_type": "markdown", "source": "# words"},
          {"cell_type": "code", "source": ["num := 2\\n", "func add(i *int) int { return *i + 10 }"]},
          {"cell_type": "code", "source": "println(add(&num))"}
        ]}
        """;
    assertEquals(0, gomem("assemble", write("lesson.ipynb", notebook)), err());
    assertTrue(out().startsWith("package main\n"), out());
    assertTrue(out().contains("println(add(&num))"), out());
    assertFalse(out().contains("words"));
  }

  private int gomem(String... words) {
    PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Main(o, e).execute(words);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

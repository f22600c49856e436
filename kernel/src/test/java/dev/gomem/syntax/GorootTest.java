package dev.gomem.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Go's own sources and tests: our errors are gc's, and where there are none our tree is gc's:
 * kinds, all positions, starts and ends of nodes, and the short forms of expressions.
 */
class GorootTest {
  @Test
  void sourcesParseAsByGc() throws IOException {
    List<String> folders =
        List.of("fmt", "strings", "sort", "strconv", "math", "go", "cmd/compile/internal/types2");
    List<Path> files = new ArrayList<>();
    for (String folder : folders) {
      files.addAll(Go.filesBelow(Go.root("src/" + folder)));
    }
    assertTrue(files.size() > 500, files.size() + " files");
    compare(files);
  }

  @Test
  void testsParseAsByGc() throws IOException {
    Path folder = Go.root("test");
    if (!Files.isDirectory(folder)) {
      System.out.println("skipped: this Go has no test folder (0 files)");
      return;
    }
    compare(Go.filesBelow(folder));
  }

  private static void compare(List<Path> files) throws IOException {
    List<String> faults = new ArrayList<>();
    long bytes = 0;
    try (Oracle oracle = new Oracle()) {
      for (Path f : files) {
        byte[] text = Files.readAllBytes(f);
        bytes += text.length;
        String difference = oracle.difference(f.toString(), text);
        if (!difference.isEmpty()) {
          faults.add(difference);
        }
      }
    }
    System.out.println(files.size() + " files, " + bytes + " bytes, " + faults.size() + " differ");
    assertEquals("", String.join("\n", faults));
  }
}

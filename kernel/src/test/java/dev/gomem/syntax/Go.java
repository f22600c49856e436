package dev.gomem.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Go toolchain that tests compare with. A missing toolchain fails the test that asks for it.
 */
final class Go {
  private Go() {}

  /** What {@code go env NAME} prints. */
  static String env(String name) {
    return run(List.of("go", "env", name), Path.of(".")).strip();
  }

  /** A file or folder of GOROOT. */
  static Path root(String path) {
    return Path.of(env("GOROOT")).resolve(path);
  }

  /** Every Go file below a folder of GOROOT, in a fixed order. */
  static List<Path> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(p -> p.toString().endsWith(".go") && Files.isRegularFile(p))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command in a folder; throws if it fails. */
  static String run(List<String> command, Path folder) {
    try {
      Process p =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (p.waitFor() != 0) {
        throw new IllegalStateException(command + " failed: " + out);
      }
      return out;
    } catch (IOException e) {
      throw new IllegalStateException("Go is needed to compare with: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

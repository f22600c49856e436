package dev.gomem.types;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Go installation whose own test data and sources are run in place. */
final class GoRoot {
  private GoRoot() {}

  /** Asks {@code GOROOT}, else the {@code go} command. */
  static Path find() {
    String env = System.getenv("GOROOT");
    if (env != null && Files.isDirectory(Path.of(env, "src"))) {
      return Path.of(env);
    }
    try {
      Process p = new ProcessBuilder("go", "env", "GOROOT").redirectErrorStream(true).start();
      String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      if (p.waitFor() == 0 && Files.isDirectory(Path.of(out, "src"))) {
        return Path.of(out);
      }
      throw new IllegalStateException("no Go installation: " + out);
    } catch (IOException e) {
      throw new IllegalStateException("no go command", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

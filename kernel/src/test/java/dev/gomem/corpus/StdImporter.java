package dev.gomem.corpus;

import dev.gomem.session.Toolchain;
import dev.gomem.types.GoSources;
import dev.gomem.types.Importer;
import dev.gomem.types.Package;
import org.jspecify.annotations.Nullable;

/**
 * All of Go's own packages, checked from their sources, as our importer gives ours: of unexported
 * names nothing is known.
 */
final class StdImporter implements Importer {
  private final GoSources sources = new GoSources(false);

  @Override
  public @Nullable Package importPackage(String path) {
    return sources.importPackage(path);
  }

  @Override
  public boolean knows(String path) {
    return sources.knows(path);
  }

  @Override
  public String missing(String path) {
    String wrong = Toolchain.wrongPath(path);
    return wrong.isEmpty() ? Importer.super.missing(path) : wrong;
  }
}

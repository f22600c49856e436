package dev.gomem.session;

import dev.gomem.library.Library;
import java.util.Map;

/** The library as the build compiles it, for tests that run from a folder of classes. */
public final class Compiled {
  private static final Map<String, byte[]> PACKAGES = LibraryBuild.compile(Library.ofTexts());

  private Compiled() {}

  public static Map<String, byte[]> packages() {
    return PACKAGES;
  }

  public static Library library() {
    return new Library(PACKAGES::get);
  }
}

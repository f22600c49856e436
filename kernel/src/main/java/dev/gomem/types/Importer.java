package dev.gomem.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds packages. The same path always gives the same package. */
public interface Importer {
  /** Null if there is no such package. */
  @Nullable Package importPackage(String path);

  /**
   * Whether a message may say that a name is there but not exported. gc's export data leaves out
   * most unexported names, so {@code fmt.println} is undefined; a check against sources knows
   * better.
   */
  default boolean namesUnexported() {
    return false;
  }

  /** Whether the path is one of Go's packages, even if it can't be imported. */
  default boolean knows(String path) {
    return importPackage(path) != null;
  }

  /** The message for a path that has no package. */
  default String missing(String path) {
    return "package " + path + " is not in std";
  }

  /**
   * Paths of packages that a lesson cell may use without an import, by their name's use ({@code
   * fmt.Println}).
   */
  default List<String> pathsByName(String name) {
    return List.of();
  }
}

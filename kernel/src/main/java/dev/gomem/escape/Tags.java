package dev.gomem.escape;

import dev.gomem.types.Obj;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameter tags of functions that are not analysed now: the library's, and those of earlier cells.
 * A tag for each parameter, the receiver first. Library code has the same tags under both
 * placements.
 */
@FunctionalInterface
public interface Tags {
  /** Knows nothing: every argument of an unknown function leaks. */
  Tags UNKNOWN = (f, p) -> null;

  /** Null if the function is not known, which means that all its arguments leak. */
  @Nullable List<Tag> tags(Obj.Func f, Placement p);

  /** These tags, and those of {@code other} where these know nothing. */
  default Tags or(Tags other) {
    return (f, p) -> {
      List<Tag> t = tags(f, p);
      return t != null ? t : other.tags(f, p);
    };
  }
}

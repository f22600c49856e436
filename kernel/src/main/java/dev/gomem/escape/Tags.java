package dev.gomem.escape;

import dev.gomem.source.Phrase;
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

  /** How a function lets an argument reach the heap, if it is known; the receiver is the first. */
  default @Nullable Phrase keeps(Obj.Func f, int argument, Placement p) {
    return null;
  }

  /** These tags, and those of {@code other} where these know nothing. */
  default Tags or(Tags other) {
    Tags first = this;
    return new Tags() {
      @Override
      public @Nullable List<Tag> tags(Obj.Func f, Placement p) {
        List<Tag> t = first.tags(f, p);
        return t != null ? t : other.tags(f, p);
      }

      @Override
      public @Nullable Phrase keeps(Obj.Func f, int argument, Placement p) {
        return first.tags(f, p) != null ? first.keeps(f, argument, p) : other.keeps(f, argument, p);
      }
    };
  }
}

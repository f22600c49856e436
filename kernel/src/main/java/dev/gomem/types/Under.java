package dev.gomem.types;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Underlying types of all the types a type may stand for: itself, or each specific type of a type
 * parameter's constraint. Source: go/types' under.go.
 */
final class Under {
  private Under() {}

  /**
   * A condition on a pair of type and underlying type; both null where a type set has no specific
   * types.
   */
  @FunctionalInterface
  interface Cond {
    @Nullable TypeError test(@Nullable Type t, @Nullable Type u);
  }

  /** Either a type or the reason why there is none. */
  record Common(@Nullable Type type, @Nullable TypeError err) {}

  static boolean underIs(Type t, Predicate<@Nullable Type> f) {
    return all(t, (x, u) -> f.test(u));
  }

  /** Whether {@code f} holds for all pairs of type and underlying type in {@code t}'s type set. */
  static boolean all(Type t, BiPredicate<@Nullable Type, @Nullable Type> f) {
    return Types.unalias(t) instanceof TypeParam p ? p.typeset(f) : f.test(t, t.underlying());
  }

  /** The common underlying type or null, if the reason does not matter. */
  static @Nullable Type commonUnder(Type t) {
    return commonUnder(t, null).type();
  }

  /**
   * The one underlying type of all types in {@code t}'s type set. Channels of one element type
   * count as one as long as their directions agree; the more restricted one is the result. {@code
   * cond} is asked first, for each.
   */
  static Common commonUnder(Type t, @Nullable Cond cond) {
    var search =
        new BiPredicate<@Nullable Type, @Nullable Type>() {
          @Nullable Type ct;
          @Nullable Type cu;
          @Nullable TypeError err;

          @Override
          public boolean test(@Nullable Type t, @Nullable Type u) {
            err = step(t, u);
            return err == null;
          }

          private @Nullable TypeError step(@Nullable Type t, @Nullable Type u) {
            if (cond != null) {
              TypeError e = cond.test(t, u);
              if (e != null) {
                return e;
              }
            }
            if (t == null || u == null) {
              return new TypeError("no specific type");
            }
            if (cu == null) {
              ct = t;
              cu = u;
              return null;
            }
            if (cu instanceof Chan a && u instanceof Chan b) {
              if (!Predicates.identical(a.elem(), b.elem())) {
                return new TypeError("channels %s and %s have different element types", ct, t);
              }
              if (a.dir() == b.dir()) {
                return null;
              }
              if (a.dir() == dev.gomem.syntax.Expr.ChanDir.BOTH) {
                ct = t;
                cu = u;
              } else if (b.dir() != dev.gomem.syntax.Expr.ChanDir.BOTH) {
                return new TypeError("channels %s and %s have conflicting directions", ct, t);
              }
              return null;
            }
            if (!Predicates.identical(cu, u)) {
              return new TypeError("%s and %s have different underlying types", ct, t);
            }
            return null;
          }
        };
    all(t, search);
    return search.err != null ? new Common(null, search.err) : new Common(search.cu, null);
  }
}

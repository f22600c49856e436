package dev.gomem.types;

import org.jspecify.annotations.Nullable;

/**
 * Why a type does not fit: a message still to be formatted, since formatting costs and is often not
 * needed.
 */
record TypeError(String format, @Nullable Object... args) {
  /** As part of a message of {@code check}. */
  String format(Checker check) {
    return check.sprintf(format, args);
  }
}

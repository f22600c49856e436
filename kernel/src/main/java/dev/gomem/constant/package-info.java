/**
 * Exact constants, as Go's {@code go/constant}: booleans, strings, integers, rationals and big
 * floats, complex numbers, and their arithmetic, comparison and conversion. It knows nothing of
 * types or trees.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.constant;

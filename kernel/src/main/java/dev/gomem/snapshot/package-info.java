/**
 * What the tables show, as plain immutable records: one cell's picture, its moments, and at each
 * moment every stack, object and package variable, decoded. All that a view ever sees; no
 * behaviour, no words of ours (those are render's).
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.snapshot;

/**
 * Snapshots to views: one document of blocks is composed from a picture, and written as static HTML
 * and as plain text, so that both say the same. It sees records only; it knows nothing of the
 * machine or the compiler.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.render;

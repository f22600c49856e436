/**
 * Texts and places in them: cell text and file text as UTF-8 bytes, positions, and {@link
 * dev.gomem.source.Diagnostic}, the one type in which every stage reports the user's mistakes. It
 * knows nothing of Go's grammar or of any stage.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.source;

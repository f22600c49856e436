/**
 * Text to tree: scanner, parser with gc's messages and recovery, the sealed tree, and its printer.
 * Whole files and lesson cells are parsed alike. It knows nothing of types; trees are never changed
 * after the parser returns them.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.syntax;

/**
 * Ordered form to register code: frame layout, instruction selection straight into destinations,
 * and the maps that the collector, the stacks and the tables need (positions, scopes, live words).
 * In goes an {@code IrUnit}, out comes an immutable {@code CodeUnit}; it knows nothing of trees, of
 * escape analysis or of how code is run.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.codegen;

/**
 * What the compiler and the running machine agree on (gc's {@code internal/abi}): run-time type
 * descriptors with sizes, alignment, offsets and pointer maps, and the runtime's entry points. Data
 * only; it knows neither trees nor memory.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.layout;

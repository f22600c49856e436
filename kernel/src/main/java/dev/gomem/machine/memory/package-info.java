/**
 * The simulated memory: bytes, pages, size classes, spans and the allocator, as gc's runtime lays
 * them out. In: sizes and type descriptors; out: addresses and what is known about the object at an
 * address. It must not know instructions, frames or goroutines.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.machine.memory;

package dev.gomem.machine;

import dev.gomem.code.Site;
import dev.gomem.layout.RType;
import org.jspecify.annotations.Nullable;

/**
 * An allocated heap object.
 *
 * @param address of its first byte (behind the header word that objects above 512 bytes with
 *     pointers have)
 * @param size bytes asked for: {@code count} times the type's size
 * @param slotSize bytes taken: the size class, or whole pages
 * @param type of one element
 * @param count elements; 1 for what is no array behind a slice or string
 * @param site what asked for it, null for the runtime itself
 * @param sequence order of allocation, from 1, never reused
 * @param run number of the run (see {@link Machine#runs}) that allocated it
 * @param tiny shares its 16-byte slot with other small objects
 * @param reachable from the roots
 */
public record HeapObject(
    long address,
    long size,
    long slotSize,
    RType type,
    long count,
    @Nullable Site site,
    long sequence,
    int run,
    boolean tiny,
    boolean reachable) {}

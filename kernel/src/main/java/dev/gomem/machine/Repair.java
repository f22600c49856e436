package dev.gomem.machine;

import dev.gomem.code.Site;
import dev.gomem.layout.RType;

/**
 * Something of a session's {@code main} frame that goes to the heap before the next cell's first
 * instruction, because that cell lets its address outlive the frame.
 *
 * @param depth bytes from the frame's top (the saved frame pointer) down to its first byte
 * @param slot depth of the word that gets its new address, or -1 if only pointers to it are
 *     adjusted
 */
public record Repair(int depth, RType type, Site site, int slot) {}

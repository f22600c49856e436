/**
 * Machine to snapshot: decodes an image of the memory by type, as a debugger does, into the records
 * that views show. It keeps no second account of what the learner should see; it has no words of
 * its own.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.trace;

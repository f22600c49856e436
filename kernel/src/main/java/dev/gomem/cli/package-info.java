/**
 * The command line. In go the words of the user's call, out come text on the standard streams and
 * an exit code. It must not know how a stage works: it asks the session for all that a stage does.
 */
@NullMarked
package dev.gomem.cli;

import org.jspecify.annotations.NullMarked;

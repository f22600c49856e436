/**
 * The adapter to Jupyter: in come messages over five sockets, out go replies and outputs; between
 * them one call to the session for each cell. From jupyter-jvm-basekernel it takes the connection
 * properties, the signatures, the message types with their contents and the MIME bundles; loops,
 * threads and envelopes are its own. It must not know how a cell is compiled, run or drawn.
 */
@NullMarked
package dev.gomem.jupyter;

import org.jspecify.annotations.NullMarked;

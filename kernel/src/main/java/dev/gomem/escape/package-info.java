/**
 * Where things live: gc's escape analysis (cmd/compile/internal/escape) over checked trees. Goes
 * in: functions with their {@code Info}; comes out: for each site a verdict and its reason under
 * both placements, parameter tags, and how closures capture. It knows nothing of code or memory.
 *
 * <p>{@link dev.gomem.escape.Escape} has the ways in and the order of the passes.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.escape;

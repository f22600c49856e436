package dev.gomem.ir;

/**
 * An expression whose calls have already been evaluated into temporaries (gc: order); {@link #get}
 * does the rest (gc: walk), once: it may emit allocations and runtime calls, and returns what reads
 * variables and memory only when the statement that uses it runs. So {@code x + f()} reads {@code
 * x} after the call, as gc does.
 */
@FunctionalInterface
interface Ordered {
  IrExpr get();
}

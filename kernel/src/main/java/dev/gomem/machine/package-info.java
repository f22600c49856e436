/**
 * The machine that runs register code: loads units, executes them over one flat memory, and answers
 * how memory, stacks and goroutines stand. In: {@link dev.gomem.code.CodeUnit}; out: {@link
 * dev.gomem.machine.Outcome}, output bytes and {@link dev.gomem.machine.Image}. It must not know
 * how code was made (syntax, types, placement) nor how it is shown.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.machine;

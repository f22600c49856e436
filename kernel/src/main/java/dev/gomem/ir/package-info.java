/**
 * Checked trees to an ordered, explicit form: control flow as labels and jumps, evaluation order as
 * statements with temporaries, every check, conversion, implicit call and allocation site written
 * out (gc: walk and order). Expressions that remain have no side effects. It knows nothing of
 * registers or opcodes.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.ir;

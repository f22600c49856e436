/**
 * Register code as data: the opcode table, functions with their frames, line, scope and pointer
 * maps, allocation sites, and their written form. Interpreter, disassembler, verifier and later the
 * compiled tier take their facts from here. It knows nothing of how code is made or run.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.code;

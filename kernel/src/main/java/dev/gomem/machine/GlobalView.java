package dev.gomem.machine;

import dev.gomem.code.CodeUnit.Global;

/** A package variable at its address. */
public record GlobalView(Global global, long address) {}

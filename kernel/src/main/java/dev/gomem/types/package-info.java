/**
 * Trees to typed trees: types, objects, scopes and the checker, with gc's messages. Goes in: parsed
 * files or a lesson cell and what earlier cells declared; comes out: {@link dev.gomem.types.Info},
 * side tables over the tree, and diagnostics. It knows nothing of memory beyond sizes, and nothing
 * of what runs.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.types;

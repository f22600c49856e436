/**
 * The Go packages that programs may import: their Go text (a resource, compiled like any other Go),
 * and Java bodies only for what Go cannot say or what must be quick. A body is a leaf: it never
 * calls Go. It knows nothing of how packages are compiled or of cells.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.library;

package dev.gomem.session;

import dev.gomem.source.Source;
import dev.gomem.syntax.Node;
import dev.gomem.types.CellResult;
import org.jspecify.annotations.Nullable;

/**
 * A lesson cell that ran.
 *
 * @param left why a Go file cannot say what it did ({@code left.panic}: a key of the catalogue), or
 *     null
 */
record CellRecord(
    int count, Source source, Node.Cell tree, CellResult result, @Nullable String left) {}

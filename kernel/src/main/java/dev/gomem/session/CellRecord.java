package dev.gomem.session;

import dev.gomem.source.Source;
import dev.gomem.syntax.Node;
import dev.gomem.types.CellResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lesson cell that ran.
 *
 * @param carried what of earlier cells was compiled again with it
 * @param left why a Go file cannot say what it did ({@code left.panic}: a key of the catalogue), or
 *     null
 */
record CellRecord(
    int count,
    Source source,
    Node.Cell tree,
    CellResult result,
    List<Versions.Carried> carried,
    @Nullable String left) {}

package dev.gomem.escape;

import dev.gomem.syntax.Node;
import dev.gomem.types.Obj;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell's verdicts, the graph of {@code main} with its lines added, and what its lines force to
 * the heap of what earlier cells put on the stack.
 */
public record CellResult(EscapeResult result, CellGraph after, List<Repair> repairs) {
  /**
   * Something of an earlier cell that escapes only now. In {@code site} a verdict is heap only for
   * the placements under which this cell changed it.
   *
   * @param variable the local of {@code main}, or null for what an expression made
   * @param node the expression that made it, or null for a variable
   */
  public record Repair(Obj.@Nullable Var variable, @Nullable Node node, AllocSite site) {}

  /** What must be moved to the heap before the cell runs, if the placement is in force. */
  public List<Repair> repairs(Placement p) {
    return repairs.stream().filter(r -> r.site().verdict(p).heap()).toList();
  }
}

package dev.gomem.session.whatif;

import dev.gomem.escape.AllocSite;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import java.util.List;

/** Makes the body of a loop a function of its own, so that its deferred calls run each round. */
record BodyInFunction() implements Strategy {
  @Override
  public String key() {
    return "body";
  }

  @Override
  public List<Edits> candidates(Case c) {
    boolean deferred =
        c.site.kind() == AllocSite.Kind.DEFER
            || c.site.gc().chain().stream().anyMatch(f -> f.why().equals("defer in a loop"));
    Node at = c.node();
    if (!deferred || at == null) {
      return List.of();
    }
    Stmt.ForStmt loop = c.loop(at);
    if (loop == null) {
      return List.of();
    }
    Edits e = c.edits();
    String indent = c.indent(loop);
    e.insert(loop.body().pos().offset() + 1, "\n" + indent + "\tfunc() {");
    e.insert(loop.body().rbrace().offset(), "\t}()\n" + indent);
    return List.of(e);
  }
}

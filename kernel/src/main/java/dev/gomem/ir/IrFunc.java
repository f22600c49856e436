package dev.gomem.ir;

import dev.gomem.escape.AllocSite;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function in ordered form.
 *
 * @param symbol unique link name
 * @param name as tracebacks print it
 * @param params receiver first
 * @param locals named variables and captures in order of declaration, then temporaries
 * @param javaBody symbol of the Java body if the function has no Go body, else null
 */
public record IrFunc(
    String symbol,
    String name,
    @Nullable Source source,
    Pos pos,
    Pos end,
    Kind kind,
    List<Var> params,
    List<Var> results,
    List<Var> locals,
    List<IrStmt> body,
    List<AllocSite> sites,
    boolean closure,
    @Nullable String javaBody) {

  /** As {@code code.Function.Kind}. */
  public enum Kind {
    USER,
    MAIN,
    WRAPPER,
    LIBRARY
  }
}

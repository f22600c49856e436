package dev.gomem.escape;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Stage;
import dev.gomem.types.Array;
import dev.gomem.types.Struct;
import dev.gomem.types.Type;
import java.util.Comparator;
import java.util.List;

/**
 * What {@code print} and {@code println} cannot print. gc's checker lets structs and arrays pass;
 * they are refused when code is made, so never in code that is not reached or of generic functions
 * without instances. Source: walkPrint in cmd/compile/internal/walk/builtin.go.
 */
final class PrintOperands {
  private final Format format;
  private final List<Diagnostic> faults;

  private PrintOperands(Format format, List<Diagnostic> faults) {
    this.format = format;
    this.faults = faults;
  }

  static void run(List<Func> funcs, Format format, List<Diagnostic> faults) {
    PrintOperands pass = new PrintOperands(format, faults);
    funcs.forEach(f -> f.body.forEach(pass::visit));
    faults.sort(Comparator.comparing(Diagnostic::pos)); // as gc sorts all it has to say
  }

  private void visit(Tree t) {
    if (t instanceof Tree.Call c && (c.op == Op.PRINT || c.op == Op.PRINTLN)) {
      for (Tree x : c.args) {
        Type under = x.type.underlying();
        if (under instanceof Array || under instanceof Struct) {
          String text = "illegal types for operand: print\n\t" + format.type(x.type);
          Diagnostic d = Diagnostic.of(c.pos, "InvalidCall", text, Stage.ESCAPE);
          if (!faults.contains(d)) {
            faults.add(d);
          }
        }
      }
    }
    t.children(this::visit);
  }
}

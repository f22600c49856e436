package dev.gomem.types;

import dev.gomem.source.Diagnostic;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked lesson cell.
 *
 * @param after what the next cell sees; the same as before if there are diagnostics
 * @param info tables over the cell's tree; {@link Info#initOrder} has its package variables
 * @param packageObjects functions and methods ({@code init} too), types, constants, variables
 *     declared at package level, in order, blank ones included
 * @param packageDecls the declarations that are package level, in order
 * @param statements the lines of {@code main}, in order; variable declarations that are lines of
 *     main are among them
 * @param locals the variables of {@code main} that the statements declare, in order
 * @param result the last statement's expression if it has a value (possibly several: a tuple), else
 *     null
 * @param imports packages imported by the cell, those used without an import included
 * @param undo takes back the methods that the cell gave to types of earlier cells; to be run when
 *     the cell is not run after all, or is undone. Nothing else of what was before has changed.
 *     Already run if there are diagnostics.
 * @param diagnostics as gc would print them
 */
public record CellResult(
    CellScope after,
    Info info,
    List<Obj> packageObjects,
    List<Decl> packageDecls,
    List<Stmt> statements,
    List<Obj.Var> locals,
    @Nullable Expr result,
    List<Obj.PkgName> imports,
    Runnable undo,
    List<Diagnostic> diagnostics) {
  public boolean ok() {
    return diagnostics.isEmpty();
  }
}

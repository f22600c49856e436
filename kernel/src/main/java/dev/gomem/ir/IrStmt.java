package dev.gomem.ir;

import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements in order of execution. */
public sealed interface IrStmt {
  /** A jump target; compared by identity. */
  final class Label {
    private final String hint;

    public Label(String hint) {
      this.hint = hint;
    }

    @Override
    public String toString() {
      return hint;
    }
  }

  /** A statement of the program begins: a step. */
  record Mark(Pos pos) implements IrStmt {}

  /** The variable comes into scope (its declaration is completed by what came before). */
  record VarStart(Var v) implements IrStmt {}

  /** The variable leaves its scope. */
  record VarEnd(Var v) implements IrStmt {}

  /** {@code value} is evaluated completely, then stored; place and value may overlap. */
  record Assign(IrExpr place, IrExpr value, Pos pos) implements IrStmt {}

  /** {@code dst} = address of a new zeroed object. */
  record New(Var dst, RType type, AllocSite site, Pos pos) implements IrStmt {}

  /**
   * {@code results.get(i)} is null where a result is dropped. For a method {@code args.get(0)} is
   * the data word.
   */
  record Call(
      Target target,
      List<IrExpr> args,
      List<@Nullable Var> results,
      List<RType> resultTypes,
      Pos pos)
      implements IrStmt {}

  /** What is called. */
  sealed interface Target {
    record Static(String symbol) implements Target {}

    record Closure(IrExpr fn) implements Target {}

    record Method(IrExpr itab, int index) implements Target {}
  }

  /** A call of the runtime. */
  record Runtime(
      RuntimeFn fn,
      List<IrExpr> args,
      List<@Nullable Var> results,
      List<RType> resultTypes,
      @Nullable RType aux,
      @Nullable AllocSite site,
      Pos pos)
      implements IrStmt {}

  record LabelDef(Label label) implements IrStmt {}

  record Jump(Label target, Pos pos) implements IrStmt {}

  /** {@code cond} is a bool; code generation fuses comparisons. */
  record Branch(IrExpr cond, Label yes, Label no, Pos pos) implements IrStmt {}

  /**
   * Leaves the function; results stand in the result variables (deferred calls have been run by
   * RunDefers).
   */
  record Return(Pos pos) implements IrStmt {}

  /**
   * @param onHeap the record goes to the heap (defer in a loop), else it has room in the frame
   */
  record Defer(IrExpr fn, boolean onHeap, Pos pos) implements IrStmt {}

  /**
   * Also the place where a recovered panic resumes: every function with Defer has one, followed by
   * Return.
   */
  record RunDefers(Pos pos) implements IrStmt {}

  record Go(IrExpr fn, Pos pos) implements IrStmt {}

  /** The panicking expression or call before it does not return. */
  record Unreachable(Pos pos) implements IrStmt {}
}

package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills {@link Info}. Source: go/types' recording.go. */
final class Recording {
  private final Checker check;

  Recording(Checker check) {
    this.check = check;
  }

  void record(Operand x) {
    throw new UnsupportedOperationException();
  }

  void recordUntyped() {
    throw new UnsupportedOperationException();
  }

  void recordTypeAndValue(Expr x, Info.Mode mode, Type typ, @Nullable Constant val) {
    throw new UnsupportedOperationException();
  }

  void recordBuiltinType(Expr f, Signature sig) {
    throw new UnsupportedOperationException();
  }

  void recordCommaOkTypes(Expr x, List<Operand> a) {
    throw new UnsupportedOperationException();
  }

  /** {@code expr} is a name, a selector with a name, or one of them indexed. */
  void recordInstance(Expr expr, List<Type> targs, Type typ) {
    throw new UnsupportedOperationException();
  }

  void recordDef(Expr.Name id, @Nullable Obj obj) {
    throw new UnsupportedOperationException();
  }

  void recordUse(Expr.Name id, Obj obj) {
    throw new UnsupportedOperationException();
  }

  void recordImplicit(Node node, Obj obj) {
    throw new UnsupportedOperationException();
  }

  void recordSelection(
      Expr.SelectorExpr x, Selection.Kind kind, Type recv, Obj obj, List<Integer> index, boolean indirect) {
    throw new UnsupportedOperationException();
  }

  void recordScope(Node node, Scope scope) {
    throw new UnsupportedOperationException();
  }
}

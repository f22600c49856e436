package dev.gomem.types;

import dev.gomem.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks identifiers and type expressions. Source: go/types' typexpr.go. */
final class TypeExprs {
  private final Checker check;

  TypeExprs(Checker check) {
    this.check = check;
  }

  void ident(Operand x, Expr.Name e, boolean wantType) {
    throw new UnsupportedOperationException();
  }

  Type typ(Expr e) {
    throw new UnsupportedOperationException();
  }

  Type varType(Expr e) {
    throw new UnsupportedOperationException();
  }

  void validVarType(Expr e, Type typ) {
    throw new UnsupportedOperationException();
  }

  Type definedType(Expr e, Obj.@Nullable TypeName def) {
    throw new UnsupportedOperationException();
  }

  Type genericType(Expr e, @Nullable Cause cause) {
    throw new UnsupportedOperationException();
  }

  /** Negative if invalid. */
  long arrayLength(Expr e) {
    throw new UnsupportedOperationException();
  }

  /** Null if one of the types is invalid. */
  @Nullable List<Type> typeList(List<Expr> list) {
    throw new UnsupportedOperationException();
  }
}

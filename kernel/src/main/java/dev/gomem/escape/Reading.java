package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Info;
import dev.gomem.types.Obj;
import dev.gomem.types.Selection;
import dev.gomem.types.Type;
import dev.gomem.types.TypeEnv;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checker found about a body, read with one list of type arguments: every type that comes
 * out is closed. Other code is read with none.
 */
record Reading(Info info, TypeEnv env) {
  Type typeOf(Expr e) {
    return env.apply(info.typeOf(e));
  }

  Type apply(Type t) {
    return env.apply(t);
  }

  /** A type parameter is in it, or a type declared in the generic function. */
  boolean derived(Type open) {
    return !env.isEmpty() && env.apply(open) != open;
  }

  /** As the checker has it: type parameters are themselves. */
  Type openType(Expr e) {
    return info.typeOf(e);
  }

  Info.@Nullable TypeAndValue typeAndValue(Expr e) {
    Info.TypeAndValue tv = info.typeAndValue(e);
    if (tv == null || env.isEmpty()) {
      return tv;
    }
    Type t = env.apply(tv.type());
    return t == tv.type() ? tv : new Info.TypeAndValue(tv.mode(), t, tv.value());
  }

  @Nullable Constant constantOf(Expr e) {
    return info.constantOf(e);
  }

  @Nullable Obj use(Expr.Name n) {
    return info.use(n);
  }

  @Nullable Obj def(Expr.Name n) {
    return info.def(n);
  }

  @Nullable Obj implicit(Node n) {
    return info.implicit(n);
  }

  @Nullable Selection selection(Expr.SelectorExpr e) {
    return info.selection(e);
  }

  Stmt statement(Stmt s) {
    return info.statement(s);
  }

  boolean isRangeBody(Expr.FuncLit lit) {
    return info.isRangeBody(lit);
  }

  Obj.@Nullable Var deferAt(Stmt.CallStmt s) {
    return info.deferAt(s);
  }

  @Nullable String resultName(Obj.Var v) {
    return info.resultName(v);
  }

  /** Type arguments of a generic name's use; null if it is none. */
  @Nullable List<Type> typeArgs(Expr.Name n) {
    Info.Instance i = info.instance(n);
    return i == null ? null : env.applyAll(i.typeArgs());
  }

  /** As {@link #typeArgs}, with type parameters. */
  List<Type> openTypeArgs(Expr.Name n) {
    Info.Instance i = info.instance(n);
    return i == null ? List.of() : i.typeArgs();
  }

  /** A generic name is used with type arguments that are not the same in each instance. */
  boolean derived(Expr.Name n) {
    Info.Instance i = info.instance(n);
    return i != null && i.typeArgs().stream().anyMatch(this::derived);
  }
}

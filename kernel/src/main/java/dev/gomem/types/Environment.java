package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the checker stands: what is valid only for the object or function being checked. Whoever
 * turns to another object puts a new one into {@link Checker#env} and the old one back afterwards.
 */
final class Environment {
  /** Package-level declaration whose initialiser or body is checked. */
  @Nullable DeclInfo decl;

  /** Innermost scope for look-ups. */
  Scope scope;

  /** Value of iota in a constant declaration. */
  @Nullable Constant iota;

  /** Name of a constant with an inherited initialiser: errors stand there. */
  Pos errpos = Pos.NONE;

  boolean inTParamList;

  /** Signature of the function being checked. */
  @Nullable Signature sig;

  /** Calls of panic, for the check of missing returns; null outside functions. */
  @Nullable Set<Expr.CallExpr> isPanic;

  boolean hasLabel;
  boolean hasRangeFunc;
  boolean hasCallOrRecv;

  Environment(Scope scope) {
    this.scope = scope;
  }

  @Nullable Obj lookup(String name) {
    for (Scope s = scope; s != null; s = s.parent()) {
      Obj obj = s.lookup(name);
      if (obj != null) {
        return obj;
      }
    }
    return null;
  }

  /** The scope that {@link #lookup} finds the name in. */
  @Nullable Scope lookupScope(String name) {
    for (Scope s = scope; s != null; s = s.parent()) {
      if (s.lookup(name) != null) {
        return s;
      }
    }
    return null;
  }

  void addPanic(Expr.CallExpr call) {
    if (isPanic == null) {
      isPanic = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    isPanic.add(call);
  }
}

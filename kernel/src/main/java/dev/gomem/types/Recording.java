package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@link Info}. Untyped expressions are recorded when their final type is known. Source:
 * recording.go.
 */
final class Recording {
  private final Checker check;

  Recording(Checker check) {
    this.check = check;
  }

  void record(Operand x) {
    Expr e = x.expr;
    if (e == null) {
      throw new IllegalStateException("operand without expression");
    }
    Type typ =
        switch (x.mode) {
          case INVALID -> Universe.INVALID;
          case NO_VALUE -> Tuple.EMPTY;
          default -> x.type;
        };
    Constant val = x.mode == Info.Mode.CONSTANT ? x.val : null;
    if (typ instanceof Basic b && b.isUntyped()) {
      check.rememberUntyped(e, false, x.mode, b, val);
    } else {
      recordTypeAndValue(e, x.mode, typ, val);
    }
  }

  void recordUntyped() {
    // Order does not matter: every entry goes to a table of its own key.
    for (Map.Entry<Expr, Checker.ExprInfo> e : check.untyped.entrySet()) {
      Checker.ExprInfo i = e.getValue();
      recordTypeAndValue(e.getKey(), i.mode(), i.type(), i.val());
    }
  }

  void recordTypeAndValue(Expr x, Info.Mode mode, Type typ, @Nullable Constant val) {
    if (mode != Info.Mode.INVALID) {
      check.info.types.put(x, new Info.TypeAndValue(mode, typ, val));
    }
  }

  /** {@code f}: a builtin's name, possibly qualified or in parentheses. */
  void recordBuiltinType(Expr f, Signature sig) {
    Expr e = f;
    while (true) {
      recordTypeAndValue(e, Info.Mode.BUILTIN, sig, null);
      if (!(e instanceof Expr.ParenExpr p)) {
        return;
      }
      e = p.x();
    }
  }

  /** {@code x} is used as {@code v, ok = x}: its type becomes that of a pair. */
  void recordCommaOkTypes(Expr x, List<Operand> a) {
    if (a.getFirst().mode == Info.Mode.INVALID) {
      return;
    }
    Type t0 = a.get(0).type;
    Type t1 = a.get(1).type;
    Expr e = x;
    while (true) {
      Info.TypeAndValue tv = check.info.types.get(e);
      if (tv == null) {
        throw new IllegalStateException("not recorded yet");
      }
      Pos pos = e.pos();
      Tuple pair =
          new Tuple(
              List.of(
                  new Obj.Var(pos, check.pkg, "", t0, Obj.VarKind.LOCAL_VAR),
                  new Obj.Var(pos, check.pkg, "", t1, Obj.VarKind.LOCAL_VAR)));
      check.info.types.put(e, new Info.TypeAndValue(tv.mode(), pair, tv.value()));
      if (!(e instanceof Expr.ParenExpr p)) {
        return;
      }
      e = p.x();
    }
  }

  /** {@code expr} is a name, a selector with a name, or one of them indexed. */
  void recordInstance(Expr expr, List<Type> targs, Type typ) {
    Expr e = expr instanceof Expr.IndexExpr i ? i.x() : expr;
    Expr.Name name =
        switch (e) {
          case Expr.Name n -> n;
          case Expr.SelectorExpr s -> s.sel();
          default -> throw new IllegalArgumentException("no instantiated name");
        };
    check.info.instances.put(name, new Info.Instance(List.copyOf(targs), typ));
  }

  void recordDef(Expr.Name id, @Nullable Obj obj) {
    if (obj != null) {
      check.info.defs.put(id, obj);
    }
  }

  void recordUse(Expr.Name id, Obj obj) {
    check.info.uses.put(id, obj);
    if (check.cell != null) {
      check.cell.use(id, obj);
    }
  }

  void recordImplicit(Node node, Obj obj) {
    check.info.implicits.put(node, obj);
  }

  void recordSelection(
      Expr.SelectorExpr x,
      Selection.Kind kind,
      Type recv,
      Obj obj,
      List<Integer> index,
      boolean indirect) {
    recordUse(x.sel(), obj);
    check.info.selections.put(x, new Selection(kind, recv, obj, index, indirect));
  }

  void recordScope(Node node, Scope scope) {
    check.info.scopes.put(node, scope);
  }
}

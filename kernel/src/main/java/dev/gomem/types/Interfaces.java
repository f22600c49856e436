package dev.gomem.types;

import dev.gomem.syntax.Expr;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Checks interface types. Source: go/types' interface.go, spec section "Interface types". */
final class Interfaces {
  private final Checker check;

  Interfaces(Checker check) {
    this.check = check;
  }

  /**
   * {@code def}: the name whose declaration this is the right side of; its type becomes the
   * methods' receiver.
   */
  void interfaceType(Interface ityp, Expr.InterfaceType iface, Obj.@Nullable TypeName def) {
    ityp.embedPos = new ArrayList<>();
    for (Expr.Field f : iface.methods()) {
      Expr.Name id = f.name();
      if (id == null) {
        ityp.embeddeds.add(check.unions.parseUnion(f.type()));
        if (ityp.embedPos != null) {
          ityp.embedPos.add(Errors.atPos(f.type()));
        }
        continue;
      }
      if (id.value().equals("_")) {
        check.error(id, Code.BLANK_IFACE_METHOD, "methods must have a unique non-blank name");
        continue;
      }
      Type typ = check.typeExprs.typ(f.type());
      if (!(typ instanceof Signature sig)) {
        if (Predicates.isValid(typ)) {
          check.errorf(f.type(), Code.INVALID_SYNTAX_TREE, "%s is not a method signature", typ);
        }
        continue;
      }
      Type recvTyp = ityp;
      if (def != null) {
        Named named = Types.asNamed(def.typeOrNull());
        if (named != null) {
          recvTyp = named;
        }
      }
      sig.setRecv(new Obj.Var(id.pos(), check.pkg, "", recvTyp, Obj.VarKind.RECV_VAR));
      Obj.Func m = new Obj.Func(id.pos(), check.pkg, id.value(), sig);
      check.recording.recordDef(id, m);
      ityp.methods.add(m);
    }
    ityp.complete = true;
    if (ityp.methods.isEmpty() && ityp.embeddeds.isEmpty()) {
      ityp.setTypeSet(TypeSet.TOP);
      return;
    }
    check.interfaceTypes.add(iface);
    TypeSets.sortMethods(ityp.methods);
    check.later(() -> TypeSets.computeInterfaceTypeSet(check, iface.pos(), ityp));
  }
}

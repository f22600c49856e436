package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks struct types. Source: go/types' struct.go, spec section "Struct types". */
final class Structs {
  private final Checker check;

  Structs(Checker check) {
    this.check = check;
  }

  void structType(Struct styp, Expr.StructType e) {
    List<Obj.Var> fields = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    Map<String, Obj> fset = new HashMap<>();
    Type typ = Universe.INVALID;
    Expr prev = null;
    for (int i = 0; i < e.fields().size(); i++) {
      Expr.Field f = e.fields().get(i);
      // Fields declared together share the type.
      if (prev == null || f.type() != prev) {
        typ = check.typeExprs.varType(f.type());
        prev = f.type();
      }
      String tag = i < e.tags().size() ? tag(e.tags().get(i)) : "";
      if (f.name() != null) {
        add(fields, tags, fset, f.name(), typ, tag, false);
        continue;
      }
      Pos pos = Errors.startPos(f.type());
      Expr.Name name = embeddedFieldIdent(f.type());
      if (name == null) {
        check.errorf(pos, Code.INVALID_SYNTAX_TREE, "invalid embedded field type %s", f.type());
        typ = Universe.INVALID;
        add(fields, tags, fset, new Expr.Name(pos, "_"), typ, "", true);
        continue;
      }
      add(fields, tags, fset, name, typ, tag, true);
      Type embedded = typ;
      check.later(() -> checkEmbedded(pos, embedded));
    }
    styp.set(fields, tags);
  }

  private void add(
      List<Obj.Var> fields,
      List<String> tags,
      Map<String, Obj> fset,
      Expr.Name ident,
      Type typ,
      String tag,
      boolean embedded) {
    Obj.Var fld =
        new Obj.Var(ident.pos(), check.pkg, ident.value(), typ, Obj.VarKind.FIELD_VAR, embedded);
    if (ident.value().equals("_") || declareInSet(fset, ident.pos(), fld)) {
      fields.add(fld);
      tags.add(tag);
      check.recording.recordDef(ident, fld);
    }
  }

  private void checkEmbedded(Pos pos, Type embedded) {
    Lookup.Deref d = Lookup.deref(embedded);
    Type t = d.type();
    switch (t.underlying()) {
      case Basic b -> {
        if (b.kind() == Basic.Kind.UNSAFE_POINTER) {
          check.error(pos, Code.INVALID_PTR_EMBED, "embedded field type cannot be unsafe.Pointer");
        }
      }
      case Pointer p ->
          check.error(pos, Code.INVALID_PTR_EMBED, "embedded field type cannot be a pointer");
      case Interface i -> {
        if (Predicates.isTypeParam(t)) {
          check.error(
              pos,
              Code.MISPLACED_TYPE_PARAM,
              "embedded field type cannot be a (pointer to a) type parameter");
        } else if (d.isPtr()) {
          check.error(
              pos,
              Code.INVALID_PTR_EMBED,
              "embedded field type cannot be a pointer to an interface");
        }
      }
      default -> {}
    }
  }

  /** The name of an embedded field of the given type, or null if that can't be embedded. */
  static Expr.@Nullable Name embeddedFieldIdent(Expr e) {
    return switch (e) {
      case Expr.Name n -> n;
      case Expr.Operation op -> {
        Expr base = ptrBase(op);
        yield base == null || (base instanceof Expr.Operation b && ptrBase(b) != null)
            ? null
            : embeddedFieldIdent(base);
      }
      case Expr.SelectorExpr s -> s.sel();
      case Expr.IndexExpr i -> embeddedFieldIdent(i.x());
      default -> null;
    };
  }

  private static @Nullable Expr ptrBase(Expr.Operation x) {
    return x.op() == Operator.MUL && x.y() == null ? x.x() : null;
  }

  private boolean declareInSet(Map<String, Obj> set, Pos pos, Obj obj) {
    Obj alt = set.putIfAbsent(obj.qualifiedId(), obj);
    if (alt != null) {
      ErrorDesc err = check.newError(Code.DUPLICATE_DECL);
      err.addf(pos, "%s redeclared", obj.name());
      err.addAltDecl(alt);
      err.report();
      return false;
    }
    return true;
  }

  private String tag(Expr.@Nullable BasicLit t) {
    if (t == null || t.bad()) {
      return "";
    }
    if (t.kind() == Expr.LitKind.STRING) {
      Constant c = Constants.stringLiteral(t.value());
      if (c instanceof Constant.Str) {
        return Constants.stringValue(c);
      }
    }
    check.errorf(t, Code.INVALID_SYNTAX_TREE, "incorrect tag syntax: %q", t.value());
    return "";
  }
}

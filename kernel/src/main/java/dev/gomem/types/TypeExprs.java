package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks identifiers and type expressions. Whatever needs the underlying type of a type being
 * declared is delayed until it is set up. Source: go/types' typexpr.go, spec section "Types".
 */
final class TypeExprs {
  private final Checker check;

  TypeExprs(Checker check) {
    this.check = check;
  }

  /** Sets {@code x} to what the name stands for. {@code wantType}: it has to be a type. */
  void ident(Operand x, Expr.Name e, boolean wantType) {
    x.mode = Info.Mode.INVALID;
    x.expr = e;
    Scope scope = check.env.lookupScope(e.value());
    Obj obj = scope != null ? scope.lookup(e.value()) : null;
    if (obj == null || scope == null) {
      if (e.value().equals("_")) {
        check.error(e, Code.INVALID_BLANK, "cannot use _ as value or type");
      } else if (Predicates.isValidName(e.value())) {
        check.undefined(e);
      }
      return;
    }
    if (obj == Universe.COMPARABLE.obj() || obj == Universe.ANY.obj()) {
      if (!check.verifyVersionf(e, 18, "predeclared %s", e.value())) {
        return;
      }
    }
    check.recording.recordUse(e, obj);
    boolean gotType = obj instanceof Obj.TypeName;
    if (!gotType && wantType) {
      check.errorf(
          e, Code.NOT_A_TYPE, "%s (%s) is not a type", obj.name(), ObjString.objectKind(obj));
      if (obj instanceof Obj.Var v && v.pkg() == check.pkg) {
        v.used = true;
      }
      return;
    }
    // A type name of this package goes through objDecl even if it has a type: it may be a cycle.
    if (obj.typeOrNull() == null
        || (gotType && wantType && obj.pkg() == check.pkg && check.objPathIdx.containsKey(obj))) {
      check.decls.objDecl(obj);
    }
    Type typ = obj.type();
    Map<String, Obj.PkgName> dots = check.dotImports.get(scope);
    if (dots != null) {
      Obj.PkgName pkgName = dots.get(obj.name());
      if (pkgName != null) {
        pkgName.used = true;
      }
    }
    switch (obj) {
      case Obj.PkgName p -> {
        check.errorf(e, Code.INVALID_PKG_USE, "use of package %s not in selector", p.name());
        return;
      }
      case Obj.Const c -> {
        check.addDeclDep(c);
        if (!Predicates.isValid(typ)) {
          return;
        }
        if (c == Universe.IOTA) {
          if (check.env.iota == null) {
            check.error(e, Code.INVALID_IOTA, "cannot use iota outside constant declaration");
            return;
          }
          x.val = check.env.iota;
        } else {
          x.val = c.value();
        }
        x.mode = Info.Mode.CONSTANT;
      }
      case Obj.TypeName t -> x.mode = Info.Mode.TYPE_EXPR;
      case Obj.Var v -> {
        if (v.pkg() == check.pkg) {
          v.used = true;
        }
        check.addDeclDep(v);
        if (!Predicates.isValid(typ)) {
          return;
        }
        x.mode = Info.Mode.VARIABLE;
      }
      case Obj.Func f -> {
        check.addDeclDep(f);
        x.mode = Info.Mode.VALUE;
      }
      case Obj.Builtin b -> {
        x.id = b.id();
        x.mode = Info.Mode.BUILTIN;
      }
      case Obj.Nil n -> x.mode = Info.Mode.NIL_VALUE;
      case Obj.Label l -> throw new IllegalStateException("label in a scope of objects");
    }
    x.type = typ;
  }

  /** The type of a type expression, Invalid if it is none. Not a generic type without arguments. */
  Type typ(Expr e) {
    return declaredType(e, null);
  }

  /** Like {@link #typ}, for a variable: the type must not be a constraint. */
  Type varType(Expr e) {
    Type typ = declaredType(e, null);
    validVarType(e, typ);
    return typ;
  }

  void validVarType(Expr e, Type typ) {
    if (Predicates.isTypeParam(typ)) {
      return;
    }
    check.later(() -> {
      if (!(typ.underlying() instanceof Interface t)) {
        return;
      }
      Pos pos = Errors.startPos(e);
      TypeSet tset = TypeSets.computeInterfaceTypeSet(check, pos, t);
      if (!tset.isMethodSet()) {
        check.softErrorf(
            pos,
            Code.MISPLACED_CONSTRAINT_IFACE,
            tset.comparable()
                ? "cannot use type %s outside a type constraint: interface is (or embeds)"
                    + " comparable"
                : "cannot use type %s outside a type constraint: interface contains type"
                    + " constraints",
            typ);
      }
    });
  }

  /** Like {@link #typ}; {@code def} is the name whose declaration's right side {@code e} is. */
  Type declaredType(Expr e, Obj.@Nullable TypeName def) {
    Type typ = typInternal(e, def);
    if (Predicates.isGeneric(typ)) {
      check.errorf(
          e, Code.WRONG_TYPE_ARG_COUNT, "cannot use generic type %s without instantiation", typ);
      typ = Universe.INVALID;
    }
    check.recording.recordTypeAndValue(e, Info.Mode.TYPE_EXPR, typ, null);
    return typ;
  }

  /** A generic type; {@code cause} says why a valid type is none. */
  Type genericType(Expr e, @Nullable Cause cause) {
    Type typ = typInternal(e, null);
    if (Predicates.isValid(typ) && !Predicates.isGeneric(typ)) {
      if (cause != null) {
        cause.text = check.sprintf("%s is not a generic type", typ);
      }
      typ = Universe.INVALID;
    }
    check.recording.recordTypeAndValue(e, Info.Mode.TYPE_EXPR, typ, null);
    return typ;
  }

  private Type typInternal(Expr e0, Obj.@Nullable TypeName def) {
    switch (e0) {
      case Expr.BadExpr e -> {}
      case Expr.Name e -> {
        Operand x = new Operand();
        ident(x, e, true);
        return operandType(x);
      }
      case Expr.SelectorExpr e -> {
        Operand x = new Operand();
        check.calls.selector(x, e, true);
        return operandType(x);
      }
      case Expr.IndexExpr e -> {
        check.verifyVersionf(e, 18, "type instantiation");
        return instantiatedType(e.x(), Decls.unpackList(e.index()));
      }
      case Expr.ParenExpr e -> {
        return declaredType(e.x(), def);
      }
      case Expr.ArrayType e -> {
        long len = -1;
        if (e.len() != null) {
          len = arrayLength(e.len());
        } else {
          check.error(
              e,
              Code.BAD_DOT_DOT_DOT_SYNTAX,
              "invalid use of [...] array (outside a composite literal)");
        }
        Type elem = varType(e.elem());
        if (len >= 0) {
          return new Array(elem, len);
        }
      }
      case Expr.SliceType e -> {
        return new Slice(varType(e.elem()));
      }
      case Expr.DotsType e -> check.error(e, Code.INVALID_SYNTAX_TREE, "invalid use of ...");
      case Expr.StructType e -> {
        Struct typ = new Struct();
        check.structs.structType(typ, e);
        return typ;
      }
      case Expr.Operation e when e.op() == Operator.MUL && e.y() == null -> {
        Type base = varType(e.x());
        // A pointer to an invalid type would only cause more errors.
        return Predicates.isValid(base) ? new Pointer(base) : Universe.INVALID;
      }
      case Expr.FuncType e -> {
        Signature typ = new Signature();
        check.signatures.funcType(typ, null, List.of(), e);
        return typ;
      }
      case Expr.InterfaceType e -> {
        Interface typ = check.newInterface();
        check.interfaces.interfaceType(typ, e, def);
        return typ;
      }
      case Expr.MapType e -> {
        MapType typ = new MapType(varType(e.key()), varType(e.value()));
        check.later(() -> {
          if (!Predicates.comparable(typ.key())) {
            String why =
                Predicates.isTypeParam(typ.key()) ? " (missing comparable constraint)" : "";
            check.errorf(
                e.key(), Code.INCOMPARABLE_MAP_KEY, "invalid map key type %s%s", typ.key(), why);
          }
        });
        return typ;
      }
      case Expr.ChanType e -> {
        return new Chan(e.dir(), varType(e.elem()));
      }
      default -> {
        check.errorf(e0, Code.NOT_A_TYPE, "%s is not a type", e0);
        check.calls.use(e0);
      }
    }
    return Universe.INVALID;
  }

  private Type operandType(Operand x) {
    switch (x.mode) {
      case TYPE_EXPR -> {
        return x.type;
      }
      case INVALID -> {}
      case NO_VALUE -> check.errorf(x, Code.NOT_A_TYPE, "%s used as type", x);
      default -> check.errorf(x, Code.NOT_A_TYPE, "%s is not a type", x);
    }
    return Universe.INVALID;
  }

  private Type instantiatedType(Expr x, List<Expr> xlist) {
    Cause cause = new Cause();
    Type gtyp = genericType(x, cause);
    if (!cause.isEmpty()) {
      check.errorf(
          x, Code.NOT_A_GENERIC_TYPE, Errors.INVALID_OP + "%s%s (%s)", x, xlist, cause.text);
    }
    if (!Predicates.isValid(gtyp)) {
      return gtyp;
    }
    List<Type> targs = typeList(xlist);
    if (targs == null) {
      return Universe.INVALID;
    }
    Type inst = check.instantiate.instance(x.pos(), gtyp, targs, null, check.context());
    if (!(inst instanceof Named || inst instanceof Alias)) {
      return Universe.INVALID;
    }
    // The generic type's parameters may not be set up yet.
    check.later(() -> {
      check.recording.recordInstance(x, targs, inst);
      String name = inst instanceof Named n ? n.obj().name() : ((Alias) inst).obj().name();
      List<TypeParam> tparams =
          inst instanceof Named n ? n.typeParams() : ((Alias) inst).typeParams();
      if (!check.instantiate.validateTArgLen(x.pos(), name, tparams.size(), targs.size())) {
        return;
      }
      Instantiate.Failure f = check.instantiate.verify(x.pos(), tparams, targs, check.context());
      if (f != null) {
        Pos pos = f.index() < xlist.size() ? Errors.startPos(xlist.get(f.index())) : x.pos();
        check.softErrorf(pos, Code.INVALID_TYPE_ARG, "%s", f.cause());
      } else {
        check.mono.recordInstance(check.pkg, x.pos(), tparams, targs, xlist);
      }
    });
    return inst;
  }

  /** Negative if invalid. */
  long arrayLength(Expr e) {
    // [N]T may have been meant as a type parameter without constraint: say so.
    if (e instanceof Expr.Name name) {
      Obj obj = check.env.lookup(name.value());
      if (obj == null) {
        check.errorf(
            name,
            Code.INVALID_ARRAY_LEN,
            "undefined array length %s or missing type constraint",
            name.value());
        return -1;
      }
      if (!(obj instanceof Obj.Const)) {
        check.errorf(name, Code.INVALID_ARRAY_LEN, "invalid array length %s", name.value());
        return -1;
      }
    }
    Operand x = new Operand();
    check.exprs.expr(null, x, e);
    if (x.mode != Info.Mode.CONSTANT) {
      if (x.mode != Info.Mode.INVALID) {
        check.errorf(x, Code.INVALID_ARRAY_LEN, "array length %s must be constant", x);
      }
      return -1;
    }
    if (x.val != null && (Predicates.isUntyped(x.type) || Predicates.isInteger(x.type))) {
      Constant val = Constants.toInt(x.val);
      if (val instanceof Constant.Int && Consts.representableConst(val, Universe.INT) != null) {
        Long n = Constants.int64Value(val);
        if (n != null && n >= 0) {
          return n;
        }
      }
    }
    check.errorf(
        x,
        Code.INVALID_ARRAY_LEN,
        Predicates.isInteger(x.type)
            ? "invalid array length %s"
            : "array length %s must be integer",
        x);
    return -1;
  }

  /** Null if one of the types is invalid; all are checked. */
  @Nullable List<Type> typeList(List<Expr> list) {
    List<Type> res = new ArrayList<>();
    boolean ok = true;
    for (Expr x : list) {
      Type t = varType(x);
      ok &= Predicates.isValid(t);
      res.add(t);
    }
    return ok ? res : null;
  }
}

package dev.gomem.types;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks function types, receivers and parameters. Source: go/types' signature.go, spec sections
 * "Function types" and "Method declarations".
 */
final class Signatures {
  private final Checker check;

  Signatures(Checker check) {
    this.check = check;
  }

  /** Variables of a parameter list, with their names (null for anonymous ones). */
  private record Params(List<Expr.@Nullable Name> names, List<Obj.Var> vars, boolean variadic) {}

  void funcType(
      Signature sig, Expr.@Nullable Field recvPar, List<Expr.Field> tparams, Expr.FuncType ftyp) {
    check.stmts.openScope(ftyp, "function");
    check.env.scope.isFunc = true;
    check.recording.recordScope(ftyp, check.env.scope);
    sig.setScope(check.env.scope);
    try {
      Obj.Var recv = null;
      if (recvPar != null) {
        recv = collectRecv(sig, recvPar, ftyp.pos());
      }
      if (!tparams.isEmpty()) {
        check.decls.collectTypeParams(sig::setTypeParams, tparams);
      }
      Params params = collectParams(Obj.VarKind.PARAM_VAR, ftyp.params());
      Params results = collectParams(Obj.VarKind.RESULT_VAR, ftyp.results());
      Pos scopePos = Errors.endPos(ftyp);
      if (recv != null && recvPar != null && !recv.name().isEmpty()) {
        check.decls.declare(check.env.scope, recvPar.name(), recv, scopePos);
      }
      declareParams(params, scopePos);
      declareParams(results, scopePos);
      sig.setRecv(recv);
      sig.set(new Tuple(params.vars), new Tuple(results.vars), params.variadic);
    } finally {
      check.stmts.closeScope();
    }
  }

  /** The receiver; its type parameters are declared, the receiver itself is not yet. */
  private Obj.Var collectRecv(Signature sig, Expr.Field rparam, Pos scopePos) {
    Resolver.Recv r = check.resolver.unpackRecv(rparam.type(), true);
    Expr rbase = r.base();
    Type recvType = Universe.INVALID;
    if (r.tparams().isEmpty()) {
      recvType = check.typeExprs.varType(rparam.type());
      // Instances can't have methods of their own, not even under another name.
      Alias a = unpointer(recvType) instanceof Alias alias ? alias : null;
      while (a != null) {
        Type baseType = unpointer(a.rhs());
        List<TypeParam> ps =
            switch (baseType) {
              case Named n -> n.typeParams();
              case Alias b -> b.typeParams();
              case Signature s -> s.typeParams();
              default -> List.of();
            };
        if (!ps.isEmpty()) {
          check.errorf(
              rbase,
              Code.INVALID_RECV,
              "cannot define new methods on instantiated type %s",
              baseType);
          recvType = Universe.INVALID;
          break;
        }
        a = baseType instanceof Alias b ? b : null;
      }
    } else {
      recvType = genericRecv(sig, rparam, r, scopePos);
    }
    Obj.Var recv;
    Expr.Name rname = rparam.name();
    if (rname != null && !rname.value().isEmpty()) {
      recv = new Obj.Var(rname.pos(), check.pkg, rname.value(), recvType, Obj.VarKind.RECV_VAR);
    } else {
      recv = new Obj.Var(rparam.pos(), check.pkg, "", recvType, Obj.VarKind.RECV_VAR);
      check.recording.recordImplicit(rparam, recv);
    }
    check.later(() -> validRecv(rbase, recv));
    return recv;
  }

  private Type genericRecv(Signature sig, Expr.Field rparam, Resolver.Recv r, Pos scopePos) {
    Expr rbase = r.base();
    // Looked up before the receiver's type parameters are declared: they may have the same name.
    Named baseType = null;
    Cause cause = new Cause();
    Type t = check.typeExprs.genericType(rbase, cause);
    if (Predicates.isValid(t)) {
      if (t instanceof Named n) {
        baseType = n;
      } else {
        check.errorf(
            rbase, Code.INVALID_RECV, "cannot define new methods on generic alias type %s", t);
      }
    } else if (!cause.isEmpty()) {
      check.errorf(rbase, Code.INVALID_RECV, "%s", cause.text);
    }
    List<TypeParam> recvTParams = new ArrayList<>();
    for (Expr.Name name : r.tparams()) {
      TypeParam tpar = check.decls.declareTypeParam(name, scopePos);
      recvTParams.add(tpar);
      check.recording.recordUse(name, tpar.obj());
      check.recording.recordTypeAndValue(name, Info.Mode.TYPE_EXPR, tpar, null);
    }
    Decls.bindTParams(recvTParams);
    sig.setRecvTypeParams(recvTParams);
    if (baseType == null) {
      return Universe.INVALID;
    }
    List<TypeParam> baseTParams = baseType.typeParams();
    if (recvTParams.size() == baseTParams.size()) {
      SubstMap smap = SubstMap.of(baseTParams, recvTParams);
      for (int i = 0; i < recvTParams.size(); i++) {
        TypeParam p = recvTParams.get(i);
        check.mono.recordCanon(p, baseTParams.get(i));
        p.setBound(
            Subst.subst(
                check,
                p.obj().pos(),
                baseTParams.get(i).constraint(),
                smap,
                null,
                check.context()));
      }
    } else {
      check.errorf(
          rbase,
          Code.BAD_RECV,
          "receiver declares %s, but receiver base type declares %d",
          Assignments.measure(recvTParams.size(), "type parameter"),
          baseTParams.size());
    }
    check.verifyVersionf(rbase, 18, "type instantiation");
    List<Type> targs = List.copyOf(recvTParams);
    Type recvType =
        check.instantiate.instance(rparam.type().pos(), baseType, targs, null, check.context());
    check.recording.recordInstance(rbase, targs, recvType);
    if (r.ptr() && Predicates.isValid(recvType)) {
      recvType = new Pointer(recvType);
    }
    recordParenthesizedRecvTypes(rparam.type(), recvType);
    return recvType;
  }

  private static Type unpointer(Type t0) {
    Type t = t0;
    while (t instanceof Pointer p) {
      t = p.elem();
    }
    return t;
  }

  private void recordParenthesizedRecvTypes(Expr expr0, Type typ0) {
    Expr expr = expr0;
    Type typ = typ0;
    while (true) {
      check.recording.recordTypeAndValue(expr, Info.Mode.TYPE_EXPR, typ, null);
      if (expr instanceof Expr.ParenExpr p) {
        expr = p.x();
      } else if (expr instanceof Expr.Operation op
          && op.op() == Operator.MUL
          && op.y() == null
          && typ instanceof Pointer ptr) {
        expr = op.x();
        typ = ptr.elem();
      } else {
        return;
      }
    }
  }

  private Params collectParams(Obj.VarKind kind, List<Expr.Field> list) {
    List<Expr.@Nullable Name> names = new ArrayList<>();
    List<Obj.Var> params = new ArrayList<>();
    boolean variadic = false;
    boolean named = false;
    boolean anonymous = false;
    Type typ = Universe.INVALID;
    Expr prev = null;
    for (int i = 0; i < list.size(); i++) {
      Expr.Field field = list.get(i);
      Expr ftype = field.type();
      // The type of parameters declared together is checked once.
      if (prev == null || ftype != prev) {
        prev = ftype;
        if (ftype instanceof Expr.DotsType t) {
          ftype = t.elem();
          if (kind == Obj.VarKind.PARAM_VAR && i == list.size() - 1) {
            variadic = true;
          } else {
            check.error(t, Code.INVALID_SYNTAX_TREE, "invalid use of ...");
          }
        }
        typ = check.typeExprs.varType(ftype);
      }
      Expr.Name name = field.name();
      boolean last = variadic && i == list.size() - 1;
      // A variadic parameter is a slice inside its function.
      Type vtyp = last ? new Slice(typ) : typ;
      if (name != null) {
        names.add(name);
        params.add(new Obj.Var(name.pos(), check.pkg, name.value(), vtyp, kind));
        named = true;
      } else {
        Obj.Var par = new Obj.Var(field.pos(), check.pkg, "", vtyp, kind);
        check.recording.recordImplicit(field, par);
        names.add(null);
        params.add(par);
        anonymous = true;
      }
      if (last) {
        check.recording.recordTypeAndValue(field.type(), Info.Mode.TYPE_EXPR, vtyp, null);
      }
    }
    if (named && anonymous) {
      check.error(
          list.getFirst(),
          Code.INVALID_SYNTAX_TREE,
          "list contains both named and anonymous parameters");
    }
    return new Params(names, params, variadic);
  }

  private void declareParams(Params params, Pos scopePos) {
    for (int i = 0; i < params.vars.size(); i++) {
      Expr.Name name = params.names.get(i);
      if (name != null && !name.value().isEmpty()) {
        check.decls.declare(check.env.scope, name, params.vars.get(i), scopePos);
      }
    }
  }

  private void validRecv(Expr pos, Obj.Var recv) {
    Type rtyp = Lookup.deref(recv.type()).type();
    Type atyp = Types.unalias(rtyp);
    if (!Predicates.isValid(atyp)) {
      return;
    }
    switch (atyp) {
      case Named t -> {
        if (t.obj().pkg() != check.pkg) {
          check.errorf(
              pos, Code.INVALID_RECV, "cannot define new methods on non-local type %s", rtyp);
          return;
        }
        String cause =
            switch (t.underlying()) {
              case Basic b -> b.kind() == Basic.Kind.UNSAFE_POINTER ? "unsafe.Pointer" : "";
              case Pointer p -> "pointer or interface type";
              case Interface i -> "pointer or interface type";
              default -> "";
            };
        if (!cause.isEmpty()) {
          check.errorf(pos, Code.INVALID_RECV, "invalid receiver type %s (%s)", rtyp, cause);
        }
      }
      case Basic b ->
          check.errorf(
              pos, Code.INVALID_RECV, "cannot define new methods on non-local type %s", rtyp);
      default -> check.errorf(pos, Code.INVALID_RECV, "invalid receiver type %s", recv.type());
    }
  }
}

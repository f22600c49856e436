package dev.gomem.types;

import static dev.gomem.types.Errors.INVALID_OP;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Info.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks calls and conversions, instantiation of functions, and selectors. In a call of a generic
 * function all types that are missing (of the callee and of generic functions passed to it) are
 * inferred together, from the arguments. Source: types2's call.go.
 */
final class Calls {
  /**
   * Wrong index expressions nested deeper than this are evaluated once: twice at each level would
   * be exponential.
   */
  private static final int MAX_AGAIN = 6;

  private final Checker check;
  private int again;

  Calls(Checker check) {
    this.check = check;
  }

  /**
   * Instantiates the generic function {@code x} with the type arguments of {@code inst}, if there
   * is one; what is missing follows from {@code target}, if it can.
   *
   * @param infer whether missing type arguments must be inferred now
   * @return the type arguments there are, if some are missing and may be ({@code x} is unchanged);
   *     else null
   */
  @Nullable List<Type> funcInst(
      Exprs.@Nullable Target target,
      Pos pos,
      Operand x,
      Expr.@Nullable IndexExpr inst,
      boolean infer) {
    Pos instErrPos = inst != null ? inst.pos() : pos;
    if (inst != null) {
      x.expr = inst;
    }
    boolean versionErr = !check.verifyVersionf(instErrPos, 18, "function instantiation");
    List<Type> targs = List.of();
    List<Expr> xlist = List.of();
    if (inst != null) {
      xlist = Exprs.unpackListExpr(inst.index());
      targs = check.typeExprs.typeList(xlist);
      if (targs == null) {
        x.invalidate();
        return null;
      }
    }
    if (!(x.type instanceof Signature sig)) {
      throw new IllegalStateException("not a generic function: " + x);
    }
    int got = targs.size();
    int want = sig.typeParams().size();
    if (got > want) {
      check.errorf(
          xlist.get(got - 1),
          Code.WRONG_TYPE_ARG_COUNT,
          "got %d type arguments but want %d",
          got,
          want);
      x.invalidate();
      return null;
    }
    if (got < want) {
      if (!infer) {
        return targs;
      }
      targs = inferFromTarget(target, pos, x, sig, inst, targs, versionErr);
      if (targs == null) {
        x.invalidate();
        return null;
      }
    }
    Expr expr = x.expr;
    if (expr == null) {
      throw new IllegalStateException("generic function without an expression");
    }
    x.type = instantiateSignature(expr.pos(), expr, sig, targs, xlist);
    x.mode = Mode.VALUE;
    return null;
  }

  /**
   * Treats {@code var v target = x} like a call of a function whose parameter has the type of
   * {@code x}.
   */
  private @Nullable List<Type> inferFromTarget(
      Exprs.@Nullable Target target,
      Pos pos,
      Operand x,
      Signature sig,
      Expr.@Nullable IndexExpr inst,
      List<Type> targs,
      boolean versionErr) {
    List<Operand> args = List.of();
    List<Obj.Var> params = List.of();
    boolean reverse = false;
    if (target != null) {
      if (!versionErr && !check.allowVersion(21)) {
        check.versionErrorf(
            inst != null ? inst.pos() : pos,
            21,
            (inst != null ? "partially" : "implicitly") + " instantiated function in assignment");
      }
      Pos at = x.expr != null ? x.expr.pos() : pos;
      Signature gsig = new Signature(null, List.of(), sig.params(), sig.results(), sig.variadic());
      params = List.of(new Obj.Var(at, check.pkg, "", gsig, Obj.VarKind.PARAM_VAR));
      args = List.of(Operand.value(new Expr.Name(at, target.desc()), target.sig()));
      reverse = true;
    }
    Infer.Renamed renamed = check.infer.renameTParams(pos, sig.typeParams(), new Tuple(params));
    ErrorDesc err = check.newError(Code.CANNOT_INFER_TYPE_ARGS);
    List<@Nullable Type> known = new ArrayList<>(targs);
    List<Type> all =
        check.infer.infer(
            pos, renamed.tparams(), known, (Tuple) renamed.type(), args, reverse, err);
    if (all == null && !err.empty()) {
      err.report();
    }
    return all;
  }

  /** {@code xlist} are the type arguments as far as they are written. */
  private Signature instantiateSignature(
      Pos pos, Expr expr, Signature sig, List<Type> targs, List<Expr> xlist) {
    Signature inst = (Signature) check.instantiate.instance(pos, sig, targs, null, check.context());
    check.recording.recordInstance(expr, targs, inst);
    // Later, since the types may not be complete yet.
    check.later(() -> {
      List<TypeParam> tparams = sig.typeParams();
      Instantiate.Failure failure = check.instantiate.verify(pos, tparams, targs, check.context());
      if (failure != null) {
        Pos at = failure.index() < xlist.size() ? Errors.startPos(xlist.get(failure.index())) : pos;
        check.softErrorf(at, Code.INVALID_TYPE_ARG, "%s", failure.cause());
      } else {
        check.mono.recordInstance(check.pkg, pos, tparams, targs, xlist);
      }
    });
    return inst;
  }

  ExprKind callExpr(Operand x, Expr.CallExpr call) {
    Expr.IndexExpr inst = null;
    if (call.fun() instanceof Expr.IndexExpr i) {
      if (check.indexes.indexExpr(x, i)) {
        inst = i; // left until the arguments are known
      }
      x.expr = i;
      check.recording.record(x);
    } else {
      check.exprs.exprOrType(x, call.fun(), true);
    }
    switch (x.mode) {
      case INVALID -> {
        use(call.args());
        x.expr = call;
        return ExprKind.STATEMENT;
      }
      case TYPE_EXPR -> {
        conversion(x, call);
        return ExprKind.CONVERSION;
      }
      case BUILTIN -> {
        BuiltinId id = x.id;
        if (id == null) {
          throw new IllegalStateException("built-in without an id");
        }
        if (!check.builtins.builtin(x, call, id)) {
          x.invalidate();
        }
        x.expr = call;
        if (!x.isInvalid() && !x.isConstant()) {
          check.env.hasCallOrRecv = true;
        }
        return Universe.builtin(id).kind();
      }
      case NO_VALUE,
          CONSTANT,
          VARIABLE,
          MAP_INDEX,
          VALUE,
          NIL_VALUE,
          COMMA_OK,
          COMMA_ERR,
          CGO_FUNC -> {}
    }
    functionCall(x, call, inst);
    return ExprKind.STATEMENT;
  }

  private void conversion(Operand x, Expr.CallExpr call) {
    check.exprs.nonGeneric(null, x);
    if (x.isInvalid()) {
      return;
    }
    Type type = x.type;
    x.invalidate();
    int n = call.args().size();
    if (n == 0) {
      check.errorf(call, Code.WRONG_ARG_COUNT, "missing argument in conversion to %s", type);
    } else if (n > 1) {
      use(call.args());
      check.errorf(
          call.args().getLast(),
          Code.WRONG_ARG_COUNT,
          "too many arguments in conversion to %s",
          type);
    } else {
      check.exprs.expr(null, x, call.args().getFirst());
      if (!x.isInvalid()) {
        if (type.underlying() instanceof Interface i
            && !Predicates.isTypeParam(type)
            && !i.typeSet().isMethodSet()) {
          check.errorf(
              call,
              Code.MISPLACED_CONSTRAINT_IFACE,
              "cannot use interface %s in conversion (contains specific type constraints or is"
                  + " comparable)",
              type);
        } else if (call.hasDots()) {
          check.errorf(
              call.args().getFirst(),
              Code.BAD_DOT_DOT_DOT_SYNTAX,
              "invalid use of ... in conversion to %s",
              type);
        } else {
          check.conversions.conversion(x, type);
        }
      }
    }
    x.expr = call;
  }

  private void functionCall(Operand x, Expr.CallExpr call, Expr.@Nullable IndexExpr inst) {
    Under.Common c =
        Under.commonUnder(
            x.type,
            (t, u) ->
                u != null && !(u instanceof Signature)
                    ? new TypeError("%s is not a function", t)
                    : null);
    if (!(c.type() instanceof Signature sig)) {
      String cause = c.err() != null ? c.err().format(check) : "";
      check.errorf(x, Code.INVALID_CALL, INVALID_OP + "cannot call %s: %s", x, cause);
      x.invalidate();
      x.expr = call;
      return;
    }
    boolean wasGeneric = !sig.typeParams().isEmpty();
    List<Expr> xlist = List.of();
    List<Type> targs = List.of();
    if (inst != null) {
      xlist = Exprs.unpackListExpr(inst.index());
      targs = check.typeExprs.typeList(xlist);
      if (targs == null) {
        use(call.args());
        x.invalidate();
        x.expr = call;
        return;
      }
      int got = targs.size();
      int want = sig.typeParams().size();
      if (got > want) {
        check.errorf(
            xlist.get(want),
            Code.WRONG_TYPE_ARG_COUNT,
            "got %d type arguments but want %d",
            got,
            want);
        use(call.args());
        x.invalidate();
        x.expr = call;
        return;
      }
      if (got == want && want > 0) {
        // Nothing to infer: record the signature even if the arguments are wrong.
        check.verifyVersionf(inst, 18, "function instantiation");
        sig = instantiateSignature(inst.pos(), inst, sig, targs, xlist);
        targs = List.of();
        xlist = List.of();
      }
    }
    GenericArgs args = genericExprList(call.args());
    sig = arguments(call, sig, targs, xlist, args.operands, args.targs);
    if (wasGeneric && sig.typeParams().isEmpty()) {
      check.recording.recordTypeAndValue(call.fun(), Mode.VALUE, sig, null);
    }
    switch (sig.results().size()) {
      case 0 -> x.mode = Mode.NO_VALUE;
      case 1 -> {
        x.mode = Mode.VALUE;
        x.type = sig.results().at(0).type();
      }
      default -> {
        x.mode = Mode.VALUE;
        x.type = sig.results();
      }
    }
    x.expr = call;
    check.env.hasCallOrRecv = true;
    // After a failed inference the result may still mention type parameters.
    if (x.mode == Mode.VALUE
        && !sig.typeParams().isEmpty()
        && Infer.isParameterized(sig.typeParams(), x.type)) {
      x.invalidate();
    }
  }

  /** The values of a list of expressions; a single one may have several. */
  List<Operand> exprList(List<Expr> list) {
    if (list.size() == 1) {
      return check.exprs.multiExpr(list.getFirst(), false).list();
    }
    List<Operand> operands = new ArrayList<>();
    for (Expr e : list) {
      Operand x = new Operand();
      check.exprs.expr(null, x, e);
      operands.add(x);
    }
    return operands;
  }

  /**
   * Arguments; those that are generic functions with some type arguments have these in {@code
   * targs}.
   */
  private record GenericArgs(List<Operand> operands, List<List<Type>> targs) {}

  /** Like {@link #exprList}, but generic functions are left as they are. */
  private GenericArgs genericExprList(List<Expr> list) {
    boolean infer = !check.allowVersion(21);
    List<Operand> operands = new ArrayList<>();
    List<List<Type>> targs = new ArrayList<>();
    for (Expr e : list) {
      Operand x = new Operand();
      List<Type> partial = null;
      if (e instanceof Expr.IndexExpr inst) {
        int reported = check.diagnostics.size();
        if (check.indexes.indexExpr(x, inst)) {
          partial = funcInst(null, inst.x().pos(), x, inst, infer);
          x.expr = inst;
          if (partial == null) {
            check.recording.record(x);
          }
        } else {
          // What rawExpr does for an index expression that is none of a function.
          x.expr = e;
          check.exprs.pendingType(x);
          check.recording.record(x);
          if (check.diagnostics.size() > reported && again < MAX_AGAIN) {
            // gc evaluates it once more: to be seen in which of several equal messages it drops.
            again++;
            check.exprs.rawExpr(null, x, e, null, true);
            again--;
          }
          check.exprs.excludeNonValues(x);
          check.exprs.singleValue(x);
        }
      } else if (list.size() == 1) {
        check.exprs.rawExpr(null, x, e, null, true);
        check.exprs.excludeNonValues(x);
        if (!x.isInvalid() && x.type instanceof Tuple t) {
          for (Obj.Var v : t.vars()) {
            operands.add(Operand.value(e, v.type()));
          }
          return new GenericArgs(operands, List.of());
        }
      } else {
        check.exprs.genericExpr(x, e);
      }
      operands.add(x);
      targs.add(partial != null ? partial : List.of());
    }
    return new GenericArgs(operands, targs);
  }

  /**
   * Checks the arguments of a call and infers what type arguments are missing. Returns the
   * signature called, which is instantiated if it was generic, and {@code sig} itself after an
   * error.
   */
  Signature arguments(
      Expr.CallExpr call,
      Signature sig,
      List<Type> targs0,
      List<Expr> xlist,
      List<Operand> args,
      List<List<Type>> atargs) {
    int nargs = args.size();
    int npars = sig.params().size();
    boolean dots = call.hasDots();
    Tuple sigParams = sig.params();
    boolean adjusted = false;
    if (sig.variadic()) {
      if (dots) {
        if (call.args().size() == 1 && nargs > 1) {
          check.errorf(
              call,
              Code.INVALID_DOT_DOT_DOT,
              "cannot use ... with %d-valued %s",
              nargs,
              call.args().getFirst());
          return sig;
        }
      } else if (nargs >= npars - 1) {
        // One parameter for each argument.
        List<Obj.Var> vars = new ArrayList<>(sig.params().vars().subList(0, npars - 1));
        Obj.Var last = sig.params().at(npars - 1);
        Type elem = last.type() instanceof Slice s ? s.elem() : last.type();
        while (vars.size() < nargs) {
          vars.add(new Obj.Var(last.pos(), last.pkg(), last.name(), elem, Obj.VarKind.PARAM_VAR));
        }
        sigParams = new Tuple(vars);
        adjusted = true;
        npars = nargs;
      } else {
        npars--; // for the message
      }
    } else if (dots) {
      check.errorf(
          call,
          Code.NON_VARIADIC_DOT_DOT_DOT,
          "cannot use ... in call to non-variadic %s",
          call.fun());
      return sig;
    }
    if (nargs != npars) {
      wrongArgCount(call, sig, args, npars);
      return sig;
    }

    // Type parameters of the callee, then those of generic functions passed to it.
    List<TypeParam> tparams = new ArrayList<>();
    List<@Nullable Type> targs = new ArrayList<>(targs0);
    int n = sig.typeParams().size();
    if (n > 0) {
      if (!check.allowVersion(18)) {
        check.versionErrorf(
            call.fun() instanceof Expr.IndexExpr i ? i.pos() : Errors.atPos(call),
            18,
            call.fun() instanceof Expr.IndexExpr
                ? "function instantiation"
                : "implicit function instantiation");
      }
      // Under new names, since the call may stand in the function itself.
      Infer.Renamed renamed = check.infer.renameTParams(call.pos(), sig.typeParams(), sigParams);
      tparams.addAll(renamed.tparams());
      sigParams = (Tuple) renamed.type();
      padTo(targs, tparams.size());
    }
    List<Integer> genericArgs = new ArrayList<>();
    for (int i = 0; i < nargs; i++) {
      Operand arg = args.get(i);
      if (!(arg.type instanceof Signature asig) || asig.typeParams().isEmpty()) {
        continue;
      }
      // New names for each use: f(g, g) instantiates g twice.
      Signature copy = asig.copy();
      Infer.Renamed renamed = check.infer.renameTParams(call.pos(), copy.typeParams(), copy);
      Signature neu = ((Signature) renamed.type()).copy();
      neu.setTypeParams(renamed.tparams());
      arg.type = neu;
      tparams.addAll(renamed.tparams());
      if (i < atargs.size()) {
        targs.addAll(atargs.get(i));
      }
      padTo(targs, tparams.size());
      genericArgs.add(i);
    }
    if (!genericArgs.isEmpty()) {
      check.verifyVersionf(
          Errors.atPos(args.get(genericArgs.getFirst())),
          21,
          "implicitly instantiated function as argument");
    }

    Signature rsig = sig;
    if (!tparams.isEmpty()) {
      ErrorDesc err = check.newError(Code.CANNOT_INFER_TYPE_ARGS);
      List<Type> all = check.infer.infer(call.pos(), tparams, targs, sigParams, args, false, err);
      if (all == null) {
        if (!err.empty()) {
          check.errorf(
              err.pos(), Code.CANNOT_INFER_TYPE_ARGS, "in call to %s, %s", call.fun(), err.msg());
        }
        return sig;
      }
      if (n > 0) {
        List<Type> own = List.copyOf(all.subList(0, n));
        rsig = instantiateSignature(call.pos(), call.fun(), sig, own, xlist);
        if (adjusted) {
          SubstMap map = SubstMap.of(tparams.subList(0, n), own);
          sigParams = (Tuple) Subst.subst(check, call.pos(), sigParams, map, null, check.context());
        } else {
          sigParams = rsig.params();
        }
      }
      int j = n;
      for (int i : genericArgs) {
        Operand arg = args.get(i);
        Signature asig = (Signature) arg.type;
        int k = j + asig.typeParams().size();
        Expr expr = arg.expr != null ? arg.expr : call;
        arg.type =
            instantiateSignature(call.pos(), expr, asig, List.copyOf(all.subList(j, k)), List.of());
        check.recording.record(arg);
        j = k;
      }
    }
    if (nargs > 0) {
      String context = check.sprintf("argument to %s", call.fun());
      for (int i = 0; i < nargs; i++) {
        check.assignments.assignment(args.get(i), sigParams.at(i).type(), context);
      }
    }
    return rsig;
  }

  private static void padTo(List<@Nullable Type> targs, int size) {
    targs.addAll(Collections.nCopies(Math.max(0, size - targs.size()), null));
  }

  private void wrongArgCount(Expr.CallExpr call, Signature sig, List<Operand> args, int npars) {
    int nargs = args.size();
    ErrorDesc err = check.newError(Code.WRONG_ARG_COUNT);
    if (nargs > npars) {
      err.addf(args.get(npars), "too many arguments in call to %s", call.fun());
    } else if (nargs > 0) {
      err.addf(args.getLast(), "not enough arguments in call to %s", call.fun());
    } else {
      err.addf(call, "not enough arguments in call to %s", call.fun());
    }
    Assignments assignments = check.assignments;
    err.addf(
        Pos.NONE,
        "have %s",
        assignments.typesSummary(Assignments.operandTypes(args), false, call.hasDots()));
    err.addf(
        Pos.NONE,
        "want %s",
        assignments.typesSummary(Assignments.varTypes(sig.params().vars()), sig.variadic(), false));
    err.report();
  }

  // ---- selectors

  void selector(Operand x, Expr.SelectorExpr e, boolean wantType) {
    if (!(e.x() instanceof Expr.Name name
        && check.packageOf(name, e.sel().value()) instanceof Obj.PkgName pkgName)) {
      if (!select(x, e, wantType)) {
        x.invalidate();
        x.type = Universe.INVALID;
      }
    } else if (!qualified(x, e, name, pkgName)) {
      x.invalidate();
      x.type = Universe.INVALID;
    }
    x.expr = e;
  }

  /** {@code fmt.Println}; false after an error. */
  private boolean qualified(Operand x, Expr.SelectorExpr e, Expr.Name name, Obj.PkgName pkgName) {
    check.recording.recordUse(name, pkgName);
    pkgName.used = true;
    Package pkg = pkgName.imported();
    String sel = e.sel().value();
    Obj exp = pkg.scope().lookup(sel);
    if (exp == null || (!exp.exported() && !check.conf.importer().namesUnexported())) {
      if (!pkg.fake && Predicates.isValidName(sel)) {
        List<Obj> similar = pkg.scope().lookupIgnoringCase(sel, true);
        if (similar.isEmpty()) {
          check.errorf(e.sel(), Code.UNDECLARED_IMPORTED_NAME, "undefined: %s", e);
        } else {
          check.errorf(
              e.sel(),
              Code.UNDECLARED_IMPORTED_NAME,
              "undefined: %s (but have %s)",
              e,
              similar.getFirst().name());
        }
      }
      return false;
    }
    if (!exp.exported()) {
      check.errorf(
          e.sel(), Code.UNEXPORTED_NAME, "name %s not exported by package %s", sel, pkg.name());
    }
    check.recording.recordUse(e.sel(), exp);
    x.type = exp.type();
    switch (exp) {
      case Obj.Const c -> {
        x.mode = Mode.CONSTANT;
        x.val = c.value();
      }
      case Obj.TypeName t -> x.mode = Mode.TYPE_EXPR;
      case Obj.Var v -> x.mode = Mode.VARIABLE;
      case Obj.Func f -> x.mode = Mode.VALUE;
      case Obj.Builtin b -> {
        x.mode = Mode.BUILTIN;
        x.id = b.id();
      }
      case Obj.PkgName p -> throw new IllegalStateException("package in a package: " + exp);
      case Obj.Label l -> throw new IllegalStateException("label in a package: " + exp);
      case Obj.Nil n -> throw new IllegalStateException("nil in a package: " + exp);
    }
    return true;
  }

  /** A field or method; false after an error. */
  private boolean select(Operand x, Expr.SelectorExpr e, boolean wantType) {
    String sel = e.sel().value();
    check.exprs.exprOrType(x, e.x(), false);
    if (x.mode == Mode.BUILTIN) {
      check.errorf(e.pos(), Code.UNCALLED_BUILTIN, "invalid use of %s in selector expression", x);
      return false;
    }
    if (x.isInvalid()) {
      return false;
    }
    if (wantType) {
      check.errorf(e.sel(), Code.NOT_A_TYPE, "%s is not a type", e);
      return false;
    }
    boolean addressable = x.mode == Mode.VARIABLE;
    Lookup.Result r = Lookup.lookupFieldOrMethod(x.type, addressable, check.pkg, sel, false);
    Obj obj = r.obj();
    List<Integer> index = r.index();
    if (obj == null || index == null) {
      notFound(x, e, sel, r);
      return false;
    }
    if (obj instanceof Obj.Func m) {
      check.decls.objDecl(m); // its signature may not be there yet
    }
    if (x.mode == Mode.TYPE_EXPR) {
      return methodExpr(x, e, r, index);
    }
    if (obj instanceof Obj.Var v) {
      check.recording.recordSelection(e, Selection.Kind.FIELD_VAL, x.type, v, index, r.indirect());
      x.mode = addressable || r.indirect() ? Mode.VARIABLE : Mode.VALUE;
      x.type = v.type();
    } else if (obj instanceof Obj.Func m) {
      check.recording.recordSelection(e, Selection.Kind.METHOD_VAL, x.type, m, index, r.indirect());
      x.mode = Mode.VALUE;
      if (m.type() instanceof Signature sig) {
        Signature copy = sig.copy();
        copy.setRecv(null);
        x.type = copy;
      } else {
        x.type = Universe.INVALID;
      }
      check.addDeclDep(m);
    }
    return true;
  }

  private void notFound(Operand x, Expr.SelectorExpr e, String sel, Lookup.Result r) {
    if (!Predicates.isValid(x.type.underlying())) {
      return;
    }
    if (r.index() != null) {
      check.errorf(e.sel(), Code.AMBIGUOUS_SELECTOR, "ambiguous selector %s.%s", x.expr, sel);
      return;
    }
    if (r.indirect()) {
      if (x.mode == Mode.TYPE_EXPR) {
        check.errorf(
            e.sel(),
            Code.INVALID_METHOD_EXPR,
            "invalid method expression %s.%s (needs pointer receiver (*%s).%s)",
            x.type,
            sel,
            x.type,
            sel);
      } else {
        check.errorf(
            e.sel(), Code.INVALID_METHOD_EXPR, "cannot call pointer method %s on %s", sel, x.type);
      }
      return;
    }
    String why;
    if (check.lookup.isInterfacePtr(x.type)) {
      why = check.lookup.interfacePtrError(x.type);
    } else {
      Obj alt =
          Lookup.lookupFieldOrMethod(x.type, x.mode == Mode.VARIABLE, check.pkg, sel, true).obj();
      why = check.lookup.lookupError(x.type, sel, alt, false);
    }
    check.errorf(e.sel(), Code.MISSING_FIELD_OR_METHOD, "%s.%s undefined (%s)", x.expr, sel, why);
  }

  /** {@code T.m}: a function whose first parameter is the receiver. */
  private boolean methodExpr(Operand x, Expr.SelectorExpr e, Lookup.Result r, List<Integer> index) {
    String sel = e.sel().value();
    if (!(r.obj() instanceof Obj.Func m)) {
      check.errorf(
          e.sel(),
          Code.MISSING_FIELD_OR_METHOD,
          "%s.%s undefined (type %s has no method %s)",
          x.expr,
          sel,
          x.type,
          sel);
      return false;
    }
    check.recording.recordSelection(e, Selection.Kind.METHOD_EXPR, x.type, m, index, r.indirect());
    Obj.Var recv = m.type() instanceof Signature s ? s.recv() : null;
    if (!(m.type() instanceof Signature sig) || recv == null) {
      check.error(e, Code.INVALID_DECL_CYCLE, "illegal cycle in method declaration");
      return false;
    }
    List<Obj.Var> params = new ArrayList<>();
    // Named if the others are: it may appear in a message.
    String name = "";
    if (sig.params().size() > 0 && !sig.params().at(0).name().isEmpty()) {
      name = recv.name().isEmpty() ? "_" : recv.name();
    }
    params.add(new Obj.Var(recv.pos(), recv.pkg(), name, x.type, Obj.VarKind.PARAM_VAR));
    params.addAll(sig.params().vars());
    x.mode = Mode.VALUE;
    x.type =
        new Signature(null, sig.typeParams(), new Tuple(params), sig.results(), sig.variadic());
    check.addDeclDep(m);
    return true;
  }

  // ---- use

  /** Evaluates expressions so that what they mention counts as used; false if one has an error. */
  boolean use(Expr... args) {
    return use(Arrays.asList(args));
  }

  boolean use(List<Expr> args) {
    return useN(args, false);
  }

  /** Like {@link #use}, but variables that are assigned to do not count as used. */
  boolean useLhs(List<Expr> args) {
    return useN(args, true);
  }

  private boolean useN(List<Expr> args, boolean lhs) {
    boolean ok = true;
    for (Expr e : args) {
      ok &= use1(e, lhs);
    }
    return ok;
  }

  private boolean use1(Expr e, boolean lhs) {
    Operand x = new Operand();
    x.mode = Mode.VALUE;
    switch (Exprs.unparen(e)) {
      case Expr.Name n -> {
        if (!n.value().equals("_")) {
          Obj.Var v =
              lhs && check.env.lookup(n.value()) instanceof Obj.Var w && w.pkg() == check.pkg
                  ? w
                  : null;
          boolean used = v != null && v.used;
          check.exprs.exprOrType(x, n, true);
          if (v != null) {
            v.used = used;
          }
        }
      }
      case Expr.ListExpr l -> {
        return useN(l.elems(), lhs);
      }
      default -> check.exprs.rawExpr(null, x, e, null, true);
    }
    return !x.isInvalid();
  }
}

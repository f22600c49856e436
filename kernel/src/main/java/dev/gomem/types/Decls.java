package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks declarations, of packages and in functions. A package-level object is checked when it is
 * first needed: it is white (no type), then grey (on the object path), then black (has its type).
 * Meeting a grey object again is a cycle, which may be fine (types through pointers) or not.
 * Source: go/types' decl.go, spec section "Declarations and scope".
 */
final class Decls {
  private final Checker check;

  Decls(Checker check) {
    this.check = check;
  }

  /**
   * Enters {@code obj} into {@code scope} unless blank, and records it as what {@code id} declares.
   */
  void declare(Scope scope, Expr.@Nullable Name id, Obj obj, Pos pos) {
    if (!obj.name().equals("_")) {
      Obj alt = scope.insert(obj);
      if (alt != null) {
        ErrorDesc err = check.newError(Code.DUPLICATE_DECL);
        err.addf(obj, "%s redeclared in this block", obj.name());
        err.addAltDecl(alt);
        err.report();
        return;
      }
      obj.scopePos = pos;
    }
    if (id != null) {
      check.recording.recordDef(id, obj);
    }
  }

  /** Makes sure that {@code obj} has a type. */
  void objDecl(Obj obj) {
    if (check.objPathIdx.containsKey(obj)) {
      greyAgain(obj);
      return;
    }
    if (obj.typeOrNull() != null) {
      return;
    }
    DeclInfo d = check.objMap.get(obj);
    if (d == null) {
      throw new IllegalStateException("no declaration of " + obj.name());
    }
    check.push(obj);
    Environment saved = check.env;
    check.env = new Environment(d.file);
    int version = check.version;
    check.version = check.fileVersions.getOrDefault(d.file, check.conf.goVersion());
    try {
      switch (obj) {
        case Obj.Const c -> {
          check.env.decl = d;
          constDecl(c, d.vtyp, d.init, d.inherited);
        }
        case Obj.Var v -> {
          check.env.decl = d;
          varDecl(v, d.lhs, d.vtyp, d.init);
        }
        case Obj.TypeName t -> {
          Decl.TypeDecl tdecl = d.tdecl;
          if (tdecl != null) {
            typeDecl(t, tdecl);
          }
          collectMethods(t);
        }
        case Obj.Func f -> funcDecl(f, d);
        default -> throw new IllegalStateException("not a declared object: " + obj.name());
      }
    } finally {
      check.env = saved;
      check.version = version;
      check.pop();
    }
  }

  private void greyAgain(Obj obj) {
    switch (obj) {
      case Obj.Const c -> {
        if (!validCycle(c) || c.typeOrNull() == null) {
          c.setType(Universe.INVALID);
        }
      }
      case Obj.Var v -> {
        if (!validCycle(v) || v.typeOrNull() == null) {
          v.setType(Universe.INVALID);
        }
      }
      case Obj.TypeName t -> {
        if (!validCycle(t)) {
          t.setType(Universe.INVALID);
        }
      }
      // The type of a function stays a signature, since so much relies on it.
      case Obj.Func f -> validCycle(f);
      default -> throw new IllegalStateException("not a declared object: " + obj.name());
    }
  }

  /** Whether the cycle that begins with the grey {@code obj} is allowed; reports it if not. */
  private boolean validCycle(Obj obj) {
    Integer start = check.objPathIdx.get(obj);
    if (start == null) {
      throw new IllegalStateException("not on the path: " + obj.name());
    }
    List<Obj> cycle = List.copyOf(check.objPath.subList(start, check.objPath.size()));
    int nval = 0;
    int ndef = 0;
    for (Obj o : cycle) {
      switch (o) {
        case Obj.Const c -> nval++;
        case Obj.Var v -> nval++;
        case Obj.TypeName t -> {
          Type typ = t.typeOrNull();
          if (check.env.inTParamList && typ != null && Predicates.isGeneric(typ)) {
            return true; // through a type parameter list
          }
          if (!t.isAlias()) {
            ndef++;
          }
        }
        default -> {}
      }
    }
    // Cycles of values alone are reported with the order of initialisation. Types alone need a
    // definition among them:
    // a ring of aliases stands for nothing.
    if (nval == cycle.size() || (nval == 0 && ndef > 0)) {
      return true;
    }
    cycleError(cycle, firstInSrc(cycle));
    return false;
  }

  /** Reports a cycle of declarations, told from the object at {@code start} on. */
  void cycleError(List<? extends Obj> cycle, int start) {
    Obj obj = cycle.get(start);
    boolean isType = obj instanceof Obj.TypeName;
    if (isType && obj.typeOrNull() instanceof Alias a) {
      a.setRhs(Universe.INVALID); // avoids follow-on errors
    }
    if (cycle.size() == 1) {
      if (isType) {
        check.errorf(
            obj,
            Code.INVALID_DECL_CYCLE,
            "invalid recursive type: %s refers to itself",
            qualified(obj));
      } else {
        check.errorf(
            obj,
            Code.INVALID_DECL_CYCLE,
            "invalid cycle in declaration: %s refers to itself",
            qualified(obj));
      }
      return;
    }
    ErrorDesc err = check.newError(Code.INVALID_DECL_CYCLE);
    if (isType) {
      err.addf(obj, "invalid recursive type %s", qualified(obj));
    } else {
      err.addf(obj, "invalid cycle in declaration of %s", qualified(obj));
    }
    for (int i = 0; i < cycle.size(); i++) {
      Obj next = cycle.get((start + i + 1) % cycle.size());
      err.addf(obj, "%s refers to %s", qualified(obj), qualified(next));
      obj = next;
    }
    err.report();
  }

  private String qualified(Obj obj) {
    return ObjString.packagePrefix(obj.pkg(), check.qualifier) + obj.name();
  }

  /** Index of the object that stands first in the source. */
  static int firstInSrc(List<? extends Obj> path) {
    int first = 0;
    for (int i = 1; i < path.size(); i++) {
      if (path.get(i).pos().compareRelative(path.get(first).pos()) < 0) {
        first = i;
      }
    }
    return first;
  }

  private void constDecl(
      Obj.Const obj, @Nullable Expr typ, @Nullable Expr init, boolean inherited) {
    Constant savedIota = check.env.iota;
    Pos savedErrpos = check.env.errpos;
    check.env.iota = obj.value();
    check.env.errpos = Pos.NONE;
    try {
      obj.setValue(Constant.unknown());
      if (typ != null) {
        Type t = check.typeExprs.typ(typ);
        if (!Predicates.isConstType(t)) {
          if (Predicates.isValid(t.underlying())) {
            check.errorf(typ, Code.INVALID_CONST_TYPE, "invalid constant type %s", t);
          }
          obj.setType(Universe.INVALID);
          return;
        }
        obj.setType(t);
      }
      Operand x = new Operand();
      if (init != null) {
        if (inherited) {
          // The initialiser stands elsewhere; errors belong to this name.
          check.env.errpos = obj.pos();
        }
        check.exprs.expr(null, x, init);
      }
      check.assignments.initConst(obj, x);
    } finally {
      check.env.iota = savedIota;
      check.env.errpos = savedErrpos;
    }
  }

  private void varDecl(
      Obj.Var obj, @Nullable List<Obj.Var> lhs, @Nullable Expr typ, @Nullable Expr init) {
    if (typ != null) {
      obj.setType(check.typeExprs.varType(typ));
    }
    if (init == null) {
      if (typ == null) {
        obj.setType(Universe.INVALID); // reported by arity
      }
      return;
    }
    if (lhs == null || lhs.size() == 1) {
      Operand x = new Operand();
      check.exprs.expr(Exprs.newTarget(obj.typeOrNull(), obj.name()), x, init);
      check.assignments.initVar(obj, x, "variable declaration");
      return;
    }
    if (typ != null) {
      for (Obj.Var v : lhs) {
        v.setType(obj.typeOrNull());
      }
    }
    check.assignments.initVars(lhs, List.of(init), null);
  }

  /**
   * A constraint declared in another package, which needs a version of the language that has
   * constraints.
   */
  boolean isImportedConstraint(@Nullable Type typ) {
    Named named = Types.asNamed(typ);
    if (named == null || named.obj().pkg() == check.pkg || named.obj().pkg() == null) {
      return false;
    }
    return named.underlying() instanceof Interface i && !i.isMethodSet();
  }

  private void typeDecl(Obj.TypeName obj, Decl.TypeDecl tdecl) {
    var rhs = new @Nullable Type[1];
    var versionErr = new boolean[1];
    check.later(() -> {
      Named t = Types.asNamed(obj.typeOrNull());
      if (t != null) {
        check.validType.validType(t);
      }
      if (!versionErr[0] && isImportedConstraint(rhs[0])) {
        check.verifyVersionf(tdecl.type(), 18, "using type constraint %s", rhs[0]);
      }
    });
    Expr.Field tparam0 = tdecl.tparams().isEmpty() ? null : tdecl.tparams().getFirst();
    if (tdecl.alias()) {
      if (tparam0 != null && !check.verifyVersionf(tparam0, 23, "generic type alias")) {
        versionErr[0] = true;
      }
      if (!versionErr[0] && !check.verifyVersionf(tdecl, 9, "type alias")) {
        versionErr[0] = true;
      }
      Alias alias = check.newAlias(obj, null);
      if (tparam0 != null) {
        check.stmts.openScope(tdecl, "type parameters");
      }
      try {
        if (tparam0 != null) {
          collectTypeParams(alias::setTypeParams, tdecl.tparams());
        }
        Type t = check.typeExprs.declaredType(tdecl.type(), obj);
        rhs[0] = t;
        alias.setRhs(t);
        if (t instanceof TypeParam p && alias.typeParams().contains(p)) {
          check.error(
              tdecl.type(),
              Code.MISPLACED_TYPE_PARAM,
              "cannot use type parameter declared in alias declaration as RHS");
          alias.setRhs(Universe.INVALID);
        }
      } finally {
        if (tparam0 != null) {
          check.stmts.closeScope();
        }
        if (alias.rhsOrNull() == null) {
          alias.setRhs(Universe.INVALID);
        }
      }
      return;
    }
    if (tparam0 != null && !check.verifyVersionf(tparam0, 18, "type parameter")) {
      versionErr[0] = true;
    }
    Named named = check.newNamed(obj, null);
    if (tparam0 != null) {
      check.stmts.openScope(tdecl, "type parameters");
      collectTypeParams(named::setTypeParams, tdecl.tparams());
    }
    Type t = check.typeExprs.declaredType(tdecl.type(), obj);
    rhs[0] = t;
    named.setRhs(t);
    if (Predicates.isTypeParam(t)) {
      check.error(
          tdecl.type(),
          Code.MISPLACED_TYPE_PARAM,
          "cannot use a type parameter as RHS in type declaration");
      named.setRhs(Universe.INVALID);
    }
    if (tparam0 != null) {
      check.stmts.closeScope();
    }
  }

  /**
   * Declares type parameters; {@code set} gets the list before constraints are checked, since they
   * may need it.
   */
  void collectTypeParams(Consumer<List<TypeParam>> set, List<Expr.Field> list) {
    List<TypeParam> tparams = new ArrayList<>();
    Pos scopePos = list.getFirst().pos();
    for (Expr.Field f : list) {
      if (f.name() != null) {
        tparams.add(declareTypeParam(f.name(), scopePos));
      }
    }
    bindTParams(tparams);
    set.accept(tparams);
    check.env.inTParamList = true;
    try {
      Type bound = Universe.INVALID;
      Expr prev = null;
      for (int i = 0; i < tparams.size(); i++) {
        Expr type = list.get(i).type();
        // Parameters declared together share one constraint; type strings show that.
        if (prev == null || type != prev) {
          bound = bound(type);
          if (Predicates.isTypeParam(bound)) {
            check.error(
                type, Code.MISPLACED_TYPE_PARAM, "cannot use a type parameter as constraint");
            bound = Universe.INVALID;
          }
        }
        prev = type;
        tparams.get(i).setBound(bound);
      }
    } finally {
      check.env.inTParamList = false;
    }
  }

  static void bindTParams(List<TypeParam> list) {
    for (int i = 0; i < list.size(); i++) {
      list.get(i).setIndex(i);
    }
  }

  /**
   * A constraint expression; {@code ~T} and {@code A|B} stand for an interface with that element.
   */
  Type bound(Expr x) {
    if (x instanceof Expr.Operation op && (op.op() == Operator.TILDE || op.op() == Operator.OR)) {
      Expr wrapped = new Expr.InterfaceType(x.pos(), List.of(new Expr.Field(x.pos(), null, x)));
      Type t = check.typeExprs.typ(wrapped);
      if (t instanceof Interface i) {
        i.implicit = true;
      }
      return t;
    }
    return check.typeExprs.typ(x);
  }

  TypeParam declareTypeParam(Expr.Name name, Pos scopePos) {
    Obj.TypeName tname = new Obj.TypeName(name.pos(), check.pkg, name.value(), null);
    TypeParam tpar = check.newTypeParam(tname, Universe.INVALID);
    declare(check.env.scope, name, tname, scopePos);
    return tpar;
  }

  /** Adds the methods declared for {@code obj} to its type. */
  void collectMethods(Obj.TypeName obj) {
    List<Obj.Func> methods = check.methods.remove(obj);
    if (methods == null) {
      return;
    }
    Map<String, Obj> mset = new HashMap<>();
    Named base = Types.asNamed(obj.typeOrNull());
    if (base != null) {
      Named b = base;
      check.later(() -> checkFieldUniqueness(b));
    }
    for (Obj.Func m : methods) {
      Obj alt = mset.putIfAbsent(m.qualifiedId(), m);
      if (alt != null) {
        check.errorf(
            m.pos(),
            Code.DUPLICATE_METHOD,
            "method %s.%s already declared at %v",
            obj.name(),
            m.name(),
            alt.pos());
        continue;
      }
      if (base != null) {
        check.addMethod(base, m);
      }
    }
  }

  private void checkFieldUniqueness(Named base) {
    if (!(base.underlying() instanceof Struct t)) {
      return;
    }
    Map<String, Obj> mset = new HashMap<>();
    for (Obj.Func m : base.methods()) {
      mset.put(m.qualifiedId(), m);
    }
    for (Obj.Var fld : t.fields()) {
      if (!fld.name().equals("_")) {
        Obj alt = mset.putIfAbsent(fld.qualifiedId(), fld);
        if (alt != null) {
          ErrorDesc err = check.newError(Code.DUPLICATE_FIELD_AND_METHOD);
          err.addf(alt, "field and method with the same name %s", fld.name());
          err.addAltDecl(fld);
          err.report();
        }
      }
    }
  }

  private void funcDecl(Obj.Func obj, DeclInfo decl) {
    Decl.FuncDecl fdecl = decl.fdecl;
    if (fdecl == null) {
      throw new IllegalStateException("no declaration of " + obj.name());
    }
    Signature sig = new Signature();
    obj.setType(sig); // so that cycles end here
    check.signatures.funcType(sig, fdecl.recv(), fdecl.tparams(), fdecl.type());
    if (!fdecl.tparams().isEmpty() && fdecl.body() == null) {
      check.softErrorf(fdecl, Code.BAD_DECL, "generic function is missing function body");
    }
    var body = fdecl.body();
    if (body != null) {
      Runnable checkBody = () -> check.stmts.funcBody(decl, obj.name(), sig, body, null);
      if (check.outlined != null) {
        check.outlined.put(obj, checkBody);
      } else {
        check.later(checkBody); // after all package-level declarations
      }
    }
  }

  /**
   * Keeps, within a list of declarations, what a constant without initialiser repeats, and the
   * value of iota.
   */
  static final class ConstGroup {
    private int first = -1;
    private Decl.@Nullable Group group;
    private Decl.@Nullable ConstDecl last;
    private boolean inherited;

    /**
     * To be called for every declaration in order; true for constants, after which the others are
     * valid.
     */
    boolean next(Decl decl, int index) {
      if (!(decl instanceof Decl.ConstDecl s)) {
        first = -1;
        return false;
      }
      if (first < 0 || s.group() == null || group != s.group()) {
        first = index;
        last = null;
      }
      group = s.group();
      inherited = true;
      if (s.type() != null || s.values() != null) {
        last = s;
        inherited = false;
      } else if (last == null) {
        inherited = false;
      }
      iota = Constant.of((long) (index - first));
      return true;
    }

    Constant iota = Constant.of(0L);

    boolean inherited() {
      return inherited;
    }

    @Nullable Expr type() {
      return last != null ? last.type() : null;
    }

    List<Expr> values() {
      return last != null ? unpackList(last.values()) : List.of();
    }
  }

  /**
   * The elements of a list of expressions, a single expression as a list of one, nothing as an
   * empty list.
   */
  static List<Expr> unpackList(@Nullable Expr x) {
    return switch (x) {
      case null -> List.of();
      case Expr.ListExpr l -> l.elems();
      default -> List.of(x);
    };
  }

  /** Declarations in a function. */
  void declStmt(List<Decl> list) {
    ConstGroup consts = new ConstGroup();
    for (int index = 0; index < list.size(); index++) {
      Decl decl = list.get(index);
      boolean isConst = consts.next(decl, index);
      switch (decl) {
        case Decl.ConstDecl s when isConst -> localConsts(s, consts);
        case Decl.VarDecl s -> localVars(s);
        case Decl.TypeDecl s -> {
          Obj.TypeName obj = new Obj.TypeName(s.name().pos(), check.pkg, s.name().value(), null);
          declare(check.env.scope, s.name(), obj, s.name().pos());
          check.push(obj);
          try {
            typeDecl(obj, s);
          } finally {
            check.pop();
          }
        }
        default ->
            check.errorf(decl, Code.INVALID_SYNTAX_TREE, "unknown declaration in a function");
      }
    }
  }

  private void localConsts(Decl.ConstDecl s, ConstGroup consts) {
    int top = check.delayedTop();
    List<Expr> values = consts.values();
    List<Obj.Const> lhs = new ArrayList<>();
    for (int i = 0; i < s.names().size(); i++) {
      Expr.Name name = s.names().get(i);
      Obj.Const obj = new Obj.Const(name.pos(), check.pkg, name.value(), null, consts.iota);
      lhs.add(obj);
      constDecl(obj, consts.type(), i < values.size() ? values.get(i) : null, consts.inherited());
    }
    check.resolver.arity(s.pos(), s.names(), values, true, consts.inherited());
    // Function literals in the initialisers must not see the new names.
    check.processDelayed(top);
    Pos scopePos = Errors.endPos(s);
    for (int i = 0; i < lhs.size(); i++) {
      declare(check.env.scope, s.names().get(i), lhs.get(i), scopePos);
    }
  }

  private void localVars(Decl.VarDecl s) {
    int top = check.delayedTop();
    List<Obj.Var> lhs0 = new ArrayList<>();
    for (Expr.Name name : s.names()) {
      lhs0.add(check.newLocalVar(name));
    }
    List<Expr> values = unpackList(s.values());
    for (int i = 0; i < lhs0.size(); i++) {
      List<Obj.Var> lhs = null;
      Expr init = null;
      if (values.size() == s.names().size()) {
        init = values.get(i);
      } else if (values.size() == 1) {
        lhs = lhs0; // a call with several results
        init = values.getFirst();
      } else if (i < values.size()) {
        init = values.get(i);
      }
      varDecl(lhs0.get(i), lhs, s.type(), init);
      if (values.size() == 1) {
        break; // all of them have their types
      }
    }
    if (s.type() == null || !values.isEmpty()) {
      check.resolver.arity(s.pos(), s.names(), values, false, false);
    }
    check.processDelayed(top);
    Pos scopePos = Errors.endPos(s);
    for (int i = 0; i < lhs0.size(); i++) {
      declare(check.env.scope, s.names().get(i), lhs0.get(i), scopePos);
    }
  }
}

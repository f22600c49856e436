package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Stmt;
import dev.gomem.types.Alias;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.BuiltinId;
import dev.gomem.types.Chan;
import dev.gomem.types.Info;
import dev.gomem.types.Interface;
import dev.gomem.types.MapType;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Pointer;
import dev.gomem.types.Selection;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import dev.gomem.types.Union;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the dictionary that gc passes to the instances of a generic function, or to the
 * methods of a generic type's: methods of type parameters, dictionaries of other instances, types,
 * pairs of type and interface. Nothing here runs; gc's messages print places and lengths of
 * dictionaries. Types are told apart as objects, as gc's writer does, which sees each body once, in
 * the order that this class follows. Source: cmd/compile/internal/noder/writer.go.
 */
final class Dictionary {
  private record Method(int param, String name) {}

  private record Sub(Obj of, List<Type> targs) {
    boolean same(Sub o) {
      return of == o.of && identical(targs, o.targs);
    }

    private static boolean identical(List<Type> a, List<Type> b) {
      for (int i = 0; i < a.size(); i++) {
        if (a.get(i) != b.get(i)) {
          return false;
        }
      }
      return a.size() == b.size();
    }
  }

  private record Itab(Type type, Type iface) {}

  private final List<Method> methods = new ArrayList<>();
  private final List<Sub> subs = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();
  private final List<Itab> itabs = new ArrayList<>();
  private final Map<Type, Boolean> derived = new IdentityHashMap<>();

  /** Of a generic function alone, or of all methods of a type, in order of declaration. */
  static Dictionary of(List<Generics.Body> bodies) {
    Dictionary d = new Dictionary();
    for (Generics.Body b : bodies) {
      d.new Writer(b).function();
    }
    return d;
  }

  int words() {
    return methods.size() + subs.size() + types.size() + itabs.size();
  }

  /** Place of a method of a type parameter; -1 if it is not found. */
  int method(int param, String name) {
    return methods.indexOf(new Method(param, name));
  }

  /** Place of another instance's dictionary; -1 if it is not found. */
  int sub(Obj of, List<Type> targs) {
    Sub s = new Sub(of, targs);
    for (int i = 0; i < subs.size(); i++) {
      if (subs.get(i).same(s)) {
        return methods.size() + i;
      }
    }
    return -1;
  }

  /** Writes one body, with the type parameters it was declared with. */
  private final class Writer {
    private final Generics.Body body;
    private final Info info;
    private Signature signature;

    Writer(Generics.Body body) {
      this.body = body;
      this.info = body.info();
      Obj.Func f = info.func(body.decl());
      if (f == null) {
        throw new IllegalStateException("not checked: " + body.decl().name().value());
      }
      this.signature = f.signature();
    }

    void function() {
      Decl.FuncDecl d = body.decl();
      params();
      if (d.body() != null) {
        stmts(d.body().list());
      }
    }

    // ---- entries

    private boolean derived(Type t) {
      Boolean known = derived.get(t);
      if (known == null) {
        known =
            switch (t) {
              case Alias a -> derived(Types.unalias(a));
              case Named n ->
                  body.locals().contains(n.obj()) || n.typeArgs().stream().anyMatch(this::derived);
              case Pointer p -> derived(p.elem());
              case Slice s -> derived(s.elem());
              case Array a -> derived(a.elem());
              case Chan c -> derived(c.elem());
              case MapType m -> derived(m.key()) || derived(m.elem());
              case Struct s -> s.fields().stream().anyMatch(f -> derived(f.type()));
              case Tuple u -> u.vars().stream().anyMatch(v -> derived(v.type()));
              case Signature s -> derived(s.params()) || derived(s.results());
              case Interface i ->
                  i.methods().stream().anyMatch(m -> derived(m.signature()))
                      || i.embeddeds().stream().anyMatch(this::derived);
              case Basic b -> false;
              case TypeParam p -> true;
              case Union u -> false;
            };
        derived.put(t, known);
      }
      return known;
    }

    private Type written(Type t0) {
      Type t = t0;
      while (t instanceof Alias a && body.locals().contains(a.obj())) {
        t = a.rhs();
      }
      return t;
    }

    private void rtype(Type t0) {
      Type t = written(t0);
      if (derived(t) && types.stream().noneMatch(x -> x == t)) {
        types.add(t);
      }
    }

    private void itab(Type type0, Type iface0) {
      Type type = written(type0);
      Type iface = written(iface0);
      rtype(type);
      rtype(iface);
      boolean either = derived(type) || derived(iface);
      if (either && itabs.stream().noneMatch(x -> x.type == type && x.iface == iface)) {
        itabs.add(new Itab(type, iface));
      }
    }

    private void sub(Obj of, List<Type> targs) {
      Sub s = new Sub(of, targs.stream().map(this::written).toList());
      if (targs.stream().anyMatch(this::derived) && subs.stream().noneMatch(s::same)) {
        subs.add(s);
      }
    }

    private void local(Obj.Var v) {
      Type t = written(v.type());
      if (derived(t)) {
        rtype(t);
      }
    }

    private void params() {
      Obj.Var recv = signature.recv();
      if (recv != null) {
        local(recv);
      }
      signature.params().vars().forEach(this::local);
      signature.results().vars().forEach(this::local);
    }

    private Type typeOf(Expr e) {
      Type t = e instanceof Expr.Name n && instance(n) instanceof Info.Instance i ? i.type() : null;
      return t != null ? t : info.typeOf(e);
    }

    private Info.@Nullable Instance instance(Expr.Name n) {
      return info.instance(n);
    }

    private static Type core(Type t) {
      Type c = Types.core(t);
      return c != null ? c : Universe.INVALID;
    }

    private static Type elem(Type t) {
      return core(t) instanceof Slice s ? s.elem() : Universe.INVALID;
    }

    // ---- statements

    private void stmts(List<Stmt> list) {
      list.forEach(this::stmt);
    }

    private void stmt(@Nullable Stmt s) {
      switch (s) {
        case null -> {}
        case Stmt.EmptyStmt _, Stmt.BranchStmt _ -> {}
        case Stmt.AssignStmt a -> {
          Operator op = a.op();
          if (a.rhs() == null && op != null) {
            expr(a.lhs());
          } else if (op != null && op != Operator.DEF && a.rhs() != null) {
            expr(a.lhs());
            convert(op.isShift() ? null : typeOf(a.lhs()), a.rhs(), true);
          } else {
            assign(Expr.unpack(a.lhs()), a.rhs());
          }
        }
        case Stmt.BlockStmt b -> stmts(b.list());
        case Stmt.CallStmt c -> expr(c.call());
        case Stmt.DeclStmt d -> {
          for (Decl decl : d.decls()) {
            if (decl instanceof Decl.VarDecl v) {
              assign(new ArrayList<>(v.names()), v.values());
            }
          }
        }
        case Stmt.ExprStmt e -> expr(e.x());
        case Stmt.ForStmt f -> forStmt(f);
        case Stmt.IfStmt i -> {
          Constant c = info.constantOf(i.cond());
          stmt(i.init());
          expr(i.cond());
          if (c == null || Constants.boolValue(c)) {
            stmts(i.then().list());
          }
          if (c == null || !Constants.boolValue(c)) {
            stmt(i.els());
          }
        }
        case Stmt.LabeledStmt l -> stmt(l.stmt());
        case Stmt.ReturnStmt r -> {
          Tuple results = signature.results();
          multi(i -> results.at(i).type(), Expr.unpack(r.results()));
        }
        case Stmt.SelectStmt sel -> {
          for (Stmt.CommClause c : sel.body()) {
            stmt(c.comm());
            stmts(c.body());
          }
        }
        case Stmt.SendStmt send -> {
          expr(send.chan());
          Type t = core(typeOf(send.chan()));
          convert(t instanceof Chan c ? c.elem() : null, send.value(), true);
        }
        case Stmt.SwitchStmt sw -> switchStmt(sw);
        case Stmt.RangeClause r -> throw new IllegalStateException("range clause alone");
      }
    }

    private void assign(List<? extends Expr> lhs, @Nullable Expr values) {
      lhs.forEach(this::target);
      multi(i -> destination(lhs.get(i)), Expr.unpack(values));
    }

    private void target(Expr e0) {
      Expr e = Expr.unparen(e0);
      if (e instanceof Expr.Name n && (n.value().equals("_") || info.def(n) instanceof Obj.Var)) {
        if (info.def(n) instanceof Obj.Var v && !n.value().equals("_")) {
          local(v);
        }
        return;
      }
      expr(e);
    }

    private @Nullable Type destination(Expr e0) {
      Expr e = Expr.unparen(e0);
      if (e instanceof Expr.Name n) {
        return n.value().equals("_")
            ? null
            : info.objectOf(n) instanceof Obj.Var v ? v.type() : null;
      }
      return typeOf(e);
    }

    private void forStmt(Stmt.ForStmt f) {
      if (f.init() instanceof Stmt.RangeClause r) {
        List<Expr> lhs = Expr.unpack(r.lhs());
        lhs.forEach(this::target);
        expr(r.x());
        Type t = typeOf(r.x());
        Type core = core(t);
        if (core instanceof MapType) {
          rtype(t);
        }
        List<Type> kv = keyValue(t, core);
        for (int i = 0; i < lhs.size() && i < kv.size(); i++) {
          Type dst = destination(lhs.get(i));
          if (dst != null) {
            itab(kv.get(i), dst);
          }
        }
        stmts(f.body().list());
        return;
      }
      stmt(f.init());
      Expr cond = f.cond();
      Constant c = cond == null ? null : info.constantOf(cond);
      if (cond != null) {
        expr(cond);
      }
      if (c == null || Constants.boolValue(c)) {
        stmt(f.post());
        stmts(f.body().list());
      }
    }

    private static List<Type> keyValue(Type t, Type core) {
      return switch (core) {
        case Basic b when b.isString() -> List.of(Universe.INT, Universe.RUNE);
        case Basic b -> List.of(t);
        case Array a -> List.of(Universe.INT, a.elem());
        case Slice s -> List.of(Universe.INT, s.elem());
        case Pointer p when p.elem().underlying() instanceof Array a ->
            List.of(Universe.INT, a.elem());
        case MapType m -> List.of(m.key(), m.elem());
        case Chan c -> List.of(c.elem());
        case Signature s
            when s.params().size() == 1
                && s.params().at(0).type().underlying() instanceof Signature yield -> {
          List<Type> out = new ArrayList<>();
          yield.params().vars().forEach(v -> out.add(v.type()));
          yield out;
        }
        default -> List.of();
      };
    }

    private void switchStmt(Stmt.SwitchStmt s) {
      stmt(s.init());
      if (s.tag() instanceof Expr.TypeSwitchGuard g) {
        Type iface = typeOf(g.x());
        expr(g.x());
        for (Stmt.CaseClause c : s.body()) {
          for (Expr e : Expr.unpack(c.cases())) {
            Info.TypeAndValue tv = info.typeAndValue(e);
            if (tv == null || tv.mode() != Info.Mode.NIL_VALUE) {
              exprType(iface, e);
            }
          }
          if (info.implicit(c) instanceof Obj.Var v) {
            local(v);
          }
          stmts(c.body());
        }
        return;
      }
      Expr tag = s.tag();
      Type type = tag == null ? Universe.BOOL : typeOf(tag);
      for (Stmt.CaseClause c : s.body()) {
        for (Expr e : Expr.unpack(c.cases())) {
          Type t = typeOf(e);
          if (isInterface(t) != isInterface(type) && isInterface(t)) {
            type = Universe.ANY;
          }
        }
      }
      if (tag != null) {
        convert(type, tag, true);
      }
      for (Stmt.CaseClause c : s.body()) {
        for (Expr e : Expr.unpack(c.cases())) {
          convert(type, e, true);
        }
        stmts(c.body());
      }
    }

    private static boolean isInterface(Type t) {
      return TypeFacts.isInterface(t);
    }

    // ---- expressions

    private void exprs(List<Expr> list) {
      list.forEach(this::expr);
    }

    private void multi(IntFunction<@Nullable Type> dst, List<Expr> list) {
      if (list.size() == 1 && typeOf(list.get(0)) instanceof Tuple t && t.size() > 1) {
        expr(list.get(0));
        for (int i = 0; i < t.size(); i++) {
          Type src = t.at(i).type();
          Type to = dst.apply(i);
          if (to != null && !TypeFacts.identical(src, to)) {
            itab(src, to);
          }
        }
        return;
      }
      for (int i = 0; i < list.size(); i++) {
        convert(dst.apply(i), list.get(i), true);
      }
    }

    private void convert(@Nullable Type dst, Expr e, boolean implicit) {
      Type src = typeOf(e);
      if (dst != null && !(implicit && TypeFacts.identical(src, dst))) {
        itab(src, dst);
      }
      expr(e);
    }

    private void exprType(@Nullable Type iface, Expr type) {
      Type t = info.typeOf(type);
      if (iface != null && !TypeFacts.isEmptyInterface(iface)) {
        itab(t, iface);
      } else {
        rtype(t);
      }
    }

    private void expr(@Nullable Expr e0) {
      if (e0 == null) {
        return;
      }
      Expr e = Expr.unparen(e0);
      if (info.constantOf(e) != null) {
        return;
      }
      Expr.Name name = name(e);
      if (name != null) {
        Info.Instance inst = instance(name);
        if (inst != null && info.use(name) instanceof Obj.Func f) {
          sub(f, inst.typeArgs());
        }
        return;
      }
      switch (e) {
        case Expr.CompositeLit lit -> compositeLit(lit);
        case Expr.FuncLit lit -> {
          Signature outer = signature;
          signature = (Signature) info.typeOf(lit).underlying();
          params();
          stmts(lit.body().list());
          signature = outer;
        }
        case Expr.SelectorExpr s -> {
          Selection sel = info.selection(s);
          if (sel == null) {
            return;
          }
          switch (sel.kind()) {
            case FIELD_VAL -> expr(s.x());
            case METHOD_VAL -> {
              expr(s.x());
              method(sel, typeOf(s.x()));
            }
            case METHOD_EXPR -> method(sel, info.typeOf(s.x()));
          }
        }
        case Expr.IndexExpr i -> {
          expr(i.x());
          Type t = typeOf(i.x());
          MapType m = core(t) instanceof MapType mt ? mt : null;
          convert(m == null ? null : m.key(), i.index(), true);
          if (m != null) {
            rtype(t);
          }
        }
        case Expr.SliceExpr s -> {
          expr(s.x());
          expr(s.lo());
          expr(s.hi());
          expr(s.max());
        }
        case Expr.AssertExpr a -> {
          Type iface = typeOf(a.x());
          expr(a.x());
          exprType(iface, a.type());
          rtype(iface);
        }
        case Expr.Operation o -> operation(o);
        case Expr.CallExpr c -> call(c);
        default -> {}
      }
    }

    /** The name that an expression is, qualified or instantiated or neither. */
    private Expr.@Nullable Name name(Expr e0) {
      Expr e = e0;
      if (e instanceof Expr.IndexExpr i) {
        Info.TypeAndValue tv = info.typeAndValue(Expr.unpack(i.index()).get(0));
        if (tv == null || !tv.isType()) {
          return null;
        }
        e = Expr.unparen(i.x());
      }
      if (e instanceof Expr.SelectorExpr s) {
        return s.x() instanceof Expr.Name p && info.use(p) instanceof Obj.PkgName ? s.sel() : null;
      }
      return e instanceof Expr.Name n ? n : null;
    }

    private void method(Selection sel, Type recv0) {
      Type recv = recv0;
      for (int i = 0; i < sel.index().size() - 1; i++) {
        Type p = TypeFacts.pointee(recv);
        if ((p != null ? p : recv).underlying() instanceof Struct s) {
          recv = s.field(sel.index().get(i)).type();
        }
      }
      if (Types.unalias(recv) instanceof TypeParam p) {
        Method m = new Method(p.index(), sel.obj().name());
        if (!methods.contains(m)) {
          methods.add(m);
        }
        return;
      }
      Type base = Types.unalias(recv);
      base = base instanceof Pointer p ? Types.unalias(p.elem()) : base;
      if (base instanceof Named n && !isInterface(n) && !n.typeArgs().isEmpty()) {
        sub(n.obj(), n.typeArgs());
      }
    }

    private void compositeLit(Expr.CompositeLit lit) {
      Type t = typeOf(lit);
      t = core(t) instanceof Pointer p ? p.elem() : t;
      Type core = core(t);
      if (core instanceof MapType) {
        rtype(t);
      }
      for (int i = 0; i < lit.elems().size(); i++) {
        Expr e = lit.elems().get(i);
        Expr value = e instanceof Expr.KeyValueExpr kv ? kv.value() : e;
        switch (core) {
          case Struct s -> {
            Obj.Var f = i < s.size() ? s.field(i) : null;
            if (e instanceof Expr.KeyValueExpr kv && kv.key() instanceof Expr.Name n) {
              f = s.fields().stream().filter(x -> x.name().equals(n.value())).findFirst().orElse(f);
            }
            convert(f == null ? null : f.type(), value, true);
          }
          case MapType m -> {
            if (e instanceof Expr.KeyValueExpr kv) {
              convert(m.key(), kv.key(), true);
            }
            convert(m.elem(), value, true);
          }
          case Array a -> convert(a.elem(), value, true);
          case Slice s -> convert(s.elem(), value, true);
          default -> {}
        }
      }
    }

    private void operation(Expr.Operation o) {
      Expr right = o.y();
      if (right == null) {
        expr(o.x());
        return;
      }
      Type common = null;
      if (!o.op().isShift()) {
        Type x = typeOf(o.x());
        Type y = typeOf(right);
        boolean toX = isInterface(x) && !isInterface(y);
        common = toX || y == Universe.UNTYPED_NIL ? x : y;
      }
      convert(common, o.x(), true);
      convert(common, right, true);
    }

    private void call(Expr.CallExpr c) {
      Info.TypeAndValue tv = info.typeAndValue(c.fun());
      if (tv != null && tv.isType()) {
        convert(tv.type(), c.args().get(0), false);
        return;
      }
      Expr fun = Expr.unparen(c.fun());
      Expr.Name name = name(fun);
      Type result = typeOf(c);
      Type after = null;
      if (name != null && info.use(name) instanceof Obj.Builtin b) {
        switch (b.id()) {
          case MAKE -> {
            exprType(null, c.args().get(0));
            exprs(c.args().subList(1, c.args().size()));
            rtype(core(result) instanceof Slice s ? s.elem() : result);
            return;
          }
          case NEW -> {
            Info.TypeAndValue arg = info.typeAndValue(c.args().get(0));
            if (arg != null && arg.isType()) {
              exprType(null, c.args().get(0));
            } else {
              expr(c.args().get(0));
            }
            return;
          }
          case UNSAFE_SIZEOF, UNSAFE_ALIGNOF, UNSAFE_OFFSETOF -> {
            return;
          }
          case APPEND, UNSAFE_SLICE -> after = elem(result);
          case COPY -> after = elem(first(typeOf(c.args().get(0))));
          case DELETE -> after = first(typeOf(c.args().get(0)));
          default -> {}
        }
        builtinArguments(b.id(), c, result);
      } else {
        expr(fun);
        if (core(tv != null ? tv.type() : Universe.INVALID) instanceof Signature sig) {
          int last = sig.params().size() - 1;
          multi(
              i ->
                  sig.variadic() && !c.hasDots() && i >= last
                      ? TypeFacts.elem(sig.params().at(last).type())
                      : sig.params().at(i).type(),
              c.args());
        }
      }
      if (after != null) {
        rtype(after);
      }
    }

    private static Type first(Type t) {
      return t instanceof Tuple u ? u.at(0).type() : t;
    }

    private void builtinArguments(BuiltinId id, Expr.CallExpr c, Type result) {
      switch (id) {
        case APPEND -> {
          Type more = c.hasDots() ? null : elem(result);
          multi(i -> i == 0 ? result : more, c.args());
        }
        case DELETE -> {
          Type m = core(first(typeOf(c.args().get(0))));
          multi(i -> i == 0 || !(m instanceof MapType mt) ? null : mt.key(), c.args());
        }
        case PANIC -> multi(i -> Universe.ANY, c.args());
        case MIN, MAX -> multi(i -> result, c.args());
        default -> multi(i -> null, c.args());
      }
    }
  }
}

package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Operator;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.BuiltinId;
import dev.gomem.types.Chan;
import dev.gomem.types.Info;
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
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of {@link TreeBuilder}. All implicit conversions are inserted here, where gc's writer
 * inserts them: at assignments, arguments, results, elements, sends, map indices and comparisons.
 * Source: cmd/compile's noder/{writer,reader}.go, typecheck/{typecheck,expr,func}.go.
 */
final class TreeExprs {
  private final TreeBuilder b;

  TreeExprs(TreeBuilder b) {
    this.b = b;
  }

  private Reading info() {
    return b.info;
  }

  private Expr strip(Expr e0) {
    Expr e = Expr.unparen(e0);
    Expr r = b.replaced.get(e);
    return r == null ? e : strip(r);
  }

  /** An expression as it stands. */
  Tree expr(Expr e0) {
    Expr e = strip(e0);
    Info.TypeAndValue tv = info().typeAndValue(e);
    if (tv != null) {
      Constant value = tv.value();
      if (value != null) {
        Type t = idealType(tv.type(), value);
        b.program.meets(t);
        return from(e, new Tree.Literal(e.pos(), t, fit(t, value)));
      }
      if (tv.mode() == Info.Mode.NIL_VALUE) {
        return from(e, new Tree.Nil(e.pos(), tv.type()));
      }
    }
    switch (object(e)) {
      case Obj.Nil nil -> {
        return from(e, new Tree.Nil(e.pos(), tv != null ? tv.type() : Universe.UNTYPED_NIL));
      }
      case Obj.Func f -> {
        Tree.FuncName n = new Tree.FuncName(e.pos(), f, tv != null ? tv.type() : f.type());
        b.program.meets(n.type);
        n.instance = instance(e, f);
        return from(e, n);
      }
      case Obj.Var v -> {
        return b.use(v, e.pos());
      }
      case null, default -> {}
    }
    if (tv != null) {
      b.program.meets(tv.type());
    }
    return compute(e, tv != null ? tv.type() : Universe.INVALID);
  }

  /** The instance of a generic function that an expression names. */
  private @Nullable Func instance(Expr e0, Obj.Func f) {
    Expr e = e0 instanceof Expr.IndexExpr i ? Expr.unparen(i.x()) : e0;
    e = e instanceof Expr.SelectorExpr s ? s.sel() : e;
    List<Type> targs = e instanceof Expr.Name n ? info().typeArgs(n) : null;
    return targs == null ? null : b.program.instance(f, targs);
  }

  private static Tree from(Expr e, Tree t) {
    t.source = e;
    return t;
  }

  private Tree compute(Expr e, Type type) {
    return switch (e) {
      case Expr.CompositeLit lit -> compositeLit(lit, type);
      case Expr.FuncLit lit -> b.literal(lit, type);
      case Expr.SelectorExpr s -> selector(s, type);
      case Expr.IndexExpr i -> index(i);
      case Expr.SliceExpr s -> slicing(s, type);
      case Expr.AssertExpr a -> {
        Tree.TypeAssert t = new Tree.TypeAssert(a.pos(), expr(a.x()), info().typeOf(a.type()));
        t.dynamic = info().derived(info().openType(a.type()));
        yield from(a, t);
      }
      case Expr.Operation o -> operation(o, type);
      case Expr.CallExpr c -> call(c, type);
      case Expr.Name n -> throw new IllegalStateException(n.pos() + ": no value: " + n.value());
      case Expr.BadExpr x -> throw notValue(x);
      case Expr.BasicLit x -> throw notValue(x);
      case Expr.KeyValueExpr x -> throw notValue(x);
      case Expr.ParenExpr x -> expr(x);
      case Expr.TypeSwitchGuard x -> throw notValue(x);
      case Expr.ListExpr x -> throw notValue(x);
      case Expr.ArrayType x -> throw notValue(x);
      case Expr.SliceType x -> throw notValue(x);
      case Expr.DotsType x -> throw notValue(x);
      case Expr.StructType x -> throw notValue(x);
      case Expr.InterfaceType x -> throw notValue(x);
      case Expr.FuncType x -> throw notValue(x);
      case Expr.MapType x -> throw notValue(x);
      case Expr.ChanType x -> throw notValue(x);
    };
  }

  private static IllegalStateException notValue(Expr e) {
    return new IllegalStateException(e.pos() + ": no value");
  }

  // ---- names and constants

  /** What a name, a qualified name, or an instance of one refers to. */
  private @Nullable Obj object(Expr e0) {
    Expr e = e0;
    if (e instanceof Expr.IndexExpr i) {
      List<Expr> args = Expr.unpack(i.index());
      Info.TypeAndValue tv = info().typeAndValue(args.get(0));
      if (tv == null || !tv.isType()) {
        return null;
      }
      e = Expr.unparen(i.x());
    }
    if (e instanceof Expr.SelectorExpr s) {
      if (!(s.x() instanceof Expr.Name p) || !(info().use(p) instanceof Obj.PkgName)) {
        return null;
      }
      e = s.sel();
    }
    return e instanceof Expr.Name n ? info().use(n) : null;
  }

  /** The checker leaves a few constants untyped; the back end wants a type. */
  private static Type idealType(Type t, Constant value) {
    if (!(Types.unalias(t) instanceof Basic basic) || !basic.isUntyped()) {
      return t;
    }
    return switch (basic.kind()) {
      case UNTYPED_INT, UNTYPED_FLOAT, UNTYPED_COMPLEX ->
          Constants.sign(Constants.toInt(value)) < 0 ? Universe.INT : Universe.UINT;
      case UNTYPED_BOOL -> Universe.BOOL;
      case UNTYPED_STRING -> Universe.STRING;
      case UNTYPED_RUNE -> Universe.INT32;
      default -> t;
    };
  }

  private static Constant fit(Type t, Constant value) {
    if (!(t.underlying() instanceof Basic basic)) {
      return value;
    }
    if (basic.isInteger()) {
      return Constants.toInt(value);
    }
    if (basic.kind() == Basic.Kind.FLOAT32) {
      return Constants.makeFloat64(Constants.float32Value(Constants.toFloat(value)));
    }
    if (basic.isFloat()) {
      Constant f = Constants.toFloat(value);
      return basic.isUntyped() ? f : Constants.makeFloat64(Constants.float64Value(f));
    }
    if (basic.isComplex()) {
      return Constants.toComplex(value);
    }
    return value;
  }

  // ---- conversions

  /** The expression implicitly converted to {@code dst}; null asks for no conversion. */
  Tree converted(@Nullable Type dst, Expr e) {
    return convert(dst, e, true);
  }

  private Tree convert(@Nullable Type dst, Expr e, boolean implicit) {
    Type src = info().typeOf(e);
    boolean identical = dst == null || TypeFacts.identical(src, dst);
    Tree x = expr(e);
    if (dst == null || (implicit && identical)) {
      return x;
    }
    return conversion(e.pos(), strip(e), x, dst, implicit);
  }

  private static Tree conversion(
      Pos pos, @Nullable Expr operand, Tree x, Type dst, boolean implicit) {
    if (x instanceof Tree.Nil nil && TypeFacts.isUntyped(nil.type)) {
      return new Tree.Nil(nil.pos, dst);
    }
    if (TypeFacts.isUntyped(x.type)) { // a comparison
      boolean bool = dst.underlying() instanceof Basic basic && basic.isBoolean();
      x.type = bool ? dst : Universe.BOOL;
      if (bool && implicit) {
        return x;
      }
    }
    Op op = Conversion.op(x.type, dst);
    if (op == Op.STR2RUNES && x instanceof Tree.Literal l && l.value instanceof Constant.Str s) {
      return runes(pos, operand, s, dst);
    }
    Tree.Conv c = new Tree.Conv(op, pos, x, dst, implicit);
    c.source = operand;
    return c;
  }

  /** {@code []rune("abc")} is a slice literal for gc. */
  private static Tree runes(Pos pos, @Nullable Expr operand, Constant.Str s, Type dst) {
    List<Tree.Element> list = new ArrayList<>();
    int[] runes = s.runes();
    for (int i = 0; i < runes.length; i++) {
      Tree key = new Tree.Literal(pos, Universe.INT, Constant.of(i));
      Tree value = new Tree.Literal(pos, TypeFacts.elem(dst), Constant.of(runes[i]));
      list.add(new Tree.Element("", key, value));
    }
    Tree.CompositeLit lit = new Tree.CompositeLit(Op.SLICELIT, pos, list, dst);
    lit.len = runes.length;
    lit.source = operand;
    return lit;
  }

  /**
   * Expressions converted to the types of their destinations; a single one may have several values,
   * which then go through temporaries.
   */
  List<Tree> multi(Pos pos, IntFunction<@Nullable Type> dst, List<Expr> exprs) {
    List<Tree> out = new ArrayList<>();
    if (exprs.size() == 1
        && info().typeOf(exprs.get(0)) instanceof Tuple tuple
        && tuple.size() > 1) {
      Tree x = expr(exprs.get(0));
      Tree.AssignList as =
          new Tree.AssignList(tupleOp(x), pos, new ArrayList<>(), new ArrayList<>(List.of(x)));
      as.def = true;
      for (int i = 0; i < tuple.size(); i++) {
        Type src = tuple.at(i).type();
        Type to = dst.apply(i);
        if (TypeFacts.isUntyped(src)) {
          src = to != null && !TypeFacts.isInterface(to) ? to : Universe.BOOL;
        }
        Tree.Name tmp = b.temp(pos, src);
        tmp.defn = as;
        as.init.add(new Tree.Dcl(pos, tmp));
        as.lhs.add(tmp);
        Tree res = tmp;
        if (to != null && !TypeFacts.identical(src, to)) {
          Tree.Conv conv = new Tree.Conv(Conversion.op(src, to), pos, tmp, to, true);
          conv.source = strip(exprs.get(0));
          conv.value = i;
          res = conv;
        }
        out.add(res);
      }
      // The first result carries the call; a name is shared, so it gets a wrapping of its own.
      Tree first = out.get(0);
      if (first instanceof Tree.Name) {
        Tree.Conv c = new Tree.Conv(Op.CONVNOP, first.pos, first, first.type, false);
        out.set(0, c);
        first = c;
      }
      first.init.add(as);
      return out;
    }
    for (int i = 0; i < exprs.size(); i++) {
      out.add(converted(dst.apply(i), exprs.get(i)));
    }
    return out;
  }

  private static Op tupleOp(Tree x) {
    return switch (x.op) {
      case INDEXMAP -> Op.AS2MAPR;
      case RECV -> Op.AS2RECV;
      case DOTTYPE -> Op.AS2DOTTYPE;
      default -> Op.AS2FUNC;
    };
  }

  // ---- literals

  private Tree compositeLit(Expr.CompositeLit lit, Type type0) {
    Type type = TypeFacts.pointee(type0) != null ? pointee(type0) : type0;
    List<Tree.Element> list = new ArrayList<>();
    Op op;
    long len = 0;
    switch (type.underlying()) {
      case Struct s -> {
        op = Op.STRUCTLIT;
        for (int i = 0; i < lit.elems().size(); i++) {
          Expr elem = lit.elems().get(i);
          Obj.Var field = i < s.size() ? s.field(i) : null;
          if (elem instanceof Expr.KeyValueExpr kv && kv.key() instanceof Expr.Name n) {
            field = info().use(n) instanceof Obj.Var v ? v : fieldNamed(s, n.value());
            elem = kv.value();
          }
          if (field == null) {
            throw notValue(elem);
          }
          list.add(
              new Tree.Element(field.name(), null, converted(info().apply(field.type()), elem)));
        }
      }
      case MapType m -> {
        op = Op.MAPLIT;
        for (Expr elem : lit.elems()) {
          if (elem instanceof Expr.KeyValueExpr kv) {
            Tree key = converted(m.key(), kv.key());
            list.add(new Tree.Element("", key, converted(m.elem(), kv.value())));
          }
        }
      }
      case Array a -> {
        op = Op.ARRAYLIT;
        elements(lit, a.elem(), list);
      }
      case Slice s -> {
        op = Op.SLICELIT;
        len = elements(lit, s.elem(), list);
      }
      default -> throw notValue(lit);
    }
    Tree.CompositeLit c = new Tree.CompositeLit(op, lit.pos(), list, type);
    c.len = len;
    c.source = lit;
    if (type == type0) {
      return c;
    }
    Tree.Addr addr = new Tree.Addr(Op.PTRLIT, lit.pos(), c, type0);
    addr.source = lit;
    return addr;
  }

  private static Obj.@Nullable Var fieldNamed(Struct s, String name) {
    return s.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
  }

  private static Type pointee(Type t) {
    Type p = TypeFacts.pointee(t);
    return p != null ? p : t;
  }

  private long elements(Expr.CompositeLit lit, Type elem, List<Tree.Element> list) {
    long next = 0;
    long len = 0;
    for (Expr e : lit.elems()) {
      Tree key = null;
      Expr value = e;
      if (e instanceof Expr.KeyValueExpr kv) {
        key = expr(kv.key());
        Constant index = info().constantOf(kv.key());
        Long at = index == null ? null : Constants.int64Value(Constants.toInt(index));
        next = at == null ? next : at;
        value = kv.value();
      }
      list.add(new Tree.Element("", key, converted(elem, value)));
      next++;
      len = Math.max(len, next);
    }
    return len;
  }

  // ---- selectors

  private Tree selector(Expr.SelectorExpr s, Type type) {
    Selection sel = info().selection(s);
    if (sel == null) {
      throw notValue(s);
    }
    return switch (sel.kind()) {
      case FIELD_VAL -> from(s, fields(s.pos(), expr(s.x()), sel.index(), sel.index().size()));
      case METHOD_VAL -> {
        Tree recv = receiver(s, sel);
        Obj.Func m = (Obj.Func) sel.obj();
        yield from(s, selected(Op.METHVALUE, s, recv, m, type, recv.type));
      }
      case METHOD_EXPR -> {
        Tree recv = from(s.x(), new Tree.TypeName(s.x().pos(), info().typeOf(s.x())));
        // For a promoted method gc makes a function, but goes by the tags of the method itself.
        Obj.Func m = (Obj.Func) sel.obj();
        yield from(s, selected(Op.METHEXPR, s, recv, m, type, receiverType(recv.type, sel)));
      }
    };
  }

  /**
   * A method of a value or type. What a type parameter's constraint offers is looked up when the
   * program runs, so it is not known here which method it is.
   */
  private Tree.Selector selected(
      Op op, Expr.SelectorExpr s, Tree x, Obj.Func m, Type type, Type recv) {
    boolean dynamic = onTypeParam(s);
    Tree.Selector sel =
        new Tree.Selector(op, s.pos(), x, s.sel().value(), dynamic ? null : m, type);
    sel.instance = dynamic ? null : b.program.methodInstance(m, recv);
    if (dynamic) {
      sel.text = methodWord(s, m, recv, type, !(x instanceof Tree.TypeName n && n.source != null));
    }
    sel.quiet = dynamic || sel.instance != null && Shapes.hasShape(recv);
    return sel;
  }

  /** The word of the dictionary that has a method of a type parameter, as a func value. */
  private String methodWord(
      Expr.SelectorExpr s, Obj.Func m, Type recv, Type type, boolean addReceiver) {
    String sig = b.program.format.type(type);
    if (addReceiver) {
      boolean more = !sig.startsWith("func()");
      sig = "func(" + b.program.format.type(recv) + (more ? ", " : "") + sig.substring(5);
    }
    TypeParam p = (TypeParam) Types.unalias(info().openType(s.x()));
    return "(" + sig + ")(&.dict[" + b.methodWord(p, m) + "])";
  }

  /** The dictionary that a call of an instance passes. */
  private @Nullable String dictionary(Tree callee, Expr fun) {
    if (callee instanceof Tree.FuncName f && f.instance != null) {
      Expr e = fun instanceof Expr.IndexExpr i ? Expr.unparen(i.x()) : fun;
      Expr n = e instanceof Expr.SelectorExpr s ? s.sel() : e;
      if (n instanceof Expr.Name name) {
        List<Type> targs = info().typeArgs(name);
        return targs == null
            ? null
            : info().derived(name)
                ? b.subdictionary(f.obj, info().openTypeArgs(name))
                : "&" + b.dictionary(f.obj, f.obj.name(), targs);
      }
    }
    if (callee instanceof Tree.Selector s
        && s.op == Op.METHEXPR
        && s.source == null
        && s.instance != null
        && s.method != null
        && named(s.x.type) instanceof Named n) {
      String shaped = TypeFormat.qualified(n.obj(), b.local) + TypeFormat.links(s.instance.shapes);
      s.text =
          (named(s.x.type) == Types.unalias(s.x.type) ? shaped : "(*" + shaped + ")") + "." + s.sel;
      if (!Shapes.hasShape(n)) {
        return "&" + b.dictionary(n.obj(), n.obj().name(), n.typeArgs());
      }
      Named open = named(openReceiver((Expr.SelectorExpr) fun));
      return open == null ? null : b.subdictionary(open.obj(), open.typeArgs());
    }
    return null;
  }

  /** The type of a method call's receiver, behind the embedded fields, with type parameters. */
  private Type openReceiver(Expr.SelectorExpr s) {
    Selection sel = info().selection(s);
    Type t = info().openType(s.x());
    return sel == null ? t : receiverType(t, sel);
  }

  private static @Nullable Named named(Type t) {
    Type u = Types.unalias(t);
    Type p = u instanceof Named ? null : TypeFacts.pointee(u);
    return (p == null ? u : Types.unalias(p)) instanceof Named n ? n : null;
  }

  /** A method that a type parameter's constraint offers. */
  private boolean onTypeParam(Expr.SelectorExpr s) {
    return Types.unalias(info().openType(s.x())) instanceof TypeParam;
  }

  /** The type whose method a selection ends at: behind the embedded fields. */
  private static Type receiverType(Type t0, Selection sel) {
    Type t = t0;
    for (int i = 0; i < sel.index().size() - 1; i++) {
      Type p = TypeFacts.pointee(t);
      if ((p != null ? p : t).underlying() instanceof Struct s) {
        t = s.field(sel.index().get(i)).type();
      }
    }
    return t;
  }

  /** Follows a path of fields; those in the middle are embedded. */
  private static Tree fields(Pos pos, Tree x0, List<Integer> path, int n) {
    Tree x = x0;
    for (int i = 0; i < n; i++) {
      Type p = TypeFacts.pointee(x.type);
      Type base = p != null ? p : x.type;
      if (!(base.underlying() instanceof Struct s)) {
        throw new IllegalStateException("no struct: " + base);
      }
      Obj.Var f = s.field(path.get(i));
      x = new Tree.Selector(p != null ? Op.DOTPTR : Op.DOT, pos, x, f.name(), null, f.type());
    }
    return x;
  }

  /**
   * The receiver of a method with what the language leaves out: embedded fields, then an address or
   * dereference.
   */
  private Tree receiver(Expr.SelectorExpr s, Selection sel) {
    Tree x = fields(s.pos(), expr(s.x()), sel.index(), sel.index().size() - 1);
    Obj.Var recv = ((Obj.Func) sel.obj()).signature().recv();
    if (recv == null || TypeFacts.isInterface(x.type)) {
      return x;
    }
    boolean wantsPointer = Types.unalias(recv.type()) instanceof Pointer;
    boolean isPointer = Types.unalias(x.type) instanceof Pointer;
    if (isPointer && !wantsPointer) {
      Tree.Star star = new Tree.Star(s.pos(), x, pointee(x.type));
      star.implicit = true;
      return star;
    }
    if (wantsPointer && !isPointer) {
      Tree.Addr addr = address(s.pos(), x);
      addr.implicit = true;
      return addr;
    }
    return x;
  }

  /** {@code &x}; marks a variable whose part it is. */
  private static Tree.Addr address(Pos pos, Tree x) {
    boolean literal = x instanceof Tree.CompositeLit;
    Tree.Addr a = new Tree.Addr(literal ? Op.PTRLIT : Op.ADDR, pos, x, new Pointer(x.type));
    if (!literal && outer(x) instanceof Tree.Name n) {
      n.addrtaken = true;
    }
    return a;
  }

  /** The variable that holds an expression's value directly, if it is a part of one. */
  static Tree outer(Tree x) {
    Tree n = x;
    while (true) {
      if (n instanceof Tree.Selector s && s.op == Op.DOT) {
        n = s.x;
      } else if (n instanceof Tree.Conv c && c.op == Op.CONVNOP) {
        n = c.x;
      } else if (n instanceof Tree.Index i && i.op == Op.INDEX && TypeFacts.isArray(i.x.type)) {
        n = i.x;
      } else {
        return n;
      }
    }
  }

  // ---- elements

  private Tree index(Expr.IndexExpr e) {
    Type xt = info().typeOf(e.x());
    Tree x = expr(e.x());
    if (xt.underlying() instanceof MapType m) {
      Tree key = converted(m.key(), e.index());
      return from(e, new Tree.Index(Op.INDEXMAP, e.pos(), x, key, m.elem()));
    }
    Tree i = expr(e.index());
    Type p = TypeFacts.pointee(x.type);
    if (p != null) {
      Tree.Star star = new Tree.Star(e.pos(), x, p);
      star.implicit = true;
      x = star;
    }
    Type elem = TypeFacts.isString(x.type) ? Universe.BYTE : TypeFacts.elem(x.type);
    return from(e, new Tree.Index(Op.INDEX, e.pos(), x, i, elem));
  }

  private Tree slicing(Expr.SliceExpr e, Type type) {
    Tree x = expr(e.x());
    Tree lo = optional(e.lo());
    Tree hi = optional(e.hi());
    Tree max = optional(e.max());
    if (TypeFacts.isArray(x.type)) {
      Tree.Addr addr = address(e.pos(), x);
      addr.implicit = true;
      x = addr;
    }
    boolean array = TypeFacts.pointee(x.type) != null;
    Op op =
        TypeFacts.isString(x.type)
            ? Op.SLICESTR
            : array
                ? (max != null ? Op.SLICE3ARR : Op.SLICEARR)
                : max != null ? Op.SLICE3 : Op.SLICE;
    return from(e, new Tree.Slicing(op, e.pos(), x, lo, hi, max, type));
  }

  private @Nullable Tree optional(@Nullable Expr e) {
    return e == null ? null : expr(e);
  }

  // ---- operators

  static Op binaryOp(Operator op) {
    return switch (op) {
      case OROR -> Op.OROR;
      case ANDAND -> Op.ANDAND;
      case EQL -> Op.EQ;
      case NEQ -> Op.NE;
      case LSS -> Op.LT;
      case LEQ -> Op.LE;
      case GTR -> Op.GT;
      case GEQ -> Op.GE;
      case ADD -> Op.ADD;
      case SUB -> Op.SUB;
      case OR -> Op.OR;
      case XOR -> Op.XOR;
      case MUL -> Op.MUL;
      case DIV -> Op.DIV;
      case REM -> Op.MOD;
      case AND -> Op.AND;
      case ANDNOT -> Op.ANDNOT;
      case SHL -> Op.LSH;
      case SHR -> Op.RSH;
      case DEF, NOT, RECV, TILDE -> throw new IllegalArgumentException(op.text());
    };
  }

  private Tree operation(Expr.Operation o, Type type) {
    Expr right = o.y();
    if (right == null) {
      return unary(o, type);
    }
    Type common = null;
    if (!o.op().isShift()) {
      Type xt = info().typeOf(o.x());
      Type yt = info().typeOf(right);
      if (!TypeFacts.identical(xt, yt)) {
        boolean toX = TypeFacts.isInterface(xt) && !TypeFacts.isInterface(yt);
        common = toX || yt == Universe.UNTYPED_NIL ? xt : yt;
      }
    }
    Tree x = converted(common, o.x());
    Tree y = converted(common, right);
    Op op = binaryOp(o.op());
    if (op == Op.ADD && TypeFacts.isString(type)) {
      List<Tree> list = new ArrayList<>();
      join(x, list);
      join(y, list);
      return from(o, new Tree.AddString(o.pos(), list, type));
    }
    return from(o, new Tree.Binary(op, o.pos(), x, y, type));
  }

  private static void join(Tree t, List<Tree> list) {
    if (t instanceof Tree.AddString a && a.init.isEmpty()) {
      list.addAll(a.list);
    } else {
      list.add(t);
    }
  }

  private Tree unary(Expr.Operation o, Type type) {
    return switch (o.op()) {
      case AND -> {
        Tree.Addr a = address(o.pos(), expr(o.x()));
        a.type = type instanceof Tuple ? a.type : type;
        yield from(a.op == Op.PTRLIT ? Expr.unparen(o.x()) : o, a);
      }
      case MUL -> {
        Tree x = expr(o.x());
        yield from(o, new Tree.Star(o.pos(), x, pointee(x.type)));
      }
      case RECV -> {
        Tree x = expr(o.x());
        // With ok the expression's own type is a tuple.
        Type elem = x.type.underlying() instanceof Chan c ? c.elem() : type;
        yield from(o, new Tree.Unary(Op.RECV, o.pos(), x, elem));
      }
      case ADD -> from(o, new Tree.Unary(Op.PLUS, o.pos(), expr(o.x()), type));
      case SUB -> from(o, new Tree.Unary(Op.NEG, o.pos(), expr(o.x()), type));
      case XOR -> from(o, new Tree.Unary(Op.BITNOT, o.pos(), expr(o.x()), type));
      case NOT -> from(o, new Tree.Unary(Op.NOT, o.pos(), expr(o.x()), type));
      default -> throw notValue(o);
    };
  }

  // ---- calls

  private Tree call(Expr.CallExpr c, Type type) {
    Info.TypeAndValue tv = info().typeAndValue(c.fun());
    if (tv != null && tv.isType()) {
      Tree t = convert(tv.type(), c.args().get(0), false);
      if (t instanceof Tree.Conv conv && !conv.implicit && conv.op != Op.CONVIFACE) {
        conv.source = c;
      } else if (t.op == Op.SLICELIT) {
        t.source = c;
      }
      return t;
    }
    Expr fun = Expr.unparen(c.fun());
    if (object(fun) instanceof Obj.Builtin builtin) {
      return from(c, builtin(c, builtin.id(), type));
    }
    Tree callee;
    List<Tree> args = new ArrayList<>();
    Op op = Op.CALLFUNC;
    Type funType = tv != null ? tv.type() : Universe.INVALID;
    if (!(Types.unalias(funType).underlying() instanceof Signature sig)) {
      throw notValue(c);
    }
    Selection sel = fun instanceof Expr.SelectorExpr s ? info().selection(s) : null;
    if (fun instanceof Expr.SelectorExpr s
        && sel != null
        && sel.kind() == Selection.Kind.METHOD_VAL) {
      Tree recv = receiver(s, sel);
      Obj.Func m = (Obj.Func) sel.obj();
      if (TypeFacts.isInterface(recv.type) && onTypeParam(s)) {
        b.program.lines.add(new EscapeResult.Line(s.pos(), "imprecise interface call"));
      }
      if (TypeFacts.isInterface(recv.type) && !onTypeParam(s)) {
        op = Op.CALLINTER;
        callee = new Tree.Selector(Op.DOTINTER, s.pos(), recv, s.sel().value(), m, funType);
      } else {
        Tree on = new Tree.TypeName(s.pos(), recv.type);
        callee = selected(Op.METHEXPR, s, on, m, funType, recv.type);
        args.add(recv);
      }
    } else {
      callee = expr(fun);
    }
    Tuple params = sig.params();
    IntFunction<@Nullable Type> paramType =
        i -> {
          int last = params.size() - 1;
          if (sig.variadic() && !c.hasDots() && i >= last) {
            return TypeFacts.elem(params.at(last).type());
          }
          return params.at(i).type();
        };
    args.addAll(multi(c.pos(), paramType, c.args()));
    Type result = TreeBuilder.resultType(sig);
    Tree.Call call = new Tree.Call(op, c.pos(), callee, args, c.hasDots(), result);
    call.dictionary = dictionary(callee, fun);
    nameCallee(call);
    fixVariadic(call, c, sig, callee.op == Op.METHEXPR && callee.source == null ? 1 : 0);
    return from(c, call);
  }

  /** A callee that itself calls something is evaluated into a temporary first. */
  private void nameCallee(Tree.Call call) {
    Tree fun = call.fun;
    Tree.Selector dot =
        fun instanceof Tree.Selector s && (s.op == Op.DOTINTER || s.op == Op.METHVALUE) ? s : null;
    Tree x = dot != null ? dot.x : fun;
    if (x == null || !x.any(t -> t.op != Op.NEW && callsOrReceives(t))) {
      return;
    }
    Tree.Name tmp = b.temp(call.pos, x.type);
    Tree.Assign as = new Tree.Assign(call.pos, tmp, x);
    as.init.add(new Tree.Dcl(call.pos, tmp));
    tmp.defn = as;
    if (dot != null) {
      dot.x = tmp;
    } else {
      call.fun = tmp;
    }
    call.init.add(as);
  }

  private static boolean callsOrReceives(Tree t) {
    return switch (t.op) {
      case APPEND,
          CALLFUNC,
          CALLINTER,
          CAP,
          CLEAR,
          CLOSE,
          COMPLEX,
          COPY,
          DELETE,
          IMAG,
          LEN,
          MAX,
          MIN,
          NEW,
          PANIC,
          PRINT,
          PRINTLN,
          REAL,
          RECOVER,
          RECV,
          UNSAFE_ADD,
          UNSAFE_SLICE,
          UNSAFE_SLICE_DATA,
          UNSAFE_STRING,
          UNSAFE_STRING_DATA ->
          true;
      default -> false;
    };
  }

  /**
   * @param receivers how many arguments stand before those of the signature
   */
  private static void fixVariadic(Tree.Call call, Expr.CallExpr c, Signature sig, int receivers) {
    if (!sig.variadic() || call.ddd) {
      return;
    }
    int fixed = sig.params().size() - 1 + receivers;
    Type slice = sig.params().at(sig.params().size() - 1).type();
    List<Tree> extra = call.args.subList(fixed, call.args.size());
    Tree arg;
    if (extra.isEmpty()) {
      arg = new Tree.Nil(call.pos, slice);
    } else {
      List<Tree.Element> list = new ArrayList<>();
      for (Tree t : extra) {
        list.add(new Tree.Element("", null, t));
      }
      Tree.CompositeLit lit = new Tree.CompositeLit(Op.SLICELIT, call.pos, list, slice);
      lit.len = list.size();
      lit.implicit = true;
      lit.source = c;
      arg = lit;
    }
    List<Tree> args = new ArrayList<>(call.args.subList(0, fixed));
    args.add(arg);
    call.args = args;
    call.ddd = true;
  }

  private Tree builtin(Expr.CallExpr c, BuiltinId id, Type type) {
    Pos pos = c.pos();
    List<Expr> args = c.args();
    return switch (id) {
      case APPEND -> {
        List<Tree> list;
        if (c.hasDots()) {
          list = new ArrayList<>(List.of(expr(args.get(0)), expr(args.get(1))));
        } else {
          Type elem = TypeFacts.elem(type);
          list = multi(pos, i -> i == 0 ? type : elem, args);
        }
        yield new Tree.Call(Op.APPEND, pos, null, list, c.hasDots(), type);
      }
      case DELETE -> {
        Type m = info().typeOf(args.get(0));
        Type map = m instanceof Tuple t ? t.at(0).type() : m;
        Type key = map.underlying() instanceof MapType mt ? mt.key() : null;
        yield builtinCall(Op.DELETE, pos, multi(pos, i -> i == 0 ? null : key, args));
      }
      case PRINT, PRINTLN ->
          builtinCall(
              id == BuiltinId.PRINT ? Op.PRINT : Op.PRINTLN, pos, multi(pos, i -> null, args));
      case RECOVER -> new Tree.Call(Op.RECOVER, pos, null, new ArrayList<>(), false, type);
      case MIN, MAX ->
          new Tree.Call(
              id == BuiltinId.MIN ? Op.MIN : Op.MAX,
              pos,
              null,
              new ArrayList<>(multi(pos, i -> type, args)),
              false,
              type);
      case PANIC -> unaryCall(Op.PANIC, pos, multi(pos, i -> Universe.ANY, args), Tuple.EMPTY);
      case LEN -> unaryCall(Op.LEN, pos, multi(pos, i -> null, args), type);
      case CAP -> unaryCall(Op.CAP, pos, multi(pos, i -> null, args), type);
      case CLEAR -> unaryCall(Op.CLEAR, pos, multi(pos, i -> null, args), Tuple.EMPTY);
      case CLOSE -> unaryCall(Op.CLOSE, pos, multi(pos, i -> null, args), Tuple.EMPTY);
      case REAL -> unaryCall(Op.REAL, pos, multi(pos, i -> null, args), type);
      case IMAG -> unaryCall(Op.IMAG, pos, multi(pos, i -> null, args), type);
      case COMPLEX -> binaryCall(Op.COMPLEX, pos, multi(pos, i -> null, args), type);
      case COPY -> binaryCall(Op.COPY, pos, multi(pos, i -> null, args), Universe.INT);
      case NEW -> newExpr(c, args.get(0), type);
      case MAKE -> make(c, args, type);
      case UNSAFE_ADD -> binaryCall(Op.UNSAFE_ADD, pos, multi(pos, i -> null, args), type);
      case UNSAFE_SLICE -> binaryCall(Op.UNSAFE_SLICE, pos, multi(pos, i -> null, args), type);
      case UNSAFE_STRING -> binaryCall(Op.UNSAFE_STRING, pos, multi(pos, i -> null, args), type);
      case UNSAFE_SLICE_DATA ->
          unaryCall(Op.UNSAFE_SLICE_DATA, pos, multi(pos, i -> null, args), type);
      case UNSAFE_STRING_DATA ->
          unaryCall(Op.UNSAFE_STRING_DATA, pos, multi(pos, i -> null, args), type);
      case UNSAFE_ALIGNOF, UNSAFE_OFFSETOF, UNSAFE_SIZEOF -> sizes(c, id, args.get(0));
      case ASSERT, TRACE -> throw notValue(c);
    };
  }

  /** Of a type parameter, else they are constants. */
  private Tree sizes(Expr.CallExpr c, BuiltinId id, Expr arg) {
    // Which number it is matters to nobody here.
    return new Tree.Literal(c.pos(), Universe.UINTPTR, Constant.of(0));
  }

  private static Tree builtinCall(Op op, Pos pos, List<Tree> args) {
    return new Tree.Call(op, pos, null, new ArrayList<>(args), false, Tuple.EMPTY);
  }

  private static Tree unaryCall(Op op, Pos pos, List<Tree> args, Type type) {
    return new Tree.Unary(op, pos, args.get(0), type);
  }

  private static Tree binaryCall(Op op, Pos pos, List<Tree> args, Type type) {
    return new Tree.Binary(op, pos, args.get(0), args.get(1), type);
  }

  /**
   * {@code new(T)}, or {@code new(x)}: the address of a new variable with the value of {@code x}.
   */
  private Tree newExpr(Expr.CallExpr c, Expr arg, Type type) {
    Info.TypeAndValue tv = info().typeAndValue(arg);
    if (tv != null && tv.isType()) {
      Tree.TypeName name = new Tree.TypeName(arg.pos(), tv.type());
      name.dynamic = info().derived(info().openType(arg));
      return new Tree.Unary(Op.NEW, c.pos(), name, type);
    }
    Tree x = expr(arg);
    if (TypeFacts.isUntyped(x.type)) {
      x.type = Universe.BOOL;
    }
    Tree.Name tmp = b.temp(c.pos(), x.type);
    tmp.source = c;
    Tree.Assign as = new Tree.Assign(c.pos(), tmp, x);
    tmp.defn = as;
    Tree.Addr a = address(c.pos(), tmp);
    a.init.add(new Tree.Dcl(c.pos(), tmp));
    a.init.add(as);
    return a;
  }

  private Tree make(Expr.CallExpr c, List<Expr> args, Type type) {
    Tree len = args.size() > 1 ? expr(args.get(1)) : null;
    Tree cap = args.size() > 2 ? expr(args.get(2)) : null;
    Op op =
        switch (type.underlying()) {
          case Slice s -> Op.MAKESLICE;
          case MapType m -> Op.MAKEMAP;
          case Chan ch -> Op.MAKECHAN;
          default -> throw notValue(c);
        };
    return new Tree.Make(op, c.pos(), len, cap, type);
  }
}

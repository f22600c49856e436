package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.constant.Constants;
import dev.gomem.syntax.Expr;
import dev.gomem.types.Info.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks literals: basic, function and composite ones. A function literal's body is checked at the
 * end of the statement it is part of, in the scope it was written in. Source: types2's literals.go.
 */
final class Literals {
  /** Longer numbers cost time and mean nothing: constants have 512 bits. */
  private static final int MAX_LENGTH = 10_000;

  private final Checker check;

  Literals(Checker check) {
    this.check = check;
  }

  void basicLit(Operand x, Expr.BasicLit e) {
    String lit = e.value();
    if (e.kind() == Expr.LitKind.INT
        || e.kind() == Expr.LitKind.FLOAT
        || e.kind() == Expr.LitKind.IMAG) {
      langCompat(e);
      if (lit.length() > MAX_LENGTH) {
        check.errorf(
            e,
            Code.INVALID_CONST_VAL,
            "excessively long constant: %s... (%d chars)",
            lit.substring(0, 10),
            lit.length());
        x.invalidate();
        return;
      }
    }
    x.setConst(e.kind(), lit);
    if (x.isInvalid()) {
      // The scanner has seen to its form: it is too large or too small.
      check.errorf(e, Code.INVALID_CONST_VAL, "malformed constant: %s", lit);
      return;
    }
    x.expr = e;
    check.consts.overflow(x, Exprs.opPos(e));
  }

  /** Forms of numbers that older versions of the language do not have. */
  private void langCompat(Expr.BasicLit e) {
    String s = e.value();
    if (s.length() <= 2 || check.allowVersion(13)) {
      return;
    }
    if (s.indexOf('_') >= 0) {
      check.versionErrorf(e, 13, "underscore in numeric literal");
      return;
    }
    if (s.charAt(0) != '0') {
      return;
    }
    switch (s.charAt(1)) {
      case 'b', 'B' -> check.versionErrorf(e, 13, "binary literal");
      case 'o', 'O' -> check.versionErrorf(e, 13, "0o/0O-style octal literal");
      case 'x', 'X' -> {
        if (e.kind() != Expr.LitKind.INT) {
          check.versionErrorf(e, 13, "hexadecimal floating-point literal");
        }
      }
      default -> {}
    }
  }

  void funcLit(Operand x, Expr.FuncLit e) {
    if (!(check.typeExprs.typ(e.type()) instanceof Signature sig)) {
      check.errorf(e, Code.INVALID_SYNTAX_TREE, "invalid function literal %s", e);
      x.invalidate();
      return;
    }
    DeclInfo decl = check.env.decl;
    Constant iota = check.env.iota;
    check.later(() -> check.stmts.funcBody(decl, "<function literal>", sig, e.body(), iota));
    x.mode = Mode.VALUE;
    x.type = sig;
  }

  void compositeLit(Operand x, Expr.CompositeLit e, @Nullable Type hint) {
    Type type;
    Type base;
    boolean isElem = false;
    if (e.type() != null) {
      if (e.type() instanceof Expr.ArrayType a && a.len() == null) {
        // [...]T: the length is known after the elements are.
        type = new Array(check.typeExprs.varType(a.elem()), -1);
      } else {
        type = check.typeExprs.typ(e.type());
      }
      base = type;
    } else if (hint != null) {
      type = hint;
      base = type;
      // *T stands for &T{}.
      Type u = Under.commonUnder(base);
      if (u != null) {
        Lookup.Deref d = Lookup.deref(u);
        if (d.isPtr()) {
          base = d.type();
        }
      }
      isElem = true;
    } else {
      check.error(e, Code.UNTYPED_LIT, "missing type in composite literal");
      type = Universe.INVALID;
      base = type;
    }

    Type u = Under.commonUnder(base);
    switch (u) {
      case Struct s -> structLit(x, e, base, s);
      case Array a -> {
        long n = indexedElts(e.elems(), a.elem(), a.len());
        if (a.len() < 0) {
          // [...]T, or a length that was wrong: then the literal's is a good guess.
          type = arrayOfLength(type, a, n);
          if (e.type() != null) {
            check.recording.recordTypeAndValue(e.type(), Mode.TYPE_EXPR, type, null);
          }
        }
      }
      case Slice s -> indexedElts(e.elems(), s.elem(), -1);
      case MapType m -> mapLit(x, e, m);
      case null, default -> {
        for (Expr elem : e.elems()) {
          // A key could be a field's name, about which nothing is known.
          check.calls.use(elem instanceof Expr.KeyValueExpr kv ? kv.value() : elem);
        }
        if (u == null || Predicates.isValid(u)) {
          check.errorf(
              e,
              Code.INVALID_LIT,
              "invalid composite literal%s type %s%s",
              isElem ? " element" : "",
              type,
              u == null ? " (no common underlying type)" : "");
          x.invalidate();
          return;
        }
      }
    }
    x.mode = Mode.VALUE;
    x.type = type;
  }

  private static Type arrayOfLength(Type type, Array a, long n) {
    return type == a ? new Array(a.elem(), n) : type;
  }

  private void structLit(Operand x, Expr.CompositeLit e, Type base, Struct s) {
    List<Expr> elems = e.elems();
    if (elems.isEmpty()) {
      return;
    }
    if (elems.getFirst() instanceof Expr.KeyValueExpr) {
      keyedFields(x, elems, base, s);
      return;
    }
    for (int i = 0; i < elems.size(); i++) {
      Expr elem = elems.get(i);
      if (elem instanceof Expr.KeyValueExpr) {
        check.error(
            elem,
            Code.MIXED_STRUCT_LIT,
            "mixture of field:value and value elements in struct literal");
        continue;
      }
      check.exprs.expr(null, x, elem);
      if (i >= s.size()) {
        check.errorf(
            x, Code.INVALID_STRUCT_LIT, "too many values in struct literal of type %s", base);
        break;
      }
      Obj.Var field = s.field(i);
      if (!field.exported() && field.pkg() != check.pkg) {
        check.errorf(
            x,
            Code.UNEXPORTED_LIT_FIELD,
            "implicit assignment to unexported field %s in struct literal of type %s",
            field.name(),
            base);
        continue;
      }
      check.assignments.assignment(x, field.type(), "struct literal");
    }
    if (elems.size() < s.size()) {
      check.errorf(
          e.rbrace(), Code.INVALID_STRUCT_LIT, "too few values in struct literal of type %s", base);
    }
  }

  private void keyedFields(Operand x, List<Expr> elems, Type base, Struct s) {
    boolean[] visited = new boolean[s.size()];
    for (Expr elem : elems) {
      if (!(elem instanceof Expr.KeyValueExpr kv)) {
        check.error(
            elem,
            Code.MIXED_STRUCT_LIT,
            "mixture of field:value and value elements in struct literal");
        continue;
      }
      check.exprs.expr(null, x, kv.value());
      if (!(kv.key() instanceof Expr.Name key)) {
        check.errorf(
            kv, Code.INVALID_LIT_FIELD, "invalid field name %s in struct literal", kv.key());
        continue;
      }
      int i = Lookup.fieldIndex(s.fields(), check.pkg, key.value(), false);
      if (i < 0) {
        int j = Lookup.fieldIndex(s.fields(), check.pkg, key.value(), true);
        String msg = check.lookup.lookupError(base, key.value(), j >= 0 ? s.field(j) : null, true);
        check.error(key, Code.MISSING_LIT_FIELD, msg);
        continue;
      }
      Obj.Var field = s.field(i);
      check.recording.recordUse(key, field);
      check.assignments.assignment(x, field.type(), "struct literal");
      if (visited[i]) {
        check.errorf(
            kv, Code.DUPLICATE_LIT_FIELD, "duplicate field name %s in struct literal", key.value());
        continue;
      }
      visited[i] = true;
    }
  }

  private void mapLit(Operand x, Expr.CompositeLit e, MapType m) {
    // Keys of interface type are the same only if their types are, too.
    boolean keyIsInterface = Predicates.isNonTypeParamInterface(m.key());
    Map<Object, List<Type>> visited = new HashMap<>();
    for (Expr elem : e.elems()) {
      if (!(elem instanceof Expr.KeyValueExpr kv)) {
        check.error(elem, Code.MISSING_LIT_KEY, "missing key in map literal");
        continue;
      }
      check.exprs.exprWithHint(x, kv.key(), m.key());
      check.assignments.assignment(x, m.key(), "map literal");
      if (x.isInvalid()) {
        continue;
      }
      if (x.isConstant()) {
        List<Type> types = visited.get(keyVal(x.constant()));
        boolean duplicate = types != null;
        if (types == null) {
          types = new ArrayList<>();
          visited.put(keyVal(x.constant()), types);
        } else if (keyIsInterface) {
          duplicate = false;
          for (Type t : types) {
            duplicate |= Predicates.identical(t, x.type);
          }
        }
        types.add(x.type);
        if (duplicate) {
          check.errorf(x, Code.DUPLICATE_LIT_KEY, "duplicate key %s in map literal", x.constant());
          continue;
        }
      }
      check.exprs.exprWithHint(x, kv.value(), m.elem());
      check.assignments.assignment(x, m.elem(), "map literal");
    }
  }

  /**
   * Equal for constants of equal value, whatever their kind: {@code 1}, {@code 1.0} and {@code
   * 1+0i}.
   */
  private static Object keyVal(Constant x) {
    return switch (x) {
      case Constant.Complex c -> {
        Constant f = Constants.toFloat(c);
        yield f.kind() == Constant.Kind.FLOAT
            ? keyVal(f)
            : List.of(Constants.float64Value(c.re()), Constants.float64Value(c.im()));
      }
      case Constant.Rat r -> floatKey(r);
      case Constant.Float f -> floatKey(f);
      case Constant.Int i -> i;
      case Constant.Str s -> s;
      case Constant.Bool b -> b;
      case Constant.Unknown u -> new Object(); // equal to nothing
    };
  }

  private static Object floatKey(Constant x) {
    Constant i = Constants.toInt(x);
    return i.kind() == Constant.Kind.INT ? i : Constants.float64Value(x);
  }

  /**
   * Checks the elements of an array or slice literal, whose indices must be below {@code length} if
   * that is not negative. Returns the length: the greatest index and one.
   */
  private long indexedElts(List<Expr> elems, Type type, long length) {
    Set<Long> visited = new HashSet<>();
    long index = 0;
    long max = 0;
    for (Expr elem : elems) {
      boolean validIndex = false;
      Expr value = elem;
      if (elem instanceof Expr.KeyValueExpr kv) {
        Indexes.Index i = check.indexes.index(kv.key(), length);
        if (Predicates.isValid(i.type())) {
          if (i.value() >= 0) {
            index = i.value();
            validIndex = true;
          } else {
            check.errorf(
                elem, Code.INVALID_LIT_INDEX, "index %s must be integer constant", kv.key());
          }
        }
        value = kv.value();
      } else if (length >= 0 && index >= length) {
        check.errorf(
            elem, Code.OVERSIZE_ARRAY_LIT, "index %d is out of bounds (>= %d)", index, length);
      } else {
        validIndex = true;
      }
      if (validIndex && !visited.add(index)) {
        check.errorf(
            elem, Code.DUPLICATE_LIT_KEY, "duplicate index %d in array or slice literal", index);
      }
      index++;
      max = Math.max(max, index);
      Operand x = new Operand();
      check.exprs.exprWithHint(x, value, type);
      check.assignments.assignment(x, type, "array or slice literal");
    }
    return max;
  }
}

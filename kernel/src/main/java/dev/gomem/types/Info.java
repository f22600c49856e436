package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Stmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the checker found, as side tables over the tree (types2's {@code Info}). Tables are keyed by
 * node identity and are never iterated; what has an order is in a list. Filled by the checker, only
 * read afterwards.
 */
public final class Info {
  /** How an expression may be used. */
  public enum Mode {
    INVALID,
    NO_VALUE,
    BUILTIN,
    TYPE_EXPR,
    CONSTANT,
    VARIABLE,
    MAP_INDEX,
    VALUE,
    NIL_VALUE,
    COMMA_OK,
    COMMA_ERR,
    CGO_FUNC
  }

  /**
   * Mode, type and, for constants, value of an expression. Untyped expressions have the type they
   * were finally converted to.
   */
  public record TypeAndValue(Mode mode, Type type, @Nullable Constant value) {
    public boolean isType() {
      return mode == Mode.TYPE_EXPR;
    }

    public boolean isValue() {
      return switch (mode) {
        case CONSTANT, VARIABLE, MAP_INDEX, VALUE, NIL_VALUE, COMMA_OK, COMMA_ERR, CGO_FUNC -> true;
        case INVALID, NO_VALUE, BUILTIN, TYPE_EXPR -> false;
      };
    }

    public boolean isConstant() {
      return value != null;
    }
  }

  /** Type arguments and instantiated type of a generic name's use. */
  public record Instance(List<Type> typeArgs, Type type) {}

  /** {@code lhs = rhs} of package variables, in the order of initialisation. */
  public record Initializer(List<Obj.Var> lhs, Expr rhs) {}

  final Map<Expr, TypeAndValue> types = new IdentityHashMap<>();
  final Map<Expr.Name, Instance> instances = new IdentityHashMap<>();
  final Map<Expr.Name, Obj> defs = new IdentityHashMap<>();
  final Map<Expr.Name, Obj> uses = new IdentityHashMap<>();
  final Map<Node, Obj> implicits = new IdentityHashMap<>();
  final Map<Expr.SelectorExpr, Selection> selections = new IdentityHashMap<>();
  final Map<Node, Scope> scopes = new IdentityHashMap<>();
  final Map<Decl.FuncDecl, Obj.Func> funcs = new IdentityHashMap<>();
  final List<Initializer> initOrder = new ArrayList<>();

  // Of loops over functions ({@link RangeFuncs}).
  final Map<Stmt, Stmt.BlockStmt> statements = new IdentityHashMap<>();
  final Set<Stmt.BlockStmt> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
  final Set<Expr.FuncLit> rangeBodies = Collections.newSetFromMap(new IdentityHashMap<>());
  final Map<Stmt.CallStmt, Obj.Var> defersAt = new IdentityHashMap<>();
  final Map<Obj.Var, String> resultNames = new IdentityHashMap<>();

  /** Files of a language version before 1.22. */
  final List<Source> oldLoops = new ArrayList<>();

  /**
   * Null for expressions that have none (keys of struct literals, names being declared, package
   * names).
   */
  public @Nullable TypeAndValue typeAndValue(Expr e) {
    return types.get(e);
  }

  /**
   * The type of an expression or of the object a name declares or uses; Invalid if there is none.
   */
  public Type typeOf(Expr e) {
    TypeAndValue tv = types.get(e);
    if (tv != null) {
      return tv.type();
    }
    Obj o = e instanceof Expr.Name n ? objectOf(n) : null;
    return o != null ? o.type() : Universe.INVALID;
  }

  /** The constant value of an expression, or null. */
  public @Nullable Constant constantOf(Expr e) {
    TypeAndValue tv = types.get(e);
    return tv != null ? tv.value() : null;
  }

  /** What a name declares. */
  public @Nullable Obj def(Expr.Name n) {
    return defs.get(n);
  }

  /** What a name refers to. */
  public @Nullable Obj use(Expr.Name n) {
    return uses.get(n);
  }

  /** What a name declares or refers to. */
  public @Nullable Obj objectOf(Expr.Name n) {
    Obj o = defs.get(n);
    return o != null ? o : uses.get(n);
  }

  /**
   * The variable a type switch's clause declares; the package of an import without a name;
   * anonymous parameters.
   */
  public @Nullable Obj implicit(Node n) {
    return implicits.get(n);
  }

  /**
   * Field or method selection; null for qualified names ({@code fmt.Println}), whose {@code sel}
   * has a use.
   */
  public @Nullable Selection selection(Expr.SelectorExpr e) {
    return selections.get(e);
  }

  public @Nullable Instance instance(Expr.Name n) {
    return instances.get(n);
  }

  public @Nullable Scope scope(Node n) {
    return scopes.get(n);
  }

  /** The object of a declared function or method (also blank ones and {@code init}). */
  public Obj.@Nullable Func func(Decl.FuncDecl d) {
    return funcs.get(d);
  }

  /**
   * What stands for a statement: itself, or, for a loop over a function and what leaves one, a
   * block that does it in simpler words. All stages after the checker go by it.
   */
  public Stmt statement(Stmt s) {
    Stmt written = statements.isEmpty() ? null : statements.get(s);
    return written != null ? written : s;
  }

  /** Its statements are the compiler's, not the program's. */
  public boolean isHidden(Stmt.BlockStmt b) {
    return !hidden.isEmpty() && hidden.contains(b);
  }

  /** The literal is the body of a loop over a function. */
  public boolean isRangeBody(Expr.FuncLit lit) {
    return rangeBodies.contains(lit);
  }

  /**
   * Where a defer statement in the body of a loop over a function puts its call: the variable has
   * what {@link Universe#DEFER_RANGE_FUNC} gave the function around the loop. Null for all others.
   */
  public Obj.@Nullable Var deferAt(Stmt.CallStmt s) {
    return defersAt.get(s);
  }

  /**
   * The name of a result without one that the body of a loop over a function returns; null for all
   * others.
   */
  public @Nullable String resultName(Obj.Var v) {
    return resultNames.isEmpty() ? null : resultNames.get(v);
  }

  /** The program does not have the variable: loops over functions need it. */
  public boolean isHidden(Obj.Var v) {
    return v.name().startsWith("#") || resultName(v) != null;
  }

  /**
   * Whether a loop's variables are new in each iteration, as they are unless a file asks for an
   * older version of the language.
   */
  public boolean newInEachIteration(Pos loop) {
    return !oldLoops.contains(loop.source());
  }

  /** Package variables with initialisers, in order. */
  public List<Initializer> initOrder() {
    return initOrder;
  }
}

package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Node;
import dev.gomem.types.Obj;
import dev.gomem.types.Type;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tree as gc has it when escape analysis begins: all that the language leaves out is written
 * out (conversions to interfaces, dereferences, the slices of variadic calls, temporaries of calls
 * with several results, the functions that go and defer statements run, loop variables that are new
 * in each iteration). {@link TreeBuilder} makes it; only the passes before the analysis change it.
 * Shapes as in cmd/compile/internal/ir.
 *
 * <p>A variable is one {@link Name} wherever it is used, also inside closures. {@code init} are
 * statements that run before the node.
 */
abstract sealed class Tree {
  Op op;
  Pos pos;

  /** Invalid for statements, a Tuple for calls with several results or none. */
  Type type = Universe.INVALID;

  /** The node of the program that this one stands for; what the compiler added itself has none. */
  @Nullable Node source;

  List<Tree> init = new ArrayList<>(0);

  Tree(Op op, Pos pos) {
    this.op = op;
    this.pos = pos;
  }

  /** Calls {@code f} for each child, {@code init} first; functions of closures are no children. */
  void children(Consumer<Tree> f) {
    init.forEach(f);
  }

  /** Calls {@code f} for this node and all below it, but not inside closures. */
  final void visit(Consumer<Tree> f) {
    f.accept(this);
    children(t -> t.visit(f));
  }

  /** Whether {@code p} holds for this node or one below it, but not inside closures. */
  final boolean any(Predicate<Tree> p) {
    if (p.test(this)) {
      return true;
    }
    boolean[] found = new boolean[1];
    children(t -> found[0] = found[0] || t.any(p));
    return found[0];
  }

  static void each(@Nullable Tree t, Consumer<Tree> f) {
    if (t != null) {
      f.accept(t);
    }
  }

  @Override
  public final String toString() {
    return new Format(null).of(this);
  }

  /** Kinds of variables. */
  enum Storage {
    AUTO,
    PARAM,
    RESULT,
    GLOBAL
  }

  /** A variable. */
  static final class Name extends Tree {
    final String name;
    final Storage storage;

    /** The function it is declared in; null for package variables. */
    final @Nullable Func func;

    final Obj.@Nullable Var obj;
    final boolean temporary;

    /**
     * The statement that declares it (an assignment, range or switch), where it has a value from
     * the start.
     */
    @Nullable Tree defn;

    boolean addrtaken;

    Name(
        Pos pos,
        String name,
        Type type,
        Storage storage,
        @Nullable Func func,
        Obj.@Nullable Var obj,
        boolean temporary) {
      super(Op.NAME, pos);
      this.name = name;
      this.type = type;
      this.storage = storage;
      this.func = func;
      this.obj = obj;
      this.temporary = temporary;
    }

    boolean isBlank() {
      return name.equals("_") && storage != Storage.GLOBAL;
    }
  }

  /** A declared function as a value. */
  static final class FuncName extends Tree {
    final Obj.Func obj;

    /** The instance that it is, of a generic function. */
    @Nullable Func instance;

    FuncName(Pos pos, Obj.Func obj, Type type) {
      super(Op.FUNC, pos);
      this.obj = obj;
      this.type = type;
    }
  }

  /** A constant of a type. */
  static final class Literal extends Tree {
    final Constant value;

    Literal(Pos pos, Type type, Constant value) {
      super(Op.LITERAL, pos);
      this.type = type;
      this.value = value;
    }
  }

  /** nil. */
  static final class Nil extends Tree {
    Nil(Pos pos, Type type) {
      super(Op.NIL, pos);
      this.type = type;
    }
  }

  /** A type where an operand stands. */
  static final class TypeName extends Tree {
    /** gc finds it in a dictionary. */
    boolean dynamic;

    TypeName(Pos pos, Type type) {
      super(Op.TYPE, pos);
      this.type = type;
    }
  }

  static final class Unary extends Tree {
    Tree x;

    Unary(Op op, Pos pos, Tree x, Type type) {
      super(op, pos);
      this.x = x;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
    }
  }

  static final class Binary extends Tree {
    Tree x;
    Tree y;

    Binary(Op op, Pos pos, Tree x, Tree y, Type type) {
      super(op, pos);
      this.x = x;
      this.y = y;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
      f.accept(y);
    }
  }

  /** A chain of string concatenations. */
  static final class AddString extends Tree {
    final List<Tree> list;

    AddString(Pos pos, List<Tree> list, Type type) {
      super(Op.ADDSTR, pos);
      this.list = list;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      list.forEach(f);
    }
  }

  /** {@code &x} (ADDR), or of a literal (PTRLIT). */
  static final class Addr extends Tree {
    Tree x;
    boolean implicit;

    Addr(Op op, Pos pos, Tree x, Type type) {
      super(op, pos);
      this.x = x;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
    }
  }

  static final class Star extends Tree {
    Tree x;
    boolean implicit;

    Star(Pos pos, Tree x, Type type) {
      super(Op.DEREF, pos);
      this.x = x;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
    }
  }

  /** A field, or a method ({@code method} present); for METHEXPR {@code x} is a type. */
  static final class Selector extends Tree {
    Tree x;
    final String sel;
    final Obj.@Nullable Func method;

    /** The instance that the method is, of an instance of a generic type. */
    @Nullable Func instance;

    /** How gc prints it, if it finds the method in a dictionary. */
    @Nullable String text;

    /** gc makes a closure of its own for it, without a message. */
    boolean quiet;

    Selector(Op op, Pos pos, Tree x, String sel, Obj.@Nullable Func method, Type type) {
      super(op, pos);
      this.x = x;
      this.sel = sel;
      this.method = method;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
    }
  }

  /** {@code x.(type)}, with or without ok. */
  static final class TypeAssert extends Tree {
    Tree x;

    /** gc finds the type in a dictionary. */
    boolean dynamic;

    TypeAssert(Pos pos, Tree x, Type type) {
      super(Op.DOTTYPE, pos);
      this.x = x;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
    }
  }

  static final class Index extends Tree {
    Tree x;
    Tree index;

    Index(Op op, Pos pos, Tree x, Tree index, Type type) {
      super(op, pos);
      this.x = x;
      this.index = index;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
      f.accept(index);
    }
  }

  static final class Slicing extends Tree {
    Tree x;
    @Nullable Tree lo;
    @Nullable Tree hi;
    @Nullable Tree max;

    Slicing(
        Op op,
        Pos pos,
        Tree x,
        @Nullable Tree lo,
        @Nullable Tree hi,
        @Nullable Tree max,
        Type type) {
      super(op, pos);
      this.x = x;
      this.lo = lo;
      this.hi = hi;
      this.max = max;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
      each(lo, f);
      each(hi, f);
      each(max, f);
    }
  }

  static final class Conv extends Tree {
    Tree x;
    final boolean implicit;

    /** Which of its operand's several values this converts. */
    int value;

    Conv(Op op, Pos pos, Tree x, Type type, boolean implicit) {
      super(op, pos);
      this.x = x;
      this.type = type;
      this.implicit = implicit;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
    }
  }

  /**
   * A call of a function (method receivers are first arguments, but not of interfaces) or of a
   * builtin.
   */
  static final class Call extends Tree {
    @Nullable Tree fun;
    List<Tree> args;
    boolean ddd;

    /** The call of a go or defer statement. */
    boolean goDefer;

    /** How gc prints the dictionary that it passes to an instance of a generic function. */
    @Nullable String dictionary;

    /** What is called, as far as the analysis knows it. */
    Walk.Callee callee = Walk.Callee.UNKNOWN;

    Call(Op op, Pos pos, @Nullable Tree fun, List<Tree> args, boolean ddd, Type type) {
      super(op, pos);
      this.fun = fun;
      this.args = args;
      this.ddd = ddd;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      each(fun, f);
      args.forEach(f);
    }
  }

  static final class Make extends Tree {
    @Nullable Tree len;
    @Nullable Tree cap;

    Make(Op op, Pos pos, @Nullable Tree len, @Nullable Tree cap, Type type) {
      super(op, pos);
      this.len = len;
      this.cap = cap;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      each(len, f);
      each(cap, f);
    }
  }

  /**
   * An element of a composite literal; {@code field} names a struct's, {@code key} is an index or a
   * map's key.
   */
  static final class Element {
    final String field;
    @Nullable Tree key;
    Tree value;

    Element(String field, @Nullable Tree key, Tree value) {
      this.field = field;
      this.key = key;
      this.value = value;
    }
  }

  static final class CompositeLit extends Tree {
    final List<Element> list;

    /** Number of elements of a slice literal. */
    long len;

    /** The slice of a variadic call. */
    boolean implicit;

    CompositeLit(Op op, Pos pos, List<Element> list, Type type) {
      super(op, pos);
      this.list = list;
      this.type = type;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      for (Element e : list) {
        each(e.key, f);
        f.accept(e.value);
      }
    }
  }

  static final class Closure extends Tree {
    final Func func;

    Closure(Pos pos, Func func, Type type) {
      super(Op.CLOSURE, pos);
      this.func = func;
      this.type = type;
    }
  }

  // Statements.

  static final class Block extends Tree {
    final List<Tree> list;

    Block(Pos pos, List<Tree> list) {
      super(Op.BLOCK, pos);
      this.list = list;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      list.forEach(f);
    }
  }

  /** A variable comes into being. */
  static final class Dcl extends Tree {
    final Name name;

    Dcl(Pos pos, Name name) {
      super(Op.DCL, pos);
      this.name = name;
    }
  }

  /** {@code x = y}; without {@code y} the zero value. A null {@code x} is the blank identifier. */
  static final class Assign extends Tree {
    @Nullable Tree x;
    @Nullable Tree y;
    boolean def;

    Assign(Pos pos, @Nullable Tree x, @Nullable Tree y) {
      super(Op.AS, pos);
      this.x = x;
      this.y = y;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      each(x, f);
      each(y, f);
    }
  }

  static final class AssignOp extends Tree {
    final Op operator;
    Tree x;
    Tree y;
    final boolean incDec;

    AssignOp(Pos pos, Op operator, Tree x, Tree y, boolean incDec) {
      super(Op.ASOP, pos);
      this.operator = operator;
      this.x = x;
      this.y = y;
      this.incDec = incDec;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
      f.accept(y);
    }
  }

  /** AS2 and its relatives; null on the left is the blank identifier. */
  static final class AssignList extends Tree {
    final List<@Nullable Tree> lhs;
    final List<Tree> rhs;
    boolean def;

    AssignList(Op op, Pos pos, List<@Nullable Tree> lhs, List<Tree> rhs) {
      super(op, pos);
      this.lhs = lhs;
      this.rhs = rhs;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      for (Tree t : lhs) {
        each(t, f);
      }
      rhs.forEach(f);
    }
  }

  static final class If extends Tree {
    Tree cond;
    final List<Tree> body;
    final List<Tree> els;

    If(Pos pos, Tree cond, List<Tree> body, List<Tree> els) {
      super(Op.IF, pos);
      this.cond = cond;
      this.body = body;
      this.els = els;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(cond);
      body.forEach(f);
      els.forEach(f);
    }
  }

  static final class For extends Tree {
    @Nullable Tree cond;
    @Nullable Tree post;
    List<Tree> body;
    final @Nullable String label;

    For(
        Pos pos,
        @Nullable Tree cond,
        @Nullable Tree post,
        List<Tree> body,
        @Nullable String label) {
      super(Op.FOR, pos);
      this.cond = cond;
      this.post = post;
      this.body = body;
      this.label = label;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      each(cond, f);
      each(post, f);
      body.forEach(f);
    }
  }

  static final class Range extends Tree {
    final Tree x;
    @Nullable Tree key;
    @Nullable Tree value;
    List<Tree> body = new ArrayList<>();
    boolean def;
    final @Nullable String label;

    Range(Pos pos, Tree x, @Nullable String label) {
      super(Op.RANGE, pos);
      this.x = x;
      this.label = label;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(x);
      each(key, f);
      each(value, f);
      body.forEach(f);
    }
  }

  /**
   * {@code guard}: the tag is the operand of a type switch; {@code named}: it declares a variable
   * in each case.
   */
  static final class Switch extends Tree {
    @Nullable Tree tag;
    final boolean guard;
    final boolean named;
    final List<Case> cases;

    Switch(Pos pos, @Nullable Tree tag, boolean guard, boolean named, List<Case> cases) {
      super(Op.SWITCH, pos);
      this.tag = tag;
      this.guard = guard;
      this.named = named;
      this.cases = cases;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      each(tag, f);
      cases.forEach(f);
    }
  }

  static final class Case extends Tree {
    final List<Tree> list;
    final @Nullable Name var;
    final List<Tree> body;

    Case(Pos pos, List<Tree> list, @Nullable Name var, List<Tree> body) {
      super(Op.CASE, pos);
      this.list = list;
      this.var = var;
      this.body = body;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      each(var, f);
      list.forEach(f);
      body.forEach(f);
    }
  }

  static final class Select extends Tree {
    final List<Comm> cases;

    Select(Pos pos, List<Comm> cases) {
      super(Op.SELECT, pos);
      this.cases = cases;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      cases.forEach(f);
    }
  }

  static final class Comm extends Tree {
    final @Nullable Tree comm;
    final List<Tree> body;

    Comm(Pos pos, @Nullable Tree comm, List<Tree> body) {
      super(Op.COMM, pos);
      this.comm = comm;
      this.body = body;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      each(comm, f);
      body.forEach(f);
    }
  }

  static final class Send extends Tree {
    Tree chan;
    Tree value;

    Send(Pos pos, Tree chan, Tree value) {
      super(Op.SEND, pos);
      this.chan = chan;
      this.value = value;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(chan);
      f.accept(value);
    }
  }

  static final class Return extends Tree {
    final List<Tree> results;

    Return(Pos pos, List<Tree> results) {
      super(Op.RETURN, pos);
      this.results = results;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      results.forEach(f);
    }
  }

  static final class Label extends Tree {
    final String label;

    Label(Pos pos, String label) {
      super(Op.LABEL, pos);
      this.label = label;
    }
  }

  /** BREAK, CONTINUE, GOTO or FALL. */
  static final class Branch extends Tree {
    @Nullable String label;

    Branch(Op op, Pos pos, @Nullable String label) {
      super(op, pos);
      this.label = label;
    }
  }

  /**
   * {@code call} has neither arguments nor results. With {@code at}, the deferred call is another
   * function's: that around a loop over a function.
   */
  static final class GoDefer extends Tree {
    Tree call;
    @Nullable Name at;

    GoDefer(Op op, Pos pos, Tree call) {
      super(op, pos);
      this.call = call;
    }

    @Override
    void children(Consumer<Tree> f) {
      super.children(f);
      f.accept(call);
      each(at, f);
    }
  }
}

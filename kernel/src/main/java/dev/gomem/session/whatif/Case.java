package dev.gomem.session.whatif;

import dev.gomem.escape.AllocSite;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Operator;
import dev.gomem.syntax.Positions;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.TokenMap;
import dev.gomem.syntax.Walk;
import dev.gomem.types.Array;
import dev.gomem.types.Info;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Selection;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Type;
import dev.gomem.types.TypeString;
import dev.gomem.types.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value on the heap and the text it stands in, with what strategies ask of both: parents of
 * nodes, ends of expressions, uses of the variable.
 *
 * @param variable what lives there, if it has a name
 * @param deciding lines on which its chain of flows goes on
 */
public final class Case {
  final Source source;
  final Node tree;
  final Info info;
  final AllocSite site;
  final Obj.@Nullable Var variable;
  final List<Pos> deciding;
  private final TokenMap tokens;
  private final Map<Node, Node> parents = new IdentityHashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Obj, List<Expr.Name>> uses = new IdentityHashMap<>();
  private final Map<Obj, Decl.FuncDecl> functions = new IdentityHashMap<>();

  public Case(
      Source source,
      Node tree,
      Info info,
      AllocSite site,
      Obj.@Nullable Var variable,
      List<Pos> deciding) {
    this.source = source;
    this.tree = tree;
    this.info = info;
    this.site = site;
    this.variable = variable;
    this.deciding = deciding;
    this.tokens = new TokenMap(source);
    Walk.preorder(
        tree,
        n -> {
          nodes.add(n);
          Obj used = n instanceof Expr.Name name ? info.use(name) : null;
          if (used != null && n instanceof Expr.Name name) {
            uses.computeIfAbsent(used, k -> new ArrayList<>()).add(name);
          }
          Obj declared = n instanceof Decl.FuncDecl f ? info.func(f) : null;
          if (declared != null && n instanceof Decl.FuncDecl f) {
            functions.put(declared, f);
          }
          Walk.children(n, c -> parents.put(c, n));
          return true;
        });
  }

  Edits edits() {
    return new Edits(source);
  }

  void each(Consumer<Node> f) {
    nodes.forEach(f);
  }

  @Nullable Node parent(Node n) {
    return parents.get(n);
  }

  /** The parent, seen through parentheses. */
  @Nullable Node outer(Node n) {
    Node p = parents.get(n);
    while (p instanceof Expr.ParenExpr) {
      p = parents.get(p);
    }
    return p;
  }

  /** The function declaration or literal around a node, or null for lines of a lesson's main. */
  @Nullable Node function(Node n) {
    Node p = parents.get(n);
    while (p != null && !(p instanceof Decl.FuncDecl) && !(p instanceof Expr.FuncLit)) {
      p = parents.get(p);
    }
    return p;
  }

  /** The nearest loop around a node in its function. */
  Stmt.@Nullable ForStmt loop(Node n) {
    Node p = parents.get(n);
    while (p != null && !(p instanceof Decl.FuncDecl) && !(p instanceof Expr.FuncLit)) {
      if (p instanceof Stmt.ForStmt f) {
        return f;
      }
      p = parents.get(p);
    }
    return null;
  }

  /** Whether a call of its function can come to a node more than once: loops, and jumps back. */
  boolean repeated(Node n) {
    Node f = function(n);
    return loop(n) != null
        || nodes.stream()
            .anyMatch(g ->
                g instanceof Stmt.BranchStmt b
                    && b.kind() == Stmt.BranchKind.GOTO
                    && function(g) == f);
  }

  /** The statement of a block that a node is in, or null. */
  @Nullable Stmt statement(Node n) {
    Node at = n;
    Node p = parents.get(n);
    while (p != null) {
      boolean list =
          p instanceof Stmt.BlockStmt || p instanceof Node.Clause || p instanceof Node.Cell;
      if (list && at instanceof Stmt s) {
        return s;
      }
      at = p;
      p = parents.get(p);
    }
    return null;
  }

  /** The node that the site stands for: the variable's name, or the expression. */
  @Nullable Node node() {
    Node found = null;
    for (Node n : nodes) {
      boolean here = n.pos().equals(site.pos());
      boolean fits =
          switch (site.kind()) {
            case VARIABLE -> n instanceof Expr.Name name && info.objectOf(name) == variable;
            case COMPOSITE -> isAddress(n);
            case NEW,
                MAKE_SLICE,
                MAKE_MAP,
                MAKE_CHAN,
                APPEND,
                APPEND_BUFFER,
                CONVERSION,
                VARIADIC ->
                n instanceof Expr.CallExpr;
            case SLICE_LITERAL, MAP_LITERAL -> n instanceof Expr.CompositeLit;
            case CLOSURE -> n instanceof Expr.FuncLit;
            case BOX, METHOD_VALUE, CONCAT -> n instanceof Expr;
            case DEFER, GO -> n instanceof Stmt.CallStmt;
          };
      if (here && fits) {
        return n;
      }
      if (fits
          && found == null
          && site.kind() == AllocSite.Kind.NEW
          && n instanceof Expr e
          && start(e) == site.pos().offset()) {
        found = n;
      }
    }
    return found;
  }

  /** The type of the value that lives there, if it has a name or is got as a pointer. */
  @Nullable Type held() {
    if (variable != null) {
      return variable.type();
    }
    return node() instanceof Expr x ? pointee(x) : null;
  }

  /** Whether a copy does for the value: locks and what has them in it must not be copied. */
  public boolean mayCopy() {
    Type t = held();
    return t == null || !locks(t);
  }

  static boolean locks(Type t) {
    return locks(t, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** A type that was looked into already has told; nested types have their parts in common. */
  private static boolean locks(Type type, Set<Type> seen) {
    Type t = Types.unalias(type);
    if (!seen.add(t)) {
      return false;
    }
    Package in = t instanceof Named n ? n.obj().pkg() : null;
    return in != null && (in.path().equals("sync") || in.path().equals("sync/atomic"))
        || t.underlying() instanceof Struct s
            && s.fields().stream().anyMatch(f -> locks(f.type(), seen))
        || t.underlying() instanceof Array a && locks(a.elem(), seen);
  }

  static boolean isAddress(Node n) {
    return n instanceof Expr.Operation o && o.op() == Operator.AND && o.y() == null;
  }

  static boolean isDeref(Node n) {
    return n instanceof Expr.Operation o && o.op() == Operator.MUL && o.y() == null;
  }

  boolean isType(Expr e) {
    Info.TypeAndValue tv = info.typeAndValue(e);
    return tv != null && tv.isType();
  }

  boolean names(@Nullable Expr e, Obj.Var v) {
    return e != null && Expr.unparen(e) instanceof Expr.Name n && info.use(n) == v;
  }

  /** Uses of a variable, its declaration left out. */
  List<Expr.Name> uses(Obj.Var v) {
    return uses.getOrDefault(v, List.of());
  }

  /** The declaration of a function, if it stands in this text. */
  Decl.@Nullable FuncDecl declaration(Obj.Func f) {
    return functions.get(f);
  }

  /** Whether a call calls that function or method by its name. */
  boolean calls(Expr.CallExpr call, Obj.@Nullable Func fn) {
    return switch (Expr.unparen(call.fun())) {
      case Expr.Name n -> fn != null && info.use(n) == fn;
      case Expr.SelectorExpr s -> {
        Selection sel = info.selection(s);
        yield sel != null && sel.obj() == fn;
      }
      default -> false;
    };
  }

  /**
   * The type of the parameter that an argument is for, of a variadic one its elements', or null.
   */
  @Nullable Type parameter(Expr.CallExpr call, int i) {
    if (!(info.typeOf(call.fun()).underlying() instanceof Signature s)) {
      return null;
    }
    int last = s.params().size() - 1;
    if (last < 0) {
      return null;
    }
    Type t = s.params().at(Math.min(i, last)).type();
    return s.variadic() && i >= last && !call.hasDots() && t instanceof Slice slice
        ? slice.elem()
        : t;
  }

  @Nullable Type pointee(Expr e) {
    Type t = info.typeOf(e);
    return t != null && t.underlying() instanceof Pointer p ? p.elem() : null;
  }

  String typeText(Type t) {
    return TypeString.of(t, p -> p.path().equals("main") ? "" : p.name());
  }

  int start(Node n) {
    return n instanceof Expr.SliceExpr s ? start(s.x()) : Positions.start(n).offset();
  }

  String text(Node n) {
    return source.text(start(n), end(n));
  }

  /** Behind the last byte of an expression or simple statement. */
  int end(Node n) {
    return switch (n) {
      case Expr.ParenExpr x -> closing(x.pos().offset());
      case Expr.CallExpr x -> closing(end(x.fun()));
      case Expr.IndexExpr x -> closing(end(x.x()));
      case Expr.SliceExpr x -> closing(end(x.x()));
      case Expr.AssertExpr x -> closing(end(x.x()));
      case Expr.SelectorExpr x -> Positions.end(x.sel()).offset();
      case Expr.CompositeLit x -> x.rbrace().offset() + 1;
      case Expr.FuncLit x -> x.body().rbrace().offset() + 1;
      case Expr.KeyValueExpr x -> end(x.value());
      case Expr.Operation x -> end(x.y() != null ? x.y() : x.x());
      case Expr.ListExpr x -> end(x.elems().get(x.elems().size() - 1));
      case Expr.ArrayType x -> end(x.elem());
      case Expr.SliceType x -> end(x.elem());
      case Expr.DotsType x -> end(x.elem());
      case Expr.MapType x -> end(x.value());
      case Expr.ChanType x -> end(x.elem());
      case Expr.StructType x -> closing(x.pos().offset());
      case Expr.InterfaceType x -> closing(x.pos().offset());
      case Stmt.ExprStmt x -> end(x.x());
      case Stmt.SendStmt x -> end(x.value());
      case Stmt.AssignStmt x when x.rhs() != null -> end(x.rhs());
      case Stmt.CallStmt x -> end(x.call());
      case Stmt.ReturnStmt x when x.results() != null -> end(x.results());
      case Stmt.BlockStmt x -> x.rbrace().offset() + 1;
      case Stmt.DeclStmt x when x.decls().size() == 1 -> end(x.decls().get(0));
      case Decl.VarDecl x ->
          x.values() != null
              ? end(x.values())
              : x.type() != null ? end(x.type()) : end(x.names().get(x.names().size() - 1));
      default -> Positions.end(n).offset();
    };
  }

  /** Behind the bracket that closes the first one opened at or right after an offset. */
  int closing(int from) {
    Pos p = tokens.closing(new Pos(source, from));
    return p == null ? from : p.offset() + 1;
  }

  /** White space that a line begins with. */
  String indent(Node n) {
    String line = source.lineText(source.line(start(n)));
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** Inserts a statement before another one, on a line of its own. */
  void before(Edits e, Stmt s, String text) {
    e.insert(startOf(s), text + "\n" + indent(s));
  }

  int startOf(Stmt s) {
    return s instanceof Stmt.ExprStmt x ? start(x.x()) : start(s);
  }

  /** Deletes a statement, with its line if there is nothing else on it. */
  void delete(Edits e, Stmt s) {
    int from = startOf(s);
    e.delete(from, end(s));
  }

  boolean decides(Node n) {
    int from = source.line(start(n));
    int to = source.line(Math.max(start(n), end(n) - 1));
    return deciding.stream()
        .anyMatch(p -> p.source() == source && from <= p.line() && p.line() <= to);
  }
}

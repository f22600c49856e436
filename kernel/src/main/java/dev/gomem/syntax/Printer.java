package dev.gomem.syntax;

import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tree to text in gofmt's form: its spacing of operators by precedence, its columns, its respect
 * for the line breaks of the source (at most one empty line). Where the tree knows no place (made
 * by a later stage), or neighbours come from different sources, everything stands on as few lines
 * as gofmt allows. Comments are not in the tree and not printed, and imports are not sorted. The
 * model is go/printer; {@link TokenMap} supplies the places of closing brackets. The short form for
 * messages is {@link ShortForm}.
 */
public final class Printer {
  /**
   * The short one-line form in which gc's messages quote an expression: {@code T{…}}, {@code func(x
   * int) {…}}.
   */
  public static String expr(Expr x) {
    return ShortForm.of(x);
  }

  /**
   * The short one-line form of an expression, a simple statement or a field, as gc's messages quote
   * it.
   */
  public static String shortForm(Node n) {
    return ShortForm.of(n);
  }

  /** The whole text: of a file or a cell with a newline at the end, of anything else without. */
  public static String print(Node n) {
    Printer p = new Printer(new IdentityHashMap<>(), new IdentityHashMap<>());
    p.node(n);
    String text = p.out.text();
    return n instanceof Node.File || n instanceof Node.Cell ? text + "\n" : text;
  }

  private static final int HUGE = 1_000_000;

  private final Columns out = new Columns();
  private final Map<Source, TokenMap> maps;
  private final Map<Node, Integer> sizes;

  /**
   * In the header of an if, for or switch and in no bracket, where the brace of a literal would
   * open the block.
   */
  private boolean header;

  // The place in the source that was printed last.
  private @Nullable Source source;
  private int line;

  private Printer(Map<Source, TokenMap> maps, Map<Node, Integer> sizes) {
    this.maps = maps;
    this.sizes = sizes;
  }

  private void node(Node n) {
    at(start(n));
    switch (n) {
      case Node.File x -> file(x);
      case Node.Cell x -> stmtList(x.items(), 0, false);
      case Stmt x -> stmt(x, false);
      case Node.Clause x -> clause(x, false);
      case Decl x -> declList(List.of(x));
      case Expr x -> expr0(x, 1);
      case Expr.Field x -> {
        if (x.name() != null) {
          out.text(x.name().value());
          out.blank();
        }
        expr0(x.type(), 1);
      }
    }
  }

  // ---- places

  private @Nullable TokenMap map(Pos pos) {
    return pos.isKnown() ? maps.computeIfAbsent(pos.source(), TokenMap::new) : null;
  }

  /**
   * The source's line of {@code pos}, or 0 if unknown or in another source than what was printed
   * last.
   */
  private int lineOf(@Nullable Pos pos) {
    return pos == null || !pos.isKnown() || (source != null && pos.source() != source)
        ? 0
        : pos.line();
  }

  private void at(@Nullable Pos pos) {
    if (pos != null && pos.isKnown()) {
      source = pos.source();
      line = pos.line();
    }
  }

  /** The leftmost place of a node, exactly. */
  private static Pos start(Node n) {
    Node m = n;
    while (true) {
      m = Positions.start(m) == m.pos() ? m : leftmost(m);
      @Nullable Node next =
          switch (m) {
            case Expr.SliceExpr x -> x.x();
            case Stmt.ExprStmt x -> x.x();
            case Stmt.LabeledStmt x -> x.label();
            default -> null;
          };
      if (next == null) {
        return Positions.start(m);
      }
      m = next;
    }
  }

  /** Goes down the left side until a slice expression or the end. */
  private static Node leftmost(Node n) {
    Node m = n;
    while (true) {
      @Nullable Node left =
          switch (m) {
            case Expr.CompositeLit x -> x.type();
            case Expr.KeyValueExpr x -> x.key();
            case Expr.SelectorExpr x -> x.x();
            case Expr.IndexExpr x -> x.x();
            case Expr.AssertExpr x -> x.x();
            case Expr.TypeSwitchGuard x -> x.lhs() != null ? x.lhs() : x.x();
            case Expr.Operation x -> x.y() == null ? null : x.x();
            case Expr.CallExpr x -> x.fun();
            case Expr.ListExpr x -> x.elems().getFirst();
            case Stmt.SendStmt x -> x.chan();
            case Stmt.AssignStmt x -> x.lhs();
            case Stmt.RangeClause x -> x.lhs();
            default -> null;
          };
      if (left == null) {
        return m;
      }
      m = left;
    }
  }

  private @Nullable Pos closing(Pos at) {
    TokenMap map = map(at);
    return map == null ? null : map.closing(at);
  }

  /** The line on which a node ends, or 0. */
  private int endLine(Node n) {
    Node m = n;
    while (true) {
      @Nullable Pos close =
          switch (m) {
            case Expr.CallExpr x -> closing(x.pos());
            case Expr.IndexExpr x -> closing(x.pos());
            case Expr.SliceExpr x -> closing(x.pos());
            case Expr.ParenExpr x -> closing(x.pos());
            case Expr.StructType x -> closing(x.pos());
            case Expr.InterfaceType x -> closing(x.pos());
            case Expr.CompositeLit x -> x.rbrace();
            case Expr.FuncLit x -> x.body().rbrace();
            default -> null;
          };
      if (close != null) {
        return lineOf(close);
      }
      @Nullable Node right =
          switch (m) {
            case Expr.KeyValueExpr x -> x.value();
            case Expr.SelectorExpr x -> x.sel();
            case Expr.AssertExpr x -> x.type();
            case Expr.Operation x -> x.y() == null ? x.x() : x.y();
            case Expr.ListExpr x -> x.elems().getLast();
            case Expr.ArrayType x -> x.elem();
            case Expr.SliceType x -> x.elem();
            case Expr.DotsType x -> x.elem();
            case Expr.MapType x -> x.value();
            case Expr.ChanType x -> x.elem();
            case Expr.Field x -> x.type();
            default -> null;
          };
      if (right == null) {
        return m instanceof Expr.FuncType f ? signatureEnd(f) : tokenEnd(m.pos());
      }
      m = right;
    }
  }

  private int tokenEnd(Pos pos) {
    TokenMap map = map(pos);
    return map == null || lineOf(pos) == 0 ? 0 : map.endLine(pos);
  }

  private int signatureEnd(Expr.FuncType f) {
    if (!f.results().isEmpty()) {
      return endLine(f.results().getLast().type());
    }
    return lineOf(closing(f.pos()));
  }

  /**
   * Breaks the line as often as the source does before {@code to}, at least {@code min} times,
   * leaving at most one line empty. Indents before the first break if asked; tells how many there
   * were (more than 1 if a new section of columns begins).
   */
  private int linebreak(int to, int min, boolean indent, boolean section) {
    int n = Math.max(to == 0 ? 0 : Math.min(to - line, 2), min);
    if (n <= 0) {
      return 0;
    }
    if (indent) {
      out.indent++;
    }
    int breaks = n;
    if (section) {
      newline(true);
      breaks++;
      n--;
    }
    for (; n > 0; n--) {
      newline(false);
    }
    return breaks;
  }

  private void newline(boolean section) {
    out.newline(section);
    line++;
  }

  private void text(String s) {
    if (!s.isEmpty()) {
      if (out.touches() && combine(last, s.charAt(0))) {
        out.blank();
      }
      last = s;
    }
    out.text(s);
    for (int i = s.indexOf('\n'); i >= 0; i = s.indexOf('\n', i + 1)) {
      line++;
    }
  }

  /** What was printed last. */
  private String last = "";

  /** Whether two pieces of text would be read as another token if nothing stood between. */
  private static boolean combine(String before, char next) {
    return switch (before) {
      case "+" -> next == '+';
      case "-" -> next == '-';
      case "/" -> next == '*';
      case "<" -> next == '-' || next == '<';
      case "&" -> next == '&' || next == '^';
      case "" -> false;
      default -> next == '.' && before.chars().allMatch(c -> '0' <= c && c <= '9');
    };
  }

  // ---- sizes

  /**
   * Length of a node printed on one line; more than {@code max} if it is longer or takes several
   * lines.
   */
  private int size(Node n, int max) {
    Integer known = sizes.get(n);
    if (known == null) {
      Printer p = new Printer(maps, sizes);
      p.node(n);
      known = p.out.isOneLine() ? p.out.width() : HUGE;
      sizes.put(n, known);
    }
    return Math.min(known, max + 1);
  }

  // ---- files and declarations

  private void file(Node.File f) {
    at(f.pos());
    text("package ");
    text(f.pkgName().value());
    declList(f.decls());
  }

  private static String keyword(Decl d) {
    return switch (d) {
      case Decl.ImportDecl _ -> "import";
      case Decl.ConstDecl _ -> "const";
      case Decl.TypeDecl _ -> "type";
      case Decl.VarDecl _ -> "var";
      case Decl.FuncDecl _ -> "func";
    };
  }

  /** Where the keyword of a declaration stands whose first part is {@code d}. */
  private @Nullable Pos keywordPos(Decl d) {
    TokenMap map = map(d.pos());
    if (map == null) {
      return null;
    }
    @Nullable Pos open = d.group() == null ? null : map.openingBefore(d.pos());
    return map.before(open == null ? d.pos() : open);
  }

  private void declList(List<Decl> list) {
    String previous = "";
    for (int i = 0; i < list.size(); ) {
      int first = i++;
      Decl d = list.get(first);
      while (i < list.size() && d.group() != null && list.get(i).group() == d.group()) {
        i++;
      }
      String keyword = keyword(d);
      @Nullable Pos pos = keywordPos(d);
      if (!out.isEmpty()) {
        boolean func = keyword.equals("func");
        boolean apart = !keyword.equals(previous) || (func && lineOf(pos) == 0);
        boolean tall =
            d instanceof Decl.FuncDecl f
                && f.body() != null
                && lineOf(pos) < lineOf(f.body().rbrace());
        linebreak(lineOf(pos), apart ? 2 : 1, false, tall);
      }
      at(pos);
      if (d instanceof Decl.FuncDecl f) {
        funcDecl(f);
      } else {
        genDecl(list.subList(first, i), pos);
      }
      previous = keyword;
    }
  }

  /** A single declaration or a group, with its keyword. */
  private void genDecl(List<Decl> list, @Nullable Pos pos) {
    Decl first = list.getFirst();
    text(keyword(first));
    out.blank();
    if (first.group() == null) {
      spec(first, true, false);
      return;
    }
    text("(");
    out.indent++;
    newline(true);
    boolean[] keepType = keepTypeColumn(list);
    int startLine = 0;
    for (int i = 0; i < list.size(); i++) {
      Decl d = list.get(i);
      if (i > 0) {
        linebreak(lineOf(d.pos()), 1, false, out.lines() > startLine);
      }
      startLine = out.lines();
      at(d.pos());
      if (list.size() > 1) {
        spec(d, false, keepType[i]);
      } else {
        spec(d, true, false);
      }
    }
    out.indent--;
    newline(true);
    TokenMap map = pos == null ? null : map(pos);
    Pos open = map == null || pos == null ? null : map.next(pos, Token.LPAREN);
    at(open == null ? null : closing(open));
    text(")");
  }

  /**
   * Which of a group's constants or variables keep the column of types: runs with values need it if
   * any of the run has a type.
   */
  private static boolean[] keepTypeColumn(List<Decl> list) {
    boolean[] keep = new boolean[list.size()];
    int run = -1;
    boolean typed = false;
    for (int i = 0; i <= list.size(); i++) {
      boolean values = i < list.size() && values(list.get(i)) != null;
      if (values && run < 0) {
        run = i;
        typed = false;
      } else if (!values && run >= 0) {
        for (int j = run; j < i; j++) {
          keep[j] = typed;
        }
        run = -1;
      }
      if (i < list.size() && type(list.get(i)) != null) {
        typed = true;
      }
    }
    return keep;
  }

  private static @Nullable Expr values(Decl d) {
    return switch (d) {
      case Decl.ConstDecl x -> x.values();
      case Decl.VarDecl x -> x.values();
      case Decl.ImportDecl _, Decl.TypeDecl _, Decl.FuncDecl _ -> null;
    };
  }

  private static @Nullable Expr type(Decl d) {
    return switch (d) {
      case Decl.ConstDecl x -> x.type();
      case Decl.VarDecl x -> x.type();
      case Decl.ImportDecl _, Decl.TypeDecl _, Decl.FuncDecl _ -> null;
    };
  }

  /** One declaration without its keyword; those of bigger groups stand in columns. */
  private void spec(Decl d, boolean single, boolean keepType) {
    switch (d) {
      case Decl.ImportDecl x -> {
        if (x.localName() != null) {
          text(x.localName().value());
          out.blank();
        }
        text(x.path().value());
      }
      case Decl.TypeDecl x -> {
        text(x.name().value());
        if (!x.tparams().isEmpty()) {
          Pos open = x.tparams().getFirst().pos();
          TokenMap map = map(open);
          parameters(x.tparams(), map == null ? null : map.openingBefore(open), "[", "]", true);
        }
        if (single) {
          out.blank();
        } else {
          out.cell();
        }
        if (x.alias()) {
          text("= ");
        }
        expr0(x.type(), 1);
      }
      case Decl.ConstDecl x -> valueSpec(x.names(), x.type(), x.values(), single, keepType);
      case Decl.VarDecl x -> valueSpec(x.names(), x.type(), x.values(), single, keepType);
      case Decl.FuncDecl x -> funcDecl(x);
    }
  }

  private void valueSpec(
      List<Expr.Name> names,
      @Nullable Expr type,
      @Nullable Expr values,
      boolean single,
      boolean keepType) {
    names(names, single);
    if (single) {
      if (type != null) {
        out.blank();
        expr0(type, 1);
      }
      out.blank();
    } else {
      if (type != null || keepType) {
        out.cell();
      }
      if (type != null) {
        expr0(type, 1);
      }
      if (values != null) {
        out.cell();
      }
    }
    if (values != null) {
      text("=");
      out.blank();
      exprList(null, Expr.unpack(values), 1, false, false, null);
    }
  }

  private void names(List<Expr.Name> names, boolean indent) {
    exprList(null, List.copyOf(names), 1, false, !indent, null);
  }

  private void funcDecl(Decl.FuncDecl f) {
    int start = out.column();
    int startLine = line;
    text("func ");
    if (f.recv() != null) {
      Pos open = f.recv().pos();
      TokenMap map = map(open);
      parameters(List.of(f.recv()), map == null ? null : map.openingBefore(open), "(", ")", false);
      out.blank();
    }
    text(f.name().value());
    signature(f.tparams(), f.type());
    if (f.body() != null) {
      funcBody(startLine == line ? out.column() - start : HUGE, true, f.body());
    }
  }

  private void signature(List<Expr.Field> tparams, Expr.FuncType type) {
    Pos open = type.pos();
    @Nullable Pos paren = open;
    if (!tparams.isEmpty()) {
      parameters(tparams, open, "[", "]", false);
      TokenMap map = map(open);
      Pos close = closing(open);
      paren = map == null || close == null ? null : map.next(close, Token.LPAREN);
    }
    parameters(type.params(), paren, "(", ")", false);
    List<Expr.Field> results = type.results();
    if (results.isEmpty()) {
      return;
    }
    out.blank();
    if (results.size() == 1 && results.getFirst().name() == null) {
      expr0(results.getFirst().type(), 1);
      return;
    }
    TokenMap map = map(open);
    Pos close = paren == null ? null : closing(paren);
    parameters(
        results,
        map == null || close == null ? null : map.next(close, Token.LPAREN),
        "(",
        ")",
        false);
  }

  /** Index behind the fields that share the type of the one at {@code first}. */
  private static int groupEnd(List<Expr.Field> list, int first) {
    int i = first + 1;
    if (list.get(first).name() != null) {
      while (i < list.size()
          && list.get(i).name() != null
          && list.get(i).type() == list.get(first).type()) {
        i++;
      }
    }
    return i;
  }

  private static List<Expr.Name> namesOf(List<Expr.Field> fields) {
    List<Expr.Name> names = new ArrayList<>();
    for (Expr.Field f : fields) {
      if (f.name() != null) {
        names.add(f.name());
      }
    }
    return names;
  }

  private void parameters(
      List<Expr.Field> list, @Nullable Pos open, String left, String right, boolean ofType) {
    at(open);
    text(left);
    Pos close = open == null || !open.isKnown() ? null : closing(open);
    if (!list.isEmpty()) {
      int previous = lineOf(open);
      boolean indented = false;
      for (int i = 0; i < list.size(); ) {
        int first = i;
        i = groupEnd(list, first);
        Expr.Field f = list.get(first);
        int begin = lineOf(start(f.name() != null ? f.name() : f.type()));
        boolean needsBreak = 0 < previous && previous < begin;
        if (first > 0) {
          text(",");
        }
        if (needsBreak && linebreak(begin, 0, !indented, true) > 0) {
          indented = true;
        } else if (first > 0) {
          out.blank();
        }
        at(start(f.name() != null ? f.name() : f.type()));
        if (f.name() != null) {
          names(namesOf(list.subList(first, i)), !indented);
          out.blank();
        }
        expr0(f.type(), 1);
        previous = endLine(f.type());
      }
      int closing = lineOf(close);
      if (0 < previous && previous < closing) {
        text(",");
        linebreak(closing, 0, false, true);
      } else if (ofType && list.size() == 1 && combinesWithName(list.getFirst().type())) {
        text(",");
      }
      if (indented) {
        out.indent--;
      }
    }
    at(close);
    text(right);
  }

  /**
   * Whether a name before {@code x} could be read as an expression with it, so that {@code [P *T]}
   * needs a comma.
   */
  private static boolean combinesWithName(Expr x) {
    return switch (x) {
      case Expr.Operation op when op.y() == null ->
          op.op() == Operator.MUL && !Parser.isTypeElement(op.x());
      case Expr.Operation op when op.y() != null ->
          combinesWithName(op.x()) && !Parser.isTypeElement(op.y());
      case Expr.ParenExpr p -> !Parser.isTypeElement(p.x());
      default -> false;
    };
  }

  /** A function's body: on the header's line if it stands so in the source and both are small. */
  private void funcBody(int headerSize, boolean column, Stmt.BlockStmt body) {
    header = false;
    int max = 100;
    if (headerSize + bodySize(body, max) <= max) {
      if (column) {
        out.cell();
      } else {
        out.blank();
      }
      at(body.pos());
      text("{");
      String separator = " ";
      for (Stmt s : body.list()) {
        text(separator);
        at(start(s));
        stmt(s, false);
        separator = "; ";
      }
      at(body.rbrace());
      text(body.list().isEmpty() ? "}" : " }");
      return;
    }
    out.blank();
    block(body, 1);
  }

  private int bodySize(Stmt.BlockStmt body, int max) {
    if (lineOf(body.pos()) != lineOf(body.rbrace()) || body.list().size() > 5) {
      return max + 1;
    }
    int size = 0;
    for (Stmt s : body.list()) {
      size += (size > 0 ? 2 : 0) + size(s, max);
      if (size > max) {
        break;
      }
    }
    return size;
  }

  // ---- expressions

  private static final int LOWEST = 0;
  private static final int UNARY = 6;
  private static final int HIGHEST = 7;

  private void expr0(Expr x, int depth) {
    expr1(x, LOWEST, depth);
  }

  /**
   * An expression below an operator of precedence {@code outer}; {@code depth} tells how tight to
   * set it.
   */
  private void expr1(Expr x, int outer, int depth) {
    at(start(x));
    boolean outerHeader = header;
    switch (x) {
      case Expr.BadExpr _ -> text("BadExpr");
      case Expr.Name n -> text(n.value());
      case Expr.BasicLit n -> text(n.kind() == Expr.LitKind.STRING ? n.value() : normalized(n));
      case Expr.Operation n -> {
        if (n.y() == null) {
          unary(n, outer, depth);
        } else {
          binary(n, n.y(), outer, cutoff(n, depth), depth);
        }
      }
      case Expr.KeyValueExpr n -> {
        expr0(n.key(), 1);
        text(": ");
        expr0(n.value(), 1);
      }
      case Expr.FuncLit n -> {
        int start = out.column();
        int startLine = line;
        text("func");
        signature(List.of(), n.type());
        funcBody(startLine == line ? out.column() - start : HUGE, false, n.body());
      }
      case Expr.ParenExpr n -> {
        if (n.x() instanceof Expr.ParenExpr) {
          expr0(n.x(), depth);
        } else {
          text("(");
          header = false;
          expr0(n.x(), Math.max(1, depth - 1));
          at(closing(n.pos()));
          text(")");
        }
      }
      case Expr.SelectorExpr n -> selector(n, depth, false);
      case Expr.AssertExpr n -> {
        expr1(n.x(), HIGHEST, depth);
        text(".(");
        expr0(n.type(), 1);
        text(")");
      }
      case Expr.TypeSwitchGuard n -> {
        if (n.lhs() != null) {
          text(n.lhs().value() + " := ");
        }
        expr1(n.x(), HIGHEST, depth);
        text(".(type)");
      }
      case Expr.IndexExpr n -> index(n, depth);
      case Expr.SliceExpr n -> slice(n, depth);
      case Expr.CallExpr n -> call(n, depth);
      case Expr.CompositeLit n -> {
        if (n.type() != null) {
          expr1(n.type(), HIGHEST, depth);
        }
        at(n.pos());
        text("{");
        header = false;
        exprList(n.pos(), n.elems(), 1, true, false, n.rbrace());
        at(n.rbrace());
        text("}");
      }
      case Expr.ListExpr n -> exprList(null, n.elems(), depth, false, false, null);
      case Expr.DotsType n -> {
        text("...");
        expr0(n.elem(), 1);
      }
      case Expr.ArrayType n -> {
        text("[");
        if (n.len() == null) {
          text("...");
        } else {
          expr0(n.len(), 1);
        }
        text("]");
        expr0(n.elem(), 1);
      }
      case Expr.SliceType n -> {
        text("[]");
        expr0(n.elem(), 1);
      }
      case Expr.StructType n -> structType(n);
      case Expr.FuncType n -> {
        text("func");
        signature(List.of(), n);
      }
      case Expr.InterfaceType n -> interfaceType(n);
      case Expr.MapType n -> {
        text("map[");
        expr0(n.key(), 1);
        text("]");
        expr0(n.value(), 1);
      }
      case Expr.ChanType n -> {
        text(
            switch (n.dir()) {
              case BOTH -> "chan";
              case SEND_ONLY -> "chan<-";
              case RECV_ONLY -> "<-chan";
            });
        out.blank();
        boolean parens =
            n.dir() == Expr.ChanDir.BOTH
                && n.elem() instanceof Expr.ChanType e
                && e.dir() == Expr.ChanDir.RECV_ONLY;
        text(parens ? "(" : "");
        expr0(n.elem(), 1);
        text(parens ? ")" : "");
      }
    }
    header = outerHeader;
  }

  private void unary(Expr.Operation n, int outer, int depth) {
    boolean parens = UNARY < outer;
    text(parens ? "(" : "");
    text(n.op().text());
    if (header && n.op() == Operator.AND && n.x() instanceof Expr.CompositeLit) {
      text("("); // the tree does not keep these parentheses
      expr0(n.x(), 1);
      text(")");
    } else if (n.op() == Operator.MUL || parens) {
      expr0(n.x(), 1);
    } else {
      expr1(n.x(), UNARY, depth);
    }
    text(parens ? ")" : "");
  }

  private void binary(Expr.Operation n, Expr y, int outer, int cutoff, int depth) {
    int precedence = n.op().precedence();
    if (precedence < outer) { // the parser kept no parentheses where the tree says it all
      text("(");
      expr0(n, Math.max(1, depth - 1));
      text(")");
      return;
    }
    boolean blanks = precedence < cutoff;
    expr1(
        n.x(),
        precedence,
        depth
            + (n.x() instanceof Expr.Operation l
                    && l.y() != null
                    && l.op().precedence() == precedence
                ? 0
                : 1));
    if (blanks) {
      out.blank();
    }
    int xline = line;
    int yline = lineOf(start(y));
    at(n.pos());
    text(n.op().text());
    boolean indented = false;
    if (xline != yline && xline > 0 && yline > 0 && linebreak(yline, 1, true, true) > 0) {
      indented = true;
      blanks = false;
    }
    if (blanks) {
      out.blank();
    }
    expr1(y, precedence + 1, depth + 1);
    if (indented) {
      out.indent--;
    }
  }

  /**
   * What a tree of binary operators holds: precedences 4 and 5, and operators that must not touch.
   */
  private static final class Mix {
    boolean has4;
    boolean has5;
    int problem;

    void add(Expr.Operation e, Expr y) {
      int precedence = e.op().precedence();
      has4 |= precedence == 4;
      has5 |= precedence == 5;
      if (e.x() instanceof Expr.Operation l && l.y() != null && l.op().precedence() >= precedence) {
        add(l, l.y());
      }
      if (!(y instanceof Expr.Operation r)) {
        return;
      }
      if (r.y() != null) {
        if (r.op().precedence() > precedence) {
          add(r, r.y());
        }
        return;
      }
      switch (e.op().text() + r.op().text()) {
        case "/*", "&&", "&^" -> problem = 5;
        case "++", "--" -> problem = Math.max(problem, 4);
        default -> {}
      }
    }
  }

  /** The precedence from which on operators stand without blanks. */
  private static int cutoff(Expr.Operation e, int depth) {
    Mix mix = new Mix();
    if (e.y() != null) {
      mix.add(e, e.y());
    }
    if (mix.problem > 0) {
      return mix.problem + 1;
    }
    if (mix.has4 && mix.has5) {
      return depth == 1 ? 5 : 4;
    }
    return depth == 1 ? 6 : 4;
  }

  /** Prints {@code x.sel}; tells whether the selector went to a new line, indented. */
  private boolean selector(Expr.SelectorExpr n, int depth, boolean keepIndent) {
    expr1(n.x(), HIGHEST, depth);
    text(".");
    int to = lineOf(n.sel().pos());
    boolean broken = line > 0 && line < to;
    if (broken) {
      out.indent++;
      newline(false);
    }
    at(n.sel().pos());
    text(n.sel().value());
    if (broken && !keepIndent) {
      out.indent--;
    }
    return broken;
  }

  private void index(Expr.IndexExpr n, int depth) {
    expr1(n.x(), HIGHEST, 1);
    Pos close = closing(n.pos());
    at(n.pos());
    text("[");
    header = false;
    if (n.index() instanceof Expr.ListExpr list) {
      exprList(n.pos(), list.elems(), depth + 1, true, false, close);
    } else {
      expr0(n.index(), depth + 1);
    }
    at(close);
    text("]");
  }

  private void slice(Expr.SliceExpr n, int depth) {
    expr1(n.x(), HIGHEST, 1);
    at(n.pos());
    text("[");
    header = false;
    List<@Nullable Expr> indices = new ArrayList<>();
    indices.add(n.lo());
    indices.add(n.hi());
    if (n.max() != null) {
      indices.add(n.max());
    }
    int count = 0;
    boolean operators = false;
    for (Expr x : indices) {
      count += x == null ? 0 : 1;
      operators |= x instanceof Expr.Operation op && op.y() != null;
    }
    boolean blanks = depth <= 1 && count > 1 && operators;
    for (int i = 0; i < indices.size(); i++) {
      Expr x = indices.get(i);
      if (i > 0) {
        if (indices.get(i - 1) != null && blanks) {
          out.blank();
        }
        text(":");
        if (x != null && blanks) {
          out.blank();
        }
      }
      if (x != null) {
        expr0(x, depth + 1);
      }
    }
    at(closing(n.pos()));
    text("]");
  }

  private void call(Expr.CallExpr n, int outerDepth) {
    int depth = n.args().size() > 1 ? outerDepth + 1 : outerDepth;
    boolean parens =
        n.fun() instanceof Expr.FuncType
            || (n.fun() instanceof Expr.ChanType c && c.dir() == Expr.ChanDir.RECV_ONLY);
    text(parens ? "(" : "");
    boolean indented = false;
    if (n.fun() instanceof Expr.SelectorExpr s) {
      indented = selector(s, depth, true);
    } else {
      expr1(n.fun(), HIGHEST, depth);
    }
    text(parens ? ")" : "");
    Pos close = closing(n.pos());
    at(n.pos());
    text("(");
    header = false;
    if (n.hasDots()) {
      exprList(n.pos(), n.args(), depth, false, false, close);
      text("...");
      int last = endLine(n.args().getLast());
      if (0 < last && last < lineOf(close)) {
        text(",");
        newline(true);
      }
    } else {
      exprList(n.pos(), n.args(), depth, true, false, close);
    }
    at(close);
    text(")");
    if (indented) {
      out.indent--;
    }
  }

  /**
   * Expressions separated by commas, broken into lines as in the source; keys of consecutive lines
   * make a column unless their lengths differ much. {@code comma}: a comma stands before a closing
   * bracket on a line of its own.
   */
  private void exprList(
      @Nullable Pos before,
      List<? extends Expr> list,
      int depth,
      boolean comma,
      boolean noIndent,
      @Nullable Pos after) {
    if (list.isEmpty()) {
      return;
    }
    int previousLine = lineOf(before);
    int nextLine = lineOf(after);
    int to = lineOf(start(list.getFirst()));
    if (previousLine > 0 && previousLine == to && to == endLine(list.getLast())) {
      String separator = "";
      for (Expr x : list) {
        text(separator);
        expr0(x, depth);
        separator = ", ";
      }
      return;
    }
    boolean indent = !noIndent;
    int lastBreak = -1;
    if (0 < previousLine && previousLine < to && linebreak(to, 0, indent, true) > 0) {
      indent = false;
      lastBreak = 0;
    }
    int size = 0;
    double logs = 0;
    int count = 0;
    for (int i = 0; i < list.size(); i++) {
      Expr x = list.get(i);
      to = lineOf(start(x));
      int previousSize = size;
      size = size(x, HUGE);
      Expr.@Nullable KeyValueExpr pair = x instanceof Expr.KeyValueExpr kv ? kv : null;
      if (size < HUGE && before != null && after != null) {
        size = pair != null ? size(pair.key(), HUGE) : size;
      } else {
        size = 0;
      }
      boolean section = true;
      if (previousSize > 0 && size > 0) {
        if (count == 0 || (previousSize <= 40 && size <= 40)) {
          section = false;
        } else {
          double ratio = size / Math.exp(logs / count);
          section = 2.5 * ratio <= 1 || 2.5 <= ratio;
        }
      }
      boolean needsBreak = 0 < previousLine && previousLine < to;
      if (i > 0) {
        text(",");
        int breaks = needsBreak ? linebreak(to, 0, indent, section || lastBreak + 1 < i) : 0;
        if (breaks > 0) {
          indent = false;
          lastBreak = i;
        } else {
          out.blank();
        }
        if (breaks > 1) {
          logs = 0;
          count = 0;
        }
      }
      if (list.size() > 1 && pair != null && size > 0 && needsBreak) {
        at(start(pair));
        expr0(pair.key(), 1);
        text(":");
        out.cell();
        expr0(pair.value(), 1);
      } else {
        expr0(x, depth);
      }
      if (size > 0) {
        logs += Math.log(size);
        count++;
      }
      previousLine = to;
    }
    boolean indented = !indent && !noIndent;
    if (comma && nextLine > 0 && line < nextLine) {
      text(",");
      if (indented) {
        out.indent--;
      }
      newline(true);
      return;
    }
    if (indented) {
      out.indent--;
    }
  }

  // ---- struct and interface types

  private void structType(Expr.StructType n) {
    text("struct");
    List<Expr.Field> list = n.fields();
    Pos close = closing(n.pos());
    if (isOnOneLine(n.pos(), close)) {
      if (list.isEmpty()) {
        text("{}");
        return;
      }
      if (groupEnd(list, 0) == list.size() && n.tags().isEmpty() && isShort(list.getFirst())) {
        text("{ ");
        String separator = "";
        for (Expr.Name name : namesOf(list)) {
          text(separator + name.value());
          separator = ", ";
        }
        text(list.getFirst().name() == null ? "" : " ");
        expr0(list.getFirst().type(), 1);
        at(close);
        text(" }");
        return;
      }
    }
    text(" {");
    out.indent++;
    if (!list.isEmpty()) {
      newline(true);
    }
    boolean columns = groupEnd(list.isEmpty() ? List.of(DUMMY) : list, 0) < list.size();
    int startLine = 0;
    for (int i = 0; i < list.size(); ) {
      int first = i;
      Expr.Field f = list.get(first);
      i = groupEnd(list, first);
      if (first > 0) {
        linebreak(lineOf(f.pos()), 1, false, out.lines() > startLine);
      }
      startLine = out.lines();
      at(f.pos());
      if (f.name() != null) {
        names(namesOf(list.subList(first, i)), false);
        separate(columns);
      }
      expr0(f.type(), 1);
      Expr.@Nullable BasicLit tag = first < n.tags().size() ? n.tags().get(first) : null;
      if (tag != null) {
        if (f.name() == null && columns) {
          out.cell();
        }
        separate(columns);
        text(tag.value());
      }
    }
    out.indent--;
    newline(true);
    at(close);
    text("}");
  }

  private static final Expr.Field DUMMY =
      new Expr.Field(Pos.NONE, null, new Expr.BadExpr(Pos.NONE));

  private void separate(boolean columns) {
    if (columns) {
      out.cell();
    } else {
      out.blank();
    }
  }

  private boolean isOnOneLine(Pos open, @Nullable Pos close) {
    return lineOf(open) == lineOf(close);
  }

  private boolean isShort(Expr.Field f) {
    return (f.name() == null ? 0 : 1) + size(f.type(), 30) <= 30;
  }

  private void interfaceType(Expr.InterfaceType n) {
    text("interface");
    List<Expr.Field> list = n.methods();
    Pos close = closing(n.pos());
    if (isOnOneLine(n.pos(), close)) {
      if (list.isEmpty()) {
        text("{}");
        return;
      }
      if (list.size() == 1 && isShort(list.getFirst())) {
        text("{ ");
        method(list.getFirst());
        at(close);
        text(" }");
        return;
      }
    }
    text(" {");
    out.indent++;
    if (!list.isEmpty()) {
      newline(true);
    }
    int startLine = 0;
    for (int i = 0; i < list.size(); i++) {
      Expr.Field f = list.get(i);
      if (i > 0) {
        linebreak(lineOf(f.pos()), 1, false, out.lines() > startLine);
      }
      startLine = out.lines();
      at(f.pos());
      method(f);
    }
    out.indent--;
    newline(true);
    at(close);
    text("}");
  }

  private void method(Expr.Field f) {
    if (f.name() != null && f.type() instanceof Expr.FuncType t) {
      text(f.name().value());
      signature(List.of(), t);
    } else {
      expr0(f.type(), 1);
    }
  }

  /**
   * Numbers with small letters in prefixes and exponents, and without zeros before imaginary
   * integers.
   */
  private static String normalized(Expr.BasicLit n) {
    String x = n.value();
    if (n.kind() == Expr.LitKind.RUNE || x.length() < 2) {
      return x;
    }
    String prefix = x.substring(0, 2).toLowerCase(Locale.ROOT);
    switch (prefix) {
      case "0x" -> {
        return "0x" + x.substring(2).replace('P', 'p');
      }
      case "0o", "0b" -> {
        return prefix + x.substring(2);
      }
      default -> {
        x = x.replace('E', 'e');
        if (x.endsWith("i") && !x.contains(".") && !x.contains("e")) {
          int i = 0;
          while (x.charAt(i) == '0' || x.charAt(i) == '_') {
            i++;
          }
          return x.charAt(i) == 'i' ? "0i" : x.substring(i);
        }
        return x;
      }
    }
  }

  // ---- statements

  private void stmtList(List<Stmt> list, int indent, boolean beforeBrace) {
    out.indent += indent;
    int startLine = 0;
    boolean first = true;
    for (int i = 0; i < list.size(); i++) {
      Stmt s = list.get(i);
      if (s instanceof Stmt.EmptyStmt) {
        continue;
      }
      if (!out.isEmpty()) {
        linebreak(lineOf(start(s)), 1, false, first || out.lines() > startLine);
      }
      startLine = out.lines();
      at(start(s));
      stmt(s, beforeBrace && i == list.size() - 1);
      for (Stmt t = s; t instanceof Stmt.LabeledStmt l; t = l.stmt()) {
        startLine++;
      }
      first = false;
    }
    out.indent -= indent;
  }

  private void block(Stmt.BlockStmt b, int indent) {
    at(b.pos());
    text("{");
    stmtList(b.list(), indent, true);
    linebreak(lineOf(b.rbrace()), 1, false, true);
    at(b.rbrace());
    text("}");
  }

  private void stmt(Stmt stmt, boolean beforeBrace) {
    switch (stmt) {
      case Stmt.DeclStmt s -> declStmt(s);
      case Stmt.EmptyStmt _ -> {}
      case Stmt.LabeledStmt s -> {
        out.indent--;
        text(s.label().value() + ":");
        out.indent++;
        if (s.stmt() instanceof Stmt.EmptyStmt) {
          if (!beforeBrace) {
            newline(false);
            text(";");
          }
        } else {
          linebreak(lineOf(start(s.stmt())), 1, false, true);
          at(start(s.stmt()));
          stmt(s.stmt(), beforeBrace);
        }
      }
      case Stmt.ExprStmt s -> expr0(s.x(), 1);
      case Stmt.SendStmt s -> {
        expr0(s.chan(), 1);
        text(" <- ");
        expr0(s.value(), 1);
      }
      case Stmt.AssignStmt s -> assign(s);
      case Stmt.CallStmt s -> {
        text(s.isDefer() ? "defer " : "go ");
        expr0(s.call(), 1);
      }
      case Stmt.ReturnStmt s -> {
        text("return");
        if (s.results() != null) {
          out.blank();
          List<Expr> results = Expr.unpack(s.results());
          if (looksBetterIndented(results)) {
            out.indent++;
            exprList(null, results, 1, false, true, null);
            out.indent--;
          } else {
            exprList(null, results, 1, false, false, null);
          }
        }
      }
      case Stmt.BranchStmt s -> {
        text(s.kind().name().toLowerCase(Locale.ROOT));
        text(s.label() == null ? "" : " " + s.label().value());
      }
      case Stmt.BlockStmt s -> block(s, 1);
      case Stmt.IfStmt s -> {
        text("if");
        control(false, s.init(), s.cond(), null);
        block(s.then(), 1);
        if (s.els() != null) {
          text(" else ");
          at(s.els().pos());
          stmt(s.els(), beforeBrace);
        }
      }
      case Stmt.ForStmt s -> {
        text("for");
        if (s.init() instanceof Stmt.RangeClause r) {
          out.blank();
          header = true;
          stmt(r, false);
          header = false;
          out.blank();
        } else {
          control(true, s.init(), s.cond(), s.post());
        }
        block(s.body(), 1);
      }
      case Stmt.RangeClause s -> {
        if (s.lhs() != null) {
          expr0(s.lhs(), 1);
          text(s.def() ? " := " : " = ");
        }
        text("range ");
        expr0(stripped(s.x()), 1);
      }
      case Stmt.SwitchStmt s -> {
        text("switch");
        control(false, s.init(), s.tag(), null);
        clauses(s.body(), s.rbrace());
      }
      case Stmt.SelectStmt s -> {
        text("select ");
        if (s.body().isEmpty()) {
          at(s.rbrace());
          text("{}");
        } else {
          clauses(s.body(), s.rbrace());
        }
      }
    }
  }

  private void declStmt(Stmt.DeclStmt s) {
    if (s.decls().isEmpty()) {
      return;
    }
    if (s.decls().getFirst() instanceof Decl.FuncDecl f) {
      funcDecl(f);
    } else {
      genDecl(s.decls(), s.pos());
    }
  }

  private void assign(Stmt.AssignStmt s) {
    String op = s.op() == null ? "" : s.op().text();
    if (s.rhs() == null) {
      expr0(s.lhs(), 2);
      text(op + op);
      return;
    }
    List<Expr> lhs = Expr.unpack(s.lhs());
    List<Expr> rhs = Expr.unpack(s.rhs());
    int depth = lhs.size() > 1 && rhs.size() > 1 ? 2 : 1;
    exprList(start(s), lhs, depth, false, false, s.pos());
    at(s.pos());
    text(" " + op + "= ");
    exprList(s.pos(), rhs, depth, false, false, null);
  }

  private void control(
      boolean loop,
      Stmt.@Nullable SimpleStmt init,
      @Nullable Expr cond,
      Stmt.@Nullable SimpleStmt post) {
    out.blank();
    header = true;
    boolean blank = false;
    boolean semicolons = init != null || post != null;
    if (init != null) {
      stmt(init, false);
    }
    if (semicolons) {
      text("; ");
    }
    if (cond != null) {
      expr0(stripped(cond), 1);
      blank = true;
    }
    if (semicolons && loop) {
      text("; ");
      blank = false;
      if (post != null) {
        stmt(post, false);
        blank = true;
      }
    }
    if (blank) {
      out.blank();
    }
    header = false;
  }

  /** Without parentheses, unless they hide the brace of a composite literal. */
  private static Expr stripped(Expr x) {
    Expr inner = x;
    while (inner instanceof Expr.ParenExpr p && !hasBareLiteral(p.x())) {
      inner = p.x();
    }
    return inner;
  }

  private static boolean hasBareLiteral(Expr x) {
    boolean[] found = new boolean[1];
    Walk.preorder(
        x,
        n -> {
          if (n instanceof Expr.CompositeLit lit) {
            found[0] |= lit.type() instanceof Expr.Name || lit.type() instanceof Expr.SelectorExpr;
            return false;
          }
          return !(n instanceof Expr.ParenExpr) && !found[0];
        });
    return found[0];
  }

  /**
   * Whether results look better if all their lines are indented: an element does not start where
   * the last ended.
   */
  private boolean looksBetterIndented(List<Expr> list) {
    if (list.size() < 2) {
      return false;
    }
    int begin = lineOf(start(list.getFirst()));
    if (begin <= 0 || begin >= endLine(list.getLast())) {
      return false;
    }
    int tall = 0;
    int last = begin;
    for (Expr x : list) {
      int from = lineOf(start(x));
      int to = endLine(x);
      if (last < from) {
        return true;
      }
      tall += from < to ? 1 : 0;
      last = to;
    }
    return tall > 1;
  }

  private void clauses(List<? extends Node.Clause> list, Pos rbrace) {
    text("{");
    for (int i = 0; i < list.size(); i++) {
      Node.Clause c = list.get(i);
      linebreak(lineOf(c.pos()), 1, false, true);
      at(c.pos());
      clause(c, i == list.size() - 1);
    }
    linebreak(lineOf(rbrace), 1, false, true);
    at(rbrace);
    text("}");
  }

  private void clause(Node.Clause clause, boolean last) {
    switch (clause) {
      case Stmt.CaseClause c -> {
        if (c.cases() == null) {
          text("default");
        } else {
          text("case ");
          exprList(c.pos(), Expr.unpack(c.cases()), 1, false, false, c.colon());
        }
        at(c.colon());
        text(":");
        stmtList(c.body(), 1, last);
      }
      case Stmt.CommClause c -> {
        if (c.comm() == null) {
          text("default");
        } else {
          text("case ");
          stmt(c.comm(), false);
        }
        at(c.colon());
        text(":");
        stmtList(c.body(), 1, last);
      }
    }
  }
}

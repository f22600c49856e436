package dev.gomem.syntax;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.PosBase;
import dev.gomem.source.Source;
import dev.gomem.source.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tokens to tree: Go 1.26's whole grammar by recursive descent, one method a production, with gc's
 * messages, places and recovery (cmd/compile/internal/syntax/parser.go is the model of behaviour).
 * Never throws for bad input; runs in time linear in the text; the tree it returns is never changed
 * afterwards. Methods whose name ends in {@code OrNull} may find nothing; all others report what is
 * missing and return a node that stands for it.
 *
 * <p>Nesting beyond {@link #MAX_NESTING} and {@link #MAX_TYPE_NESTING} and chains beyond {@link
 * #MAX_CHAIN} are reported and end the parse, so that neither this parser nor any later walk over
 * the tree can overflow the stack that a session's thread has; gc has no such limits.
 */
public final class Parser implements Scanner.Sink {
  /** How deep expressions and statements may nest. */
  static final int MAX_NESTING = 5_000;

  /** How deep types may nest: names of types are as long as they are deep, one at each level. */
  static final int MAX_TYPE_NESTING = 500;

  /** How many operators, selectors, calls or indices may follow each other without nesting. */
  static final int MAX_CHAIN = 10_000;

  /** Keywords that start a statement: good places to go on after an error within a function. */
  private static final long STATEMENT_STARTS =
      Token.setOf(
          Token.BREAK,
          Token.CONST,
          Token.CONTINUE,
          Token.DEFER,
          Token.FALLTHROUGH,
          Token.FOR,
          Token.GO,
          Token.GOTO,
          Token.IF,
          Token.RETURN,
          Token.SELECT,
          Token.SWITCH,
          Token.TYPE,
          Token.VAR);

  private final Source source;
  private final Scanner scan;

  // The current token, as the scanner left it.
  private Token token = Token.EOF;
  private Pos pos;

  private int functions; // nesting of function bodies, for recovery

  /**
   * Nesting of expressions; below 0 a '{' after an operand opens a block rather than a composite
   * literal.
   */
  private int expressions;

  private int nesting;
  private int typeNesting;

  // Pragmas: all of the text, and those that wait for a declaration to belong to.
  private final List<Node.Pragma> pragmas = new ArrayList<>();
  private List<Node.Pragma> pending = List.of();

  // Diagnostics. Checks of branches report past errorCount, as in gc: they are no errors of the
  // parser.
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int errorCount;
  private Pos lastSyntax = Pos.NONE;
  private Pos lastOther = Pos.NONE;
  private String lastOtherMessage = "";

  // Completeness: where brackets opened that are not closed yet, and whether the first error was at
  // the end.
  private int[] open = new int[16];
  private int openCount;
  private boolean cutShort;
  private String cutShortIndent = "";

  /** Whether to leave out what gc leaves out of its list; its own parser reports more. */
  private final boolean filtered;

  /** What to pass over. */
  private final Outline outline;

  /** Where the last {@code func} of a declaration stood. */
  private int keyword;

  /** Where bodies and values stood, if somebody wants to know. */
  private final @Nullable Map<Decl, Outline.Span> spans;

  private Parser(Source source, boolean filtered) {
    this(source, filtered, Outline.WHOLE, null);
  }

  private Parser(
      Source source, boolean filtered, Outline outline, @Nullable Map<Decl, Outline.Span> spans) {
    this.source = source;
    this.filtered = filtered;
    this.outline = outline;
    this.spans = spans;
    this.scan = new Scanner(source, this);
    this.pos = new Pos(source, 0);
  }

  /** Parses a Go file. */
  public static ParseResult<Node.File> parseFile(Source source) {
    return parseFile(source, true);
  }

  /** As {@link #parseFile(Source)}; unfiltered, with every error found, more than one a line. */
  static ParseResult<Node.File> parseFile(Source source, boolean filtered) {
    return new Parser(source, filtered).file();
  }

  /** What a file without mistakes declares: passes over what the outline leaves out. */
  public static Node.File parseOutline(Source source, Outline outline) {
    return new Parser(source, true, outline, null).file().tree();
  }

  /** As {@link #parseFile(Source)}; also notes where an outline's gaps could be. */
  public static ParseResult<Node.File> parseFile(Source source, Map<Decl, Outline.Span> spans) {
    return new Parser(source, true, Outline.WHOLE, spans).file();
  }

  private ParseResult<Node.File> file() {
    next();
    Node.@Nullable File file = fileOrNull();
    boolean broken = file == null;
    if (file == null) {
      Expr.Name none = new Expr.Name(pos, "_");
      file = new Node.File(new Pos(source, 0), List.copyOf(pragmas), none, List.of(), pos);
    }
    return result(file, broken);
  }

  /** Parses a lesson cell: imports, declarations and statements, mixed. */
  public static ParseResult<Node.Cell> parseCell(Source source) {
    Parser p = new Parser(source, true);
    p.next();
    return p.result(p.cell(), false);
  }

  /** Whether the first token is 'package'. */
  static boolean opensWithPackage(Source source) {
    Scanner ahead = new Scanner(source, Scanner.SILENT);
    ahead.next();
    return ahead.token == Token.PACKAGE;
  }

  private <T extends Node> ParseResult<T> result(T tree, boolean broken) {
    Diagnostic.sort(diagnostics, List.of(source));
    for (int i = diagnostics.size() - 1; i > 0; i--) {
      if (diagnostics.get(i).pos().equals(diagnostics.get(i - 1).pos())
          && diagnostics.get(i).message().equals(diagnostics.get(i - 1).message())) {
        diagnostics.remove(i);
      }
    }
    boolean hard = broken;
    for (Diagnostic d : diagnostics) {
      hard |= !d.soft();
    }
    ParseResult.Completeness completeness =
        cutShort
            ? ParseResult.Completeness.INCOMPLETE
            : diagnostics.isEmpty()
                ? ParseResult.Completeness.COMPLETE
                : ParseResult.Completeness.INVALID;
    return new ParseResult<>(tree, List.copyOf(diagnostics), !hard, completeness, cutShortIndent);
  }

  // ---- tokens

  private void next() {
    scan.next();
    token = scan.token;
    pos = new Pos(source, scan.start);
    switch (token) {
      case LPAREN, LBRACK, LBRACE -> {
        if (openCount == open.length) {
          open = java.util.Arrays.copyOf(open, 2 * openCount);
        }
        open[openCount++] = scan.start;
      }
      case RPAREN, RBRACK, RBRACE -> openCount = Math.max(0, openCount - 1);
      default -> {}
    }
  }

  private boolean got(Token t) {
    if (token == t) {
      next();
      return true;
    }
    return false;
  }

  private void want(Token t) {
    if (!got(t)) {
      syntaxError("expected " + t.described());
      advance();
    }
  }

  /** Takes '='; ':=' too, with an error. */
  private boolean gotAssign() {
    if (token == Token.DEFINE) {
      syntaxError("expected =");
      next();
      return true;
    }
    return got(Token.ASSIGN);
  }

  private boolean atOperator(Operator op) {
    return token == Token.OPERATOR && scan.operator == op;
  }

  /**
   * Skips to a token of {@code follow}, or, within functions, to one that starts a statement. With
   * nothing to follow, skips one token.
   */
  private void advance(Token... follow) {
    if (follow.length == 0) {
      if (token != Token.EOF) {
        next();
      }
      return;
    }
    long stop = Token.EOF.bit() | Token.setOf(follow);
    if (functions > 0) {
      stop |= STATEMENT_STARTS;
    }
    while (!token.in(stop)) {
      next();
    }
  }

  // ---- nesting

  /** Goes one level down; {@link #leave} must follow. */
  private void enter() {
    if (++nesting > MAX_NESTING) {
      tooBig("nesting deeper than " + MAX_NESTING + " levels");
    }
  }

  private void leave() {
    nesting--;
  }

  private void enterType() {
    if (++typeNesting > MAX_TYPE_NESTING) {
      tooBig("type nesting deeper than " + MAX_TYPE_NESTING + " levels");
    }
  }

  private void leaveType() {
    typeNesting--;
  }

  private void checkChain(int links) {
    if (links > MAX_CHAIN) {
      tooBig("expression of more than " + MAX_CHAIN + " parts in a row");
    }
  }

  private void tooBig(String what) {
    if (token == Token.EOF) {
      return;
    }
    report(pos, 1, "NotSupportedYet", "not supported yet: " + what, false);
    errorCount++;
    scan.skipToEnd();
    token = Token.EOF;
    pos = new Pos(source, scan.start);
  }

  // ---- errors

  @Override
  public void error(int offset, String message) {
    errorAt(new Pos(source, offset), 1, message, scan.openEnded);
  }

  private void errorAt(Pos at, String message) {
    int length = at.offset() == scan.start ? Math.max(1, scan.end - scan.start) : 1;
    errorAt(at, length, message, atEnd());
  }

  private void errorAt(Pos at, int length, String message, boolean moreCouldHelp) {
    if (errorCount == 0 && moreCouldHelp) {
      cutShort = true;
      cutShortIndent = scan.openEnded ? "" : indent();
    }
    errorCount++;
    report(at, length, "Syntax", message, !message.startsWith("syntax error"));
  }

  private void syntaxError(String message) {
    syntaxErrorAt(pos, message);
  }

  /**
   * Reports a syntax error. A message that begins with "in", "at", "after" or "expected" is about
   * the current token, which is then named first.
   */
  private void syntaxErrorAt(Pos at, String message) {
    if (token == Token.EOF && errorCount > 0) {
      return; // what is missing at the end is seldom more than a consequence
    }
    if (message.startsWith("in ") || message.startsWith("at ") || message.startsWith("after ")) {
      errorAt(at, "syntax error: unexpected " + current() + " " + message);
    } else if (message.startsWith("expected ")) {
      errorAt(at, "syntax error: unexpected " + current() + ", " + message);
    } else {
      errorAt(at, "syntax error: " + message);
    }
  }

  /** The current token in a message's words. */
  private String current() {
    return switch (token) {
      case NAME -> "name " + scan.text;
      case SEMI -> scan.text;
      case LITERAL -> "literal " + scan.text;
      case OPERATOR -> scan.operator.text();
      case ASSIGN_OP -> scan.operator.text() + "=";
      case INC_OP -> scan.operator.text() + scan.operator.text();
      default -> token.described();
    };
  }

  /**
   * As gc's error list: one syntax error a line; the same other error not twice running on a line.
   */
  private void report(Pos at, int length, String code, String message, boolean soft) {
    if (!filtered) {
      // every error counts
    } else if (message.startsWith("syntax error")) {
      if (at.sameLine(lastSyntax)) {
        return;
      }
      lastSyntax = at;
    } else {
      if (at.sameLine(lastOther) && message.equals(lastOtherMessage)) {
        return;
      }
      lastOther = at;
      lastOtherMessage = message;
    }
    diagnostics.add(new Diagnostic(at, length, code, message, Stage.SYNTAX, soft));
  }

  /**
   * Whether nothing but blanks follows, and more lines could continue the text: a bracket or an
   * operator is open.
   */
  private boolean atEnd() {
    if (token == Token.EOF) {
      return true;
    }
    return token == Token.SEMI
        && openCount > 0
        && (scan.text.equals("EOF") || (scan.text.equals("newline") && peek() == Token.EOF));
  }

  private Token peek() {
    Scanner ahead = scan.fork();
    ahead.next();
    return ahead.token;
  }

  private String indent() {
    int lines = 0;
    int last = 0;
    for (int i = 0; i < openCount; i++) {
      int line = source.line(open[i]);
      if (line != last) {
        lines++;
        last = line;
      }
    }
    return "\t".repeat(lines);
  }

  // ---- pragmas

  @Override
  public void directive(int offset, String text) {
    Pos at = new Pos(source, offset);
    if (text.startsWith("//line ") || text.startsWith("/*line ")) {
      lineDirective(at, text);
      return;
    }
    Node.Pragma pragma = new Node.Pragma(at, text);
    pragmas.add(pragma);
    if (text.startsWith("//go:") && !source.text(source.lineStart(at.line()), offset).isBlank()) {
      report(new Pos(source, offset + 2), "misplaced compiler directive");
    } else if (text.startsWith("//go:")) {
      if (pending.isEmpty()) {
        pending = new ArrayList<>();
      }
      pending.add(pragma);
      Pragmas.anywhere(pragma, this::report);
    }
  }

  private void lineDirective(Pos at, String comment) {
    LineDirective d = LineDirective.of(comment, at.column());
    if (d == null) {
      return;
    }
    if (!d.wrong().isEmpty()) {
      errorAt(new Pos(source, at.offset() + d.wrongAt()), 1, d.wrong(), false);
      return;
    }
    int end = scan.offset();
    boolean same = d.name().isEmpty() && d.column() > 0;
    String name = same ? new Pos(source, end).relativeName() : d.name();
    source.add(
        LineDirective.isGeneral(comment)
            ? new PosBase(
                end, at.line(), at.column() + end - at.offset(), name, d.line(), d.column())
            : new PosBase(end, at.line() + 1, 1, name, d.line(), d.column()));
  }

  private List<Node.Pragma> takePragmas() {
    List<Node.Pragma> taken = List.copyOf(pending);
    pending = List.of();
    return taken;
  }

  /** Called where no declaration follows: what waits belongs to nothing. */
  private void dropPragmas() {
    if (!pending.isEmpty()) {
      Pragmas.misplaced(pending, this::report);
      pending = List.of();
    }
  }

  private void report(Pos at, String message) {
    report(at, 1, "MisplacedDirective", message, true);
  }

  // ---- files and cells

  /**
   * {@code SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" }}. Null if the
   * clause is broken.
   */
  private Node.@Nullable File fileOrNull() {
    Pos start = pos;
    if (!got(Token.PACKAGE)) {
      syntaxError("package statement must be first");
      return null;
    }
    takePragmas();
    Expr.Name name = name();
    want(Token.SEMI);
    if (errorCount > 0) {
      return null;
    }
    List<Decl> decls = declarations();
    dropPragmas();
    return new Node.File(start, List.copyOf(pragmas), name, decls, pos);
  }

  private static final Token[] DECLARATION_STARTS = {
    Token.IMPORT, Token.CONST, Token.TYPE, Token.VAR, Token.FUNC
  };

  private List<Decl> declarations() {
    List<Decl> list = new ArrayList<>();
    Token previous = Token.IMPORT;
    while (token != Token.EOF) {
      if (token == Token.IMPORT && previous != Token.IMPORT) {
        syntaxError("imports must appear before other declarations");
      }
      previous = token;
      switch (token) {
        case IMPORT -> {
          next();
          group(list, this::importDecl);
        }
        case CONST -> {
          next();
          group(list, this::constDecl);
        }
        case TYPE, VAR -> {
          if (!passed(Outline.Kind.DECLARATION)) {
            typesOrVars(list);
          }
        }
        case FUNC -> {
          if (!passed(Outline.Kind.DECLARATION)) {
            keyword = scan.start;
            next();
            list.add(funcDecl());
          }
        }
        default -> {
          if (token == Token.LBRACE && !list.isEmpty() && isBodiless(list.getLast())) {
            syntaxError("unexpected semicolon or newline before {");
          } else {
            syntaxError("non-declaration statement outside function body");
          }
          advance(DECLARATION_STARTS);
          continue;
        }
      }
      dropPragmas(); // before the semicolon: comments after it may belong to the next declaration
      if (token != Token.EOF && !got(Token.SEMI)) {
        syntaxError("after top level declaration");
        advance(DECLARATION_STARTS);
      }
    }
    return List.copyOf(list);
  }

  private void typesOrVars(List<Decl> list) {
    final int from = scan.start;
    final int known = list.size();
    boolean types = token == Token.TYPE;
    next();
    group(list, types ? this::typeDecl : this::varDecl);
    if (spans != null) {
      for (Decl d : list.subList(known, list.size())) {
        Outline.Span values = spans.get(d);
        int start = values == null ? scan.start : values.start();
        int end = values == null ? scan.start : values.end();
        spans.put(d, new Outline.Span(from, scan.start, start, end));
      }
    }
  }

  private static boolean isBodiless(Decl d) {
    return d instanceof Decl.FuncDecl f && f.body() == null;
  }

  /** A lesson cell: {@code { ( ImportDecl | TopLevelDecl | Statement ) ";" }}. */
  private Node.Cell cell() {
    Pos start = pos;
    List<Stmt> items = new ArrayList<>();
    List<Pos> starts = new ArrayList<>();
    functions = 1; // statements are lines of main
    int errorsBefore = errorCount;
    while (token != Token.EOF) {
      if (token == Token.LBRACE
          && !items.isEmpty()
          && items.getLast() instanceof Stmt.DeclStmt d
          && isBodiless(d.decls().getLast())) {
        syntaxError("unexpected semicolon or newline before {");
      }
      Pos begins = pos;
      boolean declaration = token == Token.IMPORT || (token == Token.FUNC && atFuncDecl());
      @Nullable Stmt item = declaration ? cellDecl() : stmtOrNull();
      dropPragmas();
      if (item == null) {
        syntaxError("at top level of cell");
        advance();
        advance(Token.SEMI, Token.FUNC, Token.IMPORT);
        got(Token.SEMI);
        continue;
      }
      if (!(item instanceof Stmt.EmptyStmt)) {
        items.add(item);
        starts.add(begins);
      }
      if (token != Token.EOF && !got(Token.SEMI)) {
        syntaxError(declaration ? "after top level declaration" : "at end of statement");
        advance(Token.SEMI, Token.FUNC, Token.IMPORT);
        got(Token.SEMI);
      }
    }
    functions = 0;
    dropPragmas();
    if (errorsBefore == errorCount) {
      Branches.check(start, items, this::reportBranch);
    }
    return new Node.Cell(start, List.copyOf(pragmas), List.copyOf(items), List.copyOf(starts), pos);
  }

  private Stmt cellDecl() {
    Pos at = pos;
    if (got(Token.IMPORT)) {
      List<Decl> decls = new ArrayList<>();
      group(decls, this::importDecl);
      return new Stmt.DeclStmt(at, List.copyOf(decls));
    }
    next();
    functions = 0;
    Decl.FuncDecl f = funcDecl();
    functions = 1;
    return new Stmt.DeclStmt(at, List.of(f));
  }

  /**
   * Whether the 'func' at the cursor begins a declaration rather than a function literal or type: a
   * name follows, or a receiver and then a name and a parenthesis.
   */
  private boolean atFuncDecl() {
    Scanner ahead = scan.fork();
    ahead.next();
    if (ahead.token == Token.NAME) {
      return true;
    }
    if (ahead.token != Token.LPAREN) {
      return false;
    }
    int depth = 0;
    int tokens = 0;
    do {
      switch (ahead.token) {
        case LPAREN, LBRACK, LBRACE -> depth++;
        case RPAREN, RBRACK, RBRACE -> depth--;
        default -> {}
      }
      if (++tokens > MAX_RECEIVER || ahead.token == Token.EOF) {
        return false;
      }
      ahead.next();
    } while (depth > 0);
    if (ahead.token != Token.NAME) {
      return false;
    }
    ahead.next();
    return ahead.token == Token.LPAREN;
  }

  /** Tokens of the longest receiver worth looking for. */
  private static final int MAX_RECEIVER = 200;

  private void reportBranch(Pos at, String code, String message) {
    report(at, 1, code, message, true);
  }

  // ---- declarations

  /**
   * {@code [ element { separator element } [ separator ] ] close}. Calls {@code element} for each;
   * after it returns true no more are accepted. Returns the position of the closing token.
   */
  private Pos list(String context, Token separator, Token close, BooleanSupplier element) {
    boolean done = false;
    while (token != Token.EOF && token != close && !done) {
      done = element.getAsBoolean();
      if (!got(separator) && token != close) {
        syntaxError(
            "in "
                + context
                + "; possibly missing "
                + separator.described()
                + " or "
                + close.described());
        advance(Token.RPAREN, Token.RBRACK, Token.RBRACE);
        if (token != close) {
          return pos;
        }
      }
    }
    Pos end = pos;
    want(close);
    return end;
  }

  /** One declaration, or a parenthesised group of them. */
  private void group(List<Decl> list, Function<Decl.@Nullable Group, Decl> decl) {
    if (token == Token.LPAREN) {
      Decl.Group group = new Decl.Group();
      dropPragmas(); // before the parenthesis is passed
      next();
      list(
          "grouped declaration",
          Token.SEMI,
          Token.RPAREN,
          () -> {
            list.add(decl.apply(group));
            return false;
          });
    } else {
      list.add(decl.apply(null));
    }
  }

  /** {@code ImportSpec = [ "." | PackageName ] ImportPath}. */
  private Decl importDecl(Decl.@Nullable Group group) {
    Pos at = pos;
    List<Node.Pragma> prag = takePragmas();
    Expr.@Nullable Name local = null;
    if (token == Token.NAME) {
      local = name();
    } else if (token == Token.DOT) {
      local = new Expr.Name(pos, ".");
      next();
    }
    Expr.@Nullable BasicLit path = literalOrNull();
    if (path == null) {
      path = new Expr.BasicLit(pos, "\"\"", Expr.LitKind.STRING, true);
      syntaxError("missing import path");
      advance(Token.SEMI, Token.RPAREN);
    } else if (!path.bad() && path.kind() != Expr.LitKind.STRING) {
      syntaxErrorAt(path.pos(), "import path must be a string");
      path = new Expr.BasicLit(path.pos(), path.value(), path.kind(), true);
    }
    return new Decl.ImportDecl(at, group, prag, local, path);
  }

  /** {@code ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ]}. */
  private Decl constDecl(Decl.@Nullable Group group) {
    Pos at = pos;
    List<Node.Pragma> prag = takePragmas();
    List<Expr.Name> names = nameList(name());
    @Nullable Expr type = null;
    @Nullable Expr values = null;
    if (token != Token.EOF && token != Token.SEMI && token != Token.RPAREN) {
      type = typeOrNull();
      if (gotAssign()) {
        values = exprList();
      }
    }
    return new Decl.ConstDecl(at, group, prag, names, type, values);
  }

  /** {@code VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList )}. */
  private Decl varDecl(Decl.@Nullable Group group) {
    Pos at = pos;
    List<Node.Pragma> prag = takePragmas();
    List<Expr.Name> names = nameList(name());
    @Nullable Expr type = outlinedTypeOrNull();
    @Nullable Expr values = null;
    int assign = scan.start;
    if (type != null) {
      passed(Outline.Kind.VALUES);
    } else if (gotAssign()) {
      values = exprList();
    } else {
      type = type();
      assign = scan.start;
      if (!passed(Outline.Kind.VALUES) && gotAssign()) {
        values = exprList();
      }
    }
    Decl.VarDecl d = new Decl.VarDecl(at, group, prag, names, type, values);
    if (values != null) {
      note(d, 0, assign);
    }
    return d;
  }

  /** The type that an outline gives variables that do not say it. */
  private @Nullable Expr outlinedTypeOrNull() {
    Outline.Gap gap = outline.at(Outline.Kind.VALUES, scan.start);
    if (gap == null || gap.type().isEmpty()) {
      return null;
    }
    Parser p = new Parser(new Source(source.name(), gap.type()), true);
    p.next();
    return p.type();
  }

  /** Jumps over a gap of the outline if one begins at the current token. */
  private boolean passed(Outline.Kind kind) {
    Outline.Gap gap = outline.at(kind, scan.start);
    if (gap == null) {
      return false;
    }
    if (token == Token.LBRACE) {
      openCount--;
    }
    scan.skip(gap.end());
    next();
    return true;
  }

  /** Tells where a part stands that an outline may leave out. */
  private void note(Decl d, int declaration, int start) {
    if (spans != null) {
      spans.put(d, new Outline.Span(declaration, scan.start, start, scan.start));
    }
  }

  /** {@code TypeSpec = identifier [ TypeParams ] [ "=" ] Type}. */
  private Decl typeDecl(Decl.@Nullable Group group) {
    Pos at = pos;
    List<Node.Pragma> prag = takePragmas();
    Expr.Name name = name();
    List<Expr.Field> tparams = List.of();
    boolean alias = false;
    @Nullable Expr type;
    if (token == Token.LBRACK) {
      Pos bracket = pos;
      next();
      switch (token) {
        case NAME -> {
          // Either an array's length or the first type parameter. Both begin like an expression; a
          // name followed by
          // '[' can only be a parameter with an array or slice constraint, since no index
          // expression is constant.
          Expr x = name();
          if (token != Token.LBRACK) {
            expressions++;
            x = binaryExpr(primaryExpr(x, false), 0);
            expressions--;
          }
          @Nullable NameAndType split = split(x, token == Token.COMMA);
          if (split != null && (split.type != null || token != Token.RBRACK)) {
            tparams = paramList(split.name, split.type, Token.RBRACK, true, false);
            alias = gotAssign();
            type = typeOrNull();
          } else {
            type = arrayType(bracket, x);
          }
        }
        case RBRACK -> {
          next();
          type = new Expr.SliceType(bracket, type());
        }
        default -> type = arrayType(bracket, null);
      }
    } else {
      alias = gotAssign();
      type = typeOrNull();
    }
    if (type == null) {
      type = badExpr();
      syntaxError("in type declaration");
      advance(Token.SEMI, Token.RPAREN);
    }
    return new Decl.TypeDecl(at, group, prag, name, tparams, alias, type);
  }

  private record NameAndType(Expr.Name name, @Nullable Expr type) {}

  /**
   * Splits an expression into a type parameter's name and its constraint, if it can be read so:
   * {@code P *T} was parsed as a product, {@code P (T)} as a call. What could as well be a value is
   * split only if {@code force}.
   */
  private static @Nullable NameAndType split(Expr x, boolean force) {
    switch (x) {
      case Expr.Name n -> {
        return new NameAndType(n, null);
      }
      case Expr.Operation op when op.y() != null && op.op() == Operator.MUL -> {
        if (op.x() instanceof Expr.Name n && (force || isTypeElement(op.y()))) {
          return new NameAndType(n, new Expr.Operation(op.pos(), Operator.MUL, op.y(), null));
        }
      }
      case Expr.Operation op when op.y() != null && op.op() == Operator.OR -> {
        @Nullable NameAndType left = split(op.x(), force || isTypeElement(op.y()));
        if (left != null && left.type != null) {
          return new NameAndType(
              left.name, new Expr.Operation(op.pos(), Operator.OR, left.type, op.y()));
        }
      }
      case Expr.CallExpr call -> {
        if (call.fun() instanceof Expr.Name n
            && call.args().size() == 1
            && !call.hasDots()
            && (force || isTypeElement(call.args().getFirst()))) {
          return new NameAndType(n, Expr.unparen(call.args().getFirst()));
        }
      }
      default -> {}
    }
    return null;
  }

  /** Whether {@code x} can only be a type element, not a value. */
  static boolean isTypeElement(Expr x) {
    return switch (x) {
      case Expr.ArrayType _,
          Expr.StructType _,
          Expr.FuncType _,
          Expr.InterfaceType _,
          Expr.SliceType _,
          Expr.MapType _,
          Expr.ChanType _ ->
          true;
      case Expr.Operation op ->
          op.op() == Operator.TILDE
              || isTypeElement(op.x())
              || (op.y() != null && isTypeElement(op.y()));
      case Expr.ParenExpr p -> isTypeElement(p.x());
      default -> false;
    };
  }

  /**
   * After 'func'. {@code FunctionDecl = "func" [ Receiver ] name [ TypeParams ] Signature [ Body
   * ]}.
   */
  private Decl.FuncDecl funcDecl() {
    Pos at = pos;
    List<Node.Pragma> prag = takePragmas();
    Expr.@Nullable Field recv = null;
    String context = "";
    if (got(Token.LPAREN)) {
      context = "method";
      List<Expr.Field> receivers = paramList(null, null, Token.RPAREN, false, false);
      if (receivers.isEmpty()) {
        errorAt(pos, "method has no receiver");
      } else {
        if (receivers.size() > 1) {
          errorAt(pos, "method has multiple receivers");
        }
        recv = receivers.getFirst();
      }
    }
    Expr.Name name;
    Signature sig;
    if (token == Token.NAME) {
      name = name();
      sig = funcType(context);
    } else {
      name = new Expr.Name(pos, "_");
      sig = new Signature(List.of(), new Expr.FuncType(pos, List.of(), List.of()));
      syntaxError(context.isEmpty() ? "expected name or (" : "expected name");
      advance(Token.LBRACE, Token.SEMI);
    }
    int brace = scan.start;
    boolean outlined = token == Token.LBRACE && passed(Outline.Kind.BODY);
    Stmt.@Nullable BlockStmt body = !outlined && token == Token.LBRACE ? funcBody() : null;
    Decl.FuncDecl d = new Decl.FuncDecl(at, prag, recv, name, sig.tparams, sig.type, body);
    note(d, keyword, brace);
    return d;
  }

  private Stmt.BlockStmt funcBody() {
    functions++;
    int errorsBefore = errorCount;
    Stmt.BlockStmt body = blockStmt("");
    functions--;
    if (errorsBefore == errorCount) { // a broken body would only give spurious errors
      Branches.check(body.pos(), body.list(), this::reportBranch);
    }
    return body;
  }

  // ---- expressions

  private Expr expr() {
    return binaryExpr(null, 0);
  }

  /**
   * {@code Expression = UnaryExpr | Expression binary_op Expression}; {@code left} is what was
   * parsed already.
   */
  private Expr binaryExpr(@Nullable Expr left, int precedence) {
    Expr x = left == null ? unaryExpr() : left;
    int links = 0;
    while ((token == Token.OPERATOR || token == Token.STAR)
        && scan.operator.precedence() > precedence) {
      checkChain(++links);
      Pos at = pos;
      Operator op = scan.operator;
      next();
      Expr y = binaryExpr(null, op.precedence());
      x = new Expr.Operation(at, op, x, y);
    }
    return x;
  }

  /** {@code UnaryExpr = PrimaryExpr | unary_op UnaryExpr}. */
  private Expr unaryExpr() {
    enter();
    try {
      Pos at = pos;
      if (token == Token.OPERATOR || token == Token.STAR) {
        Operator op = scan.operator;
        switch (op) {
          case MUL, ADD, SUB, NOT, XOR, TILDE -> {
            next();
            return new Expr.Operation(at, op, unaryExpr(), null);
          }
          case AND -> {
            next();
            return new Expr.Operation(at, op, Expr.unparen(unaryExpr()), null); // &(T{}) is &T{}
          }
          default -> {}
        }
      } else if (token == Token.ARROW) {
        next();
        Expr x = unaryExpr();
        // Only now is it known whether this is a receive operation or a receive-only channel type.
        if (x instanceof Expr.ChanType type) {
          return receiveOnly(type);
        }
        return new Expr.Operation(at, Operator.RECV, x, null);
      }
      return primaryExpr(null, true);
    } finally {
      leave();
    }
  }

  /**
   * Gives the '<-' before a channel type to it: {@code <-(chan<- T)} was meant as {@code (<-chan
   * (<-T))}.
   */
  private Expr receiveOnly(Expr.ChanType type) {
    if (type.dir() == Expr.ChanDir.RECV_ONLY) {
      syntaxError("unexpected <-, expected chan");
      return type;
    }
    Expr elem = type.elem();
    if (type.dir() == Expr.ChanDir.SEND_ONLY) {
      if (elem instanceof Expr.ChanType inner) {
        elem = receiveOnly(inner);
      } else {
        syntaxError("unexpected " + Printer.expr(elem) + ", expected chan");
      }
    }
    return new Expr.ChanType(type.pos(), Expr.ChanDir.RECV_ONLY, elem);
  }

  /** {@code Operand = Literal | OperandName | "(" Expression ")"}. */
  private Expr operand(boolean keepParens) {
    Pos at = pos;
    switch (token) {
      case NAME -> {
        return name();
      }
      case LITERAL -> {
        return literal();
      }
      case LPAREN -> {
        next();
        expressions++;
        Expr x = expr();
        expressions--;
        want(Token.RPAREN);
        // Parentheses matter for messages only; before '{' they may stand around a literal's type.
        return keepParens || token == Token.LBRACE ? new Expr.ParenExpr(at, x) : x;
      }
      case FUNC -> {
        next();
        Expr.FuncType type = funcType("function type").type;
        if (token != Token.LBRACE) {
          return type;
        }
        expressions++;
        Stmt.BlockStmt body = funcBody();
        expressions--;
        return new Expr.FuncLit(at, type, body);
      }
      case LBRACK, CHAN, MAP, STRUCT, INTERFACE -> {
        return type();
      }
      default -> {
        Expr x = badExpr();
        syntaxError("expected expression");
        advance(Token.RPAREN, Token.RBRACK, Token.RBRACE);
        return x;
      }
    }
  }

  /**
   * {@code PrimaryExpr}: an operand followed by selectors, indices, slices, assertions, arguments,
   * and the braces of composite literals.
   */
  private Expr primaryExpr(@Nullable Expr operand, boolean keepParens) {
    Expr x = operand == null ? operand(keepParens) : operand;
    for (int links = 1; ; links++) {
      checkChain(links);
      Pos at = pos;
      switch (token) {
        case DOT -> {
          next();
          if (token == Token.NAME) {
            x = new Expr.SelectorExpr(at, x, name());
          } else if (got(Token.LPAREN)) {
            if (got(Token.TYPE)) {
              x = new Expr.TypeSwitchGuard(at, null, x);
            } else {
              x = new Expr.AssertExpr(at, x, type());
            }
            want(Token.RPAREN);
          } else {
            syntaxError("expected name or (");
            advance(Token.SEMI, Token.RPAREN);
          }
        }
        case LBRACK -> x = indexOrSlice(at, x);
        case LPAREN -> {
          next();
          x = call(at, x);
        }
        case LBRACE -> {
          if (!mayBeLiteralType(Expr.unparen(x))) {
            return x;
          }
          if (x instanceof Expr.ParenExpr) {
            syntaxError("cannot parenthesize type in composite literal");
          }
          x = compositeLit(x);
        }
        default -> {
          return x;
        }
      }
    }
  }

  /** After the operand, at '['. */
  private Expr indexOrSlice(Pos at, Expr x) {
    next();
    @Nullable Expr lo = null;
    if (token != Token.COLON) {
      boolean comma = false;
      if (token == Token.RBRACK) {
        syntaxError("expected operand");
        lo = badExpr();
      } else {
        TypeList list = typeList(false);
        lo = list.x;
        comma = list.comma;
      }
      if (comma || token == Token.RBRACK) {
        want(Token.RBRACK);
        return new Expr.IndexExpr(at, x, lo);
      }
    }
    if (!got(Token.COLON)) {
      syntaxError("expected comma, : or ]");
      advance(Token.COMMA, Token.COLON, Token.RBRACK);
    }
    expressions++;
    @Nullable Expr hi = null;
    @Nullable Expr max = null;
    boolean full = false;
    if (token != Token.COLON && token != Token.RBRACK) {
      hi = expr();
    }
    if (token == Token.COLON) {
      full = true;
      if (hi == null) {
        errorAt(pos, "middle index required in 3-index slice");
        hi = badExpr();
      }
      next();
      if (token != Token.RBRACK) {
        max = expr();
      } else {
        errorAt(pos, "final index required in 3-index slice");
        max = badExpr();
      }
    }
    expressions--;
    want(Token.RBRACK);
    return new Expr.SliceExpr(at, x, lo, hi, max, full);
  }

  /** After '('. {@code [ arg { "," arg } [ "..." ] [ "," ] ] ")"}. */
  private Expr call(Pos at, Expr fun) {
    List<Expr> args = new ArrayList<>();
    boolean[] dots = new boolean[1];
    expressions++;
    list(
        "argument list",
        Token.COMMA,
        Token.RPAREN,
        () -> {
          args.add(expr());
          dots[0] = got(Token.DOT_DOT_DOT);
          return dots[0];
        });
    expressions--;
    return new Expr.CallExpr(at, fun, List.copyOf(args), dots[0]);
  }

  /**
   * Whether a '{' after {@code type} opens a composite literal here; after a plain name it may open
   * a block.
   */
  private boolean mayBeLiteralType(Expr type) {
    return switch (type) {
      case Expr.Name _, Expr.SelectorExpr _ -> expressions >= 0;
      case Expr.IndexExpr x -> expressions >= 0 && !isValue(x);
      case Expr.ArrayType _, Expr.SliceType _, Expr.StructType _, Expr.MapType _ -> true;
      default -> false;
    };
  }

  /** Whether {@code x} can only be a value, not a type. */
  private static boolean isValue(Expr x) {
    return switch (x) {
      case Expr.BasicLit _,
          Expr.CompositeLit _,
          Expr.FuncLit _,
          Expr.SliceExpr _,
          Expr.AssertExpr _,
          Expr.TypeSwitchGuard _,
          Expr.CallExpr _ ->
          true;
      case Expr.Operation op -> op.op() != Operator.MUL || op.y() != null; // *T may be a type
      case Expr.ParenExpr p -> isValue(p.x());
      case Expr.IndexExpr i -> isValue(i.x()) || isValue(i.index());
      default -> false;
    };
  }

  /** {@code Element = Expression | LiteralValue}. */
  private Expr element() {
    if (token != Token.LBRACE) {
      return expr();
    }
    enter();
    Expr x = compositeLit(null);
    leave();
    return x;
  }

  /** {@code LiteralValue = "{" [ ElementList [ "," ] ] "}"}. */
  private Expr.CompositeLit compositeLit(@Nullable Expr type) {
    Pos at = pos;
    List<Expr> elems = new ArrayList<>();
    int[] keys = new int[1];
    expressions++;
    want(Token.LBRACE);
    Pos rbrace =
        list(
            "composite literal",
            Token.COMMA,
            Token.RBRACE,
            () -> {
              Expr e = element();
              if (token == Token.COLON) {
                Pos colon = pos;
                next();
                e = new Expr.KeyValueExpr(colon, e, element());
                keys[0]++;
              }
              elems.add(e);
              return false;
            });
    expressions--;
    return new Expr.CompositeLit(at, type, List.copyOf(elems), keys[0], rbrace);
  }

  // ---- types

  private Expr type() {
    @Nullable Expr type = typeOrNull();
    if (type == null) {
      type = badExpr();
      syntaxError("expected type");
      advance(Token.COMMA, Token.COLON, Token.SEMI, Token.RPAREN, Token.RBRACK, Token.RBRACE);
    }
    return type;
  }

  /** {@code Type = TypeName | TypeLit | "(" Type ")"}; null if there is none. */
  private @Nullable Expr typeOrNull() {
    enterType();
    try {
      Pos at = pos;
      switch (token) {
        case STAR -> {
          next();
          return new Expr.Operation(at, Operator.MUL, type(), null);
        }
        case ARROW -> {
          next();
          want(Token.CHAN);
          return new Expr.ChanType(at, Expr.ChanDir.RECV_ONLY, chanElem());
        }
        case FUNC -> {
          next();
          return funcType("function type").type;
        }
        case LBRACK -> {
          next();
          if (got(Token.RBRACK)) {
            return new Expr.SliceType(at, type());
          }
          return arrayType(at, null);
        }
        case CHAN -> {
          next();
          Expr.ChanDir dir = got(Token.ARROW) ? Expr.ChanDir.SEND_ONLY : Expr.ChanDir.BOTH;
          return new Expr.ChanType(at, dir, chanElem());
        }
        case MAP -> {
          next();
          want(Token.LBRACK);
          Expr key = type();
          want(Token.RBRACK);
          return new Expr.MapType(at, key, type());
        }
        case STRUCT -> {
          return structType();
        }
        case INTERFACE -> {
          return interfaceType();
        }
        case NAME -> {
          return qualifiedName(null);
        }
        case LPAREN -> {
          next();
          Expr type = type();
          want(Token.RPAREN);
          return type;
        }
        default -> {
          return null;
        }
      }
    } finally {
      leaveType();
    }
  }

  /** At '['. {@code T "[" TypeArgs "]"}. */
  private Expr typeInstance(Expr type) {
    Pos at = pos;
    want(Token.LBRACK);
    Expr index;
    if (token == Token.RBRACK) {
      syntaxError("expected type argument list");
      index = badExpr();
    } else {
      index = typeList(true).x;
    }
    want(Token.RBRACK);
    return new Expr.IndexExpr(at, type, index);
  }

  private record Signature(List<Expr.Field> tparams, Expr.FuncType type) {}

  /** {@code [ TypeParams ] Parameters [ Result ]}; with a context, type parameters are an error. */
  private Signature funcType(String context) {
    Pos at = pos;
    List<Expr.Field> tparams = List.of();
    if (got(Token.LBRACK)) {
      if (!context.isEmpty()) {
        syntaxErrorAt(at, context + " must have no type parameters");
      }
      if (token == Token.RBRACK) {
        syntaxError("empty type parameter list");
        next();
      } else {
        tparams = paramList(null, null, Token.RBRACK, true, false);
      }
    }
    want(Token.LPAREN);
    List<Expr.Field> params = paramList(null, null, Token.RPAREN, false, true);
    return new Signature(tparams, new Expr.FuncType(at, params, funcResult()));
  }

  /** {@code Result = Parameters | Type}. */
  private List<Expr.Field> funcResult() {
    if (got(Token.LPAREN)) {
      return paramList(null, null, Token.RPAREN, false, false);
    }
    Pos at = pos;
    @Nullable Expr type = typeOrNull();
    return type == null ? List.of() : List.of(new Expr.Field(at, null, type));
  }

  /** After '[', whose position is {@code at}; {@code length} is what was parsed already. */
  private Expr arrayType(Pos at, @Nullable Expr length) {
    @Nullable Expr len = length;
    if (len == null && !got(Token.DOT_DOT_DOT)) {
      expressions++;
      len = expr();
      expressions--;
    }
    if (token == Token.COMMA) { // allowed after type parameters only
      syntaxError("unexpected comma; expected ]");
      next();
    }
    want(Token.RBRACK);
    return new Expr.ArrayType(at, len, type());
  }

  private Expr chanElem() {
    @Nullable Expr type = typeOrNull();
    if (type == null) {
      type = badExpr();
      syntaxError("missing channel element type");
    }
    return type;
  }

  /** Collects fields and tags; the list of tags ends with the last tag. */
  private static final class Fields {
    final List<Expr.Field> fields = new ArrayList<>();
    final List<Expr.@Nullable BasicLit> tags = new ArrayList<>();

    void add(Pos pos, Expr.@Nullable Name name, Expr type, Expr.@Nullable BasicLit tag) {
      fields.add(new Expr.Field(pos, name, type));
      tags.add(tag);
    }

    List<Expr.@Nullable BasicLit> tags() {
      for (Expr.@Nullable BasicLit tag : tags) {
        if (tag != null) {
          return Collections.unmodifiableList(tags);
        }
      }
      return List.of();
    }
  }

  /** {@code StructType = "struct" "{" { FieldDecl ";" } "}"}. */
  private Expr structType() {
    Pos at = pos;
    Fields fields = new Fields();
    want(Token.STRUCT);
    want(Token.LBRACE);
    list(
        "struct type",
        Token.SEMI,
        Token.RBRACE,
        () -> {
          fieldDecl(fields);
          return false;
        });
    return new Expr.StructType(at, List.copyOf(fields.fields), fields.tags());
  }

  /** {@code FieldDecl = ( IdentifierList Type | [ "*" ] TypeName ) [ Tag ]}. */
  private void fieldDecl(Fields fields) {
    Pos at = pos;
    switch (token) {
      case NAME -> {
        Expr.Name name = name();
        if (token == Token.DOT
            || token == Token.LITERAL
            || token == Token.SEMI
            || token == Token.RBRACE) {
          Expr type = qualifiedName(name);
          fields.add(at, null, type, literalOrNull());
          return;
        }
        List<Expr.Name> names = nameList(name);
        Expr type;
        if (names.size() == 1 && token == Token.LBRACK) {
          // A field of array or slice type, or an embedded instantiated type.
          type = arrayOrInstance(name);
          if (type instanceof Expr.IndexExpr) {
            fields.add(at, null, type, literalOrNull());
            return;
          }
        } else {
          type = type();
        }
        Expr.@Nullable BasicLit tag = literalOrNull();
        for (Expr.Name n : names) {
          fields.add(n.pos(), n, type, tag);
        }
      }
      case STAR -> {
        next();
        Expr type;
        if (token == Token.LPAREN) {
          syntaxError("cannot parenthesize embedded type");
          next();
          type = qualifiedName(null);
          got(Token.RPAREN);
        } else {
          type = qualifiedName(null);
        }
        Expr.@Nullable BasicLit tag = literalOrNull();
        fields.add(at, null, new Expr.Operation(at, Operator.MUL, type, null), tag);
      }
      case LPAREN -> {
        syntaxError("cannot parenthesize embedded type");
        next();
        Expr type;
        if (token == Token.STAR) {
          Pos star = pos;
          next();
          type = new Expr.Operation(star, Operator.MUL, qualifiedName(null), null);
        } else {
          type = qualifiedName(null);
        }
        got(Token.RPAREN);
        fields.add(at, null, type, literalOrNull());
      }
      default -> {
        syntaxError("expected field name or embedded type");
        advance(Token.SEMI, Token.RBRACE);
      }
    }
  }

  /** At '[' after a name: an array or slice type, or an instance of {@code name}. */
  private Expr arrayOrInstance(Expr.Name name) {
    Pos at = pos;
    want(Token.LBRACK);
    if (got(Token.RBRACK)) {
      return new Expr.SliceType(at, type());
    }
    TypeList list = typeList(false);
    want(Token.RBRACK);
    if (!list.comma) {
      @Nullable Expr elem = typeOrNull();
      if (elem != null) {
        return new Expr.ArrayType(at, list.x, elem);
      }
    }
    return new Expr.IndexExpr(at, name, list.x);
  }

  private Expr.@Nullable BasicLit literalOrNull() {
    return token == Token.LITERAL ? literal() : null;
  }

  private Expr.BasicLit literal() {
    Expr.BasicLit lit = new Expr.BasicLit(pos, scan.text, scan.kind, scan.bad);
    next();
    return lit;
  }

  /** {@code InterfaceType = "interface" "{" { ( MethodDecl | EmbeddedElem ) ";" } "}"}. */
  private Expr interfaceType() {
    Pos at = pos;
    List<Expr.Field> methods = new ArrayList<>();
    want(Token.INTERFACE);
    want(Token.LBRACE);
    list(
        "interface type",
        Token.SEMI,
        Token.RBRACE,
        () -> {
          Pos start = pos;
          Expr.@Nullable Field f = token == Token.NAME ? methodDecl() : null;
          if (f == null) {
            f = new Expr.Field(start, null, union(embeddedTerm()));
          } else if (f.name() == null) {
            f = new Expr.Field(start, null, union(f.type()));
          }
          methods.add(f);
          return false;
        });
    return new Expr.InterfaceType(at, List.copyOf(methods));
  }

  /** At a name. {@code MethodSpec = MethodName Signature | InterfaceTypeName}. */
  private Expr.Field methodDecl() {
    Pos at = pos;
    Expr.Name name = name();
    String context = "interface method";
    switch (token) {
      case LPAREN -> {
        return new Expr.Field(at, name, funcType(context).type);
      }
      case LBRACK -> {
        // A generic method (an error) or an embedded instantiated type.
        Pos bracket = pos;
        next();
        if (token == Token.RBRACK) {
          Pos close = pos;
          next();
          if (token == Token.LPAREN) {
            errorAt(close, "empty type parameter list");
            return new Expr.Field(at, name, funcType(context).type);
          }
          errorAt(close, "empty type argument list");
          return new Expr.Field(at, null, name);
        }
        List<Expr.Field> list =
            paramList(null, null, Token.RBRACK, false, false); // type arguments look like it
        if (list.isEmpty()) {
          return token == Token.LPAREN
              ? new Expr.Field(at, name, funcType(context).type)
              : new Expr.Field(at, null, name);
        }
        if (list.getFirst().name() != null) {
          Expr.FuncType type = funcType(context).type;
          errorAt(bracket, "interface method must have no type parameters");
          return new Expr.Field(at, name, type);
        }
        Expr index = list.getFirst().type();
        if (list.size() > 1) {
          List<Expr> args = new ArrayList<>();
          for (Expr.Field f : list) {
            args.add(f.type());
          }
          index = new Expr.ListExpr(list.getFirst().pos(), List.copyOf(args));
        }
        return new Expr.Field(at, null, new Expr.IndexExpr(bracket, name, index));
      }
      default -> {
        return new Expr.Field(at, null, qualifiedName(name));
      }
    }
  }

  /**
   * {@code EmbeddedElem = EmbeddedTerm { "|" EmbeddedTerm }}, whose first term is {@code first}.
   */
  private Expr union(Expr first) {
    Expr x = first;
    int links = 0;
    while (atOperator(Operator.OR)) {
      checkChain(++links);
      Pos at = pos;
      next();
      x = new Expr.Operation(at, Operator.OR, x, embeddedTerm());
    }
    return x;
  }

  /** {@code EmbeddedTerm = [ "~" ] Type}. */
  private Expr embeddedTerm() {
    if (atOperator(Operator.TILDE)) {
      Pos at = pos;
      next();
      return new Expr.Operation(at, Operator.TILDE, type(), null);
    }
    @Nullable Expr type = typeOrNull();
    if (type == null) {
      type = badExpr();
      syntaxError("expected ~ term or type");
      advance(Token.OPERATOR, Token.SEMI, Token.RPAREN, Token.RBRACK, Token.RBRACE);
    }
    return type;
  }

  /** A parameter while its list is read: name and type are sorted out at the list's end. */
  private static final class Param {
    final Pos pos;
    Expr.@Nullable Name name;
    @Nullable Expr type;

    Param(Pos pos, Expr.@Nullable Name name, @Nullable Expr type) {
      this.pos = pos;
      this.name = name;
      this.type = type;
    }
  }

  /** {@code ParameterDecl = [ name ] [ "..." ] Type}; {@code first} is a name parsed already. */
  private @Nullable Param paramDeclOrNull(Expr.@Nullable Name first, Token follow) {
    boolean typeSets = follow == Token.RBRACK; // in type parameter lists
    Pos at = first != null ? first.pos() : pos;
    if (first == null && typeSets && atOperator(Operator.TILDE)) {
      return new Param(at, null, union(embeddedTerm()));
    }
    Param f = new Param(at, null, null);
    if (token == Token.NAME || first != null) {
      Expr.Name name = first != null ? first : name();
      if (token == Token.LBRACK) {
        f.type = arrayOrInstance(name);
        if (!(f.type instanceof Expr.IndexExpr)) {
          f.name = name;
        }
        if (typeSets) {
          f.type = union(f.type);
        }
        return f;
      }
      if (token == Token.DOT) {
        f.type = qualifiedName(name);
        if (typeSets) {
          f.type = union(f.type);
        }
        return f;
      }
      if (typeSets && atOperator(Operator.OR)) {
        f.type = union(name);
        return f;
      }
      f.name = name;
    }
    if (token == Token.DOT_DOT_DOT) {
      Pos dots = pos;
      next();
      @Nullable Expr elem = typeOrNull();
      if (elem == null) {
        f.type = badExpr();
        syntaxError("... is missing type");
      } else {
        f.type = new Expr.DotsType(dots, elem);
      }
      return f;
    }
    if (typeSets && atOperator(Operator.TILDE)) {
      f.type = union(embeddedTerm());
      return f;
    }
    f.type = typeOrNull();
    if (typeSets && f.type != null) {
      f.type = union(f.type);
    }
    if (f.name != null || f.type != null) {
      return f;
    }
    syntaxError("expected " + follow.described());
    advance(Token.COMMA, follow);
    return null;
  }

  /**
   * {@code { ParameterDecl "," } close}, after the opening bracket. {@code name}, or both it and
   * {@code type}, are the first parameter's, parsed already. In the result either all have names or
   * none has.
   */
  private List<Expr.Field> paramList(
      Expr.@Nullable Name name,
      @Nullable Expr type,
      Token close,
      boolean requireNames,
      boolean dotsAllowed) {
    if (name != null && type != null && token == close) {
      next();
      return List.of(new Expr.Field(name.pos(), name, type));
    }
    List<Param> list = new ArrayList<>();
    Pos end =
        list(
            "parameter list",
            Token.COMMA,
            close,
            () -> {
              @Nullable Param p;
              if (list.isEmpty() && name != null && type != null) {
                p = new Param(name.pos(), name, type);
              } else {
                p = paramDeclOrNull(list.isEmpty() ? name : null, close);
              }
              if (p != null) {
                list.add(p);
              }
              return false;
            });
    if (list.isEmpty()) {
      return List.of();
    }
    distribute(list, end, requireNames);
    List<Expr.Field> fields = new ArrayList<>(list.size());
    boolean reported = false;
    for (int i = 0; i < list.size(); i++) {
      Param p = list.get(i);
      Expr t = p.type == null ? new Expr.BadExpr(p.pos) : p.type;
      if (t instanceof Expr.DotsType dots && (!dotsAllowed || i + 1 < list.size())) {
        if (!reported) {
          reported = true;
          errorAt(
              dots.pos(),
              dotsAllowed ? "can only use ... with final parameter" : "invalid use of ...");
        }
        t = dots.elem();
      }
      fields.add(new Expr.Field(p.pos, p.name, t));
    }
    return List.copyOf(fields);
  }

  /** Decides which names are parameters and which are types, and gives each parameter its type. */
  private void distribute(List<Param> list, Pos end, boolean requireNames) {
    int named = 0; // with name and type
    int typed = 0;
    for (Param p : list) {
      if (p.type != null) {
        typed++;
        if (p.name != null) {
          named++;
        }
      }
    }
    if (named == 0 && !requireNames) {
      for (Param p : list) {
        if (p.name != null) {
          p.type = p.name;
          p.name = null;
        }
      }
      return;
    }
    if (named == list.size()) {
      return;
    }
    @Nullable Pos wrong = null; // leftmost place without a name or a type
    @Nullable Expr type = null; // of the parameters to the left
    for (int i = list.size() - 1; i >= 0; i--) {
      Param p = list.get(i);
      if (p.type != null) {
        type = p.type;
        if (p.name == null) {
          wrong = Positions.start(type);
          p.name = new Expr.Name(wrong, "_");
        }
      } else if (type != null) {
        p.type = type;
      } else if (p.name != null) {
        wrong = p.name.pos();
        p.type = new Expr.BadExpr(wrong);
      }
    }
    if (wrong == null) {
      return;
    }
    if (named == typed) { // so the last ones lack a type
      syntaxErrorAt(end, requireNames ? "missing type constraint" : "missing parameter type");
    } else if (requireNames) {
      syntaxErrorAt(
          wrong,
          "missing type parameter name" + (list.size() == 1 ? " or invalid array length" : ""));
    } else {
      syntaxErrorAt(wrong, "missing parameter name");
    }
  }

  private Expr badExpr() {
    return new Expr.BadExpr(pos);
  }

  // ---- statements

  /**
   * {@code SimpleStmt}; {@code first} was parsed already; {@code keyword} is FOR or SWITCH in such
   * a header.
   */
  private Stmt.SimpleStmt simpleStmt(@Nullable Expr first, Token keyword) {
    if (keyword == Token.FOR && token == Token.RANGE) {
      return rangeClause(null, false);
    }
    Expr lhs = first == null ? exprList() : first;
    Pos at = pos;
    if (!(lhs instanceof Expr.ListExpr) && token != Token.ASSIGN && token != Token.DEFINE) {
      switch (token) {
        case ASSIGN_OP -> {
          Operator op = scan.operator;
          next();
          return new Stmt.AssignStmt(at, op, lhs, expr());
        }
        case INC_OP -> {
          Operator op = scan.operator;
          next();
          return new Stmt.AssignStmt(at, op, lhs, null);
        }
        case ARROW -> {
          next();
          return new Stmt.SendStmt(at, lhs, expr());
        }
        default -> {
          return new Stmt.ExprStmt(lhs.pos(), lhs);
        }
      }
    }
    if (token != Token.ASSIGN && token != Token.DEFINE) {
      syntaxError("expected := or = or comma");
      advance(Token.SEMI, Token.RBRACE);
      Expr x = Expr.unpack(lhs).getFirst();
      return new Stmt.ExprStmt(x.pos(), x);
    }
    boolean def = token == Token.DEFINE;
    next();
    if (keyword == Token.FOR && token == Token.RANGE) {
      return rangeClause(lhs, def);
    }
    Expr rhs = exprList();
    if (def
        && keyword == Token.SWITCH
        && rhs instanceof Expr.TypeSwitchGuard guard
        && lhs instanceof Expr.Name name) {
      return new Stmt.ExprStmt(guard.pos(), new Expr.TypeSwitchGuard(guard.pos(), name, guard.x()));
    }
    return new Stmt.AssignStmt(at, def ? Operator.DEF : null, lhs, rhs);
  }

  /** At 'range'. */
  private Stmt.RangeClause rangeClause(@Nullable Expr lhs, boolean def) {
    Pos at = pos;
    next();
    return new Stmt.RangeClause(at, lhs, def, expr());
  }

  /** At ':'. Null if no statement follows the label. */
  private @Nullable Stmt labeledStmtOrNull(Expr.Name label) {
    Pos at = pos;
    want(Token.COLON);
    if (token == Token.RBRACE) { // the semicolon of an empty statement may be left out
      return new Stmt.LabeledStmt(at, label, new Stmt.EmptyStmt(pos));
    }
    @Nullable Stmt s = stmtOrNull();
    if (s != null) {
      return new Stmt.LabeledStmt(at, label, s);
    }
    syntaxErrorAt(at, "missing statement after label");
    return null;
  }

  /** The context names what comes before the block; not needed at a '{'. */
  private Stmt.BlockStmt blockStmt(String context) {
    Pos at = pos;
    if (!got(Token.LBRACE)) {
      syntaxError("expected { after " + context);
      advance(Token.NAME, Token.RBRACE);
      Pos rbrace = pos;
      if (got(Token.RBRACE)) {
        return new Stmt.BlockStmt(at, List.of(), rbrace);
      }
    }
    List<Stmt> list = stmtList();
    Pos rbrace = pos;
    want(Token.RBRACE);
    return new Stmt.BlockStmt(at, list, rbrace);
  }

  /** At 'const', 'type' or 'var'. */
  private Stmt declStmt(Function<Decl.@Nullable Group, Decl> decl) {
    Pos at = pos;
    next();
    List<Decl> decls = new ArrayList<>();
    group(decls, decl);
    return new Stmt.DeclStmt(at, List.copyOf(decls));
  }

  /** What stands between the keyword and the block of an if, for or switch. */
  private record Header(
      Stmt.@Nullable SimpleStmt init, @Nullable Expr cond, Stmt.@Nullable SimpleStmt post) {}

  private Header header(Token keyword) {
    want(keyword);
    if (token == Token.LBRACE) {
      @Nullable Expr cond = null;
      if (keyword == Token.IF) {
        syntaxError("missing condition in if statement");
        cond = badExpr();
      }
      return new Header(null, cond, null);
    }
    int outer = expressions;
    expressions = -1;
    Header h = headerParts(keyword);
    expressions = outer;
    return h;
  }

  private Header headerParts(Token keyword) {
    Stmt.@Nullable SimpleStmt init = null;
    if (token != Token.SEMI) {
      if (got(Token.VAR)) {
        syntaxError("var declaration not allowed in " + keyword.text() + " initializer");
      }
      init = simpleStmt(null, keyword);
      if (init instanceof Stmt.RangeClause) {
        return new Header(init, null, null);
      }
    }
    Stmt.@Nullable SimpleStmt condition = null;
    Stmt.@Nullable SimpleStmt post = null;
    @Nullable Pos semicolon = null;
    String semicolonText = "";
    if (token == Token.LBRACE) {
      condition = init;
      init = null;
    } else {
      if (token == Token.SEMI) {
        semicolon = pos;
        semicolonText = scan.text;
        next();
      } else {
        want(Token.LBRACE); // better than to ask for a semicolon
        if (token != Token.LBRACE) {
          advance(Token.LBRACE, Token.RBRACE);
        }
      }
      if (keyword == Token.FOR) {
        boolean broken = false;
        if (token != Token.SEMI) {
          if (token == Token.LBRACE) {
            syntaxError("expected for loop condition");
            broken = true;
          } else {
            condition = simpleStmt(null, Token.EOF);
          }
        }
        if (!broken) {
          want(Token.SEMI);
          if (token != Token.LBRACE) {
            post = simpleStmt(null, Token.EOF);
            if (post instanceof Stmt.AssignStmt a && a.op() == Operator.DEF) {
              syntaxErrorAt(a.pos(), "cannot declare in post statement of for loop");
            }
          }
        }
      } else if (token != Token.LBRACE) {
        condition = simpleStmt(null, keyword);
      }
    }
    return new Header(init, condition(keyword, condition, semicolon, semicolonText), post);
  }

  private @Nullable Expr condition(
      Token keyword, Stmt.@Nullable SimpleStmt s, @Nullable Pos semicolon, String semicolonText) {
    switch (s) {
      case null -> {
        if (keyword != Token.IF || semicolon == null) {
          return null;
        }
        if (semicolonText.equals("semicolon")) {
          syntaxErrorAt(semicolon, "missing condition in if statement");
        } else {
          syntaxErrorAt(semicolon, "unexpected " + semicolonText + ", expected { after if clause");
        }
        return new Expr.BadExpr(semicolon);
      }
      case Stmt.ExprStmt x -> {
        return x.x();
      }
      case Stmt.AssignStmt a
          when a.op() == null && a.rhs() != null -> { // '=' for '==' is the usual slip
        syntaxErrorAt(
            a.pos(),
            "cannot use assignment "
                + emphasized(a.lhs())
                + " = "
                + emphasized(a.rhs())
                + " as value");
        return null;
      }
      default -> {
        syntaxErrorAt(s.pos(), "cannot use " + Printer.shortForm(s) + " as value");
        return null;
      }
    }
  }

  private static String emphasized(Expr x) {
    String s = Printer.expr(x);
    return x instanceof Expr.Operation op && op.y() != null ? "(" + s + ")" : s;
  }

  private Stmt forStmt() {
    Pos at = pos;
    Header h = header(Token.FOR);
    return new Stmt.ForStmt(at, h.init, h.cond, h.post, blockStmt("for clause"));
  }

  private Stmt ifStmt() {
    enter();
    Pos at = pos;
    Header h = header(Token.IF);
    Expr cond = h.cond == null ? new Expr.BadExpr(at) : h.cond;
    Stmt.BlockStmt then = blockStmt("if clause");
    @Nullable Stmt els = null;
    if (got(Token.ELSE)) {
      switch (token) {
        case IF -> els = ifStmt();
        case LBRACE -> els = blockStmt("");
        default -> {
          syntaxError("else must be followed by if or statement block");
          advance(Token.NAME, Token.RBRACE);
        }
      }
    }
    leave();
    return new Stmt.IfStmt(at, h.init, cond, then, els);
  }

  private Stmt switchStmt() {
    Pos at = pos;
    Header h = header(Token.SWITCH);
    if (!got(Token.LBRACE)) {
      syntaxError("missing { after switch clause");
      advance(Token.CASE, Token.DEFAULT, Token.RBRACE);
    }
    List<Stmt.CaseClause> body = new ArrayList<>();
    while (token != Token.EOF && token != Token.RBRACE) {
      body.add(caseClause());
    }
    Pos rbrace = pos;
    want(Token.RBRACE);
    return new Stmt.SwitchStmt(at, h.init, h.cond, List.copyOf(body), rbrace);
  }

  private Stmt selectStmt() {
    Pos at = pos;
    want(Token.SELECT);
    if (!got(Token.LBRACE)) {
      syntaxError("missing { after select clause");
      advance(Token.CASE, Token.DEFAULT, Token.RBRACE);
    }
    List<Stmt.CommClause> body = new ArrayList<>();
    while (token != Token.EOF && token != Token.RBRACE) {
      body.add(commClause());
    }
    Pos rbrace = pos;
    want(Token.RBRACE);
    return new Stmt.SelectStmt(at, List.copyOf(body), rbrace);
  }

  private Stmt.CaseClause caseClause() {
    Pos at = pos;
    @Nullable Expr cases = null;
    if (got(Token.CASE)) {
      cases = exprList();
    } else {
      defaultClause();
    }
    Pos colon = pos;
    want(Token.COLON);
    return new Stmt.CaseClause(at, cases, stmtList(), colon);
  }

  private Stmt.CommClause commClause() {
    Pos at = pos;
    Stmt.@Nullable SimpleStmt comm = null;
    if (got(Token.CASE)) {
      comm = simpleStmt(null, Token.EOF); // more than the grammar allows; the checker sorts it out
    } else {
      defaultClause();
    }
    Pos colon = pos;
    want(Token.COLON);
    return new Stmt.CommClause(at, comm, stmtList(), colon);
  }

  private void defaultClause() {
    if (!got(Token.DEFAULT)) {
      syntaxError("expected case or default or }");
      advance(Token.COLON, Token.CASE, Token.DEFAULT, Token.RBRACE);
    }
  }

  private @Nullable Stmt stmtOrNull() {
    enter();
    try {
      return stmtOrNullHere();
    } finally {
      leave();
    }
  }

  private @Nullable Stmt stmtOrNullHere() {
    if (token == Token.NAME) { // most statements
      dropPragmas();
      Expr lhs = exprList();
      if (lhs instanceof Expr.Name label && token == Token.COLON) {
        return labeledStmtOrNull(label);
      }
      return simpleStmt(lhs, Token.EOF);
    }
    switch (token) {
      case VAR -> {
        return declStmt(this::varDecl);
      }
      case CONST -> {
        return declStmt(this::constDecl);
      }
      case TYPE -> {
        return declStmt(this::typeDecl);
      }
      default -> dropPragmas();
    }
    Pos at = pos;
    switch (token) {
      case LBRACE -> {
        return blockStmt("");
      }
      case OPERATOR, STAR -> {
        return switch (scan.operator) {
          case ADD, SUB, MUL, AND, XOR, NOT -> simpleStmt(null, Token.EOF);
          default -> null;
        };
      }
      case LITERAL, FUNC, LPAREN, LBRACK, STRUCT, MAP, CHAN, INTERFACE, ARROW -> {
        return simpleStmt(null, Token.EOF);
      }
      case FOR -> {
        return forStmt();
      }
      case SWITCH -> {
        return switchStmt();
      }
      case SELECT -> {
        return selectStmt();
      }
      case IF -> {
        return ifStmt();
      }
      case FALLTHROUGH -> {
        next();
        return new Stmt.BranchStmt(at, Stmt.BranchKind.FALLTHROUGH, null);
      }
      case BREAK, CONTINUE -> {
        Stmt.BranchKind kind =
            token == Token.BREAK ? Stmt.BranchKind.BREAK : Stmt.BranchKind.CONTINUE;
        next();
        return new Stmt.BranchStmt(at, kind, token == Token.NAME ? name() : null);
      }
      case GO, DEFER -> {
        return callStmt();
      }
      case GOTO -> {
        next();
        return new Stmt.BranchStmt(at, Stmt.BranchKind.GOTO, name());
      }
      case RETURN -> {
        next();
        @Nullable Expr results = token != Token.SEMI && token != Token.RBRACE ? exprList() : null;
        return new Stmt.ReturnStmt(at, results);
      }
      case SEMI -> {
        return new Stmt.EmptyStmt(at);
      }
      default -> {
        return null;
      }
    }
  }

  /** At 'go' or 'defer'. */
  private Stmt callStmt() {
    Pos at = pos;
    boolean isDefer = token == Token.DEFER;
    String keyword = token.text();
    next();
    Expr x = primaryExpr(null, token == Token.LPAREN);
    if (x instanceof Expr.ParenExpr) {
      errorAt(x.pos(), "expression in " + keyword + " must not be parenthesized");
    }
    return new Stmt.CallStmt(at, isDefer, Expr.unparen(x));
  }

  private static final long LIST_ENDS =
      Token.setOf(Token.EOF, Token.RBRACE, Token.CASE, Token.DEFAULT);

  /** {@code StatementList = { Statement ";" }}. */
  private List<Stmt> stmtList() {
    List<Stmt> list = new ArrayList<>();
    while (!token.in(LIST_ENDS)) {
      @Nullable Stmt s = stmtOrNull();
      dropPragmas();
      if (s == null) {
        break;
      }
      list.add(s);
      if (!got(Token.SEMI) && token != Token.RBRACE) {
        syntaxError("at end of statement");
        advance(Token.SEMI, Token.RBRACE, Token.CASE, Token.DEFAULT);
        got(Token.SEMI);
      }
    }
    return List.copyOf(list);
  }

  // ---- names and lists

  private Expr.Name name() {
    if (token == Token.NAME) {
      Expr.Name n = new Expr.Name(pos, scan.text);
      next();
      return n;
    }
    Expr.Name n = new Expr.Name(pos, "_");
    syntaxError("expected name");
    advance();
    return n;
  }

  /** {@code IdentifierList = identifier { "," identifier }}, whose first name is given. */
  private List<Expr.Name> nameList(Expr.Name first) {
    if (token != Token.COMMA) {
      return List.of(first);
    }
    List<Expr.Name> names = new ArrayList<>();
    names.add(first);
    while (got(Token.COMMA)) {
      names.add(name());
    }
    return List.copyOf(names);
  }

  /** {@code [ package "." ] name [ TypeArgs ]}; the first name may be given. */
  private Expr qualifiedName(Expr.@Nullable Name first) {
    Expr x;
    if (first != null) {
      x = first;
    } else if (token == Token.NAME) {
      x = name();
    } else {
      x = new Expr.Name(pos, "_");
      syntaxError("expected name");
      advance(Token.DOT, Token.SEMI, Token.RBRACE);
    }
    if (token == Token.DOT) {
      Pos at = pos;
      next();
      x = new Expr.SelectorExpr(at, x, name());
    }
    return token == Token.LBRACK ? typeInstance(x) : x;
  }

  /** {@code ExpressionList = Expression { "," Expression }}. */
  private Expr exprList() {
    Expr x = expr();
    if (token != Token.COMMA) {
      return x;
    }
    List<Expr> list = new ArrayList<>();
    list.add(x);
    while (got(Token.COMMA)) {
      list.add(expr());
    }
    return new Expr.ListExpr(x.pos(), List.copyOf(list));
  }

  private record TypeList(Expr x, boolean comma) {}

  /**
   * {@code type { "," type } [ "," ]}; the first may be any expression unless {@code strict}. Tells
   * whether there was a comma.
   */
  private TypeList typeList(boolean strict) {
    expressions++;
    Expr x = strict ? type() : expr();
    boolean comma = false;
    if (got(Token.COMMA)) {
      comma = true;
      List<Expr> list = new ArrayList<>();
      list.add(x);
      @Nullable Expr type;
      while ((type = typeOrNull()) != null) {
        list.add(type);
        if (!got(Token.COMMA)) {
          break;
        }
      }
      if (list.size() > 1) {
        x = new Expr.ListExpr(x.pos(), List.copyOf(list));
      }
    }
    expressions--;
    return new TypeList(x, comma);
  }
}

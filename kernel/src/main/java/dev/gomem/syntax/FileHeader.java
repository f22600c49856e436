package dev.gomem.syntax;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.PosBase;
import dev.gomem.source.Source;
import dev.gomem.source.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What {@code go build} says of a file's package clause and imports before it calls the compiler:
 * it reads that far to find out what to load, with another reader and another parser (go/build's
 * read.go, go/parser, go/scanner), hence with other words than gc's. If it finds something, gc is
 * never called. Only files go through this, not cells.
 */
public final class FileHeader implements Scanner.Sink {
  /** The file; a copy once there are line directives, for which go has rules of its own. */
  private Source source;

  private boolean copied;

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Import> imports = new ArrayList<>();
  private Scanner scan;

  private FileHeader(Source source) {
    this.source = source;
    this.scan = new Scanner(source, this);
  }

  /**
   * An import at the head of a file.
   *
   * @param pos of its name, or else of its path
   */
  public record Import(Pos pos, String path) {}

  /**
   * What the head of a file says.
   *
   * @param diagnostics the message, or none, as for nearly every file: of several, go tells the
   *     first
   * @param imports if there is no message
   */
  public record Head(List<Diagnostic> diagnostics, List<Import> imports) {}

  /** Reads the head of a file. */
  public static Head read(Source source) {
    FileHeader h = new FileHeader(source);
    // The parser sees no more than the header, unless that is broken.
    int end = new Extent(source).end();
    if (end < source.length()) {
      h.scan = new Scanner(new Source(source.name(), source.bytes(0, end)), h);
    }
    h.file();
    if (h.diagnostics.isEmpty()) {
      h.paths();
    }
    h.diagnostics.sort(Comparator.comparingInt(d -> d.pos().offset()));
    return h.diagnostics.isEmpty()
        ? new Head(List.of(), List.copyOf(h.imports))
        : new Head(List.of(h.diagnostics.getFirst()), List.of());
  }

  // ---- the extent of the header, as go/build finds it: byte by byte, semicolons being blanks

  private static final class Extent {
    private final Source source;
    private int at;
    private boolean broken;

    Extent(Source source) {
      this.source = source;
    }

    /** Where the header ends; the end of the text if it can't be read. */
    int end() {
      if (source.at(0) == 0xef && source.at(1) == 0xbb && source.at(2) == 0xbf) {
        at = 3;
      }
      keyword("package");
      name();
      while (!broken && peek() == 'i') {
        keyword("import");
        if (peek() == '(') {
          at++;
          while (!broken && peek() != ')') {
            spec();
          }
          at++;
        } else {
          spec();
        }
      }
      return broken ? source.length() : Math.min(at, source.length());
    }

    /** The next byte that is no blank and in no comment. */
    private int peek() {
      while (!broken) {
        int c = source.at(at);
        if (c == ' ' || c == '\f' || c == '\t' || c == '\r' || c == '\n' || c == ';') {
          at++;
        } else if (c == '/') {
          comment();
        } else {
          return c;
        }
      }
      return -1;
    }

    private void comment() {
      int kind = source.at(at + 1);
      if (kind == '/') {
        while (source.at(at) >= 0 && source.at(at) != '\n') {
          at++;
        }
      } else if (kind == '*') {
        at += 2;
        while (!(source.at(at) == '*' && source.at(at + 1) == '/')) {
          if (source.at(at) < 0) {
            broken = true;
            return;
          }
          at++;
        }
        at += 2;
      } else {
        broken = true;
      }
    }

    private static boolean isNameByte(int c) {
      return ('a' <= (c | 0x20) && (c | 0x20) <= 'z')
          || ('0' <= c && c <= '9')
          || c == '_'
          || c >= 0x80;
    }

    private void keyword(String word) {
      peek();
      for (int i = 0; i < word.length(); i++) {
        if (source.at(at) != word.charAt(i)) {
          broken = true;
          return;
        }
        at++;
      }
      broken |= isNameByte(source.at(at));
    }

    private void name() {
      if (!isNameByte(peek())) {
        broken = true;
      }
      while (!broken && isNameByte(source.at(at))) {
        at++;
      }
    }

    private void spec() {
      int c = peek();
      if (c == '.') {
        at++;
      } else if (isNameByte(c)) {
        name();
      }
      int quote = peek();
      if (quote != '"' && quote != '`') {
        broken = true;
        return;
      }
      for (at++; source.at(at) != quote; at++) {
        int b = source.at(at);
        if (b < 0 || (b == '\n' && quote == '"')) {
          broken = true;
          return;
        }
        if (b == '\\' && quote == '"') {
          at++;
        }
      }
      at++;
    }
  }

  // ---- the parser

  private void file() {
    scan.next();
    expect(Token.PACKAGE, "package");
    expect(Token.NAME, "IDENT");
    semicolon();
    if (!diagnostics.isEmpty()) {
      return;
    }
    while (scan.token == Token.IMPORT) {
      scan.next();
      if (scan.token == Token.LPAREN) {
        scan.next();
        while (scan.token != Token.RPAREN && scan.token != Token.EOF) {
          spec();
        }
        expect(Token.RPAREN, ")");
        semicolon();
      } else {
        spec();
      }
    }
  }

  private void spec() {
    Pos start = new Pos(source, scan.start);
    specHere(start);
    if (scan.start == start.offset()) {
      scan.next(); // a closing brace ends everything and is taken by nobody
    }
  }

  private void specHere(Pos start) {
    if (scan.token == Token.NAME || scan.token == Token.DOT) {
      scan.next();
    }
    if (scan.token == Token.LITERAL && scan.kind == Expr.LitKind.STRING) {
      imports.add(new Import(start, unquoted(scan.text)));
      scan.next();
    } else if (scan.token == Token.LITERAL || scan.token == Token.NAME) {
      report(scan.start, "import path must be a string");
      scan.next();
    } else {
      report(scan.start, "missing import path");
      advance(EXPRESSION_ENDS);
    }
    semicolon();
  }

  /** Complains of the first path that can't be one. */
  private void paths() {
    for (Import i : imports) {
      String path = i.path;
      if (!path.codePoints().allMatch(FileHeader::isPathChar) || path.isEmpty()) {
        report(i.pos.offset(), "invalid import path: " + path);
        return;
      }
    }
  }

  private static boolean isPathChar(int c) {
    return !Character.isISOControl(c)
        && !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && "!\"#$%&'()*,:;<=>?[\\]^{|}`\ufffd".indexOf(c) < 0;
  }

  /** The value of a string literal as far as import paths need it. */
  private static String unquoted(String literal) {
    String s = literal.length() < 2 ? "" : literal.substring(1, literal.length() - 1);
    if (literal.startsWith("`") || s.indexOf('\\') < 0) {
      return s;
    }
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c != '\\' || i + 1 == s.length()) {
        b.append(c);
        continue;
      }
      char e = s.charAt(++i);
      int at = "abfnrtv".indexOf(e);
      b.append(at >= 0 ? "\u0007\b\f\n\r\t\u000b".charAt(at) : e);
    }
    return b.toString();
  }

  private static final long EXPRESSION_ENDS =
      Token.setOf(Token.COMMA, Token.COLON, Token.SEMI, Token.RPAREN, Token.RBRACK, Token.RBRACE);

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

  private void advance(long to) {
    while (scan.token != Token.EOF && !scan.token.in(to)) {
      scan.next();
    }
  }

  private void expect(Token t, String name) {
    if (scan.token != t) {
      expected(name);
    }
    scan.next();
  }

  private void semicolon() {
    switch (scan.token) {
      case RPAREN, RBRACE -> {}
      case SEMI -> scan.next();
      case COMMA -> {
        expected(";");
        scan.next();
      }
      default -> {
        expected(";");
        advance(STATEMENT_STARTS);
      }
    }
  }

  private void expected(String what) {
    report(scan.start, "expected '" + what + "', found " + found());
  }

  /** The current token as go/parser names it. */
  private String found() {
    return switch (scan.token) {
      case NAME, LITERAL -> scan.text;
      case SEMI -> scan.text.equals("semicolon") ? "';'" : "newline";
      case OPERATOR -> "'" + scan.operator.text() + "'";
      case ASSIGN_OP -> "'" + scan.operator.text() + "='";
      case INC_OP -> "'" + scan.operator.text() + scan.operator.text() + "'";
      default -> "'" + scan.token.text() + "'";
    };
  }

  /** One message a line: further ones are likely consequences. */
  private void report(int offset, String message) {
    Pos pos = new Pos(source, offset);
    if (diagnostics.isEmpty() || diagnostics.getLast().pos().line() != pos.line()) {
      diagnostics.add(Diagnostic.of(pos, "Syntax", message, Stage.SYNTAX));
    }
  }

  /** The scanner's complaint in go/scanner's words and at its place. */
  @Override
  public void error(int offset, String message) {
    switch (message) {
      case "newline in string", "string not terminated" ->
          report(
              scan.start,
              source.at(scan.start) == '`'
                  ? "raw string literal not terminated"
                  : "string literal not terminated");
      case "newline in rune literal", "rune literal not terminated" ->
          report(scan.start, "rune literal not terminated");
      case "empty rune literal or unescaped '", "more than one character in rune literal" ->
          report(scan.start, "illegal rune literal");
      case "unknown escape" -> report(offset, "unknown escape sequence");
      case "invalid NUL character" -> report(offset, "illegal character NUL");
      case "invalid UTF-8 encoding" -> report(offset, "illegal UTF-8 encoding");
      case "invalid BOM in the middle of the file" -> report(offset, "illegal byte order mark");
      default -> {
        int c = source.text(offset, Math.min(source.length(), offset + 4)).codePointAt(0);
        if (c == '\u201c' || c == '\u201d') {
          report(offset, "curly quotation mark " + Scanner.quoted(c) + " (use neutral '\"')");
        } else {
          report(
              offset,
              message
                  .replace("invalid character", "illegal character")
                  .replace(" in identifier", ""));
        }
      }
    }
  }

  @Override
  public void directive(int offset, String text) {
    if (!text.startsWith("//line ") && !text.startsWith("/*line ")) {
      return;
    }
    Pos at = new Pos(source, offset);
    LineDirective d = LineDirective.of(text, at.column());
    if (d == null) {
      return;
    }
    if (!d.wrong().isEmpty()) {
      report(offset + d.wrongAt(), d.wrong());
      return;
    }
    int end = scan.offset();
    boolean general = LineDirective.isGeneral(text);
    int next = general ? end : end + 1;
    if (next >= scan.length()) {
      return; // nothing follows that it could be about
    }
    if (!copied) {
      source = new Source(source.name(), source.bytes(0, source.length()));
      copied = true;
    }
    boolean same = d.name().isEmpty() && d.column() > 0;
    String name = same ? new Pos(source, end).relativeName() : besides(d.name());
    Pos from = new Pos(source, next);
    source.add(new PosBase(next, from.line(), from.column(), name, d.line(), d.column()));
  }

  /** A file named in a directive is to be found from where the file is in which it stands. */
  private String besides(String name) {
    int slash = source.name().lastIndexOf('/');
    if (name.isEmpty() || name.startsWith("/")) {
      return name.isEmpty() ? name : clean(name);
    }
    return clean(source.name().substring(0, slash + 1) + name);
  }

  /** The shortest path that means the same, as path/filepath has it. */
  private static String clean(String path) {
    boolean rooted = path.startsWith("/");
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && rooted)) {
        parts.add(part);
      }
    }
    String joined = (rooted ? "/" : "") + String.join("/", parts);
    return joined.isEmpty() ? "." : joined;
  }
}

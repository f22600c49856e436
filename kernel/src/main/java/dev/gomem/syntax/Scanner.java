package dev.gomem.syntax;

import dev.gomem.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 bytes to tokens, one at a time, with Go's automatic semicolons and gc's errors at gc's
 * places (cmd/compile/internal/syntax/{scanner,source}.go is the model). After {@link #next} the
 * fields describe the current token. Errors and directive comments go to a {@link Sink} as they are
 * met; the scanner always goes on, and always ends with {@link Token#EOF}.
 */
final class Scanner {
  /** Where the scanner reports what is no token. */
  interface Sink {
    void error(int offset, String message);

    /**
     * A {@code //go:}, {@code //memory:} or {@code //?} comment, or a {@code line} directive; whole
     * text.
     */
    void directive(int offset, String text);
  }

  private final Source source;
  private final Sink sink;

  // The character under the cursor: its offset, its code point (-1 at the end), its width in bytes.
  private int offset;
  private int ch;
  private int width;

  /** At the next newline or at the end a semicolon is inserted. */
  private boolean semicolonDue;

  // The current token.
  Token token = Token.EOF;
  int start;
  int end;

  /** Of NAME and LITERAL the text; of SEMI "semicolon", "newline" or "EOF". */
  String text = "";

  /** Of LITERAL. */
  Expr.LitKind kind = Expr.LitKind.INT;

  /** Of LITERAL: an error was reported in it. */
  boolean bad;

  /** Of OPERATOR, STAR, ASSIGN_OP, INC_OP. */
  Operator operator = Operator.ADD;

  /** The text ended within a raw string or a comment: more text could complete it. */
  boolean openEnded;

  Scanner(Source source, Sink sink) {
    this.source = source;
    this.sink = sink;
    this.ch = ' '; // a blank before the text, so that the first read happens in next
    this.width = 0;
  }

  /** Goes on at an offset behind the current token, which ends an operand. */
  void skip(int to) {
    offset = to;
    ch = ' ';
    width = 0;
    semicolonDue = true;
  }

  // ---- characters

  /** Moves the cursor to the next valid character. */
  private void read() {
    while (true) {
      offset += width;
      int b = source.at(offset);
      if (b < 0) {
        ch = -1;
        width = 0;
        return;
      }
      if (b < 0x80) {
        width = 1;
        ch = b;
        if (b != 0) {
          return;
        }
        sink.error(offset, "invalid NUL character");
        continue;
      }
      decode(b);
      if (ch < 0) {
        width = 1;
        sink.error(offset, "invalid UTF-8 encoding");
        continue;
      }
      if (ch == 0xfeff) { // a byte order mark may only open the text
        if (offset > 0) {
          sink.error(offset, "invalid BOM in the middle of the file");
        }
        continue;
      }
      return;
    }
  }

  /**
   * Decodes the rune that begins with byte {@code b} ≥ 0x80; {@code ch} is -1 if it is malformed.
   */
  private void decode(int b) {
    ch = -1;
    if (b >= 0xc2 && b <= 0xdf) {
      int c1 = continuation(1);
      if (c1 >= 0) {
        ch = (b & 0x1f) << 6 | c1;
        width = 2;
      }
    } else if (b >= 0xe0 && b <= 0xef) {
      int c1 = continuation(1);
      int c2 = continuation(2);
      if (c1 >= 0 && c2 >= 0) {
        int r = (b & 0xf) << 12 | c1 << 6 | c2;
        if (r >= 0x800 && (r < 0xd800 || r > 0xdfff)) {
          ch = r;
          width = 3;
        }
      }
    } else if (b >= 0xf0 && b <= 0xf4) {
      int c1 = continuation(1);
      int c2 = continuation(2);
      int c3 = continuation(3);
      if (c1 >= 0 && c2 >= 0 && c3 >= 0) {
        int r = (b & 7) << 18 | c1 << 12 | c2 << 6 | c3;
        if (r >= 0x10000 && r <= 0x10ffff) {
          ch = r;
          width = 4;
        }
      }
    }
  }

  private int continuation(int i) {
    int b = source.at(offset + i);
    return b >= 0x80 && b < 0xc0 ? b & 0x3f : -1;
  }

  private void error(String message) {
    sink.error(offset, message);
  }

  private void errorInToken(int relative, String message) {
    sink.error(start + relative, message);
  }

  // ---- tokens

  /** Reads the next token into the fields. */
  void next() {
    boolean due = semicolonDue;
    semicolonDue = false;
    do {
      while (ch == ' ' || ch == '\t' || ch == '\r' || (ch == '\n' && !due)) {
        read();
      }
      start = offset;
    } while (!scan(due));
    end = offset;
  }

  /** Reads one token; false if it was a comment or an invalid character. */
  private boolean scan(boolean due) {
    if (isLetter(ch) || (ch >= 0x80 && atNameChar(true))) {
      read();
      name();
      return true;
    }
    switch (ch) {
      case -1 -> {
        if (due) {
          text = "EOF";
          token = Token.SEMI;
        } else {
          token = Token.EOF;
        }
      }
      case '\n' -> {
        read();
        text = "newline";
        token = Token.SEMI;
      }
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(false);
      case '"' -> string();
      case '`' -> rawString();
      case '\'' -> rune();
      case '(' -> single(Token.LPAREN);
      case '[' -> single(Token.LBRACK);
      case '{' -> single(Token.LBRACE);
      case ',' -> single(Token.COMMA);
      case ';' -> {
        text = "semicolon";
        single(Token.SEMI);
      }
      case ')' -> closing(Token.RPAREN);
      case ']' -> closing(Token.RBRACK);
      case '}' -> closing(Token.RBRACE);
      case ':' -> {
        read();
        token = got('=') ? Token.DEFINE : Token.COLON;
      }
      case '.' -> dot();
      case '+' -> addition('+', Operator.ADD);
      case '-' -> addition('-', Operator.SUB);
      case '*' -> {
        read();
        operator = Operator.MUL;
        token = got('=') ? Token.ASSIGN_OP : Token.STAR;
      }
      case '/' -> {
        read();
        if (ch == '/') {
          read();
          lineComment();
          return false;
        }
        if (ch == '*') {
          read();
          boolean broken = generalComment();
          if (!broken || !due) {
            return false;
          }
          text = "newline"; // a comment over several lines acts like a newline
          token = Token.SEMI;
        } else {
          binary(Operator.DIV);
        }
      }
      case '%' -> {
        read();
        binary(Operator.REM);
      }
      case '&' -> {
        read();
        if (got('&')) {
          plain(Operator.ANDAND);
        } else {
          binary(got('^') ? Operator.ANDNOT : Operator.AND);
        }
      }
      case '|' -> {
        read();
        if (got('|')) {
          plain(Operator.OROR);
        } else {
          binary(Operator.OR);
        }
      }
      case '^' -> {
        read();
        binary(Operator.XOR);
      }
      case '<' -> {
        read();
        if (got('=')) {
          plain(Operator.LEQ);
        } else if (got('<')) {
          binary(Operator.SHL);
        } else if (got('-')) {
          token = Token.ARROW;
        } else {
          plain(Operator.LSS);
        }
      }
      case '>' -> {
        read();
        if (got('=')) {
          plain(Operator.GEQ);
        } else if (got('>')) {
          binary(Operator.SHR);
        } else {
          plain(Operator.GTR);
        }
      }
      case '=' -> {
        read();
        if (got('=')) {
          plain(Operator.EQL);
        } else {
          token = Token.ASSIGN;
        }
      }
      case '!' -> {
        read();
        plain(got('=') ? Operator.NEQ : Operator.NOT);
      }
      case '~' -> {
        read();
        plain(Operator.TILDE);
      }
      default -> {
        error("invalid character " + unicode(ch));
        read();
        return false;
      }
    }
    return true;
  }

  private boolean got(int c) {
    if (ch == c) {
      read();
      return true;
    }
    return false;
  }

  private void single(Token t) {
    read();
    token = t;
  }

  private void closing(Token t) {
    read();
    semicolonDue = true;
    token = t;
  }

  private void plain(Operator op) {
    operator = op;
    token = Token.OPERATOR;
  }

  private void binary(Operator op) {
    operator = op;
    token = got('=') ? Token.ASSIGN_OP : Token.OPERATOR;
  }

  private void addition(int sign, Operator op) {
    read();
    if (got(sign)) {
      operator = op;
      semicolonDue = true;
      token = Token.INC_OP;
    } else {
      binary(op);
    }
  }

  private void dot() {
    read();
    if (isDecimal(ch)) {
      number(true);
      return;
    }
    token = Token.DOT;
    if (ch == '.' && source.at(offset + 1) == '.') {
      read();
      read();
      token = Token.DOT_DOT_DOT;
    }
  }

  private void name() {
    while (isLetter(ch) || isDecimal(ch)) {
      read();
    }
    if (ch >= 0x80) {
      while (isLetter(ch) || isDecimal(ch) || (ch >= 0x80 && atNameChar(false))) {
        read();
      }
    }
    text = source.text(start, offset);
    @Nullable Token keyword = Token.keyword(text);
    if (keyword == null) {
      token = Token.NAME;
      semicolonDue = true;
    } else {
      token = keyword;
      semicolonDue =
          keyword == Token.BREAK
              || keyword == Token.CONTINUE
              || keyword == Token.FALLTHROUGH
              || keyword == Token.RETURN;
    }
  }

  /**
   * Whether {@code ch} ≥ 0x80 belongs to a name; what no name may hold is reported and taken as
   * part of it.
   */
  private boolean atNameChar(boolean first) {
    if (Character.isLetter(ch)) {
      return true;
    }
    if (Character.isDigit(ch)) {
      if (first) {
        error("identifier cannot begin with digit " + unicode(ch));
      }
    } else {
      error("invalid character " + unicode(ch) + " in identifier");
    }
    return true;
  }

  private void literal(Expr.LitKind literalKind, boolean ok) {
    semicolonDue = true;
    token = Token.LITERAL;
    text = source.text(start, offset);
    kind = literalKind;
    bad = !ok;
  }

  // ---- numbers

  private static final int DIGITS = 1;
  private static final int SEPARATORS = 2;

  /** Offset of the first digit not of the base, or -1; set by {@link #digits}. */
  private int invalidDigit;

  /** Reads digits and separators, and tells which of the two there were. */
  private int digits(int base) {
    int seen = 0;
    if (base <= 10) {
      while (isDecimal(ch) || ch == '_') {
        if (ch == '_') {
          seen |= SEPARATORS;
        } else {
          seen |= DIGITS;
          if (ch >= '0' + base && invalidDigit < 0) {
            invalidDigit = offset;
          }
        }
        read();
      }
    } else {
      while (isHex(ch) || ch == '_') {
        seen |= ch == '_' ? SEPARATORS : DIGITS;
        read();
      }
    }
    return seen;
  }

  private void number(boolean seenPoint) {
    boolean ok = true;
    Expr.LitKind literalKind = Expr.LitKind.INT;
    int base = 10;
    int prefix = 0; // 'x', 'o', 'b', '0' for a leading 0, or 0
    int seen = 0;
    invalidDigit = -1;
    if (!seenPoint) {
      if (ch == '0') {
        read();
        switch (lower(ch)) {
          case 'x' -> {
            base = 16;
            prefix = 'x';
            read();
          }
          case 'o' -> {
            base = 8;
            prefix = 'o';
            read();
          }
          case 'b' -> {
            base = 2;
            prefix = 'b';
            read();
          }
          default -> {
            base = 8;
            prefix = '0';
            seen = DIGITS;
          }
        }
      }
      seen |= digits(base);
      if (ch == '.') {
        if (prefix == 'o' || prefix == 'b') {
          error("invalid radix point in " + baseName(base) + " literal");
          ok = false;
        }
        read();
        seenPoint = true;
      }
    }
    if (seenPoint) {
      literalKind = Expr.LitKind.FLOAT;
      seen |= digits(base);
    }
    if ((seen & DIGITS) == 0 && ok) {
      error(baseName(base) + " literal has no digits");
      ok = false;
    }

    int e = lower(ch);
    if (e == 'e' || e == 'p') {
      if (ok) {
        if (e == 'e' && prefix != 0 && prefix != '0') {
          error(quoted(ch) + " exponent requires decimal mantissa");
          ok = false;
        } else if (e == 'p' && prefix != 'x') {
          error(quoted(ch) + " exponent requires hexadecimal mantissa");
          ok = false;
        }
      }
      read();
      literalKind = Expr.LitKind.FLOAT;
      if (ch == '+' || ch == '-') {
        read();
      }
      int firstInvalid = invalidDigit;
      seen = digits(10) | (seen & SEPARATORS);
      invalidDigit = firstInvalid;
      if ((seen & DIGITS) == 0 && ok) {
        error("exponent has no digits");
        ok = false;
      }
    } else if (prefix == 'x' && literalKind == Expr.LitKind.FLOAT && ok) {
      error("hexadecimal mantissa requires a 'p' exponent");
      ok = false;
    }

    if (ch == 'i') {
      literalKind = Expr.LitKind.IMAG;
      read();
    }
    literal(literalKind, ok);

    if (literalKind == Expr.LitKind.INT && invalidDigit >= 0 && ok) {
      sink.error(
          invalidDigit,
          "invalid digit "
              + quoted(source.at(invalidDigit))
              + " in "
              + baseName(base)
              + " literal");
      ok = false;
    }
    if ((seen & SEPARATORS) != 0 && ok) {
      int i = misplacedSeparator(text);
      if (i >= 0) {
        errorInToken(i, "'_' must separate successive digits");
        ok = false;
      }
    }
    bad = !ok;
  }

  private static String baseName(int base) {
    return switch (base) {
      case 2 -> "binary";
      case 8 -> "octal";
      case 10 -> "decimal";
      default -> "hexadecimal";
    };
  }

  /**
   * Index of the first '_' of a number that does not stand between digits (a prefix counts as one),
   * or -1.
   */
  private static int misplacedSeparator(String s) {
    int prefix = s.length() >= 2 && s.charAt(0) == '0' ? lower(s.charAt(1)) : 0;
    boolean prefixed = prefix == 'x' || prefix == 'o' || prefix == 'b';
    char last = prefixed ? '0' : '.'; // '0' any digit, '_', or '.' anything else
    for (int i = prefixed ? 2 : 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '_') {
        if (last != '0') {
          return i;
        }
        last = '_';
      } else if (isDecimal(c) || (prefix == 'x' && isHex(c))) {
        last = '0';
      } else {
        if (last == '_') {
          return i - 1;
        }
        last = '.';
      }
    }
    return last == '_' ? s.length() - 1 : -1;
  }

  // ---- runes and strings

  private void rune() {
    boolean ok = true;
    read();
    for (int n = 0; ; n++) {
      if (ch == '\'') {
        if (ok) {
          if (n == 0) {
            error("empty rune literal or unescaped '");
            ok = false;
          } else if (n != 1) {
            errorInToken(0, "more than one character in rune literal");
            ok = false;
          }
        }
        read();
        break;
      }
      if (ch == '\\') {
        read();
        if (!escape('\'')) {
          ok = false;
        }
        continue;
      }
      if (ch == '\n') {
        if (ok) {
          error("newline in rune literal");
          ok = false;
        }
        break;
      }
      if (ch < 0) {
        if (ok) {
          errorInToken(0, "rune literal not terminated");
          ok = false;
        }
        break;
      }
      read();
    }
    literal(Expr.LitKind.RUNE, ok);
  }

  private void string() {
    boolean ok = true;
    read();
    while (true) {
      if (ch == '"') {
        read();
        break;
      }
      if (ch == '\\') {
        read();
        if (!escape('"')) {
          ok = false;
        }
        continue;
      }
      if (ch == '\n') {
        error("newline in string");
        ok = false;
        break;
      }
      if (ch < 0) {
        errorInToken(0, "string not terminated");
        ok = false;
        break;
      }
      read();
    }
    literal(Expr.LitKind.STRING, ok);
  }

  private void rawString() {
    boolean ok = true;
    read();
    while (ch >= 0 && ch != '`') {
      read();
    }
    if (ch < 0) {
      openEnded = true;
      errorInToken(0, "string not terminated");
      ok = false;
    } else {
      read();
    }
    literal(
        Expr.LitKind.STRING, ok); // carriage returns stay in the literal, though not in its value
  }

  /**
   * Reads an escape after its backslash; false if it was reported. At the end of the text the
   * caller reports.
   */
  private boolean escape(int quote) {
    int n;
    int base;
    long max;
    switch (ch) {
      case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\' -> {
        read();
        return true;
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        n = 3;
        base = 8;
        max = 255;
      }
      case 'x' -> {
        read();
        n = 2;
        base = 16;
        max = 255;
      }
      case 'u' -> {
        read();
        n = 4;
        base = 16;
        max = Character.MAX_CODE_POINT;
      }
      case 'U' -> {
        read();
        n = 8;
        base = 16;
        max = Character.MAX_CODE_POINT;
      }
      default -> {
        if (ch == quote) {
          read();
          return true;
        }
        if (ch < 0) {
          return true;
        }
        error("unknown escape");
        return false;
      }
    }
    long x = 0;
    for (int i = 0; i < n; i++) {
      if (ch < 0) {
        return true;
      }
      int d = base;
      if (isDecimal(ch)) {
        d = ch - '0';
      } else if ('a' <= lower(ch) && lower(ch) <= 'f') {
        d = lower(ch) - 'a' + 10;
      }
      if (d >= base) {
        error("invalid character " + quoted(ch) + " in " + baseName(base) + " escape");
        return false;
      }
      x = x * base + d;
      read();
    }
    if (x > max && base == 8) {
      error("octal escape value " + x + " > 255");
      return false;
    }
    if (x > max || (0xd800 <= x && x < 0xe000)) {
      error("escape is invalid Unicode code point " + unicode(x));
      return false;
    }
    return true;
  }

  // ---- comments

  private void lineComment() {
    while (ch >= 0 && ch != '\n') { // the newline stays: it may become a semicolon
      read();
    }
    if (startsWith("//go:")
        || startsWith("//memory:")
        || startsWith("//?")
        || startsWith("//line ")) {
      int stop = offset;
      if (source.at(stop - 1) == '\r') {
        stop--;
      }
      sink.directive(start, source.text(start, stop));
    }
  }

  /** Reads a general comment after its opening; tells whether it holds a newline. */
  private boolean generalComment() {
    boolean newline = false;
    while (ch >= 0) {
      while (ch == '*') {
        read();
        if (ch == '/') {
          read();
          if (startsWith("/*line ")) {
            sink.directive(start, source.text(start, offset));
          }
          return newline;
        }
      }
      newline |= ch == '\n';
      read();
    }
    openEnded = true;
    errorInToken(0, "comment not terminated");
    return newline;
  }

  private boolean startsWith(String prefix) {
    for (int i = 0; i < prefix.length(); i++) {
      if (source.at(start + i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** How far the text is read. */
  int offset() {
    return offset;
  }

  /** Of the text. */
  int length() {
    return source.length();
  }

  // ---- peeking

  /** A scanner at the same place that reports nothing. */
  Scanner fork() {
    return new Scanner(source, SILENT, offset, ch, width, semicolonDue);
  }

  /** For those who only want tokens. */
  static final Sink SILENT =
      new Sink() {
        @Override
        public void error(int offset, String message) {}

        @Override
        public void directive(int offset, String text) {}
      };

  private Scanner(Source source, Sink sink, int offset, int ch, int width, boolean semicolonDue) {
    this.source = source;
    this.sink = sink;
    this.offset = offset;
    this.ch = ch;
    this.width = width;
    this.semicolonDue = semicolonDue;
  }

  /** Jumps to the end of the text: the current and all further tokens are EOF. */
  void skipToEnd() {
    offset = source.length();
    width = 0;
    ch = -1;
    semicolonDue = false;
    start = offset;
    end = offset;
    token = Token.EOF;
  }

  // ---- characters in messages

  private static int lower(int c) {
    return c | 0x20;
  }

  private static boolean isLetter(int c) {
    return ('a' <= lower(c) && lower(c) <= 'z') || c == '_';
  }

  private static boolean isDecimal(int c) {
    return '0' <= c && c <= '9';
  }

  private static boolean isHex(int c) {
    return isDecimal(c) || ('a' <= lower(c) && lower(c) <= 'f');
  }

  /** As Go's {@code %#U}: {@code U+0040 '@'}, without the character if it does not print. */
  static String unicode(long c) {
    String hex = Long.toHexString(c).toUpperCase(java.util.Locale.ROOT);
    String s = "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    return c <= Character.MAX_CODE_POINT && isPrint((int) c)
        ? s + " '" + Character.toString((int) c) + "'"
        : s;
  }

  /** As Go's {@code %q} of a rune. */
  static String quoted(int c) {
    String s =
        switch (c) {
          case '\'' -> "\\'";
          case '\\' -> "\\\\";
          case 7 -> "\\a";
          case '\b' -> "\\b";
          case '\f' -> "\\f";
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          case 11 -> "\\v";
          default -> {
            if (isPrint(c)) {
              yield Character.toString(c);
            }
            if (c < ' ' || c == 0x7f) {
              yield String.format("\\x%02x", c);
            }
            yield c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
          }
        };
    return "'" + s + "'";
  }

  /**
   * Go's notion of a printing character: letters, marks, numbers, punctuation, symbols and the
   * space.
   */
  private static boolean isPrint(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}

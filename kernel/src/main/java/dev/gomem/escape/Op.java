package dev.gomem.escape;

/**
 * What a node of {@link Tree} does: gc's own division (cmd/compile/internal/ir/node.go), since the
 * walk asks for it. Text and precedence are those of gc's printer (ir/fmt.go); statements have
 * precedence -1.
 */
enum Op {
  // Names, values, types.
  NAME("", 8),
  FUNC("", 8),
  LITERAL("", 8),
  NIL("", 8),
  TYPE("", 8),
  // Unary.
  PLUS("+", 7),
  NEG("-", 7),
  BITNOT("^", 7),
  NOT("!", 7),
  RECV("<-", 7),
  LEN("len", 8),
  CAP("cap", 8),
  REAL("real", 0),
  IMAG("imag", 0),
  CLOSE("close", 8),
  CLEAR("clear", 8),
  PANIC("panic", 8),
  NEW("new", 8),
  CHECKNIL("", 8),
  UNSAFE_SLICE_DATA("unsafe.SliceData", 8),
  UNSAFE_STRING_DATA("unsafe.StringData", 8),
  // Binary.
  ADD("+", 5),
  SUB("-", 5),
  OR("|", 5),
  XOR("^", 5),
  MUL("*", 6),
  DIV("/", 6),
  MOD("%", 6),
  AND("&", 6),
  ANDNOT("&^", 6),
  LSH("<<", 6),
  RSH(">>", 6),
  EQ("==", 4),
  NE("!=", 4),
  LT("<", 4),
  LE("<=", 4),
  GT(">", 4),
  GE(">=", 4),
  ANDAND("&&", 2),
  OROR("||", 1),
  COMPLEX("complex", 0),
  COPY("copy", 8),
  UNSAFE_ADD("unsafe.Add", 8),
  UNSAFE_SLICE("unsafe.Slice", 8),
  UNSAFE_STRING("unsafe.String", 8),
  ADDSTR("+", 0),
  // Addresses.
  ADDR("&", 7),
  PTRLIT("&", 0),
  DEREF("*", 7),
  // Selectors.
  DOT("", 8),
  DOTPTR("", 8),
  DOTINTER("", 8),
  METHVALUE("", 8),
  METHEXPR("", 8),
  DOTTYPE("", 8),
  INDEX("", 8),
  INDEXMAP("", 8),
  SLICE("", 8),
  SLICEARR("", 8),
  SLICE3("", 8),
  SLICE3ARR("", 8),
  SLICESTR("", 8),
  // Conversions.
  CONV("", 8),
  CONVNOP("", 8),
  CONVIFACE("", 8),
  BYTES2STR("", 8),
  RUNES2STR("", 8),
  RUNESTR("", 8),
  STR2BYTES("", 8),
  STR2RUNES("", 8),
  SLICE2ARR("", 8),
  SLICE2ARRPTR("", 8),
  // Calls.
  CALLFUNC("", 8),
  CALLINTER("", 8),
  APPEND("append", 8),
  DELETE("delete", 8),
  PRINT("print", 8),
  PRINTLN("println", 8),
  RECOVER("recover", 0),
  MIN("min", 8),
  MAX("max", 8),
  // Makers.
  MAKESLICE("make", 8),
  MAKEMAP("make", 0),
  MAKECHAN("make", 0),
  ARRAYLIT("", 8),
  SLICELIT("", 8),
  STRUCTLIT("", 8),
  MAPLIT("", 8),
  CLOSURE("", 0),
  // Statements.
  BLOCK("", -1),
  DCL("", -1),
  AS("=", -1),
  AS2("=", -1),
  AS2DOTTYPE("=", -1),
  AS2FUNC("=", -1),
  AS2MAPR("=", -1),
  AS2RECV("=", -1),
  SELRECV2("=", 0),
  ASOP("", -1),
  IF("if", -1),
  FOR("for", -1),
  RANGE("range", -1),
  SWITCH("switch", -1),
  CASE("case", -1),
  SELECT("select", -1),
  COMM("case", 0),
  SEND("<-", 3),
  RETURN("return", -1),
  LABEL("", -1),
  BREAK("break", -1),
  CONTINUE("continue", -1),
  GOTO("goto", -1),
  FALL("fallthrough", -1),
  GO("go", -1),
  DEFER("defer", -1);

  private final String text;
  private final int precedence;

  Op(String text, int precedence) {
    this.text = text;
    this.precedence = precedence;
  }

  /** As printed; "" where the form has no word of its own. */
  String text() {
    return text;
  }

  int precedence() {
    return precedence;
  }

  boolean isCompare() {
    return precedence == 4;
  }

  boolean isSlice3() {
    return this == SLICE3 || this == SLICE3ARR;
  }
}

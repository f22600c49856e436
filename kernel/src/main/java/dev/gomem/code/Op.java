package dev.gomem.code;

/**
 * The opcodes: one table for code generator, interpreter, disassembler, verifier and compiled tier.
 *
 * <p>An instruction is four ints {@code op, a, b, c}; a wide one is followed by an extension {@code
 * x, y, z} in the three operand ints of the next four (whose first int is {@link #EXT}). Frame
 * operands are byte offsets from the frame pointer (SP of the frame: all offsets are positive; low
 * to high: outgoing area, temporaries, named variables in reverse order of declaration, saved frame
 * pointer, return address, arguments, results).
 *
 * <p>{@code R[x]} is the 8-byte word at frame offset x. A scalar narrower than 8 bytes that lives
 * in a slot of its own is kept there sign- or zero-extended (bool 0/1; float32: its bits,
 * zero-extended) <i>unless</i> its variable is addressed: then only its own bytes count and LF/SF
 * access them.
 *
 * <p>An instruction reads all its operands, then writes: destination and sources may be the same or
 * overlap. Of a slice or string header the index instructions read pointer and length only (16
 * bytes).
 *
 * <p>Format letters: D frame offset written, S frame offset read, A frame offset whose address
 * counts, O frame offset read or -1, I immediate, P pool index, Q pool index or -1, T target
 * (instruction index), N size in bytes, - unused; {@link Operands} knows how many bytes each reads
 * and writes. A target at or before the instruction is a back-edge: a counted safepoint.
 */
public enum Op {
  /** Operands of the wide instruction before it. */
  EXT("III"),
  NOP("---"),

  // moves
  /** R[a] = R[b] */
  MOV("DS-"),
  /** c bytes at frame a = c bytes at frame b; may overlap */
  MOVN("DSN"),
  /** c bytes at frame a = 0 */
  ZERO("D-N"),
  /** R[a] = pool[b]: a 64-bit constant, or the address a symbol is linked to */
  CONST("DP-"),
  /** R[a] = b, sign-extended */
  CONSTI("DI-"),
  /** R[a] = address of frame offset b */
  LEA("DA-"),

  // bytes of the frame at their own size
  LF8U("DS-"),
  LF8S("DS-"),
  LF16U("DS-"),
  LF16S("DS-"),
  LF32U("DS-"),
  LF32S("DS-"),
  SF8("DS-"),
  SF16("DS-"),
  SF32("DS-"),

  // memory: address R[b] + c; a nil base panics
  LD8U("DSI"),
  LD8S("DSI"),
  LD16U("DSI"),
  LD16S("DSI"),
  LD32U("DSI"),
  LD32S("DSI"),
  LD64("DSI"),
  /** memory at R[a] + c = R[b] */
  ST8("SSI"),
  ST16("SSI"),
  ST32("SSI"),
  ST64("SSI"),
  /** like ST64; the word is a pointer (write barrier, invariant I) */
  STP("SSI"),
  /** frame a = x bytes at R[b] + c */
  LDN("DSI", "N--"),
  /** x bytes at R[a] + c = frame b; y: pool index of their type if it has pointers, else -1 */
  STN("SSI", "NQ-"),
  /** memmove c bytes from R[b] to R[a]; x: pool index of the type if it has pointers, else -1 */
  COPY("SSN", "Q--"),
  /** c bytes at R[a] = 0; x: type or -1 */
  CLEAR("S-N", "Q--"),
  /** panics if R[a] is nil */
  NILCHK("S--"),

  // 64-bit integers; narrower ones are extended afterwards
  ADD("DSS"),
  SUB("DSS"),
  MUL("DSS"),
  /** signed; panics on zero; MinInt / -1 wraps */
  DIV("DSS"),
  DIVU("DSS"),
  REM("DSS"),
  REMU("DSS"),
  /** signed, by a constant that is not 0 */
  DIVI("DSI"),
  REMI("DSI"),
  AND("DSS"),
  OR("DSS"),
  XOR("DSS"),
  ANDNOT("DSS"),
  /** counts of 64 and more give 0 or the sign; the count is taken as unsigned */
  SHL("DSS"),
  SHR("DSS"),
  SHRU("DSS"),
  /** panics if the signed count R[a] is negative */
  SHIFTCHK("S--"),
  ADDI("DSI"),
  MULI("DSI"),
  ANDI("DSI"),
  ORI("DSI"),
  XORI("DSI"),
  SHLI("DSI"),
  SHRI("DSI"),
  SHRUI("DSI"),
  NEG("DS-"),
  COM("DS-"),
  /** R[a] = 1 - R[b] */
  NOT("DS-"),
  SX8("DS-"),
  SX16("DS-"),
  SX32("DS-"),
  ZX8("DS-"),
  ZX16("DS-"),
  ZX32("DS-"),
  /** 32-bit results in one step: R[a] = (int) (R[b] + R[c]) and so on, sign-extended */
  ADD32S("DSS"),
  SUB32S("DSS"),
  MUL32S("DSS"),
  /** zero-extended */
  ADD32U("DSS"),
  SUB32U("DSS"),
  MUL32U("DSS"),

  // comparisons: R[a] = 0 or 1
  EQ("DSS"),
  NE("DSS"),
  LT("DSS"),
  LE("DSS"),
  LTU("DSS"),
  LEU("DSS"),
  EQI("DSI"),
  NEI("DSI"),
  LTI("DSI"),
  LEI("DSI"),
  GTI("DSI"),
  GEI("DSI"),

  // floats
  FADD("DSS"),
  FSUB("DSS"),
  FMUL("DSS"),
  FDIV("DSS"),
  FNEG("DS-"),
  FSQRT("DS-"),
  FABS("DS-"),
  FEQ("DSS"),
  FNE("DSS"),
  FLT("DSS"),
  FLE("DSS"),
  GADD("DSS"), // float32
  GSUB("DSS"),
  GMUL("DSS"),
  GDIV("DSS"),
  GNEG("DS-"),
  GEQ("DSS"),
  GNE("DSS"),
  GLT("DSS"),
  GLE("DSS"),
  /** int64 to float64 */
  I2F("DS-"),
  /** uint64 to float64 */
  U2F("DS-"),
  /** int64 to float32 */
  I2G("DS-"),
  U2G("DS-"),
  /** float64 to int64 as amd64 does: out of range gives MinInt64 */
  F2I("DS-"),
  /** float64 to int32 as amd64 does (CVTTSD2SL): out of range gives MinInt32 */
  F2I32("DS-"),
  /** float64 to uint64 as gc does on amd64 */
  F2U("DS-"),
  G2I("DS-"),
  G2U("DS-"),
  F2G("DS-"),
  G2F("DS-"),

  // control
  JMP("T--"),
  JT("ST-"),
  JF("ST-"),
  JEQ("SST"),
  JNE("SST"),
  JLT("SST"),
  JLE("SST"),
  JLTU("SST"),
  JLEU("SST"),
  JEQI("SIT"),
  JNEI("SIT"),
  JLTI("SIT"),
  JLEI("SIT"),
  JGTI("SIT"),
  JGEI("SIT"),
  /**
   * R[a]++, then a jump if R[a] is less than R[b]; or less or equal; or less than b: the ends of
   * most loops
   */
  INCJLT("WST"),
  INCJLE("WST"),
  INCJLTI("WIT"),
  /** float64: jump if less; and if not less (NaN jumps) */
  JFLT("SST"),
  JFNLT("SST"),
  JFLE("SST"),
  JFNLE("SST"),
  /** jump table: R[a] unsigned below b: to x + R[a] (a run of JMPs follows), else to c */
  JTAB("SIT", "T--"),

  // slices, strings, arrays: frame b is the header; bounds checked
  IXLD8U("DSS"),
  IXLD8S("DSS"),
  IXLD16U("DSS"),
  IXLD16S("DSS"),
  IXLD32U("DSS"),
  IXLD32S("DSS"),
  IXLD64("DSS"),
  /** element R[b] of the slice at frame a = R[c] */
  IXST8("SSS"),
  IXST16("SSS"),
  IXST32("SSS"),
  IXST64("SSS"),
  IXSTP("SSS"),
  /** R[a] = address of element R[c] of the slice at frame b; x: element size */
  IXADDR("DSS", "N--"),
  /** frame a = x bytes at offset z of element R[c] of the slice at frame b; y: element size */
  IXLDN("DSS", "NNI"),
  /**
   * R[a] = address of element R[c] of the array at frame b after checking R[c]; x: element size, y:
   * length
   */
  FXADDR("DAS", "NI-"),
  /** R[a] = byte R[c] of the string at frame b */
  STRIX("DSS"),
  /**
   * R[a] = R[b] + R[c] * x after checking R[c] against length y; a nil R[b] panics later, at the
   * access
   */
  PXADDR("DSS", "NI-"),
  /** panics unless 0 <= R[a] < R[b] */
  BOUND("SS-"),
  /** panics unless 0 <= R[a] < b */
  BOUNDI("SI-"),
  /** slice header at a = slice at b [R[c] : R[x] : R[y]], element size z; a missing bound is -1 */
  SLICE("DSO", "OON"),
  /** string at a = string at b [R[c] : R[x]]; missing -1 */
  SLICESTR("DSO", "O--"),
  /** slice at a = array at address R[b] [R[c]:R[x]:R[y]]; z: pool index of the array type */
  SLICEARR("DSO", "OOP"),

  // calls; arguments stand in the outgoing area (offset 0 up), results behind them
  /** pool a: function symbol */
  CALL("P--"),
  /** R[a]: func value (address of a closure object) */
  CALLC("S--"),
  /** R[a]: itab; b: method index; the data word stands as first argument */
  CALLI("SI-"),
  RET("---"),
  /**
   * only instruction of a stub before RET: pool a names the Java body; its block is this frame's
   * argument area
   */
  JAVA("P--"),
  /**
   * runtime function a on the block at frame b, aux pool index c or -1; x: site or -1, y: number of
   * argument words, z: number of result words behind them
   */
  RT("IAQ", "III"),
  /** R[a] = closure object of the call in progress; only first instruction of a closure's body */
  CTX("D--"),
  /** R[a] = address of a new zeroed object of type pool[b]; c: site or -1 */
  NEW("DPI"),
  /**
   * defers the call of func value R[a]; frame b: room for its record (48 bytes), or -1: the record
   * goes to the heap
   */
  DEFER("SA-"),
  /** runs this frame's deferred calls, last first */
  RUNDEFERS("---"),
  /** starts a goroutine that calls func value R[a] */
  GO("S--");

  private final String format;
  private final String ext;

  Op(String format) {
    this(format, "");
  }

  Op(String format, String ext) {
    this.format = format;
    this.ext = ext;
  }

  /** Three letters for a, b, c, see above. */
  public String format() {
    return format;
  }

  /** Three letters for x, y, z of a wide instruction, else "". */
  public String ext() {
    return ext;
  }

  /** Followed by an {@link #EXT}. */
  public boolean wide() {
    return !ext.isEmpty();
  }
}

package dev.gomem.layout;

/**
 * The runtime's entry points, as compiled code calls them (gc: typecheck/_builtin/runtime.go).
 * Arguments and results stand one behind the other in a block of 8-byte words in the caller's
 * frame: first all arguments, then all results; a string takes 2 words, a slice 3, an interface 2.
 * {@code aux} is a type given with the call, {@code site} the allocation site (for the tables).
 * Booleans are 0 or 1 in a word.
 */
public enum RuntimeFn {
  // panics
  /** (any) */
  PANIC,
  /** () recover: any */
  RECOVER,
  /**
   * (type word of the value or 0, type word of the operand's interface type) aux: wanted concrete
   * type; panics with a TypeAssertionError: {@code interface conversion: I is T, not W}, {@code I
   * is nil, not W}.
   */
  PANIC_ASSERT,
  /**
   * () nil map write and so on are raised by the functions themselves; this one: "unreachable"
   * after a missing return.
   */
  PANIC_UNREACHABLE,
  /** (pointer) nil check of a method value's receiver; aux: none */
  NIL_CHECK,
  /** (len, want) slice to array conversion. */
  PANIC_SLICE_CONVERT,
  /**
   * (string) panics with a runtime error of exactly this text (plainError): a value method called
   * through nil.
   */
  PANIC_WRAP,
  /**
   * (state) range-over-func misuse: abi.RF_DONE 0, RF_PANIC 2, RF_EXHAUSTED 3, RF_MISSING_PANIC 4.
   */
  PANIC_RANGE_STATE,

  // defer in the body of a range-over-func loop
  /** () : any, which stands for the calling function's frame */
  DEFER_RANGE_FUNC,
  /** (func value, any of DEFER_RANGE_FUNC) */
  DEFER_PROC_AT,

  // strings
  /** (s1 … sn) : string; count = words/2 */
  CONCAT,
  /** (s, t) : bool */
  STRING_EQ,
  /** (s, t) : int -1, 0, 1 */
  STRING_COMPARE,
  /** (s) : []byte */
  STRING_TO_BYTES,
  /** ([]byte) : string */
  BYTES_TO_STRING,
  /** (s) : []rune */
  STRING_TO_RUNES,
  /** ([]rune) : string */
  RUNES_TO_STRING,
  /** (int) : string */
  INT_TO_STRING,
  /** (s, index) : rune, next index */
  DECODE_RUNE,
  /**
   * As the six above, for results that do not outlive the frame: the first argument is the address
   * of a buffer in it (32 bytes; INT_TO_STRING_BUF 4 bytes, STRING_TO_RUNES_BUF 32 runes), used if
   * the result fits.
   */
  CONCAT_BUF,
  STRING_TO_BYTES_BUF,
  BYTES_TO_STRING_BUF,
  STRING_TO_RUNES_BUF,
  RUNES_TO_STRING_BUF,
  INT_TO_STRING_BUF,

  // slices
  /** (len, cap) aux: element : slice */
  MAKE_SLICE,
  /** (slice, new length) aux: element : slice with room, length as before */
  GROW_SLICE,
  /**
   * (slice, new length, buffer address, elements it holds) aux: element : as GROW_SLICE, in the
   * buffer (of the frame) if the new length fits, with the capacity that a heap object of this
   * length would have
   */
  GROW_SLICE_BUF,
  /**
   * (slice) aux: element : the slice; if its array is in the running frame, in a heap object of the
   * same capacity
   */
  MOVE_SLICE,
  /** As MOVE_SLICE, with the capacity that a heap object of its length has. */
  MOVE_SLICE_NO_CAP,
  /** (dst slice, src slice) aux: element : int */
  COPY_SLICE,
  /** (dst []byte, src string) : int */
  COPY_STRING,
  /** (slice) aux: element */
  CLEAR_SLICE,

  // maps; aux: the map type. keyPtr, elemPtr are addresses
  /** (hint) : map */
  MAKE_MAP,
  /**
   * (header address, group address or 0, hint): initialises a map whose header and first group are
   * in the frame : map
   */
  MAKE_MAP_AT,
  /** (map, keyPtr) : elemPtr, of a zero value if absent */
  MAP_GET,
  /** (map, keyPtr) : elemPtr, ok */
  MAP_GET2,
  /** (map, keyPtr) : elemPtr to store through */
  MAP_ASSIGN,
  /** (map, keyPtr) */
  MAP_DELETE,
  /** (map) */
  MAP_CLEAR,
  /**
   * (map, iterator address, 96 bytes of frame, zeroed: type Layouts.mapIterator(),
   * internal/runtime/maps.Iter's fields)
   */
  MAP_ITER_INIT,
  /** (iterator address) : keyPtr or 0 at the end, elemPtr */
  MAP_ITER_NEXT,

  // interfaces
  /**
   * (type word or 0) aux: wanted interface : itab, or 0 if it does not implement it or the word is
   * 0
   */
  ASSERT_ITAB,
  /** (type word or 0) aux: wanted interface : itab; panics like a failed assertion */
  MUST_ITAB,
  /** (type word or 0) aux: wanted interface : itab or 0 for 0; static conversion, cannot fail */
  CONVERT_ITAB,
  /** (any, any) : bool; both words are type words */
  EFACE_EQ,
  /** (iface, iface) : bool; both words are itabs */
  IFACE_EQ,
  /** (pointer, pointer) aux: type : bool */
  VALUE_EQ,
  /**
   * (value word) aux: its type (scalar of 1, 2, 4 or 8 bytes) : data word; allocates only where gc
   * does
   */
  BOX_SCALAR,
  /** (string) aux: its type : data word */
  BOX_STRING,
  /** (slice) aux: its type : data word */
  BOX_SLICE,
  /** (address of the value) aux: its type : data word; always a fresh copy (zero-size: zerobase) */
  BOX_VALUE,

  // channels, goroutines; aux: element type
  /** (size) aux: the channel type : chan */
  MAKE_CHAN,
  /** (chan, elemPtr) */
  CHAN_SEND,
  /** (chan, elemPtr or 0) : ok */
  CHAN_RECV,
  /** (chan) */
  CHAN_CLOSE,
  /** (chan) : int */
  CHAN_LEN,
  /** (chan) : int */
  CHAN_CAP,
  /**
   * (address of cases, count, block) : chosen index or -1, received ok. A case is 24 bytes:
   * channel, element address (source of a send, target of a receive, or 0), direction (0 receive, 1
   * send).
   */
  SELECT,
  /** () */
  BLOCK_FOREVER,

  // print, println
  /** (int64) */
  PRINT_INT,
  /** (uint64) */
  PRINT_UINT,
  /** (float64) */
  PRINT_FLOAT,
  /** (real, imaginary) */
  PRINT_COMPLEX,
  /** (bool) */
  PRINT_BOOL,
  /** (string) */
  PRINT_STRING,
  /** (pointer) */
  PRINT_POINTER,
  /** (slice) */
  PRINT_SLICE,
  /** (two words) */
  PRINT_IFACE,
  /** () */
  PRINT_SPACE,
  /** () */
  PRINT_NEWLINE,

  // arithmetic too rare for an opcode
  /** (a re, a im, b re, b im) : re, im */
  COMPLEX_DIV,
  /**
   * (x) math.Floor and friends are library functions, not here. (float64, float64) : float64 Go's
   * min
   */
  FLOAT_MIN,
  /** (float64, float64) : float64 Go's max */
  FLOAT_MAX,
}

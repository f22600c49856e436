// Package rt is what fmt needs to know of values at run time: kinds, parts and
// numbers of an interface's dynamic value. Parts are interfaces that point into
// the whole: nothing is copied. Every body is in Java.
package rt

// Kinds, as package reflect numbers them.
const (
	Invalid = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Kind is the kind of v's dynamic type, Invalid for nil.
//
//go:onlyreads
func Kind(v any) int

// Type is v's dynamic type as reflect prints it.
//
//go:onlyreads
func Type(v any) string

// ElemKind is the kind of the elements of v's type.
//
//go:onlyreads
func ElemKind(v any) int

// KeyKind is the kind of the keys of v's type, a map.
//
//go:onlyreads
func KeyKind(v any) int

// Named reports whether v's dynamic type is a defined type.
//
//go:onlyreads
func Named(v any) bool

// Signed and Unsigned are integers, extended.
//
//go:onlyreads
func Signed(v any) int64

//go:onlyreads
func Unsigned(v any) uint64

//go:onlyreads
func Float(v any) float64

//go:onlyreads
func Real(v any) float64

//go:onlyreads
func Imag(v any) float64

//go:onlyreads
func Truth(v any) bool

// Text is the string that v is.
func Text(v any) string

// Word is the first word of a pointer, map, chan, func, or slice.
//
//go:onlyreads
func Word(v any) uintptr

// Len is the length of an array, slice, string, map or chan.
//
//go:onlyreads
func Len(v any) int

// Index is element i of an array or slice; an interface element's own value.
func Index(v any, i int) any

// NumField is the number of fields of a struct.
//
//go:onlyreads
func NumField(v any) int

//go:onlyreads
func FieldName(v any, i int) string

//go:onlyreads
func FieldExported(v any, i int) bool

// FieldKind is the kind of the static type of field i.
//
//go:onlyreads
func FieldKind(v any, i int) int

// FieldType is the static type of field i as reflect prints it.
//
//go:onlyreads
func FieldType(v any, i int) string

// ElemType is the element type of v's type as reflect prints it.
//
//go:onlyreads
func ElemType(v any) string

// Field is field i of a struct; an interface field's own value.
func Field(v any, i int) any

// Elem is what a pointer that is not nil points to.
func Elem(v any) any

// Bytes are the bytes of an array or slice of bytes, not copied.
func Bytes(v any) []byte

// MapEntries are keys and values of a map in turn, keys sorted as fmt prints them.
func MapEntries(v any) []any

// FormatFloat is f as strconv.FormatFloat has it.
//
//go:onlyreads
func FormatFloat(f float64, verb byte, prec, bits int) string

// Quote is s as a Go literal (strconv.Quote; ascii: QuoteToASCII).
//
//go:onlyreads
func Quote(s string, ascii bool) string

// QuoteRune is r as a Go literal.
//
//go:onlyreads
func QuoteRune(r rune, ascii bool) string

// CanBackquote reports whether s can stand between backquotes on one line.
//
//go:onlyreads
func CanBackquote(s string) bool

// IsPrint is unicode.IsPrint as strconv knows it.
//
//go:onlyreads
func IsPrint(r rune) bool

// Write writes to standard output (1) or standard error (2).
//
//go:onlyreads
func Write(fd int, b []byte)

// FloatText puts what FormatFloat returns into buf, if it fits, and tells its length.
//
//go:noescape
func FloatText(buf []byte, f float64, verb byte, prec, bits int) int

// ParseFloat is the float nearest to a text that is one.
//
//go:onlyreads
func ParseFloat(s string, bits int) float64

// Comparable reports whether values of v's type can be compared.
//
//go:onlyreads
func Comparable(v any) bool

// AsTarget says what is wrong with a target of errors.As: 0 nothing, 1 nil, 2 no
// pointer, 3 no pointer to an error.
//
//go:onlyreads
func AsTarget(v any) int

// Assign sets what the pointer target points to to v's dynamic value, if it can
// be assigned.
func Assign(target, v any) bool

// Swap exchanges two elements of a slice.
//
//go:noescape
func Swap(v any, i, j int)

// KindName is the name of v's kind as reflect has it.
//
//go:onlyreads
func KindName(v any) string

// Read reads from standard input: up to a line's end at most; 0 at its end.
//
//go:noescape
func Read(b []byte) int

// Exit ends the program.
func Exit(code int)

// Ldexp is math.Ldexp.
//
//go:onlyreads
func Ldexp(f float64, exp int) float64

// StaticError is a new error of like's type, a pointer to a struct that is a
// string; it stands in the program's data, as gc puts what package variables are
// made of.
//
//go:onlyreads
func StaticError(text string, like error) error

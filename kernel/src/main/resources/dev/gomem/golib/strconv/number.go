// Package strconv converts between values of basic types and text.
package strconv

import (
	"errors"
	"internal/rt"
	"unsafe"
)

// IntSize is the size of an int in bits.
const IntSize = 64

// ErrRange says that a value does not fit its type.
var ErrRange = rt.StaticError("value out of range", errors.ErrUnsupported)

// ErrSyntax says that a text is not one of the kind asked for.
var ErrSyntax = rt.StaticError("invalid syntax", errors.ErrUnsupported)

// A NumError is a conversion that failed.
type NumError struct {
	Func string // the function
	Num  string // its text
	Err  error  // why
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

// clone copies s, so that what is parsed does not escape into the error.
func clone(s string) string {
	if s == "" {
		return ""
	}
	b := make([]byte, len(s))
	copy(b, s)
	return unsafe.String(&b[0], len(b))
}

// What can be wrong with a text.
const (
	right = iota
	badSyntax
	badRange
	badBase
	badSize
)

// failure makes the error of a function; nil if nothing is wrong.
func failure(fn, s string, base, bitSize, wrong int) error {
	switch wrong {
	case right:
		return nil
	case badRange:
		return &NumError{fn, clone(s), ErrRange}
	case badBase:
		return &NumError{fn, clone(s), errors.New("invalid base " + Itoa(base))}
	case badSize:
		return &NumError{fn, clone(s), errors.New("invalid bit size " + Itoa(bitSize))}
	}
	return &NumError{fn, clone(s), ErrSyntax}
}

// ParseBool reads 1, t, T, true, True, TRUE and 0, f, F, false, False, FALSE.
func ParseBool(str string) (bool, error) {
	switch str {
	case "true", "TRUE", "True", "t", "T", "1":
		return true, nil
	case "false", "FALSE", "False", "f", "F", "0":
		return false, nil
	}
	return false, failure("ParseBool", str, 0, 0, badSyntax)
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false".
func AppendBool(dst []byte, b bool) []byte {
	return append(dst, FormatBool(b)...)
}

func fold(c byte) byte { return c | 0x20 }

// digit is the value of a digit or letter, 255 for any other character.
func digit(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= fold(c) && fold(c) <= 'z':
		return fold(c) - 'a' + 10
	}
	return 255
}

// underscored reports whether the underscores of a literal stand between digits,
// where the prefix of a base counts as one.
func underscored(s string) bool {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	hex, afterDigit, pending := false, false, false
	if len(s) >= 2 && s[0] == '0' {
		switch fold(s[1]) {
		case 'x':
			hex = true
			fallthrough
		case 'b', 'o':
			s, afterDigit = s[2:], true
		}
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '_':
			if !afterDigit {
				return false
			}
			afterDigit, pending = false, true
		case '0' <= c && c <= '9' || hex && 'a' <= fold(c) && fold(c) <= 'f':
			afterDigit, pending = true, false
		default:
			if pending {
				return false
			}
			afterDigit = false
		}
	}
	return !pending
}

// magnitude reads digits in a base; a number too large is the largest one.
func magnitude(s string, base, bitSize int) (uint64, int) {
	if s == "" {
		return 0, badSyntax
	}
	whole, prefixed := s, base == 0
	if prefixed {
		base = 10
		if s[0] == '0' {
			base = 8
			skip := 1
			if len(s) >= 3 {
				switch fold(s[1]) {
				case 'b':
					base, skip = 2, 2
				case 'o':
					skip = 2
				case 'x':
					base, skip = 16, 2
				}
			}
			s = s[skip:]
		}
	} else if base < 2 || base > 36 {
		return 0, badBase
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, badSize
	}
	most := ^uint64(0) >> (64 - uint(bitSize))
	b := uint64(base)
	last := ^uint64(0) / b // above, another digit does not fit
	underscores := false
	var n uint64
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '_' && prefixed {
			underscores = true
			continue
		}
		d := uint64(digit(c))
		if d >= b {
			return 0, badSyntax
		}
		if n > last {
			return most, badRange
		}
		n *= b
		if n+d < n || n+d > most {
			return most, badRange
		}
		n += d
	}
	if underscores && !underscored(whole) {
		return 0, badSyntax
	}
	return n, right
}

func signed(s string, base, bitSize int) (int64, int) {
	if s == "" {
		return 0, badSyntax
	}
	negative := s[0] == '-'
	if negative || s[0] == '+' {
		s = s[1:]
	}
	n, wrong := magnitude(s, base, bitSize)
	if wrong != right && wrong != badRange {
		return 0, wrong
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	limit := uint64(1) << uint(bitSize-1)
	if negative {
		if n > limit {
			return -int64(limit), badRange
		}
		return -int64(n), right
	}
	if n >= limit {
		return int64(limit - 1), badRange
	}
	return int64(n), right
}

// ParseUint reads an unsigned integer in a base (0: as its prefix says).
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	n, wrong := magnitude(s, base, bitSize)
	return n, failure("ParseUint", s, base, bitSize, wrong)
}

// ParseInt reads an integer in a base (0: as its prefix says).
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	n, wrong := signed(s, base, bitSize)
	return n, failure("ParseInt", s, base, bitSize, wrong)
}

// Atoi reads a decimal int.
func Atoi(s string) (int, error) {
	n, wrong := signed(s, 10, 0)
	return int(n), failure("Atoi", s, 0, 0, wrong)
}

// matches counts how many characters of s are those of word, whatever their case.
func matches(s, word string) int {
	n := 0
	for n < len(s) && n < len(word) && fold(s[n]) == word[n] {
		n++
	}
	return n
}

// namedFloat is the length of the infinity or NaN that s begins with, 0 if none.
func namedFloat(s string) int {
	sign := 0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		sign = 1
	}
	if n := matches(s[sign:], "infinity"); n == 8 {
		return sign + 8
	} else if n >= 3 {
		return sign + 3
	}
	if sign == 0 && matches(s, "nan") == 3 {
		return 3
	}
	return 0
}

// numeral is the length of the float literal that s begins with; 0 if there is
// none, or one without all its parts.
func numeral(s string) int {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	hex := i+2 < len(s) && s[i] == '0' && fold(s[i+1]) == 'x'
	if hex {
		i += 2
	}
	digits, point, underscores := false, false, false
	for ; i < len(s); i++ {
		c := s[i]
		if c == '_' {
			underscores = true
		} else if c == '.' && !point {
			point = true
		} else if '0' <= c && c <= '9' || hex && 'a' <= fold(c) && fold(c) <= 'f' {
			digits = true
		} else {
			break
		}
	}
	if !digits {
		return 0
	}
	if i < len(s) && (!hex && fold(s[i]) == 'e' || hex && fold(s[i]) == 'p') {
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if i >= len(s) || s[i] < '0' || s[i] > '9' {
			return 0
		}
		for i < len(s) && ('0' <= s[i] && s[i] <= '9' || s[i] == '_') {
			underscores = underscores || s[i] == '_'
			i++
		}
	} else if hex {
		return 0
	}
	if underscores && !underscored(s[:i]) {
		return 0
	}
	return i
}

// floatPrefix reads the float that s begins with, and tells its length.
func floatPrefix(s string, bitSize int) (f float64, n, wrong int) {
	n = namedFloat(s)
	if n > 0 {
		return rt.ParseFloat(s[:n], bitSize), n, right
	}
	n = numeral(s)
	if n == 0 {
		return 0, 0, badSyntax
	}
	f = rt.ParseFloat(s[:n], bitSize)
	if f-f != 0 {
		return f, n, badRange
	}
	return f, n, right
}

// ParseFloat reads a float64, or a float32 if bitSize is 32, to the nearest value.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, wrong := floatPrefix(s, bitSize)
	if wrong != badSyntax && n != len(s) {
		f, wrong = 0, badSyntax
	}
	return f, failure("ParseFloat", s, 0, bitSize, wrong)
}

// ParseComplex reads N, Ni or N±Ni, perhaps in parentheses.
func ParseComplex(s string, bitSize int) (complex128, error) {
	c, wrong := parseComplex(s, bitSize)
	return c, failure("ParseComplex", s, 0, bitSize, wrong)
}

func parseComplex(s string, bitSize int) (complex128, int) {
	part := 64
	if bitSize == 64 {
		part = 32
	}
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = s[1 : len(s)-1]
	}
	re, n, wrong := floatPrefix(s, part)
	if wrong == badSyntax {
		return 0, badSyntax
	}
	s = s[n:]
	if s == "" {
		return complex(re, 0), wrong
	}
	if s == "i" {
		return complex(0, re), wrong
	}
	if s[0] != '+' && s[0] != '-' {
		return 0, badSyntax
	}
	// "+NaNi": NaN has no sign of its own; but "++1i" is none.
	if s[0] == '+' && len(s) > 1 && s[1] != '+' {
		s = s[1:]
	}
	im, n, wrongIm := floatPrefix(s, part)
	if wrongIm == badSyntax || s[n:] != "i" {
		return 0, badSyntax
	}
	if wrongIm != right {
		wrong = wrongIm
	}
	return complex(re, im), wrong
}

// FormatComplex returns c as (a+bi), both parts as FormatFloat has them.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	var room [64]byte
	text := append(room[:0], '(')
	text = AppendFloat(text, real(c), fmt, prec, bitSize/2)
	imaginary := len(text)
	text = AppendFloat(text, imag(c), fmt, prec, bitSize/2)
	if text[imaginary] != '+' && text[imaginary] != '-' {
		text = append(text, 0)
		copy(text[imaginary+1:], text[imaginary:])
		text[imaginary] = '+'
	}
	return string(append(text, "i)"...))
}

// FormatFloat returns f in a format (b e E f g G x X) and precision; with -1, the
// fewest digits that read back as f.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	return rt.FormatFloat(f, fmt, prec, bitSize)
}

// AppendFloat appends what FormatFloat returns.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	var room [40]byte
	n := rt.FloatText(room[:], f, fmt, prec, bitSize)
	if n <= len(room) {
		return append(dst, room[:n]...)
	}
	return append(dst, rt.FormatFloat(f, fmt, prec, bitSize)...)
}

const (
	digits = "0123456789abcdefghijklmnopqrstuvwxyz"

	// pairs are the numbers below a hundred.
	pairs = "00010203040506070809" +
		"10111213141516171819" +
		"20212223242526272829" +
		"30313233343536373839" +
		"40414243444546474849" +
		"50515253545556575859" +
		"60616263646566676869" +
		"70717273747576777879" +
		"80818283848586878889" +
		"90919293949596979899"
)

// short is a decimal below a hundred: a part of a constant.
func short(n uint64) string {
	if n < 10 {
		return digits[n : n+1]
	}
	return pairs[2*n : 2*n+2]
}

// place writes n at the end of room and returns where it begins.
func place(room *[65]byte, n uint64, base int, negative bool) int {
	if base < 2 || base > len(digits) {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	if negative {
		n = -n
	}
	i := len(room)
	b := uint64(base)
	for {
		i--
		rest := n / b
		room[i] = digits[n-rest*b]
		n = rest
		if n == 0 {
			break
		}
	}
	if negative {
		i--
		room[i] = '-'
	}
	return i
}

// FormatUint returns i in a base from 2 to 36.
func FormatUint(i uint64, base int) string {
	if i < 100 && base == 10 {
		return short(i)
	}
	var room [65]byte
	start := place(&room, i, base, false)
	return string(room[start:])
}

// FormatInt returns i in a base from 2 to 36.
func FormatInt(i int64, base int) string {
	if 0 <= i && i < 100 && base == 10 {
		return short(uint64(i))
	}
	var room [65]byte
	start := place(&room, uint64(i), base, i < 0)
	return string(room[start:])
}

// Itoa returns i as a decimal.
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// AppendInt appends what FormatInt returns.
func AppendInt(dst []byte, i int64, base int) []byte {
	var room [65]byte
	start := place(&room, uint64(i), base, i < 0)
	return append(dst, room[start:]...)
}

// AppendUint appends what FormatUint returns.
func AppendUint(dst []byte, i uint64, base int) []byte {
	var room [65]byte
	start := place(&room, i, base, false)
	return append(dst, room[start:]...)
}

package fmt

import (
	"errors"
	"internal/rt"
	"io"
	"strconv"
	"unicode/utf8"
	"unsafe"
)

// A ScanState is what a Scanner reads from.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// A Scanner reads itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads values that stand between spaces from standard input.
func Scan(a ...any) (n int, err error) { return Fscan(standard{}, a...) }

// Scanln is Scan that ends with the line.
func Scanln(a ...any) (n int, err error) { return Fscanln(standard{}, a...) }

// Scanf reads by a format.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(standard{}, format, a...) }

// Sscan, Sscanln and Sscanf read from str.

func Sscan(str string, a ...any) (n int, err error) { return Fscan((*text)(&str), a...) }

func Sscanln(str string, a ...any) (n int, err error) { return Fscanln((*text)(&str), a...) }

func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*text)(&str), format, a...)
}

// Fscan, Fscanln and Fscanf read from r.

func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r, true, false)
	return s.all(a)
}

func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r, false, true)
	return s.all(a)
}

func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newScan(r, false, false)
	return s.byFormat(format, a)
}

// standard is standard input.
type standard struct{}

func (standard) Read(b []byte) (n int, err error) {
	if len(b) > 0 {
		n = rt.Read(b)
		if n == 0 {
			err = io.EOF
		}
	}
	return n, err
}

// text is a string that is read.
type text string

func (t *text) Read(b []byte) (n int, err error) {
	n = copy(b, *t)
	*t = (*t)[n:]
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

// runes reads runes from a reader that cannot, byte by byte: nothing is read ahead
// but a rune that is given back.
type runes struct {
	r     io.Reader
	bytes [utf8.UTFMax]byte
	n     int // bytes read that are not used yet
	last  rune
	size  int
	again bool // last is to be given once more
}

func (r *runes) ReadRune() (rune, int, error) {
	if r.again {
		r.again = false
		return r.last, r.size, nil
	}
	for r.n == 0 || !utf8.FullRune(r.bytes[:r.n]) {
		_, err := io.ReadFull(r.r, r.bytes[r.n:r.n+1])
		if err == io.EOF && r.n > 0 {
			break
		}
		if err != nil {
			return 0, 0, err
		}
		r.n++
	}
	r.last, r.size = utf8.DecodeRune(r.bytes[:r.n])
	copy(r.bytes[:], r.bytes[r.size:r.n])
	r.n -= r.size
	return r.last, r.size, nil
}

func (r *runes) UnreadRune() error {
	if r.again {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.again = true
	return nil
}

const (
	end     = -1 // instead of a rune
	endless = 1 << 30
)

// ss is a scan in progress.
type ss struct {
	in         io.RuneScanner
	buf        []byte // the token
	read       int    // runes
	atEnd      bool
	lineIsEnd  bool // a line's end is the end
	lineSpaces bool // a line's end is a space
	limit      int  // runes that may be read
	width      int
}

// scanFault is what a scan panics with, to be its error.
type scanFault struct{ err error }

func newScan(r io.Reader, lineSpaces, lineIsEnd bool) *ss {
	s := &ss{lineSpaces: lineSpaces, lineIsEnd: lineIsEnd, limit: endless, width: endless}
	if in, ok := r.(io.RuneScanner); ok {
		s.in = in
	} else {
		s.in = &runes{r: r}
	}
	return s
}

func (s *ss) fail(text string) { panic(scanFault{errors.New(text)}) }

func (s *ss) check(err error) {
	if err != nil {
		panic(scanFault{err})
	}
}

func (s *ss) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *ss) ReadRune() (r rune, size int, err error) {
	if s.atEnd || s.read >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.in.ReadRune()
	if err == nil {
		s.read++
		s.atEnd = s.lineIsEnd && r == '\n'
	} else if err == io.EOF {
		s.atEnd = true
	}
	return r, size, err
}

func (s *ss) UnreadRune() error {
	s.in.UnreadRune()
	s.atEnd = false
	s.read--
	return nil
}

func (s *ss) Width() (wid int, ok bool) {
	if s.width == endless {
		return 0, false
	}
	return s.width, true
}

func (s *ss) Token(skipSpace bool, f func(rune) bool) (tok []byte, err error) {
	defer func() {
		if e := recover(); e != nil {
			fault, ok := e.(scanFault)
			if !ok {
				panic(e)
			}
			err = fault.err
		}
	}()
	if f == nil {
		f = notSpace
	}
	s.buf = s.buf[:0]
	return s.token(skipSpace, f), nil
}

// next is the next rune, or end.
func (s *ss) next() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return end
	}
	s.check(err)
	return r
}

func (s *ss) must() rune {
	r := s.next()
	if r == end {
		s.check(io.ErrUnexpectedEOF)
	}
	return r
}

// some makes sure that there is something left.
func (s *ss) some() {
	if s.next() == end {
		panic(scanFault{io.EOF})
	}
	s.UnreadRune()
}

func isSpace(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

func notSpace(r rune) bool { return !isSpace(r) }

func (s *ss) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == end:
			return
		case r == '\r' && s.sees("\n"):
		case r == '\n':
			if !s.lineSpaces {
				s.fail("unexpected newline")
			}
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

func (s *ss) token(skipSpace bool, f func(rune) bool) []byte {
	if skipSpace {
		s.SkipSpace()
	}
	for {
		r := s.next()
		if r == end {
			return s.buf
		}
		if !f(r) {
			s.UnreadRune()
			return s.buf
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
}

func among(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// sees reports whether the next rune is one of a set.
func (s *ss) sees(set string) bool {
	r := s.next()
	if r != end {
		s.UnreadRune()
	}
	return among(set, r)
}

// accept takes the next rune into the token if it is one of a set.
func (s *ss) accept(set string) bool {
	r := s.next()
	if r == end {
		return false
	}
	if !among(set, r) {
		s.UnreadRune()
		return false
	}
	s.buf = utf8.AppendRune(s.buf, r)
	return true
}

func (s *ss) run(set string) {
	for s.accept(set) {
	}
}

func (s *ss) verb(verb rune, good, what string) {
	if !among(good, verb) {
		s.fail("bad verb '%" + string(verb) + "' for " + what)
	}
}

// begin skips spaces before a value.
func (s *ss) begin() {
	s.SkipSpace()
	s.some()
}

func (s *ss) boolean(verb rune) bool {
	s.begin()
	s.verb(verb, "tv", "boolean")
	wrong := false
	truth := false
	switch s.next() {
	case '1':
		truth = true
	case 't', 'T':
		truth = true
		wrong = s.accept("rR") && !(s.accept("uU") && s.accept("eE"))
	case 'f', 'F':
		wrong = s.accept("aA") && !(s.accept("lL") && s.accept("sS") && s.accept("eE"))
	}
	if wrong {
		s.fail("syntax error scanning boolean")
	}
	return truth
}

// character reads a rune that fits so many bits.
func (s *ss) character(bits int) int64 {
	s.some()
	r := int64(s.next())
	if shift := uint(64 - bits); r<<shift>>shift != r {
		s.fail("overflow on character value " + string(rune(r)))
	}
	return r
}

const (
	octal       = "01234567"
	decimal     = "0123456789"
	hexadecimal = "0123456789aAbBcCdDeEfF"
)

// integer reads the text of an integer, and tells its base (0: as its prefix says).
func (s *ss) integer(verb rune, sign bool) (tok string, base int) {
	s.begin()
	s.verb(verb, "bdoUxXv", "integer")
	base = 10
	set := decimal
	switch verb {
	case 'b':
		base, set = 2, "01"
	case 'o':
		base, set = 8, octal
	case 'x', 'X', 'U':
		base, set = 16, hexadecimal
	}
	some := false
	if verb == 'U' {
		if !s.accept("U") || !s.accept("+") {
			s.fail("bad unicode format ")
		}
		s.buf = s.buf[:0]
	} else {
		if sign {
			s.accept("+-")
		}
		if verb == 'v' {
			base, set = 0, decimal+"_"
			if s.accept("0") {
				some = true
				switch {
				case s.accept("bB"):
					set = "01_"
				case s.accept("xX"):
					set = hexadecimal + "_"
				default:
					s.accept("oO")
					set = octal + "_"
				}
			}
		}
	}
	if !some {
		s.some()
		if !s.accept(set) {
			s.fail("expected integer")
		}
	}
	s.run(set)
	return string(s.buf), base
}

func (s *ss) signed(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.character(bits)
	}
	tok, base := s.integer(verb, true)
	i, err := strconv.ParseInt(tok, base, 64)
	s.check(err)
	if shift := uint(64 - bits); i<<shift>>shift != i {
		s.fail("integer overflow on token " + tok)
	}
	return i
}

func (s *ss) unsigned(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.character(bits))
	}
	tok, base := s.integer(verb, false)
	i, err := strconv.ParseUint(tok, base, 64)
	s.check(err)
	if shift := uint(64 - bits); i<<shift>>shift != i {
		s.fail("unsigned integer overflow on token " + tok)
	}
	return i
}

// number reads the text of a float.
func (s *ss) number() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.buf)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.buf)
	}
	set, exponent := decimal+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		set, exponent = hexadecimal+"_", "pP"
	}
	s.run(set)
	if s.accept(".") {
		s.run(set)
	}
	if s.accept(exponent) {
		s.accept("+-")
		s.run(decimal + "_")
	}
	return string(s.buf)
}

// float reads a text as a float; %b's decimals have a binary exponent.
func (s *ss) float(tok string, bits int) float64 {
	split, hex := -1, false
	for i := 0; i < len(tok); i++ {
		if tok[i] == 'p' && split < 0 {
			split = i
		}
		hex = hex || tok[i] == 'x' || tok[i] == 'X'
	}
	if split < 0 || hex {
		f, err := strconv.ParseFloat(tok, bits)
		s.check(err)
		return f
	}
	f, err := strconv.ParseFloat(tok[:split], bits)
	s.whole(err, tok)
	e, err := strconv.Atoi(tok[split+1:])
	s.whole(err, tok)
	return rt.Ldexp(f, e)
}

// whole fails with an error of a part of tok.
func (s *ss) whole(err error, tok string) {
	if n, ok := err.(*strconv.NumError); ok {
		n.Num = tok
	}
	s.check(err)
}

const floatVerbs = "beEfFgGv"

func (s *ss) complex(verb rune, bits int) complex128 {
	const wrong = "syntax error scanning complex number"
	s.verb(verb, floatVerbs, "complex")
	s.begin()
	paren := s.accept("(")
	re := s.number()
	s.buf = s.buf[:0]
	if !s.accept("+-") {
		s.fail(wrong)
	}
	sign := string(s.buf)
	im := sign + s.number()
	if !s.accept("i") || paren && !s.accept(")") {
		s.fail(wrong)
	}
	return complex(s.float(re, bits/2), s.float(im, bits/2))
}

func (s *ss) text(verb rune) string {
	s.verb(verb, "svqxX", "string")
	s.begin()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hex()
	}
	return string(s.token(true, notSpace))
}

func (s *ss) quoted() string {
	s.some()
	switch quote := s.next(); quote {
	case '`':
		for r := s.must(); r != '`'; r = s.must() {
			s.buf = utf8.AppendRune(s.buf, r)
		}
		return string(s.buf)
	case '"':
		s.buf = append(s.buf, '"')
		for r := rune(0); r != '"'; {
			r = s.must()
			s.buf = utf8.AppendRune(s.buf, r)
			if r == '\\' {
				s.buf = utf8.AppendRune(s.buf, s.must())
			}
		}
		t, err := strconv.Unquote(string(s.buf))
		s.check(err)
		return t
	}
	s.fail("expected quoted string")
	return ""
}

func hexValue(r rune) int {
	for i, c := range "0123456789abcdef" {
		if r == c || r >= 'A' && r <= 'F' && r|0x20 == c {
			return i
		}
	}
	return -1
}

func (s *ss) hex() string {
	s.some()
	for {
		r := s.next()
		if r == end {
			break
		}
		high := hexValue(r)
		if high < 0 {
			s.UnreadRune()
			break
		}
		low := hexValue(s.must())
		if low < 0 {
			s.fail("illegal hex digit")
		}
		s.buf = append(s.buf, byte(high<<4|low))
	}
	if len(s.buf) == 0 {
		s.fail("no hex data for %x string")
	}
	return string(s.buf)
}

// one reads a value into what arg points to.
func (s *ss) one(verb rune, arg any) {
	s.buf = s.buf[:0]
	if own, ok := arg.(Scanner); ok {
		err := own.Scan(s, verb)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		s.check(err)
		return
	}
	if rt.Kind(arg) != rt.Pointer {
		kind := "<nil>"
		if arg != nil {
			kind = rt.Type(arg)
		}
		s.fail("type not a pointer: " + kind)
	}
	p := unsafe.Pointer(rt.Word(arg))
	switch k := rt.ElemKind(arg); k {
	case rt.Bool:
		*(*bool)(p) = s.boolean(verb)
	case rt.Int, rt.Int64:
		*(*int64)(p) = s.signed(verb, 64)
	case rt.Int8:
		*(*int8)(p) = int8(s.signed(verb, 8))
	case rt.Int16:
		*(*int16)(p) = int16(s.signed(verb, 16))
	case rt.Int32:
		*(*int32)(p) = int32(s.signed(verb, 32))
	case rt.Uint, rt.Uint64, rt.Uintptr:
		*(*uint64)(p) = s.unsigned(verb, 64)
	case rt.Uint8:
		*(*uint8)(p) = uint8(s.unsigned(verb, 8))
	case rt.Uint16:
		*(*uint16)(p) = uint16(s.unsigned(verb, 16))
	case rt.Uint32:
		*(*uint32)(p) = uint32(s.unsigned(verb, 32))
	case rt.Float32:
		s.verb(verb, floatVerbs, "float32")
		s.begin()
		*(*float32)(p) = float32(s.float(s.number(), 32))
	case rt.Float64:
		s.verb(verb, floatVerbs, "float64")
		s.begin()
		*(*float64)(p) = s.float(s.number(), 64)
	case rt.Complex64:
		*(*complex64)(p) = complex64(s.complex(verb, 64))
	case rt.Complex128:
		*(*complex128)(p) = s.complex(verb, 128)
	case rt.String:
		*(*string)(p) = s.text(verb)
	default:
		if k != rt.Slice || rt.ElemKind(rt.Elem(arg)) != rt.Uint8 {
			s.fail("can't scan type: " + rt.Type(arg))
		}
		*(*[]byte)(p) = []byte(s.text(verb))
	}
}

// caught makes an error of what a scan panicked with.
func caught(err *error) {
	if e := recover(); e != nil {
		if fault, ok := e.(scanFault); ok {
			*err = fault.err
		} else if e == io.EOF {
			*err = io.EOF
		} else {
			panic(e)
		}
	}
}

func (s *ss) all(a []any) (n int, err error) {
	defer caught(&err)
	for _, arg := range a {
		s.one('v', arg)
		n++
	}
	if s.lineIsEnd {
		for {
			r := s.next()
			if r == '\n' || r == end {
				break
			}
			if !isSpace(r) {
				s.fail("expected newline")
			}
		}
	}
	return n, nil
}

// spaces matches spaces of the format: i is the first; it returns the first byte
// behind them.
func (s *ss) spaces(format string, i int) int {
	lines := 0
	more := false // spaces behind the last line's end
	for i < len(format) {
		c, size := utf8.DecodeRuneInString(format[i:])
		if !isSpace(c) {
			break
		}
		more = c != '\n'
		if !more {
			lines++
		}
		i += size
	}
	for k := 0; k < lines; k++ {
		r := s.next()
		for isSpace(r) && r != '\n' {
			r = s.next()
		}
		if r != '\n' && r != end {
			s.fail("newline in format does not match input")
		}
	}
	if more {
		r := s.next()
		if lines == 0 {
			if !isSpace(r) && r != end {
				s.fail("expected space in input to match format")
			}
			if r == '\n' {
				s.fail("newline in input does not match format")
			}
		}
		for isSpace(r) && r != '\n' {
			r = s.next()
		}
		if r != end {
			s.UnreadRune()
		}
	}
	return i
}

func (s *ss) byFormat(format string, a []any) (n int, err error) {
	defer caught(&err)
	start := 0 // of the text since the last verb
	for i := 0; i < len(format); {
		c, size := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			i = s.spaces(format, i)
			continue
		}
		if c == '%' && i+1 == len(format) {
			s.fail("missing verb: % at end of format string")
		}
		if c != '%' || format[i+1] == '%' {
			if c == '%' {
				i++
			}
			if s.must() == c {
				i += size
				continue
			}
			s.UnreadRune()
			if format[start] != '%' {
				s.fail("input does not match format")
			}
			i = start // spaces may stand before the percent sign
		}
		i++
		var wide bool
		s.width, wide, i = parsenum(format, i, len(format)-1)
		if !wide {
			s.width = endless
		}
		c, size = utf8.DecodeRuneInString(format[i:])
		i += size
		if c != 'c' {
			s.SkipSpace()
		}
		if c == '%' {
			s.begin()
			if !s.accept("%") {
				s.fail("missing literal %")
			}
			start = i
			continue
		}
		if n >= len(a) {
			s.fail("too few operands for format '%" + format[i-size:] + "'")
		}
		s.limit = min(endless, s.read+s.width)
		s.one(c, a[n])
		n++
		s.limit = endless
		start = i
	}
	if n < len(a) {
		s.fail("too many operands")
	}
	return n, nil
}

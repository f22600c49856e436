// Package fmt prints values. Its text is gomem's own; what it prints is what Go's fmt prints.
package fmt

import (
	"errors"
	"internal/rt"
	"io"
	"unicode/utf8"
)

// A Stringer says how it is printed.
type Stringer interface {
	String() string
}

// A GoStringer says how %#v prints it.
type GoStringer interface {
	GoString() string
}

// A State is what a Formatter writes to and asks for flags.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// A Formatter prints itself under any verb.
type Formatter interface {
	Format(f State, verb rune)
}

// Println prints its operands with spaces between them and a line break.
func Println(a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrintln(a)
	return p.flush()
}

// Print prints its operands, with a space where neither neighbour is a string.
func Print(a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrint(a)
	return p.flush()
}

// Printf prints by a format.
func Printf(format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrintf(format, a)
	return p.flush()
}

func (p *pp) flush() (n int, err error) {
	n = len(p.buf)
	rt.Write(1, p.buf)
	p.done()
	return n, nil
}

// Fprintln prints to w what Println prints.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrintln(a)
	return p.flushTo(w)
}

// Fprint prints to w what Print prints.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrint(a)
	return p.flushTo(w)
}

// Fprintf prints to w what Printf prints.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrintf(format, a)
	return p.flushTo(w)
}

func (p *pp) flushTo(w io.Writer) (n int, err error) {
	n, err = w.Write(p.buf)
	p.done()
	return n, err
}

// FormatString is the directive that asked for a Formatter: %, flags, width,
// precision and verb.
func FormatString(state State, verb rune) string {
	var room [16]byte
	b := append(room[:0], '%')
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = appendNumber(b, w)
	}
	if p, ok := state.Precision(); ok {
		b = appendNumber(append(b, '.'), p)
	}
	return string(utf8.AppendRune(b, verb))
}

func appendNumber(b []byte, n int) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	if n >= 10 {
		b = appendNumber(b, n/10)
	}
	return append(b, byte('0'+n%10))
}

// Sprintln returns what Println prints.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.doPrintln(a)
	s := string(p.buf)
	p.done()
	return s
}

// Sprint returns what Print prints.
func Sprint(a ...any) string {
	p := newPrinter()
	p.doPrint(a)
	s := string(p.buf)
	p.done()
	return s
}

// Sprintf returns what Printf prints.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.doPrintf(format, a)
	s := string(p.buf)
	p.done()
	return s
}

// Append, Appendf and Appendln append to b.

func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.doPrint(a)
	b = append(b, p.buf...)
	p.done()
	return b
}

func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.doPrintf(format, a)
	b = append(b, p.buf...)
	p.done()
	return b
}

func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.doPrintln(a)
	b = append(b, p.buf...)
	p.done()
	return b
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }

func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string { return e.msg }

func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf returns an error with a text by a format; %w operands can be unwrapped.
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wrapVs = true
	p.doPrintf(format, a)
	s := string(p.buf)
	wrapped := p.wrapped
	p.done()
	switch len(wrapped) {
	case 0:
		return errors.New(s)
	case 1:
		err, _ := a[wrapped[0]].(error)
		return &wrapError{s, err}
	}
	// In order of the operands, each once.
	var errs []error
	for i, arg := range a {
		for _, w := range wrapped {
			if w == i {
				if err, ok := arg.(error); ok {
					errs = append(errs, err)
				}
				break
			}
		}
	}
	return &wrapErrors{s, errs}
}

func (p *pp) doPrintln(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.char(' ')
		}
		p.printArg(arg, 'v')
	}
	p.char('\n')
}

func (p *pp) doPrint(a []any) {
	wasString := false
	for i, arg := range a {
		isString := arg != nil && rt.Kind(arg) == rt.String
		if i > 0 && !isString && !wasString {
			p.char(' ')
		}
		p.printArg(arg, 'v')
		wasString = isString
	}
}

const (
	tooLarge = 1000000
)

func parsenum(s string, start, end int) (num int, isnum bool, newi int) {
	if start >= end {
		return 0, false, end
	}
	for newi = start; newi < end && '0' <= s[newi] && s[newi] <= '9'; newi++ {
		if num > tooLarge {
			return 0, false, end
		}
		num = num*10 + int(s[newi]-'0')
		isnum = true
	}
	return num, isnum, newi
}

func parseArgNumber(format string) (index, wid int, ok bool) {
	if len(format) < 3 {
		return 0, 1, false
	}
	for i := 1; i < len(format); i++ {
		if format[i] == ']' {
			width, ok, newi := parsenum(format, 1, i)
			if !ok || newi != i {
				return 0, i + 1, false
			}
			return width - 1, i + 1, true
		}
	}
	return 0, 1, false
}

// argNumber reads an index in brackets, if there is one.
func (p *pp) argNumber(argNum int, format string, i int, numArgs int) (newArgNum, newi int, found bool) {
	if len(format) <= i || format[i] != '[' {
		return argNum, i, false
	}
	p.reordered = true
	index, wid, ok := parseArgNumber(format[i:])
	if ok && 0 <= index && index < numArgs {
		return index, i + wid, true
	}
	p.goodArgNum = false
	return argNum, i + wid, ok
}

func intFromArg(a []any, argNum int) (num int, isInt bool, newArgNum int) {
	newArgNum = argNum
	if argNum < len(a) {
		newArgNum = argNum + 1
		switch k := rt.Kind(a[argNum]); {
		case k >= rt.Int && k <= rt.Int64:
			v := rt.Signed(a[argNum])
			num, isInt = int(v), true
		case k >= rt.Uint && k <= rt.Uintptr:
			v := rt.Unsigned(a[argNum])
			num, isInt = int(v), int64(v) >= 0
		}
		if num > tooLarge || num < -tooLarge {
			num, isInt = 0, false
		}
	}
	return
}

func (p *pp) doPrintf(format string, a []any) {
	end := len(format)
	argNum := 0
	afterIndex := false
	p.reordered = false
formatLoop:
	for i := 0; i < end; {
		p.goodArgNum = true
		start := i
		for i < end && format[i] != '%' {
			i++
		}
		if i > start {
			p.str(format[start:i])
		}
		if i >= end {
			break
		}
		i++
		p.clearFlags()
	flags:
		for ; i < end; i++ {
			c := format[i]
			switch c {
			case '#':
				p.sharp = true
			case '0':
				p.zero = true
			case '+':
				p.plus = true
			case '-':
				p.minus = true
			case ' ':
				p.space = true
			default:
				// The common case: a simple verb without width or precision.
				if 'a' <= c && c <= 'z' && argNum < len(a) {
					if c == 'w' || c == 'v' {
						p.sharpV, p.sharp = p.sharp, false
						p.plusV, p.plus = p.plus, false
					}
					p.printVerb(a, argNum, rune(c))
					argNum++
					i++
					continue formatLoop
				}
				break flags
			}
		}
		argNum, i, afterIndex = p.argNumber(argNum, format, i, len(a))
		if i < end && format[i] == '*' {
			i++
			p.wid, p.widPresent, argNum = intFromArg(a, argNum)
			if !p.widPresent {
				p.str("%!(BADWIDTH)")
			}
			if p.wid < 0 {
				p.wid = -p.wid
				p.minus = true
				p.zero = false
			}
			afterIndex = false
		} else {
			p.wid, p.widPresent, i = parsenum(format, i, end)
			if afterIndex && p.widPresent {
				p.goodArgNum = false
			}
		}
		if i+1 < end && format[i] == '.' {
			i++
			if afterIndex {
				p.goodArgNum = false
			}
			argNum, i, afterIndex = p.argNumber(argNum, format, i, len(a))
			if i < end && format[i] == '*' {
				i++
				p.prec, p.precPresent, argNum = intFromArg(a, argNum)
				if p.prec < 0 {
					p.prec = 0
					p.precPresent = false
				}
				if !p.precPresent {
					p.str("%!(BADPREC)")
				}
				afterIndex = false
			} else {
				p.prec, p.precPresent, i = parsenum(format, i, end)
				if !p.precPresent {
					p.prec = 0
					p.precPresent = true
				}
			}
		}
		if !afterIndex {
			argNum, i, afterIndex = p.argNumber(argNum, format, i, len(a))
		}
		if i >= end {
			p.str("%!(NOVERB)")
			break
		}
		verb, size := rune(format[i]), 1
		if verb >= 0x80 {
			for _, r := range format[i:] {
				verb = r
				size = runeLen(r)
				if r == 0xfffd && format[i] != 0xef {
					size = 1
				}
				break
			}
		}
		i += size
		switch {
		case verb == '%':
			p.char('%')
		case !p.goodArgNum:
			p.badArgNum(verb)
		case argNum >= len(a):
			p.str("%!")
			p.rune(verb)
			p.str("(MISSING)")
		default:
			if verb == 'w' || verb == 'v' {
				p.sharpV, p.sharp = p.sharp, false
				p.plusV, p.plus = p.plus, false
			}
			p.printVerb(a, argNum, verb)
			argNum++
		}
	}
	if !p.reordered && argNum < len(a) {
		p.clearFlags()
		p.str("%!(EXTRA ")
		for i, arg := range a[argNum:] {
			if i > 0 {
				p.str(", ")
			}
			if arg == nil {
				p.str("<nil>")
			} else {
				p.str(rt.Type(arg))
				p.char('=')
				p.printArg(arg, 'v')
			}
		}
		p.char(')')
	}
}

func (p *pp) badArgNum(verb rune) {
	p.str("%!")
	p.rune(verb)
	p.str("(BADINDEX)")
}

// printVerb prints an operand; %w is %v that Errorf remembers.
func (p *pp) printVerb(a []any, argNum int, verb rune) {
	if verb == 'w' {
		p.wrapped = append(p.wrapped, argNum)
	}
	if b, ok := a[argNum].([]byte); ok && verb != 'T' && verb != 'p' {
		p.fmtByteSlice(b, verb)
		return
	}
	if verb == 'w' {
		if _, ok := a[argNum].(error); !ok || !p.wrapVs {
			p.badVerb(a[argNum], 'w')
			return
		}
		verb = 'v'
	}
	p.printArg(a[argNum], verb)
}

// fmtByteSlice prints a []byte, of which fmt knows the other name of its type.
func (p *pp) fmtByteSlice(b []byte, verb rune) {
	switch verb {
	case 'v', 'd':
		if !p.sharpV {
			break
		}
		if b == nil {
			p.str("[]byte(nil)")
			return
		}
		p.str("[]byte{")
		for i, c := range b {
			if i > 0 {
				p.str(", ")
			}
			p.fmt0x64(uint64(c), true)
		}
		p.char('}')
		return
	}
	p.printValue(b, verb, 0, false)
}

func (p *pp) badVerb(v any, verb rune) {
	p.erroring = true
	p.str("%!")
	p.rune(verb)
	p.char('(')
	if v != nil {
		p.str(rt.Type(v))
		p.char('=')
		p.printArgPlain(v, 'v')
	} else {
		p.str("<nil>")
	}
	p.char(')')
	p.erroring = false
}

// printArg prints an operand: by its own methods if it has them, else by its kind.
func (p *pp) printArg(arg any, verb rune) {
	if arg == nil {
		switch verb {
		case 'T', 'v':
			p.pad("<nil>")
		default:
			p.badVerb(nil, verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.fmtS(rt.Type(arg))
		return
	case 'p':
		p.fmtPointer(arg, 'p')
		return
	}
	if p.handleMethods(arg, verb) {
		return
	}
	p.printValue(arg, verb, 0, false)
}

func (p *pp) printArgPlain(arg any, verb rune) {
	p.printValue(arg, verb, 0, false)
}

// handleMethods prints by Format, GoString, Error or String; true if one did.
func (p *pp) handleMethods(arg any, verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if f, ok := arg.(Formatter); ok {
		handled = true // also if the method panics
		defer p.catchPanic(arg, verb, "Format")
		f.Format(p, verb)
		return
	}
	if p.sharpV {
		if s, ok := arg.(GoStringer); ok {
			handled = true // also if the method panics
			defer p.catchPanic(arg, verb, "GoString")
			p.fmtS(s.GoString())
			return
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := arg.(type) {
		case error:
			handled = true // also if the method panics
			defer p.catchPanic(arg, verb, "Error")
			p.fmtString(v.Error(), verb)
			return
		case Stringer:
			handled = true // also if the method panics
			defer p.catchPanic(arg, verb, "String")
			p.fmtString(v.String(), verb)
			return
		}
	}
	return false
}

// catchPanic prints what a method panicked with; a nil receiver is printed as such.
func (p *pp) catchPanic(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if rt.Kind(arg) == rt.Pointer && rt.Word(arg) == 0 {
		p.str("<nil>")
		return
	}
	if p.panicking {
		panic(err)
	}
	p.clearFlags()
	p.str("%!")
	p.rune(verb)
	p.str("(PANIC=")
	p.str(method)
	p.str(" method: ")
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.char(')')
}

func (p *pp) fmtInt(v any, u uint64, signed bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.fmt0x64(u, true)
		} else {
			p.fmtInteger(u, 10, signed, verb, lower)
		}
	case 'd':
		p.fmtInteger(u, 10, signed, verb, lower)
	case 'b':
		p.fmtInteger(u, 2, signed, verb, lower)
	case 'o', 'O':
		p.fmtInteger(u, 8, signed, verb, lower)
	case 'x':
		p.fmtInteger(u, 16, signed, verb, lower)
	case 'X':
		p.fmtInteger(u, 16, signed, verb, upper)
	case 'c':
		p.fmtC(u)
	case 'q':
		p.fmtQc(u)
	case 'U':
		p.fmtUnicode(u)
	default:
		p.badVerb(v, verb)
	}
}

func (p *pp) fmtFloatVerb(v any, f float64, size int, verb rune) {
	switch verb {
	case 'v':
		p.fmtFloat(f, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.fmtFloat(f, size, verb, -1)
	case 'f', 'e', 'E':
		p.fmtFloat(f, size, verb, 6)
	case 'F':
		p.fmtFloat(f, size, 'f', 6)
	default:
		p.badVerb(v, verb)
	}
}

func (p *pp) fmtComplex(v any, size int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.char('(')
		p.fmtFloatVerb(v, rt.Real(v), size/2, verb)
		p.plus = true
		p.fmtFloatVerb(v, rt.Imag(v), size/2, verb)
		p.str("i)")
		p.plus = plus
	default:
		p.badVerb(v, verb)
	}
}

func (p *pp) fmtString(s string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.fmtQ(s)
		} else {
			p.fmtS(s)
		}
	case 's':
		p.fmtS(s)
	case 'x':
		p.fmtSbx(s, lower)
	case 'X':
		p.fmtSbx(s, upper)
	case 'q':
		p.fmtQ(s)
	default:
		p.badVerb(s, verb)
	}
}

func (p *pp) fmtPointer(v any, verb rune) {
	switch rt.Kind(v) {
	case rt.Chan, rt.Func, rt.Map, rt.Pointer, rt.Slice, rt.UnsafePointer:
	default:
		p.badVerb(v, verb)
		return
	}
	u := uint64(rt.Word(v))
	switch verb {
	case 'v':
		if p.sharpV {
			p.char('(')
			p.str(rt.Type(v))
			p.str(")(")
			if u == 0 {
				p.str("nil")
			} else {
				p.fmt0x64(u, true)
			}
			p.char(')')
		} else if u == 0 {
			p.pad("<nil>")
		} else {
			p.fmt0x64(u, !p.sharp)
		}
	case 'p':
		p.fmt0x64(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.fmtInt(v, u, false, verb)
	default:
		p.badVerb(v, verb)
	}
}

// printPart prints an element or field: kind is that of its static type, ro that
// it was reached through an unexported field, whose methods fmt does not call.
func (p *pp) printPart(v any, kind int, staticType string, verb rune, depth int, ro bool) {
	if kind == rt.Interface {
		if v == nil {
			if p.sharpV {
				p.str(staticType)
				p.str("(nil)")
			} else {
				p.str("<nil>")
			}
			return
		}
		depth++
	}
	if verb != 'T' && verb != 'p' && !ro && p.handleMethods(v, verb) {
		return
	}
	p.printValue(v, verb, depth, ro)
}

func (p *pp) printValue(v any, verb rune, depth int, ro bool) {
	switch k := rt.Kind(v); k {
	case rt.Bool:
		switch verb {
		case 't', 'v':
			p.fmtBoolean(rt.Truth(v))
		default:
			p.badVerb(v, verb)
		}
	case rt.Int, rt.Int8, rt.Int16, rt.Int32, rt.Int64:
		p.fmtInt(v, uint64(rt.Signed(v)), true, verb)
	case rt.Uint, rt.Uint8, rt.Uint16, rt.Uint32, rt.Uint64, rt.Uintptr:
		p.fmtInt(v, rt.Unsigned(v), false, verb)
	case rt.Float32:
		p.fmtFloatVerb(v, rt.Float(v), 32, verb)
	case rt.Float64:
		p.fmtFloatVerb(v, rt.Float(v), 64, verb)
	case rt.Complex64:
		p.fmtComplex(v, 64, verb)
	case rt.Complex128:
		p.fmtComplex(v, 128, verb)
	case rt.String:
		if verb == 'v' || verb == 's' || verb == 'x' || verb == 'X' || verb == 'q' {
			p.fmtString(rt.Text(v), verb)
		} else {
			p.badVerb(v, verb)
		}
	case rt.Map:
		p.printMap(v, verb, depth, ro)
	case rt.Struct:
		p.printStruct(v, verb, depth, ro)
	case rt.Array, rt.Slice:
		p.printList(v, k, verb, depth, ro)
	case rt.Pointer:
		if depth == 0 && rt.Word(v) != 0 {
			switch rt.ElemKind(v) {
			case rt.Array, rt.Slice, rt.Struct, rt.Map:
				p.char('&')
				e := rt.Elem(v)
				if !ro && p.handleMethods(e, verb) {
					return
				}
				p.printValue(e, verb, depth+1, ro)
				return
			}
		}
		p.fmtPointer(v, verb)
	case rt.Chan, rt.Func, rt.UnsafePointer:
		p.fmtPointer(v, verb)
	}
}

func (p *pp) printMap(v any, verb rune, depth int, ro bool) {
	if p.sharpV {
		p.str(rt.Type(v))
		if rt.Word(v) == 0 {
			p.str("(nil)")
			return
		}
		p.char('{')
	} else {
		p.str("map[")
	}
	kk, ek := rt.KeyKind(v), rt.ElemKind(v)
	et := rt.ElemType(v)
	entries := rt.MapEntries(v)
	for i := 0; i < len(entries); i += 2 {
		if i > 0 {
			if p.sharpV {
				p.str(", ")
			} else {
				p.char(' ')
			}
		}
		p.printPart(entries[i], kk, "interface {}", verb, depth+1, ro)
		p.char(':')
		p.printPart(entries[i+1], ek, et, verb, depth+1, ro)
	}
	if p.sharpV {
		p.char('}')
	} else {
		p.char(']')
	}
}

func (p *pp) printStruct(v any, verb rune, depth int, ro bool) {
	if p.sharpV {
		p.str(rt.Type(v))
	}
	p.char('{')
	n := rt.NumField(v)
	for i := 0; i < n; i++ {
		if i > 0 {
			if p.sharpV {
				p.str(", ")
			} else {
				p.char(' ')
			}
		}
		if p.plusV || p.sharpV {
			p.str(rt.FieldName(v, i))
			p.char(':')
		}
		hidden := ro || !rt.FieldExported(v, i)
		p.printPart(rt.Field(v, i), rt.FieldKind(v, i), rt.FieldType(v, i), verb, depth+1, hidden)
	}
	p.char('}')
}

func (p *pp) printList(v any, kind int, verb rune, depth int, ro bool) {
	ek := rt.ElemKind(v)
	switch verb {
	case 's', 'q', 'x', 'X':
		if ek == rt.Uint8 {
			p.fmtBytes(v, kind, verb)
			return
		}
	}
	if p.sharpV {
		p.str(rt.Type(v))
		if kind == rt.Slice && rt.Word(v) == 0 {
			p.str("(nil)")
			return
		}
		p.char('{')
	} else {
		// %d of bytes prints numbers all the same; only strings verbs differ.
		p.char('[')
	}
	et := rt.ElemType(v)
	n := rt.Len(v)
	for i := 0; i < n; i++ {
		if i > 0 {
			if p.sharpV {
				p.str(", ")
			} else {
				p.char(' ')
			}
		}
		p.printPart(rt.Index(v, i), ek, et, verb, depth+1, ro)
	}
	if p.sharpV {
		p.char('}')
	} else {
		p.char(']')
	}
}

func (p *pp) fmtBytes(v any, kind int, verb rune) {
	s := string(rt.Bytes(v))
	switch verb {
	case 's':
		p.fmtS(s)
	case 'x':
		p.fmtSbx(s, lower)
	case 'X':
		p.fmtSbx(s, upper)
	case 'q':
		p.fmtQ(s)
	}
}

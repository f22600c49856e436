package fmt

import "internal/rt"

// A printer holds the text made so far and the flags of the verb in hand.
type pp struct {
	buf  []byte
	next *pp // while it is not in use

	wid, prec                   int
	widPresent, precPresent     bool
	minus, plus, sharp          bool
	space, zero                 bool
	plusV, sharpV               bool
	reordered, goodArgNum       bool
	panicking, erroring, wrapVs bool
	wrapped                     []int // operands of %w
}

// free are printers not in use: none is made where one can be had. There is no
// safepoint between looking and taking.
var free *pp

func newPrinter() *pp {
	p := free
	if p == nil {
		return new(pp)
	}
	free = p.next
	p.next = nil
	p.panicking, p.erroring, p.wrapVs = false, false, false
	p.clearFlags()
	return p
}

func (p *pp) done() {
	if cap(p.buf) > 64<<10 {
		p.buf = nil
	} else {
		p.buf = p.buf[:0]
	}
	p.wrapped = nil
	p.next = free
	free = p
}

func (p *pp) clearFlags() {
	p.wid, p.prec = 0, 0
	p.widPresent, p.precPresent = false, false
	p.minus, p.plus, p.sharp, p.space, p.zero = false, false, false, false, false
	p.plusV, p.sharpV = false, false
}

// Write, Width, Precision, Flag make a printer a State for Formatters.

func (p *pp) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *pp) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

func (p *pp) Width() (wid int, ok bool) { return p.wid, p.widPresent }

func (p *pp) Precision() (prec int, ok bool) { return p.prec, p.precPresent }

func (p *pp) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

func (p *pp) str(s string) { p.buf = append(p.buf, s...) }

func (p *pp) char(c byte) { p.buf = append(p.buf, c) }

func runeLen(r rune) int {
	switch {
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case r < 0x10000:
		return 3
	}
	return 4
}

func (p *pp) rune(r rune) {
	p.buf = append(p.buf, string(r)...)
}

func countRunes(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

func (p *pp) fill(n int) {
	c := byte(' ')
	// Zeros pad numbers only where they stand to the left.
	if p.zero && !p.minus {
		c = '0'
	}
	for i := 0; i < n; i++ {
		p.buf = append(p.buf, c)
	}
}

// pad writes s within the width.
func (p *pp) pad(s string) {
	if !p.widPresent || p.wid == 0 {
		p.str(s)
		return
	}
	n := p.wid - countRunes(s)
	if p.minus {
		p.str(s)
		p.fill(n)
	} else {
		p.fill(n)
		p.str(s)
	}
}

func (p *pp) fmtBoolean(v bool) {
	if v {
		p.pad("true")
	} else {
		p.pad("false")
	}
}

const (
	lower = "0123456789abcdefx"
	upper = "0123456789ABCDEFX"
)

// fmtInteger writes an integer in a base, with sign, prefix, precision and padding.
func (p *pp) fmtInteger(u uint64, base int, signed bool, verb rune, digits string) {
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	var room [68]byte
	buf := room[:]
	if p.widPresent || p.precPresent {
		if width := 3 + p.wid + p.prec; width > len(buf) {
			buf = make([]byte, width)
		}
	}
	prec := 0
	if p.precPresent {
		prec = p.prec
		if prec == 0 && u == 0 {
			zero := p.zero
			p.zero = false
			p.fill(p.wid)
			p.zero = zero
			return
		}
	} else if p.zero && !p.minus && p.widPresent {
		prec = p.wid
		if negative || p.plus || p.space {
			prec--
		}
	}
	i := len(buf)
	b := uint64(base)
	for u >= b {
		i--
		next := u / b
		buf[i] = digits[u-next*b]
		u = next
	}
	i--
	buf[i] = digits[u]
	for i > 0 && prec > len(buf)-i {
		i--
		buf[i] = '0'
	}
	if p.sharp {
		switch base {
		case 2:
			i--
			buf[i] = 'b'
			i--
			buf[i] = '0'
		case 8:
			if buf[i] != '0' {
				i--
				buf[i] = '0'
			}
		case 16:
			i--
			buf[i] = digits[16]
			i--
			buf[i] = '0'
		}
	}
	if verb == 'O' {
		i--
		buf[i] = 'o'
		i--
		buf[i] = '0'
	}
	if negative {
		i--
		buf[i] = '-'
	} else if p.plus {
		i--
		buf[i] = '+'
	} else if p.space {
		i--
		buf[i] = ' '
	}
	// The zeros are in the digits already.
	zero := p.zero
	p.zero = false
	p.pad(string(buf[i:]))
	p.zero = zero
}

// fmt0x64 writes an address or byte with or without 0x.
func (p *pp) fmt0x64(v uint64, leading0x bool) {
	sharp := p.sharp
	p.sharp = leading0x
	p.fmtInteger(v, 16, false, 'v', lower)
	p.sharp = sharp
}

func (p *pp) fmtUnicode(u uint64) {
	digits := ""
	for v := u; v > 0 || len(digits) == 0; v >>= 4 {
		digits = string(upper[v&15]) + digits
	}
	prec := 4
	if p.precPresent && p.prec > 4 {
		prec = p.prec
	}
	for len(digits) < prec {
		digits = "0" + digits
	}
	text := "U+" + digits
	if p.sharp && u <= 0x10ffff && rt.IsPrint(rune(u)) {
		text += " '" + string(rune(u)) + "'"
	}
	zero := p.zero
	p.zero = false
	p.pad(text)
	p.zero = zero
}

func (p *pp) fmtC(u uint64) {
	r := rune(u)
	if u > 0x10ffff {
		r = 0xfffd
	}
	p.pad(string(r))
}

func (p *pp) fmtQc(u uint64) {
	r := rune(u)
	if u > 0x10ffff {
		r = 0xfffd
	}
	p.pad(rt.QuoteRune(r, p.plus))
}

func (p *pp) truncate(s string) string {
	if p.precPresent {
		n := p.prec
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

func (p *pp) fmtS(s string) { p.pad(p.truncate(s)) }

func (p *pp) fmtQ(s string) {
	s = p.truncate(s)
	if p.sharp && rt.CanBackquote(s) {
		p.pad("`" + s + "`")
		return
	}
	p.pad(rt.Quote(s, p.plus))
}

// fmtSbx writes a string or bytes in hexadecimal.
func (p *pp) fmtSbx(s string, digits string) {
	length := len(s)
	if p.precPresent && p.prec < length {
		length = p.prec
	}
	width := 2 * length
	if width > 0 {
		if p.space {
			if p.sharp {
				width *= 2
			}
			width += length - 1
		} else if p.sharp {
			width += 2
		}
	} else {
		if p.widPresent {
			p.fill(p.wid)
		}
		return
	}
	if p.widPresent && p.wid > width && !p.minus {
		p.fill(p.wid - width)
	}
	if p.sharp {
		p.char('0')
		p.char(digits[16])
	}
	for i := 0; i < length; i++ {
		if p.space && i > 0 {
			p.char(' ')
			if p.sharp {
				p.char('0')
				p.char(digits[16])
			}
		}
		c := s[i]
		p.char(digits[c>>4])
		p.char(digits[c&15])
	}
	if p.widPresent && p.wid > width && p.minus {
		p.fill(p.wid - width)
	}
}

// fmtFloat writes a float; prec is the verb's own where the program gave none.
func (p *pp) fmtFloat(v float64, size int, verb rune, prec int) {
	if p.precPresent {
		prec = p.prec
	}
	num := rt.FormatFloat(v, byte(verb), prec, size)
	if num[0] != '-' && num[0] != '+' {
		num = "+" + num
	}
	if p.space && num[0] == '+' && !p.plus {
		num = " " + num[1:]
	}
	if num[1] == 'I' || num[1] == 'N' {
		zero := p.zero
		p.zero = false
		if num[1] == 'N' && !p.space && !p.plus {
			num = num[1:]
		} else if num[0] == '+' && !p.plus && num[1] == 'I' {
			num = "+" + num[1:]
		}
		p.pad(num)
		p.zero = zero
		return
	}
	if p.sharp && verb != 'b' {
		num = p.sharpFloat(num, verb, prec)
	}
	if p.plus || num[0] != '+' {
		if p.zero && !p.minus && p.widPresent && p.wid > len(num) {
			p.char(num[0])
			p.fill(p.wid - len(num))
			p.str(num[1:])
			return
		}
		p.pad(num)
		return
	}
	p.pad(num[1:])
}

// sharpFloat is what # does: the decimal point stays, and %g keeps its zeros.
func (p *pp) sharpFloat(num string, verb rune, prec int) string {
	digits := 0
	switch verb {
	case 'v', 'g', 'G', 'x':
		digits = prec
		if digits == -1 {
			digits = 6
		}
	}
	tail := ""
	body := num[:1]
	sawPoint, sawNonzero := false, false
	rest := num[1:]
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		if c == '.' {
			sawPoint = true
		} else if c == 'p' || c == 'P' || (c == 'e' || c == 'E') && verb != 'x' && verb != 'X' {
			tail = rest[i:]
			rest = rest[:i]
			break
		} else {
			if c != '0' {
				sawNonzero = true
			}
			if sawNonzero {
				digits--
			}
		}
	}
	body += rest
	if !sawPoint {
		if len(rest) == 1 && rest[0] == '0' {
			digits--
		}
		body += "."
	}
	for digits > 0 {
		body += "0"
		digits--
	}
	return body + tail
}

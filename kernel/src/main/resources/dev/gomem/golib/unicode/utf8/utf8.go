// Package utf8 encodes runes as bytes and decodes them.
package utf8

const (
	RuneError = '\uFFFD'     // what stands for bytes that are no UTF-8
	RuneSelf  = 0x80         // below, a rune is one byte
	MaxRune   = '\U0010FFFF' // the last rune
	UTFMax    = 4            // bytes of the longest encoding
)

const (
	surrogateLow  = 0xD800
	surrogateHigh = 0xDFFF
)

// shape tells of a first byte how many bytes the encoding has and between which
// bounds the second one lies; 0 bytes: no encoding begins so.
func shape(first byte) (size int, low, high byte) {
	switch {
	case first < 0xC2:
		return 0, 0, 0
	case first < 0xE0:
		return 2, 0x80, 0xBF
	case first < 0xF0:
		low, high = 0x80, 0xBF
		if first == 0xE0 {
			low = 0xA0
		} else if first == 0xED {
			high = 0x9F
		}
		return 3, low, high
	case first < 0xF5:
		low, high = 0x80, 0xBF
		if first == 0xF0 {
			low = 0x90
		} else if first == 0xF4 {
			high = 0x8F
		}
		return 4, low, high
	}
	return 0, 0, 0
}

// FullRune reports whether p begins with a whole encoding; a wrong one is whole,
// since it decodes as an error of one byte.
func FullRune(p []byte) bool {
	if len(p) == 0 {
		return false
	}
	size, low, high := shape(p[0])
	if len(p) >= size {
		return true
	}
	if len(p) > 1 && (p[1] < low || p[1] > high) {
		return true
	}
	return len(p) > 2 && p[2]&0xC0 != 0x80
}

// FullRuneInString is FullRune of a string.
func FullRuneInString(s string) bool {
	if len(s) == 0 {
		return false
	}
	size, low, high := shape(s[0])
	if len(s) >= size {
		return true
	}
	if len(s) > 1 && (s[1] < low || s[1] > high) {
		return true
	}
	return len(s) > 2 && s[2]&0xC0 != 0x80
}

// DecodeRune decodes the first rune of p and tells its width: (RuneError, 0) if p
// is empty, (RuneError, 1) if it is no UTF-8.
func DecodeRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	if p[0] < RuneSelf {
		return rune(p[0]), 1
	}
	size, low, high := shape(p[0])
	if size == 0 || len(p) < size || p[1] < low || p[1] > high {
		return RuneError, 1
	}
	if size == 2 {
		return rune(p[0]&0x1F)<<6 | rune(p[1]&0x3F), 2
	}
	if p[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if size == 3 {
		return rune(p[0]&0x0F)<<12 | rune(p[1]&0x3F)<<6 | rune(p[2]&0x3F), 3
	}
	if p[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(p[0]&0x07)<<18 | rune(p[1]&0x3F)<<12 | rune(p[2]&0x3F)<<6 | rune(p[3]&0x3F), 4
}

// DecodeRuneInString is DecodeRune of a string.
func DecodeRuneInString(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	if s[0] < RuneSelf {
		return rune(s[0]), 1
	}
	size, low, high := shape(s[0])
	if size == 0 || len(s) < size || s[1] < low || s[1] > high {
		return RuneError, 1
	}
	if size == 2 {
		return rune(s[0]&0x1F)<<6 | rune(s[1]&0x3F), 2
	}
	if s[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if size == 3 {
		return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	if s[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(s[0]&0x07)<<18 | rune(s[1]&0x3F)<<12 | rune(s[2]&0x3F)<<6 | rune(s[3]&0x3F), 4
}

// DecodeLastRune decodes the last rune of p.
func DecodeLastRune(p []byte) (rune, int) {
	end := len(p)
	if end == 0 {
		return RuneError, 0
	}
	if p[end-1] < RuneSelf {
		return rune(p[end-1]), 1
	}
	for start := end - 2; start >= 0 && start >= end-UTFMax; start-- {
		if RuneStart(p[start]) {
			if r, size := DecodeRune(p[start:]); start+size == end {
				return r, size
			}
			break
		}
	}
	return RuneError, 1
}

// DecodeLastRuneInString is DecodeLastRune of a string.
func DecodeLastRuneInString(s string) (rune, int) {
	end := len(s)
	if end == 0 {
		return RuneError, 0
	}
	if s[end-1] < RuneSelf {
		return rune(s[end-1]), 1
	}
	for start := end - 2; start >= 0 && start >= end-UTFMax; start-- {
		if RuneStart(s[start]) {
			if r, size := DecodeRuneInString(s[start:]); start+size == end {
				return r, size
			}
			break
		}
	}
	return RuneError, 1
}

// RuneLen is how many bytes r takes; -1 if it cannot be encoded.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < RuneSelf:
		return 1
	case r < 0x800:
		return 2
	case surrogateLow <= r && r <= surrogateHigh:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r to p and tells how many bytes it took; a rune that is none
// is written as RuneError.
func EncodeRune(p []byte, r rune) int {
	if uint32(r) < RuneSelf {
		p[0] = byte(r)
		return 1
	}
	size := RuneLen(r)
	if size < 0 {
		r, size = RuneError, 3
	}
	_ = p[size-1] // panic before anything is written
	first := byte(0xC0)
	if size == 3 {
		first = 0xE0
	} else if size == 4 {
		first = 0xF0
	}
	for i := size - 1; i > 0; i-- {
		p[i] = 0x80 | byte(r)&0x3F
		r >>= 6
	}
	p[0] = first | byte(r)
	return size
}

// AppendRune appends the encoding of r.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	switch RuneLen(r) {
	case 2:
		return append(p, 0xC0|byte(r>>6), 0x80|byte(r)&0x3F)
	case 4:
		return append(p, 0xF0|byte(r>>18), 0x80|byte(r>>12)&0x3F, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	case -1:
		r = RuneError
	}
	return append(p, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
}

// RuneCount counts the runes of p; each wrong byte is one.
//
//go:onlyreads
func RuneCount(p []byte) int

// RuneCountInString is RuneCount of a string.
//
//go:onlyreads
func RuneCountInString(s string) (n int)

// RuneStart reports whether b can be the first byte of an encoding.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// Valid reports whether p is UTF-8 throughout.
//
//go:onlyreads
func Valid(p []byte) bool

// ValidString is Valid of a string.
//
//go:onlyreads
func ValidString(s string) bool

// ValidRune reports whether r can be encoded.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateLow || surrogateHigh < r && r <= MaxRune
}

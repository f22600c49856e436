// Package utf16 encodes runes as 16-bit units.
package utf16

const (
	high        = 0xD800
	low         = 0xDC00
	end         = 0xE000
	first       = 0x10000
	replacement = '\uFFFD'
	last        = '\U0010FFFF'
)

// IsSurrogate reports whether r stands for half a pair.
func IsSurrogate(r rune) bool { return high <= r && r < end }

// DecodeRune is the rune of a pair, U+FFFD if it is none.
func DecodeRune(r1, r2 rune) rune {
	if high <= r1 && r1 < low && low <= r2 && r2 < end {
		return (r1-high)<<10 | (r2 - low) + first
	}
	return replacement
}

// EncodeRune is the pair of a rune, U+FFFD twice if it needs none.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < first || r > last {
		return replacement, replacement
	}
	r -= first
	return high + r>>10, low + r&0x3FF
}

// RuneLen is how many units r takes; -1 if it cannot be encoded.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < high, end <= r && r < first:
		return 1
	case first <= r && r <= last:
		return 2
	}
	return -1
}

// AppendRune appends r's units.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Encode returns the units of runes.
func Encode(s []rune) []uint16 {
	n := 0
	for _, r := range s {
		n++
		if r >= first {
			n++
		}
	}
	a := make([]uint16, 0, n)
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode returns the runes of units.
func Decode(s []uint16) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			r = pair
			if pair != replacement {
				i++
			}
		}
		out = append(out, r)
	}
	return out
}

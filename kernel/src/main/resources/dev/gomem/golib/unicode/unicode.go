// Package unicode knows the properties of code points.
package unicode

const (
	MaxRune         = '\U0010FFFF' // the last code point
	ReplacementChar = '\uFFFD'     // stands for what is none
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// Version is that of the Unicode standard.
const Version = "15.0.0"

// A RangeTable is a set of code points: ranges in order, those that fit 16 bits first.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // ranges of R16 that lie within Latin-1
}

// A Range16 has every Stride-th code point from Lo to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// A Range32 has every Stride-th code point from Lo to Hi.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// A CaseRange says what is added to the code points from Lo to Hi to change their case.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

type d [MaxCase]rune

// SpecialCase changes case as a language does where it is not as Unicode says.
type SpecialCase []CaseRange

// What is at index i of a Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as a delta: upper and lower case alternate in the range.
const UpperLower = MaxRune + 1

// Sets of general categories, a bit each.
const (
	lu = 1 << iota
	ll
	lt
	lm
	lo
	mn
	mc
	me
	nd
	nl
	no
	pc
	pd
	ps
	pe
	pi
	pf
	po
	sm
	sc
	sk
	so
	zs
	zl
	zp
	cc
	cf
	cs
	co

	letters = lu | ll | lt | lm | lo
	marks   = mn | mc | me
	numbers = nd | nl | no
	points  = pc | pd | ps | pe | pi | pf | po
	symbols = sm | sc | sk | so
)

// is reports whether r's general category is in a set.
//
//go:noescape
func is(r rune, set uint32) bool

// to is r in another case.
//
//go:noescape
func to(which int, r rune) rune

//go:noescape
func fold(r rune) rune

func IsLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return is(r, letters)
}

func IsDigit(r rune) bool {
	if r < 0x80 {
		return '0' <= r && r <= '9'
	}
	return is(r, nd)
}

func IsNumber(r rune) bool { return is(r, numbers) }

func IsUpper(r rune) bool {
	if r < 0x80 {
		return 'A' <= r && r <= 'Z'
	}
	return is(r, lu)
}

func IsLower(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z'
	}
	return is(r, ll)
}

func IsTitle(r rune) bool { return r >= 0x80 && is(r, lt) }

func IsMark(r rune) bool { return is(r, marks) }

func IsPunct(r rune) bool { return is(r, points) }

func IsSymbol(r rune) bool { return is(r, symbols) }

func IsControl(r rune) bool { return is(r, cc) }

// IsGraphic is true of letters, marks, numbers, punctuation, symbols and spaces.
func IsGraphic(r rune) bool { return is(r, letters|marks|numbers|points|symbols|zs) }

// IsPrint is IsGraphic with only one space, ' '.
func IsPrint(r rune) bool {
	if r < 0x80 {
		return ' ' <= r && r < 0x7F
	}
	return is(r, letters|marks|numbers|points|symbols)
}

// IsSpace is true of what Unicode calls white space.
func IsSpace(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// Is reports whether r is in a table.
func Is(rangeTab *RangeTable, r rune) bool {
	c := uint32(r)
	if n := len(rangeTab.R16); n > 0 && c <= uint32(rangeTab.R16[n-1].Hi) {
		low, high := 0, n
		for low < high {
			middle := (low + high) / 2
			switch at := rangeTab.R16[middle]; {
			case c < uint32(at.Lo):
				high = middle
			case c > uint32(at.Hi):
				low = middle + 1
			default:
				return at.Stride == 1 || (uint16(c)-at.Lo)%at.Stride == 0
			}
		}
		return false
	}
	low, high := 0, len(rangeTab.R32)
	for low < high {
		middle := (low + high) / 2
		switch at := rangeTab.R32[middle]; {
		case c < at.Lo:
			high = middle
		case c > at.Hi:
			low = middle + 1
		default:
			return at.Stride == 1 || (c-at.Lo)%at.Stride == 0
		}
	}
	return false
}

// In reports whether r is in one of several tables.
func In(r rune, ranges ...*RangeTable) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// IsOneOf is In with its arguments the other way round.
func IsOneOf(ranges []*RangeTable, r rune) bool { return In(r, ranges...) }

// To is r in upper, lower or title case.
func To(_case int, r rune) rune {
	if _case < 0 || MaxCase <= _case {
		return ReplacementChar
	}
	return to(_case, r)
}

func ToUpper(r rune) rune {
	if r < 0x80 {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return to(UpperCase, r)
}

func ToLower(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return to(LowerCase, r)
}

func ToTitle(r rune) rune {
	if r < 0x80 {
		return ToUpper(r)
	}
	return to(TitleCase, r)
}

// SimpleFold goes round the code points that are the same but for case.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	return fold(r)
}

// special is r in another case, if the language has its own.
func (special SpecialCase) special(_case int, r rune) (rune, bool) {
	for i := range special {
		c := &special[i]
		if uint32(r) < c.Lo {
			break
		}
		if uint32(r) > c.Hi {
			continue
		}
		delta := c.Delta[_case]
		if delta > MaxRune {
			// Even offsets are upper case, odd ones lower.
			return rune(c.Lo) + ((r-rune(c.Lo))&^1 | rune(_case&1)), true
		}
		return r + delta, true
	}
	return r, false
}

func (special SpecialCase) in(_case int, r rune) rune {
	if s, ok := special.special(_case, r); ok && s != r {
		return s
	} else if ok {
		return r
	}
	return To(_case, r)
}

func (special SpecialCase) ToUpper(r rune) rune { return special.in(UpperCase, r) }

func (special SpecialCase) ToLower(r rune) rune { return special.in(LowerCase, r) }

func (special SpecialCase) ToTitle(r rune) rune { return special.in(TitleCase, r) }

// TurkishCase has i with and without a dot.
var TurkishCase SpecialCase = turkish

var turkish = SpecialCase{
	CaseRange{0x49, 0x49, d{0, 0x131 - 0x49, 0}},
	CaseRange{0x69, 0x69, d{0x130 - 0x69, 0, 0x130 - 0x69}},
	CaseRange{0x130, 0x130, d{0, 0x69 - 0x130, 0}},
	CaseRange{0x131, 0x131, d{0x49 - 0x131, 0, 0x49 - 0x131}},
}

// AzeriCase is the same.
var AzeriCase SpecialCase = turkish

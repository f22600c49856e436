// Packages unicode and unicode/utf8: every property of code points, and runes in bytes.
package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

const seed = 1
const rounds = 1

var state uint64 = 0x9E3779B97F4A7C15 ^ seed*0x100000001B3

func rnd(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func properties(r rune) (bits int) {
	for i, is := range []func(rune) bool{unicode.IsLetter, unicode.IsDigit, unicode.IsNumber, unicode.IsUpper, unicode.IsLower, unicode.IsTitle, unicode.IsMark, unicode.IsPunct, unicode.IsSymbol, unicode.IsControl, unicode.IsGraphic, unicode.IsPrint, unicode.IsSpace} {
		if is(r) {
			bits |= 1 << i
		}
	}
	return bits
}

var odd = unicode.RangeTable{R16: []unicode.Range16{{1, 99, 2}, {0x4E00, 0x9FFF, 1}}, R32: []unicode.Range32{{0x1F600, 0x1F64F, 3}}, LatinOffset: 1}

func main() {
	step := rune(97)
	sum := 0
	for r := rune(-3); r < 0x110005; r++ {
		if r > 0x300 && (r+seed)%step != 0 {
			continue
		}
		p := properties(r)
		fmt.Println(r, p, unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r))
		sum = sum*31 + p
	}
	for i := 0; i < 500*rounds; i++ {
		r := rune(rnd(0x20000))
		fmt.Println(r, unicode.Is(&odd, r), unicode.In(r, &odd, &odd), unicode.To(rnd(5)-1, r), unicode.TurkishCase.ToUpper(rune(rnd(400))), unicode.TurkishCase.ToLower(rune(rnd(400))), unicode.AzeriCase.ToTitle(rune(rnd(400))))
		fmt.Println(utf8.RuneLen(r), utf8.ValidRune(r), utf8.AppendRune([]byte("x"), r-100), utf8.RuneStart(byte(r)))
		var b []byte
		for n := rnd(6); n > 0; n-- {
			switch rnd(4) {
			case 0:
				b = append(b, byte(rnd(256)))
			case 1:
				b = utf8.AppendRune(b, rune(rnd(0x110000)))
			case 2:
				b = append(b, byte(0xC0+rnd(64)), byte(0x80+rnd(70)))
			case 3:
				b = append(b, string(rune(rnd(0x3000)))[:1]...)
			}
		}
		s := string(b)
		fmt.Println(b, utf8.Valid(b), utf8.ValidString(s), utf8.RuneCount(b), utf8.RuneCountInString(s), utf8.FullRune(b), utf8.FullRuneInString(s))
		r, n := utf8.DecodeRune(b)
		fmt.Print(r, n, " ")
		r, n = utf8.DecodeRuneInString(s)
		fmt.Print(r, n, " ")
		r, n = utf8.DecodeLastRune(b)
		fmt.Print(r, n, " ")
		r, n = utf8.DecodeLastRuneInString(s)
		fmt.Println(r, n)
		var room [4]byte
		n = utf8.EncodeRune(room[:], rune(rnd(0x120000)-0x1000))
		fmt.Println(room, n)
	}
	fmt.Println(sum, unicode.Version, unicode.MaxRune, utf8.UTFMax)
	defer func() { fmt.Println(recover()) }()
	utf8.EncodeRune(make([]byte, 2), '世')
}

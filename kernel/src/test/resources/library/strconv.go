// Package strconv on numbers of all sizes and on texts that are nearly numbers.
package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

const seed = 1
const rounds = 1

var state uint64 = 0x9E3779B97F4A7C15 ^ seed*0x100000001B3

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

func rnd(n int) int { return int(next()>>33) % n }

var parts = []string{"0", "1", "9", "12", "007", "255", "32768", "18446744073709551615", "9223372036854775808", "-", "+", "_", "0x", "0X", "0b", "0o", ".", "e", "E", "p", "e10", "e-5", "p-3", "ff", "inf", "Infinity", "NaN", "nan", "i", "(", ")", "z", " ", "e400", "\xff"}

func text() string {
	s := ""
	for n := rnd(5); n >= 0; n-- {
		s += parts[rnd(len(parts))]
	}
	return s
}

func number() string {
	s := ""
	if rnd(3) == 0 {
		s = "-"
	}
	for n := rnd(30); n > 0; n-- {
		s += string(rune('0' + rnd(10)))
	}
	if rnd(3) > 0 {
		s += "."
		for n := rnd(30); n > 0; n-- {
			s += string(rune('0' + rnd(10)))
		}
	}
	if rnd(2) == 0 {
		s += "e" + strconv.Itoa(rnd(700)-350)
	}
	return s
}

func show(v any, err error) {
	fmt.Print(v, " ", err, " ")
	var n *strconv.NumError
	if errors.As(err, &n) {
		fmt.Printf("[%s %q %v %v %v]", n.Func, n.Num, n.Err, errors.Is(err, strconv.ErrRange), errors.Is(err, strconv.ErrSyntax))
	}
	fmt.Println()
}

func bits() float64 {
	switch rnd(4) {
	case 0:
		return math.Float64frombits(next())
	case 1:
		return float64(int64(next())>>uint(rnd(64))) / 1000
	case 2:
		return float64(math.Float32frombits(uint32(next())))
	}
	return float64(rnd(2000)-1000) * 0.125
}

func main() {
	for i := 0; i < 250*rounds; i++ {
		s := text()
		base := []int{0, 2, 8, 10, 16, 36, 1, 37}[rnd(8)]
		size := []int{0, 8, 16, 32, 64, 7, 65, -1}[rnd(8)]
		fmt.Printf("%q %d %d\n", s, base, size)
		a, err := strconv.ParseInt(s, base, size)
		show(a, err)
		b, err := strconv.ParseUint(s, base, size)
		show(b, err)
		c, err := strconv.Atoi(s)
		show(c, err)
		f, err := strconv.ParseFloat(s, 64)
		show(f, err)
		f, err = strconv.ParseFloat(s, 32)
		show(f, err)
		z, err := strconv.ParseComplex(s, 64+64*rnd(2))
		show(z, err)
		o, err := strconv.ParseBool(s)
		show(o, err)
	}
	for i := 0; i < 200*rounds; i++ {
		s := number()
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(s, math.Float64bits(f), err)
		g, err := strconv.ParseFloat(s, 32)
		fmt.Println(math.Float32bits(float32(g)), err)
	}
	for i := 0; i < 400*rounds; i++ {
		n := next() >> uint(rnd(64))
		base := rnd(35) + 2
		fmt.Println(strconv.FormatInt(int64(n), base), strconv.FormatInt(-int64(n), base), strconv.FormatUint(n, base), strconv.Itoa(int(n)), string(strconv.AppendInt([]byte("<"), int64(n), 10)), string(strconv.AppendUint(nil, n, base)))
		f := bits()
		verb := "beEfgGxX"[rnd(8)]
		prec := rnd(22) - 1
		size := 32 + 32*rnd(2)
		fmt.Println(f, strconv.FormatFloat(f, verb, prec, size), string(strconv.AppendFloat([]byte("<"), f, verb, -1, size)), strconv.FormatFloat(f, 'q', prec, size), strconv.FormatComplex(complex(f, bits()), verb, prec, 2*size))
	}
	quotes()
	for _, v := range []bool{true, false} {
		fmt.Println(strconv.FormatBool(v), string(strconv.AppendBool(nil, v)))
	}
	for _, f := range []func(){func() { strconv.FormatInt(1, 1) }, func() { strconv.FormatFloat(1, 'g', -1, 63) }, func() { strconv.FormatComplex(1, 'g', -1, 63) }, func() { strconv.AppendUint(nil, 5, 37) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

var atoms = []string{"a", "\"", "'", "`", "\\", "\\n", "\\x4", "\\x41", "\\u00e9", "\\U0001F600", "\\101", "\\777", "\\ud800", "\n", "\r", "\x00", "\x7f", "é", "世", "\u00a0", "\u200b", "\ufeff", "\xff", "\U0001F600", "\U000e0001", "\u0378"}

func quotes() {
	for i := 0; i < 400*rounds; i++ {
		s := ""
		for n := rnd(5); n > 0; n-- {
			s += atoms[rnd(len(atoms))]
		}
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s), string(strconv.AppendQuote([]byte("<"), s)), string(strconv.AppendQuoteToASCII(nil, s)), string(strconv.AppendQuoteToGraphic(nil, s)))
		back, err := strconv.Unquote(strconv.Quote(s))
		fmt.Println(back == s, err)
		q := string("\"'`"[rnd(3)])
		for _, t := range []string{s, q + s + q, q + s + q + s} {
			a, err := strconv.Unquote(t)
			b, perr := strconv.QuotedPrefix(t)
			fmt.Printf("%q %v %q %v\n", a, err, b, perr)
			r, multi, tail, err := strconv.UnquoteChar(t, q[0])
			fmt.Printf("%q %v %q %v\n", r, multi, tail, err)
		}
		r := rune(rnd(0x110000+10) - 5)
		if i%2 == 0 {
			r = rune(rnd(0x3100))
		}
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r), string(strconv.AppendQuoteRune(nil, r))+string(strconv.AppendQuoteRuneToASCII(nil, r))+string(strconv.AppendQuoteRuneToGraphic(nil, r)))
	}
}

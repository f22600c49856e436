// Package fmt: generated verbs, flags and values.
package main

import (
	"errors"
	"fmt"
	"math"
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

type color int

func (c color) String() string { return [...]string{"red", "green"}[c] } // may panic

type fault struct{ code int }

func (f *fault) Error() string { return fmt.Sprint("fault ", f.code) } // panics for nil

type gopher struct{ name string }

func (g gopher) GoString() string { return "Gopher(" + g.name + ")" }

type formatter struct{ n int }

func (f formatter) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "{%c %d %v %d %v %s %v%v%v%v%v}", verb, w, wok, p, pok, fmt.FormatString(s, verb), s.Flag('+'), s.Flag('-'), s.Flag('#'), s.Flag(' '), s.Flag('0'))
}

type inner struct {
	A int
	b string
	C []byte
}

type outer struct {
	inner
	P    *inner
	M    map[string]int
	E    error
	any  any
	F    float32
	S    color
	Nums [3]int8
}

type text string

type simple string

func (s simple) Error() string { return "simple " + string(s) }

type list []any

type unexported struct {
	s color
	e error
	f formatter
}

type myBytes []byte
type myByte byte
type tree struct {
	left, right *tree
	v           int
}

var n5 = 5

func values() []any {
	return []any{nil, true, false, 0, 1, -1, 42, -17, int8(-128), int16(300), int32(0x1F600), int64(math.MinInt64), uint(7), uint8(200), uint16(65535), uint32(0x110000), uint64(math.MaxUint64), uintptr(0xbeef),
		1.0, -0.0, math.Copysign(0, -1), 0.1, 1e6, 1e21, 123456789.0, 1e-7, math.Inf(1), math.Inf(-1), math.NaN(), float32(0.1), float32(1e10), math.MaxFloat64, 3.0, 100000.0,
		1 + 2i, complex64(-1.5 - 0.5i), complex(math.Inf(1), math.NaN()),
		"", "hello", "héllo 世界", "a\tb\n\"q\"`", "\xff\xfe", "\u200b\U0001F600", 'x', '世', rune(-1), 'é',
		[]byte("bytes"), []byte(nil), []byte{}, [3]byte{1, 2, 255}, []int{1, -2, 3}, []int(nil), []string{"a", "b c"}, [2]bool{true, false}, []float64{1, 2.5}, []any{1, "x", nil, 2.5}, [][]int{{1}, nil, {2, 3}},
		map[string]int{"b": 2, "a": 1}, map[int]string(nil), map[color]bool{1: true, 0: false}, map[any]int{1: 1, 3: 2, -2: 3}, map[float64]int{math.NaN(): 1, -1: 2, 0: 3}, map[[2]int]string{{2, 1}: "x", {1, 9}: "y"},
		struct{}{}, inner{1, "s", []byte("z")}, &inner{2, "t", nil}, outer{}, outer{inner{1, "b", nil}, nil, map[string]int{"k": 1}, simple("e"), color(1), 1.5, 1, [3]int8{1, 2, 3}}, &outer{E: simple("f"), any: gopher{"g"}},
		color(0), color(1), color(5), []color{0, 1, 7}, map[string]color{"c": 1}, &fault{1}, (*fault)(nil), []error{simple("one"), nil}, gopher{"bob"}, &gopher{"al"}, []gopher{{"x"}}, formatter{1}, &formatter{2}, []formatter{{3}}, unexported{1, simple("u"), formatter{4}}, &unexported{},
		text("named"), list{1, list{2, "x"}}, myBytes("mb"), []myByte{1, 2}, [2]myByte{3, 4}, struct {
			X any
			Y *int
		}{1, nil}, (*int)(nil), (*inner)(nil), []*int{nil}, struct{ p *inner }{nil}, &[]int{1}, &map[string]int{"a": 1}, &[2]string{"a", "b"}, tree{v: 1}, error(nil), any(nil), struct{ e error }{}, struct{ a, b any }{nil, 1},
		[0]int{}, []struct{ A, B int }{{1, 2}}, map[string][]int{"x": {1}}, map[bool]any{true: nil}, []any{[]byte("in"), [2]byte{1, 2}}, [1]any{color(1)}, [][]byte{[]byte("a"), nil}, struct{ B []byte }{[]byte("q")}, []string(nil), int64(math.MaxInt64), []rune("hé"), []uint8("u8"), []int8{1, -1}, []uintptr{1}, complex64(0)}
}

const verbs = "vvvvvdsqxXoObcUtTeEfFgGzw%!"

func main() {
	all := values()
	count := 0
	for i := 0; i < 4000*rounds; i++ {
		v := all[rnd(len(all))]
		flags := ""
		for n := rnd(4); n > 0; n-- {
			flags += string("+-# 0"[rnd(5)])
		}
		format := "%" + flags
		if rnd(3) == 0 {
			format += fmt.Sprint(rnd(14))
		}
		if rnd(3) == 0 {
			format += "."
			if rnd(4) > 0 {
				format += fmt.Sprint(rnd(12))
			}
		}
		verb := verbs[rnd(len(verbs))]
		format += string(verb)
		s := fmt.Sprintf(format, v)
		count++
		fmt.Printf("%s %T: %s|\n", format, v, s)
	}
	for i := 0; i < 600*rounds; i++ {
		format := ""
		for n := rnd(6); n > 0; n-- {
			format += []string{"%", "d", "v", "%d", "%v", "%[1]d", "%[2]v", "%[3]*.[2]*[1]f", "%*d", "%.*f", "%[5]d", "%[x]d", "%[1]", "%-*d", "%.[2]d", "text ", "%%", "%!", "é%世", "%s", "%q", "%6.2f", "%[2]*[1]d", "%.", "%0", "%+", "% d", "%x", "%5"}[rnd(29)]
		}
		args := []any{}
		for n := rnd(4); n > 0; n-- {
			args = append(args, []any{1, -3, "s", 2.5, nil, []int{1}, 7, true, 100000000, uint8(4)}[rnd(10)])
		}
		fmt.Printf("%q %v: %s|\n", format, args, fmt.Sprintf(format, args...))
		fmt.Println(fmt.Sprint(args...), fmt.Sprintln(args...), string(fmt.Append([]byte("<"), args...)), string(fmt.Appendf(nil, format, args...)), string(fmt.Appendln(nil, args...)))
		err := fmt.Errorf("%w "+format+" %w", append(append([]any{errors.New("first")}, args...), &fault{9})...)
		fmt.Println(err, errors.Unwrap(err), n5)
		var f *fault
		fmt.Println(errors.As(err, &f))
	}
	fmt.Println(count > 2000)
}

// Package fmt reads what it can and says what is wrong with the rest.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"strings"
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

var input = []string{"1", "-12", "+3", "0x1F", "0b101", "0o17", "017", "1_000", "300", "70000", "99999999999999999999", "1.5", "-2e3", "inf", "NaN", "1p-3", "(1+2i)", "3-4i", "true", "F", "tru", "abc", "é世", "\"q\\n\"", "`raw`", "616263", "U+41", "%", ",", " ", "  ", "\n", "\t", "\r\n", "x", "\xff", ""}

var formats = []string{"%d", "%v", "%s", "%q", "%x", "%f", "%g", "%c", "%t", "%b", "%o", "%U", "%5d", "%2s", "%3c", "%e", "%z", " ", "\n", ",", "x", "%%", "%1d", "%X"}

func text(from []string, most int) string {
	s := ""
	for n := rnd(most) + 1; n > 0; n-- {
		s += from[rnd(len(from))]
		if rnd(2) == 0 {
			s += " "
		}
	}
	return s
}

type level int8

type name string

type own struct{ s string }

func (o *own) Scan(state fmt.ScanState, verb rune) error {
	tok, err := state.Token(true, func(r rune) bool { return r != ',' })
	w, ok := state.Width()
	o.s = fmt.Sprintf("%c:%s:%d:%v", verb, tok, w, ok)
	if len(tok) == 3 {
		return errors.New("three")
	}
	return err
}

func main() {
	for i := 0; i < 500*rounds; i++ {
		var (
			b    bool
			n    int
			n8   int8
			n16  int16
			n32  int32
			u    uint
			u8   uint8
			u16  uint16
			u32  uint32
			u64  uint64
			up   uintptr
			f    float64
			f32  float32
			c    complex128
			c64  complex64
			s    string
			raw  []byte
			lev  level
			nam  name
			o    own
			list []int
		)
		all := []any{&b, &n, &n8, &n16, &n32, &u, &u8, &u16, &u32, &u64, &up, &f, &f32, &c, &c64, &s, &raw, &lev, &nam, &o, &n, &s, &f, &n, &s}
		if rnd(20) == 0 {
			all = append(all, n, &list)
		}
		args := []any{}
		for k := rnd(4); k >= 0; k-- {
			args = append(args, all[rnd(len(all))])
		}
		in := text(input, 5)
		format := text(formats, 4)
		fmt.Printf("%q %q", in, format)
		for _, a := range args {
			fmt.Printf(" %T", a)
		}
		fmt.Println()
		show := func(k int, err error) {
			fmt.Println(k, err, b, n, n8, n16, n32, u, u8, u16, u32, u64, up, f, f32, c, c64, fmt.Sprintf("%q %q", s, raw), lev, nam, o)
		}
		show(fmt.Sscan(in, args...))
		show(fmt.Sscanln(in, args...))
		show(fmt.Sscanf(in, format, args...))
		r := bufio.NewReader(strings.NewReader(in))
		show(fmt.Fscan(r, args...))
		rest, _ := r.ReadString(0)
		fmt.Printf("%q\n", rest)
		plain := struct{ *strings.Reader }{strings.NewReader(in)}
		show(fmt.Fscanf(struct{ read }{read{plain}}, format, args...))
		fmt.Println(plain.Len())
	}
	var x, y int
	fmt.Println(fmt.Scan(&x, &y))
	fmt.Println(fmt.Scanln(&x))
	fmt.Println(fmt.Scanf("%d", &x))
}

type read struct{ r struct{ *strings.Reader } }

func (r read) Read(p []byte) (int, error) { return r.r.Read(p) }

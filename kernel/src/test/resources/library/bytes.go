// Package bytes: functions, buffers and readers.
package main

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode"
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

var atoms = []string{"a", "b", "ab", "A", " ", "\t", "é", "ß", "世", "\xff", "\xe4\xb8", "ǆ", "-", ",", "\u2003", "x"}

func text(most int) []byte {
	s := ""
	for n := rnd(most + 1); n > 0; n-- {
		s += atoms[rnd(len(atoms))]
	}
	return []byte(s)
}

func q(parts [][]byte) string {
	s := ""
	for _, p := range parts {
		s += fmt.Sprintf("%q/%d/%d ", p, len(p), cap(p)-len(p))
	}
	return s
}

func main() {
	for i := 0; i < 150*rounds; i++ {
		s, t, u := text(8), text(2), text(3)
		s = s[:len(s):len(s)]
		n := rnd(5) - 1
		fmt.Printf("%q %q %q %d\n", s, t, u, n)
		fmt.Println(bytes.Index(s, t), bytes.LastIndex(s, t), bytes.IndexAny(s, string(u)), bytes.LastIndexAny(s, string(u)), bytes.Count(s, t), bytes.Compare(s, t), bytes.Equal(s, s), bytes.EqualFold(s, bytes.ToUpper(s)))
		fmt.Println(q(bytes.Split(s, t)), q(bytes.SplitN(s, t, n)), q(bytes.SplitAfter(s, t)), q(bytes.SplitAfterN(s, t, n)), q(bytes.Fields(s)), q(bytes.FieldsFunc(s, unicode.IsUpper)))
		fmt.Printf("%q %q %q %q %q\n", bytes.ToUpper(s), bytes.ToLower(s), bytes.ToTitle(s), bytes.Title(s), bytes.ToValidUTF8(s, t))
		for _, b := range [][]byte{bytes.Trim(s, string(t)), bytes.TrimLeft(s, string(u)), bytes.TrimRight(s, string(u)), bytes.TrimSpace(s), bytes.TrimFunc(s, unicode.IsLetter), bytes.TrimPrefix(s, t), bytes.TrimSuffix(s, t), bytes.Replace(s, t, u, n), bytes.ReplaceAll(s, t, u), bytes.Join(bytes.Fields(s), t), bytes.Clone(s)} {
			fmt.Printf("%q %v ", b, b == nil)
		}
		a, b, ok := bytes.Cut(s, t)
		fmt.Printf("%q %q %v %v\n", a, b, ok, bytes.Runes(s))
		fmt.Println(bytes.HasPrefix(s, t), bytes.HasSuffix(s, t), bytes.Contains(s, t), bytes.ContainsAny(s, "ab"), bytes.ContainsRune(s, 'é'), bytes.IndexByte(s, 'a'), bytes.LastIndexByte(s, 'b'), bytes.IndexRune(s, '世'), bytes.IndexFunc(s, unicode.IsSpace))
		if n >= 0 {
			fmt.Printf("%q\n", bytes.Repeat(t, n))
		}
		n = 0
		for _, seq := range []iter.Seq[[]byte]{bytes.Lines(s), bytes.SplitSeq(s, t), bytes.SplitAfterSeq(s, t), bytes.FieldsSeq(s), bytes.FieldsFuncSeq(s, unicode.IsUpper)} {
			seq(func(part []byte) bool { n++; fmt.Printf("%q %d ", part, cap(part)); return n%5 != 0 })
			seq(func(part []byte) bool { fmt.Printf("again %q ", part); return true })
		}
		fmt.Println()
		buffer()
		reader(s)
	}
	var nothing *bytes.Buffer
	fmt.Println(nothing.String())
	for _, f := range []func(){func() { bytes.Repeat(nil, -1) }, func() { new(bytes.Buffer).Grow(-1) }, func() { new(bytes.Buffer).Truncate(3) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

func buffer() {
	b := bytes.NewBufferString("start")
	if rnd(2) == 0 {
		b = new(bytes.Buffer)
	}
	for i := 0; i < 14; i++ {
		switch rnd(15) {
		case 0:
			c, err := b.ReadByte()
			fmt.Print(c, err)
		case 1:
			c, n, err := b.ReadRune()
			fmt.Print(c, n, err)
		case 2:
			fmt.Print(b.UnreadByte())
		case 3:
			fmt.Print(b.UnreadRune())
		case 4:
			p := make([]byte, rnd(9))
			n, err := b.Read(p)
			fmt.Print(p, n, err)
		case 5:
			fmt.Printf("%q", b.Next(rnd(5)))
		case 6:
			s, err := b.ReadString('b')
			fmt.Printf("%q %v", s, err)
		case 7:
			s, err := b.ReadBytes('a')
			fmt.Printf("%q %v", s, err)
		case 8:
			b.Write(text(30))
		case 9:
			b.WriteString(strings.Repeat("xy", rnd(40)))
		case 10:
			b.WriteByte('b')
		case 11:
			n, err := b.WriteRune(rune(rnd(0x11000)))
			fmt.Print(n, err)
		case 12:
			b.Grow(rnd(100))
		case 13:
			b.Truncate(rnd(b.Len() + 1))
		case 14:
			n, err := b.ReadFrom(strings.NewReader(string(text(5))))
			fmt.Print(n, err)
		}
		fmt.Print(" ", b.Len(), " ", b.Cap(), "; ")
	}
	fmt.Printf("%q\n", b.String())
}

func reader(s []byte) {
	r := bytes.NewReader(s)
	for i := 0; i < 6; i++ {
		switch rnd(6) {
		case 0:
			c, err := r.ReadByte()
			fmt.Print(c, err, " ")
		case 1:
			c, n, err := r.ReadRune()
			fmt.Print(c, n, err, " ")
		case 2:
			fmt.Print(r.UnreadByte(), " ")
		case 3:
			fmt.Print(r.UnreadRune(), " ")
		case 4:
			n, err := r.Seek(int64(rnd(12)-4), rnd(4))
			fmt.Print(n, err, " ")
		case 5:
			p := make([]byte, rnd(4))
			n, err := r.ReadAt(p, int64(rnd(8)-2))
			fmt.Print(p, n, err, r.Len(), r.Size(), " ")
		}
	}
	all, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", all, err)
}

// Package strings on short strings of few characters, some of them no UTF-8.
package main

import (
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

var atoms = []string{"a", "b", "ab", "A", " ", "\t", "é", "É", "ß", "世", "\xff", "\xe4\xb8", "K", "ſ", "ǆ", "-", ",", "\u2003", "0", "x", "\U0001F600", "İ"}

func text(most int) string {
	s := ""
	for n := rnd(most + 1); n > 0; n-- {
		s += atoms[rnd(len(atoms))]
	}
	return s
}

func small() string {
	s := ""
	for n := rnd(4); n > 0; n-- {
		s += string("ab"[rnd(2)])
	}
	return s
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func main() {
	for i := 0; i < 150*rounds; i++ {
		s, t, u := text(8), text(2), text(3)
		if i%3 == 0 {
			s, t = small()+small()+small()+small(), small()
		}
		n := rnd(5) - 1
		fmt.Printf("%q %q %q %d\n", s, t, u, n)
		fmt.Println(strings.Index(s, t), strings.LastIndex(s, t), strings.IndexAny(s, u), strings.LastIndexAny(s, u), strings.Count(s, t), strings.Compare(s, t))
		fmt.Println(strings.Contains(s, t), strings.ContainsAny(s, t), strings.HasPrefix(s, t), strings.HasSuffix(s, t), strings.EqualFold(s, t), strings.EqualFold(s, strings.ToUpper(s)))
		fmt.Printf("%q %q %q %q\n", strings.Split(s, t), strings.SplitN(s, t, n), strings.SplitAfter(s, t), strings.SplitAfterN(s, t, n))
		fmt.Printf("%q %q %q\n", strings.Fields(s), strings.FieldsFunc(s, unicode.IsUpper), strings.Join(strings.Fields(s), t))
		fmt.Printf("%q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s))
		fmt.Printf("%q %q %q %q %q\n", strings.Trim(s, t), strings.TrimLeft(s, u), strings.TrimRight(s, u), strings.TrimSpace(s), strings.TrimFunc(s, unicode.IsLetter))
		fmt.Printf("%q %q %q %q\n", strings.TrimPrefix(s, t), strings.TrimSuffix(s, t), strings.TrimLeftFunc(s, unicode.IsSpace), strings.TrimRightFunc(s, unicode.IsLower))
		fmt.Printf("%q %q %q\n", strings.Replace(s, t, u, n), strings.ReplaceAll(s, t, u), strings.ToValidUTF8(s, t))
		before, after, ok := strings.Cut(s, t)
		fmt.Printf("%q %q %v\n", before, after, ok)
		rest, ok := strings.CutPrefix(s, t)
		fmt.Printf("%q %v ", rest, ok)
		rest, ok = strings.CutSuffix(s, t)
		fmt.Printf("%q %v\n", rest, ok)
		r := []rune(text(1) + "a")[0]
		fmt.Println(strings.IndexRune(s, r), strings.ContainsRune(s, r), strings.IndexByte(s, byte(r)), strings.LastIndexByte(s, byte(r)), strings.IndexFunc(s, unicode.IsSpace), strings.LastIndexFunc(s, unicode.IsLetter), strings.ContainsFunc(s, unicode.IsDigit))
		fmt.Printf("%q %q\n", strings.Map(func(r rune) rune {
			if r == 'a' {
				return -1
			}
			return unicode.ToUpper(r)
		}, s), strings.Clone(s))
		try("Repeat", func() { fmt.Printf("%q\n", strings.Repeat(t, n)) })
		fmt.Printf("%q\n", strings.ToUpperSpecial(unicode.TurkishCase, "iı"+s)+strings.ToLowerSpecial(unicode.AzeriCase, "Iİ"+s)+strings.ToTitleSpecial(unicode.TurkishCase, "i"))
		pairs := []string{text(1), text(2), text(2), text(1), small(), text(1), text(1), "!"}
		if i%4 == 0 {
			pairs = []string{"a", "1", "b", "2", "a", "3"}
		} else if i%4 == 1 {
			pairs = []string{"a", "11", "b", ""}
		}
		rep := strings.NewReplacer(pairs...)
		var b strings.Builder
		m, err := rep.WriteString(&b, s)
		fmt.Printf("%q: %q %q %d %v %d\n", pairs, rep.Replace(s), b.String(), m, err, b.Len())
		n = 0
		for _, seq := range []iter.Seq[string]{strings.Lines(s), strings.SplitSeq(s, t), strings.SplitAfterSeq(s, t), strings.FieldsSeq(s), strings.FieldsFuncSeq(s, unicode.IsUpper)} {
			seq(func(part string) bool { n++; fmt.Printf("%q ", part); return n%5 != 0 })
			seq(func(part string) bool { fmt.Printf("again %q ", part); return true })
		}
		fmt.Println()
		reader(s)
	}
	rest()
}

func reader(s string) {
	r := strings.NewReader(s)
	for i := 0; i < 6; i++ {
		switch rnd(8) {
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
			b := make([]byte, rnd(4))
			n, err := r.Read(b)
			fmt.Print(b, n, err, " ")
		case 5:
			n, err := r.Seek(int64(rnd(12)-4), rnd(4))
			fmt.Print(n, err, " ")
		case 6:
			b := make([]byte, rnd(4))
			n, err := r.ReadAt(b, int64(rnd(8)-2))
			fmt.Print(b, n, err, " ")
		case 7:
			fmt.Print(r.Len(), r.Size(), " ")
		}
	}
	var b strings.Builder
	n, err := r.WriteTo(&b)
	fmt.Printf("%q %d %v\n", b.String(), n, err)
	r.Reset("again")
	all, err := io.ReadAll(r)
	fmt.Println(string(all), err)
}

func rest() {
	try("NewReplacer", func() { strings.NewReplacer("a") })
	try("Grow", func() { new(strings.Builder).Grow(-1) })
	try("copied", func() {
		var a strings.Builder
		a.WriteByte('x')
		b := a
		b.WriteByte('y')
	})
	try("Repeat", func() { strings.Repeat("ab", 1<<62) })
	for _, s := range []string{" ", "-", "0", "=", "\t", "--", "=-"} {
		for _, n := range []int{1, 63, 64, 65, 128, 129} {
			t := strings.Repeat(s, n)
			fmt.Println(len(t), strings.Count(t, s), t == strings.Repeat(s, n))
		}
	}
	var b strings.Builder
	for i := 0; i < 40; i++ {
		b.WriteString(text(5))
		b.WriteRune('世')
		b.Write([]byte("xy"))
		fmt.Print(b.Len(), b.Cap(), " ")
		if i%13 == 0 {
			b.Grow(i * 3)
		}
	}
	fmt.Println()
	b.Reset()
	fmt.Println(b.Len(), b.Cap(), b.String() == "")
	long := strings.Repeat("ab", 2000)
	fmt.Println(strings.Index(long, long[:1500]+"b"), strings.LastIndex(long, "b"+long[:1500]+"b"), strings.Count(long, "aba"), strings.Index(long+"c", "bc"))
	fmt.Println(strings.Index(strings.Repeat("a", 5000)+"b", strings.Repeat("a", 2500)+"b"), strings.LastIndex("b"+strings.Repeat("a", 5000), "b"+strings.Repeat("a", 2500)))
}

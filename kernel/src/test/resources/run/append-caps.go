package main

import (
	"slices"
	"strings"
)

// Capacities: after each of 5,000 elements appended one by one, of several at once, by
// slices.Grow, in a strings.Builder, of conversions. All of it on the heap.

type three struct{ a, b, c int }
type pair struct {
	p *int
	n int32
}

var sinkInts []int
var sinkBytes []byte
var sinkStrings []string
var sinkPointers []*int
var sinkThrees []three
var sinkPairs []pair
var sinkRunes []rune
var sinkText string

// A sum tells all 5,000 capacities; those that are new are printed.
type caps struct {
	sum  uint64
	last int
}

func (c *caps) see(cap int) {
	c.sum = c.sum*31 + uint64(cap)
	if cap != c.last {
		print(cap, " ")
		c.last = cap
	}
}

func (c *caps) end(what string) {
	println()
	println(what, c.sum)
}

func ints() {
	c := caps{last: -1}
	sinkInts = nil
	for i := range 5000 {
		sinkInts = append(sinkInts, i)
		c.see(cap(sinkInts))
	}
	c.end("int")
}

func bytes() {
	c := caps{last: -1}
	for i := range 5000 {
		sinkBytes = append(sinkBytes, byte(i))
		c.see(cap(sinkBytes))
	}
	c.end("byte")
}

func words() {
	c := caps{last: -1}
	for range 5000 {
		sinkStrings = append(sinkStrings, "x")
		c.see(cap(sinkStrings))
	}
	c.end("string")
}

func pointers() {
	c := caps{last: -1}
	for range 5000 {
		sinkPointers = append(sinkPointers, nil)
		c.see(cap(sinkPointers))
	}
	c.end("*int")
}

func threes() {
	c := caps{last: -1}
	for i := range 5000 {
		sinkThrees = append(sinkThrees, three{b: i})
		c.see(cap(sinkThrees))
	}
	c.end("three")
}

func pairs() {
	c := caps{last: -1}
	for i := range 5000 {
		sinkPairs = append(sinkPairs, pair{n: int32(i)})
		c.see(cap(sinkPairs))
	}
	c.end("pair")
}

var state uint32 = 1

func random(n int) int {
	state = state*1664525 + 1013904223
	return int(state>>8) % n
}

// many appends k elements at once, to slices of any length and capacity.
func many[T any](what string) {
	c := caps{last: -1}
	var s []T
	for range 400 {
		k := random(1 << random(8))
		s = append(s, make([]T, k)...)
		c.see(cap(s))
		switch random(12) {
		case 0:
			s = nil
		case 1:
			s = s[:len(s)/2]
		case 2:
			s = s[len(s)/2:]
		case 3:
			s = s[:len(s):len(s)]
		case 4:
			s = append(s[:len(s)/2:len(s)/2], s[len(s)/2:]...)
			c.see(cap(s))
		}
		if len(s) > 9000 {
			s = s[:3:5]
		}
	}
	c.end(what)
}

func grow[T any](what string) {
	c := caps{last: -1}
	var s []T
	for range 150 {
		s = slices.Grow(s, random(1<<random(9)))
		c.see(cap(s))
		s = s[:len(s)+random(cap(s)-len(s)+1)]
		if len(s) > 5000 || random(10) == 0 {
			s = slices.Clip(s[:len(s)/3])
		}
	}
	c.end(what)
}

func library() {
	c := caps{last: -1}
	s := []int{5, 3, 1}
	for range 60 {
		s = slices.Insert(s, random(len(s)+1), make([]int, random(9))...)
		c.see(cap(s))
		s = slices.Replace(s, 0, random(len(s)+1), make([]int, random(9))...)
		c.see(cap(s))
		c.see(cap(slices.Clone(s)))
		c.see(cap(slices.Concat(s, s[:len(s)/2])))
		c.see(cap(slices.Repeat(s, random(4))))
		c.see(cap(slices.Collect(slices.Values(s))))
	}
	c.end("package slices")
}

func builder() {
	c := caps{last: -1}
	b := new(strings.Builder)
	for i := range 3000 {
		switch random(5) {
		case 0:
			b.WriteByte('x')
		case 1:
			b.WriteRune('é')
		case 2:
			b.WriteString("some words")
		case 3:
			b.Write([]byte{1, 2, 3})
		case 4:
			if random(9) == 0 {
				b.Grow(random(300))
			}
		}
		c.see(b.Cap())
		if i%1000 == 999 {
			sinkText = b.String()
			b.Reset()
		}
	}
	c.end("strings.Builder")
}

func conversions() {
	c := caps{last: -1}
	text := strings.Repeat("aé", 700)
	for n := 0; n < len(text); n += 1 + n/20 {
		sinkBytes = []byte(text[:n])
		c.see(cap(sinkBytes))
		sinkRunes = []rune(text[:n])
		c.see(cap(sinkRunes))
		sinkBytes = append([]byte("abc"), text[:n]...)
		c.see(cap(sinkBytes))
	}
	c.end("conversions")
}

func main() {
	ints()
	bytes()
	words()
	pointers()
	threes()
	pairs()
	many[int]("many int")
	many[byte]("many byte")
	many[string]("many string")
	many[*int]("many *int")
	many[three]("many three")
	many[pair]("many pair")
	many[[5]byte]("many [5]byte")
	many[[37]int]("many [37]int")
	many[struct{}]("many struct{}")
	grow[int]("Grow int")
	grow[string]("Grow string")
	grow[[3]byte]("Grow [3]byte")
	grow[pair]("Grow pair")
	library()
	builder()
	conversions()
}

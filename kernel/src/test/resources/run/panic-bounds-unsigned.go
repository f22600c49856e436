// Bounds of unsigned types: a failed check prints what the index is worth in its own type.
package main

import "fmt"

type word uint64

var (
	u64  uint64  = 1<<64 - 1
	u    uint    = 1 << 63
	up   uintptr = 1<<63 + 5
	w    word    = 1<<63 + 7
	u8   uint8   = 200
	i64  int64   = -3
	i8   int8    = -4
	zero uint64
)

type pair struct {
	a int32
	b string
	c [3]int64
}

func try(what string, f func()) {
	defer func() {
		r := recover()
		fmt.Println(what+":", r)
		fmt.Printf("  %#v\n", r)
	}()
	f()
}

func at[I int8 | uint8 | int | uint | uint64](s []int, i I) int { return s[i] }

func main() {
	s := make([]int, 3, 5)
	b := []byte("bytes")
	h := []int16{1, 2}
	l := []int32{1, 2}
	ps := []*int{nil}
	st := []pair{{}, {}}
	str := "string"
	var a [4]int
	var one [1]int
	pa := &a
	var grid [3][2]uint16

	try("slice", func() { _ = s[u64] })
	try("slice uint", func() { _ = s[u] })
	try("slice uintptr", func() { _ = s[up] })
	try("slice named", func() { _ = s[w] })
	try("slice uint8", func() { _ = s[u8] })
	try("slice int64", func() { _ = s[i64] })
	try("slice int8", func() { _ = s[i8] })
	try("converted", func() { _ = s[int(u64)] })
	try("converted back", func() { _ = s[uint(i64)] })
	try("widened", func() { _ = s[uint64(i8)] })
	try("sum", func() { _ = s[u-uint(u8)] })
	try("store", func() { s[u64] = 1 })
	try("store bytes", func() { b[u64] = 1 })
	try("store halves", func() { h[u] = 1 })
	try("store words", func() { l[up] = 1 })
	try("store pointers", func() { ps[w] = nil })
	try("increment", func() { s[u]++ })
	try("bytes", func() { _ = b[u] })
	try("halves", func() { _ = h[u64] })
	try("words", func() { _ = l[u64] })
	try("struct", func() { x := st[u64]; _ = x })
	try("field", func() { fmt.Println(st[u64].b) })
	try("field set", func() { st[u].a = 2 })
	try("address", func() { p := &st[u].a; *p = 1 })
	try("deep", func() { fmt.Println(st[1].c[u64]) })
	try("deep signed", func() { fmt.Println(st[1].c[i8]) })
	try("string", func() { _ = str[u64] })
	try("string signed", func() { _ = str[i64] })
	try("array", func() { _ = a[u64] })
	try("array set", func() { a[u] = 1 })
	try("array of one", func() { _ = one[u] })
	try("pointer", func() { _ = pa[u64] })
	try("pointer set", func() { pa[up] = 1 })
	try("grid", func() { grid[2][u64] = 1 })
	try("grid first", func() { grid[u64][u] = 1 })
	try("generic", func() { at(s, u64) })
	try("generic signed", func() { at(s, i8) })
	try("generic small", func() { at(s, u8) })

	try("low", func() { _ = s[u64:] })
	try("low only", func() { _ = s[u:3] })
	try("high", func() { _ = s[:u64] })
	try("low and high", func() { _ = s[u:u64] })
	try("low beyond high", func() { _ = s[u8:zero] })
	try("mixed", func() { _ = s[i64:zero] })
	try("mixed too", func() { _ = s[u64:len(s)] })
	try("max", func() { _ = s[0:1:u64] })
	try("max and high", func() { _ = s[0:u64:4] })
	try("max and low", func() { _ = s[u64:3:4] })
	try("max signed", func() { _ = s[0:1:i64] })
	try("string low", func() { _ = str[u:] })
	try("string high", func() { _ = str[:up] })
	try("array low", func() { _ = a[u:] })
	try("array high", func() { _ = a[:u] })
	try("array max", func() { _ = a[:2:u] })
	try("pointer high", func() { _ = pa[:w] })
	try("pointer max", func() { _ = pa[1:u:4] })
	try("pointer max low", func() { _ = pa[u:3:4] })
	try("array pointer", func() { _ = (*[4]int)(s) })
	try("make", func() { _ = make([]int, u64) })
	try("make cap", func() { _ = make([]int, 1, u64) })

	// The end of the program shows it once more.
	s[u64] = 3
}

package main

var table [256]int
var small [8]byte

func f(b byte, n uint, i int, s string) int {
	x := table[b]
	y := small[n%8]
	z := small[i&7]
	w := small[n>>61]
	v := table[int(b)]
	u := small[b/32]
	t := "0123456789abcdef"[b&15]
	p := &table
	q := p[b]
	return x + int(y+z+w) + v + int(u) + int(t) + q + int(s[n&1])
}

func main() {}

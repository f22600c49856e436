package main

// Forms of flows that reasons name: each function is one.

type pair struct{ a, b *int }

type getter interface{ get() *int }

type box struct{ v int }

func (b *box) get() *int { return &b.v }

var kept pair
var table = [2]*int{}
var run func(*int)

//go:noinline
func intoField() {
	n := 1
	kept.a = &n
}

//go:nosplit
func intoElement(i int) {
	n := 1
	table[i] = &n
}

func intoSlice(s []*int) {
	n := 1
	s[0] = &n
}

func byPair() {
	n, m := 1, 2
	kept.a, kept.b = &n, &m
}

func unknown() {
	n := 1
	run(&n)
}

func bound() func() *int {
	b := box{1}
	return b.get
}

func throughInterface(g getter) *int { return g.get() }

func callsInterface() *int {
	b := box{1}
	return throughInterface(&b)
}

func inner() *int {
	var out *int
	set := func() {
		n := 1
		out = &n
	}
	set()
	return out
}

func copied(dst []*int) {
	n := 1
	copy(dst, []*int{&n})
}

func main() {
	intoField()
	intoElement(1)
	intoSlice(make([]*int, 1))
	byPair()
	unknown()
	println(bound() != nil, callsInterface() != nil, inner() != nil)
	copied(make([]*int, 1))
	defer func() { recover() }()
	n := 1
	panic(&n)
}

package main

// The receiver of a deferred method that is promoted through a pointer or an interface in a literal
// is looked up at the statement, not when the call runs.

type P struct{ n int }

func (p P) M() { println("M", p.n) }

type T struct{ *P }

type I interface{ M() }

type U struct{ I }

type W struct {
	T
	k int
}

type V struct{ n int }

func (v V) M(k int) { println("V", v.n, k) }

func copied() {
	p := &P{1}
	defer T{p}.M()
	defer W{T{p}, 2}.M()
	p.n = 2
	v := 3
	defer V{v}.M(v)
	v = 4
}

func missing(which int) {
	defer func() { println("recovered", recover() != nil) }()
	switch which {
	case 0:
		defer T{nil}.M()
	case 1:
		defer U{nil}.M()
	case 2:
		go T{nil}.M()
	}
	println("after")
}

// What is never compiled may print what it likes.

const debug = false

type pair struct{ a, b int }

func never[X any](x X) { println(pair{1, 2}) }

func dead(n int) int {
	if debug {
		println(pair{n, n})
	}
	return n
	println(pair{})
	return 0
}

func main() {
	copied()
	for i := range 3 {
		missing(i)
	}
	println(dead(1))
}
